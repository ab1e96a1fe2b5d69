// SPDX-License-Identifier: Apache-2.0
// `vitrine search`: records, facets and counts on the command line.
#include "cli/asking_search.h"
#include "cli/cli.h"
#include "cli/search_summary.h"

#include "portal/kind_order.h"
#include "query/explanation.h"

#include <inttypes.h>
#include <string.h>

static const char *dataset;
static const char *table_slug;
static const char *query_json;
static const char *version;
static const char *after;
static int64_t limit = 20;
static int64_t offset;
static int64_t facet_limit = 10;
static bool explain;
static struct option_list facets;
static const char *facet_prefix;
static int64_t facet_offset;
static bool facet_multi;
static struct summary_options summary;
static struct option_list sorts;

static const struct option options[] = {
    {"dataset", OPTION_TEXT, &dataset, "SLUG", "search this dataset's tables only"},
    {"table", OPTION_TEXT, &table_slug, "SLUG", "search this table only"},
    {"query", OPTION_TEXT, &query_json, "JSON",
     "a query as the API takes it; instead of arguments"},
    {"facet", OPTION_LIST, &facets, "FIELD", "count this field's values; may be repeated"},
    {"facet-limit", OPTION_NUMBER, &facet_limit, "N", "values of each facet (default: 10)"},
    {"facet-offset", OPTION_NUMBER, &facet_offset, "N", "values of each facet to skip"},
    {"facet-prefix", OPTION_TEXT, &facet_prefix, "TEXT", "values that start so, case aside"},
    {"facet-multi", OPTION_FLAG, &facet_multi, NULL,
     "leave out what the search asks of a facet's own field"},
    {"statistics", OPTION_LIST, &summary.statistics, "FIELD",
     "count, ends, sum and mean of a field; may be repeated, as all that follow"},
    {"quantiles", OPTION_TEXT, &summary.quantiles, "Q,Q", "quantiles of the statistics"},
    {"histogram", OPTION_LIST, &summary.histograms, "FIELD[:WIDTH]",
     "records by widths of numbers or by century, decade, year, month, day"},
    {"by", OPTION_LIST, &summary.by, "FIELD[:WIDTH]", "groups of records; up to three fields"},
    {"distinct", OPTION_LIST, &summary.distinct, "FIELD", "of each group: distinct values"},
    {"sum", OPTION_LIST, &summary.sum, "FIELD", "of each group: the sum of a field's numbers"},
    {"mean", OPTION_LIST, &summary.mean, "FIELD", "of each group: their mean"},
    {"min", OPTION_LIST, &summary.min, "FIELD", "of each group: the least number"},
    {"max", OPTION_LIST, &summary.max, "FIELD", "of each group: the greatest number"},
    {"share", OPTION_LIST, &summary.share, "FIELD[:VOCABULARY]",
     "of each group: a share, such as that of females among the sexed"},
    {"grid", OPTION_LIST, &summary.grids, "KIND:SIZE",
     "positions by geohash:N, tile:Z/X/Y:DEPTH or degrees:SIZE"},
    {"sort", OPTION_LIST, &sorts, "FIELD",
     "descending with a leading -; may be repeated; or _score or _kind alone"},
    {"limit", OPTION_NUMBER, &limit, "N", "records to print (default: 20)"},
    {"offset", OPTION_NUMBER, &offset, "N", "records to skip"},
    {"after", OPTION_TEXT, &after, "CURSOR", "go on behind an earlier answer"},
    {"version", OPTION_TEXT, &version, "MOMENT", "as it stood then"},
    {"explain", OPTION_FLAG, &explain, NULL,
     "tell what each clause matches and takes away, and where the time went"},
};

