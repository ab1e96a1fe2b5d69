# SPDX-License-Identifier: Apache-2.0
"""The real files, and an independent reader of them: what Python's csv, zipfile, tarfile and
ElementTree make of tables and Darwin Core Archives. Knows nothing of Vitrine."""

import collections
import csv
import gzip
import io
import json
import os
import pathlib
import re
import tarfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

SOURCE = os.environ.get("VITRINE_SOURCE_DIR", os.path.join(os.path.dirname(__file__), "..", ".."))
DATA = os.environ.get("VITRINE_SHARED_DATA", os.path.join(SOURCE, "..", "shared", "data"))

csv.field_size_limit(1 << 30)


def need(condition, reason):
    if not condition:
        raise unittest.SkipTest(reason)


def need_data():
    need(os.path.exists(os.path.join(DATA, "INDEX.tsv")), "the real data are not here")


# ---- which there are -----------------------------------------------------------------------------

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


def tables():
    """Rows of INDEX.tsv: every file that is one table of text, plain or gzip."""
    with open(os.path.join(DATA, "INDEX.tsv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["rows"] not in ("", "0") and row["file"].endswith(
                    (".csv", ".txt", ".tsv", ".tab", ".csv.gz")) and not row[
                        "file"].startswith(("geo/", "media/")):
                yield row


def archives():
    """Every folder with a meta.xml, zip and tar.gz, named relative to the data."""
    for folder, _, names in sorted(os.walk(DATA)):
        relative = os.path.relpath(folder, DATA)
        if "meta.xml" in names:
            yield relative
        for name in sorted(names):
            if name.endswith((".zip", ".tar.gz", ".tgz")):
                yield os.path.join(relative, name)


def content(path):
    """The bytes of a table."""
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
        return file.read()


# ---- reading them --------------------------------------------------------------------------------

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
    def described(element, id_name):
        """What meta.xml says of a row: the column of its id, and (name, term, column, default) of
        each field."""
        identifier = element.find(id_name)
        id_index = int(identifier.get("index").strip()) if identifier is not None else None
        fields = [(local_name(f.get("term").strip()), f.get("term").strip(),
                   int(f.get("index")) if f.get("index") is not None else None,
                   (f.get("default") or "").strip()) for f in element.findall("field")]
        if id_name == "id" and id_index is not None and not any(
                index == id_index for _, _, index, _ in fields):
            fields.insert(0, ("id", "id", id_index, ""))
        return id_index, fields

    def keyed_rows(self, element, id_name):
        """Id and record of each row."""
        id_index, fields = self.described(element, id_name)
        for row in self.rows(element):
            record = {}
            for name, term, index, default in fields:
                value = row[index] if index is not None and index < len(row) else None
                if not value and default:
                    value = default
                if value is not None:
                    record[name if name not in record else f"{name} ({term})"] = value
            yield row[id_index] if id_index is not None and id_index < len(row) else "", record

    def keyed_records(self):
        """Key and record with its lists of each core row, and the number of orphans. Of rows with
        one key the last has the lists."""
        keyed = list(self.keyed_rows(self.core, "id"))
        last = {key: number for number, (key, _) in enumerate(keyed) if key.strip()}
        orphans = 0
        for extension in self.extensions:
            name = list_name(extension.get("rowType"))
            lists = collections.defaultdict(list)
            for key, element in self.keyed_rows(extension, "coreid"):
                if key in last:
                    lists[key].append(element)
                else:
                    orphans += 1
            for key, elements in lists.items():
                keyed[last[key]][1][name] = elements
        return keyed, orphans

    def records(self):
        """All records, their lists sorted, and the number of orphans."""
        keyed, orphans = self.keyed_records()
        for _, record in keyed:
            for name, value in record.items():
                if isinstance(value, list):
                    record[name] = sorted(value, key=canonical)
        return [record for _, record in keyed], orphans


# One for all: json.dumps makes one each time, which takes most of it.
CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(record):
    return CANONICAL.encode(record).encode("utf-8")


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
