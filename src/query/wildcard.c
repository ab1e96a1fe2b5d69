// SPDX-License-Identifier: Apache-2.0
// Patterns with * and ?: checked, simplified, matched, asked of a dictionary.
// Must not know: rows, queries as trees.
#include "query/wildcard.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "query/query_pool.h"
#include "query/query_tree.h"

#include <string.h>

#define MOST_FOLDED ((size_t)64 << 20)

status wildcard_check(string_view pattern, struct error *e)
{
    size_t stars = 0;
    if (pattern.length > QUERY_LIMIT_PATTERN) {
        return error_set(e, ST_INVALID, "the pattern has %zu bytes, at most %zu", pattern.length,
                         QUERY_LIMIT_PATTERN);
    }
    for (size_t i = 0; i < pattern.length; i++) {
        stars += pattern.bytes[i] == '*';
        if (pattern.bytes[i] != '\\') {
            continue;
        }
        i++;
        if (i == pattern.length || memchr("*?\\", pattern.bytes[i], 3) == NULL) {
            return error_set(e, ST_INVALID,
                             "a backslash stands before something other than * ? and itself");
        }
    }
    if (stars > QUERY_LIMIT_STARS) {
        return error_set(e, ST_INVALID, "the pattern has %zu stars, at most %zu", stars,
                         QUERY_LIMIT_STARS);
    }
    return ST_OK;
}

// --- one way to write it ---------------------------------------------------------------------

static size_t write_run(char *to, size_t ones, bool any)
{
    memset(to, '?', ones);
    to[ones] = '*';
    return ones + any;
}

static string_view without_escapes(char *text, size_t length)
{
    size_t kept = 0;
    for (size_t i = 0; i < length; i++) {
        i += text[i] == '\\' && i + 1 < length;
        text[kept++] = text[i];
    }
    return (string_view){text, kept};
}

status wildcard_simplify(struct arena *arena, string_view pattern, string_view *out, bool *prefix,
                         struct error *e)
{
    char *to = arena_alloc_array(arena, pattern.length + 2, 1);
    if (to == NULL) {
        return query_no_memory(e);
    }
    size_t length = 0;
    size_t ones = 0;
    size_t runs = 0; // of wildcards
    bool any = false;
    bool trailing = false; // a run that is nothing but a * is the last thing written
    for (size_t i = 0; i <= pattern.length; i++) {
        char c = i < pattern.length ? pattern.bytes[i] : '\0';
        if (i < pattern.length && (c == '?' || c == '*')) {
            ones += c == '?';
            any = any || c == '*';
            continue;
        }
        if (ones > 0 || any) {
            trailing = ones == 0;
            length += write_run(to + length, ones, any);
            runs++;
            ones = 0;
            any = false;
        } else if (i < pattern.length) {
            trailing = false;
        }
        if (i == pattern.length) {
            break;
        }
        trailing = false;
        to[length++] = c;
        if (c == '\\' && i + 1 < pattern.length) {
            to[length++] = pattern.bytes[++i];
        }
    }
    *prefix = trailing && runs == 1;
    *out = *prefix ? without_escapes(to, length - 1) : (string_view){to, length};
    return ST_OK;
}

// --- matching --------------------------------------------------------------------------------

struct compiling {
    int32_t *items;
    size_t count;
    struct buffer literal; // as written
    struct buffer folded;
    struct buffer start;
    struct buffer longest;
    bool wild; // a wildcard was met
};

static void end_literal(struct compiling *c)
{
    buffer_clear(&c->folded);
    fold_full(buffer_view(&c->literal), &c->folded);
    buffer_clear(&c->literal);
    string_view text = buffer_view(&c->folded);
    if (!c->wild) {
        buffer_append_view(&c->start, text);
    }
    if (text.length > c->longest.length) {
        buffer_clear(&c->longest);
        buffer_append_view(&c->longest, text);
    }
    for (size_t at = 0; at < text.length;) {
        c->items[c->count++] = utf8_next(text, &at);
    }
}

static void compile(struct compiling *c, string_view pattern)
{
    for (size_t i = 0; i < pattern.length; i++) {
        char byte = pattern.bytes[i];
        if (byte == '*' || byte == '?') {
            end_literal(c);
            c->wild = true;
            c->items[c->count++] = byte == '*' ? WILDCARD_RUN : WILDCARD_ONE;
            continue;
        }
        i += byte == '\\' && i + 1 < pattern.length;
        buffer_append_byte(&c->literal, pattern.bytes[i]);
    }
    end_literal(c);
}

status wildcard_compile(struct arena *arena, string_view pattern, struct wildcard *out,
                        struct error *e)
{
    // Folding makes at most 11 bytes of one.
    struct compiling c = {.items = arena_array(arena, int32_t, 11 * pattern.length + 1)};
    if (c.items == NULL) {
        return query_no_memory(e);
    }
    buffer_init(&c.literal, MOST_FOLDED);
    buffer_init(&c.folded, MOST_FOLDED);
    buffer_init(&c.start, MOST_FOLDED);
    buffer_init(&c.longest, MOST_FOLDED);
    compile(&c, pattern);
    string_view start = arena_copy(arena, buffer_view(&c.start));
    string_view longest = arena_copy(arena, buffer_view(&c.longest));
    bool whole = !c.literal.failed && !c.folded.failed && !c.start.failed && !c.longest.failed &&
                 start.bytes != NULL && longest.bytes != NULL;
    buffer_release(&c.literal);
    buffer_release(&c.folded);
    buffer_release(&c.start);
    buffer_release(&c.longest);
    if (!whole) {
        return query_no_memory(e);
    }
    *out = (struct wildcard){c.items, c.count, start, longest};
    return ST_OK;
}

