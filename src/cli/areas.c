// SPDX-License-Identifier: Apache-2.0
// `vitrine areas`: list, import, remove sets of named areas.
#include "cli/asking.h"
#include "cli/cli.h"

#include "base/file.h"
#include "query/area_sets.h"

#include <stdio.h>
#include <string.h>

static const char *set_name;
static const char *category;
static const char *source;
static const char *name_field;
static bool skip_broken;

static const struct option options[] = {
    {"set", OPTION_TEXT, &set_name, "NAME", "the set's name (import)"},
    {"category", OPTION_TEXT, &category, "CATEGORY",
     "marine, geography or the set's name (import; default: the set's name)"},
    {"source", OPTION_TEXT, &source, "TEXT", "where the areas are from (import)"},
    {"name-field", OPTION_TEXT, &name_field, "PROPERTY",
     "the property that holds an area's name (import; default: name)"},
    {"skip-broken", OPTION_FLAG, &skip_broken, NULL,
     "leave out areas that are not whole, and name them (import)"},
};

static status list_sets(struct buffer *b, struct error *e)
{
    struct arena arena;
    const struct area_set *sets = NULL;
    size_t count = 0;
    arena_init(&arena, 0);
    status result = area_sets_list(&arena, &sets, &count, e);
    for (size_t i = 0; result == ST_OK && i < count; i++) {
        if (option_json) {
            buffer_append_view(b, SV("{\"set\":"));
            print_json_string(b, sets[i].name);
            buffer_append_view(b, SV(",\"category\":"));
            print_json_string(b, sets[i].category);
            buffer_append_view(b, SV(",\"source\":"));
            print_json_string(b, sets[i].source);
            buffer_print(b, ",\"areas\":%zu}\n", sets[i].count);
        } else {
            buffer_print(b, "%8zu  %-24.*s %-12.*s " SV_FORMAT "\n", sets[i].count,
                         SV_ARGUMENT(sets[i].name), SV_ARGUMENT(sets[i].category),
                         SV_ARGUMENT(sets[i].source));
        }
    }
    arena_release(&arena);
    return result;
}

static void tell(void *argument, const char *sentence)
{
    (void)argument;
    (void)fprintf(stderr, "left out: %s\n", sentence);
}

static status import(const char *path, struct buffer *b, struct error *e)
{
    struct buffer text;
    struct area_import_result done;
    struct area_import asked = {.name = sv_from(set_name),
                                .category = sv_from(category),
                                .source = sv_from(source),
                                .name_field = sv_from(name_field),
                                .skip_broken = skip_broken};
    if (set_name == NULL) {
        return error_set_field(e, ST_INVALID, "set", "name the set: --set seas");
    }
    buffer_init(&text, AREA_SET_BYTES);
    status result = file_read(path, AREA_SET_BYTES, &text, e);
    if (result == ST_OK) {
        result = area_sets_import(buffer_view(&text), &asked, tell, NULL, &done, e);
    }
    buffer_release(&text);
    if (result == ST_OK && option_json) {
        buffer_append_view(b, SV("{\"set\":"));
        print_json_string(b, asked.name);
        buffer_print(b, ",\"areas\":%zu,\"positions\":%zu,\"skipped\":%zu}\n", done.areas,
                     done.positions, done.skipped);
    } else if (result == ST_OK) {
        buffer_print(b, "%zu areas of %zu positions in the set %s, %zu left out\n", done.areas,
                     done.positions, set_name, done.skipped);
    }
    return result;
}

static status act(int count, char **arguments, struct buffer *b, struct error *e)
{
    const char *verb = count == 0 ? "list" : arguments[0];
    if (strcmp(verb, "list") == 0 && count <= 1) {
        return list_sets(b, e);
    }
    if (strcmp(verb, "import") == 0 && count == 2) {
        return import(arguments[1], b, e);
    }
    if (strcmp(verb, "remove") == 0 && count == 2) {
        return area_sets_remove(sv_from(arguments[1]), e);
    }
    return error_set(e, ST_INVALID, "areas takes list, import FILE or remove SET");
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    struct error e = {0};
    struct portal *portal = NULL;
    struct buffer b;
    buffer_init(&b, (size_t)1 << 30);
    // Opening the portal says whether the folder is one, and where its sets are.
    status result = portal_open(option_data, &portal, &e);
    if (result == ST_OK) {
        result = act(count, arguments, &b, &e);
    }
    portal_close(portal);
    int code = result == ST_OK ? command_print(&b) : command_fail(result, &e);
    buffer_release(&b);
    return code;
}

const struct command command_areas = {
    .name = "areas",
    .summary = "list, import or remove sets of named areas",
    .arguments = "[list | import FILE | remove SET]",
    .words = "list import remove",
    .description = "FILE is GeoJSON: a FeatureCollection of Polygons and MultiPolygons whose "
                   "properties name them. A set is asked\nwith geo_named_area; running servers see "
                   "it at once.",
    .examples = "  vitrine areas import seas.geojson --set seas --category marine --source 'IHO'\n"
                "  vitrine areas list",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .most_arguments = 2,
    .run = run,
};
