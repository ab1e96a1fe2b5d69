# SPDX-License-Identifier: Apache-2.0
"""What our readers make of real files, beside what Python's csv, zipfile and ElementTree make of
them: every record of every table and archive, field by field. Reads the shared data, and skips
without it."""

import collections
import gzip
import json
import os
import re
import resource
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

from real_data import (DATA, DELIMITERS, RAGGED, REFUSED, SIMPLE, Archive, archives, canonical,
                       content, decode, files_of, need, need_data, read_table, records_of_table,
                       tables)

PROGRAM = os.environ.get(
    "VITRINE_PRINT_ROWS",
    os.path.join(os.path.dirname(os.environ.get("VITRINE_BINARY", "")), "print-rows"))


def print_rows(path, *options):
    """Runs the reader; returns exit code, records as canonical JSON, messages."""
    done = subprocess.run([PROGRAM, "--canonical", *options, path], capture_output=True,
                          timeout=300, check=False)
    return done.returncode, done.stdout.split(b"\n")[:-1], done.stderr.decode("utf-8")


def problems_in(messages):
    return [json.loads(line) for line in messages.splitlines() if line.startswith("{")]


# ---- tests ---------------------------------------------------------------------------------------

class RealData(unittest.TestCase):
    def setUp(self):
        need_data()
        need(os.path.exists(PROGRAM), "print-rows is not built")

    def assert_same(self, expected, records, where):
        """Compares as sets with counts, and shows one difference instead of thousands."""
        ours = collections.Counter(records)
        theirs = collections.Counter(map(canonical, expected))
        if ours != theirs:
            only_ours, only_theirs = ours - theirs, theirs - ours
            self.fail(f"{where}: {len(records)} records, {len(expected)} expected\n"
                      f"ours   {next(iter(only_ours), b'')[:500]}\n"
                      f"theirs {next(iter(only_theirs), b'')[:500]}")


class TableTest(RealData):
    def test_every_table_reads_as_python_reads_it(self):
        count = 0
        for row in tables():
            with self.subTest(row["file"]):
                self.compare(os.path.join(DATA, row["file"]), row)
                count += 1
        self.assertGreater(count, 250)

    def compare(self, path, row):
        code, records, messages = print_rows(path)
        self.assertEqual(code, 0, messages)
        found = re.search(r"encoding (\S+), delimiter (\d+), quote (\d+)", messages)
        encoding, delimiter, quote = found[1], chr(int(found[2])), int(found[3])
        bad = len(problems_in(messages))
        if row["file"] in RAGGED:
            self.assertEqual((len(records), min(bad, 100)),
                             (RAGGED[row["file"]][0], min(RAGGED[row["file"]][1], 100)))
            return
        for word, expected in DELIMITERS.items():
            self.assertTrue(word not in row["check"] or delimiter == expected, delimiter)
        data = content(path)
        encoding = {"ISO-8859-1": "latin_1"}.get(encoding, encoding)
        text = decode(data, encoding)
        expected = records_of_table(read_table(text, delimiter, chr(quote) if quote else ""))
        self.assertEqual(bad, 0, messages)
        self.assertEqual(records[0], canonical(expected[0]))
        self.assert_same(expected, records, row["file"])


class ArchiveTest(RealData):
    def test_every_archive_reads_as_python_reads_it(self):
        count = 0
        for name in archives():
            if name in REFUSED or name in SIMPLE:
                continue
            with self.subTest(name):
                path = os.path.join(DATA, name)
                expected, orphans = Archive(files_of(path)).records()
                code, records, messages = print_rows(path)
                self.assertEqual(code, 0, messages)
                self.assert_same(expected, records, name)
                problems = re.search(r"# problems (\d+)", messages)
                self.assertEqual(int(problems[1]), orphans, messages)
                count += 1
        self.assertGreater(count, 60)

    def test_what_cannot_be_read_says_why(self):
        for name, words in REFUSED.items():
            with self.subTest(name):
                code, _, messages = print_rows(os.path.join(DATA, name))
                self.assertEqual(code, 3)
                self.assertIn(words, messages)

    def test_archives_of_one_table(self):
        for name, rows in SIMPLE.items():
            with self.subTest(name):
                code, records, messages = print_rows(os.path.join(DATA, name))
                self.assertEqual(code, 0, messages)
                self.assertEqual(len(records), rows)

    def test_a_small_memory_gives_the_same_join(self):
        path = os.path.join(DATA, "checklists/vascan/vascan.zip")
        self.assertEqual(print_rows(path)[1], print_rows(path, "--memory", "1")[1])


class MetadataTest(RealData):
    CASES = {
        "occurrence/ucsb-izc-bees/ucsb-izc-bees-dwca.zip":
            {"licence": "https://creativecommons.org/publicdomain/zero/1.0/"},
        "occurrence/bas-argos/dwca-bas_argos-v1.0.zip":
            {"licence": "https://creativecommons.org/licenses/by/4.0/",
             "tags": ["Marine birds", "Marine mammals", "Predators", "Tracking"]},
        "checklists/bryoquel":
            {"licence": "https://creativecommons.org/publicdomain/zero/1.0/",
             "doi": "10.5886/e5td29f6", "temporal": {"start": "1850", "end": "2014"}},
        "checklists/vascan/vascan.zip": {},
        "occurrence/inhs-insects-5k/insects_5k.tar.gz": {},
        "occurrence/isu-birds": {"doi": "10.15468/dl.27u26t"},
        "malformed/canadensys/dwca-qmor-specimens":
            {"licence": "https://creativecommons.org/licenses/by-sa/3.0/"},
    }

    def test_eml_of_real_archives(self):
        for name, expected in self.CASES.items():
            with self.subTest(name):
                path = os.path.join(DATA, name)
                done = subprocess.run([PROGRAM, "--metadata", path], capture_output=True,
                                      timeout=60, check=False)
                self.assertEqual(done.returncode, 0, done.stderr)
                metadata = json.loads(done.stdout)
                archive = Archive(files_of(path))
                for key, value in expected.items():
                    self.assertEqual(metadata[key], value)
                eml = next(archive.files[n] for n in sorted(archive.files) if os.path.basename(n)
                           in ("eml.xml", "metadata.xml"))
                dataset = ElementTree.fromstring(eml).find("dataset")
                self.assertEqual(metadata["title"], " ".join(dataset.findtext("title").split()))
                self.assertEqual(len(metadata["authors"]), len(dataset.findall("creator")))


