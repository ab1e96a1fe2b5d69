# SPDX-License-Identifier: Apache-2.0
"""Parquet as pyarrow and DuckDB read it: the rows of the search in its order, whatever stands in
them (rule H2), types, lists, places (GeoParquet 1.1)."""

import datetime
import io
import json
import struct
import tempfile
import unittest

from hostile import ROWS, DownloadTest, leaves, word
from readers import reader
from serving import OwnPortalTest, address

IDENTITY = ["_dataset", "_table", "_key", "_version"]
RIGHTS = ["datasetID", "datasetName", "license", "rightsHolder"]
TYPES = {"individualCount": "int64", "weight": "double", "alive": "bool", "year": "int64",
         "decimalLatitude": "double", "decimalLongitude": "double", "catalogNumber": "string",
         "note": "string", "tags": "list<element: string>", "media.by": "list<element: string>",
         "_version": "timestamp[ms, tz=UTC]", "geometry": "binary", "id": "string"}


class Parquet(DownloadTest):
    def table(self, **parameters):
        parquet = reader("pyarrow.parquet")
        answer = self.download("parquet", **parameters)
        self.assertEqual(answer.headers["Content-Type"], "application/vnd.apache.parquet")
        return parquet.ParquetFile(io.BytesIO(answer.body))

    def expected(self, record, names):
        """What a table of types has of a record."""
        values = {}
        for name, value in leaves(record["data"]):
            values.setdefault(name, []).append(value)
        return values

    def test_rule_h2_rows_and_order_are_the_searchs(self):
        for asked in self.ASKED:
            rows = self.table(**asked).read().to_pylist()
            records = self.records(**asked)
            self.assertEqual([row["_key"] for row in rows], [r["key"] for r in records], asked)
            for row, record in zip(rows, records):
                self.assertEqual(row["_dataset"], record["dataset"])
                self.assertEqual(row["_version"], datetime.datetime.fromtimestamp(
                    record["version"] / 1000, datetime.timezone.utc))
                wanted = self.expected(record, row)
                for name in row.keys() - set(IDENTITY + RIGHTS + ["geometry"]):
                    told = row[name]
                    values = wanted.get(name, [])
                    if isinstance(told, list):
                        self.assertEqual([v for v in told if v is not None],
                                         [word(v) for v in values], (name, record["key"]))
                    elif values:
                        [value] = values
                        self.assertEqual(word(told) if isinstance(told, str) else told,
                                         word(value) if isinstance(told, str)
                                         else type(told)(value), (name, record["key"]))
                    else:
                        self.assertIsNone(told, (name, record["key"]))
                self.assertLessEqual(wanted.keys(), row.keys())

    def test_types_are_what_all_values_allow(self):
        schema = self.table(dataset="places").schema_arrow
        for name, told in TYPES.items():
            self.assertEqual(str(schema.field(name).type), told, name)
        later = self.table(dataset="places", alive="true").schema_arrow
        self.assertEqual(later, schema)  # of the tables, not of what was found

    def test_elements_of_lists_keep_their_places(self):
        [row] = [r for r in self.table(dataset="places").read().to_pylist() if r["_key"] == "p4"]
        self.assertEqual(row["media.by"], ["Ann, B.", None, "| Bo"])
        self.assertEqual(row["media.type"], ["StillImage", "Sound", None])
        self.assertEqual(row["tags"], ["red", "with | bar", None])

    def test_places_are_geoparquet(self):
        file = self.table(dataset="places")
        geo = json.loads(file.metadata.metadata[b"geo"])
        self.assertEqual(geo["version"], "1.1.0")
        column = geo["columns"][geo["primary_column"]]
        self.assertEqual((column["encoding"], column["geometry_types"]), ("WKB", ["Point"]))
        places = {row["id"]: (float(row["decimalLongitude"]), float(row["decimalLatitude"]))
                  for row in ROWS if "decimalLongitude" in row}
        for row in file.read().to_pylist():
            wanted = places.get(row["_key"])
            told = row["geometry"] and struct.unpack("<BIdd", row["geometry"])
            self.assertEqual(told, wanted and (1, 1, *wanted))
        self.assertEqual(column["bbox"], [min(p[0] for p in places.values()),
                                          min(p[1] for p in places.values()),
                                          max(p[0] for p in places.values()),
                                          max(p[1] for p in places.values())])
        none = self.table(dataset="birds")
        self.assertNotIn("geometry", none.schema_arrow.names)
        self.assertNotIn(b"geo", none.metadata.metadata or {})

    def test_duckdb_reads_the_same(self):
        duckdb = reader("duckdb")
        with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
            file.write(self.download("parquet").body)
            file.flush()
            connection = duckdb.connect()
            rows = connection.execute(
                "SELECT _key, \"individualCount\", \"catalogNumber\" FROM read_parquet(?)",
                [file.name]).fetchall()
            self.assertEqual([row[0] for row in rows], [r["key"] for r in self.records()])
            found = connection.execute(
                "SELECT _key FROM read_parquet(?) WHERE \"individualCount\" < 0",
                [file.name]).fetchall()  # by the statistics
            self.assertEqual(found, [("p2",)])

    def test_statistics_are_the_least_and_greatest(self):
        file = self.table(dataset="places")
        group = file.metadata.row_group(0)
        told = {group.column(i).path_in_schema: group.column(i).statistics
                for i in range(group.num_columns)}
        self.assertEqual((told["individualCount"].min, told["individualCount"].max),
                         (-3, 9007199254740993))
        self.assertEqual((told["_key"].min, told["_key"].max), ("p 7/ü?", "p6"))
        self.assertEqual(told["weight"].null_count, 4)
        self.assertFalse(told["note"].has_min_max)  # too long to be told

    def test_nothing_found_is_a_table_without_rows(self):
        file = self.table(dataset="birds", sex="nobody")
        self.assertEqual(file.metadata.num_rows, 0)
        self.assertIn("scientificName", file.schema_arrow.names)

    def test_options(self):
        names = self.table(dataset="places", emptyColumns="false").schema_arrow.names
        self.assertNotIn("family", names)
        rows = self.table(dataset="places", identifiers="url").read().to_pylist()
        self.assertTrue(all(row["_key"].startswith("http") for row in rows))
        few = self.table(dataset="places", fields="note").schema_arrow.names
        self.assertEqual([n for n in few if n not in RIGHTS], [*IDENTITY, "note", "geometry"])
        self.assert_problem(self.ask(address("/api/v1/download", format="parquet",
                                             spreadsheet="safe")), 400, "spreadsheet")

    def test_rule_f3_the_same_request_gives_the_same_bytes(self):
        asked = {"package": "zip", "version": "1614600000000"}
        self.assertEqual(self.download("parquet", **asked).body,
                         self.download("parquet", **asked).body)

