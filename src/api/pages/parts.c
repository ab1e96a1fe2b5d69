// SPDX-License-Identifier: Apache-2.0
// The small parts that pages share.

#include <string.h>

#include "api/pages/language.h"
#include "api/pages/layout.h"

static struct civil_date day_of(moment m)
{
    return civil_from_days(m / 86400000 - (m % 86400000 < 0));
}

static string_view month_name(const struct page *p, int month)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    return say(p, months[month - 1]);
}

string_view page_date(struct page *p, moment m)
{
    if (m == MOMENT_BEGINNING) {
        return say(p, "the beginning");
    }
    const struct language *language = page_language(p);
    struct civil_date date = day_of(m);
    return arena_print(p->arena, "%d%s " SV_FORMAT " %d", date.day,
                       language != NULL && language->dotted_days ? "." : "",
                       SV_ARGUMENT(month_name(p, date.month)), date.year);
}

string_view page_month(struct page *p, moment m)
{
    struct civil_date date = day_of(m);
    return arena_print(p->arena, SV_FORMAT " %d", SV_ARGUMENT(month_name(p, date.month)),
                       date.year);
}

void page_time(struct page *p, moment m)
{
    char text[25];
    if (m == MOMENT_BEGINNING) {
        HTML(&p->w, "{}", html_text(page_date(p, m)));
        return;
    }
    moment_to_text(m, text);
    HTML(&p->w, "<time datetime=\"{}\" title=\"{}\">{}</time>", html_string(text),
         html_string(text), html_text(page_date(p, m)));
}

#define LONG_WORD ((size_t)160) // bytes
#define LONG_TEXT ((size_t)2000)
#define START     ((size_t)80)

bool page_is_long(string_view text)
{
    size_t length = text.length > LONG_TEXT ? text.length : 0;
    for (size_t i = 0; i < text.length && length <= LONG_WORD; i++) {
        bool ends = text.bytes[i] == ' ' || text.bytes[i] == '\n' || text.bytes[i] == '\t';
        length = ends ? 0 : length + 1;
    }
    return length > LONG_WORD;
}

string_view page_start_of(struct page *p, string_view text)
{
    if (!page_is_long(text)) {
        return text;
    }
    size_t end = START; // back to a character's start
    while (end > 0 && ((unsigned char)text.bytes[end] & 0xc0) == 0x80) {
        end--;
    }
    return arena_print(p->arena, SV_FORMAT "…", SV_ARGUMENT(sv_slice(text, 0, end)));
}

void page_long_value(struct page *p, string_view text)
{
    if (!page_is_long(text)) {
        HTML(&p->w, "{}", html_text(text));
        return;
    }
    HTML(&p->w, "<details class=\"long-value\"><summary>{}</summary>{}</details>",
         html_text(page_start_of(p, text)), html_text(text));
}

string_view page_moment_digits(struct page *p, moment m)
{
    return arena_print(p->arena, "%lld", (long long)m);
}

const char *kind_name(enum record_kind kind, uint64_t count)
{
    static const struct {
        const char *one;
        const char *many;
    } names[KIND_COUNT] = {
        [KIND_SPECIMENS] = {"specimen", "specimens"},
        [KIND_INDEX_LOTS] = {"index lot", "index lots"},
        [KIND_PREPARATIONS] = {"preparation", "preparations"},
        [KIND_OBSERVATIONS] = {"observation", "observations"},
        [KIND_CHECKLIST] = {"checklist entry", "checklist entries"},
        [KIND_RESEARCH] = {"research record", "research records"},
    };
    if (kind >= KIND_COUNT) {
        return count == 1 ? "record" : "records";
    }
    return count == 1 ? names[kind].one : names[kind].many;
}

string_view page_kind(const struct page *p, enum record_kind kind, uint64_t count)
{
    return say(p, kind_name(kind, count));
}

string_view page_joint(const struct page *p, size_t index, size_t count)
{
    return index == 0 ? SV("") : index + 1 == count ? say(p, " and ") : SV(", ");
}

static void append_grouped(const struct page *p, struct buffer *out, uint64_t count)
{
    struct html_writer numbers;
    html_init(&numbers, out);
    numbers.separator = page_language(p) == NULL ? ',' : page_language(p)->separator;
    HTML(&numbers, "{}", html_count(count));
}

