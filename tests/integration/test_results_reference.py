# SPDX-License-Identifier: Apache-2.0
"""Random museums and questions: what the engine answers of results and what the plain reference
(reference_results.py) does agree exactly. `make reference` asks many."""

import json
import unittest
import urllib.parse

import reference_chance
import reference_results
from reference_chance import FIELDS, WORDS
from reference_museum import ReferenceMuseum


FIELDS = FIELDS + ["sex"]
SEXES = ["F", "fem.", "♀", "♀♀", "female", "M", "m.", "♂", "♂ juv.", "Male", "f?", "? ", "unknown",
         "--", "", "F & M", "♂♀", "prob. F", ["F", "M"], ["F", "f"], "hermaphrodite", "7", None]


class Chance(reference_chance.Chance):
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


def same_field(engine, slugs, one, other):
    """Whether two names stand for one field, as Family does for family where there is no Family."""
    try:
        return one == other or [set(names) for names in engine.resolve(one, slugs)] == [
            set(names) for names in engine.resolve(other, slugs)]
    except KeyError:
        return False


class ResultsReferenceTest(ReferenceMuseum):
    engine_class = reference_results.Results
    chance_class = Chance

    def make_museum(self, chance, scale=1):
        """Sexes are read by a vocabulary of the data folder, which takes the place of ours."""
        folder = self.data / "vocabularies"
        folder.mkdir()
        lines = ["# of the tests", "@missing\tunsexed", "@several\tmixed", "@doubt\tdoubtful",
                 "@other\tother", "@share\tfemale\tmale"]
        lines += [f"{term}\t{spelling}" for term, spellings in
                  reference_results.VOCABULARY.items() for spelling in spellings]
        (folder / "sex.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return super().make_museum(chance, scale)

    def check(self, engine, connection, chance, moments):
        kinds = [self.check_facets, self.check_chosen, self.check_statistics,
                 self.check_histograms, self.check_groups, self.check_grids,
                 self.check_relevance, self.check_all_parts]
        chance.choice(kinds)(engine, connection, chance,
                             (chance.query(), *self.scope(chance, moments)))

    def compare(self, connection, path, body, expected):
        """Asks; `expected` makes the answer's members, or raises KeyError for an unknown field."""
        told = json.dumps({path: body}, ensure_ascii=False)
        status, answer = self.answer(connection, path, body)
        try:
            wanted = expected()
        except KeyError as unknown:
            self.assertEqual(status, 400, told)
            self.assertIn(unknown.args[0], json.dumps(answer, ensure_ascii=False), told)
            return
        self.assertEqual(status, 200, f"{told}\n{answer}")
        for name, value in wanted.items():
            if answer[name] != value:
                _, again = self.answer(connection, path, body)
                same = again[name] == answer[name]
                told += f"; asked again: {'the same' if same else again[name]}"
            self.assertEqual(answer[name], value, f"{name} of {told}")

    def answer(self, connection, path, body):
        status, text = self.ask(connection, path, body)
        answer = json.loads(text)
        if "records" in answer:
            answer["scored"] = [(r["table"], r["key"], r.get("score")) for r in answer["records"]]
        return status, answer

    def check_facets(self, engine, connection, chance, scope):
        query, slugs, commit, told = scope
        facets = {facet["field"]: facet for facet in
                  (chance.facet() for _ in range(chance.choice([1, 2])))}
        body = {**told, "query": query, "limit": 0, "facets": list(facets.values())}
        self.compare(connection, "/api/v1/search", body, lambda: {
            "facets": [engine.asked_facet(query, slugs, commit, f) for f in facets.values()]})

    def check_chosen(self, engine, connection, chance, scope):
        """A value of a facet chosen beside a query as an address: the query stays."""
        query, slugs, commit, told = scope
        facet = {"field": chance.choice(FIELDS), "limit": chance.choice([1, 100]), "multi": False}
        chosen = {facet["field"]: chance.value() or "x"}
        if chance.random() < 0.5:
            chosen[chance.choice(FIELDS)] = chance.value() or "x"
        address = [(name, value) for name, value in told.items() if name == "version"]
        address += [("dataset", slug) for slug in told.get("datasets", [])]
        address += [("field." + field, f'"{value}"') for field, value in chosen.items()]
        address += [("limit", 0), ("facet", facet["field"]), ("facetLimit", facet["limit"]),
                    ("facetMulti", "true"), ("query", json.dumps(query, ensure_ascii=False))]
        if len(address[-1][1].encode()) > 9000:
            return

        def expected():
            asked = engine.asked(query, slugs)
            own = asked.both(facet["field"])  # also by another spelling of its name
            filters = [{"string_equals": {"fields": [field], "value": value}}
                       for field, value in chosen.items() if asked.both(field) != own]
            filters += [query["filters"]] if "filters" in query else []
            meant = {**query, **({"filters": {"and": filters}} if filters else {})}
            return {"facets": [engine.asked_facet(meant, slugs, commit, facet)]}

        self.compare(connection, "/api/v1/records?" + urllib.parse.urlencode(address), None,
                     expected)

    def check_part(self, connection, scope, name, asked, answer):
        query, slugs, commit, told = scope
        body = {**told, "query": query, name: asked}
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
        query, slugs, commit, told = scope
        if chance.random() < 0.8:
            query = {**query, "search": chance.choice(WORDS)}
        body = {**told, "query": query, "sort": ["_score"],
                "offset": chance.choice([0, 0, 3]), "limit": chance.choice([1, 10, 1000])}

        def expected():
            total, page = engine.relevant(query, slugs, commit, body["offset"], body["limit"])
            return {"total": total, "scored": page}

        self.compare(connection, "/api/v1/search", body, expected)

    def check_all_parts(self, engine, connection, chance, scope):
        """Everything in one call, and of everything half of the time."""
        query, slugs, commit, told = scope
        query = query if chance.random() < 0.5 else {}
        asked = {"statistics": ([chance.statistics()], engine.statistics),
                 "histograms": ([chance.histogram()], engine.histogram),
                 "groups": ([chance.groups()], engine.groups),
                 "grids": ([chance.grid()], engine.grid)}
        body = {**told, "query": query, **{name: parts for name, (parts, _) in asked.items()}}
        self.compare(connection, "/api/v1/summary", body, lambda: {
            name: [answer(query, slugs, commit, part) for part in parts]
            for name, (parts, answer) in asked.items()})

    def test_agrees_with_the_reference(self):
        self.ask_all()


if __name__ == "__main__":
    unittest.main()
