// SPDX-License-Identifier: Apache-2.0
// Files: read whole, mapped, written durably, locked. The only place that makes system calls which
// can tear or fill a disk, and so the place where tests inject faults.
// Must not know: what the bytes mean.
#pragma once

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "base/string_view.h"

#include <sys/types.h>

// A read-only mapping of a whole file. Empty files map to length 0 with bytes non-NULL.
struct mapped_file {
    const unsigned char *bytes;
    size_t length;
};

// Plain files alone: of a pipe, device or folder ST_IO, at once.
NODISCARD status file_map(const char *path, struct mapped_file *out, struct error *e);
void file_unmap(struct mapped_file *m);
// A mapping that is looked into here and there: the system reads no more around a place than is
// asked of it; and a part of a mapping that is about to be read whole is asked for at once. Both
// are wishes.
void file_map_sparsely(const struct mapped_file *m);
void file_map_fetch(const void *bytes, size_t length);

// Reads a whole file of at most `limit` bytes into `out` (appended).
NODISCARD status file_read(const char *path, size_t limit, struct buffer *out, struct error *e);

// The same into an arena.
NODISCARD status file_read_in_arena(const char *path, size_t limit, struct arena *arena,
                                    string_view *out, struct error *e);

// Opens an existing file for reading from its start; the caller closes the descriptor. A pipe that
// nobody writes to is not waited for: who reads makes sure that it is a plain file.
NODISCARD status file_open_read(const char *path, int *descriptor, struct error *e);
// Reads until `length` bytes are there or the file ends, restarting after signals and short reads;
// *got < length only at the end. `name` is what messages call the file.
NODISCARD status file_read_some(int descriptor, void *bytes, size_t length, size_t *got,
                                const char *name, struct error *e);

// Writes all bytes at the descriptor's position, restarting after signals and short writes.
NODISCARD status file_write_all(int descriptor, const void *bytes, size_t length, const char *path,
                                struct error *e);

// Replaces `path` by `bytes`, durably: a temporary file beside it is written, fsynced, renamed, and
// the folder fsynced. After a crash the old or the new content is there, whole.
NODISCARD status file_replace(const char *path, const void *bytes, size_t length, struct error *e);

// Copies a plain file, durably; the folder of `to` is the caller's to sync. Blocks are shared where
// the file system can. What was half written is removed.
NODISCARD status file_copy(const char *from, const char *to, struct error *e);
// Moves within a file system, in one step, and makes that durable: both folders are synced.
NODISCARD status file_move(const char *from, const char *to, struct error *e);

// Whether a twentieth of the file's disk is free: what is left then is the store's. True where
// nobody knows.
bool file_has_room(int descriptor);

NODISCARD status file_sync(int descriptor, const char *path, struct error *e);
NODISCARD status folder_sync(const char *path, struct error *e);
// Makes a folder and its parents; fine when it is there. Not durable: sync the folder above it.
NODISCARD status folder_make(const char *path, struct error *e);
// Removes a folder with everything in it, not following links; fine when it is not there.
NODISCARD status folder_remove(const char *path, struct error *e);
bool file_exists(const char *path);

// Calls `visit(name, argument)` for each entry but . and .. in byte order of names; stops at the
// first failing visit and returns its status.
NODISCARD status folder_list(const char *path, status (*visit)(const char *name, void *argument),
                             void *argument, struct error *e);

// The same while nobody else holds the lock, a file of the folder; nothing where there is no
// folder.
NODISCARD status folder_list_locked(const char *path, const char *lock,
                                    status (*visit)(const char *name, void *argument),
                                    void *argument, struct error *e);
// Removes every file of a folder under its lock, but the lock and `kept` (NULL: no other).
NODISCARD status folder_clear(const char *path, const char *lock, const char *kept,
                              struct error *e);

// Joins with one '/' (an empty folder gives the name alone) into `out`; ST_TOO_LARGE when it does
// not fit.
NODISCARD status path_join(char *out, size_t size, const char *folder, const char *name,
                           struct error *e);
#define PATH_SIZE 4096

// An exclusive lock on a file (made when missing) that dies with its process (flock).
// file_lock waits; file_try_lock answers ST_CONFLICT at once when another holds it.
NODISCARD status file_lock(const char *path, int *descriptor, struct error *e);
NODISCARD status file_try_lock(const char *path, int *descriptor, struct error *e);
void file_unlock(int descriptor);

// A buffered, checksummed writer of a new file: bytes pass through a 1 MiB buffer.
struct file_writer {
    int descriptor;
    char path[PATH_SIZE];
    unsigned char *buffer; // owned
    size_t used;
    uint64_t offset; // bytes accepted so far
};

NODISCARD status file_writer_open(struct file_writer *w, const char *path, struct error *e);
NODISCARD status file_writer_add(struct file_writer *w, const void *bytes, size_t length,
                                 struct error *e);
// Overwrites bytes already accepted, at `offset`; flushes first.
NODISCARD status file_writer_patch(struct file_writer *w, uint64_t offset, const void *bytes,
                                   size_t length, struct error *e);
// Flushes, fsyncs when `durable` (the folder is the caller's to sync), closes. A file that could
// not be written whole is removed.
NODISCARD status file_writer_close(struct file_writer *w, bool durable, struct error *e);
// Closes and removes a half-written file.
void file_writer_abandon(struct file_writer *w);

// Test hook: fail the n-th write or sync from now (1 = the next) with the given errno value, or
// kill the process there when error_number is -1. 0 switches it off. Also set at start by the
// environment variable VITRINE_FAULT="n:errno". Not thread-safe to change while others write.
void file_inject_fault(long n, int error_number);
