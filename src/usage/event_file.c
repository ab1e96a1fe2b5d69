// SPDX-License-Identifier: Apache-2.0
// Adding and reading frames.
#include "usage/event_file.h"

#include "base/file.h"
#include "base/hash.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_BEGINS  "VITRINE USAGE 1\n"
#define FILE_HEAD    ((size_t)16)
#define FRAME_MAGIC  0x45535556u // "VUSE"
#define FRAME_HEAD   ((size_t)24)
#define CHECKED_HEAD ((size_t)16) // of the head, by the checksum

static void put32(unsigned char *out, uint32_t value)
{
    for (size_t i = 0; i < 4; i++) {
        out[i] = (unsigned char)(value >> (8 * i));
    }
}

static uint32_t get32(const unsigned char *in)
{
    return (uint32_t)in[0] | (uint32_t)in[1] << 8 | (uint32_t)in[2] << 16 | (uint32_t)in[3] << 24;
}

static uint64_t get64(const unsigned char *in)
{
    return (uint64_t)get32(in) | (uint64_t)get32(in + 4) << 32;
}

// --- names -----------------------------------------------------------------------------------

size_t usage_name_told(enum usage_name kind, string_view text)
{
    size_t slash = sv_find(text, '/');
    return kind == NAME_PERSON                          ? 0
           : kind == NAME_RECORD && slash < text.length ? slash + 1
                                                        : text.length;
}

bool usage_name_is_erased(enum usage_name kind, string_view text)
{
    size_t at = usage_name_told(kind, text);
    return at < text.length && text.bytes[at] == USAGE_ERASED;
}

uint64_t usage_name_hash(enum usage_name kind, string_view text)
{
    uint64_t parts[2] = {kind, hash_bytes(text.bytes, text.length)};
    return hash_bytes(parts, sizeof parts) | 1;
}

// --- reading ---------------------------------------------------------------------------------

struct frame {
    unsigned kind;
    size_t count;
    const unsigned char *body;
    size_t length;
};

// The frame at the start of `bytes`; false when it is not whole and sound.
static bool frame_at(const unsigned char *bytes, size_t available, struct frame *out)
{
    if (available < FRAME_HEAD || get32(bytes) != FRAME_MAGIC) {
        return false;
    }
    *out =
        (struct frame){get32(bytes + 4), get32(bytes + 8), bytes + FRAME_HEAD, get32(bytes + 12)};
    if (out->length > USAGE_FRAME_BYTES || available - FRAME_HEAD < out->length ||
        out->count > USAGE_FRAME_EVENTS) {
        return false;
    }
    uint64_t sums[2] = {hash_bytes(bytes, CHECKED_HEAD), hash_bytes(out->body, out->length)};
    return hash_bytes(sums, sizeof sums) == get64(bytes + CHECKED_HEAD);
}

static status bad_frame(struct error *e)
{
    return error_set(e, ST_CORRUPT, "a frame of the events of use holds what nobody wrote");
}

// The next name of a frame's body, from *at on; false at its end, and where nobody wrote it.
static bool next_name(const struct frame *f, size_t *at, enum usage_name *kind, string_view *text)
{
    if (f->length - *at < 3) {
        return false;
    }
    size_t length = (size_t)f->body[*at + 1] | (size_t)f->body[*at + 2] << 8;
    *kind = (enum usage_name)f->body[*at];
    *text = (string_view){(const char *)f->body + *at + 3, length};
    if (f->length - *at - 3 < length || *kind < NAME_DATASET || *kind > NAME_PERSON) {
        return false;
    }
    *at += 3 + length;
    return true;
}

static status tell_names(const struct frame *f, const struct event_visitor *v, struct error *e)
{
    size_t at = 0;
    for (size_t i = 0; i < f->count; i++) {
        enum usage_name kind = NAME_DATASET;
        string_view text = {0};
        if (!next_name(f, &at, &kind, &text)) {
            return bad_frame(e);
        }
        TRY(v->name(v->argument, kind, text, e));
    }
    return at == f->length ? ST_OK : bad_frame(e);
}

static status tell_events(const struct frame *f, const struct event_visitor *v, struct error *e)
{
    if (f->length != f->count * USAGE_EVENT_BYTES) {
        return bad_frame(e);
    }
    for (size_t i = 0; i < f->count; i++) {
        struct usage_event event;
        if (!usage_event_decode(f->body + i * USAGE_EVENT_BYTES, &event)) {
            return bad_frame(e);
        }
        TRY(v->event(v->argument, &event, e));
    }
    return ST_OK;
}

static status tell_frame(const struct frame *f, const struct event_visitor *v, struct error *e)
{
    switch (f->kind) {
    case USAGE_FRAME_OF_NAMES:
        return tell_names(f, v, e);
    case USAGE_FRAME_OF_EVENTS:
        return tell_events(f, v, e);
    default:
        return bad_frame(e);
    }
}

