// SPDX-License-Identifier: Apache-2.0
// A file is written under a lock and renamed when whole. Nothing is synced: what a crash of the
// machine leaves of it, its trailer gives away.
#include "portal/kept_packages.h"

#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER     "kept"
#define LOCK       "lock"
#define PART       ".part"
#define MAGIC      "VITKEPT1"
#define CHUNK      ((size_t)1 << 20) // written and checked at a time
#define MOST_FILES ((size_t)100000)

enum { VERIFIED = 512, LENGTHS = 1024 };

struct trailer {
    char magic[8];
    uint64_t length;
    uint64_t check; // of the chunks' checksums
    struct sha256 hash;
};

struct verified {
    struct sha256 name;
    uint64_t inode;
};

struct length_of {
    struct sha256 name;
    uint64_t length;
};

struct kept_packages {
    char folder[PATH_SIZE];
    struct kept_limits limits;
    pthread_mutex_t mutex; // guards the rest
    struct verified verified[VERIFIED];
    struct length_of lengths[LENGTHS];
    size_t verified_next;
    size_t length_next;
};

struct kept_writer {
    struct kept_packages *kept;
    struct sha256 name;
    char path[PATH_SIZE]; // of the part
    int descriptor;       // holds the lock
    uint64_t inode;
    struct buffer chunk;
    struct sha256_stream *hash;
    uint64_t length;
    uint64_t check;
};

// --- names -----------------------------------------------------------------------------------

static void path_of(const struct kept_packages *k, const struct sha256 *name, const char *behind,
                    char out[PATH_SIZE])
{
    char hex[65];
    sha256_to_hex(name, hex);
    (void)snprintf(out, PATH_SIZE, "%.*s/%s%s", PATH_SIZE - 80, k->folder, hex, behind);
}

static uint64_t inode_of(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0 ? (uint64_t)found.st_ino : 0;
}

static uint64_t add_check(uint64_t check, string_view chunk)
{
    const uint64_t both[2] = {check, hash_bytes(chunk.bytes, chunk.length)};
    return hash_bytes(both, sizeof both);
}

// --- opening ---------------------------------------------------------------------------------

// What a writer left that was killed; one at work holds its lock.
static status remove_stale(const char *name, void *argument)
{
    const struct kept_packages *k = argument;
    char path[PATH_SIZE];
    int descriptor = -1;
    if (!sv_ends_with(sv_from(name), SV(PART))) {
        return ST_OK;
    }
    TRY(path_join(path, sizeof path, k->folder, name, NULL));
    if (file_try_lock(path, &descriptor, NULL) == ST_OK) {
        (void)unlink(path);
        file_unlock(descriptor);
    }
    return ST_OK;
}

status kept_open(const char *data_folder, const struct kept_limits *limits,
                 struct kept_packages **out, struct error *e)
{
    struct kept_packages *k = calloc(1, sizeof *k);
    if (k == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to keep packages");
    }
    k->limits = *limits;
    (void)pthread_mutex_init(&k->mutex, NULL);
    status result = path_join(k->folder, sizeof k->folder, data_folder, FOLDER, e);
    if (result == ST_OK) {
        result = folder_make(k->folder, e);
    }
    if (result == ST_OK) {
        result = folder_list(k->folder, remove_stale, k, e);
    }
    if (result != ST_OK) {
        kept_close(k);
        return result;
    }
    *out = k;
    return ST_OK;
}

void kept_close(struct kept_packages *k)
{
    if (k != NULL) {
        (void)pthread_mutex_destroy(&k->mutex);
        free(k);
    }
}

// --- finding ---------------------------------------------------------------------------------

static bool is_verified(struct kept_packages *k, const struct sha256 *name, uint64_t inode)
{
    bool found = false;
    (void)pthread_mutex_lock(&k->mutex);
    for (size_t i = 0; i < VERIFIED && !found; i++) {
        found = k->verified[i].inode == inode && sha256_equal(&k->verified[i].name, name);
    }
    (void)pthread_mutex_unlock(&k->mutex);
    return found;
}

