// SPDX-License-Identifier: Apache-2.0
// The join of core and extensions by two sorters and a merge.
#include "formats/dwca_join.h"

#include "base/array.h"
#include "base/clock.h"
#include "base/sorter_feed.h"
#include "formats/packed_row.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DEFAULT_MEMORY ((size_t)256 << 20)
#define PROGRESS_ROWS  ((size_t)16384)
#define PACKED_MOST    (2 * LIMIT_RECORD_BYTES)
#define CORE_TABLE     UINT32_MAX

#define WAIT_MILLISECONDS 100 // between two tellings while only extensions are read

// One side of the join: a sorter and its pair at hand.
struct sorted_side {
    struct sorter *sorter; // owned
    string_view key;       // until the next pair
    string_view payload;
    bool more;
};

// A row of an extension that belongs to the record being built.
struct element {
    uint32_t list;
    size_t row; // offset and length of its packed row in `group`
    size_t row_length;
    size_t node; // offset and number of its nodes in `element_nodes`
    size_t node_count;
    size_t json; // offset and length of its canonical bytes in `json`, while its list is sorted
    size_t json_length;
};

struct dwca_join {
    struct dwca_table *core;
    const struct dwca_list *lists;
    size_t list_count;
    const struct name_table *names;
    const struct source_options *options;
    struct sorted_side cores;
    struct sorted_side extensions;
    bool sorted;
    _Atomic uint64_t rows;  // read while sorting, for progress
    _Atomic uint64_t bytes; // of them
    uint64_t bytes_total;
    _Atomic bool stopped; // no more need be read

    struct buffer packed_core; // the core row at hand and its id
    struct buffer id;
    struct buffer group;      // packed rows of its extensions
    struct buffer json;       // of the elements of one list
    struct element *elements; // owned
    size_t element_count;
    size_t element_capacity;
    bool group_too_large;
    struct node *element_nodes; // owned
    size_t element_node_count;
    size_t element_node_capacity;
    struct node *nodes; // owned; the record
    size_t node_count;
    size_t node_capacity;
    string_view *fields; // owned
    size_t most_fields;
};

// ---- sorting --------------------------------------------------------------------------------

static void tell_progress(struct dwca_join *j)
{
    const struct source_options *o = j->options;
    if (o->progress != NULL &&
        !o->progress(o->progress_argument, j->rows, j->bytes, j->bytes_total)) {
        j->stopped = true;
    }
}

// Adds to what is read; `known` are the bytes of this table that were added before. The thread of
// the core tells.
static status add_progress(struct dwca_join *j, const struct dwca_table *table, uint64_t *known,
                           struct error *e)
{
    uint64_t done = dwca_table_bytes_done(table);
    atomic_fetch_add(&j->rows, PROGRESS_ROWS);
    atomic_fetch_add(&j->bytes, done - *known);
    *known = done;
    if (table == j->core) {
        tell_progress(j);
    }
    return j->stopped ? error_set(e, ST_CANCELLED, "reading the archive was cancelled") : ST_OK;
}

static status feed_rows(struct dwca_join *j, struct dwca_table *table, uint32_t number,
                        struct sorter_feed *feed, struct error *e)
{
    uint64_t known = 0;
    for (size_t rows = 1;; rows++) {
        struct csv_row row;
        const char *file = NULL;
        bool more = false;
        TRY(dwca_table_next(table, &row, &file, &more, e));
        if (!more) {
            return sorter_feed_finish(feed, e);
        }
        struct buffer *out = sorter_feed_buffer(feed);
        string_view id = dwca_table_id(table, &row);
        buffer_append_view(out, id);
        packed_row_append(out, table, number, &row);
        TRY(sorter_feed_add(feed, id.length, "a row", e));
        if (rows % PROGRESS_ROWS == 0) {
            TRY(add_progress(j, table, &known, e));
        }
    }
}

static status sort_table(struct dwca_join *j, struct dwca_table *table, uint32_t number,
                         struct sorter *sorter, struct error *e)
{
    struct sorter_feed *feed = NULL;
    TRY(sorter_feed_create(sorter, PACKED_MOST, &feed, e));
    status result = feed_rows(j, table, number, feed, e);
    sorter_feed_destroy(feed);
    return result;
}

// The extensions are read and sorted beside the core, in a thread of their own.
struct extension_sorting {
    struct dwca_join *join;
    struct error error;
    status result;
};

static void *sort_extensions(void *argument)
{
    struct extension_sorting *s = argument;
    struct dwca_join *j = s->join;
    for (size_t i = 0; i < j->list_count && s->result == ST_OK; i++) {
        s->result = sort_table(j, j->lists[i].table, (uint32_t)i, j->extensions.sorter, &s->error);
    }
    if (s->result == ST_OK) {
        s->result = sorter_finish(j->extensions.sorter, &s->error);
    }
    return NULL;
}

