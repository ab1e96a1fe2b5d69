// SPDX-License-Identifier: Apache-2.0
// How much downloads will be, to be begun at once or prepared in the background; and how far one is
// that is being prepared. Without scripts. Must not know: how they are made.
#pragma once

#include "api/pages/layout.h"

struct offered_download {
    const char *label;   // of the format, in English
    string_view address; // of the download
    uint64_t bytes;      // about
    double seconds;      // about
    bool kept;           // ready: bytes are exact
    bool few;            // the first 2,000 images alone tell how large it is
};

struct prepare_page {
    const struct page_site *site;
    uint64_t records;
    string_view search;              // address of what is found
    const struct address *again;     // of the page itself, but for
    struct download_options options; // these
    const struct offered_download *offers;
    size_t count;
    const struct ignored_parameter *ignored; // choices that are none
    size_t ignored_count;
    bool prepares;   // in the background
    bool sends_mail; // when it is ready
};

enum prepared_state { PREPARED_WAITING, PREPARED_MAKING, PREPARED_READY, PREPARED_FAILED };

struct prepared_page {
    const struct page_site *site;
    enum prepared_state state;
    uint64_t records;
    uint64_t bytes;    // so far
    uint64_t expected; // about
    unsigned percent;
    string_view download; // its address
    string_view until;    // "1 June 2026"; empty: not ended
    string_view trouble;  // why it failed
    string_view end;      // address that a form posts to, to end it
};

NODISCARD status page_prepare(const struct prepare_page *page, struct arena *arena,
                              struct buffer *out, struct error *e);
NODISCARD status page_prepared(const struct prepared_page *page, struct arena *arena,
                               struct buffer *out, struct error *e);
