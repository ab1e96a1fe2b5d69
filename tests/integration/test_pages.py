# SPDX-License-Identifier: Apache-2.0
"""What the pages choose and show, read from their HTML; every record of the museum is known."""

import datetime
import html.parser
import json
import re
import time
import unittest

from serving import MS, TIMES, Museum, Server, ServedTest, address, quoted


class Page(html.parser.HTMLParser):
    """The parts of a page that tests ask for."""

    def __init__(self, text):
        super().__init__()
        self.links = []  # (href, text)
        self.boxes = []  # attributes of checkboxes
        self.loads = []  # addresses that a browser fetches by itself
        self.cells = []  # texts of <th scope=col> of the records
        self.in_column = False
        self.in_records = False
        self.heading = ""
        self.words = []
        self.into = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "a":
            self.links.append([a.get("href", ""), ""])
        if tag == "input" and a.get("type") == "checkbox" and "name" in a:
            self.boxes.append(a)
        if tag == "script" or tag == "img":
            self.loads.append(a.get("src", ""))
        named = tag == "link" and a.get("rel") in ("canonical", "alternate", "expect")
        if tag in ("link", "use") and not named:
            self.loads.append(a.get("href", ""))
        if tag == "table":
            self.in_records = a.get("class") != "range-table"
        if tag == "th":
            self.in_column = a.get("scope") == "col" and self.in_records
            self.cells += [""] if self.in_column else []
        if tag in ("a", "h1", "th", "title", "style", "script"):
            self.into.append(tag)

    def handle_endtag(self, tag):
        if self.into and self.into[-1] == tag:
            self.into.pop()

    def handle_data(self, data):
        self.words.append(data)
        if "a" in self.into:
            self.links[-1][1] += data
        if "h1" in self.into:
            self.heading += data
        if "th" in self.into and self.in_column:
            self.cells[-1] += data

    def text(self):
        return " ".join(" ".join(self.words).split())

    def box(self, name, value):
        found = [b for b in self.boxes if b.get("name") == name and b.get("value") == value]
        return found[0] if found else None

    def address_of(self, text):
        return [href for href, words in self.links if words.strip() == text]


class PageTest(ServedTest):
    def page(self, path, status=200):
        answer = self.ask(path, headers={"Accept": "text/html"})
        self.assertEqual(answer.status, status, answer.text()[:300])
        return Page(answer.text())


