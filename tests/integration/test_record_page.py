# SPDX-License-Identifier: Apache-2.0
"""The page of a record: media, relatives, neighbours, formats; and what a wrong address gives."""

import hashlib
import json
import pathlib
import subprocess
import tempfile
import urllib.parse

import serving
from serving import MS, ServedTest

PLATE = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
NAME = hashlib.sha256(PLATE).hexdigest() + ".svg"
ROWS = [
    {"occurrenceID": "s1", "catalogNumber": "N 1", "scientificName": "Carabus auratus",
     "recordedBy": "Finch", "eventDate": "1887-06-12", "locality": "Moor", "country": "Norway",
     "associatedTaxa": "host: Lepus timidus", "decimalLatitude": 0, "decimalLongitude": 0,
     "Identification": [
         {"scientificName": "Carabus aureus", "dateIdentified": "1888", "identifiedBy": "Ombro"},
         {"scientificName": "Carabus auratus", "dateIdentified": "1931", "typeStatus": "Holotype"}],
     "associatedMedia": [
         {"identifier": "https://other.example/1.jpg", "type": "StillImage", "title": "far",
          "contentNotice": "human remains"},
         {"identifier": "/media/" + NAME, "type": "StillImage", "title": "near <b>",
          "license": "CC_BY_4_0", "creator": "A. Body"}]},
    {"occurrenceID": "s2", "catalogNumber": "N 1", "scientificName": "Carabus hortensis",
     "recordedBy": "Finch", "eventDate": "1887-06-12", "locality": "Moor"},
    {"occurrenceID": "s3", "catalogNumber": "N 3", "scientificName": "Lepus timidus",
     "recordedBy": "Finch", "eventDate": "1887-06-12", "locality": "Fen"},
    {"occurrenceID": "p1", "catalogNumber": "1931", "scientificName": "Carabus auratus",
     "associatedOccurrences": "Voucher: s1"},
]


