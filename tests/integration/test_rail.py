# SPDX-License-Identifier: Apache-2.0
"""The rail beside a search's results: every count in it is the total after following it (rule C1),
ranges as forms send them, the tree of taxa, geological time, and query= as one more clause."""

import html
import html.parser
import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import portal
from serving import Server, address

HOSTILE = '"><script>alert(1)</script>'
HEADER = ("id,kingdom,phylum,class,order,family,genus,typeStatus,associatedMedia,decimalLatitude,"
          "decimalLongitude,year,minimumElevationInMeters,earliestPeriodOrLowestSystem,"
          "latestEpochOrHighestSeries,issue")
FAMILIES = [("Animalia", "Arthropoda", "Insecta", "Coleoptera", "Carabidae", "Carabus"),
            ("Animalia", "Arthropoda", "Insecta", "Diptera", "Asilidae", "Asilus"),
            ("Animalia", "Chordata", "Aves", "", "Corvidae", "Corvus"),
            ("Plantae", "", "", "", "Asteraceae", HOSTILE)]
PERIODS = ["Jurassic", "Cretaceous", "", "Bagshot Beds"]
TYPES = ["Holotype", "Paratype", "holotype", "", "", ""]


def rows(count):
    for i in range(count):
        taxa = FAMILIES[i % 3 if i % 5 else 3]
        year = "" if i % 11 == 0 else f"{1850 + i % 7}-05" if i % 13 == 0 else 1850 + (i * 7) % 170
        height = "" if i % 3 else (i * 37) % 2600 + (0.5 if i % 9 == 0 else 0)
        values = [i, *taxa, TYPES[i % 6], "https://a.example/x.jpg" if i % 4 == 0 else "",
                  51 + i % 7 if i % 2 else "", i % 50 if i % 2 else "", year, height,
                  PERIODS[i % 4], "Upper Jurassic" if i % 8 == 0 else "",
                  "COORDINATE_ROUNDED" if i % 10 == 0 else ""]
        yield ",".join('"%s"' % str(value).replace('"', '""') for value in values)


