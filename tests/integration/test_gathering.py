# SPDX-License-Identifier: Apache-2.0
"""Publications gathered from GBIF, DataCite and Crossref (rule G2), each played by a local server
that answers as they do, and as they should not."""

import json
import os
import re
import subprocess
import time
import unittest

import gathered
import portal
import registry
from gathered import BIRDS, LICHENS, OTHERS, attributes, download, equals, paper, work
from serving import MS, Museum, Server, address


class GatheringTest(unittest.TestCase):
    """Each test has a museum and a server elsewhere of its own."""

    def setUp(self):
        self.museum = Museum()
        self.addCleanup(self.museum.remove)
        self.museum.make()
        self.elsewhere = gathered.Elsewhere()
        self.addCleanup(self.elsewhere.close)
        self.settings()

    def settings(self, **more):
        (self.museum.data / "literature.json").write_text(
            json.dumps(self.elsewhere.settings(**more)))

    def cli(self, *arguments):
        command = [portal.BINARY, "literature", "--data", str(self.museum.data), "--json",
                   *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, timeout=120)

    def gather(self, *arguments, expect=0):
        done = self.cli("gather", *arguments)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def status(self, source):
        return next(one for one in map(json.loads, self.cli("status").stdout.splitlines())
                    if one["source"] == source)

    def evidence(self, state="shown"):
        return [json.loads(line) for line in self.cli("list", "--state", state).stdout.splitlines()]

    def serve(self):
        server = Server(self.museum.data)
        self.addCleanup(server.errors.close)
        self.addCleanup(lambda: self.assertEqual(server.stop(), 0))
        return server


