# SPDX-License-Identifier: Apache-2.0
"""Downloads prepared in the background: queued, made, kept, told, ended; nothing half is ever given
out (rule F3), addresses of people are used once and gone (rule E4), erasures take all (rule F5)."""

import base64
import contextlib
import html
import http.server
import json
import os
import re
import signal
import threading
import time
import unittest
import urllib.parse

from serving import OwnPortalTest, Server
from strangers import MailServer

PATH = "/api/v1/downloads"
EMAIL = "ada.reader@example.org"


class Hook:
    """A webhook that fails so many times, then takes what is posted."""

    def __init__(self, failures=0):
        hook = self
        self.failures = failures
        self.posted = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                hook.posted.append((self.headers["Content-Type"], json.loads(body)))
                self.send_response(503 if len(hook.posted) <= hook.failures else 204)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/ready"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class PreparedDownloads(OwnPortalTest):
    def setUp(self):
        super().setUp()
        rows = "".join(f"k{i},Person {i % 97} Secretname{i}\n" for i in range(20000))
        self.ingest("--dataset", "beetles", "--key", "id",
                    self.write("beetles.csv", "id,recordedBy\n" + rows))

    def settings(self, **members):
        (self.data / "site").mkdir(exist_ok=True)
        (self.data / "site" / "notices.json").write_text(json.dumps(members))

    def prepare(self, server, download="/api/v1/download?format=csv", expect=202, **more):
        answer = server.ask(PATH, method="POST", headers={"Content-Type": "application/json"},
                            body=json.dumps({"download": download, **more}))
        self.assertEqual(answer.status, expect, answer.text())
        return answer

    def wait(self, server, where, state="ready", seconds=30):
        end = time.monotonic() + seconds
        while (job := server.ask(where).json())["state"] in ("waiting", "making"):
            self.assertLess(time.monotonic(), end, job)
            self.assertLess(job["share"], 1)
            time.sleep(0.05)
        self.assertEqual(job["state"], state, job)
        return job

    def files(self):
        return sorted((self.data / "downloads").glob("*.json"))

    def test_it_is_made_kept_and_given(self):
        with self.served() as server:
            answer = self.prepare(server)
            where = answer.headers["Location"]
            first = answer.json()
            self.assertEqual(where, f"{PATH}/{first['id']}")
            self.assertIn(first["state"], ("waiting", "making", "ready"))
            self.assertEqual(first["records"], 20000)
            job = self.wait(server, where)
            got = server.ask(job["download"])
            self.assertIn("Repr-Digest", got.headers)
            self.assertEqual((len(got.body), job["share"]), (job["bytes"], 1))
            self.assertEqual(job["until"] - job["ended"], 7 * 24 * 3600 * 1000)
            self.assertLess(abs(job["expected"] / job["bytes"] - 1), 0.3)
        for path in (self.data / "kept").glob("?" * 64):
            path.unlink()
        with self.served() as server:  # rule F3: streamed, it has the same bytes
            self.assertEqual(server.ask(job["download"], headers={
                "Host": f"127.0.0.1:{server.port}"}).status, 200)

    def test_what_is_not_packed_is_prepared_too(self):
        with self.served() as server:
            for form in ("csv", "ndjson"):
                asked = f"/api/v1/download?format={form}&package=none"
                whole = server.ask(asked).body
                job = self.wait(server, self.prepare(server, asked).headers["Location"])
                got = server.ask(job["download"])
                self.assertEqual((got.body, int(got.headers["Content-Length"])),
                                 (whole, len(whole)))

    def test_a_form_does_the_same(self):
        with self.served() as server:
            answer = server.ask(PATH, method="POST", body=urllib.parse.urlencode(
                {"download": "/api/v1/download?recordedBy=Person%201%20Secretname1", "webhook": "",
                 "email": ""}), headers={"Content-Type": "application/x-www-form-urlencoded"})
            self.assertEqual(answer.status, 202, answer.text())
            job = self.wait(server, answer.headers["Location"])
            self.assertEqual(job["records"], 1)

    def test_faults_are_told_when_it_is_asked_for(self):
        with self.served() as server:
            for body, field in ((b"{", "body"), (b"{}", "body"), (b'{"download":5}', "body"),
                                (b'{"download":"/api/v1/records"}', "download"),
                                (b'{"download":"/api/v1/download?format=xls"}', "format"),
                                (b'{"download":"/api/v1/download?nothing=1"}', "nothing"),
                                (b'{"download":"/api/v1/download","more":1}', "body"),
                                (b'{"download":"/api/v1/download","webhook":"ftp://x/"}',
                                 "webhook"),
                                (b'{"download":"/api/v1/download","email":"a@b.example"}',
                                 "email")):
                answer = server.ask(PATH, method="POST", body=body)
                self.assertEqual((answer.status, answer.json().get("field")), (400, field),
                                 (body, answer.text()))
            self.assertEqual(self.files(), [])
            self.assertEqual(server.ask(PATH + "/0").status, 404)
            self.assertEqual(server.ask(PATH + "/0", method="DELETE").status, 404)

    def test_it_can_be_ended(self):
        with self.served() as server:
            where = self.prepare(server).headers["Location"]
            self.assertEqual(server.ask(where, method="DELETE").status, 204)
            self.assertEqual(server.ask(where).status, 404)
            self.assertEqual(self.files(), [])

    def test_a_webhook_is_told_again_until_it_listens(self):
        hook = Hook(failures=2)
        self.addCleanup(hook.close)
        self.settings(privateNetworks=True, address="https://data.museum.example")
        with self.served() as server:
            where = self.prepare(server, webhook=hook.address).headers["Location"]
            job = self.wait(server, where)
            end = time.monotonic() + 30
            while len(hook.posted) < 3 and time.monotonic() < end:
                time.sleep(0.05)
            self.assertEqual(len(hook.posted), 3)
            kind, told = hook.posted[-1]
            self.assertEqual(kind, "application/json")
            self.assertEqual(told, {"id": job["id"], "state": "ready", "bytes": job["bytes"],
                                    "records": 20000,
                                    "download": "https://data.museum.example" + job["download"]})
            self.gone(hook.address)

    def gone(self, text):
        """Rule E4: nowhere in the data folder, within a few seconds."""
        end = time.monotonic() + 20
        while found := [p for p in self.data.rglob("*") if p.is_file()
                        and text.encode() in p.read_bytes()]:
            self.assertLess(time.monotonic(), end, found)
            time.sleep(0.05)

    def test_private_networks_are_closed_to_webhooks(self):
        hook = Hook()
        self.addCleanup(hook.close)
        with self.served() as server:
            self.wait(server, self.prepare(server, webhook=hook.address).headers["Location"])
            time.sleep(2)
            self.assertEqual(hook.posted, [])

    def test_rule_e4_an_address_is_used_once_and_gone(self):
        mail = MailServer()
        self.addCleanup(mail.close)
        self.settings(smtp=mail.address, plainMail=True, address="https://data.museum.example",
                      **{"from": "portal@museum.example"})
        with self.served() as server:
            answer = self.prepare(server, email=EMAIL)
            self.assertNotIn(EMAIL, answer.text())
            job = self.wait(server, answer.headers["Location"])
            end = time.monotonic() + 20
            while not mail.mails and time.monotonic() < end:
                time.sleep(0.05)
            [(sender, recipients, text)] = mail.mails
            self.assertIn("portal@museum.example", sender)
            self.assertEqual([EMAIL in r for r in recipients], [True])
            body = base64.b64decode(text.split("\r\n\r\n", 1)[1])
            self.assertIn(f"https://data.museum.example/downloads/{job['id']}".encode(), body)
            self.gone(EMAIL)
            self.assertNotIn(EMAIL, server.ask(answer.headers["Location"]).text())
            self.assertNotIn(EMAIL, server.log())
            time.sleep(1.5)
            self.assertEqual(len(mail.mails), 1)

    def test_the_pages_need_no_script(self):
        with self.served() as server:
            found = server.ask("/search?q=Person").text()
            where = html.unescape(re.search(r'href="(/downloads/new[^"]*)"', found)[1])
            for prefix, word in (("", "Prepare"), ("/de", "Vorbereiten")):
                offer = server.ask(prefix + where)
                self.assertEqual(offer.status, 200)
                self.assertIn("noindex", offer.text())
                self.assertIn("20,000" if prefix == "" else "20.000", offer.text())
                self.assertIn(word, offer.text())
            values = [html.unescape(v) for v in
                      re.findall(r'name="download" value="([^"]*)"', offer.text())]
            self.assertGreaterEqual(len(values), 6)
            for value in values[:2]:
                taken = server.ask("/downloads", method="POST", headers={
                    "Content-Type": "application/x-www-form-urlencoded"},
                    body=urllib.parse.urlencode({"download": value}))
                self.assertEqual(taken.status, 303, taken.text())
                page = server.ask(taken.headers["Location"])
                self.assertEqual("Refresh" in page.headers, "is ready" not in page.text())
                self.wait(server, "/api/v1" + taken.headers["Location"])
                page = server.ask(taken.headers["Location"])
                self.assertNotIn("Refresh", page.headers)
                self.assertIn("Your download is ready", page.text())
                link = html.unescape(re.search(r'href="(/api/v1/download\?[^"]*)"',
                                               page.text())[1])
                self.assertIn("Repr-Digest", server.ask(link).headers)
            gone = server.ask(taken.headers["Location"] + "/end", method="POST")
            self.assertEqual(gone.status, 303)
            self.assertEqual(server.ask(gone.headers["Location"]).status, 200)
            self.assertEqual(server.ask(taken.headers["Location"]).status, 404)
            bad = server.ask("/downloads", method="POST", body="download=/api/v1/records",
                             headers={"Content-Type": "application/x-www-form-urlencoded"})
            self.assertEqual(bad.status, 400)

    def faulty(self, fault):
        os.environ["VITRINE_FAULT"] = fault
        try:
            return Server(self.data)
        finally:
            del os.environ["VITRINE_FAULT"]

    def test_a_killed_server_begins_it_again(self):
        for n in range(2, 14):
            server = self.faulty(f"{n}:-1")
            where = None
            with contextlib.suppress(Exception):
                where = self.prepare(server).headers["Location"]
                for _ in range(40):
                    server.ask(where)
                    time.sleep(0.05)
            server.process.kill()
            server.stop(signal.SIGKILL)
            server.errors.close()
            with self.served() as server:
                if where is not None:
                    job = self.wait(server, where)
                    got = server.ask(job["download"], headers={"Host": "other.example"})
                    self.assertEqual(got.status, 200)
                for path in self.files():
                    self.wait(server, f"{PATH}/{path.stem}")
                    server.ask(f"{PATH}/{path.stem}", method="DELETE")
            self.assertEqual([p for p in (self.data / "kept").glob("*.part")], [])
            for path in (self.data / "kept").glob("?" * 64):
                path.unlink()

    def test_a_full_disk_is_told_and_leaves_nothing(self):
        failed = 0
        for n in range(2, 14):
            server = self.faulty(f"{n}:28")
            try:
                answer = server.ask(PATH, method="POST",
                                    body=json.dumps({"download": "/api/v1/download"}))
                if answer.status != 202:
                    continue
                where = answer.headers["Location"]
                while (job := server.ask(where).json())["state"] in ("waiting", "making"):
                    time.sleep(0.05)
                if job["state"] == "failed":
                    failed += 1
                    self.assertIn("No space left", job["trouble"])
                    self.assertEqual(list((self.data / "kept").glob("?" * 64 + "*")), [])
                server.ask(where, method="DELETE")
            finally:
                server.stop()
                server.errors.close()
            for path in (self.data / "kept").glob("?" * 64):
                path.unlink()
        self.assertGreater(failed, 0)

    def test_rule_f5_an_erasure_takes_what_was_prepared(self):
        with self.served() as server:
            asked = "/api/v1/download?recordedBy=Person%2017%20Secretname17"
            where = self.prepare(server, asked).headers["Location"]
            self.wait(server, where)
            self.run_ok("erase", "--author", "R", "--message", "x", "--field", "recordedBy",
                        "beetles", "k17")
            self.assertEqual(server.ask(where).status, 404)
            time.sleep(1.5)
            self.gone("Secretname17\"")
            self.assertEqual(self.files(), [])
            self.assertEqual(list((self.data / "kept").glob("?" * 64)), [])


if __name__ == "__main__":
    unittest.main()
