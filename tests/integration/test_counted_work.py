# SPDX-License-Identifier: Apache-2.0
"""How much work searches are: instructions, which do not depend on how busy the machine is, held
to bounds on a small store. A change that makes a search twice as much work fails here; one that
makes it less work may lower its bound."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["VITRINE_SOURCE_DIR"])
VITRINE = os.environ["VITRINE_BINARY"]
BENCH = pathlib.Path(VITRINE).resolve().parent / "bench"
ROWS = 2000
CANNOT_COUNT = 77
FACETS = ["class", "typeStatus"]


def equals(field, value):
    return {"filters": {"and": [{"string_equals": {"fields": [field], "value": value}}]}}


# A search, and the instructions that it may take: a bit over half as much again as it took when the
# bound was set.
BOUNDS = {
    "first page": ({"limit": 5}, 280_000),
    "a value": ({"query": equals("kingdom", "Animalia"), "limit": 5}, 420_000),
    "words": ({"query": {"search": "river near"}, "limit": 5}, 360_000),
    "a facet of all": ({"facets": ["family"], "limit": 0}, 130_000),
    "two facets of some": (
        {"query": equals("sex", "female"), "facets": FACETS, "limit": 0}, 600_000),
    "years in a box": ({"query": {"filters": {"and": [
        {"number_range": {"fields": ["year"], "greater_than": 1850, "less_than": 1900}},
        {"bbox": {"west": -30, "south": 30, "east": 40, "north": 60}}]}}, "limit": 0}, 320_000),
    "one record": ({"query": equals("catalogNumber", "BOT-0000000000"), "limit": 1}, 220_000),
}


class CountedWork(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not (BENCH / "counted_work").exists():
            raise unittest.SkipTest("this build has no benchmarks")
        cls.folder = tempfile.TemporaryDirectory(prefix="vitrine-work-")
        rows = pathlib.Path(cls.folder.name) / "rows.csv"
        cls.data = pathlib.Path(cls.folder.name) / "data"
        with open(rows, "wb") as out:
            subprocess.run([BENCH / "generate_records", "--rows", str(ROWS)], stdout=out,
                           check=True)
        for command in (["init"],
                        ["ingest", "--dataset", "records", "--key", "catalogNumber", rows]):
            subprocess.run([VITRINE, command[0], "--data", cls.data, *command[1:]], check=True,
                           capture_output=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_no_search_is_more_work_than_it_was(self):
        bodies = "".join(json.dumps(body) + "\n" for body, _ in BOUNDS.values())
        done = subprocess.run([BENCH / "counted_work", self.data], input=bodies, text=True,
                              capture_output=True, timeout=600)
        if done.returncode == CANNOT_COUNT:
            self.skipTest("instructions cannot be counted on this machine")
        self.assertEqual(done.returncode, 0, done.stderr)
        counts = [int(line) for line in done.stdout.split()]
        self.assertEqual(len(counts), len(BOUNDS))
        for (name, (_, bound)), count in zip(BOUNDS.items(), counts):
            with self.subTest(name=name):
                self.assertLessEqual(count, bound, f"{name}: {count} instructions")
                self.assertGreater(count, 1000, f"{name}: nothing was counted")


if __name__ == "__main__":
    unittest.main()
