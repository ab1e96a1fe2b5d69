# SPDX-License-Identifier: Apache-2.0
"""What our readers make of real files, beside what Python's csv, zipfile and ElementTree make of
them: every record of every table and archive, field by field. Reads the shared data, and skips
without it."""

import collections
import csv
import gzip
import io
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tarfile
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

SOURCE = os.environ.get("VITRINE_SOURCE_DIR", os.path.join(os.path.dirname(__file__), "..", ".."))
DATA = os.environ.get("VITRINE_SHARED_DATA", os.path.join(SOURCE, "..", "shared", "data"))
PROGRAM = os.environ.get(
    "VITRINE_PRINT_ROWS",
    os.path.join(os.path.dirname(os.environ.get("VITRINE_BINARY", "")), "print-rows"))

csv.field_size_limit(1 << 30)


def need(condition, reason):
    if not condition:
        raise unittest.SkipTest(reason)


def print_rows(path, *options):
    """Runs the reader; returns exit code, records as canonical JSON, messages."""
    done = subprocess.run([PROGRAM, "--canonical", *options, path], capture_output=True,
                          timeout=300, check=False)
    return done.returncode, done.stdout.split(b"\n")[:-1], done.stderr.decode("utf-8")


def problems_in(messages):
    return [json.loads(line) for line in messages.splitlines() if line.startswith("{")]


# ---- an independent reader -----------------------------------------------------------------------

def decode(data, declared=None):
    if data[:3] == b"\xef\xbb\xbf":
        return data[3:].decode("utf-8")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    encoding = {"latin1": "cp1252", "iso-8859-1": "cp1252"}.get((declared or "utf-8").lower(),
                                                                 declared or "utf-8")
    return data.decode(encoding)


def read_table(text, delimiter, quote):
    """Rows by Python's csv module; blank lines left out."""
    if not quote:
        lines = re.split("\r?\n" if "\n" in text else "\r", text)
        rows = [line.split(delimiter) for line in lines]
    elif "\n" in text:
        # Where lines end in line feeds a carriage return alone is content; csv takes it for an end.
        lone = re.sub("\r(?!\n)", "\ue000", text)
        rows = [[field.replace("\ue000", "\r") for field in row]
                for row in csv.reader(io.StringIO(lone, newline=""), delimiter=delimiter,
                                      quotechar=quote)]
    else:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter,
                               quotechar=quote))
    return [row for row in rows if row and not (len(row) == 1 and not row[0].strip())]


def header_names(header):
    names = []
    for number, raw in enumerate(header, 1):
        name = "".join(c for c in raw if c >= " " and not "\x7f" <= c < "\xa0"
                       and c not in "\ufeff\u200b").strip(" \xa0")
        name = name or f"column {number}"
        copy, unique = 2, name
        while unique in names:
            unique = f"{name} ({copy})"
            copy += 1
        names.append(unique)
    return names


def records_of_table(rows):
    header = rows[0]
    if len(rows) > 4 and all(len(row) == len(header) + 1 for row in rows[1:]):
        header = [""] + header  # R leaves out the name of the column of row names
    names = header_names(header)
    return [dict(zip(names, row)) for row in rows[1:]]


def local_name(term):
    return term.rstrip("/").replace("#", "/").rsplit("/", 1)[-1]


def unescape(text):
    return text.replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r")


def list_name(row_type):
    name = local_name(row_type.strip())
    return name[0].lower() + name[1:]


