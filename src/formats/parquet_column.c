// SPDX-License-Identifier: Apache-2.0
// What waits to be a page: levels, and numbers of the dictionary or plain values. Runs are written
// only where all values are the same; zstd sees to the others.
#include "formats/parquet_column.h"

#include "base/hash.h"
#include "formats/thrift_write.h"

#include <stdlib.h>
#include <string.h>
#include <zstd.h>

#define MOST_ENTRIES    32768u // of a dictionary
#define MOST_DICTIONARY ((size_t)1 << 20)
#define FIRST_SLOTS     256u
#define MOST_CHUNK      ((size_t)1 << 31)
#define LEVEL_ZSTD      1
#define BOUND_MOST      ((size_t)64) // bytes of a least or greatest value that is told

enum page_type { PAGE_DATA = 0, PAGE_DICTIONARY = 2 };
enum page_encoding { PAGE_PLAIN = 0, PAGE_RLE = 3, PAGE_NUMBERS = 8 };

struct dictionary_slot {
    uint32_t hash;  // its lower half
    uint32_t entry; // and one more; 0: free
};

struct bound {
    char bytes[BOUND_MOST];
    size_t length;
    uint64_t first; // eight of the bytes, the first as the highest; zeros behind the end
};

struct parquet_column {
    const struct parquet_schema *schema;
    ZSTD_CCtx *packer; // owned
    // the dictionary
    bool given_up;
    uint32_t entries;
    uint32_t *ends;                // owned: by entry, in `values`
    struct buffer values;          // plain, one behind the other
    struct dictionary_slot *slots; // owned
    uint32_t slot_count;
    // the page to come
    struct buffer levels; // a byte each
    struct buffer again;  // a byte each; of lists
    struct buffer numbers;
    struct buffer plain; // of booleans a byte each
    size_t plain_count;
    struct buffer page;
    // what there is
    struct buffer dictionary;
    struct buffer pages;
    uint64_t plain_bytes;
    uint64_t value_count;
    uint64_t missing;
    bool has_plain;
    bool has_numbers;
    bool bounded;   // some value was seen
    bool unbounded; // a bound is too long to be told
    struct bound least;
    struct bound greatest;
};

// --- life ------------------------------------------------------------------------------------

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for a column of a Parquet file");
}

status parquet_column_create(const struct parquet_schema *schema, struct parquet_column **out,
                             struct error *e)
{
    struct parquet_column *c = calloc(1, sizeof *c);
    if (c == NULL) {
        return no_memory(e);
    }
    c->schema = schema;
    struct buffer *const buffers[] = {&c->values, &c->levels, &c->again, &c->numbers,
                                      &c->plain,  &c->page,   &c->pages, &c->dictionary};
    for (size_t i = 0; i < ARRAY_LENGTH(buffers); i++) {
        buffer_init(buffers[i], MOST_CHUNK);
    }
    c->packer = ZSTD_createCCtx();
    if (c->packer == NULL) {
        parquet_column_destroy(c);
        return no_memory(e);
    }
    parquet_column_clear(c);
    *out = c;
    return ST_OK;
}

void parquet_column_destroy(struct parquet_column *c)
{
    if (c == NULL) {
        return;
    }
    struct buffer *const buffers[] = {&c->values, &c->levels, &c->again, &c->numbers,
                                      &c->plain,  &c->page,   &c->pages, &c->dictionary};
    for (size_t i = 0; i < ARRAY_LENGTH(buffers); i++) {
        buffer_release(buffers[i]);
    }
    (void)ZSTD_freeCCtx(c->packer);
    free(c->ends);
    free(c->slots);
    free(c);
}

static void clear_page(struct parquet_column *c)
{
    buffer_clear(&c->levels);
    buffer_clear(&c->again);
    buffer_clear(&c->numbers);
    buffer_clear(&c->plain);
    c->plain_count = 0;
}

