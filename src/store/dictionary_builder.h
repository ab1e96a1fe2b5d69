// SPDX-License-Identifier: Apache-2.0
// Builds a path's dictionary from values that come in the one order, with its typed columns
// (docs/format.md, DICTIONARY, NUMBERS, DATES). Must not know: where the values come from.
#pragma once

#include "store/string_list.h"
#include "store/value.h"

struct dictionary_builder {
    struct dictionary_header counts;
    double *numbers; // owned; may be taken once finished
    size_t numbers_capacity;
    uint32_t *date_ordinals; // owned
    size_t date_ordinals_capacity;
    moment *starts; // owned
    size_t starts_capacity;
    moment *ends; // owned
    size_t ends_capacity;
    size_t dates_count;
    uint32_t measures; // dates, and numbers written with a point or an exponent
    bool failed;       // out of memory; shows in dictionary_builder_write
    struct string_list_builder strings;
};

void dictionary_builder_init(struct dictionary_builder *b);
void dictionary_builder_release(struct dictionary_builder *b);
// `bytes` as they are to stand in the dictionary (of a long value its prefix and reference);
// `facts` as value_analyse finds them, of missing values and texts the class alone.
void dictionary_builder_add(struct dictionary_builder *b, enum value_kind kind, const void *bytes,
                            size_t length, const struct value_facts *facts);
uint32_t dictionary_builder_count(const struct dictionary_builder *b);
// Whether the values are measures and moments, many and nearly all of them: nobody looks one up
// often enough for lists of where each of them is.
bool dictionary_builder_is_measured(const struct dictionary_builder *b);
// Writes the three sections; where the strings are those of `keys`, one after the other, they stand
// there alone.
NODISCARD status dictionary_builder_write(struct dictionary_builder *b,
                                          const struct string_list_builder *keys,
                                          struct section_file *file, uint32_t path,
                                          struct error *e);