static status read_mapped(const struct mapped_file *m, uint64_t from, const struct event_visitor *v,
                          uint64_t *end, struct error *e)
{
    struct frame frame;
    size_t at = from == 0 ? FILE_HEAD : (size_t)MIN(from, (uint64_t)m->length);
    while (at < m->length && frame_at(m->bytes + at, m->length - at, &frame)) {
        TRY(tell_frame(&frame, v, e));
        at += FRAME_HEAD + frame.length;
        TRY(v->frame(v->argument, at, e));
    }
    *end = at;
    return ST_OK;
}

status event_file_read(const char *path, uint64_t from, const struct event_visitor *visitor,
                       uint64_t *end, struct error *e)
{
    struct mapped_file m;
    *end = 0;
    if (!file_exists(path)) {
        return ST_OK;
    }
    TRY(file_map(path, &m, e));
    status result = ST_OK;
    if (m.length >= FILE_HEAD && memcmp(m.bytes, FILE_BEGINS, FILE_HEAD) != 0) {
        result =
            error_set(e, ST_CORRUPT, "%s holds no events of use that this program can read", path);
    } else if (m.length >= FILE_HEAD) {
        result = read_mapped(&m, from, visitor, end, e);
    }
    file_unmap(&m);
    if (result != ST_OK) {
        error_prefix(e, "%s", path);
    }
    return result;
}

// --- writing ---------------------------------------------------------------------------------

status event_file_cut(struct event_file *f, uint64_t length, struct error *e)
{
    if (length < FILE_HEAD) { // new, or cut within its first bytes
        if (ftruncate(f->descriptor, 0) != 0 || lseek(f->descriptor, 0, SEEK_SET) != 0) {
            return error_set_errno(e, "cannot begin %s", f->path);
        }
        f->length = 0;
        TRY(file_write_all(f->descriptor, FILE_BEGINS, FILE_HEAD, f->path, e));
        f->length = FILE_HEAD;
        return ST_OK;
    }
    if (ftruncate(f->descriptor, (off_t)length) != 0 ||
        lseek(f->descriptor, (off_t)length, SEEK_SET) < 0) {
        return error_set_errno(e, "cannot cut %s", f->path);
    }
    f->length = length;
    return ST_OK;
}

status event_file_open(const char *path, struct event_file *out, struct error *e)
{
    struct stat facts;
    *out = (struct event_file){.descriptor = -1};
    if (strlen(path) >= sizeof out->path) {
        return error_set(e, ST_INVALID, "the path of the events of use is too long");
    }
    (void)snprintf(out->path, sizeof out->path, "%s", path);
    out->descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0640);
    if (out->descriptor < 0 || fstat(out->descriptor, &facts) != 0) {
        event_file_close(out);
        return error_set_errno(e, "cannot open %s", path);
    }
    out->length = (uint64_t)facts.st_size;
    return ST_OK;
}

void event_file_close(struct event_file *f)
{
    if (f->descriptor >= 0) {
        (void)close(f->descriptor);
    }
    f->descriptor = -1;
}

static void make_head(unsigned char head[FRAME_HEAD], unsigned kind, size_t count, string_view body)
{
    put32(head, FRAME_MAGIC);
    put32(head + 4, kind);
    put32(head + 8, (uint32_t)count);
    put32(head + 12, (uint32_t)body.length);
    uint64_t sums[2] = {hash_bytes(head, CHECKED_HEAD), hash_bytes(body.bytes, body.length)};
    uint64_t sum = hash_bytes(sums, sizeof sums);
    put32(head + 16, (uint32_t)sum);
    put32(head + 20, (uint32_t)(sum >> 32));
}

status event_file_add(struct event_file *f, unsigned kind, size_t count, string_view body,
                      struct error *e)
{
    unsigned char head[FRAME_HEAD];
    make_head(head, kind, count, body);
    // Whatever an earlier failure left behind what is whole goes first.
    if (f->length < FILE_HEAD || lseek(f->descriptor, 0, SEEK_END) != (off_t)f->length) {
        TRY(event_file_cut(f, f->length, e));
    }
    TRY(file_write_all(f->descriptor, head, sizeof head, f->path, e));
    TRY(file_write_all(f->descriptor, body.bytes, body.length, f->path, e));
    f->length += sizeof head + body.length;
    return ST_OK;
}

void event_file_put_name(struct buffer *body, enum usage_name kind, string_view text)
{
    text = sv_slice(text, 0, USAGE_NAME_BYTES);
    buffer_append_byte(body, (char)kind);
    buffer_append_byte(body, (char)(text.length & 0xff));
    buffer_append_byte(body, (char)(text.length >> 8));
    buffer_append_view(body, text);
}

