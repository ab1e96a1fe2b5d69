# SPDX-License-Identifier: Apache-2.0
"""The oracle of what can be asked of a result: docs/query.md, "What can be asked of a result", in
plain Python over the records that reference_engine.py finds, written for plainness."""

import reference_engine
from reference_engine import Engine, full_form


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
