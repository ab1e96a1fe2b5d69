// SPDX-License-Identifier: Apache-2.0
// Digests of searches. Rows are hashed in the order in which they come; where one was erased, what
// may have been there forks the hash.
#include "query/search_digest.h"

#include "base/array.h"
#include "formats/document.h"
#include "formats/json_write.h"
#include "query/query_tree.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define PENDING_BYTES ((size_t)64 << 10)
#define MOST_DOUBTS   ((size_t)1 << 24)

// A row of the tables asked, visible at the commit, that lost values.
struct doubt {
    struct uuid table;
    string_view key; // of the snapshot
    struct sha256 hash;
    moment first;
    moment last;
    bool found; // by the search as things are
};

// One hash of what may have been found.
struct strand {
    struct sha256_stream *stream;
    uint32_t taken; // a bit for each doubt whose row it holds
};

struct digesting {
    struct snapshot *snapshot;
    const struct scope *scope;
    const struct search_request *request;
    struct search_digest *out;
    struct doubt *doubts; // owned, in default order
    size_t doubt_count;
    size_t doubt_capacity;
    size_t at;              // the doubt that is next in order
    bool guessing;          // every doubt forks
    struct strand *strands; // owned; without guessing: as written, and as they are now
    size_t strand_count;
    struct buffer pending; // bytes that belong to all strands
};

// --- what was erased -----------------------------------------------------------------------------

static bool is_asked(const struct digesting *d, const struct uuid *table)
{
    for (size_t i = 0; i < d->request->table_count; i++) {
        if (uuid_compare(&d->request->tables[i], table) == 0) {
            return scope_allows(d->scope, table);
        }
    }
    return d->request->table_count == 0 && scope_allows(d->scope, table);
}

static status add_doubt(struct digesting *d, const struct erased_record *r, moment time,
                        struct error *e)
{
    struct record_version version;
    struct error ignored = {0};
    status result = snapshot_record(d->snapshot, d->scope, &r->table, r->key, d->request->commit,
                                    &version, &ignored);
    if (result == ST_NOT_FOUND || result == ST_GONE) {
        return ST_OK;
    }
    if (result != ST_OK) {
        return error_set(e, result, "%s", ignored.message);
    }
    for (size_t i = 0; i < r->count; i++) {
        if (r->rows[i].from != version.from) {
            continue;
        }
        if (!ARRAY_RESERVE(d->doubts, d->doubt_capacity, d->doubt_count, MOST_DOUBTS)) {
            return query_no_memory(e);
        }
        d->doubts[d->doubt_count++] = (struct doubt){
            .table = r->table, .key = r->key, .hash = version.hash, .first = time, .last = time};
        break;
    }
    return ST_OK;
}

static int compare_doubts(const void *a, const void *b)
{
    const struct doubt *x = a;
    const struct doubt *y = b;
    int order = uuid_compare(&x->table, &y->table);
    return order != 0 ? order : sv_compare(x->key, y->key);
}

// A row that lost one field after another is one row.
static void join_doubts(struct digesting *d)
{
    size_t kept = 0;
    if (d->doubt_count > 1) {
        qsort(d->doubts, d->doubt_count, sizeof *d->doubts, compare_doubts);
    }
    for (size_t i = 0; i < d->doubt_count; i++) {
        if (kept > 0 && compare_doubts(&d->doubts[kept - 1], &d->doubts[i]) == 0) {
            d->doubts[kept - 1].first = MIN(d->doubts[kept - 1].first, d->doubts[i].first);
            d->doubts[kept - 1].last = MAX(d->doubts[kept - 1].last, d->doubts[i].last);
        } else {
            d->doubts[kept++] = d->doubts[i];
        }
    }
    d->doubt_count = kept;
}

static status find_doubts(struct digesting *d, struct error *e)
{
    size_t count = 0;
    const struct commit *const *erasures = snapshot_erasures(d->snapshot, &count);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < erasures[i]->erased_count; k++) {
            if (is_asked(d, &erasures[i]->erased[k].table)) {
                TRY(add_doubt(d, &erasures[i]->erased[k], erasures[i]->time, e));
            }
        }
    }
    join_doubts(d);
    return ST_OK;
}

// --- hashing -------------------------------------------------------------------------------------

static status add_strand(struct digesting *d, struct sha256_stream *stream, uint32_t taken,
                         struct error *e)
{
    d->strands[d->strand_count].stream = stream;
    d->strands[d->strand_count].taken = taken;
    d->strand_count += stream != NULL;
    return stream == NULL ? query_no_memory(e) : ST_OK;
}

