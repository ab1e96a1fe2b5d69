// SPDX-License-Identifier: Apache-2.0
// `vitrine correct`: fields of one record set over what its source sent.
#include "cli/asking.h"
#include "cli/cli.h"

#include "base/log.h"
#include "portal/ingest.h"
#include "query/field_paths.h"
#include "query/near_names.h"
#include "store/merge.h"

#include <inttypes.h>
#include <string.h>

static const char *table;
static const char *author;
static const char *message;
static struct option_list blanks;
static bool new_field;

static const struct option options[] = {
    {"table", OPTION_TEXT, &table, "SLUG", "the record's table, when it is not the first argument"},
    {"blank", OPTION_LIST, &blanks, "FIELD", "make the field's value empty; may be repeated"},
    {"new-field", OPTION_FLAG, &new_field, NULL, "allow fields that the table never had"},
    {"author", OPTION_TEXT, &author, "NAME", "who corrects (default: $USER)"},
    {"message", OPTION_TEXT, &message, "TEXT", "why"},
};

// What the arguments ask for: a record, and FIELD=VALUE arguments.
struct asked {
    const char *table;
    const char *key;
    char **corrections;
    size_t count;
};

static status read_arguments(char **arguments, int count, struct asked *out, struct error *e)
{
    int named = table == NULL ? 2 : 1; // TABLE KEY, or KEY alone
    if (count < named || (count == named && blanks.count == 0)) {
        return error_set(e, ST_INVALID,
                         "nothing to correct: give TABLE KEY FIELD=VALUE..., or --table TABLE KEY "
                         "FIELD=VALUE..., or --blank FIELD");
    }
    *out = (struct asked){table == NULL ? arguments[0] : table, arguments[named - 1],
                          arguments + named, (size_t)(count - named)};
    return ST_OK;
}

// --- fields that are not there ----------------------------------------------------------------

// A field, or what the table has below it.
static bool is_field(string_view known, string_view field)
{
    return sv_equal(known, field) || (sv_starts_with(known, field) && known.length > field.length &&
                                      known.bytes[field.length] == '.');
}

static status check_field(const struct field_name *names, size_t count, string_view field,
                          const char *table_slug, struct error *e)
{
    struct near_names near;
    char list[NEAR_NAMES_TEXT];
    for (size_t i = 0; i < count; i++) {
        if (is_field(names[i].name, field)) {
            return ST_OK;
        }
    }
    near_names_init(&near, field);
    for (size_t i = 0; i < count; i++) {
        near_names_offer(&near, names[i].name);
    }
    near_names_print(&near, list);
    near_names_release(&near);
    return error_set_field(e, ST_INVALID, "field",
                           "the table '%s' has no field '" SV_FORMAT "'%s%s; --new-field makes one",
                           table_slug, SV_ARGUMENT(sv_slice(field, 0, 80)),
                           list[0] == '\0' ? "" : "; near names: ", list);
}

// Every field told is one of the table's, unless new ones are asked for.
static status check_fields(struct asking *a, const struct store_table *known,
                           const struct asked *asked, struct error *e)
{
    struct extent extent;
    const struct field_name *names = NULL;
    size_t count = 0;
    if (new_field) {
        return ST_OK;
    }
    TRY(extent_create(a->snapshot, &scope_public, &known->table, 1, a->commit, &a->arena, &extent,
                      e));
    TRY(field_paths_names(&extent, &a->arena, &names, &count, e));
    for (size_t i = 0; i < asked->count; i++) {
        string_view field = sv_from(asked->corrections[i]);
        field = sv_slice(field, 0, sv_find(field, '='));
        TRY(check_field(names, count, field, asked->table, e));
    }
    for (size_t i = 0; i < blanks.count; i++) {
        TRY(check_field(names, count, sv_from(blanks.values[i]), asked->table, e));
    }
    return ST_OK;
}

// --- the correction ---------------------------------------------------------------------------