void parquet_column_clear(struct parquet_column *c)
{
    clear_page(c);
    buffer_clear(&c->values);
    buffer_clear(&c->dictionary);
    buffer_clear(&c->pages);
    if (c->slots != NULL) {
        memset(c->slots, 0, c->slot_count * sizeof *c->slots);
    }
    c->given_up = c->schema->type == PARQUET_BOOLEAN;
    c->entries = 0;
    c->plain_bytes = 0;
    c->value_count = 0;
    c->missing = 0;
    c->has_plain = false;
    c->has_numbers = false;
    c->bounded = false;
    c->unbounded = false;
}

// --- values ----------------------------------------------------------------------------------

static status put_number(struct buffer *out, enum parquet_type type, string_view text,
                         struct error *e)
{
    char digits[64];
    char *end = NULL;
    uint64_t bits = 0;
    if (text.length >= sizeof digits) {
        return error_set(e, ST_INTERNAL, "a number is longer than any may be");
    }
    memcpy(digits, text.bytes, text.length);
    digits[text.length] = '\0';
    if (type == PARQUET_REAL) {
        double number = strtod(digits, &end);
        memcpy(&bits, &number, sizeof bits);
    } else {
        bits = (uint64_t)strtoll(digits, &end, 10);
    }
    if (end != digits + text.length || text.length == 0) {
        return error_set(e, ST_INTERNAL, "a number is none: %s", digits);
    }
    buffer_append(out, &bits, sizeof bits); // little-endian, as the machines are that this runs on
    return ST_OK;
}

// Appends a value as plain pages and dictionaries have it.
static status put_plain(struct buffer *out, enum parquet_type type, string_view text,
                        struct error *e)
{
    uint32_t length = (uint32_t)text.length;
    switch (type) {
    case PARQUET_INTEGER:
    case PARQUET_MOMENT:
    case PARQUET_REAL:
        return put_number(out, type, text, e);
    case PARQUET_BOOLEAN:
        buffer_append_byte(out, text.length == 4); // "true"
        return ST_OK;
    case PARQUET_TEXT:
    case PARQUET_BYTES:
        buffer_append(out, &length, sizeof length);
        buffer_append_view(out, text);
        return ST_OK;
    }
    return ST_OK;
}

static int compare_plain(enum parquet_type type, string_view a, string_view b)
{
    int64_t i = 0;
    int64_t j = 0;
    double x = 0;
    double y = 0;
    if (type == PARQUET_TEXT || type == PARQUET_BYTES) {
        return sv_compare(a, b);
    }
    memcpy(type == PARQUET_REAL ? (void *)&x : (void *)&i, a.bytes, 8);
    memcpy(type == PARQUET_REAL ? (void *)&y : (void *)&j, b.bytes, 8);
    return type == PARQUET_REAL ? (x > y) - (x < y) : (i > j) - (i < j);
}

static void set_bound(struct parquet_column *c, struct bound *b, string_view value)
{
    c->unbounded |= value.length > BOUND_MOST;
    b->length = MIN(value.length, BOUND_MOST);
    memcpy(b->bytes, value.bytes, b->length);
    b->first = 0;
    memcpy(&b->first, b->bytes, MIN(b->length, sizeof b->first));
    b->first = __builtin_bswap64(b->first);
}

// `plain` as put_plain has it.
static void note_bounds(struct parquet_column *c, string_view plain)
{
    enum parquet_type type = c->schema->type;
    if (type == PARQUET_BOOLEAN || c->unbounded) {
        return;
    }
    string_view value =
        type == PARQUET_TEXT || type == PARQUET_BYTES ? sv_slice(plain, 4, SIZE_MAX) : plain;
    string_view least = {c->least.bytes, c->least.length};
    string_view greatest = {c->greatest.bytes, c->greatest.length};
    if (!c->bounded || compare_plain(type, value, least) < 0) {
        set_bound(c, &c->least, value);
    }
    if (!c->bounded || compare_plain(type, value, greatest) > 0) {
        set_bound(c, &c->greatest, value);
    }
    c->bounded = true;
}

// --- the dictionary --------------------------------------------------------------------------

