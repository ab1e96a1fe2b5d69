// SPDX-License-Identifier: Apache-2.0
// The program's own texts of pages, as the binary carries them: src/api/texts/NAME.md and
// NAME.LANGUAGE.md in Markdown, turned into C by the build (cmake/VitrineTexts.cmake). Immutable.
#pragma once

#include <stddef.h>

struct page_text {
    const char *name; // "privacy", "privacy.de"
    const unsigned char *bytes;
    size_t length;
};

extern const struct page_text page_texts[];
extern const size_t page_text_count;
