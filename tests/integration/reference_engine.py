# SPDX-License-Identifier: Apache-2.0
"""The oracle of the query tests: docs/query.md in plain Python over lists, written for plainness.

It knows records as parsed JSON whose numbers are kept as tokens (Number), walks every record for
every query, and sorts everything. Texts and values: reference_values.py.
"""

import functools
import hashlib
import json
import math
import pathlib
import re

from reference_values import (BOOLEAN, MISSING, TEXT, Value, case_form, cut, full_form, leaves,
                              parse_record, read_date)

EARTH_RADIUS = 6371008.8
UNITS = {"m": 1, "km": 1000, "mi": 1609.344, "nmi": 1852, "yd": 0.9144, "ft": 0.3048,
         "in": 0.0254, "cm": 0.01, "mm": 0.001}


# --- records --------------------------------------------------------------------------------


class Record:
    def __init__(self, table, key, text):
        self.table = table
        self.key = key
        self.text = text
        self.first_text = text  # also once something was erased
        data = parse_record(text)
        self.data = data
        self.kept = {}  # what was worked out of it
        self.name = ""
        self.start = None  # the commit that made this version
        self.fields = {}
        for name, value in leaves(data):
            self.fields.setdefault(name, []).append(value)
        self.tokens = set()
        for values in self.fields.values():
            for value in values:
                self.tokens.update(cut(value.text))
        self.position = self.find_position()

    def find_position(self):
        found = []
        for wanted, most in (("decimallatitude", 90), ("decimallongitude", 180)):
            values = [v.number for name, values in self.fields.items()
                      if name.lower() == wanted for v in values if v.number is not None]
            if not values or abs(values[0]) > most:
                return None
            found.append(round(values[0] * 1e7) / 1e7)
        return tuple(found)

    def filled(self, fields):
        return [v for f in fields for v in self.fields.get(f, []) if v.kind_class != MISSING]


class Element:
    """One element of a list, with fields under their full names."""

    def __init__(self, value, name):
        self.data, self.name = value, name
        self.kept = {}
        self.fields = {}
        for inner, found in leaves(value, name):
            self.fields.setdefault(inner, []).append(found)

    filled = Record.filled


def elements_of(value, name, at=""):
    """Elements of the outermost lists of a dotted name, or single values; not what is missing."""
    if at and case_form(at) == case_form(name):
        found = value if isinstance(value, list) else [value]
        yield from (Element(v, at) for v in found if v not in ("", None, [], {}))
    elif isinstance(value, dict):
        for member, inner in value.items():
            yield from elements_of(inner, name, f"{at}.{member}" if at else member)
    elif isinstance(value, list):
        for inner in value:
            yield from elements_of(inner, name, at)


# --- geography ------------------------------------------------------------------------------


def distance(latitude1, longitude1, latitude2, longitude2):
    a = math.sin(math.radians(latitude2 - latitude1) / 2)
    b = math.sin(math.radians(longitude2 - longitude1) / 2)
    h = a * a + math.cos(math.radians(latitude1)) * math.cos(math.radians(latitude2)) * b * b
    return 2 * EARTH_RADIUS * math.asin(math.sqrt(min(h, 1)))


def in_polygon(polygon, x, y):
    odd = False
    for ring in polygon:
        for (x1, y1, *_), (x2, y2, *_) in zip(ring, ring[1:] + ring[:1]):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                odd = not odd
    return odd


# --- patterns and near texts ------------------------------------------------------------------


@functools.lru_cache(maxsize=None)
def pattern(text):
    """A wildcard as a regular expression over folded text."""
    made = ""
    for part in re.findall(r"\\[*?\\]|[*?]|[^*?\\]+", text):
        made += (".*" if part == "*" else "." if part == "?" else
                 re.escape(full_form(part[1:] if part[0] == "\\" else part)))
    return re.compile(made, re.DOTALL)


