# SPDX-License-Identifier: Apache-2.0
"""A portal from its first minute: what `vitrine init` takes from --name and --portal, and what it
answers while its tables hold next to nothing."""

import json
import shutil
import unittest

import serving


class Init(serving.OwnPortalTest):
    def again(self, *arguments, expect=0):
        shutil.rmtree(self.data)
        done = self.vitrine("init", *arguments)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return done

    def name(self):
        with self.served() as server:
            page = server.ask("/", headers={"Accept": "text/html"}).text()
        return page[page.index("<title>") + 7 : page.index("</title>")]

    def test_the_name_of_the_portal_file(self):
        facts = {"name": "Museum of Käfer", "description": "Beetles."}
        file = self.write("portal.json", json.dumps(facts))
        self.again("--portal", file)
        self.assertEqual(self.name(), "Museum of Käfer")

    def test_a_name_that_is_told_wins(self):
        file = self.write("portal.json", '{"name": "From the file"}')
        self.again("--portal", file, "--name", "Told")
        self.assertEqual(self.name(), "Told")

    def test_without_any_name(self):
        for text in ("{}", '{"name": ""}'):
            self.again("--portal", self.write("portal.json", text))
            self.assertEqual(self.name(), "Vitrine")

    def test_a_name_that_is_no_text(self):
        file = self.write("portal.json", '{"name": ["Museum"]}')
        done = self.again("--portal", file, expect=3)
        self.assertIn("name", done.stderr)

    def test_tables_without_fields(self):
        """Where no record has a member, lists of fields are empty and nothing fails."""
        for table in ("empty", "other"):
            self.ingest("--dataset", "empty", "--table", table, "--key", ":content",
                        self.write("empty.jsonl", "{}\n"))
        with self.served() as server:
            for place in ("fields", "fields?table=other"):
                answer = server.ask(f"/api/v1/datasets/empty/{place}")
                self.assertEqual((answer.status, answer.json()["fields"]), (200, []), place)
            self.assertEqual(server.ask("/api/v1/records?dataset=empty").json()["total"], 2)
            for page in ("/dataset/empty", "/search?dataset=empty", "/"):
                answer = server.ask(page, headers={"Accept": "text/html"})
                self.assertEqual(answer.status, 200, page)


if __name__ == "__main__":
    unittest.main()
