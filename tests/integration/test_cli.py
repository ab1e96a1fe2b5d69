# SPDX-License-Identifier: Apache-2.0
"""The command line: help, usage, exit codes, what --json tells, and every option of ingest."""

import json
import os
import re
import shlex
import subprocess
import unittest
import zipfile

import portal

DONE, FAILED, USAGE, BAD_INPUT, UNCHANGED = 0, 1, 2, 3, 4
SUBCOMMANDS = ["init", "dataset", "ingest", "replay", "revert", "correct",
               "erase", "search", "digest", "lists",
               "areas", "literature", "media", "files", "identifiers", "show", "log",
               "diff", "verify", "usage", "report", "serve", "version",
               "completion"]
BEES = "occurrenceID,scientificName,sex,year\nb1,Apis mellifera,male,1901\n" \
       "b2,Apis cerana,female,1955\nb3,Bombus terrestris,,2001\n"


def run(*arguments, **options):
    return subprocess.run([portal.BINARY, *map(str, arguments)], capture_output=True, text=True,
                          timeout=60, check=False, stdin=subprocess.DEVNULL, **options)


class HelpTest(unittest.TestCase):
    def listed(self):
        done = run("--help")
        self.assertEqual((done.returncode, done.stderr), (DONE, ""))
        return re.findall(r"^  ([a-z]+) +\S", done.stdout, re.MULTILINE)

    def test_the_first_help_lists_every_subcommand(self):
        self.assertEqual(self.listed(), SUBCOMMANDS)
        self.assertEqual(run("help").stdout, run("-h").stdout)

    def test_no_subcommand_is_a_mistake_that_shows_the_help(self):
        done = run()
        self.assertEqual((done.returncode, done.stdout), (USAGE, ""))
        self.assertIn("usage: vitrine SUBCOMMAND", done.stderr)

    def test_each_help_has_usage_options_examples_and_exit_codes(self):
        for name in SUBCOMMANDS:
            with self.subTest(name):
                done = run(name, "--help")
                self.assertEqual((done.returncode, done.stderr), (DONE, ""))
                self.assertTrue(done.stdout.startswith(f"usage: vitrine {name} [OPTION...]"))
                self.assertFalse(re.search(r" $", done.stdout, re.MULTILINE))
                for words in ("--data DIR", "--json ", "--help ", "Exit codes: 0 done, 1 failed"):
                    self.assertIn(words, done.stdout)
                self.assertEqual(done.stdout, run("help", name).stdout)
                self.assertEqual(done.stdout, run(name, "-h").stdout)
                self.assertTrue(all(len(line) <= 110 for line in done.stdout.splitlines()))
                self.assertTrue(self.examples(done.stdout), "no example")

    @staticmethod
    def examples(text):
        examples = text.split("Examples:\n")[1].split("\n\n")[0]
        return re.findall(r"vitrine [^)|\n]+", examples)

    def test_each_example_is_understood(self):
        """No example of the help is wrong usage, whatever it then finds to work on."""
        for name in SUBCOMMANDS:
            for example in self.examples(run(name, "--help").stdout):
                with self.subTest(example):
                    words = shlex.split(example)
                    self.assertEqual(words[:2], ["vitrine", name])
                    if name in ("serve", "init"):
                        words += ["--nonsense"]  # all before it is read, and nothing is done
                    done = run(*words[1:], "--data", "/nonexistent")
                    if words[-1] == "--nonsense":
                        self.assertIn("there is no option '--nonsense'", done.stderr)
                    else:
                        self.assertIn(done.returncode, (DONE, FAILED), done.stderr)
                        self.assertNotIn("Try:", done.stderr)


