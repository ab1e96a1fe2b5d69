# SPDX-License-Identifier: Apache-2.0
"""The portal API against a museum whose every answer is known."""

import json
import re
import time
import unittest

from serving import (
    BIRDS_2015,
    BIRDS_HEADER,
    LICHENS,
    MS,
    ODD_KEYS,
    TIMES,
    Museum,
    Server,
    ServedTest,
    address,
    quoted,
)


class Records(ServedTest):
    def test_shape(self):
        answer = self.search(limit=2, facet="family")
        self.assertEqual(list(answer), ["version", "total", "records", "facets", "after"])
        self.assertEqual(answer["total"], 17)
        self.assertEqual(len(answer["records"]), 2)
        for record in answer["records"]:
            self.assertEqual(list(record), ["dataset", "table", "key", "version", "data"])
        self.assertEqual(list(answer["facets"][0]),
                         ["field", "values", "missing", "other", "distinct", "total"])

    def test_rule_a7_versions(self):
        answer = self.search(limit=100)
        self.assertEqual(answer["version"], MS[4])
        versions = {record["key"]: record["version"] for record in answer["records"]}
        self.assertEqual(versions["b1"], MS[2])
        self.assertEqual(versions["b2"], MS[0])
        self.assertEqual(versions["b6"], MS[4])
        self.assertEqual(versions["l1"], MS[1])

    def test_data_come_back_as_they_came(self):
        records = {record["key"]: record["data"] for record in self.search(limit=100)["records"]}
        self.assertEqual(records["b2"]["recordedBy"], "Smith, J.")
        self.assertEqual(records["b2"]["year"], "1855")
        self.assertEqual(records["l1"], LICHENS[0])
        raw = self.ask(address("/api/v1/records", table="lichens", weight="1.5")).text()
        self.assertIn('"weight":1.5', raw)

    def test_rule_c2_repeated_is_or(self):
        self.assertEqual(self.keys(country=["Sweden", "Iceland"]), ["b1", "b3", "b4", "l2"])
        self.assertEqual(self.keys(country=["Sweden", "Iceland"], family="Corvidae"), ["b4"])

    def test_rule_c2_ranges(self):
        for value in ("1850..1860", "1850,1860"):
            self.assertEqual(self.keys(year=value), ["b1", "b2", "b3", "b6", "l1"], value)
        self.assertEqual(
            self.keys(year="1900..", dataset=["birds", "lichens"]), sorted(["b4", "l2", *ODD_KEYS])
        )
        self.assertEqual(self.keys(year="*,1850"), ["b1"])
        self.assertEqual(self.keys(year="..1850"), ["b1"])

    def test_rule_c2_commas(self):
        self.assertEqual(self.keys(recordedBy="Smith, J."), ["b1", "b2"])
        self.assertEqual(self.search(dataset="birds,lichens")["total"], 17)
        self.assertEqual(self.search(dataset=["birds", "lichens"])["total"], 17)
        self.assertEqual(self.search(table="lichens")["total"], 2)

    def test_rule_c4_kinds(self):
        self.assertEqual(self.search(kind="specimens")["total"], 15)
        self.assertEqual(self.search(kind="research")["total"], 2)
        self.assertEqual(self.search(kind="specimens,research")["total"], 17)
        self.assertEqual(self.search(kind="specimens", dataset="birds,lichens")["total"], 15)

    def test_missing_and_any(self):
        self.assertEqual(self.keys(year="!*", dataset="birds"), ["b5"])
        self.assertEqual(self.search(sex="*")["total"], 5)

    def test_field_named_as_a_parameter(self):
        self.assertEqual(self.keys(**{"field.limit": "low"}), ["b1", "b4"])
        self.assertEqual(self.keys(**{"field.limit": "low", "limit": 1}), ["b1"])

    def test_words(self):
        self.assertEqual(self.keys(q="nygard"), ["b6"])
        self.assertEqual(self.keys(q="turdus norway"), ["b2"])
        self.assertEqual(self.keys(q="nothing has these"), [])

    def test_rule_c1_facets_equal_totals(self):
        fields = ["family", "country", "year", "recordedBy", "sex", "associatedMedia.type"]
        answer = self.search(facet=fields, facetLimit=100, limit=0)
        self.assertEqual([facet["field"] for facet in answer["facets"]], fields)
        for facet in answer["facets"]:
            self.assertGreater(len(facet["values"]), 1)
            for value in facet["values"]:
                total = self.search(**{facet["field"]: value["value"]})["total"]
                self.assertEqual(total, value["count"], (facet["field"], value))
            missing = self.search(**{facet["field"]: "!*"})["total"]
            self.assertEqual(missing, facet["missing"], facet["field"])
        family = answer["facets"][0]
        self.assertIn({"value": "Turdidae", "count": 3}, family["values"])
        self.assertEqual(family["missing"], 2)

    def test_facet_limit(self):
        facet = self.search(facet="country", facetLimit=1)["facets"][0]
        self.assertEqual(facet["values"], [{"value": "Chile", "count": len(ODD_KEYS)}])
        self.assertEqual((facet["missing"], facet["other"]), (1, 16 - len(ODD_KEYS)))

    def test_sort(self):
        names = [
            record["data"].get("scientificName")
            for record in self.search(sort="-scientificName", limit=3)["records"]
        ]
        self.assertEqual(names, ["Xanthoria parietina", "Turdus viscivorus", "Turdus pilaris"])
        keys = [
            record["key"]
            for record in self.search(sort="-year,scientificName", limit=100)["records"]
        ]
        # Rule C3: b6 holds a date, which comes behind numbers, so first here; missing comes last.
        self.assertEqual(keys[0], "b6")
        self.assertEqual(set(keys[1 : len(ODD_KEYS) + 1]), set(ODD_KEYS))
        self.assertEqual(keys[len(ODD_KEYS) + 1 : len(ODD_KEYS) + 3], ["l2", "b4"])
        self.assertEqual(keys[-1], "b5")

    def test_pages_make_the_whole(self):
        whole = [record["key"] for record in self.search(limit=100, sort="country")["records"]]
        for limit in (1, 2, 5):
            by_offset = []
            by_cursor = []
            after = None
            for offset in range(0, 17, limit):
                page = self.search(limit=limit, offset=offset, sort="country")
                by_offset += [record["key"] for record in page["records"]]
                more = {} if after is None else {"after": after}
                page = self.search(limit=limit, sort="country", **more)
                by_cursor += [record["key"] for record in page["records"]]
                after = page["after"]
            self.assertEqual(by_offset, whole)
            self.assertEqual(by_cursor, whole)
            self.assertIsNone(after)

    def test_as_of(self):
        for moment in (str(MS[0]), "2015-06-01", "2016-03-01T11:59:59Z"):
            answer = self.search(version=moment, limit=100)
            self.assertEqual((answer["version"], answer["total"]), (MS[0], 15), moment)
        self.assertEqual(self.keys(version="2016-12-31", country="Sweden"), ["b3"])
        self.assertEqual(self.search(version=MS[3])["total"], 16)
        self.assertEqual(self.search(version="2100")["version"], MS[4])
        self.assertEqual(self.search(version="1999")["total"], 0)

    def test_rule_a7_the_version_answered_can_be_asked(self):
        for asked in ("2001-01-01", "1970", "1", MS[0], MS[0] + 1, "2016", "2030"):
            first = self.search(version=asked)
            again = self.search(version=first["version"])
            self.assertEqual(again, first, asked)
        early = self.search(version="2001-01-01")
        self.assertEqual((early["version"], early["total"]), (1, 0))
        body = json.dumps({"version": early["version"]})
        self.assertEqual(self.ask("/api/v1/search", method="POST", body=body).json(), early)
        problem = self.assert_problem(self.ask("/api/v1/records?version=1969"), 404, "version")
        self.assertIn("first commit is version 1", problem["detail"])

    def test_rule_a7_a_cursor_keeps_its_version(self):
        first = self.search(version=MS[1], limit=3)
        rest = self.search(after=first["after"], limit=100)
        self.assertEqual(rest["version"], MS[1])
        for same in (MS[1], MS[1] + 7, "2016"):
            again = self.search(after=first["after"], limit=100, version=same)
            self.assertEqual(again, rest, same)
        for other in (MS[0], "2019", "2030"):
            query = {"after": first["after"], "version": other}
            problem = self.assert_problem(
                self.ask(address("/api/v1/records", **query)), 400, "version")
            self.assertIn(str(MS[1]), problem["detail"])
            self.assert_problem(
                self.ask("/api/v1/search", method="POST", body=json.dumps(query)), 400, "/version")

    def test_rule_a7_before_a_dataset_began(self):
        for path, what in (("datasets/lichens", "dataset"), ("records/lichens/l1", "table")):
            for moment in ("2001", "2015-12-31", "1"):
                answer = self.ask(f"/api/v1/{path}?version={moment}")
                problem = self.assert_problem(answer, 404, "version")
                self.assertIn(f'{what} "lichens" was not here at that moment', problem["detail"])
                self.assertIn(str(MS[1]), problem["detail"])

    def test_fields(self):
        data = self.search(table="lichens", fields="scientificName,associatedMedia.type", limit=1)
        self.assertEqual(
            data["records"][0]["data"],
            {
                "scientificName": "Xanthoria parietina",
                "associatedMedia": [{"type": "StillImage"}, {"type": "Sound"}],
            },
        )

    def test_fields_are_those_of_the_tables(self):
        problem = self.assert_problem(self.ask("/api/v1/records?fields=year,familly"), 400,
                                      "fields")
        self.assertIn("near names: family", problem["detail"])
        self.assert_problem(self.ask("/api/v1/records?fields=weight&table=birds"), 400, "fields")
        body = json.dumps({"fields": ["year", "familly"]})
        problem = self.assert_problem(
            self.ask("/api/v1/search", method="POST", body=body), 400, "/fields/1")
        self.assertIn("near names: family", problem["detail"])
        record = self.search(fields="SCIENTIFICNAME,associatedmedia.TYPE", table="lichens")
        self.assertEqual(record["records"][0]["data"], {
            "scientificName": "Xanthoria parietina",
            "associatedMedia": [{"type": "StillImage"}, {"type": "Sound"}]})

    def test_empty_answer(self):
        answer = self.search(country="Atlantis", facet="family")
        self.assertEqual((answer["total"], answer["records"], answer["after"]), (0, [], None))


