// SPDX-License-Identifier: Apache-2.0
// One record and its versions.
#include "formats/json_write.h"
#include "library/library.h"

static status write_record(struct vitrine_snapshot *s, const char *table, const char *key,
                           struct buffer *out, struct error *e)
{
    const struct store_table *t = NULL;
    struct record_version version;
    TRY(library_table(s, sv_from(table), &t, e));
    status result = snapshot_record(s->snapshot, &scope_public, &t->table, sv_from(key), s->commit,
                                    &version, e);
    if (result == ST_GONE || result == ST_NOT_FOUND) {
        error_clear(e);
        return error_set_field(e, result, "key",
                               result == ST_GONE ? "the record \"%.200s\" was removed by then"
                                                 : "there is no record \"%.200s\"",
                               key);
    }
    TRY(result);
    return snapshot_write_record(s->snapshot, &version, false, out, e);
}

enum vitrine_status vitrine_record_json(struct vitrine_snapshot *snapshot, const char *table,
                                        const char *key, struct vitrine_buffer *out,
                                        struct vitrine_error *error)
{
    struct library_answer a;
    if (!library_answer_begin(&a, snapshot != NULL && table != NULL && key != NULL, out, error)) {
        return library_result(ST_INVALID, a.e);
    }
    return library_answer_end(&a, write_record(snapshot, table, key, a.out, a.e));
}

static status write_version(struct vitrine_snapshot *s, const struct record_version *v,
                            struct buffer *out, struct error *e)
{
    char hash[65];
    sha256_to_hex(&v->hash, hash);
    buffer_append_view(out, SV("{\"commit\":"));
    buffer_append_uint(out, v->from);
    json_write_name(out, SV("version"));
    buffer_append_int(out, library_time(s, v->from));
    json_write_name(out, SV("until"));
    if (v->until > s->commit) {
        buffer_append_view(out, SV("null"));
    } else {
        buffer_append_int(out, library_time(s, v->until));
    }
    json_write_name(out, SV("hash"));
    json_write_string(out, sv_from(hash));
    json_write_name(out, SV("data"));
    TRY(snapshot_write_record(s->snapshot, v, false, out, e));
    buffer_append_byte(out, '}');
    return ST_OK;
}

static status write_versions(struct vitrine_snapshot *s, const char *table, const char *key,
                             struct arena *arena, struct buffer *out, struct error *e)
{
    const struct store_table *t = NULL;
    struct record_version *versions = NULL;
    size_t count = 0;
    size_t written = 0;
    TRY(library_table(s, sv_from(table), &t, e));
    TRY(snapshot_versions(s->snapshot, &scope_public, &t->table, sv_from(key), arena, &versions,
                          &count, e));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < count && versions[i].from <= s->commit; i++) {
        if (written++ > 0) {
            buffer_append_byte(out, ',');
        }
        TRY(write_version(s, &versions[i], out, e));
    }
    buffer_append_byte(out, ']');
    if (written == 0) {
        return error_set_field(e, ST_NOT_FOUND, "key", "there is no record \"%.200s\"", key);
    }
    return ST_OK;
}

enum vitrine_status vitrine_record_versions_json(struct vitrine_snapshot *snapshot,
                                                 const char *table, const char *key,
                                                 struct vitrine_buffer *out,
                                                 struct vitrine_error *error)
{
    struct library_answer a;
    if (!library_answer_begin(&a, snapshot != NULL && table != NULL && key != NULL, out, error)) {
        return library_result(ST_INVALID, a.e);
    }
    struct arena arena;
    arena_init(&arena, 0);
    status result = write_versions(snapshot, table, key, &arena, a.out, a.e);
    arena_release(&arena);
    return library_answer_end(&a, result);
}
