// SPDX-License-Identifier: Apache-2.0
// Goes through questions and pages, and keeps places and the state of each source in the register's
// own places: "gbif" (where it is), "gbif/last" (what came of it, as JSON).
#include "portal/gather.h"

#include "base/log.h"
#include "base/percent.h"
#include "portal/gather_source.h"

#include <inttypes.h>
#include <stdlib.h>

#define ADDRESS_BYTES ((size_t)7000)
#define LISTED        ((size_t)1000)

static const struct gather_source *const sources[GATHER_SOURCES] = {&gather_gbif, &gather_datacite,
                                                                    &gather_crossref};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to gather publications");
}

void gather_begin(struct gathering *g, const struct literature_links *links,
                  const struct gather_settings *settings, const atomic_bool *stopping)
{
    *g = (struct gathering){.links = *links,
                            .settings = settings,
                            .asker = {.agent = settings->agent,
                                      .pause = settings->pause,
                                      .first_wait = settings->first_wait,
                                      .stopping = stopping}};
    g->links.datasets = settings->datasets;
    g->links.dataset_count = settings->dataset_count;
}

// --- state -----------------------------------------------------------------------------------

static string_view last_name(struct arena *arena, enum gather_source_id source)
{
    return arena_print(arena, "%s/last", gather_names[source]);
}

static uint64_t number_of(const json_t *object, const char *name)
{
    json_int_t number = json_integer_value(json_object_get(object, name));
    return number > 0 ? (uint64_t)number : 0;
}

status gather_state_read(struct literature *l, enum gather_source_id source, struct arena *arena,
                         struct gather_state *out, struct error *e)
{
    string_view text;
    string_view place;
    *out = (struct gather_state){.there = false};
    TRY(literature_place(l, last_name(arena, source), arena, &text, e));
    TRY(literature_place(l, sv_from(gather_names[source]), arena, &place, e));
    json_t *root = text.length == 0 ? NULL : json_loadb(text.bytes, text.length, 0, NULL);
    const char *trouble = json_string_value(json_object_get(root, "trouble"));
    out->there = json_is_object(root);
    out->unfinished = place.length > 0;
    out->started = (moment)number_of(root, "started");
    out->ended = (moment)number_of(root, "ended");
    out->good = (moment)number_of(root, "good");
    out->trouble = literature_text(arena, sv_from(trouble == NULL ? "" : trouble));
    out->tally = (struct gather_tally){.asked = number_of(root, "asked"),
                                       .read = number_of(root, "read"),
                                       .is_new = number_of(root, "new"),
                                       .evidence = number_of(root, "evidence"),
                                       .left_out = number_of(root, "leftOut")};
    json_decref(root);
    return ST_OK;
}

static status write_state(struct gathering *g, enum gather_source_id source,
                          const struct gather_state *s, struct error *e)
{
    const struct gather_tally *t = &g->tally;
    if (g->dry_run) {
        return ST_OK;
    }
    json_t *root =
        json_pack("{s:I,s:I,s:I,s:s%,s:I,s:I,s:I,s:I,s:I}", "started", (json_int_t)s->started,
                  "ended", (json_int_t)s->ended, "good", (json_int_t)s->good, "trouble",
                  s->trouble.length == 0 ? "" : s->trouble.bytes, s->trouble.length, "asked",
                  (json_int_t)t->asked, "read", (json_int_t)t->read, "new", (json_int_t)t->is_new,
                  "evidence", (json_int_t)t->evidence, "leftOut", (json_int_t)t->left_out);
    char *text = root == NULL ? NULL : json_dumps(root, JSON_COMPACT);
    status result = text == NULL
                        ? no_memory(e)
                        : literature_set_place(g->links.literature,
                                               last_name(g->links.arena, source), sv_from(text), e);
    free(text);
    json_decref(root);
    return result;
}

// --- keeping a page ----------------------------------------------------------------------------

