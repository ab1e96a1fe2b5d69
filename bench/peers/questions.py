# SPDX-License-Identifier: Apache-2.0
"""The questions of the comparison as SQL, and what answers are compared by.

The same questions are written as JSON in bench/questions.c; names and constants are those there.
"""

FACETS = ["collectioncode", "kingdom", "class", "family", "genus", "sex", "typestatus",
          "stateprovince", "recordedby", "preservative"]
TOP = 20
PAGE = 100
BOXES = 8
CELL = 5.625
FULL_ROWS = 4_500_000

# What the best peer took when the limits were set, and which it was: milliseconds, rows
# (look-ups) a second, or MB.
BEST_SEEN = {
    "first 100 by id": (0.6, "SQLite"),
    "genus": (0.6, "SQLite"),
    "words common": (23, "SQLite"),
    "words middling": (7.6, "SQLite"),
    "words rare": (1.6, "PostgreSQL"),
    "facet family": (11, "DuckDB"),
    "ten facets country": (352, "DuckDB"),
    "ten facets all": (456, "ClickHouse"),
    "years box female": (98, "DuckDB"),
    "sort year deep": (460, "Groonga"),
    "grid": (53, "DuckDB"),
    "class by sex": (57, "DuckDB"),
    "completions": (8, "SQLite"),
    "record by number": (56_000, "SQLite"),
    "export all rows": (601_000, "ClickHouse"),
    "load": (13_700, "SQLite"),
    "disk": (3_300, "SQLite"),
}
# What is asked of us at most (of rates: at least), at FULL_ROWS on the machine of BEST_SEEN.
LIMITS = {"first 100 by id": 0.2, "genus": 0.3, "words common": 2, "words middling": 0.7,
          "words rare": 0.2, "facet family": 0.2, "ten facets country": 25, "ten facets all": 2,
          "years box female": 6, "sort year deep": 10, "grid": 4, "class by sex": 3,
          "completions": 0.5, "record by number": 200_000, "export all rows": 1_500_000,
          "load": 150_000, "disk": 1_200, "sort name deep": 15, "word in remarks": 2}
RATES = {"record by number", "export all rows", "load"}
WITH_TEXT = {"load", "disk"}  # lines of engines that index everything, text too
ASKED = [name for name in LIMITS if name not in RATES | WITH_TEXT]
CONSTANT_LISTS = {"genus": "genus", "words common": "common", "words middling": "middling",
                  "words rare": "rare", "completions": "prefix", "word in remarks": "remark",
                  "ten facets country": "country"}
VARYING = {"years box female", "sort year deep", "sort name deep"}


def variants(name, constants):
    """How many different forms a question has."""
    values = constants.get(CONSTANT_LISTS.get(name))
    if isinstance(values, list):
        return len(values)
    return BOXES if name in VARYING else 1


def constant(name, constants, turn):
    values = constants[CONSTANT_LISTS[name]]
    return values if isinstance(values, str) else values[turn % len(values)]


class Dialect:
    """What differs between SQL engines."""
    table = "specimen"
    missing_last = " NULLS LAST"
    floor = "floor"

    def text(self, value):
        return "'" + value.replace("'", "''") + "'"

    def present(self, field):
        return f"{field} IS NOT NULL"

    def has_position(self):
        return "decimallatitude IS NOT NULL"

    def prefix(self, field, value):
        behind = value[:-1] + chr(ord(value[-1]) + 1)
        return f"{field} >= {self.text(value)} AND {field} < {self.text(behind)}"

    def words(self, words):
        """Condition for rows with all these words anywhere; None: the engine has no way."""
        return None

    def word_in_remarks(self, word):
        return None

    def whole(self, select):
        """A chance to add what a statement needs behind it."""
        return select


def facet(d, field, where="1=1", limit=TOP):
    return ("facet " + field, d.whole(
        f"SELECT {field}, count(*) AS n FROM {d.table} WHERE {where} AND {d.present(field)} "
        f"GROUP BY {field} ORDER BY n DESC, {field} LIMIT {limit}"))


def total(d, where="1=1"):
    return ("total", d.whole(f"SELECT count(*) FROM {d.table} WHERE {where}"))


