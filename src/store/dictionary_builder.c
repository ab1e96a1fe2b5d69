// SPDX-License-Identifier: Apache-2.0
// Collects a dictionary's strings, numbers and dates.
#include "store/dictionary_builder.h"

#include "base/array.h"
#include "store/date_list.h"

#include <stdlib.h>
#include <string.h>

void dictionary_builder_init(struct dictionary_builder *b)
{
    memset(b, 0, offsetof(struct dictionary_builder, strings));
    string_list_builder_init(&b->strings);
}

void dictionary_builder_release(struct dictionary_builder *b)
{
    string_list_builder_release(&b->strings);
    free(b->numbers);
    free(b->date_ordinals);
    free(b->starts);
    free(b->ends);
}

uint32_t dictionary_builder_count(const struct dictionary_builder *b)
{
    return (uint32_t)b->strings.count;
}

bool dictionary_builder_is_measured(const struct dictionary_builder *b)
{
    uint32_t count = dictionary_builder_count(b);
    return count >= MEASURES_LEAST_ENTRIES && (count - b->measures) <= count / MEASURES_OTHER_PART;
}

static void add_date(struct dictionary_builder *b, const struct value_facts *facts)
{
    size_t at = b->dates_count;
    if (!ARRAY_RESERVE(b->date_ordinals, b->date_ordinals_capacity, at, UINT32_MAX) ||
        !ARRAY_RESERVE(b->starts, b->starts_capacity, at, UINT32_MAX) ||
        !ARRAY_RESERVE(b->ends, b->ends_capacity, at, UINT32_MAX)) {
        b->failed = true;
        return;
    }
    b->date_ordinals[at] = dictionary_builder_count(b) + 1;
    b->starts[at] = facts->start;
    b->ends[at] = facts->end;
    b->dates_count++;
}

static void add_number(struct dictionary_builder *b, double number)
{
    if (ARRAY_RESERVE(b->numbers, b->numbers_capacity, b->counts.numbers, UINT32_MAX)) {
        b->numbers[b->counts.numbers++] = number;
    } else {
        b->failed = true;
    }
}

void dictionary_builder_add(struct dictionary_builder *b, enum value_kind kind, const void *bytes,
                            size_t length, const struct value_facts *facts)
{
    switch (facts->class) {
    case CLASS_MISSING:
        b->counts.missing++;
        break;
    case CLASS_NUMBER:
        add_number(b, facts->number);
        b->measures += !facts->is_integer;
        break;
    case CLASS_DATE:
        b->counts.dates++;
        b->measures++;
        break;
    case CLASS_BOOLEAN:
        b->counts.booleans++;
        break;
    case CLASS_TEXT:
        b->counts.texts++;
        break;
    }
    if (facts->is_date) {
        add_date(b, facts);
    }
    string_list_builder_add(&b->strings, bytes, length, kind);
}

static status write_strings(struct dictionary_builder *b, const struct string_list_builder *keys,
                            struct section_file *file, uint32_t path, struct error *e)
{
    struct string_list_head head;
    struct section_part parts[1 + STRING_LIST_PARTS] = {{&b->counts, sizeof b->counts}};
    size_t count = ARRAY_LENGTH(parts);
    TRY(string_list_builder_finish(&b->strings, &head, parts + 1, e));
    if (string_list_builder_equal(&b->strings, keys)) {
        b->counts.place = STRINGS_IN_KEYS;
        count = 1;
    }
    return section_file_add_told(file, SECTION_DICTIONARY, path, dictionary_builder_count(b),
                                 b->counts.missing, parts, count, e);
}

static status write_dates(const struct dictionary_builder *b, struct section_file *file,
                          uint32_t path, struct error *e)
{
    struct buffer bytes;
    buffer_init(&bytes, SIZE_MAX / 2);
    date_list_encode(b->date_ordinals, b->starts, b->ends, b->dates_count, &bytes);
    status result = buffer_check(&bytes, "the dates of a field", e);
    if (result == ST_OK) {
        struct section_part part = {bytes.bytes, bytes.length};
        result = section_file_add(file, SECTION_DATES, path, b->dates_count, &part, 1, e);
    }
    buffer_release(&bytes);
    return result;
}

status dictionary_builder_write(struct dictionary_builder *b,
                                const struct string_list_builder *keys, struct section_file *file,
                                uint32_t path, struct error *e)
{
    if (b->failed) {
        return error_set(e, ST_NO_MEMORY, "no memory for a dictionary");
    }
    TRY(write_strings(b, keys, file, path, e));
    if (b->counts.numbers > 0) {
        struct section_part part = {b->numbers, b->counts.numbers * sizeof *b->numbers};
        TRY(section_file_add(file, SECTION_NUMBERS, path, b->counts.numbers, &part, 1, e));
    }
    return b->dates_count > 0 ? write_dates(b, file, path, e) : ST_OK;
}
