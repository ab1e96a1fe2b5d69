// SPDX-License-Identifier: Apache-2.0
// Opening a segment file, its directory, and what it keeps of rows beside their records.
// Must not know: what records and queries are.
#include "store/flat_record.h"
#include "store/list_fence.h"
#include "store/segment_writer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const section_names[SECTION_KINDS] = {
    "section",  "TABLES",         "KEYS",        "FROM",         "UNTIL",
    "HASHES",   "LAYERS",         "PATHS",       "OFFSETS",      "DICTIONARY",
    "ORDINALS", "POSTINGS",       "NUMBERS",     "DATES",        "POINTS",
    "TOKENS",   "TOKEN_POSTINGS", "LONG_VALUES", "FIELD_TOKENS", "FIELD_TOKEN_POSTINGS",
    "BLOCKS"};

// --- messages ------------------------------------------------------------------------------------

static const char *section_name(const struct segment *s, uint32_t number)
{
    uint32_t kind = number < s->directory_count ? s->directory[number].kind : 0;
    return section_names[kind < SECTION_KINDS ? kind : 0];
}

status segment_blame(const struct segment *s, uint32_t number, status result, struct error *e)
{
    if (result == ST_CORRUPT && number < s->directory_count) {
        error_prefix(e, "%s, %s %lu", s->name, section_name(s, number),
                     (unsigned long)s->directory[number].path);
    } else if (result == ST_CORRUPT) {
        error_prefix(e, "%s", s->name);
    }
    return result;
}

status segment_damaged(const struct segment *s, uint32_t number, struct error *e,
                       const char *format, ...)
{
    char message[160];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    status result = error_set(e, ST_CORRUPT, "%s", message);
    return segment_blame(s, number, result, e);
}

// --- sections ------------------------------------------------------------------------------------

// First elements rise and end at the level's size.
static bool offsets_hold(const struct segment *s, const struct directory_entry *entry,
                         const unsigned char *bytes)
{
    const void *start = bytes;
    const uint32_t *offsets = start;
    const struct level_facts *l = &s->levels[entry->path];
    uint64_t wanted = (uint64_t)s->levels[l->parent].size + 1;
    if (entry->length != wanted * sizeof *offsets || offsets[0] != 0 ||
        offsets[wanted - 1] != l->size) {
        return false;
    }
    for (uint64_t i = 1; i < wanted; i++) {
        if (offsets[i] < offsets[i - 1]) {
            return false;
        }
    }
    return true;
}

static bool dates_hold(const struct segment *s, const struct directory_entry *entry,
                       const unsigned char *bytes)
{
    struct error ignored = {0};
    struct date_list dates;
    uint32_t number = path_section(s, entry->path, PATH_DICTIONARY);
    uint64_t bound = number == NO_SECTION ? 0 : s->directory[number].count;
    return entry->count <= bound &&
           date_list_open(bytes, entry->length, entry->count, &dates, &ignored) == ST_OK &&
           date_list_holds(&dates, bound);
}

static bool points_hold(const struct segment *s, const struct directory_entry *entry,
                        const unsigned char *bytes)
{
    uint64_t count = 0;
    if (entry->length < sizeof count) {
        return false;
    }
    memcpy(&count, bytes, sizeof count);
    uint64_t stride = round_up(count, 2);
    uint64_t blocks = (count + POINT_BLOCK - 1) / POINT_BLOCK;
    if (count > s->rows || entry->length != sizeof count + 12 * stride + 16 * blocks) {
        return false;
    }
    const void *start = bytes + sizeof count;
    const uint32_t *rows = start;
    for (uint64_t i = 0; i < count; i++) {
        if (rows[i] >= s->rows) {
            return false;
        }
    }
    return true;
}

// What readers of a section index by must be in bounds before they see it.
static bool contents_hold(const struct segment *s, const struct directory_entry *entry,
                          const unsigned char *bytes)
{
    switch (entry->kind) {
    case SECTION_OFFSETS:
        return offsets_hold(s, entry, bytes);
    case SECTION_DATES:
        return dates_hold(s, entry, bytes);
    case SECTION_POINTS:
        return points_hold(s, entry, bytes);
    default:
        return true;
    }
}

