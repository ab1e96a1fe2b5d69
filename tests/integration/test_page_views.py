# SPDX-License-Identifier: Apache-2.0
"""The views of a search, and the API's lists behind them, over records that are all known."""

import csv
import html
import io
import json
import re
import unittest

from serving import MS, Museum, ServedTest, Server, address
from test_pages import PageTest


def rows_of(answer):
    return list(csv.reader(io.StringIO(answer.text(), newline="")))


class Values(ServedTest):
    def values(self, **query):
        answer = self.ask(address("/api/v1/values", **query))
        self.assertEqual(answer.status, 200, answer.text()[:300])
        return answer

    def test_values_with_their_years(self):
        body = self.values(field="country", span="year", limit=100).json()
        found = {
            v["value"]: (v["count"], v.get("least"), v.get("greatest")) for v in body["values"]
        }
        self.assertEqual(found["Chile"], (9, 1999, 1999))
        self.assertEqual(body["distinct"], len(found))
        # What is told of each value is what a search for it finds.
        for value, (count, least, greatest) in found.items():
            records = self.search(country=f'"{value}"', limit=100)
            self.assertEqual(records["total"], count, value)
            years = [float(r["data"]["year"]) for r in records["records"] if r["data"].get("year")]
            self.assertEqual((least, greatest), (min(years), max(years)), value)

    def test_order_of_values_and_pages(self):
        whole = self.values(field="scientificName", arrange="value", limit=100).json()["values"]
        names = [v["value"] for v in whole]
        self.assertEqual(names, sorted(names, key=str.casefold))
        parts = []
        for offset in range(0, len(whole), 3):
            query = {"field": "scientificName", "arrange": "value", "limit": 3, "offset": offset}
            parts += self.values(**query).json()["values"]
        self.assertEqual(parts, whole)
        counted = self.values(field="scientificName", limit=100).json()["values"]
        self.assertEqual([v["count"] for v in counted], sorted((v["count"] for v in whole))[::-1])

    def test_the_whole_list_as_csv(self):
        rows = rows_of(self.values(field="scientificName", span="year", format="csv"))
        self.assertEqual(rows[0], ["scientificName", "records", "least year", "greatest year"])
        body = self.values(field="scientificName", span="year", limit=1000).json()
        self.assertEqual([r[0] for r in rows[1:]], [v["value"] for v in body["values"]])
        self.assertIn(["Passer domesticus", "9", "1999", "1999"], rows)
        self.assertIn(["Corvus cornix", "1", "", ""], rows)

    def test_what_is_refused(self):
        for query, field in (
            ({}, "field"),
            ({"field": "nothing"}, "field"),
            ({"field": "country", "arrange": "size"}, "arrange"),
            ({"field": "country", "format": "xml"}, "format"),
            ({"field": "country", "sort": "year"}, "sort"),
            ({"field": "country", "format": "csv", "limit": 5}, "limit"),
            ({"field": "country", "offset": 1000001}, "offset"),
            ({"field": "country", "span": "nothing"}, "span"),
        ):
            answer = self.ask(address("/api/v1/values", **query))
            self.assertEqual((answer.status, answer.json().get("field")), (400, field), query)


class ManyValues(unittest.TestCase):
    """More values than one part of the list has."""

    COUNT = 25_000

    @classmethod
    def setUpClass(cls):
        cls.museum = Museum()
        cls.addClassCleanup(cls.museum.remove)
        cls.museum.vitrine("init", "--name", "Museum of Tests")
        rows = [f"r{i},name {i:05},{1800 + i % 200}" for i in range(cls.COUNT)]
        path = cls.museum.write("many.csv", ["id,name,year", *rows, "last,name 07777,1700"])
        cls.museum.vitrine("ingest", "--dataset", "many", "--key", "id", path)
        cls.server = Server(cls.museum.data)
        cls.addClassCleanup(cls.server.stop)

    def rows(self, **query):
        answer = self.server.ask(address("/api/v1/values", field="name", format="csv", **query))
        self.assertEqual(answer.status, 200)
        return rows_of(answer)

    def test_the_csv_has_each_value_once_in_order(self):
        names = [f"name {i:05}" for i in range(self.COUNT)]
        rows = self.rows(arrange="value")
        self.assertEqual([r[0] for r in rows[1:]], names)
        names.insert(0, names.pop(7777))
        rows = self.rows(span="year")
        self.assertEqual([r[0] for r in rows[1:]], names)
        self.assertEqual(rows[1], ["name 07777", "2", "1700", "1977"])
        self.assertEqual(rows[-1], ["name 24999", "1", "1999", "1999"])

    def test_a_search_without_a_value_has_the_header(self):
        self.assertEqual(self.rows(q="nothing"), [["name", "records"]])