class Post(ServedTest):
    def test_rule_c4_kinds(self):
        self.assertEqual(self.post({"kinds": ["research"], "limit": 0}).json()["total"], 2)
        problem = self.assert_problem(self.post({"kinds": ["specimens", "nowhere"]}), 400)
        self.assertEqual(problem["field"], "/kinds/1")

    def post(self, body, **headers):
        text = body if isinstance(body, (str, bytes)) else json.dumps(body)
        return self.ask(
            "/api/v1/search",
            method="POST",
            body=text,
            headers={"Content-Type": "application/json", **headers},
        )

    def test_same_as_parameters(self):
        body = {
            "query": {
                "filters": {
                    "and": [
                        {"string_equals": {"fields": ["family"], "value": "turdidae"}},
                        {
                            "number_range": {
                                "fields": ["year"],
                                "greater_than": 1850,
                                "greater_than_inclusive": True,
                            }
                        },
                    ]
                }
            },
            "datasets": ["birds"],
            "facets": ["country"],
            "sort": ["-year"],
            "limit": 2,
            "fields": ["year"],
        }
        posted = self.post(body)
        self.assertEqual(posted.status, 200, posted.text())
        got = self.search(
            family="Turdidae",
            year="1850..",
            dataset="birds",
            facet="country",
            sort="-year",
            limit=2,
            fields="year",
        )
        answer = posted.json()
        self.assertNotEqual(answer.pop("after"), None)
        self.assertNotEqual(got.pop("after"), None)
        self.assertEqual(answer, got)

    def test_members(self):
        answer = self.post(
            {
                "version": MS[0],
                "limit": 0,
                "facets": [{"field": "country", "limit": 1}],
                "facetLimit": 5,
                "tables": ["birds"],
                "offset": 1,
                "after": None,
            }
        ).json()
        self.assertEqual((answer["version"], answer["total"]), (MS[0], 15))
        self.assertEqual(len(answer["facets"][0]["values"]), 1)
        self.assertEqual(self.post({"version": "2015-12-31"}).json()["version"], MS[0])
        self.assertEqual(self.post({}).json()["total"], 17)
        self.assertEqual(self.post({"query": {"search": "corvus"}}).json()["total"], 2)

    def test_wrong_bodies(self):
        deep = '{"query":{"filters":' + '{"not":[' * 10000 + "]}" * 10000 + "}}"
        cases = [
            ("", None),
            ("{", None),
            ("[]", ""),
            ("17", ""),
            ('{"query":{}} x', None),
            ('{"limit":1,"limit":2}', None),
            ({"limits": 1}, "/limits"),
            ({"limit": -1}, "/limit"),
            ({"limit": 1001}, "/limit"),
            ({"limit": "1"}, "/limit"),
            ({"limit": 1.5}, "/limit"),
            ({"offset": -1}, "/offset"),
            ({"facets": "family"}, "/facets"),
            ({"facets": [7]}, "/facets/0"),
            ({"facets": [{"field": "family", "limit": 0}]}, "/facets/0"),
            ({"facets": [{"field": "family", "size": 1}]}, "/facets/0"),
            ({"sort": "year"}, "/sort"),
            ({"sort": ["year", "-"]}, "/sort/1"),
            ({"datasets": ["nowhere"]}, "/datasets/0"),
            ({"datasets": [None]}, "/datasets/0"),
            ({"version": "soon"}, "/version"),
            ({"version": []}, "/version"),
            ({"query": []}, "/query"),
            ({"after": 7}, "/after"),
            ({"fields": [1]}, "/fields/0"),
            ({"query": {"filters": {"nonsense": []}}}, None),
            ({"query": {"nonsense": 1}}, None),
            ({"query": {"filters": {"string_equals": {"fields": ["family"], "value": 1}}}}, None),
            ({"facets": ["family", "nonsense"]}, "/facets/1"),
            ({"facets": [{"field": "nonsense", "limit": 3}]}, "/facets/0/field"),
            ({"query": {"filters": {"and": [{"exists": {"fields": ["family"]}}, {"not": [
                {"string_equals": {"fields": ["year", "nonsense"], "value": "x"}}]}]}}},
             "/query/filters/and/1/not/0/string_equals/fields/1"),
            ({"sort": ["year", "-nonsense"]}, "/sort/1"),
            ({"fields": ["nonsense"]}, "/fields/0"),
            ({"after": "nonsense"}, "/after"),
            (deep, "/query"),
            (b"\xff\xfe{}", None),
            ('{"query":{"search":"a\\u0000b"}}', "/query"),
            ('{"limit": 1, "sort": ["a\\"", x]}', "/sort"),
            ('{"limit": 1, }', ""),
        ]
        for body, field in cases:
            problem = self.assert_problem(self.post(body), 400)
            if field is not None:
                self.assertEqual(problem.get("field", ""), field, (str(body)[:100], problem))
        nul = self.assert_problem(self.post('{"query":{"search":"a\\u0000b"}}'), 400)
        self.assertIn("a NUL character", nul["detail"])
        self.assertNotIn("JSON_", nul["detail"])
        problem = self.assert_problem(
            self.post({"query": {"filters": {"and": [{"nonsense": {}}]}}}), 400
        )
        self.assertIn("/query", problem["field"])

    def test_an_encoded_body_is_refused(self):
        for coding in ("gzip", "br", "identity, gzip"):
            answer = self.ask("/api/v1/search", method="POST", body=b"{}",
                              headers={"Content-Encoding": coding})
            self.assert_problem(answer, 415, "Content-Encoding")
        plain = self.ask("/api/v1/search", method="POST", body=b"{}",
                         headers={"Content-Encoding": "identity"})
        self.assertEqual(plain.status, 200)

    def test_bad_json_names_the_byte(self):
        problem = self.assert_problem(self.post('{"limit": 1, nonsense}'), 400)
        self.assertEqual(problem["position"], 21)  # behind the word
        self.assertIn("line 1, column", problem["detail"])

    def test_ten_megabytes(self):
        query = json.dumps({"query": {"search": "a" * 10_000_000}})
        problem = self.assert_problem(self.post(query), 400, "body")
        self.assertIn("8388608", problem["detail"])
        self.assertEqual(self.post({}).status, 200)


