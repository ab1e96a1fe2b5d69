// SPDX-License-Identifier: Apache-2.0
// The words of pages in the reader's language. The English text is the key; a text that a language
// lacks stays English. Texts are trusted literals of this program, never data. Must not know:
// pages.
#pragma once

#include "api/pages/html.h"

struct arena;
struct page;

struct language_text {
    const char *english;
    const char *other;
};

struct language {
    const char *code;                  // BCP 47: "de"
    const char *name;                  // in itself: "Deutsch"
    const char *prefix;                // of its pages' addresses: "/de"
    char separator;                    // between thousands
    bool dotted_days;                  // "1. Juni 2026"
    const struct language_text *texts; // by the bytes of `english`
    const size_t *text_count;
    const struct language_text *times; // names of geological intervals, by those of the chart
    const size_t *time_count;
    const struct language_text *countries; // by their English names and codes, case folded
    const size_t *country_count;
    const struct language_text *messages; // of the layers below (messages.h)
    const size_t *message_count;
};

// The languages beside English, in the order of the prefixes that the server knows.
extern const struct language languages[];
extern const size_t language_count;
extern const char *const language_prefixes[]; // of them, ended by NULL

// The text in a language; NULL is English. NUL-terminated, static.
const char *language_text(const struct language *language, const char *english);

// Of the page's reader; NULL, English, also where a page has no site.
const struct language *page_language(const struct page *p);
// A plain text, to stand in a gap: html_text(say(p, "Search all records")).
string_view say(const struct page *p, const char *english);
// The name of an interval of geological time; one that the chart does not have stays as it is.
string_view say_interval(const struct page *p, string_view name);
// What a language calls a country that records name in English or by its ISO 3166-1 code; empty
// where it does not know the name, and in English (NULL).
string_view language_country(const struct language *language, string_view name);
// The same on a page; a name that is not known stays as it is.
string_view say_country(const struct page *p, string_view name);
// A plain text with one number for its gap, in the arena: say_count(p, n, "{} record", "{}
// records"). The first is for exactly one.
string_view say_count(struct page *p, uint64_t count, const char *one, const char *many);

// A text with its gaps filled by texts, in the arena; `count` gaps.
string_view language_fill(struct arena *arena, string_view text, const string_view *texts,
                          size_t count);
// The same of a plain text, said in the reader's language, in the page's arena.
string_view say_texts(struct page *p, const char *english, const string_view *texts, size_t count);
#define SAY_TEXT(p, english, ...)                                                                  \
    say_texts((p), (english), (const string_view[]){__VA_ARGS__},                                  \
              ARRAY_LENGTH(((const string_view[]){__VA_ARGS__})))

// Writes a sentence with its gaps filled, where element text may stand:
// SAY(p, "Records {} to {} of {}", html_count(first), html_count(last), html_count(total)).
#define SAY(p, english, ...)                                                                       \
    html_write(&(p)->w, sv_from(language_text(page_language(p), english)),                         \
               (const struct html_value[]){__VA_ARGS__},                                           \
               ARRAY_LENGTH(((const struct html_value[]){__VA_ARGS__})))
