// SPDX-License-Identifier: Apache-2.0
// The frame around every page and the small parts that pages share: moments, kinds, badges, pager,
// bars. Must not know: any one page.
#pragma once

#include "api/pages/html.h"
#include "api/pages/model.h"

// What the functions of one page share while it is drawn.
struct page {
    struct html_writer w;
    struct arena *arena;
    const struct page_site *site;
};

struct page_head {
    string_view title;       // without the portal's name; empty on the home page
    string_view description; // for the meta element; cut at 300 bytes
    string_view canonical;   // path; empty for none
    bool noindex;            // rule K2; a demo is never indexed (rule L1)
    const char *section;     // "search", "datasets", "about", "api" or ""; marks the navigation
    bool search_form;        // the small search box in the masthead
};

void page_begin(struct page *p, const struct page_site *site, struct arena *arena,
                struct buffer *out, const struct page_head *head);
NODISCARD status page_end(struct page *p, struct error *e);

// The address of a file of the front end by its logical name ("app.css"), with its hash.
string_view page_asset(struct page *p, const char *logical_name);

// "1 June 2026", UTC; in the arena.
string_view page_date(struct page *p, moment m);
// A <time> element that shows the date, the whole moment on hover.
void page_time(struct page *p, moment m);
// Milliseconds in digits: the exact form of a moment in addresses.
string_view page_moment_digits(struct page *p, moment m);

// A word that no line holds, such as a key of a thousand characters.
bool page_has_long_word(string_view text);
// The text, or its start and "…" where it has such a word.
string_view page_start_of(struct page *p, string_view text);
// The text, folded to its start with a way to see all where it has such a word. Stands where flow
// content may.
void page_long_word(struct page *p, string_view text);

// "specimens" or "specimen".
const char *kind_name(enum record_kind kind, uint64_t count);
// "12 specimens", or "1 specimen". In the arena.
string_view kind_in_words(struct page *p, const struct kind_count *kind);
// "12 specimens and 3 index lots"; "no records" where all are 0. In the arena (rule C4).
string_view kinds_in_words(struct page *p, const struct holdings *holdings);

// The drawn plate (a symbol of plates.svg) that suits a subject; `size` is a class suffix.
void page_plate(struct page *p, enum record_kind kind, string_view subject);
// A bar of share part/whole, hidden from assistive software (the number stands beside it).
void page_bar(struct page *p, uint64_t part, uint64_t whole);
// A badge in the colours of type labels; nothing for an empty status.
void page_type_badge(struct page *p, string_view type_status);
// "Copy" button for the text of element `id` (works with scripts only, hidden without).
void page_copy_button(struct page *p, const char *id, const char *label);
// Previous, page numbers, next. `state` keeps all but offset.
void page_pager(struct page *p, const struct address *state, uint64_t total, uint64_t limit,
                uint64_t offset);
// The bar that says an old version is shown, with the way to the newest.
void page_version_bar(struct page *p, moment version, string_view latest_address);
