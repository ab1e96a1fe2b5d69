# SPDX-License-Identifier: Apache-2.0
"""Rule C1: the count beside a facet value always equals the total after choosing it. For every
value of the demo museum, through the addresses that rule C2 describes, by a program over the
query layer; for a part of them, and for a museum of values that look like something else, by HTTP.

VITRINE_DEMO_DATA  a data folder of the demo to look at; without it one is made and removed
"""

import concurrent.futures
import html
import html.parser
import http.client
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest
import urllib.parse

import portal
from serving import Server, address

CHECK_FACETS = os.environ.get("VITRINE_CHECK_FACETS", "build/release/tools/check-facets")
DEMO_MUSEUM = os.environ.get("VITRINE_DEMO_MUSEUM", "build/release/demo-museum")


def vitrine(*arguments):
    done = subprocess.run([portal.BINARY, *map(str, arguments)], capture_output=True, text=True,
                          timeout=600)
    if done.returncode != 0:
        raise AssertionError(f"{arguments}: {done.stdout}{done.stderr}")


def make_demo(folder):
    """The whole demo museum, as ./demo makes it; its data folder."""
    sources, data = folder / "sources", folder / "data"
    subprocess.run([DEMO_MUSEUM, "--seed", "1", "--out", sources], check=True,
                   capture_output=True, timeout=300)
    vitrine("init", "--data", data, "--demo", "--name", "Demo", "--portal",
            sources / "portal.json")
    vitrine("replay", "--data", data, sources / "plan.jsonl")
    shutil.rmtree(sources)
    return data


class Client:
    """GET over one connection that stays open."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def text(self, path):
        self.connection.request("GET", path)
        response = self.connection.getresponse()
        content = response.read().decode()
        if response.status != 200:
            raise AssertionError(f"{path}: {response.status} {content[:500]}")
        return content

    def get(self, path, **parameters):
        return json.loads(self.text(address(path, **parameters)))

    def search(self, **parameters):
        return self.get("/api/v1/records", **{"limit": 0, **parameters})

    def close(self):
        self.connection.close()


def in_address(value):
    """The value as docs/api.md says that a program writes it; quotes do no harm elsewhere."""
    return f'"{value}"'


def parameter_of(field):
    return "field." + field


class FacetTest(unittest.TestCase):
    @classmethod
    def check_facets(cls, *groups):
        """What the program prints of each group of tables."""
        done = subprocess.run([CHECK_FACETS, cls.data / "store", *groups], capture_output=True,
                              text=True, timeout=600)
        if done.returncode != 0:
            raise AssertionError(done.stdout + done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def check_field(self, field, limit, where):
        """The facet of one field by HTTP, its sums, and the total behind each value listed."""
        found = self.client.search(facet=field, facetLimit=limit, **where)
        facet = found["facets"][0]
        counted = sum(value["count"] for value in facet["values"])
        name = parameter_of(field)
        missing = self.client.search(**{name: "!*"}, **where)["total"]
        self.assertEqual(missing, facet["missing"], (field, where))
        # A record counts once for each value of a list; where the field is an object, for none.
        if field not in self.nested:
            self.assertEqual(counted + facet["other"] + missing, found["total"], (field, where))
        for value in facet["values"]:
            chosen = self.client.search(**{name: in_address(value["value"])}, **where)
            self.assertEqual(chosen["total"], value["count"], (field, value, where))
        return len(facet["values"])

    def fields_of(self, slug):
        """Names of a dataset's fields; those inside lists are noted."""
        fields = self.client.get(f"/api/v1/datasets/{slug}/fields")["fields"]
        self.nested.update(field["name"] for field in fields if field["nested"])
        return [field["name"] for field in fields]


