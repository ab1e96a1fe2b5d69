# SPDX-License-Identifier: Apache-2.0
"""The oracle's texts and values: how they fold, are cut into words, typed and ordered
(docs/query.md, "What equals, matches and counts"), written for plainness. Text folding covers the
letters that the tests use."""

import functools
import json
import math
import re
import unicodedata

DAY = 86400000
MISSING, NUMBER, DATE, BOOLEAN, TEXT = range(5)


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
        self.kept_place = self.kept_group = None
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
        if self.kept_place is None:
            self.kept_place = self.find_place()
        return self.kept_place

    def find_place(self):
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
        if self.kept_group is None:
            self.kept_group = self.find_group()
        return self.kept_group

    def find_group(self):
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
