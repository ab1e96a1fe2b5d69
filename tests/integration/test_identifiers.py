# SPDX-License-Identifier: Apache-2.0
"""Identifiers of searches (rules F1 to F4): made once for equal searches at equal versions, kept
through commits, merges, kills and restarts, and re-run to the digest that was recorded."""

import html
import json
import re
import shutil
import signal
import xml.etree.ElementTree as ElementTree

import portal
from serving import MS, OwnPortalTest, Server, ServedTest, address

KERNEL = "{http://datacite.org/schema/kernel-4}"
FORMATS = ("text", "bibtex", "ris", "csl", "datacite-json", "datacite-xml", "schema-org")
ACCEPT = {
    "text/x-bibliography": "text/plain",
    "application/x-bibtex": "application/x-bibtex",
    "application/x-research-info-systems": "application/x-research-info-systems",
    "application/vnd.citationstyles.csl+json": "application/vnd.citationstyles.csl+json",
    "application/vnd.datacite.datacite+json": "application/vnd.datacite.datacite+json",
    "application/vnd.datacite.datacite+xml": "application/vnd.datacite.datacite+xml",
    "application/vnd.schemaorg.ld+json": "application/vnd.schemaorg.ld+json",
    "application/ld+json;q=0.9, */*;q=0.1": "application/vnd.schemaorg.ld+json",
    "text/html,application/xhtml+xml,*/*;q=0.8": "text/html",
    "*/*": "text/html",
}


def claims_registration(text):
    """Whether a text says what only a registered identifier may (rule F1)."""
    return re.search(r"\bdoi\b|doi\.org|\b10\.\d", text, re.IGNORECASE)


class Making:
    """For tests with self.ask."""

    def cite(self, query="", **headers):
        answer = self.ask(f"/cite{query}", method="POST", headers=headers)
        self.assertEqual(answer.status, 303, answer.text())
        self.assertRegex(answer.headers["Location"], r"^/cite/[2-9b-z]{8}$")
        return answer.headers["Location"]

    def page(self, path):
        answer = self.ask(path, headers={"Accept": "text/html"})
        self.assertEqual(answer.status, 200, answer.text())
        text = answer.text()
        return text[text.index("<main"):text.index("</main>")]


