// SPDX-License-Identifier: Apache-2.0
// Links of charts, fields of charts, and where their numbers are from.
#include "api/chart_ask.h"
#include "api/page_text.h"
#include "api/pages/layout.h"
#include "api/pages/views.h"
#include "api/query_words.h"
#include "api/taxon_ranks.h"

// --- fields ----------------------------------------------------------------------------------

const struct search_outline *chart_rank_below(const struct field_list *fields, string_view field)
{
    const struct search_outline *found = NULL;
    for (size_t i = taxon_rank(field) + 1; i < TAXON_RANKS && found == NULL; i++) {
        found = field_with_values(fields, taxon_rank_field(i));
    }
    return found;
}

const struct search_outline *chart_rank_filtered(const struct search_filling *f)
{
    size_t last = TAXON_RANKS;
    for (size_t i = 0; i < f->state.count; i++) {
        size_t rank = taxon_rank(field_of_parameter(f->state.pairs[i].name));
        bool known =
            rank < TAXON_RANKS && field_with_values(&f->fields, taxon_rank_field(rank)) != NULL;
        last = known && (last == TAXON_RANKS || rank > last) ? rank : last;
    }
    return last == TAXON_RANKS ? NULL : field_with_values(&f->fields, taxon_rank_field(last));
}

// --- addresses -------------------------------------------------------------------------------

void chart_state(const struct search_filling *f, struct address *target)
{
    *target = f->state;
    address_remove(target, SV("offset"));
    address_remove(target, SV("charts.from"));
}

void chart_set_value(struct search_filling *f, struct address *target, string_view field,
                     string_view value)
{
    address_set(target, parameter_of_field(f->arena, field), query_value_write(f->arena, value));
}

static string_view print_with(const struct search_filling *f, string_view field, string_view value)
{
    struct address target;
    chart_state(f, &target);
    address_set(&target, parameter_of_field(f->arena, field), value);
    return address_print(&target, f->arena);
}

string_view chart_value_address(const struct search_filling *f, string_view field,
                                string_view value)
{
    return value_fits_address(value) ? print_with(f, field, query_value_write(f->arena, value))
                                     : SV("");
}

string_view chart_missing_address(const struct search_filling *f, string_view field)
{
    return print_with(f, field, SV("!*"));
}

string_view chart_range_address(const struct search_filling *f, string_view field,
                                string_view range)
{
    return print_with(f, field, range);
}

// --- bins ------------------------------------------------------------------------------------

static int64_t years_of(enum bucket_kind kind)
{
    return kind == BUCKET_CENTURY ? 100 : kind == BUCKET_DECADE ? 10 : 1;
}

static string_view years(struct arena *arena, enum bucket_kind kind, string_view text,
                         const char *between, bool always)
{
    int64_t from = 0;
    int64_t span = years_of(kind);
    if (!sv_to_int64(text, &from)) {
        return text;
    }
    if (span == 1 && !always) {
        return text;
    }
    return arena_print(arena, "%04lld%s%04lld", (long long)from, between,
                       (long long)(from + span - 1));
}

string_view chart_bin_label(struct arena *arena, enum bucket_kind kind, string_view text)
{
    return years(arena, kind, text, "–", false);
}

string_view chart_bin_range(struct arena *arena, enum bucket_kind kind, string_view text)
{
    if (kind == BUCKET_MONTH || kind == BUCKET_DAY) {
        return arena_print(arena, SV_FORMAT ".." SV_FORMAT, SV_ARGUMENT(text), SV_ARGUMENT(text));
    }
    return years(arena, kind, text, "..", true);
}

// --- the source ------------------------------------------------------------------------------

// A kind has a word in other languages; names of datasets and tables are the same in all.
static string_view kind_or_name(const struct language *language, const struct address_pair *pair)
{
    enum record_kind kind =
        sv_equal(pair->name, SV("kind")) ? kind_from_text(pair->value) : KIND_COUNT;
    return language == NULL || kind == KIND_COUNT
               ? pair->value
               : sv_from(language_text(language, kind_name(kind, 2)));
}

// Datasets, tables and kinds are not part of the query, but of the search.
static string_view with_tables(const struct search_filling *f, const struct address *state,
                               string_view words)
{
    static const struct {
        const char *name;
        const char *sentence;
    } own[] = {{"dataset", "{}, dataset {}"}, {"table", "{}, table {}"}, {"kind", "{}, kind {}"}};
    const struct language *language = f->site.page.language;
    for (size_t i = 0; i < state->count; i++) {
        const struct address_pair *pair = &state->pairs[i];
        for (size_t k = 0; k < ARRAY_LENGTH(own); k++) {
            if (sv_equal(pair->name, sv_from(own[k].name))) {
                string_view sentence = sv_from(language_text(language, own[k].sentence));
                const string_view texts[] = {words, kind_or_name(language, pair)};
                words = language_fill(f->arena, sentence, texts, ARRAY_LENGTH(texts));
            }
        }
    }
    return words;
}

status chart_search_name(struct search_filling *f, const struct search_input *input,
                         const struct address *state, struct chart_source *out, struct error *e)
{
    static const struct query all = {.kind = QUERY_ALL};
    const struct query *normal = NULL;
    char name[65];
    const struct query *asked = input->request.query == NULL ? &all : input->request.query;
    TRY(query_normalise(f->arena, asked, &normal, e));
    TRY(query_name(normal, name, e));
    out->query = with_tables(f, state, query_words(f->arena, f->site.page.language, normal));
    out->name = arena_copy(f->arena, sv_from(name));
    out->version = input->view.version;
    return ST_OK;
}

status chart_source_fill(struct search_filling *f, struct chart_source *out, struct error *e)
{
    struct address whole;
    TRY(chart_search_name(f, &f->input, &f->state, out, e));
    chart_state(f, &whole);
    whole.path = SV("/search");
    // The address leads to the same numbers later, too.
    if (f->site.view.version > 0) {
        address_set(&whole, SV("version"),
                    arena_print(f->arena, "%lld", (long long)f->site.view.version));
    }
    out->address = arena_print(f->arena, SV_FORMAT SV_FORMAT, SV_ARGUMENT(f->site.origin),
                               SV_ARGUMENT(address_print(&whole, f->arena)));
    return ST_OK;
}