class UsageTest(portal.PortalTest):
    """Mistakes of whoever types: exit code 2, and a sentence that says what to do."""

    CASES = [
        (["ingst"], "there is no subcommand 'ingst'; is 'ingest' meant?"),
        (["zzzz"], "Try: vitrine --help"),
        (["--data", "x", "log"], "options follow it"),
        (["help", "nosuch"], "there is no subcommand 'nosuch'"),
        (["ingest", "--datset", "x", "f"], "'--datset'; is '--dataset' meant?"),
        (["ingest", "--dataset"], "--dataset needs a value: --dataset SLUG"),
        (["ingest", "--dataset", "x"], "an argument is missing: vitrine ingest FILE|FOLDER..."),
        (["ingest", "--strict=yes", "f"], "--strict takes no value"),
        (["ingest", "f"], "--dataset SLUG is required"),
        (["ingest", "--dataset", "A b", "f"], "use 1 to 100 characters of a-z"),
        (["ingest", "--dataset", "x", "--kind", "beetles", "f"], "give specimens, index lots"),
        (["ingest", "--dataset", "x", "--upsert", "--delete", "f"], "give one of --upsert"),
        (["ingest", "--dataset", "x", "--format", "xls", "f"], "none of csv, tsv, jsonl, dwca"),
        (["ingest", "--dataset", "x", "--encoding", "ebcdic", "f"], "none of utf-8"),
        (["ingest", "--dataset", "x", "--delimiter", "ab", "f"], "takes one character, or tab"),
        (["ingest", "--dataset", "x", "--at", "yesterday", "f"], "ISO 8601, such as 2024-05-31"),
        (["search", "--limit", "ten"], "--limit takes a whole number, not 'ten'"),
        (["search", "--limit", "-1"], "are not negative"),
        (["search", "--limit", "100000"], "at most 1000"),
        (["search", "--facet", "nosuch"], 'has a field "nosuch"'),
        (["search", "--sort", "nosuch"], 'has a field "nosuch"'),
        (["search", "nosuch=1"], 'has a field "nosuch"'),
        (["search", "--query", "{"], "not valid JSON at line 1"),
        (["search", "--version", "soon"], "ISO 8601"),
        (["search", *["--facet=sex"] * 65], "--facet is given more than 64 times"),
        (["show"], "an argument is missing: vitrine show [TABLE] KEY"),
        (["show", "bees"], "give the record as TABLE KEY, or as --table TABLE KEY"),
        (["show", "--table", "bees", "bees", "b1"], "give the record as TABLE KEY"),
        (["show", "bees", "b1", "b2"], "'b2' is one argument too many"),
        (["log", "--limit", "-1"], "--limit is not negative"),
        (["diff", "bees"], "--from MOMENT is required"),
        (["revert", "last"], "vitrine log lists them"),
        (["revert", "1"], "begins the portal"),
        (["correct", "b1", "sex=male"], "nothing to correct: give TABLE KEY FIELD=VALUE"),
        (["correct", "--table", "bees", "b1"], "nothing to correct"),
        (["correct", "bees", "b1", "Sexx=male"], "no field 'Sexx'; near names: sex; --new-field"),
        (["correct", "bees", "b1", "zzzzzz=male"], "no field 'zzzzzz'; --new-field makes one"),
        (["correct", "bees", "b1", "--blank", "foo"], "no field 'foo'"),
        (["correct", "--table", "bees", "b1", "sex"], "'sex' is not FIELD=VALUE"),
        (["dataset", "drop"], "list | show SLUG | set SLUG JSON"),
        (["dataset", "set", "bees"], "set SLUG JSON"),
        (["serve", "--listen", "here"], "such as 127.0.0.1:8080"),
        (["serve", "--workers", "-1"], "from 0 to 256"),
        (["completion", "tcsh"], "bash, zsh and fish"),
        (["init", "there"], "'there' is one argument too many"),
        (["verify", "x"], "'x' is one argument too many"),
        (["version", "x"], "'x' is one argument too many"),
        (["replay"], "an argument is missing: vitrine replay PLAN"),
    ]

    def setUp(self):
        super().setUp()
        self.write("f", BEES)
        self.ingest("--dataset", "bees", self.folder / "f")

    def run_case(self, arguments, *more):
        return run(*arguments, *more, cwd=self.folder,
                   env={"VITRINE_DATA": str(self.data), "PATH": "/usr/bin:/bin"})

    def test_mistakes_exit_with_2_and_say_what_to_do(self):
        for arguments, words in self.CASES:
            with self.subTest(arguments):
                done = self.run_case(arguments)
                self.assertEqual(done.returncode, USAGE, done.stderr)
                self.assertIn(words, done.stderr)
                self.assertEqual(done.stdout, "")

    def test_json_tells_mistakes_too(self):
        told = 0
        for arguments, words in self.CASES:
            if arguments[0] not in SUBCOMMANDS or "needs a value" in words:
                continue
            with self.subTest(arguments):
                done = self.run_case(arguments, "--json")
                problem = json.loads(done.stdout)
                self.assertEqual((done.returncode, problem["error"]), (USAGE, "invalid input"))
                self.assertIn(problem["detail"], done.stderr)
                told += 1
        self.assertGreater(told, 30)

    def test_two_dashes_end_the_options(self):
        self.ingest("--dataset", "odd", self.write("odd.csv", "id,n\n--json,1\n-h,2\n"))
        self.assertEqual(self.run_ok("show", "--", "odd", "--json"), "id  --json\nn   1\n")
        self.assertEqual(self.run_ok("show", "--", "odd", "-h"), "id  -h\nn   2\n")


