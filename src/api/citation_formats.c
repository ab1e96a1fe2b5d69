// SPDX-License-Identifier: Apache-2.0
// Citations for programs that keep references: BibTeX, RIS, CSL-JSON.
#include "api/citation.h"

#include "api/page_metadata.h"
#include "api/page_text.h"
#include "formats/json_write.h"

// What the formats have in common.
struct reference {
    struct arena *arena;
    const struct citation *c;
    string_view id;
    string_view title;
    string_view container; // the dataset of a record
    string_view day;       // "2026-06-01"
    struct buffer *out;
};

static bool is_of_id(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
}

// Letters and digits with single dashes between, and the day.
static string_view make_id(struct arena *arena, const struct citation *c)
{
    struct buffer text;
    string_view source = c->kind == CITED_RECORD    ? c->catalog_number
                         : c->kind == CITED_DATASET ? json_text(c->dataset, "title")
                                                    : SV("records");
    source = sv_slice(source, 0, 60);
    buffer_init(&text, 256);
    for (size_t i = 0; i < source.length; i++) {
        if (is_of_id(source.bytes[i])) {
            buffer_append_byte(&text, source.bytes[i]);
        } else if (text.length > 0 && text.bytes[text.length - 1] != '-') {
            buffer_append_byte(&text, '-');
        }
    }
    if (text.length > 0 && text.bytes[text.length - 1] != '-') {
        buffer_append_byte(&text, '-');
    }
    buffer_append_view(&text, day_in_digits(arena, c->version));
    string_view id = arena_copy(arena, buffer_view(&text));
    buffer_release(&text);
    return id;
}

static string_view record_title_of(struct arena *arena, const struct citation *c)
{
    string_view number = c->institution.length == 0 ? c->catalog_number
                                                    : arena_print(arena, SV_FORMAT " " SV_FORMAT,
                                                                  SV_ARGUMENT(c->institution),
                                                                  SV_ARGUMENT(c->catalog_number));
    return c->name.length == 0 ? number
                               : arena_print(arena, SV_FORMAT ", " SV_FORMAT, SV_ARGUMENT(number),
                                             SV_ARGUMENT(c->name));
}

static struct reference reference_of(struct arena *arena, const struct citation *c,
                                     struct buffer *out)
{
    struct reference r = {.arena = arena, .c = c, .out = out};
    string_view title = sv_trim(json_text(c->dataset, "title"));
    while (title.length > 0 && title.bytes[title.length - 1] == '.') {
        title.length--; // as in the sentence
    }
    r.id = make_id(arena, c);
    r.day = day_in_digits(arena, c->version);
    switch (c->kind) {
    case CITED_DATASET:
        r.title = title;
        break;
    case CITED_RECORD:
        r.title = record_title_of(arena, c);
        r.container = title;
        break;
    case CITED_SEARCH:
        r.title = arena_print(arena, SV_FORMAT ": " SV_FORMAT,
                              SV_ARGUMENT(citation_extent(arena, c)), SV_ARGUMENT(c->query));
        break;
    }
    return r;
}

// --- authors ---------------------------------------------------------------------------------

struct cited_author {
    string_view family;
    string_view given;
    string_view literal; // an institution, or a name that is not taken apart
};

typedef void put_author(struct reference *r, const struct cited_author *author, bool first);

// In the dataset's order; the publisher where there are none (rule G1).
static void each_author(struct reference *r, put_author *put)
{
    const json_t *list = json_object_get(r->c->dataset, "authors");
    bool first = true;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *author = json_array_get(list, i);
        struct cited_author a = {.family = sv_trim(json_text(author, "family")),
                                 .given = sv_trim(json_text(author, "given"))};
        a.literal = a.family.length > 0 ? SV("") : sv_trim(json_text(author, "name"));
        if (a.family.length > 0 || a.literal.length > 0) {
            put(r, &a, first);
            first = false;
        }
    }
    struct cited_author publisher = {.literal = sv_trim(r->c->publisher)};
    if (first && publisher.literal.length > 0) {
        put(r, &publisher, true);
    }
}

// --- BibTeX ----------------------------------------------------------------------------------