string_view page_grouped(struct page *p, uint64_t count)
{
    struct buffer text;
    buffer_init(&text, 64);
    append_grouped(p, &text, count);
    string_view digits = arena_copy(p->arena, buffer_view(&text));
    buffer_release(&text);
    return digits;
}

string_view kind_in_words(struct page *p, const struct kind_count *kind)
{
    struct buffer text;
    buffer_init(&text, 256);
    append_grouped(p, &text, kind->count);
    buffer_append_byte(&text, ' ');
    buffer_append_view(&text, page_kind(p, kind->kind, kind->count));
    string_view words = arena_copy(p->arena, buffer_view(&text));
    buffer_release(&text);
    return words;
}

string_view kinds_in_words(struct page *p, const struct holdings *holdings)
{
    struct buffer text;
    buffer_init(&text, 1024);
    for (size_t i = 0; i < holdings->count; i++) {
        buffer_append_view(&text, page_joint(p, i, holdings->count));
        buffer_append_view(&text, kind_in_words(p, &holdings->kinds[i]));
    }
    string_view words =
        text.length > 0 ? arena_copy(p->arena, buffer_view(&text)) : say(p, "no records");
    buffer_release(&text);
    return words;
}

static bool contains_ignore_case(string_view text, const char *part)
{
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= text.length; i++) {
        if (sv_equal_ignore_case(sv_slice(text, i, length), (string_view){part, length})) {
            return true;
        }
    }
    return false;
}

// Words that tell what a collection is of, with the drawing for it. They stand for words that begin
// so ("egg" for eggshells), those with a full stop for themselves alone. Zoology as a whole has no
// drawing: any would be the wrong animal for most.
static const struct {
    const char *word;
    const char *plate;
} plate_words[] = {
    {"entomolog", "beetle"},
    {"beetle", "beetle"},
    {"coleopt", "beetle"},
    {"carabid", "beetle"},
    {"insect", "beetle"},
    {"arthropod", "beetle"},
    {"bee.", "beetle"},
    {"bees.", "beetle"},
    {"bumblebee", "beetle"},
    {"honeybee", "beetle"},
    {"apoid", "beetle"},
    {"anthophil", "beetle"},
    {"hymenopt", "beetle"},
    {"wasp", "beetle"},
    {"pollinat", "beetle"},
    {"dipter", "beetle"},
    {"hoverfl", "beetle"},
    {"dragonfl", "beetle"},
    {"lepidopt", "butterfly"},
    {"butterfl", "butterfly"},
    {"moth.", "butterfly"},
    {"moths.", "butterfly"},
    {"palaeo", "ammonite"},
    {"paleo", "ammonite"},
    {"fossil", "ammonite"},
    {"ammonit", "ammonite"},
    {"trilobit", "ammonite"},
    {"dinosaur", "ammonite"},
    {"mineral", "crystal"},
    {"meteorit", "crystal"},
    {"rock.", "crystal"},
    {"rocks.", "crystal"},
    {"gem.", "crystal"},
    {"gems.", "crystal"},
    {"crystal", "crystal"},
    {"bird", "feather"},
    {"aves.", "feather"},
    {"avian", "feather"},
    {"seabird", "feather"},
    {"ornitholog", "feather"},
    {"egg", "feather"},
    {"nest", "feather"},
    {"feather", "feather"},
    {"passerin", "feather"},
    {"plumage", "feather"},
    {"fish", "fish"},
    {"ichthyolog", "fish"},
    {"pisces.", "fish"},
    {"shark", "fish"},
    {"salmon", "fish"},
    {"mollus", "scallop"},
    {"snail", "scallop"},
    {"shell.", "scallop"},
    {"shells.", "scallop"},
    {"seashell", "scallop"},
    {"mussel", "scallop"},
    {"gastropod", "scallop"},
    {"bivalv", "scallop"},
    {"conchol", "scallop"},
    {"malacol", "scallop"},
    {"fung", "mushroom"},
    {"mushroom", "mushroom"},
    {"lichen", "mushroom"},
    {"mycolog", "mushroom"},
    {"diatom", "diatom"},
    {"plankton", "diatom"},
    {"phytoplankton", "diatom"},
    {"alga", "diatom"},
    {"foraminif", "diatom"},
    {"radiolar", "diatom"},
    {"botan", "fern"},
    {"plant.", "fern"},
    {"plants.", "fern"},
    {"fern", "fern"},
    {"herbari", "fern"},
    {"flora", "fern"},
    {"bryophyt", "fern"},
    {"pollen", "fern"},
    {"orchid", "fern"},
    {"tissue", "vial"},
    {"dna.", "vial"},
    {"sample", "vial"},
};

