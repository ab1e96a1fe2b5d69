// SPDX-License-Identifier: Apache-2.0
// Leads from values to the pages about them.
#include "api/page_about.h"

#include "api/page_text.h"
#include "api/taxon_ranks.h"

bool field_names_people(string_view field)
{
    return sv_equal_ignore_case(field, SV("recordedBy")) ||
           sv_equal_ignore_case(field, SV("identifiedBy"));
}

struct page_link page_about(const struct people *people, struct arena *arena, string_view field,
                            string_view value)
{
    struct page_link link = {.label = value, .address = SV("")};
    if (taxon_rank(field) < TAXON_RANKS) {
        link.address = taxon_path(arena, field, value);
    } else if (sv_equal_ignore_case(field, SV("country")) ||
               sv_equal_ignore_case(field, SV("countryCode"))) {
        link.address = named_path(arena, SV("/country/"), value);
    } else if (field_names_people(field)) {
        const struct person *person = people_written(people, value);
        if (person != NULL) {
            link.label = person->name;
            link.address = arena_print(arena, "/person/" SV_FORMAT, SV_ARGUMENT(person->slug));
        }
    }
    return link;
}