// What TeX takes for commands is written so that it prints; control characters become blanks.
static void bibtex_text(struct buffer *out, string_view text)
{
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        switch (byte) {
        case '\\':
            buffer_append_view(out, SV("\\textbackslash{}"));
            break;
        case '~':
            buffer_append_view(out, SV("\\textasciitilde{}"));
            break;
        case '^':
            buffer_append_view(out, SV("\\textasciicircum{}"));
            break;
        case '{':
            buffer_append_view(out, SV("\\textbraceleft{}"));
            break;
        case '}':
            buffer_append_view(out, SV("\\textbraceright{}"));
            break;
        case '#':
        case '$':
        case '%':
        case '&':
        case '_':
            buffer_append_byte(out, '\\');
            buffer_append_byte(out, byte);
            break;
        default:
            buffer_append_byte(out, (unsigned char)byte < 0x20 || byte == 0x7f ? ' ' : byte);
        }
    }
}

static void bibtex_field(struct reference *r, const char *name, string_view value)
{
    if (value.length > 0) {
        buffer_print(r->out, ",\n  %s = {", name);
        bibtex_text(r->out, value);
        buffer_append_byte(r->out, '}');
    }
}

// A name in parts, or one whole in braces of its own. A comma within a part would begin another.
static void bibtex_author(struct reference *r, const struct cited_author *a, bool first)
{
    struct buffer *out = r->out;
    buffer_append_view(out, first ? SV(",\n  author = {") : SV(" and "));
    buffer_append_byte(out, '{');
    bibtex_text(out, a->literal.length > 0 ? a->literal : a->family);
    buffer_append_byte(out, '}');
    if (a->literal.length == 0 && a->given.length > 0) {
        buffer_append_view(out, SV(", {"));
        bibtex_text(out, a->given);
        buffer_append_byte(out, '}');
    }
}

static void write_bibtex(struct reference *r)
{
    const struct citation *c = r->c;
    struct buffer *out = r->out;
    buffer_print(out, "@misc{" SV_FORMAT, SV_ARGUMENT(r->id));
    size_t before = out->length;
    each_author(r, bibtex_author);
    buffer_append_view(out, out->length > before ? SV("}") : SV(""));
    // Braces of its own keep the title's capitals.
    buffer_append_view(out, SV(",\n  title = {{"));
    bibtex_text(out, r->title);
    buffer_append_view(out, SV("}}"));
    bibtex_field(r, "year", sv_slice(r->day, 0, 4));
    bibtex_field(r, "version", r->day);
    bibtex_field(r, "publisher", c->publisher);
    bibtex_field(r, "howpublished", SV("Data set"));
    if (r->container.length > 0) {
        bibtex_field(r, "note",
                     arena_print(r->arena, "In: " SV_FORMAT ". Accessed " SV_FORMAT,
                                 SV_ARGUMENT(r->container),
                                 SV_ARGUMENT(day_in_words(r->arena, c->accessed))));
    }
    if (c->doi.length > 0) {
        buffer_print(out, ",\n  doi = {" SV_FORMAT "}", SV_ARGUMENT(c->doi));
    }
    if (c->address.length > 0) {
        // An address is not TeX's to read; it is percent-encoded and holds no brace.
        buffer_print(out, ",\n  url = {" SV_FORMAT "}", SV_ARGUMENT(c->address));
    }
    buffer_append_view(out, SV("\n}\n"));
}

// --- RIS -------------------------------------------------------------------------------------

static void ris_line(struct reference *r, const char *tag, string_view value)
{
    if (value.length == 0) {
        return;
    }
    buffer_print(r->out, "%s  - ", tag);
    for (size_t i = 0; i < value.length; i++) {
        unsigned char byte = (unsigned char)value.bytes[i];
        buffer_append_byte(r->out, byte < 0x20 || byte == 0x7f ? ' ' : value.bytes[i]);
    }
    buffer_append_view(r->out, SV("\r\n"));
}

static void ris_author(struct reference *r, const struct cited_author *a, bool first)
{
    (void)first;
    string_view whole = a->literal.length > 0 ? a->literal : a->family;
    if (a->literal.length == 0 && a->given.length > 0) {
        whole = arena_print(r->arena, SV_FORMAT ", " SV_FORMAT, SV_ARGUMENT(a->family),
                            SV_ARGUMENT(a->given));
    }
    ris_line(r, "AU", whole);
}