static status make_request(struct asking *a, int count, char **arguments, struct search_request *r,
                           struct error *e)
{
    if (limit < 0 || offset < 0 || facet_limit < 0 || facet_offset < 0) {
        return error_set(e, ST_INVALID,
                         "--limit, --offset, --facet-limit and --facet-offset are not negative");
    }
    struct search_facet_request *facet_requests =
        arena_array(&a->arena, struct search_facet_request, facets.count);
    struct search_sort *sort_fields = arena_array(&a->arena, struct search_sort, sorts.count);
    if (facet_requests == NULL || sort_fields == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to search");
    }
    for (size_t i = 0; i < facets.count; i++) {
        facet_requests[i] = (struct search_facet_request){.field = sv_from(facets.values[i]),
                                                          .limit = (size_t)facet_limit,
                                                          .offset = (size_t)facet_offset,
                                                          .prefix = sv_from(facet_prefix),
                                                          .multi = facet_multi};
    }
    for (size_t i = 0; i < sorts.count; i++) {
        bool descending = sorts.values[i][0] == '-';
        sort_fields[i] = (struct search_sort){sv_from(sorts.values[i] + descending), descending};
    }
    *r = (struct search_request){
        .commit = a->commit,
        .facets = facet_requests,
        .facet_count = facets.count,
        .sorts = sort_fields,
        .sort_count = sorts.count,
        .limit = (size_t)limit,
        .offset = (uint64_t)offset,
        .after = sv_from(after),
    };
    TRY(kind_order_give(a->portal, a->snapshot, &a->arena, r, e));
    TRY(asking_query(a, query_json, count, arguments, r, e));
    return asking_tables(a, dataset, table_slug, r, e);
}

static status print_hit(struct asking *a, const struct search_hit *hit, struct buffer *b,
                        struct error *e)
{
    const struct store_table *t = snapshot_table_by_uuid(a->snapshot, &hit->table);
    string_view slug = t == NULL ? SV("") : t->slug;
    if (!option_json) {
        buffer_print(b, SV_FORMAT "\t" SV_FORMAT "\t", SV_ARGUMENT(slug), SV_ARGUMENT(hit->key));
    } else {
        buffer_append_view(b, SV("{\"dataset\":"));
        print_json_string(b, t == NULL ? SV("") : t->dataset_slug);
        buffer_append_view(b, SV(",\"table\":"));
        print_json_string(b, slug);
        buffer_append_view(b, SV(",\"key\":"));
        print_json_string(b, hit->key);
        buffer_print(
            b, ",\"version\":%" PRId64 ",\"data\":", snapshot_commit(a->snapshot, hit->from)->time);
    }
    TRY(snapshot_write_record(a->snapshot, &hit->version, false, b, e));
    if (option_json) {
        buffer_append_byte(b, '}');
    } else {
        buffer_append_byte(b, '\n');
    }
    return ST_OK;
}

static void print_facet(const struct search_facet *f, struct buffer *b)
{
    if (!option_json) {
        buffer_print(b, "\n" SV_FORMAT "\n", SV_ARGUMENT(f->field));
    } else {
        buffer_append_view(b, SV("{\"field\":"));
        print_json_string(b, f->field);
        buffer_append_view(b, SV(",\"values\":["));
    }
    for (size_t i = 0; i < f->value_count; i++) {
        if (!option_json) {
            buffer_print(b, "%10" PRIu64 "  " SV_FORMAT "\n", f->values[i].count,
                         SV_ARGUMENT(f->values[i].value));
            continue;
        }
        buffer_append_view(b, i == 0 ? SV("{\"value\":") : SV(",{\"value\":"));
        print_json_string(b, f->values[i].value);
        buffer_print(b, ",\"count\":%" PRIu64 "}", f->values[i].count);
    }
    if (option_json) {
        buffer_print(b, "],\"missing\":%" PRIu64 ",\"other\":%" PRIu64 "}", f->missing, f->other);
    } else {
        buffer_print(b, "%10" PRIu64 "  (other)\n%10" PRIu64 "  (missing)\n", f->other, f->missing);
    }
}