static void forget_dictionary(struct parquet_column *c)
{
    buffer_release(&c->values);
    free(c->ends);
    free(c->slots);
    c->ends = NULL;
    c->slots = NULL;
    c->slot_count = 0;
}

bool parquet_column_gave_up(const struct parquet_column *c)
{
    return c->given_up;
}

bool parquet_column_is_full(const struct parquet_column *c)
{
    return c->entries >= MOST_ENTRIES || c->values.length >= MOST_DICTIONARY;
}

status parquet_column_give_up(struct parquet_column *c, struct error *e)
{
    c->given_up = true;
    if (c->entries == 0) { // what an earlier row group needed
        forget_dictionary(c);
    }
    return parquet_column_page(c, e);
}

size_t parquet_column_entries(const struct parquet_column *c)
{
    return c->entries;
}

static string_view entry_value(const struct parquet_column *c, uint32_t entry)
{
    size_t start = entry == 0 ? 0 : c->ends[entry - 1];
    return (string_view){c->values.bytes + start, c->ends[entry] - start};
}

static void put_slot(struct parquet_column *c, uint32_t hash, uint32_t entry)
{
    uint32_t at = hash & (c->slot_count - 1);
    while (c->slots[at].entry != 0) {
        at = (at + 1) & (c->slot_count - 1);
    }
    c->slots[at] = (struct dictionary_slot){hash, entry + 1};
}

static bool grow(struct parquet_column *c)
{
    if (c->slot_count > 2 * c->entries) {
        return true;
    }
    uint32_t count = c->slot_count == 0 ? FIRST_SLOTS : 2 * c->slot_count;
    struct dictionary_slot *old = c->slots;
    uint32_t old_count = c->slot_count;
    uint32_t *ends = realloc(c->ends, count * sizeof *ends);
    struct dictionary_slot *slots = calloc(count, sizeof *slots);
    c->ends = ends == NULL ? c->ends : ends;
    if (ends == NULL || slots == NULL) {
        free(slots);
        return false;
    }
    c->slots = slots;
    c->slot_count = count;
    for (uint32_t i = 0; i < old_count; i++) {
        if (old[i].entry != 0) {
            put_slot(c, old[i].hash, old[i].entry - 1);
        }
    }
    free(old);
    return true;
}

status parquet_column_intern(struct parquet_column *c, string_view text, uint32_t *out,
                             struct error *e)
{
    if (!grow(c)) {
        return no_memory(e);
    }
    size_t start = c->values.length;
    TRY(put_plain(&c->values, c->schema->type, text, e));
    TRY(buffer_check(&c->values, "the dictionary of a column", e));
    string_view value = {c->values.bytes + start, c->values.length - start};
    uint32_t hash = (uint32_t)hash_bytes(value.bytes, value.length);
    uint32_t at = hash & (c->slot_count - 1);
    for (; c->slots[at].entry != 0; at = (at + 1) & (c->slot_count - 1)) {
        *out = c->slots[at].entry - 1;
        if (c->slots[at].hash == hash && sv_equal(entry_value(c, *out), value)) {
            c->values.length = start;
            return ST_OK;
        }
    }
    note_bounds(c, value);
    *out = c->entries;
    c->ends[c->entries] = (uint32_t)c->values.length;
    c->slots[at] = (struct dictionary_slot){hash, ++c->entries};
    return ST_OK;
}

// --- what a page holds -----------------------------------------------------------------------

status parquet_column_level(struct parquet_column *c, uint8_t level, bool again, struct error *e)
{
    c->missing += level < (c->schema->list ? PARQUET_LIST_VALUE : 1);
    buffer_append_byte(&c->levels, (char)level);
    if (c->schema->list) {
        buffer_append_byte(&c->again, again);
    }
    return c->levels.failed || c->again.failed ? buffer_check(&c->levels, "a page", e) : ST_OK;
}

status parquet_column_levels(struct parquet_column *c, const uint8_t *levels, size_t count,
                             struct error *e)
{
    for (size_t i = 0; i < count; i++) {
        c->missing += levels[i] == 0;
    }
    buffer_append(&c->levels, levels, count);
    return buffer_check(&c->levels, "a page", e);
}

