// SPDX-License-Identifier: Apache-2.0
// Fills the search at two moments: the commits to choose from, the counts of either, and what
// happened between, as far as the time for it goes.
#include "api/page_differences.h"
#include "api/page_media.h"
#include "api/page_views.h"
#include "api/pages/view_changes.h"
#include "api/pages/views.h"
#include "portal/notices.h"
#include "query/search_history.h"

#define CHOICES_MOST   ((size_t)300)
#define RECORDS_SHOWN  ((size_t)10) // of each kind of change
#define PAGE_RECORDS   ((size_t)50) // of one kind alone
#define SKIPPED_MOST   ((uint64_t)10000000)
#define FIELDS_SHOWN   ((size_t)12)          // of a record
#define TIME_FOR_IT    ((uint64_t)150000000) // nanoseconds to see changes
#define LOOKED_BETWEEN 1024                  // changes between looks at the clock
#define TITLE          ((size_t)120)

struct comparing {
    struct search_filling *f;
    struct view_changes *v;
    struct record_reader reader;
    uint32_t from; // commits
    uint32_t to;
    uint64_t until; // by clock_ticks
    uint64_t seen;
    bool out_of_time;
    struct changed_record *records[CHANGE_REMOVED + 1];
};

// --- the commits to choose from --------------------------------------------------------------

static int64_t month_of(moment m)
{
    struct civil_date day = civil_from_days(m / 86400000 - (m % 86400000 < 0));
    return (int64_t)day.year * 12 + day.month;
}

static status fill_choices(struct comparing *c, struct error *e)
{
    const struct search_request *search = &c->f->input.request;
    struct snapshot *s = c->f->site.view.snapshot;
    uint32_t last = snapshot_last_commit(s);
    struct moment_choice *all = arena_array(c->f->arena, struct moment_choice, (size_t)last + 1);
    size_t count = 0;
    if (all == NULL) {
        return search_page_no_memory(e);
    }
    for (uint32_t number = last; number > 0; number--) {
        const struct commit *commit = snapshot_commit(s, number);
        if (commit != NULL && search_history_touches(search, commit)) {
            all[count++] = (struct moment_choice){commit->time, commit->message};
        }
    }
    c->v->choices_thinned = count > CHOICES_MOST;
    for (size_t i = 0; i < count; i++) {
        bool last_of_month = i == 0 || month_of(all[i].time) != month_of(all[i - 1].time);
        if (!c->v->choices_thinned || (last_of_month && c->v->choice_count < CHOICES_MOST)) {
            all[c->v->choice_count++] = all[i];
        }
    }
    c->v->choices = all;
    return ST_OK;
}

// The commit before `number` that touched what is searched; 0 for none.
static uint32_t commit_before(const struct comparing *c, uint32_t number)
{
    while (number > 1) {
        number--;
        const struct commit *commit = snapshot_commit(c->f->site.view.snapshot, number);
        if (commit != NULL && search_history_touches(&c->f->input.request, commit)) {
            return number;
        }
    }
    return 0;
}

static void choose_moments(struct comparing *c)
{
    struct search_filling *f = c->f;
    const struct view *view = &f->site.view;
    string_view asked = address_value(&f->state, SV("changes.from"));
    struct error trouble = {0};
    moment m = 0;
    c->to = view->commit;
    // What the last commit that touched what is searched has done.
    c->from = commit_before(c, commit_before(c, view->commit + 1));
    bool known = asked.length > 0 && moment_from_text(asked, &m, &trouble) == ST_OK;
    if (known && !view_is_past(view, m)) {
        search_page_ignore(f, SV("changes.from"), "it lies in the future");
    } else if (known && snapshot_commit_at(view->snapshot, m) > 0) {
        c->from = snapshot_commit_at(view->snapshot, m);
        c->v->from_asked = asked;
    } else if (asked.length > 0) {
        search_page_ignore(f, SV("changes.from"), "it is no moment since the first commit");
    }
    if (c->from > c->to) { // compared the other way round
        uint32_t later = c->from;
        c->from = c->to;
        c->to = later;
    }
    c->v->to_asked = address_value(&f->state, SV("version"));
    c->v->has_from = c->from > 0;
    c->v->from = view_time(view, c->from);
    c->v->to = view_time(view, c->to);
}

// One kind of change alone, page by page.
static void choose_kind(struct comparing *c)
{
    static const char *const names[] = {
        [CHANGE_ADDED] = "added", [CHANGE_CHANGED] = "changed", [CHANGE_REMOVED] = "removed"};
    struct search_filling *f = c->f;
    string_view asked = address_value(&f->state, SV("changes.kind"));
    string_view skip = address_value(&f->state, SV("changes.skip"));
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        if (sv_equal(asked, sv_from(names[i]))) {
            c->v->alone = true;
            c->v->kind = (enum change_kind)i;
        }
    }
    if (asked.length > 0 && !c->v->alone) {
        search_page_ignore(f, SV("changes.kind"), "it is none of added, changed and removed");
    }
    if (skip.length > 0 &&
        (!c->v->alone || !sv_to_uint64(skip, &c->v->skipped) || c->v->skipped > SKIPPED_MOST)) {
        c->v->skipped = 0;
        search_page_ignore(f, SV("changes.skip"), "it is no number of changes of one kind");
    }
}

