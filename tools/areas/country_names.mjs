#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
//
// Makes the names of countries in German from the Unicode Common Locale Data Repository (Unicode
// License v3), which Node has in Intl.DisplayNames; its English names, those of
// src/query/country_codes_data.c, a few short ones and the codes of ISO 3166-1 lead to them. Keys
// are folded as the store folds case.
//
//   node tools/areas/country_names.mjs > src/api/pages/language_german_countries.c

import {readFileSync} from "node:fs";

const source = new URL("../../src/query/country_codes_data.c", import.meta.url);
const row = /^ {4}\{"(..)", "(.+?)", (?:"(.+?)"|NULL)\},$/gm;
const rows = [...readFileSync(source, "utf8").matchAll(row)];

// The same names as people write them. Names of another time or area stay as they were written.
const others = {
  CI: ["Ivory Coast"], CV: ["Cape Verde"], CZ: ["Czech Republic"], GB: ["UK", "U.K."],
  NL: ["The Netherlands"], RU: ["Russia"], TL: ["East Timor"], TR: ["Turkey"],
  US: ["USA", "U.S.A."], VN: ["Viet Nam"],
};

const english = new Intl.DisplayNames(["en"], {type: "region"});
const german = new Intl.DisplayNames(["de"], {type: "region"});
const names = new Map();
for (const [, code, name, other] of rows) {
  const all = [code, name, other ?? name, english.of(code), ...(others[code] ?? [])];
  for (const one of all) {
    const plain = one.replaceAll("’", "'").replaceAll("‘", "'");
    [one, plain, one.replace(" & ", " and ")].forEach((key) => names.set(key.normalize("NFKC").toLowerCase(), german.of(code)));
  }
}
const byBytes = (a, b) => Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0]));
const entries = [...names].sort(byBytes).map(([key, name]) => {
  const line = `    {${JSON.stringify(key)}, ${JSON.stringify(name)}},`;
  return line.length < 100 ? line : line.replace('", "', '",\n     "');
});
console.log(`// SPDX-License-Identifier: Apache-2.0
// Made by tools/areas/country_names.mjs; do not edit. German names of countries by what records
// call them, in lower case: Unicode Common Locale Data Repository ${process.versions.cldr},
// Unicode License v3.
#include "api/pages/languages.h"

// clang-format off
const struct language_text german_countries[] = {
${entries.join("\n")}
};
const size_t german_country_count = ${entries.length};
// clang-format on`);
