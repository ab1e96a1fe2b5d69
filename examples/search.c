// SPDX-License-Identifier: Apache-2.0
// Opens a store, finds records by words and by fields, and prints how many there are, the first of
// them and their commonest values:
//
//     search FOLDER WORDS [FIELD=VALUE...] [--facet FIELD]
//
// cc -std=c17 search.c $(pkg-config --cflags --libs vitrine) -o search
#include <vitrine/vitrine.h>

#include <stdio.h>
#include <string.h>

static int fail(struct vitrine_error *error)
{
    fprintf(stderr, "search: %s\n", vitrine_error_message(error));
    return 1;
}

// "family=Apidae" or "--facet" and a field.
static enum vitrine_status add_argument(struct vitrine_search *search, char **argument,
                                        struct vitrine_error *error)
{
    char *equals = strchr(argument[0], '=');
    if (strcmp(argument[0], "--facet") == 0 && argument[1] != NULL) {
        return vitrine_search_facet(search, argument[1], 5, error);
    }
    if (equals == NULL) {
        return VITRINE_OK;
    }
    *equals = '\0';
    return vitrine_search_parameter(search, argument[0], equals + 1, error);
}

static void print_facets(const struct vitrine_result *result)
{
    for (size_t f = 0; f < vitrine_result_facet_count(result); f++) {
        struct vitrine_text field = vitrine_result_facet_field(result, f);
        printf("\n%.*s\n", (int)field.length, field.bytes);
        for (size_t i = 0; i < vitrine_result_value_count(result, f); i++) {
            struct vitrine_text value = vitrine_result_value(result, f, i);
            printf("%8llu  %.*s\n", (unsigned long long)vitrine_result_value_records(result, f, i),
                   (int)value.length, value.bytes);
        }
    }
}

static enum vitrine_status print_records(const struct vitrine_result *result,
                                         struct vitrine_error *error)
{
    struct vitrine_buffer *json = vitrine_buffer_create(0);
    enum vitrine_status status = VITRINE_OK;
    printf("%llu records\n", (unsigned long long)vitrine_result_total(result));
    for (size_t i = 0; i < vitrine_result_count(result) && status == VITRINE_OK; i++) {
        vitrine_buffer_clear(json);
        status = vitrine_result_json(result, i, json, error);
        printf("%s\n", vitrine_buffer_text(json).bytes);
    }
    vitrine_buffer_destroy(json);
    return status;
}

int main(int count, char **arguments)
{
    struct vitrine_error *error = vitrine_error_create();
    struct vitrine_search *search = vitrine_search_create();
    struct vitrine_store *store = NULL;
    struct vitrine_snapshot *snapshot = NULL;
    struct vitrine_result *result = NULL;
    if (count < 3) {
        fprintf(stderr, "usage: search FOLDER WORDS [FIELD=VALUE...] [--facet FIELD]\n");
        return 2;
    }
    enum vitrine_status status = vitrine_search_parameter(search, "q", arguments[2], error);
    for (int i = 3; i < count && status == VITRINE_OK; i++) {
        status = add_argument(search, &arguments[i], error);
    }
    if (status == VITRINE_OK) {
        status = vitrine_store_open(arguments[1], &store, error);
    }
    if (status == VITRINE_OK) {
        status = vitrine_snapshot_take(store, &snapshot, error);
    }
    if (status == VITRINE_OK) {
        status = vitrine_search_run(search, snapshot, &result, error);
    }
    if (status == VITRINE_OK) {
        status = print_records(result, error);
        print_facets(result);
    }
    int code = status == VITRINE_OK ? 0 : fail(error);
    vitrine_result_destroy(result);
    vitrine_snapshot_release(snapshot);
    vitrine_store_close(store);
    vitrine_search_destroy(search);
    vitrine_error_destroy(error);
    return code;
}
