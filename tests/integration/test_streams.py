# SPDX-License-Identifier: Apache-2.0
"""Answers that are made while they are sent: all records of a search, and what happened between two
moments; clients that leave, that stand still, and servers that stop."""

import csv
import io
import json
import socket
import time
import unittest

import serving
from serving import MS, ServedTest, address


def lines(answer):
    return [json.loads(line) for line in answer.text().splitlines()]


class Streams(ServedTest):
    def scan(self, **parameters):
        answer = self.ask(address("/api/v1/scan", **parameters))
        self.assertEqual(answer.status, 200, answer.text())
        return answer

    def test_scan_gives_what_pages_give(self):
        for parameters in ({}, {"family": "Turdidae"}, {"sort": "-year,scientificName"},
                           {"version": str(MS[0])}, {"fields": "year,sex", "q": "passer"}):
            page = self.search(limit=100, **parameters)
            answer = self.scan(**parameters)
            self.assertEqual(answer.headers["Content-Type"], "application/x-ndjson")
            self.assertEqual(lines(answer), page["records"], parameters)
            self.assertGreater(page["total"], 0)

    def test_csv_holds_the_same(self):
        records = self.search(limit=100, sort="-year")["records"]
        rows = list(csv.DictReader(io.StringIO(self.scan(format="csv", sort="-year").text(),
                                               newline="")))
        self.assertEqual([r["_key"] for r in rows], [r["key"] for r in records])
        for row, record in zip(rows, records):
            self.assertEqual(row["_version"], str(record["version"]))
            for name, value in record["data"].items():
                if not isinstance(value, list):
                    self.assertEqual(row[name], str(value))
        lists = {r["_key"]: r["associatedMedia.type"] for r in rows}
        self.assertEqual(lists["l1"], "StillImage | Sound")
        chosen = self.scan(format="csv", fields="sex,year", table="birds").text().splitlines()
        self.assertEqual(chosen[0], "_dataset,_table,_key,_version,sex,year")

    def test_faults_are_told_before_the_first_line(self):
        for name, value, field in (("nothing", "1", "nothing"), ("format", "xml", "format"),
                                   ("limit", "5", "limit"), ("sort", "nothing", "sort"),
                                   ("sort", "_score", "sort"),
                                   ("fields", "nothing", "fields")):
            self.assert_problem(self.ask(address("/api/v1/scan", **{name: value})), 400, field)
        self.assert_problem(self.ask("/api/v1/changes"), 400, "from")
        self.assert_problem(self.ask("/api/v1/changes?from=then"), 400, "from")
        self.assert_problem(self.ask(f"/api/v1/changes?from={MS[0]}&limit=5"), 400, "limit")

    def changes(self, **parameters):
        return lines(self.ask(address("/api/v1/changes", **parameters)))

    def test_changes_between_moments(self):
        head, *rest = self.changes(**{"from": MS[0], "to": MS[2]})
        self.assertEqual(head, {"from": MS[0], "to": MS[2], "added": 2, "changed": 1, "removed": 0})
        changed = [r for r in rest if r["change"] == "changed"]
        self.assertEqual([(r["key"], r["from"], r["to"]) for r in changed], [("b1", MS[0], MS[2])])
        self.assertEqual(changed[0]["fields"], [
            {"field": "country", "change": "changed", "from": "Norway", "to": "Sweden"}])
        self.assertEqual(sorted(r["key"] for r in rest if r["change"] == "added"), ["l1", "l2"])
        # The same record leaves one search and comes into another.
        self.assertEqual(self.changes(**{"from": MS[0], "to": MS[2], "country": "Norway",
                                         "table": "birds"})[0]["removed"], 1)
        self.assertEqual(self.changes(**{"from": MS[2], "to": MS[3], "detail": "false"})[1:], [
            {"change": "removed", "dataset": "birds", "table": "birds", "key": "b6",
             "from": MS[0], "to": None}])
        self.assertEqual(self.changes(**{"from": MS[4]})[1:], [])

    def test_head_sends_no_body(self):
        answer = self.ask("/api/v1/scan", method="HEAD")
        self.assertEqual((answer.status, answer.body), (200, b""))

    def test_connections_go_on_behind_a_stream(self):
        import http.client
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        for _ in range(20):
            connection.request("GET", "/api/v1/scan")
            response = connection.getresponse()
            self.assertEqual(len(response.read().splitlines()), 17)
        connection.close()


