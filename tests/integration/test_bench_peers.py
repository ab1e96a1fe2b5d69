# SPDX-License-Identifier: Apache-2.0
"""The comparison with peers (bench/peers): every engine looks for words in the same fields, and
what differs between two answers is told."""

import csv
import importlib.machinery
import importlib.util
import json
import sys
import tempfile
import unittest

import portal

BENCH = portal.SOURCE / "bench"
sys.path.insert(0, str(BENCH / "peers"))

import engine  # noqa: E402
import engines  # noqa: E402
import questions  # noqa: E402


def load_compare():
    loader = importlib.machinery.SourceFileLoader("compare", str(BENCH / "compare"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("compare", loader))
    loader.exec_module(module)
    return module


class WordsTest(portal.PortalTest):
    """A record for each column, with a word of its own there and nowhere else."""

    def setUp(self):
        super().setUp()
        self.columns = load_compare().OWN_HEADER
        self.worded = [column for column in self.columns if column not in engine.WORDLESS]
        self.path = self.folder / "records.csv"
        with open(self.path, "w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out)
            writer.writerow(self.columns)
            for number, column in enumerate(self.columns):
                row = {"id": f"k-{number:02}"}
                if column in self.worded:
                    row[column] = f'near the "only{column}"'
                writer.writerow([row.get(name, "") for name in self.columns])

    def test_every_column_holds_words_or_none(self):
        self.assertEqual(set(self.columns), set(engine.TEXTS) | engine.WORDLESS)
        self.assertEqual(set(engine.TEXTS) & engine.WORDLESS, set())

    def test_sqlite_and_ours_look_in_the_same_fields(self):
        self.ingest("--dataset", "records", "--key", "id", self.path)
        with tempfile.TemporaryDirectory() as work:
            peer = engines.Sqlite(work, 1 << 30)
            peer.start()
            peer.load(self.path)
            constants = {"middling": [f"only{column} near" for column in self.worded]}
            for turn, words in enumerate(constants["middling"]):
                theirs, _ = peer.ask("words middling", constants, turn, len(self.columns))
                answer = json.loads(self.run_ok("search", "--json", "--query",
                                                json.dumps({"search": words})))
                ours = {"total": answer["total"],
                        "ids": [record["data"]["id"] for record in answer["records"]]}
                self.assertEqual(ours["total"], 1, words)
                self.assertEqual(questions.agree(ours, theirs), "", words)
            peer.stop()


class AgreeTest(unittest.TestCase):
    def test_what_differs_is_named_the_total_first(self):
        answer = {"ids": ["a", "b"], "total": 2}
        self.assertEqual(questions.agree(answer, {"ids": ["a", "b"], "total": 2}), "")
        self.assertEqual(questions.agree(answer, {"ids": ["a"], "total": 1}), "total")
        self.assertEqual(questions.agree(answer, {"ids": ["b", "a"], "total": 2}), "ids")


if __name__ == "__main__":
    portal.main()
