# SPDX-License-Identifier: Apache-2.0
"""The oracle of what can be asked of a result: docs/query.md, "What can be asked of a result", in
plain Python over the records that reference_engine.py finds, written for plainness."""

import collections
import datetime
import math
from fractions import Fraction

import reference_engine
from reference_engine import Engine
from reference_values import BOOLEAN, DAY, MISSING, TEXT, Value, case_form, cut, full_form


# --- a query without a field's own filter ---------------------------------------------------


def flat(kind, member):
    """Members of a group, those of groups of the same kind within taken up; empty groups gone."""
    (inner_kind, options), = member.items()
    if inner_kind == kind:
        return [m for option in options for m in flat(kind, option)]
    if inner_kind == "not" and len(options) == 1 and next(iter(options[0])) == "not":
        return flat(kind, {"or": next(iter(options[0].values()))})
    if inner_kind in ("and", "or") and len(options) == 1:
        return flat(kind, options[0])
    if inner_kind in ("and", "or", "not") and not options:
        return []
    return [member]


def fields_of(member):
    """The fields that a member names; None stands for what is asked of no field."""
    (kind, options), = member.items()
    if kind in ("and", "or", "not"):
        return set().union(*(fields_of(option) for option in options)) or {None}
    if isinstance(options, dict):
        return set(options.get("fields", [])) or {None}
    return {None}


def without_own_filter(query, field, same):
    """The query without what it asks at its top of the field alone; same(a, b) tells whether two
    names are one field."""
    if "filters" not in query:
        return query
    left = []
    for member in flat("and", query["filters"]):
        parts = flat("or", {"or": member["not"]}) if "not" in member else [member]
        kept = [p for p in parts if not all(f is not None and same(f, field)
                                            for f in fields_of(p))]
        if "not" in member:
            left += [{"not": kept}] if kept else []
        else:
            left += kept
    others = {name: value for name, value in query.items() if name != "filters"}
    return {**others, "filters": {"and": left}} if left else others


# --- facets ---------------------------------------------------------------------------------


