// SPDX-License-Identifier: Apache-2.0
// `vitrine areas`: list, import, remove sets of named areas.
#include "cli/asking.h"
#include "cli/cli.h"

#include "base/file.h"
#include "portal/areas.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char *set_name;
static const char *category;
static const char *source;
static const char *name_field;
static bool skip_broken;
static bool versions;
static const char *version;
static const char *author;
static const char *message;
static const char *at;

static const struct option options[] = {
    {"set", OPTION_TEXT, &set_name, "NAME", "the set's name (import)"},
    {"category", OPTION_TEXT, &category, "CATEGORY",
     "marine, geography or the set's name (import; default: the set's name)"},
    {"source", OPTION_TEXT, &source, "TEXT", "where the areas are from (import)"},
    {"name-field", OPTION_TEXT, &name_field, "PROPERTY",
     "the property that holds an area's name (import; default: name)"},
    {"skip-broken", OPTION_FLAG, &skip_broken, NULL,
     "leave out areas that are not whole, and name them (import)"},
    {"versions", OPTION_FLAG, &versions, NULL, "all versions of the sets, past ones too (list)"},
    {"version", OPTION_TEXT, &version, "MOMENT", "as it stood then (list)"},
    {"author", OPTION_TEXT, &author, "NAME", "who commits (import, remove; default: $USER)"},
    {"message", OPTION_TEXT, &message, "TEXT", "why (import, remove)"},
    {"at", OPTION_TEXT, &at, "MOMENT", "the commit's moment, before now (import, remove)"},
};

// The moment of a commit; none for 0, of files from before sets had versions, and for an open end.
static void print_moment(const struct asking *a, const char *name, uint32_t commit,
                         struct buffer *b)
{
    const struct commit *c = snapshot_commit(a->snapshot, commit);
    char text[25] = "";
    if (option_json && c == NULL) {
        buffer_print(b, ",\"%s\":null", name);
    } else if (option_json) {
        buffer_print(b, ",\"%s\":%" PRId64, name, c->time);
    } else {
        if (c != NULL) {
            moment_to_text(c->time, text);
        }
        buffer_print(b, "  %-24s", text);
    }
}

static void print_set(const struct asking *a, const struct area_set_version *v, struct buffer *b)
{
    if (!option_json) {
        buffer_print(b, "%8zu  %-24.*s %-12.*s", v->areas, SV_ARGUMENT(v->name),
                     SV_ARGUMENT(v->category));
        print_moment(a, "from", v->from, b);
        if (versions) {
            print_moment(a, "until", v->until, b);
        }
        buffer_print(b, "  " SV_FORMAT "\n", SV_ARGUMENT(v->source));
        return;
    }
    buffer_append_view(b, SV("{\"set\":"));
    print_json_string(b, v->name);
    buffer_append_view(b, SV(",\"category\":"));
    print_json_string(b, v->category);
    buffer_append_view(b, SV(",\"source\":"));
    print_json_string(b, v->source);
    buffer_print(b, ",\"areas\":%zu", v->areas);
    print_moment(a, "from", v->from, b);
    print_moment(a, "until", v->until, b);
    buffer_append_view(b, SV("}\n"));
}

static status list_sets(struct asking *a, struct buffer *b, struct error *e)
{
    const struct area_set_version *sets = NULL;
    size_t count = 0;
    TRY(area_sets_list(a->snapshot, versions ? 0 : a->commit, &a->arena, &sets, &count, e));
    for (size_t i = 0; i < count; i++) {
        print_set(a, &sets[i], b);
    }
    return ST_OK;
}

static void tell(void *argument, const char *sentence)
{
    (void)argument;
    (void)fprintf(stderr, "left out: %s\n", sentence);
}

static void print_commit(uint32_t commit, struct buffer *b)
{
    if (commit == 0) {
        buffer_append_view(b, SV("null}\n"));
    } else {
        buffer_print(b, "%" PRIu32 "}\n", commit);
    }
}

