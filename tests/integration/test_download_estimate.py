# SPDX-License-Identifier: Apache-2.0
"""What is told of a download before it begins: rows exactly, bytes about, kept ones exactly."""

import io
import random
import unittest
import zipfile

from serving import OwnPortalTest, ServedTest, address

PATH = "/api/v1/download"
FORMATS = ("csv", "tsv", "json", "ndjson", "geojson", "kml")


class Estimates(ServedTest):
    def estimate(self, **parameters):
        return self.get(PATH + "/estimate", **parameters)

    def test_rows_are_exact(self):
        for asked in ({}, {"family": "Turdidae"}, {"q": "nothing at all"}, {"version": "2015"}):
            told = self.estimate(**asked)
            found = self.search(limit=0, **asked)
            self.assertEqual((told["records"], told["version"]),
                             (found["total"], found["version"]))

    def test_what_is_kept_is_told_exactly(self):
        asked = {"family": "Corvidae", "format": "tsv"}
        self.assertIs(self.estimate(**asked)["kept"], False)
        body = self.ask(address(PATH, **asked)).body
        told = self.estimate(**asked)
        self.assertEqual((told["kept"], told["bytes"], told["seconds"]), (True, len(body), 0))

    def test_it_takes_what_the_download_takes(self):
        for name, value in (("nothing", "1"), ("format", "xls"), ("limit", "5"),
                            ("sort", "_score"), ("fields", "nothing")):
            self.assert_problem(self.ask(address(PATH + "/estimate", **{name: value})), 400, name)


class LargeEstimates(OwnPortalTest):
    def setUp(self):
        super().setUp()
        chance = random.Random(5)
        words = [f"word{i}" for i in range(500)]
        for name, rows, length in (("short", 12000, 3), ("long", 5000, 40), ("tiny", 7, 1)):
            lines = [f"id,{name}Remarks,{name}Year"]
            lines += [f"{name}{i},{' '.join(chance.choices(words, k=length))},{1800 + i % 200}"
                      for i in range(rows)]
            self.ingest("--dataset", name, "--key", "id",
                        self.write(name + ".csv", "\n".join(lines) + "\n"))

    def test_bytes_are_within_a_tenth_and_packed_ones_within_a_fifth(self):
        with self.served() as server:
            for form in FORMATS:
                for more in ({"package": "none"}, {}, {"separate": "true"}):
                    asked = {"format": form, **more}
                    told = server.ask(address(PATH + "/estimate", **asked)).json()
                    body = server.ask(address(PATH, **asked)).body
                    self.assertEqual(told["records"], 17007)
                    most = 0.1 if "package" in asked else 0.2
                    self.assertLess(abs(told["bytes"] / len(body) - 1), most, (asked, told))
                    if "package" not in asked:
                        package = zipfile.ZipFile(io.BytesIO(body))
                        size = sum(i.file_size for i in package.infolist()
                                   if i.filename.endswith(form))
                        self.assertLess(abs(told["unpacked"] / size - 1), 0.1, (asked, told))


if __name__ == "__main__":
    unittest.main()
