// SPDX-License-Identifier: Apache-2.0
// `vitrine literature`: the publications that used what is here, and the evidence for it (rule G2).
#include "cli/literature.h"
#include "cli/asking.h"
#include "cli/cli.h"

#include "base/file.h"
#include "formats/json_write.h"
#include "portal/literature_links.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define LISTED_AT_ONCE ((size_t)500)
#define AUTHORS_ROOM   ((size_t)10000)

static const char *doi;
static const char *title;
static struct option_list authors;
static int64_t year;
static const char *venue;
static const char *type;
static const char *address;
static struct option_list cites;
static const char *state_name;
static const char *since;
static bool dry_run;

static const struct option options[] = {
    {"doi", OPTION_TEXT, &doi, "DOI", "the publication's (add)"},
    {"title", OPTION_TEXT, &title, "TEXT", "its title (add)"},
    {"author", OPTION_LIST, &authors, "NAME", "\"Smith, J.\"; may be repeated (add)"},
    {"year", OPTION_NUMBER, &year, "YEAR", "when it appeared (add)"},
    {"venue", OPTION_TEXT, &venue, "TEXT", "the journal or book (add)"},
    {"type", OPTION_TEXT, &type, "TYPE", "such as article-journal (add)"},
    {"url", OPTION_TEXT, &address, "ADDRESS", "where it is read (add)"},
    {"cites", OPTION_LIST, &cites, "IDENTIFIER",
     "what it used: a DOI, address, occurrenceID, \"INST 123\" (add, import)"},
    {"state", OPTION_TEXT, &state_name, "STATE",
     "evidence that is shown, waiting or refused (list; default: publications)"},
    {"since", OPTION_TEXT, &since, "DAY", "only what changed since 2026-01-31 (gather)"},
    {"dry-run", OPTION_FLAG, &dry_run, NULL, "ask, and keep nothing (gather)"},
};

struct working {
    struct asking *asking;
    struct literature_links links;
    struct buffer *out;
};

// --- list ------------------------------------------------------------------------------------

static void print_counts(const struct literature_counts *c, struct buffer *b)
{
    if (!option_json) {
        buffer_print(b,
                     "%" PRIu64 " publications: %" PRIu64 " direct, %" PRIu64
                     " through GBIF, %" PRIu64 " of them both\n",
                     c->total, c->direct, c->gbif, c->both);
        return;
    }
    buffer_print(b,
                 "{\"publications\":%" PRIu64 ",\"direct\":%" PRIu64 ",\"gbif\":%" PRIu64
                 ",\"both\":%" PRIu64 ",\"grades\":{",
                 c->total, c->direct, c->gbif, c->both);
    for (int i = 0; i < LITERATURE_GRADES; i++) {
        buffer_print(b, "%s\"%s\":%" PRIu64, i == 0 ? "" : ",", literature_grade_names[i],
                     c->grades[i]);
    }
    buffer_append_view(b, SV("}}\n"));
}

static void print_publication(const struct publication *p, struct buffer *b)
{
    if (!option_json) {
        buffer_print(b, "%6lld  %4d  %-32.*s  " SV_FORMAT "\n", (long long)p->id, p->year,
                     SV_ARGUMENT(p->doi), SV_ARGUMENT(p->title));
        return;
    }
    buffer_print(b, "{\"id\":%lld,\"year\":%d", (long long)p->id, p->year);
    json_write_member(b, SV("doi"), p->doi);
    json_write_member(b, SV("title"), p->title);
    json_write_member(b, SV("authors"), p->authors);
    json_write_member(b, SV("venue"), p->venue);
    json_write_member(b, SV("type"), p->type);
    json_write_member(b, SV("url"), p->address);
    buffer_append_view(b, SV("}\n"));
}

static status list_publications(struct working *w, struct error *e)
{
    const struct literature_filter filter = {.all = true};
    const struct literature_filter shown = {.all = false};
    struct literature_counts counts;
    struct publication *list = NULL;
    size_t count = LISTED_AT_ONCE;
    TRY(literature_count(w->links.literature, &shown, &counts, e));
    print_counts(&counts, w->out);
    for (uint64_t offset = 0; count == LISTED_AT_ONCE; offset += count) {
        TRY(literature_list(w->links.literature, &filter, offset, LISTED_AT_ONCE, w->links.arena,
                            &list, &count, e));
        for (size_t i = 0; i < count; i++) {
            print_publication(&list[i], w->out);
        }
    }
    return ST_OK;
}

