// SPDX-License-Identifier: Apache-2.0
// Reading, mapping and durable writing of files.
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/fs.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

// Files go out in whole pieces of this size, which begin at multiples of it: so file systems that
// can keep them in huge pages, which readers then map as such.
#define WRITER_BUFFER_SIZE ((size_t)2 << 20)
#define DEEPEST_FOLDER     32
#define SHARE_SPARE        20 // a part of a disk that is left free, one in so many
#define FETCH_PIECE        ((uintptr_t)1 << 20)

static _Atomic long fault_countdown;
static _Atomic int fault_error;

__attribute__((constructor)) static void read_fault_from_environment(void)
{
    const char *text = getenv("VITRINE_FAULT");
    if (text == NULL) {
        return;
    }
    char *end = NULL;
    long n = strtol(text, &end, 10);
    if (end != text && *end == ':') {
        file_inject_fault(n, (int)strtol(end + 1, NULL, 10));
    }
}

void file_inject_fault(long n, int error_number)
{
    atomic_store(&fault_error, error_number);
    atomic_store(&fault_countdown, n);
}

// True when the injected fault strikes now; errno is set.
static bool fault_strikes(void)
{
    if (atomic_load(&fault_countdown) <= 0 || atomic_fetch_sub(&fault_countdown, 1) != 1) {
        return false;
    }
    int error_number = atomic_load(&fault_error);
    if (error_number < 0) {
        (void)raise(SIGKILL);
    }
    errno = error_number;
    return true;
}

status file_read_in_arena(const char *path, size_t limit, struct arena *arena, string_view *out,
                          struct error *e)
{
    struct buffer bytes;
    buffer_init(&bytes, limit);
    status result = file_read(path, limit, &bytes, e);
    if (result == ST_OK) {
        string_view text = arena_copy(arena, buffer_view(&bytes));
        if (text.bytes == NULL) {
            result = error_set(e, ST_NO_MEMORY, "no memory for %s", path);
        } else {
            *out = text;
        }
    }
    buffer_release(&bytes);
    return result;
}

status file_open_read(const char *path, int *descriptor, struct error *e)
{
    int opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (opened < 0) {
        return errno == ENOENT ? error_set(e, ST_NOT_FOUND, "%s does not exist", path)
                               : error_set_errno(e, "cannot open %s", path);
    }
    *descriptor = opened;
    return ST_OK;
}

status file_map(const char *path, struct mapped_file *out, struct error *e)
{
    static const unsigned char nothing[1] = {0};
    int descriptor = -1;
    TRY(file_open_read(path, &descriptor, e));
    struct stat facts;
    if (fstat(descriptor, &facts) != 0) {
        (void)close(descriptor);
        return error_set_errno(e, "cannot read the size of %s", path);
    }
    if (!S_ISREG(facts.st_mode)) {
        (void)close(descriptor);
        return error_set(e, ST_IO,
                         "%s is not a plain file; write what a pipe gives to a file first", path);
    }
    if (facts.st_size == 0) {
        (void)close(descriptor);
        *out = (struct mapped_file){nothing, 0};
        return ST_OK;
    }
    void *bytes = mmap(NULL, (size_t)facts.st_size, PROT_READ, MAP_SHARED, descriptor, 0);
    (void)close(descriptor);
    if (bytes == MAP_FAILED) {
        return error_set_errno(e, "cannot map %s", path);
    }
    *out = (struct mapped_file){bytes, (size_t)facts.st_size};
    return ST_OK;
}

void file_unmap(struct mapped_file *m)
{
    if (m->length > 0) {
        (void)munmap((void *)(uintptr_t)m->bytes, m->length);
    }
    *m = (struct mapped_file){0};
}

void file_map_sparsely(const struct mapped_file *m)
{
    if (m->length > 0) {
        (void)madvise((void *)(uintptr_t)m->bytes, m->length, MADV_RANDOM);
    }
}

void file_map_fetch(const void *bytes, size_t length)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t from = (uintptr_t)bytes & ~(page - 1);
    uintptr_t end = (uintptr_t)bytes + length;
    // Of a longer piece the system would ask for the start alone.
    for (; from < end; from += FETCH_PIECE) {
        (void)madvise((void *)from, MIN(FETCH_PIECE, end - from), MADV_WILLNEED);
    }
}

status file_read(const char *path, size_t limit, struct buffer *out, struct error *e)
{
    struct mapped_file m;
    TRY(file_map(path, &m, e));
    status result = ST_OK;
    if (m.length > limit) {
        result = error_set(e, ST_TOO_LARGE, "%s is larger than %zu bytes", path, limit);
    } else {
        buffer_append(out, m.bytes, m.length);
        result = buffer_check(out, path, e);
    }
    file_unmap(&m);
    return result;
}

