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
    string_view linked;      // address of the same as JSON-LD; empty for none
    string_view feed;        // address of its changes as Atom; empty for none
    bool noindex;            // rule K2; a demo is never indexed (rule L1)
    const char *section;     // "search", "datasets", "about", "api" or ""; marks the navigation
    bool search_form;        // the small search box in the masthead
    bool wide;               // a table of records takes the room there is
    bool tells_future;       // the page calls page_future itself, in the part that scripts replace
};

void page_begin(struct page *p, const struct page_site *site, struct arena *arena,
                struct buffer *out, const struct page_head *head);
NODISCARD status page_end(struct page *p, struct error *e);

// The address of a file of the front end by its logical name ("app.css"), with its hash.
string_view page_asset(struct page *p, const char *logical_name);

// Links a style sheet of the front end that only this part of a page needs, where the part begins.
void page_style(struct page *p, const char *logical_name);
// Digits for people, "1,204"; in the arena.
string_view page_grouped(struct page *p, uint64_t count);

// "1 June 2026", UTC; in the arena.
string_view page_date(struct page *p, moment m);
// "June 2026", UTC; in the arena.
string_view page_month(struct page *p, moment m);
// A <time> element that shows the date, the whole moment on hover.
void page_time(struct page *p, moment m);
// Milliseconds in digits: the exact form of a moment in addresses.
string_view page_moment_digits(struct page *p, moment m);

// More than stands beside other things: a word that no line holds, such as a key of a thousand
// characters, or pages of words.
bool page_is_long(string_view text);
// The text, or its start and "…" where it is long.
string_view page_start_of(struct page *p, string_view text);
// The text, folded to its start with a way to see all where it is long. Stands where flow content
// may.
void page_long_value(struct page *p, string_view text);

// "specimens" or "specimen", English, for say().
const char *kind_name(enum record_kind kind, uint64_t count);
// The same in the reader's language.
string_view page_kind(const struct page *p, enum record_kind kind, uint64_t count);
// What joins the last of a list: " and ", else ", "; nothing before the first.
string_view page_joint(const struct page *p, size_t index, size_t count);
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
// A search for programs, folded: `address` is the API's, whole ("https://..."); nothing when empty.
void page_code_samples(struct page *p, string_view address);
// Previous, page numbers, next. `state` keeps all but offset.
void page_pager(struct page *p, const struct address *state, uint64_t total, uint64_t limit,
                uint64_t offset);
// The bar that says an old version is shown, with the way to the newest.
void page_version_bar(struct page *p, moment version, string_view latest_address);
// What of the address asked nothing, and why.
void page_ignored(struct page *p, const struct ignored_parameter *ignored, size_t count);
// Says that the moment asked lies in the future, where it does.
void page_future(struct page *p);
// The digest of what the page is about, or the way to it, with how many rows were erased since.
void page_digest(struct page *p, const struct digest_line *line);
// An address as fields of a form, which the reader does not see.
void page_hidden_inputs(struct page *p, const struct address *address);
// The form of what follows, which stands outside of all other forms. NULL writes nothing.
void page_downloads_form(struct page *p, const struct download_part *part);
// What can be downloaded, with its links.
void page_downloads(struct page *p, const struct download_part *part);
// The same folded, of a search. NULL writes nothing.
void page_downloads_folded(struct page *p, const struct download_part *part);
// What readers may choose of a download, as fields of the form with that id.
void page_download_options(struct page *p, const struct download_options *options,
                           const char *form);
// How to cite it, with the same in PAGE_CITATIONS formats where there are any (NULL: none). Nothing
// for an empty citation.
void page_cite(struct page *p, string_view citation, const struct page_link *formats);
// The same of a search, whose sentence is asked for when it is wanted; `cited` ("?family=...") is
// what is given an identifier. NULL writes nothing.
// The forms that make what page_cite_search offers, outside of all other forms.
void page_cite_forms(struct page *p, string_view cited);
void page_cite_search(struct page *p, const struct page_link *formats, string_view cited);
