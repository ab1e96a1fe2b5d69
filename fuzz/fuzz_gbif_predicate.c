// SPDX-License-Identifier: Apache-2.0
// Any bytes as a predicate of GBIF's: refused with a sentence, or a question that is JSON of ours,
// whose form is read, or refused with a sentence of its own (an area that crosses itself, a pattern
// that is too long).
#include "query/gbif_predicate.h"
#include "query/query.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

// Some fields are here, some are not.
static bool has_field(void *argument, string_view field)
{
    (void)argument;
    return field.length % 3 != 0;
}

static void check(const struct gbif_question *q, struct arena *arena)
{
    const struct query *query = NULL;
    struct error e = {0};
    json_t *json = json_loadb(q->query.bytes, q->query.length, 0, NULL);
    require(json_is_object(json));
    json_decref(json);
    require(q->told_count <= GBIF_LIMIT_TOLD && q->told_count <= q->left_out);
    if (query_from_json(arena, q->query, &query, &e) != ST_OK) {
        require(e.code == ST_INVALID && e.message[0] != '\0');
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct gbif_taxon taxa[] = {{SV("212"), SV("CLASS"), SV("Aves")},
                                      {SV("5"), SV("SPECIES"), SV("Corvus corax")}};
    const struct gbif_dataset dataset = {.key = SV("7f9dd8f7-a8cf-4a4e-a26c-8a9ab1e6ae1f"),
                                         .has_field = has_field,
                                         .taxa = taxa,
                                         .taxon_count = ARRAY_LENGTH(taxa)};
    json_t *predicate = json_loadb((const char *)data, size, JSON_REJECT_DUPLICATES, NULL);
    if (predicate == NULL) {
        return 0;
    }
    struct arena arena;
    struct error e = {0};
    struct gbif_question q;
    string_view *keys = NULL;
    size_t count = 0;
    arena_init(&arena, (size_t)1 << 30);
    require(gbif_predicate_taxa(predicate, &arena, &keys, &count, &e) == ST_OK);
    require(count <= GBIF_LIMIT_TAXA);
    status result = gbif_predicate_read(predicate, &dataset, &arena, &q, &e);
    if (result == ST_OK) {
        check(&q, &arena);
    } else {
        require((result == ST_BAD_DATA || result == ST_TOO_LARGE) && e.message[0] != '\0');
    }
    arena_release(&arena);
    json_decref(predicate);
    return 0;
}