class Results(Engine):
    """An engine that answers everything else of a result too."""

    def asked(self, query, slugs):
        asked = reference_engine.Asked(self, slugs)
        asked.find_fields(query.get("filters", {}))
        return asked

    def hits(self, asked, query, slugs, commit):
        return [r for r in self.visible(slugs, commit) if asked.matches_root(query, r)]

    def asked_facet(self, query, slugs, commit, facet):
        """One facet as the API answers it; facet has field, limit, offset, prefix, multi and
        elements."""
        asked = self.asked(query, slugs)
        own, inside = asked.both(facet["field"])
        if facet.get("multi"):
            query = without_own_filter(
                query, facet["field"], lambda a, b: asked.both(a) == asked.both(b))
        hits = self.hits(asked, query, slugs, commit)
        groups, spellings, missing = {}, {}, 0
        for record in hits:
            values = record.filled(own)
            missing += not record.filled(own + inside)
            counted = values if facet.get("elements") else {v.group(): v for v in values}.values()
            spelled = ([(v.group(), v.text) for v in values] if facet.get("elements") else
                       {(v.group(), v.text) for v in values})
            for value in counted:
                groups[value.group()] = groups.get(value.group(), 0) + 1
            for group, text in spelled:
                counts = spellings.setdefault(group, {})
                counts[text] = counts.get(text, 0) + 1
        start = full_form(facet.get("prefix", ""))
        if facet.get("prefix"):
            starting = {v.group() for record in self.visible_ever(slugs)
                        for v in record.filled(own) if full_form(v.text).startswith(start)}
            groups = {g: n for g, n in groups.items() if g in starting}
        ranked = sorted(groups, key=lambda g: (-groups[g], g))
        first = facet.get("offset", 0)
        listed = ranked[first : first + facet.get("limit", 10)]
        return {"field": facet["field"],
                "values": [{"value": min(spellings[g], key=lambda t: (-spellings[g][t],
                                                                      t.encode())),
                            "count": groups[g]} for g in listed],
                "missing": missing, "distinct": len(groups), "total": len(hits),
                "other": sum(groups.values()) - sum(groups[g] for g in listed)}

    def visible_ever(self, slugs):
        for slug in slugs:
            for versions in self.tables[slug][1].values():
                for _, _, record in versions:
                    yield record

    # --- statistics --------------------------------------------------------------------------

    def statistics(self, query, slugs, commit, asked_statistics):
        field = asked_statistics["field"]
        asked = self.asked(query, slugs)
        names = asked.own(field)
        hits = self.hits(asked, query, slugs, commit)
        filled = [r.filled(names) for r in hits]
        values = [v for vs in filled for v in {(v.kind_class, v.text): v for v in vs}.values()]
        numbers = sorted(v.number for v in values if v.number is not None)
        dates = [v.date for v in values if v.date is not None]
        truths = [v.truth for vs in filled for v in self.spelled_truths(vs)]
        texts = [v for v in values if v.kind_class == TEXT]
        answer = {"field": field, "records": sum(bool(vs) for vs in filled),
                  "missing": sum(not vs for vs in filled),
                  "distinct": len({v.group() for v in values}), "numbers": None, "dates": None,
                  "booleans": {"true": truths.count(True), "false": truths.count(False)},
                  "texts": None}
        if numbers:
            total = sum(Fraction(n) for n in numbers)
            answer["numbers"] = {
                "count": len(numbers), "min": numbers[0], "max": numbers[-1],
                "sum": float(total), "mean": float(total / len(numbers)),
                "quantiles": [{"quantile": q, "value": numbers[
                    max(math.ceil(Fraction(str(q)) * len(numbers)), 1) - 1]}
                    for q in asked_statistics.get("quantiles", [])]}
        if dates:
            answer["dates"] = {"count": len(dates), "start": moment(min(d[0] for d in dates)),
                               "end": moment(max(d[1] for d in dates))}
        if texts:
            ends = [min(v.group() for v in texts), max(v.group() for v in texts)]
            answer["texts"] = {"count": len(texts), "first": self.spelling(filled, ends[0]),
                               "last": self.spelling(filled, ends[1])}
        return answer

    @staticmethod
    def spelled_truths(values):
        """Truths by spelling; the token true and the text true are two."""
        return {(v.text, v.kind): v for v in values if v.kind_class == BOOLEAN}.values()

    @staticmethod
    def spelling(filled, group):
        counts = {}
        for values in filled:
            for text in {v.text for v in values if v.group() == group}:
                counts[text] = counts.get(text, 0) + 1
        return min(counts, key=lambda t: (-counts[t], t.encode()))

    # --- histograms and groups ---------------------------------------------------------------

    def histogram(self, query, slugs, commit, asked_histogram):
        by = dict(asked_histogram)
        asked = self.asked(query, slugs)
        names = asked.own(by["field"])
        filled = [r.filled(names) for r in self.hits(asked, query, slugs, commit)]
        if "interval" not in by and "width" not in by:
            numbers = [float(v.number) for vs in filled for v in vs if v.number is not None]
            by["width"] = nice_width(min(numbers, default=0.0), max(numbers, default=0.0),
                                     by.get("buckets", 50))
        counts, missing, other = {}, 0, 0
        for values in filled:
            keys = {bucket_key(v, by) for v in values} - {None}
            missing += not values
            other += bool(values) and not keys
            for key in keys:
                counts[key] = counts.get(key, 0) + 1
        return {"field": by["field"], "width": by.get("width"), "missing": missing, "other": other,
                "buckets": [{"from": bucket_name(key, by), "count": counts[key]}
                            for key in sorted(counts)]}

    def groups(self, query, slugs, commit, asked_groups):
        asked = self.asked(query, slugs)
        hits = self.hits(asked, query, slugs, commit)
        fields = [[r.filled(asked.own(by["field"])) for r in hits] for by in asked_groups["by"]]
        cells = {}
        for number, record in enumerate(hits):
            keys = [()]
            for by, filled in zip(asked_groups["by"], fields):
                own = {bucket_key(v, by) for v in filled[number]} - {None}
                keys = [(*key, bucket) for key in keys for bucket in own or {None}]
            for key in keys:
                cells.setdefault(key, []).append(record)

        def rank(key):
            return [(bucket is None, bucket if bucket is not None else 0) for bucket in key]

        def name(place, bucket):
            by = asked_groups["by"][place]
            if bucket is None:
                return None
            if len(by) == 1:
                return self.spelling(fields[place], bucket)
            return bucket_name(bucket, by)

        return {"by": [by["field"] for by in asked_groups["by"]],
                "cells": [{"by": [name(i, bucket) for i, bucket in enumerate(key)],
                           "count": len(cells[key]),
                           "measures": [self.measure(asked, cells[key], m)
                                        for m in asked_groups.get("measures", [])]}
                          for key in sorted(cells, key=rank)]}

    @staticmethod
    def measure(asked, records, measure):
        kind, field = next(iter(measure.items()))
        filled = [r.filled(asked.own(field)) for r in records]
        if kind == "distinct":
            return {"distinct": len({v.group() for values in filled for v in values})}
        if kind == "share":
            return share(filled, measure)
        numbers = [v.number for values in filled
                   for v in {(v.kind_class, v.text): v for v in values}.values()
                   if v.number is not None]
        if not numbers:
            return {kind: None, "count": 0}
        total = sum(Fraction(n) for n in numbers)
        number = {"sum": total, "mean": total / len(numbers), "min": min(numbers),
                  "max": max(numbers)}[kind]
        return {kind: float(number), "count": len(numbers)}

    # --- grids -------------------------------------------------------------------------------

    def grid(self, query, slugs, commit, grid):
        asked = self.asked(query, slugs)
        hits = self.hits(asked, query, slugs, commit)
        places = [grid_cell(r.position, grid) for r in hits if r.position is not None]
        counts = {}
        for place in places:
            if place is not None:
                counts[place] = counts.get(place, 0) + 1
        named = [{"geohash": place, "count": counts[place]} if grid["kind"] == "geohash" else
                 {"x": place[1], "y": place[0], "count": counts[place]}
                 for place in sorted(counts)]
        return {**grid, "cells": named, "positions": sum(counts.values()),
                "missing": len(hits) - len(places)}


    # --- relevance ---------------------------------------------------------------------------

    def relevant(self, query, slugs, commit, offset, limit):
        """total and [(table, key, score)] by BM25, ties in the default order."""
        asked = self.asked(query, slugs)
        everything = list(self.visible(slugs, commit))
        counts = {id(r): self.word_counts(r) for r in everything}
        words = dict.fromkeys(cut(query.get("search", "")))
        if "filters" in query:
            words.update(dict.fromkeys(words_of(query["filters"])))
        lengths = {r: sum(c.values()) for r, c in counts.items()}
        average = sum(lengths.values()) / len(everything) if sum(lengths.values()) else 1
        scored = []
        for record in everything:
            if not asked.matches_root(query, record):
                continue
            score = 0.0
            for word in words:
                n = sum(word in c for c in counts.values())
                weight = math.log(1 + (len(everything) - n + 0.5) / (n + 0.5))
                f = counts[id(record)][word]
                length = lengths[id(record)]
                score += weight * (f * 2.2) / (f + 1.2 * (0.25 + 0.75 * length / average))
            scored.append((record.table, record.key, round(score * 1e6) / 1e6))
        scored.sort(key=lambda item: -item[2])
        return len(scored), scored[offset : offset + limit]

    @staticmethod
    def word_counts(record):
        if "words" not in record.kept:
            record.kept["words"] = collections.Counter(
                t for values in record.fields.values() for v in values for t in cut(v.text))
        return record.kept["words"]


