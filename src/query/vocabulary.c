// SPDX-License-Identifier: Apache-2.0
// Reads vocabulary files, and values by them.
// Must not know: records.
#include "query/vocabulary.h"

#include "base/array.h"
#include "base/fold.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

struct vocabulary_word {
    string_view folded;
    size_t term;
};

#define WORDS_MOST ((size_t)100000)

struct vocabulary_parser {
    struct arena *arena;
    string_view *terms;
    struct vocabulary *out;
    struct vocabulary_word *words; // owned until the end
    size_t capacity;
    size_t line;
    unsigned told; // a bit for each directive
    struct error *e;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for a vocabulary");
}

static status fold_into(struct arena *arena, string_view text, string_view *out, struct error *e)
{
    struct buffer folded;
    buffer_init(&folded, VOCABULARY_BYTES);
    fold_full(sv_trim(text), &folded);
    *out = arena_copy(arena, buffer_view(&folded));
    buffer_release(&folded);
    return out->bytes == NULL ? no_memory(e) : ST_OK;
}

size_t vocabulary_term(const struct vocabulary *v, string_view name)
{
    size_t i = 0;
    while (i < v->term_count && !sv_equal_ignore_case(v->terms[i], name)) {
        i++;
    }
    return i;
}

static status take_term(struct vocabulary_parser *p, string_view name, size_t *term)
{
    struct vocabulary *v = p->out;
    *term = vocabulary_term(v, name);
    if (*term < v->term_count) {
        return ST_OK;
    }
    if (name.length == 0 || v->term_count == VOCABULARY_TERMS) {
        return error_set(p->e, ST_INVALID, "line %zu: %s", p->line,
                         name.length == 0 ? "a term is missing" : "there are more than 64 terms");
    }
    p->terms[v->term_count] = arena_copy(p->arena, name);
    if (p->terms[v->term_count].bytes == NULL) {
        return no_memory(p->e);
    }
    v->term_count++;
    return ST_OK;
}

static status take_share(struct vocabulary_parser *p, string_view rest)
{
    string_view name;
    bool first = true;
    while (sv_split(&rest, '\t', &name)) {
        size_t term = 0;
        TRY(take_term(p, sv_trim(name), &term));
        if (first) {
            p->out->share_of = term;
        }
        first = false;
        p->out->share_base |= UINT64_C(1) << term;
    }
    return ST_OK;
}

static status take_directive(struct vocabulary_parser *p, string_view name, string_view rest)
{
    struct vocabulary *v = p->out;
    const struct {
        string_view name;
        size_t *term;
    } directives[] = {{SV("@missing"), &v->missing},
                      {SV("@several"), &v->several},
                      {SV("@doubt"), &v->doubt},
                      {SV("@other"), &v->other}};
    if (sv_equal(name, SV("@share"))) {
        p->told |= 1;
        return take_share(p, rest);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(directives); i++) {
        if (sv_equal(name, directives[i].name)) {
            p->told |= 2u << i;
            return take_term(p, sv_trim(rest), directives[i].term);
        }
    }
    return error_set(p->e, ST_INVALID, "line %zu: there is no \"" SV_FORMAT "\"", p->line,
                     SV_ARGUMENT(sv_slice(name, 0, 40)));
}

static status take_line(struct vocabulary_parser *p, string_view line)
{
    struct vocabulary *v = p->out;
    string_view name;
    string_view rest = line;
    if (sv_trim(line).length == 0 || line.bytes[0] == '#') {
        return ST_OK;
    }
    if (!sv_split(&rest, '\t', &name) || rest.bytes == NULL) {
        return error_set(p->e, ST_INVALID, "line %zu: a tab is missing", p->line);
    }
    if (name.length > 0 && name.bytes[0] == '@') {
        return take_directive(p, name, rest);
    }
    if (!ARRAY_RESERVE(p->words, p->capacity, v->word_count, WORDS_MOST)) {
        return no_memory(p->e);
    }
    struct vocabulary_word *word = &p->words[v->word_count];
    TRY(take_term(p, sv_trim(name), &word->term));
    TRY(fold_into(p->arena, rest, &word->folded, p->e));
    v->word_count++;
    return ST_OK;
}

static int compare_words(const void *a, const void *b)
{
    const struct vocabulary_word *x = a;
    const struct vocabulary_word *y = b;
    int order = sv_compare(x->folded, y->folded);
    return order != 0 ? order : (x->term > y->term) - (x->term < y->term);
}

