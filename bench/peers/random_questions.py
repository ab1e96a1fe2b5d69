# SPDX-License-Identifier: Apache-2.0
"""Random questions of the bench's records, each as a request and as SQL for DuckDB, which so is a
second oracle beside tests/integration/reference_engine.py (docs/query.md tells what both mean).

It relies on what the values are: text with no other letters beyond ASCII than é, numbers
and dates without blanks, one value a field.
"""

import math
from fractions import Fraction

import duckdb

SMALLEST = 2**1074
GEOHASH = "0123456789bcdefghjkmnpqrstuvwxyz"
TEXTS = ["collectioncode", "kingdom", "phylum", "class", "ordername", "family", "genus",
         "specificepithet", "scientificname", "authorship", "sex", "lifestage", "typestatus",
         "recordedby", "identifiedby", "continent", "country", "countrycode", "stateprovince",
         "county", "locality", "preservative", "donorname", "remarks"]
FEW = ["collectioncode", "kingdom", "class", "family", "sex", "lifestage", "typestatus",
       "continent", "country", "preservative"]
NUMBERS = ["year", "month", "day", "individualcount", "mediacount", "elevation",
           "coordinateuncertainty", "decimallatitude", "decimallongitude"]
WHOLE = ["year", "month", "day", "individualcount", "mediacount"]


def text(value):
    return "'" + value.replace("'", "''") + "'"


def fold(field):
    return f"replace(lower({field}), 'é', 'e')"


def number(field):
    """The column of a field's numbers, made when the table is."""
    return f"n_{field}"


def filled(field):
    return f"coalesce({field}, '') <> ''"


def start_of(value):
    """The first day of a date of a year, a month or a day."""
    return (f"CASE WHEN regexp_full_match({value}, '[12]\\d\\d\\d(-\\d\\d(-\\d\\d)?)?') THEN "
            f"try_cast(concat({value}, substr('0000-01-01', length({value}) + 1)) AS DATE) END")


def end_of(value):
    """The day behind its last."""
    return (f"(({start_of(value)}) + CASE length({value}) WHEN 4 THEN INTERVAL 1 YEAR WHEN 7 THEN "
            "INTERVAL 1 MONTH ELSE INTERVAL 1 DAY END)::DATE")


def order(field, descending):
    """What a sort by the field compares, missing values last both ways (rule C3)."""
    way = "DESC" if descending else "ASC"
    if field in NUMBERS:
        keys = [number(field)]
    elif field == "eventdate":  # years are numbers, and stand before dates
        keys = [f"CASE WHEN {filled(field)} THEN length({field}) <> 4 END",
                "first_day", "- epoch(day_behind)"]
    else:
        keys = [f"nullif({fold(field)}, '')", f"lower({field})", field]
    return [f"{key} {way} NULLS LAST" for key in keys]


class Question:
    """kind, path, body; read(our answer) and answer() give what must be equal."""

    def __init__(self, kind, path, body, read, answer):
        self.kind, self.path, self.body = kind, path, body
        self.read, self.answer = read, answer


