// SPDX-License-Identifier: Apache-2.0
// `vitrine identifiers`: what was cited, and the registry of DOIs.
#include "cli/asking.h"
#include "cli/cli.h"

#include "base/file.h"
#include "formats/json_write.h"
#include "portal/cited_dataset.h"
#include "portal/datacite_metadata.h"
#include "portal/deposits.h"
#include "portal/museum_identifiers.h"

#include <inttypes.h>
#include <string.h>

#define LISTED     ((size_t)500) // at a time
#define FILE_BYTES ((size_t)1 << 30)

static const char *dataset_slug;
static const char *names_file;
static const char *wanted_state;
static bool every;

static const struct option options[] = {
    {"dataset", OPTION_TEXT, &dataset_slug, "SLUG", "mint one for a dataset, or send it anew"},
    {"all", OPTION_FLAG, &every, NULL, "mint DOIs for all identifiers that have none"},
    {"state", OPTION_TEXT, &wanted_state, "STATE",
     "mint as draft, registered or findable (default: findable)"},
    {"names", OPTION_TEXT, &names_file, "FILE",
     "lines \"their identifier,our slug\" of resources and packages (import)"},
};

struct work {
    struct asking *asking;
    struct identifier_register *identifiers;
    struct datacite_account account;
    struct arena *arena;
    int count;
    char **arguments;
    struct buffer *out;
};

// --- showing ---------------------------------------------------------------------------------

static void print_one(struct work *w, const struct identifier *one)
{
    struct buffer *out = w->out;
    if (!option_json) {
        bool named = one->kind == IDENTIFIER_SLUG;
        buffer_print(out, "%-8.*s  %-7s  %-10s  " SV_FORMAT "%s" SV_FORMAT "\n",
                     SV_ARGUMENT(one->id), identifier_kind_names[one->kind],
                     identifier_state_names[one->state], SV_ARGUMENT(named ? one->name : one->doi),
                     one->wanted.length > 0 ? "  waits for the registry: " : "",
                     SV_ARGUMENT(one->wanted.length > 0 ? one->trouble : SV("")));
        return;
    }
    buffer_append_byte(out, '{');
    json_write_member(out, SV("id"), one->id);
    json_write_member(out, SV("kind"), sv_from(identifier_kind_names[one->kind]));
    json_write_member(out, SV("state"), sv_from(identifier_state_names[one->state]));
    json_write_name(out, SV("registered"));
    buffer_append_view(out, identifier_has_doi(one) ? SV("true") : SV("false"));
    json_write_member(out, SV("doi"), identifier_has_doi(one) ? one->doi : SV(""));
    json_write_member(out, SV("testDoi"), one->real ? SV("") : one->doi);
    json_write_member(out, SV("name"), one->name);
    json_write_name(out, SV("imported"));
    buffer_append_view(out, one->imported ? SV("true") : SV("false"));
    buffer_print(out,
                 ",\"version\":%" PRId64 ",\"created\":%" PRId64 ",\"attempts\":%" PRIu32
                 ",\"nextTry\":%" PRId64,
                 one->version, one->created, one->attempts, one->next_try);
    json_write_member(out, SV("wanted"), one->wanted);
    json_write_member(out, SV("trouble"), one->trouble);
    json_write_name(out, SV("cited"));
    buffer_append_view(out, one->record);
    buffer_append_view(out, SV("}\n"));
}

typedef status each_identifier(struct work *w, struct identifier *one, struct error *e);

static status walk(struct work *w, each_identifier *each, struct error *e)
{
    char after[IDENTIFIER_LENGTH + 1] = "";
    size_t count = LISTED;
    while (count == LISTED) {
        struct identifier *list = NULL;
        struct arena arena;
        arena_init(&arena, 0);
        status result =
            identifiers_list(w->identifiers, sv_from(after), LISTED, &arena, &list, &count, e);
        for (size_t i = 0; result == ST_OK && i < count; i++) {
            result = each(w, &list[i], e);
        }
        if (result == ST_OK && count > 0) {
            memcpy(after, list[count - 1].id.bytes, IDENTIFIER_LENGTH);
        }
        arena_release(&arena);
        TRY(result);
    }
    return ST_OK;
}