static void print_evidence(const struct evidence *one, const struct publication *p,
                           struct buffer *b)
{
    if (!option_json) {
        buffer_print(b, "%6lld  %-9s %-6s %-8s %-8s " SV_FORMAT "%s" SV_FORMAT "%s\n        in: ",
                     (long long)one->id, literature_grade_names[one->grade],
                     literature_route_names[one->route], literature_source_names[one->source],
                     literature_target_names[one->kind], SV_ARGUMENT(one->given),
                     one->why.length > 0 ? " (" : "", SV_ARGUMENT(one->why),
                     one->why.length > 0 ? ")" : "");
        buffer_print(b, SV_FORMAT " " SV_FORMAT "\n", SV_ARGUMENT(p->doi), SV_ARGUMENT(p->title));
        return;
    }
    buffer_print(b,
                 "{\"id\":%lld,\"grade\":\"%s\",\"route\":\"%s\",\"source\":\"%s\",\"state\":\"%s\""
                 ",\"of\":\"%s\"",
                 (long long)one->id, literature_grade_names[one->grade],
                 literature_route_names[one->route], literature_source_names[one->source],
                 literature_state_names[one->state], literature_target_names[one->kind]);
    json_write_member(b, SV("target"), one->target);
    json_write_member(b, SV("given"), one->given);
    json_write_member(b, SV("why"), one->why);
    json_write_member(b, SV("doi"), p->doi);
    json_write_member(b, SV("title"), p->title);
    buffer_append_view(b, SV("}\n"));
}

static status read_state(enum literature_state *out, struct error *e)
{
    for (int i = 0; i < LITERATURE_STATES; i++) {
        if (strcmp(state_name, literature_state_names[i]) == 0) {
            *out = (enum literature_state)i;
            return ST_OK;
        }
    }
    return error_set(e, ST_INVALID, "--state is shown, waiting or refused");
}

static status list_evidence(struct working *w, struct error *e)
{
    enum literature_state state = LITERATURE_SHOWN;
    struct evidence *list = NULL;
    size_t count = LISTED_AT_ONCE;
    TRY(read_state(&state, e));
    for (int64_t after = 0; count == LISTED_AT_ONCE; after = list[count - 1].id) {
        TRY(literature_evidence(w->links.literature, 0, state, after, LISTED_AT_ONCE,
                                w->links.arena, &list, &count, e));
        for (size_t i = 0; i < count; i++) {
            struct publication p = {.id = 0};
            TRY(literature_publication(w->links.literature, list[i].publication, w->links.arena, &p,
                                       e));
            print_evidence(&list[i], &p, w->out);
        }
        if (count == 0) {
            break;
        }
    }
    return ST_OK;
}

// --- add, import -----------------------------------------------------------------------------

struct tally {
    size_t read;
    size_t is_new;
    size_t evidence;
    size_t skipped;
};

static void print_tally(const struct tally *t, struct buffer *b)
{
    buffer_print(b,
                 option_json ? "{\"read\":%zu,\"new\":%zu,\"evidence\":%zu,\"skipped\":%zu}\n"
                             : "%zu publications read, %zu of them new; %zu pieces of evidence "
                               "new; %zu left out\n",
                 t->read, t->is_new, t->evidence, t->skipped);
}

// With what --cites names beside its own.
static status take(struct working *w, const struct literature_item *item, struct tally *t,
                   struct error *e)
{
    struct literature_item whole = *item;
    struct literature_added added;
    string_view *all = arena_array(w->links.arena, string_view, item->cite_count + cites.count + 1);
    if (all == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a publication");
    }
    for (size_t i = 0; i < item->cite_count; i++) {
        all[i] = item->cites[i];
    }
    for (size_t i = 0; i < cites.count; i++) {
        all[whole.cite_count++] = literature_text(w->links.arena, sv_from(cites.values[i]));
    }
    whole.cites = all;
    TRY(literature_take(&w->links, &whole, LITERATURE_HAND, LITERATURE_DIRECT, &added, e));
    t->read++;
    t->is_new += added.is_new;
    t->evidence += added.evidence;
    return ST_OK;
}

static string_view option_text(struct working *w, const char *value)
{
    return literature_text(w->links.arena, sv_from(value == NULL ? "" : value));
}

static status add(struct working *w, struct error *e)
{
    struct tally t = {.read = 0};
    struct literature_item item = {.cite_count = 0};
    struct buffer names;
    item.publication = (struct publication){.title = option_text(w, title),
                                            .venue = option_text(w, venue),
                                            .type = option_text(w, type),
                                            .year = (int32_t)year};
    if (doi != NULL) {
        item.publication.doi = literature_doi(w->links.arena, sv_from(doi));
        if (item.publication.doi.length == 0) {
            return error_set_field(e, ST_INVALID, "doi", "'%s' is no DOI", doi);
        }
    }
    if (year != 0 && (year < 1000 || year > 2999)) {
        return error_set_field(e, ST_INVALID, "year", "--year is of four digits");
    }
    item.publication.address =
        literature_address(w->links.arena, sv_from(address == NULL ? "" : address));
    buffer_init(&names, AUTHORS_ROOM);
    for (size_t i = 0; i < authors.count; i++) {
        buffer_print(&names, "%s%s", i == 0 ? "" : "; ", authors.values[i]);
    }
    item.publication.authors = literature_text(w->links.arena, buffer_view(&names));
    buffer_release(&names);
    if (doi == NULL && item.publication.title.length == 0) {
        return error_set(e, ST_INVALID, "name the publication: --doi DOI, or --title TEXT");
    }
    TRY(take(w, &item, &t, e));
    print_tally(&t, w->out);
    return t.is_new + t.evidence > 0 ? ST_OK : ST_UNCHANGED;
}

