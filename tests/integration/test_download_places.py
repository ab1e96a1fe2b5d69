# SPDX-License-Identifier: Apache-2.0
"""GeoJSON and KML hold the rows of the search in its order, whatever stands in them (rule H2);
options of tables of text."""

import csv
import html
import io
import json
import re
import shutil
import unittest
import urllib.parse
import xml.etree.ElementTree as ElementTree

from hostile import ROWS, DownloadTest, HostileMuseum, flat
from serving import address

KML = "{http://www.opengis.net/kml/2.2}"
PLACES = {row["id"]: (float(row["decimalLongitude"]), float(row["decimalLatitude"]))
          for row in ROWS if "decimalLongitude" in row}


class Places(DownloadTest):
    def test_rule_h2_geojson(self):
        for asked in self.ASKED:
            answer = self.download("geojson", **asked)
            self.assertEqual(answer.headers["Content-Type"], "application/geo+json")
            collection = answer.json()
            self.assertEqual(set(collection), {"type", "features"})
            self.assertEqual(collection["type"], "FeatureCollection")
            records = self.records(**asked)
            self.assertEqual(len(collection["features"]), len(records))
            for feature, record in zip(collection["features"], records):
                self.assertEqual(set(feature), {"type", "id", "geometry", "properties"})
                self.assertEqual(feature["id"], f"{record['table']}/{record['key']}")
                properties = feature["properties"]
                self.assertEqual([properties[f"_{name}"] for name in
                                  ("dataset", "table", "key", "version")],
                                 [record[name] for name in ("dataset", "table", "key", "version")])
                self.assertEqual({name: properties[name] for name in record["data"]},
                                 record["data"])
                place = PLACES.get(record["key"]) if record["dataset"] == "places" else None
                if place is None:
                    self.assertIsNone(feature["geometry"])
                else:
                    self.assertEqual(feature["geometry"],
                                     {"type": "Point", "coordinates": list(place)})

    def test_rule_h2_kml(self):
        for asked in self.ASKED:
            answer = self.download("kml", **asked)
            root = ElementTree.fromstring(answer.body)
            self.assertEqual(root.tag, KML + "kml")
            marks = root.findall(f"{KML}Document/{KML}Placemark")
            records = self.records(**asked)
            self.assertEqual(len(marks), len(records))
            for mark, record in zip(marks, records):
                order = [child.tag.removeprefix(KML) for child in mark]
                self.assertEqual(order[:2], ["name", "ExtendedData"])
                data = {d.get("name"): d.findtext(f"{KML}value")
                        for d in mark.findall(f"{KML}ExtendedData/{KML}Data")}
                self.assertEqual(data["_key"], record["key"])
                wanted = {name: text.replace("\ufffe", "\ufffd")
                          for name, text in flat(record["data"]).items()}
                self.assertEqual({name: data.get(name) for name in wanted}, wanted)
                self.assertEqual(mark.findtext(f"{KML}name") or "",
                                 wanted.get("scientificName", ""))
                place = PLACES.get(record["key"]) if record["dataset"] == "places" else None
                told = mark.findtext(f"{KML}Point/{KML}coordinates")
                self.assertEqual(told and tuple(map(float, told.split(","))), place)

    def test_rule_d2_rows_say_whose_they_are(self):
        feature = self.download("geojson", dataset="birds").json()["features"][0]
        self.assertEqual(feature["properties"]["datasetName"], "Birds of the North")
        self.assertIn("licenses/by/4.0", feature["properties"]["license"])
        self.assertIn('<Data name="datasetName"><value>Birds of the North</value></Data>',
                      self.download("kml", dataset="birds").text())

    def test_nothing_found_is_an_empty_file(self):
        nobody = {"dataset": "birds", "sex": "nobody"}
        self.assertEqual(self.download("geojson", **nobody).json(),
                         {"type": "FeatureCollection", "features": []})
        root = ElementTree.fromstring(self.download("kml", **nobody).body)
        self.assertEqual(len(root.find(f"{KML}Document")), 0)

    def test_fields_asked_for_are_the_only_ones(self):
        asked = {"dataset": "places", "fields": "catalogNumber,media.by"}
        for feature in self.download("geojson", **asked).json()["features"]:
            own = {name for name in feature["properties"] if not name.startswith("_")}
            self.assertLessEqual(own - {"datasetID", "datasetName", "license", "rightsHolder"},
                                 {"catalogNumber", "media"})
        text = self.download("kml", **asked).text()
        self.assertIn('<Data name="media.by"><value>Ann, B. | | Bo</value>', text)
        self.assertNotIn('"media.type"', text)

    def test_rule_f3_the_same_request_gives_the_same_bytes(self):
        for form in ("geojson", "kml"):
            asked = {"package": "zip", "separate": "true", "version": "1614600000000"}
            self.assertEqual(self.download(form, **asked).body, self.download(form, **asked).body)

    def test_the_page_asks_for_each_format_without_scripts(self):
        for path in ("/search?dataset=places&sort=-catalogNumber", "/dataset/places",
                     "/search?family=Turdidae&format=xlsx"):
            text = self.ask(path).text()
            start = text.index('<form id="download-form" action="/downloads/start"')
            form = text[start:text.index("</form>", start)]
            before = text[:start]  # a form in a form would be none
            self.assertEqual(before.count("<form"), before.count("</form>"))
            choice = text[text.index('name="format" form="download-form"'):]
            choice = choice[:choice.index("</select>")]
            hidden = [tuple(map(html.unescape, pair)) for pair in re.findall(
                '<input type="hidden" name="([^"]*)" value="([^"]*)">', form)]
            formats = re.findall('<option value="([^"]*)">', choice)
            self.assertLessEqual({"csv", "geojson", "parquet", "xlsx"}, set(formats))
            for name in formats:
                for more in ([("lists", "joined"), ("values", "verbatim")],
                             [("lists", "exploded"), ("values", "interpreted"),
                              ("separate", "true")]):
                    asked = urllib.parse.urlencode([*hidden, ("format", name), *more])
                    begun = self.ask("/downloads/start?" + asked)
                    self.assertEqual(begun.status, 303, begun.text())
                    answer = self.ask(begun.headers["Location"])
                    self.assertEqual(answer.status, 200, (asked, answer.body[:300]))
                    self.assertEqual(answer.headers["Content-Type"], "application/zip")

    def test_lists_and_values_are_chosen_on_pages(self):
        for path in ("/search?dataset=places", "/dataset/places"):
            text = self.ask(path).text()
            for name, words in (("lists", ["joined", "exploded"]),
                                ("values", ["verbatim", "interpreted"])):
                [choice] = re.findall(f'<select id="download-form-{name}" name="{name}" '
                                      'form="download-form">(.*?)</select>', text, re.DOTALL)
                self.assertEqual(re.findall('value="([^"]*)"', choice), words)
        asked = [("dataset", "places"), ("lists", "exploded"), ("values", "interpreted")]
        begun = {form: self.ask("/downloads/start?" + urllib.parse.urlencode(
            [*asked, ("format", form)])).headers["Location"] for form in ("csv", "xlsx", "json")}
        self.assertIn("lists=exploded&values=interpreted", begun["csv"])
        self.assertIn("lists=exploded", begun["xlsx"])
        self.assertNotIn("values=", begun["xlsx"])
        self.assertNotIn("lists=", begun["json"])
        unknown = self.ask("/downloads/start?format=odt").headers["Location"]
        self.assert_problem(self.ask(unknown), 400, "format")

    def test_the_page_of_sizes_remembers_what_is_chosen(self):
        for prefix, word in (("", "in columns of their own"), ("/de", "in eigenen Spalten")):
            text = self.ask(f"{prefix}/downloads/new?dataset=places&lists=exploded"
                            "&values=verbatim").text()
            self.assertIn(f'<option value="exploded" selected>{word}</option>', text)
            self.assertNotIn('value="interpreted" selected', text)
            links = [html.unescape(link) for link in
                     re.findall('href="(/api/v1/download[?][^"]*)"', text)]
            forms = {re.search("format=([a-z]*)", link)[1]: link for link in links}
            self.assertLessEqual({"csv", "json", "xlsx", "dwca"}, set(forms))
            for form, link in forms.items():
                self.assertEqual("lists=exploded" in link,
                                 form in ("csv", "tsv", "xlsx", "gpkg"), link)
                self.assertNotIn("values=", link)
            self.assertNotIn("lists=", re.search('class="lead"><a href="([^"]*)"', text)[1])