static status sort_core(struct dwca_join *j, struct error *e)
{
    TRY(sort_table(j, j->core, CORE_TABLE, j->cores.sorter, e));
    return sorter_finish(j->cores.sorter, e);
}

// Waits for the extensions, and goes on telling meanwhile.
static void wait_for(struct dwca_join *j, pthread_t thread)
{
    moment until = clock_now();
    struct timespec wake = {0};
    do {
        tell_progress(j);
        until += WAIT_MILLISECONDS;
        wake.tv_sec = (time_t)(until / 1000);
        wake.tv_nsec = (long)(until % 1000) * 1000000;
    } while (pthread_timedjoin_np(thread, NULL, &wake) == ETIMEDOUT);
}

static status advance(struct sorted_side *side, struct error *e)
{
    return sorter_next(side->sorter, &side->key, &side->payload, &side->more, e);
}

static status sort_both(struct dwca_join *j, struct error *e)
{
    struct extension_sorting beside = {.join = j};
    pthread_t thread;
    bool is_beside = pthread_create(&thread, NULL, sort_extensions, &beside) == 0;
    status result = sort_core(j, e);
    j->stopped = j->stopped || result != ST_OK;
    if (is_beside) {
        wait_for(j, thread);
    } else if (result == ST_OK) {
        (void)sort_extensions(&beside);
    }
    if (result == ST_OK && beside.result != ST_OK) {
        result = error_set(e, beside.result, "%s", beside.error.message);
    }
    TRY(result);
    j->sorted = true;
    TRY(advance(&j->cores, e));
    return advance(&j->extensions, e);
}

// ---- problems -------------------------------------------------------------------------------

static void report(struct dwca_join *j, const struct packed_row *row, const char *file,
                   const char *reason, string_view key)
{
    struct row_problem problem = {
        .file = file,
        .line = row->line,
        .reason = sv_from(reason),
        .key = key,
        .key_readable = true,
    };
    row_report_add(j->options->report, &problem);
}

static const char *file_of(const struct dwca_table *table, const struct packed_row *row)
{
    return row->location < table->file->location_count ? table->file->locations[row->location] : "";
}

static status report_orphan(struct dwca_join *j, struct error *e)
{
    struct packed_row row;
    TRY(packed_row_read(j->extensions.payload, j->fields, j->most_fields, &row, e));
    if (row.table >= j->list_count) {
        return error_set(e, ST_CORRUPT, "a sorted row is of no table");
    }
    bool is_blank = sv_trim(j->extensions.key).length == 0;
    report(j, &row, file_of(j->lists[row.table].table, &row),
           is_blank ? "the row has no core id; give the id of the record that it belongs to"
                    : "its core id is in no row of the core; add the core row or correct the id",
           j->extensions.key);
    return ST_OK;
}

// ---- building -------------------------------------------------------------------------------

static bool reserve_nodes(struct node **nodes, size_t *capacity, size_t count, size_t extra)
{
    while (*capacity - count < extra) {
        // A count of *capacity makes the array grow.
        if (!array_reserve(nodes, capacity, *capacity, sizeof **nodes, 2 * LIMIT_RECORD_VALUES)) {
            return false;
        }
    }
    return true;
}

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "out of memory for a record of an archive");
}

// Keeps the extension row at hand for the record being built.
static status keep_element(struct dwca_join *j, struct error *e)
{
    string_view payload = j->extensions.payload;
    if (j->group_too_large || j->group.length + payload.length > LIMIT_RECORD_BYTES ||
        j->element_count == LIMIT_RECORD_VALUES) {
        j->group_too_large = true;
        return ST_OK;
    }
    if (!ARRAY_RESERVE(j->elements, j->element_capacity, j->element_count, LIMIT_RECORD_VALUES)) {
        return no_memory(e);
    }
    j->elements[j->element_count++] =
        (struct element){.row = j->group.length, .row_length = payload.length};
    buffer_append_view(&j->group, payload);
    return j->group.failed ? no_memory(e) : ST_OK;
}

// Takes the extension rows of the id at hand, and reports those that have no core row.
static status gather_elements(struct dwca_join *j, struct error *e)
{
    string_view id = buffer_view(&j->id);
    bool is_blank = sv_trim(id).length == 0;
    while (j->extensions.more) {
        int order = sv_compare(j->extensions.key, id);
        if (order > 0) {
            break;
        }
        TRY(order == 0 && !is_blank ? keep_element(j, e) : report_orphan(j, e));
        TRY(advance(&j->extensions, e));
    }
    return ST_OK;
}