static void print_explanation(const struct search_explanation *x, struct buffer *b)
{
    if (option_json) {
        buffer_append_view(b, SV(",\"explain\":"));
        explanation_print(x, b);
        return;
    }
    buffer_print(b, "\n%10s %10s %10s %8s  clause\n", "alone", "remaining", "removed", "ms");
    for (size_t i = 0; i < x->clause_count; i++) {
        const struct search_clause *c = &x->clauses[i];
        buffer_print(b, "%10" PRIu64 " %10" PRIu64 " %10" PRIu64 " %8.3f  ", c->alone, c->remaining,
                     c->removed, (double)c->nanoseconds / 1e6);
        query_describe(c->query, b);
        buffer_append_byte(b, '\n');
    }
    buffer_print(b, "of %" PRIu64 " records; match %.3f ms, facets %.3f, order %.3f, hits %.3f\n",
                 x->rows, (double)x->match / 1e6, (double)x->facets / 1e6, (double)x->order / 1e6,
                 (double)x->hits / 1e6);
}

static status print_result(struct asking *a, const struct search_result *r,
                           const struct search_explanation *x, struct buffer *b, struct error *e)
{
    if (option_json) {
        buffer_print(b, "{\"version\":%" PRId64 ",\"total\":%" PRIu64 ",\"records\":[",
                     snapshot_commit(a->snapshot, r->commit)->time, r->total);
    }
    for (size_t i = 0; i < r->hit_count; i++) {
        if (option_json && i > 0) {
            buffer_append_byte(b, ',');
        }
        TRY(print_hit(a, &r->hits[i], b, e));
    }
    buffer_append_view(b, option_json ? SV("],\"facets\":[") : SV(""));
    for (size_t i = 0; i < r->facet_count; i++) {
        if (option_json && i > 0) {
            buffer_append_byte(b, ',');
        }
        print_facet(&r->facets[i], b);
    }
    if (option_json) {
        buffer_append_view(b, SV("],\"after\":"));
        if (r->after.length > 0) {
            print_json_string(b, r->after);
        } else {
            buffer_append_view(b, SV("null"));
        }
        if (x != NULL) {
            print_explanation(x, b);
        }
        buffer_append_view(b, SV("}\n"));
    } else {
        buffer_print(b, "%" PRIu64 " records match\n", r->total);
        if (x != NULL) {
            print_explanation(x, b);
        }
    }
    return ST_OK;
}

static status find(struct asking *a, int count, char **arguments, struct buffer *out,
                   struct error *e)
{
    struct search_request request;
    struct search_result found;
    struct search_explanation explanation;
    TRY(make_request(a, count, arguments, &request, e));
    request.explanation = explain ? &explanation : NULL;
    if (search_summary_asked(&summary)) {
        return search_summary_print(a, &request, &summary, out, e);
    }
    TRY(search_run(a->snapshot, &scope_public, &a->arena, &request, &found, e));
    return print_result(a, &found, request.explanation, out, e);
}

static status answer(int count, char **arguments, struct buffer *out, struct error *e)
{
    return asking_do(option_data, version, find, count, arguments, out, e);
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    return command_answer(answer, count, arguments);
}

const struct command command_search = {
    .name = "search",
    .summary = "find records",
    .arguments = "[WORD...] [FIELD=VALUE...]",
    .description =
        "Words are looked for anywhere in a record. FIELD=VALUE works as in the page's "
        "address: a repeated field is\n"
        "or, a..b is a range, * means any value, a trailing * a prefix; filter.TERM=VALUE "
        "is a term of the JSON form,\nsuch as filter.geo_named_area=country:Kenya.",
    .examples = "  vitrine search apis family=Apidae year=1900..1950 --facet country\n"
                "  vitrine search --dataset bees --sort -year --limit 5\n"
                "  vitrine search filter.wildcard=genus:B?mb* filter.bbox=-10,35,30,60\n"
                "  vitrine search --by class --by year:decade --share sex --distinct species\n"
                "  vitrine search --query '{\"filters\": {\"and\": [{\"exists\": {\"geo_field\": "
                "true}}]}}'",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .most_arguments = 200,
    .run = run,
};
