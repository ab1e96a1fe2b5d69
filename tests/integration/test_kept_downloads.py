# SPDX-License-Identifier: Apache-2.0
"""Finished downloads that are kept: the same bytes again from disk, any part of them, nothing half,
nothing of what was erased (rules F3, F5)."""

import base64
import contextlib
import hashlib
import os
import signal
import unittest

from serving import MS, OwnPortalTest, ServedTest, Server, address

PATH = "/api/v1/download"


def kept_files(data):
    folder = data / "kept"
    return sorted(p for p in folder.iterdir() if p.name != "lock") if folder.exists() else []


def repr_digest(body):
    """RFC 9530."""
    return "sha-256=:" + base64.b64encode(hashlib.sha256(body).digest()).decode() + ":"


class KeptDownloads(ServedTest):
    def test_rule_f3_a_second_download_is_the_file_of_the_first(self):
        asked = address(PATH, q="merula")
        first = self.ask(asked)
        second = self.ask(asked)
        self.assertEqual((first.status, second.status), (200, 200))
        self.assertEqual(first.body, second.body)
        self.assertNotIn("Content-Length", first.headers)
        self.assertEqual(second.headers["Content-Length"], str(len(first.body)))
        self.assertEqual(second.headers["Repr-Digest"], repr_digest(first.body))
        self.assertEqual(second.headers["ETag"], first.headers["ETag"])
        self.assertEqual(second.headers["Accept-Ranges"], "bytes")
        self.assertEqual(second.headers["Content-Disposition"],
                         first.headers["Content-Disposition"])

    def test_a_client_that_has_it_is_told_so(self):
        for package in ("zip", "none"):
            asked = address(PATH, family="Corvidae", package=package)
            tag = self.ask(asked).headers["ETag"]
            self.assertRegex(tag, '^"[0-9a-f]{61}"$')
            again = self.ask(asked, headers={"If-None-Match": tag})
            self.assertEqual((again.status, again.body), (304, b""))

    def test_an_etag_names_bytes(self):
        """Other columns, another moment, another name of the server: other bytes."""
        tags = {self.ask(address(PATH, **p), method="HEAD", headers=h).headers["ETag"]
                for p, h in (({}, {}), ({"fields": "year"}, {}), ({"format": "tsv"}, {}),
                             ({"version": MS[0]}, {}), ({"package": "none"}, {}),
                             ({}, {"Host": "museum.example"}))}
        self.assertEqual(len(tags), 6)
        newest = self.search(limit=0)["version"]
        self.assertEqual(self.ask(PATH, method="HEAD").headers["ETag"],
                         self.ask(address(PATH, version=newest), method="HEAD").headers["ETag"])

    def parts(self, asked, whole, tag):
        n = len(whole)
        for header, first, last in (("bytes=0-0", 0, 0), (f"bytes={n // 2}-", n // 2, n - 1),
                                    ("bytes=10-19", 10, 19), ("bytes=-7", n - 7, n - 1),
                                    (f"bytes=5-{n * 2}", 5, n - 1), (f"bytes={n - 1}-", n - 1,
                                                                     n - 1)):
            for condition in ({}, {"If-Range": tag}):
                answer = self.ask(asked, headers={"Range": header, **condition})
                self.assertEqual(answer.status, 206, (header, answer.body[:200]))
                self.assertEqual(answer.body, whole[first:last + 1], header)
                self.assertEqual(answer.headers["Content-Range"], f"bytes {first}-{last}/{n}")
                self.assertEqual(answer.headers["Content-Length"], str(last + 1 - first))
                self.assertEqual(answer.headers["ETag"], tag)
        beyond = self.ask(asked, headers={"Range": f"bytes={n}-"})
        self.assertEqual((beyond.status, beyond.body), (416, b""))
        self.assertEqual(beyond.headers["Content-Range"], f"bytes */{n}")
        for headers in ({"Range": "bytes=9-3"}, {"Range": "bytes=x-"}, {"Range": "lines=0-3"},
                        {"Range": "bytes=0-1,5-6"}, {"Range": "bytes=5-", "If-Range": '"other"'},
                        {"Range": "bytes=5-", "If-Range": "W/" + tag}):
            answer = self.ask(asked, headers=headers)
            self.assertEqual((answer.status, answer.body), (200, whole), headers)

    def test_any_part_of_a_kept_package(self):
        asked = address(PATH, family="Turdidae")
        first = self.ask(asked)
        self.parts(asked, first.body, first.headers["ETag"])

    def test_any_part_of_what_is_not_kept_is_made_again(self):
        for form in ("csv", "ndjson"):
            asked = address(PATH, format=form, package="none")
            first = self.ask(asked)
            self.parts(asked, first.body, first.headers["ETag"])

    def test_parts_of_what_nobody_asked_for_yet(self):
        """A part needs the length: it is made once to learn it."""
        for more in ({}, {"package": "none"}):
            asked = address(PATH, country="Norway", **more)
            tail = self.ask(asked, headers={"Range": "bytes=20-"})
            self.assertEqual(tail.status, 206)
            whole = self.ask(asked)
            self.assertEqual(tail.body, whole.body[20:])
            self.assertEqual(tail.headers["Content-Range"],
                             f"bytes 20-{len(whole.body) - 1}/{len(whole.body)}")

    def test_a_broken_download_goes_on_where_it_ended(self):
        for more in ({}, {"package": "none"}):
            asked = address(PATH, sex="male", **more)
            whole = self.ask(asked)
            got = whole.body[:40]
            for _ in range(3):
                answer = self.ask(asked, headers={"Range": f"bytes={len(got)}-",
                                                  "If-Range": whole.headers["ETag"]})
                self.assertEqual(answer.status, 206)
                got += answer.body[:50]
            got += self.ask(asked, headers={"Range": f"bytes={len(got)}-"}).body
            self.assertEqual(got, whole.body)

    def test_head_tells_what_is_known(self):
        asked = address(PATH, year="1855")
        before = self.ask(asked, method="HEAD")
        self.assertEqual((before.status, before.body), (200, b""))
        self.assertNotIn("Content-Length", before.headers)
        whole = self.ask(asked)
        after = self.ask(asked, method="HEAD")
        self.assertEqual(after.headers["Content-Length"], str(len(whole.body)))
        self.assertEqual(after.headers["Repr-Digest"], repr_digest(whole.body))
        self.assertEqual(before.headers["ETag"], after.headers["ETag"])

    def test_the_file_is_named_by_what_it_is_made_of(self):
        before = kept_files(self.museum.data)
        answer = self.ask(address(PATH, recordedBy="Jones"))
        new = [p for p in kept_files(self.museum.data) if p not in before]
        self.assertEqual(len(new), 1)
        self.assertEqual(new[0].read_bytes()[:len(answer.body)], answer.body)
        self.assertEqual('"' + new[0].name[:61] + '"', answer.headers["ETag"])


class KeptInFaults(OwnPortalTest):
    HEADER = "id,name\n"

    def setUp(self):
        super().setUp()
        rows = "".join(f"k{i},collector-{i * 7919 % 100003}-{i}\n" for i in range(20000))
        self.ingest("--dataset", "beetles", "--key", "id",
                    self.write("beetles.csv", self.HEADER + rows))

    @contextlib.contextmanager
    def faulty(self, *options, **environment):
        os.environ.update(environment)
        try:
            server = Server(self.data, *options)
        finally:
            for name in environment:
                del os.environ[name]
        try:
            yield server
        finally:
            self.assertEqual(server.stop(), 0)
            server.errors.close()

    def host(self):
        return {"Host": "museum.example"}

    def test_what_is_damaged_is_made_again(self):
        with self.served() as server:
            whole = server.ask(PATH, headers=self.host()).body
        [file] = kept_files(self.data)
        good = file.read_bytes()
        for bad in (good[:1000] + b"?" + good[1001:], good[:-1], good[: len(good) // 2], b"",
                    good + b"x"):
            file.write_bytes(bad)
            with self.served() as server:
                again = server.ask(PATH, headers=self.host())
                self.assertNotIn("Repr-Digest", again.headers)
                self.assertEqual(again.body, whole)
                self.assertEqual(server.ask(PATH, headers=self.host()).headers["Repr-Digest"],
                                 repr_digest(whole))
            self.assertEqual(file.read_bytes(), good)

    def test_a_full_disk_costs_the_copy_alone(self):
        with self.served() as server:
            whole = server.ask(PATH, headers=self.host()).body
        kept_files(self.data)[0].unlink()
        lost = 0
        for n in (1, 2, 3):
            with self.faulty(VITRINE_FAULT=f"{n}:28") as server:
                self.assertEqual(server.ask(PATH, headers=self.host()).body, whole)
            self.assertFalse([p for p in kept_files(self.data) if p.suffix == ".part"])
            lost += not kept_files(self.data)
            for p in kept_files(self.data):  # the fault struck elsewhere
                self.assertEqual(p.read_bytes()[:len(whole)], whole)
                p.unlink()
        self.assertGreater(lost, 0)

    def test_a_server_killed_in_the_middle_leaves_nothing_half(self):
        with self.served() as server:
            whole = server.ask(PATH, headers=self.host()).body
        kept_files(self.data)[0].unlink()
        for n in range(1, 6):
            os.environ["VITRINE_FAULT"] = f"{n}:-1"
            server = Server(self.data)
            del os.environ["VITRINE_FAULT"]
            with contextlib.suppress(Exception):
                server.ask(PATH, headers=self.host())
            with contextlib.suppress(ProcessLookupError):
                server.process.kill()
            server.stop(signal.SIGKILL)
            server.errors.close()
            with self.served() as server:
                self.assertFalse([p for p in kept_files(self.data) if p.suffix == ".part"])
                self.assertEqual(server.ask(PATH, headers=self.host()).body, whole)
                self.assertEqual(server.ask(PATH, headers=self.host()).body, whole)
            for p in kept_files(self.data):
                p.unlink()

    def test_nothing_is_kept_where_none_is_wanted(self):
        with self.faulty("--keep-downloads", "0") as server:
            first = server.ask(PATH)
            self.assertEqual(server.ask(PATH).body, first.body)
            part = server.ask(PATH, headers={"Range": "bytes=100-"})
            self.assertEqual((part.status, part.body), (206, first.body[100:]))
        self.assertEqual(kept_files(self.data), [])

    def test_rule_f5_an_erasure_leaves_no_kept_package(self):
        with self.served() as server:
            before = server.ask(PATH)
            self.assertEqual(len(kept_files(self.data)), 1)
            self.run_ok("erase", "--author", "R", "--message", "x", "--field", "name", "beetles",
                        "k17")
            self.assertEqual(kept_files(self.data), [])
            after = server.ask(PATH)
            self.assertNotEqual(after.headers["ETag"], before.headers["ETag"])
            self.assertNotEqual(after.body, before.body)


if __name__ == "__main__":
    unittest.main()
