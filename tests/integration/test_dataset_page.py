# SPDX-License-Identifier: Apache-2.0
"""The page of a dataset: its profile, its versions, what can be had of it."""

import csv
import html
import io
import re
import time
import unittest
import zipfile

from serving import MS, TIMES, Museum, ServedTest, Server

NUMBER = re.compile(r'<a href="([^"]+)">([\d,]+)</a></td>')


class DatasetPage(ServedTest):
    def test_numbers_are_plotted(self):
        text = self.ask("/dataset/birds").text()
        year = text.split('code">year</span>')[1].split("</tr>")[0]
        self.assertIn('class="field-plot"', year)
        self.assertRegex(year, r"Histogram from 18\d0 to 20\d0")
        self.assertNotIn("profile=1", text)  # small: the profile is there at once
        self.assertEqual(self.ask("/dataset/birds?profile=1").status, 200)

    def test_numbers_that_name_records_are_not_plotted(self):
        rows = ["id,barcode,weight"] + [f"r{n},{7000 + n * 13},{n % 5}" for n in range(300)]
        museum = Museum().make()
        self.addCleanup(museum.remove)
        museum.vitrine("ingest", "--dataset", "codes", "--key", "id",
                       museum.write("codes.csv", rows))
        server = Server(museum.data)
        self.addCleanup(server.errors.close)
        self.addCleanup(server.stop)
        text = server.ask("/dataset/codes").text()
        self.assertNotIn("field-plot", text.split('code">barcode</span>')[1].split("</tr>")[0])
        self.assertIn("field-plot", text.split('code">weight</span>')[1].split("</tr>")[0])

    def test_every_number_of_a_plot_and_of_the_growth_leads_to_its_records(self):
        text = self.ask("/dataset/birds").text()
        plots = text.split('class="plot-table"')[1:]
        bars = [bar for plot in plots for bar in NUMBER.findall(plot.split("</details>")[0])]
        drawn = re.findall(r'<a href="([^"]+)" tabindex="-1"><title>[^<]*: (\d+)</title>', text)
        self.assertEqual(sorted(drawn), sorted(bars))
        grown = NUMBER.findall(text.split('class="growth"')[1].split("</figure>")[0])
        self.assertGreater(len(bars), 3)
        self.assertGreater(len(grown), 1)
        for link, count in bars + grown:
            found = self.ask(html.unescape(link)).text()
            total = re.search(r"<h1[^>]*>(?:<[^>]*>)*(\d+)", found)
            with self.subTest(link):
                self.assertEqual(total[1], count)

    def test_a_map_of_its_records(self):
        rows = ["id,decimalLatitude,decimalLongitude", "a,51.5,-0.1", "b,51.6,-0.2",
                "c,-37,145", "d,,"]
        museum = Museum().make()
        self.addCleanup(museum.remove)
        museum.vitrine("ingest", "--dataset", "placed", "--key", "id",
                       museum.write("placed.csv", rows))
        museum.vitrine("ingest", "--dataset", "unplaced", "--key", "id",
                       museum.write("unplaced.csv", ["id,genus", "a,Apis"]))
        server = Server(museum.data)
        self.addCleanup(server.errors.close)
        self.addCleanup(server.stop)
        picture = server.ask("/dataset/placed").text().split('class="locator"')[1]
        picture = picture.split("</figure>")[0]
        self.assertIn("3 of 4 records have coordinates", picture)
        drawn = re.findall(r'class="map-cells step-\d"[^>]* d="([^"]*)"', picture)
        self.assertEqual([path.count("M") for path in drawn], [1, 1])  # of one record, and of two
        links = re.findall(r'<a[^>]* href="([^"]+)"', picture)
        shown, counted = (html.unescape(link) for link in links)
        self.assertRegex(server.ask(counted).text(), r"<h1[^>]*>(?:<[^>]*>)*3")
        self.assertIn('class="map-view', server.ask(shown).text())
        self.assertNotIn('class="locator"', server.ask("/dataset/unplaced").text())

    def test_versions_lead_to_what_they_changed(self):
        text = self.ask("/dataset/birds").text()
        found = re.findall(r'class="counts"><a href="([^"]+)"', text)
        links = [html.unescape(one) for one in found]
        self.assertIn(f"/search?dataset=birds&version={MS[3]}&view=changes", links)
        changes = self.ask(f"/search?dataset=birds&version={MS[3]}&view=changes").text()
        self.assertIn("/record/birds/b6", changes)
        self.assertIn('class="growth-chart"', text)

    def test_all_its_records_can_be_had(self):
        text = self.ask(f"/dataset/birds?version={MS[0]}").text()
        links = downloads(text)
        self.assertEqual(len(links), 4)  # a package is asked for by the form
        self.assertNotIn('name="separate"', text)  # one dataset: no file for each
        for link in links:
            self.assertRegex(link, f"dataset=birds&format=.*version={MS[0]}$")
        self.assertIn("15 records from one dataset. Licence:", text)
        rows = self.ask(links[0]).text().splitlines()
        self.assertEqual(len(rows), 1 + 15)
        names = zipfile.ZipFile(io.BytesIO(self.ask(
            links[0].replace("&package=none", "")).body)).namelist()
        self.assertEqual(names, ["records.csv", "rights.txt", "citations.txt", "manifest.json"])
        self.assertNotIn("/api/v1/scan", text)  # its one table is all of it

    def test_all_that_a_search_finds_can_be_had(self):
        links = downloads(self.ask(f"/search?family=Corvidae&view=list&sort=-year&limit=50"
                                   f"&version={MS[0]}").text())
        self.assertEqual(links[0], "/api/v1/download?family=Corvidae&format=csv&package=none"
                                   f"&sort=-year&version={MS[0]}")
        rows = [self.ask(link) for link in links]
        self.assertEqual([row.status for row in rows], [200] * 4)
        keys = [row["_key"] for row in csv.DictReader(io.StringIO(rows[0].text()))]
        self.assertEqual(keys, ["b6", "b4", "b5"])  # as the page has them
        nothing = self.ask("/search?q=nothingatall").text()
        self.assertEqual(downloads(nothing), [])

    def test_a_download_says_of_how_many_datasets(self):
        text = self.ask("/search?country=Norway").text()
        self.assertIn("3 records from 2 datasets. Licences: <a", text)
        links = downloads(text)
        self.assertIn('name="separate" value="true" form="download-form"', text)
        names = zipfile.ZipFile(io.BytesIO(self.ask(
            links[0].replace("package=none", "separate=true")).body)).namelist()
        self.assertEqual(names[:2], ["birds.csv", "lichens.csv"])
        costly = self.ask("/search?filter.missing=!country").text()
        self.assertIn("view=datasets\">Their datasets and licences</a>", costly)
        words = self.ask("/search?q=merula&sort=_score").text()
        self.assertNotIn("_score", downloads(words)[0])
        self.assertEqual(self.ask(downloads(words)[0]).status, 200)


