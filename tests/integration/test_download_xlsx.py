# SPDX-License-Identifier: Apache-2.0
"""Workbooks as openpyxl reads them: the rows of the search in its order, nothing taken for a
formula, nothing cut (rule H2)."""

import csv
import io
import unittest
import zipfile

from hostile import LONG, DownloadTest, flat
from readers import reader
from serving import address

IDENTITY = ["_dataset", "_table", "_key", "_version"]
RIGHTS = ["datasetID", "datasetName", "license", "rightsHolder"]


class Workbooks(DownloadTest):
    def package(self, **parameters):
        answer = self.download("xlsx", **{"package": "zip", **parameters})
        return zipfile.ZipFile(io.BytesIO(answer.body))

    def rows(self, package, name="records.xlsx"):
        """All sheets' rows as dictionaries; every sheet has the header."""
        openpyxl = reader("openpyxl")
        unescape = reader("openpyxl.utils.escape").unescape
        book = openpyxl.load_workbook(io.BytesIO(package.read(name)), read_only=True)
        for sheet in book.worksheets:
            rows = sheet.iter_rows()
            header = [cell.value for cell in next(rows)]
            for row in rows:
                for cell in row:
                    self.assertNotEqual(cell.data_type, "f")
                yield {name: unescape(cell.value) if isinstance(cell.value, str) else cell.value
                       for name, cell in zip(header, row)}

    def test_rule_h2_rows_and_order_are_the_searchs(self):
        for asked in self.ASKED:
            rows = list(self.rows(self.package(**asked)))
            records = self.records(**asked)
            self.assertEqual([row["_key"] for row in rows], [r["key"] for r in records], asked)
            for row, record in zip(rows, records):
                self.assertEqual((row["_dataset"], row["_table"], row["_version"]),
                                 (record["dataset"], record["table"], record["version"]))
                wanted = flat(record["data"])
                self.assertLessEqual(wanted.keys(), row.keys())
                for name in row.keys() - set(IDENTITY + RIGHTS):
                    told, value = row[name], wanted.get(name)
                    if value is not None and len(value) > 32767:
                        self.assertEqual(told, f"[{len(value)} characters: see the file .long.csv]")
                    elif isinstance(told, bool) or told is None:
                        self.assertEqual(value and value == "true", told, name)
                    elif isinstance(told, (int, float)):
                        self.assertEqual(told, float(value), name)
                    else:
                        self.assertEqual(told, value.replace("\ufffe", "\ufffd"), name)

    def test_exploded_lists_have_a_column_for_each_value(self):
        rows = {row["_key"]: row
                for row in self.rows(self.package(dataset="places", lists="exploded"))}
        self.assertEqual([rows["p4"][f"media.by.{i}"] for i in (1, 2, 3)],
                         ["Ann, B.", None, "| Bo"])

    def test_rule_h2_identifiers_are_texts(self):
        rows = {row["_key"]: row for row in self.rows(self.package(dataset="places"))}
        self.assertEqual([rows[f"p{i}"]["catalogNumber"] for i in range(1, 7)],
                         ["00123", "1-2", "MAR1", "123", "1e5", "+47"])
        self.assertEqual(rows["p1"]["note"], "=1+1")
        self.assertIs(rows["p1"]["alive"], True)
        self.assertEqual(rows["p1"]["individualCount"], 12)
        self.assertEqual(rows["p5"]["individualCount"], "9007199254740993")  # a double has not

    def test_rule_h2_long_texts_lie_whole_beside(self):
        package = self.package(dataset="places")
        csv.field_size_limit(1 << 30)
        text = package.read("records.long.csv").decode()
        [row] = csv.DictReader(io.StringIO(text, newline=""))
        self.assertEqual(row, {"_table": row["_table"], "_key": "p6", "_column": "note",
                               "_text": LONG})
        self.assertNotIn("records.long.csv", self.package(dataset="birds").namelist())
        separate = self.package(separate="true").namelist()
        self.assertIn("places.long.csv", separate)
        self.assertNotIn("birds.long.csv", separate)

    def test_nothing_found_is_a_sheet_with_its_header(self):
        package = self.package(dataset="birds", sex="nobody")
        self.assertEqual(list(self.rows(package)), [])

    def test_a_workbook_alone_is_refused(self):
        answer = self.ask(address("/api/v1/download", format="xlsx", package="none"))
        self.assert_problem(answer, 400, "package")

    def test_rule_f3_the_same_request_gives_the_same_bytes(self):
        asked = {"version": "1614600000000"}
        self.assertEqual(self.download("xlsx", package="zip", **asked).body,
                         self.download("xlsx", package="zip", **asked).body)


if __name__ == "__main__":
    unittest.main()
