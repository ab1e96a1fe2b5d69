# SPDX-License-Identifier: Apache-2.0
"""Whatever a reader of German asks wrongly is refused in German, by the API (Accept-Language, which
the query builder sends) and on pages: every bad question that is known here, and no English word in
any answer."""

import html
import json
import re
import unittest

import test_bad_questions as bad
import test_languages as languages
from serving import ServedTest, address

TABLE = languages.MessagesTest().table(languages.MESSAGES["German"])
WORD = re.compile(r"[A-Za-zÄÖÜäöüß]+(?:_[a-z]+)*")
# What somebody gave, or what is no prose: texts in quotes, places in queries, addresses, JSON,
# names of parameters, and the groups where terms are listed.
GIVEN = re.compile(
    r"\{.*\}|\"[^\"]*\"|'[^']*'|\S*/\S*|\S+=\S+|filter\.\w+|and,? or,? not,?(?= |$)"
)


def words_of(text):
    return {word.lower() for word in WORD.findall(GIVEN.sub(" ", text))}


# Words of our English sentences that no German one has and no part of a request is called by.
DESCRIPTION = json.loads((languages.SOURCE / "src/api/openapi.json").read_text("utf-8"))
OURS = {"and", "or", "not", "expected"}  # which sentences have too
TERMS = {"same", "phrase", "distance", "images"}  # names that the description does not list


def names_of(value):
    """What requests give by name: parameters, and members of their bodies."""
    if isinstance(value, dict):
        if "in" in value and "name" in value:
            yield value["name"].lower()
        properties = value.get("properties")
        yield from (name.lower() for name in properties or () if isinstance(properties, dict))
        for member in value.values():
            yield from names_of(member)
    elif isinstance(value, list):
        for member in value:
            yield from names_of(member)


ENGLISH = set().union(*map(words_of, TABLE)) - set().union(*map(words_of, TABLE.values()))
ENGLISH = (ENGLISH - set(names_of(DESCRIPTION)) - TERMS) | OURS

