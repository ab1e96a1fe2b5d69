// SPDX-License-Identifier: Apache-2.0
// `vitrine serve`: the portal over HTTP.
#include "cli/cli.h"

#include "api/serve.h"

static const char *listen_address = "127.0.0.1:8080";
static const char *access_log;
static int64_t workers;
static int64_t keep = 8192;

static const struct option options[] = {
    {"listen", OPTION_TEXT, &listen_address, "ADDRESS:PORT",
     "where to listen (default: 127.0.0.1:8080; port 0: any free one)"},
    {"workers", OPTION_NUMBER, &workers, "N", "threads for slow requests (default: 4 a processor)"},
    {"access-log", OPTION_TEXT, &access_log, "FILE",
     "where to log requests (default: standard error)"},
    {"keep-downloads", OPTION_NUMBER, &keep, "MIB",
     "room for finished downloads, to be sent again (default: 8192; 0: none)"},
};

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    (void)count;
    (void)arguments;
    struct error e = {0};
    if (workers < 0 || workers > 256) {
        error_set_field(&e, ST_INVALID, "workers", "--workers is a number from 0 to 256");
        return command_fail(ST_INVALID, &e);
    }
    if (keep < 0 || keep > INT64_C(1) << 30) {
        error_set_field(&e, ST_INVALID, "keep-downloads",
                        "--keep-downloads is a number of MiB, 0 for none");
        return command_fail(ST_INVALID, &e);
    }
    struct serve_options serve = {
        .folder = option_data,
        .listen = listen_address,
        .access_log = access_log,
        .workers = (size_t)workers,
        .kept_bytes = (uint64_t)keep << 20,
    };
    status result = portal_serve(&serve, &e);
    return result == ST_OK ? EXIT_DONE : command_fail(result, &e);
}

const struct command command_serve = {
    .name = "serve",
    .summary = "serve the portal over HTTP",
    .arguments = "",
    .description =
        "Serves pages and the API until it is told to stop (SIGTERM, SIGINT), then lets running "
        "requests end.\n"
        "Commits of other processes are seen at once. Put nginx or Caddy in front for TLS.",
    .examples = "  vitrine serve --data /srv/portal --listen 127.0.0.1:8080",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .run = run,
};