static status begin_strands(struct digesting *d, struct error *e)
{
    size_t most = d->guessing ? (size_t)1 << d->doubt_count : 2;
    d->strands = calloc(most, sizeof *d->strands);
    d->at = 0;
    d->strand_count = 0;
    buffer_clear(&d->pending);
    return d->strands == NULL ? query_no_memory(e) : add_strand(d, sha256_stream_create(), 0, e);
}

static void end_strands(struct digesting *d)
{
    for (size_t i = 0; i < d->strand_count; i++) {
        sha256_stream_destroy(d->strands[i].stream);
    }
    free(d->strands);
    d->strands = NULL;
    d->strand_count = 0;
}

static void flush(struct digesting *d)
{
    for (size_t i = 0; i < d->strand_count; i++) {
        sha256_stream_add(d->strands[i].stream, d->pending.bytes, d->pending.length);
    }
    buffer_clear(&d->pending);
}

static void put_row(struct buffer *b, const struct uuid *table, string_view key,
                    const struct sha256 *hash)
{
    uint32_t length = (uint32_t)key.length;
    buffer_append(b, (const char *)table->bytes, sizeof table->bytes);
    buffer_append(b, (const char *)&length, sizeof length);
    buffer_append(b, key.bytes, key.length);
    buffer_append(b, (const char *)hash->bytes, sizeof hash->bytes);
}

static status fork_guesses(struct digesting *d, const struct doubt *doubt, struct error *e)
{
    size_t before = d->strand_count;
    uint32_t bit = (uint32_t)1 << (doubt - d->doubts);
    flush(d);
    for (size_t i = 0; i < before; i++) {
        TRY(add_strand(d, sha256_stream_copy(d->strands[i].stream), d->strands[i].taken | bit, e));
    }
    put_row(&d->pending, &doubt->table, doubt->key, &doubt->hash);
    for (size_t i = before; i < d->strand_count; i++) {
        sha256_stream_add(d->strands[i].stream, d->pending.bytes, d->pending.length);
    }
    buffer_clear(&d->pending);
    return ST_OK;
}

static status hash_of_present(struct digesting *d, const struct record_version *v,
                              struct sha256 *hash, struct error *e)
{
    struct buffer record;
    buffer_init(&record, LIMIT_RECORD_BYTES * 4);
    status result = snapshot_write_record(d->snapshot, v, true, &record, e);
    if (result == ST_OK) {
        result = buffer_check(&record, "a record", e);
    }
    if (result == ST_OK) {
        sha256_of(record.bytes, record.length, hash);
    }
    buffer_release(&record);
    return result;
}

// A row that the search finds and that lost values: its own two hashes.
static status add_erased(struct digesting *d, struct doubt *doubt, const struct search_hit *hit,
                         struct error *e)
{
    struct erased_rows *erased = &d->out->erased;
    const struct sha256 *hashes[2] = {&hit->version.hash, NULL};
    struct sha256 present;
    doubt->found = true;
    erased->first = erased->rows == 0 ? doubt->first : MIN(erased->first, doubt->first);
    erased->last = MAX(erased->last, doubt->last);
    erased->rows++;
    TRY(hash_of_present(d, &hit->version, &present, e));
    hashes[1] = &present;
    flush(d);
    if (d->strand_count == 1) {
        TRY(add_strand(d, sha256_stream_copy(d->strands[0].stream), 0, e));
    }
    for (size_t i = 0; i < 2; i++) {
        put_row(&d->pending, &hit->table, hit->key, hashes[i]);
        sha256_stream_add(d->strands[i].stream, d->pending.bytes, d->pending.length);
        buffer_clear(&d->pending);
    }
    return ST_OK;
}

static int compare_hit(const struct doubt *doubt, const struct search_hit *hit)
{
    int order = uuid_compare(&doubt->table, &hit->table);
    return order != 0 ? order : sv_compare(doubt->key, hit->key);
}

// Passes over the doubts before a row, or with NULL all that are left; *here is that of the row.
static status pass_doubts(struct digesting *d, const struct search_hit *hit, struct doubt **here,
                          struct error *e)
{
    *here = NULL;
    while (d->at < d->doubt_count && *here == NULL) {
        struct doubt *doubt = &d->doubts[d->at];
        int order = hit == NULL ? -1 : compare_hit(doubt, hit);
        if (order > 0) {
            break;
        }
        *here = order == 0 ? doubt : NULL;
        if (d->guessing) {
            TRY(fork_guesses(d, doubt, e));
        }
        d->at++;
    }
    return ST_OK;
}