static status read_commit(struct area_commit *how, struct error *e)
{
    *how = (struct area_commit){command_author(author), message == NULL ? "" : message, 0};
    return at == NULL ? ST_OK : moment_from_text(sv_from(at), &how->at, e);
}

static status import(struct asking *a, const char *path, struct buffer *b, struct error *e)
{
    struct buffer text;
    uint32_t commit = 0;
    struct area_commit how;
    struct area_import_result done = {0};
    struct area_import asked = {.name = sv_from(set_name),
                                .category = sv_from(category),
                                .source = sv_from(source),
                                .name_field = sv_from(name_field),
                                .skip_broken = skip_broken};
    if (set_name == NULL) {
        return error_set_field(e, ST_INVALID, "set", "name the set: --set seas");
    }
    TRY(read_commit(&how, e));
    buffer_init(&text, AREA_SET_BYTES);
    status result = file_read(path, AREA_SET_BYTES, &text, e);
    if (result == ST_OK) {
        result = portal_import_areas(a->portal, buffer_view(&text), &asked, tell, NULL, &how, &done,
                                     &commit, e);
    }
    buffer_release(&text);
    if (result != ST_OK && result != ST_UNCHANGED) {
        return result;
    }
    commit = result == ST_OK ? commit : 0;
    if (option_json) {
        buffer_append_view(b, SV("{\"set\":"));
        print_json_string(b, asked.name);
        buffer_print(b,
                     ",\"areas\":%zu,\"positions\":%zu,\"skipped\":%zu,\"restored\":%s,\"commit\":",
                     done.areas, done.positions, done.skipped,
                     done.written && commit == 0 ? "true" : "false");
        print_commit(commit, b);
    } else {
        buffer_print(b, "%zu areas of %zu positions in the set %s, %zu left out\n", done.areas,
                     done.positions, set_name, done.skipped);
        buffer_append_view(b, commit != 0 ? SV("")
                              : done.written
                                  ? SV("the set's file was lost or damaged: it is back\n")
                                  : SV("the set stands so already\n"));
    }
    return done.written ? ST_OK : result;
}

static status remove_set(struct asking *a, const char *name, struct buffer *b, struct error *e)
{
    uint32_t commit = 0;
    struct area_commit how;
    TRY(read_commit(&how, e));
    TRY(portal_remove_areas(a->portal, sv_from(name), &how, &commit, e));
    if (option_json) {
        buffer_append_view(b, SV("{\"commit\":"));
        print_commit(commit, b);
    } else {
        buffer_print(b, "the set %s is removed; past versions stay\n", name);
    }
    return ST_OK;
}

static status act(struct asking *a, int count, char **arguments, struct buffer *b, struct error *e)
{
    const char *verb = count == 0 ? "list" : arguments[0];
    if (strcmp(verb, "list") == 0 && count <= 1) {
        return list_sets(a, b, e);
    }
    if (strcmp(verb, "import") == 0 && count == 2) {
        return import(a, arguments[1], b, e);
    }
    if (strcmp(verb, "remove") == 0 && count == 2) {
        return remove_set(a, arguments[1], b, e);
    }
    return error_set(e, ST_INVALID, "areas takes list, import FILE or remove SET");
}

static status answer(int count, char **arguments, struct buffer *out, struct error *e)
{
    return asking_do(option_data, version, act, count, arguments, out, e);
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    return command_answer(answer, count, arguments);
}

const struct command command_areas = {
    .name = "areas",
    .summary = "list, import or remove sets of named areas",
    .arguments = "[list | import FILE | remove SET]",
    .words = "list import remove",
    .before_files = "import",
    .description =
        "FILE is GeoJSON: a FeatureCollection of Polygons and MultiPolygons whose "
        "properties name them. A set is asked\nwith geo_named_area; running servers see "
        "it at once. Each import and removal is a commit: a question\nas of a version is "
        "answered with the sets of then; what lies before a set's first version has that.",
    .examples = "  vitrine areas import seas.geojson --set seas --category marine --source 'IHO'\n"
                "  vitrine areas list --versions",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .most_arguments = 2,
    .run = run,
};
