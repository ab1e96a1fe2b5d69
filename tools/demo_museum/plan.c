// SPDX-License-Identifier: Apache-2.0
// Collects, orders and writes the plan; see plan.h.
#include "plan.h"

#include <stdlib.h>

#include "calendar.h"

void plan_add(struct plan *plan, struct plan_line line)
{
    plan->lines = array_grow(plan->lines, &plan->capacity, plan->count + 1, sizeof(*plan->lines));
    line.order = plan->count;
    plan->lines[plan->count++] = line;
}

static int line_order(const void *a, const void *b)
{
    const struct plan_line *left = a;
    const struct plan_line *right = b;
    if (left->at != right->at) {
        return left->at < right->at ? -1 : 1;
    }
    return (left->order > right->order) - (left->order < right->order);
}

static void add_member(struct text *text, const char *name, const char *value)
{
    if (value != NULL) {
        text_format(text, ",\"%s\":", name);
        text_add_json(text, value);
    }
}

void plan_write(struct plan *plan, const char *path)
{
    struct text text = {0};
    qsort(plan->lines, plan->count, sizeof(*plan->lines), line_order);
    int64_t before = INT64_MIN;
    for (size_t i = 0; i < plan->count; i++) {
        struct plan_line *line = &plan->lines[i];
        line->at = line->at <= before ? before + 60 : line->at;
        before = line->at;
        text_add(&text, "{\"at\":\"");
        text_add_moment(&text, line->at);
        text_add_char(&text, '"');
        add_member(&text, "dataset", line->dataset);
        add_member(&text, "table", line->table);
        add_member(&text, "kind", line->kind);
        if (line->file_count > 0) {
            for (size_t k = 0; k < line->file_count; k++) {
                text_add(&text, k == 0 ? ",\"files\":[" : ",");
                text_add_json(&text, line->files[k]);
            }
            text_add_char(&text, ']');
            add_member(&text, "mode", line->mode);
            add_member(&text, "key", line->key);
        }
        if (line->media != NULL) {
            text_add(&text, ",\"media\":[");
            text_add_json(&text, line->media);
            text_add_char(&text, ']');
        }
        add_member(&text, "author", line->author);
        add_member(&text, "message", line->message);
        if (line->metadata != NULL) {
            text_add(&text, ",\"metadata\":");
            text_add(&text, line->metadata);
        }
        text_add(&text, "}\n");
    }
    write_file(path, text.data, text.length);
    text_release(&text);
}

void plan_release(struct plan *plan)
{
    free(plan->lines);
    *plan = (struct plan){0};
}
