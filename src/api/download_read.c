// SPDX-License-Identifier: Apache-2.0
// Reads what is asked for, and gives it to its format.
#include "api/all_records.h"
#include "api/download_format.h"
#include "api/page_text.h"

#include <stdio.h>

static status refuse_format(struct error *e)
{
    char names[200] = "";
    size_t length = 0;
    for (size_t i = 0; i < download_format_count && length < sizeof names; i++) {
        length += (size_t)snprintf(names + length, sizeof names - length, "%s%s",
                                   i == 0 ? "" : ", ", download_formats[i]->name);
    }
    return error_set_field(e, ST_INVALID, "format", "format must be one of %s", names);
}

static status read_format(const struct http_request *request, const struct download_format **out,
                          struct error *e)
{
    string_view name = sv_from(download_formats[0]->name);
    bool found = false;
    TRY(http_request_parameter(request, "format", &name, &found, e));
    const struct download_format *format = download_format_find(name);
    if (format == NULL) {
        return refuse_format(e);
    }
    *out = format;
    return ST_OK;
}

static status read_package(const struct http_request *request, struct download *out,
                           struct error *e)
{
    string_view name = SV("zip");
    bool found = false;
    TRY(http_request_parameter(request, "package", &name, &found, e));
    out->packed = sv_equal(name, SV("zip"));
    if (!out->packed && !sv_equal(name, SV("none"))) {
        return error_set_field(e, ST_INVALID, "package", "package must be zip or none");
    }
    if (!out->packed && out->format->write_beside != NULL) {
        return error_set_field(e, ST_INVALID, "package",
                               "format=%s needs package=zip: what it cannot hold lies beside it",
                               out->format->name);
    }
    out->empty_columns = true;
    TRY(parameter_truth(request, "separate", &out->separate, e));
    TRY(parameter_truth(request, "emptyColumns", &out->empty_columns, e));
    if (out->separate && !out->packed) {
        return error_set_field(e, ST_INVALID, "separate",
                               "a file for each dataset needs package=zip");
    }
    return ST_OK;
}

static status refuse_option(const struct download *d, const char *name, struct error *e)
{
    return error_set_field(e, ST_INVALID, name, "%s has no meaning for format=%s", name,
                           d->format->name);
}

// Whether the request names the option, which its format must take.
static status is_named(const struct http_request *request, const struct download *d,
                       enum download_option option, const char *name, bool *out, string_view *value,
                       struct error *e)
{
    TRY(http_request_parameter(request, name, value, out, e));
    return *out && (d->format->options & option) == 0 ? refuse_option(d, name, e) : ST_OK;
}

static status read_delimiter(const struct http_request *request, struct download *out,
                             struct error *e)
{
    static const struct {
        const char *name;
        char separator;
    } delimiters[] = {{"comma", ','}, {"tab", '\t'}, {"semicolon", ';'}, {"pipe", '|'}};
    string_view value;
    bool named = false;
    out->separator = out->format == &download_tsv ? '\t' : ',';
    TRY(is_named(request, out, OPTION_DELIMITER, "delimiter", &named, &value, e));
    for (size_t i = 0; i < ARRAY_LENGTH(delimiters) && named; i++) {
        if (sv_equal(value, sv_from(delimiters[i].name))) {
            out->separator = delimiters[i].separator;
            return ST_OK;
        }
    }
    return named ? error_set_field(e, ST_INVALID, "delimiter",
                                   "delimiter must be comma, tab, semicolon or pipe")
                 : ST_OK;
}

// An option of two words; the first is what holds where nothing is said.
static status read_choice(const struct http_request *request, const struct download *d,
                          enum download_option option, const char *name, const char *usual,
                          const char *other, bool *out, struct error *e)
{
    string_view value;
    bool named = false;
    *out = false;
    TRY(is_named(request, d, option, name, &named, &value, e));
    *out = named && sv_equal(value, sv_from(other));
    return named && !*out && !sv_equal(value, sv_from(usual))
               ? error_set_field(e, ST_INVALID, name, "%s must be %s or %s", name, usual, other)
               : ST_OK;
}

static status read_core(const struct http_request *request, struct download *out, struct error *e)
{
    string_view value;
    bool named = false;
    out->core = DWCA_CORES;
    TRY(is_named(request, out, OPTION_CORE, "core", &named, &value, e));
    for (size_t i = 0; i < DWCA_CORES && named; i++) {
        out->core = sv_equal(value, sv_from(dwca_core_names[i])) ? (enum dwca_core)i : out->core;
    }
    return named && out->core == DWCA_CORES
               ? error_set_field(e, ST_INVALID, "core", "core must be occurrence, taxon or event")
               : ST_OK;
}

