// SPDX-License-Identifier: Apache-2.0
// One pass by lines, and one along each line. Every byte of the source passes through an HTML gap,
// which escapes it; only the tags written here are markup.
#include "api/markdown.h"

#include "api/pages/html.h"

#define SPAN_LIMIT ((size_t)2000)

enum block { BLOCK_NONE, BLOCK_PARAGRAPH, BLOCK_LIST };

struct markdown {
    struct html_writer w;
    enum block block; // that is open
};

static void close_block(struct markdown *m)
{
    if (m->block == BLOCK_PARAGRAPH) {
        html_put(&m->w, "</p>\n");
    } else if (m->block == BLOCK_LIST) {
        html_put(&m->w, "</li></ul>\n");
    }
    m->block = BLOCK_NONE;
}

// A stretch of a line that is more than text.
enum span_kind { SPAN_LINK, SPAN_STRONG, SPAN_EMPHASIS, SPAN_CODE };

struct span {
    enum span_kind kind;
    size_t length; // in the line, with its marks
    string_view text;
    string_view address; // of a link
};

// Offset of the mark at or behind `from`, or text.length; looks at most SPAN_LIMIT bytes ahead, so
// that unpaired marks cost little.
static size_t find_mark(string_view text, size_t from, string_view mark)
{
    size_t end = MIN(text.length, from + SPAN_LIMIT);
    for (size_t i = from; i + mark.length <= end; i++) {
        if (sv_equal(sv_slice(text, i, mark.length), mark)) {
            return i;
        }
    }
    return text.length;
}

static bool is_web(string_view address)
{
    return sv_starts_with(address, SV("https://")) || sv_starts_with(address, SV("http://")) ||
           sv_starts_with(address, SV("mailto:"));
}

// [text](address)
static bool read_link(string_view rest, struct span *out)
{
    size_t middle = find_mark(rest, 1, SV("]("));
    size_t end = find_mark(rest, MIN(middle, rest.length) + 2, SV(")"));
    if (middle >= rest.length || end >= rest.length) {
        return false;
    }
    string_view address = sv_slice(rest, middle + 2, end - middle - 2);
    *out = (struct span){SPAN_LINK, end + 1, sv_slice(rest, 1, middle - 1), address};
    return is_web(address);
}

// A bare web address, up to a blank or a closing mark.
static bool read_address(string_view rest, struct span *out)
{
    size_t length = 0;
    if (!sv_starts_with(rest, SV("https://")) && !sv_starts_with(rest, SV("http://"))) {
        return false;
    }
    while (length < rest.length && (unsigned char)rest.bytes[length] > ' ' &&
           rest.bytes[length] != ')' && rest.bytes[length] != '>' && rest.bytes[length] != '"') {
        length++;
    }
    while (length > 8 && (rest.bytes[length - 1] == '.' || rest.bytes[length - 1] == ',')) {
        length--;
    }
    string_view address = sv_slice(rest, 0, length);
    *out = (struct span){SPAN_LINK, length, address, address};
    return true;
}

// Text between two equal marks.
static bool read_marked(string_view rest, struct span *out)
{
    bool strong = sv_starts_with(rest, SV("**"));
    string_view mark = sv_slice(rest, 0, strong ? 2 : 1);
    size_t end = find_mark(rest, mark.length, mark);
    if (end >= rest.length || end == mark.length || rest.bytes[mark.length] == ' ') {
        return false;
    }
    enum span_kind kind = strong ? SPAN_STRONG : rest.bytes[0] == '*' ? SPAN_EMPHASIS : SPAN_CODE;
    *out =
        (struct span){kind, end + mark.length, sv_slice(rest, mark.length, end - mark.length), {0}};
    return true;
}

static bool read_span(string_view rest, struct span *out)
{
    switch (rest.bytes[0]) {
    case '[':
        return read_link(rest, out);
    case 'h':
        return read_address(rest, out);
    case '*':
    case '`':
        return read_marked(rest, out);
    default:
        return false;
    }
}

static void write_span(struct markdown *m, const struct span *span)
{
    switch (span->kind) {
    case SPAN_LINK:
        HTML(&m->w, "<a href=\"{}\">{}</a>", html_text(span->address), html_text(span->text));
        break;
    case SPAN_STRONG:
        HTML(&m->w, "<strong>{}</strong>", html_text(span->text));
        break;
    case SPAN_EMPHASIS:
        HTML(&m->w, "<em>{}</em>", html_text(span->text));
        break;
    case SPAN_CODE:
        HTML(&m->w, "<code>{}</code>", html_text(span->text));
        break;
    }
}

static void write_plain(struct markdown *m, string_view text)
{
    if (text.length > 0) {
        HTML(&m->w, "{}", html_text(text));
    }
}

static void write_line(struct markdown *m, string_view line)
{
    size_t plain = 0; // start of the text not yet written
    size_t at = 0;
    while (at < line.length) {
        struct span span;
        if (read_span(sv_slice(line, at, SIZE_MAX), &span)) {
            write_plain(m, sv_slice(line, plain, at - plain));
            write_span(m, &span);
            at += span.length;
            plain = at;
        } else {
            at++;
        }
    }
    write_plain(m, sv_slice(line, plain, SIZE_MAX));
}

static void write_block_line(struct markdown *m, string_view line)
{
    bool item = sv_starts_with(line, SV("- ")) || sv_starts_with(line, SV("* "));
    size_t level = 0;
    while (level < line.length && line.bytes[level] == '#') {
        level++;
    }
    if (level > 0 && level < 7 && level < line.length && line.bytes[level] == ' ') {
        close_block(m);
        html_put(&m->w, "<h3>");
        write_line(m, sv_trim(sv_slice(line, level, SIZE_MAX)));
        html_put(&m->w, "</h3>\n");
    } else if (item && m->block == BLOCK_LIST) {
        html_put(&m->w, "</li>\n<li>");
        write_line(m, sv_slice(line, 2, SIZE_MAX));
    } else if (item) {
        close_block(m);
        html_put(&m->w, "<ul>\n<li>");
        write_line(m, sv_slice(line, 2, SIZE_MAX));
        m->block = BLOCK_LIST;
    } else if (m->block != BLOCK_NONE) {
        html_put(&m->w, "\n");
        write_line(m, line);
    } else {
        html_put(&m->w, "<p>");
        write_line(m, line);
        m->block = BLOCK_PARAGRAPH;
    }
}

void markdown_to_html(string_view text, struct buffer *out)
{
    struct markdown m = {.block = BLOCK_NONE};
    string_view line = {0};
    html_init(&m.w, out);
    while (sv_split(&text, '\n', &line)) {
        line = sv_trim(line);
        if (line.length == 0) {
            close_block(&m);
        } else {
            write_block_line(&m, line);
        }
    }
    close_block(&m);
}

void markdown_to_plain(string_view text, struct buffer *out)
{
    bool blank = true;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        bool is_blank = (unsigned char)c <= ' ';
        bool is_mark = c == '*' || c == '`' || c == '#';
        if (is_blank ? !blank : !is_mark) {
            buffer_append_byte(out, is_blank ? ' ' : c);
        }
        blank = is_mark ? blank : is_blank;
    }
}
