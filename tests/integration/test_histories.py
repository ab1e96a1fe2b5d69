# SPDX-License-Identifier: Apache-2.0
"""Real histories, version by version: counts equal the manifest's, and as of each version every
record equals that version's source file, value for value."""

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
                expected = tuple(int(entry[f"{what}_vs_prev"])
                                 for what in ("added", "removed", "changed"))
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
                self.assertEqual(json.loads(records[key]), row, f"{name} {entry['n']}, {key}")

    def check(self, name, key):
        self.compare(name, self.bring(name, key))
        self.verify()

    def test_pov_fishes(self):
        self.check("pov-fishes-occurrence", "occurrenceID")

    def test_alien_plants_belgium(self):
        self.check("alien-plants-belgium-taxon", "taxonID")

    def test_ad_hoc_checklist(self):
        self.check("ad-hoc-checklist-taxon", "taxonID")

    def versions_of(self, name):
        folder = portal.shared(f"versions/{name}")
        with open(folder / "manifest.csv", newline="", encoding="utf-8") as file:
            return [(entry, folder / entry["file"]) for entry in csv.DictReader(file)]

    def test_rules_a1_a2_landsnails(self):
        """rules A1, A2: the first version has blank keys and is refused whole; the others follow
        the manifest, whatever columns come, go and move."""
        for entry, path in self.versions_of("landsnails-occurrence"):
            done = self.vitrine("ingest", "--json", "--dataset", "snails", "--key", "occurrenceID",
                                "--snapshot", path)
            if entry["n"] == "1":
                self.assertEqual(done.returncode, 3)
                self.assertIn("191 of 191 rows are bad", done.stderr)
                continue
            outcome = json.loads(done.stdout)
            counts = [outcome[what] for what in ("added", "removed", "changed")]
            expected = [int(entry[f"{what}_vs_prev"]) for what in ("added", "removed", "changed")]
            if entry["n"] == "2":
                expected[1] = 0  # the first version never came in
            self.assertEqual(counts, expected, entry["n"])
        self.verify()

    def test_rules_a1_a2_a3_mammals(self):
        """rules A1, A2, A3: blank keys are reported and let nothing be removed; a key that is
        renamed must be named; a replaced set of identifiers needs the option."""
        bring = ["ingest", "--json", "--dataset", "mammals", "--snapshot"]
        steps = {entry["n"]: path for entry, path in self.versions_of("mdd-mammals")}
        no_key = self.vitrine(*bring, "--key", "id", steps["1"])
        self.assertEqual(no_key.returncode, 3)
        self.assertIn("no field 'id'", no_key.stderr)
        self.assertIn("--key", no_key.stderr)
        first = json.loads(self.vitrine(*bring, "--key", "id", steps["2"]).stdout)
        self.assertEqual((first["added"], first["badRows"]), (6526, 22))
        renamed = self.vitrine(*bring, steps["3"])
        self.assertEqual(renamed.returncode, 3)
        self.assertIn("no field 'id'", renamed.stderr)
        self.assertEqual(json.loads(self.vitrine(*bring, steps["4"]).stdout)["changed"], 6526)
        for n in ("5", "6", "7", "8"):
            self.vitrine(*bring, steps[n])
        withheld = json.loads(self.vitrine(*bring, steps["9"]).stdout)
        self.assertEqual((withheld["removed"], withheld["removalsWithheld"]), (0, True))
        refused = self.vitrine(*bring, steps["11"])
        self.assertEqual(refused.returncode, 3)
        self.assertIn("--allow-removals", refused.stderr)
        told = json.loads(self.vitrine(*bring, "--allow-removals", steps["11"]).stdout)
        self.assertEqual((told["added"], told["removed"]), (6485, 12045))
        self.verify()


if __name__ == "__main__":
    portal.main()