class ManyRecords(unittest.TestCase):
    """More records than sockets and buffers hold."""

    @classmethod
    def setUpClass(cls):
        cls.museum = serving.Museum()
        cls.museum.vitrine("init", "--name", "Many")
        # Those from 50000 to 50300 make blocks larger than one is written at once.
        rows = [f"{i},{'x' * cls.length(i)} {i},{i % 7}" for i in range(60000)]
        path = cls.museum.write("many.csv", ["id,text,n", *rows])
        cls.museum.vitrine("ingest", "--dataset", "many", "--key", "id", path)

    @staticmethod
    def length(number):
        return 20000 if 50000 <= number <= 50300 else 200

    @classmethod
    def tearDownClass(cls):
        cls.museum.remove()

    def setUp(self):
        self.server = serving.Server(self.museum.data)
        self.addCleanup(self.server.errors.close)

    def stop(self):
        begun = time.monotonic()
        self.assertEqual(self.server.stop(), 0, self.server.log())
        self.assertNotIn("Sanitizer", self.server.log())
        return time.monotonic() - begun

    def begin(self, path):
        client = socket.create_connection(("127.0.0.1", self.server.port), timeout=20)
        client.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        self.assertIn(b"200 OK", client.recv(1000))
        return client

    def test_all_rows_come(self):
        for path, count in (("/api/v1/scan?sort=-n", 60000), ("/api/v1/scan?format=csv", 60001),
                            ("/api/v1/scan?n=3", 8571)):
            self.assertEqual(len(self.server.ask(path).text().splitlines()), count, path)
        self.stop()

    def test_rows_come_whole_and_in_order(self):
        records = lines(self.server.ask("/api/v1/scan?fields=id,text"))
        self.assertEqual([r["key"] for r in records], sorted(map(str, range(60000))))
        for record in records:
            number = int(record["key"])
            text = f"{'x' * self.length(number)} {number}"
            self.assertEqual(record["data"], {"id": record["key"], "text": text})
        self.stop()

    def test_stalled_clients_hold_nothing_up(self):
        stalled = [self.begin("/api/v1/scan") for _ in range(12)]
        slowest = 0
        for _ in range(20):
            begun = time.monotonic()
            answer = self.server.ask("/api/v1/records?facet=n&limit=1")
            slowest = max(slowest, time.monotonic() - begun)
            self.assertEqual(answer.json()["total"], 60000)
        self.assertLess(slowest, 5)
        for client in stalled:
            client.close()
        self.assertLess(self.stop(), 9)

    def test_the_server_stops_in_the_middle(self):
        client = self.begin("/api/v1/scan")
        self.assertLess(self.stop(), 25)
        client.close()


class ManyChanges(unittest.TestCase):
    """More versions of records than are counted before the first of them is told."""

    def test_counts_come_last_where_they_would_hold_up_the_first(self):
        museum = serving.Museum()
        self.addCleanup(museum.remove)
        museum.vitrine("init", "--name", "Many")

        def ingest(ids, turn):
            path = museum.write("many.csv", ["id,n", *(f"{i},{i % 7 + turn}" for i in ids)])
            museum.vitrine("ingest", "--dataset", "many", "--key", "id", "--snapshot",
                           "--allow-removals", path)
            return json.loads(museum.vitrine("log", "--json", "--limit", "1"))["version"]
        moments = [ingest(*asked) for asked in ((range(40000), 0), (range(70010), 0),
                                                (range(10, 70000), 1))]
        server = serving.Server(museum.data)
        self.addCleanup(server.errors.close)
        self.addCleanup(server.stop)

        def changes(begin, end, **parameters):
            return lines(server.ask(address("/api/v1/changes", **{
                "from": moments[begin], "to": moments[end], "detail": "false", **parameters})))
        count = {"added": 30010, "changed": 0, "removed": 0}
        head, *rest = changes(0, 1)
        self.assertEqual({n: head[n] for n in count}, count)
        self.assertEqual(len(rest), 30010)
        head, *rest, last = changes(1, 2)
        count = {"added": 0, "changed": 69990, "removed": 20}
        moment = {"from": moments[1], "to": moments[2]}
        self.assertEqual(head, {**moment, "added": None, "changed": None, "removed": None})
        self.assertEqual(last, {**moment, **count})
        told = [r["change"] for r in rest]
        self.assertEqual({n: told.count(n) for n in count}, count)
        self.assertEqual(sorted(r["key"] for r in rest), sorted(map(str, range(70010))))
        # Few of them are counted at once, whatever the table's size.
        head, *rest = changes(1, 2, n="7")
        self.assertEqual(head, {**moment, "added": 9999, "changed": 0, "removed": 0})
        self.assertEqual(len(rest), 9999)


if __name__ == "__main__":
    unittest.main()
