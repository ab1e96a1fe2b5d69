# SPDX-License-Identifier: Apache-2.0
"""Use of a running server: what each answer counts as, and that counting never costs an answer."""

import contextlib
import datetime
import http.client
import json
import os
import signal
import socket
import time
import unittest

import portal
from serving import Museum, Server, address

BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0"}
FROM_PAGE = {**BROWSER, "Sec-Fetch-Site": "same-origin"}
CURL = {"User-Agent": "curl/8.1.2"}
THIS_MONTH = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m")


class CountedTest(unittest.TestCase):
    """Each test has a museum of its own, since it looks at what is counted of it."""

    def setUp(self):
        self.museum = Museum().make()
        self.addCleanup(self.museum.remove)
        self.data = self.museum.data

    @contextlib.contextmanager
    def served(self, *options):
        server = Server(self.data, *options)
        try:
            yield server
        finally:
            self.assertEqual(server.stop(), 0, server.log())
            server.errors.close()

    def lines(self):
        told = json.loads(self.museum.vitrine("report", "--month", THIS_MONTH, "--format", "json"))
        return told.get("lines")

    def figures(self, line):
        return (self.lines()[line]["events"], self.lines()[line]["records"])


class Uses(CountedTest):
    def test_rule_e1_each_answer_stands_in_its_line(self):
        with self.served() as server:
            for path, headers in (
                    # All records: two datasets in one request.
                    ("/api/v1/download", BROWSER),
                    ("/api/v1/download?dataset=birds&package=zip&format=tsv", CURL),
                    ("/api/v1/download?family=turdidae", BROWSER),
                    ("/api/v1/download?family=nothing", BROWSER),
                    # The same once more: a double click.
                    ("/api/v1/download?family=turdidae", BROWSER),
                    # A table's file, by a link of a page and by a program.
                    ("/api/v1/scan?table=lichens&format=csv", FROM_PAGE),
                    ("/api/v1/scan?table=birds", CURL),
                    ("/api/v1/records?limit=3", CURL),
                    ("/api/v1/records?limit=0", CURL),
                    ("/api/v1/records/birds/b1", CURL),
                    ("/record/birds/b2", BROWSER),
                    ("/de/record/birds/b3", BROWSER),
                    ("/dataset/birds", BROWSER),
                    ("/dataset/birds?profile=1", BROWSER),
                    ("/api/v1/datasets/lichens", CURL),
                    ("/search?q=turdus", BROWSER),
                    ("/record/birds/nobody", BROWSER),
                    ("/dataset/nothing", BROWSER),
                    ("/healthz", BROWSER),
                    ("/", BROWSER),
                    ("/record/birds/b4", {**BROWSER, "Sec-Purpose": "prefetch;prerender"})):
                server.ask(path, headers=headers)
            server.ask("/record/birds/b2", method="HEAD", headers=BROWSER)
            server.ask("/api/v1/search", method="POST", headers=CURL,
                       body=json.dumps({"limit": 2, "datasets": ["lichens"]}))
            server.ask("/record/birds/b2", headers={
                "User-Agent": "Mozilla/5.0 (compatible; bingbot/2.0)"})
        birds, lichens = 15, 2
        self.assertEqual(self.figures("downloads"),
                         (2 + 1 + 1 + 1, birds + lichens + birds + 3 + lichens))
        self.assertEqual(self.figures("exports"), (1, birds))
        self.assertEqual(self.figures("apiPages"), (2, 3 + 2))
        self.assertEqual(self.figures("recordViews"), (3, 3))
        self.assertEqual(self.lines()["datasetViews"]["events"], 2)
        self.assertEqual(self.lines()["searches"]["events"], 1)
        self.assertEqual(self.lines()["robots"]["events"], 1)

    def test_rule_e1_a_download_that_is_broken_off_does_not_count(self):
        rows = [f"k{i},{'x' * 1000},{i}" for i in range(20_000)]
        file = self.museum.write("big.csv", ["id,text,number", *rows])
        self.museum.vitrine("ingest", "--dataset", "big", "--key", "id", file)
        with self.served() as server:
            with socket.create_connection(("127.0.0.1", server.port)) as connection:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
                connection.sendall(b"GET /api/v1/download?dataset=big HTTP/1.1\r\nHost: x\r\n"
                                   b"User-Agent: curl/8\r\n\r\n")
                self.assertTrue(connection.recv(1000))
            time.sleep(0.5)
            self.assertEqual(server.ask("/api/v1/download?dataset=big", headers=CURL).status, 200)
        self.assertEqual(self.figures("downloads"), (1, 20_000))

    def test_rule_e1_parts_of_a_kept_package_count_once(self):
        path = "/api/v1/download?dataset=birds&package=zip"
        with self.served() as server:
            def ask(client, **headers):
                return server.ask(path, headers={**CURL, "X-Forwarded-For": client, **headers})

            length = len(ask("192.0.2.1").body)
            middle = length // 2
            for client, ranges in (("192.0.2.2", (f"{middle}-", f"0-{middle - 1}", f"{middle}-")),
                                   ("192.0.2.3", (f"{length - 20}-",)),
                                   ("192.0.2.4", ("0-99",))):
                for part in ranges:
                    self.assertEqual(ask(client, Range=f"bytes={part}").status, 206)
            ask("192.0.2.5")
        self.assertEqual(self.figures("downloads"), (3, 45))

    def test_rule_e3_clients_behind_a_proxy_are_told_apart(self):
        with self.served() as server:
            for client in ("192.0.2.1", "192.0.2.2", "192.0.2.1", "spoofed, 192.0.2.2"):
                server.ask("/record/birds/b1", headers={**BROWSER, "X-Forwarded-For": client})
        self.assertEqual(self.figures("recordViews"), (2, 2))

    def test_rule_e4_a_visitor_is_nowhere_in_the_data_folder(self):
        log = self.data / "access.log"
        visitor = {"User-Agent": "Mozilla/5.0 Unmistakable-Agent",
                   "X-Forwarded-For": "203.0.113.77",
                   "From": "visitor@example.org", "Cookie": "who=visitor@example.org"}
        with self.served("--access-log", str(log)) as server:
            for path in ("/", "/search?q=confidentialword", "/record/birds/b1", "/dataset/birds",
                         "/api/v1/download?q=confidentialword",
                         "/api/v1/records?q=confidentialword", "/statistics"):
                answer = server.ask(path, headers=visitor)
                self.assertEqual(answer.status, 200, path)
                self.assertNotIn("Set-Cookie", answer.headers)
            time.sleep(1.5)
        kept = {path: path.read_bytes() for path in self.data.rglob("*") if path.is_file()}
        self.assertTrue((self.data / "usage" / "events").exists())
        for path, content in kept.items():
            for text in (b"203.0.113.77", bytes([203, 0, 113, 77]), b"127.0.0.1", b"Unmistakable",
                         b"visitor@example.org", b"confidentialword"):
                self.assertFalse(text in content, (path, text))
        self.assertTrue(b" 127.0.0.0 GET /search 200 " in kept[log])

    def test_killed_at_once_only_the_last_seconds_are_lost(self):
        server = Server(self.data)
        for i in range(20):
            server.ask(f"/api/v1/records/birds/b1?version={1551441600000 + i}", headers=CURL)
        time.sleep(2)
        server.ask("/record/birds/b2", headers=BROWSER)
        server.stop(signal.SIGKILL)
        server.errors.close()
        self.assertIn(self.lines()["recordViews"]["events"], (20, 21))
        with self.served() as again:
            again.ask("/record/birds/b3", headers=BROWSER)
        self.assertIn(self.lines()["recordViews"]["events"], (21, 22))

    def test_counting_that_cannot_write_fails_no_answer_and_is_told(self):
        (self.data / "usage").write_text("in the way")
        with self.served() as server:
            self.assertEqual(server.ask("/api/v1/download", headers=CURL).status, 200)
            time.sleep(1.5)
            told = server.ask("/readyz").json()
            self.assertEqual(told["status"], "ready")
            self.assertIs(told["usage"]["writing"], False)
            self.assertIn("usage", told["usage"]["trouble"])
            (self.data / "usage").unlink()
            time.sleep(2)
            told = server.ask("/readyz").json()["usage"]
            self.assertEqual((told["writing"], told["lost"], told["waiting"]), (True, 0, 0))
        self.assertEqual(self.figures("downloads"), (2, 17))

    def test_two_servers_over_a_folder(self):
        """The second counts too once the first has gone."""
        with self.served() as first:
            first.ask("/record/birds/b1", headers=BROWSER)
            second = Server(self.data)
            second.ask("/record/birds/b2", headers=BROWSER)
            time.sleep(1.5)
            self.assertIs(second.ask("/readyz").json()["usage"]["writing"], False)
        time.sleep(2)
        self.assertIs(second.ask("/readyz").json()["usage"]["writing"], True)
        self.assertEqual(second.stop(), 0)
        second.errors.close()
        self.assertEqual(self.figures("recordViews"), (2, 2))