def words_of(member):
    """Words of texts that are looked for anywhere, under no "not"."""
    (kind, options), = member.items()
    if kind == "not":
        if len(options) == 1 and "not" in options[0]:  # doubled
            return words_of({"or": options[0]["not"]})
        return []
    if kind in ("and", "or"):
        return [word for option in options for word in words_of(option)]
    if kind == "string_contains" and not options["fields"]:
        return cut(options["value"])
    return []


# --- buckets --------------------------------------------------------------------------------


def moment(milliseconds):
    days, rest = divmod(milliseconds, DAY)
    day = datetime.date.fromordinal(days + datetime.date(1970, 1, 1).toordinal())
    seconds, thousandths = divmod(rest, 1000)
    return (f"{day.isoformat()}T{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
            f".{thousandths:03}Z")


def nice_width(least, greatest, buckets):
    wanted = greatest / buckets - least / buckets
    if not wanted > 0:
        return 1
    power = math.pow(10, math.floor(math.log10(wanted)))
    return next((step * power for step in (1, 2, 5) if step * power >= wanted), 10 * power)


def bucket_key(value, by):
    """A value's bucket, in the order of buckets; None where it has none."""
    if "width" in by:
        if value.number is None:
            return None
        key = math.floor(float(value.number) / by["width"])
        return key if abs(key) <= 2**53 else None
    if "vocabulary" in by:
        return list(VOCABULARY).index(read_sex(value.text))
    if "interval" not in by:
        return value.group()
    if value.date is None:
        return None
    days = value.date[0] // DAY
    day = datetime.date.fromordinal(days + datetime.date(1970, 1, 1).toordinal())
    return {"century": day.year // 100, "decade": day.year // 10, "year": day.year,
            "month": day.year * 12 + day.month - 1, "day": days}[by["interval"]]


def bucket_name(key, by):
    if "width" in by:
        return float(key) * by["width"]
    if "vocabulary" in by:
        return list(VOCABULARY)[key]
    if by["interval"] == "month":
        return f"{key // 12:04}-{key % 12 + 1:02}"
    if by["interval"] == "day":
        return moment(key * DAY)[:10]
    return f"{key * {'century': 100, 'decade': 10, 'year': 1}[by['interval']]:04}"


# --- shares (rule C5) -----------------------------------------------------------------------