class FromGbif(GatheringTest):
    def test_rule_g2_a_paper_that_cites_a_dataset_through_gbif(self):
        self.elsewhere.papers = {BIRDS: [paper(1), paper(2)], LICHENS: [paper(2)]}
        self.assertEqual(self.gather("gbif"), [{"source": "gbif", "dryRun": False, "asked": 2,
                                                "read": 3, "new": 2, "evidence": 3,
                                                "leftOut": 0}])
        found = self.evidence()
        self.assertEqual({(one["doi"], one["grade"], one["route"], one["source"], one["of"])
                          for one in found},
                         {("10.1111/paper.1", "dataset", "gbif", "gbif", "dataset"),
                          ("10.1111/paper.2", "dataset", "gbif", "gbif", "dataset")})
        answer = self.serve().ask(address("/api/v1/publications", dataset="birds")).json()
        self.assertEqual(answer["total"], 2)
        self.assertEqual(answer["counts"], {"direct": 0, "gbif": 2, "both": 0})
        one = answer["publications"][0]
        self.assertEqual((one["authors"], one["venue"], one["type"], one["year"]),
                         ("Smith1, A.; Jones, B.", "Journal of Biogeography", "article-journal",
                          2021))
        again = self.gather("gbif")[0]
        self.assertEqual((again["new"], again["evidence"]), (0, 0))

    def test_rule_g2_a_download_is_run_here_as_of_its_date(self):
        # b6 was removed in 2018 and back in 2019; b1 was in Norway until 2017.
        self.elsewhere.papers = {BIRDS: [paper(1, ["0001-16"]), paper(2, ["0002-18"]),
                                         paper(3, ["0001-16", "0002-18", "0003-14"])]}
        corvids = {"type": "and", "predicates": [equals("TAXON_KEY", "5235"),
                                                 equals("OCCURRENCE_STATUS", "PRESENT")]}
        self.elsewhere.species = {"5235": {"key": 5235, "rank": "FAMILY",
                                           "canonicalName": "Corvidae",
                                           "scientificName": "Corvidae"}}
        self.elsewhere.downloads = {
            "0001-16": download("0001-16", corvids),
            "0002-18": download("0002-18", corvids, "2018-06-01T00:00:00.000+00:00"),
            "0003-14": download("0003-14", corvids, "2014-06-01T00:00:00.000+00:00")}
        self.elsewhere.delivered = {"0001-16": {OTHERS: 90, BIRDS: 3}, "0002-18": {BIRDS: 2},
                                    "0003-14": {BIRDS: 3}}
        self.gather("gbif")
        found = {(one["doi"][-1], one["given"][-6:], one["grade"], one["why"])
                 for one in self.evidence()}
        self.assertEqual(found, {
            ("1", "001-16", "estimated", "3 records here; GBIF delivered 3"),
            ("2", "002-18", "estimated", "2 records here; GBIF delivered 2"),
            ("3", "001-16", "estimated", "3 records here; GBIF delivered 3"),
            ("3", "002-18", "estimated", "2 records here; GBIF delivered 2"),
            ("3", "003-14", "dataset", "nothing was here then")})
        server = self.serve()

        def count(**parameters):
            answer = server.ask(address("/api/v1/publications", **parameters))
            self.assertEqual(answer.status, 200, answer.text())
            return answer.json()["total"]
        self.assertEqual(count(record="birds/b4"), 3)
        self.assertEqual(count(record="birds/b6"), 2)  # of paper 2 it was not
        self.assertEqual(count(record="birds/b1"), 0)
        self.assertEqual(count(dataset="birds"), 3)
        self.assertEqual(count(dataset="birds", grade="estimated"), 3)
        page = server.ask("/record/birds/b6", headers={"Accept": "text/html"}).text()
        self.assertIn("in data used by 2", page)
        # Each download was asked for once, and is not when all is gathered again.
        asked = [path for path in self.elsewhere.paths() if "/download/" in path]
        self.assertEqual(len(asked), 6)
        self.elsewhere.asked.clear()
        self.gather("gbif")
        self.assertEqual([path for path in self.elsewhere.paths() if "/download/" in path], [])

    def test_rule_g2_what_finds_far_more_than_gbif_delivered_is_no_estimate(self):
        self.elsewhere.papers = {BIRDS: [paper(1, ["0001-16"])]}
        self.elsewhere.downloads = {"0001-16": download("0001-16", {
            "type": "and", "predicates": [equals("TAXON_KEY", "1"), equals("DATASET_KEY", BIRDS),
                                          equals("HAS_GEOSPATIAL_ISSUE", "false")]})}
        self.elsewhere.delivered = {"0001-16": {BIRDS: 2}}
        self.gather("gbif")
        one, = self.evidence()
        self.assertEqual(one["grade"], "dataset")
        self.assertIn("finds 15 records here; GBIF delivered 2", one["why"])
        self.assertIn("without TAXON_KEY 1, HAS_GEOSPATIAL_ISSUE false", one["why"])
        answer = self.serve().ask(address("/api/v1/publications", record="birds/b1")).json()
        self.assertEqual(answer["total"], 0)

    def test_rule_g2_occurrences_at_gbif_name_records(self):
        def occurrence(key, dataset, name):
            return {"key": key, "datasetKey": dataset, "occurrenceID": name,
                    "basisOfRecord": "PRESERVED_SPECIMEN", "gbifID": str(key)}
        self.elsewhere.occurrences = {"11": occurrence(11, BIRDS, "b4"),
                                      "12": occurrence(12, OTHERS, "b5"),
                                      "13": occurrence(13, BIRDS, "nothing here"),
                                      "14": {"x": []}}
        keys = [11, 12, 13, 14, 15, -1, "../16", "x" * 100, None, 1e300]
        self.elsewhere.papers = {BIRDS: [paper(1, gbifOccurrenceKey=keys)]}
        self.gather("gbif")
        self.assertEqual({(one["grade"], one["of"], one["route"], one["given"])
                          for one in self.evidence() + self.evidence("waiting")},
                         {("named", "record", "gbif", "b4"), ("dataset", "dataset", "gbif", BIRDS)})
        server = self.serve()
        self.assertIn("named in 1 paper", server.ask("/record/birds/b4").text())
        self.assertNotIn("named in", server.ask("/record/birds/b5").text())
        self.elsewhere.asked.clear()
        self.gather("gbif")
        self.assertEqual([path for path in self.elsewhere.paths() if "/occurrence/1" in path], [])

    def test_downloads_that_cannot_be_read_stop_nobody(self):
        deep = equals("YEAR", "1850")
        for _ in range(60):
            deep = {"type": "not", "predicate": deep}
        broken = {"a-1": deep, "a-2": {"type": "or"}, "a-3": [1], "a-4": {"type": "x"},
                  "a-5": {"type": "within", "geometry": "POLYGON((0 0,1 1))"}}
        self.elsewhere.papers = {BIRDS: [paper(1, [*broken, "a-6", "a-7", "../../x", "gone"])]}
        self.elsewhere.downloads = {key: download(key, predicate)
                                    for key, predicate in broken.items()}
        self.elsewhere.downloads["a-6"] = download("a-6", None, sql="SELECT 1")
        self.elsewhere.downloads["a-7"] = {"nothing": 1}
        self.elsewhere.delivered = {key: {BIRDS: 1} for key in self.elsewhere.downloads}
        self.gather("gbif")
        whys = {one["given"]: (one["grade"], one["why"]) for one in self.evidence()}
        self.assertEqual({grade for grade, _ in whys.values()}, {"dataset"})
        self.assertEqual(len(whys), 6)
        self.assertIn("cannot be read: more than 5000 predicates, or deeper than 48",
                      whys["10.15468/dl.a-1"][1])
        self.assertIn("and, or needs", whys["10.15468/dl.a-2"][1])
        self.assertIn("SQL", whys["10.15468/dl.a-6"][1])
        self.assertIn("cannot be run here", whys["10.15468/dl.a-5"][1])
        self.assertFalse([path for path in self.elsewhere.paths() if ".." in path])

    def test_page_by_page_and_on_from_where_it_was_stopped(self):
        self.elsewhere.papers = {BIRDS: [paper(n) for n in range(250)], LICHENS: [paper(300)]}
        self.elsewhere.moods = [None, None] + [500] * 5
        self.gather("gbif", expect=1)
        state = self.status("gbif")
        self.assertTrue(state["unfinished"])
        self.assertIn("answered 500", state["trouble"])
        self.assertEqual((state["read"], state["good"]), (200, ""))
        self.elsewhere.asked.clear()
        self.assertEqual(self.gather("gbif")[0]["read"], 51)
        self.assertEqual([path.split("&", 1)[1] for path in self.elsewhere.paths()],
                         ["limit=100&offset=200", "limit=100&offset=0"])
        state = self.status("gbif")
        self.assertFalse(state["unfinished"])
        self.assertEqual((state["trouble"] if "trouble" in state else ""), "")
        self.assertNotEqual(state["good"], "")

    def test_killed_in_the_middle_it_goes_on_behind_the_last_whole_page(self):
        self.elsewhere.papers = {BIRDS: [paper(n) for n in range(250)]}
        self.elsewhere.moods = [None, ("sleep", 2)]
        command = [portal.BINARY, "literature", "--data", str(self.museum.data), "gather", "gbif"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
            while not self.elsewhere.asked:
                time.sleep(0.02)
            time.sleep(0.5)
            running.kill()
        state = self.status("gbif")
        self.assertTrue(state["unfinished"])
        self.assertEqual((state["ended"], state["good"]), ("", ""))
        time.sleep(2)
        self.elsewhere.asked.clear()
        self.assertEqual(self.gather("gbif")[0]["read"], 150)
        self.assertIn("offset=100", self.elsewhere.paths()[0])
        self.assertEqual(len(self.evidence()), 250)

    def test_waits_when_it_is_told_to(self):
        self.elsewhere.papers = {BIRDS: [paper(1)]}
        self.elsewhere.moods = [429, 503, 500, "cut"]
        begun = time.monotonic()
        self.assertEqual(self.gather("gbif")[0]["new"], 1)
        self.assertGreater(time.monotonic() - begun, 2)  # Retry-After: 1, twice
        agent = self.elsewhere.asked[-1][2]["User-Agent"]
        self.assertRegex(agent, r"^Vitrine/[0-9.]+ \(https://data\.museum\.example; "
                                r"mailto:data@museum\.example\)$")

    def test_answers_that_are_none(self):
        self.elsewhere.papers = {BIRDS: [paper(1)]}
        for body in (b"", b"{", b"[]", b"null", b'{"results":1,"endOfRecords":true}', b"\xff\xfe",
                     b'{"results":[]}', b'{"results":[],"endOfRecords":"no"}',
                     b"[" * 100000):
            self.elsewhere.moods = [("body", body)]
            done = self.cli("gather", "gbif")
            self.assertEqual(done.returncode, 3, (body[:20], done.stderr))
            self.assertIn("answer", done.stderr)
        self.elsewhere.moods = [("body", b'{"results":[' + b" " * (33 << 20))] * 5
        self.gather("gbif", expect=1)
        self.elsewhere.moods = ["redirect"]
        done = self.cli("gather", "gbif")
        self.assertIn("no redirect is followed", done.stderr)
        self.assertNotIn("/elsewhere", self.elsewhere.paths())
        self.elsewhere.moods = [400]
        self.gather("gbif", expect=2)
        # Results that are broken are left out, and the others are kept.
        rows = [1, None, {}, {"title": 5, "identifiers": [], "authors": {}, "year": "x"},
                {"title": "\u0007Bell\n" + "x" * 50000, "identifiers": {"doi": "10.1/\u202e"},
                 "authors": [1, {}, {"lastName": 1}], "year": 1e300, "gbifDownloadKey": [5, {}]}]
        self.elsewhere.moods = [("body", json.dumps({"results": rows,
                                                     "endOfRecords": True}).encode())]
        tally = self.gather("gbif")[0]
        self.assertEqual((tally["read"], tally["leftOut"]), (1, 4))
        # A page that never ends does not go on for ever.
        self.elsewhere.moods = [("body", b'{"results":[],"endOfRecords":false}')]
        self.gather("gbif")

    def test_since_and_dry_run(self):
        self.elsewhere.papers = {BIRDS: [paper(1)]}
        tally = self.gather("gbif", "--since", "2021-02-03", "--dry-run")[0]
        self.assertEqual((tally["new"], tally["dryRun"]), (1, True))
        self.assertIn("&modified=2021-02-03,*&limit", self.elsewhere.paths()[0])
        self.assertEqual(self.evidence(), [])
        self.assertFalse(self.status("gbif")["gathered"])
        self.gather("gbif", "--since", "yesterday", expect=2)
        self.gather("nobody", expect=2)

    def test_settings_say_what_is_wrong(self):
        path = self.museum.data / "literature.json"
        for bad, word in (({"contact": ""}, "contact"), ({"gbif": {"publisher": "x"}}, "UUID"),
                          ({"gbif": {"api": "ftp://x"}}, "api"), ({"daily": ["x"]}, "daily"),
                          ({"datasets": {"birds": {"dois": ["x"]}}}, "dois"),
                          ({"datasets": {"birds": {"gbif": "x"}}}, "gbif"), ({"x": 1}, "known"),
                          ({"pause": -1}, "pause"), ({"pause": "x"}, "pause")):
            self.settings(**bad)
            done = self.cli("gather", "gbif")
            self.assertEqual(done.returncode, 3, bad)
            self.assertIn(word, done.stderr)
        path.write_text("[")
        self.gather("gbif", expect=3)
        path.unlink()
        self.gather("gbif", expect=1)
        self.assertEqual(self.elsewhere.asked, [])


class FromDataCite(GatheringTest):
    def test_rule_g2_contained_in_a_search_that_has_a_doi(self):
        house = registry.Registry()
        self.addCleanup(house.close)
        (self.museum.data / "datacite.json").write_text(json.dumps({
            "prefix": "10.5519", "repository": "HOUSE.PORTAL", "system": "production",
            "api": house.address, "site": "https://data.museum.example"}))
        os.environ["VITRINE_DATACITE_PASSWORD"] = "secret"
        self.addCleanup(os.environ.pop, "VITRINE_DATACITE_PASSWORD")
        server = self.serve()
        made = server.ask(f"/api/v1/citations?family=Corvidae&version={MS[0]}", method="POST")
        doi = f"10.5519/qd.{made.json()['id']}"
        for _ in range(100):
            if doi in house.dois:
                break
            time.sleep(0.05)
        self.elsewhere.dois = {doi: ["10.1111/paper.1"]}
        self.gather("datacite")
        one, = self.evidence()
        self.assertEqual((one["grade"], one["of"], one["route"]), ("contained", "search", "direct"))
        self.assertEqual(server.ask("/api/v1/publications?record=birds/b4").json()["total"], 1)
        self.assertEqual(server.ask("/api/v1/publications?record=birds/b1").json()["total"], 0)

    def test_rule_g2_what_cites_our_dois_is_direct_and_counts_once(self):
        self.elsewhere.dois = {"10.5519/birds": ["10.1111/Paper.1", "10.15468/dl.abcdef",
                                                 "10.5519/birds"]}
        self.elsewhere.works = {"10.5519/birds": [
            attributes("10.1111/paper.1", "https://doi.org/10.5519/BIRDS"),
            attributes("10.9/derived", "10.5519/birds", "IsDerivedFrom", publisher="Dryad"),
            attributes("10.9/said", "10.5519/birds", "IsReviewedBy"),
            attributes("10.15468/dl.123456", "10.5519/birds", "References")]}
        self.elsewhere.page = 2
        tally = self.gather("datacite")[0]
        self.assertEqual((tally["new"], tally["evidence"]), (2, 2))
        self.assertEqual({(one["doi"], one["route"], one["grade"]) for one in self.evidence()},
                         {("10.1111/paper.1", "direct", "dataset"),
                          ("10.9/derived", "direct", "dataset")})
        self.assertEqual(len(self.elsewhere.paths()), 3)  # the DOI, and two pages of works
        # The same paper through GBIF: one publication, both ways.
        self.elsewhere.papers = {BIRDS: [paper(1)]}
        self.gather("gbif")
        answer = self.serve().ask("/api/v1/publications").json()
        self.assertEqual((answer["total"], answer["counts"]),
                         (2, {"direct": 2, "gbif": 1, "both": 1}))
        one = next(p for p in answer["publications"] if p["doi"] == "10.1111/paper.1")
        self.assertEqual(one["title"], "Work 10.1111/paper.1")  # DataCite's stands over GBIF's
        self.assertEqual(one["authors"], "Smith, J.; The House")

    def test_a_doi_of_another_agency_and_broken_works(self):
        self.elsewhere.works = {"10.5519/birds": [
            {"doi": "10.5/x", "relatedIdentifiers": [5, {"relatedIdentifier": "10.5519/birds",
                                                         "relationType": "Cites"}],
             "titles": {}, "creators": [1, {}], "publicationYear": "2020", "publisher": "P"},
            {"doi": "no DOI"}]}
        self.assertEqual(self.gather("datacite")[0]["leftOut"], 1)
        one, = self.evidence()
        self.assertEqual((one["doi"], "title" in one), ("10.5/x", False))
        for body in (b"[]", b'{"data":[]}', b'{"data":{"id":"x"}}', b"{}"):
            self.elsewhere.moods = [("body", body)]
            self.gather("datacite", expect=3)
        self.elsewhere.moods = [None, ("body", b'{"data":{}}')]
        self.gather("datacite", expect=3)

    def test_since_is_asked_for(self):
        self.gather("datacite", "--since", "2024-01-31")
        self.assertIn("updated%3A%5B2024-01-31%20TO%20%2A%5D", self.elsewhere.paths()[-1])


class FromCrossref(GatheringTest):
    def test_rule_g2_relations_and_references_of_crossref(self):
        self.elsewhere.related = {"10.5519/birds": [
            work("10.2/related", relation={"is-supplemented-by": [
                {"id-type": "doi", "id": "10.5519/Birds", "asserted-by": "subject"}]}),
            work("10.2/other", relation={"cites": [{"id-type": "doi", "id": "10.3/y"}]})]}
        # A paper that GBIF told of has our DOI among its references.
        self.elsewhere.papers = {LICHENS: [paper(7), paper(8)]}
        self.elsewhere.messages = {"10.1111/paper.7": work("10.1111/PAPER.7", reference=[
            {"key": "r1", "DOI": "10.5519/BIRDS", "doi-asserted-by": "publisher"},
            {"key": "r2", "unstructured": "A book"}, 5, {"DOI": 7}])}
        self.gather("gbif")
        tally = self.gather("crossref")[0]
        self.assertEqual((tally["new"], tally["evidence"]), (1, 2))
        self.assertEqual({(one["doi"], one["route"], one["source"]) for one in self.evidence()},
                         {("10.2/related", "direct", "crossref"),
                          ("10.1111/paper.7", "direct", "crossref"),
                          ("10.1111/paper.7", "gbif", "gbif"), ("10.1111/paper.8", "gbif", "gbif")})
        answer = self.serve().ask("/api/v1/publications?q=crows").json()
        self.assertEqual({one["title"] for one in answer["publications"]},
                         {"Article 10.2/related", "Article 10.1111/PAPER.7"})
        self.assertTrue(all("mailto=data%40museum.example" in path
                            for path in self.elsewhere.paths() if path.startswith("/crossref")))
        # What is told, or is not Crossref's, is not asked for again.
        self.elsewhere.asked.clear()
        self.gather("crossref")
        self.assertEqual(len(self.elsewhere.paths()), 2)

    def test_rule_g2_data_citations_of_crossref(self):
        self.elsewhere.page = 2
        self.elsewhere.citing = {"10.5519/birds": [
            ("10.2/One", "references"), ("10.2/two", "is-supplemented-by"),
            ("10.5519/BIRDS", "references"), ("no doi", "references"), ("10.2/five", "cites")]}
        self.elsewhere.messages = {"10.2/one": work("10.2/One")}
        tally = self.gather("crossref", "--since", "2026-01-20")[0]
        self.assertEqual((tally["new"], tally["evidence"]), (3, 3))
        self.assertEqual({(one["doi"], one["route"], one["source"]) for one in self.evidence()},
                         {(f"10.2/{name}", "direct", "crossref")
                          for name in ("one", "two", "five")})
        asked = [path for path in self.elsewhere.paths() if "/beta/" in path]
        self.assertEqual(len(asked), 3)
        self.assertTrue(all("object-id=10.5519%2Fbirds" in path and "mailto=" in path and
                            "from-created-date=2026-01-20T00%3A00%3A00" in path
                            for path in asked))
        answer = self.serve().ask("/api/v1/publications?q=crows").json()
        self.assertEqual([one["title"] for one in answer["publications"]], ["Article 10.2/One"])

    def test_a_beta_that_goes_is_no_trouble(self):
        for has_beta, mood in ((False, []), (True, [None, ("body", b'{"message": 5}')])):
            self.elsewhere.has_beta, self.elsewhere.moods = has_beta, mood
            self.gather("crossref")
            self.assertNotIn("trouble", self.status("crossref"))

    def test_all_sources_in_one_and_a_stop_between(self):
        self.elsewhere.papers = {BIRDS: [paper(n) for n in range(30)]}
        lines = self.gather()
        self.assertEqual([one["source"] for one in lines], ["gbif", "datacite", "crossref"])
        self.elsewhere.asked.clear()
        self.elsewhere.moods = [("body", b"{}")]
        self.gather("crossref", expect=3)
        self.assertIn("no list of works", self.status("crossref")["trouble"])
        self.gather("crossref")
        self.assertNotIn("trouble", self.status("crossref"))


class ByTheServer(GatheringTest):
    def wait_for(self, what):
        for _ in range(200):
            if what():
                return
            time.sleep(0.05)
        self.fail("it was waited for in vain")

    def test_a_server_gathers_once_a_day_what_it_is_told_to(self):
        self.elsewhere.papers = {BIRDS: [paper(n) for n in range(3)]}
        self.settings(daily=["gbif"])
        server = self.serve()
        self.wait_for(lambda: self.status("gbif")["good"])
        answer = server.ask("/api/v1/publications").json()
        self.assertEqual(answer["total"], 3)
        self.assertFalse(self.status("datacite")["gathered"])
        self.assertEqual(server.stop(), 0)
        # Another day has not come.
        self.elsewhere.asked.clear()
        again = Server(self.museum.data)
        time.sleep(0.5)
        self.assertEqual(again.stop(), 0)
        again.errors.close()
        self.assertEqual(self.elsewhere.asked, [])

    def test_stopping_does_not_wait_for_the_end(self):
        self.elsewhere.papers = {BIRDS: [paper(n) for n in range(500)]}
        self.settings(daily=["gbif"], pause=5)
        server = self.serve()
        self.wait_for(lambda: self.elsewhere.asked)
        begun = time.monotonic()
        self.assertEqual(server.stop(), 0)
        self.assertLess(time.monotonic() - begun, 4)
        self.assertTrue(self.status("gbif")["unfinished"])

    def test_settings_that_are_wrong_stop_no_server(self):
        (self.museum.data / "literature.json").write_text("{")
        self.assertEqual(self.serve().ask("/healthz").status, 200)


class ThePage(GatheringTest):
    def page(self, server, path="/publications", **parameters):
        answer = server.ask(address(path, **parameters), headers={"Accept": "text/html"})
        self.assertEqual(answer.status, 200)
        text = answer.text()
        return text[text.index("<main"):text.index("</main>")]

    def test_it_says_when_nothing_is_known(self):
        server = self.serve()
        page = self.page(server)
        self.assertIn("No publication is known.", page)
        self.assertNotIn("<form", page)

    def test_rule_g2_every_number_leads_to_what_it_counts(self):
        corvids = equals("FAMILY_KEY", "5235")
        self.elsewhere.species = {"5235": {"key": 5235, "rank": "FAMILY",
                                           "canonicalName": "Corvidae"}}
        self.elsewhere.papers = {BIRDS: [paper(1, ["0001-16"]), paper(2, year=2019)],
                                 LICHENS: [paper(2, year=2019), paper(3, year=2018)]}
        self.elsewhere.downloads = {"0001-16": download("0001-16", corvids)}
        self.elsewhere.delivered = {"0001-16": {BIRDS: 3}}
        self.elsewhere.dois = {"10.5519/birds": ["10.1111/paper.1", "10.9/direct"]}
        self.gather("gbif")
        self.gather("datacite")
        server = self.serve()
        page = self.page(server)
        links = dict(re.findall(r'<li><a href="([^"]+)">(\d+) ', page))
        self.assertEqual(links, {"/publications?route=direct": "2", "/publications?route=gbif": "3",
                                 "/publications?grade=estimated": "1",
                                 "/publications?grade=dataset": "4"})
        self.assertIn("<b>4 publications</b>", page)
        self.assertIn("1 of them both", page)
        for path, count in links.items():
            narrowed = self.page(server, path)
            self.assertIn(f"<b>{count} publication", narrowed)
            self.assertEqual(narrowed.count('<span class="badge">'), int(count), path)
        # A number of a narrowed list stays in it.
        narrowed = self.page(server, year="2019..2021", dataset="birds", offset="0")
        self.assertIn("<b>2 publications</b>", narrowed)
        self.assertIn('href="/publications?dataset=birds&amp;route=gbif&amp;year=2019..2021"',
                      narrowed)
        self.assertIn('<option value="birds" selected>Birds of the North (3)</option>', narrowed)
        self.assertIn('<option value="lichens">', narrowed)
        self.assertIn("Birds of the North, 10.15468/dl.001-16", page)
        self.assertIn('href="https://www.gbif.org/occurrence/download/0001-16"', page)
        self.assertRegex(page, r"Last gathered: GBIF .*\d{4}.*DataCite .*\d{4}")
        empty = self.page(server, year="1900")
        self.assertIn("No publication that is known fits this.", empty)
        self.assertIn('<a href="/publications">All publications</a>', empty)
        german = self.page(server, "/de/publications")
        self.assertIn("4 Veröffentlichungen", german)
        self.assertIn("nutzte", german)


if __name__ == "__main__":
    unittest.main()
