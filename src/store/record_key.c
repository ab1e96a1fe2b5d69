// SPDX-License-Identifier: Apache-2.0
// Keys of records (rule A2).
#include "store/record_key.h"

#include "base/hash.h"
#include "base/sorter.h"
#include "store/key_advice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CANDIDATES  WELL_KNOWN_KEYS
#define SORT_MEMORY ((size_t)16 << 20)

static bool is_blank(string_view text)
{
    return sv_trim(text).length == 0;
}

string_view record_key_of(const struct document *d, const struct name_table *names,
                          string_view field, struct buffer *scratch)
{
    if (sv_equal(field, SV(CONTENT_KEY))) {
        struct sha256 hash;
        char hex[65];
        buffer_clear(scratch);
        document_write_json(d, names, true, scratch);
        // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): every caller gives a buffer
        sha256_of(scratch->bytes, scratch->length, &hash);
        sha256_to_hex(&hash, hex);
        buffer_clear(scratch);
        buffer_append(scratch, hex, 32);
        return buffer_view(scratch);
    }
    uint32_t name = 0;
    if (!name_table_find(names, field, &name)) {
        return SV("");
    }
    const struct node *node = document_member(d, name);
    if (node == NULL || (node->kind != NODE_STRING && node->kind != NODE_NUMBER) ||
        is_blank(node->text)) {
        return SV("");
    }
    return node->text;
}

struct candidate {
    struct sorter *hashes; // NULL once it failed
    bool seen;
};

static status look_at_row(const struct source_row *row, const struct name_table *names,
                          struct candidate *list, struct error *e)
{
    for (size_t i = 0; i < CANDIDATES; i++) {
        if (list[i].hashes == NULL) {
            continue;
        }
        string_view key = record_key_of(&row->document, names, sv_from(well_known_keys[i]), NULL);
        if (key.length == 0) {
            sorter_destroy(list[i].hashes);
            list[i].hashes = NULL;
            continue;
        }
        if (key.length > LIMIT_KEY_BYTES) {
            continue; // a bad row, which the import reports (rule A8)
        }
        // 128 bits of SHA-256 stand for the key: equal ones are equal keys for all purposes here.
        struct sha256 hash;
        sha256_of(key.bytes, key.length, &hash);
        TRY(sorter_add(list[i].hashes, (string_view){(const char *)hash.bytes, 16}, SV(""), e));
        list[i].seen = true;
    }
    return ST_OK;
}

static status is_unique(struct sorter *hashes, bool *out, struct error *e)
{
    char last[16] = {0};
    bool first = true;
    *out = true;
    TRY(sorter_finish(hashes, e));
    for (;;) {
        string_view key = {0};
        string_view payload = {0};
        bool more = false;
        TRY(sorter_next(hashes, &key, &payload, &more, e));
        if (!more) {
            return ST_OK;
        }
        if (!first && memcmp(last, key.bytes, sizeof last) == 0) {
            *out = false;
            return ST_OK;
        }
        memcpy(last, key.bytes, sizeof last);
        first = false;
    }
}

static status choose(struct candidate *list, char out[LIMIT_KEY_BYTES], struct error *e)
{
    for (size_t i = 0; i < CANDIDATES; i++) {
        bool unique = false;
        if (list[i].hashes != NULL && list[i].seen) {
            TRY(is_unique(list[i].hashes, &unique, e));
        }
        if (unique) {
            (void)snprintf(out, LIMIT_KEY_BYTES, "%s", well_known_keys[i]);
            return ST_OK;
        }
    }
    out[0] = '\0';
    return ST_OK;
}

status record_key_detect(struct row_source *source, const char *work_folder,
                         char out[LIMIT_KEY_BYTES], struct error *e)
{
    struct candidate list[CANDIDATES] = {0};
    status result = ST_OK;
    for (size_t i = 0; i < CANDIDATES && result == ST_OK; i++) {
        result = sorter_create(work_folder, SORT_MEMORY, &list[i].hashes, e);
    }
    bool more = true;
    while (result == ST_OK && more) {
        struct source_row row;
        result = source->next(source, &row, &more, e);
        if (result == ST_OK && more) {
            result = look_at_row(&row, source->names, list, e);
        }
    }
    if (result == ST_OK) {
        result = choose(list, out, e);
    }
    for (size_t i = 0; i < CANDIDATES; i++) {
        sorter_destroy(list[i].hashes);
    }
    return result;
}
