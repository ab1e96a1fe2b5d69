# SPDX-License-Identifier: Apache-2.0
"""The API's description and the server, held to each other: every route is described and the other
way round, every described parameter is taken and no other, every answer has the described form."""

import json
import re
import unittest

import portal
from json_schema import Checker
from serving import MS, ServedTest, address, quoted

# A route of src/api/routes.c that has an operationId: (method, pattern, operation).
API_ROUTE = re.compile(r'^    API\((GET|POST|DELETE), "([^"]*)",\s+"([^"]*)"', re.MULTILINE)
OTHER_ROUTE = re.compile(r'\.pattern = "([^"]*)",\s+\.operation = "([^"]*)"')

TEXTS = ("text/", "application/atom+xml")
BINARY = ("application/vnd.mapbox-vector-tile", "application/zip")

# Values for path parameters, and for query parameters by operation and name where the schema's
# default would not do.
PATH = {"slug": "birds", "table": "birds", "key": "b1", "commit": "4", "z": "0", "x": "0",
        "y": "0.mvt"}
QUERY = {
    "version": str(MS[2]),
    "from": str(MS[0]),
    "to": str(MS[2]),
    "before": str(MS[2]),
    "key": "b1",
    "dataset": "birds",
    "table": "birds",
    "kind": "specimens",
    "q": "turdus",
    "facet": "family",
    "sort": "-year,scientificName",
    "fields": "scientificName",
    "field": "country",
    "prefix": "n",
    "filters": None,
    "facetPrefix": "n",
    "facetMulti": "true",
    "explain": "true",
    "facetElements": "true",
    "statistics": "year",
    "quantiles": "0.25,0.5",
    "histogram": "year:decade",
    "by": "family",
    "distinct": "scientificName",
    "sum": "year",
    "mean": "year",
    "min": "year",
    "max": "year",
    "share": "sex",
    "grid": "geohash:3",
    "detail": "true",
    "equals": "ab" * 32,
    "span": "year",
    "arrange": "value",
    "doi": "true",
    "record": "birds/b1",
    "year": "2020",
    "route": "direct",
    "grade": "named",
    "package": "zip",
    "separate": "true",
    "emptyColumns": "false",
    "begin": "2020-01",
    "end": "2020-12",
    "begin-date": "2020-05-01",
    "end-date": "2020-05-31",
    "dataset-id": "birds",
    "metric-type": "Total_Dataset_Requests",
    "access-method": "Machine",
    "versions": "true",
    ("getUsage", "by"): "dataset",
    ("getUsageReport", "month"): "2020-05",
    "resource_id": None,
}