class Contributions(ServedTest):
    def test_every_record_is_of_a_dataset(self):
        body = self.ask("/api/v1/contributions").json()
        self.assertEqual(sum(d["records"] for d in body["datasets"]), body["total"])
        for d in body["datasets"]:
            self.assertEqual(self.search(dataset=d["dataset"], limit=0)["total"], d["records"])

    def test_as_csv_at_a_version(self):
        query = {"country": "Norway", "version": MS[1], "format": "csv"}
        rows = rows_of(self.ask(address("/api/v1/contributions", **query)))
        self.assertEqual([r[0] for r in rows], ["dataset", "birds", "lichens"])
        total = int(rows[1][4])
        self.assertEqual(sum(int(r[3]) for r in rows[1:]), total)
        self.assertIn("https://creativecommons.org/licenses/by/4.0/", rows[1])
        self.assertIn("Birds of the North [Data set]", rows[1][7])

    def test_a_field_that_some_datasets_lack(self):
        body = self.ask("/api/v1/contributions?sex=male").json()
        self.assertEqual([d["dataset"] for d in body["datasets"]], ["birds"])


class Species(PageTest):
    def test_counts_lead_to_their_records(self):
        page = self.page("/search?view=species&country=Norway")
        links = [(h, w) for h, w in page.links if w.isdigit() and "scientificName=" in h]
        self.assertGreater(len(links), 2)
        for href, count in links:
            self.assertIn(f"{count} ", self.page(href).heading + " ", href)

    def test_ranks_orders_and_versions_go_on(self):
        page = self.page(f"/search?view=species&species.by=family&version={MS[1]}")
        self.assertIn("different values of “Family”", page.text())
        for href, words in page.links:
            if href.startswith("/search?") and words not in ("See the newest", "Search"):
                self.assertIn(f"version={MS[1]}", href, words)
        (csv_address,) = page.address_of("The whole list as CSV")
        self.assertEqual(rows_of(self.ask(csv_address))[0][0], "family")

    def test_nonsense_is_told(self):
        page = self.page("/search?view=species&species.by=nothing&species.sort=size")
        self.assertIn("species.by=nothing", page.text())
        self.assertIn("species.sort=size", page.text())

    def test_leaving_the_view_drops_its_parameters(self):
        page = self.page("/search?view=species&species.by=genus&offset=50&q=turdus")
        self.assertEqual(page.address_of("Table"), ["/search?q=turdus"])


class Datasets(PageTest):
    def test_datasets_are_credited(self):
        page = self.page("/search?view=datasets")
        self.assertIn("Birds of the North [Data set]", page.text())
        self.assertIn("CC BY 4.0", page.text())
        (csv_address,) = page.address_of("This list as CSV")
        self.assertEqual(len(rows_of(self.ask(csv_address))), 3)