static status see(void *argument, const struct search_hit *hit, struct error *e)
{
    struct digesting *d = argument;
    struct doubt *doubt = NULL;
    TRY(pass_doubts(d, hit, &doubt, e));
    if (doubt != NULL) {
        return d->guessing ? ST_OK : add_erased(d, doubt, hit, e);
    }
    put_row(&d->pending, &hit->table, hit->key, &hit->version.hash);
    if (d->pending.length >= PENDING_BYTES) {
        flush(d);
    }
    return buffer_check(&d->pending, "a digest", e);
}

static status see_counted(void *argument, const struct search_hit *hit, struct error *e)
{
    struct digesting *d = argument;
    d->out->rows++;
    return see(d, hit, e);
}

static status walk(struct digesting *d, search_scan_visit *visit, struct error *e)
{
    struct search_request request = *d->request;
    struct doubt *ignored = NULL;
    request.sort_count = 0;
    TRY(begin_strands(d, e));
    TRY(search_scan(d->snapshot, d->scope, &request, visit, d, e));
    TRY(pass_doubts(d, NULL, &ignored, e));
    flush(d);
    return ST_OK;
}

// --- comparing -----------------------------------------------------------------------------------

// Rows of which nothing but the kept hash speaks: those that were found before, and those that are
// found only since they were erased.
static uint64_t count_unproved(const struct digesting *d, uint32_t taken)
{
    uint64_t count = 0;
    for (size_t i = 0; i < d->doubt_count; i++) {
        count += d->doubts[i].found || (taken >> i & 1) != 0;
    }
    return count;
}

static status guess(struct digesting *d, const struct sha256 *recorded, struct error *e)
{
    end_strands(d);
    d->guessing = true;
    TRY(walk(d, see, e));
    d->out->comparison = DIGEST_DIFFERENT;
    for (size_t i = 0; i < d->strand_count; i++) {
        struct sha256 hash;
        sha256_stream_finish(d->strands[i].stream, &hash);
        if (sha256_equal(&hash, recorded)) {
            d->out->comparison = DIGEST_EQUAL_BUT;
            d->out->unproved = count_unproved(d, d->strands[i].taken);
        }
    }
    return ST_OK;
}

static status compare(struct digesting *d, const struct sha256 *recorded, struct error *e)
{
    struct search_digest *out = d->out;
    if (sha256_equal(recorded, &out->now)) {
        out->comparison = DIGEST_EQUAL;
        return ST_OK;
    }
    if (sha256_equal(recorded, &out->digest)) {
        out->comparison = DIGEST_EQUAL_BUT;
        out->unproved = out->erased.rows;
        return ST_OK;
    }
    if (d->doubt_count == 0) {
        out->comparison = DIGEST_DIFFERENT;
        return ST_OK;
    }
    if (d->doubt_count > SEARCH_DIGEST_DOUBTS ||
        (out->rows << d->doubt_count) > SEARCH_DIGEST_WORK) {
        out->comparison = DIGEST_CANNOT_BE_TOLD;
        return ST_OK;
    }
    return guess(d, recorded, e);
}

static status make(struct digesting *d, const struct sha256 *recorded, struct error *e)
{
    struct search_digest *out = d->out;
    TRY(find_doubts(d, e));
    TRY(walk(d, see_counted, e));
    sha256_stream_finish(d->strands[0].stream, &out->digest);
    out->now = out->digest;
    if (d->strand_count > 1) {
        sha256_stream_finish(d->strands[1].stream, &out->now);
    }
    for (size_t i = 0; i < d->doubt_count; i++) {
        out->doubtful += !d->doubts[i].found;
    }
    return recorded == NULL ? ST_OK : compare(d, recorded, e);
}

// The hashes that erased rows of the result had.
static status keep_hashes(struct digesting *d, struct arena *arena, struct error *e)
{
    struct search_digest *out = d->out;
    size_t most = (size_t)MIN(out->erased.rows, SEARCH_DIGEST_KEPT);
    struct kept_hash *kept = arena_array(arena, struct kept_hash, most + 1);
    if (kept == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < d->doubt_count && out->kept_count < most; i++) {
        const struct doubt *doubt = &d->doubts[i];
        if (doubt->found) {
            kept[out->kept_count++] =
                (struct kept_hash){doubt->table, arena_copy(arena, doubt->key), doubt->hash};
        }
    }
    out->kept = kept;
    return ST_OK;
}

