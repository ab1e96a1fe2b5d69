# SPDX-License-Identifier: Apache-2.0
"""The constants of the questions: fixed lists of like frequency, chosen from the data.

A question that has a constant takes another of its list at each repeat, so that no engine answers
from what it kept. The choice depends on the CSV file alone.
"""

import collections
import csv
import itertools
import json
import re
import sys
import zlib

FULL = 4_500_000        # rows that the targets below are of
REPEATS = 8             # constants in a list
GENUS_ROWS = 126        # rows of a genus
TRIPLES = {"common": 7007, "middling": 234}
RARE_ROWS = 6
REMARK_ROWS = 16_000    # rows of a middling word in remarks
MOST_USED = 60          # words that triples are made of
LOOK_UPS = 20_000       # catalogue numbers

WORD = re.compile(r"[^\W\d_]+")


def words_of(text):
    return set(WORD.findall(text.lower())) if text else set()


def nearest(counts, target, count):
    """The `count` names whose figure is nearest to the target; ties fall by a checksum."""
    def distance(name):
        return abs(counts[name] - target), zlib.crc32(name.encode())

    return sorted(counts, key=distance)[:count]


class Survey:
    """One pass over the rows."""

    def __init__(self, rows, vocabulary):
        self.rows = rows
        self.genus = collections.Counter()
        self.country = collections.Counter()
        self.remarks = collections.Counter()
        self.sets = {word: bytearray((rows + 7) // 8) for word in vocabulary}
        self.partners = collections.defaultdict(collections.Counter)
        self.rarer = set(vocabulary[MOST_USED // 2:])
        self.numbers = []

    def see(self, number, genus, country, locality, remarks, catalogue_number, step):
        self.genus[genus] += 1
        self.country[country] += 1
        in_remarks = words_of(remarks)
        self.remarks.update(in_remarks)
        words = in_remarks | words_of(locality)
        for word in words:
            if word in self.sets:
                self.sets[word][number >> 3] |= 1 << (number & 7)
        pair = sorted(words & self.rarer)
        if len(pair) == 2:
            others = words - self.sets.keys()
            self.partners[tuple(pair)].update(word for word in others if word.isascii())
        if number % step == 0:
            self.numbers.append(catalogue_number)

    def triples(self):
        sets = {word: int.from_bytes(bits, "little") for word, bits in self.sets.items()}
        counts = {}
        for a, b in itertools.combinations(sets, 2):
            both = sets[a] & sets[b]
            for c in sets:
                if c > b > a:
                    counts[f"{a} {b} {c}"] = bin(both & sets[c]).count("1")
        return counts

    def rare(self):
        counts = {}
        for (a, b), words in self.partners.items():
            for word, count in words.items():
                counts[f"{a} {b} {word}"] = count
        return counts


def open_rows(path):
    rows = csv.reader(open(path, newline="", encoding="utf-8"))
    names = [name.lower() for name in next(rows)]
    return rows, {name: place for place, name in enumerate(names)}


def most_used_words(path):
    """The words of the first rows, the most used first."""
    rows, at = open_rows(path)
    counts = collections.Counter()
    for row in itertools.islice(rows, 50_000):
        counts.update(words_of(row[at["locality"]]) | words_of(row[at["remarks"]]))
    return sorted(counts, key=lambda word: (-counts[word], word))[:MOST_USED]


def choose(path, row_count):
    vocabulary = most_used_words(path)
    survey = Survey(row_count, vocabulary)
    rows, at = open_rows(path)
    columns = [at[name] for name in ("genus", "country", "locality", "remarks", "catalognumber")]
    step = max(row_count // LOOK_UPS, 1)
    for number, row in enumerate(rows):
        survey.see(number, *(row[c] for c in columns), step)
    scale = row_count / FULL
    prefixes = collections.Counter()
    for genus, count in survey.genus.items():
        if genus[:3].isascii():
            prefixes[genus[:3]] += count
    triples = survey.triples()
    return {
        "rows": row_count,
        "country": max(sorted(survey.country), key=lambda name: survey.country[name]),
        "genus": nearest(survey.genus, max(GENUS_ROWS * scale, 4), REPEATS),
        **{name: nearest(triples, max(rows * scale, 3), REPEATS) for name, rows in TRIPLES.items()},
        "rare": nearest(survey.rare(), max(RARE_ROWS * scale, 1), REPEATS),
        "prefix": nearest(prefixes, prefixes["Aca"] or sum(survey.genus.values()) / 500, REPEATS),
        "remark": nearest(survey.remarks, REMARK_ROWS * scale, REPEATS),
        "catalognumber": survey.numbers,
    }


if __name__ == "__main__":
    json.dump(choose(sys.argv[1], int(sys.argv[2])), sys.stdout, ensure_ascii=False, indent=1)