void segment_expect_section(const struct segment *s, uint32_t number)
{
    if (number != NO_SECTION && s->unpacked == NULL &&
        atomic_load_explicit(&s->checked[number], memory_order_relaxed) == 0) {
        const struct directory_entry *entry = &s->directory[number];
        file_map_fetch(s->file.bytes + entry->offset, entry->length);
    }
}

status segment_section(struct segment *s, uint32_t number, struct section *out, struct error *e)
{
    if (number == NO_SECTION) {
        *out = (struct section){0};
        return ST_OK;
    }
    const struct directory_entry *entry = &s->directory[number];
    const unsigned char *bytes = s->file.bytes + entry->offset;
    if (atomic_load_explicit(&s->checked[number], memory_order_acquire) == 0) {
        if (s->unpacked == NULL) {
            file_map_fetch(bytes, entry->length);
        }
        if (hash_bytes(bytes, entry->length) != entry->hash) {
            return segment_damaged(s, number, e, "the checksum does not match");
        }
        if (!contents_hold(s, entry, bytes)) {
            return segment_damaged(s, number, e, "a number is out of bounds");
        }
        atomic_store_explicit(&s->checked[number], 1, memory_order_release);
    }
    *out = (struct section){bytes, entry->length, entry->count, NULL};
    return ST_OK;
}

// --- opening -------------------------------------------------------------------------------------

static status check_header(struct segment *s, struct segment_header *header, struct error *e)
{
    if (s->file.length < sizeof *header) {
        return error_set(e, ST_CORRUPT, "%s is too short for a segment", s->name);
    }
    memcpy(header, s->file.bytes, sizeof *header);
    if (memcmp(header->magic, SEGMENT_MAGIC, sizeof header->magic) != 0) {
        return error_set(e, ST_CORRUPT, "%s is no segment", s->name);
    }
    if (hash_bytes(header, offsetof(struct segment_header, header_hash)) != header->header_hash) {
        return error_set(e, ST_CORRUPT, "%s: the checksum of the header does not match", s->name);
    }
    if (header->format != SEGMENT_FORMAT) {
        return error_set(e, ST_CORRUPT, "%s has format %lu; this program reads format %u", s->name,
                         (unsigned long)header->format, SEGMENT_FORMAT);
    }
    uint64_t length = s->file.length;
    uint64_t most = length / sizeof(struct directory_entry);
    if (header->directory_offset % SEGMENT_ALIGNMENT != 0 || header->directory_offset > length ||
        header->directory_entries > most ||
        header->directory_entries * sizeof(struct directory_entry) >
            length - header->directory_offset ||
        header->rows > SEGMENT_MOST_ROWS || header->levels == 0 || header->levels > most + 1) {
        return error_set(e, ST_CORRUPT, "%s is cut short or its header is damaged", s->name);
    }
    return ST_OK;
}

static bool entry_holds(const struct segment *s, size_t number)
{
    const struct directory_entry *entry = &s->directory[number];
    if (number > 0) {
        const struct directory_entry *before = entry - 1;
        if (before->kind > entry->kind ||
            (before->kind == entry->kind && before->path >= entry->path)) {
            return false;
        }
    }
    return entry->offset % SEGMENT_ALIGNMENT == 0 && entry->offset <= s->file.length &&
           entry->length <= s->file.length - entry->offset;
}

static status read_directory(struct segment *s, const struct segment_header *header,
                             struct error *e)
{
    const void *start = s->file.bytes + header->directory_offset;
    s->directory = start;
    s->directory_count = header->directory_entries;
    size_t length = s->directory_count * sizeof *s->directory;
    if (hash_bytes(start, length) != header->directory_hash) {
        return error_set(e, ST_CORRUPT, "%s: the checksum of the directory does not match",
                         s->name);
    }
    s->checked = calloc(MAX(s->directory_count, (size_t)1), sizeof *s->checked);
    if (s->checked == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to open %s", s->name);
    }
    for (size_t i = 0; i < SECTION_KINDS; i++) {
        s->single[i] = NO_SECTION;
    }
    for (size_t i = 0; i < s->directory_count; i++) {
        const struct directory_entry *entry = &s->directory[i];
        if (!entry_holds(s, i)) {
            return error_set(e, ST_CORRUPT, "%s: entry %zu of the directory is damaged", s->name,
                             i);
        }
        if (entry->kind < SECTION_KINDS && entry->path == 0) {
            s->single[entry->kind] = (uint32_t)i;
        }
    }
    return ST_OK;
}

