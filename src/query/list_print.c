// SPDX-License-Identifier: Apache-2.0
// Writes the entries of a list and their records.
// Must not know: HTTP, how the list came.
#include "query/list_print.h"

#include "formats/json_write.h"

#include <string.h>

static const char *const status_names[] = {"found", "notFound", "ambiguous"};

void list_print_cell(string_view value, struct buffer *out)
{
    bool quoted = false;
    for (size_t i = 0; i < value.length && !quoted; i++) {
        quoted = memchr("\",\r\n", value.bytes[i], 4) != NULL;
    }
    if (!quoted) {
        buffer_append_view(out, value);
        return;
    }
    buffer_append_byte(out, '"');
    for (size_t i = 0; i < value.length; i++) {
        buffer_append(out, "\"", value.bytes[i] == '"');
        buffer_append_byte(out, value.bytes[i]);
    }
    buffer_append_byte(out, '"');
}

// A hit's dataset, table, key and version.
struct place {
    const struct store_table *table;
    string_view key;
    moment version;
};

static status read_place(struct snapshot *s, const struct list_match *m, const struct list_hit *hit,
                         struct buffer *scratch, struct place *out, struct error *e)
{
    struct search_hit found;
    TRY(list_hit_read(s, m, hit, scratch, &found, e));
    out->table = snapshot_table_by_uuid(s, &found.table);
    const struct commit *commit = snapshot_commit(s, found.from);
    if (out->table == NULL || commit == NULL) {
        return error_set(e, ST_INTERNAL, "a row belongs to no table or commit");
    }
    out->key = found.key;
    out->version = commit->time;
    return ST_OK;
}

static void print_start(const struct list_entry *entry, struct buffer *out)
{
    list_print_cell(entry->value, out);
    buffer_print(out, ",%s,%zu,", status_names[entry->status], entry->hit_count);
}

static status print_entry(struct snapshot *s, const struct list_match *m,
                          const struct list_entry *entry, struct buffer *scratch,
                          struct buffer *out, struct error *e)
{
    struct place place;
    if (entry->hit_count == 0) {
        print_start(entry, out);
        buffer_append_view(out, SV(",,,\r\n"));
    }
    for (size_t i = 0; i < entry->hit_count; i++) {
        TRY(read_place(s, m, &entry->hits[i], scratch, &place, e));
        print_start(entry, out);
        list_print_cell(place.table->dataset_slug, out);
        buffer_append_byte(out, ',');
        list_print_cell(place.table->slug, out);
        buffer_append_byte(out, ',');
        list_print_cell(place.key, out);
        buffer_append_byte(out, ',');
        buffer_append_int(out, place.version);
        buffer_append(out, "\r\n", 2);
    }
    return ST_OK;
}

status list_print_csv(struct snapshot *s, const struct list_match *m, unsigned statuses,
                      struct buffer *out, struct error *e)
{
    struct buffer scratch;
    buffer_init(&scratch, (size_t)1 << 20);
    status result = ST_OK;
    buffer_append_view(out, SV("value,status,records,dataset,table,key,version\r\n"));
    for (size_t i = 0; i < m->entry_count && result == ST_OK && !out->failed; i++) {
        if (statuses >> m->entries[i].status & 1) {
            result = print_entry(s, m, &m->entries[i], &scratch, out, e);
        }
    }
    buffer_release(&scratch);
    return result;
}

static status print_hits(struct snapshot *s, const struct list_match *m,
                         const struct list_entry *entry, struct buffer *scratch, struct buffer *out,
                         struct error *e)
{
    for (size_t i = 0; i < MIN(entry->hit_count, LIST_HITS_TOLD); i++) {
        struct place place;
        TRY(read_place(s, m, &entry->hits[i], scratch, &place, e));
        buffer_append_view(out, i == 0 ? SV("{\"dataset\":") : SV(",{\"dataset\":"));
        json_write_string(out, place.table->dataset_slug);
        buffer_append_view(out, SV(",\"table\":"));
        json_write_string(out, place.table->slug);
        buffer_append_view(out, SV(",\"key\":"));
        json_write_string(out, place.key);
        buffer_append_view(out, SV(",\"version\":"));
        buffer_append_int(out, place.version);
        buffer_append_byte(out, '}');
    }
    return ST_OK;
}

static status print_entries(struct snapshot *s, const struct list_match *m, struct buffer *out,
                            struct error *e)
{
    struct buffer scratch;
    buffer_init(&scratch, (size_t)1 << 20);
    status result = ST_OK;
    for (size_t i = 0; i < m->entry_count && result == ST_OK && !out->failed; i++) {
        const struct list_entry *entry = &m->entries[i];
        buffer_append_view(out, i == 0 ? SV("{\"value\":") : SV(",{\"value\":"));
        json_write_string(out, entry->value);
        buffer_print(out, ",\"status\":\"%s\",\"times\":%llu,\"count\":%zu,\"records\":[",
                     status_names[entry->status], (unsigned long long)entry->times,
                     entry->hit_count);
        result = print_hits(s, m, entry, &scratch, out, e);
        buffer_append(out, "]}", 2);
    }
    buffer_release(&scratch);
    return result;
}

static void print_counts(const struct list_match *m, struct buffer *out)
{
    uint64_t asked = 0;
    for (size_t i = 0; i < m->entry_count; i++) {
        asked += m->entries[i].times;
    }
    buffer_print(out, ",\"asked\":%llu,\"values\":%zu,\"fields\":[", (unsigned long long)asked,
                 m->entry_count);
    for (size_t i = 0; i < m->field_count; i++) {
        buffer_append(out, ",", i > 0);
        json_write_string(out, m->fields[i]);
    }
    buffer_append_byte(out, ']');
    for (size_t i = 0; i < ARRAY_LENGTH(status_names); i++) {
        buffer_print(out, ",\"%s\":%zu", status_names[i], m->counts[i]);
    }
}

status list_print_json(struct snapshot *s, const struct list_match *m, struct buffer *out,
                       struct error *e)
{
    print_counts(m, out);
    buffer_append_view(out, SV(",\"entries\":["));
    TRY(print_entries(s, m, out, e));
    buffer_append_view(out, SV("],\"searches\":{"));
    for (size_t i = 0; i < ARRAY_LENGTH(status_names); i++) {
        buffer_print(out, "%s\"%s\":", i == 0 ? "" : ",", status_names[i]);
        if (m->counts[i] == 0) {
            buffer_append_view(out, SV("null"));
        } else {
            list_query_print(m, (enum list_status)i, out);
        }
    }
    buffer_append_byte(out, '}');
    return ST_OK;
}
