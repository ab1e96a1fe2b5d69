#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
//
// Makes src/query/areas_data.c from Natural Earth's 1:50m Admin 0 countries (public domain), as the
// npm package world-atlas 2.0.2 carries them (Natural Earth 4.1.0, TopoJSON). names.json gives the
// English names (NAME_EN) where they differ from the short ones.
//
//   node tools/areas/generate.mjs > src/query/areas_data.c     (after npm ci in web/)

import {readFileSync} from "node:fs";

const here = new URL(".", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, here), "utf8"));
const topology = read("../../web/node_modules/world-atlas/countries-50m.json");
const english = read("names.json");
const {scale, translate} = topology.transform;

// Google's encoded polyline: zigzag, five bits a character from '?' on, low bits first.
function encode(number) {
  let rest = number < 0 ? ~(number << 1) : number << 1;
  let text = "";
  for (; rest >= 0x20; rest >>= 5) {
    text += String.fromCharCode((0x20 | (rest & 0x1f)) + 63);
  }
  return text + String.fromCharCode(rest + 63);
}

// A text as C string literals of at most 90 characters a line.
function literal(text, indent) {
  const escaped = [...text].map((c) => (c === "\\" || c === '"' ? "\\" + c : c));
  const lines = [];
  let line = "";
  for (const c of escaped) {
    if (line.length + c.length > 90) {
      lines.push(line);
      line = "";
    }
    line += c;
  }
  lines.push(line);
  return lines.map((l) => `${indent}"${l}"`).join("\n");
}

function wrap(numbers) {
  const lines = [];
  let line = "   ";
  for (const number of numbers) {
    if (line.length + String(number).length + 2 > 100) {
      lines.push(line);
      line = "   ";
    }
    line += ` ${number},`;
  }
  lines.push(line);
  return lines.join("\n");
}

const arcs = topology.arcs.map((arc) => arc.map(([x, y]) => encode(x) + encode(y)).join(""));
const countries = topology.objects.countries.geometries
  .map((geometry) => ({
    short: geometry.properties.name,
    name: english[geometry.properties.name] ?? geometry.properties.name,
    polygons: geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs,
  }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const shapes = [];
for (const country of countries) {
  country.shape = shapes.length;
  shapes.push(country.polygons.length);
  for (const polygon of country.polygons) {
    shapes.push(polygon.length);
    for (const ring of polygon) {
      shapes.push(ring.length, ...ring);
    }
  }
}

console.log(`// SPDX-License-Identifier: Apache-2.0
// Made by tools/areas/generate.mjs; do not edit. Natural Earth 4.1.0, 1:50m Admin 0 countries,
// public domain. Lines that two countries share stand once ("arcs"), as in TopoJSON.
// clang-format off
#include "query/areas_data.h"

// Both compilers take strings longer than the 4,095 bytes that C promises.
#pragma GCC diagnostic ignored "-Woverlength-strings"

const struct area_grid area_grid = {${scale[0]}, ${scale[1]}, ${translate[0]}, ${translate[1]}};

const size_t area_arc_count = ${arcs.length};
const char *const area_arcs[${arcs.length}] = {`);
for (const arc of arcs) {
  console.log(literal(arc, "    ") + ",");
}
console.log(`};

const size_t area_shape_count = ${shapes.length};
const int16_t area_shapes[${shapes.length}] = {
${wrap(shapes)}
};

const size_t area_country_count = ${countries.length};
const struct area_country area_countries[${countries.length}] = {`);
for (const country of countries) {
  console.log(`    {"${country.name}", "${country.short}", ${country.shape}},`);
}
console.log("};");