status file_read_some(int descriptor, void *bytes, size_t length, size_t *got, const char *name,
                      struct error *e)
{
    unsigned char *at = bytes;
    size_t total = 0;
    while (total < length) {
        ssize_t count = read(descriptor, at + total, MIN(length - total, (size_t)SSIZE_MAX));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return error_set_errno(e, "cannot read %s", name);
        }
        if (count == 0) {
            break;
        }
        total += (size_t)count;
    }
    *got = total;
    return ST_OK;
}

status file_write_all(int descriptor, const void *bytes, size_t length, const char *path,
                      struct error *e)
{
    const unsigned char *at = bytes;
    if (length > 0 && fault_strikes()) {
        // A torn write: half of it reaches the file before the trouble.
        int saved = errno;
        ssize_t torn = write(descriptor, at, length / 2);
        (void)torn;
        errno = saved;
        return error_set_errno(e, "cannot write %s", path);
    }
    while (length > 0) {
        ssize_t written = write(descriptor, at, MIN(length, (size_t)SSIZE_MAX));
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return error_set_errno(e, "cannot write %s", path);
        }
        at += written;
        length -= (size_t)written;
    }
    return ST_OK;
}

bool file_has_room(int descriptor)
{
    struct statvfs disk;
    return fstatvfs(descriptor, &disk) != 0 || disk.f_bavail > disk.f_blocks / SHARE_SPARE;
}

status file_sync(int descriptor, const char *path, struct error *e)
{
    if (fault_strikes() || fdatasync(descriptor) != 0) {
        return error_set_errno(e, "cannot make %s durable", path);
    }
    return ST_OK;
}

status folder_sync(const char *path, struct error *e)
{
    int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return error_set_errno(e, "cannot open folder %s", path);
    }
    status result = ST_OK;
    if (fault_strikes() || fsync(descriptor) != 0) {
        result = error_set_errno(e, "cannot make folder %s durable", path);
    }
    (void)close(descriptor);
    return result;
}

static status sync_parent(const char *path, struct error *e)
{
    char parent[PATH_SIZE];
    (void)snprintf(parent, sizeof parent, "%s", path);
    char *slash = strrchr(parent, '/');
    if (slash == NULL) {
        return folder_sync(".", e);
    }
    slash[slash == parent ? 1 : 0] = '\0';
    return folder_sync(parent, e);
}

static status path_too_long(const char *path, struct error *e)
{
    return error_set(e, ST_TOO_LARGE, "the path %.60s... is too long", path);
}

status file_replace(const char *path, const void *bytes, size_t length, struct error *e)
{
    char temporary[PATH_SIZE];
    int written = snprintf(temporary, sizeof temporary, "%s.new", path);
    if (written < 0 || (size_t)written >= sizeof temporary) {
        return path_too_long(path, e);
    }
    int descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0) {
        return error_set_errno(e, "cannot write %s", temporary);
    }
    status result = file_write_all(descriptor, bytes, length, temporary, e);
    if (result == ST_OK) {
        result = file_sync(descriptor, temporary, e);
    }
    (void)close(descriptor);
    if (result == ST_OK && (fault_strikes() || rename(temporary, path) != 0)) {
        result = error_set_errno(e, "cannot rename %s", temporary);
    }
    if (result != ST_OK) {
        (void)unlink(temporary);
        return result;
    }
    return sync_parent(path, e);
}

static status copy_bytes(int from, const char *name, int to, const char *path, struct error *e)
{
    unsigned char *block = malloc(WRITER_BUFFER_SIZE);
    if (block == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to copy %s", name);
    }
    status result = ST_OK;
    size_t got = WRITER_BUFFER_SIZE;
    while (result == ST_OK && got == WRITER_BUFFER_SIZE) {
        result = file_read_some(from, block, WRITER_BUFFER_SIZE, &got, name, e);
        if (result == ST_OK) {
            result = file_write_all(to, block, got, path, e);
        }
    }
    free(block);
    return result;
}

status file_copy(const char *from, const char *to, struct error *e)
{
    int source = -1;
    TRY(file_open_read(from, &source, e));
    int target = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (target < 0) {
        (void)close(source);
        return error_set_errno(e, "cannot write %s", to);
    }
    status result =
        ioctl(target, FICLONE, source) == 0 ? ST_OK : copy_bytes(source, from, target, to, e);
    if (result == ST_OK) {
        result = file_sync(target, to, e);
    }
    (void)close(source);
    (void)close(target);
    if (result != ST_OK) {
        (void)unlink(to);
    }
    return result;
}

