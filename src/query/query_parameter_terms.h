// SPDX-License-Identifier: Apache-2.0
// Terms of the JSON form as URL parameters: filter.TERM=VALUE, so that every search is an address
// (docs/query.md, URL parameters). Must not know: stores, HTTP, repeated parameters, what terms
// mean.
#pragma once

#include "query/query.h"

// The name of a parameter that is a term, without "filter."; empty when it is none.
string_view query_parameter_term(string_view name);
// Whether a parameter's value is a part of the JSON form: "filter.TERM", or "query" for a whole
// query.
bool query_parameter_is_json(string_view name);
// One term. The value is the term's JSON, an object or a list, or its short form. *out is
// NULL for a group without members, which means nothing. ST_INVALID with a sentence, and no field.
NODISCARD status query_term_from_parameter(struct arena *arena, string_view term, string_view value,
                                           const struct query **out, struct error *e);
