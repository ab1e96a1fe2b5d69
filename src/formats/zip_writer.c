// SPDX-License-Identifier: Apache-2.0
// Local headers leave sizes to a descriptor behind the data; the directory at the end has them all.
// Every record of sizes is zip64's, so that none turns out too small.
#include "formats/zip_writer.h"

#include "formats/deflate_piece.h"

#include <libdeflate.h>
#include <stdlib.h>

enum {
    VERSION_ZIP64 = 45,     // needed to read: APPNOTE 4.4.3.2
    VERSION_MADE = 0x032d,  // by a Unix, 4.5
    FLAG_DESCRIPTOR = 0x08, // one follows the data
    FLAG_UTF8 = 0x0800,     // names are
    STORED = 0,
    DEFLATED = 8,
    EXTRA_ZIP64 = 1,
    MODE = 0100644, // of a Unix file
};
#define IN_ZIP64       0xffffffffu // the zip64 record has the value
#define DIRECTORY_MOST ((size_t)256 << 20)

struct entry {
    size_t name_end; // in names
    uint64_t at;     // of its local header
    uint64_t packed;
    uint64_t length;
    uint32_t crc;
    bool stored; // else deflated, with a descriptor
};

struct zip_writer {
    zip_sink *sink;
    void *argument;
    uint16_t day;
    uint16_t second;
    uint64_t written;
    bool open; // the last entry takes pieces
    struct buffer names;
    struct buffer scratch;
    struct entry *entries; // owned
    size_t count;
    size_t room;
};

// --- bytes -----------------------------------------------------------------------------------

static void put(struct buffer *b, uint64_t value, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        buffer_append_byte(b, (char)(value >> (8 * i) & 0xff));
    }
}

static status give(struct zip_writer *z, string_view bytes, struct error *e)
{
    z->written += bytes.length;
    return z->sink(z->argument, bytes, e);
}

static status give_scratch(struct zip_writer *z, struct error *e)
{
    TRY(buffer_check(&z->scratch, "the directory of an archive", e));
    return give(z, buffer_view(&z->scratch), e);
}

// MS-DOS's, APPNOTE 4.4.6.
static void set_time(struct zip_writer *z, moment time)
{
    const int64_t day_length = 86400000;
    int64_t days = time / day_length - (time % day_length < 0);
    struct civil_date date = civil_from_days(days);
    int64_t seconds = (time - days * day_length) / 1000;
    if (date.year < 1980 || date.year > 2107) {
        date = (struct civil_date){1980, 1, 1};
        seconds = 0;
    }
    z->day = (uint16_t)((date.year - 1980) << 9 | date.month << 5 | date.day);
    z->second = (uint16_t)(seconds / 3600 << 11 | (seconds / 60 % 60) << 5 | seconds % 60 / 2);
}

struct zip_writer *zip_writer_create(zip_sink *sink, void *argument, moment time)
{
    struct zip_writer *z = calloc(1, sizeof *z);
    if (z != NULL) {
        z->sink = sink;
        z->argument = argument;
        set_time(z, time);
        buffer_init(&z->names, ZIP_ENTRIES_MOST * ZIP_NAME_MOST);
        buffer_init(&z->scratch, DIRECTORY_MOST);
    }
    return z;
}

void zip_writer_destroy(struct zip_writer *z)
{
    if (z != NULL) {
        buffer_release(&z->names);
        buffer_release(&z->scratch);
        free(z->entries);
        free(z);
    }
}

uint64_t zip_bytes(const struct zip_writer *z)
{
    return z->written;
}

// --- files -----------------------------------------------------------------------------------

static string_view name_of(const struct zip_writer *z, size_t i)
{
    size_t start = i == 0 ? 0 : z->entries[i - 1].name_end;
    return (string_view){z->names.bytes + start, z->entries[i].name_end - start};
}

// What a reader may unpack without looking where it lands.
static bool name_is_safe(string_view name)
{
    if (name.length == 0 || name.length > ZIP_NAME_MOST || name.bytes[0] == '/' ||
        name.bytes[name.length - 1] == '/') {
        return false;
    }
    for (size_t at = 0; at < name.length;) {
        string_view part = sv_slice(name, at, SIZE_MAX);
        const char *slash = memchr(part.bytes, '/', part.length);
        part.length = slash == NULL ? part.length : (size_t)(slash - part.bytes);
        if (part.length == 0 || sv_equal(part, SV(".")) || sv_equal(part, SV("..")) ||
            memchr(part.bytes, '\\', part.length) != NULL ||
            memchr(part.bytes, '\0', part.length) != NULL) {
            return false;
        }
        at += part.length + 1;
    }
    return true;
}

static status add_entry(struct zip_writer *z, string_view name, struct error *e)
{
    for (size_t i = 0; i < z->count; i++) {
        if (sv_equal(name_of(z, i), name)) {
            return error_set(e, ST_INVALID, "the archive has a file \"" SV_FORMAT "\" already",
                             SV_ARGUMENT(name));
        }
    }
    if (z->count == ZIP_ENTRIES_MOST) {
        return error_set(e, ST_TOO_LARGE, "an archive of more than %zu files", ZIP_ENTRIES_MOST);
    }
    if (z->count == z->room) {
        size_t room = MAX(2 * z->room, (size_t)16);
        struct entry *more = realloc(z->entries, room * sizeof *more);
        if (more == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory for the directory of an archive");
        }
        z->entries = more;
        z->room = room;
    }
    buffer_append_view(&z->names, name);
    TRY(buffer_check(&z->names, "the names of an archive", e));
    z->entries[z->count++] = (struct entry){.name_end = z->names.length, .at = z->written};
    return ST_OK;
}

