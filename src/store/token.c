// SPDX-License-Identifier: Apache-2.0
// One walk over the folded text. The runs of letters of a chunk are noted as they end; where the
// chunk turns out to be a code they are dropped for the whole of it.
#include "store/token.h"

#include "base/array.h"
#include "base/fold.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_TOKEN 128
// Values are at most 4 MiB and grow at most elevenfold (rule A8, base/fold.h).
#define FOLDED_CEILING ((size_t)64 << 20)

enum kind { KIND_CUT, KIND_INSIDE, KIND_LETTER, KIND_DIGIT, KIND_PAIRED };

// What ASCII characters are. Some punctuation stands inside a chunk; all other, blanks and controls
// cut, and so do the signs beyond ASCII.
#define INSIDE(character)  [(character)] = KIND_INSIDE
#define DIGIT(character)   [(character)] = KIND_DIGIT
#define LETTERS(character) [(character)] = KIND_LETTER, [(character) + 'a' - 'A'] = KIND_LETTER
static const unsigned char ascii_kinds[256] = {
    INSIDE('!'),  INSIDE('#'),  INSIDE('$'),  INSIDE('%'),  INSIDE('&'),  INSIDE('\''),
    INSIDE('*'),  INSIDE('+'),  INSIDE('-'),  INSIDE('.'),  INSIDE('/'),  INSIDE(':'),
    INSIDE('='),  INSIDE('?'),  INSIDE('@'),  INSIDE('\\'), INSIDE('^'),  INSIDE('_'),
    INSIDE('`'),  INSIDE('~'),  DIGIT('0'),   DIGIT('1'),   DIGIT('2'),   DIGIT('3'),
    DIGIT('4'),   DIGIT('5'),   DIGIT('6'),   DIGIT('7'),   DIGIT('8'),   DIGIT('9'),
    LETTERS('A'), LETTERS('B'), LETTERS('C'), LETTERS('D'), LETTERS('E'), LETTERS('F'),
    LETTERS('G'), LETTERS('H'), LETTERS('I'), LETTERS('J'), LETTERS('K'), LETTERS('L'),
    LETTERS('M'), LETTERS('N'), LETTERS('O'), LETTERS('P'), LETTERS('Q'), LETTERS('R'),
    LETTERS('S'), LETTERS('T'), LETTERS('U'), LETTERS('V'), LETTERS('W'), LETTERS('X'),
    LETTERS('Y'), LETTERS('Z'),
};

// Where the walk stands in the present chunk.
struct walk {
    struct token_cutter *cutter;
    string_view text;
    size_t first_token; // of the chunk
    size_t start;       // of its first letter or digit; SIZE_MAX before there is one
    size_t end;         // behind its last
    size_t run_start;   // of the present run of letters; SIZE_MAX outside one
    bool has_digit;
    size_t paired; // place of the paired character just before; SIZE_MAX when there is none
    bool is_pair;  // that character has been in a pair
    bool failed;
};

void token_cutter_init(struct token_cutter *c)
{
    *c = (struct token_cutter){0};
    buffer_init(&c->folded, FOLDED_CEILING);
}

