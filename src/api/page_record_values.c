// SPDX-License-Identifier: Apache-2.0
// The values of a record page. Objects are flattened to dotted names; a list of objects becomes a
// table, whose deeper values are joined.
#include "api/page_about.h"
#include "api/page_record_internal.h"
#include "api/page_text.h"
#include "api/record_media.h"
#include "query/list_parts.h"

#define LIST_ROWS_SHOWN ((size_t)200)
#define LIST_COLUMNS    ((size_t)40)
#define LINK_LENGTH     ((size_t)120)

struct flattening {
    struct record_filling *f;
    struct value_row *rows;
    size_t row_count;
    struct value_list *lists;
    size_t list_count;
    struct error *e;
};

struct linked_value {
    string_view text;
    string_view address; // of the records that have it
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the page");
}

string_view record_page_link(struct record_filling *f, string_view field, string_view value)
{
    if (value.length > LINK_LENGTH || !value_fits_address(value)) {
        return SV("");
    }
    struct address target;
    moment pinned = site_pinned(&f->site);
    address_init(&target, SV("/search"));
    address_add(&target, parameter_of_field(f->arena, field), query_value_write(f->arena, value));
    if (pinned != 0) {
        address_add(&target, SV("version"), arena_print(f->arena, "%lld", (long long)pinned));
    }
    return address_print(&target, f->arena);
}

static string_view join(struct arena *arena, string_view path, string_view name)
{
    return path.length == 0
               ? name
               : arena_print(arena, SV_FORMAT "." SV_FORMAT, SV_ARGUMENT(path), SV_ARGUMENT(name));
}

// Of a list of people each is a value of its own, and led to by a search for that one.
static bool is_list_of_people(string_view name, string_view text)
{
    return field_names_people(name) && sv_find(text, '|') < text.length;
}

static string_view part_link(struct record_filling *f, string_view field, string_view part)
{
    struct address target;
    moment pinned = site_pinned(&f->site);
    if (!value_fits_address(part)) {
        return SV("");
    }
    address_init(&target, SV("/search"));
    address_add(&target, PART_PARAMETER, part_value(f->arena, field, part));
    if (pinned != 0) {
        address_add(&target, SV("version"), arena_print(f->arena, "%lld", (long long)pinned));
    }
    return address_print(&target, f->arena);
}

// The values of a row, where they lead and what is about them; of lists of people each part.
static size_t fill_row_values(struct flattening *x, string_view name, const struct node *first,
                              const struct node *end, struct linked_value *out)
{
    size_t count = 0;
    for (const struct node *n = first; n < end; n = node_next(n)) {
        string_view rest = node_text(n);
        string_view part;
        bool list = is_list_of_people(name, rest);
        if (!list && out != NULL) {
            out[count] = (struct linked_value){rest, record_page_link(x->f, name, rest)};
        }
        count += !list;
        while (list && list_part_next(&rest, &part)) {
            if (out != NULL) {
                out[count] = (struct linked_value){part, part_link(x->f, name, part)};
            }
            count++;
        }
    }
    return count;
}

static status add_row(struct flattening *x, string_view name, const struct node *first,
                      const struct node *end)
{
    struct arena *arena = x->f->arena;
    size_t count = fill_row_values(x, name, first, end, NULL);
    struct linked_value *values = arena_array(arena, struct linked_value, count + 1);
    string_view *texts = arena_array(arena, string_view, count + 1);
    string_view *addresses = arena_array(arena, string_view, count + 1);
    string_view *abouts = arena_array(arena, string_view, count + 1);
    if (values == NULL || texts == NULL || addresses == NULL || abouts == NULL) {
        return no_memory(x->e);
    }
    (void)fill_row_values(x, name, first, end, values);
    for (size_t i = 0; i < count; i++) {
        texts[i] = values[i].text;
        addresses[i] = values[i].address;
        abouts[i] = page_about(&x->f->api->people, arena, name, texts[i]).address;
    }
    x->rows[x->row_count++] = (struct value_row){
        .name = name,
        .values = texts,
        .addresses = addresses,
        .abouts = abouts,
        .value_count = count,
    };
    return ST_OK;
}

// --- lists of objects ------------------------------------------------------------------------

static bool holds_value(const struct node *member)
{
    if (node_is_scalar(member)) {
        return node_text(member).length > 0;
    }
    return member->descendants > 0;
}

// The members that some object of a list has a value of, in the order of first sight.
static size_t collect_columns(const struct flattening *x, const struct node *list,
                              string_view columns[LIST_COLUMNS])
{
    size_t count = 0;
    for (const struct node *row = list + 1; row < node_next(list); row = node_next(row)) {
        const struct node *end = row->kind == NODE_OBJECT ? node_next(row) : row + 1;
        for (const struct node *member = row + 1; member < end; member = node_next(member)) {
            string_view name = node_name(&x->f->tree, member);
            size_t at = 0;
            while (at < count && !sv_equal(columns[at], name)) {
                at++;
            }
            if (at == count && count < LIST_COLUMNS && holds_value(member)) {
                columns[count++] = name;
            }
        }
    }
    return count;
}