// The fields that a local header and the directory share, APPNOTE 4.3.7 and 4.3.12.
static void put_common(struct zip_writer *z, const struct entry *entry, size_t name_length,
                       size_t extra_length)
{
    struct buffer *b = &z->scratch;
    put(b, VERSION_ZIP64, 2);
    put(b, entry->stored ? FLAG_UTF8 : FLAG_UTF8 | FLAG_DESCRIPTOR, 2);
    put(b, entry->stored ? STORED : DEFLATED, 2);
    put(b, z->second, 2);
    put(b, z->day, 2);
    put(b, entry->crc, 4);
    put(b, IN_ZIP64, 4);
    put(b, IN_ZIP64, 4);
    put(b, name_length, 2);
    put(b, extra_length, 2);
}

static status begin_entry(struct zip_writer *z, string_view name, struct error *e)
{
    if (z->open) {
        return error_set(e, ST_INVALID, "a file of the archive is begun within another");
    }
    if (!name_is_safe(name)) {
        return error_set(e, ST_INVALID, "\"" SV_FORMAT "\" is no name for a file of an archive",
                         SV_ARGUMENT(name));
    }
    return add_entry(z, name, e);
}

// The last entry's local header; of sizes that are not known yet zero, which says that those of the
// descriptor have eight bytes.
static status give_header(struct zip_writer *z, struct error *e)
{
    const struct entry *entry = &z->entries[z->count - 1];
    string_view name = name_of(z, z->count - 1);
    buffer_clear(&z->scratch);
    put(&z->scratch, 0x04034b50, 4);
    put_common(z, entry, name.length, 20);
    buffer_append_view(&z->scratch, name);
    put(&z->scratch, EXTRA_ZIP64, 2);
    put(&z->scratch, 16, 2);
    put(&z->scratch, entry->length, 8);
    put(&z->scratch, entry->packed, 8);
    return give_scratch(z, e);
}

status zip_file_begin(struct zip_writer *z, string_view name, struct error *e)
{
    TRY(begin_entry(z, name, e));
    z->open = true;
    return give_header(z, e);
}

status zip_file_stored(struct zip_writer *z, string_view name, string_view bytes, struct error *e)
{
    TRY(begin_entry(z, name, e));
    struct entry *entry = &z->entries[z->count - 1];
    entry->stored = true;
    entry->length = bytes.length;
    entry->packed = bytes.length;
    entry->crc = libdeflate_crc32(0, bytes.bytes, bytes.length);
    TRY(give_header(z, e));
    return give(z, bytes, e);
}

status zip_file_piece(struct zip_writer *z, string_view packed, uint64_t length, uint32_t crc,
                      struct error *e)
{
    struct entry *entry = &z->entries[z->count - 1];
    entry->crc = crc_of_both(entry->crc, crc, length);
    entry->length += length;
    entry->packed += packed.length;
    return give(z, packed, e);
}

status zip_file_end(struct zip_writer *z, struct error *e)
{
    struct entry *entry = &z->entries[z->count - 1];
    const string_view last = {DEFLATE_END, sizeof DEFLATE_END - 1};
    TRY(zip_file_piece(z, last, 0, 0, e));
    buffer_clear(&z->scratch);
    put(&z->scratch, 0x08074b50, 4);
    put(&z->scratch, entry->crc, 4);
    put(&z->scratch, entry->packed, 8);
    put(&z->scratch, entry->length, 8);
    z->open = false;
    return give_scratch(z, e);
}

// --- the directory ---------------------------------------------------------------------------

static void put_directory_entry(struct zip_writer *z, size_t i)
{
    const struct entry *entry = &z->entries[i];
    struct buffer *b = &z->scratch;
    string_view name = name_of(z, i);
    put(b, 0x02014b50, 4);
    put(b, VERSION_MADE, 2);
    put_common(z, entry, name.length, 28);
    put(b, 0, 2); // comment
    put(b, 0, 2); // disk
    put(b, 0, 2); // of bytes, not of text
    put(b, (uint64_t)MODE << 16, 4);
    put(b, IN_ZIP64, 4);
    buffer_append_view(b, name);
    put(b, EXTRA_ZIP64, 2);
    put(b, 24, 2);
    put(b, entry->length, 8);
    put(b, entry->packed, 8);
    put(b, entry->at, 8);
}

// The zip64 end of the directory, where it is, and the end that older readers look for.
static void put_end(struct zip_writer *z, uint64_t at, uint64_t length)
{
    struct buffer *b = &z->scratch;
    put(b, 0x06064b50, 4);
    put(b, 44, 8);
    put(b, VERSION_MADE, 2);
    put(b, VERSION_ZIP64, 2);
    put(b, 0, 8); // disks
    put(b, z->count, 8);
    put(b, z->count, 8);
    put(b, length, 8);
    put(b, at, 8);
    put(b, 0x07064b50, 4);
    put(b, 0, 4);
    put(b, at + length, 8);
    put(b, 1, 4);
    put(b, 0x06054b50, 4);
    put(b, 0, 4);
    put(b, MIN(z->count, (size_t)0xffff), 2);
    put(b, MIN(z->count, (size_t)0xffff), 2);
    put(b, MIN(length, (uint64_t)IN_ZIP64), 4);
    put(b, MIN(at, (uint64_t)IN_ZIP64), 4);
    put(b, 0, 2);
}

status zip_finish(struct zip_writer *z, struct error *e)
{
    if (z->open) {
        return error_set(e, ST_INVALID, "an archive ends within a file");
    }
    uint64_t at = z->written;
    buffer_clear(&z->scratch);
    for (size_t i = 0; i < z->count; i++) {
        put_directory_entry(z, i);
    }
    put_end(z, at, z->scratch.length);
    return give_scratch(z, e);
}
