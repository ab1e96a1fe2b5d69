# SPDX-License-Identifier: Apache-2.0
"""Use, counted from events: the month's report, other sources, what counts and what does not."""

import datetime
import json
import random
import unittest

import portal

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0"
CRAWLER = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"


def moment(text):
    return datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.timezone.utc)


def shares(total, parts, chance):
    """So many whole numbers above nothing that add up to the total."""
    cuts = sorted(chance.sample(range(1, total), parts - 1))
    return [b - a for a, b in zip([0, *cuts], [*cuts, total])]


class Visits:
    """Lines of visits, each by a user of its own unless told otherwise."""

    def __init__(self):
        self.list = []

    def add(self, at, kind="download", datasets=(("a", 1),), **more):
        number = len(self.list)
        visit = {
            "time": at.isoformat().replace("+00:00", "Z"), "kind": kind, "format": "csv",
            "client": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
            "agent": BROWSER, "address": f"/api/v1/download?n={number}", "bytes": 1000,
            "datasets": [{"dataset": name, "records": count, "version": 1}
                         for name, count in datasets],
        }
        visit.update(more)
        self.list.append((at, visit))

    def month(self, year, month, downloads, records, chance):
        """So many dataset downloads of so many records, some requests of several datasets."""
        start = moment(f"{year}-{month:02}-01")
        parts = shares(records, downloads, chance)
        while parts:
            taken = [parts.pop() for _ in range(min(len(parts), chance.choice([1, 1, 2, 5])))]
            seconds = chance.randrange(28 * 86400)
            self.add(start + datetime.timedelta(seconds=seconds),
                     datasets=[(f"dataset-{i}", count) for i, count in enumerate(taken)])

    def decoys(self, year, month, count, chance):
        """What must not stand in the headline."""
        start = moment(f"{year}-{month:02}-01")
        big = [("dataset-0", 10**9)]
        for _ in range(count):
            at = start + datetime.timedelta(seconds=chance.randrange(28 * 86400))
            self.add(at, datasets=big, agent=CRAWLER)
            self.add(at, datasets=big, complete=False)
            self.add(at, datasets=big, status=500)
            self.add(at, "paging", datasets=big, agent="curl/8.1")
            self.add(at, "export", datasets=big, agent="python-requests/2.31")
            self.add(at, datasets=big, agent="GBIF-Crawler/1.0 (https://www.gbif.org)")
            self.add(at, datasets=big, agent="kube-probe/1.29")
            self.add(at, "record", datasets=[("dataset-0", 1)])
            self.add(at, "dataset", datasets=[("dataset-0", 0)])
            self.add(at, "search", datasets=())

    def double_clicks(self, count):
        """Each of some downloads once more within the window, by the same user."""
        for at, visit in [v for v in self.list if v[1]["kind"] == "download"
                          and v[1]["agent"] == BROWSER and v[1].get("complete", True)
                          and v[1].get("status", 200) == 200][:count]:
            self.list.append((at + datetime.timedelta(seconds=20), visit | {
                "time": (at + datetime.timedelta(seconds=20)).isoformat().replace("+00:00", "Z")}))

    def write(self, path):
        self.list.sort(key=lambda v: v[0])
        path.write_text("".join(json.dumps(v) + "\n" for _, v in self.list))
        return path


class UsageTest(portal.PortalTest):
    def feed(self, visits, *more):
        return self.run_ok("usage", "replay", visits.write(self.folder / "visits.ndjson"), *more)

    def report(self, month, form="text"):
        return self.run_ok("report", "--month", month, "--format", form)

    def told(self, month):
        return json.loads(self.report(month, "json"))


