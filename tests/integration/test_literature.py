# SPDX-License-Identifier: Apache-2.0
"""Publications that used what is here (rule G2): counted once by DOI, with graded evidence that is
never added together, down to the records where the evidence allows."""

import datetime
import json
import re
import subprocess
import unittest

import portal
from serving import MS, Museum, Server, address

HOSTILE = '<script>alert(1)</script> "\'&amp; \u202egnp.exe\x1b[31m\n</title>'


class LiteratureTest(unittest.TestCase):
    """Each test has a museum and a server of its own."""

    def setUp(self):
        self.museum = Museum()
        self.addCleanup(self.museum.remove)
        self.museum.make()
        self.server = Server(self.museum.data)
        self.addCleanup(self.server.errors.close)
        self.addCleanup(lambda: self.assertEqual(self.server.stop(), 0))

    def ask(self, path, **options):
        return self.server.ask(path, **options)

    def cli(self, *arguments):
        command = [portal.BINARY, arguments[0], "--data", str(self.museum.data),
                   *map(str, arguments[1:])]
        return subprocess.run(command, capture_output=True, text=True, timeout=120)

    def literature(self, verb, *arguments, expect=0):
        done = self.cli("literature", verb, *arguments)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return done.stdout

    def lines(self, *arguments):
        printed = self.literature("list", "--json", *arguments)
        return [json.loads(line) for line in printed.splitlines()]

    def publications(self, **parameters):
        answer = self.ask(address("/api/v1/publications", **parameters))
        self.assertEqual(answer.status, 200, answer.text())
        return answer.json()

    def main_of(self, path):
        text = self.ask(path, headers={"Accept": "text/html"}).text()
        return text[text.index("<main"):text.index("</main>")]

    def text_of(self, path):
        return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", self.main_of(path)))


