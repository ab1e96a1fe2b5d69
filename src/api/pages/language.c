// SPDX-License-Identifier: Apache-2.0
// Looks texts up.
#include "api/pages/language.h"

#include "api/pages/layout.h"
#include "base/fold.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *key, const void *text)
{
    return strcmp(key, ((const struct language_text *)text)->english);
}

const char *language_text(const struct language *language, const char *english)
{
    if (language == NULL) {
        return english;
    }
    const struct language_text *found =
        bsearch(english, language->texts, *language->text_count, sizeof *language->texts, compare);
    return found == NULL ? english : found->other;
}

const struct language *page_language(const struct page *p)
{
    return p->site == NULL ? NULL : p->site->language;
}

string_view say(const struct page *p, const char *english)
{
    return sv_from(language_text(page_language(p), english));
}

static int compare_name(const void *key, const void *text)
{
    return sv_compare(*(const string_view *)key,
                      sv_from(((const struct language_text *)text)->english));
}

string_view say_interval(const struct page *p, string_view name)
{
    const struct language *language = page_language(p);
    const struct language_text *found = language == NULL
                                            ? NULL
                                            : bsearch(&name, language->times, *language->time_count,
                                                      sizeof *language->times, compare_name);
    return found == NULL ? name : sv_from(found->other);
}

#define COUNTRY_LONGEST ((size_t)100)

string_view language_country(const struct language *language, string_view name)
{
    const struct language_text *found = NULL;
    struct buffer folded;
    if (language == NULL || name.length > COUNTRY_LONGEST) {
        return SV("");
    }
    buffer_init(&folded, 11 * COUNTRY_LONGEST);
    fold_case(sv_trim(name), &folded);
    string_view key = buffer_view(&folded);
    if (!folded.failed) {
        found = bsearch(&key, language->countries, *language->country_count,
                        sizeof *language->countries, compare_name);
    }
    buffer_release(&folded);
    return found == NULL ? SV("") : sv_from(found->other);
}

string_view say_country(const struct page *p, string_view name)
{
    string_view found = language_country(page_language(p), name);
    return found.length > 0 ? found : name;
}

string_view language_fill(struct arena *arena, string_view text, const string_view *texts,
                          size_t count)
{
    struct buffer whole;
    string_view rest = text;
    buffer_init(&whole, (size_t)1 << 20);
    for (size_t i = 0; i + 1 < rest.length; i++) {
        if (rest.bytes[i] == '{' && rest.bytes[i + 1] == '}') {
            buffer_append_view(&whole, sv_slice(rest, 0, i));
            if (count > 0) {
                buffer_append_view(&whole, *texts++);
                count--;
            }
            rest = sv_slice(rest, i + 2, SIZE_MAX);
            i = (size_t)-1;
        }
    }
    buffer_append_view(&whole, rest);
    string_view filled = arena_copy(arena, buffer_view(&whole));
    buffer_release(&whole);
    return filled;
}

string_view say_texts(struct page *p, const char *english, const string_view *texts, size_t count)
{
    return language_fill(p->arena, say(p, english), texts, count);
}

string_view say_count(struct page *p, uint64_t count, const char *one, const char *many)
{
    const char *text = language_text(page_language(p), count == 1 ? one : many);
    string_view whole = sv_from(text);
    const char *gap = strstr(text, "{}");
    size_t before = gap == NULL ? whole.length : (size_t)(gap - text);
    string_view after = sv_slice(whole, MIN(before + 2, whole.length), SIZE_MAX);
    return arena_print(
        p->arena, SV_FORMAT SV_FORMAT SV_FORMAT, SV_ARGUMENT(sv_slice(whole, 0, before)),
        SV_ARGUMENT(gap == NULL ? SV("") : page_grouped(p, count)), SV_ARGUMENT(after));
}
