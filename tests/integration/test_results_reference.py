# SPDX-License-Identifier: Apache-2.0
"""Random museums and questions: what the engine answers of results and what the plain reference
(reference_results.py) does agree exactly. The seed, how many questions are asked and for how long
can be told: VITRINE_QUERY_SEED, VITRINE_QUERY_COUNT, VITRINE_QUERY_SECONDS; for a long run by hand
VITRINE_QUERY_COUNT=100000 VITRINE_QUERY_SECONDS=36000."""

import http.client
import json
import time
import unittest

import reference_engine
import reference_results
import serving
import test_query_reference
from test_query_reference import COUNT, FIELDS, SECONDS, SEED, QueryReferenceTest


FIELDS = FIELDS + ["sex"]
SEXES = ["F", "fem.", "♀", "♀♀", "female", "M", "m.", "♂", "♂ juv.", "Male", "f?", "? ", "unknown",
         "--", "", "F & M", "♂♀", "prob. F", ["F", "M"], ["F", "f"], "hermaphrodite", "7", None]


class Chance(test_query_reference.Chance):
    def record(self, key, wide):
        record = super().record(key, wide)
        if self.random() < 0.7:
            record["sex"] = self.choice(SEXES)
        return record

    def facet(self):
        facet = {"field": self.choice(FIELDS), "limit": self.choice([1, 3, 100]),
                 "offset": self.choice([0, 0, 1, 5]), "multi": self.random() < 0.4,
                 "elements": self.random() < 0.3}
        if self.random() < 0.3:
            facet["prefix"] = self.value()[:2]
        return facet

    def statistics(self):
        return {"field": self.choice(FIELDS),
                "quantiles": self.sample([0, 0.1, 0.25, 0.5, 0.9, 0.999999, 1], 3)}

    def bucket(self, values):
        """A bucketing; with `values`, one that may be of values too."""
        field = self.choice(FIELDS)
        return self.choice([{"field": field, "width": self.choice([1, 2.5, 10, 0.1, 1000])},
                            {"field": field, "interval": self.choice(
                                ["century", "decade", "year", "month", "day"])}] +
                           [{"field": field}, {"field": field}] * values +
                           [{"field": field, "vocabulary": "sex"}] * values)

    def histogram(self):
        if self.random() < 0.3:
            return {"field": self.choice(FIELDS), "buckets": self.choice([1, 5, 50])}
        return self.bucket(False)

    def measure(self):
        field = self.choice(FIELDS)
        kind = self.choice(["distinct", "sum", "mean", "min", "max", "share", "share"])
        if kind != "share":
            return {kind: field}
        if self.random() < 0.5:
            return {"share": field, "vocabulary": "sex"}
        return {"share": field, "values": [self.value() or "x" for _ in range(self.randint(1, 2))],
                "of": [self.value() or "x" for _ in range(self.randint(0, 3))]}

    def groups(self):
        return {"by": [self.bucket(True) for _ in range(self.choice([1, 1, 2, 3]))],
                "measures": [self.measure() for _ in range(self.choice([0, 1, 3]))]}

    def grid(self):
        zoom = self.randint(0, 3)
        return self.choice([
            {"kind": "geohash", "precision": self.randint(1, 8)},
            {"kind": "degrees", "size": self.choice([5.625, 1, 7, 90, 180, 0.5, 0.0001])},
            {"kind": "tile", "zoom": zoom, "x": self.randrange(2**zoom),
             "y": self.randrange(2**zoom), "depth": self.randint(0, 8)}])


class ResultsReferenceTest(QueryReferenceTest):
    engine_class = reference_results.Results
    chance_class = Chance

    def make_museum(self, chance):
        """Sexes are read by a vocabulary of the data folder, which takes the place of ours."""
        folder = self.data / "vocabularies"
        folder.mkdir()
        lines = ["# of the tests", "@missing\tunsexed", "@several\tmixed", "@doubt\tdoubtful",
                 "@other\tother", "@share\tfemale\tmale"]
        lines += [f"{term}\t{spelling}" for term, spellings in
                  reference_results.VOCABULARY.items() for spelling in spellings]
        (folder / "sex.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return super().make_museum(chance)

    def check(self, engine, connection, chance, moments):
        kinds = [self.check_facets, self.check_statistics, self.check_histograms,
                 self.check_groups, self.check_grids, self.check_relevance]
        chance.choice(kinds)(engine, connection, chance, self.scope(chance, moments))

    def scope(self, chance, moments):
        """Query, tables and moment of a question."""
        return (chance.query(), chance.choice([["large", "small", "wide"], ["small"], ["large"]]),
                chance.choice(moments[2:] + [moments[-1]] * 5))

    def compare(self, connection, path, body, expected):
        """Asks; `expected` makes the answer's members, or raises KeyError for an unknown field."""
        told = json.dumps({path: body}, ensure_ascii=False)
        connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
        response = connection.getresponse()
        answer = json.loads(response.read())
        try:
            wanted = expected()
        except KeyError as unknown:
            self.assertEqual(response.status, 400, told)
            self.assertIn(unknown.args[0], json.dumps(answer, ensure_ascii=False), told)
            return
        self.assertEqual(response.status, 200, f"{told}\n{answer}")
        if "records" in answer:
            answer["scored"] = [(r["table"], r["key"], r.get("score")) for r in answer["records"]]
        for name, value in wanted.items():
            self.assertEqual(answer[name], value, f"{name} of {told}")

    def check_facets(self, engine, connection, chance, scope):
        query, slugs, commit = scope
        facets = {facet["field"]: facet for facet in
                  (chance.facet() for _ in range(chance.choice([1, 2])))}
        body = {"query": query, "datasets": slugs, "version": commit, "limit": 0,
                "facets": list(facets.values())}
        self.compare(connection, "/api/v1/search", body, lambda: {
            "facets": [engine.asked_facet(query, slugs, commit, f) for f in facets.values()]})

    def check_part(self, connection, scope, name, asked, answer):
        query, slugs, commit = scope
        body = {"query": query, "datasets": slugs, "version": commit, name: asked}
        self.compare(connection, "/api/v1/summary", body, lambda: {
            name: [answer(query, slugs, commit, part) for part in asked]})

    def check_statistics(self, engine, connection, chance, scope):
        asked = [chance.statistics() for _ in range(chance.choice([1, 2]))]
        self.check_part(connection, scope, "statistics", asked, engine.statistics)

    def check_histograms(self, engine, connection, chance, scope):
        asked = [chance.histogram() for _ in range(chance.choice([1, 2]))]
        self.check_part(connection, scope, "histograms", asked, engine.histogram)

    def check_groups(self, engine, connection, chance, scope):
        self.check_part(connection, scope, "groups", [chance.groups()], engine.groups)

    def check_grids(self, engine, connection, chance, scope):
        asked = [chance.grid() for _ in range(chance.choice([1, 3]))]
        self.check_part(connection, scope, "grids", asked, engine.grid)

    def check_relevance(self, engine, connection, chance, scope):
        query, slugs, commit = scope
        if chance.random() < 0.8:
            query = {**query, "search": chance.choice(test_query_reference.WORDS)}
        body = {"query": query, "datasets": slugs, "version": commit, "sort": ["_score"],
                "offset": chance.choice([0, 0, 3]), "limit": chance.choice([1, 10, 1000])}

        def expected():
            total, page = engine.relevant(query, slugs, commit, body["offset"], body["limit"])
            return {"total": total, "scored": page}

        self.compare(connection, "/api/v1/search", body, expected)


del QueryReferenceTest  # its own tests run in its own file

if __name__ == "__main__":
    unittest.main()
