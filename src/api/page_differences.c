// SPDX-License-Identifier: Apache-2.0
// Reads the differences of two rows and lays them out flat.
#include "api/page_differences.h"

#include "query/search.h"

status differences_read(const struct view *v, struct arena *arena,
                        const struct record_version *before, const struct record_version *after,
                        size_t *bytes, struct record_tree *out, struct error *e)
{
    string_view from = {0};
    string_view to = {0};
    struct buffer text;
    struct record_reader reader;
    TRY(record_json(v, before, arena, &from, e));
    TRY(record_json(v, after, arena, &to, e));
    *bytes += from.length + to.length;
    TRY(record_reader_init(&reader, arena, e));
    buffer_init(&text, HTTP_LIMIT_RESPONSE);
    status result = record_diff(arena, from, to, &text, e);
    if (result == ST_OK) {
        result = record_read(&reader, buffer_view(&text), out, e);
    }
    buffer_release(&text);
    return result;
}

// --- what differs, as rows of a table --------------------------------------------------------

static void add_row(struct difference_list *l, string_view name, string_view before,
                    string_view after)
{
    if (before.length == 0 && after.length == 0) {
        l->left_out++;
        return;
    }
    if (l->rows != NULL) {
        l->rows[l->count] = (struct difference_row){
            .name = name,
            .change = before.length == 0  ? CHANGE_ADDED
                      : after.length == 0 ? CHANGE_REMOVED
                                          : CHANGE_CHANGED,
            .before = before,
            .after = after,
        };
    }
    l->count++;
}

// A value that stands on one side alone: of a list or an object each value within. Depth is bounded
// by what the reader takes (LIMIT_DEPTH).
static void add_side(struct difference_list *l, string_view name, const struct node *node,
                     bool is_before)
{
    struct arena *arena = l->arena;
    size_t index = 0;
    if (node_is_scalar(node)) {
        string_view text = node_text(node);
        add_row(l, name, is_before ? text : SV(""), is_before ? SV("") : text);
        return;
    }
    for (const struct node *n = node + 1; n < node_next(node); n = node_next(n)) {
        string_view member = node->kind == NODE_LIST
                                 ? arena_print(arena, SV_FORMAT "[%zu]", SV_ARGUMENT(name), index++)
                                 : arena_print(arena, SV_FORMAT "." SV_FORMAT, SV_ARGUMENT(name),
                                               SV_ARGUMENT(node_name(l->tree, n)));
        add_side(l, member, n, is_before);
    }
}

// One object of what record_diff tells.
static void add_difference(struct difference_list *l, const struct node *object)
{
    const struct node *from = NULL;
    const struct node *to = NULL;
    string_view name = SV("");
    for (const struct node *m = object + 1; m < node_next(object); m = node_next(m)) {
        string_view member = node_name(l->tree, m);
        if (sv_equal(member, SV("field"))) {
            name = node_text(m);
        } else if (sv_equal(member, SV("from"))) {
            from = m;
        } else if (sv_equal(member, SV("to"))) {
            to = m;
        }
    }
    bool simple = (from == NULL || node_is_scalar(from)) && (to == NULL || node_is_scalar(to));
    if (simple) {
        add_row(l, name, from == NULL ? SV("") : node_text(from),
                to == NULL ? SV("") : node_text(to));
        return;
    }
    if (from != NULL) {
        add_side(l, name, from, true);
    }
    if (to != NULL) {
        add_side(l, name, to, false);
    }
}

void differences_list(struct difference_list *l)
{
    const struct node *all = l->tree->nodes;
    for (const struct node *n = all + 1; n < node_next(all); n = node_next(n)) {
        add_difference(l, n);
    }
}
