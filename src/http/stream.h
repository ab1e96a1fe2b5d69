// SPDX-License-Identifier: Apache-2.0
// The bytes of an answer on their way from the thread that makes them to the thread that sends
// them. What is made waits when the client is behind, so an answer of any length takes a megabyte
// or two. Must not know: the HTTP library, what the bytes are.
#pragma once

#include "base/buffer.h"

#define HTTP_STREAM_BYTES ((size_t)1 << 20) // made and not yet taken, about

struct http_stream;

// `wake` is called from the making thread when the sender, who found nothing, should look again.
NODISCARD status http_stream_create(void (*wake)(void *argument), void *argument,
                                    struct http_stream **out, struct error *e);
void http_stream_destroy(struct http_stream *s); // NULL is fine; both sides are done

// --- the maker's side
// Gives bytes on, waiting while there are too many; `given_up` is asked now and then while it
// waits. ST_CANCELLED when the client has gone or `given_up` says so.
NODISCARD status http_stream_write(struct http_stream *s, string_view bytes, struct error *e);
void http_stream_set_given_up(struct http_stream *s, bool (*given_up)(void *argument),
                              void *argument);
// Nothing more comes; failed: what came is not the whole answer.
void http_stream_end(struct http_stream *s, bool failed);
// Whether the sender is done with it.
bool http_stream_is_closed(struct http_stream *s);

// --- the sender's side
enum http_stream_state {
    HTTP_STREAM_BYTES_GIVEN,
    HTTP_STREAM_WAITS,
    HTTP_STREAM_ENDED,
    HTTP_STREAM_FAILED
};
// Takes up to `most` bytes. When there are none yet `sleep` is called, under the stream's lock, and
// `wake` will be called once.
enum http_stream_state http_stream_take(struct http_stream *s, char *out, size_t most,
                                        size_t *given, void (*sleep)(void *argument),
                                        void *argument);
void http_stream_close(struct http_stream *s);          // the client has gone, or has all
uint64_t http_stream_sent(const struct http_stream *s); // bytes taken; the sender's to ask
