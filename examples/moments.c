// SPDX-License-Identifier: Apache-2.0
// Makes a store, commits rows twice, and reads one record as it stood after each commit:
//
//     moments NEW_FOLDER
//
// cc -std=c17 moments.c $(pkg-config --cflags --libs vitrine) -o moments
#include <vitrine/vitrine.h>

#include <stdio.h>
#include <string.h>

static const char *const first[] = {
    "{\"catalogNumber\":\"BM 1\",\"genus\":\"Apis\",\"sex\":\"male\"}",
    "{\"catalogNumber\":\"BM 2\",\"genus\":\"Bombus\"}",
    NULL,
};
static const char *const second[] = {
    "{\"catalogNumber\":\"BM 1\",\"genus\":\"Apis\",\"sex\":\"female\"}",
    NULL,
};

static enum vitrine_status commit(struct vitrine_store *store, const char *const *rows,
                                  const char *message, struct vitrine_error *error)
{
    struct vitrine_ingest *ingest = NULL;
    enum vitrine_status status = vitrine_ingest_create(store, NULL, "bees", &ingest, error);
    if (status == VITRINE_OK) {
        status = vitrine_ingest_describe(ingest, "A. Curator", message, error);
    }
    for (size_t i = 0; rows[i] != NULL && status == VITRINE_OK; i++) {
        status = vitrine_ingest_row(ingest, rows[i], strlen(rows[i]), error);
    }
    if (status == VITRINE_OK) {
        status = vitrine_ingest_publish(ingest, error);
    }
    if (status == VITRINE_OK) {
        printf("commit %lu: %llu added, %llu changed\n",
               (unsigned long)vitrine_ingest_commit(ingest),
               (unsigned long long)vitrine_ingest_added(ingest),
               (unsigned long long)vitrine_ingest_changed(ingest));
    }
    vitrine_ingest_destroy(ingest);
    return status;
}

// The record as of a commit.
static enum vitrine_status read_record(struct vitrine_store *store, uint32_t number,
                                       struct vitrine_error *error)
{
    struct vitrine_snapshot *then = NULL;
    struct vitrine_buffer *json = vitrine_buffer_create(0);
    enum vitrine_status status = vitrine_snapshot_take_commit(store, number, &then, error);
    if (status == VITRINE_OK) {
        status = vitrine_record_json(then, "bees", "BM 1", json, error);
    }
    if (status == VITRINE_OK) {
        printf("as of commit %lu: %s\n", (unsigned long)number, vitrine_buffer_text(json).bytes);
    }
    vitrine_buffer_destroy(json);
    vitrine_snapshot_release(then);
    return status;
}

int main(int count, char **arguments)
{
    struct vitrine_error *error = vitrine_error_create();
    struct vitrine_store *store = NULL;
    if (count != 2) {
        fprintf(stderr, "usage: moments NEW_FOLDER\n");
        return 2;
    }
    enum vitrine_status status = vitrine_store_create(arguments[1], error);
    if (status == VITRINE_OK) {
        status = vitrine_store_open(arguments[1], &store, error);
    }
    if (status == VITRINE_OK) {
        status = commit(store, first, "From the register", error);
    }
    if (status == VITRINE_OK) {
        status = commit(store, second, "The label read again", error);
    }
    for (uint32_t number = 1; number <= 2 && status == VITRINE_OK; number++) {
        status = read_record(store, number, error);
    }
    if (status != VITRINE_OK) {
        fprintf(stderr, "moments: %s\n", vitrine_error_message(error));
    }
    vitrine_store_close(store);
    vitrine_error_destroy(error);
    return status == VITRINE_OK ? 0 : 1;
}
