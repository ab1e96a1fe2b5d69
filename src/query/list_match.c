// SPDX-License-Identifier: Apache-2.0
// Each value becomes a range of ordinals of each dictionary; cells that hold one of them are found
// together, and give each value its rows. Must not know: HTTP, how lists are written.
#include "query/list_match.h"

#include "base/array.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "formats/json_write.h"
#include "query/ordinals.h"
#include "query/query_tree.h"
#include "query/search_rows.h"

#include <stdlib.h>
#include <string.h>

const char *const list_default_fields[] = {"catalogNumber",
                                           "otherCatalogNumbers",
                                           "occurrenceID",
                                           "materialEntityID",
                                           "materialSampleID",
                                           "organismID",
                                           "taxonID",
                                           "guid",
                                           "barcode",
                                           "identifier",
                                           "id",
                                           "_id",
                                           "scientificName",
                                           NULL};

#define VALUES_A_CHECK 1024u

// One range of a dictionary's ordinals, and the value that takes it.
struct wanted {
    uint32_t first;
    uint32_t last;
    uint32_t entry;
};
struct found {
    uint32_t entry;
    struct list_hit hit;
};

struct listing {
    struct snapshot *snapshot;
    struct arena *arena;
    struct search_rows rows;
    struct cancellation cancellation;
    struct list_entry *entries;
    size_t entry_count;
    struct wanted *wanted; // room for one of each entry
    struct found *found;   // owned
    size_t found_count;
    size_t found_capacity;
    struct error *e;
};

// --- the values ------------------------------------------------------------------------------

struct folded_value {
    string_view folded;
    size_t place;
};

static int compare_folded(const void *a, const void *b)
{
    const struct folded_value *x = a;
    const struct folded_value *y = b;
    int order = sv_compare(x->folded, y->folded);
    return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

static status count_lines(string_view text, size_t *lines, struct error *e)
{
    string_view line;
    *lines = 0;
    while (text.length > 0 && sv_split(&text, '\n', &line)) {
        line = sv_trim(line);
        *lines += line.length > 0;
        if (line.length > QUERY_LIMIT_TEXT) {
            return error_set_field(e, ST_INVALID, "values", "value %zu has %zu bytes, at most %zu",
                                   *lines, line.length, QUERY_LIMIT_TEXT);
        }
        if (utf8_check(line) < line.length || memchr(line.bytes, '\0', line.length) != NULL) {
            return error_set_field(e, ST_INVALID, "values",
                                   "value %zu is no text in UTF-8: save the list as UTF-8", *lines);
        }
    }
    if (*lines > SEARCH_LIMIT_LIST) {
        return error_set_field(e, ST_INVALID, "values", "the list has %zu values, at most %zu",
                               *lines, SEARCH_LIMIT_LIST);
    }
    return ST_OK;
}

// Joins values that are equal without case into the first of them.
static status join_repeats(struct listing *l, struct folded_value *values, size_t count)
{
    uint64_t *times = arena_array(l->arena, uint64_t, count + 1);
    if (times == NULL) {
        return query_no_memory(l->e);
    }
    if (count > 0) {
        qsort(values, count, sizeof *values, compare_folded);
    }
    for (size_t i = 0, first = 0; i < count; i++) {
        first = sv_equal(values[i].folded, values[first].folded) ? first : i;
        times[values[first].place]++;
    }
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (times[i] > 0) {
            l->entries[kept] = l->entries[i];
            l->entries[kept++].times = times[i];
        }
    }
    l->entry_count = kept;
    return ST_OK;
}