class Archive:
    """A Darwin Core Archive read with ElementTree and the csv module."""

    def __init__(self, files):
        self.files = files
        meta = min((n for n in files if os.path.basename(n) == "meta.xml"), key=len)
        self.root = os.path.dirname(meta)
        tree = ElementTree.fromstring(files[meta].lstrip())
        for element in tree.iter():
            element.tag = element.tag.rsplit("}", 1)[-1]
        self.core = tree.find("core")
        self.extensions = tree.findall("extension")

    def rows(self, element):
        for location in element.iterfind("files/location"):
            data = self.files[os.path.normpath(os.path.join(self.root, location.text.strip()))]
            delimiter = unescape(element.get("fieldsTerminatedBy", ","))
            quote = element.get("fieldsEnclosedBy", '"')
            text = decode(data, element.get("encoding"))
            skipped = int(element.get("ignoreHeaderLines", "0"))
            lines = text.splitlines(keepends=True) if "\n" not in text else [
                line + "\n" for line in text.split("\n")]
            yield from read_table("".join(lines[skipped:]), delimiter, quote)

    @staticmethod
    def record(element, row, id_name):
        record = {}
        identifier = element.find(id_name)
        id_index = int(identifier.get("index").strip()) if identifier is not None else None
        fields = [(f.get("term").strip(), f.get("index"), (f.get("default") or "").strip())
                  for f in element.findall("field")]
        if id_name == "id" and id_index is not None and not any(
                i is not None and int(i) == id_index for _, i, _ in fields):
            fields.insert(0, ("id", str(id_index), ""))
        for term, index, default in fields:
            value = None
            if index is not None and int(index) < len(row):
                value = row[int(index)]
            if not value and default:
                value = default
            if value is not None:
                name = local_name(term)
                record[name if name not in record else f"{name} ({term})"] = value
        key = row[id_index] if id_index is not None and id_index < len(row) else ""
        return key, record

    def records(self):
        """All records with their lists, and the number of orphans."""
        keyed = [self.record(self.core, row, "id") for row in self.rows(self.core)]
        last = {key: number for number, (key, _) in enumerate(keyed) if key.strip()}
        orphans = 0
        for extension in self.extensions:
            name = list_name(extension.get("rowType"))
            lists = collections.defaultdict(list)
            for row in self.rows(extension):
                key, element = self.record(extension, row, "coreid")
                if key in last:
                    lists[key].append(element)
                else:
                    orphans += 1
            for key, elements in lists.items():
                keyed[last[key]][1][name] = sorted(elements, key=canonical)
        return [record for _, record in keyed], orphans


def canonical(record):
    return json.dumps(record, ensure_ascii=False, sort_keys=True,
                      separators=(",", ":")).encode("utf-8")


def files_of(path):
    if os.path.isdir(path):
        return {n: pathlib.Path(path, n).read_bytes() for n in os.listdir(path)
                if os.path.isfile(os.path.join(path, n))}
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as z:
            return {n: z.read(n) for n in z.namelist() if not junk(n)}
    with tarfile.open(path) as t:
        return {os.path.normpath(m.name): t.extractfile(m).read() for m in t.getmembers()
                if m.isfile() and not junk(m.name)}


def junk(name):
    return name.endswith("/") or any(p.startswith("._") or p == "__MACOSX"
                                     for p in name.split("/"))


# ---- tests ---------------------------------------------------------------------------------------

# Tables whose rows break their own header: what we take and what goes to the report (rule A8).
RAGGED = {
    "checklists/dwc-vocabs/country.txt": (13464, 1),
    "json/checklistbank-dwcas/00000010-c6af-11e2-9b88-00145eb45e9a/taxa.txt": (2, 209),
    "malformed/gbif-parsers/parse/date/threeten_localdatetime_tests.txt": (11, 67),
}

