# SPDX-License-Identifier: Apache-2.0
"""Random museums and questions: what answers of other shapes say, and what the plain reference
makes of the same records, agree exactly: addresses (rule C2), all records as lines, changes between
two moments, suggestions, pasted lists, explained searches, fields. `make reference` asks many."""

import json
import unittest
import urllib.parse

import reference_chance
import reference_results
from reference_chance import FIELDS, FAMILIES, WORDS
from reference_museum import ReferenceMuseum
from reference_values import MISSING, Value, full_form


class Chance(reference_chance.Chance):
    def wanted(self, field):
        """One value of a parameter as an address has it, and the terms of which one must hold."""
        text = self.value() or "x"
        return self.some(
            lambda: (f'"{text}"', [{"string_equals": {"fields": [field], "value": text}}]),
            lambda: (f'"{text}"', [{"string_equals": {"fields": [field], "value": text}}]),
            lambda: ("*", [{"exists": {"fields": [field]}}]),
            lambda: (self.choice(["", "!*", '""']), [{"missing": {"fields": [field]}}]),
            lambda: (f"{text[:2].strip('!,.')}a*", [{"prefix": {
                "fields": [field], "value": f"{text[:2].strip('!,.')}a"}}]),
            lambda: self.span(field))

    def span(self, field):
        low, high = sorted(self.sample([-3, 5, 100, 1850, 1851, 1900, 2001], 2))
        ends = self.choice([(low, high), (low, None), (None, high)])
        mark = self.choice(["..", ","])
        written = mark.join(("" if mark == ".." else "*") if end is None else str(end)
                            for end in ends)
        bounds = {name: end for name, end in zip(("greater_than", "less_than"), ends)
                  if end is not None}
        terms = [{"number_range": {"fields": [field], **bounds}}]
        if all(end is None or end >= 1000 for end in ends):  # years are dates too
            terms.append({"date_range": {"fields": [field], **{
                name: str(end) for name, end in zip(("from", "to"), ends) if end is not None}}})
        return written, terms

    def address(self):
        """Parameters and the tree that they mean."""
        parameters, terms, query = [], [], {}
        if self.random() < 0.3:
            words = self.words()
            parameters.append(("q", words))
            query["search"] = words
        for field in self.sample(FIELDS, self.choice([0, 1, 1, 2])):
            some, none = [], []
            for _ in range(self.choice([1, 1, 2])):
                written, found = self.wanted(field)
                unwanted = self.random() < 0.25 and written not in ("", "!*", '""', "*")
                parameters.append((field, ("!" if unwanted else "") + written))
                (none if unwanted else some).extend(found)
            terms += [{"or": some}] * bool(some) + [{"not": none}] * bool(none)
        if terms:
            query["filters"] = {"and": terms}
        self.shuffle(parameters)
        return parameters, query


