# SPDX-License-Identifier: Apache-2.0
"""Digests on every surface (rules F3, F4 and F5): worked out again from downloads by a script that
shares no code, and what was erased told beside them."""

import json
import subprocess
import sys

import portal
from serving import OwnPortalTest, address

ROWS = [
    {"id": "a", "family": "Apidae", "who": "Somebody Named", "n": 1.50, "list": [{"x": None}, {}]},
    {"id": "b/1", "family": "Apidae", "who": "Another \u0001 \u007f \"Person\"\n", "n": 2},
    {"id": "ü", "family": "Vespidae", "who": "Third Party \U0001f41d"},
]
QUERY = {"filters": {"and": [{"string_equals": {"fields": ["family"], "value": "Apidae"}}]}}


class Digest(OwnPortalTest):
    def setUp(self):
        super().setUp()
        for dataset in ("bees", "wasps"):
            rows = self.write("a.jsonl", "\n".join(map(json.dumps, ROWS)) + "\n")
            self.ingest("--dataset", dataset, "--key", "id", rows)

    def digest(self, *arguments, expect=0):
        done = self.vitrine("digest", "--json", *arguments)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return json.loads(done.stdout)

    def erase(self, *arguments):
        self.run_ok("erase", "--author", "R", "--message", "file 12", *arguments)

    def recompute(self, server, told, **search):
        """What tools/recompute-digest says of the downloads of a search."""
        files = []
        for name, path in (("scan", "/api/v1/scan"), ("datasets", "/api/v1/datasets")):
            asked = search if name == "scan" else {"version": search["version"]}
            answer = server.ask(address(path, **asked))
            self.assertEqual(answer.status, 200, answer.text())
            files.append(self.write(name, answer.body))
        files.append(self.write("digest", json.dumps(told)))
        return subprocess.run([sys.executable, portal.SOURCE / "tools/recompute-digest", *files],
                              capture_output=True, text=True)

    def test_rule_f3_it_is_worked_out_again_without_our_code(self):
        with self.served() as server:
            for search in ({}, {"family": "Apidae"}, {"dataset": "bees", "q": "person"},
                           {"family": "None"}):
                told = server.ask(address("/api/v1/digest", **search)).json()
                done = self.recompute(server, told, version=told["version"], **search)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
                # The script does find faults.
                done = self.recompute(server, {**told, "digest": "0" * 64},
                                      version=told["version"], **search)
                self.assertEqual(done.returncode, 1, done.stdout + done.stderr)

    def test_every_way_of_asking_gives_the_same(self):
        asked = self.digest("family=apidae")
        self.assertEqual(asked["rows"], 4)
        self.assertEqual(self.digest("--query", json.dumps(QUERY))["digest"], asked["digest"])
        self.assertNotEqual(self.digest("--dataset", "bees", "family=apidae")["digest"],
                            asked["digest"])
        self.assertEqual(self.digest("--dataset", "bees")["digest"],
                         self.digest("--table", "bees")["digest"])
        self.assertIn(asked["digest"], self.run_ok("digest", "family=Apidae"))
        with self.served() as server:
            self.assertEqual(server.ask("/api/v1/digest?family=Apidae").json(), asked)
            answer = server.ask("/api/v1/digest", "POST", json.dumps({"query": QUERY}))
            self.assertEqual(answer.json(), asked)
            self.assertIn(asked["digest"], server.ask("/search?family=Apidae&sort=-n").text())
            whole = self.digest("--dataset", "bees")
            self.assertIn(whole["digest"], server.ask("/dataset/bees").text())

    def test_rule_f5_every_surface_says_what_was_erased(self):
        before = self.digest("family=Apidae")
        first = before["digest"]
        self.assertEqual(before["erased"], {"rows": 0, "first": None, "last": None, "kept": []})
        version = str(before["version"])
        at = ("--version", version)
        told = self.digest(*at, "family=Apidae", "--equals", first)
        self.assertEqual(told["comparison"]["result"], "equal")
        with self.served() as server:
            path = f"/api/v1/digest?family=Apidae&version={version}&equals={first}"
            tag = server.ask(path).headers["ETag"]
            self.assertEqual(server.ask(path, headers={"If-None-Match": tag}).status, 304)
            self.erase("--field", "who", "bees", "a")
            answer = server.ask(path, headers={"If-None-Match": tag})
            self.assertEqual(answer.status, 200)
            told = answer.json()
            self.assertEqual(told["digest"], first)
            self.assertNotEqual(told["digestNow"], first)
            self.assertEqual(told["erased"]["rows"], 1)
            self.assertEqual([k["key"] for k in told["erased"]["kept"]], ["a"])
            self.assertEqual(told["comparison"]["result"], "equalButErased")
            self.assertEqual(told["comparison"]["erased"], 1)
            done = self.recompute(server, told, family="Apidae", version=version)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            for page in (f"/search?family=Apidae&version={version}", "/dataset/bees"):
                self.assertIn("1 of them lost values by law since", server.ask(page).text(), page)
            self.assertNotIn("lost values", server.ask("/dataset/wasps").text())
            body = json.dumps({"query": QUERY, "version": int(version), "equals": first})
            self.assertEqual(server.ask("/api/v1/digest", "POST", body).json(), told)
        self.assertIn("1 record lost values by law", self.run_ok("digest", *at, "family=Apidae"))
        # A row that the search does not find any more.
        self.erase("wasps", "b/1")
        told = self.digest(*at, "family=Apidae", "--equals", first)
        self.assertEqual(told["rows"], 3)
        self.assertEqual(told["comparison"]["result"], "equalButErased")
        self.assertEqual(told["comparison"]["erased"], 2)
        self.assertIn("equal but for 2 erased rows",
                      self.run_ok("digest", *at, "family=Apidae", "--equals", first))
        told = self.digest(*at, "--equals", first, expect=1)
        self.assertEqual(told["comparison"]["result"], "different")

    def test_what_is_refused(self):
        done = self.vitrine("digest", "--equals", "12")
        self.assertEqual(done.returncode, 2)
        self.assertIn("64 hexadecimal digits", done.stderr)
        with self.served() as server:
            for path in ("/api/v1/digest?equals=12", "/api/v1/digest?sort=n",
                         "/api/v1/digest?limit=2", "/api/v1/digest?nofield=2"):
                self.assertEqual(server.ask(path).status, 400, path)
            answer = server.ask("/api/v1/digest", "POST", '{"equals": 12}')
            self.assertEqual(answer.json()["field"], "/equals")

    def test_long_results_are_left_to_the_api(self):
        rows = "".join(json.dumps({"id": f"{i:05d}", "n": i}) + "\n" for i in range(501))
        self.ingest("--dataset", "many", "--key", "id", self.write("m.jsonl", rows))
        with self.served() as server:
            text = server.ask("/dataset/many").text()
            self.assertIn("worked out when asked", text)
            self.assertNotIn(self.digest("--dataset", "many")["digest"], text)


if __name__ == "__main__":
    portal.main()
