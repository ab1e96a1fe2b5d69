// SPDX-License-Identifier: Apache-2.0
// Citations as sentences, by templates.
#include "api/citation.h"

#include "api/page_metadata.h"
#include "api/page_text.h"
#include "base/bidi.h"

#define GAP_LONGEST ((size_t)24)

const struct citation_format_facts citation_formats[CITATION_FORMATS] = {
    [CITATION_TEXT] = {"text", "Text", "text/plain; charset=utf-8", "txt"},
    [CITATION_BIBTEX] = {"bibtex", "BibTeX", "application/x-bibtex; charset=utf-8", "bib"},
    [CITATION_RIS] = {"ris", "RIS", "application/x-research-info-systems; charset=utf-8", "ris"},
    [CITATION_CSL] = {"csl", "CSL-JSON", "application/vnd.citationstyles.csl+json", "json"},
};

bool citation_format_of(string_view name, enum citation_format *out)
{
    for (int i = 0; i < CITATION_FORMATS; i++) {
        if (sv_equal(name, sv_from(citation_formats[i].name))) {
            *out = (enum citation_format)i;
            return true;
        }
    }
    return false;
}

// --- templates -------------------------------------------------------------------------------

struct filling {
    struct arena *arena;
    const struct citation *c;
    struct buffer text;
    size_t literal; // where the literal since the last value begins
};

// Rule G1; the address stands where a registered identifier would (rule F1).
static string_view template_of(const struct citation *c)
{
    static const struct {
        const char *name;
        const char *text;
    } rules[] = {
        [CITED_DATASET] = {"dataset", "{authors} ({year}). {title} [Data set]. Version {date}. "
                                      "{publisher}. {identifier}"},
        [CITED_RECORD] = {"record", "{institutionCode} {catalogNumber}, {scientificName}. In: "
                                    "{datasetCitation} {url}. Accessed {accessed}."},
        [CITED_SEARCH] = {"search",
                          "{publisher} ({year}). {extent}: {query} [Data set]. {identifier}"},
    };
    string_view own = json_text(c->templates, rules[c->kind].name);
    return own.length > 0 ? own : sv_from(rules[c->kind].text);
}

// The citation of a record's dataset, without an address but a DOI: that of the record follows.
static string_view dataset_citation(struct arena *arena, const struct citation *c)
{
    struct citation dataset = *c;
    dataset.kind = CITED_DATASET;
    dataset.address =
        dataset.dataset_doi.length == 0
            ? SV("")
            : arena_print(arena, CITATION_DOI SV_FORMAT ".", SV_ARGUMENT(dataset.dataset_doi));
    return citation_text(arena, &dataset);
}

// A title without the full stop it may bring.
static string_view plain_title(const json_t *dataset)
{
    string_view title = sv_trim(json_text(dataset, "title"));
    while (title.length > 0 && title.bytes[title.length - 1] == '.') {
        title.length--;
    }
    return title;
}

static string_view count_text(struct arena *arena, uint64_t count)
{
    return arena_print(arena, "%llu", (unsigned long long)count);
}

string_view citation_extent(struct arena *arena, const struct citation *c)
{
    return arena_print(arena, "%llu %s from %llu %s", (unsigned long long)c->records,
                       c->records == 1 ? "record" : "records", (unsigned long long)c->datasets,
                       c->datasets == 1 ? "dataset" : "datasets");
}

static string_view authors_of(struct arena *arena, const struct citation *c)
{
    string_view authors = metadata_authors_line(arena, c->dataset, SIZE_MAX);
    return authors.length > 0 ? authors : c->publisher;
}

// *known is false for a gap that no template has.
static string_view value_of(struct filling *f, string_view gap, bool *known)
{
    const struct citation *c = f->c;
    struct arena *arena = f->arena;
    const struct {
        const char *gap;
        string_view value;
    } plain[] = {
        {"publisher", c->publisher},
        {"identifier", c->address},
        {"url", c->address},
        {"institutionCode", c->institution},
        {"catalogNumber", c->catalog_number},
        {"scientificName", c->name},
        {"query", c->query},
    };
    *known = true;
    for (size_t i = 0; i < ARRAY_LENGTH(plain); i++) {
        if (sv_equal(gap, sv_from(plain[i].gap))) {
            return bidi_isolate(arena, plain[i].value);
        }
    }
    if (sv_equal(gap, SV("authors"))) {
        return bidi_isolate(arena, authors_of(arena, c));
    }
    if (sv_equal(gap, SV("title"))) {
        return bidi_isolate(arena, plain_title(c->dataset));
    }
    if (sv_equal(gap, SV("year"))) {
        return sv_slice(day_in_digits(arena, c->version), 0, 4);
    }
    if (sv_equal(gap, SV("date"))) {
        return day_in_digits(arena, c->version);
    }
    if (sv_equal(gap, SV("accessed"))) {
        return day_in_words(arena, c->accessed);
    }
    if (sv_equal(gap, SV("datasetCitation"))) {
        return dataset_citation(arena, c);
    }
    if (sv_equal(gap, SV("extent"))) {
        return citation_extent(arena, c);
    }
    if (sv_equal(gap, SV("count"))) {
        return count_text(arena, c->records);
    }
    if (sv_equal(gap, SV("datasets"))) {
        return count_text(arena, c->datasets);
    }
    *known = false;
    return SV("");
}

// What led to an empty value goes with it.
static void take_back(struct filling *f)
{
    while (f->text.length > f->literal) {
        char last = f->text.bytes[f->text.length - 1];
        if (last != ' ' && last != ',') {
            break;
        }
        f->text.length--;
    }
}

// A sentence ends once: a value may bring its own full stop. Blanks do not begin a citation.
static void put_byte(struct filling *f, char byte)
{
    char last = f->text.length == 0 ? ' ' : f->text.bytes[f->text.length - 1];
    bool twice = byte == '.' && (last == '.' || last == '?' || last == '!');
    if (!twice && !(byte == ' ' && last == ' ')) {
        buffer_append_byte(&f->text, byte);
    }
}

static void fill_template(struct filling *f, string_view text)
{
    for (size_t i = 0; i < text.length; i++) {
        string_view rest = sv_slice(text, i + 1, GAP_LONGEST);
        size_t end = text.bytes[i] == '{' ? sv_find(rest, '}') : rest.length;
        bool known = false;
        string_view value = SV("");
        if (end < rest.length) {
            value = value_of(f, sv_slice(rest, 0, end), &known);
        }
        if (!known) {
            put_byte(f, text.bytes[i]);
            continue;
        }
        if (value.length == 0) {
            take_back(f);
        } else {
            buffer_append_view(&f->text, sv_trim(value));
            f->literal = f->text.length;
        }
        i += end + 1;
    }
}

// A dataset's citation stands in that of a record: once, as a dataset's has no such gap.
// NOLINTNEXTLINE(misc-no-recursion)
string_view citation_text(struct arena *arena, const struct citation *c)
{
    struct filling f = {.arena = arena, .c = c};
    buffer_init(&f.text, 256 * 1024);
    fill_template(&f, template_of(c));
    string_view text = f.text.failed ? SV("") : arena_copy(arena, sv_trim(buffer_view(&f.text)));
    buffer_release(&f.text);
    return text;
}