// Lays out the nodes of one element.
static status build_element(struct dwca_join *j, struct element *element, struct error *e)
{
    struct packed_row row;
    string_view packed = sv_slice(buffer_view(&j->group), element->row, element->row_length);
    TRY(packed_row_read(packed, j->fields, j->most_fields, &row, e));
    if (row.table >= j->list_count) {
        return error_set(e, ST_CORRUPT, "a sorted row is of no table");
    }
    const struct dwca_table *table = j->lists[row.table].table;
    if (!reserve_nodes(&j->element_nodes, &j->element_node_capacity, j->element_node_count,
                       table->column_count + 1)) {
        j->group_too_large = true;
        return ST_OK;
    }
    struct node *nodes = j->element_nodes + j->element_node_count;
    element->list = row.table;
    element->node = j->element_node_count;
    element->node_count =
        table_fill_nodes(nodes, table->columns, table->column_count, j->fields, row.field_count);
    j->element_node_count += element->node_count;
    return ST_OK;
}

static int compare_lists(const void *left, const void *right)
{
    const struct element *a = left;
    const struct element *b = right;
    return a->list == b->list ? 0 : a->list < b->list ? -1 : 1;
}

static int compare_elements(const void *left, const void *right, void *argument)
{
    const struct element *a = left;
    const struct element *b = right;
    const char *json = argument;
    return sv_compare((string_view){json + a->json, a->json_length},
                      (string_view){json + b->json, b->json_length});
}

// The elements of one list, in the order of their canonical bytes.
static status sort_list(struct dwca_join *j, struct element *elements, size_t count,
                        struct error *e)
{
    buffer_clear(&j->json);
    for (size_t i = 0; i < count; i++) {
        elements[i].json = j->json.length;
        node_write_json(j->element_nodes + elements[i].node, j->names, true, &j->json);
        elements[i].json_length = j->json.length - elements[i].json;
    }
    if (j->json.failed) {
        return no_memory(e);
    }
    qsort_r(elements, count, sizeof *elements, compare_elements, j->json.bytes);
    return ST_OK;
}

static status sort_elements(struct dwca_join *j, struct error *e)
{
    qsort(j->elements, j->element_count, sizeof *j->elements, compare_lists);
    for (size_t first = 0; first < j->element_count;) {
        size_t end = first + 1;
        while (end < j->element_count && j->elements[end].list == j->elements[first].list) {
            end++;
        }
        if (end - first > 1) {
            TRY(sort_list(j, j->elements + first, end - first, e));
        }
        first = end;
    }
    return ST_OK;
}

static status build_elements(struct dwca_join *j, struct error *e)
{
    j->element_node_count = 0;
    for (size_t i = 0; i < j->element_count && !j->group_too_large; i++) {
        TRY(build_element(j, &j->elements[i], e));
    }
    return j->group_too_large || j->element_count < 2 ? ST_OK : sort_elements(j, e);
}

// Appends the list that starts at elements[first]; returns the number of its elements, or 0 when
// there are too many.
static size_t append_list(struct dwca_join *j, size_t first)
{
    uint32_t list = j->elements[first].list;
    struct node *node = &j->nodes[j->node_count++];
    size_t start = j->node_count;
    size_t at = first;
    for (; at < j->element_count && j->elements[at].list == list; at++) {
        const struct element *element = &j->elements[at];
        memcpy(j->nodes + j->node_count, j->element_nodes + element->node,
               element->node_count * sizeof *j->nodes);
        j->node_count += element->node_count;
    }
    *node = (struct node){.name = j->lists[list].name,
                          .descendants = (uint32_t)(j->node_count - start),
                          .kind = NODE_LIST};
    return at - first <= LIMIT_LIST_ELEMENTS ? at - first : 0;
}

// Puts core and lists together. *reason says why when the record is past a limit.
static status build_record(struct dwca_join *j, size_t field_count, const char **reason,
                           struct error *e)
{
    const struct dwca_table *core = j->core;
    *reason = NULL;
    if (j->group_too_large || j->packed_core.length + j->group.length > LIMIT_RECORD_BYTES) {
        *reason = "the record with its extension rows is larger than 16 MiB or 1,000,000 values";
        return ST_OK;
    }
    size_t most = core->column_count + 1 + j->list_count + j->element_node_count;
    if (!reserve_nodes(&j->nodes, &j->node_capacity, 0, most)) {
        return no_memory(e);
    }
    j->node_count =
        table_fill_nodes(j->nodes, core->columns, core->column_count, j->fields, field_count);
    for (size_t at = 0; at < j->element_count;) {
        size_t count = append_list(j, at);
        if (count == 0) {
            *reason = "one extension has more than 10,000 rows for the record";
            return ST_OK;
        }
        at += count;
    }
    if (j->node_count > LIMIT_RECORD_VALUES) {
        *reason = "the record with its extension rows has more than 1,000,000 values";
    }
    j->nodes[0].descendants = (uint32_t)(j->node_count - 1);
    return ST_OK;
}

