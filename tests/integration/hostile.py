# SPDX-License-Identifier: Apache-2.0
"""A museum whose records are hard to write in any format, and what downloads of it must hold."""

import json

from serving import Museum, ServedTest, address

TIME = "2021-03-01T12:00:00Z"
LONG = "~long text; " * 4000  # more than a cell of a spreadsheet holds

# Texts that programs like to take for something else (rule H2).
ROWS = [
    {"id": "p1", "scientificName": "Turdus merula", "catalogNumber": "00123", "note": "=1+1",
     "decimalLatitude": 59.91, "decimalLongitude": 10.75, "individualCount": 12, "weight": 1.5,
     "alive": True, "year": "1850"},
    {"id": "p2", "scientificName": "Пica <pica> & \"co\"", "catalogNumber": "1-2",
     "note": "two\nlines\r\nand\ta tab", "decimalLatitude": 0, "decimalLongitude": 0,
     "individualCount": -3, "weight": -2.25, "alive": False, "year": "1901"},
    {"id": "p3", "scientificName": "", "catalogNumber": "MAR1", "note": "@SUM(A1)",
     "decimalLatitude": -33.8688197, "decimalLongitude": 151.2092955, "individualCount": 0},
    {"id": "p4", "scientificName": "No place", "catalogNumber": "123", "note": "-2+3",
     "media": [{"type": "StillImage", "by": "Ann, B."}, {"type": "Sound"}, {"by": "| Bo"}],
     "tags": ["red", "with | bar", ""], "weight": 7},
    {"id": "p5", "scientificName": "Half a place", "catalogNumber": "1e5", "decimalLatitude": 12.5,
     "note": "_x0041_ \u2028 \ufffe \U0001f41e ]]> </Data>", "individualCount": 9007199254740993},
    {"id": "p6", "scientificName": "Long", "catalogNumber": "+47", "note": LONG,
     "decimalLatitude": "-89.5", "decimalLongitude": "-179.9999999"},
    {"id": "p 7/ü?", "scientificName": "'quoted'", "note": "\t=tab", "nothing": None,
     "empty": [], "odd name, \"with\" <signs>": "x"},
]


class HostileMuseum(Museum):
    def make(self, **facts):
        super().make(**facts)
        rows = self.write("places.jsonl", [json.dumps(row) for row in ROWS])
        self.vitrine("ingest", "--dataset", "places", "--key", "id", "--kind", "specimens", "--at",
                     TIME, "--message", "Places", rows)
        return self


def leaves(value, name=""):
    """(dotted name, value) of every value that is there, in order."""
    if isinstance(value, dict):
        for member, inner in value.items():
            yield from leaves(inner, f"{name}.{member}" if name else member)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, name)
    elif value is not None and value != "":
        yield name, value


def word(value):
    """A value as texts have it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value)


def flat(data):
    """What a table of texts has of a record: its columns' texts."""
    row = {}
    for name, value in leaves(data):
        row.setdefault(name, []).append(word(value))
    return {name: " | ".join(texts) for name, texts in row.items()}


class DownloadTest(ServedTest):
    """Downloads beside the search that they are of."""

    ASKED = ({}, {"dataset": "places"}, {"dataset": "places", "sort": "-catalogNumber"},
             {"dataset": "birds", "family": "Turdidae", "version": "1425211200000"},
             {"dataset": ["birds", "lichens"], "sort": "year,-_key"})

    @classmethod
    def make_museum(cls):
        return HostileMuseum().make()

    def download(self, form, **parameters):
        answer = self.ask(address("/api/v1/download", format=form,
                                  **{"package": "none", **parameters}))
        self.assertEqual(answer.status, 200, answer.body[:500])
        return answer

    def records(self, **parameters):
        return self.search(limit=100, **parameters)["records"]
