// SPDX-License-Identifier: Apache-2.0
// The access log, which forgets (rule E4).
#include "http/access_log.h"

#include "base/file.h"
#include "base/log.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAYS_KEPT        7
#define DAY_MILLISECONDS INT64_C(86400000)

struct access_log {
    pthread_mutex_t mutex;
    int descriptor;
    int64_t day;          // days since 1970 of the file being written
    char path[PATH_SIZE]; // "" for standard error
    bool turns;           // a plain file; a device or a pipe is written as it is
};

void client_network(const struct sockaddr *address, char out[INET6_ADDRSTRLEN])
{
    (void)snprintf(out, INET6_ADDRSTRLEN, "-");
    if (address != NULL && address->sa_family == AF_INET) {
        struct sockaddr_in v4;
        memcpy(&v4, address, sizeof v4);
        v4.sin_addr.s_addr &= htonl(0xffffff00U);
        (void)inet_ntop(AF_INET, &v4.sin_addr, out, INET6_ADDRSTRLEN);
    } else if (address != NULL && address->sa_family == AF_INET6) {
        struct sockaddr_in6 v6;
        memcpy(&v6, address, sizeof v6);
        bool mapped = IN6_IS_ADDR_V4MAPPED(&v6.sin6_addr);
        size_t kept = mapped ? 15 : 6;
        memset(v6.sin6_addr.s6_addr + kept, 0, sizeof v6.sin6_addr.s6_addr - kept);
        if (mapped) {
            (void)inet_ntop(AF_INET, v6.sin6_addr.s6_addr + 12, out, INET6_ADDRSTRLEN);
        } else {
            (void)inet_ntop(AF_INET6, &v6.sin6_addr, out, INET6_ADDRSTRLEN);
        }
    }
}

// The day in the name of a turned file, or false for any other file.
static bool turned_day(const char *name, const char *base, int64_t *day)
{
    string_view rest = sv_from(name);
    struct date_interval interval;
    if (!sv_starts_with(rest, sv_from(base)) || rest.length != strlen(base) + 11 ||
        rest.bytes[strlen(base)] != '.' ||
        !date_interval_from_text(sv_slice(rest, strlen(base) + 1, SIZE_MAX), &interval)) {
        return false;
    }
    *day = interval.start / DAY_MILLISECONDS;
    return true;
}

struct sweep {
    const char *folder;
    const char *base;
    int64_t today;
};

static status remove_when_old(const char *name, void *argument)
{
    const struct sweep *sweep = argument;
    int64_t day = 0;
    char path[PATH_SIZE];
    if (turned_day(name, sweep->base, &day) && day <= sweep->today - DAYS_KEPT &&
        path_join(path, sizeof path, sweep->folder, name, NULL) == ST_OK && unlink(path) != 0) {
        log_message(LOG_WARNING, "cannot remove the old access log %s: %s", path, strerror(errno));
    }
    return ST_OK;
}

static void remove_old(const struct access_log *log, int64_t today)
{
    char folder[PATH_SIZE];
    (void)snprintf(folder, sizeof folder, "%s", log->path);
    char *slash = strrchr(folder, '/');
    const char *base = log->path;
    if (slash != NULL) {
        base = log->path + (slash - folder) + 1;
        slash[slash == folder ? 1 : 0] = '\0';
    }
    struct sweep sweep = {slash == NULL ? "." : folder, base, today};
    struct error e = {0};
    if (folder_list(sweep.folder, remove_when_old, &sweep, &e) != ST_OK) {
        log_message(LOG_WARNING, "%s", e.message);
    }
}

static status open_file(struct access_log *log, struct error *e)
{
    log->descriptor = open(log->path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640);
    if (log->descriptor < 0) {
        return error_set_errno(e, "cannot open the access log %s", log->path);
    }
    return ST_OK;
}

// Gives the file of day `from` its dated name.
static void set_aside(const struct access_log *log, int64_t from)
{
    struct civil_date date = civil_from_days(from);
    char dated[PATH_SIZE + 16];
    (void)snprintf(dated, sizeof dated, "%s.%04d-%02d-%02d", log->path, (int)date.year,
                   (int)date.month, (int)date.day);
    if (rename(log->path, dated) != 0 && errno != ENOENT) {
        log_message(LOG_WARNING, "cannot rename %s: %s", log->path, strerror(errno));
    }
}

status access_log_open(const char *path, struct access_log **out, struct error *e)
{
    struct access_log *log = calloc(1, sizeof *log);
    if (log == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the access log");
    }
    log->descriptor = STDERR_FILENO;
    log->day = clock_now() / DAY_MILLISECONDS;
    (void)pthread_mutex_init(&log->mutex, NULL);
    if (path != NULL && strlen(path) >= sizeof log->path) {
        access_log_close(log);
        return error_set(e, ST_INVALID, "the access log's path is too long");
    }
    if (path != NULL) {
        (void)snprintf(log->path, sizeof log->path, "%s", path);
        struct stat facts;
        bool is_there = stat(path, &facts) == 0;
        log->turns = !is_there || S_ISREG(facts.st_mode);
        // What an earlier run left may be of another day.
        if (is_there && log->turns && facts.st_mtime / 86400 < log->day) {
            set_aside(log, facts.st_mtime / 86400);
        }
        if (log->turns) {
            remove_old(log, log->day);
        }
        status result = open_file(log, e);
        if (result != ST_OK) {
            access_log_close(log);
            return result;
        }
    }
    *out = log;
    return ST_OK;
}

void access_log_turn(struct access_log *log, moment now)
{
    int64_t today = now / DAY_MILLISECONDS;
    (void)pthread_mutex_lock(&log->mutex);
    if (log->turns && today > log->day) {
        set_aside(log, log->day);
        int old = log->descriptor;
        struct error e = {0};
        if (open_file(log, &e) == ST_OK) {
            (void)close(old);
        } else {
            log->descriptor = old; // better the renamed file than none
            log_message(LOG_WARNING, "%s", e.message);
        }
        log->day = today;
        remove_old(log, today);
    }
    (void)pthread_mutex_unlock(&log->mutex);
}

void access_log_write(struct access_log *log, const struct access_entry *entry)
{
    char time_text[25];
    char network[INET6_ADDRSTRLEN];
    char line[1024];
    moment_to_text(clock_now(), time_text);
    client_network(entry->client, network);
    string_view path = sv_slice(entry->path, 0, 700);
    int length = snprintf(line, sizeof line, "%s %s %s " SV_FORMAT " %d %" PRIu64 " %.3f %s\n",
                          time_text, network, entry->method, SV_ARGUMENT(path), entry->status,
                          entry->bytes, (double)entry->nanoseconds / 1e6, entry->id);
    if (length <= 0 || (size_t)length >= sizeof line) {
        return;
    }
    // One write a line, so that lines of several threads do not mix; a full disk loses lines.
    (void)pthread_mutex_lock(&log->mutex);
    ssize_t written = write(log->descriptor, line, (size_t)length);
    (void)written;
    (void)pthread_mutex_unlock(&log->mutex);
}

void access_log_close(struct access_log *log)
{
    if (log == NULL) {
        return;
    }
    if (log->path[0] != '\0' && log->descriptor >= 0) {
        (void)close(log->descriptor);
    }
    (void)pthread_mutex_destroy(&log->mutex);
    free(log);
}
