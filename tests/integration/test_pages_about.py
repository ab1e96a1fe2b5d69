# SPDX-License-Identifier: Apache-2.0
"""What the pages about people, places and taxa gather, and how other pages lead to them."""

import json
import pathlib
import re
import unittest
import urllib.parse

from serving import Museum, Server

PEOPLE = [{"slug": "j-plover", "name": "J. F. Plover", "died": "1901"},
          {"slug": "o-hasel", "name": "Otto Hasel", "asWritten": ["O. T. Hasel"], "died": "1902"}]
PREPARATIONS = {0: "N7", 1: "Pinned|n7 |?", 2: "slide N7 | slide box"}
SPECIMENS = [
    # by, day, country, code, genus, epithet, identified by
    ("J. F. Plover", "1890-05-01", "United Kingdom", "GB", "Carabus", "britannicus", "A. Able"),
    ("J. F. Plover | O. T. Hasel", "1890-05-01", "United Kingdom", "GB", "Carabus", "auratus",
     "A. Able | B. Best"),
    ("o. t. hasel|j. f. plover | W. West", "1890-05-02", "Great Britain", "GB", "Carabus",
     "britannicus", ""),
    ("W. West", "1890-05-02", "U.K.", "GB", "Abax", "ater", ""),
    ("J. F. Plover Jr | W. West", "1891-05-02", "Brazil", "BR", "Abax", "ater", ""),
    ("Dr T. S. Brack", "1892", "brazil", "BR", "Abax", "parallelus", ""),
    ("Dr T. S. Brack", "1892", "Brazil", "BR", "Abax", "parallelus", ""),
    ("Brackholme", "1893", "Brazil", "", "Abax", "parallelus", ""),
]
FIELDS = ("recordedBy", "eventDate", "country", "countryCode", "genus", "specificEpithet",
          "identifiedBy")


def specimen(number, row):
    record = {"occurrenceID": f"s{number}", "class": "Insecta", "family": "Carabidae",
              **{name: value for name, value in zip(FIELDS, row) if value}}
    record["scientificName"] = f"{record['genus']} {record['specificEpithet']} Mill, 1800"
    if number in PREPARATIONS:
        record["preparations"] = PREPARATIONS[number]
    return json.dumps(record)


