// SPDX-License-Identifier: Apache-2.0
// Opens downloads and names their bytes.
#include "api/download_answer.h"

#include "api/download_format.h"
#include "api/package_notes.h"
#include "store/erasures.h"

#define MOST_NAME ((size_t)16 << 20)

static size_t erasures_of(const struct snapshot *s)
{
    size_t count = 0;
    (void)snapshot_erasures(s, &count);
    return count;
}

// Parameters count as they were written, since the package tells the search's address; the moment
// counts as the commit it names, and what only bounds the time does not.
static void write_parameters(const struct http_request *request, struct buffer *out)
{
    for (size_t i = 0; i < request->target.parameter_count; i++) {
        const struct http_parameter *p = &request->target.parameters[i];
        if (!sv_equal(p->name, SV("version")) && !sv_equal(p->name, SV("budget"))) {
            buffer_print(out, "%zu %zu ", p->name.length, p->value.length);
            buffer_append_view(out, p->name);
            buffer_append_view(out, p->value);
        }
    }
}

static status name_bytes(const struct api *api, struct download_answer *a, struct error *e)
{
    const struct view *view = &a->download.input.view;
    struct buffer text;
    buffer_init(&text, MOST_NAME);
    buffer_print(&text, "%s %d %s %lld %u %zu %016llx " SV_FORMAT "\n", VITRINE_VERSION,
                 PACKAGE_FORMAT, scope_public.name, (long long)view->version, view->commit,
                 erasures_of(view->snapshot), (unsigned long long)api->house.state,
                 SV_ARGUMENT(a->site.origin));
    if (a->download.format->print_state != NULL) {
        a->download.format->print_state(&a->download, &text);
    }
    if (a->download.interpreted) {
        interpretation_print(&a->download.interpretation, &text);
    }
    write_parameters(a->request, &text);
    sha256_of(text.bytes, text.length, &a->name);
    status result = buffer_check(&text, "the name of a download", e);
    buffer_release(&text);
    return result;
}

status download_open(const struct api *api, struct http_request *request,
                     struct download_answer *out, struct error *e)
{
    struct download *d = &out->download;
    out->api = api;
    out->request = request;
    TRY(download_read(api, request, d, e));
    TRY(site_open(api, request, &d->input.view, &out->site, e));
    download_naming_begin(d, out->site.origin);
    TRY(download_rights(&out->site, request->arena, d, e));
    TRY(name_bytes(api, out, e));
    return download_check(d, request->arena, e);
}

bool download_is_current(void *answer)
{
    const struct download_answer *a = answer;
    struct snapshot *now = NULL;
    struct error ignored = {0};
    if (store_snapshot(a->api->portal->store, &now, &ignored) != ST_OK) {
        return false;
    }
    bool current = erasures_of(now) == erasures_of(a->download.input.view.snapshot);
    snapshot_release(now);
    return current;
}

string_view download_file_name(const struct download_answer *a)
{
    const struct download *d = &a->download;
    return arena_print(a->request->arena, "records-%lld%s%s.%s", (long long)d->input.view.version,
                       d->packed ? "-" : "", d->packed ? d->format->name : "",
                       d->packed ? "zip" : d->format->extension);
}

const char *download_media_type(const struct download_answer *a)
{
    return a->download.packed ? "application/zip" : a->download.format->media_type;
}
