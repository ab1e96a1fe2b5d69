// SPDX-License-Identifier: Apache-2.0
// Descriptions in Markdown (the part of CommonMark that descriptions use) as safe HTML: paragraphs,
// headings, lists, emphasis, code, links to http, https and mailto. HTML in the text is shown as
// text. Must not know: what is described.
#pragma once

#include "base/buffer.h"

// Headings become <h3>. Text is UTF-8.
void markdown_to_html(string_view text, struct buffer *out);
// The text without its marks, blanks and line breaks as one blank each, for one-line uses.
void markdown_to_plain(string_view text, struct buffer *out);
