# SPDX-License-Identifier: Apache-2.0
"""What the reference tests make up: records whose values are hard to tell apart, and queries of
every term in groups within groups. One seed, one course of things."""

import json
import math
import random

import reference_values
from reference_engine import UNITS

FAMILIES = ["Apidae", "apidae", "APIDAE", "Halictidae", "Apidaé", "Bombycidae", "Ørstedidae",
            "Œnidae", "Straße", "STRASSE", "Łódź", "lodz", "昆虫館", "さくら", "Ａpidae"]
WORDS = ["wood", "Wood", "forêt", "River", "riverside", "St.", "O'Brien", "x-ray", "昆虫", "1850",
         "BM-1850.1", "No", "km", "3.5", "Åre", "are", "near", "old/new", "n_o", "a.b", "ß",
         "Ｎ１", "n1", "Nº5"]
NUMBERS = ["0", "5", "05", "5.0", "-3", "7.25", "1e2", "100", "1850", "1851", "1900", "2001", ".5",
           "9007199254740993", "9007199254740992", "NaN", "1e400", "0x1F", " 12 ", "5 m"]
DATES = ["1850", "1850-05", "1850-05-31", "1850-06-01/1851-02-28", "1850-05-31T12:00:00Z",
         "1851", "1851-02-29", "1852-02-29", "1849-12-31T23:59+01:00", "unknown", "c. 1850",
         "1850-05-30/31", "1850-05-31T12:00:00.5Z", "1850/1852"]
TIMES = ["Jurassic", "Late Jurassic", "upper jurassic", "?Bajocian", "Bathonian Stage", "Mesozoic",
         "Triassic", "Jurassik", "", "Tertiary", "Palaeocene", "Lias", "Phanerozoic Eon"]
TIME_FIELDS = ["earliestEraOrLowestErathem", "earliestPeriodOrLowestSystem",
               "earliestAgeOrLowestStage", "latestAgeOrHighestStage", "latestEpochOrHighestSeries"]
FIELDS = ["family", "Family", "locality", "count", "eventDate", "flag", "tags", "media.type",
          "media.number", "media.by.name", "media.parts.kind", "mixed", "code", "decimalLatitude"]


