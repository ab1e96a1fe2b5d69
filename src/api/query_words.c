// SPDX-License-Identifier: Apache-2.0
// Gives the engine's sentences the words of a language.
#include "api/query_words.h"

#include "api/pages/layout.h"
#include "api/pages/terms.h"

#define WORDS_MOST ((size_t)1 << 20)

static const char *text_of(void *context, const char *english)
{
    return language_text(page_language(context), english);
}

static string_view name_of(void *context, enum query_name kind, string_view name)
{
    struct page *p = context;
    return kind == QUERY_NAME_FIELD  ? term_words(p, name)
           : kind == QUERY_NAME_AREA ? say_country(p, name)
                                     : say_interval(p, name);
}

string_view query_words(struct arena *arena, const struct language *language,
                        const struct query *query)
{
    static const struct query all = {.kind = QUERY_ALL};
    const struct page_site site = {.language = language};
    struct page p = {.arena = arena, .site = &site};
    const struct query_wording wording = {&p, text_of, name_of};
    struct buffer words;
    buffer_init(&words, WORDS_MOST);
    query_describe_as(query == NULL ? &all : query, language == NULL ? NULL : &wording, &words);
    string_view text = words.failed ? SV("") : arena_copy(arena, buffer_view(&words));
    buffer_release(&words);
    return text;
}
