# SPDX-License-Identifier: Apache-2.0
"""`vitrine erase` (rules F4 and F5): afterwards the bytes are nowhere in the data folder, raw or
packed; the rows, their keys and their hashes are as before, and so is everything else."""

import ctypes
import ctypes.util
import json
import os

import portal

MAGIC = b"\x28\xb5\x2f\xfd"
SECRET = "Qwyxavier Zubrolowski"
LONG = "Mlakkovist " * 400 + "ends with Grzymkowiak"
PARTS = [b"qwyxav", b"zubrol", b"lowski", b"mlakkov", b"rzymkow"]


class Frames:
    """zstd frames anywhere in a file's bytes, by the library that the build needs anyway."""

    def __init__(self):
        name = ctypes.util.find_library("zstd") or "libzstd.so.1"
        self.zstd = ctypes.CDLL(name)
        for function in ("ZSTD_findFrameCompressedSize", "ZSTD_decompress",
                         "ZSTD_getFrameContentSize"):
            getattr(self.zstd, function).restype = ctypes.c_size_t
        self.zstd.ZSTD_getFrameContentSize.restype = ctypes.c_ulonglong

    def unpack(self, data, most=1 << 26):
        at = data.find(MAGIC)
        while at >= 0:
            rest = data[at:]
            size = self.zstd.ZSTD_getFrameContentSize(rest, ctypes.c_size_t(len(rest)))
            length = self.zstd.ZSTD_findFrameCompressedSize(rest, ctypes.c_size_t(len(rest)))
            if size < most and length <= len(rest):
                out = ctypes.create_string_buffer(int(size) + 1)
                got = self.zstd.ZSTD_decompress(out, ctypes.c_size_t(int(size) + 1), rest,
                                                ctypes.c_size_t(length))
                if got == size:
                    yield out.raw[:got]
            at = data.find(MAGIC, at + 1)