class Report(UsageTest):
    def brief(self, months, decoys):
        chance = random.Random(580)
        visits = Visits()
        for (year, month), figures in months.items():
            visits.month(year, month, *figures, chance)
        visits.double_clicks(300)
        for year, month in decoys:
            visits.decoys(year, month, 40, chance)
        self.feed(visits)

    def test_rule_e2_the_paragraph_of_may_2020_comes_out_of_events(self):
        self.brief({(2019, 5): (5310, 249_970_000), (2020, 5): (7328, 379_960_000),
                    (2019, 4): (17, 90_000), (2020, 4): (900, 5_000_000),
                    (2020, 6): (33, 77_000)},
                   [(2019, 5), (2020, 5), (2019, 6)])
        text = self.report("2020-05")
        self.assertIn("In May 2020: 379,960,000 records in 7,328 dataset downloads; "
                      "records +52 % and dataset downloads +38 % on May 2019 "
                      "(249,970,000 in 5,310).", text)
        self.assertIn("Since counting began in April 2019: 635,020,000 records in 13,555 dataset "
                      "downloads.", text)
        self.assertIn("**379,960,000** records in **7,328** dataset downloads",
                      self.report("2020-05", "markdown"))
        told = self.told("2020-05")
        self.assertEqual(told["portal"]["change"]["recordsPercent"], 52)
        self.assertEqual(told["portal"]["change"]["datasetDownloadsPercent"], 38)
        self.assertEqual(told["total"], {"datasetDownloads": 13555, "records": 635_020_000})
        picture = self.report("2020-05", "svg")
        self.assertIn("2020-05: 379,960,000 records, 7,328 dataset downloads", picture)
        # Rule E1: what is left out of the headline has lines of its own.
        lines = told["lines"]
        self.assertEqual({name: lines[name]["events"] for name in
                          ("apiPages", "exports", "aggregators", "robots", "healthChecks",
                           "recordViews", "datasetViews", "searches", "staff")},
                         dict.fromkeys(("apiPages", "exports", "aggregators", "robots",
                                        "healthChecks", "recordViews", "datasetViews",
                                        "searches"), 40) | {"staff": 0})

    def test_rule_e2_other_events_give_other_figures(self):
        self.brief({(2021, 2): (1200, 3_000_000), (2022, 2): (1100, 3_610_000)}, [(2022, 2)])
        self.assertIn("In February 2022: 3,610,000 records in 1,100 dataset downloads; "
                      "records +20 % and dataset downloads -8 % on February 2021 "
                      "(3,000,000 in 1,200).", self.report("2022-02"))

    def test_rule_e2_an_empty_portal_says_no_data(self):
        self.assertEqual(self.report("2020-05"), "May 2020: no data\n")
        self.assertEqual(self.told("2020-05"),
                         {"month": "2020-05", "complete": True, "data": False})
        self.assertIn("no data", self.report("2020-05", "svg"))

    def test_rule_e1_only_whole_months_are_compared(self):
        chance = random.Random(1)
        visits = Visits()
        visits.month(2019, 5, 10, 1000, chance)
        visits.month(2020, 5, 20, 2000, chance)
        self.feed(visits, "--since", "2019-05-03")
        self.assertIn("no comparable month", self.report("2020-05"))
        self.assertEqual(self.told("2020-05")["portal"]["change"], "no comparable month")
        self.assertIn("no comparable month", self.report("2019-05"))

    def test_rule_e1_the_running_month_is_not_compared(self):
        today = datetime.datetime.now(datetime.timezone.utc)
        visits = Visits()
        visits.month(today.year - 1, today.month, 10, 1000, random.Random(1))
        visits.add(today - datetime.timedelta(seconds=1))
        self.feed(visits)
        text = self.report(f"{today.year}-{today.month:02}")
        self.assertIn("So far in", text)
        self.assertIn("no comparable month", text)

    def test_rule_e1_other_sources_are_lines_of_their_own_and_totals_name_them(self):
        chance = random.Random(2)
        visits = Visits()
        visits.month(2019, 5, 10, 1000, chance)
        visits.month(2020, 5, 20, 3000, chance)
        self.feed(visits)
        gbif = self.write("gbif.csv", "month,dataset,downloads,records\n2015-01,a,7,70\n"
                          "2019-05,a,100,5000\n2019-05,b,100,5000\n2020-05,\"a, b\",300,15000\n"
                          "2020-06,a,9,9\n")
        old = self.write("old.csv", "records,month,downloads\n40,2016-02,4\n")
        self.run_ok("usage", "import", gbif, "--source", "GBIF", "--method", "downloads at GBIF")
        self.run_ok("usage", "import", old, "--source", "ckanpackager")
        self.run_ok("usage", "import", gbif, "--source", "GBIF", "--method", "downloads at GBIF")
        text = self.report("2020-05")
        self.assertIn("3,000 records in 20 dataset downloads; records +200 % and dataset "
                      "downloads +100 % on May 2019", text)
        self.assertIn("GBIF: 15,000 records in 300 dataset downloads; records +50 % and dataset "
                      "downloads +50 % on May 2019 (10,000 in 200); January 2015 to May 2020: "
                      "25,070 records in 507 dataset downloads.", text)
        self.assertIn("ckanpackager: no data of this month; February 2016 to February 2016: "
                      "40 records in 4 dataset downloads.", text)
        self.assertIn("29,110 records in 541 dataset downloads. It adds this portal, GBIF, "
                      "ckanpackager.", text)
        self.assertIn("GBIF: downloads at GBIF.", text)
        self.assertIn("ckanpackager: how it counts is not stated.", text)

    def test_a_bad_file_is_told_with_its_line_and_changes_nothing(self):
        for name, text, words in (
                ("a.csv", "month,downloads\n", "line 1"),
                ("b.csv", "month,downloads,records\n2020-5,1,1\n", "line 2"),
                ("c.csv", "month,downloads,records\n2020-05,1,1\n2020-06,1 000,1\n", "line 3"),
                ("d.csv", "month,downloads,records\n", "no months"),
                ("e.csv", "", "no months")):
            done = self.vitrine("usage", "import", self.write(name, text), "--source", "X")
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertIn(words, done.stderr)
        for text, words in (("{", "line 1"), ('{"time":"2020-05-01","kind":"x"}', "kind"),
                            ('{"kind":"download"}', "time")):
            done = self.vitrine("usage", "replay", self.write("v.ndjson", text + "\n"))
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertIn(words, done.stderr)
        self.assertEqual(self.report("2020-05"), "May 2020: no data\n")


