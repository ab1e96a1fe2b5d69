// SPDX-License-Identifier: Apache-2.0
// The small words of pages: kinds, licences, days, numbers, addresses of records, the parameter
// that asks for a value. Pure. Must not know: stores, requests.
#pragma once

#include "api/pages/model.h"

// The kind of a resource (rule C4); KIND_COUNT when it declares none.
enum record_kind kind_from_text(string_view text);
// The word that metadata and addresses use, "index lots"; "" for KIND_COUNT.
string_view kind_text(enum record_kind kind);

// "CC BY 4.0" for a licence's URI, or for a spelling that is recognised; otherwise the text itself.
// `address` is the URI, empty where there is none.
string_view licence_label(struct arena *arena, string_view licence, string_view *address);

// "1 June 2026", UTC.
string_view day_in_words(struct arena *arena, moment m);
// "2026-06-01", UTC.
string_view day_in_digits(struct arena *arena, moment m);
// "5.3 million", "34 million", "1.2 billion"; below a million 12,345.
string_view count_in_words(struct arena *arena, const struct language *language, uint64_t count);

// "/record/{table}/{key}", or "/record/{table}?key=" for keys that browsers would take for steps of
// a path ("." and ".."). Percent-encoded (rule C2).
string_view record_path(struct arena *arena, string_view table, string_view key);
void write_record_path(struct buffer *out, string_view table, string_view key);
// The same at a version; for 0 without one. The other is the one to cite (rule G1), which leads
// here.
string_view record_address(struct arena *arena, string_view table, string_view key, moment version);
string_view record_cited_address(struct arena *arena, string_view table, string_view key,
                                 moment version);
// "/dataset/{slug}"
string_view dataset_path(struct arena *arena, string_view slug);

// The parameter that stands for a field in an address: its name, or "field.NAME" where a parameter
// of searches has that name.
string_view parameter_of_field(struct arena *arena, string_view field);
// The field that a parameter stands for.
string_view field_of_parameter(string_view parameter);
// Whether a value is short enough for an address, which has 8 KiB, three for a byte at worst.
bool value_fits_address(string_view value);

// "/search?FIELD=value", in double quotes where the value would mean something else (rule C2);
// empty for a value that does not fit an address.
string_view search_for_value(struct arena *arena, string_view field, string_view value);
// The parameter and value that ask for a name alone or as one part of a list with bars, such as
// "J. Smith | A. Jones" (Darwin Core's recommendation for people): filter.part=recordedBy:J. Smith.
#define PART_PARAMETER SV("filter.part")
string_view part_value(struct arena *arena, string_view field, string_view name);
// "/search?NAME=value", and the version where it is not 0.
string_view search_address(struct arena *arena, const char *name, string_view value,
                           moment version);

// The first `length` bytes, cut at a blank, with "…" where something is left out.
string_view excerpt(struct arena *arena, string_view text, size_t length);

// `before` and the name as one percent-encoded segment: "/country/" and "Chile". Empty for a name
// that no address can have: none, "..", one that is too long.
string_view named_path(struct arena *arena, string_view before, string_view name);
