// SPDX-License-Identifier: Apache-2.0
// Adds the commits up.
#include "api/page_growth.h"

#include "portal/metadata_json.h"

#define POINTS   ((size_t)160)
#define SHORTEST ((moment)7 * 86400000)

enum record_kind leading_kind(const struct holdings *holdings)
{
    const struct kind_count *best = NULL;
    for (size_t i = 0; i < holdings->count; i++) {
        const struct kind_count *k = &holdings->kinds[i];
        if (k->kind == KIND_SPECIMENS) {
            return KIND_SPECIMENS;
        }
        best = best == NULL || k->count > best->count ? k : best;
    }
    return best == NULL ? KIND_COUNT : best->kind;
}

// Adds what a commit did to tables of the kind; whether it touched any.
static bool add_commit(const struct site *site, enum record_kind kind, const struct commit *c,
                       uint64_t *alive)
{
    bool touched = false;
    for (size_t i = 0; c != NULL && i < c->count_tables; i++) {
        if (scope_allows(&scope_public, &c->counts[i].table) &&
            table_kind(site, &c->counts[i].table) == kind) {
            *alive = *alive + c->counts[i].added - MIN(*alive, c->counts[i].removed);
            touched = true;
        }
    }
    return touched && c->time > PORTAL_BEGINS;
}

// A line of at most POINTS points, while commits are added.
struct line {
    struct arena *arena;
    const char *parameter; // whose value all searches of the line have
    string_view value;
    struct growth_point *points;
    size_t count;
    size_t bucket;
};

static status line_begin(struct line *line, struct arena *arena, const char *parameter,
                         string_view value, struct error *e)
{
    *line = (struct line){.arena = arena,
                          .parameter = parameter,
                          .value = value,
                          .points = arena_array(arena, struct growth_point, POINTS + 2),
                          .bucket = SIZE_MAX};
    return line->points != NULL ? ST_OK : error_set(e, ST_NO_MEMORY, "no memory for the page");
}

static void line_add(struct line *line, uint32_t n, uint32_t last, moment time, uint64_t alive)
{
    size_t here = (size_t)n * POINTS / last;
    line->count += here != line->bucket;
    line->points[line->count - 1] = (struct growth_point){.time = time, .records = alive};
    line->bucket = here;
}

static void line_end(const struct line *line, const struct growth_point **out, size_t *count)
{
    bool long_enough =
        line->count > 0 && line->points[line->count - 1].time - line->points[0].time >= SHORTEST;
    for (size_t i = 0; i < line->count; i++) {
        struct growth_point *point = &line->points[i];
        point->address = search_address(line->arena, line->parameter, line->value, point->time);
    }
    *out = line->points;
    *count = long_enough ? line->count : 0;
}

status growth_of_kind(const struct site *site, enum record_kind kind, struct arena *arena,
                      const struct growth_point **out, size_t *count, struct error *e)
{
    const struct view *v = &site->view;
    uint64_t alive = 0;
    struct line line;
    TRY(line_begin(&line, arena, "kind", kind_text(kind), e));
    for (uint32_t n = 1; n <= v->commit; n++) {
        const struct commit *c = snapshot_commit(v->snapshot, n);
        if (add_commit(site, kind, c, &alive)) {
            line_add(&line, n, v->commit, c->time, alive);
        }
    }
    line_end(&line, out, count);
    return ST_OK;
}

status growth_of_dataset(const struct commit_list *list, string_view slug, struct arena *arena,
                         const struct growth_point **out, size_t *count, struct error *e)
{
    const struct view *v = list->view;
    uint64_t alive = 0;
    struct line line;
    TRY(line_begin(&line, arena, "dataset", slug, e));
    for (uint32_t n = 1; n <= v->commit; n++) {
        const struct commit *c = snapshot_commit(v->snapshot, n);
        if (commit_list_has(list, n) && c->count_tables > 0) {
            struct commit_counts done = commit_list_counts(list, c);
            alive = alive + done.added - MIN(alive, done.removed);
            line_add(&line, n, v->commit, c->time, alive);
        }
    }
    line_end(&line, out, count);
    return ST_OK;
}