static status keep_finding(struct gathering *g, const struct gather_source *source,
                           const struct gather_finding *f, struct error *e)
{
    struct literature_added added;
    size_t count = 0;
    struct evidence *list =
        arena_array(g->links.arena, struct evidence, f->cite_count + f->evidence_count + 1);
    if (list == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < f->cite_count; i++) {
        struct evidence one = {.source = source->source, .route = f->route};
        TRY(literature_link(&g->links, f->cites[i], &one, e));
        if (one.kind != LITERATURE_OF_UNKNOWN) {
            list[count++] = one;
        }
    }
    for (size_t i = 0; i < f->evidence_count; i++) {
        list[count] = f->evidence[i];
        list[count++].source = source->source;
    }
    TRY(literature_add(g->links.literature, &f->publication, source->source, list, count,
                       g->links.arena, &added, e));
    g->tally.read++;
    g->tally.is_new += added.is_new;
    g->tally.evidence += added.evidence;
    return ST_OK;
}

// All of a page, and the place behind it, or nothing.
static status keep_page(struct gathering *g, enum gather_source_id id,
                        const struct gather_page *page, string_view place, struct error *e)
{
    TRY(literature_begin(g->links.literature, e));
    status result = ST_OK;
    for (size_t i = 0; i < page->count && result == ST_OK; i++) {
        result = keep_finding(g, sources[id], &page->findings[i], e);
    }
    if (result == ST_OK) {
        result = literature_set_place(g->links.literature, sv_from(gather_names[id]), place, e);
    }
    bool keep = result == ST_OK && !g->dry_run;
    status ended = literature_end(g->links.literature, keep, result == ST_OK ? e : NULL);
    g->tally.left_out += page->left_out;
    return result == ST_OK ? ended : result;
}

// --- questions and pages -----------------------------------------------------------------------

// "QUESTION\nPLACE\nSINCE"
static string_view write_place(struct arena *arena, const struct gathering *g, string_view question,
                               string_view place)
{
    return arena_print(arena, SV_FORMAT "\n" SV_FORMAT "\n" SV_FORMAT, SV_ARGUMENT(question),
                       SV_ARGUMENT(place), SV_ARGUMENT(g->since));
}

// Where the last gathering of the same was stopped; else the first question's beginning.
static status find_place(struct gathering *g, enum gather_source_id id,
                         const string_view *questions, size_t count, size_t *at, string_view *place,
                         struct error *e)
{
    string_view text;
    string_view part[3] = {{0}};
    *at = 0;
    *place = SV("");
    TRY(literature_place(g->links.literature, sv_from(gather_names[id]), g->links.arena, &text, e));
    for (size_t i = 0; i < 3; i++) {
        (void)sv_split(&text, '\n', &part[i]);
    }
    for (size_t i = 0; i < count && sv_equal(part[2], g->since); i++) {
        if (sv_equal(part[0], questions[i])) {
            *at = i;
            *place = part[1];
        }
    }
    return ST_OK;
}

// One page in an arena of its own. `place` is in `keep`, and moves on.
static status take_page(struct gathering *g, enum gather_source_id id, string_view question,
                        string_view *place, string_view after, struct error *e)
{
    struct arena *whole = g->links.arena;
    struct arena arena;
    struct gather_page page = {.count = 0};
    arena_init(&arena, 0);
    g->links.arena = &arena;
    status result = sources[id]->page(g, question, *place, &page, e);
    if (result == ST_OK && sv_equal(page.next, *place)) {
        page.next = SV(""); // who gives the same page for ever has come to its end
    }
    if (result == ST_OK) {
        bool more = page.next.length > 0;
        string_view next = more || after.length > 0
                               ? write_place(&arena, g, more ? question : after, page.next)
                               : SV("");
        result = keep_page(g, id, &page, next, e);
    }
    g->links.arena = whole;
    if (result == ST_OK) {
        *place = page.next.length == 0 ? SV("") : arena_copy(whole, page.next);
    }
    arena_release(&arena);
    return result;
}

static status run(struct gathering *g, enum gather_source_id id, struct error *e)
{
    string_view *questions = NULL;
    string_view place;
    size_t count = 0;
    size_t at = 0;
    TRY(sources[id]->questions(g, g->links.arena, &questions, &count, e));
    TRY(find_place(g, id, questions, count, &at, &place, e));
    for (; at < count; at++) {
        string_view after = at + 1 < count ? questions[at + 1] : SV("");
        size_t pages = 0;
        do {
            TRY(take_page(g, id, questions[at], &place, after, e));
        } while (place.length > 0 && ++pages < GATHER_PAGES_MOST);
        place = SV("");
    }
    return ST_OK;
}