# The few spellings that the tests use; the file that ships has many more.
VOCABULARY = {"unsexed": ["unknown", "", "--"], "mixed": ["hermaphrodite"],
              "doubtful": ["?", "prob"], "other": [], "female": ["f", "fem", "female", "\u2640"],
              "male": ["m", "male", "\u2642"]}


def join(a, b):
    if a == b or b in ("other", "unsexed"):
        return a
    if a in ("other", "unsexed"):
        return b
    return "doubtful" if "doubtful" in (a, b) else "mixed"


def read_sex(text):
    folded = full_form(text.strip())
    for term, spellings in VOCABULARY.items():
        if folded in spellings:
            return term
    if not any(c.isalnum() or c == "?" or ord(c) >= 128 for c in folded):
        return "unsexed"
    found = "other"
    for sign in "?\u2640\u2642":
        folded = folded.replace(sign, f" {sign} ")
    for word in "".join(c if c.isalpha() or c in "?\u2640\u2642" else " " for c in folded).split():
        for term, spellings in VOCABULARY.items():
            if word in spellings:
                found = join(found, term)
    return found


def interval(part, base):
    z = 1.959963984540054
    n = float(base)
    p = part / n
    square = z * z
    centre = p + square / (2 * n)
    half = z * math.sqrt(p * (1 - p) / n + square / (4 * n * n))
    whole = 1 + square / n
    return max((centre - half) / whole, 0.0), min((centre + half) / whole, 1.0)


def share(filled, measure):
    if "values" in measure:
        texts = []
        for text in measure["values"] + measure.get("of", []):
            if case_form(text) not in map(case_form, texts):
                texts.append(text)
        counted = [case_form(t) for t in measure["values"]]
        part = [t for t in texts if case_form(t) in counted]
        base = texts
        order = texts + ["missing", "several", "other"]

        def term_of(value):
            for text in reversed(texts):
                wanted = Value(text)
                if wanted.kind_class != MISSING and wanted.kind_class == value.kind_class and (
                        wanted.group() == value.group()):
                    return text
            return "other"

        def joined(a, b):
            return a if a == b or b == "other" else b if a == "other" else "several"

        missing = "missing"
    else:
        part, base, order = ["female"], ["female", "male"], list(VOCABULARY)
        term_of, joined, missing = lambda value: read_sex(value.text), join, "unsexed"
    counts = dict.fromkeys(order, 0)
    for values in filled:
        term = missing
        for number, value in enumerate(values):
            term = term_of(value) if number == 0 else joined(term, term_of(value))
        counts[term] += 1
    x, n = sum(counts[t] for t in part), sum(counts[t] for t in base)
    low, high = interval(x, n) if n else (None, None)
    six = lambda number: None if number is None else float(f"{number:.6f}")
    return {"share": six(x / n) if n else None, "low": six(low), "high": six(high), "of": n,
            "counts": counts}


# --- cells of grids -------------------------------------------------------------------------

GEOHASH = "0123456789bcdefghjkmnpqrstuvwxyz"


def geohash(latitude, longitude, precision):
    """By halving, with exact numbers."""
    ends = [[Fraction(-180), Fraction(180)], [Fraction(-90), Fraction(90)]]
    place = [Fraction(longitude), Fraction(latitude)]
    bits = ""
    for i in range(5 * precision):
        low, high = ends[i % 2]
        middle = (low + high) / 2
        above = place[i % 2] >= middle
        ends[i % 2] = [middle, high] if above else [low, middle]
        bits += "1" if above else "0"
    return "".join(GEOHASH[int(bits[i : i + 5], 2)] for i in range(0, len(bits), 5))


def grid_cell(position, grid):
    latitude, longitude = (Fraction(round(p * 10**7), 10**7) for p in position)
    if grid["kind"] == "geohash":
        return geohash(latitude, longitude, grid["precision"])
    if grid["kind"] == "degrees":
        size = Fraction(round(grid["size"] * 10**7), 10**7)
        columns, rows = math.ceil(360 / size), math.ceil(180 / size)
        return (min(math.floor((latitude + 90) / size), rows - 1),
                min(math.floor((longitude + 180) / size), columns - 1))
    side = 2 ** (grid["zoom"] + grid["depth"])
    x = min(math.floor((longitude + 180) / 360 * side), side - 1)
    sine = max(min(math.sin(math.radians(float(latitude))), 1 - 1e-15), -1 + 1e-15)
    y = math.floor((0.5 - math.atanh(sine) / (2 * math.pi)) * side)
    y = max(min(y, side - 1), 0)
    tile = (grid["y"], grid["x"])
    return (y, x) if (y >> grid["depth"], x >> grid["depth"]) == tile else None
