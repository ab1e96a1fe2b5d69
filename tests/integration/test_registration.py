# SPDX-License-Identifier: Apache-2.0
"""DOIs by DataCite's REST API, against a local registry that answers as it does (rules F1, F2, L1):
up, down, slow, refusing; and the museum's own identifiers, brought in."""

import contextlib
import io
import json
import re
import time
import zipfile

import portal
from registry import Registry
from serving import OwnPortalTest, Server

SPECIMENS = "05ff2255-c38a-40c9-b657-4ccb55ab2feb"
INDEX_LOTS = "bb909597-dedf-427d-8c04-4c02b3a24db3"
# Golden values of the museum's own hasher (nhm.md 1.5).
EMPTY_SLUG = "e886ac4586ebf5b5c459fc7f710668367d617235"
MOLLUSCA = "b35505a9a018bc4e119236bbd5950bd86aa61faa"
MOLLUSCA_SLUG = "0ba7bf36e6bd9191bcf7f582fbb9dc539ddf12ac"


class Registered(OwnPortalTest):
    def setUp(self):
        super().setUp()
        self.registry = Registry()
        self.addCleanup(self.registry.close)
        rows = "\n".join(f"b{i},Corvus {i},Corvidae" for i in range(5))
        self.run_ok("ingest", "--dataset", "birds", "--key", "id", "--metadata", json.dumps({
            "title": "Birds", "licence": "https://creativecommons.org/publicdomain/zero/1.0/",
            "authors": [{"family": "Curator", "given": "Ada", "orcid": "0000-0002-1825-0097"},
                        {"name": "Museum of Birds"}]}),
            self.write("birds.csv", "id,name,family\n" + rows + "\n"))

    def account(self, system="production", **members):
        self.write("data/datacite.json", json.dumps({
            "prefix": "10.5519", "repository": "HOUSE.PORTAL", "system": system,
            "site": "https://data.museum.example", "api": self.registry.address,
            "ror": "https://ror.org/039zvsn29", "firstWait": 0.1, **members}))

    @contextlib.contextmanager
    def serving(self, password="secret"):
        import os
        os.environ["VITRINE_DATACITE_PASSWORD"] = password
        self.server = Server(self.data)
        try:
            yield self.server
        finally:
            del os.environ["VITRINE_DATACITE_PASSWORD"]
            code = self.server.stop()
            self.server.errors.close()
            self.assertEqual(code, 0)

    def identifiers(self, *arguments, password="secret", expect=0):
        done = self.vitrine("identifiers", *arguments,
                            environment={"VITRINE_DATACITE_PASSWORD": password})
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return done.stdout if expect == 0 else done.stderr

    def shown(self, name):
        return json.loads(self.identifiers("show", name, "--json"))

    def cite(self, query="?family=Corvidae"):
        answer = self.server.ask("/cite" + query, method="POST")
        self.assertEqual(answer.status, 303, answer.text())
        return answer.headers["Location"]

    def wait_for(self, name, state, seconds=15):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            entry = self.shown(name)
            if entry["state"] == state:
                return entry
            time.sleep(0.1)
        self.fail(f"{entry} is not {state}: {self.registry.asked}")

    def test_rule_f1_with_an_account_real_dois_are_minted_and_old_addresses_redirect(self):
        self.account()
        with self.serving() as server:
            old = self.cite()
            entry = self.wait_for(old.split("/")[-1], "findable")
            self.assertEqual(entry["doi"], f"10.5519/qd.{entry['id']}")
            moved = server.ask(old)
            self.assertEqual((moved.status, moved.headers["Location"]),
                             (302, f"/doi/{entry['doi']}"))
            for path in (f"/doi/{entry['doi']}", f"/doi/{entry['doi'].upper()}"):
                page = server.ask(path)
                self.assertEqual(page.status, 200, path)
                self.assertIn(f"https://doi.org/{entry['doi']}", page.text())
                self.assertIn("A registered DOI", page.text())
            self.assertEqual(server.ask(f"/doi/{entry['doi']}", method="HEAD").status, 200)
            path = f"/doi/{entry['doi']}?format="
            self.assertIn(f"doi = {{{entry['doi']}}}", server.ask(path + "bibtex").text())
            self.assertIn(f"DO  - {entry['doi']}\r\n", server.ask(path + "ris").text())
            item = server.ask(path + "csl").json()[0]
            self.assertEqual((item["DOI"], item["URL"]),
                             (entry["doi"], f"https://doi.org/{entry['doi']}"))
            self.assertIn(f'<identifier identifierType="DOI">{entry["doi"]}</identifier>',
                          server.ask(path + "datacite-xml").text())
            self.assertIn(f"https://doi.org/{entry['doi']}", server.ask(path + "text").text())
            search = server.ask(f"/search/{entry['doi']}")
            self.assertRegex(search.headers["Location"], r"^/search\?family=Corvidae&version=")
            self.assertEqual(self.cite(), f"/doi/{entry['doi']}")  # shared
        told = self.registry.dois[entry["doi"]]
        self.assertEqual(told["url"], f"https://data.museum.example/doi/{entry['doi']}")
        self.assertEqual(told["event"], "publish")
        self.assertEqual(told["publisher"]["publisherIdentifier"], "https://ror.org/039zvsn29")
        self.assertEqual(told["schemaVersion"], "http://datacite.org/schema/kernel-4")

    def test_rule_f1_the_test_system_s_dois_are_not_shown(self):
        self.account(system="test")
        with self.serving() as server:
            path = self.cite()
            name = path.split("/")[-1]
            self.wait_for(name, "findable")
            page = server.ask(path)
            self.assertEqual(page.status, 200)
            self.assertIn("Not registered: made at a registry&#39;s test system", page.text())
            for text in (page.text(), server.ask(path + "?format=csl").text(),
                         server.ask(path + "?format=datacite-json").text()):
                self.assertNotRegex(text.replace("127.0.0.1", ""), r"10\.\d|doi\.org|DOI")
            self.assertEqual(server.ask(f"/doi/10.5519/qd.{name}").status, 404)
        self.assertFalse(self.shown(name)["registered"])
        self.assertIn("not real", self.identifiers("status"))

    def test_rule_f1_without_an_account_nothing_is_asked(self):
        with self.serving():
            name = self.cite().split("/")[-1]
            time.sleep(0.5)
        self.assertEqual(self.registry.asked, [])
        self.assertEqual(self.shown(name)["state"], "local")
        self.assertIn("no account", self.identifiers("mint", name, expect=3))
        # An account comes later: what was local is minted, and its old address redirects.
        self.account()
        self.identifiers("mint", "--all")
        self.assertEqual(self.shown(name)["state"], "findable")
        with self.serving() as server:
            self.assertEqual(server.ask(f"/cite/{name}").status, 302)

    def test_down_slow_and_busy_registries_are_asked_again(self):
        self.account()
        self.registry.moods = ["cut", 500, 503, 429, ("sleep", 0.3), 502]
        with self.serving() as server:
            path = self.cite()
            self.assertIn("Not registered yet: the registry has been asked",
                          server.ask(path).text())
            entry = self.wait_for(path.split("/")[-1], "findable", 30)
        self.assertEqual(entry["attempts"], 0)
        self.assertEqual([status for _, _, status in self.registry.asked[:4]],
                         [None, 500, 503, 429])
        self.assertEqual(len(self.registry.dois), 1)

    def test_a_registry_that_is_not_there_is_told_of_and_tried_later(self):
        self.account(api="http://127.0.0.1:9")
        with self.serving():
            name = self.cite().split("/")[-1]
            until = time.monotonic() + 10
            while not self.shown(name).get("trouble") and time.monotonic() < until:
                time.sleep(0.1)
        entry = self.shown(name)
        self.assertIn("127.0.0.1", entry["trouble"])
        self.assertGreater(entry["attempts"], 0)
        self.assertEqual(entry["wanted"], "findable")
        self.assertIn("waiting for the registry: 1, of them with trouble: 1",
                      self.identifiers("status"))
        self.account()  # it is back
        self.identifiers("push")
        self.assertEqual(self.shown(name)["state"], "findable")

    def test_an_answer_that_is_lost_makes_no_second_doi(self):
        self.account()
        self.registry.moods = [("lost",)]
        with self.serving():
            self.wait_for(self.cite().split("/")[-1], "findable")
        self.assertEqual([method for method, _, _ in self.registry.asked], ["POST", "POST", "PUT"])
        self.assertEqual(len(self.registry.dois), 1)

    def test_a_refusal_stands_still_with_its_words(self):
        self.account()
        self.registry.moods = [422]
        with self.serving():
            name = self.cite().split("/")[-1]
            until = time.monotonic() + 10
            while not self.shown(name).get("trouble") and time.monotonic() < until:
                time.sleep(0.1)
            time.sleep(3)
        entry = self.shown(name)
        self.assertEqual((entry["trouble"], entry["nextTry"]), ("As told", 0))
        self.assertEqual(len(self.registry.asked), 1)

    def test_a_wrong_password_is_told(self):
        self.account()
        name = None
        with self.serving(password="wrong"):
            name = self.cite().split("/")[-1]
            time.sleep(1)
        self.assertIn("Bad credentials", self.shown(name)["trouble"])
        self.assertEqual(self.registry.dois, {})
        for path in self.data.rglob("*"):
            if path.is_file():
                self.assertNotIn(b"wrong", path.read_bytes(), path)

    def test_states_and_withdrawal(self):
        """Draft, registered, findable; a tombstone at the end, and `hide` (rule F2)."""
        with self.serving():
            name = self.cite().split("/")[-1]
        self.account()
        for state in ("draft", "registered", "findable"):
            self.identifiers("mint", name, "--state", state)
            self.assertEqual(self.shown(name)["state"], state)
            self.assertEqual(self.registry.dois[f"10.5519/qd.{name}"]["state"], state)
        self.identifiers("withdraw", name)
        self.identifiers("push")
        self.assertEqual(self.registry.bodies[-1]["event"], "hide")
        self.assertIn(f"10.5519/qd.{name}", self.registry.dois)
        with self.serving() as server:
            page = server.ask(f"/doi/10.5519/qd.{name}")
            self.assertEqual(page.status, 200)
            self.assertIn("This identifier was withdrawn", page.text())
            self.assertIn("Family: Corvidae", page.text())

    def test_a_dataset_s_doi_stands_in_its_citation(self):
        self.account()
        self.identifiers("mint", "--dataset", "birds")
        doi, told = next(iter(self.registry.dois.items()))
        self.assertEqual(told["url"], "https://data.museum.example/dataset/birds")
        self.assertEqual([(c["name"], c["nameType"]) for c in told["creators"]],
                         [("Curator, Ada", "Personal"), ("Museum of Birds", "Organizational")])
        self.assertEqual(told["titles"], [{"title": "Birds"}])
        with self.serving() as server:
            text = server.ask("/api/v1/datasets/birds/citation").text()
            self.assertRegex(text, r"\[Data set\]\. Version \d{4}-\d\d-\d\d\. \S.*\. "
                                   + re.escape(f"https://doi.org/{doi}"))
            record = server.ask("/api/v1/records/birds/b1/citation").text()
            self.assertIn(f"https://doi.org/{doi}", record)
            moved = server.ask(f"/doi/{doi}")
            self.assertEqual((moved.status, moved.headers["Location"]), (302, "/dataset/birds"))
            # What is drawn from it says so by its DOI.
            path = self.cite()
            relations = server.ask(path + "?format=datacite-json",
                                   headers={}).json()["relatedIdentifiers"]
            self.assertEqual((relations[0]["relatedIdentifier"], relations[0]["relationType"]),
                             (doi, "IsDerivedFrom"))
        self.run_ok("dataset", "set", "birds", '{"title": "Birds anew"}')
        self.identifiers("mint", "--dataset", "birds")
        self.assertEqual(len([d for d in self.registry.dois if "qd." in d]), 2)
        self.assertEqual(self.registry.dois[doi]["titles"], [{"title": "Birds anew"}])

    def test_rule_l1_a_demo_registers_nothing(self):
        self.data = self.folder / "demo"
        self.run_ok("init", "--name", "Demo", "--demo")
        self.run_ok("ingest", "--dataset", "birds", "--key", "id",
                    self.write("d.csv", "id,family\nb1,Corvidae\n"))
        self.write("demo/datacite.json", json.dumps({
            "prefix": "10.5519", "repository": "HOUSE.PORTAL", "system": "production",
            "site": "https://data.museum.example", "api": self.registry.address}))
        with self.serving():
            name = self.cite().split("/")[-1]
            time.sleep(0.5)
        self.assertIn("demo", self.identifiers("mint", name, expect=3))
        self.assertEqual(self.registry.asked, [])

    def test_bad_accounts_are_named(self):
        for members, word in (({"prefix": "5519"}, "prefix"),
                              ({"api": "http://far.example"}, "api"),
                              ({"site": "ftp://x"}, "site"), ({"suffix": "Q/"}, "suffix"),
                              ({"system": "real"}, "system"), ({"firstWait": -1}, "firstWait")):
            self.account(**members)
            self.assertIn(word, self.identifiers("status", expect=3))

    def test_rule_f2_a_download_with_doi_names_its_identifier(self):
        with self.serving() as server:
            path = "/api/v1/download?family=Corvidae&format=csv"
            plain = server.ask(path).body
            self.assertNotIn(b"identifiers.sqlite", b"".join(
                p.name.encode() for p in self.data.iterdir()))
            cited = server.ask(path + "&doi=true")
            self.assertEqual(cited.status, 200, cited.body[:300])
            self.assertEqual(cited.body, server.ask(path + "&doi=true").body)
            self.assertNotEqual(plain, cited.body)
            with zipfile.ZipFile(io.BytesIO(cited.body)) as package:
                manifest = json.loads(package.read("manifest.json"))
                citations = package.read("citations.txt").decode()
            self.assertRegex(manifest["identifier"], r"^http://127\.0\.0\.1:\d+/cite/[2-9b-z]{8}$")
            self.assertFalse(manifest["registered"])
            self.assertIn(manifest["identifier"], citations)
            self.assertIn("not registered", citations)
            entry = self.shown(manifest["identifier"].split("/")[-1])
            self.assertEqual(entry["cited"]["digest"], manifest["digest"])
            self.assertEqual(entry["cited"]["search"], [["family", "Corvidae"]])
            robot = server.ask(path + "&doi=true", headers={"User-Agent": "bingbot"})
            self.assertEqual(robot.status, 409)
            self.assertEqual(server.ask("/api/v1/download?family=X&doi=true").status, 400)