status gather_run(struct gathering *g, enum gather_source_id source, struct error *e)
{
    struct gather_state state;
    struct error trouble = {0};
    TRY(gather_state_read(g->links.literature, source, g->links.arena, &state, e));
    state.started = clock_now();
    state.ended = 0;
    state.trouble = SV("");
    g->tally = (struct gather_tally){.asked = 0};
    TRY(write_state(g, source, &state, e));
    size_t before = g->asker.asked;
    status result = run(g, source, &trouble);
    g->tally.asked = g->asker.asked - before;
    state.ended = result == ST_CANCELLED ? 0 : clock_now();
    state.good = result == ST_OK ? state.started : state.good;
    state.trouble = arena_copy(g->links.arena, sv_from(trouble.message));
    status written = write_state(g, source, &state, result == ST_OK ? e : NULL);
    return result == ST_OK ? written : error_set(e, result, "%s", trouble.message);
}

// --- for the sources ---------------------------------------------------------------------------

void gather_add(struct buffer *address, const char *name, string_view value)
{
    bool first = sv_find(buffer_view(address), '?') == address->length;
    buffer_print(address, "%c%s=", first ? '?' : '&', name);
    percent_encode(address, value);
}

status gather_ask_for(struct gathering *g, struct buffer *address, json_t **out, struct error *e)
{
    status result = buffer_check(address, "an address to gather from", e);
    if (result == ST_OK) {
        result = gather_ask(&g->asker, buffer_view(address), out, e);
    }
    buffer_release(address);
    return result;
}

struct dois {
    struct arena *arena;
    string_view *list;
    size_t count;
    size_t capacity;
};

static status add_doi(struct dois *d, string_view text, struct error *e)
{
    string_view doi = literature_doi(d->arena, text);
    if (doi.length == 0) {
        return ST_OK;
    }
    if (d->count == d->capacity) {
        size_t capacity = MAX(d->capacity * 2, (size_t)64);
        string_view *more = arena_array(d->arena, string_view, capacity);
        if (more == NULL) {
            return no_memory(e);
        }
        for (size_t i = 0; i < d->count; i++) {
            more[i] = d->list[i];
        }
        d->list = more;
        d->capacity = capacity;
    }
    d->list[d->count++] = doi;
    return ST_OK;
}

static status add_registered(struct gathering *g, struct dois *d, struct error *e)
{
    struct identifier *list = NULL;
    size_t count = LISTED;
    for (string_view after = SV(""); count == LISTED; after = list[count - 1].id) {
        TRY(identifiers_list(g->links.identifiers, after, LISTED, d->arena, &list, &count, e));
        for (size_t i = 0; i < count; i++) {
            if (list[i].real) { // nobody can cite what the registry's test system holds
                TRY(add_doi(d, list[i].doi, e));
            }
        }
        if (count == 0) {
            break;
        }
    }
    return ST_OK;
}

static int by_bytes(const void *a, const void *b)
{
    return sv_compare(*(const string_view *)a, *(const string_view *)b);
}

status gather_own_dois(struct gathering *g, struct arena *arena, string_view **out, size_t *count,
                       struct error *e)
{
    struct dois d = {.arena = arena};
    const struct dataset_view *v = g->links.view;
    for (size_t i = 0; i < g->links.dataset_count; i++) {
        for (size_t k = 0; k < g->links.datasets[i].doi_count; k++) {
            TRY(add_doi(&d, g->links.datasets[i].dois[k], e));
        }
    }
    for (size_t i = 0; i < v->count; i++) {
        TRY(add_doi(&d, literature_own_doi(&g->links, &v->datasets[i]), e));
    }
    TRY(add_registered(g, &d, e));
    if (d.count > 0) {
        qsort(d.list, d.count, sizeof *d.list, by_bytes);
    }
    size_t kept = 0;
    for (size_t i = 0; i < d.count; i++) {
        if (kept == 0 || !sv_equal(d.list[i], d.list[kept - 1])) {
            d.list[kept++] = d.list[i];
        }
    }
    *out = d.list;
    *count = kept;
    return ST_OK;
}