class Answers(CountedTest):
    """What the API tells of what was counted before the server began."""

    def setUp(self):
        super().setUp()
        with self.served() as server:
            self.birds, self.lichens = (
                server.ask(f"/api/v1/datasets/{slug}").json()["dataset"]["uuid"]
                for slug in ("birds", "lichens"))
        for path in (self.data / "usage").iterdir():
            path.unlink()
        lines = []

        def add(time, kind, dataset, count, client, version=1, agent=BROWSER["User-Agent"], **more):
            lines.append({"time": time, "kind": kind, "client": client, "agent": agent,
                          "address": str(len(lines)), "bytes": 100, "format": "csv",
                          "datasets": [{"dataset": dataset, "records": count,
                                        "version": version}], **more})

        site = self.data / "site"
        site.mkdir()
        (site / "networks.csv").write_text("192.0.2.0/24,NO\n")
        add("2020-04-30T23:59:59.000Z", "download", self.birds, 9, "a")
        add("2020-05-01T10:00:00.000Z", "download", self.birds, 10, "192.0.2.1")
        add("2020-05-01T10:10:00.000Z", "download", self.birds, 10, "192.0.2.1")
        add("2020-05-01T10:20:00.000Z", "dataset", self.birds, 0, "192.0.2.1")
        add("2020-05-01T10:30:00.000Z", "download", self.birds, 10, "192.0.2.1", version=2)
        add("2020-05-01T11:00:00.000Z", "download", self.birds, 10, "192.0.2.1")
        add("2020-05-02T10:00:00.000Z", "download", self.birds, 5, "b", agent="curl/8")
        add("2020-05-02T10:00:00.000Z", "record", self.birds, 1, "b", agent="curl/8",
            things=[{"kind": "record", "name": "x/b1"}, {"kind": "person", "name": "ada"}])
        add("2020-05-02T10:00:00.000Z", "download", self.birds, 5, "b", agent="bingbot/1")
        add("2020-06-02T10:00:00.000Z", "download", self.lichens, 2, "c",
            things=[{"kind": "query", "name": "/cite/abc"}])
        visits = self.museum.write("visits.ndjson", [json.dumps(line) for line in lines])
        self.museum.vitrine("usage", "replay", visits)
        gbif = self.museum.write("gbif.csv", ["month,dataset,downloads,records",
                                              "2020-05,birds,3,300", "2020-03,x,1,7"])
        self.museum.vitrine("usage", "import", gbif, "--source", "GBIF")
        self.server = self.enterContext(self.served())

    def get(self, path, **parameters):
        answer = self.server.ask(address(path, **parameters))
        self.assertEqual(answer.status, 200, answer.text())
        return answer.json()

    def test_usage_by_month_and_year_and_dataset(self):
        told = self.get("/api/v1/usage", begin="2020-04", end="2020-06")
        self.assertEqual([(m["month"], m["downloads"]["events"], m["downloads"]["records"])
                          for m in told["months"]],
                         [("2020-04", 1, 9), ("2020-05", 5, 45), ("2020-06", 1, 2)])
        self.assertEqual(told["months"][1]["robots"]["events"], 1)
        self.assertEqual([(s["source"], s["begin"], s["end"], s["downloads"], s["records"])
                          for s in told["sources"]], [("GBIF", "2020-03", "2020-05", 4, 307)])
        year = self.get("/api/v1/usage", by="year", dataset="birds")["years"]
        self.assertEqual([(y["year"], y["downloads"]["records"]) for y in year], [("2020", 54)])
        told = self.get("/api/v1/usage", by="dataset", begin="2020-05")["datasets"]
        self.assertEqual([(d["dataset"], d["downloads"]["events"]) for d in told],
                         [("birds", 5), ("lichens", 1)])
        self.assertEqual(self.get("/api/v1/usage", by="format")["formats"][0]["format"], "csv")

    def test_usage_of_records_queries_and_people(self):
        self.assertEqual(self.get("/api/v1/usage", by="record")["records"],
                         [{"table": "x", "key": "b1", "views": 1, "downloads": 0}])
        self.assertEqual(self.get("/api/v1/usage", by="query")["queries"],
                         [{"query": "/cite/abc", "views": 0, "downloads": 1}])
        self.assertEqual(self.get("/api/v1/usage", by="person")["people"],
                         [{"person": "ada", "views": 1, "downloads": 0}])

    def test_usage_report(self):
        text = self.server.ask("/api/v1/usage/report?month=2020-05&format=text").text()
        self.assertIn("In May 2020: 45 records in 5 dataset downloads; no comparable month", text)
        self.assertIn("GBIF: 300 records in 3 dataset downloads", text)

    def counts(self, report):
        return {(i["metric-type"], i["access-method"]): i["count"]
                for d in report["report-datasets"] for p in d["performance"]
                for i in p["instance"]}

    def test_rule_e3_metrics_by_their_counter_names(self):
        report = self.get("/counter/r1/reports/dsr", **{"begin-date": "2020-05-01",
                                                        "end-date": "2020-05-31"})
        self.assertEqual(report["report-header"]["release"], "RD1")
        [dataset] = report["report-datasets"]
        self.assertEqual(dataset["dataset-title"], "Birds of the North")
        self.assertEqual([i["value"] for i in dataset["dataset-id"] if i["type"] == "uuid"],
                         [self.birds])
        # Two sessions of the first user, one hour each; one of curl's; no robot.
        self.assertEqual(self.counts(report), {
            ("Total_Dataset_Investigations", "Regular"): 5,
            ("Total_Dataset_Investigations", "Machine"): 2,
            ("Unique_Dataset_Investigations", "Regular"): 2,
            ("Unique_Dataset_Investigations", "Machine"): 1,
            ("Total_Dataset_Requests", "Regular"): 4,
            ("Total_Dataset_Requests", "Machine"): 1,
            ("Unique_Dataset_Requests", "Regular"): 2,
            ("Unique_Dataset_Requests", "Machine"): 1})
        instance = dataset["performance"][0]["instance"][0]
        self.assertEqual(instance["country-counts"], {"no": 5})
        self.assertEqual(self.counts(self.get("/counter/r1/reports/dsr", **{
            "begin-date": "2020-05", "end-date": "2020-05", "access-method": "machine",
            "metric-type": "Total_Dataset_Requests"})), {("Total_Dataset_Requests", "Machine"): 1})

    def test_rule_e3_metrics_by_version(self):
        report = self.get("/counter/r1/reports/dsr", **{
            "begin-date": "2020-05", "end-date": "2020-05", "versions": "true",
            "metric-type": "Unique_Dataset_Requests", "access-method": "Regular"})
        self.assertEqual([(d["dataset-attributes"][0]["value"],
                           d["performance"][0]["instance"][0]["count"])
                          for d in report["report-datasets"]], [("1", 2), ("2", 1)])

    def test_rule_e3_the_report_as_a_table(self):
        text = self.server.ask("/counter/r1/reports/dsr?begin-date=2020-04&end-date=2020-06&"
                               "format=tsv").text()
        head, rows = text.split("\n\n")
        self.assertIn("Report_ID\tDSR\nRelease\tRD1", head)
        rows = [row.split("\t") for row in rows.splitlines()]
        self.assertEqual({len(row) for row in rows}, {13})
        self.assertIn(["2020-06", "1"], [row[-2:] for row in rows])
        self.assertEqual(self.get("/counter/r1/reports")[0]["report-id"], "DSR")
        self.assertIs(self.get("/counter/r1/status")[0]["service-active"], True)

    def test_download_statistics_in_the_museums_form(self):
        told = self.get("/api/3/action/download_statistics")
        self.assertIs(told["success"], True)
        months = told["result"]
        self.assertEqual(list(months)[:4], ["3/2020", "4/2020", "5/2020", "6/2020"])
        self.assertEqual(list(months)[-1], datetime.datetime.now(
            datetime.timezone.utc).strftime("%-m/%Y"))
        self.assertEqual(months["5/2020"], {
            "collections": {"records": 45, "download_events": 5},
            "research": {"records": 0, "download_events": 0},
            "mixed": {"records": 0, "download_events": 0},
            "gbif": {"records": 300, "download_events": 3}})
        self.assertEqual(months["6/2020"]["research"], {"records": 2, "download_events": 1})
        one = self.get("/api/3/action/download_statistics", month=5, year=2020,
                       resource_id=self.lichens)["result"]
        self.assertEqual((list(one), one["5/2020"]["collections"]["records"]), (["5/2020"], 0))
        late = self.server.ask("/api/3/action/download_statistics?year=2999")
        self.assertEqual((late.status, late.json()["success"]), (409, False))