class RecordPage(ServedTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = cls.museum.folder / "media"
        folder.mkdir()
        (folder / "plate.svg").write_bytes(PLATE)
        rows = cls.museum.write("beetles.jsonl", [json.dumps(row) for row in ROWS])
        plan = cls.museum.write("plan.jsonl", [json.dumps({
            "at": "2021-03-01", "dataset": "beetles", "kind": "specimens", "key": "occurrenceID",
            "files": [rows.name], "media": ["media"], "message": "Beetles"})])
        cls.museum.vitrine("replay", plan)

    def page(self, path, status=200):
        answer = self.ask(path, headers={"Accept": "text/html"})
        self.assertEqual(answer.status, status, answer.text()[:300])
        return answer.text()

    def test_media_are_served_and_run_nothing(self):
        answer = self.ask("/media/" + NAME)
        self.assertEqual((answer.status, answer.body), (200, PLATE))
        self.assertEqual(answer.headers["Content-Type"], "image/svg+xml")
        self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff")
        self.assertIn("immutable", answer.headers["Cache-Control"])
        self.assertIn("sandbox", answer.headers.get_all("Content-Security-Policy")[0])
        again = self.ask("/media/" + NAME, headers={"If-None-Match": answer.headers["ETag"]})
        self.assertEqual(again.status, 304)
        for name in ("x.svg", NAME.replace(".svg", ".html"), "..%2f..%2fetc%2fpasswd", "%00"):
            self.assertIn(self.ask("/media/" + name).status, (400, 404), name)

    def test_media_come_in_parts(self):
        def ask(**headers):
            spelled = {name.replace("_", "-"): text for name, text in headers.items()}
            return self.ask("/media/" + NAME, headers=spelled)
        whole = ask()
        tag, length = whole.headers["ETag"], len(PLATE)
        self.assertEqual(whole.headers["Accept-Ranges"], "bytes")
        for asked, first, last in (("bytes=0-9", 0, 9), ("bytes=5-7", 5, 7),
                                   ("bytes=5-", 5, length - 1),
                                   ("bytes=-4", length - 4, length - 1)):
            part = ask(Range=asked, If_Range=tag, Accept_Encoding="gzip")
            self.assertEqual((part.status, part.body), (206, PLATE[first:last + 1]))
            self.assertEqual(part.headers["Content-Range"], f"bytes {first}-{last}/{length}")
            self.assertEqual(part.headers["Content-Type"], "image/svg+xml")
            self.assertEqual(part.headers["ETag"], tag)
        for headers in ({"Range": "bytes=0-9", "If_Range": '"other"'}, {"Range": "bytes=0-1,4-5"},
                        {"Range": "bytes=0-9", "If_Range": "W/" + tag},
                        {"Range": "bytes=0-9", "If_Range": "Sun, 06 Nov 1994 08:49:37 GMT"}):
            self.assertEqual((ask(**headers).status, ask(**headers).body), (200, PLATE), headers)
        beyond = ask(Range=f"bytes={length}-")
        self.assertEqual((beyond.status, beyond.body), (416, b""))
        self.assertEqual(beyond.headers["Content-Range"], f"bytes */{length}")
        self.assertEqual(ask(Range="bytes=0-9", If_None_Match=tag).status, 304)

    def test_curl_goes_on_where_a_download_ended(self):
        address = f"http://127.0.0.1:{self.server.port}/media/{NAME}"
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "plate.svg")
            path.write_bytes(PLATE[:20])
            subprocess.run(["curl", "-sS", "--fail", "-C", "-", "-o", path, address], check=True)
            self.assertEqual(path.read_bytes(), PLATE)

    def test_rule_d3_media_beside_their_licence(self):
        text = self.page("/record/beetles/s1")
        self.assertIn(f'<img src="/media/{NAME}" alt="near &lt;b&gt;"', text)
        self.assertIn(">CC BY 4.0</a>", text)
        self.assertIn('class="elsewhere" href="https://other.example/1.jpg"', text)
        self.assertNotIn('src="http', text)
        # Rule I2: folded until the reader chooses.
        folded = text.split('<details class="noticed">')[1].split("</details>")[0]
        self.assertIn("Content notice: human remains</summary>", folded)
        self.assertIn("other.example", folded)

    def test_determinations_newest_first(self):
        text = self.page("/record/beetles/s1").split("determinations", 1)[1]
        self.assertLess(text.index("1931"), text.index("1888"))
        self.assertEqual(text.count(">current</span>"), 1)

    def test_doubts_in_words(self):
        text = self.page("/record/beetles/s1")
        self.assertIn("ZERO_COORDINATE", text)
        self.assertNotIn("COUNTRY_MISSING", text)

    def test_relatives_lead_to_as_many_records(self):
        text = self.page("/record/beetles/s1")
        for words, count in (("Same gathering", 2), ("Same collector and day", 3),
                             ("Parts and preparations", 1), ("Host", 1),
                             ("Same catalogue number", 2)):
            part = text.split(f"<dt>{words} <a href=\"", 1)[1]
            address = part.split('"', 1)[0].replace("&amp;", "&").replace("/search?", "")
            found = self.get("/api/v1/records?" + address)
            self.assertEqual(found["total"], count, words)
            self.assertIn(f">{count} record", part[:400], words)
        self.assertIn("Taken from", self.page("/record/beetles/p1"))
        self.assertNotIn("Related records", self.page("/record/birds/b1"))

    def test_neighbours_in_a_search(self):
        search = urllib.parse.quote("dataset=beetles&sort=-catalogNumber", safe="")
        text = self.page(f"/record/beetles/s1?search={search}&at=1")
        self.assertIn("Record 2 of 4", text)
        self.assertIn(f'rel="prev" href="/record/beetles/s3?search={search}&amp;at=0"', text)
        self.assertIn(f'rel="next" href="/record/beetles/s2?search={search}&amp;at=2"', text)
        self.assertIn('<meta name="robots" content="noindex">', text)
        self.assertRegex(text, r'<link rel="canonical" href="http://[^/"]+/record/beetles/s1">')
        for place in (f"search={search}&at=0", f"search={search}", "at=1", "search=&at=1",
                      "search=%2500&at=1", "search=nonsense%3D1&at=1", f"search={search}&at=x",
                      f"search={search}&at=99999999999999999999", "search=limit%3D-1&at=0"):
            self.assertNotIn("record-place", self.page(f"/record/beetles/s1?{place}"), place)

    def test_a_whole_catalogue_number_in_the_box_leads_to_its_record(self):
        newest = self.ask("/api/v1/records?limit=0").json()["version"]
        for asked, found in (
            ("/find?q=N+3", "/record/beetles/s3"),
            ("/find?q=%20n+3%20&sort=&limit=20", "/record/beetles/s3"),
            ("/de/find?q=N+3", "/de/record/beetles/s3"),
            ("/find?q=N+3&locality=Fen&view=map", "/record/beetles/s3"),
            (f"/find?q=N+3&version={newest}", f"/record/beetles/s3?version={newest}"),
            # A moment in the future is the record's page to tell.
            ("/find?q=N+3&version=2999", "/record/beetles/s3?version=32503679999999"),
            # It is no number, or one of several records, or of none that the rest is true of.
            ("/find", "/search"),
            ("/find?q=&year=", "/search"),
            ("/find?q=N+1&country=", "/search?q=N%201"),
            ("/find?q=N", "/search?q=N"),
            ("/find?q=N+3&locality=Moor", "/search?q=N%203&locality=Moor"),
            ("/find?q=N+3&catalogNumber=N+1", "/search?q=N%203&catalogNumber=N%201"),
            (f"/find?q=N+3&version={MS[4]}", f"/search?q=N%203&version={MS[4]}"),
            # What is wrong with a search, it tells itself.
            ("/find?q=N+3&nothing=1", "/search?q=N%203&nothing=1"),
            # Four digits are a year.
            ("/find?q=1931", "/search?q=1931"),
        ):
            with self.subTest(asked=asked):
                answer = self.ask(asked)
                self.assertEqual((answer.status, answer.headers["Location"]), (303, found))
                self.assertEqual(self.ask(found).status, 200)
                told = self.ask(asked, headers={"Accept": "text/plain"})
                self.assertEqual((told.status, told.text()), (200, found))
        self.assertIn("1 specimen matches", self.page("/search?q=N+3"))
        for path in ("/", "/search", "/about", "/nothing"):
            answer = self.ask("/de" + path, headers={"Accept": "text/html"}).text()
            self.assertIn('<button type="submit" formaction="/de/find"', answer, path)

    def test_other_formats(self):
        answer = self.ask("/api/v1/records/beetles/s1?format=jsonld")
        self.assertEqual(answer.headers["Content-Type"], "application/ld+json")
        linked = answer.json()
        self.assertEqual(linked["scientificName"], "Carabus auratus")
        self.assertEqual(linked["@context"]["@vocab"], "http://rs.tdwg.org/dwc/terms/")
        media = linked["schema:associatedMedia"]
        self.assertEqual(media[1]["schema:license"], "https://creativecommons.org/licenses/by/4.0/")
        self.assertNotIn("schema:license", media[0])
        self.assertTrue(media[1]["schema:contentUrl"].startswith("http://127.0.0.1:"))
        lines = self.ask("/api/v1/records/beetles/s1?format=csv").text().split("\r\n")
        self.assertTrue(lines[0].startswith("_table,_key,_version,"))
        self.assertIn("Identification.dateIdentified", lines[0])
        self.assertIn("1888 | 1931", lines[1])
        self.assert_problem(self.ask("/api/v1/records/beetles/s1?format=xml"), 400, "format")
        removed = self.ask(f"/api/v1/records/birds/b6?format=csv&version={MS[3]}")
        self.assert_problem(removed, 410)

    def test_what_may_have_been_meant(self):
        for path, link in (
            ("/record/beetles/s11", "/record/beetles/s1"),
            ("/record/beetles/N%201", "/record/beetles/s1"),
            ("/record/beetle/s1", "/dataset/beetles"),
            ("/dataset/beatles", "/dataset/beetles"),
        ):
            text = self.page(path, 404)
            self.assertIn(f'<li><a href="{link}">', text, path)
            self.assertIn('name="q"', text)
        hostile = self.page("/record/beetles/%22%3E%3Cscript%3E", 404)
        self.assertNotIn("<script>", hostile)


if __name__ == "__main__":
    serving.unittest.main()