status parquet_column_numbers(struct parquet_column *c, const uint32_t *numbers, size_t count,
                              struct error *e)
{
    buffer_append(&c->numbers, numbers, count * sizeof *numbers);
    return buffer_check(&c->numbers, "a page", e);
}

status parquet_column_plain(struct parquet_column *c, string_view text, struct error *e)
{
    size_t start = c->plain.length;
    TRY(put_plain(&c->plain, c->schema->type, text, e));
    TRY(buffer_check(&c->plain, "a page", e));
    note_bounds(c, (string_view){c->plain.bytes + start, c->plain.length - start});
    c->plain_count++;
    return ST_OK;
}

// Whether a text lies between the bounds there are, by their first eight bytes alone. So many bytes
// may be read.
static bool is_between(const struct parquet_column *c, const char *text, size_t length)
{
    uint64_t first = 0;
    if (length < sizeof first || !c->bounded) {
        return false;
    }
    memcpy(&first, text, sizeof first);
    first = __builtin_bswap64(first);
    return first > c->least.first && first < c->greatest.first;
}

#define AT_ONCE 32u // bytes that are copied without a look at the length

// Of texts, most of which are short. What is copied too much has room, and is overwritten.
static void put_texts(struct parquet_column *c, const char *texts, const size_t *ends, size_t count)
{
    size_t start = 0;
    char *at = c->plain.bytes + c->plain.length;
    for (size_t i = 0; i < count; i++) {
        uint32_t length = (uint32_t)(ends[i] - start);
        memcpy(at, &length, sizeof length);
        for (size_t k = 0; k < length; k += AT_ONCE) {
            memcpy(at + sizeof length + k, texts + start + k, AT_ONCE);
        }
        if (!c->unbounded && !is_between(c, texts + start, length)) {
            note_bounds(c, (string_view){at, sizeof length + length});
        }
        at += sizeof length + length;
        start = ends[i];
    }
    c->plain.length = (size_t)(at - c->plain.bytes);
    c->plain_count += count;
}

status parquet_column_plain_all(struct parquet_column *c, struct buffer *texts, const size_t *ends,
                                size_t count, struct error *e)
{
    if (c->schema->type == PARQUET_TEXT) {
        size_t room = texts->length + count * sizeof(uint32_t) + AT_ONCE;
        if (!buffer_reserve(texts, AT_ONCE) || !buffer_reserve(&c->plain, room)) {
            return no_memory(e);
        }
        put_texts(c, texts->bytes, ends, count);
        return ST_OK;
    }
    for (size_t i = 0, start = 0; i < count; start = ends[i++]) {
        TRY(parquet_column_plain(c, sv_slice(buffer_view(texts), start, ends[i] - start), e));
    }
    return ST_OK;
}

size_t parquet_column_waiting(const struct parquet_column *c)
{
    return c->plain.length;
}

// --- runs and bits ---------------------------------------------------------------------------

static void put_varint(struct buffer *out, uint64_t value)
{
    while (value >= 0x80) {
        buffer_append_byte(out, (char)(unsigned char)(value | 0x80));
        value >>= 7;
    }
    buffer_append_byte(out, (char)value);
}

static inline uint32_t value_at(const void *values, size_t size, size_t i)
{
    uint32_t value = 0;
    memcpy(&value, (const char *)values + i * size, size);
    return value;
}

// Bytes of 0 or 1, eight of which become one.
static void put_truths(struct buffer *out, const char *values, size_t count)
{
    size_t groups = (count + 7) / 8;
    if (!buffer_reserve(out, groups)) {
        return; // its check tells
    }
    for (size_t i = 0; i < groups; i++) {
        uint64_t eight = 0;
        memcpy(&eight, values + 8 * i, MIN(count - 8 * i, (size_t)8));
        out->bytes[out->length++] = (char)((eight * UINT64_C(0x0102040810204080)) >> 56);
    }
}

#define WIDTH_MOST 15u // of bits that are put eight values at a time