void token_cutter_release(struct token_cutter *c)
{
    buffer_release(&c->folded);
    free(c->tokens);
    *c = (struct token_cutter){0};
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

static void add_token(struct walk *w, size_t start, size_t end, bool is_code)
{
    struct token_cutter *c = w->cutter;
    if (!ARRAY_RESERVE(c->tokens, c->capacity, c->count, FOLDED_CEILING)) {
        w->failed = true;
        return;
    }
    if (end - start > LONGEST_TOKEN) {
        end = start + LONGEST_TOKEN;
        while (is_continuation(w->text.bytes[end])) {
            end--;
        }
    }
    c->tokens[c->count++] =
        (struct token){.text = sv_slice(w->text, start, end - start), .is_code = is_code};
}

static void end_run(struct walk *w)
{
    if (w->run_start != SIZE_MAX && !w->has_digit) {
        add_token(w, w->run_start, w->end, false);
    }
    w->run_start = SIZE_MAX;
}

static void end_chunk(struct walk *w)
{
    if (w->start == SIZE_MAX) {
        return;
    }
    end_run(w);
    if (w->has_digit) {
        w->cutter->count = w->first_token;
        add_token(w, w->start, w->end, true);
    }
    w->start = SIZE_MAX;
    w->has_digit = false;
}

static void end_paired(struct walk *w, size_t at)
{
    if (w->paired != SIZE_MAX && !w->is_pair) {
        add_token(w, w->paired, at, false);
    }
    w->paired = SIZE_MAX;
    w->is_pair = false;
}

// A letter or digit of a chunk.
static void take_word_character(struct walk *w, enum kind kind, size_t at, size_t next)
{
    if (w->start == SIZE_MAX) {
        w->start = at;
        w->first_token = w->cutter->count;
    }
    if (kind == KIND_DIGIT) {
        w->has_digit = true;
        w->run_start = SIZE_MAX;
    } else if (w->run_start == SIZE_MAX) {
        w->run_start = at;
    }
    w->end = next;
}

static void take_paired(struct walk *w, size_t at, size_t next)
{
    if (w->paired != SIZE_MAX) {
        add_token(w, w->paired, next, false);
        w->is_pair = true;
    }
    w->paired = at;
}

static void take(struct walk *w, enum kind kind, size_t at, size_t next)
{
    if (kind == KIND_PAIRED) {
        end_chunk(w);
        take_paired(w, at, next);
        return;
    }
    if (w->paired != SIZE_MAX) {
        end_paired(w, at);
    }
    if (kind == KIND_CUT) {
        end_chunk(w);
    } else if (kind == KIND_INSIDE) {
        end_run(w);
    } else {
        take_word_character(w, kind, at, next);
    }
}

static enum kind kind_of(int32_t c)
{
    static const unsigned char kinds[] = {
        [FOLD_OTHER] = KIND_CUT,
        [FOLD_LETTER] = KIND_LETTER,
        [FOLD_DIGIT] = KIND_DIGIT,
        [FOLD_PAIRED] = KIND_PAIRED,
    };
    return c < 0 ? KIND_CUT : (enum kind)kinds[fold_class_of((uint32_t)c)];
}

bool token_is_plain_code(string_view text)
{
    bool has_digit = false;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        if (ascii_kinds[byte] == KIND_CUT) {
            return false;
        }
        has_digit |= ascii_kinds[byte] == KIND_DIGIT;
    }
    return has_digit && text.length <= LONGEST_TOKEN &&
           ascii_kinds[(unsigned char)text.bytes[0]] != KIND_INSIDE &&
           ascii_kinds[(unsigned char)text.bytes[text.length - 1]] != KIND_INSIDE;
}

// Runs of letters are counted as they begin; a chunk that turns out to be a code counts once. There
// is hardly a branch in it: where words end cannot be foretold.
bool token_count_ascii(string_view text, size_t *count)
{
    size_t total = 0;
    size_t before = 0; // of the chunks that have ended
    bool has_digit = false;
    bool in_run = false;
    unsigned char all = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        unsigned char kind = ascii_kinds[byte];
        bool is_letter = kind == KIND_LETTER;
        all |= byte;
        total += is_letter & !in_run;
        in_run = is_letter;
        has_digit |= kind == KIND_DIGIT;
        if (has_digit & (kind == KIND_CUT)) {
            total = before + 1;
            has_digit = false;
        }
        before = kind == KIND_CUT ? total : before;
    }
    *count = has_digit ? before + 1 : total;
    return all < 0x80;
}

status token_cut(struct token_cutter *c, string_view text, struct error *e)
{
    c->count = 0;
    buffer_clear(&c->folded);
    fold_full(text, &c->folded);
    TRY(buffer_check(&c->folded, "a text to index", e));
    struct walk w = {.cutter = c,
                     .text = buffer_view(&c->folded),
                     .start = SIZE_MAX,
                     .run_start = SIZE_MAX,
                     .paired = SIZE_MAX};
    for (size_t at = 0; at < w.text.length;) {
        size_t start = at;
        unsigned char byte = (unsigned char)w.text.bytes[at];
        enum kind kind = KIND_CUT;
        if (byte < 0x80) {
            kind = (enum kind)ascii_kinds[byte];
            at++;
            // A run of letters or of digits is taken as a whole.
            while (kind != KIND_CUT && kind != KIND_INSIDE && at < w.text.length &&
                   ascii_kinds[(unsigned char)w.text.bytes[at]] == kind) {
                at++;
            }
        } else {
            kind = kind_of(utf8_next(w.text, &at));
        }
        take(&w, kind, start, at);
    }
    end_paired(&w, w.text.length);
    end_chunk(&w);
    if (w.failed) {
        c->count = 0;
        return error_set(e, ST_NO_MEMORY, "no memory for the words of a text");
    }
    if (c->count == 1) {
        c->tokens[0].is_whole = c->tokens[0].text.length == w.text.length;
    }
    return ST_OK;
}
