# SPDX-License-Identifier: Apache-2.0
"""Pages about a taxon, a country, an interval, a person."""

import json
import pathlib
import re
import unittest

from serving import Museum, Server

PEOPLE = [
    {"slug": "john-smith", "name": "John Smith", "asWritten": ["Smith, J."], "died": "1899",
     "wikidata": "Q1", "about": "Saw <b>birds</b>."},
    {"slug": "may-jones", "name": "May Jones", "asWritten": ["Jones"]},
    {"slug": "ann-agreed", "name": "Ann Agreed", "asWritten": ["Jones"],
     "orcid": "0000-0002-1825-0097", "agreed": "2026-01-01"},
    {"slug": "with-drawn", "name": "With Drawn", "died": "1900", "withdrawn": True},
]


class Portraits(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.museum = Museum()
        cls.museum.make()
        accepted = "Turdus philomelos Brehm, 1831"
        names = [(accepted, accepted), ("Turdus ericetorum", accepted),
                 ("Turdus ericetorum", accepted), ("Turdus fuscus", "Turdus obsoletus")]
        cls.museum.vitrine("ingest", "--dataset", "thrushes", "--key", "taxonID", "--kind",
                           "checklist", cls.museum.write("thrushes.jsonl", [
                               json.dumps({"taxonID": f"t{i}", "scientificName": name,
                                           "acceptedNameUsage": of}, ensure_ascii=False)
                               for i, (name, of) in enumerate(names)]))
        # Two checklists that give the same identifiers to other names.
        cls.checklist("grasses", [("1", "Poa annua", "1"), ("2", "Poa infirma", "1"),
                                  ("3", "Poa triangularis", "1"), ("4", "Poa orphana", "99"),
                                  ("5", "Poa crispa", "")])
        cls.checklist("sedges", [("1", "Carex nigra", ""), ("2", "Carex fusca", "1"),
                                 ("7", "Poa annua", "8"), ("8", "Ochlopoa annua", "8")])
        site = pathlib.Path(cls.museum.data) / "site"
        site.mkdir()
        (site / "people.json").write_text(json.dumps(PEOPLE))
        cls.server = Server(cls.museum.data)

    @classmethod
    def checklist(cls, slug, taxa):
        rows = [json.dumps({"taxonID": taxon, "scientificName": name, "acceptedNameUsageID": of})
                for taxon, name, of in taxa]
        cls.museum.vitrine("ingest", "--dataset", slug, "--key", "taxonID", "--kind", "checklist",
                           cls.museum.write(f"{slug}.jsonl", rows))

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        cls.museum.remove()

    def page(self, path, status=200):
        answer = self.server.ask(path, headers={"Accept": "text/html"})
        self.assertEqual(answer.status, status, path)
        return answer.text()

    def total(self, parameters):
        return self.server.ask("/api/v1/records?limit=0&" + parameters).json()["total"]

    def test_a_taxon(self):
        page = self.page("/taxon/family/corvidae")
        self.assertGreater(self.total("family=corvidae"), 0)
        self.assertIn('href="/search?family=corvidae"', page)
        self.assertIn("<h1>Corvidae</h1>", page, "as the records spell it")
        self.assertIn('rel="canonical"', page)
        self.assertNotIn('content="noindex"', page)
        name = self.page("/taxon/scientificName/Turdus%20pilaris")
        self.assertIn('<h1><i lang="la">Turdus pilaris</i></h1>', name)
        self.assertIn('<a href="/taxon/family/', name, "the classification leads up")

    def test_accepted_names_and_synonyms_are_followed(self):
        page = self.page("/taxon/scientificName/Turdus%20philomelos%20Brehm,%201831")
        self.assertIn('<h2 id="synonyms-title">Synonyms</h2>', page)
        self.assertIn('<a href="/taxon/scientificName/Turdus%20ericetorum"><i lang="la">Turdus '
                      'ericetorum</i></a> 2 records', page)
        self.assertNotIn("accepted-title", page)  # it is accepted itself
        page = self.page("/taxon/scientificName/Turdus%20ericetorum")
        self.assertIn('<h2 id="accepted-title">Accepted name</h2>', page)
        self.assertIn('<a href="/taxon/scientificName/Turdus%20philomelos%20Brehm%2C%201831">',
                      page)
        self.assertNotIn("synonyms-title", page)
        # A name that no record bears has no page: a search for who refers to it.
        page = self.page("/taxon/scientificName/Turdus%20fuscus")
        self.assertIn('<a href="/search?acceptedNameUsage=Turdus%20obsoletus">', page)
        self.assertIn("Synonyme", self.page(
            "/de/taxon/scientificName/Turdus%20philomelos%20Brehm,%201831"))
        self.assertNotIn("synonyms-title", self.page("/taxon/scientificName/Turdus%20pilaris"))

    def names_in(self, name, section):
        """The names that a section of a name's page lists, with the counts beside them."""
        page = self.page(f"/taxon/scientificName/{name.replace(' ', '%20')}")
        if f'id="{section}-title"' not in page:
            return []
        part = page.split(f'id="{section}-title"', 1)[1].split("</ul>", 1)[0]
        return re.findall(r'<i lang="la">([^<]*)</i></a>\s*([^<]*?)\s*</li>', part)

    def test_accepted_names_are_followed_by_identifier_within_a_dataset(self):
        self.assertEqual(self.names_in("Poa infirma", "accepted"), [("Poa annua", "1 record")])
        self.assertEqual(self.names_in("Poa infirma", "synonyms"), [])
        self.assertEqual(self.names_in("Carex fusca", "accepted"), [("Carex nigra", "1 record")])
        self.assertEqual(self.names_in("Carex nigra", "synonyms"), [("Carex fusca", "1 record")])
        # In one checklist it is accepted, in the other it stands for another name.
        self.assertEqual(self.names_in("Poa annua", "accepted"), [("Ochlopoa annua", "1 record")])
        self.assertEqual(sorted(self.names_in("Poa annua", "synonyms")),
                         [("Poa infirma", "1 record"), ("Poa triangularis", "1 record")])
        for name in ("Poa orphana", "Poa crispa"):  # an identifier that nothing has, and none
            self.assertEqual(self.names_in(name, "accepted"), [], name)
        # A name is a link to its page.
        self.assertIn('<a href="/taxon/scientificName/Poa%20annua">',
                      self.page("/taxon/scientificName/Poa%20infirma"))

    def test_what_is_not_there(self):
        for path in ("/taxon/family/Nosuch", "/taxon/tribe/Apini", "/country/Atlantis",
                     "/geological-time/Yesterday", "/person/nobody", "/taxon/family/%3Cscript%3E"):
            page = self.page(path, 404)
            self.assertNotIn("<script>", page.replace('<script type="module"', ""))

    def test_messages_are_in_the_language_of_the_page(self):
        for path, status, message in (
                ("/de/taxon/tribe/Apini", 404, "diesen Rang gibt es nicht; es gibt kingdom"),
                ("/de/country/Atlantis", 404, "kein Eintrag gehört zu &quot;Atlantis&quot;"),
                ("/de/country/%7B%7D", 404, "kein Eintrag gehört zu &quot;{}&quot;"),
                ("/de/dataset/brids", 404, "es gibt keinen Datensatz &quot;brids&quot;"),
                ("/de/search?nosuchfield=x", 200,
                 "keine der befragten Tabellen hat ein Feld &quot;nosuchfield&quot;"),
                ("/country/Atlantis", 404, "no record is of &quot;Atlantis&quot;")):
            self.assertIn(message, self.page(path, status), path)

    def test_a_country_as_of_a_past_moment(self):
        page = self.page("/country/Norway")
        self.assertIn("<h1>Norway</h1>", page)
        past = self.page("/country/Norway?version=2015-12-31")
        self.assertIn("/search?country=Norway&amp;version=", past)
        self.assertIn('content="noindex"', past)

    def test_rule_I1_only_the_dead_and_those_who_agreed_have_pages(self):
        page = self.page("/person/john-smith")
        self.assertIn("<h1>John Smith</h1>", page)
        self.assertIn("1899", page)
        self.assertIn("https://www.wikidata.org/wiki/Q1", page)
        self.assertNotIn("<b>birds</b>", page)
        self.assertIn("Ann Agreed", self.page("/person/ann-agreed"))
        for slug in ("may-jones", "with-drawn"):
            self.assertIn("agreed to it", self.page("/person/" + slug, 404))

    def test_rule_I1_any_other_name_is_a_search_that_says_so(self):
        page = self.page("/search?recordedBy=Other%2C+O.")
        self.assertIn("may be several people", page)
        self.assertIn('content="noindex"', page)
        known = self.page("/search?recordedBy=Smith%2C+J.")
        self.assertIn('href="/person/john-smith"', known)
        self.assertNotIn("may be several people", known)

    def test_a_search_for_one_taxon_leads_to_its_page(self):
        self.assertIn('href="/taxon/family/Corvidae"', self.page("/search?family=Corvidae"))
        self.assertNotIn('href="/taxon/', self.page("/search?family=Corv*"))


class ChangedPeople(unittest.TestCase):
    def setUp(self):
        self.museum = Museum()
        self.museum.make()
        self.addCleanup(self.museum.remove)
        self.site = pathlib.Path(self.museum.data) / "site"
        self.site.mkdir()

    def ask(self, people, path, etag=None):
        (self.site / "people.json").write_text(json.dumps(people))
        headers = {"Accept": "text/html", "Host": "museum.example"}
        if etag is not None:
            headers["If-None-Match"] = etag
        server = Server(self.museum.data)
        try:
            return server.ask(path, headers=headers)
        finally:
            server.stop()

    def test_rule_I1_a_browser_does_not_keep_what_was_corrected_or_withdrawn(self):
        first = self.ask(PEOPLE, "/person/john-smith")
        self.assertEqual(first.status, 200)
        etag = first.headers["ETag"]
        self.assertEqual(self.ask(PEOPLE, "/person/john-smith", etag).status, 304)
        corrected = [dict(PEOPLE[0], about="Saw bats.")] + PEOPLE[1:]
        again = self.ask(corrected, "/person/john-smith", etag)
        self.assertEqual(again.status, 200)
        self.assertIn("Saw bats.", again.text())
        withdrawn = [dict(PEOPLE[0], withdrawn=True)] + PEOPLE[1:]
        self.assertEqual(self.ask(withdrawn, "/person/john-smith", etag).status, 404)


class WrongPeople(unittest.TestCase):
    def test_a_wrong_file_stops_the_server_with_a_word(self):
        museum = Museum()
        museum.make()
        self.addCleanup(museum.remove)
        site = pathlib.Path(museum.data) / "site"
        site.mkdir()
        for text, words in (("[", "line 1"), ("{}", "list"), ('[{"name": "A"}]', "entry 1"),
                            ('[{"slug": "a", "name": "A", "asWritten": [7]}]', "asWritten"),
                            ('[{"slug": "a", "name": "A"}, {"slug": "a", "name": "B", "died": "1"},'
                             ' {"slug": "a", "name": "C", "died": "1"}]', "entry 3")):
            (site / "people.json").write_text(text)
            with self.assertRaises(AssertionError) as caught:
                Server(museum.data).stop()
            self.assertIn(words, str(caught.exception), text)


if __name__ == "__main__":
    unittest.main()