static bool stands_for(const char *entry, string_view word)
{
    size_t length = strlen(entry);
    bool alone = entry[length - 1] == '.';
    length -= alone;
    return (alone ? word.length == length : word.length >= length) &&
           sv_equal_ignore_case(sv_slice(word, 0, length), (string_view){entry, length});
}

static const char *plate_of_word(string_view word)
{
    for (size_t i = 0; i < ARRAY_LENGTH(plate_words); i++) {
        if (stands_for(plate_words[i].word, word)) {
            return plate_words[i].plate;
        }
    }
    return NULL;
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (unsigned char)byte >= 0x80;
}

// By the first word of the subject that tells; else one of the kind, which names no animal or
// plant.
static const char *plate_name(enum record_kind kind, string_view subject)
{
    for (size_t i = 0; i < subject.length;) {
        size_t start = i;
        while (i < subject.length && is_letter(subject.bytes[i])) {
            i++;
        }
        const char *plate = plate_of_word(sv_slice(subject, start, i - start));
        if (plate != NULL) {
            return plate;
        }
        i += i == start;
    }
    static const char *const kinds[KIND_COUNT] = {
        [KIND_SPECIMENS] = "drawer",   [KIND_INDEX_LOTS] = "drawer",
        [KIND_PREPARATIONS] = "vial",  [KIND_OBSERVATIONS] = "notebook",
        [KIND_CHECKLIST] = "notebook", [KIND_RESEARCH] = "notebook",
    };
    return kind < KIND_COUNT ? kinds[kind] : "notebook";
}

void page_plate(struct page *p, enum record_kind kind, string_view subject)
{
    HTML(&p->w,
         "<svg class=\"plate\" aria-hidden=\"true\" viewBox=\"0 0 120 120\"><use "
         "href=\"{}#{}\"></use></svg>",
         html_text(page_asset(p, "plates.svg")), html_string(plate_name(kind, subject)));
}

void page_bar(struct page *p, uint64_t part, uint64_t whole)
{
    // In thousandths, at least a sliver where there is anything.
    uint64_t width = whole == 0 ? 0 : (uint64_t)((double)MIN(part, whole) / (double)whole * 1000.0);
    if (part > 0 && width < 4) {
        width = 4;
    }
    HTML(&p->w,
         "<svg class=\"bar\" aria-hidden=\"true\" viewBox=\"0 0 1000 4\" "
         "preserveAspectRatio=\"none\"><rect width=\"{}\" height=\"4\"/></svg>",
         html_number((int64_t)width));
}

void page_type_badge(struct page *p, string_view type_status)
{
    static const struct {
        const char *word;
        const char *style;
    } styles[] = {
        {"holotyp", "holotype"}, {"neotyp", "holotype"},    {"lectotyp", "holotype"},
        {"paratyp", "paratype"}, {"paralecto", "paratype"}, {"allotyp", "paratype"},
        {"syntyp", "syntype"},   {"isotyp", "syntype"},
    };
    if (type_status.length == 0) {
        return;
    }
    // "paralectotype" holds "lectotyp": the later, narrower words win.
    const char *style = "other";
    for (size_t i = 0; i < ARRAY_LENGTH(styles); i++) {
        if (contains_ignore_case(type_status, styles[i].word)) {
            style = styles[i].style;
        }
    }
    HTML(&p->w, "<span class=\"badge type type-{}\">{}</span>", html_string(style),
         html_text(page_start_of(p, type_status)));
}

void page_copy_button(struct page *p, const char *id, const char *label)
{
    HTML(&p->w, "<button type=\"button\" class=\"quiet\" data-copy=\"{}\" hidden>{}</button>\n",
         html_string(id), html_text(say(p, label)));
}