class Links(html.parser.HTMLParser):
    """Within #rail: (address, count) of links, (name, value, count, checked) of boxes."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.links = []
        self.boxes = []
        self.inputs = {}
        self.heading = ""
        self.place = []
        self.scripts = 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        self.place.append((tag, a.get("class", "")))
        self.scripts += tag == "script" and "src" not in a
        if tag == "a":
            self.links.append([a.get("href"), "", a.get("class", "")])
        if tag == "input":
            self.place.pop()
            if a.get("type") == "checkbox" and "name" in a and "form" not in a:
                self.boxes.append([a["name"], a["value"], "", "checked" in a])
            else:
                self.inputs[a.get("name")] = a.get("value")
        if tag in ("link", "meta", "rect", "path", "use", "option"):
            self.place.pop()

    def handle_endtag(self, tag):
        if any(name == tag for name, _ in self.place):
            while self.place.pop()[0] != tag:
                pass

    def handle_data(self, data):
        if not self.place:
            return
        kind = self.place[-1][1]
        inside = [name for name, _ in self.place]
        if "h1" in inside:
            self.heading += data
        if kind == "facet-count" and self.boxes:
            self.boxes[-1][2] += data
        ranged = any(name == "range-table" for _, name in self.place)
        if kind == "row-count" or (self.place[-1][0] == "a" and ranged):
            self.links[-1][1] += data


def number(text):
    return int(text.replace(",", ""))


class Rail(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="vitrine-rail-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        data = cls.folder / "data"
        table = cls.folder / "beetles.csv"
        table.write_text("\n".join([HEADER, *rows(900)]) + "\n", encoding="utf-8")
        for command in (["init", "--data", data, "--name", "Rail"],
                        ["ingest", "--data", data, "--dataset", "beetles", "--key", "id", "--kind",
                         "specimens", table]):
            subprocess.run([portal.BINARY, *map(str, command)], check=True, capture_output=True,
                           timeout=120)
        cls.server = Server(data)
        cls.addClassCleanup(cls.server.stop)

    def page(self, path):
        answer = self.server.ask(path, headers={"Accept": "text/html"})
        self.assertEqual(answer.status, 200, answer.text()[:500])
        return Links(answer.text())

    def total(self, **parameters):
        answer = self.server.ask(address("/api/v1/records", limit=0, **parameters))
        self.assertEqual(answer.status, 200, answer.text())
        return answer.json()["total"]

    def total_of(self, path):
        """As the API counts what a page's address asks."""
        query = path.partition("?")[2].partition("#")[0]
        answer = self.server.ask("/api/v1/records?limit=0&" + query)
        self.assertEqual(answer.status, 200, path + answer.text())
        return answer.json()["total"]

    def test_rule_C1_every_count_of_the_rail(self):
        walked = 0
        states = ({}, {"family": "Carabidae"}, {"year": "1860..1899"}, {"class": "!Insecta"},
                  {"kingdom": "Animalia", "year": ["1850..1880", "1901"]},
                  {"filter.geological_time": "within:Jurassic"}, {"genus": '"' + HOSTILE + '"'},
                  {"typeStatus": ["Holotype", "!Paratype"]},
                  {"filter.missing": "!typeStatus", "query": '{"search":"insecta"}'},
                  # What a whole query asks of a field stays beside what its panel asks.
                  {"year": "1860..1899", "query":
                   '{"filters":{"and":[{"number_range":{"fields":["year"],"less_than":1880}}]}}'},
                  {"minimumElevationInMeters": "100..2000", "filter.number_range":
                   '{"fields":["minimumElevationInMeters"],"greater_than":700}'},
                  {"family": "!Asilidae", "query":
                   '{"filters":{"and":[{"prefix":{"fields":["family"],"value":"As"}}]}}'})
        for state in states:
            page = self.page(address("/search", **state))
            self.assertEqual(page.scripts, 0)
            for path, count, _ in page.links:
                # A second interval widens, as a second value does, and the chosen one's link gives
                # it up; their own counts stand beside them.
                intervals = path.count("geological_time=")
                if count and (intervals == 1 or "filter.geological_time" not in state):
                    self.assertEqual(self.total_of(path), number(count), (state, path))
                    walked += 1
            for name, value, count, checked in page.boxes:
                with_it = dict(state)
                chosen = state.get(name, [])
                chosen = chosen if isinstance(chosen, list) else [chosen]
                if checked:
                    self.assertIn(value, chosen)
                    continue
                if any(not old.startswith("!") for old in chosen):
                    continue  # a second value widens; its own count stands beside it
                with_it[name] = [*chosen, value]
                self.assertEqual(self.total(**with_it), number(count), (state, name, value))
                walked += 1
        self.assertGreater(walked, 500)

    def test_unselected_values_keep_their_counts(self):
        def counts(page, name):
            return {value: count for n, value, count, _ in page.boxes if n == name}
        before = counts(self.page("/search?facet=family"), "family")
        after = counts(self.page("/search?facet=family&family=Carabidae&family=Asilidae"), "family")
        self.assertEqual(before, after)

    def test_a_panel_leaves_out_its_own_choice_alone(self):
        early = '{"filters":{"and":[{"number_range":{"fields":["year"],"less_than":1900}}]}}'

        def facet(**parameters):
            path = address("/api/v1/records", limit=0, facet="year", facetLimit=1000,
                           facetMulti="true", **parameters)
            return self.server.ask(path).json()["facets"][0]
        for parameters in ({"query": early}, {"filter.number_range": '{"fields":["year"],'
                                              '"less_than":1900}'}):
            whole = facet(**parameters)
            self.assertEqual(whole["total"], self.total(**parameters))
            self.assertEqual(facet(**parameters, year="1860..1950"), whole)
            self.assertEqual(facet(**parameters, **{"field.year": "!1860"}), whole)
            both = facet(**parameters, year="1860..", family="Asilidae")
            self.assertEqual(both["total"], self.total(**parameters, family="Asilidae"))
            for value in both["values"]:
                self.assertEqual(value["count"], self.total(
                    **parameters, year=value["value"], family="Asilidae"))
        self.assertEqual(facet(year="1860..1950")["total"], 900)

    def test_presets(self):
        page = self.page("/search")
        names = {value: number(count) for _, value, count, _ in page.boxes}
        for value, parameter in (("!associatedMedia", {"associatedMedia": "*"}),
                                 ("!typeStatus", {"typeStatus": "*"}),
                                 ("!issue", {"issue": "!*"}),
                                 ('{"geo_field":true}', {"decimalLatitude": "*"})):
            self.assertEqual(names[value], self.total(**parameter), value)
        presets = {"filter.missing": ["!typeStatus", "!associatedMedia"]}
        both = self.page(address("/search", **presets))
        self.assertEqual(self.total(typeStatus="*", associatedMedia="*"),
                         number(both.heading.split()[0]))

    def test_ranges_as_forms_send_them(self):
        for sent, meant in (("year~from=1860&year~to=1899", "1860..1899"),
                            ("year~from=1899&year~to=1860", "1860..1899"),
                            ("year~from=1900&year~to=", "1900.."),
                            ("year~to=1900", "..1900"),
                            ("year=1850&year~from=1860&year~to=1899", "1860..1899")):
            page = self.page("/search?" + sent)
            self.assertEqual(number(page.heading.split()[0]), self.total(year=meant), sent)
            bounds = meant.split("..")
            self.assertEqual([page.inputs["year~from"], page.inputs["year~to"]], bounds)
        page = self.page("/search?year~from=soon")
        self.assertIn("900", page.heading)  # told, and left out
        field = "minimumElevationInMeters"
        heights = self.page(f"/search?{field}~from=100&{field}~to=")
        self.assertEqual(number(heights.heading.split()[0]),
                         self.total(minimumElevationInMeters="100.."))

    def test_taxa_one_level_at_a_time(self):
        path = "/search"
        for taxon in ("Animalia", "Arthropoda", "Insecta", "Coleoptera", "Carabidae", "Carabus"):
            links = [link for link in self.page(path).links if link[1] and f"={taxon}" in link[0]]
            self.assertTrue(links, taxon)
            path = links[0][0]
        self.assertEqual(self.total_of(path), self.total(genus="Carabus"))

    def test_geological_time(self):
        text = self.server.ask("/search").text()
        self.assertIn("Bagshot Beds", text)
        links = {path: count for path, count, _ in self.page("/search").links if count}
        jurassic = "/search?filter.geological_time=within%3AJurassic"
        self.assertEqual(number(links[jurassic]), self.total_of(jurassic))

    def test_a_query_as_a_parameter_is_the_posted_one(self):
        beetles = {"string_equals": {"fields": ["family"], "value": "Carabidae"}}
        trees = [{"filters": {"or": [beetles, {"not": [{"exists": {"fields": ["year"]}}]}]}},
                 {"search": "insecta", "filters": {"and": [{"wildcard": {"fields": ["genus"],
                                                                         "value": "*script*"}}]}},
                 {"filters": {"and": [{"number_range": {"fields": ["year"], "less_than": 1900}}]}}]
        for tree in trees:
            body = json.dumps({"query": tree, "limit": 0})
            posted = self.server.ask("/api/v1/search", method="POST", body=body,
                                     headers={"Content-Type": "application/json"}).json()["total"]
            text = json.dumps(tree)
            self.assertEqual(self.total(query=text), posted)
            self.assertEqual(self.total(query="!" + text) + posted, 900)
            self.assertIn(f"{posted:,}" if posted else "no records",
                          self.page(address("/search", query=text)).heading)
            everything = self.server.ask(address("/api/v1/summary", query=text)).json()
            self.assertEqual(everything["total"], posted)
        bad = self.server.ask(address("/api/v1/records", query='{"filters":{"and":[{"x":{}}]}}'))
        self.assertEqual(bad.status, 400)
        self.assertIn("/filters/and/0", bad.json()["detail"])
        ignored = self.server.ask("/search?query=%7B", headers={"Accept": "text/html"})
        self.assertEqual(ignored.status, 200)
        self.assertIn("not valid JSON", ignored.text())

    def test_the_builder_reads_all_that_a_search_asks(self):
        states = ({}, {"family": "Carabidae", "q": "insecta"},
                  {"year": "1850..1900", "kind": "specimens"},
                  {"genus": '"' + HOSTILE + '"'}, {"typeStatus": ["Holotype", "!Paratype"]},
                  {"query": '{"filters":{"not":[{"exists":{"fields":["year"]}}]}}',
                   "family": "Asilidae"})
        for state in states:
            answer = self.server.ask(address("/search/build", **state))
            self.assertEqual(answer.status, 200)
            self.assertEqual(answer.headers["X-Robots-Tag"], "noindex")
            self.assertNotIn("<script>", answer.text())
            text = html.unescape(answer.text().split('<textarea id="query"', 1)[1]
                                 .split(">\n", 1)[1].split("</textarea>", 1)[0])
            carried = {name: value for name, value in state.items() if name == "kind"}
            self.assertEqual(self.total(query=text, **carried), self.total(**state), state)
            [count] = re.findall(r"([\d,]+) records? match", answer.text())[:1]
            self.assertEqual(number(count), self.total(**state))
        bad = self.server.ask(address("/search/build", query='{"filters":{"x":1}}'))
        self.assertEqual(bad.status, 200)
        self.assertIn('aria-invalid="true"', bad.text())
        unknown = self.server.ask(address("/search/build", nothing="x"))
        self.assertIn("nothing", unknown.text().split('id="build-error">', 1)[1])

    def test_rule_C7_a_pasted_list_as_a_page(self):
        def post(body, query=""):
            return self.server.ask("/lists" + query, method="POST", body=body.encode(),
                                   headers={"Content-Type": "text/plain", "Accept": "text/html"})
        form = self.server.ask("/lists")
        self.assertEqual(form.status, 200)
        self.assertIn('enctype="text/plain"', form.text())
        values = ["Carabidae", "carabidae", "Nothing", "Asilidae", HOSTILE, "="]
        body = "field=family\r\nvalues=" + "\r\n".join(values) + "\r\n"
        page = post(body)
        self.assertEqual(page.status, 200)
        self.assertNotIn("<script>alert", page.text())
        api = self.server.ask("/api/v1/lists?field=family", method="POST",
                              body="\n".join(values).encode()).json()
        for part, words in (("found", "list-found"), ("notFound", "list-notFound"),
                            ("ambiguous", "list-ambiguous")):
            section = page.text().split(words, 1)[1].split("</section>", 1)[0]
            [count] = re.findall(r'<span class="count">([\d,]+)', section)
            self.assertEqual(number(count), api[part], part)
            csv = post(body, f"?part={part}&format=csv")
            self.assertEqual(csv.headers["Content-Type"], "text/csv; charset=utf-8")
            lines = csv.text().splitlines()
            of_api = self.server.ask(f"/api/v1/lists?field=family&part={part}&format=csv",
                                     method="POST", body="\n".join(values).encode())
            self.assertEqual(lines, of_api.text().splitlines())
        [search] = re.findall(r'href="(/search\?query=[^"]+)">Search for', page.text())
        self.assertEqual(self.total_of(html.unescape(search)),
                         self.total(family=["Carabidae", "Asilidae"]))
        # A value's own search, and the whole list is there again to be corrected.
        self.assertIn("Nothing\r\n", html.unescape(page.text().split("<textarea", 1)[1]))
        many = post("field=id\r\nvalues=" + "\r\n".join(str(i) for i in range(2000)))
        self.assertIn("Too many values for an address", many.text())
        self.assertIn('<span class="count">900</span>', many.text())
        for wrong in ("field=nothing\r\nvalues=x", "",
                      "values=" + "\n".join(map(str, range(100001))),
                      "field=family\r\nvalues=\xff"):
            answer = post(wrong)
            self.assertEqual(answer.status, 200, wrong[:40])
        self.assertIn('role="alert"', post("field=nothing\r\nvalues=x").text())


if __name__ == "__main__":
    unittest.main()