# What stands in a field, and what is read.
SPELLED = [
    {"sex": ("F", "female"), "lifeStage": ("ad.", "adult"),
     "typeStatus": ("Holotype of x", "holotype"),
     "license": ("cc-zero", "https://creativecommons.org/publicdomain/zero/1.0/"),
     "eventDate": ("2007-11-13/15", "2007-11-13/2007-11-15"), "year": ("01850", "1850"),
     "decimalLatitude": ("+12.50", "12.5"), "countryCode": ("no", "NO"),
     "note": (" a  b ", "a  b")},
    {"sex": ("\u2642", "male"), "lifeStage": ("zzz", "zzz"), "license": ("ask us", "ask us"),
     "eventDate": ("1999-02-03T10:00+02:00", "1999-02-03T08:00:00.000Z"),
     "year": ("c. 1850", "c. 1850"),
     "decimalLatitude": ("12 N", "12 N"), "countryCode": ("", "")},
    {"eventDate": ("1850", "1850"), "year": ("1e3", "1000"), "sex": ("", "")},
    {"eventDate": ("around 1850", "around 1850")},
]


class LongLists(HostileMuseum):
    def make(self, **facts):
        super().make(**facts)
        rows = self.write("long.jsonl", [json.dumps({"id": "1", "all": list(range(2001))})])
        self.vitrine("ingest", "--dataset", "long", "--key", "id", rows)
        rows = [{"id": f"r{i}", **{name: text for name, (text, _) in row.items()}}
                for i, row in enumerate(SPELLED)]
        rows.append({"id": "list", "identified": [{"sex": "fem."}, {"sex": "M"}]})
        self.vitrine("ingest", "--dataset", "spelled", "--key", "id",
                     self.write("spelled.jsonl", map(json.dumps, rows)))
        return self