// FIELD=VALUE arguments as a JSON object; "FIELD=" with nothing behind takes the correction away,
// and --blank makes the value empty.
static status corrections_json(const struct asked *asked, struct buffer *out, struct error *e)
{
    for (size_t i = 0; i < asked->count; i++) {
        const char *argument = asked->corrections[i];
        const char *equals = strchr(argument, '=');
        if (equals == NULL || equals == argument) {
            return error_set(e, ST_INVALID, "'%s' is not FIELD=VALUE", argument);
        }
        buffer_append_byte(out, i == 0 ? '{' : ',');
        print_json_string(out, (string_view){argument, (size_t)(equals - argument)});
        buffer_append_byte(out, ':');
        if (equals[1] == '\0') {
            buffer_append_view(out, SV("null"));
        } else {
            print_json_string(out, sv_from(equals + 1));
        }
    }
    for (size_t i = 0; i < blanks.count; i++) {
        buffer_append_byte(out, out->length == 0 ? '{' : ',');
        print_json_string(out, sv_from(blanks.values[i]));
        buffer_append_view(out, SV(":\"\""));
    }
    buffer_append_byte(out, '}');
    return buffer_check(out, "the correction", e);
}

static status correct(struct asking *a, const struct asked *asked, uint32_t *commit,
                      struct error *e)
{
    const struct store_table *known = NULL;
    struct record_version version;
    struct buffer json;
    TRY(portal_check_writable(a->portal, e));
    TRY(asking_table(a, sv_from(asked->table), &known, e));
    TRY(snapshot_record(a->snapshot, &scope_public, &known->table, sv_from(asked->key), a->commit,
                        &version, e));
    buffer_init(&json, (size_t)16 << 20);
    status result = corrections_json(asked, &json, e);
    if (result == ST_OK) {
        result = check_fields(a, known, asked, e);
    }
    if (result == ST_OK) {
        result =
            store_correct(a->portal->store, &known->table, sv_from(asked->key), buffer_view(&json),
                          command_author(author), message == NULL ? "" : message, commit, e);
    }
    buffer_release(&json);
    return result;
}

static int print_commit(uint32_t commit)
{
    struct buffer b;
    buffer_init(&b, 4096);
    asking_tell_commit(commit, &b);
    int code = command_print(&b);
    buffer_release(&b);
    return code;
}

// A commit of one record waits for no merge; small segments are merged once it is told.
static void merge_small(struct store *s)
{
    struct error trouble = {0};
    bool at_work = false;
    if (store_merge_lane(s, MERGE_SMALL, NULL, &at_work, &trouble) != ST_OK) {
        log_message(LOG_WARNING, "after the commit: %s", trouble.message);
    }
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    struct error e = {0};
    struct asking a;
    struct asked asked = {0};
    uint32_t commit = 0;
    status result = read_arguments(arguments, count, &asked, &e);
    if (result == ST_OK) {
        result = asking_begin(&a, option_data, NULL, &e);
    }
    if (result != ST_OK) {
        return command_fail(result, &e);
    }
    result = correct(&a, &asked, &commit, &e);
    int code = EXIT_DONE;
    if (result == ST_OK || result == ST_UNCHANGED) {
        code = print_commit(commit);
    }
    if (result == ST_OK) {
        merge_small(a.portal->store);
    }
    asking_end(&a);
    if (result != ST_OK && result != ST_UNCHANGED) {
        return command_fail(result, &e);
    }
    return code != EXIT_DONE ? code : exit_code_of(result);
}

const struct command command_correct = {
    .name = "correct",
    .summary = "set fields of one record over what its source sent",
    .arguments = "[TABLE] KEY FIELD=VALUE...",
    .description = "A correction stays when the source is imported again; where the source changes "
                   "a corrected field, the\n"
                   "import says so. FIELD= with nothing behind takes a correction away; --blank "
                   "FIELD corrects the value to\n"
                   "an empty one. The table is the first argument, or --table.",
    .examples =
        "  vitrine correct --message \"Label read again\" bees UCSB-IZC00012194 sex=female\n"
        "  vitrine correct --table bees --blank sex UCSB-IZC00012194",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .least_arguments = 1,
    .most_arguments = 200,
    .run = run,
};