# Archives that cannot be read, and the words that say why.
REFUSED = {
    "malformed/dwc-archive-gna": "'DarwinCore.txt', which is not in the archive",
    "malformed/dwc-archive-gna/broken.tar.gz": "is cut off",
    "malformed/dwc-archive-gna/data.zip": "names no <location>",
    "malformed/dwc-archive-gna/empty_coreid.tar.gz": "<field> has no term",
    "malformed/dwc-archive-gna/invalid.tar.gz": "neither meta.xml nor",
    "malformed/dwca-io/defaults/extension-encoding-missing": "has no rows",
    "malformed/dwca-io/defaults/meta-file-encoding-missing": "has no rows",
    "malformed/dwca-io/invalid/extension-core-id-missing": "'taxa.txt', which is not",
    "malformed/dwca-io/invalid/extension-id-missing": "<core> has no <id index",
    "malformed/dwca-io/invalid/extension-location-missing": "names no <location>",
    "malformed/dwca-io/invalid/extension-missing": "'media.txt', which is not",
    "malformed/dwca-io/invalid/meta-file-location-missing": "names no <location>",
    "malformed/dwca-io/invalid/meta-only": "'taxa.txt', which is not",
    "malformed/dwca-io/meta": "'DarwinCore.txt', which is not",
    "malformed/dwca-io/nullCoreID.zip": "<extension> has no <coreid index",
    "malformed/dwca-io/xml-entity-meta": "has no rows",
    "malformed/python-dwca-reader/dwca-missing-extension-details": "names no <location>",
}

# Archives without meta.xml around one table, and its rows.
SIMPLE = {
    "genetic/ukbol-bold/BOLD_Public.24-JAN-2025.tar.gz": 999,
    "malformed/dwca-io/gnub.tab.zip": 9,
    "malformed/python-dwca-reader/dwca-invalid-simple-toomuch.zip": 3,
    "malformed/python-dwca-reader/dwca-invalid-simple-two.zip": 3,
    "malformed/python-dwca-reader/dwca-simple-csv-dos.zip": 3,
    "malformed/python-dwca-reader/dwca-simple-csv-eml.zip": 3,
    "malformed/python-dwca-reader/dwca-simple-csv-notenclosed.zip": 3,
    "malformed/python-dwca-reader/dwca-simple-csv.zip": 3,
}

# How INDEX.tsv names delimiters.
DELIMITERS = {"TAB": "\t", "semicolon": ";", "pipe": "|"}


class RealData(unittest.TestCase):
    def setUp(self):
        need(os.path.exists(os.path.join(DATA, "INDEX.tsv")), "the shared data are not here")
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
    def tables(self):
        with open(os.path.join(DATA, "INDEX.tsv"), encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                if row["rows"] not in ("", "0") and row["file"].endswith(
                        (".csv", ".txt", ".tsv", ".tab", ".csv.gz")) and not row[
                            "file"].startswith(("geo/", "media/")):
                    yield row

    def test_every_table_reads_as_python_reads_it(self):
        count = 0
        for row in self.tables():
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
        with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
            data = file.read()
        encoding = {"ISO-8859-1": "latin_1"}.get(encoding, encoding)
        text = decode(data, encoding)
        expected = records_of_table(read_table(text, delimiter, chr(quote) if quote else ""))
        self.assertEqual(bad, 0, messages)
        self.assertEqual(records[0], canonical(expected[0]))
        self.assert_same(expected, records, row["file"])


class ArchiveTest(RealData):
    def archives(self):
        for folder, _, names in sorted(os.walk(DATA)):
            relative = os.path.relpath(folder, DATA)
            if "meta.xml" in names:
                yield relative
            for name in sorted(names):
                if name.endswith((".zip", ".tar.gz", ".tgz")):
                    yield os.path.join(relative, name)

    def test_every_archive_reads_as_python_reads_it(self):
        count = 0
        for name in self.archives():
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

    def run_limited(self, *arguments):
        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (self.LIMIT, self.LIMIT))
        return subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120,
                              check=False, preexec_fn=limit)

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
        with gzip.open(path, "wb") as file:
            for _ in range(512):
                file.write(piece)
        self.assert_refused(path, b"zip bomb")
        path = os.path.join(self.folder, "bomb.zip")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z, z.open("a.csv", "w") as file:
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
        done = self.run_limited("--memory", "32", folder)
        self.assertEqual(done.returncode, 0, done.stderr[-500:])
        self.assertEqual(done.stdout.count(b"\n"), count)
        self.assertEqual(done.stdout.count(b'"w":'), count)


if __name__ == "__main__":
    unittest.main()
