// SPDX-License-Identifier: Apache-2.0
// Writes HTML from templates whose gaps are escaped by where they stand: element text, attribute
// value, or address. The writer reads the literal parts as it copies them and so knows the place of
// each gap; a page cannot forget to escape. Must not know: what any page says.
//
// A gap is written {}. In text and attributes & < > " ' are escaped. A text that could turn the
// direction of its neighbours (base/bidi.h) is contained and isolated: in <bdi>, by characters
// where elements cannot stand, and not at all in a textarea. In href, src, action and formaction, a
// gap at the start of the value is a whole address: kept when it is relative, http, https or
// mailto, otherwise replaced by "#". A gap further on is one component: every byte but RFC 3986
// unreserved is percent-encoded. Where the writer has a prefix ("/de"), addresses of pages (those
// that begin with one slash and not with /api/, /assets/, /media/ or /site/) get it. In text a word
// that no line holds gets places where it may break (<wbr>), whatever a page does. Literals are
// trusted; inline scripts and styles have no place in a page (Content-Security-Policy: default-src
// 'self').
#pragma once

#include "base/buffer.h"
#include "base/clock.h"

enum html_value_kind {
    HTML_TEXT,   // bytes to escape; invalid UTF-8 and control characters become U+FFFD
    HTML_NUMBER, // plain digits: 1204
    HTML_COUNT,  // digits for people: 1,204
    HTML_MARKUP, // HTML made safe before (rendered Markdown); allowed in element text only
};

struct html_value {
    enum html_value_kind kind;
    string_view text;
    int64_t number;
};

struct html_writer {
    struct buffer *out; // not owned
    int place;          // private: where in the grammar the output stands
    char name[16];      // private: the attribute being read, cut at 15 bytes
    size_t name_length;
    bool in_element; // private: the element's name is being read
    bool plain;      // private: inside an element that holds no others (title, option, the text of
                     // drawings)
    bool verbatim;   // private: inside a textarea, whose text comes back as it was written
    bool misplaced;  // a gap stood where none is allowed; html_check reports it
    string_view prefix; // stands before the addresses of pages; may be empty
    char separator;     // between thousands
};

// English: no prefix, and commas between thousands.
void html_init(struct html_writer *w, struct buffer *out);

// Copies a literal.
#define html_put(w, literal) html_write((w), SV(literal), NULL, 0)

// Copies a literal template with its gaps filled in order: HTML(w, "<p>{}</p>", html_text(name)).
#define HTML(w, template, ...)                                                                     \
    html_write((w), SV(template), (const struct html_value[]){__VA_ARGS__},                        \
               ARRAY_LENGTH(((const struct html_value[]){__VA_ARGS__})))

void html_write(struct html_writer *w, string_view template, const struct html_value *values,
                size_t count);

struct html_value html_text(string_view text);
struct html_value html_string(const char *text); // NUL-terminated; NULL is empty
struct html_value html_number(int64_t number);
struct html_value html_count(uint64_t count);
struct html_value html_markup(string_view markup);

// ST_OK, or why the page is not whole: out of room, or a gap out of place.
NODISCARD status html_check(const struct html_writer *w, struct error *e);