class Identifiers(ServedTest, Making):
    def test_rule_f2_equal_searches_at_equal_versions_share_one(self):
        first = self.cite(f"?family=Corvidae&version={MS[0]}")
        # Written otherwise, and at a later moment at which no table of it had changed.
        query = json.dumps({"filters": {"and": [
            {"string_equals": {"fields": ["family"], "value": "corvidae"}}]}})
        same = [f"?family=CORVIDAE&version={MS[0] + 5}",
                address("", query=query, version=MS[0])]
        birds = self.cite(f"?family=Corvidae&dataset=birds&version={MS[0]}")
        self.assertEqual(birds, self.cite(f"?dataset=birds&family=Corvidae&version={MS[1]}"))
        self.assertNotEqual(birds, self.cite(f"?family=Corvidae&dataset=birds&version={MS[2]}"))
        self.assertNotEqual(first, self.cite(f"?family=Corvidae&version={MS[1]}"))  # lichens came
        self.assertEqual(first, self.cite(same[0].replace("CORVIDAE", "Corvidae")))
        self.assertEqual(self.page(self.cite(same[1])).count("3 records from 1 dataset"), 2)

    def test_rule_f1_a_local_identifier_claims_nothing(self):
        path = self.cite(f"?q=turdus&version={MS[0]}")
        page = self.page(path)
        self.assertIn("Not registered: an address of this portal alone", page)
        self.assertFalse(claims_registration(self.ask(path).text()))
        for name in FORMATS:
            answer = self.ask(f"{path}?format={name}")
            self.assertEqual(answer.status, 200, answer.text())
            text = answer.text().replace("127.0.0.1", "")
            # The namespace of the schema names the registry, not a DOI of ours.
            self.assertFalse(claims_registration(text), (name, text))
            self.assertIn(f"http://127.0.0.1:{self.server.port}{path}", answer.text())
        links = self.ask(path).headers.get_all("Link")
        self.assertIn(f'<http://127.0.0.1:{self.server.port}{path}>; rel="cite-as"', links)

    def test_rule_f2_the_page_answers_anyone_head_too(self):
        path = self.cite("?q=corvus")
        for method in ("GET", "HEAD"):
            for agent in ("", "curl/8", "Googlebot/2.1"):
                answer = self.ask(path, method=method, headers={"User-Agent": agent})
                self.assertEqual(answer.status, 200)
                self.assertEqual(answer.headers["Content-Type"], "text/html; charset=utf-8")
        self.assertEqual(self.ask(path.upper().replace("/CITE", "/cite")).status, 200)
        self.assertEqual(self.ask("/cite/bcdfghjk").status, 404)

    def test_rule_f2_not_for_robots_nor_for_nothing(self):
        robot = self.ask("/cite?q=corvus", method="POST",
                         headers={"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"})
        self.assert_problem(robot, 409)
        self.assert_problem(self.ask("/cite?family=X", method="POST"), 400)
        self.assert_problem(self.ask("/cite?nosuchfield=1", method="POST"), 400)
        self.assertEqual(self.ask("/cite", method="GET").status, 405)
        robots = self.ask("/robots.txt").text()
        self.assertIn("Disallow: /*?check=", robots)

    def test_rule_f2_bounded_for_each_client(self):
        statuses = []
        for i in range(62):
            answer = self.ask(f"/cite?year=..{1900 + i}", method="POST",
                              headers={"X-Forwarded-For": "198.51.100.7"})
            statuses.append(answer.status)
        self.assertEqual(statuses, [303] * 60 + [429] * 2)
        self.assertEqual(answer.headers["Retry-After"], "3600")
        # What is there already costs nothing; others have their own share, whatever they claim.
        self.assertEqual(self.ask("/cite?year=..1900", method="POST",
                                  headers={"X-Forwarded-For": "198.51.100.7"}).status, 303)
        self.assertEqual(self.ask("/cite?year=..1961", method="POST", headers={
            "X-Forwarded-For": "198.51.100.7, 198.51.100.8"}).status, 303)

    def test_the_page_says_what_was_then_and_is_now(self):
        path = self.cite(f"?country=Norway&version={MS[0]}")
        page = self.page(path)
        self.assertIn("<dt>Records then</dt><dd>3</dd>", page)
        # b1 went to Sweden, and a lichen of Norway is in a table that was not there then.
        self.assertIn("<dt>Records now</dt><dd>2 ", page)
        self.assertIn("<dt>What was asked</dt><dd>Country: Norway</dd>", page)
        self.assertRegex(page, r"<h1[^>]*>3 records from 1 dataset: Country: Norway</h1>")
        german = self.page("/de" + path)
        self.assertIn("<dt>Was gefragt wurde</dt><dd>Land ist Norway</dd>", german)
        self.assertRegex(german, r"<h1[^>]*>3 Einträge aus 1 Datensatz: Land ist Norway</h1>")
        for form in ("text", "bibtex", "csl", "schema-org"):  # rule F3: the same for everyone
            self.assertEqual(*[self.ask(f"{prefix}{path}?format={form}").body
                               for prefix in ("", "/de")])
        for link in re.findall(r'href="(/search[^"]*)"', page):
            self.assertEqual(self.ask(html.unescape(link)).status, 200, link)
        self.assertIn(f"changes.from={MS[0]}", page)
        self.assertIn('action="%s" method="get"' % path, page)
        self.assertIn("and the same digest", self.page(path + "?check=true"))

    def test_rule_f2_metadata_have_all_fields(self):
        path = self.cite(f"?version={MS[2]}")
        text = self.ask(path, headers={"Accept": "application/vnd.datacite.datacite+json"}).json()
        self.assertEqual([c["name"] for c in text["creators"]], ["Museum of Tests"])
        self.assertEqual({c["nameType"] for c in text["creators"]}, {"Organizational"})
        self.assertEqual(text["publisher"]["name"], "Museum of Tests")
        self.assertEqual(text["types"]["resourceTypeGeneral"], "Dataset")
        self.assertEqual(text["publicationYear"], 2017)
        self.assertEqual(text["version"], "2017-03-01")
        self.assertEqual(text["sizes"], ["17 records"])
        self.assertIn("text/csv", text["formats"])
        self.assertEqual([r["rightsIdentifier"] for r in text["rightsList"]], ["CC-BY-4.0"])
        self.assertEqual([r["relationType"] for r in text["relatedIdentifiers"]],
                         ["IsDerivedFrom"] * 2)
        self.assertIn("Birds of the North: 15", text["descriptions"][0]["description"])
        later = self.cite(f"?version={MS[3]}")
        relations = self.ask(later + "?format=datacite-json").json()["relatedIdentifiers"]
        self.assertEqual(relations[-1]["relationType"], "IsNewVersionOf")
        self.assertTrue(relations[-1]["relatedIdentifier"].endswith(path))

    def test_xml_keeps_the_schema_s_rules(self):
        """Against kernel-4 by rule: the XSD itself is not at hand."""
        path = self.cite(f"?version={MS[1]}")
        root = ElementTree.fromstring(self.ask(path + "?format=datacite-xml").body)
        self.assertEqual(root.tag, KERNEL + "resource")
        names = [child.tag.removeprefix(KERNEL) for child in root]
        self.assertEqual(len(names), len(set(names)), "xs:all: each once")
        for needed in ("identifier", "creators", "titles", "publisher", "publicationYear",
                       "resourceType"):
            self.assertIn(needed, names)
        known = {"identifier", "creators", "titles", "publisher", "publicationYear",
                 "resourceType", "dates", "language", "relatedIdentifiers", "sizes", "formats",
                 "version", "rightsList", "descriptions"}
        self.assertLessEqual(set(names), known)
        self.assertEqual(root.find(KERNEL + "identifier").get("identifierType"), "URL")
        self.assertRegex(root.find(KERNEL + "publicationYear").text, r"^\d{4}$")
        for date in root.iter(KERNEL + "date"):
            self.assertIn(date.get("dateType"), {"Created", "Issued", "Updated"})
            self.assertRegex(date.text, r"^\d{4}-\d\d-\d\d$")
        for related in root.iter(KERNEL + "relatedIdentifier"):
            self.assertIn(related.get("relationType"), {"IsDerivedFrom", "IsNewVersionOf"})
            self.assertIn(related.get("relatedIdentifierType"), {"DOI", "URL"})
        for creator in root.iter(KERNEL + "creator"):
            self.assertTrue(creator.find(KERNEL + "creatorName").text)

    def test_forms_by_accept_and_by_name(self):
        path = self.cite("?q=pica")
        for accept, media_type in ACCEPT.items():
            answer = self.ask(path, headers={"Accept": accept})
            self.assertEqual(answer.headers["Content-Type"].split(";")[0], media_type, accept)
            self.assertIn("Accept", ", ".join(answer.headers.get_all("Vary")))
        linked = self.ask(path, headers={"Accept": "application/ld+json"}).json()
        self.assertEqual(linked["@type"], "Dataset")
        self.assertGreaterEqual(len(linked["description"]), 50)  # as Google's search asks
        self.assertTrue(linked["url"].endswith(path))
        self.assert_problem(self.ask(path + "?format=word"), 400, "format")

    def test_names_lead_to_the_search_at_its_version(self):
        made = self.ask(f"/s?family=Corvidae&version={MS[0]}", method="POST")
        self.assertEqual(made.status, 303)
        page = self.page(made.headers["Location"])
        name = re.search(r"/s/([a-z]+-[a-z]+-[a-z]+)", page).group(1)
        again = self.ask(f"/s?family=Corvidae&version={MS[0]}", method="POST")
        self.assertEqual(again.headers["Location"], made.headers["Location"])
        for path in (f"/s/{name}", f"/search/{name}", f"/s/{name.upper()}"):
            answer = self.ask(path)
            self.assertEqual(answer.status, 302)
            self.assertEqual(answer.headers["Location"],
                             f"/search?family=Corvidae&version={MS[0]}")
        german = self.ask(f"/de/s/{name}").headers["Location"]
        self.assertTrue(german.startswith("/de/search?"))
        self.assertEqual(self.ask("/s/no-such-name").status, 404)

    def test_the_search_page_offers_both_without_scripts(self):
        page = self.ask(f"/search?family=Corvidae&sort=-year&version={MS[0]}").text()
        for path in ("/cite", "/s"):
            action = f'action="{path}?family=Corvidae&amp;version={MS[0]}" method="post"'
            self.assertIn(action, page)
        self.assertNotIn('action="/cite', self.ask("/search?family=X").text())

    def test_the_portal_api_has_it_too(self):
        made = self.ask(f"/api/v1/citations?family=Turdidae&version={MS[0]}", method="POST")
        self.assertEqual(made.status, 201, made.text())
        entry = made.json()
        self.assertFalse(entry["registered"])
        self.assertEqual(entry["cited"]["records"], 3)
        self.assertEqual(self.get(f"/api/v1/citations/{entry['id']}"), entry)
        digest = self.get("/api/v1/digest", family="Turdidae", version=MS[0])["digest"]
        self.assertEqual(entry["cited"]["digest"], digest)
        again = self.ask(f"/api/v1/citations?family=Turdidae&version={MS[0]}", method="POST")
        self.assertEqual((again.status, again.json()), (200, entry))

    def test_rule_e4_the_register_keeps_no_client(self):
        self.cite("?q=merula", **{"X-Forwarded-For": "203.0.113.77", "User-Agent": "Secret/1"})
        kept = (self.museum.data / "identifiers.sqlite").read_bytes()
        self.assertNotIn(b"203.0.113", kept)
        self.assertNotIn(b"Secret/1", kept)
        created = self.get("/api/v1/citations/" + self.cite("?q=merula").split("/")[-1])["created"]
        self.assertEqual(created % 3600000, 0)