static status finish(struct vocabulary_parser *p)
{
    struct vocabulary *v = p->out;
    if (p->told != 31) {
        return error_set(p->e, ST_INVALID,
                         "@missing, @several, @doubt, @other and @share must be told");
    }
    struct vocabulary_word *words =
        arena_array(p->arena, struct vocabulary_word, v->word_count + 1);
    if (words == NULL) {
        return no_memory(p->e);
    }
    if (v->word_count > 0) {
        memcpy(words, p->words, v->word_count * sizeof *words);
        qsort(words, v->word_count, sizeof *words, compare_words);
    }
    for (size_t i = 1; i < v->word_count; i++) {
        if (sv_equal(words[i].folded, words[i - 1].folded) && words[i].term != words[i - 1].term) {
            return error_set(p->e, ST_INVALID, "\"" SV_FORMAT "\" means two terms",
                             SV_ARGUMENT(sv_slice(words[i].folded, 0, 80)));
        }
    }
    v->words = words;
    v->terms = p->terms;
    return ST_OK;
}

status vocabulary_parse(struct arena *arena, string_view text, struct vocabulary *out,
                        struct error *e)
{
    struct vocabulary made = {0};
    struct vocabulary_parser p = {.arena = arena, .out = &made, .e = e};
    string_view line;
    p.terms = arena_array(arena, string_view, VOCABULARY_TERMS);
    if (p.terms == NULL) {
        return no_memory(e);
    }
    if (text.length > VOCABULARY_BYTES) {
        return error_set(e, ST_INVALID, "a vocabulary has at most %zu bytes", VOCABULARY_BYTES);
    }
    made.terms = p.terms;
    made.check = hash_bytes(text.bytes, text.length);
    status result = ST_OK;
    while (result == ST_OK && sv_split(&text, '\n', &line)) {
        p.line++;
        if (line.length > 0 && line.bytes[line.length - 1] == '\r') {
            line.length--;
        }
        result = take_line(&p, line);
    }
    if (result == ST_OK) {
        result = finish(&p);
    }
    free(p.words);
    if (result == ST_OK) {
        *out = made;
    }
    return result;
}

// --- reading values --------------------------------------------------------------------------

static bool find_word(const struct vocabulary *v, string_view folded, size_t *term)
{
    size_t low = 0;
    size_t high = v->word_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sv_compare(v->words[middle].folded, folded) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == v->word_count || !sv_equal(v->words[low].folded, folded)) {
        return false;
    }
    *term = v->words[low].term;
    return true;
}

// Bytes of a sign that is a word of its own: ?, and the signs of the sexes; 0 for anything else.
static size_t sign_length(string_view text, size_t at)
{
    static const char *const signs[] = {"?", "\xe2\x99\x80", "\xe2\x99\x82", "\xe2\x9a\xa5"};
    for (size_t i = 0; i < ARRAY_LENGTH(signs); i++) {
        if (sv_starts_with(sv_slice(text, at, SIZE_MAX), sv_from(signs[i]))) {
            return strlen(signs[i]);
        }
    }
    return 0;
}

static bool in_word(char c)
{
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

// The next word of a folded text; empty at the end.
static string_view next_word(string_view text, size_t *at)
{
    while (*at < text.length && !in_word(text.bytes[*at]) && text.bytes[*at] != '?') {
        (*at)++;
    }
    size_t start = *at;
    size_t sign = sign_length(text, start);
    if (sign > 0) {
        *at += sign;
        return sv_slice(text, start, sign);
    }
    while (*at < text.length && in_word(text.bytes[*at]) && sign_length(text, *at) == 0) {
        (*at)++;
    }
    return sv_slice(text, start, *at - start);
}

size_t vocabulary_join(const struct vocabulary *v, size_t a, size_t b)
{
    if (a == b || b == v->other || b == v->missing) {
        return a;
    }
    if (a == v->other || a == v->missing) {
        return b;
    }
    return a == v->doubt || b == v->doubt ? v->doubt : v->several;
}

// Whether a folded text has neither a letter, a digit nor a question mark: dashes and the like.
static bool says_nothing(string_view text)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (in_word(c) || c == '?' || (c >= '0' && c <= '9')) {
            return false;
        }
    }
    return true;
}

status vocabulary_read(const struct vocabulary *v, string_view value, size_t *term, struct error *e)
{
    struct buffer folded;
    buffer_init(&folded, (size_t)64 << 20);
    fold_full(sv_trim(value), &folded);
    status result = buffer_check(&folded, "a value", e);
    string_view text = buffer_view(&folded);
    size_t found = says_nothing(text) ? v->missing : v->other;
    if (result == ST_OK && !find_word(v, text, &found)) {
        size_t at = 0;
        size_t meant = 0;
        for (string_view word = next_word(text, &at); word.length > 0;
             word = next_word(text, &at)) {
            found = find_word(v, word, &meant) ? vocabulary_join(v, found, meant) : found;
        }
    }
    buffer_release(&folded);
    *term = found;
    return result;
}
