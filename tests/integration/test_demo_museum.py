# SPDX-License-Identifier: Apache-2.0
"""The demo museum's generator: the same seed gives the same bytes, the sources can be read by
others' readers, and everything in them says that it is invented (rules L1 and L2)."""

import collections
import csv
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

ROOT = os.environ.get("VITRINE_SOURCE_DIR") or os.path.dirname(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DWC_TEXT = {"dwc": "http://rs.tdwg.org/dwc/text/"}
KINDS = {"specimens", "index lots", "preparations", "observations", "checklist", "research"}
CATEGORIES = {"Collections", "Research", "Citizen Science", "Public Engagement",
              "Library and Archives"}
# The keys an importer finds by itself (rule A2).
FOUND_KEYS = ("_id", "id", "occurrenceID", "taxonID", "eventID", "catalogNumber")
# West, south, east and north of each country that the museum collected in, to whole degrees.
BOXES = {
    "AO": (11, -19, 25, -4), "AQ": (-180, -90, 180, -60), "AR": (-74, -56, -53, -21),
    "AT": (9, 46, 18, 50), "AU": (112, -55, 159, -10), "BD": (88, 20, 93, 27),
    "BE": (2, 49, 7, 52), "BG": (22, 41, 29, 45), "BN": (114, 4, 116, 6),
    "BO": (-70, -23, -57, -9), "BR": (-75, -34, -34, 6), "BT": (88, 26, 93, 29),
    "BW": (19, -27, 30, -17), "BZ": (-90, 15, -87, 19), "CA": (-142, 41, -52, 84),
    "CD": (12, -14, 32, 6), "CH": (5, 45, 11, 48), "CI": (-9, 4, -2, 11),
    "CL": (-110, -56, -66, -17), "CM": (8, 1, 17, 14), "CN": (73, 18, 135, 54),
    "CO": (-80, -5, -66, 13), "CR": (-86, 8, -82, 12), "CU": (-85, 19, -74, 24),
    "CY": (32, 34, 35, 36), "CZ": (12, 48, 19, 52), "DE": (5, 47, 16, 56), "DK": (8, 54, 16, 58),
    "DM": (-62, 15, -61, 16), "DO": (-73, 17, -68, 20), "DZ": (-9, 18, 12, 38),
    "EC": (-92, -5, -75, 2), "EG": (24, 21, 37, 32), "ES": (-19, 27, 5, 44),
    "ET": (32, 3, 48, 15), "FI": (20, 59, 32, 71), "FJ": (-180, -22, 180, -12),
    "FK": (-62, -53, -57, -51), "FR": (-6, 41, 10, 52), "GA": (8, -4, 15, 3),
    "GB": (-9, 50, 2, 61), "GF": (-55, 2, -51, 6), "GH": (-4, 4, 2, 12), "GL": (-73, 59, -11, 84),
    "GR": (19, 34, 29, 42), "GS": (-39, -59, -26, -53), "GT": (-93, 13, -88, 18),
    "GY": (-62, 1, -56, 9), "HN": (-90, 12, -83, 17), "HR": (13, 42, 20, 47),
    "HU": (16, 45, 23, 49), "ID": (95, -11, 141, 6), "IE": (-11, 51, -6, 56),
    "IL": (34, 29, 36, 34), "IN": (68, 6, 98, 36), "IQ": (38, 29, 49, 38), "IR": (44, 25, 64, 40),
    "IS": (-25, 63, -13, 67), "IT": (6, 36, 19, 48), "JM": (-79, 17, -76, 19),
    "JO": (34, 29, 40, 34), "JP": (123, 24, 146, 46), "KE": (33, -5, 42, 6),
    "KG": (69, 39, 81, 44), "KH": (102, 10, 108, 15), "KR": (126, 33, 131, 39),
    "KZ": (46, 40, 88, 56), "LA": (100, 13, 108, 23), "LB": (35, 33, 37, 35),
    "LK": (79, 5, 82, 10), "LR": (-12, 4, -7, 9), "LS": (27, -31, 30, -28),
    "MA": (-18, 21, -1, 36), "MG": (43, -26, 51, -12), "MM": (92, 9, 102, 29),
    "MN": (87, 41, 120, 53), "MU": (57, -21, 58, -19), "MW": (32, -18, 36, -9),
    "MX": (-119, 14, -86, 33), "MY": (99, 0, 120, 8), "MZ": (30, -27, 41, -10),
    "NA": (11, -29, 26, -16), "NC": (159, -23, 169, -19), "NG": (2, 4, 15, 14),
    "NI": (-88, 10, -83, 16), "NL": (-69, 12, 8, 54), "NO": (-10, 58, 34, 81),
    "NP": (80, 26, 89, 31), "NZ": (-177, -53, 179, -8), "OM": (51, 16, 60, 27),
    "PA": (-84, 7, -77, 10), "PE": (-82, -19, -68, 0), "PF": (-152, -21, -136, -8),
    "PG": (140, -12, 156, -1), "PH": (116, 5, 127, 21), "PK": (60, 23, 78, 38),
    "PL": (14, 49, 25, 55), "PT": (-32, 32, -6, 43), "PY": (-63, -28, -54, -19),
    "RO": (20, 43, 30, 49), "RU": (-180, 41, 180, 82), "RW": (28, -3, 31, -1),
    "SA": (34, 16, 56, 33), "SB": (155, -12, 167, -6), "SC": (55, -5, 56, -4),
    "SD": (21, 8, 39, 23), "SE": (11, 55, 25, 70), "SG": (103, 1, 104, 2), "SI": (13, 45, 17, 47),
    "SL": (-14, 6, -10, 10), "SN": (-18, 12, -11, 17), "SO": (40, -2, 52, 12),
    "SR": (-59, 1, -53, 6), "ST": (6, 0, 8, 2), "SZ": (30, -28, 33, -25), "TH": (97, 5, 106, 21),
    "TN": (7, 30, 12, 38), "TR": (25, 35, 45, 43), "TT": (-62, 10, -60, 12),
    "TW": (118, 21, 122, 26), "TZ": (29, -12, 41, 0), "UA": (22, 45, 41, 53),
    "UG": (29, -2, 35, 5), "US": (-179, 18, 180, 72), "UY": (-59, -35, -53, -30),
    "UZ": (55, 37, 74, 46), "VE": (-74, 0, -59, 13), "VN": (102, 8, 110, 24),
    "VU": (166, -21, 170, -13), "WS": (-173, -15, -171, -13), "YE": (42, 12, 55, 19),
    "ZA": (16, -47, 38, -22), "ZM": (21, -19, 34, -8), "ZW": (25, -23, 34, -15),
}


def generator(folder):
    """The built program, or one compiled into the folder; None where neither can be had."""
    built = os.environ.get("VITRINE_DEMO_MUSEUM")
    if built and os.path.exists(built):
        return built
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return None
    sources = os.path.join(ROOT, "tools/demo_museum")
    program = os.path.join(folder, "demo-museum")
    files = [os.path.join(folder, name)
             for folder in (sources, os.path.join(ROOT, "src/base"))
             for name in sorted(os.listdir(folder)) if name.endswith(".c")]
    subprocess.run([compiler, "-std=gnu17", "-D_GNU_SOURCE", "-O2", "-I", os.path.join(ROOT, "src"),
                    "-o", program, *files, "-lcrypto", "-lxxhash", "-lpthread", "-lm"],
                   check=True, timeout=300)
    return program


def digest_of(folder):
    """One hash over the names and bytes of all files in a folder."""
    digest = hashlib.sha256()
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(place, name)
            digest.update(os.path.relpath(path, folder).encode() + b"\0")
            with open(path, "rb") as file:
                digest.update(hashlib.sha256(file.read()).digest())
    return digest.hexdigest()


def delimited(text, delimiter, quoted=True):
    quoting = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting))


