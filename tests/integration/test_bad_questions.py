# SPDX-License-Identifier: Apache-2.0
"""Questions whose cost has no bound or that mean nothing: one table of them, asked over HTTP and on
the command line. Each is refused before work begins, with a sentence that names the limit or the
place at fault: 400, or exit code 2 (3 where a file is at fault)."""

import json
import subprocess
import unittest

import portal
from serving import ServedTest, address

LONGEST_ARGUMENT = 100_000  # bytes that a system takes as one argument, and then some
RING = [[i / 1000, 0.0] for i in range(100_001)]
POSITIONS = "100000 positions"


def term(kind, **members):
    return {"filters": {"and": [{kind: members}]}}


def polygon(*ring):
    return {"type": "Polygon", "coordinates": [[list(position) for position in ring]]}


def deep(levels):
    group = {"exists": {"fields": ["family"]}}
    for _ in range(levels):
        group = {"and": [group, {"exists": {"fields": ["sex"]}}]}
    return {"filters": group}


# Query, pointer within it (None: of the whole), words of the sentence.
QUERIES = [
    # cost
    ({"filters": {"and": [{"exists": {"fields": ["family"]}}] * 10_001}}, None, "10000 terms"),
    (deep(65), None, "64"),
    (term("in", fields=["family"], values=[str(i) for i in range(100_001)]), "in/values",
     "100000 values"),
    (term("exists", fields=["family"] * 1001), "exists/fields", "at most 1000"),
    (term("string_equals", fields=["family"], value="x" * 10_001), "string_equals/value", "10000"),
    ({"search": "x" * 10_001}, None, "10000"),
    ({"filters": {"and": [{"geo_custom_area": [[RING]]}]}}, "geo_custom_area", POSITIONS),
    (term("within", geojson=polygon(*RING)), "within/geojson", POSITIONS),
    (term("within", wkt="POLYGON ((" + ", ".join(f"{x} {y}" for x, y in RING) + "))"),
     "within/wkt", POSITIONS),
    (term("wildcard", fields=["family"], value="*a" * 17), "wildcard/value", "at most 16"),
    (term("wildcard", fields=["family"], value="*?" * 17), "wildcard/value", "at most 16"),
    (term("wildcard", fields=["family"], value="a" * 257), "wildcard/value", "256"),
    (term("fuzzy", fields=["family"], value="a" * 65), "fuzzy/value", "2 to 64"),
    (term("fuzzy", fields=["family"], value="abcd", distance=3), "fuzzy/distance", "1 to 2"),
    # patterns and words
    (term("wildcard", fields=["family"], value="a\\"), "wildcard/value", "backslash"),
    (term("wildcard", fields=["family"], value="a\\b"), "wildcard/value", "backslash"),
    (term("fuzzy", fields=["family"], value="a"), "fuzzy/value", "1 characters"),
    # polygons
    (term("within", geojson=polygon((0, 0), (10, 10), (10, 0), (0, 10), (0, 0))),
     "within/geojson", "crosses itself"),
    (term("within", geojson=polygon((170, 0), (-170, 0), (-170, 10), (170, 10), (170, 0))),
     "within/geojson", "antimeridian"),
    (term("within", wkt="POLYGON ((170 0, -170 0, -170 10, 170 10, 170 0))"), "within/wkt",
     "antimeridian"),
    (term("within", wkt="POLYGON ((0 0, 10 0, 10 10))"), "within/wkt", "at least four"),
    (term("within", wkt="CIRCLE (0 0, 10)"), "within/wkt", "POLYGON"),
    (term("within", geojson=polygon((0, 0), (10, 0), (10, 10), (5, 5))), "within/geojson", "0, 0"),
    (term("within", geojson=polygon((0, 0), (1000, 0), (10, 10), (0, 0))), "within/geojson",
     "1000"),
    # ranges upside down, or none
    (term("number_range", fields=["year"], greater_than=5, less_than=3), "number_range",
     "upside down"),
    (term("number_range", fields=["year"]), "number_range", "greater_than or less_than"),
    (term("date_range", **{"fields": ["year"], "from": "1900", "to": "1850"}), "date_range",
     "upside down"),
    (term("bbox", west=0, east=1, south=10, north=0), "bbox", "upside down"),
    (term("distance", latitude=0, longitude=0, at_least=9, at_most=1, unit="km"), "distance",
     "upside down"),
    (term("geological_time", **{"from": 10, "to": 20}), "geological_time", "upside down"),
    # numbers and dates that are none
    (term("date_range", **{"fields": ["year"], "from": "0000-13-99"}), "date_range/from",
     "0000-13-99"),
    (term("date_range", **{"fields": ["year"], "to": "2023-02-29"}), "date_range/to",
     "2023-02-29"),
    (term("changed_since", moment="0000-13-99"), "changed_since/moment", "0000-13-99"),
    (term("number_equals", fields=["year"], value="1850"), "number_equals/value", "number"),
    (term("geo_point", latitude=91, longitude=0), "geo_point/latitude", "91"),
    (term("geo_point", latitude=0, longitude=-181), "geo_point/longitude", "-181"),
    (term("geo_point", latitude=0, longitude=0, radius=-1, radius_unit="km"), "geo_point/radius",
     "-1"),
    (term("bbox", west=0, east=1000, south=0, north=1), "bbox/east", "1000"),
    (term("geo_named_area", country="Nonesuch"), "geo_named_area", "Nonesuch"),
    (term("geological_time", name="Nonesuch"), "geological_time/name", "Nonesuch"),
    (term("nonesuch", fields=["year"]), None, "nonesuch"),
]