class Publications(LiteratureTest):
    def test_rule_g2_a_publication_counts_once_by_doi(self):
        for spelling in ("10.1234/ABC", "https://doi.org/10.1234/abc", "doi:10.1234/Abc",
                         "http://dx.doi.org/10.1234/aBC"):
            self.literature("add", "--doi", spelling, "--title", "Crows", "--cites",
                            "/dataset/birds", expect=0 if spelling == "10.1234/ABC" else 4)
        found = self.publications()
        self.assertEqual(found["total"], 1)
        self.assertEqual(found["publications"][0]["doi"], "10.1234/abc")
        self.assertEqual(found["counts"], {"direct": 1, "gbif": 0, "both": 0})
        # Without a DOI: by what it is called.
        for _ in range(2):
            done = self.cli("literature", "add", "--title", "Ravens of the North", "--year", "1999",
                            "--cites", "b4")
        self.assertEqual(done.returncode, 4)
        self.assertEqual(self.publications()["total"], 2)

    def test_rule_g2_named_and_contained_are_numbers_of_their_own(self):
        made = self.ask(f"/api/v1/citations?family=Corvidae&version={MS[0]}", method="POST").json()
        whole = self.ask(f"/api/v1/citations?dataset=birds&version={MS[4]}", method="POST").json()
        for number in range(3):
            self.literature("add", "--doi", f"10.1/used{number}", "--cites", made["id"])
        self.literature("add", "--doi", "10.1/whole", "--cites",
                        f"https://x.example/cite/{whole['id']}")
        for number in range(2):
            self.literature("add", "--doi", f"10.1/named{number}", "--cites", "b4",
                            "--cites", made["id"])
        crow = self.text_of("/record/birds/b4")
        self.assertIn("named in 2 papers; in data used by 6", crow)
        self.assertIn("in data used by 1", self.text_of("/record/birds/b1"))
        self.assertNotIn("named in", self.text_of("/record/birds/b1"))
        self.assertNotIn("In the literature", self.text_of("/record/lichens/l1"))
        # b6 was removed and came back: the search of 2015 had it, and so has it still.
        self.assertIn("in data used by 6", self.text_of("/record/birds/b6"))
        found = self.publications(record="birds/b4")
        self.assertEqual(found["grades"], {"named": 2, "contained": 6, "estimated": 0,
                                           "dataset": 0})
        self.assertEqual(found["total"], 6)
        self.assertEqual(self.publications(record="birds/b4", grade="named")["total"], 2)
        self.assertEqual(self.publications(identifier=made["id"])["total"], 5)
        self.assertEqual(self.publications(dataset="birds")["total"], 6)
        self.assertEqual(self.publications(dataset="lichens")["total"], 0)
        self.assertIn("6 publications 6 direct, 0 through GBIF, 0 of them both",
                      self.text_of("/dataset/birds"))
        self.assertIn("6 publications", self.text_of("/statistics"))

    def test_rule_g2_a_record_that_came_later_was_not_in_the_data(self):
        whole = self.ask(f"/api/v1/citations?dataset=birds&version={MS[0]}", method="POST").json()
        gone = self.ask(f"/api/v1/citations?dataset=birds&version={MS[3]}", method="POST").json()
        self.literature("add", "--doi", "10.1/early", "--cites", whole["id"])
        self.literature("add", "--doi", "10.1/gone", "--cites", gone["id"])
        self.museum.birds("more.csv", ["b7,Pica pica,Corvidae,,1999,,,"], "2021-01-01T00:00:00Z")
        self.assertNotIn("in data used by", self.text_of("/record/birds/b7"))
        self.assertIn("in data used by 1", self.text_of("/record/birds/b6"))  # away in 2018
        self.assertIn("in data used by 2", self.text_of("/record/birds/b5"))

    def test_rule_g2_matches_by_text_wait_for_review(self):
        rows = ["occurrenceID,catalogNumber,institutionCode",
                "u:1,A.7,DEMO", "u:2,A.8,DEMO", "u:3,A.8,OTHER", "u:4,A.9,DEMO", "u:5,A.9,DEMO",
                "u:6,B.1,DEMO"]
        self.museum.vitrine("ingest", "--dataset", "numbers", "--key", "occurrenceID",
                            self.museum.write("numbers.csv", rows))
        self.literature("add", "--doi", "10.1/n", "--cites", "DEMO A.7", "--cites", "OTHER:A.8",
                        "--cites", "A.7", "--cites", "A.8", "--cites", "DEMO A.9", "--cites",
                        "DEMO X.1",
                        "--cites", "B.1")
        shown = self.lines("--state", "shown")
        self.assertEqual([(one["given"], one["target"].split("/")[1]) for one in shown],
                         [("DEMO A.7", "u:1"), ("OTHER:A.8", "u:3")])
        waiting = self.lines("--state", "waiting")
        self.assertEqual([one["given"] for one in waiting], ["A.8", "DEMO A.9", "DEMO X.1", "B.1"])
        self.assertEqual([one["of"] for one in waiting], ["unknown"] * 3 + ["record"])
        self.assertIn("2 records", waiting[0]["why"])
        self.assertIn("text", waiting[3]["why"])
        self.assertNotIn("named", self.text_of("/record/numbers/u:6"))
        self.literature("review", waiting[3]["id"], "accept")
        self.assertIn("named in 1 paper", self.text_of("/record/numbers/u:6"))
        self.literature("review", waiting[1]["id"], "refuse")
        self.literature("review", waiting[2]["id"], "accept", expect=2)
        self.literature("review", "4711", "accept", expect=1)
        self.literature("review", "x", "accept", expect=2)
        self.assertEqual(len(self.lines("--state", "shown")), 3)
        self.assertEqual(len(self.lines("--state", "refused")), 1)
        # What was decided stands when the same comes again.
        self.literature("add", "--doi", "10.1/n", "--cites", "DEMO A.9", expect=4)
        self.assertEqual(len(self.lines("--state", "refused")), 1)
        # What nothing had is found once it is here.
        self.museum.vitrine("ingest", "--dataset", "numbers", "--key", "occurrenceID",
                            self.museum.write("n2.csv", [rows[0], "u:9,X.1,DEMO"]))
        self.literature("add", "--doi", "10.1/n", "--cites", "DEMO X.1")
        self.assertEqual([one["given"] for one in self.lines("--state", "waiting")], ["A.8"])
        self.assertIn("named in 1 paper", self.text_of("/record/numbers/u:9"))

    def test_files_of_csl_json_and_csv(self):
        items = [
            {"DOI": "10.5/One", "type": "article-journal", "title": "One",
             "author": [{"family": "Smith", "given": "J."}, {"literal": "The House"}],
             "issued": {"date-parts": [[2019, 4]]}, "container-title": "Journal of Crows",
             "URL": "https://journal.example/1", "custom": {"cites": ["b1", "/dataset/lichens"]}},
            {"title": "", "type": "book"},
        ]
        path = self.museum.write("a.json", [json.dumps(items)])
        done = self.cli("literature", "import", path)
        self.assertIn("publication 2: it has neither a DOI nor a title", done.stderr)
        self.assertIn("1 publications read, 1 of them new; 2 pieces of evidence new; 1 left out",
                      done.stdout)
        rows = ["doi,title,authors,year,venue,cites",
                '10.5/ONE,"One, again",,2019,,b1 | b2',
                '10.5/two,"Two\n""quoted""",A; B,c. 2020,,b3']
        path = self.museum.write("b.csv", rows)
        self.literature("import", path)
        self.literature("import", path, expect=4)
        found = self.publications()
        self.assertEqual(found["total"], 2)
        two, one = found["publications"]
        self.assertEqual((two["title"], two["year"], two["authors"]),
                         ('Two "quoted"', 2020, "A; B"))
        self.assertEqual(one["authors"], "Smith, J.; The House")
        self.assertEqual(one["venue"], "Journal of Crows")
        self.assertEqual(sorted(x["label"] for x in one["evidence"]), ["b1", "b2", "lichens"])
        for bad, place in (("[1,", "line 1, column 3"), ("[{}\n ,{", "line 2, column 3"),
                           ("no,header\n1,2\n", ""), ("\0\0", "")):
            done = self.cli("literature", "import", self.museum.write("bad", [bad]))
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertIn(place, done.stderr)
        self.assertEqual(self.publications()["total"], 2)
        for parameters, total in (({"year": "2019"}, 1), ({"year": "2020.."}, 1),
                                  ({"year": "..2020"}, 2), ({"q": "CROWS smith"}, 1),
                                  ({"q": "crows nobody"}, 0), ({"route": "gbif"}, 0),
                                  ({"record": "birds/b1"}, 1)):
            self.assertEqual(self.publications(**parameters)["total"], total, parameters)
        for parameters in ({"year": "x"}, {"grade": "x"}, {"route": "x"}, {"record": "birds"},
                           {"nothing": "1"}, {"limit": "5000"}):
            self.assertEqual(self.ask(address("/api/v1/publications", **parameters)).status, 400)
        for parameters in ({"dataset": "x"}, {"record": "x/y"}, {"identifier": "zzzzzzzz"}):
            self.assertEqual(self.ask(address("/api/v1/publications", **parameters)).status, 404)

    def test_titles_of_strangers_stay_text(self):
        item = {"DOI": '10.5/"><script>x', "title": HOSTILE, "container-title": HOSTILE,
                "author": [{"literal": HOSTILE}], "URL": "javascript:alert(1)",
                "custom": {"cites": ["b1", HOSTILE]}}
        self.literature("import", self.museum.write("h.json", [json.dumps(item)]))
        for path in ("/publications", "/publications?record=birds/b1", "/de/publications",
                     address("/publications", q=HOSTILE)):
            text = self.ask(path).text()
            self.assertNotIn("<script>alert", text, path)
            self.assertNotIn("<script>x", text, path)
            self.assertNotIn("javascript:alert", text, path)
            self.assertNotIn("\x1b", text, path)
        printed = self.literature("list") + self.literature("list", "--state", "waiting")
        self.assertNotIn("\x1b", printed)
        self.assertEqual(len(printed.splitlines()), 4)

    def test_pages_change_with_the_literature_alone(self):
        paths = ["/record/birds/b1", "/dataset/birds", "/statistics", "/publications",
                 "/api/v1/publications"]
        tags = {}
        for path in paths:
            tags[path] = self.ask(path).headers["ETag"]
        for path in (paths[0], *paths[3:]):  # the others tell of use too
            again = self.ask(path, headers={"If-None-Match": tags[path]})
            self.assertEqual(again.status, 304, path)
        self.literature("add", "--doi", "10.5/x", "--cites", "b1")
        for path in paths:
            answer = self.ask(path, headers={"If-None-Match": tags[path]})
            self.assertEqual(answer.status, 200, path)
            self.assertTrue("10.5/x" in answer.text() or "1 publication" in answer.text() or
                            "named in" in answer.text(), path)

    def test_the_list_is_paged_and_searched_without_scripts(self):
        rows = ["doi,title,year,cites"] + [f"10.7/{n},Paper {n},{1900 + n},b1" for n in range(120)]
        self.literature("import", self.museum.write("many.csv", rows))
        first = self.main_of("/publications")
        self.assertEqual(first.count("https://doi.org/10.7/"), 50)
        self.assertIn("Paper 119", first)
        last = self.main_of("/publications?offset=100")
        self.assertEqual(last.count("https://doi.org/10.7/"), 20)
        self.assertIn('<form class="publication-filters" role="search" aria-label="Publications" '
                      'action="/publications" method="get">', first)
        self.assertEqual(self.main_of("/publications?q=paper&year=1950..1959&route=").count(
            "https://doi.org/10.7/"), 10)
        self.assertIn("Veröffentlichungen", self.main_of("/de/publications"))

    def test_the_report_tells_how_many_publications(self):
        self.literature("add", "--doi", "10.5/x", "--cites", "b1")
        self.literature("add", "--doi", "10.5/y", "--cites", "nothing here")
        agent = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0"}
        answer = self.ask("/api/v1/download?dataset=birds&format=csv", headers=agent)
        self.assertEqual(answer.status, 200)
        self.assertEqual(self.server.stop(), 0)
        month = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m")
        report = self.cli("report", "--month", month, "--json")
        self.assertEqual(json.loads(report.stdout)["publications"], 1, report.stdout)

    def test_rule_e2_publications_are_told_also_without_downloads(self):
        self.assertEqual(self.server.stop(), 0)
        report = self.cli("report", "--month", "2020-05")
        self.assertEqual(report.stdout, "May 2020: no data\n")
        self.assertNotIn("publications", json.loads(
            self.cli("report", "--month", "2020-05", "--json").stdout))
        self.literature("add", "--doi", "10.5/x", "--cites", "b1")
        report = self.cli("report", "--month", "2020-05")
        self.assertEqual(report.stdout, "May 2020: no data\n1 publication cites the data.\n")
        report = json.loads(self.cli("report", "--month", "2020-05", "--json").stdout)
        self.assertEqual((report["data"], report["publications"]), (False, 1))
        report = self.cli("report", "--month", "2020-05", "--format", "markdown")
        self.assertIn("**1** publication cites the data.", report.stdout)

    def test_a_damaged_register_is_told_and_not_made_anew(self):
        self.literature("add", "--doi", "10.5/x", "--cites", "b1")
        path = self.museum.data / "literature.sqlite"
        whole = path.read_bytes()
        path.write_bytes(b"x" * len(whole))
        done = self.cli("literature", "list")
        self.assertEqual(done.returncode, 1)
        self.assertIn("literature.sqlite", done.stderr)
        self.assertEqual(path.read_bytes(), b"x" * len(whole))
        path.write_bytes(whole)
        self.assertEqual(len(self.lines()), 2)
