// SPDX-License-Identifier: Apache-2.0
// The template writer: a small reader of HTML's grammar that follows the literals and escapes gaps.

#include "api/pages/html.h"

#include "base/bidi.h"
#include "base/percent.h"
#include "base/utf8.h"

enum place {
    IN_TEXT,
    IN_TAG,     // between < and >, outside a value
    IN_VALUE,   // inside a double-quoted attribute value
    AT_ADDRESS, // at the first byte of an address attribute
    IN_ADDRESS, // further on in it
};

void html_init(struct html_writer *w, struct buffer *out)
{
    *w = (struct html_writer){.out = out, .place = IN_TEXT, .separator = ','};
}

struct html_value html_text(string_view text)
{
    return (struct html_value){.kind = HTML_TEXT, .text = text};
}

struct html_value html_string(const char *text)
{
    return html_text(sv_from(text));
}

struct html_value html_number(int64_t number)
{
    return (struct html_value){.kind = HTML_NUMBER, .number = number};
}

struct html_value html_count(uint64_t count)
{
    return (struct html_value){.kind = HTML_COUNT, .number = (int64_t)MIN(count, INT64_MAX)};
}

struct html_value html_markup(string_view markup)
{
    return (struct html_value){.kind = HTML_MARKUP, .text = markup};
}

static bool is_address_attribute(const struct html_writer *w)
{
    static const char *const names[] = {"href", "src", "action", "formaction"};
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        if (sv_equal((string_view){w->name, w->name_length}, sv_from(names[i]))) {
            return true;
        }
    }
    return false;
}

// Elements whose content is text alone (HTML, sections 4.2.2 and 4.10.10), and the <text> of
// drawings, which knows no <bdi>.
static void name_element(struct html_writer *w)
{
    static const char *const names[] = {"title", "option", "textarea", "text"};
    string_view name = {w->name, w->name_length};
    bool ends = sv_starts_with(name, SV("/"));
    name = sv_slice(name, ends, SIZE_MAX);
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        w->plain = sv_equal(name, sv_from(names[i])) ? !ends : w->plain;
    }
    w->verbatim = w->plain && sv_equal(name, SV("textarea"));
    w->in_element = false;
}

static void read_tag_byte(struct html_writer *w, char byte)
{
    if (w->in_element && (byte == '>' || byte == ' ' || byte == '\n')) {
        name_element(w);
    }
    if (byte == '>') {
        w->place = IN_TEXT;
    } else if (byte == '"') {
        w->place = is_address_attribute(w) ? AT_ADDRESS : IN_VALUE;
    } else if (byte == ' ' || byte == '\n') {
        w->name_length = 0;
    } else if (byte != '=' && w->name_length < sizeof w->name) {
        w->name[w->name_length++] = byte;
    }
}

// Whether an address is one of a page, of which there is one for each language. A gap stands as
// "{}" at most behind what tells.
static bool is_page_address(string_view address)
{
    static const char *const others[] = {"//", "/api/", "/assets/", "/media/", "/site/"};
    bool page = sv_starts_with(address, SV("/"));
    for (size_t i = 0; i < ARRAY_LENGTH(others); i++) {
        page = page && !sv_starts_with(address, sv_from(others[i]));
    }
    return page;
}

static void copy_literal(struct html_writer *w, string_view literal)
{
    size_t start = 0;
    for (size_t i = 0; i < literal.length; i++) {
        char byte = literal.bytes[i];
        switch ((enum place)w->place) {
        case IN_TEXT:
            w->place = byte == '<' ? IN_TAG : IN_TEXT;
            w->in_element = byte == '<';
            w->name_length = 0;
            break;
        case IN_TAG:
            read_tag_byte(w, byte);
            break;
        case IN_VALUE:
        case AT_ADDRESS:
        case IN_ADDRESS:
            if (byte == '"') {
                w->place = IN_TAG;
                w->name_length = 0;
            } else if (w->place == AT_ADDRESS) {
                w->place = IN_ADDRESS;
                if (w->prefix.length > 0 && is_page_address(sv_slice(literal, i, SIZE_MAX))) {
                    buffer_append_view(w->out, sv_slice(literal, start, i - start));
                    buffer_append_view(w->out, w->prefix);
                    start = i;
                }
            }
            break;
        }
    }
    buffer_append_view(w->out, sv_slice(literal, start, SIZE_MAX));
}

// U+FFFD, which stands for a byte that cannot be shown.
#define REPLACEMENT "\xef\xbf\xbd"

