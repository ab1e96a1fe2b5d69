// SPDX-License-Identifier: Apache-2.0
// The first rows of the datasets that give most are written as the format has them, and packed.
#include "api/download_estimate.h"

#include "api/contributions.h"
#include "api/download_format.h"
#include "base/clock.h"
#include "formats/deflate_piece.h"
#include "formats/json_write.h"
#include "portal/kept_packages.h"

#include <string.h>

#define SAMPLES      ((size_t)6)        // datasets that are looked into
#define SAMPLE_BYTES ((size_t)64 << 10) // of each
#define SAMPLE_MOST  ((size_t)64 << 20) // a format gives on in pieces
#define NOTES        ((uint64_t)2000)   // bytes of what lies beside the records, packed
#define NOTES_EACH   ((uint64_t)400)    // and for each dataset

// What one processor of two makes in a second, of bytes not yet packed (bench/RESULTS.md).
#define PACKED_PACE 150e6
#define PLAIN_PACE  600e6

struct sample {
    struct buffer bytes;
    size_t most;
};

struct tally {
    double rows;   // of the datasets that were sampled
    double bytes;  // of all of them
    double packed; // the same, packed
};

static status take(void *argument, string_view bytes, struct error *e)
{
    struct sample *s = argument;
    buffer_append_view(&s->bytes, sv_slice(bytes, 0, s->most - MIN(s->most, s->bytes.length)));
    TRY(buffer_check(&s->bytes, "a sample", e));
    return s->bytes.length >= s->most ? ST_UNCHANGED : ST_OK; // enough
}

// Their order counts for nothing here.
static status take_sample(const struct download *d, const struct uuid *tables, size_t count,
                          struct sample *s, struct error *e)
{
    struct download first = *d;
    first.input.request.sort_count = 0;
    first.format = d->format->row_mark != NULL ? d->format : &download_csv;
    buffer_clear(&s->bytes);
    status result = download_write(&first, tables, count, take, s, e);
    return result == ST_UNCHANGED ? ST_OK : result;
}

static size_t count_of(string_view text, string_view mark)
{
    size_t count = 0;
    for (const char *at = text.bytes; (at = memmem(at, (size_t)(text.bytes + text.length - at),
                                                   mark.bytes, mark.length)) != NULL;
         at += mark.length) {
        count++;
    }
    return count;
}

// Columns of a table's first line; 1 where the format has none.
static size_t columns_of(const struct download *d, string_view text)
{
    bool table = (d->format->options & OPTION_COLUMNS) != 0;
    string_view line = sv_slice(text, 0, sv_find(text, '\n'));
    return table ? 1 + count_of(line, (string_view){&d->separator, 1}) : 1;
}

static double packed_length(string_view bytes, struct deflater *deflater)
{
    struct buffer out;
    uint32_t crc = 0;
    buffer_init(&out, SAMPLE_MOST);
    status result = deflate_piece(deflater, bytes, &out, &crc, NULL);
    double length = result == ST_OK ? (double)out.length : (double)bytes.length;
    buffer_release(&out);
    return length;
}

// The tables of one dataset; in one file with others its rows have their columns, too.
static status add_dataset(const struct download_answer *a, const struct contribution *c,
                          size_t columns, struct deflater *deflater, struct sample *s,
                          struct tally *t, struct error *e)
{
    const struct download *d = &a->download;
    size_t count = 0;
    struct uuid *tables =
        arena_array(a->request->arena, struct uuid, c->dataset->resource_count + 1);
    if (tables == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for an estimate");
    }
    for (size_t i = 0; i < c->dataset->resource_count; i++) {
        const struct resource *r = &c->dataset->resources[i];
        if (r->is_table && contribution_is_asked(&d->input.request, &r->uuid)) {
            tables[count++] = r->uuid;
        }
    }
    TRY(take_sample(d, tables, count, s, e));
    string_view bytes = buffer_view(&s->bytes);
    size_t rows =
        count_of(bytes, sv_from(d->format->row_mark != NULL ? d->format->row_mark : "\n"));
    size_t own = columns_of(d, bytes);
    double missing = d->separate || columns < own ? 0 : (double)(columns - own);
    if (rows > 0) {
        double records = (double)c->records;
        double each = 1 / (double)rows;
        t->rows += records;
        t->bytes += records * ((double)bytes.length * each + missing);
        t->packed += records * packed_length(bytes, deflater) * each;
    }
    return ST_OK;
}

