// SPDX-License-Identifier: Apache-2.0
// `vitrine replay`: several histories, by date.
#include "cli/cli.h"

#include "portal/ingest.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

static void show_step(void *argument, const struct replay_progress *p)
{
    const bool *terminal = argument;
    if (*terminal) {
        (void)fprintf(stderr, "\r\033[K%zu of %zu  " SV_FORMAT "  " SV_FORMAT, p->line, p->lines,
                      SV_ARGUMENT(p->at), SV_ARGUMENT(p->dataset));
    }
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    (void)count;
    struct error e = {0};
    struct portal *portal = NULL;
    uint64_t commits = 0;
    bool terminal = isatty(STDERR_FILENO) == 1;
    status result = portal_open(option_data, &portal, &e);
    if (result == ST_OK) {
        result = portal_replay(portal, arguments[0], show_step, &terminal, &commits, &e);
        portal_close(portal);
    }
    if (terminal) {
        (void)fprintf(stderr, "\r\033[K");
    }
    if (result != ST_OK) {
        return command_fail(result, &e);
    }
    struct buffer b;
    buffer_init(&b, 4096);
    buffer_print(&b, option_json ? "{\"commits\":%" PRIu64 "}\n" : "%" PRIu64 " commits\n",
                 commits);
    int code = command_print(&b);
    buffer_release(&b);
    return code != EXIT_DONE ? code : commits == 0 ? EXIT_UNCHANGED : EXIT_DONE;
}

const struct command command_replay = {
    .name = "replay",
    .summary = "bring several histories in, in the order of their dates",
    .arguments = "PLAN",
    .words = "FILE",
    .description = "PLAN is a file of JSON Lines, each an ingest with its moment: {\"at\", "
                   "\"dataset\", \"table\", \"kind\",\n"
                   "\"files\", \"mode\", \"key\", \"author\", \"message\", \"metadata\"}; files "
                   "are named relative to the plan.\n"
                   "Steps done before are skipped, so a replay that was stopped can be run again. "
                   "See docs/replay.md.",
    .examples = "  vitrine replay --data /srv/portal history/plan.jsonl",
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