static status read_values(struct listing *l, string_view text)
{
    size_t count = 0;
    TRY(count_lines(text, &count, l->e));
    struct folded_value *values = arena_array(l->arena, struct folded_value, count + 1);
    l->entries = arena_array(l->arena, struct list_entry, count + 1);
    l->wanted = arena_array(l->arena, struct wanted, count + 1);
    if (values == NULL || l->entries == NULL || l->wanted == NULL) {
        return query_no_memory(l->e);
    }
    struct buffer folded;
    buffer_init(&folded, 16 * QUERY_LIMIT_TEXT);
    size_t at = 0;
    string_view line;
    bool whole = true;
    while (whole && text.length > 0 && sv_split(&text, '\n', &line)) {
        line = sv_trim(line);
        if (line.length == 0) {
            continue;
        }
        buffer_clear(&folded);
        fold_case(line, &folded);
        l->entries[at].value = arena_copy(l->arena, line);
        values[at] = (struct folded_value){arena_copy(l->arena, buffer_view(&folded)), at};
        whole =
            !folded.failed && values[at].folded.bytes != NULL && l->entries[at].value.bytes != NULL;
        at++;
    }
    buffer_release(&folded);
    return whole ? join_repeats(l, values, at) : query_no_memory(l->e);
}

// --- one field of one part -------------------------------------------------------------------

// The row that an element of a level belongs to.
static status row_of(struct segment *segment, uint32_t level, uint32_t element, uint32_t *row,
                     struct error *e)
{
    while (level != 0) {
        const uint32_t *offsets = NULL;
        TRY(segment_offsets(segment, level, &offsets, e));
        uint32_t parent = segment_level_parent(segment, level);
        uint32_t low = 0;
        uint32_t high = segment_level_size(segment, parent);
        while (low + 1 < high) {
            uint32_t middle = low + (high - low) / 2;
            if (offsets[middle] <= element) {
                low = middle;
            } else {
                high = middle;
            }
        }
        element = low;
        level = parent;
    }
    *row = element;
    return ST_OK;
}