static void note_verified(struct kept_packages *k, const struct sha256 *name, uint64_t inode)
{
    (void)pthread_mutex_lock(&k->mutex);
    k->verified[k->verified_next++ % VERIFIED] = (struct verified){*name, inode};
    (void)pthread_mutex_unlock(&k->mutex);
}

static bool read_trailer(const struct mapped_file *file, struct trailer *out)
{
    if (file->length < sizeof *out) {
        return false;
    }
    memcpy(out, file->bytes + file->length - sizeof *out, sizeof *out);
    return memcmp(out->magic, MAGIC, sizeof out->magic) == 0 &&
           out->length == file->length - sizeof *out;
}

static bool is_whole(string_view bytes, uint64_t expected)
{
    uint64_t check = 0;
    for (size_t at = 0; at < bytes.length; at += CHUNK) {
        check = add_check(check, sv_slice(bytes, at, CHUNK));
    }
    return check == expected;
}

// Files are taken in the order of their times of change: a use sets it, unless it is held longer.
static void touch(const char *path, const struct stat *found)
{
    moment now = clock_now();
    if ((moment)found->st_mtim.tv_sec * 1000 < now) {
        (void)utimensat(AT_FDCWD, path, NULL, 0);
    }
}

status kept_find(struct kept_packages *k, const struct sha256 *name, struct kept_package *out,
                 struct error *e)
{
    char path[PATH_SIZE];
    struct stat found;
    struct trailer trailer = {.length = 0};
    path_of(k, name, "", path);
    if (stat(path, &found) != 0 || file_map(path, &out->file, NULL) != ST_OK) {
        return error_set(e, ST_NOT_FOUND, "this package is not kept");
    }
    bool good = read_trailer(&out->file, &trailer);
    out->bytes = (string_view){(const char *)out->file.bytes, good ? trailer.length : 0};
    out->hash = trailer.hash;
    if (good && !is_verified(k, name, found.st_ino)) {
        good = is_whole(out->bytes, trailer.check);
        if (good) {
            note_verified(k, name, found.st_ino);
        }
    }
    if (!good) {
        log_message(LOG_WARNING, "%s is damaged and made again when it is asked for", path);
        (void)unlink(path);
        file_unmap(&out->file);
        return error_set(e, ST_NOT_FOUND, "this package is not kept");
    }
    touch(path, &found);
    return ST_OK;
}

void kept_hold(struct kept_packages *k, const struct sha256 *name, moment until)
{
    char path[PATH_SIZE];
    const struct timespec then = {.tv_sec = (time_t)(until / 1000)};
    const struct timespec times[2] = {then, then};
    path_of(k, name, "", path);
    (void)utimensat(AT_FDCWD, path, times, 0);
}

bool kept_length(struct kept_packages *k, const struct sha256 *name, uint64_t *length)
{
    bool found = false;
    (void)pthread_mutex_lock(&k->mutex);
    for (size_t i = 0; i < LENGTHS && !found; i++) {
        found = k->lengths[i].length > 0 && sha256_equal(&k->lengths[i].name, name);
        *length = found ? k->lengths[i].length : 0;
    }
    (void)pthread_mutex_unlock(&k->mutex);
    return found;
}

void kept_note_length(struct kept_packages *k, const struct sha256 *name, uint64_t length)
{
    uint64_t known = 0;
    if (!kept_length(k, name, &known)) {
        (void)pthread_mutex_lock(&k->mutex);
        k->lengths[k->length_next++ % LENGTHS] = (struct length_of){*name, length};
        (void)pthread_mutex_unlock(&k->mutex);
    }
}

// --- room ------------------------------------------------------------------------------------

struct held_file {
    char name[72];
    int64_t used; // nanoseconds
    uint64_t bytes;
};