@functools.lru_cache(maxsize=None)
def edits(a, b):
    """Optimal string alignment."""
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for k, y in enumerate(b, 1):
            best = min(rows[i - 1][k - 1] + (x != y), rows[i - 1][k] + 1, row[k - 1] + 1)
            if i > 1 and k > 1 and x == b[k - 2] and y == a[i - 2]:
                best = min(best, rows[i - 2][k - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def in_sequence(wanted, tokens):
    return bool(wanted) and any(tokens[i : i + len(wanted)] == wanted for i in range(len(tokens)))


def wkt_polygons(text):
    """Coordinates of a MultiPolygon from well-known text."""
    kind, _, rest = text.partition("(")
    made = re.sub(r"([-\d.]+) ([-\d.]+)", r"[\1,\2]", "(" + rest)
    shape = json.loads(made.replace("(", "[").replace(")", "]"))
    return shape if kind.strip().upper() == "MULTIPOLYGON" else [shape]


# --- geological time ------------------------------------------------------------------------

RANKS = ("EonOrLowestEonothem EraOrLowestErathem PeriodOrLowestSystem EpochOrLowestSeries "
         "AgeOrLowestStage").split()
CHART = {}
with open(pathlib.Path(__file__).parents[2] / "tools/geological_time/intervals.tsv",
          encoding="utf-8") as chart_file:
    for row in list(chart_file)[1:]:
        chart_name, _, _, start, end, also, *_ = row.rstrip("\n").split("\t")
        for written in [chart_name, *filter(None, also.split(";"))]:
            CHART[full_form(written)] = (float(start), float(end))


def geological_unit(text):
    name = full_form(text.strip().strip("?").strip())
    cut_name = re.sub(" (eon|eonothem|era|erathem|period|system|epoch|series|age|stage)$", "", name)
    return CHART.get(name) or CHART.get(cut_name)


def geological_span(record):
    """The time of a record in million years, or None."""
    if "span" not in record.kept:
        record.kept["span"] = find_geological_span(record)
    return record.kept["span"]


def find_geological_span(record):
    sides = []
    for side, word in (("earliest", "Lowest"), ("latest", "Highest")):
        found = None
        for rank in reversed(RANKS):
            names = [n for n in record.fields
                     if n.lower() == (side + rank.replace("Lowest", word)).lower()]
            units = [geological_unit(v.text) for v in record.filled(sorted(names))]
            found = found or next(filter(None, units), None)
        sides.append(found)
    if sides == [None, None]:
        return None
    first, last = sides[0] or sides[1], sides[1] or sides[0]
    return max(first[0], last[0]), min(first[1], last[1])


# --- queries --------------------------------------------------------------------------------


class Engine:
    """Tables of records with the commits they stood between."""

    def __init__(self):
        self.tables = {}  # slug -> (UUID, {key: [(from, until, Record)]})
        self.known = {}
        self.seen = {}  # what is visible, worked out once
        self.layers = {}  # (slug, key) -> (what the source last sent, corrections)
        self.areas = {}  # category -> [(from, {name: polygons})], oldest first
        self.moment = 0  # last asked

    def add_table(self, slug):
        """A table's UUID is made from its name: SHA-256, version 8 (RFC 9562)."""
        uuid = bytearray(hashlib.sha256(f"table/{slug}".encode()).digest()[:16])
        uuid[6] = uuid[6] & 0x0F | 0x80
        uuid[8] = uuid[8] & 0x3F | 0x80
        self.tables[slug] = (bytes(uuid), {})

    def put(self, slug, key, text, commit):
        """A record as of a commit; text None takes it away."""
        self.known, self.seen = {}, {}
        versions = self.tables[slug][1].setdefault(key, [])
        if versions and versions[-1][1] is None:
            start, _, record = versions[-1]
            if record.text == text:
                return
            versions[-1] = (start, commit, record)
        if text is not None:
            record = Record(slug, key, text)
            record.start = commit
            versions.append((commit, None, record))

    def send(self, slug, key, text, commit):
        """What a source sends of a record, under the corrections that stand; None takes it away."""
        corrections = {} if text is None else self.layers.get((slug, key), ("", {}))[1]
        self.layers[slug, key] = (text, corrections)
        self.put(slug, key, text if text is None else merged(text, corrections), commit)

    def correct(self, slug, key, changes, commit):
        """Fields to show instead of what the source sent; None takes a correction away."""
        source, before = self.layers[slug, key]
        corrections = {name: value for name, value in {**before, **changes}.items()
                       if value is not None}
        self.layers[slug, key] = (source, corrections)
        self.put(slug, key, merged(source, corrections), commit)

    def erase(self, slug, key, field):
        """A field of the record out of all its versions."""
        self.known, self.seen = {}, {}
        versions = self.tables[slug][1][key]
        for place, (start, until, record) in enumerate(versions):
            left = Record(slug, key, without(record.text, field))
            left.start, left.first_text = start, record.first_text
            versions[place] = (start, until, left)
        source, corrections = self.layers[slug, key]
        if source is not None:
            self.layers[slug, key] = (without(source, field), {
                name: value for name, value in corrections.items() if name != field})

    def visible(self, slugs, commit):
        """Records at a commit, in the default order."""
        self.moment = commit
        place = (*slugs, commit)
        if place not in self.seen:
            self.seen[place] = list(self.find_visible(slugs, commit))
        return self.seen[place]

    def record(self, slug, key, commit):
        return next(r for r in self.visible([slug], commit) if r.key == key)

    def find_visible(self, slugs, commit):
        for slug in sorted(slugs, key=lambda s: self.tables[s][0]):
            records = self.tables[slug][1]
            for key in sorted(records, key=lambda k: k.encode()):
                for start, until, record in records[key]:
                    if start <= commit and (until is None or commit < until):
                        yield record

    def known_fields(self, slugs):
        """Names of all fields that a table ever had."""
        for slug in slugs:
            if slug not in self.known:
                self.known[slug] = {name for versions in self.tables[slug][1].values()
                                    for _, _, record in versions for name in record.fields}
        return set().union(*(self.known[slug] for slug in slugs))

    def resolve(self, name, slugs):
        """The names that a field's name stands for: itself, else without case; what lies inside."""
        known = self.known_fields(slugs)
        for same in (lambda n: n, case_form):
            own = [n for n in known if same(n) == same(name)]
            inside = [n for n in known if same(n).startswith(same(name) + ".")]
            if own or inside:
                return own, inside
        raise KeyError(name)

    def search(self, query, slugs, commit, facets=(), facet_limit=10, sort=(), offset=0, limit=100):
        """total, [(table, key)], {field: (values, missing, other)}"""
        asked = Asked(self, slugs)
        asked.find_fields(query.get("filters", {}))
        hits = [r for r in self.visible(slugs, commit) if asked.matches_root(query, r)]
        answers = {f: self.facet(*asked.both(f), hits, facet_limit) for f in facets}
        for term in reversed(sort):
            hits = self.sorted_by(asked, term, hits)
        page = [(r.table, r.key) for r in hits[offset : offset + limit]]
        return len(hits), page, answers

    def sorted_by(self, asked, term, hits):
        descending, field = term.startswith("-"), term.lstrip("-")
        if field == "_key":
            place = lambda r: (r.key.encode(),)
        elif field == "_table":
            place = lambda r: self.tables[r.table][0]
        else:
            names = asked.own(field)
            filled = {id(r): [v.place() for v in r.filled(names)] for r in hits}
            pick = max if descending else min
            with_value = [r for r in hits if filled[id(r)]]
            without = [r for r in hits if not filled[id(r)]]
            places = {id(r): pick(filled[id(r)]) for r in with_value}
            # sorted() keeps ties in their order, backwards too.
            return sorted(with_value, key=lambda r: places[id(r)], reverse=descending) + without
        return sorted(hits, key=place, reverse=descending)

    @staticmethod
    def facet(names, inside, hits, limit):
        groups, spellings, missing = {}, {}, 0
        for record in hits:
            values = record.filled(names)
            missing += not record.filled(names + inside)
            for group in {v.group() for v in values}:
                groups[group] = groups.get(group, 0) + 1
            for group, text in {(v.group(), v.text) for v in values}:
                counts = spellings.setdefault(group, {})
                counts[text] = counts.get(text, 0) + 1
        ranked = sorted(groups, key=lambda g: (-groups[g], g))
        shown = [(min(spellings[g], key=lambda t: (-spellings[g][t], t.encode())), groups[g])
                 for g in ranked[:limit]]
        return shown, missing, sum(groups[g] for g in ranked[limit:])


def merged(source, corrections):
    """A record's text with corrections over what its source sent."""
    if not corrections:
        return source
    return json.dumps({**json.loads(source), **corrections}, ensure_ascii=False)


def without(text, field):
    return json.dumps({name: value for name, value in json.loads(text).items() if name != field},
                      ensure_ascii=False)


def pruned(member):
    """A member without groups that have no members; None when nothing is left of it."""
    (kind, options), = member.items()
    if kind not in ("and", "or", "not"):
        return member
    left = [m for m in map(pruned, options) if m is not None]
    return {kind: left} if left else None


class Asked:
    """Matches records against a query over some tables."""

    def __init__(self, engine, slugs):
        self.engine = engine
        self.slugs = slugs
        self.names = {}
        self.query = self.root = None  # the query last asked, and its filters without empty groups

    def own(self, field):
        return self.both(field)[0]

    def both(self, field):
        if field not in self.names:
            self.names[field] = self.engine.resolve(field, self.slugs)
        return self.names[field]

    def find_fields(self, member):
        """Raises KeyError for a field that no table asked has, wherever it stands."""
        for kind, options in member.items():
            if kind in ("and", "or", "not"):
                for inner in options:
                    self.find_fields(inner)
            elif isinstance(options, dict):
                for field in options.get("fields", []):
                    self.both(field)
                if kind == "same":
                    self.both(options["list"])
                    self.find_fields(options["filters"])

    def matches_root(self, query, record):
        search = query.get("search", "").strip()
        if search and not self.has_words(search, record.tokens):
            return False
        if self.query is not query:
            self.query = query
            self.root = pruned(query["filters"]) if "filters" in query else None
        return self.root is None or self.matches(self.root, record)

    @staticmethod
    def has_words(text, tokens):
        wanted = cut(text)
        return bool(wanted) and all(t in tokens for t in wanted)

    def matches(self, member, record):
        (kind, options), = member.items()
        if kind == "and":
            return all(self.matches(m, record) for m in options)
        if kind == "or":
            return any(self.matches(m, record) for m in options)
        if kind == "not":
            return not any(self.matches(m, record) for m in options)
        return getattr(self, kind)(options, record)

    def values(self, options, record, inside=False):
        for field in options["fields"]:
            own, within = self.both(field)
            yield from record.filled(own + (within if inside else []))

    def string_equals(self, options, record):
        wanted = Value(options["value"])
        return wanted.kind_class != MISSING and any(
            v.kind_class == wanted.kind_class and v.group() == wanted.group()
            for v in self.values(options, record))

    def __getattr__(self, name):
        if name == "in":
            return self.any_of
        raise AttributeError(name)

    def any_of(self, options, record):
        return any(self.string_equals({"fields": options["fields"], "value": value}, record)
                   for value in options["values"])

    def string_contains(self, options, record):
        if not options["value"].strip() and not options["fields"]:
            return True
        if not options["fields"]:
            return self.has_words(options["value"], record.tokens)
        return any(self.has_words(options["value"], set(cut(v.text)))
                   for v in self.values(options, record, inside=True))

    def prefix(self, options, record):
        start = full_form(options["value"])
        return any(full_form(v.text).startswith(start) for v in self.values(options, record))

    def part(self, options, record):
        if self.string_equals(options, record):
            return True
        wanted = case_form(options["value"].strip())
        return wanted != "" and any(
            "|" in v.text and wanted in [case_form(part.strip()) for part in v.text.split("|")]
            for v in self.values(options, record))

    def wildcard(self, options, record):
        wanted = pattern(options["value"])
        return any(wanted.fullmatch(full_form(v.text)) for v in self.values(options, record))

    def phrase(self, options, record):
        wanted = cut(options["value"])
        values = (self.values(options, record, inside=True) if options["fields"] else
                  (v for found in record.fields.values() for v in found))
        return any(in_sequence(wanted, cut(v.text)) for v in values)

    def fuzzy(self, options, record):
        most = options.get("distance", 1)
        for value in self.values(options, record):
            if options.get("match") == "value":
                if edits(full_form(options["value"]), full_form(value.text)) <= most:
                    return True
                continue
            wanted, found = cut(options["value"]), cut(value.text)
            if wanted and all(any(edits(w, t) <= most for t in found) for w in wanted):
                return True
        return False

    def missing(self, options, record):
        return not self.exists(options, record)

    def same(self, options, record):
        own, within = self.both(options["list"])
        name = options["list"]
        if name not in record.kept:
            record.kept[name] = list(elements_of(record.data, name, record.name))
        return any(self.matches(options["filters"], element) for element in record.kept[name]
                   if not set(element.fields).isdisjoint(own + within))

    def geological_time(self, options, record):
        span = geological_span(record)
        if span is None:
            return False
        start, end = (geological_unit(options["name"]) if "name" in options else
                      (options.get("from", 4567), options.get("to", 0)))
        if options.get("match") == "within":
            return span[0] <= start and span[1] >= end
        if start == end:
            return span[0] >= start and span[1] <= end
        return span[0] > end and span[1] < start

    def changed_since(self, options, record):
        moment = options["moment"]
        return record.start > (int(moment) if moment.isdigit() else read_date(moment)[0])

    def within(self, options, record):
        area = options.get("geojson")
        polygons = (wkt_polygons(options["wkt"]) if area is None else
                    [area["coordinates"]] if area["type"] == "Polygon" else area["coordinates"])
        return self.geo_custom_area(polygons, record)

    def distance(self, options, record):
        if record.position is None:
            return False
        unit = UNITS[options["unit"]]
        latitude = round(options["latitude"] * 1e7) / 1e7
        longitude = round(options["longitude"] * 1e7) / 1e7
        away = distance(latitude, longitude, *record.position)
        return options.get("at_least", 0) * unit <= away <= options["at_most"] * unit

    def number_equals(self, options, record):
        return any(v.number is not None and float(v.number) == float(options["value"])
                   for v in self.values(options, record))

    def number_range(self, options, record):
        def within(exact):
            number = float(exact)  # as the bounds are
            low, high = (None if bound is None else float(bound) for bound in
                         (options.get("greater_than"), options.get("less_than")))
            above = low is None or number > low or (
                number == low and options.get("greater_than_inclusive", True))
            below = high is None or number < high or (
                number == high and options.get("less_than_inclusive", True))
            return above and below

        return any(v.number is not None and within(v.number)
                   for v in self.values(options, record))

    def date_range(self, options, record):
        start = read_date(options["from"])[0] if "from" in options else -math.inf
        end = read_date(options["to"])[1] if "to" in options else math.inf
        for value in self.values(options, record):
            if value.date is None:
                continue
            first, last = value.date
            if options.get("match") == "within":
                found = first >= start and last <= end
            else:
                found = first <= end and last >= start
            if found:
                return True
        return False

    def exists(self, options, record):
        if "geo_field" in options:
            return record.position is not None
        return any(True for _ in self.values(options, record, inside=True))

    def geo_point(self, options, record):
        if record.position is None:
            return False
        radius = options.get("radius", 0) * UNITS[options.get("radius_unit", "m")]
        latitude = round(options["latitude"] * 1e7) / 1e7
        longitude = round(options["longitude"] * 1e7) / 1e7
        return distance(latitude, longitude, *record.position) <= radius

    def bbox(self, options, record):
        if record.position is None:
            return False
        latitude, longitude = record.position
        west, east = options["west"], options["east"]
        between = west <= longitude <= east if west <= east else (
            longitude >= west or longitude <= east)
        return between and options["south"] <= latitude <= options["north"]

    def geo_named_area(self, options, record):
        (category, name), = options.items()
        versions = self.engine.areas[category]
        standing = [areas for start, areas in versions if start <= self.engine.moment]
        return self.geo_custom_area((standing or [versions[0][1]])[-1][case_form(name)], record)

    def geo_custom_area(self, polygons, record):
        if record.position is None:
            return False
        latitude, longitude = record.position
        return any(in_polygon(polygon, longitude, latitude) for polygon in polygons)
