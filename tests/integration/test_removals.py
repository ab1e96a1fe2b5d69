# SPDX-License-Identifier: Apache-2.0
"""Rule A5 from a list of removals to every surface: what the list says of a record is told by the
API, the page and the command line, as of any moment, also once its key has come back."""

import json
import subprocess
import threading
import unittest

import portal
from serving import MS, TIMES, Museum, Server, ServedTest, address

HEADER = "occurrenceID,scientificName,country"
BIRDS = [f"b{number},Turdus merula,Norway" for number in range(1, 7)] + [
    "ü/1 ?,Pica pica,Sweden",
]
WITHDRAWN = [
    "occurrenceID,Reason,replacedBy",
    "b1,Registered twice,b2",
    'b2,"Lost <em>on loan</em>, 1951",',
    "b3,,b99",
    "b4,,",
    "ü/1 ?,Moved,https://other.example/object/1",
]
AGAIN = ["occurrenceID,reason,dcterms:isReplacedBy", "b1,Sold,b5"]
SILENT = ["occurrenceID", "b6"]


class Withdrawn(Museum):
    """Commits: seven birds (2015), five withdrawn with reasons (2016), b1 back (2017), withdrawn
    again for another reason (2018), b6 without any (2019)."""

    def ingest(self, name, lines, at, *more):
        self.vitrine("ingest", "--dataset", "birds", "--key", "occurrenceID", "--at", at,
                     "--author", "Ada Curator", *more, self.write(name, lines))

    def make(self):
        self.vitrine("init", "--name", "Museum of Tests")
        self.ingest("2015.csv", [HEADER, *BIRDS], TIMES[0], "--message", "First publication")
        remove = ("--delete", "--allow-removals", "--message", "Stocktaking")
        self.ingest("2016.csv", WITHDRAWN, TIMES[1], *remove)
        self.ingest("2017.csv", [HEADER, BIRDS[0]], TIMES[2], "--message", "Found again")
        self.ingest("2018.csv", AGAIN, TIMES[3], *remove)
        self.ingest("2019.csv", SILENT, TIMES[4], *remove)
        return self


