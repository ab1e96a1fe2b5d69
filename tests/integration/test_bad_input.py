# SPDX-License-Identifier: Apache-2.0
"""Bad input through `vitrine ingest`, line by line of the rules A8 and A3: exit code, message,
what the report says of a row, that nothing was changed or that the rest went on; and never more
memory than MEMORY, whatever comes."""

import gzip
import io
import json
import os
import random
import subprocess
import tarfile
import tempfile
import zipfile

import portal

BAD_INPUT = 3

# Peak resident memory of any ingest here: what archives that unpack to 500 MB would take is twice
# that. A field of 100 MB and other single large things stay below LITTLE_MEMORY.
MEMORY = 256 << 20
LITTLE_MEMORY = 96 << 20

HEADER = b"id,name,remarks\n"


def rows(first, last):
    return b"".join(b"k%d,name %d,found\n" % (i, i) for i in range(first, last))


GOOD = HEADER + rows(0, 200)
LINE = 202  # where what is put behind the good rows begins

BASE_META = ('<core rowType="Occurrence" ignoreHeaderLines="1" fieldsTerminatedBy=","><files>'
             '<location>{}</location></files><id index="0"/><field index="1" term="name"/>'
             '<field index="2" term="remarks"/></core>')


def meta(location="occurrence.csv", extension=""):
    return f'<archive metadata="eml.xml">{BASE_META.format(location)}{extension}</archive>'


def billion_laughs(root):
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 20))
    return f'<!DOCTYPE {root} [<!ENTITY a0 "ha">{entities}]>'


