# SPDX-License-Identifier: Apache-2.0
"""What a museum sets of its own pages, and pages of text and in another language, over HTTP."""

import json
import pathlib
import subprocess
import unittest

from portal import BINARY
from serving import Museum, Server

NAMES = ["about", "accessibility", "harmful-content", "help", "privacy", "terms",
         "understanding-the-collection"]


class House(unittest.TestCase):
    def setUp(self):
        self.museum = Museum()
        self.museum.make()
        self.addCleanup(self.museum.remove)
        self.site = pathlib.Path(self.museum.data) / "site"
        (self.site / "pages").mkdir(parents=True)

    def serve(self):
        server = Server(self.museum.data)
        self.addCleanup(server.stop)
        return server

    def page(self, server, path):
        answer = server.ask(path, headers={"Accept": "text/html"})
        self.assertEqual(answer.status, 200, path)
        return answer.text()

    def test_every_text_has_a_default_in_both_languages(self):
        server = self.serve()
        for name in NAMES:
            english = self.page(server, f"/{name}")
            german = self.page(server, f"/de/{name}")
            self.assertIn('<html lang="en">', english)
            self.assertIn('<html lang="de">', german)
            self.assertNotIn("{name}", english + german)
            self.assertNotIn("{contact}", english + german)
            self.assertIn(f'href="/{name}"', german, "the way back to English")
            self.assertNotEqual(english.split("<main")[1], german.split("<main")[1])

    def test_rule_K1_the_statement_says_what_fails_and_who_hears_complaints(self):
        (self.site / "site.json").write_text(json.dumps({
            "contact": "access@museum.example", "enforcement": "The Equality Commission",
            "tested": "1 June 2026", "reviewed": "2 June 2026"}))
        text = self.page(self.serve(), "/accessibility")
        for part in ("partially compliant", "mailto:access@museum.example",
                     "The Equality Commission", "Last tested: 1 June 2026", "2 June 2026",
                     "known to fall short"):
            self.assertIn(part, text)

    def test_colours_logo_and_texts_of_the_house(self):
        (self.site / "site.json").write_text(json.dumps({
            "contact": "https://museum.example/ask", "copyright": "© The Trustees",
            "logo": "mark.svg", "colours": {"primary": "#7a1f3d", "primaryDark": "#f0a0b0"}}))
        (self.site / "mark.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
        (self.site / "pages" / "privacy.md").write_text("# Ours\n\n<script>x</script> of {name}")
        server = self.serve()
        home = self.page(server, "/")
        self.assertIn("© The Trustees", home)
        self.assertIn('href="https://museum.example/ask">Raise a concern', home)
        theme = home.split('href="/site/theme.css')[1].split('"')[0]
        answer = server.ask("/site/theme.css" + theme)
        self.assertEqual(answer.headers["Content-Type"], "text/css; charset=utf-8")
        self.assertIn("--moss:#7a1f3d", answer.text())
        self.assertIn("--moss:#f0a0b0", answer.text())
        logo = server.ask("/site/logo.svg")
        self.assertEqual(logo.status, 200)
        self.assertIn("default-src 'none'", logo.headers["Content-Security-Policy"])
        self.assertIn("sandbox", logo.headers["Content-Security-Policy"])
        privacy = self.page(server, "/privacy")
        self.assertIn("<h2>Ours</h2>", privacy)
        self.assertNotIn("<script>x", privacy)
        self.assertIn("Ours", self.page(server, "/de/privacy"))

    def test_a_wrong_setting_stops_the_server_with_a_word(self):
        (self.site / "site.json").write_text('{"colours": {"primary": "#ffff00"}}')
        done = subprocess.run([BINARY, "serve", "--data", str(self.museum.data), "--listen",
                               "127.0.0.1:0"], capture_output=True, text=True, timeout=30)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("choose a darker one", done.stderr)

    def test_a_language_stays_with_the_reader(self):
        server = self.serve()
        self.assertEqual(server.ask("/de/api/v1/records").status, 404)
        self.assertEqual(server.ask("/site/theme.css").status, 404)
        text = self.page(server, "/de/search?country=Norway")
        self.assertIn('action="/de/search"', text)
        self.assertIn('href="/de/record/', text)
        self.assertIn('href="/search?country=Norway" lang="en"', text)
        self.assertNotIn('href="/record/', text)
        first = server.ask("/de/")
        again = server.ask("/", headers={"If-None-Match": first.headers["ETag"]})
        self.assertEqual(again.status, 200, "another language is another page")


if __name__ == "__main__":
    unittest.main()