static void pager_link(struct page *p, const struct address *state, uint64_t offset,
                       const char *label, uint64_t number, bool here)
{
    struct address target = *state;
    address_remove(&target, SV("offset"));
    address_remove(&target, SV("after"));
    if (offset > 0) {
        address_set(&target, SV("offset"),
                    arena_print(p->arena, "%llu", (unsigned long long)offset));
    }
    HTML(&p->w, "<li><a href=\"{}\"", html_text(address_print(&target, p->arena)));
    if (here) {
        html_put(&p->w, " aria-current=\"page\"");
    }
    if (label != NULL) {
        HTML(&p->w, ">{}</a></li>\n", html_text(say(p, label)));
    } else {
        HTML(&p->w, "><span class=\"hidden\">{} </span>{}</a></li>\n", html_text(say(p, "Page")),
             html_count(number));
    }
}

void page_pager(struct page *p, const struct address *state, uint64_t total, uint64_t limit,
                uint64_t offset)
{
    if (limit == 0 || total <= limit) {
        return;
    }
    uint64_t pages = (total - 1) / limit + 1;
    uint64_t here = offset / limit;
    HTML(&p->w, "<nav class=\"pager\" aria-label=\"{}\"><ul>\n",
         html_text(say(p, "Pages of results")));
    if (offset > 0) {
        pager_link(p, state, offset > limit ? offset - limit : 0, "Previous", 0, false);
    }
    uint64_t shown_before = UINT64_MAX;
    for (uint64_t number = 0; number < pages;) {
        bool near = number + 2 >= here && number <= here + 2;
        if (number == 0 || number + 1 == pages || near) {
            if (shown_before != UINT64_MAX && number > shown_before + 1) {
                html_put(&p->w, "<li class=\"gap\" aria-hidden=\"true\">…</li>\n");
            }
            pager_link(p, state, number * limit, NULL, number + 1, number == here);
            shown_before = number;
            number++;
        } else {
            number = number + 2 < here ? here - 2 : pages - 1; // straight to the next one shown
        }
    }
    if (offset + limit < total) {
        pager_link(p, state, offset + limit, "Next", 0, false);
    }
    html_put(&p->w, "</ul></nav>\n");
}

void page_version_bar(struct page *p, moment version, string_view latest_address)
{
    HTML(&p->w, "<p class=\"version-bar\" role=\"status\">{} ",
         html_text(say(p, "This is the version of")));
    page_time(p, version);
    html_put(&p->w, ". ");
    if (latest_address.length > 0) {
        HTML(&p->w, "<a href=\"{}\">{}</a>.", html_text(latest_address),
             html_text(say(p, "See the newest")));
    }
    html_put(&p->w, "</p>\n");
}

static void write_erased(struct page *p, const struct digest_line *line)
{
    SAY(p, " {} of them lost values by law since, ", html_count(line->erased));
    if (line->first_erased != line->last_erased) {
        HTML(&p->w, "{} ", html_text(say(p, "from")));
        page_time(p, line->first_erased);
        HTML(&p->w, " {} ", html_text(say(p, "to")));
    } else {
        HTML(&p->w, "{} ", html_text(say(p, "on")));
    }
    page_time(p, line->last_erased);
    HTML(&p->w, "{}", html_text(say(p, ": the digest stands over the hashes kept of them.")));
}

void page_digest(struct page *p, const struct digest_line *line)
{
    if (line->address.length == 0) {
        return;
    }
    if (line->digest.length == 0) {
        HTML(&p->w, "<p class=\"digest small\"><a href=\"{}\" rel=\"nofollow\">{}</a>: {}</p>\n",
             html_text(line->address), html_text(say(p, "Digest")),
             html_text(say_count(
                 p, line->rows,
                 "one checksum over these {} record at this version, worked out when asked.",
                 "one checksum over these {} records at this version, worked out when asked.")));
        return;
    }
    HTML(&p->w,
         "<p class=\"digest small\"><a href=\"{}\" rel=\"nofollow\">{}</a> <code>{}</code>: {}",
         html_text(line->address), html_text(say(p, "Digest")), html_text(line->digest),
         html_text(say_count(p, line->rows, "one checksum over {} record at this version.",
                             "one checksum over {} records at this version.")));
    if (line->erased > 0) {
        write_erased(p, line);
    }
    html_put(&p->w, "</p>\n");
}
