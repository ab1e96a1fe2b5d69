// SPDX-License-Identifier: Apache-2.0
// Asking what was erased. Erasures are few, so that all of them are looked through.
#include "store/erasures.h"

#include "store/store_internal.h"

const struct commit *const *snapshot_erasures(const struct snapshot *s, size_t *count)
{
    *count = s->erasures->count;
    return s->erasures->commits;
}

static const struct erased_row *find_row(const struct erased_record *r, uint32_t from)
{
    for (size_t i = 0; i < r->count; i++) {
        if (r->rows[i].from == from) {
            return &r->rows[i];
        }
    }
    return NULL;
}

static bool is_of(const struct erased_record *r, const struct uuid *table, string_view key)
{
    return uuid_compare(&r->table, table) == 0 && sv_equal(r->key, key);
}

// The row as the first `limit` erasures tell of it, or NULL.
static const struct erased_row *find_erased(const struct snapshot *s, size_t limit,
                                            const struct uuid *table, string_view key,
                                            uint32_t from)
{
    for (size_t i = 0; i < limit; i++) {
        const struct commit *c = s->erasures->commits[i];
        for (size_t k = 0; k < c->erased_count; k++) {
            const struct erased_row *row =
                is_of(&c->erased[k], table, key) ? find_row(&c->erased[k], from) : NULL;
            if (row != NULL) {
                return row;
            }
        }
    }
    return NULL;
}

bool snapshot_row_is_erased(const struct snapshot *s, const struct uuid *table, string_view key,
                            uint32_t from, struct sha256 *hash)
{
    const struct erased_row *row = find_erased(s, s->erasures->count, table, key, from);
    if (row != NULL) {
        *hash = row->hash;
    }
    return row != NULL;
}

struct counting {
    struct snapshot *snapshot;
    const struct scope *scope;
    uint32_t commit;
    struct erased_rows *out;
};

static status count_record(const struct counting *c, size_t erasure, const struct erased_record *r,
                           struct error *e)
{
    struct record_version version;
    struct error ignored = {0};
    status result =
        snapshot_record(c->snapshot, c->scope, &r->table, r->key, c->commit, &version, &ignored);
    if (result == ST_NOT_FOUND || result == ST_GONE) {
        return ST_OK;
    }
    if (result != ST_OK) {
        return error_set(e, result, "%s", ignored.message);
    }
    if (find_row(r, version.from) == NULL) {
        return ST_OK;
    }
    moment time = c->snapshot->erasures->commits[erasure]->time;
    c->out->first = c->out->rows == 0 ? time : c->out->first;
    c->out->last = time;
    // A row that lost one field after another is one row.
    c->out->rows += find_erased(c->snapshot, erasure, &r->table, r->key, version.from) == NULL;
    return ST_OK;
}

static bool is_among(const struct uuid *tables, size_t count, const struct uuid *table)
{
    for (size_t i = 0; i < count; i++) {
        if (uuid_compare(&tables[i], table) == 0) {
            return true;
        }
    }
    return false;
}

status snapshot_erased_rows(struct snapshot *s, const struct scope *scope,
                            const struct uuid *tables, size_t count, uint32_t commit,
                            struct erased_rows *out, struct error *e)
{
    *out = (struct erased_rows){0};
    struct counting c = {.snapshot = s, .scope = scope, .commit = commit, .out = out};
    for (size_t i = 0; i < s->erasures->count; i++) {
        const struct commit *erasure = s->erasures->commits[i];
        for (size_t k = 0; k < erasure->erased_count; k++) {
            if (is_among(tables, count, &erasure->erased[k].table)) {
                TRY(count_record(&c, i, &erasure->erased[k], e));
            }
        }
    }
    return ST_OK;
}

status snapshot_erased_fields(const struct snapshot *s, const struct uuid *table, string_view key,
                              status (*visit)(void *argument, string_view field, struct error *e),
                              void *argument, struct error *e)
{
    for (size_t i = 0; i < s->erasures->count; i++) {
        const struct commit *c = s->erasures->commits[i];
        for (size_t k = 0; k < c->erased_count; k++) {
            if (c->erased[k].all_versions && is_of(&c->erased[k], table, key)) {
                TRY(visit(argument, c->erased[k].field, e));
            }
        }
    }
    return ST_OK;
}