class OfTheDemo(FacetTest):
    @classmethod
    def setUpClass(cls):
        for program in (portal.BINARY, CHECK_FACETS, DEMO_MUSEUM):
            if not os.path.exists(program):
                raise unittest.SkipTest(f"{program} is not built")
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="vitrine-facets-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        made = os.environ.get("VITRINE_DEMO_DATA")
        cls.data = pathlib.Path(made) if made else make_demo(cls.folder)
        cls.server = Server(cls.data)
        cls.addClassCleanup(cls.server.stop)
        cls.client = Client(cls.server.port)
        cls.addClassCleanup(cls.client.close)
        cls.nested = set()
        cls.datasets = cls.client.get("/api/v1/datasets")["datasets"]
        cls.tables = [resource["slug"] for dataset in cls.datasets
                      for resource in dataset["resources"] if resource["type"] == "table"]
        # One processor does this while another does the rest.
        pool = concurrent.futures.ThreadPoolExecutor(1)
        cls.over_all = pool.submit(cls.check_facets, "all")
        cls.addClassCleanup(pool.shutdown)

    def test_every_table_says_what_it_is(self):
        for dataset in self.datasets:
            page = html.unescape(self.client.text(f"/dataset/{dataset['slug']}"))
            for resource in dataset["resources"]:
                self.assertNotIn(resource["title"], ("", resource["slug"]))
                self.assertGreater(len(resource["description"]), 10, resource["slug"])
                for words in (resource["title"], resource["description"]):
                    self.assertTrue(f">{words}<" in page, f"{words} is not shown")

    def test_rule_C1_over_each_table(self):
        small = [slug for slug in self.tables if slug != "collection-specimens"]
        self.assertGreater(len(small), 165)
        for group in self.check_facets("10:collection-specimens", *small):
            self.assertEqual(group["wrong"], 0)
            self.assertGreater(group["values"], 10)

    def test_rule_C1_value_by_value_over_all_tables(self):
        (group,) = self.over_all.result()
        self.assertEqual(group["wrong"], 0)
        self.assertGreater(group["records"], 200000)
        self.assertGreater(group["values"], 1000000)
        self.assertGreater(group["fields"], 500)

    def test_rule_C1_over_several_tables(self):
        some = sorted(slug for slug in self.tables if not slug.startswith("collection-"))[::9]
        groups = [",".join(some), ",".join(["collection-preparations", *some[:5]]),
                  "40:collection-index-lots,collection-specimens"]
        for group in self.check_facets(*groups):
            self.assertEqual(group["wrong"], 0)
            self.assertGreater(group["values"], 1000)

    def test_rule_C1_by_address(self):
        slugs = sorted(dataset["slug"] for dataset in self.datasets)
        fields = {slug: self.fields_of(slug) for slug in slugs}
        several = slugs[:6]
        values = 0
        for slug in ("collection-specimens", "collection-index-lots", *several[3:6]):
            for field in fields[slug]:
                values += self.check_field(field, 2, {"dataset": slug})
        for field in sorted({field for slug in several for field in fields[slug]}):
            values += self.check_field(field, 2, {"dataset": ",".join(several)})
        for field in sorted({field for names in fields.values() for field in names})[::6]:
            values += self.check_field(field, 2, {})
        self.assertGreater(values, 600)


# Values that an address could take for something else, that differ by case and accents alone, that
# are written in more than one way.
TEXTS = [
    "1850..1900", "..1900", "1850..", "..", "a..b", "1900..1850", "1850-13..7", "5,7", "5,*", "*,7",
    "a,b", "Smith, J.", "1,2,3", "Bee*", "*", "**", "!Bee", "!", "!*", '"', '""', '"Bee"', '"Bee',
    " Bee", "Bee ", "  ", "\tBee", "Bee\n", "two\nlines", "a&b=c", "a+b", "100%", "%41", "#", "/",
    "Bee", "bee", "BEE", "béé", "BÉÉ", "be\u0301e\u0301", "Straße", "STRASSE", "strasse", "ﬁn",
    "fin", "Ångström", "Ångström", "ångström", "İ", "i", "ı", "I", "Ǆ", "ǆ", "σας", "ΣΑΣ", "дом",
    "ДОМ", "標本", "½", "１２", "12", "012", "12.0", "1e1", "10", "10.0", "-0", "0", "+5", "5", "-5",
    "true", "TRUE", "false", "null", "NaN", "Infinity", "1850", "1850-05", "1850-05-31",
    "1850-05-31T00:00:00Z", "1850-05-31t00:00:00z", "1850/1900", "2024-02-30", "’", "<b>", "\\",
    "x" * 1900,
]
TOKENS = [
    "1", "1.0", "1.00", "1e0", "-0", "0", "0.0", "12", "1850", "1e400", "123456789012345678901",
    "0.1", "0.10", "true", "false", "null", "[]", '""', "[1,1.0]", '["a","A","b"]',
    '[["x"],["y","X"]]', '[true,"TRUE"]', '[{"type":"a"},{"type":"A","note":"b..c"}]',
]
NAMES = ["sort", "q", "dataset", "limit", "version", "field.x", "name", "Name", "Größe", "a b",
         "a&b", "x=y", "_key", "100%", "!not", "query"]


