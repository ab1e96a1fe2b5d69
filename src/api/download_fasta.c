// SPDX-License-Identifier: Apache-2.0
// The sequences of records as FASTA, in the records' order; those without are left out, and the
// manifest of a package counts both (rule H2).
//   >identifier|scientificName|marker|number [table=...] [key=...] [version=...] [license=...] ...
#include "api/download_format.h"

#include "api/scan_lines.h"
#include "api/search_answer.h"
#include "api/sequence_fields.h"
#include "formats/fasta_write.h"
#include "formats/json_walk.h"

#include <stdatomic.h>
#include <stdio.h>

#define MOST_TEXT ((size_t)32 << 20)

// Counted by all threads.
struct fasta_count {
    atomic_uint_fast64_t records; // that have a sequence
    atomic_uint_fast64_t sequences;
    atomic_uint_fast64_t others; // texts in their place that are none
};

struct fasta_writer {
    const struct download *download;
    const struct search_input *input;
    struct fasta_count count;
    bool counts_only;
};

// Of one record.
struct fasta_record {
    struct fasta_writer *writer;
    const struct row_identity *row;
    string_view record; // its JSON
    struct buffer text;
    struct buffer *out;
    uint64_t sequences;
};

// --- one record ------------------------------------------------------------------------------

static void write_part(struct fasta_record *r, string_view value)
{
    size_t start = r->text.length; // behind the sequence's own
    json_write_unescaped(&r->text, value);
    fasta_write_id(sv_slice(buffer_view(&r->text), start, SIZE_MAX), r->out);
    r->text.length = start;
}

static void write_identifier(struct fasta_record *r, string_view identifier)
{
    const struct row_naming *naming = download_naming(r->writer->download);
    if (naming != NULL) {
        naming->write(naming->argument, r->row, r->out);
    } else if (identifier.length > 0) {
        write_part(r, identifier);
    } else {
        fasta_write_id(r->row->table->slug, r->out);
        buffer_append_byte(r->out, '/');
        fasta_write_id(r->row->key, r->out);
    }
}

// What the record says itself, else what its dataset states (rule D2).
static void write_right(struct fasta_record *r, string_view name, string_view stated)
{
    char member[32];
    size_t start = r->text.length;
    json_write_unescaped(&r->text, json_walk_find(r->record, name));
    string_view own = sv_slice(buffer_view(&r->text), start, SIZE_MAX);
    (void)snprintf(member, sizeof member, SV_FORMAT, SV_ARGUMENT(name));
    fasta_write_note(member, own.length > 0 ? own : stated, r->out);
    r->text.length = start;
}

static void write_notes(struct fasta_record *r)
{
    const struct row_constants *stated = &r->writer->download->stated;
    fasta_write_note("table", r->row->table->slug, r->out);
    fasta_write_note("key", r->row->key, r->out);
    buffer_print(r->out, " [version=%lld]", (long long)r->row->version);
    for (size_t i = 0; i < stated->count; i++) {
        write_right(r, stated->names[i], stated->text(stated->argument, &r->row->table->table, i));
    }
}

static void write_sequence(void *argument, const struct sequence_found *found)
{
    struct fasta_record *r = argument;
    buffer_clear(&r->text);
    json_write_unescaped(&r->text, found->text);
    if (!fasta_is_sequence(buffer_view(&r->text))) {
        atomic_fetch_add(&r->writer->count.others, 1);
        return;
    }
    r->sequences++;
    if (r->writer->counts_only) {
        return;
    }
    buffer_append_byte(r->out, '>');
    write_identifier(r, found->identifier);
    buffer_append_byte(r->out, '|');
    write_part(r, found->name);
    buffer_append_byte(r->out, '|');
    write_part(r, found->marker);
    buffer_print(r->out, "|%zu", found->number);
    write_notes(r);
    buffer_append_byte(r->out, '\n');
    fasta_write_sequence(buffer_view(&r->text), r->out);
}