class Erase(portal.PortalTest):
    frames = Frames()

    def places(self, parts=tuple(PARTS)):
        """Files that hold one of the parts, in any case, raw or packed, and in names."""
        found = set()
        for folder, _, names in os.walk(self.data):
            for name in names:
                data = (path := os.path.join(folder, name)) and open(path, "rb").read()
                layers = [data]
                for one in layers:
                    if any(part in one.lower() for part in parts):
                        found.add(os.path.relpath(path, self.data))
                    if len(layers) < 500:
                        layers.extend(self.frames.unpack(one))
        return found

    def erase(self, *arguments, expect=0):
        done = self.vitrine("erase", "--json", "--author", "Registrar", "--message", "file 12",
                            *arguments)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return json.loads(done.stdout) if expect == 0 else done.stderr

    def fill(self):
        rows = [{"id": f"r{i:04d}", "genus": f"Genus{i % 9}", "collector": f"Collector {i % 50}",
                 "notes": f"seen {i}"} for i in range(3000)]
        rows[1234].update(collector=SECRET, notes=LONG)
        self.ingest("--dataset", "bees", "--key", "id", self.write(
            "a.jsonl", "\n".join(map(json.dumps, rows)) + "\n"))
        rows[1234].update(genus="Apis")
        self.ingest("--dataset", "bees", "--message", f"letter of {SECRET}, box 7", self.write(
            "b.jsonl", json.dumps(rows[1234]) + "\n"))
        self.run_ok("correct", "bees", "r1234", f"collector={SECRET} jun.")
        self.run_ok("correct", "bees", "r0007", "collector=Somebody Else")
        return rows

    def test_rule_f5_a_field_is_nowhere_afterwards(self):
        rows = self.fill()
        last = self.last_commit()
        before = self.records_at("bees", range(1, last + 1))
        self.assertTrue(self.places())
        told = self.erase("--field", "collector", "bees", "r1234")
        self.assertEqual(told["rows"], 3)
        self.assertEqual(told["messages"], 1)
        self.assertEqual(told["writers"], 0)
        self.assertEqual(self.places(PARTS[:3]), set())
        self.assertTrue(self.places(PARTS[3:]))
        self.verify()
        after = self.records_at("bees", range(1, last + 1))
        for commit, records in before.items():
            for key, record in records.items():
                if key != "r1234":
                    self.assertEqual(after[commit][key], record)
            if "r1234" not in records:
                continue
            wanted = {k: v for k, v in json.loads(records["r1234"]).items() if k != "collector"}
            self.assertEqual(json.loads(after[commit]["r1234"]), wanted)
        log = self.run_ok("log", "--json")
        self.assertIn('"erasure"', log)
        self.assertIn("Registrar", log)
        self.assertIn("box 7", log)
        # Asked again there is nothing left.
        self.erase("--field", "collector", "bees", "r1234", expect=4)
        # What its source sends again is left out, and listed.
        again = self.write("b.jsonl", json.dumps({**rows[1234], "genus": "Bombus"}) + "\n")
        done = self.ingest("--dataset", "bees", again, expect=4)
        self.assertEqual(done["badRows"], 1)
        self.assertEqual(self.places(PARTS[:3]), set())
        self.assertIn("erased", (self.data / "reports").glob("*").__next__().read_text())
        # Without the field the row is taken; with the option so is the field.
        plain = {k: v for k, v in rows[1234].items() if k != "collector"}
        self.assertEqual(self.ingest("--dataset", "bees", self.write(
            "c.jsonl", json.dumps({**plain, "genus": "Osmia"}) + "\n"))["changed"], 1)
        self.assertEqual(self.ingest("--dataset", "bees", "--allow-erased", again)["changed"], 1)
        self.verify()

    def test_rule_f5_a_whole_record_with_its_removal_is_nowhere_afterwards(self):
        self.fill()
        self.ingest("--dataset", "bees", "--delete", self.write(
            "gone.csv", f"id,reason\nr1234,{SECRET} asked\n"))
        (self.data / "reports" / "ingest-1.jsonl").write_text(
            json.dumps({"line": 7, "reason": f"'{SECRET}' is no year", "key": "r0001"}) + "\n"
            + json.dumps({"line": 8, "reason": "no date", "key": "r1234"}) + "\n"
            + json.dumps({"line": 9, "reason": "no date", "key": "r0002"}) + "\n")
        last = self.last_commit()
        before = self.records_at("bees", range(2, last + 1))
        self.assertGreater(len(self.places()), 2)
        told = self.erase("bees", "r1234")
        self.assertEqual(told["rows"], 4)
        self.assertEqual(told["reportLines"], 2)
        self.assertEqual(self.places(), set())
        self.verify()
        after = self.records_at("bees", range(2, last + 1))
        for commit, records in before.items():
            gone = {"r1234": "{}"} if "r1234" in records else {}
            self.assertEqual(after[commit], {**records, **gone})

    def test_one_version(self):
        self.fill()
        self.erase("--version", self.moment(2), "bees", "r1234")
        self.verify()
        self.assertEqual(json.loads(self.records("bees", 2)["r1234"]), {})
        self.assertIn(SECRET, self.records("bees", self.last_commit())["r1234"])

    def test_what_is_refused(self):
        self.fill()
        done = self.vitrine("erase", "--message", "x", "bees", "r1234")
        self.assertEqual(done.returncode, 2, done.stderr)
        done = self.vitrine("erase", "--author", "R", "--message", f"for {SECRET} jun.", "--field",
                            "collector", "bees", "r1234")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("without them", done.stderr)
        # Rule F5: in another case, too, and where other records hold the value as well; the key and
        # parts of other words are no matter.
        for message, code in ((f"for {SECRET.upper()}", 2), ("for Collector 34", 2),
                              ("asked for 'collector 34'.", 2)):
            done = self.vitrine("erase", "--author", "R", "--message", message, "bees",
                                "r0034" if "34" in message else "r1234")
            self.assertEqual(done.returncode, code, done.stderr)
            self.assertIn("message", done.stderr)
        self.run_ok("erase", "--author", "R", "--message", "Collector 341 of r0034 asked", "bees",
                    "r0034")
        self.erase("bees", "nobody", expect=1)
        self.erase("--field", "nothing", "bees", "r1234", expect=4)
        told = self.run_ok("erase", "--author", "R", "--message", "x", "--dry-run", "bees", "r1234")
        self.assertIn("3 versions", told)
        self.assertTrue(self.places())

    def test_a_dry_run_needs_neither_who_nor_why(self):
        self.fill()
        before = self.last_commit()
        said = ("--author", "R", "--message", "x")
        for arguments in (("bees", "r1234"), ("--field", "collector", "bees", "r1234")):
            told = self.run_ok("erase", "--dry-run", *arguments)
            self.assertIn("3 versions", told)
            self.assertEqual(told, self.run_ok("erase", "--dry-run", *said, *arguments))
            # What is said is looked at all the same; and who does it must say both.
            for only in (("--author", SECRET), ("--message", f"{SECRET} asked")):
                done = self.vitrine("erase", "--dry-run", *only, *arguments)
                self.assertEqual(done.returncode, 2, done.stderr)
            for only in ((), said[:2], said[2:]):
                done = self.vitrine("erase", *only, *arguments)
                self.assertEqual(done.returncode, 2, done.stderr)
                self.assertIn("who erases, and why", done.stderr)
        self.assertEqual(self.last_commit(), before)
        self.assertTrue(self.places())

    def test_killed_anywhere_it_can_be_done_again(self):
        self.fill()
        for n in range(1, 60):
            done = self.vitrine("erase", "--author", "R", "--message", "x", "--field", "collector",
                                "bees", "r1234", environment={"VITRINE_FAULT": f"{n}:-1"})
            self.verify()
            if done.returncode >= 0:
                break
        self.assertIn(done.returncode, (0, 4))
        self.assertGreater(n, 5)
        self.vitrine("erase", "--author", "R", "--message", "x", "--field", "collector", "bees",
                     "r1234")
        self.assertEqual(self.places(PARTS[:3]), set())


if __name__ == "__main__":
    portal.main()
