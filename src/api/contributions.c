// SPDX-License-Identifier: Apache-2.0
// Counts dataset by dataset; each count looks at its tables alone.
#include "api/contributions.h"

#include "api/cite.h"
#include "api/page_searches.h"

#include <stdlib.h>

struct counting {
    const struct site *site;
    const struct search_input *input;
    struct arena *arena;
    struct contribution *list;
    size_t count;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the datasets of a search");
}

bool contribution_is_asked(const struct search_request *search, const struct uuid *table)
{
    for (size_t i = 0; i < search->table_count; i++) {
        if (uuid_compare(&search->tables[i], table) == 0) {
            return true;
        }
    }
    return search->table_count == 0;
}

static status count_dataset(struct counting *c, const struct dataset *d, uint64_t *out,
                            struct error *e)
{
    struct uuid *tables = arena_array(c->arena, struct uuid, d->resource_count + 1);
    struct error trouble = {0};
    size_t count = 0;
    *out = 0;
    if (tables == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < d->resource_count; i++) {
        const struct resource *r = &d->resources[i];
        if (r->is_table && r->records > 0 && contribution_is_asked(&c->input->request, &r->uuid)) {
            tables[count++] = r->uuid;
        }
    }
    if (count == 0) {
        return ST_OK;
    }
    // Tables that never had a field that is asked for have no matches.
    status result = page_count_in(c->input, c->arena, tables, count, out, &trouble);
    *out = result == ST_OK ? *out : 0;
    return result == ST_OK || result == ST_INVALID ? ST_OK
                                                   : error_set(e, result, "%s", trouble.message);
}

static void describe(struct counting *c, const struct dataset *d, uint64_t records)
{
    struct contribution *one = &c->list[c->count++];
    const json_t *json = json_in_arena(c->arena, d->json);
    struct citation citation;
    cite_dataset(c->site, c->arena, d, &citation);
    *one = (struct contribution){.dataset = d,
                                 .records = records,
                                 .kind =
                                     dataset_holdings(d).count == 1 ? dataset_kind(d) : KIND_COUNT};
    one->licence = licence_label(c->arena, json_text(json, "licence"), &one->licence_address);
    one->citation = citation_text(c->arena, &citation);
}

// They were described in the order of their titles; equal counts keep it.
static int by_records(const void *a, const void *b)
{
    const struct contribution *x = a;
    const struct contribution *y = b;
    if (x->records != y->records) {
        return x->records < y->records ? 1 : -1;
    }
    return (x->dataset > y->dataset) - (x->dataset < y->dataset);
}

status contributions_make(const struct site *site, const struct search_input *input, uint64_t total,
                          struct arena *arena, const struct contribution **out, size_t *count,
                          struct error *e)
{
    struct counting c = {.site = site, .input = input, .arena = arena};
    uint64_t counted = 0;
    c.list = arena_array(arena, struct contribution, site->data->count + 1);
    if (c.list == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < site->data->count && counted < total; i++) {
        const struct dataset *d = &site->data->datasets[i];
        uint64_t records = 0;
        TRY(count_dataset(&c, d, &records, e));
        counted += records;
        if (records > 0) {
            describe(&c, d, records);
        }
    }
    qsort(c.list, c.count, sizeof *c.list, by_records);
    *out = c.list;
    *count = c.count;
    return ST_OK;
}