class Later(OwnPortalTest):
    """The same bytes after commits, new fields, other types and merges (rule F3)."""

    def ingest_rows(self, name, rows, at):
        path = self.folder / name
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        self.run_ok("ingest", "--dataset", "d", "--key", "id", "--at", at, "--allow-removals", path)

    def test_rule_f3_bytes_outlive_commits_and_merges(self):
        rows = [{"id": f"{i:05}", "zeta": i % 7, "alpha": f"a{i % 5000}", "n": str(i),
                 "genus": "G", "lat": i / 100, "list": ["x", f"y{i}"] if i % 3 == 0 else []}
                for i in range(30000)]
        self.ingest_rows("1.jsonl", rows, "2021-01-01T00:00:00Z")
        formats = ["csv", "parquet", "kml", "geojson", "ndjson"]

        def bytes_of():
            with self.served() as server:
                return {form: server.ask(address("/api/v1/download", package="none", format=form,
                                                 version="1609459200000")).body
                        for form in formats}

        before = bytes_of()
        for step in range(1, 5):
            new = {"zeta": "seven", "n": {"now": "an object"}, "beta": step,
                   "scientificName": "Later", "license": "mine"}
            changed = [dict(row, **new)
                       if int(row["id"]) % 5 == step else row for row in rows]
            self.ingest_rows(f"{step + 1}.jsonl", changed, f"2022-01-0{step}T00:00:00Z")
        after = bytes_of()
        for form in formats:
            self.assertEqual(len(after[form]), len(before[form]), form)
            self.assertTrue(after[form] == before[form], form)



if __name__ == "__main__":
    unittest.main()