# Texts that are no JSON for a query, or hold numbers that are none.
TEXTS = [
    ('{"filters": {"and": [{"number_equals": {"fields": ["year"], "value": NaN}}]}}', "NaN"),
    ('{"filters": {"and": [{"number_equals": {"fields": ["year"], "value": Infinity}}]}}',
     "Infinity"),
    ('{"filters": {"and": [{"number_equals": {"fields": ["year"], "value": 1e400}}]}}', "1e400"),
    ('{"filters": {"and": [{"number_range": {"fields": ["year"], "less_than": -1e999}}]}}',
     "-1e999"),
    ('{"filters": {"and": [', "JSON"),
]

# Parameter, value, what the command line takes instead (None: the same as FIELD=VALUE), words.
PARAMETERS = [
    ("year", "1900..1850", None, "upside down"),
    ("year", "0000-13-99..1900", None, "0000-13-99"),
    ("year", "1900,1850", None, "upside down"),
    ("year", "1..1e400", None, "1e400"),
    ("year", "1.2.3..5", None, "1.2.3"),
    ("year", "1e400,*", None, "1e400"),
    ("year", "NaN..1900", None, "NaN"),
    ("year", "1900-02-30,1901", None, "1900-02-30"),
    ("limit", "1001", ["--limit", "1001"], "1000"),
    ("limit", "-1", ["--limit", "-1"], "limit"),
    ("limit", "1e3", ["--limit", "1e3"], "limit"),
    ("limit", "99999999999999999999", ["--limit", "99999999999999999999"], "limit"),
    ("offset", "-5", ["--offset", "-5"], "offset"),
    ("facet", [f"f{i}" for i in range(51)],
     [word for i in range(51) for word in ("--facet", f"f{i}")], "50"),
    ("facetLimit", "10001", ["--facet", "family", "--facet-limit", "10001"], "10000"),
    ("facetOffset", "1000001", ["--facet", "family", "--facet-offset", "1000001"], "1000000"),
    ("sort", ",".join(["family"] * 9), ["--sort", "family"] * 9, "8"),
    ("sort", "nonesuch", ["--sort", "nonesuch"], "nonesuch"),
    ("after", "nonesuch", ["--after", "nonesuch"], "cursor"),
    ("version", "0000-13-99", ["--version", "0000-13-99"], "0000-13-99"),
    ("nonesuch", "x", None, "nonesuch"),
]

SUMMARIES = [
    ("histogram", "year:0", ["--histogram", "year:0"], "above 0"),
    ("histogram", "year:-1", ["--histogram", "year:-1"], "above 0"),
    ("histogram", "year:1e-300", ["--histogram", "year:1e-300"], "too small"),
    ("by", "year:1e-300", ["--by", "year:1e-300"], "too small"),
    ("by", "year:0", ["--by", "year:0"], "above 0"),
    ("by", ["family", "sex", "year", "country"],
     [word for name in ("family", "sex", "year", "country") for word in ("--by", name)], "3"),
    ("statistics", ["year"] * 21, ["--statistics", "year"] * 21, "20"),
    ("grid", "geohash:9", ["--grid", "geohash:9"], "1 to 8"),
    ("grid", "tile:1/5/5:2", ["--grid", "tile:1/5/5:2"], "2^zoom"),
    ("grid", "tile:20/0/0:8", ["--grid", "tile:20/0/0:8"], "zoom 24"),
    ("grid", "degrees:0", ["--grid", "degrees:0"], "0.0000001"),
    ("grid", "degrees:NaN", ["--grid", "degrees:NaN"], "degrees"),
]