class Lasting(OwnPortalTest, Making):
    """What becomes of an identifier while the data move on."""

    def birds(self, rows, *more):
        path = self.write("birds.csv", "id,name,family,remarks\n" + "\n".join(rows) + "\n")
        self.run_ok("ingest", "--dataset", "birds", "--key", "id", *more, path)

    def rows(self, changed=0):
        return [f"b{i:03},Corvus {i},Corvidae,{'seen' if i < changed else 'unseen'}"
                for i in range(200)]

    def ask(self, path, **options):
        return self.server.ask(path, **options)

    def again(self):
        self.server = Server(self.data)
        self.addCleanup(self.server.errors.close)

    def stop(self, number=signal.SIGTERM):
        self.server.stop(number)

    def test_rules_f2_f3_equal_after_twenty_commits_a_merge_and_a_restart(self):
        self.birds(self.rows())
        self.again()
        path = self.cite("?family=Corvidae&remarks=unseen")
        self.stop(signal.SIGKILL)  # what was given out is on the disk
        for i in range(20):
            self.birds(self.rows(changed=i + 1))
        self.again()
        page = self.page(path + "?check=true")
        self.stop()
        digests = re.findall(r"<code>([0-9a-f]{64})</code>", page)
        self.assertEqual(len(digests), 2, page)
        self.assertEqual(digests[0], digests[1])
        self.assertIn("and the same digest", page)
        self.assertIn("<dt>Records then</dt><dd>200</dd>", page)
        self.assertIn("<dt>Records now</dt><dd>180 ", page)

    def test_rule_f4_after_an_erasure_the_page_says_what_differs_and_why(self):
        self.birds(self.rows())
        self.again()
        path = self.cite("?family=Corvidae")
        before = re.search(r"<code>([0-9a-f]{64})</code>", self.page(path)).group(1)
        self.stop()
        self.run_ok("erase", "--author", "Registrar", "--field", "name", "--message",
                    "court order", "birds", "b007")
        self.again()
        page = self.page(path)  # unasked: an erasure is told whoever looks
        self.stop()
        digests = re.findall(r"<code>([0-9a-f]{64})</code>", page)
        self.assertEqual(digests[0], before)
        self.assertNotEqual(digests[1], before)
        self.assertIn("every record that was not erased is proved equal", page)
        self.assertRegex(page, r"erased by law, in part or whole, on \d+ \w+ \d{4}: 1 of them")
        self.assertNotIn("Corvus 7<", page)

    def test_the_register_survives_a_copy_of_the_folder_and_is_never_made_anew(self):
        self.birds(self.rows())
        self.again()
        path = self.cite("?family=Corvidae")
        self.stop()
        copy = self.folder / "copy"
        shutil.copytree(self.data, copy)
        register = self.data / "identifiers.sqlite"
        register.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
        done = self.vitrine("serve", "--listen", "127.0.0.1:0")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("identifiers.sqlite", done.stderr)
        self.data = copy
        self.again()
        self.assertIn("and the same digest", self.page(path))
        self.stop()

    def test_a_folder_that_cannot_be_written_is_served(self):
        self.birds(self.rows())
        self.again()
        path = self.cite("?family=Corvidae")
        self.stop()
        (self.data / "identifiers.sqlite").chmod(0o444)
        self.again()
        self.assertEqual(self.ask(path).status, 200)
        self.stop()


if __name__ == "__main__":
    portal.main()
