// SPDX-License-Identifier: Apache-2.0
// Reads short lists as they stand, bitmaps by way of a set.
#include "store/posting_reader.h"

#include <stdlib.h>

status posting_reader_init(struct posting_reader *r, const struct postings *postings,
                           uint64_t universe, struct error *e)
{
    *r = (struct posting_reader){.postings = postings, .capacity = LIST_MOST};
    r->members = malloc(r->capacity * sizeof *r->members);
    status result = r->members == NULL
                        ? error_set(e, ST_NO_MEMORY, "no memory to read posting lists")
                        : bitset_init(&r->set, universe, e);
    if (result != ST_OK) {
        posting_reader_release(r);
    }
    return result;
}

void posting_reader_release(struct posting_reader *r)
{
    bitset_release(&r->set);
    free(r->members);
}

// Reads a bitmap by way of a set, which is left empty.
static status read_bitmap(struct posting_reader *r, uint32_t term, uint64_t said, struct error *e)
{
    bool kept = false;
    if (said <= LIST_MOST || said > r->set.bit_count) {
        return error_set(e, ST_CORRUPT, "list %lu has too many members", (unsigned long)term);
    }
    if (said > r->capacity) {
        uint32_t *members = realloc(r->members, said * sizeof *members);
        if (members == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory to read posting lists");
        }
        r->members = members;
        r->capacity = said;
    }
    TRY(postings_set(r->postings, term, &r->set, &kept, e));
    size_t count = bitset_count(&r->set);
    r->count = count == said ? bitset_list(&r->set, 0, r->members, said) : 0;
    bitset_clear_range(&r->set, 0, r->set.bit_count);
    return count == said ? ST_OK
                         : error_set(e, ST_CORRUPT, "list %lu has not as many members as it says",
                                     (unsigned long)term);
}

status posting_reader_read(struct posting_reader *r, uint32_t term, bool *kept, struct error *e)
{
    uint64_t said = 0;
    bool is_short = false;
    TRY(postings_count(r->postings, term, &said, kept, e));
    TRY(postings_short(r->postings, term, r->set.bit_count, r->members, &r->count, &is_short, e));
    return is_short || !*kept ? ST_OK : read_bitmap(r, term, said, e);
}
