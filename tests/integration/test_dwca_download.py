# SPDX-License-Identifier: Apache-2.0
"""Darwin Core Archives: one package that is an archive, a Frictionless Data Package and an RO-Crate
at once. Read with zipfile, csv and ElementTree, by our own ingest, and by other people's readers
(python-dwca-reader, frictionless, and lxml with the published schemas where they are at hand)."""

import csv
import hashlib
import io
import json
import os
import pathlib
import re
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

import portal
import real_data
from readers import reader
from serving import MS, TIMES, OwnPortalTest, ServedTest, address

TEXT = "{http://rs.tdwg.org/dwc/text/}"
DWC = "http://rs.tdwg.org/dwc/terms/"
FILLED = ["datasetID", "datasetName", "institutionCode", "license", "rightsHolder"]
NOTES = ["rights.txt", "citations.txt", "meta.xml", "eml.xml", "datapackage.json",
         "ro-crate-metadata.json", "manifest.json"]

# What may stand in a value, as far as our own readers take it (rule A8).
HOSTILE = {
    "tab": "a\tb",
    "line": "two\nlines\r\nand three",
    "quotes": 'say "so" and ""',
    "markup": "<b>&amp;</b> ]]> --> '",
    "right to left": "\u202eabc\u202c \u200f\u05d0\u05d1",
    "formula": "=1+1",
    "null": "\\N NULL",
    "controls": "\u0001\u001f\u007f\ufffe",
    "backslash": "C:\\new\\table \\u0041",
    "long": "ä𝄞" * 20000,
    "edges": " blank before and behind ",
    "delimiters": "a,b;c|d | e",
}


def open_package(data):
    package = zipfile.ZipFile(io.BytesIO(data))
    assert package.testzip() is None
    return package


def rows_of(package, name):
    text = package.read(name).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t", strict=True))


def described(package):
    """(element, rowType, file, terms by column) of each file in meta.xml, which is checked by the
    rules of its schema."""
    root = ElementTree.fromstring(package.read("meta.xml"))
    assert root.tag == TEXT + "archive" and root.get("metadata") == "eml.xml"
    names = [child.tag for child in root]
    assert names == [TEXT + "core"] + [TEXT + "extension"] * (len(names) - 1), names
    for child in root:
        of_id = "id" if child.tag == TEXT + "core" else "coreid"
        parts = [part.tag[len(TEXT):] for part in child]
        assert parts == ["files", of_id] + ["field"] * (len(parts) - 2) and len(parts) > 2, parts
        assert child.get("rowType").startswith("http") and child.get("ignoreHeaderLines") == "1"
        assert child.get("fieldsTerminatedBy") == "\\t" and child.get("linesTerminatedBy") == "\\n"
        assert [f.get("index") for f in child][1:] == [str(i) for i in range(len(parts) - 1)]
        terms = [field.get("term") for field in child.findall(TEXT + "field")]
        [location] = child.findall(f"{TEXT}files/{TEXT}location")
        yield child.tag[len(TEXT):], child.get("rowType"), location.text, terms


def meaning(value):
    """A record without what says nothing, its values as texts, its lists without an order."""
    if isinstance(value, dict):
        pairs = {name: meaning(member) for name, member in value.items()}
        return {name: member for name, member in pairs.items() if member not in ("", None, [], {})}
    if isinstance(value, list):
        kept = [element for element in map(meaning, value) if element not in ("", None, [], {})]
        return sorted(kept, key=real_data.canonical)
    return value if value is None or isinstance(value, str) else json.dumps(value)


def unfold(record, is_core=True):
    """A record as it was before the archive: what lies in dynamicProperties at its place."""
    record = dict(record)
    house = json.loads(record.pop("dynamicProperties", None) or "{}")
    assert not is_core or house.pop("_version") > 0
    for name, value in list(record.items()):
        if isinstance(value, list):
            record[name] = [unfold(element, False) for element in value]
    return {**record, **house}


