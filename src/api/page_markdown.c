// SPDX-License-Identifier: Apache-2.0
// Markdown by libcmark, never with CMARK_OPT_UNSAFE.
#include "api/page_markdown.h"

#include "base/buffer.h"

#include <cmark.h>
#include <stdlib.h>

#define HEADING_MOST 6

// Cut where a character begins.
static string_view cut(string_view text, size_t most)
{
    size_t length = MIN(text.length, most);
    while (length < text.length && length > 0 &&
           ((unsigned char)text.bytes[length] & 0xc0) == 0x80) {
        length--;
    }
    return sv_slice(text, 0, length);
}

static cmark_node *parse(string_view markdown)
{
    string_view text = cut(markdown, MARKDOWN_LIMIT);
    return cmark_parse_document(text.bytes, text.length,
                                CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8);
}

// A link in the place of a picture, with the picture's text, or its address where it has none.
static void replace_picture(cmark_node *picture)
{
    cmark_node *link = cmark_node_new(CMARK_NODE_LINK);
    if (link == NULL) {
        return;
    }
    (void)cmark_node_set_url(link, cmark_node_get_url(picture));
    for (cmark_node *child = cmark_node_first_child(picture); child != NULL;
         child = cmark_node_first_child(picture)) {
        cmark_node_unlink(child);
        (void)cmark_node_append_child(link, child);
    }
    if (cmark_node_first_child(link) == NULL) {
        cmark_node *text = cmark_node_new(CMARK_NODE_TEXT);
        (void)cmark_node_set_literal(text, cmark_node_get_url(picture));
        (void)cmark_node_append_child(link, text);
    }
    (void)cmark_node_replace(picture, link);
    cmark_node_free(picture);
}

static void suit_to_page(cmark_node *document, int above)
{
    cmark_iter *walk = cmark_iter_new(document);
    for (cmark_event_type event = cmark_iter_next(walk); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk)) {
        cmark_node *node = cmark_iter_get_node(walk);
        cmark_node_type type = cmark_node_get_type(node);
        if (event == CMARK_EVENT_ENTER && type == CMARK_NODE_HEADING) {
            int level = cmark_node_get_heading_level(node) + above;
            (void)cmark_node_set_heading_level(node, MIN(level, HEADING_MOST));
        } else if (event == CMARK_EVENT_EXIT && type == CMARK_NODE_IMAGE) {
            replace_picture(node);
        }
    }
    cmark_iter_free(walk);
}

// `above`: the level of the heading that the text stands under.
static status render(struct arena *arena, string_view markdown, int above, string_view *out,
                     struct error *e)
{
    *out = SV("");
    if (sv_trim(markdown).length == 0) {
        return ST_OK;
    }
    cmark_node *document = parse(markdown);
    if (document == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the description");
    }
    suit_to_page(document, above);
    char *html = cmark_render_html(document, CMARK_OPT_DEFAULT);
    cmark_node_free(document);
    *out = arena_copy(arena, sv_from(html));
    free(html);
    return out->bytes == NULL ? error_set(e, ST_NO_MEMORY, "no memory for the description") : ST_OK;
}

status markdown_to_html(struct arena *arena, string_view markdown, string_view *out,
                        struct error *e)
{
    return render(arena, markdown, 2, out, e);
}

status markdown_to_page(struct arena *arena, string_view markdown, string_view *out,
                        struct error *e)
{
    return render(arena, markdown, 1, out, e);
}

// One text node on the line being made; blanks run together.
static void append_words(struct buffer *line, const char *literal)
{
    for (const char *at = literal; at != NULL && *at != '\0'; at++) {
        bool blank = *at == ' ' || *at == '\t' || *at == '\n' || *at == '\r';
        bool after_blank = line->length == 0 || line->bytes[line->length - 1] == ' ';
        if (!blank) {
            buffer_append_byte(line, *at);
        } else if (!after_blank) {
            buffer_append_byte(line, ' ');
        }
    }
}

static void append_document(struct buffer *line, cmark_node *document, size_t enough)
{
    cmark_iter *walk = cmark_iter_new(document);
    for (cmark_event_type event = cmark_iter_next(walk);
         event != CMARK_EVENT_DONE && line->length <= enough; event = cmark_iter_next(walk)) {
        cmark_node *node = cmark_iter_get_node(walk);
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
        case CMARK_NODE_CODE_BLOCK:
            append_words(line, cmark_node_get_literal(node));
            break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
        case CMARK_NODE_PARAGRAPH:
        case CMARK_NODE_HEADING:
        case CMARK_NODE_ITEM:
            append_words(line, " ");
            break;
        default:
            break;
        }
    }
    cmark_iter_free(walk);
}

string_view markdown_to_line(struct arena *arena, string_view markdown, size_t most)
{
    struct buffer line;
    string_view result = SV("");
    if (sv_trim(markdown).length == 0) {
        return result;
    }
    cmark_node *document = parse(markdown);
    if (document == NULL) {
        return result;
    }
    buffer_init(&line, MARKDOWN_LIMIT + most + 16);
    append_document(&line, document, most);
    cmark_node_free(document);
    string_view text = sv_trim(buffer_view(&line));
    if (text.length <= most) {
        result = arena_copy(arena, text);
    } else {
        string_view start = cut(text, most);
        size_t length = start.length;
        while (length > 0 && start.bytes[length - 1] != ' ') {
            length--;
        }
        start = sv_trim(sv_slice(start, 0, length > 0 ? length : start.length));
        result = arena_print(arena, SV_FORMAT "…", SV_ARGUMENT(start));
    }
    buffer_release(&line);
    return result;
}
