# SPDX-License-Identifier: Apache-2.0
"""The oracle of the query tests: docs/query.md in plain Python over lists, written for plainness.

It knows records as parsed JSON whose numbers are kept as tokens (Number), walks every record for
every query, and sorts everything. Text folding covers the letters that the tests use.
"""

import functools
import hashlib
import json
import math
import pathlib
import re
import unicodedata

EARTH_RADIUS = 6371008.8
UNITS = {"m": 1, "km": 1000, "mi": 1609.344, "nmi": 1852, "yd": 0.9144, "ft": 0.3048,
         "in": 0.0254, "cm": 0.01, "mm": 0.001}
MISSING, NUMBER, DATE, BOOLEAN, TEXT = range(5)
DAY = 86400000


class Number(str):
    """A JSON number as the token that came."""


def parse_record(text):
    return json.loads(text, parse_int=Number, parse_float=Number)


# --- text -----------------------------------------------------------------------------------

LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "œ": "oe"})
INSIDE = set("!#$%&'*+-./:=?@\\^_`~")


@functools.lru_cache(maxsize=None)
def case_form(text):
    once = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFKC", once.casefold())


@functools.lru_cache(maxsize=None)
def full_form(text):
    decomposed = unicodedata.normalize("NFKD", case_form(text))
    kept = "".join(c for c in decomposed if not unicodedata.category(c).startswith("M"))
    return unicodedata.normalize("NFC", kept.translate(LETTERS))


def character_kind(c):
    if c in INSIDE:
        return "inside"
    if c < "\x80":
        return "digit" if c.isdigit() else "letter" if c.isalpha() else "cut"
    if "\u3040" <= c <= "\u30ff" or "\u4e00" <= c <= "\u9fff":
        return "paired"
    category = unicodedata.category(c)
    if category == "Nd":
        return "digit"
    return "letter" if category[0] in "LM" else "cut"


def cut_chunk(chunk):
    """Tokens of letters, digits and inner punctuation without a cut between."""
    chunk = chunk.strip("".join(INSIDE))
    if any(character_kind(c) == "digit" for c in chunk):
        return [chunk]
    return [word for word in re.split("[" + re.escape("".join(INSIDE)) + "]+", chunk) if word]


@functools.lru_cache(maxsize=None)
def cut(text):
    tokens, chunk, pairs = [], "", ""
    for c in full_form(text) + " ":
        kind = character_kind(c)
        if kind == "paired":
            tokens += cut_chunk(chunk)
            chunk, pairs = "", pairs + c
            continue
        if pairs:
            tokens += [pairs[i : i + 2] for i in range(len(pairs) - 1)] or [pairs]
            pairs = ""
        if kind == "cut":
            tokens += cut_chunk(chunk)
            chunk = ""
        else:
            chunk += c
    return tokens


# --- values ---------------------------------------------------------------------------------

NUMBER_FORM = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$", re.ASCII)
DATE_FORM = re.compile(r"(\d{4})(-(\d\d)(-(\d\d)([T ](\d\d):(\d\d)(:(\d\d)(\.\d+)?)?"
                       r"(Z|[+-]\d\d(:?\d\d)?)?)?)?)?$", re.ASCII)


def days_from_civil(year, month, day):
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def days_in_month(year, month):
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return [31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]


def single_date(text):
    """First and last millisecond of one written date, or None."""
    match = DATE_FORM.match(text)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[3] or 1), int(match[5] or 1)
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        return None
    start = days_from_civil(year, month, day) * DAY
    if match[7]:
        hour, minute, second = int(match[7]), int(match[8]), int(match[10] or 0)
        if hour > 23 or minute > 59 or second > 59:
            return None
        start += ((hour * 60 + minute) * 60 + second) * 1000
        if match[11]:
            start += int((match[11][1:] + "000")[:3])
        zone = match[12] or "Z"
        if zone != "Z":
            digits = zone[1:].replace(":", "") + "00"
            shift = (int(digits[:2]) * 60 + int(digits[2:4])) * 60000
            start -= shift if zone[0] == "+" else -shift
        length = 1 if match[11] else 1000 if match[10] else 60000
    elif match[5]:
        length = DAY
    elif match[3]:
        length = days_in_month(year, month) * DAY
    else:
        length = (days_from_civil(year + 1, 1, 1) - days_from_civil(year, 1, 1)) * DAY
    return start, start + length - 1


def read_date(text):
    if "/" not in text:
        return single_date(text)
    start, _, end = text.partition("/")
    first = single_date(start)
    # An end may leave out what it shares with the start.
    last = single_date(end) or (single_date(start[: -len(end)] + end)
                                if 0 < len(end) < len(start) else None)
    if first is None or last is None or last[1] < first[0]:
        return None
    return first[0], last[1]


