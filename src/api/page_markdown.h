// SPDX-License-Identifier: Apache-2.0
// Descriptions, which are Markdown (CommonMark 0.30), as HTML that a page may carry and as plain
// text. HTML in them is left out and so are links to scripts; pictures become links, since a page
// asks no other host for anything. Must not know: whose descriptions they are.
#pragma once

#include "base/arena.h"

// What is longer is cut there: a page is no place for it.
#define MARKDOWN_LIMIT ((size_t)64 << 10)

// HTML for inside a section whose heading is an <h2>. In the arena; empty for blank text.
NODISCARD status markdown_to_html(struct arena *arena, string_view markdown, string_view *out,
                                  struct error *e);

// The same for a page of its own, whose heading is the <h1>.
NODISCARD status markdown_to_page(struct arena *arena, string_view markdown, string_view *out,
                                  struct error *e);

// The words alone, on one line; cut after a word, with an ellipsis, where they are longer than
// `most` bytes. In the arena; empty when out of memory.
string_view markdown_to_line(struct arena *arena, string_view markdown, size_t most);
