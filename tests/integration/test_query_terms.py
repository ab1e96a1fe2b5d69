# SPDX-License-Identifier: Apache-2.0
"""What is asked through the whole program: the examples published with the museum's schema v1.0.0
against brute force, sets of areas that a running server sees, pasted lists, the geological chart,
explained searches, and input whose cost is bounded before work begins."""

import csv
import http.client
import io
import json
import unittest
import urllib.parse

import portal
import reference_engine
import serving

RECORDS = [
    {"id": "a", "genus": "Helix", "family": "Helicidae", "year": "2004", "decimalLatitude": "2.5",
     "decimalLongitude": "102.5", "higherGeography": "Europe; Italy", "remarks": "mollusca",
     "catalogNumber": "BM 1", "earliestPeriodOrLowestSystem": "Jurassic",
     "associatedMedia": [{"type": "image"}]},
    {"id": "b", "genus": "helix", "year": 2010, "decimalLatitude": 0.5, "decimalLongitude": 100.5,
     "higherGeography": "Asia", "remarks": "Mollusca of Italy", "catalogNumber": "BM 2"},
    {"id": "c", "genus": "Bombus", "year": "1999", "decimalLatitude": "0.1",
     "decimalLongitude": "100.1", "higherGeography": "Europe; italy", "catalogNumber": "bm 1",
     "earliestPeriodOrLowestSystem": "Jurassik"},
    {"id": "d", "genus": "Apis", "family": "Apidae", "year": "2000", "decimalLatitude": 12.2,
     "decimalLongitude": -69.0, "remarks": "Curaçao, near the coast"},
    {"id": "e", "genus": "Helix", "year": "unknown", "decimalLatitude": "51.4712",
     "decimalLongitude": "-0.95", "associatedMedia": []},
    {"id": "f", "remarks": "nothing else"},
]


def equals(field, value):
    return {"string_equals": {"fields": [field], "value": value}}


# The twelve kinds of example that the museum publishes with its schema.
EXAMPLES = [
    {},
    {"filters": {"and": [{"geo_custom_area": [
        [[[102, 2], [103, 2], [103, 3], [102, 3], [102, 2]]],
        [[[100, 0], [101, 0], [101, 1], [100, 1], [100, 0]],
         [[100.2, 0.2], [100.8, 0.2], [100.8, 0.8], [100.2, 0.8], [100.2, 0.2]]]]}]}},
    {"filters": {"not": [equals("genus", "helix")]}},
    {"search": "mollusca"},
    {"filters": {"and": [equals("genus", "helix"), equals("family", "helicidae")]}},
    {"search": "italy", "filters": {"and": [
        equals("genus", "helix"),
        {"string_contains": {"fields": ["higherGeography"], "value": "europe"}}]}},
    {"filters": {"or": [equals("genus", "bombus"), equals("family", "apidae")]}},
    {"filters": {"and": [{"number_range": {
        "fields": ["year"], "less_than": 2010, "less_than_inclusive": False,
        "greater_than": 2000, "greater_than_inclusive": True}}]}},
    {"filters": {"and": [{"geo_point": {"latitude": 51.4712, "longitude": -0.9421, "radius": 10,
                                        "radius_unit": "mi"}}]}},
    {"filters": {"and": [{"exists": {"fields": ["associatedMedia"]}}]}},
    {"filters": {"and": [{"exists": {"geo_field": True}}]}},
]
CURACAO = {"filters": {"and": [{"geo_named_area": {"country": "Curaçao"}}]}}
SEAS = {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"name": "Small Sea"}, "geometry": {
        "type": "Polygon",
        "coordinates": [[[102, 2], [103, 2], [103, 3], [102, 3], [102, 2]]]}}]}