// The page of one kind behind `skip` of its changes.
static string_view kind_address(struct comparing *c, enum change_kind kind, uint64_t skip)
{
    static const char *const names[] = {"added", "changed", "removed"};
    struct address *target = arena_new(c->f->arena, struct address);
    if (target == NULL) {
        return SV("");
    }
    view_address(&c->f->state, VIEW_CHANGES, target);
    address_set(target, SV("version"), arena_print(c->f->arena, "%lld", (long long)c->v->to));
    address_set(target, SV("changes.from"),
                arena_print(c->f->arena, "%lld", (long long)c->v->from));
    if (kind <= CHANGE_REMOVED) {
        address_set(target, SV("changes.kind"), sv_from(names[kind]));
    }
    if (skip > 0) {
        address_set(target, SV("changes.skip"),
                    arena_print(c->f->arena, "%llu", (unsigned long long)skip));
    }
    return address_print(target, c->f->arena);
}

static void fill_ways(struct comparing *c)
{
    struct view_changes *v = c->v;
    for (size_t i = 0; i <= CHANGE_REMOVED; i++) {
        struct change_list *list = &v->changes[i];
        uint64_t shown = v->skipped + list->record_count;
        if (v->alone && v->kind != (enum change_kind)i) {
            continue;
        }
        if (v->alone && v->skipped > 0) {
            uint64_t before = v->skipped - MIN(v->skipped, (uint64_t)PAGE_RECORDS);
            list->before = kind_address(c, v->kind, before);
        }
        if (list->count > shown) {
            list->after = kind_address(c, (enum change_kind)i, v->alone ? shown : 0);
        }
    }
    if (v->alone) {
        v->all_address = kind_address(c, CHANGE_REMOVED + 1, 0);
    }
}

// --- what happened ---------------------------------------------------------------------------

static status fill_title(struct comparing *c, const struct record_version *row, string_view key,
                         struct changed_record *out, struct error *e)
{
    struct search_hit hit = {.key = key, .version = *row};
    struct record_tree tree;
    TRY(page_read_hit(c->f, &c->reader, &hit, &tree, e));
    struct record_title title = record_title(c->f->arena, &tree, arena_copy(c->f->arena, key));
    out->title = excerpt(c->f->arena, title.text, TITLE);
    out->title_is_name = title.is_name;
    return ST_OK;
}

static status fill_fields(struct comparing *c, const struct record_version *from,
                          const struct record_version *to, struct changed_record *out,
                          struct error *e)
{
    struct record_tree tree = {0};
    size_t bytes = 0;
    TRY(differences_read(&c->f->site.view, c->f->arena, from, to, &bytes, &tree, e));
    struct difference_list list = {.arena = c->f->arena, .tree = &tree};
    list.rows = arena_array(c->f->arena, struct difference_row, tree.count + 1);
    if (list.rows == NULL) {
        return search_page_no_memory(e);
    }
    differences_list(&list);
    out->fields = list.rows;
    out->field_count = MIN(list.count, FIELDS_SHOWN);
    out->fields_left_out = list.count - out->field_count;
    return ST_OK;
}

static string_view history_address(struct comparing *c, string_view path)
{
    bool asks = sv_find(path, '?') < path.length;
    return arena_print(c->f->arena, SV_FORMAT "%cfrom=%lld&to=%lld#changes", SV_ARGUMENT(path),
                       asks ? '&' : '?', (long long)c->v->from, (long long)c->v->to);
}

static status add_record(struct comparing *c, enum change_kind kind, const struct uuid *table,
                         string_view key, const struct record_version *from,
                         const struct record_version *to, struct error *e)
{
    struct change_list *list = &c->v->changes[kind];
    struct changed_record *out = &c->records[kind][list->record_count];
    struct snapshot *s = c->f->site.view.snapshot;
    const struct store_table *t = snapshot_table_by_uuid(s, table);
    if (t == NULL) {
        return error_set(e, ST_INTERNAL, "a row belongs to no table");
    }
    TRY(fill_title(c, to != NULL ? to : from, key, out, e));
    if (kind == CHANGE_CHANGED) {
        TRY(fill_fields(c, from, to, out, e));
    }
    out->address = record_address(c->f->arena, t->slug, key, to != NULL ? c->v->to : c->v->from);
    out->history = history_address(c, record_path(c->f->arena, t->slug, key));
    list->record_count++;
    return ST_OK;
}

