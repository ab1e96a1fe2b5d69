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


class Chance(test_query_reference.Chance):
    def facet(self):
        facet = {"field": self.choice(FIELDS), "limit": self.choice([1, 3, 100]),
                 "offset": self.choice([0, 0, 1, 5]), "multi": self.random() < 0.4,
                 "elements": self.random() < 0.3}
        if self.random() < 0.3:
            facet["prefix"] = self.value()[:2]
        return facet


class ResultsReferenceTest(QueryReferenceTest):
    engine_class = reference_results.Results
    chance_class = Chance

    def check(self, engine, connection, chance, moments):
        kinds = [self.check_facets]
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


del QueryReferenceTest  # its own tests run in its own file

if __name__ == "__main__":
    unittest.main()