class BadQuestions(ServedTest):
    def command(self, code, words, *arguments, told=""):
        """The command line refuses with a sentence that has the words, on standard error."""
        done = self.run_vitrine(*arguments)
        self.assertEqual(done.returncode, code, f"{told or arguments}: {done.stdout[:300]}")
        self.assertIn(words, done.stderr, told or arguments)

    def run_vitrine(self, *arguments):
        command = [portal.BINARY, arguments[0], "--data", str(self.museum.data), *arguments[1:]]
        return subprocess.run(command, capture_output=True, text=True, timeout=120)

    def refused(self, answer, words, told):
        self.assertEqual(answer.status, 400, f"{told}: {answer.text()[:300]}")
        problem = answer.json()
        self.assertIn(words, problem["detail"], told)
        return problem

    def post(self, body):
        return self.server.ask("/api/v1/search", method="POST", body=body.encode(),
                               headers={"Content-Type": "application/json"})

    def test_queries(self):
        for query, pointer, words in QUERIES:
            text = json.dumps(query)
            told = f"{pointer}: {words}: {text[:120]}"
            with self.subTest(told):
                problem = self.refused(self.post(f'{{"query": {text}}}'), words, told)
                if pointer is not None:
                    self.assertIn(f"/{pointer}", problem["field"], told)
                if len(text) < LONGEST_ARGUMENT:
                    self.command(2, words, "search", "--query", text, told=told)

    def test_texts_that_are_no_query(self):
        for text, words in TEXTS:
            with self.subTest(text):
                self.refused(self.post(f'{{"query": {text}}}'), words, text)
                self.command(2, words, "search", "--query", text)

    def test_a_query_of_more_than_4_mebibytes(self):
        text = json.dumps(term("in", fields=["family"], values=["x" * 9000] * 500))
        problem = self.refused(self.post(f'{{"query": {text}}}'), "4194304", "a long query")
        self.assertIn("bytes", problem["detail"])

    def test_parameters(self):
        for path, table in (("/api/v1/records", PARAMETERS), ("/api/v1/summary", SUMMARIES)):
            for name, value, arguments, words in table:
                with self.subTest(name=name, value=str(value)[:60]):
                    answer = self.server.ask(address(path, **{name: value}))
                    self.refused(answer, words, f"{name}={value}")
                    given = [f"{name}={value}"] if arguments is None else arguments
                    self.command(2, words, "search", *given)

    def test_differences_go_forwards(self):
        answer = self.server.ask(address("/api/v1/changes", **{"from": "2019", "to": "2016"}))
        self.assertEqual(self.refused(answer, "swap them", "changes")["field"], "from")
        for more in ([], ["b1"]):
            self.command(2, "swap them", "diff", "birds", *more, "--from", "2019", "--to", "2016")

    def test_a_version_of_an_answer_is_a_moment_of_a_query(self):
        version = self.server.ask("/api/v1/records?version=2016&limit=0").json()["version"]
        found = [self.post(json.dumps({"query": term("changed_since", moment=moment)})).json()
                 for moment in (version, str(version))]
        self.assertEqual(found[0]["total"], found[1]["total"])
        self.assertGreater(found[0]["total"], 0)

    def test_lists_and_files_of_areas(self):
        path = self.museum.write("long-list.txt", [f"v{i}" for i in range(100_001)])
        answer = self.server.ask("/api/v1/lists?field=family", method="POST",
                                 body=path.read_bytes(), headers={"Content-Type": "text/plain"})
        self.refused(answer, "100000", "a long list")
        done = self.run_vitrine("lists", "--field", "family", str(path))
        self.assertIn(done.returncode, (2, 3), done.stderr)
        self.assertIn("100000", done.stderr)
        for name, ring, words in (
                ("crossing", [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)], "crosses itself"),
                ("antimeridian", [(170, 0), (-170, 0), (-170, 10), (170, 0)], "antimeridian")):
            path = self.museum.write(f"{name}.geojson", [json.dumps(
                {"type": "Feature", "properties": {"name": name}, "geometry": polygon(*ring)})])
            self.command(3, words, "areas", "import", str(path), "--set", "bad")
            self.command(3, "feature 1", "areas", "import", str(path), "--set", "bad")


if __name__ == "__main__":
    unittest.main()