class Options(DownloadTest):
    ASKED = ({"dataset": ["places", "birds"]}, *DownloadTest.ASKED[1:])

    @classmethod
    def make_museum(cls):
        return LongLists().make()

    def rows(self, form="csv", sign=",", **parameters):
        text = self.download(form, **parameters).text()
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=sign))

    def test_delimiters(self):
        asked = {"dataset": "places"}
        plain = self.rows(**asked)
        self.assertIn("00123", [row["catalogNumber"] for row in plain])
        for name, sign in (("comma", ","), ("tab", "\t"), ("semicolon", ";"), ("pipe", "|")):
            with self.subTest(name):
                self.assertEqual(self.rows("csv", sign, **asked, **{"delimiter": name}), plain)

    def test_texts_that_are_formulas_are_marked_for_spreadsheets(self):
        asked = {"dataset": "places"}
        for form, sign in (("csv", ","), ("tsv", "\t")):
            plain = self.rows(form, sign, **asked)
            safe = self.rows(form, sign, spreadsheet="safe", **asked)
            marked = [(a[name], b[name]) for a, b in zip(plain, safe) for name in a
                      if a[name] != b[name]]
            self.assertTrue(all(b == "'" + a for a, b in marked))
            self.assertEqual({a for a, _ in marked}, {"=1+1", "@SUM(A1)", "-2+3", "+47", "\t=tab"})

    def test_values_as_the_portal_reads_them(self):
        """Rules C5 and D1; what comes verbatim stays the default, and what cannot be read stays."""
        asked = {"dataset": "spelled"}
        plain = self.rows(**asked)
        self.assertEqual(self.rows(values="verbatim", **asked), plain)
        stood = {row["_key"]: row for row in plain}
        rows = {row["_key"]: row for row in self.rows(values="interpreted", **asked)}
        for number, row in enumerate(SPELLED):
            for name, (verbatim, interpreted) in row.items():
                self.assertEqual(stood[f"r{number}"][name], verbatim, name)
                self.assertEqual(rows[f"r{number}"][name], interpreted, (name, verbatim))
        exploded = {row["_key"]: row
                    for row in self.rows(values="interpreted", lists="exploded", **asked)}
        self.assertEqual([exploded["list"][f"identified.sex.{i}"] for i in (1, 2)],
                         ["female", "male"])
        self.assertEqual(rows["list"]["identified.sex"], "female | male")

    def test_an_edited_vocabulary_makes_other_bytes(self):
        """No ETag of before is good for them."""
        path = address("/api/v1/download", dataset="spelled", values="interpreted")
        before = self.ask(path)
        again = self.ask(path, headers={"If-None-Match": before.headers["ETag"]})
        self.assertEqual(again.status, 304)
        folder = self.museum.data / "vocabularies"
        folder.mkdir()
        try:
            (folder / "sex.tsv").write_text(
                "weiblich\tf\n@missing\tweiblich\n@several\tweiblich\n@doubt\tweiblich\n"
                "other\tno word\n@other\tother\n@share\tweiblich\tother\n", encoding="utf-8")
            told = self.ask(path, headers={"If-None-Match": before.headers["ETag"]})
            self.assertEqual(told.status, 200)
            self.assertIn("weiblich", self.download("csv", dataset="spelled",
                                                    values="interpreted").text())
        finally:
            shutil.rmtree(folder)

    def test_exploded_lists_have_a_column_for_each_value(self):
        """The same rows in the same order (rule H2); a value keeps its place in its list."""
        for form, sign in (("csv", ","), ("tsv", "\t")):
            for asked in self.ASKED:
                plain = self.rows(form, sign, **asked)
                exploded = self.rows(form, sign, lists="exploded", **asked)
                self.assertEqual([row["_key"] for row in exploded], [row["_key"] for row in plain])
                for row, told in zip(plain, exploded):
                    joined = {}
                    for name, value in told.items():
                        name = re.sub(r"\.\d+$", "", name)
                        joined.setdefault(name, [])
                        joined[name] += [value] if value else []
                    self.assertEqual({name: " | ".join(values) for name, values in joined.items()},
                                     row)
        told = {row["_key"]: row for row in self.rows(dataset="places", lists="exploded")}
        self.assertEqual([told["p4"][f"media.by.{i}"] for i in (1, 2, 3)], ["Ann, B.", "", "| Bo"])
        self.assertEqual([told["p4"][f"media.type.{i}"] for i in (1, 2, 3)],
                         ["StillImage", "Sound", ""])
        self.assertEqual([told["p4"][f"tags.{i}"] for i in (1, 2, 3)],
                         ["red", "with | bar", ""])
        self.assertNotIn("tags", told["p4"])
        self.assertNotIn("tags.4", told["p4"])
        none = self.rows(dataset="places", lists="exploded", id="p1")
        self.assertEqual(none[0]["tags.1"], "")  # none found has any
        self.assertNotIn("tags.2", none[0])

    def test_too_many_values_for_columns_are_refused_before_the_first_byte(self):
        for form in ("csv", "gpkg"):
            asked = {"format": form, "lists": "exploded", "package": "none", "dataset": "long"}
            self.assert_problem(self.ask(address("/api/v1/download", **asked)), 400, "lists")
            self.assertEqual(self.ask(address("/api/v1/download", **asked,
                                              fields="id")).status, 200)
            self.assertEqual(self.ask(address("/api/v1/download", **{**asked, "lists": "joined"},
                                              )).status, 200)

    def test_identifiers_as_addresses_lead_to_the_records(self):
        for form in ("csv", "tsv"):
            sign = "\t" if form == "tsv" else ","
            for row in self.rows(form, sign, identifiers="url", dataset="places"):
                self.assertRegex(row["_key"], "^http://[^/]+/record/")
                path = row["_key"].split("/", 3)[3]
                self.assertEqual(self.ask("/" + path).status, 200, path)
        for feature in self.download("geojson", identifiers="url").json()["features"]:
            self.assertRegex(feature["properties"]["_key"], "^http://[^/]+/record/")
        self.assertIn('<Data name="_key"><value>http://',
                      self.download("kml", identifiers="url").text())

    def test_options_that_make_no_sense_are_refused(self):
        for form, name, value in (("csv", "delimiter", "x"), ("tsv", "delimiter", "comma"),
                                  ("json", "delimiter", "comma"), ("csv", "spreadsheet", "yes"),
                                  ("geojson", "spreadsheet", "safe"),
                                  ("ndjson", "identifiers", "url"), ("csv", "identifiers", "doi"),
                                  ("json", "emptyColumns", "false"),
                                  ("parquet", "lists", "exploded"), ("json", "lists", "joined"),
                                  ("csv", "lists", "long"), ("xlsx", "values", "verbatim"),
                                  ("tsv", "values", "read")):
            answer = self.ask(address("/api/v1/download", format=form, **{name: value}))
            self.assert_problem(answer, 400, name)


if __name__ == "__main__":
    unittest.main()
