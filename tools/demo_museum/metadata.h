// SPDX-License-Identifier: Apache-2.0
// What a dataset says of itself, as the plan gives it to the portal (JSON) and as an archive
// carries it (EML 2.2.0, GBIF profile 1.2). It must not know the records.
#pragma once

#include "calendar.h"
#include "people.h"

enum { AUTHOR_LIMIT = 6, RESOURCE_LIMIT = 2 };

struct resource_facts {
    const char *slug;
    const char *title;
    const char *kind; // specimens, index lots, preparations, observations, checklist or research
    const char *description;
};

struct metadata {
    const char *slug;
    const char *title;
    const char *description; // Markdown
    const char *category;
    const char *licence; // URI
    const struct person *authors[AUTHOR_LIMIT];
    size_t author_count;
    const char *affiliation;
    const char *tags; // separated by semicolons
    struct date start;
    struct date end;
    bool has_box;
    double west, south, east, north;
    const char *update_frequency;
    const char *contact_role;
    struct resource_facts resources[RESOURCE_LIMIT];
    size_t resource_count;
};

extern const char ORGANISATION[];

void text_add_metadata_json(struct text *text, const struct metadata *metadata);
void text_add_eml(struct text *text, const struct metadata *metadata, struct date published);
// {authors} ({year}). {title} [Data set]. {organisation}. With no identifier: none is registered.
void text_add_citation(struct text *text, const struct metadata *metadata, int year);