static void tell_skipped(void *argument, size_t number, const char *why)
{
    struct tally *t = argument;
    t->skipped++;
    (void)fprintf(stderr, "left out: publication %zu: %s\n", number, why);
}

// The whole file or nothing of it.
static status import(struct working *w, const char *path, struct error *e)
{
    struct tally t = {.read = 0};
    struct literature_item *items = NULL;
    string_view text = {0};
    size_t count = 0;
    TRY(file_read_in_arena(path, LITERATURE_LIMIT_FILE, w->links.arena, &text, e));
    TRY(literature_read_file(text, w->links.arena, tell_skipped, &t, &items, &count, e));
    TRY(literature_begin(w->links.literature, e));
    status result = ST_OK;
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        result = take(w, &items[i], &t, e);
    }
    status ended = literature_end(w->links.literature, result == ST_OK, result == ST_OK ? e : NULL);
    TRY(result);
    TRY(ended);
    print_tally(&t, w->out);
    return t.is_new + t.evidence > 0 ? ST_OK : ST_UNCHANGED;
}

// --- review ----------------------------------------------------------------------------------

static status review(struct working *w, const char *id, const char *decision, struct error *e)
{
    int64_t number = 0;
    bool accept = strcmp(decision, "accept") == 0;
    if (!sv_to_int64(sv_from(id), &number) || (!accept && strcmp(decision, "refuse") != 0)) {
        return error_set(e, ST_INVALID,
                         "review takes the number of evidence, as `vitrine "
                         "literature list --state waiting` has it, and accept or "
                         "refuse");
    }
    TRY(literature_review(w->links.literature, number, accept, e));
    buffer_print(w->out,
                 option_json ? "{\"id\":%" PRId64 ",\"state\":\"%s\"}\n"
                             : "evidence %" PRId64 " is %s\n",
                 number, accept ? "shown" : "refused");
    return ST_OK;
}

// --- the subcommand --------------------------------------------------------------------------

static status act(struct working *w, int count, char **arguments, struct error *e)
{
    const char *verb = count == 0 ? "list" : arguments[0];
    if (strcmp(verb, "list") == 0 && count <= 1) {
        return state_name == NULL ? list_publications(w, e) : list_evidence(w, e);
    }
    if (strcmp(verb, "add") == 0 && count == 1) {
        return add(w, e);
    }
    if (strcmp(verb, "import") == 0 && count == 2) {
        return import(w, arguments[1], e);
    }
    if (strcmp(verb, "review") == 0 && count == 3) {
        return review(w, arguments[1], arguments[2], e);
    }
    if (strcmp(verb, "gather") == 0 && count <= 2) {
        return literature_gather(&w->links, count == 2 ? arguments[1] : NULL, since, dry_run,
                                 w->out, e);
    }
    if (strcmp(verb, "status") == 0 && count == 1) {
        return literature_status(&w->links, w->out, e);
    }
    return error_set(e, ST_INVALID,
                     "literature takes list, add, import FILE, review NUMBER accept|refuse, "
                     "gather [gbif|datacite|crossref], or status");
}

static status work(struct asking *a, int count, char **arguments, struct buffer *out,
                   struct error *e)
{
    struct working w = {.asking = a, .out = out};
    w.links = (struct literature_links){
        .snapshot = a->snapshot, .commit = a->commit, .view = a->view, .arena = &a->arena};
    TRY(identifiers_open(option_data, &w.links.identifiers, e));
    status result = literature_open(option_data, &w.links.literature, e);
    result = result == ST_OK ? act(&w, count, arguments, e) : result;
    literature_close(w.links.literature);
    identifiers_close(w.links.identifiers);
    return result;
}

static status answer(int count, char **arguments, struct buffer *out, struct error *e)
{
    return asking_do(option_data, NULL, work, count, arguments, out, e);
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    return command_answer(answer, count, arguments);
}

const struct command command_literature = {
    .name = "literature",
    .summary = "publications that used the data, and the evidence for it",
    .arguments = "[list|add|import FILE|review ID accept|refuse|gather SOURCE|status]",
    .words = "list add import review gather status gbif datacite crossref",
    .description =
        "A publication counts once, by its DOI. Its evidence is graded: named (the record's\n"
        "identifier is in it), contained (it cites a search of ours, which is run again),\n"
        "estimated (it cites a download from GBIF, whose predicate is run here), dataset.\n"
        "FILE is CSL-JSON (what was used in \"custom\": {\"cites\": [...]}) or CSV with a header "
        "of\n"
        "doi, title, authors, year, venue, type, url, cites (\" | \" between). What only matches "
        "by\n"
        "its text waits for review. gather asks gbif, datacite and crossref, as\n"
        "DATA/literature.json says (docs/literature.md); who is stopped goes on where it was.",
    .examples = "  vitrine literature add --doi 10.1234/abc --title 'On wasps' --cites 'DEMO 123'\n"
                "  vitrine literature import papers.csl.json\n"
                "  vitrine literature list --state waiting\n"
                "  vitrine literature review 17 accept\n"
                "  vitrine literature gather gbif --since 2026-01-01 --dry-run\n"
                "  vitrine literature status",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .most_arguments = 3,
    .run = run,
};