class One(ServedTest):
    def test_by_path_and_by_parameter(self):
        for key in ["b1", *ODD_KEYS]:
            by_path = self.get(f"/api/v1/records/birds/{quoted(key)}")
            self.assertEqual(by_path["record"]["key"], key)
            by_parameter = self.get("/api/v1/records/birds", key=key)
            self.assertEqual(by_parameter, by_path)
            self.assertEqual(
                self.get(f"/api/v1/records/birds/{quoted(key)}/versions"),
                self.get("/api/v1/records/birds/versions", key=key),
            )
            self.assertEqual(
                self.get(f"/api/v1/records/birds/{quoted(key)}/diff"),
                self.get("/api/v1/records/birds/diff", key=key),
            )

    def test_as_of(self):
        newest = self.get("/api/v1/records/birds/b1")
        self.assertEqual((newest["version"], newest["record"]["version"]), (MS[4], MS[2]))
        self.assertEqual(newest["record"]["data"]["country"], "Sweden")
        older = self.get("/api/v1/records/birds/b1", version="2016-07-01")
        self.assertEqual((older["version"], older["record"]["version"]), (MS[1], MS[0]))
        self.assertEqual(older["record"]["data"]["country"], "Norway")

    def test_not_there(self):
        self.assert_problem(self.ask("/api/v1/records/birds/nobody"), 404, "key")
        self.assert_problem(self.ask("/api/v1/records/nowhere/b1"), 404, "table")
        early = self.ask("/api/v1/records/lichens/l1?version=2015-06-01")
        self.assert_problem(early, 404, "version")
        self.assert_problem(self.ask("/api/v1/records/birds/b1?version=2014-01-01"), 404)
        self.assert_problem(self.ask("/api/v1/records/birds"), 400, "key")
        self.assert_problem(self.ask("/api/v1/records/birds?key="), 400, "key")
        self.assert_problem(self.ask("/api/v1/records/birds?key=b1&key=b2"), 400, "key")

    def test_rule_a5_removed(self):
        problem = self.assert_problem(self.ask(f"/api/v1/records/birds/b6?version={MS[3]}"), 410)
        self.assertEqual(problem["lastVersion"], MS[0])
        self.assertEqual(problem["removed"], MS[3])
        self.assertEqual(problem["reason"], "Given back to its owner")
        self.assertIsNone(problem["replacedBy"])
        self.assertEqual(self.get("/api/v1/records/birds/b6")["record"]["version"], MS[4])

    def test_versions(self):
        answer = self.get("/api/v1/records/birds/b6/versions")
        self.assertEqual(
            [(event["version"], event["change"]) for event in answer["versions"]],
            [(MS[4], "returned"), (MS[3], "removed"), (MS[0], "added")],
        )
        self.assertEqual(answer["versions"][1]["message"], "Given back to its owner")
        self.assertNotIn("hash", answer["versions"][1])
        self.assertEqual(answer["versions"][0]["author"], "Ada Curator")
        older = self.get("/api/v1/records/birds/b6/versions", version=MS[3])
        self.assertEqual([event["change"] for event in older["versions"]], ["removed", "added"])
        changed = self.get("/api/v1/records/birds/b1/versions")["versions"]
        self.assertEqual([event["change"] for event in changed], ["changed", "added"])
        self.assertNotEqual(changed[0]["hash"], changed[1]["hash"])

    def test_diff(self):
        answer = self.get("/api/v1/records/birds/b1/diff", **{"from": MS[0], "to": MS[4]})
        self.assertEqual((answer["from"], answer["to"]), (MS[0], MS[2]))
        self.assertEqual(
            answer["changes"],
            [{"field": "country", "change": "changed", "from": "Norway", "to": "Sweden"}],
        )
        self.assertEqual(self.get("/api/v1/records/birds/b1/diff")["changes"], answer["changes"])
        same = self.get("/api/v1/records/birds/b1/diff", **{"from": MS[0], "to": MS[1]})
        self.assertEqual(same["changes"], [])
        added = self.get("/api/v1/records/birds/b1/diff", **{"from": "2000", "to": MS[0]})
        self.assertIsNone(added["from"])
        self.assertEqual({change["change"] for change in added["changes"]}, {"added"})
        self.assert_problem(self.ask("/api/v1/records/birds/b1/diff?from=then"), 400, "from")


