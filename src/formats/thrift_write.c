// SPDX-License-Identifier: Apache-2.0
// Numbers are zigzag varints, fields tell by how much their number rises.
#include "formats/thrift_write.h"

static void put_varint(struct buffer *out, uint64_t value)
{
    while (value >= 0x80) {
        buffer_append_byte(out, (char)(unsigned char)(value | 0x80));
        value >>= 7;
    }
    buffer_append_byte(out, (char)value);
}

static void put_zigzag(struct buffer *out, int64_t value)
{
    put_varint(out, ((uint64_t)value << 1) ^ (value < 0 ? UINT64_MAX : 0));
}

static void put_bytes(struct buffer *out, string_view value)
{
    put_varint(out, value.length);
    buffer_append_view(out, value);
}

static void put_field(struct thrift_writer *w, int16_t field, enum thrift_type type)
{
    int rise = field - w->last[w->depth];
    if (rise > 0 && rise <= 15) {
        buffer_append_byte(w->out, (char)(rise << 4 | (int)type));
    } else {
        buffer_append_byte(w->out, (char)type);
        put_zigzag(w->out, field);
    }
    w->last[w->depth] = field;
}

static void descend(struct thrift_writer *w)
{
    if (w->depth + 1 == THRIFT_DEPTH) {
        w->out->failed = true; // no structure that is written is as deep
        return;
    }
    w->last[++w->depth] = 0;
}

void thrift_begin(struct thrift_writer *w, struct buffer *out)
{
    *w = (struct thrift_writer){.out = out};
}

void thrift_end(struct thrift_writer *w)
{
    buffer_append_byte(w->out, 0);
}

void thrift_bool(struct thrift_writer *w, int16_t field, bool value)
{
    put_field(w, field, value ? THRIFT_TRUE : THRIFT_FALSE);
}

void thrift_i32(struct thrift_writer *w, int16_t field, int32_t value)
{
    put_field(w, field, THRIFT_I32);
    put_zigzag(w->out, value);
}

void thrift_i64(struct thrift_writer *w, int16_t field, int64_t value)
{
    put_field(w, field, THRIFT_I64);
    put_zigzag(w->out, value);
}

void thrift_binary(struct thrift_writer *w, int16_t field, string_view value)
{
    put_field(w, field, THRIFT_BINARY);
    put_bytes(w->out, value);
}

void thrift_open(struct thrift_writer *w, int16_t field)
{
    put_field(w, field, THRIFT_STRUCT);
    descend(w);
}

void thrift_close(struct thrift_writer *w)
{
    buffer_append_byte(w->out, 0);
    w->depth -= w->depth > 0;
}

void thrift_list(struct thrift_writer *w, int16_t field, enum thrift_type type, size_t count)
{
    put_field(w, field, THRIFT_LIST);
    buffer_append_byte(w->out, (char)((count < 15 ? count : 15) << 4 | (size_t)type));
    if (count >= 15) {
        put_varint(w->out, count);
    }
}

void thrift_element_i32(struct thrift_writer *w, int32_t value)
{
    put_zigzag(w->out, value);
}

void thrift_element_binary(struct thrift_writer *w, string_view value)
{
    put_bytes(w->out, value);
}

void thrift_element_open(struct thrift_writer *w)
{
    descend(w);
}