static status list_one(struct work *w, struct identifier *one, struct error *e)
{
    print_one(w, one);
    return buffer_check(w->out, "the list", e);
}

static status do_list(struct work *w, struct error *e)
{
    return walk(w, list_one, e);
}

static status find(struct work *w, const char *name, struct identifier *out, struct error *e)
{
    string_view text = sv_from(name);
    status result = identifiers_find(w->identifiers, text, w->arena, out, e);
    if (result == ST_NOT_FOUND) {
        result = identifiers_find_doi(w->identifiers, text, w->arena, out, e);
    }
    if (result == ST_NOT_FOUND) {
        result = identifiers_find_name(w->identifiers, text, w->arena, out, e);
    }
    return result == ST_NOT_FOUND ? error_set(e, ST_NOT_FOUND, "there is no identifier '%s'", name)
                                  : result;
}

static status do_show(struct work *w, struct error *e)
{
    struct identifier one;
    TRY(find(w, w->arguments[1], &one, e));
    print_one(w, &one);
    return ST_OK;
}

static const char *account_words(const struct work *w)
{
    return !w->account.there                 ? "none"
           : w->asking->view->portal.demo    ? "refused: a demo's identifiers are not registered"
           : w->account.password.length == 0 ? "without its password "
                                               "(VITRINE_DATACITE_PASSWORD)"
           : w->account.real                 ? "ready"
                                             : "of the registry's test system: not real";
}

static status do_status(struct work *w, struct error *e)
{
    struct identifier_tally tally;
    TRY(identifiers_tally(w->identifiers, &tally, e));
    buffer_print(w->out, option_json ? "{\"account\":\"%s\"" : "account: %s\n", account_words(w));
    for (int kind = 0; kind < IDENTIFIER_KINDS; kind++) {
        for (int state = 0; state < IDENTIFIER_STATES; state++) {
            if (tally.count[kind][state] > 0) {
                buffer_print(w->out, option_json ? ",\"%s.%s\":%" PRIu64 : "%s, %s: %" PRIu64 "\n",
                             identifier_kind_names[kind], identifier_state_names[state],
                             tally.count[kind][state]);
            }
        }
    }
    buffer_print(w->out,
                 option_json ? ",\"waiting\":%" PRIu64 ",\"troubled\":%" PRIu64 "}\n"
                             : "waiting for the registry: %" PRIu64
                               ", of them with trouble: %" PRIu64 "\n",
                 tally.waiting, tally.troubled);
    return ST_OK;
}

// --- the registry ----------------------------------------------------------------------------

static status check_account(const struct work *w, struct error *e)
{
    if (w->asking->view->portal.demo) {
        return error_set(e, ST_REFUSED, "a demo's identifiers are not registered");
    }
    return w->account.there ? ST_OK
                            : error_set(e, ST_REFUSED,
                                        "the house has no account: write datacite.json in the "
                                        "data folder (docs/identifiers.md)");
}

static const char *minted_as(void)
{
    return wanted_state == NULL ? "findable" : wanted_state;
}

static status want(struct work *w, struct identifier *one, struct error *e)
{
    if (one->kind == IDENTIFIER_SLUG || one->state == IDENTIFIER_WITHDRAWN) {
        return error_set(e, ST_REFUSED, "%.*s is %s", SV_ARGUMENT(one->id),
                         one->kind == IDENTIFIER_SLUG ? "a name, not made to be cited"
                                                      : "withdrawn");
    }
    deposit_want(one, minted_as(), clock_now());
    return identifiers_update(w->identifiers, one, one->record, e);
}

static status want_each(struct work *w, struct identifier *one, struct error *e)
{
    bool lacks = one->kind != IDENTIFIER_SLUG && one->state != IDENTIFIER_WITHDRAWN &&
                 !identifier_has_doi(one) && !one->imported;
    return lacks ? want(w, one, e) : ST_OK;
}