class Datasets(ServedTest):
    def test_list(self):
        answer = self.get("/api/v1/datasets")
        self.assertEqual((answer["version"], answer["total"]), (MS[4], 2))
        by_slug = {dataset["slug"]: dataset for dataset in answer["datasets"]}
        birds = by_slug["birds"]
        self.assertEqual(birds["title"], "Birds of the North")
        self.assertEqual((birds["records"], birds["modified"]), (15, MS[4]))
        self.assertEqual(
            [(r["slug"], r["type"], r["kind"], r["records"]) for r in birds["resources"]],
            [("birds", "table", "specimens", 15)],
        )
        self.assertEqual(len(self.get("/api/v1/datasets", limit=1)["datasets"]), 1)
        self.assertEqual(
            self.get("/api/v1/datasets", limit=1, offset=1)["datasets"], [answer["datasets"][1]]
        )
        self.assertEqual(
            [d["slug"] for d in self.get("/api/v1/datasets", q="skins")["datasets"]], ["birds"]
        )
        self.assertEqual(self.get("/api/v1/datasets", q="no such words")["total"], 0)

    def test_rule_a6_as_of(self):
        self.assertEqual(self.get("/api/v1/datasets", version=MS[0])["total"], 1)
        older = self.get("/api/v1/datasets/birds", version=MS[3])
        self.assertEqual((older["version"], older["dataset"]["records"]), (MS[3], 14))

    def test_one(self):
        birds = self.get("/api/v1/datasets/birds")["dataset"]
        self.assertEqual(self.get(f"/api/v1/datasets/{birds['uuid']}")["dataset"], birds)
        problem = self.assert_problem(self.ask("/api/v1/datasets/birdz"), 404, "slug")
        self.assertIn("birds", problem["detail"])
        self.assert_problem(self.ask("/api/v1/datasets/lichens?version=2015-06-01"), 404)

    def test_commits(self):
        answer = self.get("/api/v1/datasets/birds/commits")
        self.assertEqual(answer["total"], 4)
        self.assertEqual(
            [commit["version"] for commit in answer["commits"]], [MS[4], MS[3], MS[2], MS[0]]
        )
        removal = answer["commits"][1]
        self.assertEqual(removal["message"], "Given back to its owner")
        table = removal["tables"][0]
        self.assertEqual(
            (table["table"], table["added"], table["changed"], table["removed"]), ("birds", 0, 0, 1)
        )
        self.assertEqual(answer["commits"][3]["tables"][0]["added"], len(BIRDS_2015))
        page = self.get("/api/v1/datasets/birds/commits", limit=1, offset=1)
        self.assertEqual((page["total"], page["commits"]), (4, [removal]))
        self.assertEqual(self.get("/api/v1/datasets/birds/commits", version=MS[1])["total"], 1)

    def test_rule_a8_report_of_bad_rows(self):
        commits = self.get("/api/v1/datasets/birds/commits")["commits"]
        self.assertEqual([c["number"] for c in commits if c["report"] is not None], [4])
        place = commits[2]["report"]
        self.assertEqual(place, "/api/v1/datasets/birds/commits/4/report")
        answer = self.ask(place)
        self.assertEqual(answer.status, 200)
        self.assertEqual(answer.headers["Content-Type"], "application/x-ndjson")
        self.assertEqual(
            answer.headers["Content-Disposition"],
            'attachment; filename="birds-commit-4-report.jsonl"',
        )
        problems = [json.loads(line) for line in answer.text().splitlines()]
        self.assertEqual(
            [(p["file"], p["line"], p["field"], p["key"]) for p in problems],
            [("2017.csv", 2, "occurrenceID", "b1")],
        )
        self.assertIn("same key", problems[0]["reason"])
        page = self.ask("/dataset/birds", headers={"Accept": "text/html"}).text()
        self.assertEqual(page.count(f'href="{place}"'), 1)
        birds = self.get("/api/v1/datasets/birds")["dataset"]["uuid"]
        self.assertEqual(self.ask(place.replace("birds", birds)).body, answer.body)

    def test_rule_a8_no_report_and_no_way_out(self):
        """404 where every row was good, where the commit is another dataset's, and for anything
        that is no number: a report is found by its job, never by a name that is sent."""
        before = "/api/v1/datasets/birds/commits"
        for commit in ("2", "3", "1", "0", "99", "-4", "4.0", "0x4", "4294967300", "x" * 3000,
                       "..%2F..%2Fportal.json", "%2e%2e", "4%2Freport", "4%00"):
            answer = self.ask(f"{before}/{commit}/report")
            self.assertIn(answer.status, (400, 404), commit)
            self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        self.assert_problem(self.ask(f"{before}/2/report"), 404, "commit")
        self.assert_problem(self.ask("/api/v1/datasets/lichens/commits/4/report"), 404, "commit")
        self.assert_problem(self.ask("/api/v1/datasets/nobody/commits/4/report"), 404, "slug")
        self.assert_problem(self.ask(f"{before}/4/report?limit=1"), 400, "limit")

    def test_fields(self):
        answer = self.get("/api/v1/datasets/birds/fields")
        fields = {field["name"]: field for field in answer["fields"]}
        self.assertEqual(set(fields), set(BIRDS_HEADER.split(",")))
        self.assertEqual((fields["country"]["records"], fields["country"]["total"]), (14, 15))
        self.assertGreater(fields["year"]["types"]["number"], 0)
        nested = {
            f["name"]: f["nested"] for f in self.get("/api/v1/datasets/lichens/fields")["fields"]
        }
        self.assertTrue(nested["associatedMedia.type"])
        self.assertFalse(nested["country"])
        self.assert_problem(self.ask("/api/v1/datasets/birds/fields?table=lichens"), 400, "table")