class Removed(ServedTest):
    @classmethod
    def setUpClass(cls):
        cls.museum = Withdrawn().make()
        cls.server = Server(cls.museum.data)

    def removal(self, key, **parameters):
        """Reason and successor in the problem of a removed record."""
        answer = self.ask(address("/api/v1/records/birds", key=key, **parameters))
        problem = self.assert_problem(answer, 410)
        return problem["reason"], problem["replacedBy"]

    def page(self, key, status, **parameters):
        answer = self.ask(address("/record/birds", key=key, **parameters),
                          headers={"Accept": "text/html"})
        self.assertEqual(answer.status, status)
        return answer.text()

    def vitrine(self, subcommand, *arguments):
        command = [portal.BINARY, subcommand, "--data", str(self.museum.data), *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=60)

    def show(self, *arguments):
        return self.vitrine("show", *arguments)

    def test_rule_a5_problem(self):
        for key, reason, successor in (
            ("b1", "Sold", "b5"),
            ("b2", "Lost <em>on loan</em>, 1951", None),
            ("b3", "Stocktaking", "b99"),
            ("b4", "Stocktaking", None),
            ("b6", "Stocktaking", None),
            ("ü/1 ?", "Moved", "https://other.example/object/1"),
        ):
            self.assertEqual(self.removal(key), (reason, successor), key)

    def test_rule_a5_as_of_a_moment(self):
        self.assertEqual(self.removal("b1", version=MS[1]), ("Registered twice", "b2"))
        self.assertEqual(self.removal("b1", version=MS[3]), ("Sold", "b5"))
        for at in (MS[0], MS[2]):
            self.assertEqual(self.get("/api/v1/records/birds/b1", version=at)["version"], at)

    def test_rule_a5_history(self):
        events = self.get("/api/v1/records/birds/b1/versions")["versions"]
        self.assertEqual(
            [(e["change"], e.get("reason"), e.get("replacedBy")) for e in events],
            [
                ("removed", "Sold", "b5"),
                ("returned", None, None),
                ("removed", "Registered twice", "b2"),
                ("added", None, None),
            ],
        )
        self.assertNotIn("reason", events[1])
        self.assertIn("replacedBy", events[0])
        # As of 2017 the key has come back and its history still says why it went.
        events = self.get("/api/v1/records/birds/b1/versions", version=MS[2])["versions"]
        self.assertEqual([e["change"] for e in events], ["returned", "removed", "added"])
        self.assertEqual(events[1]["reason"], "Registered twice")

    def test_rule_a5_page(self):
        page = self.page("b1", 410)
        self.assertIn("This record was removed on <time", page)
        self.assertIn("<p>Reason: Sold</p>", page)
        self.assertIn('Replaced by <a class="code" href="/record/birds/b5">b5</a>', page)
        self.assertIn("<p>Reason: Registered twice</p>", page)
        page = self.page("b2", 410)
        self.assertIn("Reason: Lost &lt;em&gt;on loan&lt;/em&gt;, 1951", page)
        self.assertNotIn("Replaced by", page)
        # A successor that is no record here is named; one on the web is led to.
        self.assertIn('Replaced by <span class="code">b99</span>', self.page("b3", 410))
        self.assertIn('href="https://other.example/object/1"', self.page("ü/1 ?", 410))
        # The message of the commit is not repeated where nobody gave a reason.
        self.assertEqual(self.page("b4", 410).count("Reason:"), 1)

    def test_rule_a5_page_as_of_a_moment(self):
        page = self.page("b1", 410, version=MS[1])
        head = page[: page.index("<article>")]
        self.assertIn("<p>Reason: Registered twice</p>", head)
        self.assertIn('datetime="2016-03-01', head)
        self.assertNotIn("Sold", head)
        self.assertIn("<p>Reason: Registered twice</p>", self.page("b1", 200, version=MS[2]))

    def test_rule_a5_show(self):
        done = self.show("birds", "b1")
        self.assertEqual(done.returncode, 1)
        self.assertIn("Sold", done.stderr)
        self.assertIn("replaced by b5", done.stderr)
        done = self.show("birds", "b1", "--version", TIMES[1])
        self.assertIn("Registered twice", done.stderr)
        done = self.show("birds", "b1", "--versions")
        self.assertEqual(done.returncode, 0)
        self.assertIn("Registered twice", done.stdout)
        lines = self.show("birds", "b1", "--versions", "--json").stdout.splitlines()
        removals = [json.loads(line)["removal"] for line in lines]
        self.assertEqual(
            removals,
            [
                {"reason": "Registered twice", "replacedBy": "b2"},
                {"reason": "Sold", "replacedBy": "b5"},
            ],
        )

    def test_rule_a5_show_as_json(self):
        done = self.show("birds", "b1", "--json")
        told = json.loads(done.stdout or done.stderr)
        self.assertEqual(told["lastVersion"], MS[2])
        self.assertEqual(told["removed"], MS[3])
        self.assertEqual((told["reason"], told["replacedBy"]), ("Sold", "b5"))

    def test_rule_a5_log(self):
        lines = self.vitrine("log", "birds", "b1", "--json").stdout.splitlines()
        events = [json.loads(line) for line in lines]
        self.assertEqual(
            [(e["version"], e["change"], e.get("reason"), e.get("replacedBy")) for e in events],
            [
                (MS[3], "removed", "Sold", "b5"),
                (MS[2], "returned", None, None),
                (MS[1], "removed", "Registered twice", "b2"),
                (MS[0], "added", None, None),
            ],
        )
        text = self.vitrine("log", "birds", "b1", "--limit", "1").stdout
        self.assertIn("removed\n    Ada Curator: Stocktaking\n    reason: Sold\n", text)
        self.assertIn("    replaced by b5\n", text)
        self.assertNotIn("Registered twice", text)
        self.assertEqual(self.vitrine("log", "birds").returncode, 2)
        self.assertEqual(self.vitrine("log", "birds", "b1", "--dataset", "birds").returncode, 2)
        self.assertEqual(self.vitrine("log", "birds", "nobody").returncode, 1)

    def test_rule_a5_reasons_are_nobodys_records(self):
        self.assertEqual(self.search(q="stocktaking")["total"], 0)
        self.assertEqual(self.search(q="registered twice")["total"], 0)
        self.assertEqual(self.search()["total"], 1)
        self.assertEqual(self.get("/api/v1/datasets")["total"], 1)
        fields = self.get("/api/v1/datasets/birds/fields")["fields"]
        self.assertEqual(sorted(f["name"] for f in fields), sorted(HEADER.split(",")))
        self.assert_problem(self.ask("/api/v1/records?reason=Sold"), 400)
        self.assert_problem(
            self.ask("/api/v1/records/ffffffff-ffff-ffff-ffff-ffffffffffff/b1"), 404, "table"
        )
        for commit in self.get("/api/v1/datasets/birds/commits")["commits"]:
            self.assertEqual([t["table"] for t in commit["tables"]], ["birds"])


