#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
//
// Makes src/query/geological_chart_data.c, or the names of its intervals in German, from
// intervals.tsv: the International Chronostratigraphic Chart of the International Commission on
// Stratigraphy, version 2024-12 (CC BY 4.0), with its German labels, and regional and traditional
// units, given by the chart's units that they are held equal to (column source). start and end are
// million years ago.
//
//   node tools/geological_time/generate.mjs > src/query/geological_chart_data.c
//   node tools/geological_time/generate.mjs german > src/api/pages/language_german_times.c

import {readFileSync} from "node:fs";

const text = readFileSync(new URL("intervals.tsv", import.meta.url), "utf8");
const [, ...rows] = text.trimEnd().split("\n").map((line) => line.split("\t"));
const places = new Map(rows.map(([name], i) => [name, i]));
const ranks = {"super-eon": "SUPER_EON", "sub-period": "SUB_PERIOD"};

const intervals = rows.map(([name, rank, parent, start, end, , source]) => {
  const up = parent === "" ? "GEOLOGICAL_NO_PARENT" : places.get(parent);
  const kind = `GEOLOGICAL_${ranks[rank] ?? rank.toUpperCase()}`;
  const from = source === "ICS" ? "NULL" : JSON.stringify(source);
  const line = `    {"${name}", ${kind}, ${up}, ${start}, ${end}, ${from}},`;
  return line.length <= 100 ? line : line.replace(`, ${from}}`, `,\n     ${from}}`);
});
const names = rows.flatMap(([, , , , , also], i) =>
  also.split(";").filter((name) => name !== "").map((name) => `    {"${name}", ${i}},`));

const chart = `// SPDX-License-Identifier: Apache-2.0
// Made by tools/geological_time/generate.mjs; do not edit. International Chronostratigraphic Chart,
// International Commission on Stratigraphy, version 2024-12, CC BY 4.0; regional and traditional
// units as their source says.
#include "query/geological_chart.h"

// clang-format off
const char geological_chart_version[] = "ICS 2024-12, Vitrine 1";
const size_t geological_interval_count = ${intervals.length};
const struct geological_interval geological_intervals[] = {
${intervals.join("\n")}
};
const size_t geological_name_count = ${names.length};
const struct geological_name geological_names[] = {
${names.join("\n")}
};
// clang-format on`;

const byBytes = (a, b) => Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0]));
const german = rows.map(([name, , , , , , , other]) => [name, other]).sort(byBytes);
const words = `// SPDX-License-Identifier: Apache-2.0
// Made by tools/geological_time/generate.mjs; do not edit. The German labels of the International
// Chronostratigraphic Chart, International Commission on Stratigraphy, CC BY 4.0; those of regional
// and traditional units as they are used.
#include "api/pages/languages.h"

// clang-format off
const struct language_text german_times[] = {
${german.map(([name, other]) => `    {"${name}", "${other}"},`).join("\n")}
};
const size_t german_time_count = ${german.length};
// clang-format on`;

console.log(process.argv[2] === "german" ? words : chart);
