// SPDX-License-Identifier: Apache-2.0
// Roll-ups, months and datasets of a request.
#include "api/usage_figures.h"

#include "base/file.h"
#include "usage/book.h"

static void close_rollups(void *rollups)
{
    rollups_close(rollups);
}

status usage_figures_open(const struct api *api, struct http_request *request, struct rollups **out,
                          struct error *e)
{
    char path[PATH_SIZE];
    *out = NULL;
    TRY(path_join(path, sizeof path, api->portal->folder, USAGE_ROLLUPS, e));
    TRY(rollups_open_read(path, out, e));
    return *out == NULL ? ST_OK : arena_defer(request->arena, close_rollups, *out);
}

status usage_month_parameter(const struct http_request *request, const char *name, int32_t normal,
                             int32_t *out, struct error *e)
{
    string_view text = {0};
    bool found = false;
    struct date_interval day;
    *out = normal;
    TRY(http_request_parameter(request, name, &text, &found, e));
    bool is_day = found && text.length == 10 && date_interval_from_text(text, &day);
    if (found && !usage_month_from_text(is_day ? sv_slice(text, 0, 7) : text, out)) {
        return error_set_field(e, ST_INVALID, name, "%s is a month such as 2020-05", name);
    }
    return ST_OK;
}

const struct dataset *usage_dataset(const struct dataset_view *data, string_view uuid)
{
    struct uuid id;
    for (size_t i = 0; uuid_from_text(uuid, &id) && i < data->count; i++) {
        if (uuid_compare(&data->datasets[i].uuid, &id) == 0) {
            return &data->datasets[i];
        }
    }
    return NULL;
}

status usage_dataset_parameter(const struct http_request *request, const struct dataset_view *data,
                               const char *name, string_view *out, struct error *e)
{
    string_view text = {0};
    bool found = false;
    char uuid[37];
    *out = SV("");
    TRY(http_request_parameter(request, name, &text, &found, e));
    if (!found) {
        return ST_OK;
    }
    const struct dataset *d = dataset_find(data->datasets, data->count, text);
    d = d == NULL ? usage_dataset(data, text) : d;
    if (d == NULL) {
        return error_set_field(e, ST_NOT_FOUND, name, "there is no dataset \"" SV_FORMAT "\"",
                               SV_ARGUMENT(sv_slice(text, 0, 80)));
    }
    uuid_to_text(&d->uuid, uuid);
    *out = arena_copy(request->arena, sv_from(uuid));
    return ST_OK;
}

void usage_write_month(const char *name, int32_t month, struct buffer *out)
{
    char text[USAGE_MONTH_TEXT];
    usage_month_to_text(month, text);
    buffer_print(out, ",\"%s\":\"%s\"", name, text);
}
