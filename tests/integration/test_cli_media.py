# SPDX-License-Identifier: Apache-2.0
"""`vitrine media`: files that come in by hand lie there as those of a replay, and are listed."""

import hashlib
import json
import unittest

import portal

MODEL = b"glTF\x02\x00\x00\x00"
PATH = f"/media/{hashlib.sha256(MODEL).hexdigest()}.glb"


class Media(portal.PortalTest):
    def setUp(self):
        super().setUp()
        self.model = self.folder / "A skull.GLB"
        self.model.write_bytes(MODEL)
        self.call = self.folder / "call.wav"
        self.call.write_bytes(b"RIFF")

    def test_files_are_added_once_and_listed(self):
        self.assertEqual(self.run_ok("media"), "")
        added = json.loads(self.run_ok("media", "add", self.model, "--json"))
        self.assertEqual(added, {"path": PATH, "mediaType": "model/gltf-binary",
                                 "bytes": len(MODEL), "source": str(self.model)})
        again = self.vitrine("media", "add", self.model)
        self.assertEqual(again.returncode, 4)
        self.assertTrue(again.stdout.startswith(PATH + "  model/gltf-binary"), again.stdout)
        self.assertEqual(self.vitrine("media", "add", self.model, self.call).returncode, 0)
        (self.data / "media" / "half.tmp").write_bytes(b"x")  # as a broken machine leaves it
        listed = [json.loads(line) for line in self.run_ok("media", "list", "--json").splitlines()]
        self.assertEqual({(one["mediaType"], one["bytes"]) for one in listed},
                         {("model/gltf-binary", len(MODEL)), ("audio/wav", 4)})
        self.assertEqual((self.data / PATH[1:]).read_bytes(), MODEL)

    def test_mistakes(self):
        page = self.folder / "page.html"
        page.write_text("<script>", encoding="utf-8")
        for words, code, sentence in (
                (["add"], 2, "media takes list or add FILE..."),
                (["list", "x"], 2, "media takes list"), (["remove"], 2, "media takes list"),
                (["add", page], 3, "not a kind of media file"),
                (["add", self.folder / "none.jpg"], 3, "there is no such file")):
            done = self.vitrine("media", *words)
            self.assertEqual((done.returncode, done.stdout), (code, ""), words)
            self.assertIn(sentence, done.stderr)
        self.assertFalse((self.data / "media").exists())


if __name__ == "__main__":
    unittest.main()
