# SPDX-License-Identifier: Apache-2.0
"""`vitrine erase --replay` (rule F5): a copy of the data folder that was made before an erasure
loses the values too, once, with who erased first and why; and no source brings them back."""

import json
import shutil

import portal
from test_erase import LONG, PARTS, SECRET, Erase


class EraseAgain(portal.PortalTest):
    frames = Erase.frames
    places = Erase.places
    moment = Erase.moment

    def setUp(self):
        super().setUp()
        self.live = self.data
        rows = [{"id": f"r{i}", "collector": f"Collector {i}", "notes": f"seen {i}"}
                for i in range(50)]
        rows[7].update(collector=SECRET, notes=LONG)
        self.rows = rows
        self.send(rows)
        self.send([{**rows[7], "genus": "Apis"}], "--message", f"letter of {SECRET}")
        (self.data / "reports" / "ingest-1.jsonl").write_text(
            json.dumps({"line": 7, "reason": "no date", "key": "r7"}) + "\n")
        self.copy = self.folder / "copy"
        shutil.copytree(self.live, self.copy)

    def send(self, rows, *options, expect=0):
        return self.ingest("--dataset", "bees", "--key", "id", *options, self.write(
            "rows.jsonl", "".join(json.dumps(row) + "\n" for row in rows)), expect=expect)

    def erase(self, *arguments):
        self.run_ok("erase", "--author", "Registrar", "--message", "file 12", *arguments)

    def replay(self, source, *options, expect=0):
        done = self.vitrine("erase", "--json", "--replay", str(source), *options)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return json.loads(done.stdout)

    def test_rule_f5_a_copy_made_before_loses_the_values_too(self):
        self.erase("--field", "collector", "bees", "r7")
        self.erase("--field", "notes", "bees", "r7")
        last = 3
        self.data = self.copy
        self.assertTrue(self.places())
        before = self.records_at("bees", range(2, last + 1))
        told = self.replay(self.live, "--dry-run")
        self.assertEqual((told["erased"], told["noted"], told["known"]), (2, 0, 0))
        self.assertTrue(self.places())
        told = self.replay(self.live)
        self.assertEqual(told, {"erased": 2, "rows": 4, "noted": 0, "known": 0, "writers": 0})
        self.assertEqual(self.places(PARTS), set())
        self.verify()
        after = self.records_at("bees", range(2, last + 1))
        for commit, records in before.items():
            for key, record in records.items():
                record = json.loads(record)
                if key == "r7":
                    record = {k: v for k, v in record.items() if k not in ("collector", "notes")}
                self.assertEqual(json.loads(after[commit][key]), record)
        # The audit: who erased first, when and why.
        for line in self.run_ok("log", "--json", "--limit", "2").splitlines():
            commit = json.loads(line)
            self.assertEqual(commit["kind"], "erasure")
            self.assertEqual(commit["author"], "Registrar")
            self.assertIn("file 12 (carried out again; erased first at 20", commit["message"])
        # Asked again nothing is left to do, also of the copy's own list; nor in the live folder.
        files = self.store_files()
        self.assertEqual(self.replay(self.live, expect=4)["known"], 2)
        listed = self.write("erased.jsonl", self.run_ok("erase", "--list"))
        self.assertEqual(self.replay(listed, expect=4)["known"], 2)
        self.assertEqual(self.store_files(), files)
        self.data = self.live
        self.assertEqual(self.replay(self.copy, expect=4)["known"], 2)

    def test_a_list_does_as_well_and_holds_no_value(self):
        self.erase("bees", "r7")
        text = self.run_ok("erase", "--list")
        self.assertFalse(any(part.decode() in text.lower() for part in PARTS))
        listed = self.write("erased.jsonl", text)
        self.assertEqual(json.loads(text)["key"], "r7")
        self.data = self.copy
        self.assertEqual(self.replay(listed, "--author", "Operator")["rows"], 2)
        self.assertEqual(self.places(PARTS), set())
        self.assertIn("Operator", self.run_ok("log", "--limit", "1"))
        self.verify()

    def test_one_version(self):
        self.erase("--version", self.moment(2), "bees", "r7")
        self.data = self.copy
        self.assertEqual(self.replay(self.live)["rows"], 1)
        self.assertEqual(json.loads(self.records("bees", 2)["r7"]), {})
        self.assertIn(SECRET, self.records("bees", 3)["r7"])
        self.assertEqual(self.replay(self.live, expect=4)["known"], 1)
        self.verify()

    def test_what_was_written_into_the_copy_since_goes_too(self):
        self.erase("--field", "collector", "bees", "r7")
        self.data = self.copy
        self.send([{**self.rows[7], "genus": "Osmia"}])
        self.send([{**self.rows[8], "genus": "Osmia"}])
        self.assertEqual(self.replay(self.live)["rows"], 3)
        self.assertEqual(self.places(PARTS[:3]), set())
        self.assertEqual(json.loads(self.records("bees", 4)["r7"])["genus"], "Osmia")
        self.verify()

    def test_what_the_copy_never_had_is_not_taken_either(self):
        late = {"id": "late", "collector": SECRET, "notes": "x"}
        self.send([late])
        self.erase("--field", "collector", "bees", "late")
        self.ingest("--dataset", "wasps", "--key", "id", self.write("w.jsonl", json.dumps(late)))
        self.erase("wasps", "late")
        self.data = self.copy
        told = self.replay(self.live)
        self.assertEqual((told["erased"], told["noted"]), (0, 2))
        self.verify()
        self.assertEqual(self.send([late], expect=4)["badRows"], 1)
        told = self.ingest("--dataset", "wasps", "--key", "id", self.write(
            "w.jsonl", json.dumps(late)))
        self.assertEqual((told["badRows"], told["added"]), (1, 0))
        self.assertEqual(self.replay(self.live, expect=4)["known"], 2)
        self.run_ok("digest", "--dataset", "bees")

    def test_words_that_are_here_nowhere_else(self):
        # A list whose message says the name, which older programs may have let through.
        self.erase("--field", "collector", "bees", "r7")
        erasure = {**json.loads(self.run_ok("erase", "--list")), "message": f"as {SECRET} asked"}
        self.data = self.copy
        self.replay(self.write("list.jsonl", json.dumps(erasure) + "\n"))
        self.assertEqual(self.places(PARTS[:3]), set())
        self.assertIn("erased first at", self.run_ok("log", "--limit", "1"))

    def test_what_is_refused(self):
        bad = self.write("bad.jsonl", '{"time": 1}\n')
        done = self.vitrine("erase", "--replay", bad)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("line 1 is no erasure", done.stderr)
        for arguments in (("--replay", bad, "bees", "r7"), ("--list", "--field", "x"),
                          ("--list", "--replay", bad), ()):
            self.assertEqual(self.vitrine("erase", *arguments).returncode, 2, arguments)
        self.assertEqual(self.vitrine("erase", "--replay", "/nonexistent").returncode, 1)
        self.assertEqual(self.run_ok("erase", "--list"), "")

    def test_killed_anywhere_it_can_be_done_again(self):
        self.erase("--field", "collector", "bees", "r7")
        self.data = self.copy
        for n in range(1, 60):
            done = self.vitrine("erase", "--replay", self.live, environment={"VITRINE_FAULT":
                                                                            f"{n}:-1"})
            self.verify()
            if done.returncode >= 0:
                break
        self.assertIn(done.returncode, (0, 4))
        self.assertGreater(n, 5)
        self.assertEqual(self.places(PARTS[:3]), set())


if __name__ == "__main__":
    portal.main()
