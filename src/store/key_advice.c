// SPDX-License-Identifier: Apache-2.0
// Every field that may still be a key keeps the hashes of its values; the first row without a value
// or with one that was there takes it out.
#include "store/key_advice.h"

#include "base/hash.h"
#include "formats/row_report.h"
#include "store/record_key.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define MOST_FIELDS 64
#define MOST_ROWS   50000
#define MOST_NAMED  5
#define SLOTS       ((size_t)1 << 17) // more than twice the rows

const char *const well_known_keys[WELL_KNOWN_KEYS] = {"_id",     "id",      "occurrenceID",
                                                      "taxonID", "eventID", "catalogNumber"};

struct seen_value {
    uint64_t hash;
    uint64_t line; // 0: the slot is free
};

struct field {
    char name[128];
    struct seen_value *seen; // owned; NULL once it failed
    bool well_known;
    bool ever; // some row has it
    uint64_t blank_line;
    uint64_t first_line; // of a value that came twice
    uint64_t second_line;
    char value[32];
};

struct advice {
    struct field fields[MOST_FIELDS];
    size_t count;
    uint64_t rows;
};

static status add_field(struct advice *a, string_view name, bool well_known, struct error *e)
{
    for (size_t i = 0; i < a->count; i++) {
        if (sv_equal(sv_from(a->fields[i].name), name)) {
            return ST_OK;
        }
    }
    if (a->count == MOST_FIELDS || name.length >= sizeof a->fields[0].name) {
        return ST_OK;
    }
    struct field *f = &a->fields[a->count];
    *f = (struct field){.well_known = well_known};
    (void)snprintf(f->name, sizeof f->name, SV_FORMAT, SV_ARGUMENT(name));
    f->seen = calloc(SLOTS, sizeof *f->seen);
    if (f->seen == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to look for a key");
    }
    a->count++;
    return ST_OK;
}

static void fail(struct field *f)
{
    free(f->seen);
    f->seen = NULL;
}

static void look_at_value(struct field *f, string_view value, uint64_t line)
{
    uint64_t hash = hash_bytes(value.bytes, value.length);
    size_t slot = (size_t)hash & (SLOTS - 1);
    while (f->seen[slot].line != 0 && f->seen[slot].hash != hash) {
        slot = (slot + 1) & (SLOTS - 1);
    }
    if (f->seen[slot].line == 0) {
        f->seen[slot] = (struct seen_value){hash, line};
        return;
    }
    f->first_line = f->seen[slot].line;
    f->second_line = line;
    string_view start = sv_slice(value, 0, sizeof f->value - 1);
    (void)snprintf(f->value, sizeof f->value, SV_FORMAT, SV_ARGUMENT(start));
    fail(f);
}

static status look_at_row(struct advice *a, const struct source_row *row,
                          const struct name_table *names, struct error *e)
{
    const struct document *d = &row->document;
    for (size_t i = 1; a->rows == 0 && i < d->count; i += (size_t)d->nodes[i].descendants + 1) {
        TRY(add_field(a, name_table_get(names, d->nodes[i].name), false, e));
    }
    for (size_t i = 0; i < a->count; i++) {
        struct field *f = &a->fields[i];
        uint32_t name = 0;
        f->ever = f->ever || name_table_find(names, sv_from(f->name), &name);
        if (f->seen == NULL) {
            continue;
        }
        string_view value = record_key_of(d, names, sv_from(f->name), NULL);
        if (value.length > 0) {
            look_at_value(f, value, MAX(row->line, (uint64_t)1));
        } else {
            f->blank_line = row->line;
            fail(f);
        }
    }
    a->rows++;
    return ST_OK;
}

static void tell_failed(const struct advice *a, struct buffer *out)
{
    size_t told = 0;
    for (size_t i = 0; i < a->count; i++) {
        const struct field *f = &a->fields[i];
        if (!f->well_known || !f->ever) {
            continue;
        }
        buffer_print(out, "%s%s ", told++ == 0 ? "" : "; ", f->name);
        if (f->second_line != 0) {
            buffer_print(out, "repeats, e.g. '%s' in lines %" PRIu64 " and %" PRIu64, f->value,
                         f->first_line, f->second_line);
        } else if (f->blank_line != 0) {
            buffer_print(out, "is blank in line %" PRIu64, f->blank_line);
        } else {
            buffer_print(out, "is not filled and unique further down");
        }
    }
    if (told == 0) {
        buffer_append_view(out, SV("it has none of"));
        for (size_t i = 0; i < WELL_KNOWN_KEYS; i++) {
            buffer_print(out, "%s%s", i == 0 ? " " : ", ", well_known_keys[i]);
        }
    }
}

static void tell_candidates(const struct advice *a, struct buffer *out)
{
    size_t told = 0;
    for (size_t i = 0; i < a->count && told < MOST_NAMED; i++) {
        const struct field *f = &a->fields[i];
        if (f->seen != NULL && !f->well_known) {
            buffer_print(out, "%s%s", told++ == 0 ? ". Filled and unique: " : ", ", f->name);
        }
    }
    if (told == 0) {
        buffer_append_view(out, SV(". No field is filled and unique"));
    } else if (a->rows == MOST_ROWS) {
        buffer_print(out, " (in the first %d rows)", MOST_ROWS);
    }
    buffer_append_view(out, SV("; tell one with --key FIELD, or make keys of the rows' content "
                               "with --key " CONTENT_KEY));
}

static status read_rows(struct advice *a, struct row_source *source, struct error *e)
{
    for (size_t i = 0; i < WELL_KNOWN_KEYS; i++) {
        TRY(add_field(a, sv_from(well_known_keys[i]), true, e));
    }
    bool more = true;
    while (more && a->rows < MOST_ROWS) {
        struct source_row row;
        TRY(source->next(source, &row, &more, e));
        if (more) {
            TRY(look_at_row(a, &row, source->names, e));
        }
    }
    return ST_OK;
}

static status tell(const struct advice *a, const struct row_report *report, struct error *e)
{
    if (a->rows == 0 && row_report_count(report) > 0) {
        return error_set(e, ST_BAD_DATA, "no row of the source can be read; the first: %s",
                         row_report_first(report));
    }
    struct buffer words;
    buffer_init(&words, 64 * 1024);
    tell_failed(a, &words);
    tell_candidates(a, &words);
    status result = error_set_field(e, ST_BAD_DATA, "key",
                                    "no field of the source can serve as the key: " SV_FORMAT,
                                    SV_ARGUMENT(buffer_view(&words)));
    buffer_release(&words);
    return result;
}

status key_advice(struct row_source *source, const struct row_report *report, struct error *e)
{
    struct advice *a = calloc(1, sizeof *a);
    if (a == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to look for a key");
    }
    status result = read_rows(a, source, e);
    if (result == ST_OK) {
        result = tell(a, report, e);
    }
    for (size_t i = 0; i < a->count; i++) {
        free(a->fields[i].seen);
    }
    free(a);
    return result;
}