def plant(number):
    """The first thirty are alike, as plants of one sheet after the other are."""
    genus = "ABCDE"[max(0, number - 30) // 2] + "us"
    return json.dumps({
        "occurrenceID": f"p{number:02}", "class": "Plants", "genus": genus,
        "scientificName": f"{genus} vulgaris",
        "associatedMedia": [{"identifier": f"/media/{number}.jpg", "type": "StillImage"}]
    })


class AboutPages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.museum = Museum()
        cls.museum.vitrine("init", "--name", "Museum of Tests")
        cls.museum.vitrine("ingest", "--dataset", "beetles", "--key", "occurrenceID", "--kind",
                           "specimens", cls.museum.write("beetles.jsonl", [
                               specimen(i, row) for i, row in enumerate(SPECIMENS)] +
                               [plant(i) for i in range(40)]))
        cls.museum.vitrine("ingest", "--dataset", "lots", "--key", "id", "--kind", "index lots",
                           cls.museum.write("lots.jsonl", [json.dumps(
                               {"id": f"lot {i}", "scientificName": "Calosoma lot", "type": "Yes",
                                "vernacularName": "Violet ground beetle", "family": "Carabidae",
                                "taxonRank": "Species", "kindOfMaterial": "Dry", "year": 1900})
                               for i in range(2)]))
        site = pathlib.Path(cls.museum.data) / "site"
        site.mkdir()
        (site / "people.json").write_text(json.dumps(PEOPLE))
        cls.server = Server(cls.museum.data)

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        cls.museum.remove()

    def page(self, path, status=200):
        answer = self.server.ask(path, headers={"Accept": "text/html"})
        self.assertEqual(answer.status, status, path)
        return answer.text()

    def keys(self, parameters):
        answer = self.server.ask("/api/v1/records?" + parameters).json()
        return sorted(record["key"] for record in answer["records"])

    def test_a_name_is_found_as_one_part_of_a_list(self):
        self.assertEqual(self.keys("filter.part=recordedBy:J.%20F.%20PLOVER"), ["s0", "s1", "s2"])
        self.assertEqual(self.keys("filter.part=recordedBy:W.%20West"), ["s2", "s3", "s4"])
        self.assertEqual(self.keys("filter.part=recordedBy:Plover"), [])
        self.assertEqual(self.keys("filter.part=preparations:N7"), ["s0", "s1"])
        self.assertEqual(self.keys("filter.part=preparations:%3F"), ["s1"])
        self.assertEqual(self.keys("filter.part=preparations:pinned"), ["s1"])
        self.assertEqual(self.keys("filter.part=preparations:slide"), [])
        both = "filter.part=recordedBy:W.%20West&filter.part=recordedBy:J.%20F.%20Plover"
        self.assertEqual(len(self.keys(both)), 5)

    def test_a_person_has_the_records_that_name_them_in_a_list(self):
        page = self.page("/person/j-plover")
        self.assertIn("3 specimens", page)
        self.assertIn('<a href="/person/o-hasel">Otto Hasel</a> 2 records', page)
        self.assertIn('<a href="/search?filter.part=recordedBy%3AW.%20West">W. West</a> 1 record',
                      page)
        self.assertNotIn("Plover Jr", page)
        records = re.search(r'class="lead"><a href="([^"]+)"', page)[1].replace("&amp;", "&")
        self.assertEqual(urllib.parse.unquote(records),
                         "/search?filter.part=recordedBy:J. F. Plover")
        self.assertIn('href="/person/j-plover"', self.page(records))

    def test_each_of_several_people_is_a_link(self):
        page = self.page("/record/beetles/s2")
        for name, address in (("o. t. hasel", "o.%20t.%20hasel"), ("W. West", "W.%20West")):
            self.assertIn(f'<a class="filter" href="/search?filter.part=recordedBy%3A{address}">'
                          f'{name}</a>', page)
        self.assertIn("filter.part=identifiedBy%3AB.%20Best", self.page("/record/beetles/s1"))
#Rule I1 : who has a page is led to, nobody else.
        self.assertIn('href="/person/j-plover"', page)
        self.assertNotIn("/person/w", page)
#All of the day by any of them.
        self.assertIn('href="/search?eventDate=1890-05-02&amp;filter.part=recordedBy%3Ao.%20t.%20'
                      'hasel&amp;filter.part=recordedBy%3Aj.%20f.%20plover&amp;filter.part=recorded'
                      'By%3AW.%20West"', page)

    def test_a_country_is_its_code_however_it_is_spelled(self):
        for name in ("GB", "gb", "United%20Kingdom", "united%20kingdom", "U.K.", "Great%20Britain"):
            page = self.page("/country/" + name)
            self.assertIn("<h1>United Kingdom</h1>", page)
            self.assertIn('<a href="/search?countryCode=GB">4 specimens</a>', page)
            self.assertRegex(page, r'rel="canonical" href="[^"]*/country/GB"')
            self.assertIn('<a href="/search?country=Great%20Britain&amp;countryCode=GB">Great '
                          'Britain</a> 1 record', page)
            self.assertIn("U.K.</a> 1 record", page)
            # Nothing to say of the country that the page is about, or of its continent.
            self.assertNotIn('charts.by=country"', page)
            self.assertNotIn("charts.by=countryCode", page)
        self.assertIn("Wie die Eintr", self.page("/de/country/GB"))
        # One of the records has no code; where none had, names would count.
        brazil = self.page("/country/brazil")
        self.assertIn("<h1>Brazil</h1>", brazil)
        self.assertIn(">4 specimens</a>", brazil)
        records = re.search(r'class="lead"><a href="([^"]+)"', brazil)[1].replace("&amp;", "&")
        self.assertIn("4 specimens", self.page(records))
        self.page("/country/FR", 404)
        self.assertIn('class="about" href="/country/', self.page("/record/beetles/s3"))

    def test_a_species_is_found_without_a_field_of_species(self):
        page = self.page("/taxon/species/carabus%20britannicus")
        self.assertIn('<h1><i lang="la">Carabus britannicus</i></h1>', page)
        self.assertIn('href="/search?genus=carabus&amp;specificEpithet=britannicus">2 specimens',
                      page)
        self.assertIn('<a href="/taxon/genus/Carabus">Carabus</a>', page)
        self.assertIn("2 specimens", self.page("/taxon/species/"
                                               "Carabus%20britannicus%20Mill%2C%201800"))
        self.page("/taxon/species/Carabus%20nemo", 404)

    def test_headings_are_spelled_as_most_records_spell_them(self):
        page = self.page("/taxon/genus/carabus")
        self.assertIn('<h1><i lang="la">Carabus</i></h1>', page)
        self.assertRegex(page, r'rel="canonical" href="[^"]*/taxon/genus/Carabus"')

    def test_a_person_s_charts_say_nothing_of_the_person(self):
        self.assertIn("charts.by=", self.page("/person/j-plover"))
        self.assertNotIn("charts.by=recordedBy", self.page("/person/j-plover"))

    def test_species_and_records_lead_to_pages_of_taxa(self):
        page = self.page("/search?view=species&class=Insecta")
        self.assertIn('href="/taxon/scientificName/Abax%20ater%20Mill%2C%201800"', page)
        page = self.page("/record/beetles/s0")
        for address in ("genus/Carabus", "family/Carabidae", "class/Insecta",
                        "scientificName/Carabus%20britannicus%20Mill%2C%201800"):
            self.assertIn(f'class="about" href="/taxon/{address}"', page)
        self.assertIn('href="/taxon/genus/', self.page("/"))

    def test_pictures_are_of_many_kinds(self):
        page = self.page("/taxon/class/Plants")
        shown = re.findall(r'<li><a href="[^"]+"><img src="[^"]+" alt="([^"]+)"', page)
        self.assertEqual(len(shown), 8)
        self.assertEqual(len({name.split()[0] for name in shown}), 5)
        home = self.page("/")
        for genus in "ABCDE":
            self.assertIn(f'alt="{genus}us', home)

    def test_operators_and_common_names_where_nothing_is_found(self):
        page = self.page("/search?q=Abax+AND+NOT+parallelus")
        self.assertIn('<a href="/search?q=Abax%20parallelus">Abax parallelus</a> 3 records', page)
        self.assertIn("AND, OR and NOT count as words", page)
        self.assertNotIn("count as words", self.page("/search?q=Abax+parallelus"))
        self.assertNotIn("count as words", self.page("/search?q=Abax+nemo+and"))
        page = self.page("/search?q=grounds")
        self.assertIn('<a href="/search?vernacularName=Violet%20ground%20beetle">Violet ground '
                      'beetle</a> 2 records', page)
        self.assertNotIn("Common names", self.page("/search?q=nemo"))
        self.assertIn("sind hier Wörter", self.page("/de/search?q=Abax+AND+parallelus"))

    def test_a_lot_s_own_type_takes_no_column_of_type_status(self):
        def head(path):
            return " ".join(re.findall(r"<thead>.*?</thead>", self.page(path), re.S))
        self.assertIn("Kind of material", head("/search?q=lot"))
        self.assertNotIn("Holds types", head("/search?q=lot"))
        self.assertIn("Holds types, or kind of record", head("/search?q=lot&fields=type"))

    def suggested(self, typed):
        answer = self.server.ask("/api/v1/suggest/any?prefix=" + typed).json()
        return [one["text"] for one in answer["suggestions"]]

    def test_suggestions_know_the_words_of_values(self):
        self.assertEqual(self.suggested("brack"), ["Dr T. S. Brack", "Brackholme"])
        self.assertEqual(self.suggested("t.%20s.%20bra"), ["Dr T. S. Brack"])
        self.assertEqual(self.suggested("s.%20x.%20bra"), [])
        self.assertIn("Carabus britannicus Mill, 1800", self.suggested("britan"))
        self.assertEqual(self.suggested("rack"), [])


if __name__ == "__main__":
    unittest.main()