// Where what stands behind a * may start: at the next byte like its first character, when that is
// of ASCII.
static size_t next_start(const struct wildcard *w, size_t item, string_view folded, size_t at)
{
    if (at == folded.length || item == w->count || w->items[item] < 0 || w->items[item] >= 0x80) {
        return at;
    }
    const char *found = memchr(folded.bytes + at, w->items[item], folded.length - at);
    return found == NULL ? folded.length : (size_t)(found - folded.bytes);
}

bool wildcard_matches(const struct wildcard *w, string_view folded)
{
    size_t at = 0;
    size_t item = 0;
    size_t run = SIZE_MAX; // item behind the last * passed
    size_t run_at = 0;     // where what that * stands for ends
    while (at < folded.length || (item < w->count && w->items[item] == WILDCARD_RUN)) {
        if (item < w->count && w->items[item] == WILDCARD_RUN) {
            run = ++item;
            run_at = next_start(w, run, folded, at);
            at = run_at;
            continue;
        }
        size_t next = at;
        int32_t c = utf8_next(folded, &next);
        if (item < w->count && (w->items[item] == WILDCARD_ONE || w->items[item] == c)) {
            item++;
            at = next;
            continue;
        }
        if (run == SIZE_MAX) {
            return false;
        }
        (void)utf8_next(folded, &run_at);
        run_at = next_start(w, run, folded, run_at);
        at = run_at;
        item = run;
    }
    return item == w->count;
}

// --- a dictionary ----------------------------------------------------------------------------

// Entries of a dictionary, a stretch for each task; no two stretches share a word of the set.
#define ENTRIES_A_TASK 8192u

struct pattern_search {
    const struct dictionary *dictionary;
    const struct wildcard *wildcard;
    struct bitset *found; // by ordinal
    uint32_t first;
    uint32_t last;
};

struct pattern_scan {
    const struct pattern_search *search;
    struct buffer folded;
};

static status see_value(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                        struct error *e)
{
    struct pattern_scan *scan = argument;
    const struct wildcard *w = scan->search->wildcard;
    buffer_clear(&scan->folded);
    fold_full(ordinal_text(kind, text), &scan->folded);
    TRY(buffer_check(&scan->folded, "a text", e));
    string_view folded = buffer_view(&scan->folded);
    // Most texts end here.
    if (w->longest.length > 0 &&
        (folded.length == 0 ||
         memmem(folded.bytes, folded.length, w->longest.bytes, w->longest.length) == NULL)) {
        return ST_OK;
    }
    if (wildcard_matches(w, folded)) {
        bitset_set(scan->search->found, ordinal);
    }
    return ST_OK;
}

static status scan_stretch(void *argument, size_t index, struct error *e)
{
    const struct pattern_search *s = argument;
    size_t stretch = s->first / ENTRIES_A_TASK + index;
    size_t first = MAX(stretch * ENTRIES_A_TASK, (size_t)s->first);
    size_t last = MIN((stretch + 1) * ENTRIES_A_TASK - 1, (size_t)s->last);
    struct pattern_scan scan = {.search = s};
    buffer_init(&scan.folded, MOST_FOLDED);
    status result =
        dictionary_scan(s->dictionary, (uint32_t)first, (uint32_t)last, see_value, &scan, e);
    buffer_release(&scan.folded);
    return result;
}

static status search_entries(struct pattern_search *s, uint32_t first, uint32_t last,
                             struct error *e)
{
    if (first > last) {
        return ST_OK;
    }
    s->first = first;
    s->last = last;
    return parallel_run(query_pool(), last / ENTRIES_A_TASK - first / ENTRIES_A_TASK + 1,
                        scan_stretch, s, e);
}

status ordinals_wildcard(const struct dictionary *d, const struct wildcard *w,
                         struct ordinal_set *o, struct error *e)
{
    struct bitset found = {0};
    struct pattern_search search = {.dictionary = d, .wildcard = w, .found = &found};
    uint32_t typed = d->missing + d->numbers + d->dates + d->booleans;
    uint32_t first = typed + 1;
    uint32_t last = d->count;
    status result = ST_OK;
    if (w->start.length > 0) {
        TRY(dictionary_prefix(d, w->start, &first, &last, e));
    }
    TRY_OUT(bitset_init(&found, (size_t)d->count + 1, e));
    TRY_OUT(search_entries(&search, d->missing + 1, typed, e));
    TRY_OUT(search_entries(&search, first, last, e));
    TRY_OUT(ordinal_set_add_all(o, d, &found, e));
out:
    bitset_release(&found);
    return result;
}
