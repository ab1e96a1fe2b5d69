# SPDX-License-Identifier: Apache-2.0
"""Packages of images as zipfile and csv read them: what the portal holds and may give out, as it
came, and a list of all with the reasons (rules D3, H2, I2)."""

import csv
import hashlib
import io
import json
import unittest
import zipfile

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


class ImageMuseum(HostileMuseum):
    def make(self, **facts):
        super().make(**facts)
        for name, content in [*((f"{name}.png", content) for name, content in PNG.items()),
                              ("call.wav", CALL)]:
            path = self.folder / name
            path.write_bytes(content)
            self.vitrine("media", "add", path)
        rows = self.write("images.jsonl", [json.dumps(row) for row in ROWS])
        self.vitrine("ingest", "--dataset", "images", "--key", "id", rows)
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

    def test_records_without_images_give_an_empty_list(self):
        package = self.package(dataset="images", scientificName="No image")
        self.assertEqual(self.listed(package), [])


if __name__ == "__main__":
    unittest.main()
