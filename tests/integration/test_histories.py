# SPDX-License-Identifier: Apache-2.0
"""Real histories, version by version: counts equal the manifest's, and as of each version every record equals that
version's source file, value for value."""

import csv
import gzip
import json

import portal


class Histories(portal.PortalTest):
    def bring(self, name, key):
        """Ingests all versions; gives (manifest row, commit, records of the file) of each."""
        folder = portal.shared(f"versions/{name}")
        with open(folder / "manifest.csv", newline="", encoding="utf-8") as file:
            manifest = list(csv.DictReader(file))
        steps = []
        commit = 1
        for entry in manifest:
            path = folder / entry["file"]
            rows = portal.read_csv(gzip.decompress(path.read_bytes()))
            result = self.vitrine("ingest", "--json", "--dataset", name, "--key", key, "--snapshot",
                                  "--allow-removals", "--source-date", entry["date"], path)
            self.assertIn(result.returncode, (0, 4), result.stdout + result.stderr)
            outcome = json.loads(result.stdout)
            if outcome["unchangedFile"]:
                self.assertEqual(result.returncode, 4)
            else:
                commit = outcome["commit"]
            if entry["added_vs_prev"] != "":
                counts = (outcome["added"], outcome["removed"], outcome["changed"])
                expected = tuple(int(entry[f"{what}_vs_prev"]) for what in ("added", "removed", "changed"))
                self.assertEqual(counts, expected, f"{name} version {entry['n']}")
                self.assertEqual(outcome["unchangedFile"], expected == (0, 0, 0))
            self.assertEqual(outcome["rows"], int(entry["rows"]))
            steps.append((entry, commit, {row[key]: row for row in rows}))
        return steps

    def compare(self, name, steps):
        """As of each version, every record is that version's file, value for value."""
        found = self.records_at(name, sorted({commit for _, commit, _ in steps}))
        for entry, commit, rows in steps:
            records = found[commit]
            self.assertEqual(records.keys(), rows.keys(), f"{name} version {entry['n']}")
            for key, row in rows.items():
                self.assertEqual(json.loads(records[key]), row, f"{name} version {entry['n']}, {key}")

    def check(self, name, key):
        self.compare(name, self.bring(name, key))
        self.verify()

    def test_pov_fishes(self):
        self.check("pov-fishes-occurrence", "occurrenceID")

    def test_alien_plants_belgium(self):
        self.check("alien-plants-belgium-taxon", "taxonID")

    def test_ad_hoc_checklist(self):
        self.check("ad-hoc-checklist-taxon", "taxonID")


if __name__ == "__main__":
    portal.main()