class Chance(random.Random):
    """Everything that is made up comes from here."""

    def some(self, *makers):
        return self.choice(makers)()

    def words(self):
        return " ".join(self.choice(WORDS) for _ in range(self.randint(0, 4)))

    def number(self):
        text = self.choice(NUMBERS)
        token = reference_values.NUMBER_FORM.match(text) and not text.startswith((".", "+", "0"))
        if token and text not in ("1e400",) and self.random() < 0.5:
            return json.loads(text) if "e" not in text else 100.0
        return text

    def media(self):
        return {k: v for k, v in (("type", self.choice(["image", "Image", "sound", ""])),
                                  ("number", self.number()),
                                  ("by", {"name": self.choice(FAMILIES)}),
                                  ("parts", [{"kind": self.choice(WORDS), "size": self.number()}
                                             for _ in range(self.randint(0, 2))]))
                if self.random() < 0.7}

    def record(self, key, wide):
        made = {
            "family": lambda: self.choice(FAMILIES),
            "locality": self.words,
            "count": self.number,
            "eventDate": lambda: self.choice(DATES),
            "flag": lambda: self.choice([True, False, "true", "FALSE", "yes", None, " true"]),
            "tags": lambda: [self.choice(FAMILIES[:6]) for _ in range(self.randint(0, 4))],
            "media": lambda: self.some(
                lambda: [self.media() for _ in range(self.randint(0, 3))],
                lambda: [self.media() for _ in range(self.randint(0, 3))], self.media,
                lambda: [None, self.media(), "image"]),
            "mixed": lambda: self.some(self.number, self.words, lambda: self.choice(DATES),
                                       lambda: [self.number(), self.words()], lambda: [],
                                       lambda: {}, lambda: True),
            "code": lambda: f"BM-{self.randint(1849, 1852)}.{self.randint(1, 9)}",
            "decimalLatitude": lambda: f"{self.uniform(-90, 90):.3f}",
            "decimalLongitude": lambda: round(self.uniform(-180, 180), 4),
        }
        made.update({name: lambda: self.choice(TIMES) for name in TIME_FIELDS})
        if wide:
            made["Family"] = lambda: self.choice(FAMILIES)
        record = {"id": key}
        for name, make in made.items():
            if self.random() < 0.75:
                record[name] = make()
        return record

    # --- questions ---

    def value(self):
        return self.some(lambda: self.choice(FAMILIES), lambda: self.choice(WORDS),
                         lambda: self.choice(NUMBERS), lambda: self.choice(DATES),
                         lambda: self.choice(["true", "False", "image", "", "yes"]))

    def fields(self, least=1):
        names = self.sample(FIELDS, self.choice([least, 1, 1, 1, 2]))
        other = self.random()
        if names and other < 0.05:  # found without case, or not at all
            names[0] = "LOCALITY" if other < 0.035 else "localty"
        return names

    def bounds(self, low, high, values):
        ends = sorted(self.sample(values, 2))
        return {name: end for name, end in ((low, ends[0]), (high, ends[1]))
                if self.random() < 0.8} or {low: ends[0]}

    def term(self):
        return self.some(
            lambda: {"string_equals": {"fields": self.fields(), "value": self.value()}},
            lambda: {"string_contains": {"fields": self.fields(0),
                                         "value": self.words() or "wood"}},
            lambda: {"number_equals": {"fields": self.fields(),
                                       "value": self.choice([5, 100, 1850, -3, 7.25, 2**53 + 1])}},
            lambda: {"number_range": {"fields": self.fields(), **self.bounds(
                "greater_than", "less_than",
                [-3, 0, 5, 7.25, 99.5, 100, 1850, 1900, 2**53 + 1, 1e16]),
                "greater_than_inclusive": self.random() < 0.5,
                "less_than_inclusive": self.random() < 0.5}},
            lambda: {"date_range": {"fields": self.fields(), **self.bounds(
                "from", "to", ["1849", "1850-05-31", "1850-06", "1851-01-01", "1852"]),
                "match": self.choice(["overlap", "within"])}},
            lambda: {"exists": {"fields": self.fields()}},
            lambda: {"exists": {"fields": ["media"]}},
            lambda: {"exists": {"geo_field": True}},
            lambda: {"in": {"fields": self.fields(),
                            "values": [self.value() for _ in range(3)]}},
            lambda: {"prefix": {"fields": self.fields(), "value": self.value()[:3]}},
            lambda: {"geo_point": {"latitude": self.uniform(-90, 90),
                                   "longitude": self.uniform(-180, 180), **self.radius()}},
            lambda: {"geo_named_area": self.choice([{"marine": "North"}, {"marine": "south SEA"},
                                                    {"reserves": "Straße 1"}])},
            lambda: {"bbox": {"west": self.uniform(-180, 180), "east": self.uniform(-180, 180),
                              "south": self.uniform(-90, 0),
                              "north": self.uniform(0, 90)}},
            lambda: {"part": {"fields": self.fields(), "value": self.value()}},
            lambda: {"wildcard": {"fields": self.fields(), "value": self.pattern()}},
            lambda: {"phrase": {"fields": self.fields(0),
                                "value": f"{self.choice(WORDS)} {self.choice(WORDS)}"}},
            lambda: self.fuzzy(),
            lambda: {"missing": {"fields": self.fields()}},
            lambda: {"changed_since": {"moment": str(1500000000000 + self.randint(-1, 10) * 1000000)
                                       }},
            lambda: self.same("media", ["media.type", "media.number", "media.by.name",
                                        "media.parts.kind", "media.parts.size"], 1),
            lambda: self.same("media", ["media.type", "media.by.name"], 0),
            lambda: self.same("tags", ["tags"], 0),
            lambda: self.same("mixed", ["mixed"], 0),
            lambda: {"distance": {"latitude": self.uniform(-90, 90),
                                  "longitude": self.uniform(-180, 180), "unit": "km",
                                  "at_least": self.choice([0, 500, 2000]),
                                  "at_most": self.choice([2000, 5000, 20000])}},
            lambda: {"within": self.area()},
            lambda: {"geological_time": {
                **self.choice([{"name": "Jurassic"}, {"name": "Bathonian"}, {"name": "tertiary"},
                               {"from": 201.4, "to": 170}, {"to": 66}, {"from": 170, "to": 170}]),
                "match": self.choice(["overlap", "within"])}},
            lambda: {"geo_custom_area": [[self.ring()] + [self.ring()] * (self.random() < 0.3)
                                         for _ in range(self.randint(1, 2))]},
        )

    def radius(self):
        """Up to a third of the way round, in any unit."""
        unit = self.choice(list(UNITS))
        return {"radius": self.choice([0, 1e4, 1e6, 9e6, 1.3e7]) / UNITS[unit],
                "radius_unit": unit} if self.random() < 0.9 else {}

    def ring(self):
        ring = [[self.randint(-180, 180), self.randint(-90, 90)]
                for _ in range(self.randint(3, 9))]
        return ring + [ring[0]]

    def pattern(self):
        """A value with some of it taken out, and perhaps what has to be escaped."""
        text = "".join(self.choice(["*", "?", c, c, c, c]) if c not in "*?\\" else "\\" + c
                       for c in self.value())[: self.randint(1, 12)]
        return (text.rstrip("\\") or "?") + self.choice(["", "*", "", "\\*"])

    def fuzzy(self):
        text = list(self.choice(FAMILIES + WORDS) + self.choice(["", "", " wood"]))
        for _ in range(self.randint(0, 3)):
            at = self.randrange(len(text))
            self.some(lambda: text.insert(at, "a"), lambda: len(text) > 3 and text.pop(at),
                      lambda: text.__setitem__(at, "i"),
                      lambda: text.__setitem__(slice(at, at + 2), text[at : at + 2][::-1]))
        most = self.choice([1, 1, 2])
        value = "".join(text)
        if len(reference_values.full_form(value)) <= most:
            value += "dae"
        return {"fuzzy": {"fields": self.fields(), "value": value, "distance": most,
                          "match": self.choice(["word", "value"])}}

    def same(self, name, fields, depth):
        """A term about one element of a list, of plain terms and perhaps of a list in it."""
        def term():
            field = [self.choice(fields)]
            return self.some(
                lambda: {"string_equals": {"fields": field, "value": self.value()}},
                lambda: {"prefix": {"fields": field, "value": self.value()[:2]}},
                lambda: {"exists": {"fields": field}},
                lambda: {"number_range": {"fields": field, "greater_than": self.choice([0, 6])}},
                lambda: {"string_contains": {"fields": field, "value": self.choice(WORDS)}},
                lambda: {"not": [{"exists": {"fields": field}}]},
                lambda: {"in": {"fields": field, "values": ["image", "sound", "Apidae", "wood"]}},
                lambda: self.same("media.parts", ["media.parts.kind", "media.parts.size"], 0)
                if depth else {"missing": {"fields": field}})
        return {"same": {"list": name, "filters": {
            self.choice(["and", "and", "or", "not"]): [term() for _ in range(self.randint(1, 3))]}}}

    def area(self, as_geojson=False):
        """A whole polygon: a star around its middle, with a hole like it or none."""
        x, y, size = self.uniform(-100, 100), self.uniform(-40, 40), self.uniform(1, 45)
        angles = sorted(self.uniform(0, 6.28) for _ in range(self.randint(3, 12)))
        if max(b - a for a, b in zip(angles, angles[1:] + [angles[0] + 6.283])) > 3:
            angles = [0.1, 2.2, 4.3]
        ends = [(a, self.uniform(0.5, 1)) for a in angles]
        rings = []
        for share in (1, 0.4)[: self.choice([1, 1, 2])]:
            ring = [[round(x + size * share * r * math.cos(a), 6),
                     round(y + size * share * r * math.sin(a), 6)] for a, r in ends]
            rings.append(ring + [ring[0]])
        if as_geojson or self.random() < 0.5:
            return {"geojson": {"type": "Polygon", "coordinates": rings}}
        text = ", ".join("(" + ", ".join(f"{a} {b}" for a, b in ring) + ")" for ring in rings)
        return {"wkt": self.choice([f"POLYGON ({text})", f"MultiPolygon (({text}))"])}

    def group(self, depth):
        kind = self.choice(["and", "and", "or", "not"])
        if depth < 2 and self.random() < 0.03:
            return {kind: []}
        return {kind: [self.group(depth - 1) if depth > 0 and self.random() < 0.4 else self.term()
                       for _ in range(self.randint(1, 3))]}

    def query(self):
        query = {}
        if self.random() < 0.05:
            return query
        if self.random() < 0.3:
            query["search"] = self.words()
        if self.random() < 0.9:
            query["filters"] = self.group(2)
        return query