class ExitCodeTest(portal.PortalTest):
    """Each exit code, provoked."""

    def expect(self, code, *arguments):
        done = self.vitrine(*arguments)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def test_0_done_3_bad_input_4_nothing_changed(self):
        path = self.write("bees.csv", BEES)
        self.expect(DONE, "ingest", "--dataset", "bees", path)
        again = self.expect(UNCHANGED, "ingest", "--dataset", "bees", path)
        self.assertIn("nothing changed", again.stdout)
        self.assertIn("no commit was made", again.stdout)
        self.expect(BAD_INPUT, "ingest", "--dataset", "bees", self.write("empty.csv", ""))
        self.expect(BAD_INPUT, "ingest", "--dataset", "bees", self.folder / "none.csv")
        self.expect(BAD_INPUT, "replay", self.folder / "none.jsonl")
        self.expect(BAD_INPUT, "replay", self.write("plan.jsonl", '{"at": "2019"}\n'))
        self.data = self.folder / "old"
        self.expect(DONE, "init")
        plan = json.dumps({"at": "1999-12-31", "dataset": "bees", "files": ["none.csv"]})
        done = self.expect(BAD_INPUT, "replay", self.write("plan.jsonl", plan + "\n"))
        self.assertRegex(done.stderr, "^vitrine: line 1 of the plan: .*none.csv does not exist")
        self.expect(UNCHANGED, "replay", self.write("plan.jsonl", "\n"))

    def test_4_where_there_is_nothing_to_change(self):
        self.expect(DONE, "ingest", "--dataset", "bees", self.write("bees.csv", BEES))
        self.expect(UNCHANGED, "correct", "--table", "bees", "b1", "sex=male")
        self.expect(UNCHANGED, "dataset", "set", "bees", '{"title": "bees"}')
        self.expect(DONE, "ingest", "--dataset", "bees", "--metadata", '{"title": "Bees"}',
                    self.folder / "bees.csv")  # a commit without a record
        self.assertIn("nothing to take back", self.expect(UNCHANGED, "revert", "3").stdout)
        self.expect(DONE, "revert", "2")
        again = self.expect(UNCHANGED, "revert", "2").stdout
        self.assertIn("nothing to take back", again)
        self.assertIn("it was taken back already", again)

    def test_1_failed(self):
        self.expect(FAILED, "init")
        for arguments in (["show", "nosuch", "k"], ["log", "--dataset", "nosuch"], ["revert", "9"],
                          ["search", "--dataset", "nosuch"], ["search", "--table", "nosuch"],
                          ["dataset", "show", "nosuch"], ["search", "--version", "1960"],
                          ["diff", "nosuch", "--from", "2000"],
                          ["correct", "--table", "nosuch", "k", "a=b"],
                          ["ingest", "--dataset", "nosuch", "--delete", "f"],
                          ["serve", "--listen", "192.0.2.1:1"]):
            with self.subTest(arguments):
                done = self.expect(FAILED, *arguments)
                self.assertEqual(done.stdout, "")
                self.assertRegex(done.stderr, r"^vitrine: .+\n$")

    def test_1_without_a_data_folder(self):
        self.data = self.folder / "nowhere"
        for name in ("dataset", "ingest", "replay", "revert", "correct", "search", "show", "log",
                     "diff", "verify", "usage", "report", "serve"):
            arguments = {"dataset": ["list"], "ingest": ["--dataset", "x", "f"], "replay": ["f"],
                         "revert": ["2"], "correct": ["--table", "x", "k", "a=b"],
                         "show": ["x", "k"], "diff": ["x", "--from", "2000"],
                         "usage": ["replay", "f"]}.get(name, [])
            with self.subTest(name):
                done = self.expect(FAILED, name, *arguments, "--json")
                self.assertIn("make one with: vitrine init", json.loads(done.stdout)["detail"])
        self.assertFalse(self.data.exists())

    def test_1_for_a_damaged_store(self):
        self.expect(DONE, "ingest", "--dataset", "bees", self.write("bees.csv", BEES))
        segment = max((self.data / "store" / "segments").rglob("*"), key=lambda p: p.stat().st_size)
        content = bytearray(segment.read_bytes())
        content[len(content) // 2] ^= 0xFF
        segment.write_bytes(content)
        done = self.expect(FAILED, "verify")
        self.assertIn(segment.name, done.stdout + done.stderr)
        told = json.loads(self.expect(FAILED, "verify", "--json").stdout)
        self.assertTrue(told.get("faults") or told.get("error"), told)

    def test_an_init_that_fails_leaves_nothing(self):
        self.data = self.folder / "new"
        self.expect(BAD_INPUT, "init", "--portal", self.write("facts.json", "[1]"))
        self.assertFalse(self.data.exists())
        self.expect(DONE, "init", "--portal", self.write("facts.json", '{"description": "x"}'))


class TextTest(portal.PortalTest):
    """What people read without --json."""

    def test_a_record_its_differences_and_its_dataset(self):
        rows = [{"id": "b1", "note": "two\nlines\u0007", "n": 1.50, "list": ["x", "y"],
                 "names": [{"name": "Apis"}, {"name": ""}], "place": {"country": "Norway"}}]
        before = self.ingest("--dataset", "bees", self.write("a.jsonl", json.dumps(rows[0])))
        self.assertEqual(self.run_ok("show", "bees", "b1"),
                         "id             b1\nnote           two\n               lines \n"
                         "n              1.5\nlist           x; y\n"
                         "names[1].name  Apis\nnames[2].name  \"\"\n"
                         "place.country  Norway\n")
        rows[0].update(n=2, sex="male", place={})
        self.ingest("--dataset", "bees", self.write("a.jsonl", json.dumps(rows[0])))
        told = self.run_ok("diff", "bees", "b1", "--from", before["version"])
        self.assertIn("n: 1.5 -> 2\n", told)
        self.assertIn("sex: (none) -> male\n", told)
        self.assertEqual(self.run_ok("diff", "bees", "b1", "--from", "2999"), "no difference\n")
        self.run_ok("dataset", "set", "bees", '{"tags": ["a", "b"], "authors": [{"name": "A"}]}')
        told = self.run_ok("dataset", "show", "bees")
        self.assertRegex(told, r"(?m)^authors\[1\]\.name  A$")
        self.assertRegex(told, r"(?m)^tags             a; b$")
        self.assertRegex(told, r"(?m)^         1  in bees \(research\)$")

    def test_the_tour_of_the_readme(self):
        text = (portal.SOURCE / "README.md").read_text(encoding="utf-8")
        tour = next(block for block in re.findall(r"```sh\n(.*?)```", text, re.S)
                    if "alias v=" in block).split("\n", 1)[1]
        done = subprocess.run(["bash", "-c", 'v() { "$BINARY" "$@"; }\n' + tour],
                              capture_output=True, text=True, timeout=60, check=False,
                              cwd=self.folder, env={**os.environ, "VITRINE_DATA": str(self.data),
                                                    "BINARY": os.path.abspath(portal.BINARY)})
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("\nyear: 1899 -> 1900\n", done.stdout)
        self.assertIn("is taken back", done.stdout)

    def test_a_workbook_is_told_what_to_do(self):
        path = self.folder / "bees.xlsx"
        with zipfile.ZipFile(path, "w") as book:
            book.writestr("[Content_Types].xml", "<Types/>")
            book.writestr("xl/workbook.xml", "<workbook/>")
            book.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
        told = self.ingest("--dataset", "bees", path, expect=BAD_INPUT)
        self.assertIn("bees.xlsx is a workbook; save its sheet as CSV (UTF-8)", told["detail"])


class JsonTest(portal.PortalTest):
    """--json: one object, or one object a line where the help says so, with the facts."""

    def json(self, *arguments, expect=DONE):
        done = self.vitrine(*arguments, "--json")
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def setUp(self):
        super().setUp()
        self.path = self.write("bees.csv", BEES)
        [self.first] = self.json("ingest", "--dataset", "bees", "--author", "Ann", "--message",
                                 "From the\nregister", self.path)

    def test_init_version_completion(self):
        self.data = self.folder / 'odd "name"'
        self.assertEqual(self.json("init"), [{"data": str(self.data)}])
        [version] = self.json("version")
        self.assertEqual(set(version), {"version", "storeFormat", "catalogueSchema", "unicode"})

    def test_ingest(self):
        self.assertEqual({name: self.first[name] for name in (
            "dataset", "table", "key", "rows", "badRows", "duplicateKeys", "unknownKeys",
            "added", "changed", "removed", "unchanged", "unchangedFile", "dryRun", "commit")}, {
                "dataset": "bees", "table": "bees", "key": "occurrenceID", "rows": 3, "badRows": 0,
                "duplicateKeys": 0, "unknownKeys": 0, "added": 3, "changed": 0, "removed": 0,
                "unchanged": 0, "unchangedFile": False, "dryRun": False, "commit": 2})
        [again] = self.json("ingest", "--dataset", "bees", self.path, expect=UNCHANGED)
        self.assertEqual((again["unchangedFile"], again["unchanged"], "commit" in again),
                         (True, 3, False))
        bad = self.write("bad.csv", BEES + ",Apis,,\n")
        [refused] = self.json("ingest", "--dataset", "bees", "--strict", bad, expect=BAD_INPUT)
        self.assertEqual(refused["error"], "bad data")
        self.assertIn("bad.csv, line 5", refused["detail"])
        [line] = open(refused["report"], encoding="utf-8")
        self.assertEqual((json.loads(line)["file"], json.loads(line)["line"]), ("bad.csv", 5))

    def test_log(self):
        commits = self.json("log", "--limit", "0")
        self.assertEqual([c["commit"] for c in commits], [2, 1])
        self.assertEqual((commits[0]["author"], commits[0]["message"], commits[0]["source"],
                          commits[0]["version"]), ("Ann", "From the\nregister", "bees.csv",
                                                   self.first["version"]))
        self.assertEqual(commits[0]["tables"][0], {"table": "bees", "added": 3, "changed": 0,
                                                   "removed": 0, "unchanged": 0})
        self.assertEqual(len(self.json("log", "--limit", "1")), 1)
        self.assertEqual([c["commit"] for c in self.json("log", "--dataset", "bees")], [2])

    def test_dataset(self):
        [listed] = self.json("dataset", "list")
        self.assertEqual((listed["slug"], listed["records"]), ("bees", 3))
        [changed] = self.json("dataset", "set", "bees", '{"title": "Bees", "tags": ["a", "b"]}')
        [same] = self.json("dataset", "set", "bees", '{"title": "Bees"}', expect=UNCHANGED)
        self.assertEqual((changed, same), ({"commit": 3}, {"commit": None}))
        [shown] = self.json("dataset", "show", "bees")
        self.assertEqual(shown["metadata"]["title"], "Bees")
        self.assertEqual(shown["resources"][0]["metadata"]["kind"], "observations")
        [before] = self.json("dataset", "show", "bees", "--version", str(self.first["version"]))
        self.assertEqual(before["metadata"]["title"], "bees")  # rule A6
        [gone] = self.json("dataset", "set", "bees", '{"tags": null}')
        self.assertEqual(gone, {"commit": 4})
        self.assertNotIn("tags", self.json("dataset", "show", "bees")[0]["metadata"])

    def test_metadata_of_a_wrong_kind_are_refused(self):
        for metadata, words in (("[]", "not a JSON object"), ("{", "line 1, column 1"),
                                ('{"title": 5}', '"title" must be a text'),
                                ('{"tags": "bees"}', '"tags" must be a list of texts'),
                                ('{"tags": ["bees", 5]}', '"tags" must be a list of texts'),
                                ('{"authors": ["Ann"]}', '"authors" must be a list of objects'),
                                ('{"spatial": []}', '"spatial" must be an object'),
                                ('{"tittle": "x"}', 'no member "tittle"; near names: title'),
                                ('{"authors": [{"famly": "A"}]}', "near names: family"),
                                ('{"temporal": {"begin": "1"}}', "it may have: start end"),
                                ('{"licence": "foo"}', "'foo' is no licence that is known")):
            with self.subTest(metadata):
                [problem] = self.json("dataset", "set", "bees", metadata, expect=BAD_INPUT)
                self.assertIn(words, problem["detail"])
                self.json("ingest", "--dataset", "new", "--metadata", metadata, self.path,
                          expect=BAD_INPUT)
        self.assertEqual(len(self.json("log", "--limit", "0")), 2)

    def test_rule_d1_a_licence_is_kept_as_its_uri(self):
        """rule D1: a URI from a table of real spellings; another one's address as it is."""
        for told, kept in (("cc-zero", "https://creativecommons.org/publicdomain/zero/1.0/"),
                           ("https://example.org/terms", "https://example.org/terms")):
            self.json("dataset", "set", "bees", json.dumps({"licence": told}))
            self.assertEqual(self.json("dataset", "show", "bees")[0]["metadata"]["licence"], kept)

    def test_search(self):
        [found] = self.json("search", "apis", "year=1900..1960", "--facet", "sex", "--sort",
                            "-year", "--limit", "1")
        self.assertEqual((found["total"], found["version"]), (2, self.first["version"]))
        self.assertEqual(found["records"], [{
            "dataset": "bees", "table": "bees", "key": "b2", "version": self.first["version"],
            "data": {"occurrenceID": "b2", "scientificName": "Apis cerana", "sex": "female",
                     "year": "1955"}}])
        self.assertEqual(found["facets"], [{"field": "sex", "values": [
            {"value": "female", "count": 1}, {"value": "male", "count": 1}], "missing": 0,
            "other": 0}])
        [rest] = self.json("search", "apis", "year=1900..1960", "--sort", "-year", "--after",
                           found["after"])
        self.assertEqual([r["key"] for r in rest["records"]], ["b1"])
        [none] = self.json("search", "--query", '{"search": "wasp"}', "--table", "bees")
        self.assertEqual((none["total"], none["records"]), (0, []))
        [page] = self.json("search", "--dataset", "bees", "--offset", "2")
        self.assertEqual((page["total"], [r["key"] for r in page["records"]]), (3, ["b3"]))

    def test_show_and_diff(self):
        [changed] = self.json("correct", "--table", "bees", "--message", "Read again", "b1",
                              "sex=female")
        [shown] = self.json("show", "bees", "b1")
        versions = self.json("show", "bees", "b1", "--versions")
        self.assertEqual(shown["record"]["data"]["sex"], "female")
        self.assertEqual([v["commit"] for v in versions], [2, changed["commit"]])
        self.assertEqual((versions[0]["until"], versions[1]["until"]),
                         (versions[1]["from"], None))
        self.assertEqual(shown["record"]["version"], versions[1]["version"])
        [before] = self.json("show", "bees", "b1", "--version", versions[0]["from"])
        self.assertEqual(before["record"]["data"]["sex"], "male")
        [[difference]] = self.json("diff", "bees", "b1", "--from", versions[0]["from"])
        self.assertEqual(difference, {"field": "sex", "change": "changed", "from": "male",
                                      "to": "female"})
        self.assertEqual(self.json("diff", "bees", "--from", versions[0]["from"]),
                         [{"change": "changed", "key": "b1"}])
        self.assertEqual(self.json("diff", "bees", "--from", "1971", "--to",
                                   versions[0]["from"]),
                         [{"change": "added", "key": key} for key in ("b1", "b2", "b3")])

    def test_correct(self):
        def sex():
            return self.json("show", "bees", "b1")[0]["record"]["data"].get("sex")
        self.json("correct", "bees", "b1", "--blank", "sex")
        self.assertEqual(sex(), "")
        self.json("correct", "--table", "bees", "--blank", "sex", "b1", "year=1902")
        self.json("correct", "bees", "b1", "sex=")
        self.assertEqual(sex(), "male")
        self.json("correct", "bees", "b1", "colour=red", "--new-field")
        self.json("correct", "bees", "b2", "colour=blue")  # now the table has it
        record = self.json("show", "--table", "bees", "b2")[0]["record"]["data"]
        self.assertEqual(record["colour"], "blue")

    def test_rule_a5_show_tells_a_removal(self):
        """rule A5: last version, time, reason, replacedBy; its versions stay."""
        gone = self.write("gone.csv", "occurrenceID,reason,replacedBy\nb1,entered twice,b2\n")
        [removal] = self.json("ingest", "--dataset", "bees", "--delete", "--allow-removals", gone)
        [problem] = self.json("show", "bees", "b1", expect=FAILED)
        self.assertEqual((problem["error"], problem["lastVersion"], problem["removed"],
                          problem["reason"], problem["replacedBy"]),
                         ("gone", self.first["version"], removal["version"], "entered twice",
                          "b2"))
        words = self.vitrine("show", "bees", "b1").stderr
        self.assertIn("entered twice; replaced by b2", words)
        last = re.search(r"--version (\S+)", words)[1]
        self.assertIn("mellifera", self.run_ok("show", "bees", "b1", "--version", last))
        self.assertEqual(len(self.json("show", "bees", "b1", "--versions")), 1)

    def test_rule_a3_revert(self):
        """rule A3: a new commit restores the state before."""
        [changed] = self.json("correct", "--table", "bees", "b1", "sex=female")
        [reverted] = self.json("revert", str(changed["commit"]), "--message", "Misread")
        self.assertEqual(reverted, {"reverted": changed["commit"],
                                    "commit": changed["commit"] + 1})
        [shown] = self.json("show", "bees", "b1")
        self.assertEqual(shown["record"]["data"]["sex"], "male")
        [newest] = self.json("log", "--limit", "1")
        self.assertEqual((newest["kind"], newest["message"]), ("revert", "Misread"))

    def test_rule_l1_the_mark_of_a_demo_cannot_be_taken_back(self):
        """rule L1: a folder marked as a demo stays one."""
        self.data = self.folder / "demo"
        self.run_ok("init", "--demo")
        [problem] = self.json("revert", "1", expect=USAGE)
        self.assertIn("cannot be taken back", problem["detail"])

    def test_verify_and_replay(self):
        self.assertEqual(self.json("verify"), [{"faults": []}])
        self.data = self.folder / "old"
        self.run_ok("init")
        step = {"at": "1999-12-31", "dataset": "bees", "metadata": {"title": "Bees of 1999"}}
        plan = self.write("plan.jsonl", json.dumps(step) + "\n")
        self.assertEqual(self.json("replay", plan), [{"commits": 1}])
        self.assertEqual(self.json("replay", plan, expect=UNCHANGED), [{"commits": 0}])

    def test_bytes_that_are_no_utf_8_make_no_broken_json(self):
        done = subprocess.run([portal.BINARY, "show", "--data", self.data, "--json", "bees",
                               b"caf\xe9"], capture_output=True, timeout=60, check=False)
        self.assertEqual(json.loads(done.stdout.decode("utf-8"))["detail"],
                         "there is no record 'caf\ufffd'")


if __name__ == "__main__":
    portal.main()
