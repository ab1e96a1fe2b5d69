// SPDX-License-Identifier: Apache-2.0
// Fits messages to sentences.
#include "api/pages/messages.h"

#include "api/pages/layout.h"
#include "base/bidi.h"

#include <string.h>

#define MOST_GAPS 8
#define DEEPEST   5 // a message in the gap of a message

struct fit {
    string_view gaps[MOST_GAPS];
    bool quoted[MOST_GAPS]; // what somebody gave, not a message
    size_t count;
};

// The place of `part` in the text from `from` on; SIZE_MAX for none.
static size_t find(string_view text, size_t from, string_view part)
{
    const char *at = from > text.length ? NULL
                     : part.length == 0
                         ? text.bytes + from
                         : memmem(text.bytes + from, text.length - from, part.bytes, part.length);
    return at == NULL ? SIZE_MAX : (size_t)(at - text.bytes);
}

// The next literal part of a sentence; false when it was the last.
static bool next_part(string_view *rest, string_view *part)
{
    size_t gap = find(*rest, 0, SV("{}"));
    *part = sv_slice(*rest, 0, gap);
    *rest = gap == SIZE_MAX ? SV("") : sv_slice(*rest, gap + 2, SIZE_MAX);
    return gap != SIZE_MAX;
}

static bool ends_in_quote(string_view part)
{
    return sv_ends_with(part, SV("\"")) || sv_ends_with(part, SV("'"));
}

// Gaps reach as far as the next literal part; the last part ends the message.
static bool fits(string_view message, const char *sentence, struct fit *out)
{
    string_view rest = sv_from(sentence);
    string_view part;
    bool more = next_part(&rest, &part);
    *out = (struct fit){0};
    if (!more || !sv_starts_with(message, part)) {
        return !more && sv_equal(message, part);
    }
    size_t at = part.length;
    while (more) {
        bool quoted = ends_in_quote(part);
        more = next_part(&rest, &part);
        size_t end = find(message, at, part);
        if (!more) {
            end = message.length >= at + part.length && sv_ends_with(message, part)
                      ? message.length - part.length
                      : SIZE_MAX;
        }
        if (end == SIZE_MAX || out->count == MOST_GAPS) {
            return false;
        }
        out->quoted[out->count] = quoted;
        out->gaps[out->count++] = sv_slice(message, at, end - at);
        at = end + part.length;
    }
    return true;
}

// Of several sentences the one that begins as the message does, and of those the longest.
static bool is_better(const char *one, const char *other)
{
    bool begins = one[0] != '{';
    return other == NULL || begins > (other[0] != '{') ||
           (begins == (other[0] != '{') && strlen(one) > strlen(other));
}

struct telling {
    const struct language *language; // whose sentences are known
    struct arena *arena;
    bool isolates; // what stands in gaps turns nothing beside it
    bool english;  // the sentence as it came
};

static string_view given(const struct telling *t, string_view text)
{
    return t->isolates ? bidi_isolate(t->arena, text) : text;
}

static string_view tell(const struct telling *t, string_view message, size_t depth)
{
    const struct language *language = t->language;
    struct fit best = {0};
    const struct language_text *chosen = NULL;
    for (size_t i = 0; depth < DEEPEST && i < *language->message_count; i++) {
        const struct language_text *text = &language->messages[i];
        struct fit fit;
        if (is_better(text->english, chosen == NULL ? NULL : chosen->english) &&
            fits(message, text->english, &fit)) {
            chosen = text;
            best = fit;
        }
    }
    if (chosen == NULL) {
        return depth == 0 ? message : given(t, message);
    }
    for (size_t i = 0; i < best.count; i++) {
        best.gaps[i] = best.quoted[i] ? given(t, best.gaps[i]) : tell(t, best.gaps[i], depth + 1);
    }
    return language_fill(t->arena, sv_from(t->english ? chosen->english : chosen->other), best.gaps,
                         best.count);
}

string_view language_message(const struct language *language, struct arena *arena,
                             string_view message)
{
    const struct telling telling = {.language = language, .arena = arena};
    return language == NULL ? message : tell(&telling, message, 0);
}

string_view say_message(struct page *p, string_view message)
{
    const struct language *language = page_language(p);
    const struct telling telling = {.language = language == NULL ? &languages[0] : language,
                                    .arena = p->arena,
                                    .isolates = true,
                                    .english = language == NULL};
    return bidi_reaches_out(message) ? tell(&telling, message, 0)
                                     : language_message(language, p->arena, message);
}
