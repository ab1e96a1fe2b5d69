# SPDX-License-Identifier: Apache-2.0
"""Citations at their addresses (rules G1 and F1), read by programs that keep references."""

import html
import json
import re
import unittest

from readers import reader
from serving import MS, ServedTest

FORMATS = ("text", "bibtex", "ris", "csl")
PATHS = ("/api/v1/datasets/birds/citation", "/api/v1/records/birds/b1/citation",
         "/api/v1/records/birds/citation?key=..")


class Citations(ServedTest):
    def citation(self, path, name, **headers):
        answer = self.ask(f"{path}{'&' if '?' in path else '?'}format={name}", **headers)
        self.assertEqual(answer.status, 200, answer.text())
        return answer.text()

    def test_rule_f1_no_format_claims_a_registration(self):
        for path in PATHS:
            for name in FORMATS:
                text = self.citation(path, name)
                self.assertIn(f"http://127.0.0.1:{self.server.port}/", text)
                self.assertNotIn("doi", text.lower())
                self.assertNotIn("10.", text)

    def test_rule_g1_a_record_at_a_version(self):
        path = f"/api/v1/records/birds/b1/citation?version={MS[0]}"
        text = self.citation(path, "text")
        self.assertIn("b1, Turdus merula. In: Curator A. (2015). Birds of the North [Data set]. "
                      "Version 2015-03-01. Museum of Tests. http://", text)
        self.assertIn(f"/record/birds/b1/{MS[0]}. Accessed ", text)
        item = json.loads(self.citation(path, "csl"))[0]
        self.assertEqual(item["issued"], {"date-parts": [[2015, 3, 1]]})
        self.assertEqual(item["author"], [{"literal": "Curator A."}])
        self.assertEqual(item["container-title"], "Birds of the North")

    def test_rule_g1_a_search_at_a_version(self):
        path = f"/api/v1/citation?family=Corvidae&year=1855..1900&version={MS[0]}"
        text = self.citation(path, "text")
        self.assertIn("Museum of Tests (2015). 2 records from 1 dataset: Family: Corvidae; Year: "
                      "1855..1900 [Data set]. http://", text)
        self.assertIn(f"/search?family=Corvidae&version={MS[0]}&year=1855..1900", text)
        none = self.citation("/api/v1/citation?family=X", "csl")
        self.assertIn("0 records from 0 datasets", none)
        self.assertIn(": all records ", self.citation("/api/v1/citation", "text"))
        self.assert_problem(self.ask("/api/v1/citation?nonsense=1"), 400, "nonsense")
        self.assert_problem(self.ask("/api/v1/citation?sort=year"), 400, "sort")

    def test_what_cannot_be_cited(self):
        self.assert_problem(self.ask(PATHS[0] + "?format=word"), 400, "format")
        self.assert_problem(self.ask("/api/v1/records/birds/none/citation"), 404)
        self.assert_problem(self.ask("/api/v1/datasets/none/citation"), 404)
        self.assert_problem(self.ask(f"/api/v1/records/birds/b6/citation?version={MS[3]}"), 410)

    def test_pages_lead_to_all_formats(self):
        for page, path in (("/dataset/birds", PATHS[0]), ("/record/birds/b1", PATHS[1])):
            text = self.ask(page).text()
            for name in FORMATS[1:]:
                self.assertIn(f'href="{path}?format={name}&amp;version=', text)

    def test_rule_g1_a_search_page_leads_to_its_citation_at_its_version(self):
        text = self.ask(f"/search?family=Corvidae&view=list&sort=-year&version={MS[0]}").text()
        links = re.findall(r'href="(/api/v1/citation[^"]*)"', text)
        self.assertEqual(len(links), len(FORMATS), text[-3000:])
        for link, name in zip(links, FORMATS):
            link = html.unescape(link)
            self.assertEqual(link, f"/api/v1/citation?family=Corvidae&format={name}"
                                   f"&version={MS[0]}")
            self.assertIn("3 records from 1 dataset: Family: Corvidae", self.ask(link).text())
        newest = self.ask("/search?q=corvus").text()
        self.assertIn(f"format=csl&amp;version={MS[4]}", newest)  # pinned, also of the newest
        self.assertNotIn("/api/v1/citation", self.ask("/search?q=nothingatall").text())

    def test_rule_g1_pybtex_reads_bibtex(self):
        database = reader("pybtex.database")
        for path in PATHS:
            entries = database.parse_string(self.citation(path, "bibtex"), "bibtex").entries
            entry = next(iter(entries.values()))
            self.assertEqual(entry.fields["year"], "2019")
            self.assertEqual([p.last_names for p in entry.persons["author"]], [["{Curator A.}"]])

    def test_rule_g1_rispy_reads_ris(self):
        rispy = reader("rispy")
        for path in PATHS:
            entry = rispy.loads(self.citation(path, "ris"))[0]
            self.assertEqual(entry["type_of_reference"], "DATA")
            self.assertEqual(entry["authors"], ["Curator A."])

    def test_rule_g1_citeproc_reads_csl(self):
        source = reader("citeproc.source.json")
        for path in PATHS:
            items = json.loads(self.citation(path, "csl"))
            self.assertIn(items[0]["id"].lower(), source.CiteProcJSON(items))


if __name__ == "__main__":
    unittest.main()