struct survey {
    const struct kept_packages *kept;
    struct held_file *files; // owned
    size_t count;
    uint64_t bytes;
};

static status survey_file(const char *name, void *argument)
{
    struct survey *s = argument;
    struct stat found;
    char path[PATH_SIZE];
    if (strlen(name) != 64 || s->count == MOST_FILES) {
        return ST_OK;
    }
    TRY(path_join(path, sizeof path, s->kept->folder, name, NULL));
    if (stat(path, &found) != 0) {
        return ST_OK;
    }
    struct held_file *grown = s->files;
    if ((s->count & (s->count - 1)) == 0) { // doubles at powers of two
        grown = realloc(s->files, MAX(2 * s->count, (size_t)16) * sizeof *grown);
    }
    if (grown == NULL) {
        return ST_NO_MEMORY;
    }
    s->files = grown;
    struct held_file *f = &s->files[s->count++];
    (void)snprintf(f->name, sizeof f->name, "%s", name);
    f->used = (int64_t)found.st_mtim.tv_sec * 1000000000 + found.st_mtim.tv_nsec;
    f->bytes = (uint64_t)found.st_size;
    s->bytes += f->bytes;
    return ST_OK;
}

static int by_use(const void *a, const void *b)
{
    int64_t left = ((const struct held_file *)a)->used;
    int64_t right = ((const struct held_file *)b)->used;
    return (left > right) - (left < right);
}

// Removes what was used longest ago until `wanted` bytes more may come.
static void make_room(const struct kept_packages *k, uint64_t wanted)
{
    struct survey s = {.kept = k};
    char path[PATH_SIZE];
    if (folder_list(k->folder, survey_file, &s, NULL) == ST_OK && s.count > 0) {
        qsort(s.files, s.count, sizeof *s.files, by_use);
    }
    for (size_t i = 0; i < s.count && s.bytes + wanted > k->limits.all; i++) {
        if (path_join(path, sizeof path, k->folder, s.files[i].name, NULL) == ST_OK) {
            (void)unlink(path);
        }
        s.bytes -= s.files[i].bytes;
    }
    free(s.files);
}

// --- writing ---------------------------------------------------------------------------------

static void free_writer(struct kept_writer *w)
{
    file_unlock(w->descriptor);
    buffer_release(&w->chunk);
    sha256_stream_destroy(w->hash);
    free(w);
}

void kept_abandon(struct kept_writer *w)
{
    if (w == NULL) {
        return;
    }
    if (w->inode != 0 && inode_of(w->path) == w->inode) {
        (void)unlink(w->path);
    }
    free_writer(w);
}

// The lock is on the file that bears the name now, not on one that was renamed in between.
static status take_part(struct kept_writer *w, struct error *e)
{
    struct stat locked;
    TRY(file_try_lock(w->path, &w->descriptor, e));
    if (fstat(w->descriptor, &locked) != 0 || (uint64_t)locked.st_ino != inode_of(w->path)) {
        return error_set(e, ST_CONFLICT, "this package is being written");
    }
    w->inode = (uint64_t)locked.st_ino;
    if (ftruncate(w->descriptor, 0) != 0) {
        return error_set_errno(e, "cannot write %s", w->path);
    }
    return ST_OK;
}

status kept_begin(struct kept_packages *k, const struct sha256 *name, struct kept_writer **out,
                  struct error *e)
{
    char whole[PATH_SIZE];
    if (k->limits.all == 0) {
        return error_set(e, ST_TOO_LARGE, "no packages are kept here");
    }
    path_of(k, name, "", whole);
    if (file_exists(whole)) {
        return error_set(e, ST_UNCHANGED, "this package is kept already");
    }
    struct kept_writer *w = calloc(1, sizeof *w);
    if (w == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to keep a package");
    }
    w->kept = k;
    w->name = *name;
    w->descriptor = -1;
    path_of(k, name, PART, w->path);
    buffer_init(&w->chunk, CHUNK);
    w->hash = sha256_stream_create();
    status result = w->hash == NULL ? error_set(e, ST_NO_MEMORY, "no memory to keep a package")
                                    : take_part(w, e);
    if (result != ST_OK) {
        kept_abandon(w);
        return result;
    }
    *out = w;
    return ST_OK;
}

