// SPDX-License-Identifier: Apache-2.0
// What may have been meant by words that find nothing: without AND, OR and NOT, which are words
// like others here; and common names that begin as the word asked for does.
#include "api/page_search_internal.h"
#include "api/page_searches.h"
#include "api/page_text.h"

#define COMMON_SHOWN ((size_t)4)
#define PLURAL_LEAST ((size_t)5) // bytes of a word that may end with a plural's s

static bool is_operator(string_view word)
{
    return sv_equal(word, SV("AND")) || sv_equal(word, SV("OR")) || sv_equal(word, SV("NOT"));
}

// The words but for operators; empty where there is none of these, or nothing else.
static string_view without_operators(struct arena *arena, string_view words)
{
    string_view rest = words;
    string_view word;
    string_view left = SV("");
    bool any = false;
    while (sv_split(&rest, ' ', &word)) {
        any = any || is_operator(word);
        if (word.length > 0 && !is_operator(word)) {
            left = arena_print(arena, SV_FORMAT "%s" SV_FORMAT, SV_ARGUMENT(left),
                               left.length > 0 ? " " : "", SV_ARGUMENT(word));
        }
    }
    return any ? left : SV("");
}

static status offer_plain(struct search_filling *f, string_view words, struct error *e)
{
    struct address *plain = arena_new(f->arena, struct address);
    struct error absent = {0};
    uint64_t count = 0;
    if (plain == NULL) {
        return search_page_no_memory(e);
    }
    *plain = f->state;
    address_set(plain, SV("q"), words);
    address_remove(plain, SV("offset"));
    status done = page_count(f->api, f->request, &f->site.view, plain, &count, &absent);
    if (done != ST_OK && done != ST_INVALID) {
        *e = absent;
        return done;
    }
    f->page.plain = (struct page_link){words, address_print(plain, f->arena), count};
    return ST_OK;
}

// One word, without the s of an English plural.
static string_view stem(string_view word)
{
    bool plural = word.length >= PLURAL_LEAST && sv_ends_with(word, SV("s"));
    return sv_slice(word, 0, word.length - (plural ? 1 : 0));
}

// No table having the field is no trouble: then nothing is offered.
static status offer_common_names(struct search_filling *f, string_view word, struct error *e)
{
    static const char field[] = "vernacularName";
    const struct search_facet_value *values = NULL;
    struct error absent = {0};
    size_t count = 0;
    struct search_request request = {.commit = f->site.view.commit, .after = SV("")};
    struct page_link *links = arena_array(f->arena, struct page_link, COMMON_SHOWN);
    if (links == NULL) {
        return search_page_no_memory(e);
    }
    status done =
        search_suggest_words(f->site.view.snapshot, &scope_public, f->arena, &request,
                             sv_from(field), stem(word), COMMON_SHOWN, &values, &count, &absent);
    if (done != ST_OK && done != ST_INVALID) {
        *e = absent;
        return done;
    }
    f->page.common = links;
    for (size_t i = 0; done == ST_OK && i < count; i++) {
        string_view address = search_for_value(f->arena, sv_from(field), values[i].value);
        if (address.length > 0) {
            links[f->page.common_count++] =
                (struct page_link){values[i].value, address, values[i].count};
        }
    }
    return ST_OK;
}

status search_page_fill_nothing(struct search_filling *f, struct error *e)
{
    string_view words = sv_trim(address_value(&f->state, SV("q")));
    string_view plain = without_operators(f->arena, words);
    if (plain.length > 0) {
        TRY(offer_plain(f, plain, e));
    }
    bool one = words.length > 2 && sv_find(words, ' ') == words.length;
    return one ? offer_common_names(f, words, e) : ST_OK;
}
