// SPDX-License-Identifier: Apache-2.0
// What a museum sets of its own pages, in the data folder's SITE: no code changes for it.
//   DATA/site/site.json     {"contact", "copyright", "logo", "enforcement", "tested", "reviewed",
//                            "colours": {"primary", "primaryDark"}}, every member optional
//   DATA/site/NAME.svg      the logo that "logo" names
//   DATA/site/pages/NAME.md, NAME.LANGUAGE.md   texts in place of the program's own
// Read once, when a server starts. Immutable then, so any thread may read it. Must not know: HTTP,
// pages.
#pragma once

#include "base/arena.h"
#include "base/status.h"
#include "base/string_view.h"

#define HOUSE_LIMIT_FILE  ((size_t)256 << 10) // bytes of a text, a logo, site.json
#define HOUSE_LIMIT_TEXTS ((size_t)100)

struct house_text {
    string_view name; // "about", "about.de"
    string_view markdown;
};

// A colour of the portal's, "#1f5b45", in either theme. Buttons and marks are drawn in it.
struct house_colours {
    char primary[8];      // on light paper; "" is the program's own
    char primary_dark[8]; // on dark paper
};

struct house {
    string_view contact;     // an e-mail address or an http(s) address; may be empty
    string_view copyright;   // a line for the footer; may be empty
    string_view enforcement; // address of who hears complaints about accessibility; may be empty
    string_view tested;      // dates of the accessibility statement (rule K1); may be empty
    string_view reviewed;
    string_view logo; // an SVG document; may be empty
    struct house_colours colours;
    const struct house_text *texts;
    size_t text_count;
    uint64_t state; // a hash of all of it
};

// The folder's; with empty members where it has no `site`. All lies in `arena`. ST_BAD_DATA naming
// the file and what to change: JSON that is none, a member that is not known, a colour that text
// cannot be read in (WCAG 2.2, 1.4.3: 4.5 to 1 against the paper), a logo that is no SVG.
NODISCARD status house_open(const char *folder, struct arena *arena, struct house *out,
                            struct error *e);

// The text of a name in a language ("" for English): the language's, else the English one, else
// the empty view.
string_view house_text(const struct house *h, string_view name, string_view language);

// Contrast of two colours "#rrggbb" (WCAG 2.2, contrast ratio), 1 to 21.
double colour_contrast(const char *one, const char *other);