SUMMARY = "/api/v1/summary"
RECORDS = "/api/v1/records"
ADDRESSES = [
    *[(RECORDS, {name: value}) for name, value, _, _ in bad.PARAMETERS],
    *[(SUMMARY, {name: value}) for name, value, _, _ in bad.SUMMARIES],
    *[(RECORDS, {"filter." + term: "?"}) for term in (
        "string_equals", "string_contains", "prefix", "wildcard", "phrase", "fuzzy", "exists",
        "part", "missing", "date_range", "geo_named_area", "bbox", "geo_point", "distance",
        "within",
        "geological_time", "changed_since", "and", "or", "not", "in", "number_equals",
        "number_range", "geo_custom_area", "same", "nonesuch")],
    *[(RECORDS, {"filter.within": wkt}) for wkt in (
        "POLYGON", "POLYGON (", "POLYGON ((", "POLYGON ((0", "POLYGON ((0 0", "POLYGON ((0 0, x",
        "POLYGON ((0 0, 1 1, 1 0, 0 0)", "POLYGON ((0 0, 1 1, 1 0, 0 0)) x", "MULTIPOLYGON",
        "MULTIPOLYGON ((", "MULTIPOLYGON (((0 0, 1 1, 1 0, 0 0))",
        "POLYGON ((0 0, 2 0, 2 2, 0 0), (9 9, 9.1 9, 9 9.1, 9 9))", "POLYGON ((0 0, 1 1, 1 0))",
        "POLYGON ((0 0, 0 99, 1 1, 0 0))")],
    *[(RECORDS, {"query": query}) for query in (
        "{", "[1", '{"filters": }', '{"a": 1', '{"a": "\\x"}', '{"a": 1e999}', '{"a" 1}', "{} {}",
        '{"filters": 1}', '{"search": 1}', '{"a": 1, "a": 2}', '{"a": 99999999999999999999}',
        '{"filters": {"and": [1]}}', '{"filters": {"and": {}}}')],
    (RECORDS, {"dataset": "brids"}), (RECORDS, {"dataset": "zzzzzz"}), (RECORDS, {"table": "x"}),
    (RECORDS, {"kind": "x"}), (RECORDS, {"facet": ""}),
    (RECORDS, {"sort": "_score,family"}), (RECORDS, {"fields": "nonesuch"}),
    (RECORDS, {"facet": "familie"}), (RECORDS, {"version": "1900"}), (RECORDS, {"version": ""}),
    (RECORDS, {"after": "x", "offset": "1"}),
    (RECORDS, {"limit": "x"}), (RECORDS, {"explain": "x"}), (RECORDS, {"budget": "x"}),
    (RECORDS, {"field.": "x"}), (RECORDS, {"fields": ["a"] * 600}),
    (SUMMARY, {"grid": "x"}), (SUMMARY, {"buckets": "0"}), (SUMMARY, {"histogram": "year:x:y"}),
    (SUMMARY, {"statistics": "year", "quantiles": "2"}), (SUMMARY, {"by": ""}),
    (SUMMARY, {"statistics": "year", "quantiles": ",".join(["0.5"] * 200)}),
    (SUMMARY, {"by": "family", "share": "sex:nonesuch"}),
    (SUMMARY, {"by": "family", "share": "x:y:z"}), (SUMMARY, {"grid": ["degrees:1"] * 30}),
    ("/api/v1/scan", {"format": "x"}), ("/api/v1/scan", {"sort": "_score"}),
    ("/api/v1/changes", {"from": ""}), ("/api/v1/changes", {"from": "x"}),
    ("/api/v1/changes", {"from": "2019", "to": "2016"}),
    ("/api/v1/changes", {"from": "2016", "format": "x"}),
    ("/api/v1/citation", {"format": "x"}), ("/api/v1/contributions", {"format": "x"}),
    ("/api/v1/citations/nonesuch", {}), ("/api/v1/publications", {"grade": "x"}),
    ("/api/v1/publications", {"route": "x"}), ("/api/v1/publications", {"year": "x"}),
    ("/api/v1/publications", {"record": "x"}), ("/api/v1/publications", {"dataset": "x"}),
    ("/api/v1/publications", {"identifier": "x"}), ("/api/v1/digest", {"equals": "x"}),
    ("/api/v1/feed", {"format": "x"}), ("/api/v1/fields", {"text": "x" * 1001}),
    ("/api/v1/geological-time", {"match": "x"}), ("/api/v1/identifiers", {"x": "y"}),
    ("/api/v1/values", {}), ("/api/v1/values", {"field": "family", "arrange": "x"}),
    ("/api/v1/values", {"field": "family", "format": "x"}), ("/api/v1/suggest", {}),
    ("/api/v1/values", {"field": "family", "offset": "9" * 15}),
    ("/api/v1/suggest", {"field": "family", "prefix": "x" * 10_001}),
    ("/api/v1/suggest/any", {"prefix": "x" * 2000}), ("/api/v1/tiles/1/9/9.mvt", {}),
    ("/api/v1/usage", {"by": "x"}), ("/api/v1/usage", {"begin": "x"}),
    ("/api/v1/usage", {"by": "query", "dataset": "birds"}), ("/api/v1/usage", {"dataset": "x"}),
    ("/api/v1/usage/report", {"format": "x"}), ("/api/v1/usage/report", {"month": "x"}),
    ("/counter/r1/reports/dsr", {"metric-type": "x"}), ("/counter/r1/reports/dsr", {"format": "x"}),
    ("/counter/r1/reports/dsr", {"access-method": "x"}),
    ("/counter/r1/reports/dsr", {"begin-date": "2020-05", "end-date": "2020-01"}),
    ("/api/3/action/download_statistics", {"month": "13"}),
    ("/api/3/action/download_statistics", {"resource_id": "x"}),
    ("/api/v1/download", {"format": "x"}), ("/api/v1/download", {"package": "x"}),
    ("/api/v1/download", {"format": "csv", "package": "none", "separate": "true"}),
    ("/api/v1/download", {"format": "json", "delimiter": "tab"}),
    ("/api/v1/download", {"format": "csv", "delimiter": "x"}),
    ("/api/v1/download", {"format": "csv", "emptyColumns": "x"}),
    ("/api/v1/download", {"format": "dwca", "core": "x"}),
    ("/api/v1/download", {"format": "images", "size": "x"}),
    ("/api/v1/download", {"format": "dwca", "package": "none"}),
    ("/api/v1/download", {"format": "dwca", "separate": "true"}),
    ("/api/v1/download/estimate", {"format": "x"}), ("/api/v1/downloads/nonesuch", {}),
    ("/api/v1/subscriptions/nonesuch", {}), ("/api/v1/nonesuch", {}),
    ("/api/v1/datasets/nonesuch", {}), ("/api/v1/datasets/birds/commits/9/report", {}),
    ("/api/v1/datasets", {"q": "x", "version": "2019"}), ("/api/v1/records/birds/nonesuch", {}),
    ("/api/v1/records/nonesuch/b1", {}), ("/api/v1/records/birds/b1", {"format": "x"}),
    ("/media/nonesuch", {}),
]
BODIES = [
    ("/api/v1/search", body) for body in (
        "1", '{"x": 1}', '{"limit": "1"}', '{"facets": 1}', '{"facets": [{"x": 1}]}',
        '{"facets": [1]}', '{"datasets": "birds"}', '{"datasets": [1]}', '{"version": []}',
        '{"query": 1}', '{"explain": 1}', '{"offset": -1}', '{"after": 1}')
] + [
    (SUMMARY, body) for body in (
        '{"statistics": 1}', '{"statistics": [{}]}', '{"statistics": [{"field": 1}]}',
        '{"statistics": [{"field": "year", "x": 1}]}',
        '{"histograms": [{"field": "year", "x": 1}]}',
        '{"statistics": [{"field": "year", "quantiles": [2]}]}', '{"grids": [{"kind": "x"}]}',
        '{"groups": [{"by": [{"field": "year", "width": -1}]}]}', '{"grids": [{"kind": 1}]}',
        '{"groups": [{"by": [{"field": "year", "interval": "x"}]}]}', '{"groups": [{"x": 1}]}',
        '{"groups": [{"by": [{"field": "year", "interval": "year", "width": 1}]}]}',
        '{"groups": [{"by": ["family"], "measures": [{"x": "y"}]}]}', '{"x": 1}',
        '{"grids": [{"kind": "geohash", "precision": "x"}]}',
        '{"grids": [{"kind": "geohash", "precision": 2, "x": 1}]}',
        '{"grids": [{"kind": "degrees", "size": "x"}]}')
]
PAGES = [
    ("/search", {"limit": "0"}), ("/search", {"after": "x"}), ("/search", {"year": "9..1"}),
    ("/search", {"query": '{"filters": {"and": [{"bbox": {"west": 1}}]}}'}),
    ("/search", {"filter.geo_named_area": "country:Nonesuch"}), ("/search", {"sort": "nonesuch"}),
    ("/search", {"view": "map", "filter.within": "POLYGON ((0 0, 1 1))"}),
    ("/search", {"view": "compare", "with": "x"}), ("/search", {"version": "1900"}),
    ("/search", {"view": "changes", "then": "x"}), ("/search", {"view": "charts", "chart": "x"}),
    ("/search/build", {"query": "{"}), ("/datasets", {"sort": "x"}), ("/dataset/nonesuch", {}),
    ("/record/birds/nonesuch", {}), ("/record/nonesuch/b1", {}), ("/cite/nonesuch", {}),
    ("/publications", {"grade": "x"}), ("/downloads/nonesuch", {}), ("/taxon/x/Aves", {}),
    ("/subscriptions/nonesuch", {}), ("/nonesuch", {}), ("/person/nonesuch", {}),
    *[("/search", {name: "x", "view": name.split(".")[0]}) for name in (
        "charts.by", "charts.kind", "compare.by", "compare.measure", "compare.of", "compare.term",
        "gallery.sort", "gallery.notices", "map.at", "map.mode", "species.by", "species.sort",
        "table.scroll", "changes.from")],
    ("/search", {"view": "nonesuch"}),
    ("/search", {"view": "compare", "with": "/search?year=2..1"}),
    ("/search", {"view": "charts", "charts.kind": "stacked"}), ("/lists", {"field": "nonesuch"}),
    ("/country/Nonesuch", {}), ("/statistics", {"by": "x"}), ("/name/nonesuch", {}),
]