// Arrays of one item a row have that length, so that rows are bounded by the file's size.
static status check_rows(struct segment *s, struct error *e)
{
    static const struct {
        enum section_kind kind;
        size_t size;
        bool optional;
    } arrays[] = {{SECTION_HASHES, SHA256_SIZE, false},
                  {SECTION_FROM, sizeof(uint32_t), true},
                  {SECTION_UNTIL, sizeof(uint32_t), true}};
    for (size_t i = 0; i < ARRAY_LENGTH(arrays); i++) {
        uint32_t number = s->single[arrays[i].kind];
        if (number == NO_SECTION ? !arrays[i].optional
                                 : s->directory[number].length != s->rows * arrays[i].size) {
            return error_set(e, ST_CORRUPT, "%s: %s does not fit the number of rows", s->name,
                             section_names[arrays[i].kind]);
        }
    }
    return ST_OK;
}

static status open_mapped(struct segment *s, struct error *e)
{
    struct segment_header header;
    TRY(check_header(s, &header, e));
    s->rows = (uint32_t)header.rows;
    TRY(read_directory(s, &header, e));
    TRY(check_rows(s, e));
    TRY(segment_read_blocks(s, e));
    TRY(segment_read_tables(s, e));
    return segment_read_paths(s, header.paths, header.levels, e);
}

status segment_open(const char *path, struct segment **out, struct error *e)
{
    struct segment *s = calloc(1, sizeof *s);
    char *name = strdup(path);
    if (s == NULL || name == NULL) {
        free(s);
        free(name);
        return error_set(e, ST_NO_MEMORY, "no memory to open %s", path);
    }
    s->name = name;
    status result = file_map(path, &s->file, e);
    if (result == ST_OK) {
        result = segment_unpack(s, e);
    } else {
        s->file = (struct mapped_file){0};
    }
    if (result == ST_OK) {
        if (s->unpacked == NULL) {
            file_map_sparsely(&s->file);
        }
        result = open_mapped(s, e);
    }
    if (result != ST_OK) {
        segment_close(s);
        return result;
    }
    *out = s;
    return ST_OK;
}

void segment_close(struct segment *s)
{
    if (s != NULL) {
        if (s->file.bytes != NULL && s->unpacked == NULL) {
            file_unmap(&s->file);
        }
        free(s->unpacked);
        free(s->name);
        segment_blocks_release(s);
        free(s->checked);
        segment_members_release(s);
        flat_records_release(s);
        free(atomic_load(&s->key_fence));
        free(atomic_load(&s->token_fence));
        for (size_t i = 0; s->text_fences != NULL && i < s->paths_count; i++) {
            free(atomic_load(&s->text_fences[i]));
        }
        free(s->text_fences);
        free(s->tables);
        free(s->paths);
        free(s->facts);
        free(s->children);
        free(s->sorted_children);
        free(s->levels);
        free(s);
    }
}

uint32_t segment_rows(const struct segment *s)
{
    return s->rows;
}

uint64_t segment_bytes(const struct segment *s)
{
    return s->file.length;
}

uint64_t segment_identity(const struct segment *s)
{
    uint64_t hash = 0;
    memcpy(&hash, s->file.bytes + offsetof(struct segment_header, header_hash), sizeof hash);
    return hash;
}

// --- rows ----------------------------------------------------------------------------------------

status segment_key_list(struct segment *s, struct string_list *out, struct error *e)
{
    struct section section;
    uint32_t number = s->single[SECTION_KEYS];
    if (number == NO_SECTION) {
        return segment_damaged(s, NO_SECTION, e, "there are no keys");
    }
    TRY(segment_section_by_block(s, number, &section, e));
    status result = string_list_open_checked(section.bytes, section.length, section.checks, out, e);
    if (result == ST_OK && out->count != s->rows) {
        result = error_set(e, ST_CORRUPT, "there are %lu keys for %lu rows",
                           (unsigned long)out->count, (unsigned long)s->rows);
    }
    return segment_blame(s, number, result, e);
}

status segment_key(struct segment *s, uint32_t row, struct buffer *scratch, string_view *out,
                   struct error *e)
{
    struct string_list keys;
    struct string_cursor c;
    TRY(segment_key_list(s, &keys, e));
    TRY(segment_blame(s, s->single[SECTION_KEYS], string_cursor_seek(&c, &keys, row, e), e));
    buffer_clear(scratch);
    buffer_append(scratch, c.text, c.length);
    TRY(buffer_check(scratch, "a key", e));
    *out = buffer_view(scratch);
    return ST_OK;
}

