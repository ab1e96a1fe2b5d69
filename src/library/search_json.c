// SPDX-License-Identifier: Apache-2.0
// A whole search as JSON, in and out.
#include "formats/json_write.h"
#include "library/request.h"
#include "query/pieces.h"
#include "query/search_body.h"
#include "query/search_write.h"

static void write_moment(const struct vitrine_snapshot *s, uint32_t commit, struct buffer *out)
{
    if (commit == 0) {
        buffer_append_view(out, SV("null"));
    } else {
        buffer_append_int(out, library_time(s, commit));
    }
}

void library_write_version(const struct vitrine_snapshot *s, uint32_t commit, struct buffer *out)
{
    buffer_append_view(out, SV("{\"version\":"));
    write_moment(s, commit, out);
}

struct hit_list {
    const struct vitrine_snapshot *snapshot;
    const struct search_hit *hits;
};

static status write_hit(void *argument, size_t index, struct buffer *out, struct error *e)
{
    const struct hit_list *l = argument;
    const struct vitrine_snapshot *s = l->snapshot;
    const struct search_hit *hit = &l->hits[index];
    TRY(write_hit_start(s->snapshot, &hit->table, hit->key, hit->from, out, e));
    TRY(snapshot_write_record(s->snapshot, &hit->version, false, out, e));
    buffer_append_byte(out, '}');
    return ST_OK;
}

static void expect_hit(void *argument, size_t index, unsigned stage)
{
    const struct hit_list *l = argument;
    snapshot_expect_record(l->snapshot->snapshot, &l->hits[index].version, stage);
}

static status write_answer(const struct vitrine_snapshot *s, const struct search_result *result,
                           struct buffer *out, struct error *e)
{
    library_write_version(s, result->commit, out);
    buffer_append_view(out, SV(",\"total\":"));
    buffer_append_uint(out, result->total);
    buffer_append_view(out, SV(",\"records\":["));
    struct hit_list list = {s, result->hits};
    TRY(pieces_write(result->hit_count, write_hit, expect_hit, &list, out, e));
    buffer_append_view(out, SV("],\"facets\":"));
    write_facets(result->facets, result->facet_count, out);
    buffer_append_view(out, SV(",\"after\":"));
    if (result->after.length > 0) {
        json_write_string(out, result->after);
    } else {
        buffer_append_view(out, SV("null"));
    }
    buffer_append_byte(out, '}');
    return buffer_check(out, "the answer", e);
}

static status run(struct library_request *r, const struct vitrine_snapshot *s, struct buffer *out,
                  struct error *e)
{
    struct search_request request;
    struct search_result result;
    struct vitrine_snapshot at = *s;
    if (r->has_version) {
        at.commit = MIN(snapshot_commit_at(s->snapshot, r->version), s->commit);
        if (at.commit == 0) {
            return error_set_field(e, ST_NOT_FOUND, "/version", "nothing was here at that moment");
        }
    }
    TRY(library_request_finish(r, &at, &r->arena, &request, e));
    TRY(search_run(s->snapshot, &scope_public, &r->arena, &request, &result, e));
    return write_answer(s, &result, out, e);
}

enum vitrine_status vitrine_search_json(struct vitrine_snapshot *snapshot, const char *json,
                                        size_t length, struct vitrine_buffer *out,
                                        struct vitrine_error *error)
{
    struct library_answer a;
    struct library_request r;
    if (!library_answer_begin(&a, snapshot != NULL && (json != NULL || length == 0), out, error)) {
        return library_result(ST_INVALID, a.e);
    }
    library_request_init(&r);
    status result = library_request_from_json(&r, (string_view){json, length}, a.e);
    if (result == ST_OK) {
        result = run(&r, snapshot, a.out, a.e);
    }
    if (result == ST_INVALID || result == ST_NOT_FOUND) {
        search_body_point((string_view){json, length}, a.e);
    }
    library_request_release(&r);
    return library_answer_end(&a, result);
}