class LargeDataset(unittest.TestCase):
    """Of a portal where few records make a dataset a large one."""

    def setUp(self):
        self.museum = Museum().make(profileAtOnce=10)
        self.addCleanup(self.museum.remove)
        self.server = Server(self.museum.data)
        self.addCleanup(self.server.errors.close)
        self.addCleanup(self.server.stop)

    def text(self, path):
        answer = self.server.ask(path)
        self.assertEqual(answer.status, 200, path)
        return answer.text()

    def test_a_profile_is_made_when_asked_and_kept_until_a_commit(self):
        plain = self.text("/dataset/birds")
        self.assertIn('data-island="profile" data-address="/dataset/birds?profile=1"', plain)
        self.assertNotIn("field-plot", plain)
        first = self.text("/dataset/birds?profile=1")
        self.assertIn("field-plot", first)
        self.assertEqual(self.text("/dataset/birds?profile=1"), first)
        self.assertIn('lang="de"', self.text("/de/dataset/birds?profile=1"))
        old = self.text(f"/dataset/birds?profile=1&version={MS[0]}")
        self.assertIn("This is the version of", old)
        self.assertEqual(self.text("/dataset/birds?profile=1"), first)
        row = "b0,Aquila chrysaetos,Accipitridae,Norway,1800,Finch,,"
        self.museum.birds("2021.csv", [row], TIMES[5], "--message", "New")
        deadline = time.monotonic() + 10
        while "16 specimens" not in self.text("/dataset/birds?profile=1"):
            self.assertLess(time.monotonic(), deadline)


def downloads(text):
    """Links to the records alone."""
    links = re.findall(r'href="(/api/v1/download[^"]+)"', text)
    return [html.unescape(one) for one in links if "package=none" in one]
