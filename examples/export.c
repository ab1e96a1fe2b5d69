// SPDX-License-Identifier: Apache-2.0
// Writes every record of a store as a line of JSON, in the order that its digest is taken over;
// with two commits, what happened between them instead:
//
//     export FOLDER [FROM TO]
//
// cc -std=c17 export.c $(pkg-config --cflags --libs vitrine) -o export
#include <vitrine/vitrine.h>

#include <stdio.h>
#include <stdlib.h>

static void print_text(struct vitrine_text text)
{
    (void)fwrite(text.bytes, 1, text.length, stdout);
}

static enum vitrine_status print_all(struct vitrine_search *everything,
                                     struct vitrine_snapshot *snapshot, struct vitrine_error *error)
{
    struct vitrine_rows *rows = NULL;
    bool more = true;
    enum vitrine_status status = vitrine_rows_open(everything, snapshot, &rows, error);
    while (status == VITRINE_OK) {
        status = vitrine_rows_next(rows, &more, error);
        if (status != VITRINE_OK || !more) {
            break;
        }
        print_text(vitrine_rows_json(rows));
        (void)putchar('\n');
    }
    vitrine_rows_close(rows);
    return status;
}

static bool print_difference(void *argument, enum vitrine_change change, struct vitrine_text table,
                             struct vitrine_text key, struct vitrine_text before,
                             struct vitrine_text after)
{
    static const char *const words[] = {
        [VITRINE_ADDED] = "added", [VITRINE_REMOVED] = "removed", [VITRINE_CHANGED] = "changed"};
    (void)argument;
    printf("%s %.*s/%.*s\n", words[change], (int)table.length, table.bytes, (int)key.length,
           key.bytes);
    if (before.length > 0) {
        printf("  - ");
        print_text(before);
        (void)putchar('\n');
    }
    if (after.length > 0) {
        printf("  + ");
        print_text(after);
        (void)putchar('\n');
    }
    return true;
}

int main(int count, char **arguments)
{
    struct vitrine_error *error = vitrine_error_create();
    struct vitrine_search *everything = vitrine_search_create();
    struct vitrine_store *store = NULL;
    struct vitrine_snapshot *snapshot = NULL;
    if (count != 2 && count != 4) {
        fprintf(stderr, "usage: export FOLDER [FROM TO]\n");
        return 2;
    }
    enum vitrine_status status = vitrine_store_open(arguments[1], &store, error);
    if (status == VITRINE_OK) {
        status = vitrine_snapshot_take(store, &snapshot, error);
    }
    if (status == VITRINE_OK && count == 2) {
        status = print_all(everything, snapshot, error);
    } else if (status == VITRINE_OK) {
        status =
            vitrine_diff(snapshot, everything, (uint32_t)strtoul(arguments[2], NULL, 10),
                         (uint32_t)strtoul(arguments[3], NULL, 10), print_difference, NULL, error);
    }
    if (status != VITRINE_OK) {
        fprintf(stderr, "export: %s\n", vitrine_error_message(error));
    }
    vitrine_snapshot_release(snapshot);
    vitrine_store_close(store);
    vitrine_search_destroy(everything);
    vitrine_error_destroy(error);
    return status == VITRINE_OK ? 0 : 1;
}