static status push(struct work *w, struct error *e)
{
    struct deposit_pass pass;
    TRY(check_account(w, e));
    if (w->account.password.length == 0) {
        return error_set(e, ST_REFUSED,
                         "the account's password is missing: set VITRINE_DATACITE_PASSWORD");
    }
    TRY(deposits_run(w->identifiers, &w->account, NULL, &pass, e));
    buffer_print(w->out,
                 option_json ? "{\"done\":%" PRIu64 ",\"failed\":%" PRIu64 "}\n"
                             : "the registry took %" PRIu64 "; %" PRIu64 " failed\n",
                 pass.done, pass.failed);
    return ST_OK;
}

static status do_mint(struct work *w, struct error *e)
{
    struct identifier one;
    TRY(check_account(w, e));
    string_view state = sv_from(minted_as());
    if (!sv_equal(state, SV("draft")) && !sv_equal(state, SV("registered")) &&
        !sv_equal(state, SV("findable"))) {
        return error_set(e, ST_INVALID, "--state is draft, registered or findable");
    }
    if (dataset_slug != NULL) {
        const struct dataset_view *view = w->asking->view;
        const struct dataset *d = dataset_find(view->datasets, view->count, sv_from(dataset_slug));
        if (d == NULL) {
            return error_set(e, ST_NOT_FOUND, "there is no dataset '%s'", dataset_slug);
        }
        TRY(cited_dataset_make(w->identifiers, view, d, minted_as(), w->arena, &one, e));
    }
    for (int i = 1; i < w->count; i++) {
        TRY(find(w, w->arguments[i], &one, e));
        TRY(want(w, &one, e));
    }
    if (every) {
        TRY(walk(w, want_each, e));
    }
    return push(w, e);
}

static status do_retry_one(struct work *w, struct identifier *one, struct error *e)
{
    if (one->wanted.length == 0) {
        return ST_OK;
    }
    one->next_try = clock_now();
    return identifiers_update(w->identifiers, one, one->record, e);
}

static status do_push(struct work *w, struct error *e)
{
    TRY(walk(w, do_retry_one, e));
    return push(w, e);
}

// A tombstone stays; what is findable is hidden, never deleted (rule F2).
static status do_withdraw(struct work *w, struct error *e)
{
    struct identifier one;
    TRY(find(w, w->arguments[1], &one, e));
    bool known = one.state == IDENTIFIER_FINDABLE || one.state == IDENTIFIER_REGISTERED;
    one.state = IDENTIFIER_WITHDRAWN;
    one.wanted = SV("");
    if (known && one.doi.length > 0) {
        deposit_want(&one, "hidden", clock_now());
    }
    TRY(identifiers_update(w->identifiers, &one, one.record, e));
    print_one(w, &one);
    return ST_OK;
}

// --- import ----------------------------------------------------------------------------------

struct importing {
    uint64_t added;
    uint64_t there;
    uint64_t bad;
    uint64_t differing;
    uint64_t unknown;
};

static void tell(struct work *w, uint64_t line, const char *message)
{
    if (!option_json) {
        buffer_print(w->out, "line %" PRIu64 ": %s\n", line, message);
    }
}

static status import_line(struct work *w, const struct museum_names *names, string_view line,
                          uint64_t number, struct importing *counts, struct error *e)
{
    struct arena arena;
    struct museum_row row;
    struct error trouble = {0};
    bool is_new = false;
    arena_init(&arena, 0);
    status result = museum_row_read(line, names, w->asking->view, &arena, &row, &trouble);
    if (result == ST_BAD_DATA) {
        counts->bad++;
        tell(w, number, trouble.message);
        result = ST_OK;
    } else if (result == ST_OK) {
        result = museum_row_keep(w->identifiers, &row, &arena, &is_new, e);
        counts->added += is_new;
        counts->there += !is_new;
        counts->differing += row.hash_differs;
        counts->unknown += row.unknown > 0;
        if (row.hash_differs) {
            tell(w, number, "its hash does not follow from its query");
        }
    } else {
        result = error_set(e, result, "%s", trouble.message);
    }
    arena_release(&arena);
    return result;
}

