# SPDX-License-Identifier: Apache-2.0
"""Packages of images as zipfile and csv read them: what the portal holds and may give out, as it
came, and a list of all with the reasons (rules D3, H2, I2)."""

import csv
import hashlib
import io
import json
import struct
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile
import zlib

from hostile import DownloadTest, HostileMuseum
from serving import address

PNG = {name: b"\x89PNG\r\n\x1a\n" + name.encode() * 5000 for name in "abcdef"}
CALL = b"RIFF call"
BY = "https://creativecommons.org/licenses/by/4.0/"


def path_of(content, extension="png"):
    return f"/media/{hashlib.sha256(content).hexdigest()}.{extension}"


ROWS = [
    {"id": "i1", "scientificName": "Bombus", "multimedia": [
        {"identifier": path_of(PNG["a"]), "type": "StillImage", "license": "CC-BY 4.0",
         "creator": "Ann, \"A.\"", "rightsHolder": "The Museum", "title": "A\nbee"},
        {"identifier": path_of(CALL, "wav"), "type": "Sound", "license": "CC0"},
        {"identifier": path_of(PNG["b"]), "type": "StillImage", "license": "All rights reserved"},
        {"identifier": path_of(PNG["c"]), "type": "StillImage"},
        {"identifier": "https://images.example/d.jpg", "type": "StillImage", "license": "CC0"}]},
    {"id": "i/2 ü", "multimedia": [
        {"identifier": path_of(PNG["a"]), "type": "StillImage", "license": "cc-zero"},
        {"identifier": path_of(PNG["d"]), "type": "StillImage", "license": "CC BY-NC 4.0"},
        {"identifier": path_of(PNG["e"]), "type": "StillImage", "license": "CC0",
         "contentNotice": "human remains"},
        {"identifier": path_of(b"never came"), "type": "StillImage", "license": "CC0"}]},
    {"id": "i3", "scientificName": "No image"},
    {"id": "i4" * 200, "associatedMedia": path_of(PNG["f"]),
     "multimedia": {"identifier": path_of(PNG["f"]), "license": "CC BY-SA 4.0"}},
]


