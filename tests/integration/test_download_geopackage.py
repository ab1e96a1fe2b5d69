# SPDX-License-Identifier: Apache-2.0
"""GeoPackages as SQLite and GDAL read them: the rows of the search in its order, whatever stands in
them (rule H2), types, places (OGC 12-128r18)."""

import contextlib
import http.client
import json
import os
import resource
import shutil
import sqlite3
import struct
import subprocess
import tempfile
import unittest

from hostile import ROWS, DownloadTest, flat
from serving import OwnPortalTest, address

IDENTITY = ["_dataset", "_table", "_key", "_version"]
RIGHTS = ["datasetID", "datasetName", "license", "rightsHolder"]
PLACES = {row["id"]: (float(row["decimalLongitude"]), float(row["decimalLatitude"]))
          for row in ROWS if "decimalLongitude" in row}
TYPES = {"fid": "INTEGER", "geom": "POINT", "individualCount": "INTEGER", "weight": "DOUBLE",
         "alive": "BOOLEAN", "year": "INTEGER", "catalogNumber": "TEXT", "note": "TEXT",
         "tags": "TEXT", "_key": "TEXT", "_version": "INTEGER", "decimalLatitude": "DOUBLE"}


def point(blob):
    """Longitude and latitude of a geometry, byte by byte as section 2.1.3 has it."""
    if blob is None:
        return None
    magic, version, flags, system, order, kind, x, y = struct.unpack("<2sBBiBIdd", blob)
    assert (magic, version, flags, system, order, kind) == (b"GP", 0, 1, 4326, 1, 1), blob
    return x, y


@contextlib.contextmanager
def opened(content):
    with tempfile.NamedTemporaryFile(suffix=".gpkg") as file:
        file.write(content)
        file.flush()
        with contextlib.closing(sqlite3.connect(file.name)) as connection:
            connection.row_factory = sqlite3.Row
            yield connection, file.name