// "2026/06/01/", as RIS writes dates.
static string_view ris_day(struct arena *arena, moment m)
{
    string_view day = day_in_digits(arena, m);
    return arena_print(arena, SV_FORMAT "/" SV_FORMAT "/" SV_FORMAT "/",
                       SV_ARGUMENT(sv_slice(day, 0, 4)), SV_ARGUMENT(sv_slice(day, 5, 2)),
                       SV_ARGUMENT(sv_slice(day, 8, 2)));
}

static void write_ris(struct reference *r)
{
    const struct citation *c = r->c;
    ris_line(r, "TY", SV("DATA"));
    ris_line(r, "ID", r->id);
    each_author(r, ris_author);
    ris_line(r, "TI", r->title);
    ris_line(r, "T2", r->container);
    ris_line(r, "PY", sv_slice(r->day, 0, 4));
    ris_line(r, "DA", ris_day(r->arena, c->version));
    ris_line(r, "ET", arena_print(r->arena, "Version " SV_FORMAT, SV_ARGUMENT(r->day)));
    ris_line(r, "PB", c->publisher);
    ris_line(r, "M3", SV("Data set"));
    ris_line(r, "DO", c->doi);
    ris_line(r, "UR", c->address);
    if (c->kind == CITED_RECORD) {
        ris_line(r, "Y2", ris_day(r->arena, c->accessed));
    }
    buffer_append_view(r->out, SV("ER  - \r\n"));
}

// --- CSL-JSON --------------------------------------------------------------------------------

static void csl_author(struct reference *r, const struct cited_author *a, bool first)
{
    buffer_append_view(r->out, first ? SV(",\"author\":[{") : SV(",{"));
    json_write_member(r->out, SV("family"), a->family);
    json_write_member(r->out, SV("given"), a->literal.length > 0 ? SV("") : a->given);
    json_write_member(r->out, SV("literal"), a->literal);
    buffer_append_byte(r->out, '}');
}

static void csl_date(struct reference *r, const char *name, moment m)
{
    struct civil_date day = civil_from_days(m / 86400000 - (m % 86400000 < 0));
    buffer_print(r->out, ",\"%s\":{\"date-parts\":[[%d,%d,%d]]}", name, day.year, day.month,
                 day.day);
}

static void write_csl(struct reference *r)
{
    const struct citation *c = r->c;
    struct buffer *out = r->out;
    buffer_append_view(out, SV("[{"));
    json_write_member(out, SV("id"), r->id);
    json_write_member(out, SV("type"), SV("dataset"));
    json_write_member(out, SV("title"), r->title);
    json_write_member(out, SV("container-title"), r->container);
    size_t before = out->length;
    each_author(r, csl_author);
    buffer_append_view(out, out->length > before ? SV("]") : SV(""));
    csl_date(r, "issued", c->version);
    json_write_member(out, SV("version"), r->day);
    json_write_member(out, SV("publisher"), c->publisher);
    json_write_member(out, SV("DOI"), c->doi);
    json_write_member(out, SV("URL"), c->address);
    if (c->kind == CITED_RECORD) {
        csl_date(r, "accessed", c->accessed);
    }
    buffer_append_view(out, SV("}]\n"));
}

status citation_write(struct arena *arena, const struct citation *c, enum citation_format format,
                      struct buffer *out, struct error *e)
{
    struct reference r = reference_of(arena, c, out);
    switch (format) {
    case CITATION_TEXT:
        buffer_append_view(out, citation_text(arena, c));
        buffer_append_byte(out, '\n');
        break;
    case CITATION_BIBTEX:
        write_bibtex(&r);
        break;
    case CITATION_RIS:
        write_ris(&r);
        break;
    case CITATION_CSL:
        write_csl(&r);
        break;
    case CITATION_FORMATS:
        return error_set(e, ST_INTERNAL, "no such format of citations");
    }
    return buffer_check(out, "the citation", e);
}

string_view citation_file_name(struct arena *arena, const struct citation *c,
                               enum citation_format format)
{
    return arena_print(arena, SV_FORMAT ".%s", SV_ARGUMENT(make_id(arena, c)),
                       citation_formats[format].extension);
}
