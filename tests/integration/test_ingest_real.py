# SPDX-License-Identifier: Apache-2.0
"""Real tables and archives through `vitrine ingest`, each into a data folder of its own: records,
elements of extensions and values of each field, counted beside an independent reader. Values
themselves are compared by test_formats_real (as read) and test_histories (as kept), which also
brings in the files of versions/. Reads the shared data, and skips without it."""

import collections
import json
import os
import re
import subprocess
import unittest

import portal
import real_data

PRINT_ROWS = os.environ.get(
    "VITRINE_PRINT_ROWS",
    os.path.join(os.path.dirname(os.environ.get("VITRINE_BINARY", "")), "print-rows"))

BAD_INPUT = 3
KEYS = ("_id", "id", "occurrenceID", "taxonID", "eventID", "catalogNumber")  # rule A2


class Counts:
    """What is compared: records, and how often each path occurs ("multimedia.identifier"). Rows
    that have the same fields are counted as one shape first, which is quick."""

    def __init__(self):
        self.records = 0
        self.elements = collections.Counter()
        self.shapes = collections.Counter()

    def add(self, record):
        self.records += 1
        self.shapes["", tuple(record)] += 1
        for name, value in record.items():
            if value.__class__ is list:
                self.elements[name] += len(value)
                self.shapes.update((name + ".", tuple(element)) for element in value)

    def fields(self):
        fields = collections.Counter()
        for (before, names), count in self.shapes.items():
            for name in names:
                fields[before + name] += count
        return fields


class RealIngest(portal.PortalTest):
    def setUp(self):
        real_data.need_data()
        super().setUp()

    def fresh(self):
        """A new data folder."""
        self.number = getattr(self, "number", 0) + 1
        self.data = self.folder / str(self.number)
        self.run_ok("init")

    def ingest_real(self, path, *options):
        """Exit code and answer."""
        self.fresh()
        done = self.vitrine("ingest", "--json", "--dataset", "real", *options, path)
        return done.returncode, json.loads(done.stdout) if done.stdout else {}, done.stderr

    def stored(self, commit):
        """Counts of what is in the store."""
        counts = Counts()
        command = [portal.PRINT_RECORDS, str(self.data / "store"), "real", str(commit)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            for line in process.stdout:
                counts.add(json.loads(line.split(b"\t", 2)[2]))
        self.assertEqual(process.returncode, 0)
        return counts

    def compare(self, answer, expected):
        """The answer, the catalogue and the store all say what the independent reader says."""
        found = self.stored(answer["commit"])
        self.assertEqual(found.records, expected.records, "records")
        self.assertEqual(found.elements, expected.elements, "elements of lists")
        self.assertEqual(found.fields(), expected.fields(), "values of fields")
        self.assertEqual(answer["added"], expected.records)
        [listed] = self.run_ok("dataset", "list", "--json").splitlines()
        self.assertEqual(json.loads(listed)["records"], expected.records)


class TableTest(RealIngest):
    @staticmethod
    def read(path):
        """The records of a table, by Python; how it is written is asked of the reader."""
        done = subprocess.run([PRINT_ROWS, path], stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, check=True, timeout=120)
        told = re.search(r"encoding (\S+), delimiter (\d+), quote (\d+)", done.stderr.decode())
        encoding = {"ISO-8859-1": "latin_1"}.get(told[1], told[1])
        quote = chr(int(told[3])) if told[3] != "0" else ""
        text = real_data.decode(real_data.content(path), encoding)
        return real_data.records_of_table(real_data.read_table(text, chr(int(told[2])), quote))

    @staticmethod
    def key_of(records):
        """The first filled and unique field (rule A2), or None."""
        for name in KEYS:
            keys = {record.get(name, "") for record in records}
            if len(keys) == len(records) and all(key.strip() for key in keys):
                return name
        return None

    def check_table(self, file):
        path = os.path.join(real_data.DATA, file)
        if file in real_data.RAGGED:
            rows, bad = real_data.RAGGED[file]
            code, answer, said = self.ingest_real(path, "--key", ":content")
            if bad > 0.05 * (rows + bad):
                self.assertEqual((code, "over 5 %" in answer["detail"]), (BAD_INPUT, True))
            else:
                self.assertEqual((code, answer["rows"], answer["badRows"]), (0, rows, bad), said)
            return
        records = self.read(path)
        key = self.key_of(records)
        code, answer, said = self.ingest_real(path, *([] if key else ["--key", ":content"]))
        self.assertEqual((code, answer.get("badRows")), (0, 0), said)
        self.assertEqual(answer["key"], key or ":content")
        expected = Counts()
        for record in records:
            expected.add(record)
        self.compare(answer, expected)

    def test_every_table(self):
        count = 0
        for row in real_data.tables():
            if not row["file"].startswith("versions/"):
                with self.subTest(row["file"]):
                    self.check_table(row["file"])
                    count += 1
        self.assertGreater(count, 120)


class ArchiveTest(RealIngest):
    def check_archive(self, name):
        path = os.path.join(real_data.DATA, name)
        keyed, orphans = real_data.Archive(real_data.files_of(path)).keyed_records()
        last = {key: record for key, record in keyed if key.strip()}
        blank = sum(not key.strip() for key, _ in keyed)
        code, answer, said = self.ingest_real(path, "--allow-duplicates")
        if blank + orphans > 0.05 * (len(keyed) + orphans):
            self.assertEqual((code, "over 5 %" in answer["detail"]), (BAD_INPUT, True), said)
            return
        self.assertEqual((code, answer.get("badRows")), (0, blank + orphans), said)
        self.assertEqual(answer["duplicateKeys"], len(keyed) - blank - len(last))
        expected = Counts()
        for record in last.values():
            expected.add(record)
        self.compare(answer, expected)

    def test_every_archive(self):
        count = 0
        for name in real_data.archives():
            if name not in real_data.REFUSED and name not in real_data.SIMPLE:
                with self.subTest(name):
                    self.check_archive(name)
                    count += 1
        self.assertGreater(count, 60)

    def test_archives_of_one_table(self):
        for name, rows in real_data.SIMPLE.items():
            with self.subTest(name):
                code, answer, said = self.ingest_real(os.path.join(real_data.DATA, name),
                                                      "--key", ":content")
                self.assertEqual((code, answer["added"], answer["badRows"]), (0, rows, 0), said)

    def test_archives_that_cannot_be_read(self):
        """rule A8: exit 3, a word that says why, nothing changed."""
        for name, words in real_data.REFUSED.items():
            with self.subTest(name):
                code, answer, _ = self.ingest_real(os.path.join(real_data.DATA, name))
                self.assertEqual(code, BAD_INPUT)
                self.assertIn(words, answer["detail"])
                self.assertEqual(self.run_ok("dataset", "list"), "")


if __name__ == "__main__":
    unittest.main()