status file_move(const char *from, const char *to, struct error *e)
{
    if (fault_strikes() || rename(from, to) != 0) {
        return error_set_errno(e, "cannot rename %s", from);
    }
    TRY(sync_parent(to, e));
    return sync_parent(from, e);
}

static status make_one_folder(const char *path, struct error *e)
{
    if (mkdir(path, 0755) == 0) {
        return ST_OK;
    }
    int saved = errno;
    struct stat facts;
    if (saved == EEXIST && stat(path, &facts) == 0 && S_ISDIR(facts.st_mode)) {
        return ST_OK;
    }
    errno = saved;
    return error_set_errno(e, "cannot make folder %s", path);
}

status folder_make(const char *path, struct error *e)
{
    char partial[PATH_SIZE];
    size_t length = strlen(path);
    if (length >= sizeof partial) {
        return path_too_long(path, e);
    }
    memcpy(partial, path, length + 1);
    for (size_t at = 1; at < length; at++) {
        if (partial[at] == '/') {
            partial[at] = '\0';
            TRY(make_one_folder(partial, e));
            partial[at] = '/';
        }
    }
    return make_one_folder(partial, e);
}

static status remove_entry(const char *path, int depth, struct error *e);

static status remove_children(const char *path, int depth, struct error *e)
{
    DIR *folder = opendir(path);
    if (folder == NULL) {
        return error_set_errno(e, "cannot open folder %s", path);
    }
    status result = ST_OK;
    for (struct dirent *entry = readdir(folder); entry != NULL && result == ST_OK;
         entry = readdir(folder)) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) {
            continue;
        }
        char child[PATH_SIZE];
        result = path_join(child, sizeof child, path, entry->d_name, e);
        if (result == ST_OK) {
            result = remove_entry(child, depth + 1, e);
        }
    }
    (void)closedir(folder);
    return result;
}

// Depth is bounded by DEEPEST_FOLDER, so the recursion is too.
static status remove_entry(const char *path, int depth, struct error *e)
{
    struct stat facts;
    if (lstat(path, &facts) != 0) {
        return errno == ENOENT ? ST_OK : error_set_errno(e, "cannot look at %s", path);
    }
    if (!S_ISDIR(facts.st_mode)) {
        return unlink(path) == 0 || errno == ENOENT ? ST_OK
                                                    : error_set_errno(e, "cannot remove %s", path);
    }
    if (depth > DEEPEST_FOLDER) {
        return error_set(e, ST_TOO_LARGE, "folder %s is nested too deep to remove", path);
    }
    TRY(remove_children(path, depth, e));
    return rmdir(path) == 0 || errno == ENOENT
               ? ST_OK
               : error_set_errno(e, "cannot remove folder %s", path);
}

status folder_remove(const char *path, struct error *e)
{
    return remove_entry(path, 0, e);
}

bool file_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

static int not_dots(const struct dirent *entry)
{
    return strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

status folder_list(const char *path, status (*visit)(const char *name, void *argument),
                   void *argument, struct error *e)
{
    struct dirent **entries = NULL;
    int count = scandir(path, &entries, not_dots, by_bytes);
    if (count < 0) {
        return error_set_errno(e, "cannot list folder %s", path);
    }
    status result = ST_OK;
    for (int i = 0; i < count; i++) {
        if (result == ST_OK) {
            result = visit(entries[i]->d_name, argument);
        }
        free(entries[i]);
    }
    free(entries);
    return result;
}

status path_join(char *out, size_t size, const char *folder, const char *name, struct error *e)
{
    size_t length = strlen(folder);
    const char *slash = length == 0 || folder[length - 1] == '/' ? "" : "/";
    int written = snprintf(out, size, "%s%s%s", folder, slash, name);
    if (written < 0 || (size_t)written >= size) {
        return error_set(e, ST_TOO_LARGE, "the path %.60s.../%.60s is too long", folder, name);
    }
    return ST_OK;
}

static status lock_with(const char *path, int operation, int *out, struct error *e)
{
    int descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0) {
        return error_set_errno(e, "cannot open lock %s", path);
    }
    while (flock(descriptor, operation) != 0) {
        if (errno == EINTR) {
            continue;
        }
        status result = errno == EWOULDBLOCK
                            ? error_set(e, ST_CONFLICT, "%s is locked by another process", path)
                            : error_set_errno(e, "cannot lock %s", path);
        (void)close(descriptor);
        return result;
    }
    *out = descriptor;
    return ST_OK;
}

status file_lock(const char *path, int *descriptor, struct error *e)
{
    return lock_with(path, LOCK_EX, descriptor, e);
}

status file_try_lock(const char *path, int *descriptor, struct error *e)
{
    return lock_with(path, LOCK_EX | LOCK_NB, descriptor, e);
}

