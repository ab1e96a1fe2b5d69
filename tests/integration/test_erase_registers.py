# SPDX-License-Identifier: Apache-2.0
"""`vitrine erase` in what outlives the records (rule F5): identifiers and what the registry has of
them, the literature, subscriptions, downloads, the statistics of use. Counts, digests and DOIs
stay; the values are nowhere."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time
import urllib.parse

import portal
import test_erase
from registry import Registry
from serving import OwnPortalTest, Server

SECRET = test_erase.SECRET
NUMBER = "ZK.1897/4 (lot ½)"
KEY = "DEMO:ZK-77120"
PARTS = (b"qwyxav", b"zubrol", b"zk.1897", b"zk-77120", b"%c2%bd")
PARTS_OF_FIELD = PARTS[:2]
BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0"}


class EraseRegisters(OwnPortalTest):
    frames = test_erase.Erase.frames
    places = test_erase.Erase.places

    def setUp(self):
        super().setUp()
        self.registry = Registry()
        self.addCleanup(self.registry.close)
        rows = [{"id": f"r{i}", "collector": f"Collector {i % 7}", "catalogNumber": f"ZK.{i}",
                 "institutionCode": "DEMO", "family": "Apidae"} for i in range(40)]
        self.row = {"id": KEY, "collector": SECRET, "catalogNumber": NUMBER,
                    "institutionCode": "DEMO", "family": "Apidae"}
        self.ingest("--dataset", "bees", "--key", "id", self.write(
            "a.jsonl", "\n".join(map(json.dumps, [*rows, self.row])) + "\n"))
        self.write("data/datacite.json", json.dumps({
            "prefix": "10.5519", "repository": "HOUSE.PORTAL", "system": "production",
            "site": "https://data.museum.example", "api": self.registry.address,
            "firstWait": 0.1}))
        (self.data / "site").mkdir(exist_ok=True)
        (self.data / "site" / "notices.json").write_text(json.dumps({"privateNetworks": True}))

    @contextlib.contextmanager
    def serving(self):
        environment = {"VITRINE_DATACITE_PASSWORD": "secret"}
        os.environ.update(environment)
        self.server = Server(self.data)
        for name in environment:
            del os.environ[name]
        try:
            yield self.server
        finally:
            self.assertEqual(self.server.stop(), 0)
            self.server.errors.close()

    def ask(self, path, **options):
        options.setdefault("headers", BROWSER)
        return self.server.ask(path, **options)

    def shown(self, name):
        return json.loads(self.run_ok("identifiers", "show", name, "--json"))

    def until(self, what, seconds=20):
        end = time.monotonic() + seconds
        while not (found := what()):
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)
        return found

    def told_to_registry(self, name):
        return self.until(lambda: "wanted" not in (entry := self.shown(name)) and entry)

    def cite(self, **parameters):
        made = self.ask("/api/v1/citations?" + urllib.parse.urlencode(parameters), method="POST")
        self.assertEqual(made.status, 201, made.text())
        entry = made.json()
        self.until(lambda: self.shown(entry["id"])["state"] == "findable")
        return entry["id"]

    def name_it(self, **parameters):
        answer = self.ask("/s?" + urllib.parse.urlencode(parameters), method="POST")
        self.assertEqual(answer.status, 303, answer.text())
        return answer.headers["Location"].split("/")[-1]

    def literature(self, *arguments):
        done = self.vitrine("literature", *arguments)
        self.assertIn(done.returncode, (0, 4), done.stderr)
        return done.stdout

    def publish(self):
        """What sources tell, and may tell again."""
        record = "/record/bees/" + urllib.parse.quote(KEY, safe="")
        self.literature("add", "--doi", "10.1/named", "--title", "Bees", "--cites",
                        "https://data.museum.example" + record,
                        "--cites", f"DEMO {NUMBER}", "--cites", self.by_name)
        self.literature("add", "--doi", "10.1/waits", "--title", "More bees", "--cites", NUMBER,
                        "--cites", f"OTHER:{NUMBER}")
        self.literature("add", "--doi", "10.1/about", "--title", f"Letters of {SECRET}",
                        "--author", "Smith, J.", "--cites", "/dataset/bees")
        self.literature("add", "--title", f"A life of {SECRET}", "--cites", "/dataset/bees")
        self.literature("add", "--doi", "10.1/other", "--title", "Else", "--cites", "DEMO ZK.3")

    def fill(self):
        """Leaves the values wherever a visitor or the staff can."""
        self.by_name = self.cite(collector=SECRET.lower())
        self.by_number = self.cite(catalogNumber=NUMBER)
        self.others = self.cite(family="Apidae")
        self.longer = self.cite(catalogNumber="ZK.18")
        self.named = self.name_it(collector=SECRET)
        record = "/record/bees/" + urllib.parse.quote(KEY, safe="")
        for _ in range(3):
            self.assertEqual(self.ask(record).status, 200)
            self.assertEqual(self.ask("/record/bees/r3").status, 200)
        for query in ("", "?" + urllib.parse.urlencode({"collector": SECRET})):
            self.assertEqual(self.ask("/api/v1/download" + query).status, 200)
        self.publish()
        for body in ({"search": "/search?" + urllib.parse.urlencode({"collector": SECRET})},
                     {"search": "/search?family=Apidae"}):
            answer = self.ask("/api/v1/subscriptions", method="POST",
                              headers={"Content-Type": "application/json"},
                              body=json.dumps({**body, "webhook": "http://127.0.0.1:9/x"}))
            self.assertEqual(answer.status, 202, answer.text())
        job = self.ask("/api/v1/downloads", method="POST", headers={
            "Content-Type": "application/json"}, body=json.dumps({"download": "/api/v1/download?"
                                                                  + urllib.parse.urlencode(
                                                                      {"collector": SECRET})}))
        self.assertIn(job.status, (201, 202), job.text())
        self.until(lambda: self.ask(job.headers["Location"]).json()["state"] in ("ready", "done"))

    def erase(self, *arguments, expect=0):
        done = self.vitrine("erase", "--json", "--author", "Registrar", "--message", "file 12",
                            *arguments)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return json.loads(done.stdout) if expect == 0 else done.stderr

    def check_tombstones(self):
        for name in (self.by_name, self.by_number):
            entry = self.told_to_registry(name)
            self.assertEqual(entry["state"], "withdrawn")
            self.assertEqual((entry["cited"]["records"], entry["cited"]["query"]), (1, {}))
            self.assertEqual(len(entry["cited"]["digest"]), 64)
            self.assertEqual(self.registry.dois[entry["doi"]]["state"], "registered")
            page = self.ask(f"/doi/{entry['doi']}")
            self.assertEqual(page.status, 200)
            text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", page.text()))
            day = time.strftime("%Y", time.gmtime())
            self.assertRegex(text, rf"This identifier was withdrawn on [^:]*{day}: what was asked "
                                   "held values that were erased by law")
            german = self.ask(f"/de/doi/{entry['doi']}")
            self.assertIn("von Rechts wegen", german.text())
            for form in ("text", "bibtex", "ris", "csl", "datacite-json", "datacite-xml",
                         "schema-org"):
                told = self.ask(f"/doi/{entry['doi']}?format={form}")
                self.assertEqual(told.status, 200)
                self.assertIn("erased by law", told.text(), form)
            api = self.ask(f"/api/v1/citations/{name}").json()
            self.assertEqual(api["state"], "withdrawn")
            self.assertGreater(api["cited"]["erased"], 1.6e12)
            # Not the search for everything, which an emptied one would be.
            moved = self.ask(f"/search/{entry['doi']}")
            self.assertEqual(moved.headers["Location"], f"/doi/{entry['doi']}")
        told = json.dumps(self.registry.dois).lower().encode()
        self.assertFalse([part for part in PARTS if part in told])
        for name in (self.others, self.longer):
            self.assertEqual(self.shown(name)["state"], "findable")
            self.assertNotIn("erased", self.shown(name)["cited"])

    def views(self, key):
        """Views of a record of this month, and of those whose names were erased."""
        records = self.ask("/api/v1/usage?by=record&limit=100").json()["records"]
        return (sum(one["views"] for one in records if one["key"] == key),
                sum(one["views"] for one in records if one.get("erased")))

    def check_literature(self):
        found = self.ask("/api/v1/publications").json()
        by_doi = {p.get("doi", ""): p for p in found["publications"]}
        self.assertEqual(set(by_doi), {"10.1/named", "10.1/about", "10.1/other"})
        self.assertEqual(by_doi["10.1/about"].get("title", ""), "")
        self.assertIn("Smith", json.dumps(by_doi["10.1/about"]))
        # Rule G2: nobody can say any more which record was named; that the dataset was stays known.
        self.assertEqual(self.ask("/api/v1/publications?grade=named").json()["total"], 1)
        named = self.ask("/api/v1/publications?dataset=bees&grade=dataset").json()
        self.assertIn("10.1/named", [p.get("doi") for p in named["publications"]])
        self.assertEqual(self.ask("/api/v1/publications?identifier=" + self.by_name)
                         .json()["total"], 1)

    def test_rule_f5_a_record_is_nowhere_in_the_registers_beside_a_running_server(self):
        with self.serving():
            self.fill()
            self.until(lambda: self.views(KEY)[0] > 0 and self.views("r3")[0] > 0)
            before = self.views(KEY)[0]
            self.assertEqual(before, self.views("r3")[0])
            self.assertLessEqual({"identifiers.sqlite", "literature.sqlite"}, self.places())
            self.assertIn("usage/events", self.places((b"zk-77120",)))
            told = self.erase("bees", KEY)
            self.assertEqual((told["identifiersWithdrawn"], told["subscriptions"]), (3, 1))
            self.assertEqual((told["publications"], told["usedNames"]), (2, 1))
            self.assertEqual(self.views(KEY), (0, before))
            self.assertEqual(self.views("r3"), (before, before))
            self.assertGreaterEqual(told["evidence"], 2)
            self.check_tombstones()
            self.check_literature()
            moved = self.ask("/s/" + self.shown(self.named)["name"])
            self.assertEqual(moved.headers["Location"], "/cite/" + self.named)
            self.assertEqual(self.ask("/cite/" + self.named).status, 200)
            # Whoever looks at it now is counted for nobody by name.
            self.ask("/record/bees/" + urllib.parse.quote(KEY, safe=""))
            self.ask("/record/bees/r9")
            self.until(lambda: self.views("r9")[0] > 0)
        self.assertEqual(self.places(PARTS_OF_FIELD + (b"zk.1897", b"%c2%bd")), set())
        # The key stays where rows are told by it, and nowhere else.
        self.assertEqual({path for path in self.places((b"zk-77120",))
                          if not path.startswith("store/")}, set())
        self.verify()

    def test_rule_f5_media_that_hold_a_value_go_and_those_that_were_named_are_told(self):
        paths = {}
        for name, content in (("signed", b"\xff\xd8 Artist: " + SECRET.encode() + b"\xff\xd9"),
                              ("named", b"\xff\xd8 nothing that could be read \xff\xd9"),
                              ("other", b"\xff\xd8 of others \xff\xd9")):
            picture = self.write(f"{name}.jpg", content)
            paths[name] = json.loads(self.run_ok("media", "add", picture, "--json"))["path"]
        self.ingest("--dataset", "bees", self.write("b.jsonl", json.dumps(
            {**self.row, "associatedMedia": "https://x.example" + paths["named"]}) + "\n"))
        told = self.erase("bees", KEY)
        self.assertEqual(["/media/" + name for name in told["removedMedia"]], [paths["signed"]])
        self.assertEqual(["/media/" + name for name in told["namedMedia"]], [paths["named"]])
        self.assertEqual({path.name for path in (self.data / "media").iterdir()},
                         {paths[name].split("/")[-1] for name in ("named", "other")})
        self.assertEqual(self.places(PARTS_OF_FIELD), set())

    def test_rule_f5_the_same_without_a_server_for_a_field_alone(self):
        with self.serving():
            self.fill()
        told = self.erase("--field", "collector", "bees", KEY)
        self.assertEqual(told["identifiersWithdrawn"], 2)
        self.assertEqual(self.places(PARTS_OF_FIELD), set())
        self.assertEqual(self.shown(self.by_number)["state"], "findable")
        self.assertEqual(self.shown(self.by_name)["wanted"], "hidden")
        with self.serving():
            entry = self.told_to_registry(self.by_name)
            self.assertEqual(self.registry.dois[entry["doi"]]["state"], "registered")
            self.assertEqual(self.ask("/api/v1/publications?grade=named").json()["total"], 2)
            again = self.erase("--field", "collector", "bees", KEY, expect=4)
            self.assertIn("nothing", again)
            self.publish()
            self.assertEqual(self.ask("/api/v1/publications").json()["total"], 3)
        self.assertEqual(self.places(PARTS_OF_FIELD), set())

    def files(self):
        return {path.relative_to(self.data): path.read_bytes() for path in self.data.rglob("*")
                if path.is_file() and path.suffix != ".lock"}

    def test_rule_f5_a_dry_run_counts_what_would_be_reached_and_changes_nothing(self):
        with self.serving():
            self.fill()
        picture = self.write("signed.jpg", b"\xff\xd8 Artist: " + SECRET.encode() + b"\xff\xd9")
        self.run_ok("media", "add", picture)
        before = self.files()
        for arguments in (("bees", KEY), ("--field", "collector", "bees", KEY)):
            told = self.erase("--dry-run", *arguments)
            after = self.files()
            self.assertEqual({name for name in before.keys() | after.keys()
                              if before.get(name) != after.get(name)
                              and name.suffix not in (".sqlite", ".sqlite-journal")}, set())
            self.assertTrue(told.pop("dryRun"))
            self.assertEqual(told.pop("versions"), 1)
            with tempfile.TemporaryDirectory() as folder:
                whole, self.data = self.data, pathlib.Path(folder) / "copy"
                shutil.copytree(whole, self.data)
                done = self.erase(*arguments)
                self.data = whole
            self.assertEqual(told, {name: done[name] for name in told})
            self.assertGreater(told["identifiersWithdrawn"], 0)
            self.assertGreater(told["evidence"] + told["publications"], 0)
            self.assertEqual((told["subscriptions"], len(told["removedMedia"])), (1, 1))
        self.assertEqual(self.shown(self.by_name)["state"], "findable")
        self.assertLessEqual({"identifiers.sqlite", "literature.sqlite"}, self.places())

    def check_done_again(self):
        done = self.vitrine("erase", "--author", "R", "--message", "x", "bees", KEY)
        self.assertIn(done.returncode, (0, 4), done.stderr)
        self.verify()
        for name in ("identifiers", "literature"):
            with contextlib.closing(sqlite3.connect(self.data / f"{name}.sqlite")) as database:
                self.assertEqual(database.execute("PRAGMA integrity_check").fetchone(), ("ok",))
        self.assertEqual(self.places(PARTS_OF_FIELD + (b"zk.1897", b"%c2%bd")), set())
        self.assertEqual(self.shown(self.by_name)["state"], "withdrawn")

    def test_rule_f5_killed_anywhere_it_can_be_done_again(self):
        with self.serving():
            self.fill()
        whole, self.data = self.data, self.folder / "copy"
        for hundredths in range(1, 14):  # anywhere in time, as in the middle of a transaction
            shutil.rmtree(self.data, ignore_errors=True)
            shutil.copytree(whole, self.data)
            command = [portal.BINARY, "erase", "--data", str(self.data), "--author", "R",
                       "--message", "x", "bees", KEY]
            with subprocess.Popen(command, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL) as process:
                time.sleep(hundredths / 100)
                process.kill()
            self.check_done_again()
        self.data = whole
        for n in range(1, 200):  # at each write of a file
            done = self.vitrine("erase", "--author", "R", "--message", "x", "bees", KEY,
                                environment={"VITRINE_FAULT": f"{n}:-1"})
            if done.returncode >= 0:
                break
        self.assertIn(done.returncode, (0, 4), done.stderr)
        self.assertGreater(n, 5)
        self.check_done_again()


if __name__ == "__main__":
    portal.main()