class GermanRefusals(ServedTest):
    def assert_german(self, text, told):
        self.assertEqual(words_of(text) & ENGLISH, set(), f"{told}: {text}")

    def ask_german(self, path, told, **options):
        headers = {"Accept-Language": "de-AT, de;q=0.9, en;q=0.5", **options.pop("headers", {})}
        answer = self.server.ask(path, headers=headers, **options)
        self.assertGreaterEqual(answer.status, 400, f"{told}: {answer.text()[:200]}")
        self.assertEqual(answer.headers["Content-Language"], "de", told)
        self.assert_german(answer.json()["detail"], told)

    def test_the_words_tell_the_languages_apart(self):
        self.assertGreater(len(ENGLISH), 250)
        for word in ("the", "expected", "must", "there", "than"):
            self.assertIn(word, ENGLISH)

    def test_addresses(self):
        for path, parameters in ADDRESSES:
            with self.subTest(f"{path} {str(parameters)[:150]}"):
                self.ask_german(address(path, **parameters), path)

    def test_bodies(self):
        queries = [(json.dumps({"query": query})) for query, _, _ in bad.QUERIES]
        texts = [f'{{"query": {text}}}' for text, _ in bad.TEXTS]
        for path, body in BODIES + [("/api/v1/search", text) for text in queries + texts]:
            with self.subTest(f"{path} {body[:150]}"):
                self.ask_german(path, body[:150], method="POST", body=body.encode(),
                                headers={"Content-Type": "application/json"})

    def test_wishes(self):
        for path in ("/api/v1/subscriptions", "/api/v1/downloads"):
            for body in (
                "", "{}", "1", '{"search": "/x", "webhook": "http://a.example"}', '{"x": 1}',
                '{"search": "/search", "email": "x@y.example"}',
                '{"search": "/search", "webhook": "x"}', '{"search": "/search"}',
                '{"download": "/x"}', '{"download": "/api/v1/download?format=x"}',
            ):
                with self.subTest(path, body=body):
                    self.ask_german(path, body, method="POST", body=body.encode(),
                                    headers={"Content-Type": "application/json"})

    def test_pages(self):
        """What a page says is wrong with its address: the notes of what it ignored, or its lead."""
        lead = re.compile(r'<p class="lead">(.*?)</p>', re.S)
        ignored = re.compile(r'<li><code>.*?</code>(.*?)</li>|class="notice"[^>]*>(.*?)</', re.S)
        told = 0
        for path, parameters in PAGES:
            with self.subTest(f"{path} {parameters}"):
                page = self.server.ask(address("/de" + path, **parameters),
                                       headers={"Accept": "text/html"}).text()
                notes = [one or other for one, other in ignored.findall(page)]
                for text in lead.findall(page) + notes:
                    told += 1
                    self.assert_german(html.unescape(re.sub("<[^>]*>", " ", text)), path)
        self.assertGreater(told, len(PAGES) * 2 // 3)

    def test_english_stays_for_whoever_does_not_ask(self):
        path = address(RECORDS, year="9..1")
        plain = self.server.ask(path)
        for wanted in ("en", "en, de;q=0.9", "fr", "*", "de;q=0"):
            answer = self.server.ask(path, headers={"Accept-Language": wanted})
            self.assertEqual(answer.json()["detail"], plain.json()["detail"], wanted)
            self.assertIsNone(answer.headers["Content-Language"])
        self.assertIn("upside down", plain.json()["detail"])
        self.assertIn("Accept-Language", ", ".join(plain.headers.get_all("Vary")))


if __name__ == "__main__":
    unittest.main()