static int compare_wanted(const void *a, const void *b)
{
    const struct wanted *x = a;
    const struct wanted *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

// Ranges of different values do not overlap: values that are equal were joined.
static const struct wanted *find_wanted(const struct listing *l, size_t count, uint32_t ordinal)
{
    size_t low = 0;
    size_t high = count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (l->wanted[middle].first <= ordinal) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return l->wanted[low].first <= ordinal && ordinal <= l->wanted[low].last ? &l->wanted[low]
                                                                             : NULL;
}

static status keep_hit(struct listing *l, uint32_t entry, size_t part, uint32_t row)
{
    if (l->found_count >= SEARCH_LIMIT_LIST_HITS) {
        return error_set_field(l->e, ST_INVALID, "values",
                               "the values stand in more than %zu records; ask for fewer, or name "
                               "the field that identifies records",
                               SEARCH_LIMIT_LIST_HITS);
    }
    if (!ARRAY_RESERVE(l->found, l->found_capacity, l->found_count, SEARCH_LIMIT_LIST_HITS)) {
        return query_no_memory(l->e);
    }
    l->found[l->found_count++] = (struct found){entry, {(uint32_t)part, row}};
    return ST_OK;
}

static status take_elements(struct listing *l, const struct field_path *path, size_t count,
                            const struct bitset *elements)
{
    struct column column;
    const struct bitset *asked = l->rows.sets.sets[path->part];
    TRY(segment_column(path->segment, path->path, &column, l->e));
    for (size_t at = bitset_next(elements, 0); at < elements->bit_count;
         at = bitset_next(elements, at + 1)) {
        uint32_t row = 0;
        TRY(row_of(path->segment, path->level, (uint32_t)at, &row, l->e));
        const struct wanted *w = find_wanted(l, count, column_get(&column, at));
        if (w != NULL && row < asked->bit_count && bitset_test(asked, row)) {
            TRY(keep_hit(l, w->entry, path->part, row));
        }
    }
    return ST_OK;
}

// The ordinals of each value; `all` gets them together.
static status want_ordinals(struct listing *l, const struct dictionary *d, struct bitset *all,
                            size_t *count)
{
    for (size_t i = 0; i < l->entry_count; i++) {
        struct ordinal_set o;
        ordinal_set_init(&o);
        if (i % VALUES_A_CHECK == 0) {
            TRY(cancellation_check(&l->cancellation, l->e));
        }
        TRY(ordinals_equal(d, l->entries[i].value, &o, l->e)); // one range
        if (o.first <= o.last) {
            l->wanted[(*count)++] = (struct wanted){o.first, o.last, (uint32_t)i};
            bitset_set_range(all, o.first, (size_t)o.last + 1);
        }
        ordinal_set_release(&o);
    }
    if (*count > 0) {
        qsort(l->wanted, *count, sizeof *l->wanted, compare_wanted);
    }
    return ST_OK;
}

static status look_in_path(struct listing *l, const struct field_path *path)
{
    struct dictionary d;
    struct bitset ordinals = {0};
    struct bitset elements = {0};
    size_t count = 0;
    status result = ST_OK;
    TRY(segment_dictionary(path->segment, path->path, &d, l->e));
    TRY_OUT(bitset_init(&ordinals, (size_t)d.count + 1, l->e));
    TRY_OUT(want_ordinals(l, &d, &ordinals, &count));
    if (count == 0) {
        goto out;
    }
    TRY_OUT(bitset_init(&elements, segment_level_size(path->segment, path->level), l->e));
    TRY_OUT(segment_elements_among(path->segment, path->path, &ordinals, &elements, l->e));
    TRY_OUT(take_elements(l, path, count, &elements));
out:
    bitset_release(&ordinals);
    bitset_release(&elements);
    return result;
}

static status look_in_field(struct listing *l, const struct field_paths *field)
{
    for (size_t i = 0; i < field->count; i++) {
        if (bitset_is_empty(l->rows.sets.sets[field->paths[i].part])) {
            continue;
        }
        TRY(look_in_path(l, &field->paths[i]));
    }
    return ST_OK;
}

// --- all fields ------------------------------------------------------------------------------

static status look_in_named(struct listing *l, const string_view *fields, size_t count,
                            struct list_match *out)
{
    string_view *copies = arena_array(l->arena, string_view, count + 1);
    if (copies == NULL) {
        return query_no_memory(l->e);
    }
    for (size_t i = 0; i < count; i++) {
        struct field_paths paths;
        TRY(field_paths_find_leaf(&l->rows.extent, fields[i], l->arena, &paths, l->e));
        TRY(look_in_field(l, &paths));
        copies[i] = fields[i];
    }
    out->fields = copies;
    out->field_count = count;
    return ST_OK;
}

static status look_in_usual(struct listing *l, struct list_match *out)
{
    string_view *used = arena_array(l->arena, string_view, LIST_FIELDS_MOST);
    if (used == NULL) {
        return query_no_memory(l->e);
    }
    size_t count = 0;
    for (size_t i = 0; list_default_fields[i] != NULL; i++) {
        struct field_paths found;
        struct field_paths leaves;
        string_view name = sv_from(list_default_fields[i]);
        TRY(field_paths_look(&l->rows.extent, name, l->arena, &found, l->e));
        TRY(field_paths_leaves(&found, l->arena, &leaves, l->e));
        if (leaves.count > 0) {
            TRY(look_in_field(l, &leaves));
            used[count++] = name;
        }
    }
    out->fields = used;
    out->field_count = count;
    return count > 0 ? ST_OK
                     : error_set_field(l->e, ST_INVALID, "field",
                                       "none of the usual fields for identifiers is in these "
                                       "tables: name the field to look in");
}

static int compare_found(const void *a, const void *b)
{
    const struct found *x = a;
    const struct found *y = b;
    if (x->entry != y->entry) {
        return x->entry < y->entry ? -1 : 1;
    }
    if (x->hit.part != y->hit.part) {
        return x->hit.part < y->hit.part ? -1 : 1;
    }
    return (x->hit.row > y->hit.row) - (x->hit.row < y->hit.row);
}

// Gives each entry its hits, each record once.
static status share_out(struct listing *l, struct list_match *out)
{
    struct list_hit *hits = arena_array(l->arena, struct list_hit, l->found_count + 1);
    if (hits == NULL) {
        return query_no_memory(l->e);
    }
    if (l->found_count > 0) {
        qsort(l->found, l->found_count, sizeof *l->found, compare_found);
    }
    size_t kept = 0;
    for (size_t i = 0; i < l->found_count; i++) {
        if (i > 0 && compare_found(&l->found[i - 1], &l->found[i]) == 0) {
            continue;
        }
        struct list_entry *entry = &l->entries[l->found[i].entry];
        entry->hits = entry->hit_count == 0 ? hits + kept : entry->hits;
        entry->hit_count++;
        hits[kept++] = l->found[i].hit;
    }
    for (size_t i = 0; i < l->entry_count; i++) {
        struct list_entry *entry = &l->entries[i];
        entry->status = entry->hit_count == 0   ? LIST_NOT_FOUND
                        : entry->hit_count == 1 ? LIST_FOUND
                                                : LIST_AMBIGUOUS;
        out->counts[entry->status]++;
    }
    return ST_OK;
}

static status run(struct listing *l, const struct scope *scope,
                  const struct search_request *request, string_view text, const string_view *fields,
                  size_t field_count, struct list_match *out)
{
    const struct query *normalised = NULL;
    TRY(read_values(l, text));
    if (request->query != NULL) {
        TRY(query_normalise(l->arena, request->query, &normalised, l->e));
    }
    TRY(search_rows_find(l->snapshot, scope, request->tables, request->table_count, request->commit,
                         normalised, l->arena, &l->cancellation, &l->rows, l->e));
    TRY(field_count > 0 ? look_in_named(l, fields, field_count, out) : look_in_usual(l, out));
    TRY(share_out(l, out));
    out->extent = l->rows.extent;
    out->commit = request->commit;
    out->entries = l->entries;
    out->entry_count = l->entry_count;
    return ST_OK;
}

status list_match_run(struct snapshot *s, const struct scope *scope, struct arena *arena,
                      const struct search_request *request, string_view text,
                      const string_view *fields, size_t field_count, struct list_match *out,
                      struct error *e)
{
    struct list_match result = {0};
    struct listing l = {.snapshot = s,
                        .arena = arena,
                        .cancellation = {request->cancelled, request->cancelled_argument},
                        .e = e};
    if (field_count > LIST_FIELDS_MOST) {
        return error_set_field(e, ST_INVALID, "field", "%zu fields to look in, at most %zu",
                               field_count, LIST_FIELDS_MOST);
    }
    status done = run(&l, scope, request, text, fields, field_count, &result);
    free(l.found);
    if (done == ST_OK) {
        *out = result;
    }
    return done;
}

// --- the answer ------------------------------------------------------------------------------

status list_hit_read(struct snapshot *s, const struct list_match *m, const struct list_hit *hit,
                     struct buffer *scratch, struct search_hit *out, struct error *e)
{
    const struct extent_part *part = &m->extent.parts[hit->part];
    TRY(segment_key(part->segment, hit->row, scratch, &out->key, e));
    out->table = extent_range_of(part, hit->row)->table;
    out->version = (struct record_version){.segment = part->index, .row = hit->row};
    TRY(snapshot_row_life(s, part->index, hit->row, &out->version.from, &out->version.until, e));
    out->from = out->version.from;
    return ST_OK;
}

void list_query_print(const struct list_match *m, enum list_status which, struct buffer *out)
{
    buffer_append_view(out, SV("{\"filters\":{\"and\":[{\"in\":{\"fields\":["));
    for (size_t i = 0; i < m->field_count; i++) {
        buffer_append(out, ",", i > 0);
        json_write_string(out, m->fields[i]);
    }
    buffer_append_view(out, SV("],\"values\":["));
    bool first = true;
    for (size_t i = 0; i < m->entry_count; i++) {
        if (m->entries[i].status == which) {
            buffer_append(out, ",", !first);
            json_write_string(out, m->entries[i].value);
            first = false;
        }
    }
    buffer_append_view(out, SV("]}}]}}"));
}
