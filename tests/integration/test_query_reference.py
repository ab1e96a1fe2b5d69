# SPDX-License-Identifier: Apache-2.0
"""Random museums, commits and queries: the engine and the plain reference (reference_engine.py)
agree on every total, hit, order, facet and moment, and on pages by cursor. `make reference` asks
many."""

import json
import unittest

from reference_chance import FIELDS
from reference_museum import ReferenceMuseum


class QueryReferenceTest(ReferenceMuseum):
    def search(self, connection, body):
        status, text = self.ask(connection, "/api/v1/search", body)
        return status, json.loads(text)

    def check(self, engine, connection, chance, moments):
        slugs, commit, scope = self.scope(chance, moments)
        sort = chance.sample(["-count", "count", "mixed", "-mixed", "family", "-eventDate", "tags",
                              "-media.number", "flag", "_table", "-code", "media.by.name",
                              "-locality", "decimalLatitude", "-media.parts.kind", "id"],
                             chance.choice([0, 1, 2, 3]))
        if chance.random() < 0.2:
            sort.append(chance.choice(["_key", "-_key"]))
        facets = chance.sample(FIELDS, chance.choice([0, 1, 3]))
        body = {**scope, "query": chance.query(), "facets": facets, "sort": sort,
                "facetLimit": chance.choice([1, 3, 100]), "limit": chance.choice([1, 20, 1000]),
                "offset": chance.choice([0, 0, 7, 300])}
        told = json.dumps(body, ensure_ascii=False)
        status, answer = self.search(connection, body)
        try:
            total, page, counted = engine.search(
                body["query"], slugs, commit, facets, body["facetLimit"], sort, body["offset"],
                body["limit"])
        except KeyError as unknown:
            self.assertEqual(status, 400, told)
            self.assertIn(unknown.args[0], json.dumps(answer, ensure_ascii=False), told)
            return
        self.assertEqual(status, 200, f"{told}\n{answer}")
        self.assertEqual(answer["total"], total, told)
        self.assertEqual([(r["table"], r["key"]) for r in answer["records"]], page, told)
        self.check_records(engine, commit, answer["records"][:3], told)
        if chance.random() < 0.15:
            self.check_pages(connection, chance, body, answer["version"], engine.search(
                body["query"], slugs, commit, (), 0, sort, 0, 1000)[1])
        for facet in answer["facets"]:
            values, missing, other = counted[facet["field"]]
            found = [(v["value"], v["count"]) for v in facet["values"]]
            self.assertEqual(found, values, f"{facet['field']} of {told}")
            self.assertEqual((facet["missing"], facet["other"]), (missing, other), told)

    def check_records(self, engine, commit, records, told):
        for found in records:
            record = engine.record(found["table"], found["key"], commit)
            self.assertEqual(found["data"], json.loads(record.text), told)
            self.assertEqual(found["version"], record.start, told)

    def check_pages(self, connection, chance, body, version, hits):
        """Page by page, each behind the one before: all hits, each once, at one version."""
        found = []
        body = {**body, "limit": chance.choice([7, 60, 500]), "offset": 0, "facets": []}
        while True:
            status, answer = self.search(connection, body)
            told = json.dumps(body, ensure_ascii=False)
            self.assertEqual((status, answer["version"]), (200, version), told)
            found += [(r["table"], r["key"]) for r in answer["records"]]
            self.assertEqual(answer["total"], len(hits), told)
            if answer["after"] is None or len(found) > len(hits):
                break
            body = {name: value for name, value in body.items() if name != "version"}
            body["after"] = answer["after"]
        self.assertEqual(found, hits, told)

    def test_agrees_with_the_reference(self):
        self.ask_all()


if __name__ == "__main__":
    unittest.main()
