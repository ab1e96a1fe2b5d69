# SPDX-License-Identifier: Apache-2.0
"""What is asked of a result by address: the sex-bias study in one call (rule C5), vocabularies of
the data folder, fields by their names, budgets of time, limits that are named."""

import json
import unittest

import serving
from serving import ServedTest, address


class Summaries(ServedTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server.stop()
        cls.server.errors.close()
        animals = [("Aves", "female", 200), ("Aves", "male", 310), ("Aves", "", 490),
                   ("Mammalia", "F", 410), ("Mammalia", "\u2642", 440), ("Mammalia", "--", 150)]
        rows = [f"{name}{sex}{i},{name},{sex},{1850 + i % 20},{name} {i % 9}"
                for name, sex, count in animals for i in range(count)]
        for slug, kind, more in (("skins", "specimens", []), ("lots", "index lots", [])):
            path = cls.museum.write(f"{slug}.csv", ["id,class,sex,year,species", *rows, *more])
            cls.museum.vitrine("ingest", "--dataset", slug, "--key", "id", "--kind", kind, path)
        cls.server = serving.Server(cls.museum.data)

    def summary(self, **parameters):
        return self.get("/api/v1/summary", **parameters)

    def test_rule_c5_is_one_call(self):
        answer = self.summary(by=["class", "year:decade"], share="sex", distinct="species",
                              dataset="skins,lots")
        self.assertEqual(answer["leftOut"], ["lots"])
        self.assertEqual(answer["total"], 2000)
        cells = answer["groups"][0]["cells"]
        self.assertEqual([c["by"] for c in cells], [["Aves", "1850"], ["Aves", "1860"],
                                                    ["Mammalia", "1850"], ["Mammalia", "1860"]])
        self.assertEqual(cells[0]["measures"][0]["distinct"], 9)
        by_class = self.summary(by="class", share="sex", dataset="skins")["groups"][0]["cells"]
        for cell, percent, unsexed in zip(by_class, (39, 48), (490, 150)):
            share = cell["measures"][0]
            self.assertEqual(round(100 * share["share"]), percent)
            self.assertEqual(share["counts"]["unsexed"], unsexed)
            self.assertLess(share["low"], share["share"])
            self.assertGreater(share["high"], share["share"])
        everything = self.summary(share="sex", dataset="skins")["groups"][0]["cells"]
        self.assertEqual([(c["by"], c["count"]) for c in everything], [([], 2000)])

    def test_kinds_that_are_named_are_counted(self):
        answer = self.summary(share="sex", dataset="lots", kind="index lots")
        self.assertEqual((answer["total"], answer["leftOut"]), (2000, []))
        self.assert_problem(self.ask(address("/api/v1/summary", share="sex", dataset="lots")), 400,
                            "kind")

    def test_a_vocabulary_of_the_data_folder(self):
        folder = self.museum.data / "vocabularies"
        folder.mkdir()
        head = "@missing\tnone\n@several\tboth\n@doubt\tunsure\n@other\tother\n@share\tshe\the\n"
        (folder / "gender.tsv").write_text(head + "she\tfemale\nhe\tmale\n", encoding="utf-8")
        cell = self.summary(by="class", share="sex:gender",
                            dataset="skins")["groups"][0]["cells"][0]
        self.assertEqual(cell["measures"][0]["counts"], {
            "none": 490, "both": 0, "unsure": 0, "other": 0, "she": 200, "he": 310})
        (folder / "gender.tsv").write_text(head + "nonsense\n", encoding="utf-8")
        problem = self.assert_problem(self.ask(address("/api/v1/summary", share="sex:gender")),
                                      400, "vocabulary")
        self.assertIn("line 6", problem["detail"])
        self.assert_problem(self.ask(address("/api/v1/summary", share="sex:../x")), 400,
                            "vocabulary")

    def test_the_command_line_says_the_same(self):
        said = json.loads(self.museum.vitrine(
            "search", "--dataset", "skins", "--by", "class", "--by", "year:decade", "--share",
            "sex", "--statistics", "year", "--quantiles", "0.5", "--grid", "degrees:10",
            "sex=female"))
        asked = self.summary(by=["class", "year:decade"], share="sex", statistics="year",
                             quantiles="0.5", grid="degrees:10", sex="female", dataset="skins")
        self.assertEqual(said, asked)
        self.assertEqual(said["total"], 200)

    def test_limits_are_named(self):
        for parameters, field, words in (
                ({"by": ["class", "sex", "year", "species"]}, "by", "3"),
                ({"grid": "geohash:9"}, "grid", "8"), ({"grid": "hexagons"}, "grid", "tile"),
                ({"quantiles": "2", "statistics": "year"}, "quantiles", "0 to 1"),
                ({"statistics": "nothing"}, "statistics", ""),
                ({"by": "nothing:decade"}, "by", ""),
                ({"share": "nothing:sex"}, "share", ""),
                ({"limit": "5000"}, "limit", "1000"),
                ({"statistics": ["year"] * 21}, "statistics", "20")):
            problem = self.assert_problem(self.ask(address("/api/v1/summary", **parameters)), 400,
                                          field)
            self.assertIn(words, problem["detail"])

    def test_members_of_the_body_are_named(self):
        for body, field, words in (
                ({"nothing": 1}, "/nothing", "statistics, histograms, groups, grids"),
                ({"limit": 1}, "/limit",
                 "it takes query, datasets, tables, kinds, version, budget"),
                ({"explain": True}, "/explain", "it takes"),
                ({"statistics": [{"field": "nothing"}]}, "/statistics/0/field", "nothing"),
                ({"groups": [{"by": [{"field": "sex"}], "measures": [{"sum": "nothing"}]}]},
                 "/groups/0/measures/0/sum", "nothing")):
            problem = self.assert_problem(
                self.ask("/api/v1/summary", method="POST", body=json.dumps(body)), 400, field)
            self.assertIn(words, problem["detail"])
            self.assertNotIn("facets", problem["detail"])

    def test_fields_by_their_names(self):
        answer = self.get("/api/v1/fields", text="NAME", dataset="birds,lichens")
        self.assertEqual([(f["name"], f["records"]) for f in answer["fields"]],
                         [("scientificName", 17)])
        media = self.get("/api/v1/fields", text="media", limit=1)
        self.assertEqual((media["total"], len(media["fields"])), (2, 1))
        self.assertTrue(media["fields"][0]["nested"])
        year = self.get("/api/v1/fields", text="year", table="birds")["fields"][0]
        self.assertIn("number", year["types"])

    def test_budgets(self):
        # A budget of a millisecond: an answer in time, or a problem that says what to do.
        answer = self.ask(address("/api/v1/summary", by=["species", "year", "class"],
                                  distinct="id", budget=1))
        if answer.status != 200:
            problem = self.assert_problem(answer, 503, "budget")
            self.assertIn("1 ms", problem["detail"])
        self.assertEqual(self.ask("/api/v1/records?budget=60000").status, 200)
        self.assert_problem(self.ask("/api/v1/records?budget=-1"), 400, "budget")

        # Of a body it is a place in it.
        body = {"groups": [{"by": [{"field": "species"}, {"field": "year"}, {"field": "class"}],
                            "measures": [{"distinct": "id"}]}], "budget": 1}
        answer = self.ask("/api/v1/summary", method="POST", body=json.dumps(body))
        if answer.status != 200:
            self.assert_problem(answer, 503, "/budget")

    def test_a_field_may_have_several_facets(self):
        def ask(facets):
            return self.ask("/api/v1/search", method="POST",
                            body=json.dumps({"facets": facets, "limit": 0}))
        few, more, all_of_them = ask([{"field": "species", "limit": 2},
                                      {"field": "species", "limit": 3},
                                      {"field": "Species", "limit": 2, "offset": 1}]
                                     ).json()["facets"]
        self.assertEqual((len(few["values"]), len(more["values"])), (2, 3))
        self.assertEqual(few["values"], more["values"][:2])
        self.assertEqual(all_of_them["values"], more["values"][1:])
        self.assertEqual(few["other"], more["other"] + more["values"][2]["count"])
        self.assertEqual(len(ask(["sex"] * 50).json()["facets"]), 50)
        self.assert_problem(ask(["sex"] * 51), 400, "/facets/50")

    def test_facets_keep_what_was_not_chosen(self):
        body = {"query": {"filters": {"and": [
            {"string_equals": {"fields": ["class"], "value": "Aves"}},
            {"string_equals": {"fields": ["sex"], "value": "female"}}]}},
            "datasets": ["skins"], "limit": 0,
            "facets": [{"field": "sex", "multi": True},
                       {"field": "species", "prefix": "AVES 1", "limit": 3},
                       {"field": "year", "offset": 18, "limit": 5}]}
        answer = self.ask("/api/v1/search", method="POST", body=json.dumps(body)).json()
        multi, prefix, later = answer["facets"]
        self.assertEqual([(v["value"], v["count"]) for v in multi["values"]],
                         [("male", 310), ("female", 200)])
        self.assertEqual((multi["missing"], multi["total"]), (490, 1000))
        self.assertEqual((prefix["distinct"], prefix["other"]), (1, 0))
        self.assertEqual((len(later["values"]), later["other"]), (2, 180))


if __name__ == "__main__":
    unittest.main()
