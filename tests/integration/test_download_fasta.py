# SPDX-License-Identifier: Apache-2.0
"""FASTA as Biopython, where it is installed, and a reader of a few lines see it: the sequences of
the records found, in their order, and in the manifest what has none (rule H2)."""

import io
import json
import os
import unittest
import zipfile

import real_data
from hostile import DownloadTest, HostileMuseum
from readers import reader
from serving import OwnPortalTest, address

LONG = "ACGTTGCAAC" * 17  # wraps twice
ROWS = [
    {"id": "s1", "occurrenceID": "urn:x:1|a", "scientificName": "Bombus terrestris",
     "DNA_sequence": LONG, "target_gene": "COI"},
    {"id": "s2", "scientificName": "Bombus\nlapidarius"},
    {"id": "s 3", "scientificName": "Apis mellifera", "license": "CC0 [1.0]",
     "dnaDerivedData": [{"dna_sequence": "acgt ACGT\n?--nn", "target_gene": "16S rRNA"},
                        {"dna_sequence": "not sequenced", "target_gene": "12S"},
                        {"DNA_sequence": "GGGGCCCCAAAATTTTU"}]},
    {"id": "s4", "dna_sequence": "NA"},
    {"id": "s5", "dna_sequence": "TTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT", "marker": "ITS > 2",
     "DNA_sequence": "TTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT"},
]


def parse(text):
    """(the line without >, letters) of each; every line but the last of one has 80."""
    found = []
    for block in text.split("\n>"):
        head, *lines = block.removeprefix(">").rstrip("\n").split("\n")
        assert all(len(line) == 80 for line in lines[:-1]) and 0 < len(lines[-1]) <= 80, lines
        found.append((head, "".join(lines)))
    return found


class SequenceMuseum(HostileMuseum):
    def make(self, **facts):
        super().make(**facts)
        rows = self.write("sequences.jsonl", [json.dumps(row) for row in ROWS])
        self.vitrine("ingest", "--dataset", "sequences", "--key", "id", rows)
        return self


class Fasta(DownloadTest):
    @classmethod
    def make_museum(cls):
        return SequenceMuseum().make()

    WANTED = [("sequences/s_3|Apis_mellifera|16S_rRNA|1", "acgtACGTN--nn"),
              ("sequences/s_3|Apis_mellifera||3", "GGGGCCCCAAAATTTTU"),
              ("urn:x:1_a|Bombus_terrestris|COI|1", LONG),
              ("sequences/s5||ITS_>_2|1", "T" * 32)]

    def test_sequences_in_the_order_of_the_records(self):
        answer = self.download("fasta", dataset="sequences")
        self.assertEqual(answer.headers["Content-Type"], "text/x-fasta; charset=utf-8")
        found = parse(answer.text())
        self.assertEqual([(head.split(" ")[0], letters) for head, letters in found], self.WANTED)
        reverse = parse(self.download("fasta", sort="-_key").text())
        self.assertEqual([head.split(" ")[0] for head, _ in reverse],
                         [self.WANTED[i][0] for i in (3, 2, 0, 1)])

    def test_rule_d2_the_line_says_whose_it_is(self):
        heads = {head.split(" ")[0]: head
                 for head, _ in parse(self.download("fasta", dataset="sequences").text())}
        own = heads["sequences/s_3|Apis_mellifera||3"]
        self.assertIn(" [table=sequences] [key=s 3] [version=", own)
        self.assertIn(" [datasetName=sequences]", own)
        self.assertIn(" [license=CC0 (1.0)]", own)

    def test_biopython_reads_the_same(self):
        told = list(reader("Bio.SeqIO").parse(io.StringIO(self.download("fasta").text()), "fasta"))
        self.assertEqual([(one.id, str(one.seq)) for one in told], self.WANTED)

    def test_rule_h2_the_manifest_counts_both(self):
        answer = self.download("fasta", package="zip", dataset="sequences")
        package = zipfile.ZipFile(io.BytesIO(answer.body))
        manifest = json.loads(package.read("manifest.json"))
        self.assertEqual(manifest["records"], 5)
        self.assertEqual(manifest["fasta"], {"sequences": 4, "records": 3,
                                             "recordsWithoutSequence": 2, "notSequences": 2})
        self.assertEqual(package.read("records.fasta").decode(),
                         self.download("fasta", dataset="sequences").text())

    def test_rule_f3_the_same_request_gives_the_same_bytes(self):
        asked = {"package": "zip", "version": str(self.search(limit=0)["version"])}
        self.assertEqual(self.download("fasta", **asked).body, self.download("fasta", **asked).body)

    def test_identifiers_as_addresses(self):
        for head, _ in parse(self.download("fasta", identifiers="url").text()):
            place = head.split("|")[0]
            self.assertRegex(place, "^http://[^/]+/record/sequences/")
            self.assertEqual(self.ask("/" + place.split("/", 3)[3]).status, 200, place)

    def test_it_is_offered_where_there_are_sequences_alone(self):
        self.assertIn('<option value="fasta">', self.ask("/dataset/sequences").text())
        self.assertIn('<option value="fasta">', self.ask("/search").text())
        for path in ("/dataset/places", "/search?dataset=places"):
            self.assertNotIn('<option value="fasta">', self.ask(path).text())
        self.assert_problem(self.ask(address("/api/v1/download", format="fasta",
                                             dataset="places")), 400, "format")
        self.assert_problem(self.ask(address("/api/v1/download", format="fasta",
                                             fields="note")), 400, "fields")
        earlier = address("/api/v1/download", format="fasta", version="1614600000000")
        self.assert_problem(self.ask(earlier), 400, "format")  # before they came

    def test_nothing_found_is_an_empty_file(self):
        self.assertEqual(self.download("fasta", dataset="sequences", id="s2").body, b"")

    def test_the_estimate_is_of_records_with_sequences(self):
        told = self.get("/api/v1/download/estimate", format="fasta", package="none")
        self.assertEqual(told["records"], 4)  # "NA" is seen to be none only when it is read
        self.assertLess(abs(told["bytes"] - len(self.download("fasta").body)), 600)


class RealSequences(OwnPortalTest):
    """BOLD's table of sequences, row by row."""

    def test_rule_h2_bolds_sequences(self):
        real_data.need_data()
        path = os.path.join(real_data.DATA,
                            "genetic/bold-nl/BOLD_Public.21-Jun-2024.curated.NL.tsv")
        real_data.need(os.path.exists(path), "BOLD's table is not here")
        rows = self.folder / "bold.tsv"
        with open(path, encoding="utf-8") as source:
            lines = [line for _, line in zip(range(501), source)]
        rows.write_text("".join(lines), encoding="utf-8")
        self.run_ok("ingest", "--dataset", "bold", "--key", "record_id", rows)
        names = lines[0].rstrip("\n").split("\t")
        wanted = {}
        for line in lines[1:]:
            row = dict(zip(names, line.rstrip("\n").split("\t")))
            letters = "".join(row["nuc"].split()).replace("?", "N")
            if sum(letters.count(base) for base in "ACGTU") >= 8:
                wanted[row["record_id"]] = (row["marker_code"], letters)
        with self.served() as server:
            text = server.ask(address("/api/v1/download", format="fasta", package="none")).text()
        found = {}
        for head, letters in parse(text):
            identity, _, marker, _ = head.split(" ")[0].split("|")
            found[identity.removeprefix("bold/")] = (marker, letters)
        self.assertGreater(len(found), 300)
        self.assertEqual(found, wanted)


if __name__ == "__main__":
    unittest.main()
