// SPDX-License-Identifier: Apache-2.0
// Prepared downloads: bounds of the queue, what a stop and a start leave, notices told again, an
// erasure (rules E4, F5).
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/file.h"
#include "portal/download_jobs.h"

#include <stdatomic.h>

struct world {
    char folder[64];
    atomic_bool held; // making waits
    atomic_int made;
    atomic_int told;
    int fail_tells; // so many
    status result;
};

static void sleep_a_little(void)
{
    const struct timespec pause = {.tv_nsec = 5000000};
    (void)nanosleep(&pause, NULL);
}

static status make(void *context, const struct download_job *job, struct download_job_work *work,
                   struct error *e)
{
    struct world *w = context;
    (void)job;
    download_job_progress(work, 7);
    while (atomic_load(&w->held)) {
        if (download_job_given_up(work)) {
            return error_set(e, ST_CANCELLED, "stopped");
        }
        sleep_a_little();
    }
    atomic_fetch_add(&w->made, 1);
    return w->result == ST_OK ? ST_OK : error_set(e, w->result, "the disk is full");
}

static status tell(void *context, const struct download_job *job, struct error *e)
{
    struct world *w = context;
    assert_true(job->webhook.length > 0 || job->email.length > 0);
    int before = atomic_fetch_add(&w->told, 1);
    return before < w->fail_tells ? error_set(e, ST_IO, "nobody listens") : ST_OK;
}

static struct download_jobs *open_jobs(struct world *w)
{
    struct download_jobs *jobs = NULL;
    const struct download_job_calls calls = {make, tell, w};
    assert_int_equal(download_jobs_open(w->folder, &calls, &jobs, NULL), ST_OK);
    return jobs;
}

static struct download_job asked(void)
{
    return (struct download_job){.download = SV("/api/v1/download?q=moor"),
                                 .host = SV("museum.example"),
                                 .records = 3,
                                 .expected = 10};
}

static enum download_job_state state_of(struct download_jobs *jobs, const char *id)
{
    struct arena arena;
    struct download_job job = {.state = DOWNLOAD_WAITING};
    arena_init(&arena, 0);
    assert_int_equal(download_jobs_get(jobs, sv_from(id), &arena, &job, NULL), ST_OK);
    arena_release(&arena);
    return job.state;
}

static void wait_for(struct download_jobs *jobs, const char *id, enum download_job_state state)
{
    for (int i = 0; i < 2000 && state_of(jobs, id) != state; i++) {
        sleep_a_little();
    }
    assert_int_equal(state_of(jobs, id), state);
}

static void test_so_many_wait_at_a_time(void **state)
{
    struct world *w = *state;
    struct download_job job = asked();
    char id[37];
    atomic_store(&w->held, true);
    struct download_jobs *jobs = open_jobs(w);
    for (size_t i = 0; i < DOWNLOAD_JOBS_EACH; i++) {
        assert_int_equal(download_jobs_add(jobs, &job, 1, id, NULL), ST_OK);
    }
    assert_int_equal(download_jobs_add(jobs, &job, 1, id, NULL), ST_REFUSED);
    for (size_t i = DOWNLOAD_JOBS_EACH; i < DOWNLOAD_JOBS_WAITING; i++) {
        assert_int_equal(download_jobs_add(jobs, &job, 2 + i, id, NULL), ST_OK);
    }
    assert_int_equal(download_jobs_add(jobs, &job, 999, id, NULL), ST_TOO_LARGE);
    assert_int_equal(download_jobs_remove(jobs, sv_from(id), NULL), ST_OK);
    assert_int_equal(download_jobs_add(jobs, &job, 999, id, NULL), ST_OK);
    atomic_store(&w->held, false);
    wait_for(jobs, id, DOWNLOAD_READY);
    assert_int_equal(atomic_load(&w->made), DOWNLOAD_JOBS_WAITING);
    assert_int_equal(download_jobs_add(jobs, &job, 1, id, NULL), ST_OK);
    download_jobs_close(jobs);
}

static void test_what_a_stop_interrupts_is_begun_again(void **state)
{
    struct world *w = *state;
    struct download_job job = asked();
    char id[37];
    atomic_store(&w->held, true);
    struct download_jobs *jobs = open_jobs(w);
    assert_int_equal(download_jobs_add(jobs, &job, 1, id, NULL), ST_OK);
    wait_for(jobs, id, DOWNLOAD_MAKING);
    download_jobs_close(jobs);
    atomic_store(&w->held, false);
    jobs = open_jobs(w);
    wait_for(jobs, id, DOWNLOAD_READY);
    assert_int_equal(atomic_load(&w->made), 1);
    download_jobs_close(jobs);
    jobs = open_jobs(w); // what is ready stays so
    assert_int_equal(state_of(jobs, id), DOWNLOAD_READY);
    download_jobs_close(jobs);
    assert_int_equal(atomic_load(&w->made), 1);
}