static status add_list(struct flattening *x, string_view name, const struct node *list)
{
    struct arena *arena = x->f->arena;
    string_view *columns = arena_array(arena, string_view, LIST_COLUMNS);
    if (columns == NULL) {
        return no_memory(x->e);
    }
    size_t column_count = collect_columns(x, list, columns);
    string_view *cells = arena_array(arena, string_view, column_count * LIST_ROWS_SHOWN + 1);
    size_t row_count = 0;
    if (cells == NULL) {
        return no_memory(x->e);
    }
    for (const struct node *row = list + 1; row < node_next(list) && row_count < LIST_ROWS_SHOWN;
         row = node_next(row)) {
        struct record_tree part = {row, (size_t)row->descendants + 1, x->f->tree.names};
        for (size_t i = 0; i < column_count; i++) {
            cells[row_count * column_count + i] =
                record_values_joined(arena, &part, columns[i], SIZE_MAX);
        }
        row_count++;
    }
    x->lists[x->list_count++] = (struct value_list){
        .name = name,
        .columns = columns,
        .column_count = column_count,
        .cells = cells,
        .row_count = row_count,
    };
    return ST_OK;
}

static bool holds_objects(const struct node *list)
{
    for (const struct node *n = list + 1; n < node_next(list); n = node_next(n)) {
        if (!node_is_scalar(n)) {
            return true;
        }
    }
    return false;
}

// Lists that the page tells in a way of its own.
static bool is_told(const struct record_filling *f, const struct node *list, string_view name)
{
    size_t rows = 0;
    for (const struct node *n = list + 1; n < node_next(list); n = node_next(n)) {
        rows++;
    }
    if (record_page_is_determinations(name)) {
        return rows == f->page.determination_count;
    }
    return record_holds_media(name) && rows == f->page.medium_count;
}

// Depth is bounded by what the reader takes (LIMIT_DEPTH).
static status flatten(struct flattening *x, const struct node *object, string_view path)
{
    const struct node *end = node_next(object);
    for (const struct node *member = object + 1; member < end; member = node_next(member)) {
        string_view name = join(x->f->arena, path, node_name(&x->f->tree, member));
        if (member->kind == NODE_OBJECT) {
            TRY(flatten(x, member, name));
        } else if (member->kind == NODE_LIST && holds_objects(member)) {
            if (!is_told(x->f, member, name)) {
                TRY(add_list(x, name, member));
            }
        } else if (member->kind == NODE_LIST) {
            TRY(add_row(x, name, member + 1, node_next(member)));
        } else {
            TRY(add_row(x, name, member, member + 1));
        }
    }
    return ST_OK;
}

// The corrections made here to the row shown, as a tree; *found is false where there are none.
static status read_layers(struct record_filling *f, struct record_tree *out, bool *found,
                          struct error *e)
{
    struct sha256 hash;
    struct buffer scratch;
    string_view json = {0};
    struct record_reader reader;
    TRY(record_reader_init(&reader, f->arena, e));
    buffer_init(&scratch, HTTP_LIMIT_RESPONSE);
    status result = segment_layers(snapshot_segment(f->view.snapshot, f->shown->segment),
                                   f->shown->row, found, &hash, &scratch, &json, e);
    if (result == ST_OK && *found) {
        result = record_read(&reader, json, out, e);
    }
    buffer_release(&scratch);
    return result;
}

static void mark(struct flattening *x, string_view field)
{
    for (size_t i = 0; i < x->row_count; i++) {
        x->rows[i].corrected = x->rows[i].corrected || sv_equal(x->rows[i].name, field);
    }
}

// Marks the fields that a correction made here stands over.
static status mark_corrected(struct flattening *x)
{
    struct record_tree layers = {0};
    bool found = false;
    TRY(read_layers(x->f, &layers, &found, x->e));
    if (!found) {
        return ST_OK;
    }
    const struct node *end = node_next(layers.nodes);
    for (const struct node *n = layers.nodes + 1; n < end; n = node_next(n)) {
        bool corrections =
            n->kind == NODE_OBJECT && sv_equal(node_name(&layers, n), SV("corrections"));
        for (const struct node *m = n + 1; corrections && m < node_next(n); m = node_next(m)) {
            mark(x, node_name(&layers, m));
        }
    }
    return ST_OK;
}

status record_page_fill_values(struct record_filling *f, struct error *e)
{
    struct flattening x = {.f = f, .e = e};
    x.rows = arena_array(f->arena, struct value_row, f->tree.count + 1);
    x.lists = arena_array(f->arena, struct value_list, f->tree.count + 1);
    if (x.rows == NULL || x.lists == NULL) {
        return no_memory(e);
    }
    TRY(flatten(&x, f->tree.nodes, SV("")));
    TRY(mark_corrected(&x));
    f->page.fields = x.rows;
    f->page.field_count = x.row_count;
    f->page.lists = x.lists;
    f->page.list_count = x.list_count;
    return ST_OK;
}