void segment_expect_key(struct segment *s, uint32_t row, unsigned stage)
{
    struct string_list keys;
    struct error ignored;
    if (row >= s->rows || segment_key_list(s, &keys, &ignored) != ST_OK) {
        return; // whoever reads the key is told
    }
    if (stage > 0) {
        string_list_expect_block(&keys, row);
        return;
    }
    string_list_expect(&keys, row);
}

status segment_find_key(struct segment *s, const struct segment_table *table, string_view key,
                        uint32_t *row, bool *equal, struct error *e)
{
    struct string_list keys;
    uint32_t first = table->first_row;
    uint32_t end = table->first_row + table->rows;
    TRY(segment_key_list(s, &keys, e));
    status result = list_fence_narrow(&s->key_fence, &keys, key, &first, &end, e);
    if (result == ST_OK) {
        result = string_list_find_bytes(&keys, first, end, key, row, equal, e);
    }
    return segment_blame(s, s->single[SECTION_KEYS], result, e);
}

// The cursor keeps the decoded key and where the next one starts in the blob.
static status keep_key(struct key_cursor *c, const struct string_list *keys,
                       const struct string_cursor *at, struct error *e)
{
    buffer_clear(&c->key);
    buffer_append(&c->key, at->text, at->length);
    c->row = at->index;
    c->blob_at = (size_t)(at->at - keys->blob);
    return buffer_check(&c->key, "a key", e);
}

status key_cursor_start(struct key_cursor *c, struct segment *s, uint32_t row, struct error *e)
{
    *c = (struct key_cursor){.segment = s, .row = row};
    buffer_init(&c->key, LIMIT_LIST_STRING);
    struct string_list keys;
    struct string_cursor at;
    TRY(segment_key_list(s, &keys, e));
    if (row == s->rows) {
        return ST_OK; // behind the last: there is no key to give
    }
    TRY(segment_blame(s, s->single[SECTION_KEYS], string_cursor_seek(&at, &keys, row, e), e));
    return keep_key(c, &keys, &at, e);
}

status key_cursor_key(struct key_cursor *c, string_view *out, struct error *e)
{
    if (c->row >= c->segment->rows) {
        return error_set(e, ST_INTERNAL, "a key is asked behind the last row");
    }
    *out = buffer_view(&c->key);
    return ST_OK;
}

status key_cursor_next(struct key_cursor *c, struct error *e)
{
    struct segment *s = c->segment;
    struct string_list keys;
    struct string_cursor at;
    if (c->row + 1 >= s->rows) {
        c->row = s->rows;
        return ST_OK;
    }
    TRY(segment_key_list(s, &keys, e));
    status result = ST_OK;
    if ((c->row + 1) % STRING_BLOCK == 0) {
        result = string_cursor_seek(&at, &keys, c->row + 1, e);
    } else {
        result = string_cursor_resume(&at, &keys, c->row, c->blob_at, buffer_view(&c->key), e);
    }
    TRY(segment_blame(s, s->single[SECTION_KEYS], result, e));
    return keep_key(c, &keys, &at, e);
}

void key_cursor_release(struct key_cursor *c)
{
    buffer_release(&c->key);
}

static status row_array(struct segment *s, enum section_kind kind, const void **out,
                        struct error *e)
{
    struct section section;
    TRY(segment_section(s, s->single[kind], &section, e));
    *out = section.bytes;
    return ST_OK;
}

status segment_from(struct segment *s, const uint32_t **out, struct error *e)
{
    const void *array = NULL;
    TRY(row_array(s, SECTION_FROM, &array, e));
    *out = array;
    return ST_OK;
}

status segment_until(struct segment *s, const uint32_t **out, struct error *e)
{
    const void *array = NULL;
    TRY(row_array(s, SECTION_UNTIL, &array, e));
    *out = array;
    return ST_OK;
}

status segment_hashes(struct segment *s, const struct sha256 **out, struct error *e)
{
    const void *array = NULL;
    TRY(row_array(s, SECTION_HASHES, &array, e));
    *out = array;
    return ST_OK;
}
