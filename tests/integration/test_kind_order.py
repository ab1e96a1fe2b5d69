# SPDX-License-Identifier: Apache-2.0
"""The order of kinds (rule C4): specimens first, for pages of a search by words and for who asks
for it."""

import html
import json
import re
import subprocess
import urllib.parse

import portal
from serving import ServedTest, address

KINDS = ["specimens", "index lots", "preparations", "observations", "checklist", "research"]
# Of each kind several tables, so that their UUIDs, which are random, are in no order of kinds.
TABLES = {f"{kind.replace(' ', '-')}-{i}": kind for kind in KINDS for i in range(3)}
ROWS = 4


class KindOrder(ServedTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for table, kind in TABLES.items():
            cls.ingest(table, kind)

    @classmethod
    def ingest(cls, table, kind):
        rows = [{"id": f"{table}-{i}", "scientificName": "Mola mola", "year": 1900 + i}
                for i in range(ROWS)]
        path = cls.museum.write(f"{table}.jsonl", [json.dumps(row) for row in rows])
        cls.museum.vitrine("ingest", "--dataset", table, "--key", "id", "--kind", kind, path)

    def records(self, **query):
        body = self.ask(address("/api/v1/records", **query)).json()
        return [(r["table"], r["key"]) for r in body["records"]], body.get("after")

    def in_order(self):
        """What is expected: by kind, then as the default order has them, which is asked for."""
        default, _ = self.records(q="mola", limit=100)
        return sorted(default, key=lambda record: KINDS.index(TABLES[record[0]])), default

    def rows_of(self, path):
        text = self.ask(path, headers={"Accept": "text/html"}).text()
        return re.findall(r'<th scope="row"[^>]*><a[^>]* href="/record/([^/]+)/([^?"]+)', text)

    def test_programs_are_given_the_order_that_they_ask_for(self):
        expected, default = self.in_order()
        self.assertEqual(len(expected), len(TABLES) * ROWS)
        self.assertNotEqual(expected, default)
        self.assertEqual(self.records(q="mola", limit=100, sort="_kind")[0], expected)
        for limit in (1, 7, 50):
            pages = []
            for offset in range(0, len(expected), limit):
                pages += self.records(q="mola", sort="_kind", limit=limit, offset=offset)[0]
            self.assertEqual(pages, expected)
        body = {"query": {"search": "mola"}, "sort": ["_kind"], "limit": 100}
        body = self.ask("/api/v1/search", method="POST", body=json.dumps(body),
                        headers={"Content-Type": "application/json"}).json()
        self.assertEqual([(r["table"], r["key"]) for r in body["records"]], expected)
        # Of some tables alone, and of one kind.
        some = [t for t in TABLES if t.endswith("-1")]
        self.assertEqual(self.records(table=",".join(some), sort="_kind", limit=100)[0],
                         [record for record in expected if record[0] in some])

    def searched(self, *arguments):
        """As records, on the command line."""
        body = json.loads(self.museum.vitrine("search", "--json", *arguments, "mola"))
        return [(r["table"], r["key"]) for r in body["records"]], body["after"]

    def test_the_command_line_gives_the_same_order(self):
        expected, default = self.in_order()
        self.assertEqual(self.searched("--sort", "_kind", "--limit", "100")[0], expected)
        self.assertEqual(self.searched("--limit", "100")[0], default)
        found, after = self.searched("--sort", "_kind", "--limit", "10")
        while after:
            page, after = self.searched("--sort", "_kind", "--limit", "10", "--after", after)
            found += page
        self.assertEqual(found, expected)
        for sorts in (("--sort", "-_kind"), ("--sort", "_kind", "--sort", "year")):
            done = subprocess.run([portal.BINARY, "search", "--data", self.museum.data, *sorts],
                                  capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn("_kind stands alone", done.stderr)

    def test_a_cursor_goes_on_in_the_order_of_its_commit(self):
        expected, _ = self.in_order()
        found, after = self.records(q="mola", sort="_kind", limit=10)
        self.ingest("late", "specimens")
        TABLES["late"] = "specimens"
        while after:
            page, after = self.records(q="mola", sort="_kind", limit=10, after=after)
            found += page
        self.assertEqual(found, expected)

    def test_it_stands_alone_and_for_pages(self):
        for sort in ("-_kind", "_kind,year", "year,_kind"):
            self.assert_problem(self.ask(address("/api/v1/records", sort=sort)), 400, "sort")
        for path in ("/api/v1/scan", "/api/v1/download"):
            self.assert_problem(self.ask(address(path, sort="_kind", format="csv")), 400, "sort")

    def test_pages_of_words_have_specimens_first(self):
        expected, default = self.in_order()
        pages = []
        for offset in range(0, len(expected), 20):
            pages += self.rows_of(f"/search?q=mola&offset={offset}")
        self.assertEqual(pages, expected)
        self.assertEqual(self.rows_of("/search?scientificName=Mola+mola&limit=100"), default)
        by_year = self.rows_of("/search?q=mola&sort=year&limit=100")
        self.assertEqual(sorted(by_year), sorted(expected))
        self.assertEqual([key[-1] for _, key in by_year],
                         sorted(key[-1] for _, key in by_year))
        self.assertNotIn("_kind", self.ask("/search?q=mola").text())

    def test_a_record_has_the_neighbours_of_its_page(self):
        expected, _ = self.in_order()
        search = urllib.parse.quote("q=mola", safe="")
        for at in (1, 11, 12, 40):
            table, key = expected[at]
            text = self.ask(f"/record/{table}/{key}?search={search}&at={at}").text()
            near = re.findall(r'rel="(?:prev|next)" href="/record/([^/]+)/([^?"]+)', text)
            self.assertEqual(near, [expected[at - 1], expected[at + 1]])

    def test_the_continuous_table_asks_for_it(self):
        expected, _ = self.in_order()
        text = self.ask("/search?q=mola&table.scroll=1").text()
        api = html.unescape(re.search(r'data-api="([^"]+)"', text).group(1))
        body = self.ask(api + "&limit=100").json()
        self.assertEqual([(r["table"], r["key"]) for r in body["records"]], expected)