def table_of_archive(archive, element, tag):
    """Field names, rows, and the index of the id, of the core or an extension of an archive."""
    location = element.find("dwc:files/dwc:location", DWC_TEXT).text
    quoted = element.get("fieldsEnclosedBy") == '"'
    text = archive.read(location).decode(element.get("encoding"))
    rows = delimited(text, "," if quoted else "\t", quoted)
    fields = {int(field.get("index")): field.get("term").rsplit("/", 1)[1]
              for field in element.findall("dwc:field", DWC_TEXT) if field.get("index")}
    skipped = int(element.get("ignoreHeaderLines"))
    return fields, rows[skipped:], int(element.find(tag, DWC_TEXT).get("index"))


class Archive:
    """A Darwin Core Archive, read with zipfile, ElementTree and csv alone."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None, path
            meta = ElementTree.fromstring(archive.read("meta.xml"))
            self.eml = ElementTree.fromstring(archive.read(meta.get("metadata")))
            core = meta.find("dwc:core", DWC_TEXT)
            fields, rows, key = table_of_archive(archive, core, "dwc:id")
            self.width = max(fields) + 1
            self.raw = rows
            self.rows = {row[key]: {name: row[at] for at, name in fields.items()} for row in rows}
            self.extensions = {}
            for extension in meta.findall("dwc:extension", DWC_TEXT):
                name = extension.get("rowType").rsplit("/", 1)[1]
                names, lines, at = table_of_archive(archive, extension, "dwc:coreid")
                self.extensions[name] = [
                    dict({names[i]: line[i] for i in names}, coreid=line[at]) for line in lines]


class Museum:
    """A generated museum: its plan carried out in memory."""

    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "plan.jsonl"), encoding="utf-8") as file:
            self.plan = [json.loads(line) for line in file]
        self.tables = collections.defaultdict(dict)
        self.kinds = {}
        self.metadata = {}
        self.archives = []
        self.rows_written = 0
        self.removed = []
        for line in self.plan:
            self.carry_out(line)

    def carry_out(self, line):
        self.metadata.setdefault(line["dataset"], {}).update(line.get("metadata", {}))
        self.kinds[line["dataset"]] = line["kind"]
        table = self.tables[line["dataset"]]
        rows = {}
        for name in line.get("files", []):
            rows.update(self.read(os.path.join(self.folder, name), line))
        self.rows_written += len(rows)
        if line.get("mode") == "delete":
            for key, row in rows.items():
                del table[key]
                self.removed.append((key, row))
            return
        if line.get("mode") == "snapshot":
            table.clear()
        table.update(rows)

    def read(self, path, line):
        if path.endswith(".zip"):
            archive = Archive(path)
            self.archives.append(archive)
            return archive.rows
        with open(path, encoding="utf-8-sig", newline="") as file:
            text = file.read()
        if path.endswith(".jsonl"):
            rows = [json.loads(each) for each in text.splitlines()]
        else:
            heading, *values = delimited(text, "\t" if path.endswith(".tsv") else ",")
            assert len(set(heading)) == len(heading), path
            assert all(len(each) == len(heading) for each in values), path
            rows = [dict(zip(heading, each)) for each in values]
        key = line.get("key") or next(name for name in FOUND_KEYS if name in rows[0])
        keyed = {row[key]: row for row in rows}
        assert len(keyed) == len(rows) and "" not in keyed, f"{path}: keys"
        return keyed

    def specimens(self):
        return self.tables["collection-specimens"].values()


class DemoMuseumTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.holder = holder.name
        cls.program = generator(cls.holder)
        if cls.program is None:
            raise unittest.SkipTest("no demo-museum was built, and there is no C compiler")
        cls.folder = os.path.join(cls.holder, "museum")
        cls.generate(cls.folder)
        cls.museum = Museum(cls.folder)

    @classmethod
    def generate(cls, folder, *options):
        return subprocess.run([cls.program, "--seed", "1", "--out", folder, *options],
                              capture_output=True, text=True, check=True, timeout=300)

    def test_the_same_seed_gives_the_same_bytes(self):
        folders = [os.path.join(self.holder, name) for name in ("first", "second", "other")]
        self.generate(folders[0], "--scale", "0.02")
        self.generate(folders[1], "--scale", "0.02")
        subprocess.run([self.program, "--seed", "2", "--out", folders[2], "--scale", "0.02"],
                       check=True, capture_output=True, timeout=300)
        first, second, other = (digest_of(folder) for folder in folders)
        self.assertEqual(first, second)
        self.assertNotEqual(first, other)

    def test_usage(self):
        for options in ([], ["--out"], ["--out", "x", "--seed", "one"],
                        ["--out", "x", "--scale", "0"], ["--nonsense", "x"]):
            result = subprocess.run([self.program, *options], capture_output=True, text=True,
                                    check=False, timeout=60, cwd=self.holder)
            self.assertEqual(result.returncode, 2, options)
            self.assertIn("usage", result.stderr)

    def test_counts(self):
        kinds = collections.Counter()
        for slug, table in self.museum.tables.items():
            kinds[self.museum.kinds[slug]] += len(table)
        self.assertEqual(set(kinds), KINDS)
        self.assertAlmostEqual(kinds["specimens"], 120000, delta=3000)
        self.assertAlmostEqual(kinds["index lots"], 30000, delta=1000)
        self.assertAlmostEqual(kinds["preparations"], 5000, delta=100)
        self.assertGreater(sum(kinds.values()), 190000)
        self.assertLess(self.museum.rows_written, 450000)

    def test_the_plan_is_in_the_order_of_time(self):
        moments = [line["at"] for line in self.museum.plan]
        self.assertEqual(moments, sorted(moments))
        self.assertEqual(len(set(moments)), len(moments))
        self.assertEqual(moments[0][:10], "2017-08-30")
        self.assertLess(moments[-1], "2025-12")
        for line in self.museum.plan:
            self.assertIn(line["kind"], KINDS)
            self.assertTrue(line["author"] and line["message"])
            self.assertTrue(line.get("files") or line.get("metadata"))
            self.assertRegex(line["dataset"], r"^[a-z0-9]+(-[a-z0-9]+)*$")

    def test_every_dataset_describes_itself(self):
        titles = collections.Counter()
        for slug, metadata in self.museum.metadata.items():
            self.assertEqual(metadata["slug"], slug)
            self.assertIn(metadata["category"], CATEGORIES)
            self.assertIn("invented", metadata["description"])
            self.assertTrue(metadata["licence"].startswith("http://creativecommons.org/"))
            self.assertTrue(all(contact["email"].endswith("@example.org")
                                for contact in metadata["contacts"]))
            self.assertEqual(metadata["resources"][0]["kind"], self.museum.kinds[slug])
            # An ORCID or a DOI would be somebody's or nobody's (rules F1 and L1).
            self.assertNotIn("doi", metadata)
            self.assertFalse(any("orcid" in author for author in metadata["authors"]))
            titles[metadata["title"]] += 1
        self.assertEqual(max(titles.values()), 1, titles.most_common(3))

    def test_rule_L2_research_datasets_with_columns_of_their_own(self):
        research = [slug for slug in self.museum.tables if not slug.startswith("collection-")]
        self.assertGreaterEqual(len(research), 165)
        fields = set()
        for slug in research:
            table = self.museum.tables[slug]
            self.assertGreaterEqual(len(table), 10, slug)
            self.assertLessEqual(len(table), 2000, slug)
            fields.update(*map(dict.keys, table.values()))
        self.assertGreater(len(fields), 300)
        nested = [slug for slug in research
                  if any(isinstance(value, list)
                         for row in self.museum.tables[slug].values() for value in row.values())]
        self.assertGreater(len(nested), 10)

    def test_rule_L1_every_record_says_that_it_is_a_demo(self):
        for slug, table in self.museum.tables.items():
            for key, row in table.items():
                self.assertEqual(row["institutionCode"], "DEMO", (slug, key))
                own = key.startswith("de305eed-") or key.startswith("demo:")
                self.assertTrue(own, (slug, key))
        for row in self.museum.specimens():
            self.assertTrue(row["catalogNumber"].startswith("DEMO-"))
            self.assertTrue(row["otherCatalogNumbers"].startswith("DEMO:"))
            self.assertTrue(row["license"] and row["rightsHolder"] and row["modified"])

    def test_archives_are_whole(self):
        pictures = determinations = 0
        media = set(os.listdir(os.path.join(self.museum.folder, "sources", "media")))
        for name in media:
            with open(os.path.join(self.museum.folder, "sources", "media", name), "rb") as file:
                self.assertEqual(hashlib.sha256(file.read()).hexdigest(), name.split(".")[0])
        for archive in self.museum.archives:
            self.assertTrue(archive.rows)
            self.assertTrue(all(len(row) == archive.width for row in archive.raw))
            self.assertEqual(len(archive.rows), len(archive.raw))
            self.assertTrue(archive.eml.find("dataset/title").text)
            for lines in archive.extensions.values():
                self.assertLessEqual({line["coreid"] for line in lines}, set(archive.rows))
            for line in archive.extensions["Multimedia"]:
                self.assertRegex(line["identifier"], r"^/media/[0-9a-f]{64}\.(svg|wav|glb)$")
                self.assertIn(os.path.basename(line["identifier"]), media)
                self.assertTrue(line["license"] and line["rightsHolder"])
            pictures += len(archive.extensions["Multimedia"])
            determinations += len(archive.extensions["Identification"])
        self.assertGreater(pictures, 20000)
        self.assertGreater(determinations, 100000)

    def test_history_changes_removes_and_brings_back(self):
        modes = collections.Counter(line.get("mode") for line in self.museum.plan)
        self.assertGreaterEqual(modes["delete"], 3)
        self.assertGreaterEqual(modes["snapshot"], 10)
        self.assertGreaterEqual(modes[None], 2)
        table = self.museum.tables["collection-specimens"]
        gone = [row for key, row in self.museum.removed if key not in table]
        self.assertTrue(gone and len(gone) < len(self.museum.removed))
        self.assertTrue(all(row["reason"] for row in gone))
        self.assertTrue(any(row["replacedBy"] in table for row in gone))
        titles = {line["metadata"]["title"] for line in self.museum.plan
                  if line["dataset"] == "collection-specimens" and "metadata" in line}
        self.assertGreater(len(titles), 1)

    def test_coordinates_lie_in_their_country(self):
        placed = 0
        for row in self.museum.specimens():
            if row["decimalLatitude"] == "":
                continue
            placed += 1
            latitude, longitude = float(row["decimalLatitude"]), float(row["decimalLongitude"])
            if row["countryCode"]:
                west, south, east, north = BOXES[row["countryCode"]]
                self.assertTrue(west <= longitude <= east and south <= latitude <= north,
                                (row["countryCode"], latitude, longitude, row["locality"]))
        share = placed / len(self.museum.specimens())
        self.assertTrue(0.35 < share < 0.55, share)

    def test_countries_are_written_by_their_present_names(self):
        names = collections.defaultdict(set)
        for row in self.museum.specimens():
            if row["countryCode"]:
                names[row["countryCode"]].add(row["country"])
        self.assertEqual(set(names) - set(BOXES), set())
        self.assertTrue(all(len(each) == 1 for each in names.values()))
        self.assertGreater(len(names), 100)

    def test_dates_and_determinations_are_possible(self):
        years = collections.Counter()
        for row in self.museum.specimens():
            if row["year"]:
                years[int(row["year"]) // 50 * 50] += 1
                self.assertTrue(row["eventDate"].startswith(row["year"]))
            if row.get("dateIdentified") and row.get("scientificNameAuthorship"):
                described = re.search(r"\b(1[789]|20)\d\d\b", row["scientificNameAuthorship"])
                if described:
                    self.assertLessEqual(int(described.group()), int(row["dateIdentified"][:4]))
        self.assertEqual(min(years), 1750)
        self.assertEqual(max(years), 2000)

    def test_a_species_has_one_holotype(self):
        holotypes = collections.Counter()
        types = 0
        for row in self.museum.specimens():
            status = row.get("typeStatus", "").lower()
            types += status != ""
            if status == "holotype":
                holotypes[row["scientificName"], row["scientificNameAuthorship"],
                          row["family"]] += 1
        self.assertEqual(max(holotypes.values()), 1, holotypes.most_common(3))
        share = types / len(self.museum.specimens())
        self.assertTrue(0.02 < share < 0.06, share)

    def test_rule_C5_sexes_are_spelled_in_many_ways(self):
        sexes = collections.Counter(row.get("sex", "") for row in self.museum.specimens())
        for written in ("Female", "female", "♀", "F", "fem.", "Male", "male", "♂", "M", "Worker"):
            self.assertGreater(sexes[written], 20, written)
        stages = collections.Counter(row.get("lifeStage", "") for row in self.museum.specimens())
        for written in ("Adult", "ad.", "Larva", "juv.", "Tadpole"):
            self.assertGreater(stages[written], 5, written)

    def test_strata_agree_with_each_other(self):
        eras = collections.defaultdict(set)
        for row in self.museum.specimens():
            if row["collectionCode"] == "PAL":
                self.assertEqual(row["earliestEonOrLowestEonothem"], "Phanerozoic")
                self.assertTrue(row["formation"])
                eras[row["earliestPeriodOrLowestSystem"]].add(row["earliestEraOrLowestErathem"])
        self.assertEqual(eras["Jurassic"], {"Mesozoic"})
        self.assertEqual(eras["Silurian"], {"Paleozoic"})
        self.assertTrue(all(len(each) == 1 for each in eras.values()))

    def test_the_collections_are_skewed_as_collections_are(self):
        for field, least in (("family", 500), ("genus", 1500), ("recordedBy", 500)):
            counts = collections.Counter(row.get(field, "") for row in self.museum.specimens())
            counts.pop("", None)
            self.assertGreater(len(counts), least, field)
            top = sum(count for _, count in counts.most_common(len(counts) // 10))
            self.assertGreater(top, sum(counts.values()) * 0.35, field)

    def test_the_portal_says_that_it_is_a_demo(self):
        with open(os.path.join(self.folder, "portal.json"), encoding="utf-8") as file:
            portal = json.load(file)
        self.assertTrue(portal["demo"])
        codes = {collection["code"] for collection in portal["collections"]}
        self.assertEqual(codes, {row["collectionCode"] for row in self.museum.specimens()})
        self.assertTrue(all(each["estimatedHoldings"] > 100000
                            for each in portal["collections"]))


if __name__ == "__main__":
    unittest.main()