static void print_import(struct work *w, const struct importing *c)
{
    buffer_print(w->out,
                 option_json ? "{\"added\":%" PRIu64 ",\"there\":%" PRIu64 ",\"bad\":%" PRIu64
                               ",\"hashDiffers\":%" PRIu64 ",\"unknownResources\":%" PRIu64 "}\n"
                             : "%" PRIu64 " added, %" PRIu64 " there already, %" PRIu64
                               " bad lines; %" PRIu64 " whose hash differs, %" PRIu64
                               " of resources that are not here\n",
                 c->added, c->there, c->bad, c->differing, c->unknown);
}

static status do_import(struct work *w, struct error *e)
{
    struct importing counts = {0};
    struct museum_names names = {.count = 0};
    string_view text = SV("");
    string_view line = SV("");
    if (names_file != NULL) {
        TRY(file_read_in_arena(names_file, FILE_BYTES, w->arena, &text, e));
        TRY(museum_names_read(text, w->arena, &names, e));
    }
    TRY(file_read_in_arena(w->arguments[1], FILE_BYTES, w->arena, &text, e));
    for (uint64_t number = 1; sv_split(&text, '\n', &line); number++) {
        if (sv_trim(line).length > 0) {
            TRY(import_line(w, &names, sv_trim(line), number, &counts, e));
        }
    }
    print_import(w, &counts);
    return ST_OK;
}

// --- the command -----------------------------------------------------------------------------

static const struct {
    const char *name;
    int least; // arguments, its own name included
    int most;
    status (*run)(struct work *w, struct error *e);
} actions[] = {
    {"list", 1, 1, do_list},     {"status", 1, 1, do_status}, {"show", 2, 2, do_show},
    {"mint", 1, 100, do_mint},   {"push", 1, 1, do_push},     {"withdraw", 2, 2, do_withdraw},
    {"import", 2, 2, do_import},
};

static status work(struct asking *a, int count, char **arguments, struct buffer *out,
                   struct error *e)
{
    struct work w = {
        .asking = a, .arena = &a->arena, .count = count, .arguments = arguments, .out = out};
    for (size_t i = 0; i < ARRAY_LENGTH(actions); i++) {
        if (strcmp(arguments[0], actions[i].name) != 0) {
            continue;
        }
        if (count < actions[i].least || count > actions[i].most) {
            break;
        }
        TRY(datacite_account_open(option_data, w.arena, &w.account, e));
        TRY(identifiers_open(option_data, &w.identifiers, e));
        status result = actions[i].run(&w, e);
        identifiers_close(w.identifiers);
        return result;
    }
    return error_set(e, ST_INVALID,
                     "usage: vitrine identifiers list | status | show ID | mint [ID...] | push | "
                     "withdraw ID | import FILE");
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

const struct command command_identifiers = {
    .name = "identifiers",
    .summary = "list what was cited, register DOIs, import the museum's",
    .arguments = "list|status|push | show ID | mint [ID...] | withdraw ID | import FILE",
    .words = "list status show mint push withdraw import",
    .description =
        "`list`, `show` and `status` tell what was cited and what waits for the registry. `mint` "
        "asks the\nregistry (datacite.json in the data folder, docs/identifiers.md) for DOIs: of "
        "the identifiers named,\nof a dataset, or of all. `push` sends what waits, at once. "
        "`withdraw` leaves a tombstone page.\n`import` reads identifiers of the museum's earlier "
        "portal: FILE has a row of its tables query_doi,\nslugs or doi a line, as JSON, such as\n"
        "  psql -At -c 'SELECT row_to_json(t) FROM query_doi t'\n"
        "prints. Lines that are none are told and left out.",
    .examples = "  vitrine identifiers status\n"
                "  vitrine identifiers mint --dataset bees\n"
                "  vitrine identifiers import --names resources.csv query_doi.jsonl",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .least_arguments = 1,
    .most_arguments = 100,
    .run = run,
};