class Gallery(PageTest):
    def test_records_with_media_and_without(self):
        page = self.page("/search?view=gallery")
        text = page.text()
        self.assertIn("Media of records 1 to 1 of 1 that have any", text)
        (without,) = [(h, w) for h, w in page.links if w.endswith("have no media")]
        counts = [int(word) for word in self.page(without[0]).heading.split() if word.isdigit()]
        self.assertEqual(sum(counts), int(without[1].split()[0]))
        # What lies on other hosts is a link and is not fetched.
        self.assertEqual(page.address_of("Picture"), ["https://demo.example/1"])
        self.assertEqual(page.address_of("Sound"), ["https://demo.example/2"])
        for loaded in page.loads:
            self.assertRegex(loaded, r"^/assets/")

    def test_orders(self):
        for order in ("type", "nothing"):  # no table has types
            page = self.page(f"/search?view=gallery&gallery.sort={order}")
            self.assertIn(f"gallery.sort={order}", page.text())
        page = self.page("/search?view=gallery&gallery.sort=taxon")
        self.assertIn("Xanthoria parietina", page.text())

    def test_nothing_to_show(self):
        page = self.page("/search?view=gallery&dataset=birds")
        self.assertIn("None of these records has media.", page.text())


class Changes(PageTest):
    def counts(self, page):
        return [int(n) for n in re.findall(r"(?:Added|Changed|Removed) (\d+)", page.text())]

    def test_what_happened_between_two_moments(self):
        path = f"/search?view=changes&dataset=birds&changes.from={MS[1]}&version={MS[3]}"
        page = self.page(path)
        lines = self.ask(
            address("/api/v1/changes", dataset="birds", **{"from": MS[1], "to": MS[3]})
        ).text()
        told = json.loads(lines.splitlines()[0])
        expected = [told["added"], told["changed"], told["removed"]]
        self.assertEqual(self.counts(page), expected)
        self.assertEqual(expected, [0, 1, 1])
        # Fields by the words that other pages have for them, in the reader's language.
        self.assertIn("Country Norway Sweden", page.text())
        self.assertIn('title="country">Country<', self.ask(path).text())
        self.assertIn("Land Norway Sweden", self.page("/de" + path).text())
        (stream,) = page.address_of("All changes as lines of JSON")
        self.assertEqual(self.ask(stream).text(), lines)
        # Either side's count leads to its records, and the difference adds up.
        sides = [(h, int(w.split()[0])) for h, w in page.links if re.fullmatch(r"\d+ records", w)]
        self.assertEqual(sides[0][1] + expected[0] - expected[2], sides[1][1])
        for href, count in sides:
            self.assertTrue(self.page(href).heading.startswith(f"{count} "), href)
        (written,) = page.address_of("Records written in between")
        self.assertTrue(self.page(written).heading.startswith("1 "))

    def test_the_order_of_the_moments_does_not_matter(self):
        one = self.page(f"/search?view=changes&changes.from={MS[1]}&version={MS[3]}")
        other = self.page(f"/search?view=changes&changes.from={MS[3]}&version={MS[1]}")
        self.assertEqual(self.counts(one), self.counts(other))

    def test_a_moment_in_the_future_is_told(self):
        page = self.page("/search?view=changes&dataset=birds&changes.from=2999-01-01")
        self.assertIn("changes.from=2999-01-01 : it lies in the future", page.text())
        last = self.page("/search?view=changes&dataset=birds")
        self.assertEqual(self.counts(page), self.counts(last))

    def test_without_a_moment_the_last_commit_is_told(self):
        self.assertEqual(self.counts(self.page("/search?view=changes&dataset=lichens")), [])
        self.assertIn("Nothing was here", self.page("/search?view=changes&dataset=lichens").text())
        self.assertEqual(sum(self.counts(self.page("/search?view=changes&dataset=birds"))), 1)

    def test_one_kind_alone_page_by_page(self):
        moments = f"changes.from={MS[1]}&version={MS[3]}"
        page = self.page(f"/search?view=changes&dataset=birds&changes.kind=removed&{moments}")
        self.assertEqual(self.counts(page), [1])
        (together,) = page.address_of("Added, changed and removed together")
        self.assertEqual(self.counts(self.page(together)), [0, 1, 1])
        page = self.page(f"/search?view=changes&changes.kind=gone&changes.skip=5&{moments}")
        self.assertIn("changes.kind=gone", page.text())
        self.assertIn("changes.skip=5", page.text())
        page = self.page(f"/de/search?view=changes&changes.kind=gone&{moments}")
        self.assertIn("es ist weder added noch changed noch removed", page.text())

    def test_nonsense_is_told(self):
        page = self.page("/search?view=changes&changes.from=yesterday")
        self.assertIn("changes.from=yesterday", page.text())