status search_digest_make(struct snapshot *s, const struct scope *scope, struct arena *arena,
                          const struct search_request *request, const struct sha256 *recorded,
                          struct search_digest *out, struct error *e)
{
    struct search_digest made = {0};
    struct digesting d = {.snapshot = s, .scope = scope, .request = request, .out = &made};
    buffer_init(&d.pending, PENDING_BYTES * 4);
    status result = make(&d, recorded, e);
    if (result == ST_OK) {
        result = keep_hashes(&d, arena, e);
    }
    end_strands(&d);
    free(d.doubts);
    buffer_release(&d.pending);
    if (result == ST_OK) {
        *out = made;
    }
    return result;
}

// --- telling -------------------------------------------------------------------------------------

static const char *const results[] = {"notCompared", "equal", "equalButErased", "different",
                                      "cannotBeTold"};

static const char *plural(uint64_t count)
{
    return count == 1 ? "" : "s";
}

void search_digest_describe(const struct search_digest *d, struct buffer *out)
{
    switch (d->comparison) {
    case DIGEST_NOT_COMPARED:
        break;
    case DIGEST_EQUAL:
        buffer_append_view(out, SV("equal: the records as they are now give this digest"));
        break;
    case DIGEST_EQUAL_BUT:
        buffer_print(out,
                     "equal but for %" PRIu64
                     " erased row%s, shown from the hash%s kept of %s; every other record is "
                     "proved equal",
                     d->unproved, plural(d->unproved), d->unproved == 1 ? "" : "es",
                     d->unproved == 1 ? "it" : "them");
        break;
    case DIGEST_DIFFERENT:
        buffer_append_view(out, SV("different: this digest is of other records"));
        break;
    case DIGEST_CANNOT_BE_TOLD:
        buffer_print(out,
                     "different from the rows found now; whether it was the digest before "
                     "%" PRIu64 " row%s of these tables were erased cannot be told",
                     d->erased.rows + d->doubtful, plural(d->erased.rows + d->doubtful));
        break;
    }
}

static void print_hash(struct buffer *out, const char *name, const struct sha256 *hash)
{
    char hex[65];
    sha256_to_hex(hash, hex);
    buffer_print(out, "\"%s\":\"%s\"", name, hex);
}

static void print_time(struct buffer *out, const char *name, const struct erased_rows *erased,
                       moment time)
{
    buffer_print(out, ",\"%s\":", name);
    if (erased->rows == 0) {
        buffer_append_view(out, SV("null"));
    } else {
        buffer_append_int(out, time);
    }
}

void search_digest_print(const struct search_digest *d, const struct sha256 *recorded,
                         struct buffer *out)
{
    struct buffer words;
    print_hash(out, "digest", &d->digest);
    buffer_print(out,
                 ",\"definition\":\"" SEARCH_DIGEST_DEFINITION "\",\"rows\":%" PRIu64
                 ",\"erased\":{\"rows\":%" PRIu64,
                 d->rows, d->erased.rows);
    print_time(out, "first", &d->erased, d->erased.first);
    print_time(out, "last", &d->erased, d->erased.last);
    buffer_append_view(out, SV(",\"kept\":["));
    for (size_t i = 0; i < d->kept_count; i++) {
        char table[37];
        uuid_to_text(&d->kept[i].table, table);
        buffer_print(out, "%s{\"table\":\"%s\",\"key\":", i == 0 ? "" : ",", table);
        json_write_string(out, d->kept[i].key);
        buffer_append_byte(out, ',');
        print_hash(out, "hash", &d->kept[i].hash);
        buffer_append_byte(out, '}');
    }
    buffer_append_view(out, SV("]},"));
    print_hash(out, "digestNow", &d->now);
    if (d->comparison == DIGEST_NOT_COMPARED) {
        return;
    }
    buffer_init(&words, 4096);
    search_digest_describe(d, &words);
    buffer_append_view(out, SV(",\"comparison\":{"));
    print_hash(out, "recorded", recorded);
    buffer_print(out,
                 ",\"result\":\"%s\",\"erased\":%" PRIu64 ",\"words\":", results[d->comparison],
                 d->unproved);
    json_write_string(out, buffer_view(&words));
    buffer_append_byte(out, '}');
    buffer_release(&words);
}
