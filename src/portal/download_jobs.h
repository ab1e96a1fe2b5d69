// SPDX-License-Identifier: Apache-2.0
// Downloads prepared in the background: what was asked, how far it is, who is told when it is done.
// Each is a file, DATA/downloads/<id>.json, replaced by rename whenever its state changes, so that
// what a killed server was making is begun again by the next; one process of a folder makes them at
// a time. A job lasts some days. E-mail and webhook are used once, and leave the file with the last
// try (rule E4). Thread-safe. Must not know: HTTP, how downloads are made.
#pragma once

#include "base/arena.h"
#include "base/clock.h"
#include "base/status.h"

#define DOWNLOAD_JOBS_WAITING ((size_t)64) // at once, of all
#define DOWNLOAD_JOBS_EACH    ((size_t)4)  // of one client
#define DOWNLOAD_JOBS_DAYS    7            // until a finished one is forgotten
#define DOWNLOAD_JOB_TRIES    6 // to tell of one, each four times as late as the one before

enum download_job_state {
    DOWNLOAD_WAITING,
    DOWNLOAD_MAKING,
    DOWNLOAD_READY,
    DOWNLOAD_FAILED,
};
const char *download_job_state_name(enum download_job_state state);

struct download_job {
    char id[37]; // a random UUID: who knows it may see and end the job
    enum download_job_state state;
    string_view download; // its address, with the version: "/api/v1/download?q=moor&version=1"
    string_view host;     // as the client calls this server; may be empty
    bool secure;          // by https
    moment asked;
    moment ended; // 0: not yet
    moment until; // when it is forgotten; 0: not ended
    uint64_t records;
    uint64_t expected;   // bytes, about
    uint64_t made;       // bytes so far; of a ready one its length
    string_view trouble; // why it failed
    string_view webhook; // who is still to be told; empty: nobody
    string_view email;
};

struct download_jobs;
struct download_job_work;

struct download_job_calls {
    // Makes it, on the jobs' thread. ST_CANCELLED when it is given up.
    status (*make)(void *context, const struct download_job *job, struct download_job_work *work,
                   struct error *e);
    // Tells whoever is to be told; a failure is tried again.
    status (*tell)(void *context, const struct download_job *job, struct error *e);
    void *context;
};

// Reads what is there and begins to work on it.
NODISCARD status download_jobs_open(const char *data_folder, const struct download_job_calls *calls,
                                    struct download_jobs **out, struct error *e);
// Gives up what is being made; the next process begins it again. NULL is fine.
void download_jobs_close(struct download_jobs *jobs);

// A new one of a client (any number that stands for it; it is not written down). ST_TOO_LARGE when
// too many wait, ST_REFUSED when too many of this client's do. `id` is filled.
NODISCARD status download_jobs_add(struct download_jobs *jobs, const struct download_job *asked,
                                   uint64_t client, char id[37], struct error *e);
// ST_NOT_FOUND. Texts lie in `arena`.
NODISCARD status download_jobs_get(struct download_jobs *jobs, string_view id, struct arena *arena,
                                   struct download_job *out, struct error *e);
// Gives it up and forgets it.
NODISCARD status download_jobs_remove(struct download_jobs *jobs, string_view id, struct error *e);

// --- for `make`
void download_job_progress(struct download_job_work *work, uint64_t made);
bool download_job_given_up(void *work);

// Forgets all of them (rule F5): what they ask for may name what is erased.
NODISCARD status download_jobs_clear(const char *data_folder, struct error *e);