class AnswersReferenceTest(ReferenceMuseum):
    engine_class = reference_results.Results
    chance_class = Chance

    def check(self, engine, connection, chance, moments):
        kinds = [self.check_page, self.check_scan, self.check_changes, self.check_changes,
                 self.check_suggestions, self.check_list, self.check_explained,
                 self.check_identifiers, self.check_fields]
        self.engine, self.connection, self.chance = engine, connection, chance
        chance.choice(kinds)(moments)

    # --- what all of them do -----------------------------------------------------------------

    def asked(self, moments):
        """Parameters of the tables, the moment and a query; hits and their tables."""
        slugs, commit, told = self.scope(self.chance, moments)
        parameters, query = self.chance.address()
        parameters += [(name, ",".join(value) if isinstance(value, list) else str(value))
                       for name, value in (("dataset", told.get("datasets")),
                                           ("version", told.get("version"))) if value is not None]
        return parameters, query, slugs, commit

    def hits(self, query, slugs, commit):
        """Hits in the default order, or None where no table asked has a field."""
        try:
            return self.engine.hits(self.engine.asked(query, slugs), query, slugs, commit)
        except KeyError:
            return None

    def get(self, path, parameters, body=None, kind="text/plain"):
        address = f"{path}?{urllib.parse.urlencode(parameters)}"
        status, text = self.ask(self.connection, address, body, kind)
        return status, text, f"{address} {body}"

    # --- the shapes --------------------------------------------------------------------------

    def check_page(self, moments):
        parameters, query, slugs, commit = self.asked(moments)
        hits = self.hits(query, slugs, commit)
        status, text, told = self.get("/api/v1/records", [*parameters, ("limit", "20")])
        self.assertEqual(status, 400 if hits is None else 200, f"{told} {query} {text}")
        if hits is not None:
            answer = json.loads(text)
            self.assertEqual(answer["total"], len(hits), f"{told} {query}")
            self.assertEqual([(r["table"], r["key"], r["version"]) for r in answer["records"]],
                             [(r.table, r.key, r.start) for r in hits[:20]], told)

    def check_scan(self, moments):
        parameters, query, slugs, commit = self.asked(moments)
        sort = self.chance.sample(["-count", "mixed", "family", "-eventDate", "-media.number",
                                   "tags", "_key"], self.chance.choice([0, 0, 1, 2]))
        if sort:
            parameters.append(("sort", ",".join(sort)))
        status, text, told = self.get("/api/v1/scan", parameters)
        hits = self.hits(query, slugs, commit)
        self.assertEqual(status, 400 if hits is None else 200, f"{told} {text[:300]}")
        if hits is None:
            return
        for term in reversed(sort):
            hits = self.engine.sorted_by(self.engine.asked(query, slugs), term, hits)
        lines = [json.loads(line) for line in text.splitlines()]
        self.assertEqual([(r["table"], r["key"], r["version"], r["data"]) for r in lines],
                         [(r.table, r.key, r.start, json.loads(r.text)) for r in hits], told)

    def check_changes(self, moments):
        parameters, query, slugs, _ = self.asked(moments)
        parameters = [p for p in parameters if p[0] != "version"]
        start, end = sorted(self.chance.choices(moments[2:], k=2))
        parameters += [("from", str(start)), ("to", str(end)), ("detail", "false")]
        status, text, told = self.get("/api/v1/changes", parameters)
        before, after = (self.hits(query, slugs, c) for c in (start, end))
        self.assertEqual(status, 400 if before is None else 200, f"{told} {text[:300]}")
        if before is None:
            return
        before, after = ({(self.engine.tables[r.table][0], r.key.encode()): r for r in side}
                         for side in (before, after))
        wanted = []
        for place in sorted({*before, *after}):
            a, b = before.get(place), after.get(place)
            if a is not None and b is not None and (
                    json.loads(a.first_text) == json.loads(b.first_text)):
                continue
            wanted.append(("added" if a is None else "removed" if b is None else "changed",
                           (a or b).table, (a or b).key, a and a.start, b and b.start))
        head, *lines = [json.loads(line) for line in text.splitlines()]
        self.assertEqual([(x["change"], x["table"], x["key"], x["from"], x["to"]) for x in lines],
                         wanted, told)
        self.assertEqual([head[name] for name in ("from", "to", "added", "changed", "removed")],
                         [start, end, *(sum(w[0] == kind for w in wanted)
                                        for kind in ("added", "changed", "removed"))], told)

    def check_suggestions(self, moments):
        parameters, query, slugs, commit = self.asked(moments)
        parameters = [p for p in parameters if p[0] not in ("field", "prefix", "limit")]
        field, limit = self.chance.choice(FIELDS), self.chance.choice([1, 5, 50])
        prefix = self.chance.choice(FAMILIES + WORDS)[: self.chance.randint(0, 3)]
        status, text, told = self.get("/api/v1/suggest", [
            *parameters, ("field", field), ("prefix", prefix), ("limit", str(limit))])
        try:
            wanted = self.engine.asked_facet(query, slugs, commit, {
                "field": field, "prefix": prefix, "limit": limit})
        except KeyError:
            self.assertEqual(status, 400, told)
            return
        self.assertEqual(status, 200, f"{told} {text}")
        self.assertEqual(json.loads(text)["values"], wanted["values"], told)

    def check_list(self, moments):
        parameters, query, slugs, commit = self.asked(moments)
        fields = self.chance.sample(FIELDS, self.chance.choice([1, 2]))
        values = [self.chance.value() for _ in range(self.chance.randint(1, 6))]
        values = [v.strip() for v in values if v.strip()] or ["x"]
        status, text, told = self.get("/api/v1/lists", [
            *parameters, *(("field", f) for f in fields)], "\n".join(values))
        hits = self.hits({**query, "filters": {"and": [
            *([query["filters"]] if "filters" in query else []),
            {"or": [{"exists": {"fields": fields}}, {"missing": {"fields": fields}}]}]}}, slugs,
            commit)
        self.assertEqual(status, 400 if hits is None else 200, f"{told} {text[:300]}")
        if hits is None:
            return
        asked = self.engine.asked(query, slugs)
        entries = {entry["value"]: entry for entry in json.loads(text)["entries"]}
        for value in values:
            found = [r for r in hits if asked.string_equals({"fields": fields, "value": value}, r)]
            group = Value(value).group()
            same = [e for v, e in entries.items() if Value(v).group() == group]
            self.assertEqual([(e["status"], e["count"]) for e in same], [
                (["notFound", "found"][len(found)] if len(found) < 2 else "ambiguous",
                 len(found))], f"{value} of {told} {text}")

    def check_explained(self, moments):
        slugs, commit, scope = self.scope(self.chance, moments)
        query = self.chance.query()
        body = {**scope, "query": query, "explain": True, "limit": 0}
        status, text = self.ask(self.connection, "/api/v1/search", body)
        told = json.dumps(body, ensure_ascii=False)
        hits = self.hits(query, slugs, commit)
        self.assertEqual(status, 400 if hits is None else 200, f"{told} {text}")
        if hits is None:
            return
        explained = json.loads(text)["explain"]
        every = self.hits({}, slugs, commit)
        sets = [{id(r) for r in self.hits(clause["query"], slugs, commit)}
                for clause in explained["clauses"]]
        self.assertEqual((explained["rows"], explained["total"]), (len(every), len(hits)), told)
        everything = {id(r) for r in every}
        for number, clause in enumerate(explained["clauses"]):
            others = everything.intersection(*sets[:number], *sets[number + 1:])
            self.assertEqual((clause["alone"], clause["remaining"], clause["removed"]),
                             (len(sets[number]), len(everything.intersection(*sets[: number + 1])),
                              len(others - sets[number])), f"{clause} of {told}")
        self.assertEqual(everything.intersection(*sets), {id(r) for r in hits}, told)

    def check_identifiers(self, moments):
        parameters, query, slugs, commit = self.asked(moments)
        field = self.chance.choice(["code", "family", "count"])
        parameters = [p for p in parameters if p[0] != "field"]
        status, text, told = self.get("/api/v1/identifiers", [*parameters, ("field", field)])
        hits = self.hits(query, slugs, commit)
        self.assertEqual(status, 400 if hits is None else 200, f"{told} {text[:300]}")
        if hits is not None:
            names = self.engine.asked(query, slugs).own(field)
            self.assertEqual(text.split("\n"), [
                *(r.filled(names)[0].text if r.filled(names) else r.key for r in hits), ""], told)

    def check_fields(self, moments):
        slugs, commit, told = self.scope(self.chance, moments)
        parameters = [("dataset", ",".join(slugs)), ("limit", "100")]
        if "version" in told:
            parameters.append(("version", str(told["version"])))
        status, text, told = self.get("/api/v1/fields", parameters)
        self.assertEqual(status, 200, f"{told} {text}")
        records = {}
        for record in self.engine.visible(slugs, commit):
            for name, values in record.fields.items():
                filled = any(v.kind_class != MISSING for v in values)
                records[name] = records.get(name, 0) + filled
        found = {f["name"]: f["records"] for f in json.loads(text)["fields"]}
        for counts in (found, records):
            for name in [name for name, count in counts.items() if count == 0]:
                del counts[name]
        self.assertEqual(found, records, told)

    def test_agrees_with_the_reference(self):
        self.ask_all()


if __name__ == "__main__":
    unittest.main()