class Suggest(ServedTest):
    def test_suggest(self):
        answer = self.get("/api/v1/suggest", field="scientificName", prefix="turdus")
        self.assertEqual(answer["field"], "scientificName")
        self.assertEqual(
            {value["value"] for value in answer["values"]},
            {"Turdus merula", "Turdus pilaris", "Turdus viscivorus"},
        )
        counts = self.get("/api/v1/suggest", field="country")["values"]
        self.assertEqual(counts[0], {"value": "Chile", "count": len(ODD_KEYS)})
        self.assertEqual(len(self.get("/api/v1/suggest", field="country", limit=2)["values"]), 2)

    def test_within_a_search(self):
        answer = self.get("/api/v1/suggest", field="country", family="Corvidae")
        self.assertEqual({value["value"] for value in answer["values"]}, {"Norway", "Iceland"})

    def test_wrong(self):
        mixed = self.get("/api/v1/suggest/any", prefix="nor")
        self.assertIn({"field": "country", "label": "Country", "parameter": "country",
                       "value": "Norway", "text": "Norway"},
                      [{k: v for k, v in one.items() if k != "count"}
                       for one in mixed["suggestions"]])
        for one in mixed["suggestions"]:
            total = self.get("/api/v1/records", **{one["parameter"]: one["value"], "limit": 0})
            self.assertEqual(total["total"], one["count"], "its records are found by its parameter")
        self.assertEqual(self.get("/api/v1/suggest/any", prefix="n")["suggestions"], [])
        german = self.ask("/api/v1/suggest/any?prefix=nor", headers={"Accept-Language": "de-AT"})
        self.assertIn({"field": "country", "label": "Land", "parameter": "country",
                       "value": "Norway", "text": "Norwegen"},
                      [{k: v for k, v in one.items() if k != "count"}
                       for one in german.json()["suggestions"]])
        # A kept answer is one language's: caches are told, and its ETag is its own.
        english = self.ask("/api/v1/suggest/any?prefix=nor")
        for answer, language in ((german, "de"), (english, "en")):
            self.assertEqual(answer.headers["Content-Language"], language)
            self.assertIn("Accept-Language", ", ".join(answer.headers.get_all("Vary")))
        for language, status in (("de", 304), ("en", 200)):
            again = self.ask("/api/v1/suggest/any?prefix=nor", headers={
                "Accept-Language": language, "If-None-Match": german.headers["ETag"]})
            self.assertEqual(again.status, status)
        self.assertIn("1855", [one["text"] for one in
                               self.get("/api/v1/suggest/any", prefix="1855")["suggestions"]])
        self.assert_problem(self.ask("/api/v1/suggest/any?prefix=" + "a" * 300), 400, "prefix")
        self.assert_problem(self.ask("/api/v1/suggest/any?field=country"), 400)
        self.assert_problem(self.ask("/api/v1/suggest?prefix=a"), 400, "field")
        self.assert_problem(self.ask("/api/v1/suggest?field=nonsense&prefix=a"), 400)
        self.assert_problem(self.ask("/api/v1/suggest?field=country&sort=year"), 400, "sort")


