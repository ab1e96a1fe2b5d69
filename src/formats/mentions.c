// SPDX-License-Identifier: Apache-2.0
// Spells values, and looks for them.
#include "formats/mentions.h"

#include "base/fold.h"
#include "base/percent.h"
#include "formats/json_write.h"

#include <string.h>

#define SPELLINGS      ((size_t)4)
#define MOST_BYTES     ((size_t)256 << 20) // of one value, folded or spelled
#define ADDRESSES_HOLD ((size_t)16384)     // longer values stand in no address

// --- making ----------------------------------------------------------------------------------

struct making {
    struct arena *arena;
    string_view *spelled;
    string_view *folded;
    size_t count;
    size_t first; // spelling of the value at hand
    struct buffer scratch;
    bool failed;
};

static string_view keep(struct making *m)
{
    string_view copy = arena_copy(m->arena, buffer_view(&m->scratch));
    m->failed = m->failed || m->scratch.failed || copy.bytes == NULL;
    return copy;
}

// Takes what stands in `scratch` as one more spelling, where it is one.
static void take(struct making *m)
{
    string_view text = buffer_view(&m->scratch);
    for (size_t i = m->first; i < m->count; i++) {
        if (sv_equal(m->spelled[i], text)) {
            return;
        }
    }
    m->failed = m->failed || m->scratch.failed;
    if (text.length > 0) {
        m->spelled[m->count++] = keep(m);
    }
}

// As a form of a page writes an address: blanks as '+'.
static void blanks_as_plus(struct making *m, string_view value)
{
    string_view rest = value;
    string_view part;
    bool more = false;
    buffer_clear(&m->scratch);
    while (sv_split(&rest, ' ', &part)) {
        buffer_append_view(&m->scratch, more ? SV("+") : SV(""));
        percent_encode(&m->scratch, part);
        more = true;
    }
}

static void spell(struct making *m, string_view value)
{
    m->first = m->count;
    buffer_clear(&m->scratch);
    buffer_append_view(&m->scratch, value);
    take(m);
    buffer_clear(&m->scratch);
    json_write_escaped(&m->scratch, value);
    take(m);
    if (value.length <= ADDRESSES_HOLD) {
        buffer_clear(&m->scratch);
        percent_encode(&m->scratch, value);
        take(m);
        blanks_as_plus(m, value);
        take(m);
    }
}

static void fold_all(struct making *m)
{
    for (size_t i = 0; i < m->count && !m->failed; i++) {
        buffer_clear(&m->scratch);
        fold_full(m->spelled[i], &m->scratch);
        m->folded[i] = keep(m);
    }
}

status mentions_make(const string_view *values, size_t count, struct arena *arena,
                     struct mentions *out, struct error *e)
{
    struct making m = {.arena = arena};
    *out = (struct mentions){.count = 0};
    m.spelled = arena_array(arena, string_view, SPELLINGS * count + 1);
    m.folded = arena_array(arena, string_view, SPELLINGS * count + 1);
    if (m.spelled == NULL || m.folded == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to look for erased values");
    }
    buffer_init(&m.scratch, MOST_BYTES);
    for (size_t i = 0; i < count && !m.failed; i++) {
        spell(&m, values[i]);
    }
    fold_all(&m);
    buffer_release(&m.scratch);
    if (m.failed) {
        return error_set(e, ST_NO_MEMORY, "no memory to look for erased values");
    }
    *out = (struct mentions){m.spelled, m.folded, m.count};
    return ST_OK;
}

// --- looking ---------------------------------------------------------------------------------

bool mentions_in_bytes(const struct mentions *m, string_view bytes)
{
    for (size_t i = 0; i < m->count; i++) {
        if (memmem(bytes.bytes, bytes.length, m->spelled[i].bytes, m->spelled[i].length) != NULL) {
            return true;
        }
    }
    return false;
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

// Letters and digits of ASCII: in folded form most words of Latin script end in them. Scripts that
// are written without blanks have no ends of words that could be seen.
static bool is_plain(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

static bool is_word_byte(char c)
{
    return is_plain(c) || (unsigned char)c >= 0x80;
}

static bool begins_word(string_view text, size_t at)
{
    if (at == 0 || !is_plain(text.bytes[at]) || !is_word_byte(text.bytes[at - 1])) {
        return true;
    }
    return at >= 3 && text.bytes[at - 3] == '%' && is_hex(text.bytes[at - 2]) &&
           is_hex(text.bytes[at - 1]);
}

static bool ends_word(string_view text, size_t end)
{
    return end == text.length || !is_plain(text.bytes[end - 1]) || !is_word_byte(text.bytes[end]);
}

bool mentions_stand_in(string_view text, string_view words)
{
    const char *end = text.bytes + text.length;
    const char *found = text.bytes;
    while (words.length > 0 && text.length > 0 &&
           (found = memmem(found, (size_t)(end - found), words.bytes, words.length)) != NULL) {
        size_t at = (size_t)(found - text.bytes);
        if (begins_word(text, at) && ends_word(text, at + words.length)) {
            return true;
        }
        found++;
    }
    return false;
}

static status look_in(const struct mentions *m, string_view text, bool *found, struct error *e)
{
    struct buffer folded;
    buffer_init(&folded, MOST_BYTES);
    fold_full(text, &folded);
    status result = buffer_check(&folded, "a text that may hold erased values", e);
    for (size_t i = 0; i < m->count && result == ST_OK && !*found; i++) {
        *found = mentions_stand_in(buffer_view(&folded), m->folded[i]);
    }
    buffer_release(&folded);
    return result;
}

status mentions_in_words(const struct mentions *m, string_view text, bool *found, struct error *e)
{
    struct buffer decoded;
    if (*found || m->count == 0 || text.length == 0) {
        return ST_OK;
    }
    TRY(look_in(m, text, found, e));
    if (*found || memchr(text.bytes, '%', text.length) == NULL) {
        return ST_OK;
    }
    // Letters of an address can be folded only once they are letters.
    buffer_init(&decoded, MOST_BYTES);
    percent_decode(&decoded, text);
    status result = buffer_check(&decoded, "a text that may hold erased values", e);
    result = result != ST_OK ? result : look_in(m, buffer_view(&decoded), found, e);
    buffer_release(&decoded);
    return result;
}

status mentions_in_name(const struct mentions *m, string_view name, bool *found, struct error *e)
{
    struct buffer spaced;
    TRY(mentions_in_words(m, name, found, e));
    if (*found) {
        return ST_OK;
    }
    buffer_init(&spaced, MOST_BYTES);
    for (size_t i = 0; i < name.length; i++) {
        bool joins = name.bytes[i] == '-' || name.bytes[i] == '_';
        buffer_append_byte(&spaced, joins ? ' ' : name.bytes[i]);
    }
    status result = buffer_check(&spaced, "a name that may hold erased values", e);
    result = result != ST_OK ? result : mentions_in_words(m, buffer_view(&spaced), found, e);
    buffer_release(&spaced);
    return result;
}