// --- erasing ---------------------------------------------------------------------------------

// Blanks the names of a frame that go in `body`, a copy of its body; NULL: they are only counted.
static status blank_names(const struct frame *f, const struct event_names *names, char *body,
                          uint64_t *count, struct error *e)
{
    size_t at = 0;
    enum usage_name kind = NAME_DATASET;
    string_view text = {0};
    while (next_name(f, &at, &kind, &text)) {
        size_t told = usage_name_told(kind, text);
        bool goes = false;
        if (told < text.length && text.bytes[told] != USAGE_ERASED) {
            TRY(names->goes(names->argument, kind, text, &goes, e));
        }
        *count += goes;
        if (goes && body != NULL) {
            memset(body + at - text.length + told, USAGE_ERASED, text.length - told);
        }
    }
    return ST_OK;
}

status event_names_erase(struct buffer *body, const struct event_names *names, struct error *e)
{
    uint64_t count = 0;
    const struct frame frame = {.body = (const unsigned char *)body->bytes, .length = body->length};
    return blank_names(&frame, names, body->bytes, &count, e);
}

static status rewrite_frame(const struct frame *f, const struct event_names *names,
                            struct buffer *body, struct file_writer *w, struct error *e)
{
    unsigned char head[FRAME_HEAD];
    uint64_t count = 0;
    buffer_clear(body);
    buffer_append(body, f->body, f->length);
    TRY(buffer_check(body, "a frame of events of use", e));
    if (f->kind == USAGE_FRAME_OF_NAMES) {
        TRY(blank_names(f, names, body->bytes, &count, e));
    }
    make_head(head, f->kind, f->count, buffer_view(body));
    TRY(file_writer_add(w, head, sizeof head, e));
    return file_writer_add(w, body->bytes, body->length, e);
}

// What is behind the last whole frame was never told, and stays away.
static status rewrite_frames(const struct mapped_file *m, const struct event_names *names,
                             struct file_writer *w, struct error *e)
{
    struct frame frame;
    struct buffer body;
    buffer_init(&body, USAGE_FRAME_BYTES);
    status result = file_writer_add(w, m->bytes, FILE_HEAD, e);
    for (size_t at = FILE_HEAD; result == ST_OK && frame_at(m->bytes + at, m->length - at, &frame);
         at += FRAME_HEAD + frame.length) {
        result = rewrite_frame(&frame, names, &body, w, e);
    }
    buffer_release(&body);
    return result;
}

static status count_frames(const struct mapped_file *m, const struct event_names *names,
                           uint64_t *count, struct error *e)
{
    struct frame frame;
    for (size_t at = FILE_HEAD; at < m->length && frame_at(m->bytes + at, m->length - at, &frame);
         at += FRAME_HEAD + frame.length) {
        if (frame.kind == USAGE_FRAME_OF_NAMES) {
            TRY(blank_names(&frame, names, NULL, count, e));
        }
    }
    return ST_OK;
}

static status rewrite_file(const char *path, const struct mapped_file *m,
                           const struct event_names *names, struct error *e)
{
    char fresh[PATH_SIZE + 8];
    struct file_writer w;
    (void)snprintf(fresh, sizeof fresh, "%s.new", path);
    (void)unlink(fresh);
    TRY(file_writer_open(&w, fresh, e));
    status result = rewrite_frames(m, names, &w, e);
    if (result != ST_OK) {
        file_writer_abandon(&w);
        return result;
    }
    TRY(file_writer_close(&w, true, e));
    return file_move(fresh, path, e);
}

status event_file_erase(const char *path, const struct event_names *names, bool look,
                        uint64_t *count, struct error *e)
{
    struct mapped_file m;
    *count = 0;
    if (!file_exists(path)) {
        return ST_OK;
    }
    TRY(file_map(path, &m, e));
    status result = ST_OK;
    if (m.length >= FILE_HEAD && memcmp(m.bytes, FILE_BEGINS, FILE_HEAD) == 0) {
        result = count_frames(&m, names, count, e);
        if (result == ST_OK && *count > 0 && !look) {
            result = rewrite_file(path, &m, names, e);
        }
    }
    file_unmap(&m);
    return result;
}

status event_file_follow(struct event_file *f, struct error *e)
{
    struct stat own;
    struct stat there;
    if (fstat(f->descriptor, &own) != 0 || stat(f->path, &there) != 0 ||
        (own.st_ino == there.st_ino && own.st_dev == there.st_dev)) {
        return ST_OK;
    }
    struct event_file fresh;
    TRY(event_file_open(f->path, &fresh, e));
    (void)close(f->descriptor);
    f->descriptor = fresh.descriptor;
    return ST_OK; // its length is the same
}

status event_file_sync(struct event_file *f, struct error *e)
{
    return file_sync(f->descriptor, f->path, e);
}
