// SPDX-License-Identifier: Apache-2.0
// What eml.xml says of a dataset (EML 2.1.1/2.2.0, GBIF profile 1.x), as plain JSON for the
// metadata table: the one shape used by ingest, `vitrine dataset`, the API and the pages. Must not
// know: where datasets are kept.
#pragma once

#include "base/buffer.h"
#include "base/status.h"

// Reads EML and appends one JSON object:
// {"title","description" (abstract, paragraphs split by blank lines),"licence" (URI where one is
//  recognised, else the text),"authors":[{"name","given","family","orcid","affiliation","email"}],
//  "contacts":[{"role","name","organisation","email"}],"organisation","tags":[keywords],
//  "temporal":{"start","end"},"spatial":{"west","south","east","north","description"},
//  "citation","published","language","doi" ("10...."),"identifier" (packageId),"updateFrequency"}.
// ORCID iDs are addresses (https://orcid.org/...) whose check digit holds (ISO 7064, 11-2).
// E-mail addresses are given only where they are role mailboxes, such as info@ (rule I1).
// Coordinates are JSON numbers. Members that EML does not give are left out; nothing defaults to
// CC0 (rule D1). No entities are expanded and no network is used; ST_BAD_DATA names the line of
// what is not well-formed, or says that the document is no EML.
NODISCARD status eml_read(string_view xml, struct buffer *out, struct error *e);