class QueryTermsTest(portal.PortalTest):
    def setUp(self):
        super().setUp()
        path = self.write("rows.jsonl", "\n".join(map(json.dumps, RECORDS)) + "\n")
        self.run_ok("ingest", "--dataset", "things", "--key", "id", path)
        self.server = serving.Server(self.data)
        self.connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        self.addCleanup(self.stop)

    def stop(self):
        self.connection.close()
        self.assertEqual(self.server.stop(), 0, self.server.log())
        self.server.errors.close()

    def ask(self, method, path, body=None):
        text = json.dumps(body) if isinstance(body, dict) else body
        self.connection.request(method, path, text)
        response = self.connection.getresponse()
        return response.status, response.read().decode()

    def search(self, query, **more):
        status, text = self.ask("POST", "/api/v1/search", {"query": query, **more})
        return status, json.loads(text)

    def keys(self, query):
        status, answer = self.search(query)
        self.assertEqual(status, 200, answer)
        return [r["key"] for r in answer["records"]]

    def test_published_examples_agree_with_brute_force(self):
        engine = reference_engine.Engine()
        engine.add_table("things")
        for record in RECORDS:
            engine.put("things", record["id"], json.dumps(record), 1)
        for example in EXAMPLES:
            with self.subTest(json.dumps(example)):
                _, page, _ = engine.search(example, ["things"], 1)
                self.assertEqual(self.keys(example), [key for _, key in page])
        self.assertEqual(self.keys(CURACAO), ["d"])

    def test_every_term_is_an_address(self):
        for query, keys in (
                ("filter.wildcard=genus:H?li*", ["a", "b", "e"]),
                ("filter.phrase=remarks:mollusca of", ["b"]),
                ("filter.fuzzy=genus:Hellix", ["a", "b", "e"]),
                ("filter.missing=genus|family", ["f"]),
                ("filter.geo_named_area=country:Curaçao", ["d"]),
                ("filter.bbox=100,0,101,1&genus=helix", ["b"]),
                ("filter.geo_point=51.47,-0.95,10km", ["e"]),
                ("filter.distance=0.1,100.1,10..100km", ["b"]),
                ("filter.within=POLYGON((100 0, 101 0, 101 1, 100 1, 100 0))", ["b", "c"]),
                ("filter.geological_time=Mesozoic", ["a"]),
                ('filter.same={"list":"associatedMedia","filters":{"string_equals":'
                 '{"fields":["associatedMedia.type"],"value":"image"}}}', ["a"]),
                ("filter.wildcard=!genus:H*&filter.exists=genus", ["c", "d"]),
                ("filter.changed_since=2001&filter.prefix=genus:bom", ["c"])):
            address = urllib.parse.quote(query, safe="=&")
            status, body = self.ask("GET", f"/api/v1/records?limit=100&{address}")
            self.assertEqual(status, 200, body)
            found = sorted(record["key"] for record in json.loads(body)["records"])
            self.assertEqual(found, keys, query)
            status, page = self.ask("GET", f"/search?{address}")
            self.assertEqual(status, 200, query)
            self.assertEqual(page.count("Remove the filter"), query.count("&") + 1, query)
        self.assertIn("Remove the filter </span>within 10 km of",
                      self.ask("GET", "/search?filter.geo_point=51.47,-0.95,10km")[1])
        status, body = self.ask("GET", "/api/v1/records?filter.bbox=1,2")
        self.assertEqual((status, json.loads(body)["field"]), (400, "filter.bbox"))

    def test_a_running_server_sees_sets_of_areas(self):
        sea = {"filters": {"and": [{"geo_named_area": {"marine": "small SEA"}}]}}
        status, answer = self.search(sea)
        self.assertEqual((status, answer["field"]),
                         (400, "/query/filters/and/0/geo_named_area/marine"))
        path = self.write("seas.geojson", json.dumps(SEAS))
        self.run_ok("areas", "import", "--set", "seas", "--category", "marine", "--source", "here",
                    path)
        self.assertEqual(self.keys(sea), ["a"])
        self.assertIn("seas", self.run_ok("areas"))
        status, answer = self.search(json.loads(json.dumps(sea).replace("small SEA", "Smal Sea")))
        self.assertEqual(status, 400)
        self.assertIn("near names: Small Sea", answer["detail"])
        self.run_ok("areas", "remove", "seas")
        self.assertEqual(self.search(sea)[0], 400)
        broken = json.loads(json.dumps(SEAS).replace("[103, 2]", "[102.5, 4]"))
        path = self.write("broken.geojson", json.dumps(broken))
        done = self.vitrine("areas", "import", "--set", "seas", path)
        self.assertEqual(done.returncode, 3)
        self.assertIn("feature 1 (Small Sea)", done.stderr)

    def test_pasted_lists(self):
        text = "BM 2\nbm 1\nBM 9\n"
        status, body = self.ask("POST", "/api/v1/lists?field=catalogNumber", text)
        answer = json.loads(body)
        self.assertEqual(status, 200, body)
        self.assertEqual([(e["value"], e["status"], e["count"]) for e in answer["entries"]],
                         [("BM 2", "found", 1), ("bm 1", "ambiguous", 2), ("BM 9", "notFound", 0)])
        for part, keys in (("found", ["b"]), ("ambiguous", ["a", "c"]), ("notFound", [])):
            self.assertEqual(self.keys(answer["searches"][part]), keys)
            status, body = self.ask("POST", f"/api/v1/lists?format=csv&part={part}", text)
            rows = list(csv.DictReader(io.StringIO(body)))
            self.assertEqual([r["key"] for r in rows if r["key"]], keys)
        path = self.write("list.txt", text)
        done = self.vitrine("lists", path)
        self.assertEqual(len(list(csv.DictReader(io.StringIO(done.stdout)))), 4)
        self.assertIn("1 found, 1 not found, 1 ambiguous", done.stderr)
        status, body = self.ask("GET", "/api/v1/identifiers?field=catalogNumber&genus=helix")
        self.assertEqual(body, "BM 1\nBM 2\ne\n")
        status, body = self.ask("POST", "/api/v1/lists", "x\n" * 100001)
        self.assertEqual(status, 400)
        self.assertIn("at most 100000", body)

    def test_a_list_of_100_000_guids_is_taken(self):
        guids = [f"{i:08x}-0000-4000-8000-000000000000" for i in range(100_000)]
        status, body = self.ask("POST", "/api/v1/lists", "\n".join(guids))
        self.assertEqual((status, json.loads(body)["notFound"]), (200, 100_000))
        query = {"filters": {"and": [{"in": {"fields": ["id"], "values": guids}}]}}
        self.assertEqual(self.search(query)[0], 200)
        query["filters"]["and"][0]["in"]["values"].append("one more")
        status, answer = self.search(query)
        self.assertEqual(status, 400)
        self.assertIn("100000", answer["detail"])

    def test_geological_chart(self):
        status, body = self.ask("GET", "/api/v1/geological-time")
        answer = json.loads(body)
        counts = {i["name"]: i["count"] for i in answer["intervals"]}
        self.assertEqual((status, answer["total"], answer["dated"]), (200, 6, 1))
        self.assertEqual((counts["Jurassic"], counts["Mesozoic"], counts["Bajocian"]), (1, 1, 0))
        self.assertEqual(answer["unknown"], [
            {"field": "earliestPeriodOrLowestSystem", "value": "Jurassik", "count": 1}])
        status, body = self.ask("POST", "/api/v1/geological-time",
                                {"query": EXAMPLES[4], "match": "overlap"})
        counts = {i["name"]: i["count"] for i in json.loads(body)["intervals"]}
        self.assertEqual((status, counts["Bajocian"]), (200, 1))

    def test_explained(self):
        query = {"filters": {"and": [equals("genus", "helix"), {"exists": {"geo_field": True}}]}}
        status, answer = self.search(query, explain=True)
        told = [(c["words"], c["alone"], c["remaining"], c["removed"])
                for c in answer["explain"]["clauses"]]
        self.assertEqual(told, [("with a position", 5, 5, 0), ("genus is helix", 3, 3, 2)])
        self.assertEqual((answer["explain"]["rows"], answer["explain"]["total"]), (6, 3))
        status, body = self.ask("GET", "/api/v1/records?genus=helix&explain=true")
        self.assertEqual(json.loads(body)["explain"]["total"], 3)
        self.assertIn("genus is helix", self.run_ok("search", "--explain", "genus=helix"))

    def test_costs_are_bounded_before_work(self):
        ring = [[i / 1000, 0.0] for i in range(100_001)]
        cases = [
            ({"filters": {"and": [{"geo_custom_area": [[ring]]}]}}, "100000"),
            ({"filters": {"and": [{"within": {"geojson": {"type": "Polygon",
                                                          "coordinates": [ring]}}}]}}, "100000"),
            ({"filters": {"and": [{"exists": {"fields": ["id"]}}] * 10_001}}, "10000"),
            ({"filters": {"and": [{"wildcard": {"fields": ["id"], "value": "*a" * 20}}]}}, "16"),
            ({"filters": {"and": [{"wildcard": {"fields": ["id"], "value": "a" * 300}}]}}, "256"),
        ]
        for query, word in cases:
            status, answer = self.search(query)
            self.assertEqual(status, 400, word)
            self.assertIn(word, answer["detail"])
        for number in ("1e400", "NaN"):
            text = ('{"query": {"filters": {"and": [{"number_equals": {"fields": ["year"], '
                    f'"value": {number}}}}}]}}}}}}')
            status, body = self.ask("POST", "/api/v1/search", text)
            self.assertEqual(status, 400, body)


if __name__ == "__main__":
    unittest.main()