static void test_what_fails_says_why(void **state)
{
    struct world *w = *state;
    struct download_job job = asked();
    struct arena arena;
    char id[37];
    w->result = ST_IO;
    struct download_jobs *jobs = open_jobs(w);
    assert_int_equal(download_jobs_add(jobs, &job, 1, id, NULL), ST_OK);
    wait_for(jobs, id, DOWNLOAD_FAILED);
    arena_init(&arena, 0);
    assert_int_equal(download_jobs_get(jobs, sv_from(id), &arena, &job, NULL), ST_OK);
    assert_true(sv_equal(job.trouble, SV("the disk is full")));
    assert_true(job.until > job.ended && job.ended >= job.asked);
    arena_release(&arena);
    download_jobs_close(jobs);
}

static bool is_written(const struct world *w, const char *id, const char *text)
{
    char path[PATH_SIZE];
    struct buffer bytes;
    (void)snprintf(path, sizeof path, "%s/downloads/%s.json", w->folder, id);
    buffer_init(&bytes, 1 << 20);
    assert_int_equal(file_read(path, 1 << 20, &bytes, NULL), ST_OK);
    bool found = memmem(bytes.bytes, bytes.length, text, strlen(text)) != NULL;
    buffer_release(&bytes);
    return found;
}

static void test_rule_e4_who_was_told_is_forgotten(void **state)
{
    struct world *w = *state;
    struct download_job job = asked();
    char id[37];
    job.webhook = SV("https://hook.example/");
    job.email = SV("ada@example.org");
    w->fail_tells = 1;
    atomic_store(&w->held, true);
    struct download_jobs *jobs = open_jobs(w);
    assert_int_equal(download_jobs_add(jobs, &job, 1, id, NULL), ST_OK);
    assert_true(is_written(w, id, "ada@example.org"));
    atomic_store(&w->held, false);
    for (int i = 0; i < 2000 && is_written(w, id, "ada@example.org"); i++) {
        sleep_a_little();
    }
    assert_false(is_written(w, id, "ada@example.org"));
    assert_false(is_written(w, id, "hook.example"));
    assert_int_equal(atomic_load(&w->told), 2);
    download_jobs_close(jobs);
}

static void test_rule_f5_what_was_removed_does_not_come_back(void **state)
{
    struct world *w = *state;
    struct download_job job = asked();
    struct arena arena;
    char id[37];
    char path[PATH_SIZE];
    atomic_store(&w->held, true);
    struct download_jobs *jobs = open_jobs(w);
    assert_int_equal(download_jobs_add(jobs, &job, 1, id, NULL), ST_OK);
    wait_for(jobs, id, DOWNLOAD_MAKING);
    assert_int_equal(download_jobs_clear(w->folder, NULL), ST_OK);
    arena_init(&arena, 0);
    assert_int_equal(download_jobs_get(jobs, sv_from(id), &arena, &job, NULL), ST_NOT_FOUND);
    arena_release(&arena);
    atomic_store(&w->held, false);
    while (atomic_load(&w->made) == 0) {
        sleep_a_little();
    }
    download_jobs_close(jobs);
    (void)snprintf(path, sizeof path, "%s/downloads/%s.json", w->folder, id);
    assert_false(file_exists(path));
}

static int set_up(void **state)
{
    struct world *w = calloc(1, sizeof *w);
    assert_non_null(w);
    (void)snprintf(w->folder, sizeof w->folder, "/tmp/vitrine-jobs-XXXXXX");
    *state = w;
    return mkdtemp(w->folder) == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
    struct world *w = *state;
    status result = folder_remove(w->folder, NULL);
    free(w);
    return result == ST_OK ? 0 : -1;
}

#define IN_A_WORLD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_WORLD(test_so_many_wait_at_a_time),
        IN_A_WORLD(test_what_a_stop_interrupts_is_begun_again),
        IN_A_WORLD(test_what_fails_says_why),
        IN_A_WORLD(test_rule_e4_who_was_told_is_forgotten),
        IN_A_WORLD(test_rule_f5_what_was_removed_does_not_come_back),
    };
    return cmocka_run_group_tests(tests, NULL,
                                  NULL); // download_jobs starts threads: pthread_create
}
