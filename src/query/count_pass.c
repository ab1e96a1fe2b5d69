// SPDX-License-Identifier: Apache-2.0
// Rows go by in blocks; a block that is whole needs no list.
// Must not know: values, fields, queries.
#include "query/count_pass.h"

#include "store/column_count.h"

#define BLOCK ((size_t)16384) // rows; a multiple of 64

static status check_target(const struct count_target *t, struct error *e)
{
    if (column_count_is_beyond(&t->column, t->most, t->counts)) {
        return error_set(e, ST_CORRUPT, "a column holds an ordinal beyond its dictionary");
    }
    return ST_OK;
}

static void count_block(const struct bitset *rows, size_t first, size_t end, uint32_t *list,
                        const struct count_target *targets, size_t count)
{
    size_t members = bitset_count_range(rows, first, end);
    if (members == 0) {
        return;
    }
    if (members == end - first) {
        for (size_t i = 0; i < count; i++) {
            column_count_all(&targets[i].column, first, members, targets[i].most,
                             targets[i].counts);
        }
        return;
    }
    (void)bitset_list(rows, first, list, members);
    for (size_t i = 0; i < count; i++) {
        column_count_listed(&targets[i].column, list, members, targets[i].most, targets[i].counts);
    }
}

status count_pass(const struct bitset *rows, size_t first, size_t end,
                  const struct count_target *targets, size_t count,
                  const struct cancellation *cancellation, struct error *e)
{
    uint32_t list[BLOCK];
    for (; first < end; first += BLOCK) {
        TRY(cancellation_check(cancellation, e));
        count_block(rows, first, MIN(first + BLOCK, end), list, targets, count);
    }
    for (size_t i = 0; i < count; i++) {
        TRY(check_target(&targets[i], e));
    }
    return ST_OK;
}
