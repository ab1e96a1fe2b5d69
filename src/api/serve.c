// SPDX-License-Identifier: Apache-2.0
// Opens, serves, stops.
#include "api/serve.h"

#include "api/page_cache.h"
#include "api/page_site.h"
#include "base/log.h"
#include "http/server.h"
#include "store/merger.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

// Where a browser on this machine finds a server that listens on `address`.
static void print_ready(const char *address, uint16_t port)
{
    const char *colon = strrchr(address, ':');
    int length = colon == NULL ? 0 : (int)(colon - address);
    string_view host = {address, (size_t)length};
    bool every = length == 0 || sv_equal(host, SV("0.0.0.0")) || sv_equal(host, SV("[::]"));
    (void)printf("Vitrine is ready at http://%.*s:%u/\n", every ? 9 : length,
                 every ? "127.0.0.1" : address, (unsigned)port);
    (void)fflush(stdout);
}

// The catalogue follows the store (a copy to search); what fails here fails again, with words, when
// asked.
static void fill_catalogue(struct portal *portal)
{
    struct snapshot *s = NULL;
    struct error e = {0};
    status result = store_snapshot(portal->store, &s, &e);
    if (result == ST_OK) {
        result = portal_fill_catalogue(portal, s, &e);
        snapshot_release(s);
    }
    if (result != ST_OK) {
        log_message(LOG_WARNING, "the catalogue is not up to date: %s", e.message);
    }
}

// Merges in the background; a folder that cannot be written is served without.
static struct merger *start_merger(const struct portal *portal)
{
    struct merger *merger = NULL;
    struct error e = {0};
    if (portal_check_writable(portal, NULL) == ST_OK &&
        merger_start(store_folder(portal->store), &merger, &e) != ST_OK) {
        log_message(LOG_WARNING, "nothing is merged in the background: %s", e.message);
    }
    return merger;
}

static void wait_for_signal(const sigset_t *signals)
{
    int number = 0;
    while (sigwait(signals, &number) != 0) {
    }
    log_message(LOG_INFO, "stopping after signal %d", number);
}

status portal_serve(const struct serve_options *options, struct error *e)
{
    struct api api = {.started = clock_now()};
    const char *address = options->listen == NULL ? "127.0.0.1:8080" : options->listen;
    sigset_t signals;
    (void)sigemptyset(&signals);
    (void)sigaddset(&signals, SIGTERM);
    (void)sigaddset(&signals, SIGINT);
    (void)pthread_sigmask(SIG_BLOCK, &signals, NULL); // threads inherit it: sigwait alone sees them
    (void)signal(SIGPIPE, SIG_IGN);
    TRY(portal_open(options->folder, &api.portal, e));
    struct http_server_options server_options = {
        .service = {.router = {api_routes, api_route_count},
                    .context = &api,
                    .problem_page = show_problem},
        .listen = address,
        .access_log = options->access_log,
        .body_limit = API_LIMIT_BODY,
        .slow_workers = options->workers,
    };
    struct http_server *server = NULL;
    status result = page_cache_create(&api.pages, e);
    if (result == ST_OK) {
        result = http_server_start(&server_options, &server, e);
    }
    if (result == ST_OK) {
        print_ready(address, http_server_port(server));
        fill_catalogue(api.portal);
        struct merger *merger = start_merger(api.portal);
        wait_for_signal(&signals);
        http_server_stop(server);
        merger_stop(merger);
    }
    page_cache_destroy(api.pages);
    portal_close(api.portal);
    return result;
}