class Imported(OwnPortalTest):
    """What the museum's earlier portal gave out keeps leading to its search."""

    def rows(self):
        return [
            {"doi": "10.5519/qd.BSUCRXDZ", "query": {"search": "mollusca"},
             "query_hash": MOLLUSCA, "query_version": "v1.0.0",
             "resources_and_versions": {SPECIMENS: 1600000000000},
             "resource_counts": {SPECIMENS: 2}, "count": 2, "requested_version": None,
             "timestamp": "2020-09-13T12:26:40.123"},
            {"doi": "10.5519/qd.old00000", "query": json.dumps(
                {"q": "mollusca", "filters": {"family": ["Corvidae", "Turdidae"]}}),
             "query_hash": "x" * 40, "query_version": "v0",
             "resources_and_versions": json.dumps({INDEX_LOTS: "1500000000000"}), "count": 7,
             "timestamp": "2019-05-01 10:00:00"},
            {"id": "0b1d6b5e-6f8b-4f58-9a0e-111111111111", "pretty_slug": "double-chance-bear",
             "reserved_pretty_slug": "specimens", "query": {}, "query_hash": EMPTY_SLUG,
             "query_version": "v1.0.0", "resource_ids": [SPECIMENS], "version": None,
             "created": "2021-01-01T00:00:00"},
            {"id": "0b1d6b5e-6f8b-4f58-9a0e-222222222222",
             "pretty_slug": "nice-beautiful-wolverine", "query": {"search": "mollusca"},
             "query_hash": MOLLUSCA_SLUG, "query_version": "v1.0.0",
             "resource_ids": [INDEX_LOTS, SPECIMENS],
             "version": 1600000000000, "created": "2021-01-01T00:00:00"},
            {"package_id": "56e711e6-c847-4f99-915a-6894bb5c5dea", "identifier": "10.5519/0002965",
             "published": "2014-12-01T00:00:00"},
        ]

    def setUp(self):
        super().setUp()
        self.run_ok("ingest", "--dataset", "specimens", "--key", "id", "--at", "2020-01-01",
                    self.write("s.csv", "id,phylum,family\ns1,Mollusca,Corvidae\n"
                                        "s2,Mollusca,Unionidae\ns3,Chordata,Corvidae\n"))
        self.names = self.write("names.csv", f"{SPECIMENS},specimens\n"
                                "56e711e6-c847-4f99-915a-6894bb5c5dea,specimens\n")

    def bring_in(self, rows):
        path = self.write("rows.jsonl", "\n".join(
            row if isinstance(row, str) else json.dumps(row) for row in rows) + "\n")
        return json.loads(self.run_ok("identifiers", "import", "--json", "--names", self.names,
                                      path))

    def test_old_links_keep_working(self):
        told = self.bring_in(self.rows())
        self.assertEqual(told, {"added": 5, "there": 0, "bad": 0, "hashDiffers": 0,
                                "unknownResources": 2})
        self.assertEqual(self.bring_in(self.rows())["added"], 0)
        with self.served() as server:
            page = server.ask("/doi/10.5519/qd.bsucrxdz").text()
            self.assertIn("https://doi.org/10.5519/qd.bsucrxdz", page)
            self.assertIn("made by an earlier portal", page)
            self.assertIn("<dt>Records then</dt><dd>2</dd>", page)
            self.assertIn("<dt>Records now</dt><dd>2 ", page)
            self.assertIn("no digest was recorded", page)
            self.assertEqual(server.ask("/doi/10.5519/QD.BSUCRXDZ").status, 200)
            old = server.ask("/doi/10.5519/qd.old00000").text()
            self.assertIn("1 resource of this search is no longer here", old)
            self.assertIn("The search cannot be run again", old)
            for path in ("/search/double-chance-bear", "/search/specimens", "/s/specimens",
                         "/search/0b1d6b5e-6f8b-4f58-9a0e-111111111111"):
                answer = server.ask(path)
                self.assertEqual((answer.status, answer.headers["Location"]),
                                 (302, "/search?table=specimens"), path)
            slug = server.ask("/search/nice-beautiful-wolverine").headers["Location"]
            self.assertIn("version=1600000000000", slug)
            found = server.ask(slug).text()
            self.assertIn("Mollusca", found)
            search = server.ask("/search/10.5519/qd.bsucrxdz").headers["Location"]
            self.assertEqual(server.ask(search).status, 200)
            moved = server.ask("/doi/10.5519/0002965")
            self.assertEqual((moved.status, moved.headers["Location"]), (302, "/dataset/specimens"))
            self.assertIn("https://doi.org/10.5519/0002965",
                          server.ask("/api/v1/datasets/specimens/citation").text())

    def test_hashes_that_differ_and_bad_lines_are_told(self):
        rows = self.rows()
        rows[0]["query"] = {"search": "Mollusca"}
        rows[3]["version"] = 1600000000001
        rows += ["nonsense", json.dumps({"doi": "11.1/x", "query": {}}), json.dumps({"a": 1}),
                 json.dumps({"doi": "10.1/x", "query": {"filters": {"maybe": []}}})]
        told = self.bring_in(rows)
        self.assertEqual((told["added"], told["bad"], told["hashDiffers"]), (5, 4, 2))


if __name__ == "__main__":
    portal.main()
