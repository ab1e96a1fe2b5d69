// SPDX-License-Identifier: Apache-2.0
// Opening a portal to ask it something.
#include "cli/asking.h"

#include "cli/cli.h"
#include "portal/ingest.h"

#include <inttypes.h>
#include <string.h>

status asking_commit(const struct asking *a, const char *version, uint32_t *commit, struct error *e)
{
    moment m = 0;
    if (version == NULL) {
        *commit = snapshot_last_commit(a->snapshot);
        return ST_OK;
    }
    TRY(moment_from_text(sv_from(version), &m, e));
    *commit = snapshot_commit_at(a->snapshot, m);
    if (*commit == 0) {
        return error_set_field(e, ST_NOT_FOUND, "version", "there was no commit yet at %s",
                               version);
    }
    return ST_OK;
}

status asking_begin(struct asking *a, const char *data, const char *version, struct error *e)
{
    *a = (struct asking){0};
    arena_init(&a->arena, 0);
    status result = portal_open(data, &a->portal, e);
    if (result == ST_OK) {
        result = store_snapshot(a->portal->store, &a->snapshot, e);
    }
    if (result == ST_OK) {
        result = asking_commit(a, version, &a->commit, e);
    }
    if (result == ST_OK) {
        result = portal_datasets(a->portal, a->snapshot, a->commit, &a->arena, &a->view, e);
    }
    if (result != ST_OK) {
        asking_end(a);
    }
    return result;
}

void asking_end(struct asking *a)
{
    arena_release(&a->arena);
    snapshot_release(a->snapshot);
    portal_close(a->portal);
    *a = (struct asking){0};
}

status asking_table(const struct asking *a, string_view slug, const struct store_table **out,
                    struct error *e)
{
    *out = snapshot_table_by_slug(a->snapshot, slug);
    if (*out == NULL) {
        return error_set_field(e, ST_NOT_FOUND, "table", "there is no table '" SV_FORMAT "'",
                               SV_ARGUMENT(slug));
    }
    return ST_OK;
}

status asking_do(const char *data, const char *version, asking_work *work, int count,
                 char **arguments, struct buffer *out, struct error *e)
{
    struct asking a;
    TRY(asking_begin(&a, data, version, e));
    status result = work(&a, count, arguments, out, e);
    asking_end(&a);
    return result;
}

void asking_tell_commit(uint32_t commit, struct buffer *out)
{
    if (commit == 0) {
        buffer_append_view(out, option_json ? SV("{\"commit\":null}\n") : SV("nothing changed\n"));
    } else {
        buffer_print(out, option_json ? "{\"commit\":%" PRIu32 "}\n" : "commit %" PRIu32 "\n",
                     commit);
    }
}

status asking_do_change(const char *data, asking_change *change, int count, char **arguments,
                        struct buffer *out, struct error *e)
{
    struct portal *portal = NULL;
    uint32_t commit = 0;
    TRY(portal_open(data, &portal, e));
    status result = change(portal, count, arguments, &commit, e);
    if (result == ST_OK) {
        portal_settle(portal);
        asking_tell_commit(commit, out);
    } else if (result == ST_UNCHANGED) {
        asking_tell_commit(0, out);
    }
    portal_close(portal);
    return result;
}
