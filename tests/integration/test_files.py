# SPDX-License-Identifier: Apache-2.0
"""Files that stand beside a dataset's tables: sources that an ingest kept, and what `vitrine files`
puts there. They are served as they came, listed by every version, and go with an erasure (rule F5).
"""

import gzip
import hashlib
import json
import os
import subprocess

import portal
import serving

BEES = "id,name,collector\nb1,Apis mellifera,Ada Zubrolowski\nb2,Apis cerana,Bo\n"
LATER = BEES + "b3,Bombus terrestris,Cy\n"
OTHER = "id,name\nx1,Xylocopa\n"


def digits(content):
    return hashlib.sha256(content if isinstance(content, bytes) else content.encode()).hexdigest()


class KeptSources(portal.PortalTest):
    def files(self, *arguments):
        lines = self.run_ok("files", "list", *arguments, "--json").splitlines()
        return [json.loads(line) for line in lines]

    def on_disk(self):
        return {path.name for path in (self.data / "files").iterdir() if path.name != "lock"}

    def keep(self, name, content, *more):
        return self.ingest("--dataset", "bees", "--key", "id", "--keep-source", *more,
                           self.write(name, content))

    def test_each_version_lists_the_files_that_made_it(self):
        first = self.keep("bees.csv", BEES)
        self.assertEqual(first["keptFiles"], 1)
        second = self.keep("bees 2024 ü.csv", LATER)
        kept = {f["name"]: f for f in self.files("bees")}
        self.assertEqual(set(kept), {"bees.csv", "bees 2024 ü.csv"})
        self.assertEqual(kept["bees.csv"], {
            "dataset": "bees", "name": "bees.csv", "mediaType": "text/csv", "bytes": len(BEES),
            "sha256": digits(BEES), "table": "bees", "commit": first["commit"],
            "path": f"/files/{digits(BEES)}.csv"})
        self.assertEqual(kept["bees 2024 ü.csv"]["commit"], second["commit"])
        self.assertEqual((self.data / kept["bees.csv"]["path"][1:]).read_text(), BEES)
        before = self.files("bees", "--version", self.moment(first["commit"]))
        self.assertEqual([f["name"] for f in before], ["bees.csv"])
        self.verify()

    def test_what_brings_no_row_is_not_kept(self):
        self.keep("bees.csv", BEES)
        self.ingest("--dataset", "bees", "--keep-source", self.write("bees.csv", BEES), expect=4)
        lines = BEES.splitlines()
        turned = "\n".join([lines[0], lines[2], lines[1]]) + "\n"  # rule A4: order is no version
        self.ingest("--dataset", "bees", "--keep-source", self.write("turned.csv", turned),
                    expect=4)
        self.ingest("--dataset", "bees", "--keep-source", "--dry-run", self.write("c.csv", LATER))
        self.ingest("--dataset", "bees", self.write("plain.csv", LATER))
        self.assertEqual(self.on_disk(), {digits(BEES) + ".csv"})
        self.assertEqual(len(self.files()), 1)

    def test_the_portal_keeps_them_where_its_facts_say_so(self):
        facts = self.write("facts.json", json.dumps({"keepSources": True}))
        self.data = self.folder / "keeping"
        self.run_ok("init", "--portal", facts)
        self.ingest("--dataset", "bees", "--key", "id", self.write("bees.csv", BEES))
        self.ingest("--dataset", "bees", "--no-keep-source", self.write("later.csv", LATER))
        self.assertEqual([f["name"] for f in self.files()], ["bees.csv"])

    def test_a_folder_gives_its_files(self):
        folder = self.folder / "archive"
        folder.mkdir()
        (folder / "meta.xml").write_text(
            '<archive xmlns="http://rs.tdwg.org/dwc/text/"><core encoding="UTF-8" '
            'fieldsTerminatedBy="," linesTerminatedBy="\\n" ignoreHeaderLines="1" '
            'rowType="http://rs.tdwg.org/dwc/terms/Occurrence"><files><location>a.csv</location>'
            '</files><id index="0"/><field index="0" '
            'term="http://rs.tdwg.org/dwc/terms/occurrenceID"/><field index="1" '
            'term="http://rs.tdwg.org/dwc/terms/scientificName"/></core></archive>')
        (folder / "a.csv").write_text("id,name\nb1,Apis\n")
        self.ingest("--dataset", "bees", "--keep-source", folder)
        self.assertEqual({f["name"] for f in self.files()}, {"a.csv", "meta.xml"})

    def test_files_are_put_beside_a_dataset_and_taken_away(self):
        self.keep("bees.csv", BEES)
        report = self.write("report.pdf", b"%PDF-1.7 \0 survey")
        added = json.loads(self.run_ok("files", "add", "bees", report, "--json"))
        again = self.vitrine("files", "add", "bees", report)
        self.assertEqual((again.returncode, again.stdout), (4, "nothing changed\n"))
        found = {f["name"]: f for f in self.files("bees")}["report.pdf"]
        self.assertEqual((found["mediaType"], found["commit"]),
                         ("application/pdf", added["commit"]))
        self.assertNotIn("table", found)
        self.run_ok("files", "remove", "bees", "report.pdf", "--message", "names of minors")
        found = {f["name"]: f for f in self.files("bees")}["report.pdf"]
        self.assertEqual((found["removed"], found["commit"]), ("withdrawn", added["commit"]))
        self.assertEqual(self.on_disk(), {digits(BEES) + ".csv"})
        self.verify()

    def test_bytes_that_another_dataset_has_stay(self):
        notes = self.write("notes.txt", "shared")
        for dataset in ("bees", "wasps"):
            self.ingest("--dataset", dataset, "--key", "id", self.write("a.csv", OTHER))
            self.run_ok("files", "add", dataset, notes)
        self.run_ok("files", "remove", "bees", "notes.txt")
        self.assertEqual(self.on_disk(), {digits("shared") + ".txt"})
        self.run_ok("files", "remove", "wasps", "notes.txt")
        self.assertEqual(self.on_disk(), set())

    def test_mistakes(self):
        self.keep("bees.csv", BEES)
        for words, code, sentence in (
                (["add"], 2, "files takes list"), (["show"], 2, "files takes list"),
                (["list", "none"], 1, "there is no dataset 'none'"),
                (["add", "none", self.folder / "bees.csv"], 1, "there is no dataset 'none'"),
                (["add", "bees", self.folder / "none.pdf"], 3, "there is no such file"),
                (["add", "bees", self.folder], 3, "not a plain file"),
                (["remove", "bees", "none.pdf"], 1, "has no file 'none.pdf'")):
            done = self.vitrine("files", *words)
            self.assertEqual(done.returncode, code, done.stderr)
            self.assertIn(sentence, done.stderr)
        self.assertEqual(self.on_disk(), {digits(BEES) + ".csv"})

    # --- faults --------------------------------------------------------------------------------

    def check_links(self):
        """Whatever a version lists is there, whole."""
        for file in self.files():
            content = (self.data / file["path"][1:]).read_bytes()
            self.assertEqual(digits(content), file["sha256"])

    def test_kill_9_and_full_disks_leave_no_broken_link(self):
        self.keep("bees.csv", BEES)
        later = self.write("later.csv", LATER)
        for fault in ("-1", "28"):
            ended = None
            for n in range(1, 60):
                done = subprocess.run(
                    [portal.BINARY, "ingest", "--data", str(self.data), "--dataset", "bees",
                     "--keep-source", str(later)],
                    capture_output=True, check=False,
                    env={**os.environ, "VITRINE_FAULT": f"{n}:{fault}"})
                self.check_links()
                ended = done.returncode
                if ended in (0, 4):  # 4: what was stopped had made its commit
                    break
            self.assertIn(ended, (0, 4))
            self.verify()
            self.assertEqual({f["name"] for f in self.files()}, {"bees.csv", "later.csv"})
            self.run_ok("revert", "--message", "again", str(self.last_commit()))

    # --- erasing -------------------------------------------------------------------------------

    def erase(self, *arguments):
        return json.loads(self.run_ok("erase", "--json", "--author", "Registrar", "--message",
                                      "file 12", *arguments))

    def test_rule_f5_sources_that_could_hold_the_value_go(self):
        self.keep("bees.csv", BEES)
        self.keep("later.csv.gz", gzip.compress(LATER.encode()))
        self.keep("more.csv", "id,name,collector\nb9,Osmia,Di\n")  # free of it, as can be seen
        self.ingest("--dataset", "wasps", "--key", "id", "--keep-source",
                    self.write("wasps.csv.gz", gzip.compress(OTHER.encode())))
        self.run_ok("files", "add", "bees", self.write("letter.txt", "by Ada Zubrolowski"),
                    self.write("scan.pdf", b"%PDF \0"))
        told = self.erase("--field", "collector", "bees", "b1")
        self.assertEqual(set(told["removedFiles"]), {"bees.csv", "later.csv.gz", "letter.txt"})
        self.assertEqual(told["unsearchedFiles"], ["scan.pdf"])
        left = {f["name"]: f.get("removed") for f in self.files()}
        self.assertEqual(left, {"bees.csv": "erased", "later.csv.gz": "erased", "more.csv": None,
                                "letter.txt": "erased", "scan.pdf": None, "wasps.csv.gz": None})
        self.assertEqual(len(self.on_disk()), 3)
        for path in (self.data).rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                self.assertNotIn(b"Zubrolowski", content, path)
                if content[:2] == b"\x1f\x8b":
                    self.assertNotIn(b"Zubrolowski", gzip.decompress(content), path)
        self.verify()
        # What its source sends again is not kept, asked or not.
        again = self.ingest("--dataset", "bees", "--keep-source", self.write(
            "again.csv", LATER + "b4,Osmia,Ed\n"))
        self.assertTrue(again["sourceWithheld"])
        self.assertEqual(len(self.on_disk()), 3)

    def test_rule_f5_what_a_killed_process_left_goes_too(self):
        self.keep("bees.csv", BEES)
        for name in (digits("1") + ".csv", digits("2") + ".zip", digits("3") + ".csv"):
            (self.data / "files" / name).write_bytes(
                {"1": b"b1,Ada Zubrolowski\n", "2": b"PK", "3": b"b7,Bo\n"}[
                    next(c for c in "123" if name.startswith(digits(c)))])
        self.erase("bees", "b1")
        self.assertEqual(self.on_disk(), {digits("3") + ".csv"})

    def test_rule_f5_an_erasure_that_was_killed_ends_when_asked_again(self):
        for n in range(1, 80):
            done = self.vitrine("files", "list")
            if "bees.csv" not in done.stdout or "erased" in done.stdout:
                self.keep("bees.csv", BEES.replace("b2", f"b{n + 2}"), "--snapshot",
                          "--allow-removals", "--allow-erased")
            killed = subprocess.run(
                [portal.BINARY, "erase", "--data", str(self.data), "--author", "R", "--message",
                 "m", "bees", "b1"], capture_output=True, check=False,
                env={**os.environ, "VITRINE_FAULT": f"{n}:-1"})
            again = self.vitrine("erase", "--author", "R", "--message", "m", "bees", "b1")
            self.assertIn(again.returncode, (0, 4), again.stderr)
            for path in self.data.rglob("*"):
                if path.is_file():
                    self.assertNotIn(b"Zubrolowski", path.read_bytes(), (n, path))
            if killed.returncode == 0:
                return
        self.fail("the faults never ended")


