// SPDX-License-Identifier: Apache-2.0
// Pairs on their way into a sorter: a thread of the feed's own sorts them while the caller makes
// the next ones. Not thread-safe: one caller.
// Must not know: what keys and payloads are.
#pragma once

#include "base/buffer.h"
#include "base/sorter.h"

struct sorter_feed;

// `sorter` is borrowed, and the feed's alone until sorter_feed_finish or _destroy has returned. A
// pair is at most `most_bytes` long.
NODISCARD status sorter_feed_create(struct sorter *sorter, size_t most_bytes,
                                    struct sorter_feed **out, struct error *e);
// The buffer to append a pair to: the bytes of its key, then its payload.
struct buffer *sorter_feed_buffer(struct sorter_feed *f);
// Ends the pair, whose key is the first `key_length` of the bytes appended since the last one.
// `what` names it in messages, e.g. "a row". The failure of earlier pairs too.
NODISCARD status sorter_feed_add(struct sorter_feed *f, size_t key_length, const char *what,
                                 struct error *e);
// Waits until all pairs are in the sorter. No pair may be added afterwards.
NODISCARD status sorter_feed_finish(struct sorter_feed *f, struct error *e);
void sorter_feed_destroy(struct sorter_feed *f); // NULL is fine
