# SPDX-License-Identifier: Apache-2.0
"""The views "charts" and "compare" of a search, and their files: numbers equal those of
/api/v1/summary and a plain count of /api/v1/scan, links that find what they count, rule C5,
hostile values."""

import collections
import csv
import html
import io
import json
import math
import re
import unittest
import xml.etree.ElementTree as ElementTree

import serving
from serving import ServedTest, address

HOSTILE = ["<script>alert(1)</script>", "\u202eright to left", "=1+1", 'quo"te, comma',
           "W" * 500, "emoji \U0001f98b", "a & b", "100..200", "!*", "line\nbreak"]


def wilson(part, base):
    z = 1.959963984540054
    share = part / base
    middle = (share + z * z / (2 * base)) / (1 + z * z / base)
    root = math.sqrt(share * (1 - share) / base + z * z / (4 * base * base))
    half = z * root / (1 + z * z / base)
    return middle - half, middle + half


class Charts(ServedTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server.stop()
        cls.server.errors.close()
        animals = [("Aves", "female", 200), ("Aves", "male", 310), ("Aves", "", 490),
                   ("Mammalia", "F", 410), ("Mammalia", "\u2642", 440), ("Mammalia", "--", 150)]
        rows = []
        for name, sex, count in animals:
            for i in range(count):
                rows.append([f"{name}{sex}{i}", name, f"{name}idae {i % 3}", sex, 1850 + i % 130,
                             i % 13, f"{name} {i % 9}", round(i * 0.37 - 20, 2),
                             "Holotype" if i % 5 == 0 else "Paratype" if i % 5 == 1 else ""])
        for i, value in enumerate(HOSTILE):
            rows.append([f"h{i}", "Hostilia", value, "?", 1900, 6, value, 1e6, value])
        for slug, kind in (("skins", "specimens"), ("lots", "index lots")):
            text = io.StringIO()
            writer = csv.writer(text)
            writer.writerow(["id", "class", "family", "sex", "year", "month", "scientificName",
                             "elevation", "typeStatus"])
            writer.writerows(rows)
            path = cls.museum.write(f"{slug}.csv", text.getvalue().splitlines())
            path.write_text(text.getvalue(), encoding="utf-8")
            cls.museum.vitrine("ingest", "--dataset", slug, "--key", "id", "--kind", kind, path)
        cls.rows = rows
        cls.server = serving.Server(cls.museum.data)

    def page(self, **parameters):
        answer = self.ask(address("/search", **parameters))
        self.assertEqual(answer.status, 200, answer.body[:500])
        return answer.body.decode()

    def file(self, ending, **parameters):
        answer = self.ask(address(f"/search/chart.{ending}", **parameters))
        self.assertEqual(answer.status, 200, answer.body[:500])
        return answer.body.decode()

    def table(self, **parameters):
        return list(csv.DictReader(io.StringIO(self.file("csv", **parameters), newline="")))

    def chart(self, kind, by, split="", **more):
        parameters = {"view": "charts", "charts.kind": kind, "charts.by": by, "dataset": "skins"}
        if split:
            parameters["charts.split"] = split
        return self.table(**parameters, **more)

    def total(self, target):
        query = target.split("?", 1)[1] if "?" in target else ""
        pairs = [p for p in query.split("&") if not re.match(r"(charts|compare)\.|view=", p)]
        return self.ask("/api/v1/records?limit=1&" + "&".join(pairs)).json()["total"]

    def column(self, name):
        place = ["id", "class", "family", "sex", "year", "month", "scientificName", "elevation",
                 "typeStatus"].index(name)
        return [row[place] for row in self.rows]

    # --- charts ------------------------------------------------------------------------------

    def test_bars_count_as_a_plain_count(self):
        expected = collections.Counter(self.column("class"))
        lines = self.chart("bar", "class")
        self.assertEqual({r["class"]: int(r["records"]) for r in lines}, dict(expected))
        answer = self.get("/api/v1/summary", by="class", dataset="skins")
        cells = {c["by"][0]: c["count"] for c in answer["groups"][0]["cells"]}
        self.assertEqual(cells, dict(expected))

    def test_bars_equal_a_count_by_scan(self):
        body = self.ask("/api/v1/scan?dataset=skins&format=ndjson").body.decode()
        found = collections.Counter()
        for line in body.splitlines():
            record = json.loads(line)
            data = record.get("data", record)
            if "class" in data:
                found[data["class"]] += 1
        lines = self.chart("bar", "class")
        self.assertEqual({r["class"]: int(r["records"]) for r in lines}, dict(found))

    def test_years_without_gaps(self):
        lines = self.chart("timeline", "year")
        expected = collections.Counter(y // 10 * 10 for y in self.column("year"))
        self.assertEqual([r["year"][:4] for r in lines],
                         [str(y) for y in range(1850, 1980, 10)])
        self.assertEqual([int(r["records"]) for r in lines],
                         [expected[y] for y in range(1850, 1980, 10)])

    def test_histograms_hold_every_number(self):
        lines = self.chart("histogram", "elevation", **{"class": "Aves"})
        numbers = [e for e, c in zip(self.column("elevation"), self.column("class")) if c == "Aves"]
        self.assertEqual(sum(int(r["records"]) for r in lines), len(numbers))

    def test_stacks_add_up_and_agree_with_summary(self):
        lines = self.chart("stacked", "class", "sex")
        cells = self.get("/api/v1/summary", by=["class", "sex"],
                         dataset="skins")["groups"][0]["cells"]
        mine = {(r["class"], r["sex"]): int(r["records"]) for r in lines
                if r["kind"] == "value" and int(r["records"])}
        theirs = {tuple(c["by"]): c["count"] for c in cells if c["by"][1] is not None}
        self.assertEqual(mine, {k: v for k, v in theirs.items() if k in mine})
        self.assertEqual(sum(int(r["records"]) for r in lines), len(self.rows))

    def test_trees_add_up(self):
        for kind in ("treemap", "sunburst"):
            lines = self.chart(kind, "class", "family")
            tops = {r["class"]: int(r["records"]) for r in lines if not r["family"] and
                    r["kind"] == "value"}
            self.assertEqual(tops, dict(collections.Counter(self.column("class"))))
            for top, count in tops.items():
                below = sum(int(r["records"]) for r in lines
                            if r["class"] == top and (r["family"] or r["kind"] != "value"))
                self.assertEqual(below, count, (kind, top))

    def test_calendars_count_months(self):
        lines = self.chart("calendar", "year", "month", **{"charts.from": "1880"})
        expected = collections.Counter(zip(self.column("year"), self.column("month")))
        got = {(int(r["year"]), int(r["month"])): int(r["records"]) for r in lines
               if r["kind"] == "value"}
        self.assertEqual(len(got), 50 * 12)
        for (year, month), count in got.items():
            self.assertEqual(count, expected[year, month], (year, month))

    def test_every_link_of_a_chart_finds_what_it_counts(self):
        checked = 0
        for kind, by, split in (("bar", "family", ""), ("timeline", "year", ""),
                                ("histogram", "elevation", ""), ("stacked", "class", "sex"),
                                ("treemap", "class", "family"), ("calendar", "year", "month"),
                                ("bar", "scientificName", "")):
            page = self.page(view="charts", dataset="skins",
                             **{"charts.kind": kind, "charts.by": by, "charts.split": split})
            links = re.findall(r'<a href="([^"]+)"[^>]*><title>[^<]*: ([\d,]+) records?[^<]*'
                               r'</title>', page, re.S)
            self.assertTrue(links, kind)
            for target, count in links[:12] + links[-6:]:
                self.assertEqual(self.total(html.unescape(target)), int(count.replace(",", "")),
                                 (kind, target))
                checked += 1
        self.assertGreater(checked, 50)

    def test_an_overview_of_anything(self):
        page = self.page(view="charts", dataset="skins")
        self.assertGreaterEqual(page.count("<figure class=\"chart "), 4)
        for slug in ("birds", "lichens"):
            page = self.page(view="charts", dataset=slug)
            self.assertIn("chart-picture", page)
        self.assertIn("Nothing matches", self.page(view="charts", q="zzzzqqqq"))

    def test_what_does_not_suit_is_told(self):
        page = self.page(view="charts", dataset="skins",
                         **{"charts.kind": "histogram", "charts.by": "class"})
        self.assertIn("a histogram needs a field of numbers", page)
        page = self.page(view="charts", dataset="skins",
                         **{"charts.kind": "pie", "charts.by": "nothing", "charts.split": "none"})
        self.assertIn("there is no such chart", page)
        self.assertIn("no table searched has values of this field", page)
        problem = self.ask(address("/search/chart.svg", view="charts", dataset="skins",
                                   **{"charts.kind": "pie"}))
        self.assertEqual(problem.status, 400)

    # --- files -------------------------------------------------------------------------------

    def test_pictures_stand_alone(self):
        for kind in ("bar", "histogram", "timeline", "stacked", "treemap", "sunburst", "calendar"):
            text = self.file("svg", view="charts", dataset="skins", **{"charts.kind": kind})
            root = ElementTree.fromstring(text)
            self.assertEqual(root.tag, "{http://www.w3.org/2000/svg}svg")
            words = " ".join(root.itertext())
            self.assertIn("all records, dataset skins", words)
            self.assertIn("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", words)
            self.assertRegex(words, r"as of \d{4}-\d\d-\d\dT")
            for element in root.iter():
                self.assertIsNone(element.get("class"))
                self.assertIsNone(element.get("style"))
                self.assertNotIn(element.tag.split("}")[1], ("script", "style", "a", "image", "use",
                                                             "foreignObject"))

    def test_hostile_values_stay_text(self):
        for kind in ("bar", "stacked", "treemap", "sunburst"):
            more = {"charts.kind": kind, "charts.by": "family", "charts.split": "scientificName"}
            page = self.page(view="charts", **{"class": "Hostilia"}, dataset="skins", **more)
            self.assertNotIn("<script>alert", page)
            self.assertIn("&lt;script&gt;", page)
            svg = self.file("svg", view="charts", **{"class": "Hostilia"}, dataset="skins", **more)
            root = ElementTree.fromstring(svg)
            width = float(root.get("width"))
            for text in root.iter("{http://www.w3.org/2000/svg}text"):
                self.assertLess(len("".join(text.itertext())) * 4, width)
        values = {r["family"] for r in self.chart("bar", "family", **{"class": "Hostilia"})}
        self.assertTrue({"=1+1", 'quo"te, comma', "line\nbreak"} <= values)

    # --- compare -----------------------------------------------------------------------------

    def compare(self, **more):
        return self.table(view="compare", **more)

    def test_rule_c5_by_class(self):
        """Rule C5: birds 200 female, 310 male, 490 unsexed and mammals 410, 440, 150 say 39 % and
        48 %, with Wilson's interval; index lots are left out."""
        lines = self.compare(**{"compare.measure": "share", "compare.of": "sex",
                                "compare.by": "class", "dataset": "skins,lots"})
        by = {r["class"]: r for r in lines if r["kind"] == "value"}
        for name, female, male, unsexed, percent in (("Aves", 200, 310, 490, 39),
                                                     ("Mammalia", 410, 440, 150, 48)):
            line = by[name]
            self.assertEqual(round(100 * float(line["share"])), percent)
            self.assertEqual((int(line["female"]), int(line["male"]), int(line["unsexed"])),
                             (female, male, unsexed))
            self.assertEqual(int(line["records"]), 1000)
            low, high = wilson(female, female + male)
            self.assertAlmostEqual(float(line["low95"]), low, places=12)
            self.assertAlmostEqual(float(line["high95"]), high, places=12)
        page = self.page(view="compare", dataset="skins,lots")
        self.assertIn("39.2 % of 510", page)
        self.assertIn("48.2 % of 850", page)
        self.assertIn("Index lots are left out: lots.", page)

    def test_rule_c5_equals_the_summary(self):
        for by, asked in (("class", "class"), ("year", "year:decade"),
                          ("typeStatus", "typeStatus:terms")):
            cells = self.get("/api/v1/summary", by=asked, share="sex",
                             dataset="skins")["groups"][0]["cells"]
            lines = self.compare(dataset="skins", **{"compare.by": by})
            theirs = {(c["by"][0] or "")[:4]: c for c in cells}
            checked = 0
            for line in lines:
                if line["kind"] == "all":
                    continue
                cell = theirs[line[by][:4]]
                measure = cell["measures"][0]
                self.assertEqual(int(line["records"]), cell["count"])
                self.assertAlmostEqual(float(line["share"]), measure["share"], places=5)
                self.assertAlmostEqual(float(line["low95"]), measure["low"], places=5)
                self.assertEqual({t: int(line[t]) for t in measure["counts"]}, measure["counts"])
                checked += 1
            self.assertGreater(checked, 1, by)

    def test_rule_c5_mean_over_species(self):
        lines = self.compare(dataset="skins", **{"compare.measure": "species",
                                                 "compare.by": "class"})
        counts = collections.defaultdict(lambda: [0, 0])
        for name, species, sex in zip(self.column("class"), self.column("scientificName"),
                                      self.column("sex")):
            if sex in ("female", "F"):
                counts[name, species][0] += 1
            if sex in ("female", "F", "male", "\u2642"):
                counts[name, species][1] += 1
        for line in lines:
            if line["kind"] == "value":
                shares = [f / n for (name, _), (f, n) in counts.items()
                          if name == line["class"] and n]
                self.assertEqual(int(line["species"]), len(shares))
                self.assertAlmostEqual(float(line["meanShare"]), sum(shares) / len(shares))

    def test_searches_side_by_side(self):
        given = ["/search?class=Aves&dataset=skins", "class=Mammalia&dataset=skins",
                 "http://elsewhere.example/dataset/skins"]
        lines = self.compare(dataset="skins", **{"compare.with": given, "compare.by": "-"})
        self.assertEqual([(r["search"], int(r["records"])) for r in lines],
                         [("A", 2010), ("B", 1000), ("C", 1000), ("D", 2010)])
        self.assertEqual(round(100 * float(lines[1]["share"])), 39)
        self.assertIn("class is Mammalia", lines[2]["query"])
        self.assertEqual(len({r["query_sha256"] for r in lines}), 3)

    def test_other_measures(self):
        mean = self.compare(dataset="skins",
                            **{"compare.measure": "mean", "compare.of": "elevation",
                                                "compare.by": "class"})
        cells = self.get("/api/v1/summary", by="class", mean="elevation",
                         dataset="skins")["groups"][0]["cells"]
        theirs = {c["by"][0]: c["measures"][0]["mean"] for c in cells}
        for line in mean:
            if line["kind"] == "value":
                self.assertAlmostEqual(float(line["mean"]), theirs[line["class"]], places=4)
        distinct = self.compare(dataset="skins", **{"compare.measure": "distinct",
                                                    "compare.by": "class"})
        self.assertEqual({r["class"]: float(r["distinct"]) for r in distinct
                          if r["kind"] == "value"},
                         {"Aves": 9, "Mammalia": 9, "Hostilia": len(HOSTILE)})
        count = self.compare(dataset="skins", **{"compare.measure": "count", "compare.by": "class"})
        self.assertEqual(int(count[0]["count"]), 2010)

    def test_what_cannot_be_compared_is_told(self):
        page = self.page(view="compare", dataset="skins",
                         **{"compare.with": ["rubbish", "nosuchfield=1", "/search?year=5..1"],
                            "compare.measure": "size", "compare.term": "they"})
        self.assertIn("is no search", html.unescape(page))
        self.assertIn("nosuchfield", page)
        self.assertIn("there is no such measure", page)
        self.assertIn("the vocabulary has no such term", page)
        page = self.page(view="compare", dataset="lots")
        self.assertIn("a share leaves index lots out", page)

    def test_every_link_of_a_comparison_finds_what_it_counts(self):
        for by in ("class", "year", "typeStatus"):
            page = self.page(view="compare", dataset="skins", **{"compare.by": by})
            table = page[page.index('class="chart-table"'):]
            links = re.findall(r'<a href="(/search[^"]*)">([\d,]+)</a>', table)
            self.assertGreater(len(links), 2, by)
            for target, count in links:
                self.assertEqual(self.total(html.unescape(target)), int(count.replace(",", "")),
                                 (by, target))

    def test_a_comparison_as_a_picture(self):
        text = self.file("svg", view="compare", dataset="skins",
                         **{"compare.with": "/search?class=Aves"})
        words = " ".join(ElementTree.fromstring(text).itertext())
        for part in ("39.2 % of 510", "Wilson", "A: all records, dataset skins", "B: class is Aves",
                     "query SHA-256"):
            self.assertIn(part, words)


if __name__ == "__main__":
    unittest.main()
