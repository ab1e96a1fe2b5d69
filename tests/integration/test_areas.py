# SPDX-License-Identifier: Apache-2.0
"""Sets of named areas have versions (rule F3): the same question at the same version has the same
answer on any later day, whatever was brought in or removed since."""

import json
import pathlib

import portal
from serving import OwnPortalTest, address


def square(name, west, east):
    ring = [[west, 0], [east, 0], [east, 5], [west, 5], [west, 0]]
    return {"type": "Feature", "properties": {"name": name},
            "geometry": {"type": "Polygon", "coordinates": [ring]}}


class Areas(OwnPortalTest):
    QUERY = {"filters": {"and": [{"geo_named_area": {"marine": "Sea"}}]}}

    def setUp(self):
        super().setUp()
        rows = [{"id": str(i), "decimalLatitude": 1, "decimalLongitude": i + 0.5}
                for i in range(10)]
        self.ingest("--dataset", "finds", "--key", "id", self.write(
            "rows.jsonl", "".join(json.dumps(row) + "\n" for row in rows)))

    def newest(self):
        return json.loads(self.run_ok("log", "--json", "--limit", "1"))["version"]

    def bring(self, west, east, expect=0):
        path = self.write("sea.geojson", json.dumps(
            {"type": "FeatureCollection", "features": [square("Sea", west, east)]}))
        done = self.vitrine("areas", "import", path, "--set", "seas", "--category", "marine",
                            "--source", "chart", "--author", "Ada", "--message", "new chart")
        self.assertEqual(done.returncode, expect, done.stderr)
        return self.newest()

    def asked(self, server, version=None):
        body = {"query": self.QUERY, **({} if version is None else {"version": version})}
        answer = server.ask("/api/v1/search", "POST", json.dumps(body))
        if answer.status != 200:
            return answer.status
        return [record["key"] for record in answer.json()["records"]]

    def test_rule_f3_a_version_keeps_its_areas(self):
        start = self.newest()
        with self.served() as server:
            first = self.bring(0, 2)
            self.assertEqual(self.asked(server), ["0", "1"])
            self.assertEqual(self.asked(server, first), ["0", "1"])
            second = self.bring(0, 4)
            self.assertEqual(self.asked(server), ["0", "1", "2", "3"])
            self.run_ok("areas", "remove", "seas")
            self.assertEqual(self.asked(server), 400)
            third = self.bring(8, 10)
            for _ in range(2):
                self.assertEqual(self.asked(server, start), ["0", "1"])
                self.assertEqual(self.asked(server, first), ["0", "1"])
                self.assertEqual(self.asked(server, second), ["0", "1", "2", "3"])
                self.assertEqual(self.asked(server, third - 1), 400)
                self.assertEqual(self.asked(server, third), ["8", "9"])
            digest = server.ask("/api/v1/digest", "POST",
                                json.dumps({"query": self.QUERY, "version": second})).json()
            self.assertEqual(digest["rows"], 4)
        log = [json.loads(line) for line in self.run_ok("log", "--json").splitlines()]
        self.assertEqual((log[0]["kind"], log[0]["author"], log[0]["message"]),
                         ("metadata", "Ada", "new chart"))
        self.verify()

    def test_the_list_tells_versions(self):
        first = self.bring(0, 2)
        second = self.bring(0, 4)
        # The same again makes no commit.
        self.assertEqual(self.bring(0, 4, expect=4), second)
        self.assertIn("seas is removed", self.run_ok("areas", "remove", "seas"))
        gone = self.newest()
        self.assertEqual(self.run_ok("areas"), "")
        told = [json.loads(line) for line in
                self.run_ok("areas", "list", "--versions", "--json").splitlines()]
        self.assertEqual([(t["set"], t["areas"], t["from"], t["until"]) for t in told],
                         [("seas", 1, first, second), ("seas", 1, second, gone)])
        then = self.run_ok("areas", "list", "--json", "--version", str(second))
        self.assertEqual(json.loads(then)["from"], second)
        self.assertIn("chart", self.run_ok("areas", "list", "--versions"))
        self.assertEqual(self.vitrine("areas", "remove", "seas").returncode, 1)
        # A reversal of the removal brings it back.
        number = json.loads(self.run_ok("log", "--json", "--limit", "1"))["commit"]
        self.run_ok("revert", str(number))
        self.assertIn("seas", self.run_ok("areas"))

    def test_an_address_at_a_version_is_told_anew_only_where_it_may_differ(self):
        version = self.bring(0, 2)
        with self.served() as server:
            path = address("/api/v1/datasets", version=version)
            tag = server.ask(path).headers["ETag"]
            self.bring(0, 4)
            self.assertEqual(server.ask(path, headers={"If-None-Match": tag}).status, 304)

    def files(self):
        return sorted(pathlib.Path(self.data, "areas").glob("*.areas"))

    def faults(self, expect):
        done = self.vitrine("verify", "--json")
        self.assertEqual(done.returncode, 1 if expect else 0, done.stdout + done.stderr)
        return json.loads(done.stdout)["faults"]

    def test_lost_and_damaged_files_are_told_and_brought_back(self):
        first = self.bring(0, 2)
        [past] = self.files()
        self.bring(0, 4)
        [newest] = [path for path in self.files() if path != past]
        self.assertEqual(self.faults(False), [])
        whole = newest.read_bytes()
        for label, harm in (("lost", newest.unlink),
                            ("flipped", lambda: newest.write_bytes(
                                whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:])),
                            # Outside what the first line's hash is of.
                            ("renamed", lambda: newest.write_bytes(
                                whole.replace(b"chart", b"chbrt")))):
            with self.subTest(harm=label):
                harm()
                [fault] = self.faults(True)
                self.assertTrue(fault.startswith(f"areas/{newest.name}: "), fault)
                done = self.vitrine("search", "filter.geo_named_area=marine:sea")
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertIn(newest.name, done.stderr)
                with self.served() as server:
                    self.assertEqual(self.asked(server), 500)
                    self.assertIn(newest.name, server.log())
                again = self.vitrine("areas", "import", self.folder / "sea.geojson",
                                     "--set", "seas", "--category", "marine", "--source", "chart")
                self.assertEqual(again.returncode, 0, again.stderr)
                self.assertIn("it is back", again.stdout)
                self.assertEqual(newest.read_bytes(), whole)
                self.assertEqual(self.faults(False), [])
        # Past versions count too, also of a set that was removed, and when no file is left at all.
        self.run_ok("areas", "remove", "seas")
        past.unlink()
        newest.unlink()
        self.assertEqual(len(self.faults(True)), 2)
        with self.served() as server:
            self.assertEqual(self.asked(server, first), 500)


if __name__ == "__main__":
    portal.main()
