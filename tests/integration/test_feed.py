# SPDX-License-Identifier: Apache-2.0
"""Feeds of the commits that changed what a search finds, and the same differences as JSON Patch."""

import json
import xml.etree.ElementTree as ElementTree

from serving import MS, ServedTest, address

ATOM = "{http://www.w3.org/2005/Atom}"


def apply_patch(document, operations):
    """RFC 6902, as far as the portal writes it: paths of one or two tokens."""
    for operation in operations:
        tokens = [t.replace("~1", "/").replace("~0", "~")
                  for t in operation["path"].split("/")[1:]]
        target = document
        for token in tokens[:-1]:
            target = target[token]
        if operation["op"] == "add":
            target[tokens[-1]] = operation["value"]
            continue
        if tokens[-1] not in target:
            raise KeyError(operation["path"])
        if operation["op"] == "remove":
            del target[tokens[-1]]
        else:
            target[tokens[-1]] = operation["value"]
    return document


class Feeds(ServedTest):
    def feed(self, **parameters):
        answer = self.ask(address("/api/v1/feed", format="json", **parameters))
        self.assertEqual(answer.status, 200, answer.text())
        self.assertEqual(answer.headers["Content-Type"], "application/feed+json")
        return answer.json()

    def test_entries_are_the_differences_between_commits(self):
        items = self.feed(limit=100)["items"]
        self.assertGreater(len(items), 2)
        for item in items:
            changes = item["_changes"]
            if changes["from"] is None:
                found = self.search(version=changes["to"])["total"]
                self.assertEqual((changes["added"], changes["changed"], changes["removed"]),
                                 (found, 0, 0))
                continue
            first = self.ask(address("/api/v1/changes", **{
                "from": changes["from"], "to": changes["to"]})).text().splitlines()[0]
            self.assertEqual(json.loads(first), {name: changes[name] for name in (
                "from", "to", "added", "changed", "removed")})
            self.assertGreater(changes["added"] + changes["changed"] + changes["removed"], 0)
        times = [item["date_published"] for item in items]
        self.assertEqual(times, sorted(times, reverse=True))

    def test_links_lead_to_rows_and_pages(self):
        for item in self.feed(country="Norway")["items"]:
            for link in (item["url"], item["_changes"]["rows"]):
                path = link[link.index("/", len("http://")):]
                answer = self.ask(path)
                self.assertEqual(answer.status, 200, path)
                self.assertIn("Norway", path)

    def test_only_what_changes_the_search_is_told(self):
        every = self.feed(limit=100)["items"]
        some = self.feed(limit=100, family="Turdidae", sex="female")["items"]
        self.assertLess(len(some), len(every))
        self.assertGreater(len(some), 0)
        self.assertLessEqual({i["_changes"]["to"] for i in some},
                             {i["_changes"]["to"] for i in every})

    def test_pages_follow_each_other(self):
        ids = [item["id"] for item in self.feed(limit=100)["items"]]
        told = []
        page = self.feed(limit=1)
        while True:
            told += [item["id"] for item in page["items"]]
            if "next_url" not in page:
                break
            path = page["next_url"]
            page = self.ask(path[path.index("/", len("http://")):] + "&limit=1").json()
        self.assertEqual(told, ids)

    def test_atom_is_the_same(self):
        answer = self.ask("/api/v1/feed?q=turdus")
        self.assertEqual(answer.headers["Content-Type"], "application/atom+xml")
        root = ElementTree.fromstring(answer.body)
        items = self.feed(q="turdus")["items"]
        self.assertEqual(root.tag, ATOM + "feed")
        for name in ("id", "title", "updated", "author"):
            self.assertIsNotNone(root.find(ATOM + name), name)
        self.assertEqual([e.findtext(ATOM + "id") for e in root.findall(ATOM + "entry")],
                         [item["id"] for item in items])
        self.assertEqual([e.findtext(ATOM + "title") for e in root.findall(ATOM + "entry")],
                         [item["title"] for item in items])

    def test_readers_that_have_it_are_told_so(self):
        answer = self.ask("/api/v1/feed")
        again = self.ask("/api/v1/feed", headers={"If-None-Match": answer.headers["ETag"]})
        self.assertEqual((again.status, again.body), (304, b""))

    def test_faults_are_told(self):
        for name, value in (("format", "rss"), ("limit", "101"), ("before", "then"),
                            ("version", str(MS[0])), ("nothing", "1"), ("sort", "year")):
            self.assert_problem(self.ask(address("/api/v1/feed", **{name: value})), 400, name)

    def test_pages_name_their_feed(self):
        self.assertIn('href="/api/v1/feed?dataset=birds"', self.ask("/dataset/birds").text())
        self.assertIn('type="application/atom+xml"', self.ask("/dataset/birds").text())
        self.assertIn('href="/api/v1/feed?country=Norway"',
                      self.ask("/search?country=Norway&view=changes").text())


class Patches(ServedTest):
    def result(self, moment, **parameters):
        answer = self.ask(address("/api/v1/scan", version=moment, **parameters))
        records = [json.loads(line) for line in answer.text().splitlines()]
        return {f"{r['dataset']}/{r['table']}/{r['key']}": r["data"] for r in records}

    def test_a_patch_makes_one_version_of_the_other(self):
        for parameters in ({}, {"country": "Norway", "table": "birds"}):
            for start, end in ((0, 2), (0, 4), (2, 3), (4, 4)):
                answer = self.ask(address("/api/v1/changes", format="json-patch", **{
                    "from": MS[start], "to": MS[end]}, **parameters))
                self.assertEqual(answer.headers["Content-Type"], "application/json-patch+json")
                before = self.result(MS[start], **parameters)
                self.assertEqual(apply_patch(before, answer.json()),
                                 self.result(MS[end], **parameters))

    def test_unknown_formats_are_refused(self):
        self.assert_problem(self.ask(f"/api/v1/changes?from={MS[0]}&format=xml"), 400, "format")
