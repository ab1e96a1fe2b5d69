// SPDX-License-Identifier: Apache-2.0
// Options become the parameters that the portal API takes, so that both say the same.
// Must not know: how records are printed.
#include "cli/search_summary.h"

#include "api/summary_input.h"
#include "query/summary_write.h"

#define PARAMETERS_MOST ((size_t)11 * OPTION_LIST_LENGTH)

static size_t count_options(const struct summary_options *o)
{
    return o->statistics.count + o->histograms.count + o->by.count + o->distinct.count +
           o->sum.count + o->mean.count + o->min.count + o->max.count + o->share.count +
           o->grids.count;
}

bool search_summary_asked(const struct summary_options *o)
{
    return count_options(o) > 0;
}

static void add_list(struct http_parameter *list, size_t *count, const char *name,
                     const struct option_list *values)
{
    for (size_t i = 0; i < values->count; i++) {
        list[(*count)++] = (struct http_parameter){sv_from(name), sv_from(values->values[i])};
    }
}

static size_t make_parameters(const struct summary_options *o, struct http_parameter *list)
{
    size_t count = 0;
    add_list(list, &count, "statistics", &o->statistics);
    add_list(list, &count, "histogram", &o->histograms);
    add_list(list, &count, "by", &o->by);
    add_list(list, &count, "distinct", &o->distinct);
    add_list(list, &count, "sum", &o->sum);
    add_list(list, &count, "mean", &o->mean);
    add_list(list, &count, "min", &o->min);
    add_list(list, &count, "max", &o->max);
    add_list(list, &count, "share", &o->share);
    add_list(list, &count, "grid", &o->grids);
    if (o->quantiles != NULL) {
        list[count++] = (struct http_parameter){SV("quantiles"), sv_from(o->quantiles)};
    }
    return count;
}

static void print_left_out(const struct summary_input *input, struct buffer *b)
{
    buffer_append_view(b, SV(",\"leftOut\":["));
    for (size_t i = 0; i < input->left_out_count; i++) {
        buffer_append_view(b, i == 0 ? SV("") : SV(","));
        print_json_string(b, input->left_out[i]);
    }
    buffer_append_view(b, SV("]}\n"));
}

status search_summary_print(struct asking *a, const struct search_request *rows,
                            const struct summary_options *o, struct buffer *b, struct error *e)
{
    const struct api api = {.portal = a->portal};
    const struct commit *commit = snapshot_commit(a->snapshot, a->commit);
    struct http_parameter *parameters =
        arena_array(&a->arena, struct http_parameter, PARAMETERS_MOST);
    struct http_request request = {.arena = &a->arena};
    struct summary_input input = {.search.request = *rows};
    struct summary summary = {0};
    if (parameters == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to search");
    }
    request.target.parameters = parameters;
    request.target.parameter_count = make_parameters(o, parameters);
    input.search.view = (struct view){
        .snapshot = a->snapshot, .commit = a->commit, .version = commit == NULL ? 0 : commit->time};
    TRY(summary_input_read(&api, &request, &input, e));
    TRY(search_summary(a->snapshot, &scope_public, &a->arena, &input.search.request, &input.request,
                       &summary, e));
    buffer_append_view(b, SV("{\"version\":"));
    write_version(b, input.search.view.version);
    buffer_append_view(b, SV(",\"total\":"));
    buffer_append_uint(b, summary.total);
    write_summary(&input.request, &summary, b);
    print_left_out(&input, b);
    return ST_OK;
}