class WrongRequests(ServedTest):
    def test_each_names_the_place(self):
        cases = [
            ("limit=-1", "limit"),
            ("limit=abc", "limit"),
            ("limit=1001", "limit"),
            ("limit=", "limit"),
            ("limit=1&limit=2", "limit"),
            ("limit=99999999999999999999", "limit"),
            ("offset=-1", "offset"),
            ("facetLimit=10001", "facetLimit"),
            ("version=tomorrow", "version"),
            ("version=", "version"),
            ("version=2015-02-30", "version"),
            ("dataset=nowhere", "dataset"),
            ("table=nowhere", "table"),
            ("kind=nowhere", "kind"),
            ("kind=checklist", "kind"),
            ("kind=research&dataset=birds", "kind"),
            ("dataset=birds,nowhere", "dataset"),
            ("facet=", "facet"),
            ("sort=", "sort"),
            ("sort=-", "sort"),
            ("family=%zz", "family"),
            ("family=%ff", "family"),
            ("family=a%00b", "family"),
            ("year=1900..1850", "year"),
            ("nonsense=1", "nonsense"),
            ("facet=nonsense", "facet"),
            ("sort=year,-nonsense", "sort"),
            ("field.nonsense=1", "field.nonsense"),
            ("filter.exists=nonsense", "filter.exists"),
            ('query={"filters":{"exists":{"fields":["nonsense"]}}}', "query"),
            ("after=nonsense", "after"),
        ]
        for query, field in cases:
            problem = self.assert_problem(self.ask(f"/api/v1/records?{query}"), 400)
            if field is not None:
                self.assertEqual(problem.get("field"), field, (query, problem))

    def test_unknown_parameters(self):
        for path in (
            "/api/v1/datasets",
            "/api/v1/datasets/birds",
            "/api/v1/datasets/birds/commits",
            "/api/v1/datasets/birds/fields",
            "/api/v1/records/birds/b1",
            "/api/v1/records/birds/b1/versions",
            "/api/v1/records/birds/b1/diff",
            "/api/v1/openapi.json",
            "/healthz",
            "/readyz",
        ):
            self.assert_problem(self.ask(path + "?nonsense=1"), 400, "nonsense")

    def test_unknown_addresses(self):
        for path in (
            "/api/v1",
            "/api/v1/",
            "/api/v1/nothing",
            "/api/v1/records/birds/b1/nothing",
            "/api/v1/datasets/birds/commits/",
        ):
            self.assert_problem(self.ask(path), 404)
            browser = self.ask(path, headers={"Accept": "text/html"})
            if path != "/api/v1":
                self.assert_problem(browser, 404)

    def test_wrong_methods(self):
        for method, path, allow in (
            ("POST", "/api/v1/records", "GET, HEAD, OPTIONS"),
            ("GET", "/api/v1/search", "POST, OPTIONS"),
            ("DELETE", "/api/v1/records/birds/b1", "GET, HEAD, OPTIONS"),
        ):
            answer = self.ask(path, method=method)
            self.assert_problem(answer, 405)
            self.assertEqual(answer.headers["Allow"], allow)


class Http(ServedTest):
    def test_etag(self):
        for path in (
            "/api/v1/records?facet=family",
            "/api/v1/datasets",
            "/api/v1/datasets/birds",
            "/api/v1/records/birds/b1",
            "/api/v1/records/birds/b1/versions",
            "/api/v1/suggest?field=country",
            "/api/v1/openapi.json",
            "/",
            "/search",
            "/dataset/birds",
            "/record/birds/b1",
        ):
            for _ in range(3):  # uses that are counted in between make a page with figures anew
                first = self.ask(path)
                self.assertEqual(first.status, 200, path)
                again = self.ask(path, headers={"If-None-Match": first.headers["ETag"]})
                if again.status == 304:
                    break
            self.assertEqual((again.status, again.body), (304, b""), path)
            self.assertEqual(again.headers["ETag"], first.headers["ETag"])
        older = self.ask(
            f"/api/v1/records?facet=family&version={MS[0]}",
            headers={"If-None-Match": self.ask("/api/v1/records?facet=family").headers["ETag"]},
        )
        self.assertEqual(older.status, 200)

    def test_gzip(self):
        plain = self.ask("/api/v1/records?limit=100")
        self.assertNotIn("Content-Encoding", plain.headers)
        packed = self.ask("/api/v1/records?limit=100", headers={"Accept-Encoding": "gzip"})
        self.assertEqual(packed.headers["Content-Encoding"], "gzip")
        self.assertEqual(packed.body, plain.body)
        self.assertIn("Accept-Encoding", packed.headers["Vary"])

    def test_head(self):
        for path in ("/api/v1/records", "/healthz", "/", "/api/v1/records/birds/nobody"):
            get = self.ask(path)
            head = self.ask(path, method="HEAD")
            self.assertEqual((head.status, head.body), (get.status, b""))
            self.assertEqual(head.headers["Content-Type"], get.headers["Content-Type"])

    def test_cross_origin(self):
        answer = self.ask("/api/v1/records", headers={"Origin": "https://elsewhere.example"})
        self.assertEqual(answer.headers["Access-Control-Allow-Origin"], "*")
        options = self.ask(
            "/api/v1/search",
            method="OPTIONS",
            headers={
                "Origin": "https://elsewhere.example",
                "Access-Control-Request-Method": "POST",
                "Access-Control-Request-Headers": "content-type",
            },
        )
        self.assertEqual(options.status, 204)
        self.assertIn("POST", options.headers["Access-Control-Allow-Methods"])
        self.assertIn("Content-Type", options.headers["Access-Control-Allow-Headers"])
        self.assertEqual(
            self.ask("/api/v1/records?limit=-1").headers["Access-Control-Allow-Origin"], "*"
        )
        self.assertNotIn("Access-Control-Allow-Origin", self.ask("/").headers)

    def test_health(self):
        self.assertEqual(self.get("/healthz"), {"status": "ok"})
        ready = self.get("/readyz")
        self.assertEqual((ready["status"], ready["version"]), ("ready", MS[4]))
        self.assertEqual(ready["clockBehindMilliseconds"], 0)

    def test_security_headers(self):
        page = self.ask("/")
        policy = page.headers["Content-Security-Policy"]
        for part in (
            "default-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'self'",
        ):
            self.assertIn(part, policy)
        self.assertNotIn("unsafe", policy)
        for answer in (page, self.ask("/api/v1/records"), self.ask("/nothing")):
            self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff")
            self.assertIn("Referrer-Policy", answer.headers)
            self.assertRegex(answer.headers["X-Request-Id"], "^[0-9a-f-]{36}$")
            self.assertNotIn("Set-Cookie", answer.headers)