class BadInput(portal.PortalTest):
    """The dataset bees holds 200 good records before each test."""

    memory = MEMORY

    def setUp(self):
        super().setUp()
        self.ingest("--dataset", "bees", self.write("good.csv", GOOD))
        self.before = self.store_files()

    def measured(self, *arguments):
        """Runs `vitrine ingest --json`; gives exit code, answer and what was said. The process's
        peak memory is asked of the system and must be within bounds."""
        command = [portal.BINARY, "ingest", "--data", self.data, "--dataset", "bees", "--json",
                   *arguments]
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(command, stdout=output, stderr=errors,
                                       stdin=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            errors.seek(0)
            answer, said = output.read().decode(), errors.read().decode()
        self.assertLess(usage.ru_maxrss << 10, self.memory, "peak memory")
        return process.returncode, json.loads(answer) if answer else {}, said

    def pieces(self, name, *pieces):
        """Writes a file without ever holding it whole."""
        path = self.folder / name
        with open(path, "wb") as file:
            for piece in pieces:
                for part in [piece] if isinstance(piece, bytes) else piece:
                    file.write(part)
        return path

    def zip(self, name, **files):
        path = self.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
            for file, content in files.items():
                z.writestr(file.replace("__", "."), content)
        return path

    def check_unchanged(self):
        self.assertEqual(self.store_files(), self.before)
        self.assertEqual(list((self.data / "store" / "work").iterdir()), [])

    def refused(self, words, *arguments):
        """Trouble with the file: exit 3, a sentence, nothing changed."""
        code, answer, said = self.measured(*arguments)
        self.assertEqual(code, BAD_INPUT, said)
        self.assertIn(words, answer["detail"])
        self.assertIn(answer["detail"], said)
        self.check_unchanged()
        return answer

    def report_of(self, answer):
        with open(answer["report"], encoding="utf-8") as report:
            return [json.loads(line) for line in report]

    def goes_on(self, path, added, *problems, options=("--key", "id")):
        """Trouble with rows: they are in the report, the rest goes on, exit 0; with --strict
        exit 3 and nothing changed."""
        code, answer, said = self.measured("--strict", *options, path)
        self.assertEqual(code, BAD_INPUT, said)
        self.assertIn("--strict", answer["detail"])
        self.assertEqual(len(self.report_of(answer)), len(problems))
        self.check_unchanged()
        code, answer, said = self.measured(*options, path)
        self.assertEqual(code, 0, said)
        self.assertEqual((answer["added"], answer["removed"]), (added, 0))
        found = self.report_of(answer)
        self.assertEqual(answer["badRows"] + answer["duplicateKeys"], len(found))
        self.assertEqual(len(found), len(problems), found)
        for problem, expected in zip(found, problems):
            reason = expected.pop("reason")
            self.assertIn(reason, problem.pop("reason"))
            self.assertEqual(problem, {"file": path.name, **expected})
        self.verify()
        self.before = self.store_files()
        return answer

    def record(self, key):
        return json.loads(self.run_ok("show", "bees", key, "--json"))["record"]["data"]


class FileTest(BadInput):
    """Rule A8, trouble with the file."""

    def test_rule_a8_empty_file(self):
        self.refused("is empty; give a file with rows", self.write("empty.csv", b""))
        self.refused("is empty", self.write("blank.csv", b"\n\n \n"))
        self.refused("is empty", self.write("empty.csv.gz", gzip.compress(b"")))
        self.refused("empty", self.zip("empty.zip", t__csv=b""))

    def test_rule_a8_header_only(self):
        self.refused("a header and no rows", self.write("header.csv", HEADER))
        self.refused("a header and no rows", self.write("header.csv", HEADER.strip()))
        self.refused("has no rows", self.zip("header.zip", meta__xml=meta(),
                                             occurrence__csv=HEADER))

    def test_rule_a8_truncated_zip_and_gzip(self):
        content = HEADER + rows(0, 5000)
        whole = self.zip("whole.zip", t__csv=content).read_bytes()
        for length in (len(whole) * 6 // 10, len(whole) - 10, 30):
            self.refused("cut off or damaged", self.write("cut.zip", whole[:length]))
        packed = gzip.compress(content)
        for length in (len(packed) * 6 // 10, len(packed) - 1):
            self.refused("cut off: its gzip stream has no end",
                         self.write("cut.csv.gz", packed[:length]))
        self.refused("damaged gzip file", self.write("wrong.csv.gz", packed[:-8] + bytes(8)))
        tar = io.BytesIO()
        with tarfile.open(fileobj=tar, mode="w:gz") as t:
            entry = tarfile.TarInfo("t.csv")
            entry.size = len(content)
            t.addfile(entry, io.BytesIO(content))
        self.refused("cut off", self.write("cut.tar.gz", tar.getvalue()[:-100]))

    def test_rule_a8_zip_bomb(self):
        piece = b"k1,n,x\n" * 150_000
        path = self.folder / "bomb.csv.gz"
        with gzip.open(path, "wb") as file:
            file.write(HEADER)
            for _ in range(500):
                file.write(piece)
        self.refused("looks like a zip bomb", path)
        path = self.folder / "bomb.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
            with z.open("t.csv", "w", force_zip64=True) as file:
                for _ in range(500):
                    file.write(piece)
        self.refused("looks like a zip bomb", path)
        path = self.folder / "many.zip"
        with zipfile.ZipFile(path, "w") as z:
            for i in range(10_001):
                z.writestr(f"{i}.csv", b"")
        self.refused("10000", path)

    def test_rule_a8_path_traversal(self):
        for name in ("../evil.csv", "a/../../evil.csv", str(self.folder / "evil.csv"),
                     "..\\evil.csv"):
            path = self.folder / "traversal.zip"
            with zipfile.ZipFile(path, "w") as z:
                z.writestr("t.csv", GOOD)
                z.writestr(name, GOOD)
            with self.subTest(name):
                self.refused("points outside of it", path)
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE):
            path = self.folder / "link.tar.gz"
            with tarfile.open(path, "w:gz") as t:
                entry = tarfile.TarInfo("t.csv")
                entry.type, entry.linkname = kind, "/etc/passwd"
                t.addfile(entry)
            self.refused("is a link or a device", path)
        self.refused("'../good.csv' is not a file inside the archive",
                     self.zip("core.zip", meta__xml=meta("../good.csv"), occurrence__csv=GOOD))
        self.assertEqual(list(self.folder.parent.glob("evil.csv")), [])
        self.assertEqual(list(self.folder.rglob("evil.csv")), [])

    def test_rule_a8_wrong_core_file(self):
        for name in ("core.zip", "core"):
            if name == "core":
                (self.folder / name).mkdir()
                self.write("core/meta.xml", meta("specimens.csv"))
                self.write("core/occurrence.csv", GOOD)
            else:
                self.zip(name, meta__xml=meta("specimens.csv"), occurrence__csv=GOOD)
            self.refused("meta.xml names the file 'specimens.csv', which is not in the archive",
                         self.folder / name)

    def test_rule_a8_billion_laughs(self):
        laughs = billion_laughs("archive") + "<archive>&a19;</archive>"
        self.refused("declares entities",
                     self.zip("meta.zip", meta__xml=laughs, occurrence__csv=GOOD))
        laughs = billion_laughs("eml") + "<eml><dataset><title>&a19;</title></dataset></eml>"
        self.refused("EML: line 1: the document declares entities",
                     self.zip("eml.zip", meta__xml=meta(), occurrence__csv=HEADER + rows(0, 300),
                              eml__xml=laughs))

    def test_an_eml_that_is_only_broken_costs_the_metadata_alone(self):
        path = self.zip("eml.zip", meta__xml=meta(), occurrence__csv=HEADER + rows(0, 201),
                        eml__xml="<eml><dataset><title>x</dataset></eml>")
        code, answer, said = self.measured(path)
        self.assertEqual((code, answer["added"]), (0, 1))
        self.assertIn("the archive's EML is not used", said)

    def test_rule_a8_what_is_no_data(self):
        self.refused("is a picture", self.write("a.png", b"\x89PNG\r\n\x1a\n" + bytes(500)))
        self.refused("NUL", self.write("a.csv", bytes(range(256)) * 50))
        self.refused("does not exist", self.folder / "none.csv")
        self.refused("meta.xml: line", self.zip("meta.zip", meta__xml="<archive><core>",
                                                occurrence__csv=GOOD))
        code, answer, _ = self.measured(self.write("one.csv", GOOD), self.folder / "none.csv")
        self.assertEqual((code, answer["error"]), (BAD_INPUT, "bad data"))
        self.check_unchanged()

    def test_rule_a8_a_zip_that_is_none(self):
        """By its name an archive, so that nothing of it is read as a table."""
        numbers = random.Random(7)
        noise = numbers.randbytes(3000)
        for content in (noise, b"no\xe9\x9d," + noise, GOOD, b"PK broken" + noise):
            for name in ("r.zip", "R.ZIP"):
                path = self.write(name, content)
                for more in ((), ("--table", "new"), ("--strict",)):
                    self.refused(f"{name} is no ZIP archive", *more, path)

    def test_rule_a8_noise_under_any_name_is_no_table(self):
        numbers = random.Random(11)
        for _ in range(20):
            noise = bytes(b for b in numbers.randbytes(3000) if b)
            self.refused("it is no text", "--table", "new", self.write("a.csv", noise))

    def test_what_cannot_be_printed_is_escaped(self):
        broken = self.write("a.csv", b"id,na\x1b[31m\x9b\n" * 3)
        done = self.vitrine("ingest", "--dataset", "bees", "--key", "x\x1b[31m\x9b\ny", broken)
        self.assertEqual(done.returncode, BAD_INPUT)
        self.assertIn(r"no field 'x\x1b[31m\xc2\x9b y'", done.stderr)
        self.assertTrue(done.stderr.rstrip("\n").isprintable(), done.stderr)

    def test_rule_a8_a_quote_left_open_in_the_only_row(self):
        """Not the key is at fault: the row is, and its line is named."""
        for text, line in ((b'catalogNumber\n"open', 2), (b'catalogNumber\n"open\n', 2),
                           (b'\n\ncatalogNumber\n"open', 4)):
            path = self.write("open.csv", text)
            answer = self.refused(f"open.csv, line {line}, column 1 (catalogNumber): a quoted "
                                  "field begins here and is never closed", "--table", "new", path)
            self.assertNotIn("serve as the key", answer["detail"])

    def test_rule_a8_more_columns_than_a_table_may_have(self):
        header = b"id," + b",".join(b"f%d" % i for i in range(4000))
        self.refused("the header has 4001 columns, more than 4000",
                     self.write("wide.csv", header + b"\n1,2\n"))

    def test_a_new_dataset_is_not_made_by_bad_input(self):
        code, _, _ = self.measured("--table", "wasps", self.write("header.csv", HEADER))
        self.assertEqual(code, BAD_INPUT)
        self.assertNotIn("wasps", self.run_ok("dataset", "show", "bees"))
        self.check_unchanged()


class RowTest(BadInput):
    """Rule A8, trouble with a row."""

    memory = LITTLE_MEMORY

    def csv(self, name, *pieces):
        return self.pieces(name, GOOD, *pieces, rows(900, 901))

    def test_rule_a2_blank_keys(self):
        """rule A2: a blank key is no key; such rows are never merged."""
        self.goes_on(self.csv("blank.csv", b",one,x\n", b"   ,two,x\n"), 1,
                     {"line": LINE, "field": "id", "reason": "the key is blank or missing"},
                     {"line": LINE + 1, "field": "id", "reason": "never merged with others"})

    def test_rule_a3_duplicate_keys_within_the_bound(self):
        """rules A3, A8: up to 1 % of rows may share a key; the last one wins."""
        self.goes_on(self.csv("twice.csv", b"k5,second,x\n"), 1,
                     {"line": 7, "field": "id", "key": "k5",
                      "reason": "a later row has the same key; the later one was taken"})
        self.assertEqual(self.record("k5")["name"], "second")

    def test_rule_a3_duplicate_keys_over_the_bound(self):
        """rule A3: more than 1 % of rows share a key: refused with the figures."""
        path = self.csv("twice.csv", b"k5,a,x\n", b"k6,a,x\n")
        answer = self.refused("4 of 203 rows share their id with another row (over 1 %)", path)
        self.assertIn("--allow-duplicates", answer["detail"])
        self.assertEqual([p["line"] for p in self.report_of(answer)], [7, 8])
        code, answer, _ = self.measured("--allow-duplicates", path)
        self.assertEqual((code, answer["added"], answer["changed"], answer["duplicateKeys"]),
                         (0, 1, 2, 2))

    def test_rule_a8_a_field_of_100_megabytes(self):
        field = (b"x" * 1_000_000 for _ in range(100))
        self.goes_on(self.pieces("plain.csv", GOOD, b"k800,", field, b",x\n", rows(900, 901)), 1,
                     {"line": LINE, "reason": "longer than 16 MiB"})
        field = (b"x" * 1_000_000 for _ in range(100))
        self.goes_on(self.pieces("quoted.csv", GOOD, b'k800,"', field, b'",x\n', rows(901, 902)),
                     1, {"line": LINE, "reason": "longer than 16 MiB"})
        field = (b"x" * 1_000_000 for _ in range(100))
        lines = b"".join(b'{"id":"k%d"}\n' % i for i in range(100))
        self.goes_on(self.pieces("a.jsonl", lines, b'{"id":"k800","name":"', field,
                                 b'"}\n{"id":"k902"}\n'), 1,
                     {"line": 101, "column": 1, "reason": "longer than 16 MiB"})

    def test_rule_a8_a_field_over_4_mebibytes(self):
        limit = 4 << 20
        self.goes_on(self.csv("a.csv", b"k800,", b"x" * limit, b",x\n", b"k801,",
                              b"x" * (limit + 1), b",x\n"), 2,
                     {"line": LINE + 1, "column": 2, "field": "name", "key": "k801",
                      "reason": "4 MiB"})
        self.assertEqual(len(self.record("k800")["name"]), limit)

    def test_rule_a8_a_key_over_one_kibibyte(self):
        """Also where the key is still to be found: the row is bad, not the field."""
        path = self.csv("a.csv", b"k" * 1024 + b",a,x\n", b"k" * 1025 + b",a,x\n")
        self.goes_on(path, 2, {"line": LINE + 1, "field": "id",
                               "reason": "longer than 1,024 bytes"}, options=())
        code, answer, _ = self.measured("--table", "new", path)
        self.assertEqual((code, answer["key"], answer["added"], answer["badRows"]),
                         (0, "id", 202, 1))

    def test_rule_a8_too_many_fields(self):
        self.goes_on(self.csv("a.csv", b"k800,a,x,more,and more\n"), 1,
                     {"line": LINE, "key": "k800",
                      "reason": "the row has 5 fields where 3 are expected"})

    def test_rule_a8_undecodable_bytes(self):
        """In a file that is UTF-8 otherwise, a byte that is not makes its row bad."""
        accents = "".join(f"k{i},Bärlauch {i},è\n" for i in range(700, 750)).encode()
        self.goes_on(self.csv("a.csv", accents, b"k800,B\xe4rlauch,x\n"), 51,
                     {"line": LINE + 50, "column": 2, "field": "name", "key": "k800",
                      "reason": "UTF-8"})

    def test_rule_a8_nul_byte(self):
        self.goes_on(self.csv("a.csv", b"k800,a\0b,x\n"), 1,
                     {"line": LINE, "column": 2, "field": "name", "key": "k800",
                      "reason": "the value holds a NUL character"})
        lines = b"".join(b'{"id":"k%d"}\n' % i for i in range(100))
        self.goes_on(self.pieces("a.jsonl", lines, b'{"id":"k801","name":"a\\u0000b"}\n',
                                 b'{"id":"k901"}\n'), 1,
                     {"line": 101, "column": 29, "key": "k801", "reason": "NUL"})

    def test_rule_a8_lists_depth_and_names(self):
        def line(key, value):
            return b'{"id":"%s","list":%s}\n' % (key, value)

        def deep(levels):
            return b"[" * levels + b"1" + b"]" * levels

        lines = b"".join(b'{"id":"k%d"}\n' % i for i in range(200))
        names = b",".join(b'"f%d":1' % i for i in range(4001))
        path = self.pieces(
            "a.jsonl", lines, line(b"l1", b"[" + b"1," * 9999 + b"1]"),
            line(b"l2", b"[" + b"1," * 10_000 + b"1]"), line(b"d1", deep(31)),
            line(b"d2", deep(32)), line(b"d3", deep(10_000)), line(b"s1", b"[}"), b'[1]\n',
            b'{"id":"n1",%s}\n' % names)
        answer = self.goes_on(
            path, 2,
            {"line": 202, "column": 20022, "key": "l2",
             "reason": "a list has 10001 elements, more than 10000"},
            {"line": 204, "column": 50, "key": "d2", "reason": "nested deeper than 32"},
            {"line": 205, "column": 50, "key": "d3", "reason": "nested deeper than 32"},
            {"line": 206, "column": 20, "key": "s1",
             "reason": "'}' stands where a value should be"},
            {"line": 207, "column": 1, "reason": "the line holds no object"},
            {"line": 208, "column": 38889, "key": "n1",
             "reason": "more than 4000 different field names"})
        self.assertEqual(answer["unchanged"], 0)

    def test_rule_a8_a_record_over_16_mebibytes(self):
        lines = b"".join(b'{"id":"k%d"}\n' % i for i in range(100))
        fields = (b',"f%d":"%s"' % (i, b"x" * 3_000_000) for i in range(6))
        self.goes_on(self.pieces("a.jsonl", lines, b'{"id":"k800"', fields, b'}\n{"id":"k900"}\n'),
                     1, {"line": 101, "column": 1, "reason": "longer than 16 MiB"})

    def test_rule_a8_a_list_of_an_archive_over_10000(self):
        extension = ('<extension rowType="Multimedia" fieldsTerminatedBy=","><files><location>'
                     'media.csv</location></files><coreid index="0"/><field index="1" term="u"/>'
                     '</extension>')
        path = self.zip("a.zip", meta__xml=meta(extension=extension), occurrence__csv=GOOD,
                        media__csv=b"".join(b"k5,%d\n" % i for i in range(10_001))
                        + b"k6,0\nnobody,1\n")
        code, answer, said = self.measured(path)
        self.assertEqual((code, answer["changed"], answer["badRows"]), (0, 1, 2), said)
        first, second = self.report_of(answer)
        self.assertEqual((first["file"], first["line"], first["key"]), ("occurrence.csv", 7, "k5"))
        self.assertIn("more than 10,000 rows", first["reason"])
        self.assertEqual((second["file"], second["line"], second["key"]),
                         ("media.csv", 10_003, "nobody"))
        self.assertIn("in no row of the core", second["reason"])
        self.assertEqual(self.record("k6")["multimedia"], [{"u": "0"}])

    def test_rule_a8_over_5_percent_of_rows_bad(self):
        bad = b"".join(b",nameless %d,x\n" % i for i in range(10))
        code, answer, _ = self.measured(self.pieces("a.csv", GOOD, bad))
        self.assertEqual((code, answer.get("added")), (4, 0))  # 10 of 210: nothing else is new
        self.assertEqual(len(self.report_of(answer)), 10)
        answer = self.refused("11 of 211 rows are bad (over 5 %); nothing was changed",
                              self.pieces("a.csv", GOOD, bad, b",nameless,x\n"))
        self.assertIn("a.csv, line 202 (id): the key is blank", answer["detail"])
        self.assertEqual(len(self.report_of(answer)), 11)


class RemovalTest(BadInput):
    """Rule A3 (with A1): what is missing because a file is broken is not removed."""

    def keys(self):
        return self.records("bees", json.loads(self.run_ok("log", "--json", "--limit", "1"))[
            "commit"]).keys()

    def test_rule_a3_a_file_cut_at_60_percent(self):
        keys = self.keys()
        middle = len(GOOD) * 6 // 10
        start_of_row = GOOD.rindex(b"\n", 0, middle) + 1
        answer = self.refused("of 200 records (over 5 %)", "--snapshot",
                              self.write("cut.csv", GOOD[:start_of_row]))
        self.assertRegex(answer["detail"], r"would remove [78]\d of 200 records")
        self.assertIn("--allow-removals", answer["detail"])
        in_key = self.write("in-key.csv", GOOD[:start_of_row + 2])
        behind = self.write("behind.csv", GOOD[:start_of_row + 8])
        self.refused("of 200 records (over 5 %)", "--snapshot", behind)
        # rule A1: half a key says nothing of which record the row meant.
        for arguments in ([in_key], [behind], ["--snapshot", in_key],
                          ["--snapshot", "--allow-removals", in_key]):
            code, answer, said = self.measured(*arguments)
            self.assertEqual((code, answer["added"], answer["removed"]), (4, 0, 0), said)
            self.assertEqual("removalsWithheld" in answer, len(arguments) > 1)
            [problem] = self.report_of(answer)
            self.assertIn("it may be cut off", problem["reason"])
        self.assertEqual(self.keys(), keys)

    def test_rule_a3_every_cut_of_a_file(self):
        """Wherever a file is cut: no record removed, none made from half a row."""
        small = HEADER + rows(0, 30)
        self.ingest("--dataset", "small", self.write("small.csv", small))
        keys = self.records("small", 3).keys()
        for length in range(len(small) - 1, len(small) // 2, -7):
            done = self.vitrine("ingest", "--json", "--dataset", "small", "--snapshot",
                                self.write("cut.csv", small[:length]))
            answer = json.loads(done.stdout)
            with self.subTest(length):
                self.assertIn(done.returncode, (0, 3, 4))
                self.assertEqual(answer.get("added", 0), 0)
                self.assertLessEqual(answer.get("removed", 0), 1)
        last = json.loads(self.run_ok("log", "--json", "--limit", "1"))["commit"]
        self.assertLessEqual(self.records("small", last).keys(), keys)

    def test_rule_a3_one_broken_row(self):
        """rule A1: a row that could not be read is no removal of its record."""
        keys = self.keys()
        broken = GOOD.replace(b"k77,name 77,found\n", b"k77,name 77,found,and,more\n")
        code, answer, said = self.measured("--snapshot", self.write("broken.csv", broken))
        self.assertEqual((code, answer["removed"], answer["badRows"]), (4, 0, 1), said)
        self.assertEqual(self.report_of(answer)[0]["key"], "k77")
        self.assertEqual(self.keys(), keys)

    def test_rule_a1_a_key_that_cannot_be_read_withholds_removals(self):
        """rule A1: where the key of a bad row cannot be read, that commit removes nothing and says
        so."""
        keys = self.keys()
        broken = GOOD.replace(b"k77,name 77,found\n", b",name 77,found\n").replace(
            b"k78,name 78,found\n", b"").replace(b"k79,name 79,", b"k79,changed,")
        code, answer, said = self.measured("--snapshot", self.write("broken.csv", broken))
        self.assertEqual((code, answer["removed"], answer["changed"], answer["removalsWithheld"]),
                         (0, 0, 1, True), said)
        self.assertEqual(self.keys(), keys)
        words = self.run_ok("ingest", "--dataset", "bees", "--snapshot",
                            self.write("broken.csv", broken.replace(b"changed", b"again")))
        self.assertIn("nothing was removed: the keys of some bad rows could not be read", words)

    def test_rule_a3_renumbered_keys(self):
        keys = self.keys()
        renumbered = HEADER + rows(1000, 1200)
        self.refused("would remove 200 of 200 records (over 5 %)", "--snapshot",
                     self.write("new.csv", renumbered))
        code, answer, _ = self.measured(self.write("new.csv", renumbered))
        self.assertEqual((code, answer["added"], answer["removed"]), (0, 200, 0))
        self.assertLess(keys, self.keys())


if __name__ == "__main__":
    portal.main()