// Four values of `width` bits.
static inline uint64_t four(const uint32_t *values, uint32_t width)
{
    return (uint64_t)values[0] | (uint64_t)values[1] << width | (uint64_t)values[2] << 2 * width |
           (uint64_t)values[3] << 3 * width;
}

// Eight values become `width` bytes; 16 are written.
static inline void put_eight(char *at, const uint32_t *values, uint32_t width)
{
    uint64_t first = four(values, width);
    uint64_t second = four(values + 4, width);
    uint64_t words[2] = {first | second << 4 * width, second >> (64 - 4 * width)};
    memcpy(at, words, sizeof words);
}

static void put_wide(char *at, const uint32_t *values, size_t count, uint32_t width)
{
    uint64_t bits = 0;
    uint32_t held = 0;
    for (size_t i = 0; i < count; i++) {
        bits |= (uint64_t)values[i] << held;
        held += width;
        while (held >= 8) {
            *at++ = (char)(bits & 0xFF);
            bits >>= 8;
            held -= 8;
        }
    }
    *at = (char)(bits & 0xFF);
}

static void put_bits(struct buffer *out, const void *values, size_t size, size_t count,
                     uint32_t width)
{
    size_t groups = (count + 7) / 8;
    if (!buffer_reserve(out, groups * width + 16)) {
        return; // its check tells
    }
    char *at = out->bytes + out->length;
    for (size_t g = 0; g < groups; g++, at += width) {
        uint32_t eight[8] = {0};
        size_t here = MIN(count - 8 * g, (size_t)8);
        if (size == sizeof *eight && here == 8) {
            memcpy(eight, (const char *)values + 32 * g, sizeof eight);
        } else {
            for (size_t i = 0; i < here; i++) {
                eight[i] = value_at(values, size, 8 * g + i);
            }
        }
        if (width <= WIDTH_MOST) {
            put_eight(at, eight, width);
        } else {
            put_wide(at, eight, 8, width);
        }
    }
    out->length += groups * width;
}

// The hybrid of runs and bits (Encodings.md, RLE): one run, or bits alone.
static void put_hybrid(struct buffer *out, const void *values, size_t size, size_t count,
                       uint32_t width)
{
    const char *bytes = values;
    if (count > 0 && memcmp(bytes, bytes + size, (count - 1) * size) == 0) { // all the same
        uint32_t value = value_at(values, size, 0);
        put_varint(out, (uint64_t)count << 1);
        buffer_append(out, &value, (width + 7) / 8);
        return;
    }
    put_varint(out, (uint64_t)((count + 7) / 8) << 1 | 1);
    if (size == 1 && width == 1) {
        put_truths(out, values, count);
    } else {
        put_bits(out, values, size, count, width);
    }
}

// Levels have their length before them.
static void put_levels(struct buffer *out, const struct buffer *levels, uint32_t width)
{
    size_t start = out->length;
    buffer_append(out, "\0\0\0", 4);
    put_hybrid(out, levels->bytes, 1, levels->length, width);
    if (!out->failed) {
        uint32_t length = (uint32_t)(out->length - start - 4);
        memcpy(out->bytes + start, &length, 4);
    }
}

static uint32_t width_of(uint32_t entries)
{
    uint32_t width = 1;
    while (width < 32 && (entries - 1) >> width != 0) {
        width++;
    }
    return width;
}

// --- pages -----------------------------------------------------------------------------------

static void put_header(struct buffer *out, enum page_type type, size_t plain, size_t packed,
                       size_t count, enum page_encoding encoding)
{
    struct thrift_writer w;
    thrift_begin(&w, out);
    thrift_i32(&w, 1, (int32_t)type);
    thrift_i32(&w, 2, (int32_t)plain);
    thrift_i32(&w, 3, (int32_t)packed);
    thrift_open(&w, type == PAGE_DATA ? 5 : 7);
    thrift_i32(&w, 1, (int32_t)count);
    thrift_i32(&w, 2, (int32_t)encoding);
    if (type == PAGE_DATA) {
        thrift_i32(&w, 3, PAGE_RLE);
        thrift_i32(&w, 4, PAGE_RLE);
    }
    thrift_close(&w);
    thrift_end(&w);
}

