// SPDX-License-Identifier: Apache-2.0
// Opens, serves, stops.
#include "api/serve.h"

#include "api/api.h"
#include "api/cite_limit.h"
#include "api/error_place.h"
#include "api/page_cache.h"
#include "api/page_site.h"
#include "api/pages/language.h"
#include "api/prepared.h"
#include "api/subscribed.h"
#include "api/usage_note.h"
#include "base/log.h"
#include "catalogue/identifiers.h"
#include "catalogue/literature.h"
#include "http/server.h"
#include "portal/deposits.h"
#include "portal/gather_daily.h"
#include "portal/kept_packages.h"
#include "portal/notices.h"
#include "query/warm_up.h"
#include "store/merger.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

// Work in the background is waited for so long when the server ends.
#define STOP_SECONDS 1
// Identifiers that one client may have made (rule F2).
#define CITATIONS_AN_HOUR 60

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

static struct warm_up *start_warm_up(const struct portal *portal)
{
    struct warm_up *warm_up = NULL;
    struct error e = {0};
    if (warm_up_start(portal->store, suggest_any_fields, &warm_up, &e) != ST_OK) {
        log_message(LOG_WARNING, "nothing is counted ahead: %s", e.message);
    }
    return warm_up;
}

// Finished downloads are kept beside the store; a folder that cannot be written is served without.
static struct kept_packages *open_kept(const struct portal *portal, uint64_t bytes)
{
    const struct kept_limits limits = {.all = bytes, .each = bytes / 2};
    struct kept_packages *kept = NULL;
    struct error e = {0};
    if (bytes > 0 && portal_check_writable(portal, NULL) == ST_OK &&
        kept_open(portal->folder, &limits, &kept, &e) != ST_OK) {
        log_message(LOG_WARNING, "no downloads are kept: %s", e.message);
    }
    return kept;
}

static void wait_for_signal(const sigset_t *signals)
{
    int number = 0;
    while (sigwait(signals, &number) != 0) {
    }
    log_message(LOG_INFO, "stopping after signal %d", number);
}

// Tells the registry of identifiers, where the house has an account; never of a demo's (rule L1).
static status start_deposits(const char *folder, struct api *api, struct arena *arena,
                             struct error *e)
{
    struct datacite_account account;
    bool demo = false;
    TRY(datacite_account_open(folder, arena, &account, e));
    TRY(portal_is_demo(api->portal, &demo, e));
    if (account.there && demo) {
        log_message(LOG_WARNING, "datacite.json: a demo's identifiers are not registered");
        return ST_OK;
    }
    if (account.there && account.password.length == 0) {
        log_message(LOG_WARNING, "datacite.json: without VITRINE_DATACITE_PASSWORD in the "
                                 "environment no identifier is registered");
    }
    return deposits_start(api->identifiers, &account, &api->deposits, e);
}

// Gathers publications daily, where the house says so; never for a demo (rule L1).
static status start_gathering(const char *folder, struct api *api, struct arena *arena,
                              struct gather_daily **out, struct error *e)
{
    struct gather_settings settings;
    struct error trouble = {0};
    bool demo = false;
    TRY(portal_is_demo(api->portal, &demo, e));
    if (gather_settings_open(folder, arena, &settings, &trouble) != ST_OK) {
        log_message(LOG_WARNING, "no publications are gathered: %s", trouble.message);
        return ST_OK;
    }
    if (settings.there && demo) {
        log_message(LOG_WARNING, "literature.json: nothing is gathered for a demo");
        return ST_OK;
    }
    return gather_daily_start(api->portal, api->identifiers, api->literature, &settings, out, e);
}

status portal_serve(const struct serve_options *options, struct error *e)
{
    struct notices notices;
    struct api api = {.started = clock_now(), .notices = &notices};
    const char *address = options->listen == NULL ? "127.0.0.1:8080" : options->listen;
    sigset_t signals;
    (void)sigemptyset(&signals);
    (void)sigaddset(&signals, SIGTERM);
    (void)sigaddset(&signals, SIGINT);
    (void)pthread_sigmask(SIG_BLOCK, &signals, NULL); // threads inherit it: sigwait alone sees them
    (void)signal(SIGPIPE, SIG_IGN);
    struct arena settings;
    arena_init(&settings, 0);
    status result = house_open(options->folder, &settings, &api.house, e);
    if (result == ST_OK) {
        result = people_open(options->folder, &settings, &api.people, e);
    }
    if (result == ST_OK) {
        result = notices_open(options->folder, &settings, &notices, e);
    }
    if (result == ST_OK) {
        result = portal_open(options->folder, &api.portal, e);
    }
    if (result != ST_OK) {
        arena_release(&settings);
        return result;
    }
    result = identifiers_open(options->folder, &api.identifiers, e);
    if (result == ST_OK) {
        result = literature_open(options->folder, &api.literature, e);
    }
    if (result == ST_OK) {
        result = cite_limit_create(CITATIONS_AN_HOUR, &api.cite_limit, e);
    }
    struct http_server_options server_options = {
        .service = {.router = {api_routes, api_route_count},
                    .context = &api,
                    .prefixes = language_prefixes,
                    .place_error = api_place_error,
                    .problem_page = show_problem,
                    .problem_language = tell_problem,
                    .ended = usage_note_ended},
        .listen = address,
        .access_log = options->access_log,
        .body_limit = API_LIMIT_BODY,
        .slow_workers = options->workers,
    };
    struct http_server *server = NULL;
    struct subscribed *subscribed = NULL;
    struct gather_daily *gathering = NULL;
    if (result == ST_OK) {
        result = start_deposits(options->folder, &api, &settings, e);
    }
    if (result == ST_OK) {
        result = start_gathering(options->folder, &api, &settings, &gathering, e);
    }
    api.kept = open_kept(api.portal, options->kept_bytes);
    if (result == ST_OK) {
        result = page_cache_create(&api.pages, e);
    }
    if (result == ST_OK) {
        result = usage_start(options->folder, &api.usage, e);
    }
    if (result == ST_OK) {
        prepared_open(&api);
        subscribed_open(&api, &subscribed);
        result = http_server_start(&server_options, &server, e);
    }
    if (result == ST_OK) {
        print_ready(address, http_server_port(server));
        fill_catalogue(api.portal);
        struct merger *merger = start_merger(api.portal);
        struct warm_up *warm_up = start_warm_up(api.portal);
        wait_for_signal(&signals);
        http_server_stop(server);
        warm_up_stop(warm_up, STOP_SECONDS);
        merger_stop(merger, STOP_SECONDS);
    }
    subscribed_close(&api, subscribed);
    download_jobs_close(api.jobs);
    usage_stop(api.usage);
    page_cache_destroy(api.pages);
    kept_close(api.kept);
    gather_daily_stop(gathering);
    deposits_stop(api.deposits);
    cite_limit_destroy(api.cite_limit);
    literature_close(api.literature);
    identifiers_close(api.identifiers);
    portal_close(api.portal);
    arena_release(&settings);
    return result;
}