// Few sizes, so that the same ones are asked for and kept.
static status read_size(const struct http_request *request, struct download *out, struct error *e)
{
    static const struct {
        const char *name;
        uint32_t side;
    } sizes[] = {{"original", 0}, {"2048", 2048}, {"1024", 1024}, {"512", 512}};
    string_view value;
    bool named = false;
    out->image_side = 0;
    TRY(is_named(request, out, OPTION_SIZE, "size", &named, &value, e));
    for (size_t i = 0; i < ARRAY_LENGTH(sizes) && named; i++) {
        if (sv_equal(value, sv_from(sizes[i].name))) {
            out->image_side = sizes[i].side;
            return ST_OK;
        }
    }
    return named
               ? error_set_field(e, ST_INVALID, "size", "size must be original, 2048, 1024 or 512")
               : ST_OK;
}

// A format that is a package of its own has no other form.
static status check_package(const struct download *d, struct error *e)
{
    if (d->format->pack == NULL) {
        return ST_OK;
    }
    if (!d->packed) {
        return error_set_field(e, ST_INVALID, "package",
                               "format=%s is a package: leave package out", d->format->name);
    }
    return d->separate ? refuse_option(d, "separate", e) : ST_OK;
}

static status read_options(const struct http_request *request, struct download *out,
                           struct error *e)
{
    string_view value;
    bool named = false;
    TRY(check_package(out, e));
    TRY(read_core(request, out, e));
    TRY(read_size(request, out, e));
    TRY(read_delimiter(request, out, e));
    TRY(read_choice(request, out, OPTION_SAFE, "spreadsheet", "plain", "safe", &out->safe, e));
    TRY(read_choice(request, out, OPTION_IDENTIFIERS, "identifiers", "text", "url", &out->addresses,
                    e));
    TRY(read_choice(request, out, OPTION_LISTS, "lists", "joined", "exploded", &out->exploded, e));
    TRY(read_choice(request, out, OPTION_VALUES, "values", "verbatim", "interpreted",
                    &out->interpreted, e));
    return is_named(request, out, OPTION_COLUMNS, "emptyColumns", &named, &value, e);
}

status download_read(const struct api *api, struct http_request *request, struct download *out,
                     struct error *e)
{
    static const char *const own[] = {
        "format", "package", "separate", "emptyColumns", "delimiter", "spreadsheet", "identifiers",
        "core",   "lists",   "values",   "size",         "doi",       NULL};
    out->portal = api->portal;
    TRY(all_records_refuse(request, e));
    TRY(read_format(request, &out->format, e));
    TRY(read_package(request, out, e));
    TRY(read_options(request, out, e));
    if (out->interpreted) {
        TRY(interpretation_open(api->portal, request->arena, &out->interpretation, e));
    }
    TRY(search_input_from_parameters(api, request, own, &out->input, e));
    out->input.request.commit = out->input.view.commit;
    out->input.request.cancelled = http_request_cancelled;
    out->input.request.cancelled_argument = request;
    return ST_OK;
}

static void write_address(const void *argument, const struct row_identity *row, struct buffer *out)
{
    const struct download *d = argument;
    buffer_append_view(out, d->origin);
    write_record_path(out, row->table->slug, row->key);
}

void download_naming_begin(struct download *d, string_view origin)
{
    d->origin = origin;
    d->naming = (struct row_naming){write_address, d};
}

const struct row_naming *download_naming(const struct download *d)
{
    return d->addresses ? &d->naming : NULL;
}

static status check_offered(const struct download *d, struct arena *arena, struct error *e)
{
    bool offered = false;
    if (d->input.field_count > 0) {
        return error_set_field(e, ST_INVALID, "fields", "%s has no meaning for format=%s", "fields",
                               d->format->name);
    }
    TRY(all_records_check(&d->input, NULL, arena, e));
    TRY(d->format->offered(d->input.view.snapshot, &d->input.request, arena, &offered, e));
    return offered ? ST_OK : error_set_field(e, ST_INVALID, "format", "%s", d->format->none);
}

status download_check(const struct download *d, struct arena *arena, struct error *e)
{
    if (d->format->none != NULL) {
        return check_offered(d, arena, e);
    }
    if (d->format->check != NULL) {
        return d->format->check(d, arena, e);
    }
    return all_records_check(&d->input, NULL, arena, e);
}

status download_write_beside(const struct download *d, const struct uuid *tables, size_t count,
                             csv_sink *sink, void *argument, struct error *e)
{
    struct search_input input = d->input;
    if (count > 0) {
        input.request.tables = tables;
        input.request.table_count = count;
    }
    return d->format->write_beside == NULL ? ST_OK
                                           : d->format->write_beside(d, &input, sink, argument, e);
}

status download_write(const struct download *d, const struct uuid *tables, size_t count,
                      csv_sink *sink, void *argument, struct error *e)
{
    struct search_input input = d->input;
    if (count > 0) {
        input.request.tables = tables;
        input.request.table_count = count;
    }
    return d->format->write(d, &input, sink, argument, e);
}