class Counting(UsageTest):
    def counts(self, visits, month="2020-05"):
        self.feed(visits)
        told = self.told(month)
        return told["portal"]["month"] if told["data"] else None

    def test_rule_e3_double_clicks_by_a_sliding_window(self):
        """29 s merges, 31 s does not; a chain of clicks each within the window is one."""
        start = moment("2020-05-10T12:00:00")
        visits = Visits()
        visits.add(moment("2020-04-01"))
        for user, gaps in enumerate(([0, 29], [0, 31], [0, 29, 58, 87], [0, 29, 60])):
            for gap in gaps:
                visits.add(start + datetime.timedelta(seconds=gap), datasets=[("a", 10)],
                           client=f"192.0.2.{user}", address="/same")
        # One user and address each, 29 s apart but not at the start of any fixed half minute.
        for client, agent, address in (("192.0.2.9", BROWSER, "/x"), ("192.0.2.9", BROWSER, "/y"),
                                       ("192.0.2.9", "curl/8.1", "/x"),
                                       ("192.0.2.10", BROWSER, "/x")):
            for gap in (15, 44):
                visits.add(start + datetime.timedelta(seconds=gap), datasets=[("a", 10)],
                           client=client, agent=agent, address=address)
        self.assertEqual(self.counts(visits), {"datasetDownloads": 1 + 2 + 1 + 2 + 4,
                                               "records": 100})

    def test_rule_e1_ranges_and_retries_of_a_package_count_once(self):
        start = moment("2020-05-10T12:00:00")
        visits = Visits()
        visits.add(moment("2020-04-01"))

        def part(user, seconds, **more):
            visits.add(start + datetime.timedelta(seconds=seconds), datasets=[("a", 10)],
                       client=f"192.0.2.{user}", address="/package", **more)

        # A broken download, taken on to its end.
        part(1, 0, complete=False)
        part(1, 100, status=206, range=[500, 1000, 1000])
        # Three ranges out of order, the last one asked twice.
        part(2, 0, status=206, range=[0, 400, 1000])
        part(2, 40, status=206, range=[800, 1000, 1000])
        part(2, 80, status=206, range=[400, 800, 1000])
        part(2, 120, status=206, range=[800, 1000, 1000])
        # Only the end: nobody has the package.
        part(3, 0, status=206, range=[900, 1000, 1000])
        # Never finished.
        part(4, 0, status=206, range=[0, 400, 1000])
        part(4, 40, complete=False)
        # Three attempts, the third whole.
        part(5, 0, complete=False)
        part(5, 40, complete=False)
        part(5, 80)
        self.assertEqual(self.counts(visits), {"datasetDownloads": 3, "records": 30})

    def test_rule_e3_programs_are_machines_and_count(self):
        start = moment("2020-05-10T12:00:00")
        visits = Visits()
        visits.add(moment("2020-04-01"))
        for agent in ("curl/8.1.2", "python-requests/2.31.0", "Python-urllib/3.11",
                      "libcurl/7.88 r-curl/5.0 httr/1.4", "R (4.3.1 x86_64-pc-linux-gnu)",
                      "Java/17.0.1", "Java-http-client/17", "Apache-HttpClient/4.5", "Wget/1.21",
                      "MuseumTool/1", ""):
            visits.add(start, agent=agent)
        for agent in (CRAWLER, "bingbot/2.0", "Scrapy/2.11 (+https://scrapy.org)",
                      "python-requests/2.31 (compatible; SomeSpider)", "facebookexternalhit/1.1"):
            visits.add(start, agent=agent)
        visits.add(start)
        self.feed(visits)
        lines = self.told("2020-05")["lines"]
        # An empty agent is of COUNTER's list ("^.?$").
        self.assertEqual((lines["downloads"]["events"], lines["robots"]["events"]), (11, 6))

    def test_rule_e1_networks_of_staff_and_aggregators_stand_apart(self):
        start = moment("2020-05-10T12:00:00")
        site = self.data / "site"
        site.mkdir()
        (site / "networks.csv").write_text("network,what\n# ours\n192.0.2.0/24,staff\n"
                                           "192.0.2.128/25,aggregator\n192.0.0.0/16,NO\n"
                                           "2001:db8::/32,staff\n198.51.100.7,health\n")
        visits = Visits()
        visits.add(moment("2020-04-01"))
        for client in ("192.0.2.1", "192.0.2.200", "192.0.3.1", "2001:db8::1", "198.51.100.7",
                       "198.51.100.8"):
            visits.add(start, client=client)
        self.feed(visits)
        lines = self.told("2020-05")["lines"]
        self.assertEqual([lines[name]["events"] for name in
                          ("downloads", "staff", "aggregators", "healthChecks")], [2, 2, 1, 1])
        (site / "networks.csv").write_text("192.0.2.0/33,NO\n")
        done = self.vitrine("usage", "replay", self.folder / "visits.ndjson")
        self.assertEqual(done.returncode, 3)
        self.assertIn("networks.csv: line 1", done.stderr)

    def test_rule_e3_a_list_of_robots_of_the_house_takes_the_place_of_ours(self):
        site = self.data / "site"
        site.mkdir()
        (site / "robots.json").write_text(json.dumps(
            [{"pattern": r"^Museum\s?Walker\/\d", "last_changed": "2020-01-01"}]))
        visits = Visits()
        visits.add(moment("2020-04-01"))
        for agent in ("MuseumWalker/2", "Museum Walker/2", "Museum Walker/x", "Trello"):
            visits.add(moment("2020-05-10"), agent=agent)
        self.feed(visits)
        lines = self.told("2020-05")["lines"]
        self.assertEqual((lines["downloads"]["events"], lines["robots"]["events"]), (2, 2))
        (site / "robots.json").write_text('[{"pattern": "("}]')
        done = self.vitrine("usage", "replay", self.folder / "visits.ndjson")
        self.assertEqual(done.returncode, 3)
        self.assertIn("robots.json", done.stderr)

    def test_rule_e4_what_is_kept_names_nobody(self):
        visits = Visits()
        secret = {"client": "203.0.113.77", "agent": BROWSER + " Unmistakable",
                  "address": "/api/v1/download?q=confidential-word"}
        visits.add(moment("2020-05-10"), **secret)
        self.feed(visits)
        kept = b"".join(p.read_bytes() for p in self.data.rglob("*") if p.is_file())
        for text in (b"203.0.113", bytes([203, 0, 113, 77]), b"Unmistakable", b"confidential"):
            self.assertNotIn(text, kept)

    def test_a_torn_file_is_cut_and_figures_are_made_again(self):
        chance = random.Random(3)
        visits = Visits()
        visits.month(2020, 5, 100, 10_000, chance)
        self.feed(visits)
        before = self.told("2020-05")
        events = self.data / "usage" / "events"
        size = events.stat().st_size
        with events.open("ab") as file:  # half a frame
            file.write(b"VUSE" + b"\x02\0\0\0" * 9)
        self.assertEqual(self.told("2020-05"), before)
        self.assertEqual(events.stat().st_size, size)
        (self.data / "usage" / "usage.sqlite").unlink()
        self.assertEqual(self.told("2020-05"), before)
        (self.data / "usage" / "usage.sqlite").write_bytes(b"no database at all" * 1000)
        self.assertEqual(self.told("2020-05"), before)
        self.assertTrue((self.data / "usage" / "usage.sqlite.damaged").exists())


if __name__ == "__main__":
    portal.main()
