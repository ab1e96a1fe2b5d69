// SPDX-License-Identifier: Apache-2.0
// Which values have pages of their own: taxa, countries, people who may have one (rule I1).
// Must not know: who links to them.
#pragma once

#include "api/pages/model.h"
#include "portal/people.h"

// The page about a field's value. Its address is empty where there is none.
struct page_link page_about(const struct people *people, struct arena *arena, string_view field,
                            string_view value);
// Whether the field's values are names of people, alone or in lists with bars.
bool field_names_people(string_view field);