class Description(ServedTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        made = cls.server.ask("/api/v1/citations?family=Corvidae", method="POST")
        PATH["id"] = made.json()["id"]
        prepared = cls.server.ask("/api/v1/downloads", method="POST",
                                  body='{"download":"/api/v1/download"}')
        PATH["job"] = prepared.json()["id"]
        QUERY["identifier"] = PATH["id"]
        followed = cls.server.ask("/api/v1/subscriptions", method="POST", body=json.dumps(
            {"search": "/search?family=Corvidae", "webhook": "http://127.0.0.1:9/"}))
        PATH["subscription"] = followed.json()["id"]
        cls.text = cls.server.ask("/api/v1/openapi.json").body
        cls.description = json.loads(cls.text)
        cls.checker = Checker(cls.description)

    def operations(self):
        for path, item in self.description["paths"].items():
            for method, operation in item.items():
                yield path, method.upper(), operation

    def parameters(self, operation):
        return [self.checker.resolve(p) for p in operation.get("parameters", [])]

    def target(self, path):
        for name, value in PATH.items():
            path = path.replace("{" + name + "}", quoted(value))
        return path

    def required(self, operation):
        """The query that an operation cannot do without."""
        return {
            p["name"]: QUERY[p["name"]]
            for p in self.parameters(operation)
            if p["in"] == "query" and p.get("required")
        }

    def assert_fits(self, value, schema, where):
        faults = self.checker.faults(value, schema)
        self.assertEqual(faults[:5], [], where)

    def assert_described(self, answer, operation, where):
        """The answer's status, type and body are among those that the operation describes."""
        responses = operation["responses"]
        response = self.checker.resolve(responses.get(str(answer.status), responses["default"]))
        content = response.get("content", {})
        if not content:
            self.assertEqual(answer.body, b"", where)
            return
        self.assertIn(answer.headers["Content-Type"], content, where)
        schema = content[answer.headers["Content-Type"]]["schema"]
        if answer.headers["Content-Type"].startswith(TEXTS):
            self.assert_fits(answer.text(), schema, where)
        elif answer.headers["Content-Type"] in BINARY:
            self.assertEqual(schema.get("format"), "binary", where)
        elif answer.headers["Content-Type"] == "application/x-ndjson":
            for line in answer.text().splitlines():
                self.assert_fits(json.loads(line), schema, where)
        else:
            self.assert_fits(answer.json(), schema, where)
        for name in response.get("headers", {}):
            self.assertIn(name, answer.headers, where)

    def test_served_as_written(self):
        self.assertEqual(self.text, (portal.SOURCE / "src/api/openapi.json").read_bytes())
        self.assertTrue(self.description["openapi"].startswith("3.1."))

    def test_every_route_is_described(self):
        source = (portal.SOURCE / "src/api/routes.c").read_text(encoding="utf-8")
        routes = set(API_ROUTE.findall(source))
        routes |= {
            ("GET", pattern, operation) for pattern, operation in OTHER_ROUTE.findall(source)
        }
        described = {(method, path, o["operationId"]) for path, method, o in self.operations()}
        self.assertGreater(len(routes), 15)
        self.assertEqual(routes, described)

    def test_references_lead_somewhere(self):
        used = set(re.findall(r'"\$ref": "#/components/(\w+/\w+)"', self.text.decode()))
        there = {
            f"{kind}/{name}"
            for kind, items in self.description["components"].items()
            for name in items
        }
        self.assertEqual(used, there)

    def test_path_parameters(self):
        for path, method, operation in self.operations():
            names = {p["name"] for p in self.parameters(operation) if p["in"] == "path"}
            self.assertEqual(names, set(re.findall(r"\{(\w+)\}", path)), path)

    def test_plain_answers_fit(self):
        for path, method, operation in self.operations():
            if method == "GET":
                answer = self.ask(address(self.target(path), **self.required(operation)))
                self.assertEqual(answer.status, 200, f"{path}: {answer.body[:500]}")
                self.assert_described(answer, operation, path)

    def test_every_described_parameter_is_taken(self):
        for path, method, operation in self.operations():
            for parameter in self.parameters(operation):
                name = parameter["name"]
                if parameter["in"] != "query" or method != "GET":
                    continue
                value = QUERY.get((operation["operationId"], name),
                                  QUERY.get(name, parameter["schema"].get("default")))
                query = self.required(operation)
                if name == "filters":
                    self.assertEqual(parameter["schema"]["type"], "object")
                    query["family"] = "Turdidae"
                elif name == "resource_id":
                    query[name] = self.get("/api/v1/datasets")["datasets"][0]["uuid"]
                elif name == "core":  # of archives alone
                    query |= {"format": "dwca", "core": "taxon"}
                elif name == "size":  # of images alone
                    query |= {"format": "images", "size": "512"}
                elif name == "after":
                    query["after"] = self.search(limit=1)["after"]
                else:
                    self.assertIsNotNone(value, (path, name))
                    query[name] = value
                answer = self.ask(address(self.target(path), **query))
                self.assertEqual(answer.status, 200, f"{path} {query}: {answer.body[:500]}")
                self.assert_described(answer, operation, path)

    def test_no_other_parameter_is_taken(self):
        for path, method, operation in self.operations():
            if method == "GET":
                query = {**self.required(operation), "nonsense": "1"}
                answer = self.ask(address(self.target(path), **query))
                self.assertEqual(answer.status, 400, path)
                self.assert_described(answer, operation, path)
                self.assertEqual(answer.json()["field"], "nonsense")

    def test_bounds_are_true(self):
        """minimum and maximum of number parameters are those that the server keeps."""
        for path, method, operation in self.operations():
            if method != "GET":
                continue
            for parameter in self.parameters(operation):
                schema = self.checker.resolve(parameter["schema"])
                if method != "GET" or parameter["in"] != "query" or schema.get("type") != "integer":
                    continue
                cases = [(schema["minimum"], 200), (schema["minimum"] - 1, 400)]
                if "maximum" in schema:
                    cases += [(schema["maximum"], 200), (schema["maximum"] + 1, 400)]
                for value, status in cases:
                    query = {**self.required(operation), parameter["name"]: value}
                    answer = self.ask(address(self.target(path), **query))
                    self.assertEqual(answer.status, status, f"{path} {query}")

    def test_missing_required_parameters(self):
        for path, method, operation in self.operations():
            if self.required(operation):
                answer = self.ask(self.target(path))
                if path.endswith("}") or path.endswith("suggest"):
                    self.assertEqual(answer.status, 400, path)

    def test_problems_fit(self):
        for path, name in (
            ("/api/v1/datasets/nobody", "/api/v1/datasets/{slug}"),
            ("/api/v1/records/birds/nobody", "/api/v1/records/{table}/{key}"),
            (f"/api/v1/records/birds/b6?version={MS[3]}", "/api/v1/records/{table}/{key}"),
            ("/api/v1/records?version=then", "/api/v1/records"),
        ):
            operation = self.description["paths"][name]["get"]
            answer = self.ask(path)
            self.assertIn(str(answer.status), operation["responses"])
            self.assert_described(answer, operation, path)

    def test_not_modified_is_described(self):
        for path, method, operation in self.operations():
            if method != "GET":
                continue
            where = address(self.target(path), **self.required(operation))
            etag = self.ask(where).headers.get("ETag")
            self.assertEqual(etag is not None, "304" in operation["responses"], path)
            if etag is not None:
                answer = self.ask(where, headers={"If-None-Match": etag})
                self.assertEqual(answer.status, 304, path)

    def test_made_citations_fit(self):
        operation = self.description["paths"]["/api/v1/citations"]["post"]
        for status in (201, 200):
            answer = self.ask("/api/v1/citations?q=turdus", method="POST")
            self.assertEqual(answer.status, status, answer.text())
            self.assert_described(answer, operation, "made")

    def test_prepared_downloads_fit(self):
        item = self.description["paths"]["/api/v1/downloads/{job}"]
        answer = self.post({"download": "/api/v1/download?q=turdus"}, "/api/v1/downloads")
        self.assertEqual(answer.status, 202)
        self.assert_described(answer, self.description["paths"]["/api/v1/downloads"]["post"], "")
        where = answer.headers["Location"]
        for status in (204, 404):
            answer = self.ask(where, method="DELETE")
            self.assertEqual(answer.status, status)
            self.assert_described(answer, item["delete"], where)

    def test_subscriptions_fit(self):
        item = self.description["paths"]["/api/v1/subscriptions/{subscription}"]
        answer = self.post({"search": "/api/v1/feed?q=turdus", "webhook": "http://127.0.0.1:9/"},
                           "/api/v1/subscriptions")
        self.assertEqual(answer.status, 202)
        self.assert_described(answer, self.description["paths"]["/api/v1/subscriptions"]["post"],
                              "")
        for status in (204, 404):
            ended = self.ask(answer.headers["Location"], method="DELETE")
            self.assertEqual(ended.status, status)
            self.assert_described(ended, item["delete"], "")

    def post(self, body, path="/api/v1/search"):
        return self.ask(path, method="POST", body=json.dumps(body))

    def test_search_body(self):
        operation = self.description["paths"]["/api/v1/search"]["post"]
        media = operation["requestBody"]["content"]["application/json"]
        schema = self.checker.resolve(media["schema"])
        self.assert_fits(media["example"], schema, "example")
        answer = self.post(media["example"])
        self.assertEqual(answer.status, 200, answer.text())
        self.assert_described(answer, operation, "example")
        values = {
            "query": {"search": "turdus"},
            "datasets": ["birds"],
            "tables": ["lichens"],
            "kinds": ["research"],
            "version": MS[4],
            "facets": ["family", {"field": "country", "limit": 2}],
            "facetLimit": 3,
            "sort": ["-year"],
            "limit": 2,
            "offset": 1,
            "after": None,
            "fields": ["year"],
            "budget": 30000,
            "explain": True,
        }
        self.assertEqual(set(values), set(schema["properties"]))
        for name, value in values.items():
            self.assert_fits({name: value}, schema, name)
            answer = self.post({name: value})
            self.assertEqual(answer.status, 200, f"{name}: {answer.text()}")
            self.assert_described(answer, operation, name)
        for wrong in ({"nonsense": 1}, {"limit": -1}, {"facets": [1]}, {"sort": "year"}):
            self.assertNotEqual(self.checker.faults(wrong, schema), [], wrong)
            answer = self.post(wrong)
            self.assertEqual(answer.status, 400, wrong)
            self.assert_described(answer, operation, wrong)

    def test_summary_body(self):
        operation = self.description["paths"]["/api/v1/summary"]["post"]
        media = operation["requestBody"]["content"]["application/json"]
        schema = self.checker.resolve(media["schema"])
        values = {
            "query": {"search": "turdus"},
            "datasets": ["birds"],
            "tables": ["lichens"],
            "kinds": ["research"],
            "version": MS[4],
            "budget": 30000,
            "statistics": [{"field": "year", "quantiles": [0.25, 0.5]}, {"field": "country"}],
            "histograms": [{"field": "year", "interval": "decade"}, {"field": "year", "width": 10},
                           {"field": "year", "buckets": 5}],
            "groups": [{"by": [{"field": "family"}, {"field": "sex", "vocabulary": "sex"}],
                        "measures": [{"distinct": "scientificName"}, {"mean": "year"},
                                     {"share": "sex", "vocabulary": "sex"},
                                     {"share": "country", "values": ["Norway"], "of": ["Chile"]}]}],
            "grids": [{"kind": "geohash", "precision": 4}, {"kind": "degrees", "size": 5.625},
                      {"kind": "tile", "zoom": 1, "x": 0, "y": 1, "depth": 4}],
        }
        self.assertEqual(set(values), set(schema["properties"]))
        cases = [("example", media["example"]), *((n, {n: v}) for n, v in values.items())]
        for name, value in cases:
            self.assert_fits(value, schema, name)
            answer = self.post(value, "/api/v1/summary")
            self.assertEqual(answer.status, 200, f"{name}: {answer.text()}")
            self.assert_described(answer, operation, name)
        for wrong in ({"nonsense": 1}, {"statistics": [{}]}, {"grids": [{"kind": "hexagons"}]},
                      {"groups": [{"by": [{"field": "year", "interval": "week"}]}]},
                      {"histograms": [{"field": "year", "width": 0}]}):
            self.assertNotEqual(self.checker.faults(wrong, schema), [], wrong)
            answer = self.post(wrong, "/api/v1/summary")
            self.assertEqual(answer.status, 400, wrong)
            self.assert_described(answer, operation, wrong)


if __name__ == "__main__":
    unittest.main()