static status see_change(void *argument, enum row_change change, const struct uuid *table,
                         string_view key, const struct record_version *from,
                         const struct record_version *to, struct error *e)
{
    static const enum change_kind kinds[] = {
        [ROW_ADDED] = CHANGE_ADDED, [ROW_REMOVED] = CHANGE_REMOVED, [ROW_CHANGED] = CHANGE_CHANGED};
    struct comparing *c = argument;
    struct change_list *list = &c->v->changes[kinds[change]];
    bool wanted = !c->v->alone || c->v->kind == kinds[change];
    list->count++;
    if (wanted && list->count > c->v->skipped &&
        list->record_count < (c->v->alone ? PAGE_RECORDS : RECORDS_SHOWN)) {
        TRY(add_record(c, kinds[change], table, key, from, to, e));
    }
    if (++c->seen % LOOKED_BETWEEN == 0) {
        c->out_of_time = clock_ticks() > c->until;
        if (c->out_of_time || http_request_cancelled(c->f->request)) {
            return error_set(e, ST_CANCELLED, "the comparison was ended before it was done");
        }
    }
    return ST_OK;
}

static status compare(struct comparing *c, struct error *e)
{
    const struct search_request *r = &c->f->input.request;
    struct error trouble = {0};
    for (size_t i = 0; i <= CHANGE_REMOVED; i++) {
        c->records[i] = arena_array(c->f->arena, struct changed_record, PAGE_RECORDS);
        if (c->records[i] == NULL) {
            return search_page_no_memory(e);
        }
        c->v->changes[i].records = c->records[i];
    }
    TRY(record_reader_init(&c->reader, c->f->arena, e));
    c->until = clock_ticks() + TIME_FOR_IT;
    status result = search_diff(c->f->site.view.snapshot, &scope_public, r->query, r->tables,
                                r->table_count, c->from, c->to, see_change, c, &trouble);
    if (result == ST_CANCELLED && c->out_of_time) {
        c->v->partial = true;
        result = ST_OK;
    }
    return result == ST_OK ? ST_OK : error_set(e, result, "%s", trouble.message);
}

// --- either side -----------------------------------------------------------------------------

static status count_at(struct comparing *c, uint32_t commit, uint64_t *total, struct error *e)
{
    struct search_input input = c->f->input;
    struct error trouble = {0};
    *total = 0;
    input.request.commit = commit;
    status result = page_count_in(&input, c->f->arena, input.request.tables,
                                  input.request.table_count, total, &trouble);
    // A field that came later was nowhere then.
    return result == ST_OK || result == ST_INVALID ? ST_OK
                                                   : error_set(e, result, "%s", trouble.message);
}

static string_view side_address(struct comparing *c, moment m)
{
    struct address *target = arena_new(c->f->arena, struct address);
    if (target == NULL) {
        return SV("");
    }
    view_address(&c->f->state, VIEW_TABLE, target);
    address_set(target, SV("version"), arena_print(c->f->arena, "%lld", (long long)m));
    return address_print(target, c->f->arena);
}

static string_view newer_address(struct comparing *c)
{
    struct address *target = arena_new(c->f->arena, struct address);
    if (target == NULL) {
        return SV("");
    }
    view_address(&c->f->state, VIEW_TABLE, target);
    address_set(target, SV("version"), arena_print(c->f->arena, "%lld", (long long)c->v->to));
    address_set(target, SV("filter.changed_since"),
                arena_print(c->f->arena, "%lld", (long long)c->v->from));
    return address_print(target, c->f->arena);
}

static string_view stream_address(struct comparing *c)
{
    static const char *const own[] = {"from", "to", "detail", "format", NULL};
    struct address *target = arena_new(c->f->arena, struct address);
    if (target == NULL) {
        return SV("");
    }
    page_api_state(c->f->arena, &c->f->state, 0, SV("/api/v1/changes"), own, target);
    address_remove(target, SV("version"));
    address_set(target, SV("from"), arena_print(c->f->arena, "%lld", (long long)c->v->from));
    address_set(target, SV("to"), arena_print(c->f->arena, "%lld", (long long)c->v->to));
    return address_print(target, c->f->arena);
}

status view_fill_changes(struct search_filling *f, struct error *e)
{
    struct comparing c = {.f = f, .v = arena_new(f->arena, struct view_changes)};
    if (c.v == NULL) {
        return search_page_no_memory(e);
    }
    f->page.changes = c.v;
    TRY(fill_choices(&c, e));
    choose_moments(&c);
    if (!c.v->has_from) {
        return ST_OK;
    }
    TRY(count_at(&c, c.from, &c.v->then, e));
    TRY(count_at(&c, c.to, &c.v->now, e));
    c.v->then_address = side_address(&c, c.v->from);
    c.v->now_address = side_address(&c, c.v->to);
    c.v->stream_address = stream_address(&c);
    c.v->feed_address = f->page.feed_address;
    c.v->sends_mail = f->api->subscriptions != NULL && f->api->notices->sends_mail;
    choose_kind(&c);
    TRY(compare(&c, e));
    fill_ways(&c);
    bool written = c.v->changes[CHANGE_ADDED].count + c.v->changes[CHANGE_CHANGED].count > 0;
    c.v->newer_address = written ? newer_address(&c) : SV("");
    return ST_OK;
}