class Writers(portal.PortalTest):
    def setUp(self):
        super().setUp()
        rows = "".join(f"b{n},Norway\n" for n in range(400))
        self.ingest("--dataset", "birds", self.write("all.csv", "occurrenceID,country\n" + rows))

    def removals(self, keys):
        """Key -> (reason, replacedBy) of removed records."""
        server = Server(self.data)
        try:
            answers = {key: server.ask(f"/api/v1/records/birds/{key}") for key in keys}
        finally:
            self.assertEqual(server.stop(), 0)
            server.errors.close()
        self.assertEqual({answer.status for answer in answers.values()}, {410})
        return {
            key: (answer.json()["reason"], answer.json()["replacedBy"])
            for key, answer in answers.items()
        }

    def remove(self, name, keys, reason):
        rows = "".join(f"{key},{reason} {key},c-{key}\n" for key in keys)
        path = self.write(name, "occurrenceID,reason,replacedBy\n" + rows)
        return self.ingest("--dataset", "birds", "--delete", "--allow-removals", path)

    def test_rule_a5_two_processes(self):
        """Two lists at once, half of the keys in both: every removal is told by one of them."""
        lists = {"left": range(0, 200), "right": range(100, 300)}
        results = {}

        def run(name):
            keys = [f"b{n}" for n in lists[name]]
            results[name] = self.remove(f"{name}.csv", keys, name)

        threads = [threading.Thread(target=run, args=(name,)) for name in lists]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(results), 2)
        for key, (reason, successor) in self.removals(f"b{n}" for n in range(0, 300, 7)).items():
            number = int(key[1:])
            allowed = [f"{name} {key}" for name, range_ in lists.items() if number in range_]
            self.assertIn(reason, allowed, key)
            self.assertEqual(successor, f"c-{key}")
        self.verify()

    def test_rule_a5_merged_and_reverted(self):
        for start in range(0, 300, 10):
            self.remove("list.csv", [f"b{n}" for n in range(start, start + 10)], "Sold")
        segments = list((self.data / "store" / "segments").glob("*.segment"))
        self.assertLess(len(segments), 30)
        found = self.removals(f"b{n}" for n in range(0, 300, 11))
        self.assertEqual(found, {key: (f"Sold {key}", f"c-{key}") for key in found})
        self.verify()
        self.run_ok("revert", "3")  # the first list
        server = Server(self.data)
        try:
            self.assertEqual(server.ask("/api/v1/records/birds/b5").status, 200)
            events = server.ask("/api/v1/records/birds/b5/versions").json()["versions"]
        finally:
            self.assertEqual(server.stop(), 0)
            server.errors.close()
        self.assertEqual([e["change"] for e in events], ["returned", "removed", "added"])
        self.assertEqual(events[1]["reason"], "Sold b5")
        self.verify()


class Replayed(portal.PortalTest):
    def test_rule_a5_replay(self):
        self.write("birds.csv", "occurrenceID,country\nb1,Norway\nb2,Norway\n")
        self.write("withdrawn.csv", "occurrenceID,reason\nb1,Eaten by moths\n")
        plan = self.write("plan.jsonl", "".join(json.dumps(line) + "\n" for line in (
            {"at": TIMES[0], "dataset": "birds", "files": ["birds.csv"], "key": "occurrenceID"},
            {"at": TIMES[1], "dataset": "birds", "files": ["withdrawn.csv"], "mode": "delete"},
        )))
        self.run_ok("replay", plan)
        done = self.vitrine("show", "birds", "b1")
        self.assertEqual(done.returncode, 1)
        self.assertIn("Eaten by moths", done.stderr)
        self.verify()


if __name__ == "__main__":
    unittest.main()