static const char *entity_of(char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

// HTML allows no control character but tab, line feed, form feed and carriage return.
static bool is_forbidden_control(unsigned char byte)
{
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f;
}

// Where a line may break in a word that no line holds. Browsers take minutes to find out for
// themselves where a word of 100,000 letters breaks, and widen tables and boxes to its length.
#define LONG_WORD  ((size_t)120) // bytes
#define BREAK_EACH ((size_t)40)

static bool ends_word(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

static size_t word_length(string_view text, size_t from)
{
    size_t end = from;
    while (end < text.length && !ends_word(text.bytes[end])) {
        end++;
    }
    return end - from;
}

static void append_escaped(struct buffer *out, string_view text)
{
    size_t start = 0;
    size_t i = 0;
    while (i < text.length) {
        size_t next = i + 1;
        const char *replacement = entity_of(text.bytes[i]);
        if (replacement == NULL && is_forbidden_control((unsigned char)text.bytes[i])) {
            replacement = REPLACEMENT;
        } else if ((unsigned char)text.bytes[i] >= 0x80) {
            next = i;
            replacement = utf8_next(text, &next) < 0 ? REPLACEMENT : NULL;
        }
        if (replacement != NULL) {
            buffer_append(out, text.bytes + start, i - start);
            buffer_append_view(out, sv_from(replacement));
            start = next;
        }
        i = next;
    }
    if (start < text.length) {
        buffer_append(out, text.bytes + start, text.length - start);
    }
}

// An address with a scheme that runs or embeds something (javascript:, data:) is not for a link.
static bool is_safe_address(string_view address)
{
    size_t colon = sv_find(address, ':');
    size_t stop = MIN(MIN(sv_find(address, '/'), sv_find(address, '?')), sv_find(address, '#'));
    if (colon >= stop) {
        return true; // no scheme: relative
    }
    string_view scheme = sv_slice(address, 0, colon);
    return sv_equal_ignore_case(scheme, SV("http")) || sv_equal_ignore_case(scheme, SV("https")) ||
           sv_equal_ignore_case(scheme, SV("mailto"));
}

static void append_count(struct buffer *out, uint64_t count, char separator)
{
    char digits[20];
    size_t length = 0;
    do {
        digits[length++] = (char)('0' + count % 10);
        count /= 10;
    } while (count > 0);
    while (length > 0) {
        buffer_append_byte(out, digits[--length]);
        if (length > 0 && length % 3 == 0) {
            buffer_append_byte(out, separator);
        }
    }
}

// Pieces of a long word end where a character does.
static void append_word(struct buffer *out, string_view word)
{
    size_t start = 0;
    while (word.length - start > BREAK_EACH) {
        size_t end = start + BREAK_EACH;
        for (size_t most = MIN(end + 3, word.length); // of one character
             end < most && ((unsigned char)word.bytes[end] & 0xc0) == 0x80;) {
            end++;
        }
        append_escaped(out, sv_slice(word, start, end - start));
        buffer_append_view(out, SV("<wbr>"));
        start = end;
    }
    append_escaped(out, sv_slice(word, start, SIZE_MAX));
}

static void append_breakable(struct buffer *out, string_view text)
{
    size_t start = 0; // of what is not written yet
    size_t i = 0;
    while (i < text.length) {
        size_t length = word_length(text, i);
        if (length > LONG_WORD) {
            append_escaped(out, sv_slice(text, start, i - start));
            append_word(out, sv_slice(text, i, length));
            start = i + length;
        }
        i += length + 1;
    }
    append_escaped(out, sv_slice(text, MIN(start, text.length), SIZE_MAX));
}

static void append_text(struct html_writer *w, string_view text)
{
    if (w->plain || text.length <= LONG_WORD) {
        append_escaped(w->out, text);
    } else {
        append_breakable(w->out, text);
    }
}

// Browsers make an isolate of an element by the same characters, which a text could end as well.
static void append_isolated(struct html_writer *w, string_view text)
{
    struct buffer contained;
    if (w->verbatim || !bidi_reaches_out(text)) {
        append_text(w, text);
        return;
    }
    buffer_init(&contained, 2 * text.length + 64);
    bidi_contain(&contained, text);
    buffer_append_view(w->out, w->plain ? SV(BIDI_ISOLATE) : SV("<bdi>"));
    append_text(w, buffer_view(&contained));
    buffer_append_view(w->out, w->plain ? SV(BIDI_POP) : SV("</bdi>"));
    w->out->failed = w->out->failed || contained.failed;
    buffer_release(&contained);
}

static void write_text(struct html_writer *w, string_view text)
{
    switch ((enum place)w->place) {
    case IN_TEXT:
        append_isolated(w, text);
        break;
    case IN_VALUE:
        append_escaped(w->out, text);
        break;
    case AT_ADDRESS:
        if (is_page_address(text)) {
            buffer_append_view(w->out, w->prefix);
        }
        append_escaped(w->out, is_safe_address(text) ? text : SV("#"));
        w->place = IN_ADDRESS;
        break;
    case IN_ADDRESS:
        percent_encode(w->out, text);
        break;
    case IN_TAG:
        w->misplaced = true; // attribute names and unquoted values come from templates only
        break;
    }
}

static void write_value(struct html_writer *w, const struct html_value *value)
{
    switch (value->kind) {
    case HTML_TEXT:
        write_text(w, value->text);
        break;
    case HTML_NUMBER:
        buffer_append_int(w->out, value->number);
        break;
    case HTML_COUNT:
        append_count(w->out, (uint64_t)value->number, w->separator);
        break;
    case HTML_MARKUP:
        if (w->place == IN_TEXT) {
            buffer_append_view(w->out, value->text);
        } else {
            w->misplaced = true;
        }
        break;
    }
}

void html_write(struct html_writer *w, string_view template, const struct html_value *values,
                size_t count)
{
    size_t used = 0;
    size_t start = 0;
    for (size_t i = 0; i + 1 < template.length; i++) {
        if (template.bytes[i] != '{' || template.bytes[i + 1] != '}') {
            continue;
        }
        copy_literal(w, sv_slice(template, start, i - start));
        if (used < count) {
            write_value(w, &values[used]);
        }
        used++;
        i++;
        start = i + 1;
    }
    copy_literal(w, sv_slice(template, start, template.length - start));
    if (used != count) {
        w->misplaced = true;
    }
}

status html_check(const struct html_writer *w, struct error *e)
{
    if (w->misplaced || w->place != IN_TEXT) {
        return error_set(e, ST_INTERNAL, "A page template has a gap out of place.");
    }
    return buffer_check(w->out, "The page", e);
}