class ManyDatasets(PageTest):
    @classmethod
    def setUpClass(cls):
        museum = cls.museum = Museum()
        museum.vitrine("init", "--name", "Many")
        for i in range(15):
            path = museum.write("one.csv", ["id,year", f"a,{1871 + i}", "b,2024"])
            about = json.dumps({"title": f"Set {i}", "authors": [{"name": f"Author {i:02}"}],
                                "updateFrequency": "notPlanned"})
            museum.vitrine("ingest", "--dataset", f"set-{i}", "--key", "id", "--metadata", about,
                           path)
        cls.server = Server(museum.data)

    def test_the_catalogue_lists_all_values_of_a_facet_when_asked(self):
        page = self.page("/datasets")
        self.assertIn("not planned", page.text())
        self.assertEqual(self.ask("/datasets").text().count('name="author"'), 12)
        (more,) = [h for h, w in page.links if w.startswith("More values") and "facet-author" in h]
        self.assertEqual(self.ask(more.split("#")[0]).text().count('name="author"'), 15)

    def test_a_range_ends_with_the_last_number_there_is(self):
        text = self.ask("/search").text()
        to = re.search(r'name="year~to"[^>]*placeholder="(\d+)"', text)
        self.assertEqual(to[1], "2024")


class ManyChanges(PageTest):
    @classmethod
    def setUpClass(cls):
        museum = cls.museum = Museum()
        rows = [f"k{i},Apus sp. {i}" for i in range(130)]
        museum.vitrine("init", "--name", "Many")
        for at, part in (("2015-01-01", rows[:1]), ("2016-01-01", rows)):
            path = museum.write("swifts.csv", ["id,scientificName", *part])
            museum.vitrine("ingest", "--dataset", "swifts", "--key", "id", "--at", at, path)
        cls.server = Server(museum.data)

    def test_all_changes_can_be_looked_through(self):
        seen = []
        path = "/search?view=changes"
        while path:
            page = self.page(path)
            seen.append([w for _, w in page.links if w.startswith("Apus sp.")])
            path = next((h for h, w in page.links if w.endswith(" more")), None)
        self.assertEqual(list(map(len, seen)), [10, 50, 50, 29])
        self.assertEqual(len({name for part in seen[1:] for name in part}), 129)
        self.assertEqual(seen[0], seen[1][:10])
        (before,) = page.address_of("Those before")
        self.assertEqual(len(self.page(before).address_of("Those before")), 1)


class Table(PageTest):
    def test_the_address_for_all_rows(self):
        path = f"/search?table.scroll=1&dataset=birds&sort=-year&limit=20&offset=3&version={MS[1]}"
        text = self.ask(path, headers={"Accept": "text/html"}).text()
        found = html.unescape(re.search(r'data-api="([^"]*)"', text)[1])
        body = self.ask(found + "&limit=5&offset=2").json()
        self.assertEqual(body["version"], MS[1])
        self.assertEqual(body["total"], self.search(dataset="birds", version=MS[1])["total"])
        sorted_ = self.search(dataset="birds", version=MS[1], sort="-year", limit=5, offset=2)
        keys = [record["key"] for record in sorted_["records"]]
        self.assertEqual([record["key"] for record in body["records"]], keys)
        fields = html.unescape(re.search(r'data-fields="([^"]*)"', text)[1])
        self.assertGreater(self.ask(fields).json()["total"], 5)

    def test_pages_are_the_default(self):
        page = self.page("/search")
        self.assertEqual(page.address_of("Continuous"), ["/search?table.scroll=1"])
        self.assertEqual(self.page("/search?table.scroll=1").address_of("Pages"), ["/search"])
        self.assertIn("table.scroll=9", self.page("/search?table.scroll=9").text())


if __name__ == "__main__":
    unittest.main()