class Archives(ServedTest):
    def download(self, **parameters):
        answer = self.ask(address("/api/v1/download", format="dwca", **parameters))
        self.assertEqual(answer.status, 200, answer.body[:500])
        self.assertEqual(answer.headers["Content-Type"], "application/zip")
        return answer.body

    def package(self, **parameters):
        return open_package(self.download(**parameters))

    def manifest(self, package):
        return json.loads(package.read("manifest.json"))

    def test_rule_h2_the_core_has_the_rows_of_the_search_in_its_order(self):
        for asked in ({"dataset": "birds"}, {"dataset": "birds", "family": "Turdidae"},
                      {"dataset": "birds", "sort": "-year,scientificName"},
                      {"dataset": "birds", "version": str(MS[0])}):
            keys = [record["key"] for record in self.search(limit=100, **asked)["records"]]
            package = self.package(**asked)
            self.assertEqual([row["id"] for row in rows_of(package, "occurrence.txt")], keys)
            archive = self.manifest(package)["archive"]
            self.assertEqual(archive["rows"]["occurrence.txt"], len(keys))
        nobody = self.package(dataset="birds", sex="nobody")
        self.assertEqual(rows_of(nobody, "occurrence.txt"), [])

    def test_rule_h2_the_manifest_counts_what_is_not_in_the_archive(self):
        package = self.package()
        manifest = self.manifest(package)
        archive = manifest["archive"]
        self.assertEqual(archive["core"], "occurrence")
        rows = rows_of(package, "occurrence.txt")
        self.assertEqual(len(rows) + sum(archive["notInArchive"].values()), manifest["records"])
        self.assertEqual(archive["notInArchive"], {"taxon": 2})
        # Ids are one of a kind over all tables of the archive.
        taxa = self.package(core="taxon")
        self.assertEqual([row["id"] for row in rows_of(taxa, "taxon.txt")], ["l1", "l2"])
        self.assertEqual(self.manifest(taxa)["archive"]["notInArchive"],
                         {"occurrence": len(rows)})

    def test_rule_h1_headers_are_terms_and_the_rest_is_in_dynamic_properties(self):
        package = self.package(dataset="birds")
        [(element, row_type, file, terms)] = described(package)
        self.assertEqual((element, row_type, file),
                         ("core", DWC + "Occurrence", "occurrence.txt"))
        header = package.read(file).decode().split("\n")[0].split("\t")
        self.assertEqual(header, ["id"] + [term.rsplit("/", 1)[1] for term in terms])
        self.assertIn("http://purl.org/dc/terms/license", terms)
        self.assertNotIn("limit", header)
        first = rows_of(package, file)[0]
        record = self.search(dataset="birds", limit=1)["records"][0]
        house = json.loads(first["dynamicProperties"])
        self.assertEqual(house["_version"], record["version"])
        by_key = {record["key"]: record["data"] for record in
                  self.search(dataset="birds", limit=100)["records"]}
        for row in rows_of(package, file):
            house = json.loads(row["dynamicProperties"])
            self.assertEqual(house.get("limit", ""), by_key[row["id"]].get("limit", ""))

    def test_rule_h1_lists_are_extensions_in_the_order_of_the_core(self):
        package = self.package(dataset="lichens")
        core, media = described(package)
        self.assertEqual(core[1], DWC + "Taxon")
        self.assertEqual(media[:3], ("extension", "http://rs.gbif.org/terms/1.0/Multimedia",
                                     "associatedmedia.txt"))
        self.assertEqual(rows_of(package, media[2]), [
            {"coreid": "l1", "identifier": "https://demo.example/1", "type": "StillImage"},
            {"coreid": "l1", "identifier": "https://demo.example/2", "type": "Sound"}])

    def test_rule_d2_rows_say_whose_they_are(self):
        package = self.package()
        datasets = {d["uuid"]: d for d in self.get("/api/v1/datasets")["datasets"]}
        for row in rows_of(package, "occurrence.txt"):
            dataset = datasets[row["datasetID"]]
            self.assertEqual(row["datasetName"], dataset["title"])
            self.assertEqual(row["license"], dataset["licence"])
            self.assertTrue(row["occurrenceID"])
            self.assertLessEqual(set(FILLED), set(row))
        self.assertLess(set(NOTES), set(package.namelist()))
        self.assertEqual(self.manifest(package)["licenses"],
                         {"https://creativecommons.org/licenses/by/4.0/": 15, "not stated": 2})

    def test_rule_d1_no_licence_is_made_up(self):
        package = self.package(dataset="lichens")
        for row in rows_of(package, "taxon.txt"):
            self.assertEqual(row["license"], "")
        for row in rows_of(package, "associatedmedia.txt"):
            self.assertNotIn("license", row)  # of the medium: that of its record says nothing
        for name in ("eml.xml", "datapackage.json", "ro-crate-metadata.json"):
            self.assertNotIn("creativecommons", package.read(name).decode(), name)
        self.assertNotIn("intellectualRights", package.read("eml.xml").decode())
        birds = self.package(dataset="birds").read("eml.xml").decode()
        self.assertIn('<ulink url="https://creativecommons.org/licenses/by/4.0/">', birds)

    def test_rule_d3_media_are_linked_not_packed(self):
        package = self.package(dataset="lichens")
        self.assertEqual(package.namelist(), ["taxon.txt", "associatedmedia.txt", *NOTES])

    def test_rule_f3_the_same_request_gives_the_same_bytes(self):
        asked = {"version": str(MS[1])}
        self.assertEqual(self.download(**asked), self.download(**asked))

    def test_rule_f1_nothing_looks_like_a_doi(self):
        package = self.package()
        for name in NOTES:
            self.assertNotIn("doi", package.read(name).decode().lower(), name)

    def test_a_dataset_s_metadata_become_its_eml(self):
        root = ElementTree.fromstring(self.package(dataset="birds").read("eml.xml"))
        self.assertEqual(root.tag, "{https://eml.ecoinformatics.org/eml-2.2.0}eml")
        [dataset, more] = root
        names = [element.tag for element in dataset]
        order = ["alternateIdentifier", "title", "creator", "metadataProvider", "associatedParty",
                 "pubDate", "language", "abstract", "keywordSet", "additionalInfo",
                 "intellectualRights", "coverage", "maintenance", "contact", "publisher"]
        self.assertEqual(names, sorted(names, key=order.index))
        for needed in ("title", "creator", "pubDate", "abstract", "contact"):
            self.assertIn(needed, names)
        self.assertEqual(dataset.findtext("title"), "Birds of the North")
        self.assertEqual([p.text for p in dataset.findall("abstract/para")],
                         ["Skins and *eggs*.", "Second."])
        self.assertEqual([k.text for k in dataset.findall("keywordSet/keyword")], ["skins", "eggs"])
        self.assertRegex(dataset.findtext("creator/userId"), "0000-0002-1825-0097$")
        self.assertRegex(dataset.findtext("pubDate"), r"^\d{4}-\d\d-\d\d$")
        self.assertTrue(more.findtext("metadata/gbif/dateStamp").endswith("Z"))

    def test_several_datasets_have_a_description_each(self):
        package = self.package()
        uuids = {d["uuid"] for d in self.manifest(package)["datasets"]}
        files = {name for name in package.namelist() if name.startswith("dataset/")}
        self.assertEqual(files, {f"dataset/{uuid}.xml" for uuid in uuids})
        whole = ElementTree.fromstring(package.read("eml.xml"))
        self.assertIn("records from 2 datasets", whole.findtext("dataset/title"))

    def test_the_package_is_a_data_package_and_a_crate(self):
        package = self.package()
        sizes = {name: len(package.read(name)) for name in package.namelist()}
        sums = {name: hashlib.sha256(package.read(name)).hexdigest() for name in sizes}
        data = json.loads(package.read("datapackage.json"))
        for resource in data["resources"]:
            self.assertEqual(resource["bytes"], sizes[resource["path"]])
            self.assertEqual(resource["hash"], "sha256:" + sums[resource["path"]])
            header = package.read(resource["path"]).decode().split("\n")[0].split("\t")
            self.assertEqual([f["name"] for f in resource["schema"]["fields"]], header)
        crate = json.loads(package.read("ro-crate-metadata.json"))
        self.assertEqual(crate["@context"], "https://w3id.org/ro/crate/1.2/context")
        graph = {entity["@id"]: entity for entity in crate["@graph"]}
        self.assertEqual(len(graph), len(crate["@graph"]))
        root = graph["./"]
        self.assertEqual(graph["ro-crate-metadata.json"]["about"], {"@id": "./"})
        self.assertEqual(graph["ro-crate-metadata.json"]["conformsTo"],
                         {"@id": "https://w3id.org/ro/crate/1.2"})
        for needed in ("name", "description", "datePublished", "license", "hasPart"):
            self.assertTrue(root[needed], needed)
        self.assertIn(root["license"]["@id"], graph)
        parts = {part["@id"] for part in root["hasPart"]}
        self.assertEqual(parts, set(sizes) - {"ro-crate-metadata.json"})
        for name in parts - {"manifest.json"}:
            self.assertEqual((graph[name]["contentSize"], graph[name]["sha256"]),
                             (str(sizes[name]), sums[name]))
        for file in self.manifest(package)["files"]:
            self.assertEqual((file["bytes"], file["sha256"]), (sizes[file["name"]],
                                                              sums[file["name"]]))

    def test_columns_are_those_that_are_asked_for(self):
        package = self.package(dataset="birds", fields="scientificName,limit")
        [row, *_] = rows_of(package, "occurrence.txt")
        self.assertEqual([name for name in row if name not in FILLED],
                         ["id", "occurrenceID", "scientificName", "dynamicProperties"])

    def test_faults_are_told_before_the_first_byte(self):
        for name, value in (("package", "none"), ("separate", "true"), ("core", "rock"),
                            ("delimiter", "tab"), ("sort", "_score"), ("fields", "nothing")):
            answer = self.ask(address("/api/v1/download", format="dwca", **{name: value}))
            self.assert_problem(answer, 400, name)
        self.assert_problem(self.ask("/api/v1/download?format=csv&core=taxon"), 400, "core")

    def test_an_archive_has_an_address_that_stays(self):
        answer = self.ask("/archive/lichens.zip")
        self.assertEqual(answer.status, 200)
        self.assertEqual(answer.headers["Last-Modified"], "Tue, 01 Mar 2016 12:00:00 GMT")
        asked = address("/api/v1/download", format="dwca", dataset="lichens", version=str(MS[1]))
        self.assertEqual(answer.body, self.ask(asked).body)
        for name, told in (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")):
            again = self.ask("/archive/lichens.zip", headers={name: answer.headers[told]})
            self.assertEqual((again.status, again.body), (304, b""), name)
        self.assert_problem(self.ask("/archive/nobody.zip"), 404)

    def test_lxml_finds_the_descriptions_valid_by_the_published_schemas(self):
        etree = reader("lxml.etree")
        if not os.environ.get("VITRINE_SCHEMAS"):
            self.skipTest("VITRINE_SCHEMAS names no folder with tdwg_dwc_text.xsd and eml.xsd")
        folder = pathlib.Path(os.environ["VITRINE_SCHEMAS"])
        package = open_package(self.download(dataset="birds"))
        for document, schema in (("meta.xml", "tdwg_dwc_text.xsd"), ("eml.xml", "eml.xsd")):
            checker = etree.XMLSchema(etree.parse(str(folder / schema)))
            checker.assertValid(etree.fromstring(package.read(document)))


class RoundTrips(OwnPortalTest):
    """Our own ingest of an archive gives the records that it was made of."""

    def archive(self, slug, **parameters):
        with self.served() as server:
            answer = server.ask(address("/api/v1/download", format="dwca", dataset=slug,
                                        **parameters), timeout=300)
            self.assertEqual(answer.status, 200, answer.body[:500])
        path = self.folder / f"{slug}.zip"
        path.write_bytes(answer.body)
        return path

    def go_round(self, commit):
        """Ingests the archive of the table "round" anew, compares, and gives the archive."""
        before = self.records("round", commit)
        path = self.archive("round")
        self.data = self.folder / "again"
        self.run_ok("init", "--name", "Again")
        answer = self.ingest("--dataset", "round", path)
        after = self.records("round", answer["commit"])
        self.assertEqual(sorted(after), sorted(before))
        for key, text in before.items():
            record = meaning(json.loads(text))
            again = meaning(unfold(json.loads(after[key])))
            # What the archive adds: its own id, and what rule D2 fills.
            added = {"id", "occurrenceID", "taxonID", "eventID", *FILLED} - set(record)
            again = {name: value for name, value in again.items() if name not in added}
            self.assertEqual(again, record, key)
        return open_package(path.read_bytes())

    def lists(self):
        """The archive of records with lists, some of them empty."""
        rows = [{"occurrenceID": f"s{i}", "scientificName": "Apis", "multimedia": [
            {"identifier": f"https://example.org/{i}-{n}", "title": "a \"b\""} for n in range(i)]}
                for i in range(4)]
        path = self.write("round.jsonl", "\n".join(map(json.dumps, rows)) + "\n")
        self.ingest("--dataset", "round", "--key", "occurrenceID", path)
        return self.archive("round")

    def test_python_dwca_reader_finds_each_record_and_its_lists(self):
        dwca = reader("dwca.read")
        path = self.lists()
        with dwca.DwCAReader(str(path)) as archive:
            told = [(row.id, len(row.extensions)) for row in archive]
        self.assertEqual(told, [(f"s{i}", i) for i in range(4)])

    def test_frictionless_finds_the_data_package_valid(self):
        frictionless = reader("frictionless")
        folder = self.folder / "archive"
        open_package(self.lists().read_bytes()).extractall(folder)
        report = frictionless.validate(str(folder / "datapackage.json"))
        self.assertTrue(report.valid, report.flatten(["note"]))
        self.assertEqual([task.stats.get("rows") for task in report.tasks], [4, 6])

    def test_hostile_values_come_back_whole(self):
        rows = [{"occurrenceID": name, "locality": value, "remarks of the house": value,
                 "recordedBy": [value, "b"], "odd.name \" \\": value,
                 "shelf": {"room": value, "boxes": [1, {"n": value}]},
                 "multimedia": [{"identifier": "https://example.org/1", "title": value,
                                 "house": {"deep": [value]}}, {"identifier": value}]}
                for name, value in HOSTILE.items()]
        path = self.write("round.jsonl", "\n".join(map(json.dumps, rows)) + "\n")
        answer = self.ingest("--dataset", "round", "--key", "occurrenceID", path)
        before = {key: meaning(json.loads(text)) for key, text in
                  self.records("round", answer["commit"]).items()}
        package = open_package(self.archive("round").read_bytes())
        core = {row["id"]: row for row in rows_of(package, "occurrence.txt")}
        self.assertEqual(set(core), set(before))
        for name, value in HOSTILE.items():
            house = json.loads(core[name]["dynamicProperties"])
            self.assertEqual(core[name]["locality"], value)
            self.assertEqual(core[name]["recordedBy"], value + " | b")
            self.assertEqual(house["remarks of the house"], value)
            self.assertEqual(meaning(house["shelf"]), before[name]["shelf"])
        turned = open_package(self.archive("round", sort="-occurrenceID").read_bytes())
        order = [row["id"] for row in rows_of(turned, "occurrence.txt")]
        self.assertEqual(order, sorted(before, reverse=True))
        self.assertEqual(list(dict.fromkeys(row["coreid"] for row in
                                            rows_of(turned, "multimedia.txt"))), order)
        media = rows_of(package, "multimedia.txt")
        self.assertEqual(len(media), 2 * len(HOSTILE))
        for row in media:
            if row["title"]:
                self.assertEqual(row["title"], HOSTILE[row["coreid"]])
                self.assertEqual(json.loads(row["dynamicProperties"]),
                                 {"house": {"deep": [HOSTILE[row["coreid"]]]}})

    def test_hostile_metadata_stay_well_formed(self):
        text = "".join(HOSTILE[name] for name in HOSTILE if name != "long")
        path = self.write("round.csv", "occurrenceID,locality\n1,a\n")
        facts = {"title": text, "description": text, "tags": [text], "organisation": text,
                 "authors": [{"name": text}], "citation": text,
                 "contacts": [{"role": text, "name": text}]}
        self.ingest("--dataset", "round", "--key", "occurrenceID", "--metadata", json.dumps(facts),
                    path)
        package = open_package(self.archive("round").read_bytes())
        root = ElementTree.fromstring(package.read("eml.xml"))
        shown = re.sub("[\u0001\u001f\ufffe]", "\ufffd", text)
        self.assertEqual(" ".join(root.findtext("dataset/title").split()), " ".join(shown.split()))
        data = json.loads(package.read("datapackage.json"))
        self.assertEqual(data["title"], text)
        json.loads(package.read("ro-crate-metadata.json"))

    def test_rule_l1_each_part_says_that_it_is_invented(self):
        self.data = self.folder / "demo"
        self.run_ok("init", "--demo")
        path = self.write("1.csv", "occurrenceID,institutionCode\n1,DEMO\n")
        self.ingest("--dataset", "round", "--key", "occurrenceID", path)
        package = open_package(self.archive("round").read_bytes())
        for name in ("rights.txt", "eml.xml", "datapackage.json", "ro-crate-metadata.json",
                     "manifest.json"):
            self.assertIn("invented", package.read(name).decode(), name)
        self.assertEqual([row["institutionCode"] for row in rows_of(package, "occurrence.txt")],
                         ["DEMO"])

    def test_rule_f3_an_old_version_keeps_its_bytes_whatever_comes_behind(self):
        path = self.write("1.csv", "occurrenceID,locality\n1,a\n2,b\n")
        self.ingest("--dataset", "round", "--key", "occurrenceID", "--at", TIMES[0], path)
        with self.served() as server:
            asked = address("/api/v1/download", format="dwca", version=str(MS[0]))
            headers = {"Host": "museum.example"}
            first = server.ask(asked, headers=headers).body
            path = self.write("2.csv", "occurrenceID,locality,sex,new\n1,c,f,x\n3,d,m,y\n")
            self.ingest("--dataset", "round", "--at", TIMES[1], path)
            other = self.write("3.csv", "occurrenceID,locality\n9,z\n")
            self.ingest("--dataset", "other", "--key", "occurrenceID", other)
            self.assertEqual(server.ask(asked, headers={**headers, "Range": "bytes=0-"}).body,
                             first)

    def test_the_archive_of_a_museum_comes_back(self):
        path = portal.shared("occurrence/ucsb-izc-bees/ucsb-izc-bees-dwca.zip")
        answer = self.ingest("--dataset", "round", path, "--allow-duplicates")
        package = self.go_round(answer["commit"])
        files = {file: row_type for _, row_type, file, _ in described(package)}
        self.assertEqual(files["multimedia.txt"], "http://rs.tdwg.org/ac/terms/Multimedia")
        self.assertEqual(files["identification.txt"], DWC + "Identification")

    def test_a_checklist_comes_back(self):
        path = portal.shared("checklists/vascan/vascan.zip")
        answer = self.ingest("--dataset", "round", path, "--allow-duplicates")
        package = self.go_round(answer["commit"])
        files = {file: row_type for _, row_type, file, _ in described(package)}
        self.assertEqual(files["taxon.txt"], DWC + "Taxon")
        self.assertEqual(set(files), {"taxon.txt", "vernacularname.txt", "description.txt",
                                      "distribution.txt", "resourcerelationship.txt"})

    def test_events_come_back(self):
        folder = portal.shared("occurrence/anb-plants-events")
        meta = ['<archive xmlns="http://rs.tdwg.org/dwc/text/">']
        for name, kind in (("event.csv", "Event"), ("occurrence.csv", "Occurrence"),
                           ("mof.csv", "MeasurementOrFact")):
            header = (folder / name).read_text(encoding="utf-8-sig").split("\n")[0].strip()
            terms = header.split(",")
            element, of_id = ("core", "id") if kind == "Event" else ("extension", "coreid")
            fields = "".join(f'<field index="{i}" term="{DWC}{term}"/>'
                             for i, term in enumerate(terms))
            meta.append(f'<{element} rowType="{DWC}{kind}" ignoreHeaderLines="1"><files><location>'
                        f'{name}</location></files><{of_id} index="{terms.index("eventID")}"/>'
                        f'{fields}</{element}>')
        path = self.folder / "events.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("meta.xml", "".join(meta) + "</archive>")
            for name in ("event.csv", "occurrence.csv", "mof.csv"):
                archive.write(folder / name, name)
        answer = self.ingest("--dataset", "round", path, "--allow-duplicates")
        package = self.go_round(answer["commit"])
        counts = json.loads(package.read("manifest.json"))["archive"]
        self.assertEqual(counts["core"], "event")
        self.assertEqual(counts["rows"]["event.txt"], len(rows_of(package, "event.txt")))
        self.assertEqual(counts["rows"]["occurrence.txt"], len(rows_of(package, "occurrence.txt")))

    def test_sequences_come_back_under_their_names(self):
        rows = [{"occurrenceID": "s1", "scientificName": "Apis", "dnaDerivedData": [
            {"DNA_sequence": "ACGT", "target_gene": "COI", "seq_meth": "Sanger", "box": "7"}]}]
        path = self.write("round.jsonl", "\n".join(map(json.dumps, rows)) + "\n")
        answer = self.ingest("--dataset", "round", "--key", "occurrenceID", path)
        package = self.go_round(answer["commit"])
        _, dna = described(package)
        self.assertEqual(dna[1], "http://rs.gbif.org/terms/1.0/DNADerivedData")
        self.assertIn("https://w3id.org/mixs/0000044", dna[3])


if __name__ == "__main__":
    unittest.main()
