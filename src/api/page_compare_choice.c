// SPDX-License-Identifier: Apache-2.0
// What the view "compare" measures, of which field and in which groups, as its address asks or as
// is usual. Must not know: which searches are compared.
#include "api/page_view_compare_internal.h"
#include "api/pages/terms.h"
#include "portal/vocabularies.h"

static const struct search_outline *field_asked(struct comparing *c, const char *parameter)
{
    string_view name = address_value(&c->f->state, sv_from(parameter));
    const struct search_outline *field =
        name.length == 0 ? NULL : field_with_values(&c->typed, name);
    if (name.length > 0 && field == NULL) {
        search_page_ignore(c->f, sv_from(parameter), "no table searched has this field");
    }
    return field;
}

// The vocabulary that reads the field: of the name of its last part.
static status vocabulary_of(struct comparing *c, string_view field, const struct vocabulary **out,
                            struct error *e)
{
    string_view last = field;
    while (sv_split(&field, '.', &last)) {
        // the last part stays
    }
    static const char *const known[] = {"sex", "lifeStage", "typeStatus"};
    string_view name = last;
    for (size_t i = 0; i < ARRAY_LENGTH(known); i++) {
        name = sv_equal_ignore_case(last, sv_from(known[i])) ? sv_from(known[i]) : name;
    }
    struct error trouble = {0};
    *out = NULL;
    status result = portal_vocabulary(c->f->api->portal, name, c->f->arena, out, &trouble);
    if (result == ST_INVALID) { // there is none of the name
        return ST_OK;
    }
    if (result != ST_OK) {
        *e = trouble;
    }
    return result;
}

static enum compare_measure measure_asked(struct comparing *c)
{
    string_view name = address_value(&c->f->state, SV("compare.measure"));
    enum compare_measure measure = compare_measure_of_name(name);
    if (name.length > 0 && measure == COMPARE_MEASURES) {
        search_page_ignore(c->f, SV("compare.measure"), "there is no such measure");
    }
    return measure;
}

static const struct search_outline *number_field(const struct comparing *c)
{
    const struct search_outline *found = NULL;
    for (size_t i = 0; i < c->typed.count; i++) {
        const struct search_outline *field = &c->typed.fields[i];
        if (field->numbers * 2 > field->entries &&
            (found == NULL || field->records > found->records)) {
            found = field;
        }
    }
    return found;
}

bool compare_is_share(enum compare_measure measure)
{
    return measure == COMPARE_SHARE || measure == COMPARE_SPECIES;
}

// What a measure is of where nothing is said, or what is said does not suit it.
static status choose_of(struct comparing *c, struct error *e)
{
    struct compare_asked *a = &c->asked;
    const struct search_outline *of = field_asked(c, "compare.of");
    const struct search_outline *sex = field_with_values(&c->f->fields, SV("sex"));
    enum compare_measure measure = measure_asked(c);
    if (measure == COMPARE_MEASURES) {
        measure = of == NULL && sex != NULL ? COMPARE_SHARE : COMPARE_COUNT;
    }
    of = compare_is_share(measure) && of == NULL ? sex : of;
    of = measure == COMPARE_MEAN && of == NULL ? number_field(c) : of;
    of = measure == COMPARE_DISTINCT && of == NULL
             ? field_with_values(&c->f->fields, SV("scientificName"))
             : of;
    if (compare_is_share(measure) && of != NULL) {
        TRY(vocabulary_of(c, of->name, &a->of.vocabulary, e));
        if (a->of.vocabulary == NULL) {
            search_page_ignore(c->f, SV("compare.of"),
                               "no vocabulary says what this field's values mean");
            of = sex;
            TRY(vocabulary_of(c, SV("sex"), &a->of.vocabulary, e));
        }
    }
    measure = of == NULL ? COMPARE_COUNT : measure;
    a->measure = measure;
    a->of.field = of == NULL || measure == COMPARE_COUNT ? SV("") : of->name;
    a->of.kind = compare_is_share(measure) ? BUCKET_TERM : BUCKET_VALUE;
    a->of_list = of != NULL && of->nested;
    return ST_OK;
}

static void choose_term(struct comparing *c)
{
    struct compare_asked *a = &c->asked;
    const struct vocabulary *v = a->of.vocabulary;
    if (!compare_is_share(a->measure)) {
        return;
    }
    string_view name = address_value(&c->f->state, SV("compare.term"));
    size_t term = name.length == 0 ? v->share_of : vocabulary_term(v, name);
    if (term == v->term_count) {
        search_page_ignore(c->f, SV("compare.term"), "the vocabulary has no such term");
        term = v->share_of;
    }
    a->term = term;
    c->page->term = v->terms[term];
    c->page->terms = v->terms;
    c->page->term_count = v->term_count;
    c->page->base_terms = v->share_base | UINT64_C(1) << term;
}

static const struct search_outline *usual_by(const struct comparing *c)
{
    static const char *const names[] = {"class", "order", "family", "country", "collectionCode"};
    const struct search_outline *found = NULL;
    for (size_t i = 0; i < ARRAY_LENGTH(names) && found == NULL; i++) {
        found = field_with_values(&c->f->fields, sv_from(names[i]));
    }
    return found;
}

// Nothing said: the usual; "none": all together.
static status choose_by(struct comparing *c, struct error *e)
{
    struct compare_asked *a = &c->asked;
    bool none = address_has(&c->f->state, SV("compare.by"), SV("-"));
    const struct search_outline *by = none ? NULL : field_asked(c, "compare.by");
    by = by == NULL && !none ? usual_by(c) : by;
    if (by == NULL) {
        return ST_OK;
    }
    const struct search_outline *typed = field_with_values(&c->typed, by->name);
    a->has_by = true;
    a->by = (struct bucket_request){.field = by->name, .kind = BUCKET_VALUE};
    TRY(vocabulary_of(c, by->name, &a->by.vocabulary, e));
    bool year =
        sv_equal_ignore_case(by->name, SV("year")) ||
        (typed != NULL && typed->dates * 2 > typed->entries && typed->numbers < typed->dates);
    a->by.kind = a->by.vocabulary != NULL ? BUCKET_TERM : year ? BUCKET_DECADE : BUCKET_VALUE;
    return ST_OK;
}

status compare_choose(struct comparing *c, struct error *e)
{
    TRY(choose_of(c, e));
    choose_term(c);
    TRY(choose_by(c, e));
    const struct search_outline *species = field_with_values(&c->f->fields, SV("species"));
    species = species == NULL ? field_with_values(&c->f->fields, SV("scientificName")) : species;
    c->asked.species = species == NULL ? SV("scientificName") : species->name;
    c->page->measure = c->asked.measure;
    c->page->of = c->asked.of.field;
    c->page->by = c->asked.has_by ? c->asked.by.field : SV("");
    c->page->decades = c->asked.has_by && c->asked.by.kind == BUCKET_DECADE;
    return ST_OK;
}
