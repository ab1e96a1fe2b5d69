#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes src/query/country_codes_data.c: ISO 3166-1 codes with the English names that Natural
Earth's Admin 0 countries (public domain, version 4.1.0) have beside them.

  tools/areas/country_codes.py ne_50m_admin_0_countries.geojson > src/query/country_codes_data.c
"""

import json
import sys

HEAD = """// SPDX-License-Identifier: Apache-2.0
// Made by tools/areas/country_codes.py from Natural Earth (public domain): do not edit.
#include "query/country_codes.h"

const struct country_code country_codes[] = {
"""
MISSING = {"Norway": "NO", "France": "FR"}  # Natural Earth gives these to their mainlands alone


def literal(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        features = json.load(file)["features"]
    rows = {}
    for feature in features:
        facts = feature["properties"]
        code = MISSING.get(facts["NAME"], facts["ISO_A2"])
        if len(code) != 2:
            continue
        names = rows.setdefault(code, [])
        for name in (facts["NAME_LONG"], facts["NAME_EN"]):
            if name and name not in names and len(names) < 2:
                names.append(name)
    print(HEAD, end="")
    for code, names in sorted(rows.items()):
        second = literal(names[1]) if len(names) > 1 else "NULL"
        print(f"    {{{literal(code)}, {literal(names[0])}, {second}}},")
    print("};\nconst size_t country_code_count = ARRAY_LENGTH(country_codes);")


main()
