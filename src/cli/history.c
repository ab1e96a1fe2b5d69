// SPDX-License-Identifier: Apache-2.0
// Prints versions and events of a record.
#include "cli/history.h"

#include "cli/cli.h"
#include "store/record_events.h"

#include <inttypes.h>

void history_print_removal(const struct removal *removal, struct buffer *b)
{
    buffer_append_view(b, SV("\"reason\":"));
    print_json_string(b, removal->reason);
    buffer_append_view(b, SV(",\"replacedBy\":"));
    if (removal->replaced_by.length > 0) {
        print_json_string(b, removal->replaced_by);
    } else {
        buffer_append_view(b, SV("null"));
    }
}

static void print_removal_lines(const struct removal *removal, struct buffer *b)
{
    if (removal->reason.length > 0) {
        buffer_print(b, "    reason: " SV_FORMAT "\n", SV_ARGUMENT(removal->reason));
    }
    if (removal->replaced_by.length > 0) {
        buffer_print(b, "    replaced by " SV_FORMAT "\n", SV_ARGUMENT(removal->replaced_by));
    }
}

static status find_versions(struct asking *a, const struct store_table *table, string_view key,
                            struct record_version **rows, size_t *count, struct error *e)
{
    TRY(snapshot_versions(a->snapshot, &scope_public, &table->table, key, &a->arena, rows, count,
                          e));
    return *count > 0 ? ST_OK
                      : error_set(e, ST_NOT_FOUND, "there is no record '" SV_FORMAT "'",
                                  SV_ARGUMENT(sv_slice(key, 0, 200)));
}

// --- versions --------------------------------------------------------------------------------

static void print_version_json(const struct asking *a, const struct record_version *row,
                               const struct removal *removal, struct buffer *b)
{
    const struct commit *from = snapshot_commit(a->snapshot, row->from);
    const struct commit *until = snapshot_commit(a->snapshot, row->until);
    char hash[65];
    char begins[25];
    char ends[25] = "";
    sha256_to_hex(&row->hash, hash);
    moment_to_text(from->time, begins);
    if (until != NULL) {
        moment_to_text(until->time, ends);
    }
    buffer_print(b,
                 "{\"version\":%" PRId64 ",\"commit\":%" PRIu32
                 ",\"from\":\"%s\",\"until\":%s%s%s,\"hash\":\"%s\",\"removal\":",
                 from->time, row->from, begins, until == NULL ? "null" : "\"", ends,
                 until == NULL ? "" : "\"", hash);
    if (removal == NULL) {
        buffer_append_view(b, SV("null}\n"));
    } else {
        buffer_append_byte(b, '{');
        history_print_removal(removal, b);
        buffer_append_view(b, SV("}}\n"));
    }
}

static void print_version_text(const struct asking *a, const struct record_version *row,
                               const struct removal *removal, struct buffer *b)
{
    const struct commit *until = snapshot_commit(a->snapshot, row->until);
    char hash[65];
    char begins[25];
    char ends[25] = "";
    sha256_to_hex(&row->hash, hash);
    moment_to_text(snapshot_commit(a->snapshot, row->from)->time, begins);
    if (until != NULL) {
        moment_to_text(until->time, ends);
    }
    buffer_print(b, "%s  commit %-6" PRIu32 " %s%s  %.12s\n", begins, row->from,
                 until == NULL     ? "stands"
                 : removal != NULL ? "removed "
                                   : "until ",
                 ends, hash);
    if (removal != NULL) {
        print_removal_lines(removal, b);
    }
}

status history_print_versions(struct asking *a, const struct store_table *table, string_view key,
                              struct buffer *b, struct error *e)
{
    struct record_version *rows = NULL;
    size_t count = 0;
    TRY(find_versions(a, table, key, &rows, &count, e));
    for (size_t i = 0; i < count; i++) {
        struct removal removal;
        uint32_t last = snapshot_last_commit(a->snapshot);
        uint32_t next = i + 1 < count ? rows[i + 1].from : last + 1;
        bool removed = rows[i].until < next;
        if (removed) {
            TRY(snapshot_removal(a->snapshot, &scope_public, &table->table, key, &rows[i],
                                 &a->arena, &removal, e));
        }
        (option_json ? print_version_json : print_version_text)(a, &rows[i],
                                                                removed ? &removal : NULL, b);
    }
    return ST_OK;
}

// --- events ----------------------------------------------------------------------------------

static void print_event_json(const struct commit *c, enum record_change change,
                             const struct removal *removal, struct buffer *b)
{
    char when[25];
    moment_to_text(c->time, when);
    buffer_print(b,
                 "{\"commit\":%" PRIu32 ",\"version\":%" PRId64
                 ",\"time\":\"%s\",\"change\":\"%s\",\"author\":",
                 c->number, c->time, when, record_change_names[change]);
    print_json_string(b, c->author);
    buffer_append_view(b, SV(",\"message\":"));
    print_json_string(b, c->message);
    if (removal != NULL) {
        buffer_append_byte(b, ',');
        history_print_removal(removal, b);
    }
    buffer_append_view(b, SV("}\n"));
}

static void print_event_text(const struct commit *c, enum record_change change,
                             const struct removal *removal, struct buffer *b)
{
    char when[25];
    moment_to_text(c->time, when);
    buffer_print(b, "commit %" PRIu32 "  %s  %s\n    " SV_FORMAT "%s" SV_FORMAT "\n", c->number,
                 when, record_change_names[change], SV_ARGUMENT(c->author),
                 c->message.length > 0 ? ": " : "", SV_ARGUMENT(c->message));
    if (removal != NULL) {
        print_removal_lines(removal, b);
    }
}

status history_print_events(struct asking *a, const struct store_table *table, string_view key,
                            size_t limit, struct buffer *b, struct error *e)
{
    struct record_version *rows = NULL;
    struct record_event *events = NULL;
    size_t count = 0;
    TRY(find_versions(a, table, key, &rows, &count, e));
    TRY(record_events(rows, count, snapshot_last_commit(a->snapshot), &a->arena, &events, &count,
                      e));
    for (size_t i = 0; i < count && (limit == 0 || i < limit); i++) {
        struct removal removal;
        const struct record_version *ended = events[i].ended;
        if (ended != NULL) {
            TRY(snapshot_removal(a->snapshot, &scope_public, &table->table, key, ended, &a->arena,
                                 &removal, e));
        }
        (option_json ? print_event_json
                     : print_event_text)(snapshot_commit(a->snapshot, events[i].commit),
                                         events[i].change, ended == NULL ? NULL : &removal, b);
    }
    return ST_OK;
}