class Pages(CountedTest):
    def month(self, back):
        """The 10th of the month so many months before this one."""
        now = datetime.datetime.now(datetime.timezone.utc)
        number = now.year * 12 + now.month - 1 - back
        return f"{number // 12}-{number % 12 + 1:02}-10T12:00:00.000Z"

    def feed(self, *figures):
        """Downloads of birds: (months back, how often, records of each)."""
        with self.served() as server:
            birds = server.ask("/api/v1/datasets/birds").json()["dataset"]["uuid"]
        for path in (self.data / "usage").iterdir():
            path.unlink()
        lines = [{"time": self.month(back), "kind": "download", "client": str(i),
                  "agent": BROWSER["User-Agent"], "datasets": [{"dataset": birds, "records": n}]}
                 for back, times, n in figures for i in range(times)]
        self.museum.vitrine("usage", "replay", self.museum.write(
            "visits.ndjson", [json.dumps(line) for line in lines]))

    def test_rule_e2_pages_tell_the_month_and_the_change(self):
        self.feed((14, 1, 5), (13, 10, 1000), (1, 15, 1500))
        with self.served() as server:
            for path in ("/", "/statistics", "/dataset/birds"):
                text = server.ask(path).text()
                for words in ("<td class=\"number\">22,500</td>", "<b>+50 %</b>", "<b>+125 %</b>",
                              "<td class=\"number\">32,505</td>"):
                    self.assertIn(words, text, path)
                self.assertNotIn("No data", text, path)
            self.assertIn("Birds of the North</a></th><td class=\"number\">15</td>",
                          server.ask("/").text())
            self.assertIn('<path class="use-bars" d="M', server.ask("/statistics").text())
            self.assertIn("Datensatzabrufe", server.ask("/de/statistics").text())
            self.assertNotIn("use-title", server.ask("/dataset/lichens").text())

    def test_rule_e1_pages_compare_whole_months_alone(self):
        self.feed((12, 10, 1000), (1, 15, 1500))
        with self.served() as server:
            for path in ("/", "/statistics", "/dataset/birds"):
                self.assertIn("no comparable month", server.ask(path).text(), path)

    def test_rule_e2_pages_of_an_empty_portal_say_no_data(self):
        with self.served() as server:
            self.assertIn("No data yet", server.ask("/").text())
            self.assertIn("<b>No data.</b>", server.ask("/statistics").text())
            self.assertNotIn("use-title", server.ask("/dataset/birds").text())

    def test_a_damaged_file_of_figures_fails_no_page(self):
        self.feed((1, 15, 1500))
        with self.served() as server:
            (self.data / "usage" / "usage.sqlite").write_bytes(b"nothing of the kind" * 500)
            for path in ("/", "/statistics", "/dataset/birds"):
                self.assertEqual(server.ask(path).status, 200, path)


if __name__ == "__main__":
    portal.main()