// ---- merging --------------------------------------------------------------------------------

// Takes the core row at hand and moves on; *is_last says whether no other row with its id follows.
static status take_core(struct dwca_join *j, bool *is_last, struct error *e)
{
    buffer_clear(&j->packed_core);
    buffer_clear(&j->id);
    buffer_append_view(&j->packed_core, j->cores.payload);
    buffer_append_view(&j->id, j->cores.key);
    if (j->packed_core.failed || j->id.failed) {
        return no_memory(e);
    }
    TRY(advance(&j->cores, e));
    *is_last = !j->cores.more || !sv_equal(j->cores.key, buffer_view(&j->id));
    return ST_OK;
}

static status join_row(struct dwca_join *j, struct source_row *out, bool *good, struct error *e)
{
    bool is_last = true;
    j->element_count = 0;
    j->group_too_large = false;
    buffer_clear(&j->group);
    TRY(take_core(j, &is_last, e));
    if (is_last) {
        TRY(gather_elements(j, e));
    }
    TRY(build_elements(j, e));
    struct packed_row row;
    const char *reason = NULL;
    TRY(packed_row_read(buffer_view(&j->packed_core), j->fields, j->most_fields, &row, e));
    TRY(build_record(j, row.field_count, &reason, e));
    *good = reason == NULL;
    if (!*good) {
        report(j, &row, file_of(j->core, &row), reason, buffer_view(&j->id));
        return ST_OK;
    }
    *out = (struct source_row){
        .document = {j->nodes, j->node_count}, .file = file_of(j->core, &row), .line = row.line};
    return ST_OK;
}

status dwca_join_next(struct dwca_join *j, struct source_row *row, bool *more, struct error *e)
{
    if (!j->sorted) {
        TRY(sort_both(j, e));
    }
    bool good = false;
    while (!good && j->cores.more) {
        TRY(join_row(j, row, &good, e));
    }
    *more = good;
    while (!good && j->extensions.more) {
        TRY(report_orphan(j, e));
        TRY(advance(&j->extensions, e));
    }
    return ST_OK;
}

// ---- beginning and end ----------------------------------------------------------------------

void dwca_join_destroy(struct dwca_join *j)
{
    if (j != NULL) {
        sorter_destroy(j->cores.sorter);
        sorter_destroy(j->extensions.sorter);
        buffer_release(&j->packed_core);
        buffer_release(&j->id);
        buffer_release(&j->group);
        buffer_release(&j->json);
        free(j->elements);
        free(j->element_nodes);
        free(j->nodes);
        free(j->fields);
        free(j);
    }
}

static status prepare(struct dwca_join *j, const char *work_folder, struct error *e)
{
    size_t memory = j->options->memory_limit != 0 ? j->options->memory_limit : DEFAULT_MEMORY;
    j->most_fields = j->core->width;
    for (size_t i = 0; i < j->list_count; i++) {
        j->most_fields = MAX(j->most_fields, j->lists[i].table->width);
    }
    j->fields = calloc(j->most_fields, sizeof *j->fields);
    if (j->fields == NULL) {
        return no_memory(e);
    }
    // The feed of one at a time holds as much as its sorter.
    TRY(sorter_create(work_folder, memory / 3, &j->cores.sorter, e));
    return sorter_create(work_folder, memory / 3, &j->extensions.sorter, e);
}

status dwca_join_create(struct dwca_table *core, const struct dwca_list *lists, size_t list_count,
                        const struct name_table *names, const struct source_options *options,
                        const char *work_folder, struct dwca_join **out, struct error *e)
{
    struct dwca_join *j = calloc(1, sizeof *j);
    if (j == NULL) {
        return no_memory(e);
    }
    j->core = core;
    j->lists = lists;
    j->list_count = list_count;
    j->names = names;
    j->options = options;
    j->bytes_total = core->bytes_total;
    for (size_t i = 0; i < list_count; i++) {
        j->bytes_total += lists[i].table->bytes_total;
    }
    buffer_init(&j->packed_core, PACKED_MOST);
    buffer_init(&j->id, PACKED_MOST);
    buffer_init(&j->group, PACKED_MOST);
    // Escapes may make six bytes of one, and defaults are added to every row.
    buffer_init(&j->json, SIZE_MAX / 2);
    status result = prepare(j, work_folder, e);
    if (result != ST_OK) {
        dwca_join_destroy(j);
        return result;
    }
    *out = j;
    return ST_OK;
}
