// SPDX-License-Identifier: Apache-2.0
// Plain files and memory as streams of bytes.
#include "formats/byte_source.h"

#include "base/file.h"
#include "formats/expansion.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct file_source {
    struct byte_source source;
    int descriptor;
    char *name; // owned
};

struct memory_source {
    struct byte_source source;
    string_view rest;
};

status expansion_check(uint64_t packed, uint64_t unpacked, const char *name, struct error *e)
{
    if (unpacked > EXPANSION_MOST_BYTES) {
        return error_set(e, ST_BAD_DATA,
                         "%s unpacks to more than 64 GiB; split it into smaller files", name);
    }
    if (unpacked > EXPANSION_FREE_BYTES && unpacked / EXPANSION_RATIO > packed) {
        return error_set(e, ST_BAD_DATA,
                         "%s unpacks to more than %u times its size and looks like a zip bomb; "
                         "unpack it yourself if you trust it",
                         name, EXPANSION_RATIO);
    }
    return ST_OK;
}

status byte_source_fill(struct byte_source *s, void *bytes, size_t capacity, size_t *length,
                        struct error *e)
{
    unsigned char *at = bytes;
    size_t filled = 0;
    while (capacity - filled >= 16) {
        size_t got = 0;
        TRY(s->read(s, at + filled, capacity - filled, &got, e));
        if (got == 0) {
            break;
        }
        filled += got;
    }
    *length = filled;
    return ST_OK;
}

static status read_file(struct byte_source *s, void *bytes, size_t capacity, size_t *length,
                        struct error *e)
{
    struct file_source *f = (struct file_source *)s;
    TRY(file_read_some(f->descriptor, bytes, capacity, length, f->name, e));
    s->consumed += *length;
    return ST_OK;
}

static void destroy_file(struct byte_source *s)
{
    struct file_source *f = (struct file_source *)s;
    if (f->descriptor >= 0) {
        (void)close(f->descriptor);
    }
    free(f->name);
    free(f);
}

static status read_memory(struct byte_source *s, void *bytes, size_t capacity, size_t *length,
                          struct error *e)
{
    (void)e;
    struct memory_source *m = (struct memory_source *)s;
    size_t count = MIN(capacity, m->rest.length);
    if (count > 0) {
        memcpy(bytes, m->rest.bytes, count);
    }
    m->rest = sv_slice(m->rest, count, SIZE_MAX);
    s->consumed += count;
    *length = count;
    return ST_OK;
}

static void destroy_memory(struct byte_source *s)
{
    free(s);
}

static bool is_gzip(const unsigned char *bytes, size_t length)
{
    return length >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b;
}

static status open_descriptor(struct file_source *f, const char *path, struct error *e)
{
    TRY(file_open_read(path, &f->descriptor, e));
    struct stat facts;
    if (fstat(f->descriptor, &facts) != 0) {
        return error_set_errno(e, "cannot read the size of %s", f->name);
    }
    if (!S_ISREG(facts.st_mode)) {
        return error_set(e, ST_BAD_DATA,
                         "%s is not a plain file; write what a pipe gives to a file first",
                         f->name);
    }
    f->source.total = (uint64_t)facts.st_size;
    f->source.most = f->source.total;
    (void)posix_fadvise(f->descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
    return ST_OK;
}

status byte_source_open(const char *path, const char *name, struct byte_source **out,
                        struct error *e)
{
    struct file_source *f = calloc(1, sizeof *f);
    char *copy = strdup(name);
    if (f == NULL || copy == NULL) {
        free(f);
        free(copy);
        return error_set(e, ST_NO_MEMORY, "out of memory opening %s", name);
    }
    *f = (struct file_source){
        .source = {.read = read_file, .destroy = destroy_file}, .descriptor = -1, .name = copy};
    status result = open_descriptor(f, path, e);
    if (result != ST_OK) {
        destroy_file(&f->source);
        return result;
    }
    unsigned char magic[2] = {0};
    ssize_t got = pread(f->descriptor, magic, sizeof magic, 0);
    if (got == 2 && is_gzip(magic, 2)) {
        return gzip_source_create(&f->source, name, out, e);
    }
    *out = &f->source;
    return ST_OK;
}

status byte_source_from_memory(string_view bytes, const char *name, struct byte_source **out,
                               struct error *e)
{
    struct memory_source *m = calloc(1, sizeof *m);
    if (m == NULL) {
        return error_set(e, ST_NO_MEMORY, "out of memory opening %s", name);
    }
    m->source =
        (struct byte_source){.read = read_memory, .destroy = destroy_memory, .total = bytes.length};
    m->rest = bytes;
    if (is_gzip((const unsigned char *)bytes.bytes, bytes.length)) {
        return gzip_source_create(&m->source, name, out, e);
    }
    *out = &m->source;
    return ST_OK;
}