static status sample_all(const struct download_answer *a, const struct contribution *list,
                         size_t count, struct tally *t, struct error *e)
{
    struct deflater *deflater = deflater_create();
    struct sample s = {.most = SAMPLE_BYTES};
    size_t columns = 1;
    if (deflater == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for an estimate");
    }
    buffer_init(&s.bytes, SAMPLE_MOST);
    status result = ST_OK;
    if (count > 1 && !a->download.separate) {
        result = take_sample(&a->download, NULL, 0, &s, e);
        columns = columns_of(&a->download, buffer_view(&s.bytes));
    }
    for (size_t i = 0; i < MIN(count, SAMPLES) && result == ST_OK; i++) {
        result = add_dataset(a, &list[i], columns, deflater, &s, t, e);
    }
    buffer_release(&s.bytes);
    deflater_destroy(deflater);
    return result;
}

static bool is_kept(const struct download_answer *a, struct kept_packages *kept,
                    struct download_estimate *out)
{
    struct kept_package found;
    struct error ignored = {0};
    if (kept == NULL || kept_find(kept, &a->name, &found, &ignored) != ST_OK) {
        return false;
    }
    out->bytes = found.bytes.length;
    out->seconds = 0;
    out->kept = true;
    out->sampled = false;
    file_unmap(&found.file);
    return true;
}

// Of what is asked, as far as the format has it.
static status estimate(const struct download_answer *a, struct kept_packages *kept,
                       struct download_estimate *out, struct error *e)
{
    const struct contribution *list = NULL;
    const struct search_input *input = &a->download.input;
    struct search_request counted = input->request;
    struct search_result result;
    struct tally t = {.rows = 0};
    size_t count = 0;
    counted.count_only = true;
    TRY(search_run(input->view.snapshot, &scope_public, a->request->arena, &counted, &result, e));
    *out = (struct download_estimate){.records = result.total, .sampled = true};
    if (a->download.format->measure != NULL) {
        TRY(a->download.format->measure(&a->download, &a->site, result.total, &out->unpacked,
                                        &out->sampled, e));
        out->bytes = out->unpacked;
        out->seconds = (double)out->bytes / PLAIN_PACE;
        (void)is_kept(a, kept, out);
        return ST_OK;
    }
    TRY(contributions_make(&a->site, input, result.total, a->request->arena, &list, &count, e));
    TRY(sample_all(a, list, count, &t, e));
    double unpacked = t.rows > 0 ? t.bytes * (double)out->records / t.rows : 0;
    double beside = a->download.format->beside_csv;
    double packed = t.rows > 0 ? t.packed * (double)out->records / t.rows : 0;
    packed *= beside > 0 ? beside : 1;
    out->unpacked = (uint64_t)unpacked;
    out->bytes = a->download.packed ? (uint64_t)packed + NOTES + count * NOTES_EACH : out->unpacked;
    out->seconds = unpacked / (a->download.packed ? PACKED_PACE : PLAIN_PACE);
    (void)is_kept(a, kept, out);
    return ST_OK;
}

status download_estimate_make(const struct download_answer *a, struct kept_packages *kept,
                              struct download_estimate *out, struct error *e)
{
    struct download_answer narrowed = *a;
    struct download *d = &narrowed.download;
    if (d->format->narrow != NULL) {
        TRY(d->format->narrow(&a->download, &d->input.request, a->request->arena, e));
    }
    return estimate(&narrowed, kept, out, e);
}

void download_estimate_write(const struct download_estimate *estimate, struct buffer *out)
{
    json_write_name(out, SV("records"));
    buffer_append_uint(out, estimate->records);
    json_write_name(out, SV("bytes"));
    buffer_append_uint(out, estimate->bytes);
    json_write_name(out, SV("unpacked"));
    buffer_append_uint(out, estimate->unpacked);
    json_write_name(out, SV("seconds"));
    buffer_print(out, "%.1f", estimate->seconds);
    json_write_name(out, SV("kept"));
    buffer_append_view(out, estimate->kept ? SV("true") : SV("false"));
    json_write_name(out, SV("sampled"));
    buffer_append_view(out, estimate->sampled ? SV("true") : SV("false"));
}

status api_download_estimate(void *context, struct http_request *request,
                             struct http_response *response, struct error *e)
{
    const struct api *api = context;
    struct download_estimate estimate;
    struct download_answer *a = arena_new(request->arena, struct download_answer);
    if (a == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for an estimate");
    }
    TRY(download_open(api, request, a, e));
    TRY(download_estimate_make(a, api->kept, &estimate, e));
    response->cache_control = "no-store"; // what is kept changes
    answer_begin(&a->download.input.view, response);
    download_estimate_write(&estimate, &response->body);
    buffer_append_view(&response->body, SV("}\n"));
    return ST_OK;
}
