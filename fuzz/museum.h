// SPDX-License-Identifier: Apache-2.0
// A small store for fuzz targets that ask: made once in their folder, by the library.
// Must not know: what is asked.
#pragma once

#include "folder.h"
#include "vitrine/vitrine.h"

static const char *const museum_rows[] = {
    "{\"id\":\"a\",\"family\":\"Apidae\",\"year\":1850,\"tags\":[\"x\",\"y\"],\"sex\":\"F\","
    "\"decimalLatitude\":\"51.5\",\"decimalLongitude\":-0.1,\"media\":[{\"type\":\"image\"}]}",
    "{\"id\":\"b\",\"family\":\"apidae\",\"year\":\"1900-05\",\"sex\":\"M\",\"tags\":\"x\","
    "\"note\":\"near the old river\",\"earliestPeriodOrLowestSystem\":\"Jurassic\"}",
    "{\"id\":\"c\",\"family\":\"Stra\xc3\x9f"
    "e\",\"year\":7.25,\"media\":[{\"type\":\"sound\"},{}]}",
};

// Makes the store and gives it open; once a process.
static inline struct vitrine_store *museum_make(char path[PATH_SIZE])
{
    struct vitrine_error *error = vitrine_error_create();
    struct vitrine_store *store = NULL;
    struct vitrine_ingest *ingest = NULL;
    (void)snprintf(path, PATH_SIZE, "%.200s/store", fuzz_folder());
    require(vitrine_store_create(path, error) == VITRINE_OK);
    require(vitrine_store_open(path, &store, error) == VITRINE_OK);
    require(vitrine_ingest_create(store, NULL, "bees", &ingest, error) == VITRINE_OK);
    require(vitrine_ingest_key(ingest, "id", error) == VITRINE_OK);
    for (size_t i = 0; i < sizeof museum_rows / sizeof *museum_rows; i++) {
        const char *row = museum_rows[i];
        require(vitrine_ingest_row(ingest, row, strlen(row), error) == VITRINE_OK);
    }
    require(vitrine_ingest_publish(ingest, error) == VITRINE_OK);
    vitrine_ingest_destroy(ingest);
    vitrine_error_destroy(error);
    return store;
}