static status write_chunk(struct kept_writer *w, struct error *e)
{
    string_view chunk = buffer_view(&w->chunk);
    if (!file_has_room(w->descriptor)) {
        return error_set(e, ST_IO, "the disk is nearly full: %s is given up", w->path);
    }
    w->check = add_check(w->check, chunk);
    TRY(file_write_all(w->descriptor, chunk.bytes, chunk.length, w->path, e));
    buffer_clear(&w->chunk);
    return ST_OK;
}

status kept_write(struct kept_writer *w, string_view bytes, struct error *e)
{
    const struct kept_limits *limits = &w->kept->limits;
    w->length += bytes.length;
    if (w->length > MIN(limits->each, limits->all)) {
        return error_set(e, ST_TOO_LARGE,
                         "a package of more than %llu MiB, the most that is kept here",
                         (unsigned long long)(MIN(limits->each, limits->all) >> 20));
    }
    sha256_stream_add(w->hash, bytes.bytes, bytes.length);
    while (bytes.length > 0) {
        size_t taken = MIN(bytes.length, CHUNK - w->chunk.length);
        buffer_append(&w->chunk, bytes.bytes, taken);
        TRY(buffer_check(&w->chunk, "a part of a package", e));
        bytes = sv_slice(bytes, taken, SIZE_MAX);
        if (w->chunk.length == CHUNK) {
            TRY(write_chunk(w, e));
        }
    }
    return ST_OK;
}

static status write_end(struct kept_writer *w, struct error *e)
{
    struct trailer trailer = {.length = w->length};
    memcpy(trailer.magic, MAGIC, sizeof trailer.magic);
    if (w->chunk.length > 0) {
        TRY(write_chunk(w, e));
    }
    trailer.check = w->check;
    sha256_stream_finish(w->hash, &trailer.hash);
    return file_write_all(w->descriptor, &trailer, sizeof trailer, w->path, e);
}

// Under the folder's lock, so that an erasure comes wholly before or wholly after.
static status put_in_place(struct kept_writer *w, bool (*is_current)(void *argument),
                           void *argument, struct error *e)
{
    char whole[PATH_SIZE];
    path_of(w->kept, &w->name, "", whole);
    if (inode_of(w->path) != w->inode || (is_current != NULL && !is_current(argument))) {
        return error_set(e, ST_CONFLICT, "records were erased while the package was made");
    }
    make_room(w->kept, w->length);
    return rename(w->path, whole) == 0 ? ST_OK : error_set_errno(e, "cannot name %s", whole);
}

status kept_finish(struct kept_writer *w, bool (*is_current)(void *argument), void *argument,
                   struct error *e)
{
    char path[PATH_SIZE];
    int lock = -1;
    status result = write_end(w, e);
    if (result == ST_OK) {
        result = path_join(path, sizeof path, w->kept->folder, LOCK, e);
    }
    if (result == ST_OK) {
        result = file_lock(path, &lock, e);
    }
    if (result == ST_OK) {
        result = put_in_place(w, is_current, argument, e);
        file_unlock(lock);
    }
    if (result != ST_OK) {
        kept_abandon(w);
        return result;
    }
    note_verified(w->kept, &w->name, w->inode);
    free_writer(w);
    return ST_OK;
}

// --- erasing ---------------------------------------------------------------------------------

status kept_clear(const char *data_folder, struct error *e)
{
    char folder[PATH_SIZE];
    TRY(path_join(folder, sizeof folder, data_folder, FOLDER, e));
    return folder_clear(folder, LOCK, NULL, e);
}
