// SPDX-License-Identifier: Apache-2.0
// Publications as others write them: CSL-JSON (Citation Style Language 1.0.2, which Crossref's
// works are near to) and CSV. What is read is a stranger's: texts are mended to one line of UTF-8
// and bounded. Must not know: stores, HTTP, what is kept of a publication.
#pragma once

#include "catalogue/literature.h"

#include <jansson.h>

#define LITERATURE_LIMIT_FILE  ((size_t)64 << 20) // bytes
#define LITERATURE_LIMIT_CITES ((size_t)10000)    // identifiers of one publication

struct literature_item {
    struct publication publication;
    const string_view *cites; // identifiers of what it used, as written
    size_t cite_count;
};

// One line of at most LITERATURE_LIMIT_TEXT bytes: control characters and blanks become one blank,
// bytes that are no UTF-8 U+FFFD. In the arena.
string_view literature_text(struct arena *arena, string_view text);
// The same of a string member, or of the first string of a list.
string_view literature_member(struct arena *arena, const json_t *object, const char *name);
// An http or https address, else "".
string_view literature_address(struct arena *arena, string_view text);
// One item of CSL-JSON; also Crossref's "message", whose lists of one text are read as the text.
// What it used stands in "custom": {"cites": ["10.1234/x", "INST 123"]} or "cites".
NODISCARD status literature_read_item(const json_t *item, struct arena *arena,
                                      struct literature_item *out, struct error *e);
// A file: CSL-JSON (an item or a list of them), or CSV with a header of doi, title, authors, year,
// venue, type, url, cites (identifiers with " | " between). `skipped` hears of what has neither DOI
// nor title, by number from 1. ST_BAD_DATA for a file that is neither.
typedef void literature_skipped(void *argument, size_t number, const char *why);
NODISCARD status literature_read_file(string_view text, struct arena *arena,
                                      literature_skipped *skipped, void *argument,
                                      struct literature_item **out, size_t *count, struct error *e);
