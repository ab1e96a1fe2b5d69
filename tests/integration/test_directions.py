# SPDX-License-Identifier: Apache-2.0
"""Texts that change the direction of writing turn nothing that stands beside them, on any page."""

import html
import html.parser
import json
import re

from serving import ServedTest, quoted

# Turns what follows round; ends the isolate around it first, by its sign and by a paragraph; leaves
# an isolate open.
TURNED = "\u202eEvil\u2069\u202e\u2029\u202ename\u2067"
# As pages have it: what ends an isolate gone, what was left open closed. Lines make it a blank.
HELD = "\u202eEvil\ufffd\u202e[\ufffd ]\u202ename\u2067\u2069"
CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069\u2029\u0085]")

ROWS = [
    {"id": f"r{i}", "scientificName": TURNED, "family": TURNED, "genus": TURNED, "country": TURNED,
     "locality": TURNED, "recordedBy": TURNED, "typeStatus": TURNED, "catalogNumber": TURNED,
     "collectionCode": TURNED, "sex": TURNED, TURNED: "a name of a field", "year": 1900 + i,
     "identificationQualifier": TURNED, "decimalLatitude": 1, "decimalLongitude": i,
     "eventDate": f"190{i}-06-01", "previousIdentifications": TURNED,
     "Identification": [{"scientificName": TURNED, "identifiedBy": TURNED}],
     "associatedMedia": [{"identifier": "https://demo.example/1.jpg", "type": "StillImage",
                          "title": TURNED, "creator": TURNED, "license": TURNED}]}
    for i in range(3)]
ASKED = f"family={quoted(TURNED)}&table=turned"


class Runs(html.parser.HTMLParser):
    """Runs of text that no element's edge but a place to break divides, with what they stand in."""

    def __init__(self, text):
        super().__init__()
        self.inside = []
        self.runs = [["", False]]
        self.feed(text)

    def cut(self):
        self.runs.append(["", any(tag in ("bdi", "title", "option", "text")
                                  for tag in self.inside)])

    def handle_starttag(self, tag, attributes):
        if tag in ("wbr",):
            return
        if tag not in ("input", "link", "meta", "img", "br", "hr"):
            self.inside.append(tag)
        self.cut()

    def handle_startendtag(self, tag, attributes):
        self.cut()

    def handle_endtag(self, tag):
        while self.inside and self.inside.pop() != tag:
            pass
        self.cut()

    def handle_data(self, data):
        self.runs[-1][0] += data


class Directions(ServedTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for i, rows in enumerate((ROWS[:2], [dict(ROWS[0], family="Tame", sex="male"),
                                             *ROWS[1:]])):
            path = cls.museum.write(f"turned{i}.jsonl", [json.dumps(row) for row in rows])
            cls.museum.vitrine("ingest", "--dataset", "turned", "--key", "id", "--kind",
                               "specimens", "--message", TURNED, "--author", TURNED, path)

    def check(self, path, statuses=(200,)):
        with self.subTest(path=path):
            answer = self.ask(path, headers={"Accept": "text/html"})
            self.assertIn(answer.status, statuses)
            found = 0
            page = re.sub("(?s)<textarea.*?</textarea>", "", answer.text())
            for text, held in Runs(page).runs:
                if CONTROLS.search(text) is None:
                    continue
                found += 1
                self.assertTrue(held, text)
                # Whole, or isolated among other words, or cut short with nothing behind it.
                rest = re.sub(f"\u2068({HELD})\u2069", "", text.strip())
                while re.search("\u2068[^\u2066-\u2069\u202a-\u202e]*\u2069", rest):
                    rest = re.sub("\u2068([^\u2066-\u2069\u202a-\u202e]*)\u2069", r"\1", rest)
                whole = re.fullmatch(f"\u2068?{HELD}\u2069?", rest)
                self.assertTrue(whole or CONTROLS.search(rest) is None, ascii(text))
            self.assertGreater(found, 0)

    def test_every_page_holds_the_texts_of_records(self):
        for view in ("table", "list", "species", "gallery", "datasets", "charts", "map", "compare",
                     "changes"):
            self.check(f"/search?{ASKED}&view={view}")
            self.check(f"/de/search?table=turned&view={view}&q={quoted(TURNED)}")
        for path in (
            "/record/turned/r1",
            "/de/record/turned/r1",
            "/record/turned/r0?from=0&to=2999",
            "/dataset/turned",
            f"/search?table=turned&facet=sex&facet=locality&facet={quoted(TURNED)}",
            f"/search?table=turned&view=charts&charts.kind=bar&charts.by=sex",
            f"/search?table=turned&view=charts&charts.kind=stacked&charts.by=sex&charts.split=year",
            f"/search?table=turned&view=compare&compare.by=sex&compare.measure=count",
            f"/search?table=turned&view=changes",
            f"/search?{ASKED}&country=Norway&q={quoted(TURNED)}",
            f"/search?{quoted(TURNED)}={quoted(TURNED)}",
            f"/search/build?{ASKED}",
            f"/taxon/family/{quoted(TURNED)}",
            f"/country/{quoted(TURNED)}",
        ):
            self.check(path)
        self.check(f"/record/turned/{quoted(TURNED)}", (404,))

    def test_what_is_written_in_a_form_comes_back_as_it_was(self):
        page = self.ask(f"/search/build?{ASKED}", headers={"Accept": "text/html"}).text()
        text = page.split("<textarea")[1].split(">", 1)[1].split("</textarea>")[0]
        query = json.loads(html.unescape(text))
        self.assertEqual(query["filters"]["and"][0]["string_equals"]["value"], TURNED)
        page = self.ask(f"/search?table=turned&q={quoted(TURNED)}").text()
        self.assertIn(f'name="q" value="{TURNED}"', page)
