# SPDX-License-Identifier: Apache-2.0
"""Whoever follows a search is told when its result changes, by webhook or mail: confirmed first,
to be ended in each, and deleted then (rule E4); erasures take what names the erased (rule F5)."""

import base64
import http.server
import json
import re
import threading
import time
import unittest
import urllib.parse

from serving import OwnPortalTest
from strangers import MailServer

PATH = "/api/v1/subscriptions"
EMAIL = "ada.reader@example.org"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Hook:
    """A webhook that proves itself, and takes what is posted."""

    def __init__(self, proves=True, status=204):
        hook = self
        self.proves, self.status, self.posted = proves, status, []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                answer = b""
                if "challenge" in body:
                    answer = body["challenge"].encode() if hook.proves else b"no"
                else:
                    hook.posted.append(body)
                self.send_response(200 if "challenge" in body else hook.status)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/changed"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Subscriptions(OwnPortalTest):
    def setUp(self):
        super().setUp()
        self.rows(["1,Norway", "2,Norway", "3,Peru"])

    def rows(self, lines):
        self.ingest("--dataset", "beetles", "--key", "id",
                    self.write("beetles.csv", "id,country\n" + "\n".join(lines) + "\n"))

    def settings(self, **members):
        (self.data / "site").mkdir(exist_ok=True)
        (self.data / "site" / "notices.json").write_text(json.dumps(members))

    def hook(self, **options):
        hook = Hook(**options)
        self.addCleanup(hook.close)
        self.settings(privateNetworks=True)
        return hook

    def follow(self, server, expect=202, **body):
        answer = server.ask(PATH, method="POST", headers={"Content-Type": "application/json"},
                            body=json.dumps(body))
        self.assertEqual(answer.status, expect, answer.text())
        return answer

    def until(self, what, seconds=20):
        end = time.monotonic() + seconds
        while not (found := what()):
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)
        return found

    def files(self):
        return list((self.data / "subscriptions").glob("*.json"))

    def confirmed(self, server, where):
        return lambda: server.ask(where).json()["state"] == "confirmed"

    def test_a_webhook_is_told_what_changed(self):
        hook = self.hook()
        with self.served() as server:
            where = self.follow(server, search="/search?country=Norway&view=changes",
                                webhook=hook.address).headers["Location"]
            self.until(self.confirmed(server, where))
            self.rows(["4,Peru"])  # nothing that is followed
            self.rows(["1,Sweden", "5,Norway", "6,Norway"])
            self.until(lambda: hook.posted)
            (news,) = hook.posted
            self.assertEqual((news["added"], news["changed"], news["removed"]), (2, 0, 1))
            first = server.ask(news["rows"][news["rows"].index("/api"):]).text().splitlines()[0]
            self.assertEqual({k: v for k, v in json.loads(first).items() if k != "from"},
                             {k: news[k] for k in ("to", "added", "changed", "removed")})
            self.assertEqual(server.ask(where, method="DELETE").status, 204)
            self.assertEqual(server.ask(where).status, 404)
            self.assertEqual(self.files(), [])

    def test_it_outlives_the_server(self):
        hook = self.hook()
        with self.served() as server:
            where = self.follow(server, search="/api/v1/feed",
                                webhook=hook.address).headers["Location"]
            self.until(self.confirmed(server, where))
        self.rows(["7,Chile"])
        with self.served():
            self.until(lambda: hook.posted)
        self.assertEqual(hook.posted[0]["added"], 1)

    def test_a_webhook_that_does_not_prove_itself_is_never_told(self):
        hook = self.hook(proves=False)
        with self.served() as server:
            where = self.follow(server, search="/search",
                                webhook=hook.address).headers["Location"]
            self.until(lambda: server.ask(where).json()["failures"] > 0)
            self.rows(["8,Chile"])
            time.sleep(1.5)
            self.assertEqual((hook.posted, server.ask(where).json()["state"]), ([], "waiting"))
            answer = server.ask("/subscriptions/" + where.rsplit("/", 1)[1], method="POST",
                                headers=FORM, body="action=confirm")
            self.assertEqual(answer.status, 400)

    def test_a_webhook_that_is_gone_is_forgotten(self):
        hook = self.hook(status=410)
        with self.served() as server:
            where = self.follow(server, search="/search",
                                webhook=hook.address).headers["Location"]
            self.until(self.confirmed(server, where))
            self.rows(["9,Chile"])
            self.until(lambda: server.ask(where).status == 404)

    def test_private_networks_are_closed_without_a_setting(self):
        hook = self.hook()
        self.settings()
        with self.served() as server:
            where = self.follow(server, search="/search",
                                webhook=hook.address).headers["Location"]
            self.until(lambda: server.ask(where).json()["failures"] > 0)
            self.assertEqual(server.ask(where).json()["state"], "waiting")

    @staticmethod
    def text_of(mail):
        return base64.b64decode(mail[2].split("\r\n\r\n", 1)[1]).decode()

    def test_mail_is_confirmed_told_and_ended(self):
        """Rule E4: confirmed before the first notice, to be ended in each, deleted when done."""
        mail = MailServer()
        self.addCleanup(mail.close)
        self.settings(smtp=mail.address, plainMail=True, address="https://museum.example",
                      **{"from": "data@museum.example"})
        with self.served() as server:
            page = server.ask("/search?country=Norway&view=changes").text()
            search = re.search(r'name="search" value="([^"]*)"', page).group(1)
            answer = server.ask("/subscriptions", method="POST", headers=FORM,
                                body=urllib.parse.urlencode({"search": search, "email": EMAIL}))
            self.assertIn("Look into your mail", answer.text())
            (file,) = self.files()
            self.assertNotIn(file.stem, answer.text())  # only its reader learns it
            self.until(lambda: mail.mails)
            asked = self.text_of(mail.mails[0])
            self.assertNotIn("Norway", asked)
            path = re.search(r"https://museum\.example(/subscriptions/\S+)", asked).group(1)
            self.rows(["1,Sweden"])
            time.sleep(1.5)
            self.assertEqual(len(mail.mails), 1)  # not before it is confirmed
            self.assertIn("Confirm", server.ask(path).text())
            server.ask(path, method="POST", headers=FORM, body="action=confirm")
            self.rows(["10,Norway", "11,Norway"])
            self.until(lambda: len(mail.mails) == 2)
            news = self.text_of(mail.mails[1])
            self.assertIn("2 records added, 0 changed, 0 removed", news)
            link = re.search(r"https://museum\.example(/search\S+)", news).group(1)
            self.assertEqual(server.ask(link).status, 200)
            self.assertIn("country=Norway", link)
            header = mail.mails[1][2].split("\r\n\r\n", 1)[0]
            self.assertIn(f"List-Unsubscribe: <https://museum.example{path}>", header)
            self.rows(["12,Norway"])
            time.sleep(1.5)
            self.assertEqual(len(mail.mails), 2)  # at most one an hour
            ended = server.ask(path, method="POST", headers=FORM,
                               body="List-Unsubscribe=One-Click")
            self.assertIn("no longer follow", ended.text())
            self.assertEqual(server.ask(path).status, 404)
        for path in self.data.rglob("*"):
            if path.is_file():
                self.assertNotIn(EMAIL.encode(), path.read_bytes(), path)

    def test_an_erasure_takes_what_names_the_erased(self):
        hook = self.hook()
        self.rows(["13,Hidden Valley"])
        with self.served() as server:
            where = self.follow(server, search="/search?country=Hidden%20Valley",
                                webhook=hook.address).headers["Location"]
            other = self.follow(server, search="/search?country=Peru",
                                webhook=hook.address).headers["Location"]
            self.until(self.confirmed(server, where))
            self.erase_value("13", "country")
            self.assertEqual((server.ask(where).status, server.ask(other).status), (404, 200))

    def erase_value(self, key, field):
        self.vitrine("erase", "--author", "test", "--message", "file 12", "--field", field,
                     "beetles", key)

    def test_faults_are_told(self):
        with self.served() as server:
            for body, field in (
                    ({}, "body"), ({"search": "/search"}, "webhook"),
                    ({"search": "/search", "webhook": "ftp://x/"}, "webhook"),
                    ({"search": "/search", "email": "a@b.example"}, "email"),
                    ({"search": "/datasets", "webhook": "http://x.example/"}, "search"),
                    ({"search": "/search?nothing=1", "webhook": "http://x.example/"}, "nothing")):
                answer = self.follow(server, expect=400, **body)
                self.assertEqual(answer.json().get("field"), field, body)
            self.assertEqual(server.ask(PATH + "/nothing").status, 404)
            self.assertEqual(server.ask("/subscriptions/nothing").status, 404)
            self.assertEqual(self.files(), [])


if __name__ == "__main__":
    unittest.main()