class Search(PageTest):
    def test_nothing_comes_from_elsewhere(self):
        for path in ("/", "/search", "/datasets", "/dataset/birds", "/record/birds/b1", "/api"):
            for loaded in self.page(path).loads:
                self.assertRegex(loaded, r"^/assets/", path)

    def test_rule_c4_kinds_lead_to_their_records(self):
        page = self.page("/search")
        self.assertEqual(" ".join(page.heading.split()), "15 specimens and 2 research records")
        self.assertEqual(page.address_of("15 specimens"), ["/search?kind=specimens"])
        self.assertIn("15 specimens match", self.page("/search?kind=specimens").heading)
        self.assertIn("2 research records match", self.page("/search?kind=research").heading)

    def test_words_are_among_what_is_active(self):
        page = self.page("/search?q=norway&family=Corvidae&sort=year")
        self.assertIn("Words: norway", page.text())
        self.assertIn("(2 active)", page.text())
        (without,) = page.address_of("Remove the filter Words: norway ×")
        self.assertEqual(without, "/search?family=Corvidae&sort=year")
        (nothing,) = page.address_of("Remove all")
        self.assertEqual(nothing, "/search?sort=year")
        for view in ("map", "charts", "changes", "compare", "species"):
            self.assertIn("Words: norway", self.page(f"/search?q=norway&view={view}").text(), view)
        self.assertIn("Words: birds", self.page("/datasets?q=birds").text())
        german = self.page("/de/search?q=nothing+of+this&year=1")
        self.assertIn("Wörter: nothing of this", german.text())

    def test_a_moment_in_the_future_is_told(self):
        told = "1 January 2999 lies in the future: this is the newest version."
        for path in ("/search", "/search?q=norway&view=map", "/search?q=norway&view=changes",
                     "/dataset/birds", "/record/birds/b1", "/statistics", "/country/NO"):
            with self.subTest(path=path):
                joint = "&" if "?" in path else "?"
                newest = self.page(path)
                future = self.page(f"{path}{joint}version=2999-01-01")
                self.assertIn(told, future.text())
                self.assertNotIn("lies in the future", newest.text())
                self.assertEqual(future.text().replace(told, "").split(),
                                 newest.text().split())
                self.assertEqual(self.ask(f"{path}{joint}version=2999-01-01").headers
                                 .get("X-Robots-Tag"), "noindex")
                german = self.page(f"/de{path}{joint}version=2999-01-01").text()
                self.assertIn("Der 1. Januar 2999 liegt in der Zukunft", german)
                # Its links lead on to what is newest, too.
                self.assertFalse([href for href, _ in future.links
                                  if "=2999" in href and not href.startswith("/de")])
        # Programs are told the version that they got, which is the newest (rule A7).
        self.assertEqual(self.ask("/api/v1/records?version=2999-01-01&q=norway").json(),
                         self.ask("/api/v1/records?q=norway").json())
        # Today is not the future, though a date alone means its last millisecond.
        today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
        self.assertNotIn("lies in the future", self.page(f"/search?version={today}").text())

    def test_queries_are_told_in_the_language(self):
        query = json.dumps({"filters": {"and": [
            {"not": [{"string_equals": {"fields": ["family"], "value": "Apidae"}}]},
            {"in": {"fields": ["country"], "values": ["Norway", "Chile", "Sweden"]}}]}})
        german = "Land ist Chile, Norway oder Sweden und nicht (Familie ist Apidae)"
        english = "country is Chile, Norway or Sweden and not (family is Apidae)"
        for path in (f"search?query={quoted(query)}", f"search/build?query={quoted(query)}",
                     f"search?view=charts&query={quoted(query)}"):
            with self.subTest(path=path):
                self.assertIn(german, self.page("/de/" + path).text())
                self.assertIn(english, self.page("/" + path).text())
        for asked, words in (("", "alle Einträge"),
                             ("&dataset=birds", "alle Einträge, Datensatz birds"),
                             ("&table=birds", "alle Einträge, Tabelle birds"),
                             ("&kind=specimens", "alle Einträge, Art Belege"),
                             ("&q=norway", "mit den Wörtern „norway“")):
            with self.subTest(asked=asked):
                page = self.page("/de/search?view=compare&compare.measure=count" + asked).text()
                self.assertIn(words, page)
                self.assertNotIn("all records", page)
        chart = "search/chart.{}?charts.kind=bar&charts.by=country&table=birds"
        self.assertIn("alle Einträge, Tabelle birds", self.ask("/de/" + chart.format("svg")).text())
        csv = self.ask("/" + chart.format("csv"))
        self.assertEqual(csv.body, self.ask("/de/" + chart.format("csv")).body)  # rule F3

    def test_countries_are_called_by_what_the_language_calls_them(self):
        page = self.page("/de/search?country=norway&country=!Chile&facet=country")
        for words in ("Land: Norwegen", "Land: nicht Chile", "Mehr zu: Norwegen", "Schweden 2"):
            self.assertIn(words, page.text())
        # Addresses and records keep the values.
        self.assertIsNotNone(page.box("country", "Sweden"))
        self.assertIn("Turdus viscivorus Jones Sweden", " ".join(
            self.page("/de/search?country=Sweden&fields=scientificName,recordedBy,country")
            .text().split()))
        self.assertEqual(self.page("/de/country/Norway").heading.strip(), "Norwegen")
        self.assertEqual(self.page("/country/Norway").heading.strip(), "Norway")
        for view in ("charts", "map", "compare&compare.by=country&compare.measure=count"):
            german = self.page(f"/de/search?view={view}&charts.kind=bar&charts.by=country").text()
            self.assertIn("Norwegen", german)
            self.assertIn("Schweden", german)
            english = self.page(f"/search?view={view}&charts.kind=bar&charts.by=country").text()
            self.assertNotIn("Norwegen", english)

    def test_rule_c4_figures_of_the_home_page(self):
        page = self.page("/")
        [every] = page.address_of("countries")
        self.assertEqual(every, "/search?facet=country&facetLimit=4")
        countries = [box for box in self.page(every).boxes if box["name"] == "country"]
        self.assertEqual(len(countries), 4)

    def test_rule_c4_counts_say_of_which_kinds(self):
        self.assertIn("Records 1 to 17 of 17 of all kinds", self.page("/search").text())
        one = self.page("/search?kind=specimens").text()
        self.assertIn("Records 1 to 15 of 15", one)
        self.assertNotIn("of all kinds", one)
        nothing = self.page("/search?table=lichens&country=Sweden").text()
        self.assertIn("Without Country: Sweden : 2 research records", nothing)

    def test_kinds_whose_tables_lack_a_field(self):
        # Lichens have no family: none of them has a wrong one, and all are without.
        self.assertIn("3 specimens match", self.page("/search?family=Corvidae").heading)
        heading = self.page("/search?family=!*").heading
        self.assertIn("2 research records match", heading)

    def test_rule_c1_a_count_is_the_total_after_choosing(self):
        page = self.page("/search?facet=family&facet=country&facet=recordedBy")
        self.assertGreater(len(page.boxes), 8)
        for box in self.values(page):
            chosen = self.page(address("/search", **{box["name"]: box["value"]}))
            self.assertIn(f"of {self.counts(page)[box['value']]}", chosen.text())

    def values(self, page):
        """The boxes of facets, not those of presets, which test_rail.py asks for, nor of
        downloads."""
        return [box for box in page.boxes
                if not box["name"].startswith("filter.") and box["name"] != "separate"]

    def counts(self, page):
        """Counts beside the values of facets."""
        text = page.text()
        counts = {}
        for box in self.values(page):
            behind = text.split(f" {box['value']} ", 1)[1]
            counts[box["value"]] = behind.split()[0]
        return counts

    def test_a_second_value_can_be_chosen_beside_the_first(self):
        page = self.page("/search?country=Sweden&facet=country&facet=family")
        self.assertIn("checked", page.box("country", "Sweden"))
        self.assertIsNotNone(page.box("country", "Iceland"))  # its own filter left out
        self.assertIsNone(page.box("family", "Corvidae"))  # the others in force
        both = self.page("/search?country=Sweden&country=Iceland&facet=country")
        self.assertIn("checked", both.box("country", "Iceland"))
        self.assertIn("3 specimens and 1 research record match", both.heading)

    def test_a_chosen_value_stays_in_view(self):
        page = self.page("/search?country=Iceland&facet=country&facetLimit=1")
        self.assertIn("checked", page.box("country", "Iceland"))
        # In the spelling of the address, so that the box takes it away again.
        page = self.page("/search?family=TURDIDAE&facet=family")
        self.assertIn("checked", page.box("family", "TURDIDAE"))
        self.assertIsNone(page.box("family", "Turdidae"))

    def test_a_field_named_as_a_parameter(self):
        page = self.page("/search?facet=limit")
        self.assertIsNotNone(page.box("field.limit", "low"))
        self.assertIn("2 specimens match", self.page("/search?field.limit=low").heading)

    def test_columns_are_what_the_rows_have(self):
        birds = self.page("/search?table=birds").cells
        self.assertEqual(birds[:2], ["Scientific name", "Family"])
        self.assertIn("Recorded by", birds)
        lichens = self.page("/search?table=lichens").cells
        self.assertNotIn("Family", lichens)
        self.assertIn("Weight", lichens)
        self.assertIn("Dataset", self.page("/search?limit=100").cells)
        self.assertNotIn("Dataset", birds)
        self.assertEqual(
            self.page("/search?fields=year,associatedMedia.type").cells,
            ["Year", "Associated media: type"],
        )

    def test_only_orders_that_there_are(self):
        text = self.ask("/search?table=lichens").text()
        self.assertIn('<option value="-year"', text)
        self.assertNotIn('value="catalogNumber"', text)
        self.assertIn("Xanthoria", self.page("/search?table=lichens&sort=year").text())

    def test_nonsense_in_the_address_is_left_out_and_told(self):
        for pair in ("limit=0", "limit=-1", "limit=99999", "offset=x", "facetLimit=-3",
                     "sort=nosuch", "sort=-nosuch", "facet=nosuch", "fields=nosuch", "nosuch=1",
                     "view=nosuch", "filter.nosuch=1"):
            page = self.page("/search?country=Norway&" + pair).text()
            self.assertIn("were left out", page, pair)
            self.assertIn(f"left out: {pair} : ", page, pair)
            self.assertIn("Country: Norway", page, pair)
        self.assertNotIn("were left out", self.page("/search?country=Norway").text())

    def test_the_catalogue_by_what_datasets_say(self):
        for pair in ("category=Collections", "tag=eggs", "tag=skins&tag=nosuch", "format=records",
                     "author=Curator+A.", "licence=CC+BY+4.0"):
            text = self.page("/datasets?" + pair).text()
            self.assertIn("Birds of the North", text, pair)
        for pair in ("tag=nosuch", "author=Nobody", "frequency=daily", "format=text%2Fcsv"):
            self.assertNotIn("Birds of the North", self.page("/datasets?" + pair).text(), pair)

    def test_rule_c1_top_values_lead_to_their_records(self):
        text = self.ask("/dataset/birds", headers={"Accept": "text/html"}).text()
        tops = re.findall(r'<li><a href="/search\?([^"]+)">[^<]*</a> <span class="small">([\d,]+)<',
                          text)
        self.assertGreater(len(tops), 2)
        for query, count in tops:
            found = self.get("/api/v1/records?limit=0&" + query.replace("&amp;", "&"))
            self.assertEqual(f"{found['total']:,}", count, query)

    def test_numbers_out_of_bounds(self):
        for path, words in (
            ("/search?after=abc", "offset"),
            ("/search?version=soon", "version"),
            ("/datasets?sort=nosuch", "sort"),
            ("/datasets?limit=-1", "limit"),
        ):
            self.assertIn(words, self.page(path, 400).text(), path)

    def test_a_page_past_the_end(self):
        page = self.page("/search?country=Norway&offset=500")
        self.assertIn("The results end before this page", page.text())
        self.assertEqual(
            page.address_of("See them from the first"), ["/search?country=Norway"]
        )

    def test_ways_out_of_nothing(self):
        page = self.page("/search?country=Sweden&family=Corvidae")
        self.assertIn("Without Country: Sweden : 3 records of all kinds", page.text())
        self.assertEqual(page.address_of("Country: Sweden"), ["/search?family=Corvidae"])

    def test_a_chosen_value_without_records_stays(self):
        for query, count in (("country=Sweden&family=Corvidae", 0), ("country=Norway&q=zzz", 0)):
            page = self.page(f"/search?{query}")
            box = page.box("country", query.split("=")[1].split("&")[0])
            self.assertIn("checked", box or {}, query)
        self.assertIn("Corvidae 0 records", page.text() + self.page(
            "/search?country=Sweden&family=Corvidae").text())

    def test_years_as_people_write_them(self):
        total = self.page("/search?year=1850..1855").heading
        for written in ("1850-1855", "1850 - 1855", "1855-1850", "1850 \u2013 1855"):
            page = self.page(address("/search", year=written))
            self.assertEqual(page.heading, total, written)
            self.assertIn("Year: 1850..1855", page.text())
        self.assertIn("Year: 1855-06", self.page("/search?year=1855-06").text())
        self.assertIn("\u201cabc\u201d is no number", self.page("/search?year=abc").text())
        self.assertNotIn("is no number", self.page("/search?year=1850").text())

    def test_filters_are_called_by_their_names(self):
        self.assertIn("Dataset: Birds of the North", self.page("/search?dataset=birds").text())

    def test_as_of(self):
        page = self.page(f"/search?country=Sweden&version={MS[1]}")
        self.assertIn("1 specimen matches", page.heading)
        self.assertIn("This is the version of 1 March 2016", page.text())
        self.assertEqual(page.address_of("See the newest"), ["/search?country=Sweden"])
        links = [href for href, _ in page.links if href.startswith("/record/")]
        self.assertEqual(links, [f"/record/birds/b3?version={MS[1]}&search=country%3DSweden%26"
                                 f"version%3D{MS[1]}&at=0"])


