// SPDX-License-Identifier: Apache-2.0
// How much a download will be, before it begins: rows exactly, bytes from a sample of its rows, in
// a few milliseconds. Must not know: how it is sent.
#pragma once

#include "api/download_answer.h"

struct kept_packages;

struct download_estimate {
    uint64_t records;
    uint64_t unpacked; // bytes of the records' files, about
    uint64_t bytes;    // of what is sent, about
    double seconds;    // until it is made, about, on a server that does nothing else
    bool kept;         // it is made already: bytes are exact
    bool sampled;      // bytes are told by a part of it
};

// `kept` may be NULL.
NODISCARD status download_estimate_make(const struct download_answer *a, struct kept_packages *kept,
                                        struct download_estimate *out, struct error *e);
// As members of a JSON object.
void download_estimate_write(const struct download_estimate *estimate, struct buffer *out);
