// SPDX-License-Identifier: Apache-2.0
// Structures in Thrift's compact protocol (thrift-compact-protocol.md): fields in rising order of
// their numbers, structures within structures. Must not know: what they mean.
#pragma once

#include "base/buffer.h"

#define THRIFT_DEPTH 16

// One writer appends one structure.
struct thrift_writer {
    struct buffer *out;
    int16_t last[THRIFT_DEPTH]; // the field written last, by structure
    size_t depth;
};

enum thrift_type {
    THRIFT_TRUE = 1,
    THRIFT_FALSE = 2,
    THRIFT_I32 = 5,
    THRIFT_I64 = 6,
    THRIFT_BINARY = 8,
    THRIFT_LIST = 9,
    THRIFT_STRUCT = 12,
};

void thrift_begin(struct thrift_writer *w, struct buffer *out);
void thrift_end(struct thrift_writer *w);

void thrift_bool(struct thrift_writer *w, int16_t field, bool value);
void thrift_i32(struct thrift_writer *w, int16_t field, int32_t value);
void thrift_i64(struct thrift_writer *w, int16_t field, int64_t value);
void thrift_binary(struct thrift_writer *w, int16_t field, string_view value);
// A structure as a field, up to its thrift_close.
void thrift_open(struct thrift_writer *w, int16_t field);
void thrift_close(struct thrift_writer *w);
// A list of `count` elements, which follow by the calls below.
void thrift_list(struct thrift_writer *w, int16_t field, enum thrift_type type, size_t count);
void thrift_element_i32(struct thrift_writer *w, int32_t value);
void thrift_element_binary(struct thrift_writer *w, string_view value);
void thrift_element_open(struct thrift_writer *w); // up to its thrift_close