def page(d, where="1=1", order="id", offset=0):
    return ("rows", d.whole(f"SELECT * FROM {d.table} WHERE {where} ORDER BY {order} "
                            f"LIMIT {PAGE} OFFSET {offset}"))


def box(turn):
    step = turn % BOXES
    return (f"year BETWEEN {1850 + step} AND {1900 + step} "
            f"AND decimallongitude BETWEEN {-30 + step * 0.5} AND {40 + step * 0.5} "
            f"AND decimallatitude BETWEEN {30 + step * 0.2} AND {60 + step * 0.2} "
            "AND sex = 'female'")


def deep(rows, turn):
    return int(1e6 * rows / FULL_ROWS) + 100 * (turn % BOXES)


def statements(d, name, constants, turn, rows):
    """[(what, SQL)] of one turn of a question; None where the engine cannot be asked it."""
    if name == "first 100 by id":
        return [page(d)]
    if name == "genus":
        where = f"genus = {d.text(constant(name, constants, turn))}"
        return [total(d, where), page(d, where)]
    if name.startswith("words "):
        where = d.words(constant(name, constants, turn).split())
        return where and [total(d, where), page(d, where)]
    if name == "word in remarks":
        where = d.word_in_remarks(constant(name, constants, turn))
        return where and [total(d, where), page(d, where)]
    if name == "facet family":
        return [facet(d, "family")]
    if name == "ten facets country":
        where = f"country = {d.text(constants['country'])}"
        return [facet(d, field, where) for field in FACETS]
    if name == "ten facets all":
        return [facet(d, field) for field in FACETS]
    if name == "years box female":
        return [total(d, box(turn)), facet(d, "class", box(turn))]
    if name == "sort year deep":
        return [page(d, order=f"year DESC{d.missing_last}, id", offset=deep(rows, turn))]
    if name == "sort name deep":
        return [page(d, order="scientificname, id", offset=deep(rows, turn))]
    if name == "grid":
        return [("cells", d.whole(
            f"SELECT {d.floor}((decimallongitude + 180) / {CELL}) AS x, "
            f"{d.floor}((decimallatitude + 90) / {CELL}) AS y, count(*) FROM {d.table} "
            f"WHERE {d.has_position()} GROUP BY x, y"))]
    if name == "class by sex":
        return [("cells", d.whole(
            f"SELECT class, sex, count(*) FROM {d.table} GROUP BY class, sex"))]
    if name == "completions":
        where = d.prefix("genus", constant(name, constants, turn))
        return [facet(d, "genus", where, 10)]
    raise KeyError(name)


# --- answers -------------------------------------------------------------------------------------

def canonical(answers):
    """Answers of one turn, [(what, rows)], as what must agree between engines."""
    out = {}
    for what, rows in answers:
        if what == "total":
            out["total"] = int(rows[0][0])
        elif what == "rows":
            out["ids"] = [str(row[0]) for row in rows]
        elif what == "cells":
            out["cells"] = cells((cell_name(r[0]), cell_name(r[1]), int(r[2])) for r in rows)
        else:
            out[what] = [[str(row[0]), int(row[1])] for row in rows]
    return out


def cells(found):
    """Cells (x, y, count) in one order."""
    return sorted(map(list, found), key=lambda cell: (str(cell[0]), str(cell[1])))


def cell_name(value):
    if value is None or value == "":
        return ""
    return int(float(value)) if not isinstance(value, str) or value.lstrip("-").isdigit() else value


def agree(a, b):
    """What two canonical answers differ in, among what both tell; "" when they agree."""
    # The total first: where it differs, so do the rows, and it says more.
    for what in sorted(a.keys() & b.keys(), key=lambda name: (name != "total", name)):
        if what.startswith("facet "):
            # Values that tie at the end of the list may be others.
            counts = [[n for _, n in side[what]] for side in (a, b)]
            least = counts[0][-1] if counts[0] else 0
            tops = [sorted(v for v in side[what] if v[1] > least) for side in (a, b)]
            if counts[0] != counts[1] or tops[0] != tops[1]:
                return what
        elif a[what] != b[what]:
            return what
    return ""
