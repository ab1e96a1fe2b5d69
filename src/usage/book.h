// SPDX-License-Identifier: Apache-2.0
// The book of uses: the file of events and the roll-ups beside it, kept together.
//   DATA/usage/events   DATA/usage/usage.sqlite   DATA/usage/lock
// Events go to the file first and then into the roll-ups, with the place that they reach; what a
// crash leaves between the two is added when the book is opened again. One writer at a time, by a
// lock; who erases (usage/erase.h) shares a second one with it, which it holds while it writes. Not
// thread-safe. Must not know: how uses are counted, HTTP.
#pragma once

#include "usage/rollups.h"

struct usage_book;

// `folder` is the data folder. ST_CONFLICT when another program has the book open for writing.
NODISCARD status usage_book_open(const char *folder, struct usage_book **out, struct error *e);
// Writes nothing more: what was added and not flushed is gone. NULL is fine.
void usage_book_close(struct usage_book *b);

// The number of a name, new or old; 0 for the empty one, and for one that was erased.
NODISCARD status usage_book_name(struct usage_book *b, enum usage_name kind, string_view text,
                                 uint32_t *out, struct error *e);
// Adds an event, to be flushed; those that wait take memory. ST_NO_MEMORY.
NODISCARD status usage_book_add(struct usage_book *b, const struct usage_event *event,
                                struct error *e);
// How many events wait to be flushed.
size_t usage_book_waiting(const struct usage_book *b);
// Writes what waits. When it fails, all of it still waits.
NODISCARD status usage_book_flush(struct usage_book *b, struct error *e);
struct rollups *usage_book_rollups(struct usage_book *b);

#define USAGE_FOLDER  "usage"
#define USAGE_EVENTS  "usage/events"
#define USAGE_ROLLUPS "usage/usage.sqlite"
#define USAGE_LOCK    "usage/lock"
#define USAGE_REWRITE "usage/rewrite" // the lock of whoever writes the two files
#define USAGE_DAMAGED ".damaged"      // behind the name of roll-ups that were moved aside