class Pages(ServedTest):
    def page(self, path, status=200):
        answer = self.ask(path, headers={"Accept": "text/html,*/*;q=0.8"})
        self.assertEqual(answer.status, status, answer.text()[:500])
        self.assertEqual(answer.headers["Content-Type"], "text/html; charset=utf-8")
        self.assertTrue(answer.text().startswith("<!doctype html>"))
        return answer

    def test_pages_say_what_they_show(self):
        for path, words in (
            ("/", ["Museum of Tests", "15", "specimens", "Birds of the North"]),
            ("/search", ["Turdus merula", "Chile", "15 specimens and 2 research records"]),
            ("/search?family=Corvidae", ["Corvus corax", "3 specimens"]),
            ("/search?q=skins", ["Birds of the North"]),
            ("/search?country=Atlantis&family=Corvidae", ["Nothing matches", "Atlantis"]),
            ("/datasets", ["Birds of the North", "CC BY 4.0"]),
            ("/dataset/birds", ["<em>eggs</em>", "Given back to its owner", "scientificName"]),
            ("/record/birds/b1", ["Turdus merula", "Sweden", "Georeferenced anew"]),
            ("/record/birds/b1?version=2016-01-01", ["Norway"]),
            (
                f"/record/birds/b1?from={MS[0]}&to={MS[2]}",
                ["<del>Norway</del>", "<ins>Sweden</ins>"],
            ),
            ("/record/lichens/l1", ["Image", "https://demo.example/2", "not stated"]),
            ("/about", ["Museum of Tests"]),
            ("/accessibility", ["Accessibility"]),
            ("/api", ["/api/v1/records", "openapi.json"]),
        ):
            text = self.page(path).text()
            for word in words:
                self.assertIn(word, text, path)

    def test_rule_c2_keys_in_addresses(self):
        for key in ODD_KEYS:
            self.assertIn("Passer domesticus", self.page(f"/record/birds/{quoted(key)}").text())
            self.assertIn("Passer domesticus", self.page(address("/record/birds", key=key)).text())

    def test_rule_a5_removed_record_keeps_its_page(self):
        text = self.page(f"/record/birds/b6?version={MS[3]}", 410).text()
        for word in ("Given back to its owner", "Pica pica", "removed"):
            self.assertIn(word, text)

    def test_rule_k2_noindex(self):
        for path in ("/", "/search", "/datasets", "/dataset/birds", "/record/birds/b1", "/about"):
            self.assertNotIn("noindex", self.page(path).headers.get("X-Robots-Tag", ""), path)
        for path in (
            "/search?family=Corvidae",
            "/datasets?kind=specimens",
            f"/dataset/birds?version={MS[0]}",
            f"/record/birds/b1?version={MS[0]}",
            f"/record/birds/b1?from={MS[0]}&to={MS[2]}",
        ):
            self.assertEqual(self.page(path).headers.get("X-Robots-Tag"), "noindex", path)

    def test_problems_are_pages_for_browsers(self):
        for path, status in (
            ("/nothing", 404),
            ("/dataset/nothing", 404),
            ("/record/birds/nobody", 404),
            ("/search?version=nonsense", 400),
            ("/search?after=x", 400),
        ):
            text = self.page(path, status).text()
            self.assertIn("Museum of Tests", text)
            self.assert_problem(self.ask(path, headers={"Accept": "*/*"}), status)

    def test_a_page_says_what_of_its_address_it_does_not_know(self):
        for path in ("/", "/about", "/datasets", "/dataset/birds", "/record/birds/b1"):
            plain = self.page(path).text()
            self.assertNotIn('role="note"', plain)
            told = self.page(f"{path}?nonsense=1&<b>=2&utm_source=letter").text()
            self.assertIn("This page does not know nonsense, &lt;b&gt;, and left it out.", told)
            self.assertNotIn("letter", told.split('id="main"')[1].split("</p>")[0])
            self.assertEqual(self.page(path).text(), plain)

    def test_addresses_that_people_type_lead_to_what_is_meant(self):
        for path, status, target in (
            ("/datasets/?q=birds", 308, "/datasets?q=birds"),
            ("/downloads", 302, "/downloads/new"),
            ("/subscriptions", 302, "/search?view=changes"),
            (f"/record/birds/b1/{MS[0]}", 302, f"/record/birds/b1?version={MS[0]}"),
        ):
            answer = self.ask(path)
            self.assertEqual((answer.status, answer.headers["Location"]), (status, target))
        # Never to another host, which "//host" would be.
        for path in ("/nothing/at/all//", "//evil.example/", "///evil.example/", "/\\evil.example/",
                     "/de//evil.example/", "//evil.example/%2e%2e/", "/de/\\evil.example/"):
            answer = self.ask(path)
            self.assertGreaterEqual(answer.status, 400, path)
            self.assertNotIn("Location", answer.headers)
        self.page("/record/birds/b1/nonsense", 400)

    def test_texts_are_escaped(self):
        text = self.page("/search?q=%3Cscript%3Ealert(1)%3C/script%3E").text()
        self.assertNotIn("<script>alert", text)
        self.assertIn("&lt;script&gt;", text)

    def test_empty_form_fields_say_nothing(self):
        self.assertEqual(self.page("/search?q=&year=&sort=&limit=").text().count('class="chip"'), 0)


