// SPDX-License-Identifier: Apache-2.0
// Bytes fill blocks; blocks are compressed side by side and put in a row.
#include "api/package.h"

#include "base/arena.h"
#include "formats/deflate_piece.h"
#include "query/ordered_work.h"
#include "query/query_pool.h"

#include <stdlib.h>

#define BLOCK_BYTES ((size_t)1 << 20) // what a piece holds; changing it changes packages' bytes
#define BLOCKS      ((size_t)6)
#define MOST_FILES  ((size_t)30000)
#define FIRST_FILES ((size_t)64)

struct package_block {
    struct deflater *deflater;
    struct buffer bytes;
    struct buffer packed;
    uint32_t crc;
};

struct package {
    struct zip_writer *zip;
    struct arena arena; // names
    struct ordered_work *work;
    struct package_block *filling; // NULL: a new one is needed
    struct sha256_stream *hash;    // of the open file
    struct package_file *files;    // owned
    size_t count;
    size_t room;
    struct package_block blocks[BLOCKS];
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to pack files");
}

// --- blocks ----------------------------------------------------------------------------------

static status pack_block(void *argument, size_t place, struct error *e)
{
    struct package *p = argument;
    struct package_block *b = &p->blocks[place];
    return deflate_piece(b->deflater, buffer_view(&b->bytes), &b->packed, &b->crc, e);
}

static status give_block(void *argument, size_t place, struct error *e)
{
    struct package *p = argument;
    struct package_block *b = &p->blocks[place];
    TRY(zip_file_piece(p->zip, buffer_view(&b->packed), b->bytes.length, b->crc, e));
    buffer_clear(&b->bytes);
    buffer_clear(&b->packed);
    return ST_OK;
}

static status next_block(struct package *p, struct error *e)
{
    size_t place = 0;
    TRY(ordered_work_place(p->work, &place, e));
    p->filling = &p->blocks[place];
    return ST_OK;
}

static void send_block(struct package *p)
{
    ordered_work_send(p->work);
    p->filling = NULL;
}

// --- files -----------------------------------------------------------------------------------

status package_create(zip_sink *sink, void *argument, moment time, struct package **out,
                      struct error *e)
{
    struct package *p = calloc(1, sizeof *p);
    if (p == NULL) {
        return no_memory(e);
    }
    const struct ordered_work_calls calls = {pack_block, give_block, p};
    arena_init(&p->arena, 0);
    p->zip = zip_writer_create(sink, argument, time);
    bool made = p->zip != NULL;
    for (size_t i = 0; i < BLOCKS; i++) {
        buffer_init(&p->blocks[i].bytes, BLOCK_BYTES);
        buffer_init(&p->blocks[i].packed, 2 * BLOCK_BYTES);
        p->blocks[i].deflater = deflater_create();
        made = made && p->blocks[i].deflater != NULL;
    }
    status result =
        made ? ordered_work_create(query_pool(), BLOCKS, &calls, &p->work, e) : no_memory(e);
    if (result != ST_OK) {
        package_destroy(p);
        return result;
    }
    *out = p;
    return ST_OK;
}

void package_destroy(struct package *p)
{
    if (p == NULL) {
        return;
    }
    ordered_work_destroy(p->work); // before what its work touches
    for (size_t i = 0; i < BLOCKS; i++) {
        buffer_release(&p->blocks[i].bytes);
        buffer_release(&p->blocks[i].packed);
        deflater_destroy(p->blocks[i].deflater);
    }
    sha256_stream_destroy(p->hash);
    zip_writer_destroy(p->zip);
    arena_release(&p->arena);
    free(p->files);
    free(p);
}

static status make_room(struct package *p, struct error *e)
{
    if (p->count == MOST_FILES) {
        return error_set(e, ST_TOO_LARGE, "a package of more than %zu files", MOST_FILES);
    }
    if (p->count == p->room) {
        size_t room = MAX(2 * p->room, FIRST_FILES);
        struct package_file *more = realloc(p->files, room * sizeof *more);
        if (more == NULL) {
            return no_memory(e);
        }
        p->files = more;
        p->room = room;
    }
    return ST_OK;
}

status package_file_begin(struct package *p, string_view name, struct error *e)
{
    TRY(make_room(p, e));
    TRY(zip_file_begin(p->zip, name, e));
    sha256_stream_destroy(p->hash);
    p->hash = sha256_stream_create();
    p->files[p->count] = (struct package_file){.name = arena_copy(&p->arena, name)};
    return p->hash == NULL ? no_memory(e) : ST_OK;
}

status package_write(void *package, string_view bytes, struct error *e)
{
    struct package *p = package;
    sha256_stream_add(p->hash, bytes.bytes, bytes.length);
    p->files[p->count].bytes += bytes.length;
    while (bytes.length > 0) {
        if (p->filling == NULL) {
            TRY(next_block(p, e));
        }
        size_t taken = MIN(bytes.length, BLOCK_BYTES - p->filling->bytes.length);
        buffer_append(&p->filling->bytes, bytes.bytes, taken);
        TRY(buffer_check(&p->filling->bytes, "a block of a package", e));
        bytes = sv_slice(bytes, taken, SIZE_MAX);
        if (p->filling->bytes.length == BLOCK_BYTES) {
            send_block(p);
        }
    }
    return ST_OK;
}

status package_file_end(struct package *p, struct error *e)
{
    if (p->filling != NULL) {
        send_block(p);
    }
    TRY(ordered_work_drain(p->work, e));
    sha256_stream_finish(p->hash, &p->files[p->count].hash);
    p->count++;
    return zip_file_end(p->zip, e);
}

status package_file(struct package *p, string_view name, string_view bytes, struct error *e)
{
    TRY(package_file_begin(p, name, e));
    TRY(package_write(p, bytes, e));
    return package_file_end(p, e);
}

status package_file_stored(struct package *p, string_view name, string_view bytes, struct error *e)
{
    TRY(make_room(p, e));
    p->files[p->count] =
        (struct package_file){.name = arena_copy(&p->arena, name), .bytes = bytes.length};
    sha256_of(bytes.bytes, bytes.length, &p->files[p->count].hash);
    p->count++;
    return zip_file_stored(p->zip, name, bytes, e);
}

const struct package_file *package_files(const struct package *p, size_t *count)
{
    *count = p->count;
    return p->files;
}

status package_finish(struct package *p, struct error *e)
{
    return zip_finish(p->zip, e);
}