class Served(serving.ServedTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        source = cls.museum.write("Käfer \"2021\".csv", ["id,name", "k1,Carabus"])
        cls.content = source.read_bytes()
        cls.museum.vitrine("ingest", "--dataset", "beetles", "--key", "id", "--keep-source",
                           "--author", "Ada", source)
        report = cls.museum.folder / "report.html"
        report.write_text("<script>alert(1)</script>", encoding="utf-8")
        cls.museum.vitrine("files", "add", "beetles", report)
        cls.report = digits("<script>alert(1)</script>") + ".html"
        cls.path = f"/files/{digits(cls.content)}.csv"

    def test_a_file_comes_as_it_was_under_its_own_name(self):
        answer = self.ask(self.path)
        self.assertEqual((answer.status, answer.body), (200, self.content))
        self.assertEqual(answer.headers["Content-Type"], "text/csv")
        self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff")
        self.assertIn("sandbox", answer.headers["Content-Security-Policy"])
        self.assertEqual(answer.headers["Content-Disposition"],
                         'attachment; filename="K__fer _2021_.csv"; '
                         "filename*=UTF-8''K%C3%A4fer%20%222021%22.csv")
        part = self.ask(self.path, headers={"Range": "bytes=3-6"})
        self.assertEqual((part.status, part.body), (206, self.content[3:7]))
        again = self.ask(self.path, headers={"If-None-Match": answer.headers["ETag"]})
        self.assertEqual(again.status, 304)

    def test_markup_is_never_run(self):
        answer = self.ask("/files/" + self.report)
        self.assertEqual(answer.headers["Content-Type"], "application/octet-stream")
        self.assertTrue(answer.headers["Content-Disposition"].startswith("attachment"))

    def test_nothing_else_is_served(self):
        for name in ("lock", "..", "%2e%2e%2flock", digits("x") + ".csv",
                     digits(self.content) + ".CSV", digits(self.content)):
            self.assertEqual(self.ask("/files/" + name).status, 404, name)
        old = self.ask(self.path + "?version=2016-03-01T12:00:00Z")
        self.assertEqual(old.status, 404)  # that version did not have it

    def test_the_dataset_lists_them(self):
        answer = self.ask("/api/v1/datasets/beetles").json()
        files = [r for r in answer["dataset"]["resources"] if r["type"] == "file"]
        self.assertEqual({f["name"] for f in files}, {'Käfer "2021".csv', "report.html"})
        kept = next(f for f in files if f.get("table") == "beetles")
        self.assertEqual((kept["path"], kept["bytes"], kept["sha256"]),
                         (self.path, len(self.content), digits(self.content)))
        self.assertGreater(kept["commit"], 0)
        page = self.ask("/dataset/beetles").text()
        self.assertIn('<h2 id="files-title">Files</h2>', page)
        self.assertIn(f'href="{self.path}" download', page)
        self.assertIn(digits(self.content), page)
        self.assertIn("Käfer &quot;2021&quot;.csv", page)
        self.assertIn('href="#files-title"', page)
        self.assertIn("Dateien", self.ask("/de/dataset/beetles").text())
        self.assertNotIn("files-title", self.ask("/dataset/birds").text())

    def test_rule_k2_crawlers_leave_them(self):
        self.assertIn("Disallow: /files/", self.ask("/robots.txt").text())
        self.assertEqual(self.ask(self.path).headers["X-Robots-Tag"], "noindex")


if __name__ == "__main__":
    portal.main()
