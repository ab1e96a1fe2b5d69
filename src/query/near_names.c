// SPDX-License-Identifier: Apache-2.0
// Edit distance (Levenshtein) over folded bytes, names of at most 64 bytes.
// Must not know: what the names are of.
#include "query/near_names.h"

#include "base/buffer.h"
#include "base/fold.h"

#include <stdlib.h>
#include <string.h>

#define MOST_BYTES 64

static void fold(string_view name, struct buffer *out)
{
    buffer_init(out, 1024);
    fold_full(sv_slice(name, 0, MOST_BYTES), out);
}

void near_names_init(struct near_names *n, string_view name)
{
    *n = (struct near_names){0};
    struct buffer folded;
    fold(name, &folded);
    n->folded = folded.bytes;
    n->length = MIN(folded.length, (size_t)MOST_BYTES);
}

void near_names_release(struct near_names *n)
{
    free(n->folded);
    n->folded = NULL;
}

static size_t edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t row[MOST_BYTES + 1];
    for (size_t k = 0; k <= b_length; k++) {
        row[k] = k;
    }
    for (size_t i = 1; i <= a_length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t k = 1; k <= b_length; k++) {
            size_t changed = diagonal + (a[i - 1] != b[k - 1]);
            diagonal = row[k];
            row[k] = MIN(changed, MIN(row[k], row[k - 1]) + 1);
        }
    }
    return row[b_length];
}

static size_t distance_to(const struct near_names *n, const struct buffer *name)
{
    size_t length = MIN(name->length, (size_t)MOST_BYTES);
    size_t distance = edit_distance(n->folded, n->length, name->bytes, length);
    size_t shorter = MIN(n->length, length);
    bool holds = shorter >= 3 && (memmem(n->folded, n->length, name->bytes, length) != NULL ||
                                  memmem(name->bytes, length, n->folded, n->length) != NULL);
    if (holds) {
        return MIN(distance, (size_t)2);
    }
    return distance <= MAX(n->length / 3, (size_t)1) ? distance : SIZE_MAX;
}

void near_names_offer(struct near_names *n, string_view name)
{
    struct buffer folded;
    fold(name, &folded);
    size_t distance = n->length == 0 || folded.length == 0 ? SIZE_MAX : distance_to(n, &folded);
    buffer_release(&folded);
    size_t at = n->count;
    while (at > 0 && distance < n->distances[at - 1]) {
        at--;
    }
    if (distance == SIZE_MAX || at == NEAR_NAMES_MOST) {
        return;
    }
    n->count = MIN(n->count + 1, (size_t)NEAR_NAMES_MOST);
    for (size_t i = n->count - 1; i > at; i--) {
        n->names[i] = n->names[i - 1];
        n->distances[i] = n->distances[i - 1];
    }
    n->names[at] = name;
    n->distances[at] = distance;
}

void near_names_print(const struct near_names *n, char out[NEAR_NAMES_TEXT])
{
    size_t used = 0;
    for (size_t i = 0; i < n->count; i++) {
        size_t needed = n->names[i].length + (i > 0 ? 2 : 0);
        if (needed >= NEAR_NAMES_TEXT - used) {
            break;
        }
        if (i > 0) {
            memcpy(out + used, ", ", 2);
        }
        memcpy(out + used + (i > 0 ? 2 : 0), n->names[i].bytes, n->names[i].length);
        used += needed;
    }
    out[used] = '\0';
}