class Oracle:
    def __init__(self, path, kept):
        """`kept` is where DuckDB keeps its copy of the CSV file."""
        self.db = duckdb.connect(str(kept), config={"threads": 2, "memory_limit": "3GB"})
        if not self.run("SELECT 1 FROM duckdb_tables() WHERE table_name = 'records'"):
            self.load(path)
        self.rows = self.run("SELECT count(*) FROM records")[0][0]

    def load(self, path):
        numbers = ", ".join(f"try_cast({field} AS DOUBLE) AS n_{field}"
                            for field in [*NUMBERS, "eventdate"])
        self.db.execute(f"CREATE TABLE records AS SELECT *, {numbers}, {start_of('eventdate')} AS "
                        f"first_day, {end_of('eventdate')} AS day_behind FROM read_csv('{path}', "
                        "header=true, all_varchar=true)")

    def run(self, sql):
        return self.db.execute(sql).fetchall()

    # --- terms -------------------------------------------------------------------------------

    def value(self, chance, field):
        """A value that some record has, most likely a common one."""
        for _ in range(20):
            row = chance.randrange(self.rows)
            found = self.run(f"SELECT {field} FROM records WHERE rowid = {row}")[0][0]
            if found:
                return found
        return "1900" if field in NUMBERS or field == "eventdate" else "nothing"

    def term(self, chance):
        """(JSON, SQL) of one term."""
        return getattr(self, chance.choice([
            "equals", "equals", "one_of", "prefix", "wildcard", "number_equals", "number_range",
            "number_range", "dates", "exists", "box", "circle", "position", "word", "phrase",
            "near"]))(chance)

    def equals(self, chance):
        field = chance.choice(TEXTS)
        value = self.value(chance, field)
        value = chance.choice([value, value.upper(), value.lower()])
        return ({"string_equals": {"fields": [field], "value": value}},
                f"lower({field}) = {text(value.lower())}")

    def one_of(self, chance):
        field = chance.choice(TEXTS)
        values = sorted({self.value(chance, field).lower() for _ in range(chance.choice([2, 5]))})
        return ({"in": {"fields": [field], "values": values}},
                f"lower({field}) IN ({', '.join(map(text, values))})")

    def prefix(self, chance):
        field = chance.choice(TEXTS)
        start = self.value(chance, field)[: chance.randint(1, 5)].strip() or "a"
        return ({"prefix": {"fields": [field], "value": start}},
                f"starts_with({fold(field)}, {fold(text(start))})")

    def wildcard(self, chance):
        field = chance.choice(["genus", "family", "scientificname", "country", "recordedby"])
        value = self.value(chance, field)[:12]
        pattern = "".join(chance.choice(["*", "?", c, c, c, c]) for c in value) + "*"
        sql = "".join("%" if c == "*" else "_" if c == "?" else c for c in pattern)
        return ({"wildcard": {"fields": [field], "value": pattern}},
                f"{filled(field)} AND {fold(field)} LIKE {fold(text(sql))}")

    def number_equals(self, chance):
        field = chance.choice(WHOLE)
        value = int(float(self.value(chance, field)))
        return ({"number_equals": {"fields": [field], "value": value}},
                f"{number(field)} = {value}")

    def number_range(self, chance):
        field = chance.choice(NUMBERS)
        low, high = sorted(float(self.value(chance, field)) for _ in range(2))
        ends = [end for end in ("greater_than", "less_than") if chance.random() < 0.8] or [
            "less_than"]
        inclusive = chance.random() < 0.5
        body, sql = {"fields": [field]}, []
        for end, bound, sign in (("greater_than", low, ">"), ("less_than", high, "<")):
            if end in ends:
                body[end], body[end + "_inclusive"] = bound, inclusive
                sql.append(f"{number(field)} {sign}{'=' * inclusive} {bound!r}")
        return {"number_range": body}, " AND ".join(sql)

    def dates(self, chance):
        field = "eventdate"
        first, last = sorted(self.value(chance, field)[: chance.choice([4, 7, 10])]
                             for _ in range(2))
        bounds = [f"(SELECT {side(text(end))})" for side, end in
                  ((start_of, first), (end_of, last))]
        within = chance.random() < 0.4
        sql = (f"first_day >= {bounds[0]} AND day_behind <= {bounds[1]}" if within else
               f"first_day < {bounds[1]} AND day_behind > {bounds[0]}")
        body = {"fields": [field], "from": first, "to": last,
                "match": "within" if within else "overlap"}
        return {"date_range": body}, sql

    def exists(self, chance):
        field = chance.choice(TEXTS + NUMBERS)
        if chance.random() < 0.5:
            return {"exists": {"fields": [field]}}, filled(field)
        return {"missing": {"fields": [field]}}, f"NOT {filled(field)}"

    def box(self, chance):
        west, east = (round(chance.uniform(-180, 180), 6) for _ in range(2))
        south, north = sorted(round(chance.uniform(-90, 90), 6) for _ in range(2))
        x, y = number("decimallongitude"), number("decimallatitude")
        between = (f"{x} BETWEEN {west} AND {east}" if west <= east else
                   f"({x} >= {west} OR {x} <= {east})")
        return ({"bbox": {"west": west, "south": south, "east": east, "north": north}},
                f"{between} AND {y} BETWEEN {south} AND {north}")

    def circle(self, chance):
        latitude, longitude = round(chance.uniform(-70, 70), 5), round(chance.uniform(-180, 180), 5)
        radius = chance.choice([50, 700, 3000])
        x, y = number("decimallongitude"), number("decimallatitude")
        half = [f"sin(radians({a} - {b}) / 2)" for a, b in ((y, f"({latitude})"),
                                                            (x, f"({longitude})"))]
        return ({"geo_point": {"latitude": latitude, "longitude": longitude, "radius": radius,
                               "radius_unit": "km"}},
                f"2 * 6371.0088 * asin(sqrt(least(1, {half[0]} * {half[0]} + cos(radians({y})) * "
                f"cos(radians({latitude})) * {half[1]} * {half[1]}))) <= {radius}")

    def position(self, _):
        return ({"exists": {"geo_field": True}},
                f"({number('decimallongitude')} IS NOT NULL AND "
                f"{number('decimallatitude')} IS NOT NULL)")

    def words(self, chance, field):
        """Words of a value that stand side by side."""
        found = [w for w in self.value(chance, field).lower().split() if w.isalpha()]
        at = chance.randrange(len(found)) if found else 0
        return found[at : at + 2] or ["near"]

    def word(self, chance):
        field = chance.choice(["locality", "remarks"])
        words = self.words(chance, field)[: chance.choice([1, 2])]
        return ({"string_contains": {"fields": [field], "value": " ".join(words)}},
                "(" + " AND ".join(self.matches(field, strip(w)) for w in words) + ")")

    def phrase(self, chance):
        field = chance.choice(["locality", "remarks"])
        words = self.words(chance, field)
        return ({"phrase": {"fields": [field], "value": " ".join(words)}},
                self.matches(field, "[^a-z0-9]+".join(map(strip, words))))

    @staticmethod
    def matches(field, pattern):
        return f"regexp_matches({fold(field)}, '(^|[^a-z0-9]){pattern}([^a-z0-9]|$)')"

    def near(self, chance):
        field = chance.choice(["genus", "family"])
        value = self.value(chance, field)
        at = chance.randrange(len(value))
        value = chance.choice([value[:at] + value[at + 1:], value[:at] + "x" + value[at:],
                               value[:at] + "u" + value[at + 1:]])
        if len(value) < 3:
            value = "Aphis"
        return ({"fuzzy": {"fields": [field], "value": value, "match": "value"}},
                f"{filled(field)} AND damerau_levenshtein({fold(field)}, {fold(text(value))}) <= 1")

    def group(self, chance, depth):
        """(JSON, SQL) of a group of terms and groups."""
        kind = chance.choice(["and", "and", "or", "not"])
        members = [self.group(chance, depth - 1) if depth > 0 and chance.random() < 0.35 else
                   self.term(chance) for _ in range(chance.randint(1, 3))]
        # What is missing is not true, and "not" of it is.
        sqls = [f"coalesce({sql}, false)" for _, sql in members]
        joined = f" {'AND' if kind == 'and' else 'OR'} ".join(sqls)
        return ({kind: [body for body, _ in members]},
                f"NOT ({joined})" if kind == "not" else f"({joined})")

    # --- questions ---------------------------------------------------------------------------

    def question(self, chance):
        body, where = {}, "true"
        if chance.random() < 0.9:
            filters, where = self.group(chance, 2)
            body["query"] = {"filters": filters}
        body["tables"] = ["records"]
        kind = chance.choice(["page", "page", "facets", "facets", "statistics", "groups",
                              "histogram", "grid"])
        return getattr(self, kind)(chance, body, where)

    def find(self, where, *fields):
        """Puts what is asked of the records that are found into a table of its own."""
        columns = dict.fromkeys(["id", *fields])
        columns.update({number(f): None for f in fields if f in NUMBERS or f == "eventdate"})
        if "eventdate" in fields:
            columns.update({"first_day": None, "day_behind": None})
        self.db.execute(f"CREATE OR REPLACE TEMP TABLE found AS SELECT {', '.join(columns)} "
                        f"FROM records WHERE {where}")

    def total(self, where="true"):
        return self.run(f"SELECT count(*) FROM found WHERE {where}")[0][0]

    def page(self, chance, body, where):
        sort = chance.sample(TEXTS + NUMBERS + ["eventdate"], chance.choice([0, 1, 2, 3]))
        self.find(where, *sort)
        total = self.total()
        ways = [chance.random() < 0.5 for _ in sort]
        body.update(sort=["-" * way + field for field, way in zip(sort, ways)], limit=100,
                    offset=chance.choice([0, chance.randrange(max(total, 1))]))
        keys = [key for field, way in zip(sort, ways) for key in order(field, way)] + ["id"]

        def read(answer):
            return answer["total"], [record["key"] for record in answer["records"]]

        def answer():
            return total, [row[0] for row in self.run(
                f"SELECT id FROM found ORDER BY {', '.join(keys)} LIMIT 100 "
                f"OFFSET {body['offset']}")]

        return Question("pages", "/api/v1/search", body, read, answer)

    def facets(self, chance, body, where):
        asked = [{"field": field, "limit": chance.choice([1, 10, 200]),
                  "offset": chance.choice([0, 0, 3])}
                 for field in chance.sample(FEW + ["genus", "scientificname", "recordedby", "year",
                                                   "month", "locality"], chance.choice([1, 3]))]
        for facet in asked:
            if facet["field"] not in NUMBERS and chance.random() < 0.3:
                facet["prefix"] = self.value(chance, facet["field"])[:2].strip() or "a"
        body.update(facets=asked, limit=0)
        self.find(where, *(facet["field"] for facet in asked))

        def read(answer):
            return answer["total"], [
                ([(v["value"], v["count"]) for v in f["values"]], f["missing"], f["distinct"],
                 f["other"]) for f in answer["facets"]]

        return Question("facets", "/api/v1/search", body, read, lambda: (
            self.total(), [self.facet(facet) for facet in asked]))

    def facet(self, facet):
        """Values by count, then in their order, each in its commonest spelling."""
        field = facet["field"]
        group = number(field) if field in NUMBERS else f"lower({field})"
        place = "g" if field in NUMBERS else "strip_accents(g), g"
        start = (f"AND starts_with({fold(field)}, {fold(text(facet['prefix']))})"
                 if "prefix" in facet else "")
        ranked = (f"SELECT g, sum(n) AS c, first(v ORDER BY n DESC, v) AS s FROM "
                  f"(SELECT {group} AS g, {field} AS v, count(*) AS n FROM found WHERE "
                  f"{filled(field)} {start} GROUP BY ALL) GROUP BY g")
        values = self.run(f"SELECT s, c::BIGINT FROM ({ranked}) ORDER BY c DESC, {place} LIMIT "
                          f"{facet['limit']} OFFSET {facet['offset']}")
        distinct, counted = self.run(
            f"SELECT count(*), coalesce(sum(c), 0)::BIGINT FROM ({ranked})")[0]
        missing = self.total(f"NOT {filled(field)}")
        return values, missing, distinct, counted - sum(count for _, count in values)

    def statistics(self, chance, body, where):
        field = chance.choice(NUMBERS + ["family", "eventdate"])
        quantiles = chance.sample([0, 0.1, 0.25, 0.5, 0.9, 1], 2)
        body["statistics"] = [{"field": field, "quantiles": quantiles}]
        self.find(where, field)

        def read(answer):
            found = answer["statistics"][0]
            numbers = found["numbers"]
            return (found["records"], found["missing"], found["distinct"], numbers and (
                numbers["count"], numbers["min"], numbers["max"], numbers["sum"], numbers["mean"],
                [q["value"] for q in numbers["quantiles"]]))

        return Question("statistics", "/api/v1/summary", body, read,
                        lambda: self.statistics_of(field, quantiles))

    def statistics_of(self, field, quantiles):
        group = (f"coalesce({number(field)}::VARCHAR, {field})" if field == "eventdate" else
                 number(field) if field in NUMBERS else f"lower({field})")
        value = "NULL::DOUBLE" if field == "family" else number(field)
        records, distinct = self.run(f"SELECT count(*), count(DISTINCT {group}) FROM found "
                                     f"WHERE {filled(field)}")[0]
        counted = self.run(f"SELECT {value} AS v, count(*) FROM found WHERE v IS NOT NULL "
                           "GROUP BY v ORDER BY v")
        numbers = None
        if counted:
            count = sum(times for _, times in counted)
            total = exact_sum(counted)
            numbers = (count, counted[0][0], counted[-1][0], float(total), float(total / count),
                       [nearest_rank(counted, count, q) for q in quantiles])
        return records, self.total() - records, distinct, numbers

    def bucket(self, chance):
        """(request, SQL of the name) of one bucketing."""
        kind = chance.choice(["value", "value", "width", "time"])
        if kind == "value":
            field = chance.choice(FEW)
            return {"field": field}, f"nullif({field}, '')"
        if kind == "width":
            field, width = chance.choice(["elevation", "individualcount", "year"]), chance.choice(
                [1, 10, 250])
            return ({"field": field, "width": width},
                    f"floor({number(field)} / {width}) * {width}")
        interval = chance.choice(["century", "decade", "year"])
        years = {"century": 100, "decade": 10, "year": 1}[interval]
        return ({"field": "eventdate", "interval": interval},
                f"lpad((year(first_day) // {years} * {years})::VARCHAR, 4, '0')")

    def groups(self, chance, body, where):
        asked = [self.bucket(chance) for _ in range(chance.choice([1, 2]))]
        fields = [by["field"] for by, _ in asked]
        if len(set(fields)) < len(fields):
            asked = asked[:1]
        sums = chance.sample(WHOLE, 2)
        body["groups"] = [{"by": [by for by, _ in asked], "measures": [
            {"sum": sums[0]}, {"max": sums[1]}, {"distinct": "genus"}]}]
        self.find(where, "genus", *sums, *(by["field"] for by, _ in asked))

        def read(answer):
            return by_text((*cell["by"], cell["count"], cell["measures"][0]["sum"],
                            cell["measures"][1]["max"], cell["measures"][2]["distinct"])
                           for cell in answer["groups"][0]["cells"])

        def answer():
            names = ", ".join(sql for _, sql in asked)
            return by_text(self.run(
                f"SELECT {names}, count(*), sum({number(sums[0])}), max({number(sums[1])}), "
                f"count(DISTINCT lower(nullif(genus, ''))) FROM found GROUP BY "
                f"{', '.join(str(i + 1) for i in range(len(asked)))}"))

        return Question("groups", "/api/v1/summary", body, read, answer)

    def histogram(self, chance, body, where):
        by, name = self.bucket(chance)
        while len(by) == 1:
            by, name = self.bucket(chance)
        body["histograms"] = [by]
        field = by["field"]
        self.find(where, field)

        def read(answer):
            found = answer["histograms"][0]
            return [(b["from"], b["count"]) for b in found["buckets"]], found["missing"], found[
                "other"]

        def answer():
            rows = self.run(f"SELECT {name} AS b, count(*) FROM found WHERE "
                            f"{filled(field)} GROUP BY b ORDER BY b")
            return ([row for row in rows if row[0] is not None],
                    self.total(f"NOT {filled(field)}"),
                    sum(count for bucket, count in rows if bucket is None))

        return Question("histograms", "/api/v1/summary", body, read, answer)

    def grid(self, chance, body, where):
        east = f"(round({number('decimallongitude')} * 1e7)::BIGINT + 1800000000)"
        north = f"(round({number('decimallatitude')} * 1e7)::BIGINT + 900000000)"
        if chance.random() < 0.5:
            size = chance.choice([5.625, 1, 7, 0.5])
            units = round(size * 1e7)
            asked = {"kind": "degrees", "size": size}
            columns, rows = -(-3600000000 // units), -(-1800000000 // units)
            x = f"least({east} // {units}, {columns - 1})"
            y = f"least({north} // {units}, {rows - 1})"
        else:
            precision = chance.randint(1, 4)
            asked = {"kind": "geohash", "precision": precision}
            bits = (precision * 5 + 1) // 2, precision * 5 // 2
            x = f"least({east} * {2 ** bits[0]} // 3600000000, {2 ** bits[0] - 1})"
            y = f"least({north} * {2 ** bits[1]} // 1800000000, {2 ** bits[1] - 1})"
        body["grids"] = [asked]
        self.find(where, "decimallatitude", "decimallongitude")

        def read(answer):
            cells = answer["grids"][0]["cells"]
            return sorted((*(place(c["geohash"]) if "geohash" in c else (c["x"], c["y"])),
                           c["count"]) for c in cells), answer["grids"][0]["missing"]

        def answer():
            has = self.position(chance)[1]
            return sorted(self.run(f"SELECT {x}, {y}, count(*) FROM found WHERE "
                                   f"{has} GROUP BY ALL")), self.total(f"NOT {has}")

        return Question("grids", "/api/v1/summary", body, read, answer)


def strip(word):
    return word.replace("é", "e")


def by_text(cells):
    """Cells in an order that None does not disturb, their numbers of one type."""
    return sorted((tuple(float(part) if isinstance(part, (int, float)) else part for part in cell)
                   for cell in cells), key=str)


def exact_sum(counted):
    """Of (double, how often), without error: every double is a whole number of 2^-1074."""
    total = 0
    for value, times in counted:
        numerator, denominator = value.as_integer_ratio()
        total += numerator * times * (SMALLEST // denominator)
    return Fraction(total, SMALLEST)


def nearest_rank(counted, count, quantile):
    wanted = max(math.ceil(round(quantile * count, 6)), 1)
    for value, times in counted:
        wanted -= times
        if wanted <= 0:
            return value
    return counted[-1][0]


def place(geohash):
    """Column and row of a geohash's cell."""
    x = y = 0
    for number_of_bit, bit in enumerate(
            bit for c in geohash for bit in f"{GEOHASH.index(c):05b}"):
        if number_of_bit % 2 == 0:
            x = 2 * x + int(bit)
        else:
            y = 2 * y + int(bit)
    return x, y
