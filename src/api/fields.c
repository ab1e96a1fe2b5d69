// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/fields: the fields that tables have, found by a part of their names.
#include "api/search_input.h"
#include "base/fold.h"
#include "formats/json_write.h"

#include <stdlib.h>

#define FIELDS_NORMAL 50
#define FIELDS_LIMIT  10000

static status fold_into(struct arena *arena, string_view text, string_view *out, struct error *e)
{
    struct buffer folded;
    buffer_init(&folded, (size_t)1 << 20);
    fold_full(text, &folded);
    *out = arena_copy(arena, buffer_view(&folded));
    buffer_release(&folded);
    return out->bytes == NULL ? error_set(e, ST_NO_MEMORY, "no memory for the fields") : ST_OK;
}

static bool contains(string_view text, string_view part)
{
    for (size_t i = 0; i + part.length <= text.length; i++) {
        if (sv_starts_with(sv_slice(text, i, SIZE_MAX), part)) {
            return true;
        }
    }
    return false;
}

// The most filled first, then by name.
static int compare_outlines(const void *a, const void *b)
{
    const struct search_outline *x = a;
    const struct search_outline *y = b;
    return x->records != y->records ? (x->records < y->records) - (x->records > y->records)
                                    : sv_compare(x->name, y->name);
}

static status choose(const struct search_outline *all, size_t count, string_view text,
                     struct arena *arena, struct search_outline **out, size_t *kept,
                     struct error *e)
{
    string_view wanted;
    struct search_outline *list = arena_array(arena, struct search_outline, count + 1);
    *kept = 0;
    if (list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the fields");
    }
    TRY(fold_into(arena, text, &wanted, e));
    for (size_t i = 0; i < count; i++) {
        string_view name;
        TRY(fold_into(arena, all[i].name, &name, e));
        if (contains(name, wanted)) {
            list[(*kept)++] = all[i];
        }
    }
    if (*kept > 1) {
        qsort(list, *kept, sizeof *list, compare_outlines);
    }
    *out = list;
    return ST_OK;
}

static void write_outline(const struct search_outline *f, struct buffer *out)
{
    const struct {
        const char *name;
        uint64_t entries;
    } types[] = {
        {"number", f->numbers}, {"date", f->dates}, {"boolean", f->booleans}, {"text", f->texts}};
    bool first = true;
    buffer_append_view(out, SV("{\"name\":"));
    json_write_string(out, f->name);
    buffer_print(out, ",\"nested\":%s,\"records\":%llu,\"types\":[", f->nested ? "true" : "false",
                 (unsigned long long)f->records);
    for (size_t i = 0; i < ARRAY_LENGTH(types); i++) {
        if (types[i].entries > 0) {
            buffer_print(out, "%s\"%s\"", first ? "" : ",", types[i].name);
            first = false;
        }
    }
    buffer_append_view(out, SV("]}"));
}

status api_fields(void *context, struct http_request *request, struct http_response *response,
                  struct error *e)
{
    struct search_input input;
    const struct search_outline *all = NULL;
    struct search_outline *list = NULL;
    struct buffer *out = &response->body;
    string_view text = SV("");
    size_t count = 0;
    uint64_t limit = 0;
    bool found = false;
    TRY(http_request_parameter(request, "text", &text, &found, e));
    TRY(parameter_number(request, "limit", FIELDS_NORMAL, FIELDS_LIMIT, &limit, e));
    if (text.length > 1000) {
        return error_set_field(e, ST_INVALID, "text", "the text is longer than 1000 bytes");
    }
    TRY(search_input_tables(context, request, &input, e));
    if (view_not_modified(&input.view, request, response)) {
        return ST_OK;
    }
    TRY(search_outlines(input.view.snapshot, &scope_public, request->arena, input.request.tables,
                        input.request.table_count, input.view.commit, true, &all, &count, e));
    TRY(choose(all, count, text, request->arena, &list, &count, e));
    answer_begin(&input.view, response);
    buffer_print(out, ",\"total\":%zu,\"fields\":[", count);
    for (size_t i = 0; i < MIN(count, (size_t)limit); i++) {
        buffer_append_view(out, i == 0 ? SV("") : SV(","));
        write_outline(&list[i], out);
    }
    buffer_append_view(out, SV("]}\n"));
    return ST_OK;
}