def odd_records(first):
    """Records of every kind of value; those of another `first` share most values."""
    records = []
    for i, text in enumerate(TEXTS):
        record = {"id": f"{first}-t{i}", "text": json.dumps(text), "token": "null"}
        record["both"] = json.dumps([text, TEXTS[i // 2]])
        record["words"] = json.dumps([{"word": text}, {"word": text.upper()}])
        if i < len(NAMES):
            for name in NAMES[: i + 1]:
                record[name] = json.dumps(TEXTS[i])
        records.append(record)
    for i, token in enumerate(TOKENS):
        records.append({"id": f"{first}-n{i}", "token": token, "text": token, "both": token})
    return records


def json_line(record):
    return "{" + ",".join(
        f"{json.dumps(name)}:{json.dumps(value) if name == 'id' else value}"
        for name, value in record.items()) + "}\n"


class Boxes(html.parser.HTMLParser):
    """The values of a search page's facets: (name, value, count)."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.values = []
        self.counting = False
        self.total = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "input" and a.get("type") == "checkbox" and "name" in a and "form" not in a:
            self.values.append([a["name"], a["value"], ""])
        self.counting = tag == "span" and a.get("class") == "facet-count"

    def handle_data(self, data):
        if self.counting:
            self.values[-1][2] += data


class OfOddValues(FacetTest):
    @classmethod
    def setUpClass(cls):
        for program in (portal.BINARY, CHECK_FACETS):
            if not os.path.exists(program):
                raise unittest.SkipTest(f"{program} is not built")
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="vitrine-facets-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.data = cls.folder / "data"
        vitrine("init", "--data", cls.data, "--name", "Odd")
        cls.fill("one", odd_records("a"))
        cls.fill("two", odd_records("b")[::2])
        cls.fill("three", odd_records("c")[1::3])
        # Later commits lie in other segments: changed and removed records do not count.
        changed = [{**record, "text": '"Bee*"'} for record in odd_records("a")[3:40:4]]
        cls.fill("one", changed)
        cls.fill("two", odd_records("b")[::4], "--delete", "--allow-removals")
        cls.server = Server(cls.data)
        cls.addClassCleanup(cls.server.stop)
        cls.client = Client(cls.server.port)
        cls.addClassCleanup(cls.client.close)
        cls.nested = set()

    @classmethod
    def fill(cls, slug, records, *more):
        path = cls.folder / "records.jsonl"
        path.write_text("".join(map(json_line, records)), encoding="utf-8")
        vitrine("ingest", "--data", cls.data, "--dataset", slug, "--key", "id", *more, path)

    def test_rule_C1_every_value_by_the_program(self):
        groups = self.check_facets("one", "two", "three", "one,two", "two,three", "all")
        for group in groups:
            self.assertEqual(group["wrong"], 0)
            self.assertGreater(group["quoted"], 50)
        self.assertGreater(groups[-1]["values"], 400)

    def test_rule_C1_every_value_by_address(self):
        fields = {field for slug in ("one", "two", "three") for field in self.fields_of(slug)}
        self.assertLessEqual(set(NAMES), fields)
        values = 0
        for field in sorted(fields):
            for where in ({}, {"dataset": "one"}, {"dataset": "one,two"}):
                values += self.check_field(field, 10000, where)
        self.assertGreater(values, 1000)

    def test_rule_C2_values_as_they_stand(self):
        """Without quotes they mean what the rule says, with them themselves."""
        def total(value):
            return self.client.search(dataset="one", **{"text": value})["total"]
        self.assertGreater(total("1850..1900"), total('"1850..1900"'))
        self.assertGreater(total("Bee*"), total('"Bee*"'))
        self.assertEqual(total('"Bee*"'), 11)
        everything = self.client.search(dataset="one")["total"]
        self.assertEqual(total("!Bee") + total('"Bee"'), everything)
        self.assertEqual(total("") + total("*"), everything)
        self.assertEqual(total('""'), total(""))

    def test_rule_C1_the_boxes_of_the_page(self):
        client = self.client
        walked = 0
        for field in ("text", "both", "token", "words.word", "sort", "q", "query", "field.x",
                      "a&b"):
            page = Boxes(client.text(address("/search", facet=field, facetLimit=500)))
            for name, value, count in page.values:
                chosen = client.search(**{name: value})
                self.assertEqual(chosen["total"], int(count.replace(",", "")), (name, value))
                again = Boxes(client.text(address("/search", facet=field, **{name: value})))
                self.assertIn([name, value], [box[:2] for box in again.values])
                walked += 1
        self.assertGreater(walked, 250)


if __name__ == "__main__":
    unittest.main()
