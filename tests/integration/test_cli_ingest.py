# SPDX-License-Identifier: Apache-2.0
"""Every option of `vitrine ingest`, shown by what is in the store afterwards."""

import gzip
import json
import zipfile

import portal

DONE, FAILED, USAGE, BAD_INPUT, UNCHANGED = 0, 1, 2, 3, 4


def table(count, changed=(), left_out=(), header="id,name,modified"):
    """Rows 0 to count; those in `changed` bear another name."""
    rows = [f"{i},{'new' if i in changed else 'old'} {i},2001" for i in range(count)
            if i not in left_out]
    return header + "\n" + "".join(row + "\n" for row in rows)


class IngestOptions(portal.PortalTest):
    def bring(self, content, *arguments, expect=DONE, name="bees.csv", dataset="bees"):
        return self.ingest("--dataset", dataset, *arguments, self.write(name, content),
                           expect=expect)

    def counts(self, outcome):
        return tuple(outcome[what] for what in ("added", "changed", "removed", "unchanged"))

    def last(self):
        return json.loads(self.run_ok("log", "--json", "--limit", "1"))

    def state(self):
        """Every record of every table, and all metadata."""
        datasets = [json.loads(line)["slug"]
                    for line in self.run_ok("dataset", "list", "--json").splitlines()]
        shown = {slug: json.loads(self.run_ok("dataset", "show", slug, "--json"))
                 for slug in datasets}
        last = self.last()["commit"]
        return last, shown, {
            resource["metadata"]["slug"]: self.records(resource["metadata"]["slug"], last)
            for dataset in shown.values() for resource in dataset["resources"]}

    # --- what is done with rows

    def test_rule_a1_upsert_snapshot_delete(self):
        """rule A1: dataset and table are made; only --snapshot and --delete remove."""
        self.assertEqual(self.counts(self.bring(table(50))), (50, 0, 0, 0))
        self.assertEqual(self.counts(self.bring(table(51, {1}, {2}))), (1, 1, 0, 48))
        self.assertEqual(self.counts(self.bring(table(51, {3}, {2}), "--upsert")), (0, 2, 0, 48))
        self.assertEqual(self.counts(self.bring(table(51, {3}, {2}), "--snapshot")),
                         (0, 0, 1, 50))
        deleted = self.bring("id\n7\n8\nnone\n", "--delete")
        self.assertEqual(self.counts(deleted)[:3], (0, 0, 2))
        self.assertEqual((deleted["unknownKeys"], deleted["badRows"]), (1, 0))
        with open(deleted["report"], encoding="utf-8") as report:
            [problem] = map(json.loads, report)
        self.assertEqual((problem["line"], problem["key"]), (4, "none"))
        self.assertIn("no record of this key", problem["reason"])
        keys = self.records("bees", self.last()["commit"]).keys()
        self.assertEqual(keys, {str(i) for i in range(51)} - {"2", "7", "8"})

    def test_delete_makes_no_table(self):
        done = self.vitrine("ingest", "--dataset", "wasps", "--delete",
                            self.write("wasps.csv", "id\n1\n"))
        self.assertEqual(done.returncode, FAILED)
        self.assertIn("there is no table 'wasps' to remove records from", done.stderr)
        self.assertEqual(self.last()["commit"], 1)

    def test_rule_a3_allow_removals(self):
        """rule A3: over 5 % of removals are refused with the figures, unless told."""
        self.bring(table(100))
        self.assertEqual(self.counts(self.bring(table(100, left_out=range(5)), "--snapshot"))[2], 5)
        for arguments in (["--snapshot"], ["--delete"]):
            before = self.state()
            content = table(100 if "--snapshot" in arguments else 20, left_out=range(10))
            refused = self.bring(content, *arguments, expect=BAD_INPUT)
            self.assertEqual(refused["error"], "refused")
            self.assertRegex(refused["detail"], r"would remove \d+ of 95 records \(over 5 %\)")
            self.assertIn("--allow-removals", refused["detail"])
            self.assertEqual(self.state(), before)
        told = self.bring(table(100, left_out=range(10)), "--snapshot", "--allow-removals")
        self.assertEqual(told["removed"], 5)

    def test_rule_a3_allow_duplicates(self):
        """rule A3: over 1 % of rows that share a key are refused; the last row wins."""
        doubled = table(99) + "5,last 5,2002\n6,last 6,2002\n"
        refused = self.bring(doubled, "--key", "id", expect=BAD_INPUT)
        self.assertIn("--allow-duplicates", refused["detail"])
        self.assertRegex(refused["detail"], r"\b[24] of 101\b")
        told = self.bring(doubled, "--key", "id", "--allow-duplicates")
        self.assertEqual((told["added"], told["duplicateKeys"]), (99, 2))
        records = self.records("bees", told["commit"])
        self.assertEqual(json.loads(records["5"])["name"], "last 5")

    def test_rule_a4_ignore(self):
        """rule A4: a change of a field named with --ignore alone makes no version."""
        self.bring(table(10))
        moved = table(10).replace("2001", "2024")
        self.assertEqual(self.bring(moved, "--ignore", "modified", expect=UNCHANGED)["unchanged"],
                         10)
        both = moved.replace("old 3", "new 3")
        outcome = self.bring(both, "--ignore", "modified", "--ignore", "nosuch")
        self.assertEqual(self.counts(outcome), (0, 1, 0, 9))
        self.assertEqual(self.bring(moved)["changed"], 10)

    def test_rule_a4_order_makes_no_version(self):
        """rule A4: neither the order of rows nor that of columns."""
        self.bring(table(30))
        header, *rows = table(30).splitlines()
        turned = [",".join(reversed(line.split(","))) for line in [header, *reversed(rows)]]
        self.assertEqual(self.bring("\n".join(turned) + "\n", expect=UNCHANGED)["unchanged"], 30)

    def test_rule_a8_strict(self):
        """rule A8: with --strict one bad row stops everything, without it the rest goes on."""
        bad = table(60) + ",nameless,2001\n"
        refused = self.bring(bad, "--strict", "--key", "id", expect=BAD_INPUT)
        self.assertIn("1 of 61 rows are bad and --strict was given", refused["detail"])
        self.assertEqual(self.last()["commit"], 1)
        outcome = self.bring(bad, "--key", "id")
        self.assertEqual((outcome["added"], outcome["badRows"]), (60, 1))
        with open(outcome["report"], encoding="utf-8") as report:
            self.assertEqual(json.loads(report.read())["line"], 62)
        self.assertEqual(self.bring(table(60), "--strict", expect=UNCHANGED)["badRows"], 0)

    # --- trying

    def test_dry_run_changes_nothing(self):
        path = self.write("new.csv", table(40))
        before = self.store_files()
        tried = self.ingest("--dataset", "bees", "--dry-run", path)
        self.assertEqual((tried["dryRun"], tried["added"], "commit" in tried), (True, 40, False))
        self.assertEqual(self.store_files(), before)
        self.assertEqual(self.run_ok("dataset", "list"), "")
        self.ingest("--dataset", "bees", path)
        before = self.store_files(), self.state()
        changed = table(41, {1}, {2, 3})
        tried = self.bring(changed, "--snapshot", "--dry-run", "--metadata", '{"title": "Bees"}')
        self.assertEqual(self.counts(tried), (1, 1, 2, 37))
        self.assertEqual((self.store_files(), self.state()), before)
        done = self.bring(changed, "--snapshot")
        self.assertEqual(self.counts(done), self.counts(tried))
        words = self.run_ok("ingest", "--dataset", "bees", "--dry-run",
                            self.write("more.csv", table(42)))
        self.assertIn("this was a dry run: nothing was committed", words)
        self.assertEqual(self.bring(table(41, {1}, {2, 3}), "--dry-run", expect=UNCHANGED)["rows"],
                         39)

    def test_dry_run_is_refused_as_the_ingest_would_be(self):
        self.bring(table(40))
        refused = self.bring(table(20), "--snapshot", "--dry-run", expect=BAD_INPUT)
        self.assertIn("--allow-removals", refused["detail"])

    # --- what the commit says

    def test_at_author_message_source_date(self):
        """A day is a moment as *as of* means it: its end."""
        self.bring(table(3), "--at", "2019-10-20", "--author", "Ann", "--message", "Old",
                   "--source-date", "2019-10-01")
        commit = self.last()
        self.assertEqual((commit["time"], commit["author"], commit["message"], commit["source"]),
                         ("2019-10-20T23:59:59.999Z", "Ann", "Old", "bees.csv"))
        self.bring(table(4), "--at", "1600000000000")
        self.assertEqual(self.last()["version"], 1_600_000_000_000)
        for moment, words in (("2019-10-20", "must be later than"), ("2999-01-01", "the future")):
            refused = self.bring(table(5), "--at", moment, expect=USAGE)
            self.assertIn(words, refused["detail"])
            self.assertTrue("vitrine replay" in refused["detail"] or moment > "2900")
        self.assertEqual(self.last()["commit"], 3)
        then = self.run_ok("search", "--json", "--version", "2019-12-31")
        self.assertEqual(json.loads(then)["total"], 3)
        words = self.run_ok("log")
        self.assertIn("    Ann: Old\n", words)

    def test_the_author_is_who_runs_it(self):
        path = self.write("bees.csv", table(3))
        self.ingest("--dataset", "bees", path, environment={"USER": "berta"})
        self.assertEqual(self.last()["author"], "berta")

    # --- where rows go

    def test_tables_kinds_and_metadata(self):
        self.bring(table(3), "--kind", "index lots", "--metadata",
                   '{"title": "Bees", "tags": ["Apidae"], "category": null}')
        self.bring(table(4), "--table", "bee-nests", name="nests.csv")
        dataset = json.loads(self.run_ok("dataset", "show", "bees", "--json"))
        self.assertEqual((dataset["metadata"]["title"], dataset["metadata"]["tags"]),
                         ("Bees", ["Apidae"]))
        resources = {r["metadata"]["slug"]: (r["metadata"]["kind"], r["records"])
                     for r in dataset["resources"]}
        self.assertEqual(resources, {"bees": ("index lots", 3), "bee-nests": ("research", 4)})
        taken = self.bring(table(3), "--table", "bee-nests", dataset="wasps", expect=USAGE)
        self.assertIn("belongs to the dataset 'bees'", taken["detail"])

    def test_rule_a2_key(self):
        """rule A2: told, else the first filled and unique; kept with the table; :content."""
        content = "catalogNumber,id,n\nA,1,x\nB,2,x\nB,3,y\n"
        self.assertEqual(self.bring(content)["key"], "id")
        self.assertEqual(self.bring("id,n\n1,z\n")["changed"], 1)
        self.assertEqual(self.bring(content, "--key", "n", dataset="other",
                                    expect=BAD_INPUT)["error"], "refused")
        no_key = self.bring("n\nx\nx\n", dataset="other", expect=BAD_INPUT)
        for words in ("occurrenceID", "--key FIELD", ":content"):
            self.assertIn(words, no_key["detail"])
        path = self.write("other.csv", "n\nx\nx\ny\n")
        words = self.run_ok("ingest", "--dataset", "other", "--key", ":content", path)
        self.assertIn("such records cannot be followed through a change", words)
        self.assertEqual(json.loads(self.run_ok("search", "--dataset", "other", "--json"))["total"],
                         3)
        missing = self.bring("name\nx\n", expect=BAD_INPUT)
        self.assertIn("no field 'id', which is the key of this table", missing["detail"])

    # --- what rows are read from

    def test_several_files_make_one_commit(self):
        first, second = self.write("1.csv", table(3)), self.write("2.csv", "name,id\nx,9\n")
        self.assertEqual(self.ingest("--dataset", "bees", first, second)["added"], 4)
        self.assertEqual(self.last()["commit"], 2)
        self.assertEqual(self.ingest("--dataset", "bees", first, second,
                                     expect=UNCHANGED)["rows"], 4)

    def test_formats_and_encodings(self):
        def record(*arguments, content, name="in.csv"):
            outcome = self.bring(content, "--key", "id", *arguments, name=name, dataset="in")
            return json.loads(self.records("in", outcome["commit"])["1"])["name"]

        self.assertEqual(record(content="id,name\n1,Käfer\n"), "Käfer")
        self.assertEqual(record(content="id;name\n1;a\n"), "a")
        self.assertEqual(record("--delimiter", "tab", content="id\tname\n1\tb,c\n"), "b,c")
        self.assertEqual(record("--delimiter", "|", content="id|name\n1|c;d\n"), "c;d")
        self.assertEqual(record("--encoding", "latin1",
                                content="id,name\n1,é\n".encode("latin-1")), "é")
        self.assertEqual(record("--encoding", "windows-1252",
                                content="id,name\n1,€\n".encode("cp1252")), "€")
        self.assertEqual(record("--encoding", "utf-16le",
                                content="id,name\n1,ж\n".encode("utf-16-le")), "ж")
        self.assertEqual(record("--format", "jsonl", content='{"id": "1", "name": "json"}\n'),
                         "json")
        self.assertEqual(record("--format", "tsv", content="id\tname\n1\ttsv\n"), "tsv")
        self.assertEqual(record(content=gzip.compress(b"id,name\n1,gzip\n"), name="in.csv.gz"),
                         "gzip")
        wrong = self.bring("id,name\n1,x\n", "--format", "dwca", expect=BAD_INPUT)
        self.assertIn("give a zip, tar.gz or folder", wrong["detail"])

    def test_update_metadata(self):
        """EML fills gaps; what stands is replaced only with --update-metadata."""
        def archive(title, rows):
            path = self.folder / "archive.zip"
            with zipfile.ZipFile(path, "w") as z:
                z.writestr("meta.xml", '<archive metadata="eml.xml"><core rowType="Occurrence" '
                           'ignoreHeaderLines="1" fieldsTerminatedBy=","><files><location>o.csv'
                           '</location></files><id index="0"/><field index="1" term="name"/>'
                           '</core></archive>')
                z.writestr("o.csv", "id,name\n" + "".join(f"{i},x\n" for i in range(rows)))
                z.writestr("eml.xml", f"<eml><dataset><title>{title}</title></dataset></eml>")
            return path

        def title():
            return json.loads(self.run_ok("dataset", "show", "bees", "--json"))["metadata"]["title"]

        self.ingest("--dataset", "bees", archive("First", 3))
        self.assertEqual(title(), "First")
        self.ingest("--dataset", "bees", archive("Second", 4))
        self.assertEqual(title(), "First")
        self.ingest("--dataset", "bees", "--update-metadata", archive("Third", 4))
        self.assertEqual(title(), "Third")


if __name__ == "__main__":
    portal.main()
