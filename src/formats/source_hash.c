// SPDX-License-Identifier: Apache-2.0
// The SHA-256 of a file or folder.
#include "formats/source_hash.h"

#include "base/file.h"
#include "base/hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK_SIZE     ((size_t)1 << 18) // stays in the cache between reading and hashing
#define DEEPEST_FOLDER 16

struct hashing {
    const atomic_bool *stopped; // or NULL
    struct sha256_stream *stream;
    unsigned char *block;
    char path[PATH_SIZE]; // of the file or folder at hand
    size_t root_length;   // of the part of it that does not count
    size_t depth;
    struct error *e;
};

static status hash_file(struct hashing *h)
{
    int descriptor = -1;
    TRY(file_open_read(h->path, &descriptor, h->e));
    status result = ST_OK;
    size_t got = BLOCK_SIZE;
    while (result == ST_OK && got == BLOCK_SIZE) {
        if (h->stopped != NULL && atomic_load(h->stopped)) {
            result = error_set(h->e, ST_CANCELLED, "hashing %s was stopped", h->path);
            break;
        }
        result = file_read_some(descriptor, h->block, BLOCK_SIZE, &got, h->path, h->e);
        if (result == ST_OK) {
            sha256_stream_add(h->stream, h->block, got);
        }
    }
    (void)close(descriptor);
    return result;
}

static status visit_entry(const char *name, void *argument);

static status hash_entry(struct hashing *h)
{
    struct stat facts;
    if (lstat(h->path, &facts) != 0) {
        return error_set_errno(h->e, "cannot look at %s", h->path);
    }
    if (S_ISDIR(facts.st_mode)) {
        if (h->depth == DEEPEST_FOLDER) {
            return error_set(h->e, ST_BAD_DATA, "%s is nested too deep", h->path);
        }
        h->depth++;
        char folder[PATH_SIZE];
        memcpy(folder, h->path, sizeof folder);
        status result = folder_list(folder, visit_entry, h, h->e);
        h->depth--;
        return result;
    }
    if (!S_ISREG(facts.st_mode)) {
        return ST_OK; // links and the like are not read either
    }
    const char *name = h->path + h->root_length;
    sha256_stream_add(h->stream, name, strlen(name) + 1);
    char size[24];
    int length = snprintf(size, sizeof size, "%llu", (unsigned long long)facts.st_size);
    sha256_stream_add(h->stream, size, (size_t)length + 1);
    return hash_file(h);
}

static status visit_entry(const char *name, void *argument)
{
    struct hashing *h = argument;
    size_t length = strlen(h->path);
    char folder[PATH_SIZE];
    memcpy(folder, h->path, length + 1);
    TRY(path_join(h->path, sizeof h->path, folder, name, h->e));
    status result = hash_entry(h);
    h->path[length] = '\0';
    return result;
}

static status hash_input(struct hashing *h, const char *path, struct error *e)
{
    size_t length = strlen(path);
    if (length >= sizeof h->path) {
        return error_set(e, ST_INVALID, "the path is longer than %d bytes", PATH_SIZE);
    }
    memcpy(h->path, path, length + 1);
    h->root_length = length + (length > 0 && path[length - 1] == '/' ? 0 : 1);
    struct stat facts;
    if (stat(path, &facts) == 0 && S_ISDIR(facts.st_mode)) {
        return folder_list(path, visit_entry, h, e);
    }
    return hash_file(h);
}

status source_hash(const char *path, const atomic_bool *stopped, char out[65], struct error *e)
{
    struct hashing *h = calloc(1, sizeof *h);
    unsigned char *block = malloc(BLOCK_SIZE);
    struct sha256_stream *stream = sha256_stream_create();
    status result = ST_OK;
    if (h == NULL || block == NULL || stream == NULL) {
        result = error_set(e, ST_NO_MEMORY, "out of memory for hashing %s", path);
    } else {
        h->stopped = stopped;
        h->stream = stream;
        h->block = block;
        h->e = e;
        result = hash_input(h, path, e);
    }
    if (result == ST_OK) {
        struct sha256 hash;
        sha256_stream_finish(stream, &hash);
        sha256_to_hex(&hash, out);
    }
    sha256_stream_destroy(stream);
    free(block);
    free(h);
    return result;
}