class Value:
    """One stored value with the types it has."""

    def __init__(self, value):
        self.truth = None
        self.number = None
        self.date = None
        self.kind = 0 if isinstance(value, str) and not isinstance(value, Number) else 1
        if value is None or value == [] or value == {} or value == "":
            self.text = ""
            self.kind_class = MISSING
            return
        if value is True or value is False:
            self.text = "true" if value else "false"
            self.truth = value
            self.kind_class = BOOLEAN
            return
        self.text = str(value)
        trimmed = self.text.strip(" \t\r\n")
        if NUMBER_FORM.match(trimmed) and math.isfinite(float(trimmed)):
            whole = re.match(r"[+-]?\d+$", trimmed)
            self.number = int(trimmed) if whole and abs(int(trimmed)) < 2**63 else float(trimmed)
            if re.match(r"[12]\d{3}$", trimmed):
                self.date = read_date(trimmed)
        elif len(trimmed) >= 7:
            self.date = read_date(trimmed)
        if self.number is None and self.date is None and trimmed.lower() in ("true", "false"):
            self.truth = trimmed.lower() == "true"
        self.kind_class = (NUMBER if self.number is not None else DATE if self.date else
                           BOOLEAN if self.truth is not None else TEXT)

    def place(self):
        """What sorting sees; values that tie have equal places."""
        if self.kind_class == NUMBER:
            return (NUMBER, self.number)
        if self.kind_class == DATE:
            return (DATE, self.date[0], -self.date[1])
        if self.kind_class == BOOLEAN:
            return (BOOLEAN, self.truth)
        return (TEXT, full_form(self.text).encode(), case_form(self.text).encode(),
                self.text.encode())

    def group(self):
        """What equality without case sees (rule C1), in the one order of values."""
        if self.kind_class == BOOLEAN:
            return (BOOLEAN, self.truth)
        return (*self.place()[: 3 if self.kind_class == TEXT else None],
                full_form(self.text).encode(), case_form(self.text).encode())


def leaves(value, name=""):
    """(dotted name, Value) of everything in a record; list steps have no name."""
    if isinstance(value, dict) and (value or not name):
        for member, inner in value.items():
            yield from leaves(inner, f"{name}.{member}" if name else member)
    elif isinstance(value, list) and value:
        for inner in value:
            yield from leaves(inner, name)
    else:
        yield name, Value(value)


class Record:
    def __init__(self, table, key, text):
        self.table = table
        self.key = key
        self.text = text
        data = parse_record(text)
        self.data = data
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
        chart_name, _, _, start, end, also, _ = row.rstrip("\n").split("\t")
        for written in [chart_name, *filter(None, also.split(";"))]:
            CHART[full_form(written)] = (float(start), float(end))


def geological_unit(text):
    name = full_form(text.strip().strip("?").strip())
    cut_name = re.sub(" (eon|eonothem|era|erathem|period|system|epoch|series|age|stage)$", "", name)
    return CHART.get(name) or CHART.get(cut_name)


def geological_span(record):
    """The time of a record in million years, or None."""
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

    def add_table(self, slug):
        """A table's UUID is made from its name: SHA-256, version 8 (RFC 9562)."""
        uuid = bytearray(hashlib.sha256(f"table/{slug}".encode()).digest()[:16])
        uuid[6] = uuid[6] & 0x0F | 0x80
        uuid[8] = uuid[8] & 0x3F | 0x80
        self.tables[slug] = (bytes(uuid), {})

    def put(self, slug, key, text, commit):
        """A record as of a commit; text None takes it away."""
        self.known = {}
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

    def visible(self, slugs, commit):
        """Records at a commit, in the default order."""
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


class Asked:
    """Matches records against a query over some tables."""

    def __init__(self, engine, slugs):
        self.engine = engine
        self.slugs = slugs
        self.names = {}

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
        return self.matches(query["filters"], record) if "filters" in query else True

    @staticmethod
    def has_words(text, tokens):
        wanted = cut(text)
        return bool(wanted) and all(t in tokens for t in wanted)

    def matches(self, member, record):
        (kind, options), = member.items()
        if kind == "and":
            return all(self.matches(m, record) for m in options)
        if kind == "or":
            return any(self.matches(m, record) for m in options) or not options
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
        return any(self.matches(options["filters"], element)
                   for element in elements_of(record.data, options["list"], record.name)
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
        return record.start > int(options["moment"])

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
        return any(v.number == options["value"] for v in self.values(options, record))

    def number_range(self, options, record):
        def within(number):
            low, high = options.get("greater_than"), options.get("less_than")
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

    def geo_custom_area(self, polygons, record):
        if record.position is None:
            return False
        latitude, longitude = record.position
        return any(in_polygon(polygon, longitude, latitude) for polygon in polygons)