static status write_record_sequences(void *argument, const struct search_hit *hit,
                                     struct buffer *scratch, struct buffer *out, struct error *e)
{
    struct fasta_writer *w = argument;
    struct snapshot *s = w->input->view.snapshot;
    const struct commit *made = snapshot_commit(s, hit->from);
    const struct row_identity row = {.table = snapshot_table_by_uuid(s, &hit->table),
                                     .key = hit->key,
                                     .version = made == NULL ? 0 : made->time};
    struct fasta_record r = {.writer = w, .row = &row, .out = out};
    if (row.table == NULL) {
        return error_set(e, ST_INTERNAL, "a row belongs to no table");
    }
    buffer_clear(scratch);
    TRY(snapshot_write_record(s, &hit->version, false, scratch, e));
    r.record = buffer_view(scratch);
    buffer_init(&r.text, MOST_TEXT);
    sequence_fields_each(r.record, write_sequence, &r);
    status result = buffer_check(&r.text, "a sequence", e);
    buffer_release(&r.text);
    atomic_fetch_add(&w->count.sequences, r.sequences);
    atomic_fetch_add(&w->count.records, r.sequences > 0);
    return result;
}

// --- all of them -----------------------------------------------------------------------------

static status narrow(const struct download *d, struct search_request *request, struct arena *arena,
                     struct error *e)
{
    return sequence_fields_narrow(d->input.view.snapshot, request, arena, e);
}

static status run(struct fasta_writer *w, const struct search_input *input, csv_sink *sink,
                  void *argument, struct error *e)
{
    struct search_input narrowed = *input;
    struct arena arena;
    const struct line_writer lines = {write_record_sequences, w};
    w->input = &narrowed;
    arena_init(&arena, 0);
    status result = narrow(w->download, &narrowed.request, &arena, e);
    if (result == ST_OK) {
        result = scan_lines_with(&narrowed, &lines, sink, argument, e);
    }
    w->input = input;
    arena_release(&arena);
    return result;
}

static status write(const struct download *d, const struct search_input *input, csv_sink *sink,
                    void *argument, struct error *e)
{
    struct fasta_writer w = {.download = d};
    return run(&w, input, sink, argument, e);
}

static status drop(void *argument, string_view bytes, struct error *e)
{
    (void)argument;
    (void)bytes;
    (void)e;
    return ST_OK;
}

// Both counts, and what was left out (rule H2).
static status describe(const struct download *d, struct package_notes *notes, struct package *p,
                       struct arena *arena, struct error *e)
{
    struct fasta_writer w = {.download = d, .counts_only = true};
    (void)p;
    TRY(run(&w, &d->input, drop, NULL, e));
    uint64_t records = atomic_load(&w.count.records);
    notes->more =
        arena_print(arena,
                    "\"fasta\":{\"sequences\":%llu,\"records\":%llu,"
                    "\"recordsWithoutSequence\":%llu,\"notSequences\":%llu}",
                    (unsigned long long)atomic_load(&w.count.sequences),
                    (unsigned long long)records, (unsigned long long)(notes->records - records),
                    (unsigned long long)atomic_load(&w.count.others));
    return ST_OK;
}

static status is_offered(struct snapshot *s, const struct search_request *request,
                         struct arena *arena, bool *out, struct error *e)
{
    const string_view *fields = NULL;
    size_t count = 0;
    TRY(sequence_fields_find(s, request, arena, &fields, &count, e));
    *out = count > 0;
    return ST_OK;
}

const struct download_format download_fasta = {
    .name = "fasta",
    .extension = "fasta",
    .label = "FASTA",
    .media_type = "text/x-fasta; charset=utf-8",
    .options = OPTION_IDENTIFIERS,
    .row_mark = ">",
    .offered = is_offered,
    .none = "no table of this search has sequences at this version, in a field "
            "such as dna_sequence or a list such as dnaDerivedData",
    .narrow = narrow,
    .write = write,
    .describe = describe,
};