// Appends `content` as a page, its header before it.
static status add_page(struct parquet_column *c, struct buffer *out, enum page_type type,
                       string_view content, size_t count, enum page_encoding encoding,
                       struct error *e)
{
    struct buffer header;
    size_t bound = ZSTD_compressBound(content.length);
    struct buffer packed;
    buffer_init(&packed, MOST_CHUNK);
    buffer_init(&header, 1000);
    status result = ST_OK;
    if (content.length > INT32_MAX || !buffer_reserve(&packed, bound)) {
        result = content.length > INT32_MAX
                     ? error_set(e, ST_TOO_LARGE, "a page of a Parquet file is too large")
                     : no_memory(e);
    } else {
        size_t length = ZSTD_compressCCtx(c->packer, packed.bytes, bound, content.bytes,
                                          content.length, LEVEL_ZSTD);
        if (ZSTD_isError(length)) {
            result = error_set(e, ST_INTERNAL, "a page of a Parquet file cannot be compressed: %s",
                               ZSTD_getErrorName(length));
        } else {
            put_header(&header, type, content.length, length, count, encoding);
            buffer_append_view(out, buffer_view(&header));
            buffer_append(out, packed.bytes, length);
            c->plain_bytes += header.length + content.length;
            result = buffer_check(out, "a column of a Parquet file", e);
        }
    }
    buffer_release(&header);
    buffer_release(&packed);
    return result;
}

static void put_values(struct parquet_column *c, bool numbers)
{
    if (numbers) {
        uint32_t width = width_of(c->entries);
        buffer_append_byte(&c->page, (char)width);
        put_hybrid(&c->page, c->numbers.bytes, sizeof(uint32_t), c->numbers.length / 4, width);
    } else if (c->schema->type == PARQUET_BOOLEAN) {
        put_truths(&c->page, c->plain.bytes, c->plain.length);
    } else {
        buffer_append_view(&c->page, buffer_view(&c->plain));
    }
}

status parquet_column_page(struct parquet_column *c, struct error *e)
{
    bool numbers = c->numbers.length > 0;
    size_t present = numbers ? c->numbers.length / 4 : c->plain_count;
    size_t count = c->schema->required ? present : c->levels.length;
    if (count == 0) {
        return ST_OK;
    }
    buffer_clear(&c->page);
    if (c->schema->list) {
        put_levels(&c->page, &c->again, 1);
    }
    if (!c->schema->required) {
        put_levels(&c->page, &c->levels, c->schema->list ? 2 : 1);
    }
    put_values(c, numbers);
    TRY(buffer_check(&c->page, "a page of a Parquet file", e));
    TRY(add_page(c, &c->pages, PAGE_DATA, buffer_view(&c->page), count,
                 numbers ? PAGE_NUMBERS : PAGE_PLAIN, e));
    c->value_count += count;
    c->has_numbers |= numbers;
    c->has_plain |= !numbers;
    clear_page(c);
    return ST_OK;
}

size_t parquet_column_bytes(const struct parquet_column *c)
{
    return c->pages.length;
}

status parquet_column_finish(struct parquet_column *c, struct parquet_chunk *out, struct error *e)
{
    TRY(parquet_column_page(c, e));
    if (c->has_numbers) {
        TRY(add_page(c, &c->dictionary, PAGE_DICTIONARY, buffer_view(&c->values), c->entries,
                     PAGE_PLAIN, e));
    }
    *out = (struct parquet_chunk){
        .schema = c->schema,
        .dictionary = buffer_view(&c->dictionary),
        .pages = buffer_view(&c->pages),
        .plain_bytes = c->plain_bytes,
        .values = c->value_count,
        .has_plain = c->has_plain,
        .has_numbers = c->has_numbers,
        .statistics = {c->missing,
                       c->bounded && !c->unbounded,
                       {c->least.bytes, c->least.length},
                       {c->greatest.bytes, c->greatest.length}},
    };
    return ST_OK;
}