class Crawler(ServedTest):
    def test_rule_k2_robots(self):
        """A crawler that obeys robots.txt meets no filter, no old version, no interface."""
        rules = self.ask("/robots.txt")
        self.assertEqual(rules.headers["Content-Type"], "text/plain; charset=utf-8")
        patterns = [
            line.removeprefix("Disallow: ")
            for line in rules.text().splitlines()
            if line.startswith("Disallow: ")
        ]
        self.assertGreater(len(patterns), 3)

        def allowed(path):
            """RFC 9309 section 2.2.2: rules are prefixes, * stands for anything."""
            return not any(
                re.match(re.escape(pattern).replace(r"\*", ".*"), path) for pattern in patterns
            )

        seen = set()
        waiting = ["/"]
        while waiting:
            path = waiting.pop()
            if path in seen or not allowed(path):
                continue
            seen.add(path)
            self.assertLess(len(seen), 1000, f"no end of pages: {path}")
            answer = self.ask(path, headers={"Accept": "text/html"})
            self.assertEqual(answer.status, 200, path)
            for link in re.findall(r'<a [^>]*href="([^"]+)"', answer.text()):
                link = link.replace("&amp;", "&").split("#")[0]
                if link.startswith("/") and not link.startswith("//"):
                    waiting.append(link)
        for path in seen:
            # A key that no path can hold, such as "..", stands in a parameter (rule C2).
            self.assertNotIn("?", path.replace("?key=", ""))
            self.assertFalse(path.startswith("/api/"), path)
        for path in ("/", "/search", "/datasets", "/dataset/birds", "/about"):
            self.assertIn(path, seen)
        self.assertTrue(any(path.startswith("/record/") for path in seen))


class Changing(unittest.TestCase):
    """Tests that write beside a running server."""

    def setUp(self):
        self.museum = Museum().make()
        self.addCleanup(self.museum.remove)

    def serve(self, *options):
        server = Server(self.museum.data, *options)
        self.addCleanup(server.errors.close)
        self.addCleanup(server.stop)
        return server

    def test_commit_of_another_process_is_seen(self):
        server = self.serve()
        before = server.ask("/api/v1/records?limit=5")
        cursor = before.json()["after"]
        self.museum.birds(
            "2021.csv",
            ["b0,Aquila chrysaetos,Accipitridae,Norway,1800,Finch,,"],
            TIMES[5],
            "--message",
            "New",
        )
        deadline = time.monotonic() + 5
        seen = before
        while seen.json()["total"] == 17 and time.monotonic() < deadline:
            seen = server.ask("/api/v1/records?limit=5")
        self.assertEqual((seen.json()["total"], seen.json()["version"]), (18, MS[5]))
        self.assertNotEqual(seen.headers["ETag"], before.headers["ETag"])
        # The cursor goes on in the version it came from.
        rest = server.ask(address("/api/v1/records", limit=100, after=cursor)).json()
        self.assertEqual((rest["version"], rest["total"], len(rest["records"])), (MS[4], 17, 12))
        self.assertNotIn("b0", [record["key"] for record in rest["records"]])

    def test_start_is_quick_and_stop_is_clean(self):
        begun = time.monotonic()
        server = self.serve()
        started = time.monotonic() - begun
        self.assertEqual(server.ask("/healthz").status, 200)
        self.assertLess(started, 5)
        self.assertEqual(server.stop(), 0)

    def test_rule_e4_access_log_file(self):
        log = self.museum.folder / "access.log"
        server = self.serve("--access-log", str(log))
        server.ask(
            "/api/v1/records?q=secretword&recordedBy=Finch",
            headers={"User-Agent": "someone@example.org"},
        )
        server.ask("/search?q=secretword")
        self.assertEqual(server.stop(), 0)
        text = log.read_text()
        self.assertIn("127.0.0.0 GET /api/v1/records 200 ", text)
        for secret in ("secretword", "Finch", "127.0.0.1", "someone"):
            self.assertNotIn(secret, text)
            self.assertNotIn(secret, server.log())

    def test_missing_folder(self):
        with self.assertRaises(AssertionError) as raised:
            Server(self.museum.folder / "nowhere")
        self.assertIn("nowhere", str(raised.exception))

    def test_empty_portal(self):
        empty = Museum()
        self.addCleanup(empty.remove)
        empty.vitrine("init", "--name", "Nothing yet")
        server = Server(empty.data)
        self.addCleanup(server.errors.close)
        self.addCleanup(server.stop)
        answer = server.ask("/api/v1/records").json()
        self.assertEqual((answer["total"], answer["records"]), (0, []))
        self.assertEqual(server.ask("/api/v1/datasets").json()["datasets"], [])
        for path in ("/", "/search", "/datasets", "/about", "/api"):
            self.assertEqual(server.ask(path).status, 200, path)


if __name__ == "__main__":
    unittest.main()
