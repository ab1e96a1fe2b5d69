// SPDX-License-Identifier: Apache-2.0
// The file of events: frames behind each other, each with its checksum, only ever added to.
//   "VITRINE USAGE 1\n", then frames: magic, kind, count, length (each 4 bytes, little-endian),
//   XXH3 of these 16 bytes and the body (8 bytes), body
//   kind 1: names, numbered from 1 over the whole file: kind (1 byte), length (2 bytes), UTF-8;
//   of one that was erased what told of something is as many bytes 7f
//   kind 2: events (event.h)
// A frame is whole or not there: what a crash or a full disk left half is cut off when the file is
// opened for writing. One writer at a time; readers may read beside it. Must not know: what events
// are counted for.
#pragma once

#include "base/buffer.h"
#include "usage/event.h"

#define USAGE_FRAME_EVENTS ((size_t)1 << 16) // most of a frame
#define USAGE_NAME_BYTES   ((size_t)4096)    // most of a name
#define USAGE_FRAME_BYTES  ((size_t)16 << 20)

// What a name is of. Numbers stay in files.
enum usage_name {
    NAME_DATASET = 1, // its UUID
    NAME_FORMAT,      // "csv"
    NAME_RECORD,      // table's UUID, '/', key
    NAME_QUERY,       // the identifier of a citation
    NAME_PERSON,      // the slug of a person with a page (rule I1)
};

// What of a name tells of a record or a person, and may be erased (rule F5): behind a record's
// table; nothing of other names. Same length as the name's end.
size_t usage_name_told(enum usage_name kind, string_view text);
#define USAGE_ERASED '\x7f'
bool usage_name_is_erased(enum usage_name kind, string_view text);
uint64_t usage_name_hash(enum usage_name kind, string_view text); // never 0

struct event_file {
    int descriptor; // -1 when closed
    char path[4096];
    uint64_t length; // of what is whole
};

// Calls for what lies from a frame's start on, in order.
struct event_visitor {
    status (*name)(void *argument, enum usage_name kind, string_view text, struct error *e);
    status (*event)(void *argument, const struct usage_event *event, struct error *e);
    // A frame has been told; the next begins at `offset`.
    status (*frame)(void *argument, uint64_t offset, struct error *e);
    void *argument;
};

// Opens for writing, made when it is not there.
NODISCARD status event_file_open(const char *path, struct event_file *out, struct error *e);
void event_file_close(struct event_file *f);
// Tells the frames from offset `from` (0: the first) on, and where they end: at the file's end, or
// at the first that is not whole or not sound.
NODISCARD status event_file_read(const char *path, uint64_t from,
                                 const struct event_visitor *visitor, uint64_t *end,
                                 struct error *e);
// Erases each name that `goes` picks, by writing the file anew in its place: numbers, lengths and
// offsets stay. Nobody may add to it meanwhile; whoever has it open follows it before they do.
struct event_names {
    status (*goes)(void *argument, enum usage_name kind, string_view text, bool *out,
                   struct error *e);
    void *argument;
};
NODISCARD status event_file_erase(const char *path, const struct event_names *names, bool look,
                                  uint64_t *count, struct error *e);
// The same in the body of a frame of names that is not written yet.
NODISCARD status event_names_erase(struct buffer *body, const struct event_names *names,
                                   struct error *e);
// The file that lies at its path now, after an erasure.
NODISCARD status event_file_follow(struct event_file *f, struct error *e);
// Cuts the file behind its last whole frame.
NODISCARD status event_file_cut(struct event_file *f, uint64_t length, struct error *e);
// A frame of names or events. `body` holds `count` of them. When it fails the file is as before,
// or has a half frame behind it, which the next call takes away.
NODISCARD status event_file_add(struct event_file *f, unsigned kind, size_t count, string_view body,
                                struct error *e);
#define USAGE_FRAME_OF_NAMES  1u
#define USAGE_FRAME_OF_EVENTS 2u
// Adds a name to the body of a frame of names.
void event_file_put_name(struct buffer *body, enum usage_name kind, string_view text);
// Waits until the disk has what was added.
NODISCARD status event_file_sync(struct event_file *f, struct error *e);