def png(width, height, declared=None):
    """A picture in RGB, with steps of grey across."""
    def chunk(kind, content):
        return (struct.pack(">I", len(content)) + kind + content +
                struct.pack(">I", zlib.crc32(kind + content)))
    row = b"\0" + b"".join(bytes([255 * x // width]) * 3 for x in range(width))
    return (b"\x89PNG\r\n\x1a\n" +
            chunk(b"IHDR", struct.pack(">IIBBBBB", *(declared or (width, height)), 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(row * height)) + chunk(b"IEND", b""))


def sides(jpeg):
    """Width and height that a baseline JPEG tells in its frame."""
    at = 2
    while jpeg[at + 1] != 0xC0:
        at += 2 + struct.unpack_from(">H", jpeg, at + 2)[0]
    height, width = struct.unpack_from(">HH", jpeg, at + 5)
    return width, height


PICTURES = {"large.png": png(1500, 600), "small.png": png(300, 200), "cut.png": png(900, 900)[:-99],
            "bomb.png": png(9, 9, declared=(60000, 60000)), "moving.gif": b"GIF89a " * 100}
SIZED = [{"id": name.split(".")[0], "multimedia": [
    {"identifier": path_of(content, name.split(".")[1]), "type": "StillImage",
     "license": "CC BY 4.0", "creator": "<Ann> & Bo", "rightsHolder": "The Museum",
     "title": f"A {name}"}]}
         for name, content in PICTURES.items()]


class ImageMuseum(HostileMuseum):
    def make(self, **facts):
        super().make(**facts)
        for name, content in [*((f"{name}.png", content) for name, content in PNG.items()),
                              ("call.wav", CALL)]:
            path = self.folder / name
            path.write_bytes(content)
            self.vitrine("media", "add", path)
        for name, content in PICTURES.items():
            path = self.folder / name
            path.write_bytes(content)
            self.vitrine("media", "add", path)
        for slug, rows in (("images", ROWS), ("sized", SIZED)):
            path = self.write(f"{slug}.jsonl", [json.dumps(row) for row in rows])
            self.vitrine("ingest", "--dataset", slug, "--key", "id", path)
        return self


class Images(DownloadTest):
    @classmethod
    def make_museum(cls):
        return ImageMuseum().make()

    def package(self, **parameters):
        answer = self.ask(address("/api/v1/download", format="images", **parameters))
        self.assertEqual(answer.status, 200, answer.body[:500])
        self.assertEqual(answer.headers["Content-Type"], "application/zip")
        return zipfile.ZipFile(io.BytesIO(answer.body))

    def listed(self, package):
        text = package.read("images.csv").decode()
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def test_rule_d3_only_open_licences_are_packed_all_are_listed(self):
        package = self.package(dataset="images")
        self.assertIsNone(package.testzip())
        rows = self.listed(package)
        told = [(row["_key"], row["number"], row["reason"]) for row in rows]
        long = "i4" * 200
        self.assertEqual(told, [
            ("i/2 ü", "1", ""), ("i/2 ü", "2", "no open licence"),
            ("i/2 ü", "3", "content notice"), ("i/2 ü", "4", "not held any more"),
            ("i1", "1", ""), ("i1", "2", "no open licence"), ("i1", "3", "no open licence"),
            ("i1", "4", "held elsewhere"), (long, "1", "")])
        files = {row["file"]: row for row in rows if row["file"]}
        self.assertEqual({name for name in package.namelist() if name.startswith("images/")},
                         set(files))
        wanted = {"images/images/i1-1.png": PNG["a"],
                  "images/images/i%2F2%20%C3%BC-1.png": PNG["a"]}
        for name, content in wanted.items():
            self.assertEqual(package.read(name), content)
            self.assertEqual(package.getinfo(name).compress_type, zipfile.ZIP_STORED)
        [last] = set(files) - set(wanted)
        self.assertEqual(package.read(last), PNG["f"])
        self.assertLess(len(last), 160)
        first = files["images/images/i1-1.png"]
        self.assertEqual((first["license"], first["creator"], first["rightsHolder"],
                          first["title"]), (BY, 'Ann, "A."', "The Museum", "A\nbee"))
        self.assertTrue(first["address"].endswith(path_of(PNG["a"])))
        self.assertEqual(self.ask("/" + first["address"].split("/", 3)[3]).body, PNG["a"])
        self.assertEqual(rows[7]["address"], "https://images.example/d.jpg")

    def test_the_manifest_tells_of_each_file(self):
        package = self.package(dataset="images")
        manifest = json.loads(package.read("manifest.json"))
        self.assertEqual(manifest["images"], {"packed": 3, "listed": 9})
        self.assertEqual(manifest["records"], 4)
        for file in manifest["files"]:
            content = package.read(file["name"])
            self.assertEqual((file["bytes"], file["sha256"]),
                             (len(content), hashlib.sha256(content).hexdigest()))
        self.assertIn("rights.txt", package.namelist())

    def test_rule_h2_the_order_is_the_searchs(self):
        rows = self.listed(self.package(dataset="images", sort="-_key"))
        self.assertEqual([row["_key"][:2] for row in rows], ["i4"] + ["i1"] * 4 + ["i/"] * 4)

    def test_rule_f3_the_same_request_gives_the_same_bytes_until_a_file_comes(self):
        path = address("/api/v1/download", format="images", dataset="images")
        first = self.ask(path)
        self.assertEqual(self.ask(path).body, first.body)
        again = self.ask(path, headers={"If-None-Match": first.headers["ETag"]})
        self.assertEqual(again.status, 304)
        late = self.museum.folder / "late.png"
        late.write_bytes(b"\x89PNG late")
        self.museum.vitrine("media", "add", late)
        again = self.ask(path, headers={"If-None-Match": first.headers["ETag"]})
        self.assertEqual(again.status, 200)

    def test_the_estimate_is_of_the_files(self):
        told = self.get("/api/v1/download/estimate", format="images", dataset="images",
                        scientificName="Bombus")
        self.assertEqual(told["records"], 1)
        self.assertLess(abs(told["bytes"] - len(PNG["a"])), 2000)
        self.assertFalse(told["sampled"])  # all of them were looked at
        told = self.get("/api/v1/download/estimate", format="images", dataset="sized", size="512")
        self.assertTrue(told["sampled"])
        text = self.ask("/downloads/new?dataset=sized&size=512").text()
        self.assertIn("estimated from at most 2,000 images", text)
        self.assertNotIn("estimated from", self.ask("/downloads/new?dataset=sized").text())

    def test_it_is_offered_where_there_are_images_alone(self):
        self.assertIn("format=images", self.ask("/dataset/images").text())
        self.assertIn("format=images", self.ask("/search").text())
        for path in ("/dataset/birds", "/search?dataset=birds"):
            self.assertNotIn("format=images", self.ask(path).text())

        def refused(field, **asked):
            answer = self.ask(address("/api/v1/download", format="images", **asked))
            self.assert_problem(answer, 400, field)
        refused("format", dataset="birds")
        refused("fields", fields="note")
        refused("package", package="none")
        refused("separate", separate="true")

    def test_images_are_made_smaller_where_they_can_be(self):
        package = self.package(dataset="sized", size="512")
        rows = {row["_key"]: row for row in self.listed(package)}
        told = {key: (row["file"], row["form"]) for key, row in rows.items()}
        self.assertEqual(told, {
            "bomb": ("", ""), "cut": ("", ""), "large": ("images/sized/large-1.jpg", "smaller"),
            "moving": ("images/sized/moving-1.gif",
                       "as it came: neither JPEG nor PNG in grey or RGB"),
            "small": ("images/sized/small-1.png", "as it came: not larger")})
        self.assertIn("too many pixels", rows["bomb"]["reason"])
        self.assertIn("damaged", rows["cut"]["reason"])
        for name in ("moving.gif", "small.png"):
            self.assertEqual(package.read(f"images/sized/{name.replace('.', '-1.')}"),
                             PICTURES[name])
        small = package.read("images/sized/large-1.jpg")
        self.assertEqual(sides(small), (512, 205))
        manifest = json.loads(package.read("manifest.json"))
        self.assertEqual(manifest["images"], {"packed": 3, "listed": 5, "size": 512, "smaller": 1,
                                              "unreadable": 2, "form": 1})
        names = {file["name"] for file in manifest["files"]}
        self.assertEqual({row["file"] for row in rows.values()} - {""},
                         {name for name in names if name.startswith("images/")})
        for side in (1024, 2048):
            package = self.package(dataset="sized", size=str(side), id="large")
            [row] = self.listed(package)
            content = package.read(row["file"])
            if side < 1500:
                self.assertEqual(sides(content), (1024, 410))
            else:
                self.assertEqual(content, PICTURES["large.png"])

    def test_rule_d3_smaller_images_carry_their_rights(self):
        package = self.package(dataset="sized", size="512", id="large")
        small = package.read("images/sized/large-1.jpg")
        start = small.index(b"<x:xmpmeta")
        packet = small[start:small.index(b"</x:xmpmeta>") + 12]
        text = [part.strip() for part in ElementTree.fromstring(packet).itertext() if part.strip()]
        self.assertEqual(text[:4], ["A large.png", "<Ann> & Bo", "The Museum", BY])
        self.assertTrue(text[4].startswith("http") and text[4].endswith(
            path_of(PICTURES["large.png"])), text)

    def test_rule_f3_smaller_images_are_the_same_each_time(self):
        path = address("/api/v1/download", format="images", dataset="sized", size="1024")
        first = self.ask(path)
        again = self.ask(path, headers={"Range": "bytes=0-", "Cache-Control": "no-cache"})
        self.assertEqual(first.body, again.body)
        self.assertNotEqual(first.headers["ETag"], self.ask(path.replace("1024", "512"))
                            .headers["ETag"])

    def test_sizes_are_offered_and_refused(self):
        text = self.ask("/dataset/sized").text()
        for size in ("2048", "1024", "512"):
            self.assertIn(f"format=images&amp;size={size}&amp;", text)
        text = self.ask("/de/downloads/new?dataset=sized&size=1024").text()
        self.assertIn('<option value="1024" selected>', text)
        links = [link for link in text.split('"') if link.startswith("/api/v1/download?")]
        self.assertEqual([("format=images" in link, "size=1024" in link) for link in links
                          if "format=images" in link or "size=" in link], [(True, True)] * 2)
        self.assertIn('<th scope="row">Bilder</th>', text)
        # A choice that is none is left out and told: all formats are offered without it.
        text = self.ask("/downloads/new?dataset=sized&size=-1&lists=evil&values=").text()
        for told in ("<code>size=-1</code>: size must be original, 2048, 1024 or 512",
                     "<code>lists=evil</code>: lists must be joined or exploded"):
            self.assertEqual(text.count(told), 1)
        self.assertEqual(text.count("</code>: "), 2)
        self.assertFalse([link for link in text.split('"') if "evil" in link
                          and link.startswith("/api/v1/download?")])
        self.assertEqual(text.count('<th scope="row">'), self.ask(
            "/downloads/new?dataset=sized").text().count('<th scope="row">'))
        for asked in ({"format": "images", "size": "640"}, {"format": "csv", "size": "512"}):
            self.assert_problem(self.ask(address("/api/v1/download", **asked)), 400, "size")

    def test_records_without_images_give_an_empty_list(self):
        package = self.package(dataset="images", scientificName="No image")
        self.assertEqual(self.listed(package), [])


if __name__ == "__main__":
    unittest.main()