class BoundedTest(unittest.TestCase):
    """Rule A8 with memory bounded: hostile inputs within an address space of 320 MiB."""

    LIMIT = 320 << 20

    def setUp(self):
        need(os.path.exists(PROGRAM), "print-rows is not built")
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = holder.name
        good = self.write("good.csv", b"a,b\n1,2\n")
        need(self.run_limited(good).returncode == 0,
             "the build needs more address space than the limit (sanitizers do)")

    def write(self, name, *pieces):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            for piece in pieces:
                file.write(piece)
        return path

    def run_limited(self, *arguments, kind=resource.RLIMIT_AS, limit=LIMIT):
        return subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120,
                              check=False,
                              preexec_fn=lambda: resource.setrlimit(kind, (limit, limit)))

    def assert_rows(self, path, rows, problems):
        done = self.run_limited(path)
        self.assertEqual(done.returncode, 0, done.stderr[-500:])
        self.assertEqual(done.stdout.count(b"\n"), rows)
        self.assertIn(f"# problems {problems},".encode(), done.stderr)

    def assert_refused(self, path, words):
        done = self.run_limited(path)
        self.assertEqual(done.returncode, 3, done.stderr[-500:])
        self.assertIn(words, done.stderr)

    def test_rule_a8_fields_of_100_megabytes(self):
        huge = b"x" * 100_000_000
        lines = b"x y z, and more of that text\n" * 1_500_000
        for name, quote, middle in (("a.csv", b"", huge), ("b.csv", b'"', huge)):
            path = self.write(name, b"a,b\n", b"1,2\n" * 50, b"3,", quote, middle, quote,
                              b"\n4,5\n")
            self.assert_rows(path, 51, 1)
        # A quoted field of many lines is never closed within a record's length: its lines are bad.
        path = self.write("c.csv", b"a,b,c\n", b'"1","2","3"\n' * 50, b'3,"', lines,
                          b'",4\n4,5,6\n')
        done = self.run_limited(path)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stdout.count(b"\n"), 51)

    def test_rule_a8_a_json_line_of_100_megabytes(self):
        path = self.write("a.jsonl", b'{"a":1}\n{"a":"', b"x" * 100_000_000, b'"}\n{"a":2}\n')
        self.assert_rows(path, 2, 1)

    def test_rule_a8_json_nested_ten_thousand_deep(self):
        path = self.write("a.jsonl", b'{"a":1}\n', b'{"a":' * 10_000, b"1", b"}" * 10_000,
                          b'\n{"a":2}\n')
        self.assert_rows(path, 2, 1)

    def test_rule_a8_bombs(self):
        piece = b"0," * (1 << 20)
        path = os.path.join(self.folder, "bomb.csv.gz")
        with gzip.open(path, "wb", compresslevel=1) as file:
            for _ in range(512):
                file.write(piece)
        self.assert_refused(path, b"zip bomb")
        path = os.path.join(self.folder, "bomb.zip")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z, \
                z.open("a.csv", "w") as file:
            for _ in range(512):
                file.write(piece)
        self.assert_refused(path, b"zip bomb")

    def test_rule_a8_billion_laughs(self):
        entities = "".join('<!ENTITY a%d "%s">' % (i, "&a%d;" % (i - 1) * 10)
                           for i in range(1, 20))
        meta = f'<!DOCTYPE archive [<!ENTITY a0 "ha">{entities}]><archive>&a19;</archive>'
        os.mkdir(os.path.join(self.folder, "archive"))
        self.write("archive/meta.xml", meta.encode())
        self.assert_refused(os.path.join(self.folder, "archive"), b"declares entities")

    def test_a_join_keeps_to_its_memory(self):
        folder = os.path.join(self.folder, "archive")
        os.mkdir(folder)
        self.write("archive/meta.xml", b'<archive><core rowType="Occurrence"><files><location>o.csv'
                   b'</location></files><id index="0"/><field index="1" term="v"/></core>'
                   b'<extension rowType="Multimedia"><files><location>m.csv</location></files>'
                   b'<coreid index="0"/><field index="1" term="w"/></extension></archive>')
        count, step = 400_000, 104_729
        filling = "x" * 300
        self.write("archive/o.csv", "".join(
            f"{n * step % count},{filling}\n" for n in range(count)).encode())
        self.write("archive/m.csv", "".join(
            f"{n * 7919 % count},{filling}\n" for n in range(count)).encode())
        # Every thread reserves address space, so that data alone are a measure here: 240 MB of
        # archive by a join that may hold 32 MiB, and the stacks of its threads.
        done = self.run_limited("--memory", "32", folder, kind=resource.RLIMIT_DATA,
                                limit=224 << 20)
        self.assertEqual(done.returncode, 0, done.stderr[-500:])
        self.assertEqual(done.stdout.count(b"\n"), count)
        self.assertEqual(done.stdout.count(b'"w":'), count)


if __name__ == "__main__":
    unittest.main()
