// SPDX-License-Identifier: Apache-2.0
// `vitrine literature gather` and `status`.
#include "cli/literature.h"

#include "base/clock.h"
#include "formats/json_write.h"
#include "portal/gather.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void print_tally(const struct gather_tally *t, struct buffer *out)
{
    buffer_print(out,
                 option_json ? "\"asked\":%" PRIu64 ",\"read\":%" PRIu64 ",\"new\":%" PRIu64
                               ",\"evidence\":%" PRIu64 ",\"leftOut\":%" PRIu64
                             : "%" PRIu64 " questions; %" PRIu64 " publications read, %" PRIu64
                               " of them new; %" PRIu64 " pieces of evidence new; %" PRIu64
                               " left out",
                 t->asked, t->read, t->is_new, t->evidence, t->left_out);
}

// "2026-11-23T14:05:00Z"; "" for none.
static void print_moment(moment at, struct buffer *out)
{
    char text[40] = "";
    if (at > 0) {
        moment_to_text(at, text);
    }
    buffer_print(out, "%s", text);
}

// --- gather ------------------------------------------------------------------------------------

static status read_since(const char *text, struct error *e)
{
    struct date_interval day;
    bool good =
        text == NULL || (strlen(text) == 10 && date_interval_from_text(sv_from(text), &day));
    return good ? ST_OK
                : error_set_field(e, ST_INVALID, "since", "--since is a day such as 2026-01-31");
}

static status gather_one(const struct literature_links *links,
                         const struct gather_settings *settings, enum gather_source_id id,
                         const char *since, bool dry_run, struct buffer *out, struct error *e)
{
    struct gathering g;
    gather_begin(&g, links, settings, NULL);
    g.since = sv_from(since == NULL ? "" : since);
    g.dry_run = dry_run;
    status result = gather_run(&g, id, e);
    if (option_json) {
        buffer_print(out, "{\"source\":\"%s\",\"dryRun\":%s,", gather_names[id],
                     dry_run ? "true" : "false");
        print_tally(&g.tally, out);
        buffer_append_view(out, SV("}\n"));
    } else {
        buffer_print(out, "%s%s: ", gather_names[id], dry_run ? " (nothing is kept)" : "");
        print_tally(&g.tally, out);
        buffer_append_byte(out, '\n');
    }
    return result;
}

static bool is_asked(const struct gather_settings *settings, const char *source, int id)
{
    if (source != NULL) {
        return strcmp(source, gather_names[id]) == 0;
    }
    return id != GATHER_GBIF || settings->publisher.length > 0 || settings->dataset_count > 0;
}

status literature_gather(const struct literature_links *links, const char *source,
                         const char *since, bool dry_run, struct buffer *out, struct error *e)
{
    struct gather_settings settings;
    bool any = false;
    TRY(read_since(since, e));
    TRY(gather_settings_open(option_data, links->arena, &settings, e));
    if (!settings.there) {
        return error_set(e, ST_NOT_FOUND,
                         "there is no %s/literature.json, which says who asks and for what: see "
                         "docs/literature.md",
                         option_data);
    }
    for (int id = 0; id < GATHER_SOURCES; id++) {
        if (is_asked(&settings, source, id)) {
            any = true;
            TRY(gather_one(links, &settings, (enum gather_source_id)id, since, dry_run, out, e));
        }
    }
    return any ? ST_OK : error_set(e, ST_INVALID, "gather takes gbif, datacite or crossref");
}

// --- status ------------------------------------------------------------------------------------

static void print_state(enum gather_source_id id, const struct gather_state *s, struct buffer *out)
{
    if (!option_json) {
        buffer_print(out, "%-9s ", gather_names[id]);
        if (!s->there) {
            buffer_append_view(out, SV("never gathered\n"));
            return;
        }
        print_moment(s->started, out);
        buffer_append_view(out, SV("  "));
        print_tally(&s->tally, out);
        buffer_print(out, "%s%s" SV_FORMAT "\n", s->unfinished ? "; goes on where it stopped" : "",
                     s->trouble.length > 0 ? "; trouble: " : "", SV_ARGUMENT(s->trouble));
        return;
    }
    buffer_print(out, "{\"source\":\"%s\",\"gathered\":%s,\"unfinished\":%s,\"started\":\"",
                 gather_names[id], s->there ? "true" : "false", s->unfinished ? "true" : "false");
    print_moment(s->started, out);
    buffer_append_view(out, SV("\",\"ended\":\""));
    print_moment(s->ended, out);
    buffer_append_view(out, SV("\",\"good\":\""));
    print_moment(s->good, out);
    buffer_append_view(out, SV("\","));
    print_tally(&s->tally, out);
    json_write_member(out, SV("trouble"), s->trouble);
    buffer_append_view(out, SV("}\n"));
}

status literature_status(const struct literature_links *links, struct buffer *out, struct error *e)
{
    for (int id = 0; id < GATHER_SOURCES; id++) {
        struct gather_state state;
        TRY(gather_state_read(links->literature, (enum gather_source_id)id, links->arena, &state,
                              e));
        print_state((enum gather_source_id)id, &state, out);
    }
    return ST_OK;
}