class GeoPackage(DownloadTest):
    def package(self, **parameters):
        answer = self.download("gpkg", **parameters)
        self.assertEqual(answer.headers["Content-Type"], "application/geopackage+sqlite3")
        return opened(answer.body)

    def test_rule_h2_rows_and_order_are_the_searchs(self):
        for asked in self.ASKED:
            with self.package(**asked) as (package, _):
                rows = [dict(row) for row in package.execute("SELECT * FROM records")]
            records = self.records(**asked)
            self.assertEqual([row["_key"] for row in rows], [r["key"] for r in records], asked)
            self.assertEqual([row["fid"] for row in rows], list(range(1, len(rows) + 1)))
            for row, record in zip(rows, records):
                self.assertEqual((row["_dataset"], row["_table"], row["_version"]),
                                 (record["dataset"], record["table"], record["version"]))
                wanted = flat(record["data"])
                self.assertLessEqual(wanted.keys(), row.keys())
                for name in row.keys() - set(IDENTITY + RIGHTS + ["fid", "geom"]):
                    told, value = row[name], wanted.get(name)
                    if value is None or told is None:
                        self.assertIsNone(value, name)
                        self.assertIsNone(told, name)
                    elif isinstance(told, str):
                        self.assertEqual(told, value, name)
                    elif value in ("true", "false"):
                        self.assertEqual(told, value == "true", name)
                    else:
                        self.assertEqual(told, type(told)(value), name)
                place = PLACES.get(record["key"]) if record["dataset"] == "places" else None
                self.assertEqual(point(row["geom"]), place)

    def test_types_are_what_all_values_allow(self):
        with self.package(dataset="places") as (package, _):
            told = {row["name"]: row["type"]
                    for row in package.execute("PRAGMA table_info(records)")}
            kinds = dict(package.execute("SELECT _key, typeof(\"individualCount\") FROM records"))
        self.assertEqual({name: told[name] for name in TYPES}, TYPES)
        self.assertEqual(kinds["p5"], "integer")

    def test_what_a_geopackage_must_say_of_itself(self):
        with self.package(dataset="places") as (package, _):
            def rows(sql):
                return [tuple(row) for row in package.execute(sql)]
            self.assertEqual(rows("PRAGMA application_id"), [(int.from_bytes(b"GPKG", "big"),)])
            self.assertEqual(rows("PRAGMA user_version"), [(10400,)])
            self.assertEqual(rows("PRAGMA integrity_check"), [("ok",)])
            self.assertEqual(rows("PRAGMA foreign_key_check"), [])
            self.assertEqual(rows("SELECT srs_id, organization, organization_coordsys_id FROM "
                                  "gpkg_spatial_ref_sys ORDER BY srs_id"),
                             [(-1, "NONE", -1), (0, "NONE", 0), (4326, "EPSG", 4326)])
            self.assertEqual(rows("SELECT * FROM gpkg_geometry_columns"),
                             [("records", "geom", "POINT", 4326, 0, 0)])
            xs, ys = zip(*PLACES.values())
            self.assertEqual(rows("SELECT table_name, data_type, identifier, min_x, min_y, max_x, "
                                  "max_y, srs_id FROM gpkg_contents"),
                             [("records", "features", "records", min(xs), min(ys), max(xs),
                               max(ys), 4326)])
            [(changed,)] = rows("SELECT last_change FROM gpkg_contents")
            self.assertRegex(changed, r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")

    def test_gdal_reads_the_same(self):
        if shutil.which("ogrinfo") is None:
            self.skipTest("ogrinfo is not installed (gdal-bin)")
        with self.package(dataset="places") as (_, path):
            told = subprocess.run(["ogrinfo", "-ro", "-al", "-so", path], capture_output=True,
                                  text=True, check=True)
            made = subprocess.run(["ogr2ogr", "-f", "GeoJSON", "/vsistdout/", path],
                                  capture_output=True, check=True)
        self.assertIn("Geometry: Point", told.stdout)
        self.assertIn(f"Feature Count: {len(ROWS)}", told.stdout)
        self.assertIn('ID["EPSG",4326]', told.stdout)
        self.assertNotIn("ERROR", told.stderr)
        self.assertIn("individualCount: Integer64", told.stdout)
        self.assertIn("alive: Integer(Boolean)", told.stdout)
        features = json.loads(made.stdout)["features"]
        records = self.records(dataset="places")
        self.assertEqual([f["properties"]["_key"] for f in features], [r["key"] for r in records])
        for feature in features:
            place = PLACES.get(feature["properties"]["_key"])
            self.assertEqual(feature["geometry"] is None, place is None)
            told_place = (feature["geometry"] or {}).get("coordinates", [])
            for told, wanted in zip(told_place, place or []):
                self.assertAlmostEqual(told, wanted, delta=2e-7)  # GDAL rounds rows of nines

    def test_nothing_found_is_a_table_without_rows(self):
        with self.package(dataset="birds", sex="nobody") as (package, _):
            self.assertEqual(package.execute("SELECT count(*) FROM records").fetchone()[0], 0)
            box = package.execute("SELECT min_x, max_y FROM gpkg_contents").fetchone()
        self.assertEqual(tuple(box), (None, None))

    def test_options(self):
        def names(**asked):
            with self.package(dataset="places", **asked) as (package, _):
                return [row["name"] for row in package.execute("PRAGMA table_info(records)")]
        self.assertIn("family", names() + ["family"])
        self.assertNotIn("family", names(emptyColumns="false"))
        few = [name for name in names(fields="note") if name not in RIGHTS]
        self.assertEqual(few, ["fid", "geom", *IDENTITY, "note"])
        with self.package(dataset="places", lists="exploded") as (package, _):
            row = package.execute("SELECT * FROM records WHERE _key = 'p4'").fetchone()
        self.assertEqual([row[f"media.by.{i}"] for i in (1, 2, 3)], ["Ann, B.", None, "| Bo"])
        with self.package(dataset="places", identifiers="url") as (package, _):
            for (key,) in package.execute("SELECT _key FROM records"):
                self.assertEqual(self.ask("/" + key.split("/", 3)[3]).status, 200, key)
        self.assert_problem(self.ask(address("/api/v1/download", format="gpkg",
                                             spreadsheet="safe")), 400, "spreadsheet")

    def test_rule_f3_the_same_request_gives_the_same_bytes(self):
        for more in ({}, {"package": "zip", "separate": "true"}):
            asked = {"version": "1614600000000", **more}
            self.assertEqual(self.download("gpkg", **asked).body,
                             self.download("gpkg", **asked).body)

    def test_nothing_is_left_in_the_folder(self):
        self.download("gpkg")
        kept = self.museum.data / "kept"
        self.assertEqual([name for name in os.listdir(kept) if name.startswith("scratch")], [])


class Wide(OwnPortalTest):
    """Names and numbers of columns that SQLite would not take as they are."""

    def served_rows(self, rows, *tables):
        path = self.folder / "wide.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        self.run_ok("ingest", "--dataset", "d", "--key", "id", path)
        with self.served() as server:
            answer = server.ask(address("/api/v1/download", package="none", format="gpkg"))
        self.assertEqual(answer.status, 200)
        with opened(answer.body) as (package, _):
            return [[dict(row) for row in package.execute(f"SELECT * FROM {table}")]
                    for table in tables]

    def test_names_that_differ_in_case_alone(self):
        [[row]] = self.served_rows([{"id": "1", "sex": "f", "Sex": "male", "fid": "own",
                                     "GEOM": "text", 'quo"te': "q"}], "records")
        self.assertEqual({row["sex"], row["Sex_2"]}, {"f", "male"})
        self.assertEqual((row["fid"], row["_fid"], row["GEOM"], row["_geom"], row['quo"te']),
                         ("own", 1, "text", None, "q"))

    def test_rule_h2_more_columns_than_a_table_has(self):
        rows = [{"id": f"{i}", **{f"c{n}": f"{i}.{n}x" for n in range(2500)}} for i in range(3)]
        first, second = self.served_rows(rows, "records", "records_2")
        for row, more, told in zip(rows, second, first):
            self.assertEqual(told["fid"], more["fid"])
            both = {**told, **more}
            self.assertEqual({name: both[name] for name in row}, row)


class FullDisk(OwnPortalTest):
    def test_a_full_disk_breaks_the_download_off_and_leaves_nothing(self):
        """The file's room ends as that of a disk does; the server goes on."""
        path = self.folder / "rows.jsonl"
        path.write_text("".join(json.dumps({"id": f"{i}", "note": "n" * 1000}) + "\n"
                                for i in range(20000)), encoding="utf-8")
        self.run_ok("ingest", "--dataset", "d", "--key", "id", path)
        with self.served() as server:
            resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
            with self.assertRaises(http.client.HTTPException):
                server.ask(address("/api/v1/download", package="none", format="gpkg"))
            self.assertEqual(server.ask("/api/v1/datasets").status, 200)
            self.assertIn("a GeoPackage cannot be written", server.log())
        self.assertEqual([name for name in os.listdir(self.data / "kept")
                          if name.startswith("scratch")], [])


if __name__ == "__main__":
    unittest.main()
