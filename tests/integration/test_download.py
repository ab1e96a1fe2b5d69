# SPDX-License-Identifier: Apache-2.0
"""Downloads: the same rows in the same order in each format (rule H2), packages that say what they
are, whose they are and of which version (rules D2, F1, F3), faults before the first byte."""

import csv
import hashlib
import io
import json
import unittest
import zipfile

from serving import MS, ServedTest, address

KEPT = ["_dataset", "_table", "_key", "_version", "datasetID", "datasetName", "license",
        "rightsHolder"]
FILES = ["rights.txt", "citations.txt", "manifest.json"]


class Downloads(ServedTest):
    def download(self, **parameters):
        answer = self.ask(address("/api/v1/download", **parameters))
        self.assertEqual(answer.status, 200, answer.body[:500])
        return answer

    def package(self, **parameters):
        answer = self.download(**parameters)
        self.assertEqual(answer.headers["Content-Type"], "application/zip")
        package = zipfile.ZipFile(io.BytesIO(answer.body))
        self.assertIsNone(package.testzip())
        return package

    def manifest(self, package):
        return json.loads(package.read("manifest.json"))

    def test_rule_h2_formats_hold_the_rows_of_the_search_in_its_order(self):
        for asked in ({}, {"family": "Turdidae"}, {"sort": "-year,scientificName"},
                      {"version": str(MS[0])}):
            records = self.search(limit=100, **asked)["records"]
            keys = [record["key"] for record in records]
            for form, tab in (("csv", ","), ("tsv", "\t")):
                text = self.download(format=form, package="none", **asked).text()
                rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=tab))
                self.assertEqual([row["_key"] for row in rows], keys, (form, asked))
            lines = self.download(format="ndjson", package="none", **asked).text().splitlines()
            self.assertEqual([json.loads(line) for line in lines], records)
            self.assertEqual(self.download(format="json", package="none", **asked).json(), records)
        nobody = self.download(format="json", package="none", family="Turdidae", sex="nobody")
        self.assertEqual(nobody.json(), [])

    def test_a_package_has_what_its_user_must_know(self):
        package = self.package(family="Turdidae")
        self.assertEqual(package.namelist(), ["records.csv", *FILES])
        manifest = self.manifest(package)
        found = self.search(limit=100, family="Turdidae")
        self.assertEqual(manifest["records"], found["total"])
        self.assertEqual(manifest["version"], found["version"])
        self.assertEqual(sum(d["records"] for d in manifest["datasets"]), found["total"])
        self.assertEqual(sum(manifest["licenses"].values()), found["total"])
        self.assertEqual(manifest["query"], {"filters": {"and": [{"string_equals": {
            "fields": ["family"], "value": "Turdidae"}}]}})
        for file in manifest["files"]:
            data = package.read(file["name"])
            self.assertEqual((file["bytes"], file["sha256"]),
                             (len(data), hashlib.sha256(data).hexdigest()))
        digest = self.ask(address("/api/v1/digest", family="Turdidae")).json()
        self.assertEqual(manifest["digest"], digest["digest"])
        self.assertIn(manifest["citation"], package.read("citations.txt").decode())
        for dataset in manifest["datasets"]:
            self.assertIn(dataset["title"], package.read("rights.txt").decode())

    def test_rule_f1_nothing_looks_like_a_doi(self):
        package = self.package()
        for name in FILES:
            self.assertNotIn("doi", package.read(name).decode().lower(), name)
        self.assertIs(self.manifest(package)["registered"], False)

    def test_rule_f3_the_same_request_gives_the_same_bytes(self):
        asked = {"version": str(MS[1]), "separate": "true"}
        self.assertEqual(self.download(**asked).body, self.download(**asked).body)

    def test_rule_d2_rows_say_whose_they_are(self):
        rows = list(csv.DictReader(io.StringIO(self.download(package="none").text(), newline="")))
        names = {d["title"] for d in self.ask("/api/v1/datasets").json()["datasets"]}
        for row in rows:
            self.assertIn(row["datasetName"], names)
            self.assertRegex(row["datasetID"], "^[0-9a-f-]{36}$")

    def test_columns_without_a_value_can_be_left_out(self):
        for parameters in ({}, {"family": "Turdidae"}, {"fields": "year,sex"}):
            rows = self.rows(**parameters)
            filled = self.rows(emptyColumns="false", **parameters)
            names = [n for n in rows[0] if n in KEPT or any(row[n] for row in rows)]
            self.assertEqual(list(filled[0]), names)
            self.assertEqual(filled, [{n: row[n] for n in names} for row in rows])
        self.assertLess(len(self.rows(family="Turdidae", emptyColumns="false")[0]),
                        len(self.rows(family="Turdidae")[0]))

    def rows(self, **parameters):
        text = self.download(package="none", **parameters).text()
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def test_a_file_for_each_dataset(self):
        package = self.package(separate="true")
        files = [name for name in package.namelist() if name not in FILES]
        manifest = self.manifest(package)
        self.assertEqual(sorted(files), sorted(d["slug"] + ".csv" for d in manifest["datasets"]))
        self.assertGreater(len(files), 1)
        for dataset in manifest["datasets"]:
            text = package.read(dataset["slug"] + ".csv").decode()
            rows = list(csv.DictReader(io.StringIO(text, newline="")))
            self.assertEqual(len(rows), dataset["records"])
            self.assertEqual({row["_dataset"] for row in rows}, {dataset["slug"]})

    def test_faults_are_told_before_the_first_byte(self):
        for name, value, field in (("nothing", "1", "nothing"), ("format", "xls", "format"),
                                   ("package", "rar", "package"), ("limit", "5", "limit"),
                                   ("sort", "_score", "sort"), ("fields", "nothing", "fields")):
            self.assert_problem(self.ask(address("/api/v1/download", **{name: value})), 400, field)
        self.assert_problem(self.ask("/api/v1/download?separate=true&package=none"), 400,
                            "separate")

    def test_head_sends_no_body(self):
        answer = self.ask("/api/v1/download", method="HEAD")
        self.assertEqual((answer.status, answer.body), (200, b""))
        self.assertIn("attachment", answer.headers["Content-Disposition"])


if __name__ == "__main__":
    unittest.main()