void file_unlock(int descriptor)
{
    if (descriptor >= 0) {
        (void)close(descriptor);
    }
}

// --- folders under a lock ----------------------------------------------------------------------

status folder_list_locked(const char *path, const char *lock,
                          status (*visit)(const char *name, void *argument), void *argument,
                          struct error *e)
{
    char lock_path[PATH_SIZE];
    int descriptor = -1;
    if (!file_exists(path)) {
        return ST_OK;
    }
    TRY(path_join(lock_path, sizeof lock_path, path, lock, e));
    TRY(file_lock(lock_path, &descriptor, e));
    status result = folder_list(path, visit, argument, e);
    file_unlock(descriptor);
    return result;
}

struct clearing {
    const char *folder;
    const char *lock;
    const char *kept;
    struct error *e;
};

static status clear_file(const char *name, void *argument)
{
    const struct clearing *c = argument;
    char path[PATH_SIZE];
    if (strcmp(name, c->lock) == 0 || (c->kept != NULL && strcmp(name, c->kept) == 0)) {
        return ST_OK;
    }
    TRY(path_join(path, sizeof path, c->folder, name, c->e));
    return unlink(path) == 0 || errno == ENOENT ? ST_OK
                                                : error_set_errno(c->e, "cannot remove %s", path);
}

status folder_clear(const char *path, const char *lock, const char *kept, struct error *e)
{
    struct clearing c = {path, lock, kept, e};
    return folder_list_locked(path, lock, clear_file, &c, e);
}

status file_writer_open(struct file_writer *w, const char *path, struct error *e)
{
    *w = (struct file_writer){.descriptor = -1};
    if (strlen(path) >= sizeof w->path) {
        return path_too_long(path, e);
    }
    (void)snprintf(w->path, sizeof w->path, "%s", path);
    w->buffer = malloc(WRITER_BUFFER_SIZE);
    if (w->buffer == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to write %s", path);
    }
    w->descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (w->descriptor < 0) {
        free(w->buffer);
        w->buffer = NULL;
        return error_set_errno(e, "cannot write %s", path);
    }
    return ST_OK;
}

static status writer_flush(struct file_writer *w, struct error *e)
{
    size_t length = w->used;
    w->used = 0;
    return file_write_all(w->descriptor, w->buffer, length, w->path, e);
}

static void writer_keep(struct file_writer *w, const unsigned char *bytes, size_t length)
{
    if (length > 0) {
        memcpy(w->buffer + w->used, bytes, length);
        w->used += length;
    }
}

status file_writer_add(struct file_writer *w, const void *bytes, size_t length, struct error *e)
{
    const unsigned char *at = bytes;
    w->offset += length;
    if (w->used + length >= WRITER_BUFFER_SIZE) {
        size_t taken = w->used > 0 ? WRITER_BUFFER_SIZE - w->used : 0;
        writer_keep(w, at, taken);
        TRY(writer_flush(w, e));
        size_t whole = (length - taken) / WRITER_BUFFER_SIZE * WRITER_BUFFER_SIZE;
        TRY(file_write_all(w->descriptor, at + taken, whole, w->path, e));
        at += taken + whole;
        length -= taken + whole;
    }
    writer_keep(w, at, length);
    return ST_OK;
}

status file_writer_patch(struct file_writer *w, uint64_t offset, const void *bytes, size_t length,
                         struct error *e)
{
    TRY(writer_flush(w, e));
    if (fault_strikes()) {
        return error_set_errno(e, "cannot write %s", w->path);
    }
    const unsigned char *at = bytes;
    while (length > 0) {
        ssize_t written = pwrite(w->descriptor, at, length, (off_t)offset);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return error_set_errno(e, "cannot write %s", w->path);
        }
        at += written;
        offset += (uint64_t)written;
        length -= (size_t)written;
    }
    return ST_OK;
}

status file_writer_close(struct file_writer *w, bool durable, struct error *e)
{
    status result = writer_flush(w, e);
    if (result == ST_OK && durable) {
        result = file_sync(w->descriptor, w->path, e);
    }
    if (close(w->descriptor) != 0 && result == ST_OK) {
        result = error_set_errno(e, "cannot write %s", w->path);
    }
    free(w->buffer);
    w->buffer = NULL;
    w->descriptor = -1;
    if (result != ST_OK) {
        (void)unlink(w->path);
    }
    return result;
}

void file_writer_abandon(struct file_writer *w)
{
    if (w->descriptor >= 0) {
        (void)close(w->descriptor);
        (void)unlink(w->path);
    }
    free(w->buffer);
    *w = (struct file_writer){.descriptor = -1};
}