class Records(PageTest):
    def test_rule_a7_the_beginning_is_no_date(self):
        for path in ("/search?version=2001-01-01", "/search?version=1",
                     "/record/birds/b1?from=1&to=2020"):
            text = self.page(path).text()
            self.assertIn("the beginning", text, path)
            self.assertNotIn("1970", text, path)
        log = self.museum.vitrine("log")
        self.assertIn("commit 1  the beginning", log)
        self.assertNotIn("1970", log)

    def test_a_key_that_no_path_can_hold(self):
        page = self.page("/record/birds?key=..")
        self.assertIn("Passer domesticus", page.heading)
        self.assertIn(f"/record/birds?key=..&version={MS[0]}", [href for href, _ in page.links])
        self.assertEqual(
            page.address_of("This record as JSON"), ["/api/v1/records/birds?key=.."]
        )
        json_answer = self.get("/api/v1/records/birds", key="..")
        self.assertEqual(json_answer["record"]["key"], "..")

    def test_history(self):
        page = self.page("/record/birds/b1")
        self.assertIn("2 versions", page.text())
        self.assertIn("1 field · shown here Georeferenced anew Ada Curator", page.text())
        changes = page.address_of("what changed")
        self.assertEqual(changes, [f"/record/birds/b1?from={MS[0]}&to={MS[2]}#changes"])
        changed = self.page(changes[0].split("#")[0]).text()
        self.assertIn("What changed from 1 March 2015 to 1 March 2017", changed)

    def test_rule_a5_a_key_that_returned(self):
        text = self.page("/record/birds/b6").text()
        for words in (
            "3 versions",
            "returned · shown here Lent again",
            "removed Given back to its owner",
        ):
            self.assertIn(words, text)

    def test_values_lead_to_their_likes(self):
        page = self.page("/record/birds/b1")
        self.assertIn("/search?recordedBy=Smith%2C%20J.", [href for href, _ in page.links])

    def test_rule_f1_citations_claim_no_registration(self):
        for path, behind in (("/record/birds/b1", "/"), ("/dataset/birds", "?version=")):
            text = self.ask(path).text()
            citation = text.split('id="citation">')[1].split("<")[0]
            self.assertIn("Curator A. (2019). Birds of the North [Data set]. Version", citation)
            self.assertIn(f"http://127.0.0.1:{self.server.port}{path}{behind}", citation)
            self.assertNotIn("doi", citation.lower())

    def test_addresses_in_citations_are_those_that_were_asked(self):
        for host, scheme, expected in (
            ("data.museum.example", "https", "https://data.museum.example/dataset/birds"),
            ("data.museum.example:8080", "", "http://data.museum.example:8080/dataset/birds"),
            ('evil"><script>', "", None),
        ):
            headers = {"Host": host, **({"X-Forwarded-Proto": scheme} if scheme else {})}
            text = self.ask("/dataset/birds", headers=headers).text()
            self.assertNotIn("<script>", text)
            citation = text.split('id="citation">')[1].split("<")[0]
            if expected is None:
                self.assertNotIn("http", citation)
            else:
                self.assertIn(expected, citation)


class Changing(unittest.TestCase):
    """Tests that write beside a running server."""

    def setUp(self):
        self.museum = Museum().make()
        self.addCleanup(self.museum.remove)
        self.server = Server(self.museum.data)
        self.addCleanup(self.server.errors.close)
        self.addCleanup(self.server.stop)

    def page(self, path, status=200, **headers):
        answer = self.server.ask(path, headers={"Accept": "text/html", **headers})
        self.assertEqual(answer.status, status)
        return answer

    def wait_for(self, path, words):
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            answer = self.page(path)
            if words in answer.text():
                return answer
        raise AssertionError(f"{path} never said {words}")

    def add(self, name, kind, lines):
        path = self.museum.write(f"{name}.csv", lines)
        self.museum.vitrine("ingest", "--dataset", name, "--key", "id", "--kind", kind, path)

    def test_what_changed_is_told_by_fields(self):
        media = [{"identifier": "https://demo.example/1", "title": "Habitus"},
                 {"identifier": "https://demo.example/2", "type": "Sound"}]
        rows = [
            {"id": "r", "country": "Norway", "note": "", "associatedMedia": media},
            {"id": "r", "country": "Sweden", "remarks": "", "associatedMedia": media[:1]},
        ]
        for row, at in zip(rows, ("2021-01-01", "2022-01-01")):
            path = self.museum.write("odd.jsonl", [json.dumps(row)])
            self.museum.vitrine("ingest", "--dataset", "odd", "--key", "id", "--kind", "research",
                                "--at", at, path)
        page = Page(self.page("/record/odd/r?from=2021&to=2022").text())
        for words in ("Associated media[1]: identifier", "https://demo.example/2",
                      "Left out: 2 fields with no value in both"):
            self.assertIn(words, page.text())
        self.assertNotIn("{", page.text().split("What changed")[1].split("Left out")[0])
        self.assertIn("changed 3 fields", page.text())
        early = self.page("/record/odd/r?from=2001&to=2022").text()
        self.assertEqual(early.count(" selected>"), 2)
        self.assertIn(" selected>the beginning (before the first version)</option>", early)

    def test_directions_and_long_keys_stay_with_their_values(self):
        turned, long = "r2\u202eabc", "k" * 1000
        rows = [{"id": turned, "scientificName": "Abc\u202edef", "place": "\u05d0\u05d1"},
                {"id": long, "scientificName": "Long"}]
        path = self.museum.write("odd.jsonl", [json.dumps(row) for row in rows])
        self.museum.vitrine("ingest", "--dataset", "odd", "--key", "id", "--kind", "research", path)
        self.wait_for("/dataset/odd", "odd")
        text = self.page(f"/record/odd/{quoted(turned)}").text()
        self.assertIn(f"\u2068{turned}\u2069, \u2068Abc\u202edef\u2069. In: ", text)
        self.assertIn("<bdi>\u05d0\u05d1</bdi>", text)
        title = text.split("<title>")[1].split("</title>")[0]
        self.assertNotIn("<", title)
        self.assertEqual(title.count("\u202e"), title.count("\u2068") - 1)
        rest = re.sub("<bdi>.*?</bdi>|\u2068[^\u2069]*\u2069", "", text)
        self.assertNotIn("\u202e", re.sub("<[^>]*>", "", rest))
        listed = self.page("/search?table=odd&q=" + quoted("abc\u202edef")).text()
        self.assertIn("\u2068abc\u202edef\u2069", listed)
        self.assertIn("<bdi>Abc\u202edef</bdi>", listed)
        text = self.page(f"/record/odd/{long}").text()
        pieces = "<wbr>".join(["k" * 40] * 25)
        self.assertIn(f'<summary>{"k" * 80}…</summary>{pieces}</details>', text)
        self.assertNotIn(f'<p class="catalogue-number code">{long}', text)
        self.assertIn(f'<p class="catalogue-number code">{"k" * 80}…', text)

    def test_pages_of_text_are_no_headings(self):
        row = {"id": "r", "scientificName": "A" * 100_000, "scientificNameAuthorship": "b " * 5000,
               "locality": "W" * 300, "typeStatus": "T" * 5000, "recordedBy": "words " * 5000}
        path = self.museum.write("huge.jsonl", [json.dumps(row)])
        self.museum.vitrine("ingest", "--dataset", "huge", "--key", "id", path)
        self.wait_for("/dataset/huge", "huge")
        text = self.page("/record/huge/r").text()
        body = text.split("</head>")[1]
        for name, value in row.items():
            if name != "id":
                folds = re.findall('"long-value">.*?</summary>(.*?)</details>', body)
                whole = [fold.replace("<wbr>", "").strip() for fold in folds]
                self.assertEqual(whole.count(value.strip()), 1, name)
        self.assertNotIn("A" * 301, text.replace("<wbr>", "").replace("A" * 100_000, "", 1))
        self.assertLess(len(self.page("/search?table=huge&view=list").text()), 60_000)
        self.assertIsNone(re.search(r">[^<\s]{200}", body), "a word without a place to break")

    def test_a_long_history_has_pages(self):
        for year in range(1900, 2000):
            path = self.museum.write("long.csv", ["id,year", f"r,{year}"])
            self.museum.vitrine("ingest", "--dataset", "long", "--key", "id", "--kind", "research",
                                "--at", f"2021-01-01T00:{year // 60 - 31:02}:{year % 60:02}Z", path)
        first = Page(self.wait_for("/record/long/r", "100 versions").text())
        self.assertIn("Versions 1 to 50 of 100", first.text())
        self.assertEqual(first.address_of("Newer versions"), [])
        [older] = first.address_of("Older versions")
        self.assertEqual(len(first.address_of("what changed")), 50)
        second = Page(self.page(older.split("#")[0]).text())
        self.assertIn("Versions 51 to 100 of 100", second.text())
        self.assertEqual(len(second.address_of("what changed")), 49)
        self.assertEqual(second.address_of("Older versions"), [])
        [newer] = second.address_of("Newer versions")
        self.assertEqual(newer, "/record/long/r#history")
        self.page("/record/long/r?older=x", 400)

    def test_rule_c4_figures_are_of_one_kind(self):
        header = "id,decimalLatitude,country,countryCode"
        self.add("pins", "specimens", [header, "p1,51.5,England,GB", "p2,51,U.K.,GB",
                                       "p3,,Sverige,SE", "p4,60,Sweden,SE"])
        self.add("sights", "observations", [header, "s1,52,Great Britain,GB"])
        page = Page(self.wait_for("/", "specimens with coordinates").text())
        self.assertIn("specimens with coordinates 3", page.text())
        [which] = page.address_of("specimens with coordinates")
        self.assertEqual(which, "/search?decimalLatitude=%2A&kind=specimens")
        self.assertIn("3 specimens match", Page(self.page(which).text()).text())
        self.assertIn("countries 2", page.text())
        [every] = page.address_of("countries")
        self.assertEqual(every, "/search?facet=countryCode&facetLimit=2")

    def test_rule_a6_a_dataset_as_of_a_moment(self):
        changes = {"title": "Birds, all of them", "description": "Now *whole*.", "authors": []}
        self.museum.vitrine(
            "dataset", "set", "birds", json.dumps(changes), "--message", "A better title"
        )
        text = self.wait_for("/dataset/birds", "Birds, all of them").text()
        self.assertIn("<em>whole</em>", text)
        self.assertIn("A better title", text)
        old = self.page(f"/dataset/birds?version={MS[4]}").text()
        self.assertIn("Birds of the North", old)
        self.assertIn("<em>eggs</em>", old)
        self.assertNotIn("Birds, all of them", old)
        self.assertIn("This is the version of", old)
        citation = old.split('id="citation">')[1].split("<")[0]
        self.assertIn("Curator A. (2019). Birds of the North", citation)

    def test_pages_are_kept_until_a_commit(self):
        paths = ("/", "/search", "/dataset/birds", "/record/birds/b1")
        # The first uses that are counted show on some pages, once.
        empty = self.page("/").headers["ETag"]
        deadline = time.monotonic() + 10
        while self.page("/").headers["ETag"] == empty and time.monotonic() < deadline:
            time.sleep(0.1)
        before = {path: self.page(path) for path in paths}
        for path, answer in before.items():
            again = self.page(path, 304, **{"If-None-Match": answer.headers["ETag"]})
            self.assertEqual(again.body, b"")
        self.museum.birds(
            "2021.csv",
            ["b0,Aquila chrysaetos,Accipitridae,Norway,1800,Finch,,"],
            TIMES[5],
            "--message",
            "New",
        )
        self.wait_for("/", "16 specimens")
        for path, answer in before.items():
            self.page(path, 200, **{"If-None-Match": answer.headers["ETag"]})

    def test_a_correction_is_marked(self):
        self.assertNotIn("corrected here", self.page("/record/birds/b2").text())
        self.museum.vitrine(
            "correct", "--table", "birds", "--message", "Label read again", "b2", "sex=female"
        )
        text = self.wait_for("/record/birds/b2", "Label read again").text()
        self.assertEqual(text.count("corrected here"), 1)
        field = text.split("corrected here")[0].rsplit("<dt", 1)[1]
        self.assertIn("female", field)
        self.assertIn('title="sex"', field)

    def test_a_removed_record_says_so(self):
        row = 'b5,Corvus cornix,Corvidae,Norway,,Jones,male,'
        self.museum.birds(
            "gone.csv", [row], TIMES[5], "--delete", "--allow-removals", "--message", "Sold"
        )
        self.wait_for("/search", "14 specimens")
        answer = self.page("/record/birds/b5", 410)
        for words in ("removed on", "Reason: Sold", "Corvus cornix", 'content="noindex"'):
            self.assertIn(words, answer.text())
        self.assertNotIn('class="version-bar"', answer.text())
        self.assertEqual(self.page(f"/record/birds/b5?version={MS[1]}").status, 200)


if __name__ == "__main__":
    unittest.main()
