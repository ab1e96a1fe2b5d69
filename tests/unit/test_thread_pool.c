// SPDX-License-Identifier: Apache-2.0
// The pool of threads: every job runs once, the queue is bounded, ending finishes what is queued.
#include "base/thread_pool.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>

static _Atomic int runs;

static void count_run(void *argument)
{
    (void)argument;
    atomic_fetch_add(&runs, 1);
}

// A gate that jobs wait at.
struct gate {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    int waiting;
    bool open;
};

static void wait_at_gate(void *argument)
{
    struct gate *g = argument;
    (void)pthread_mutex_lock(&g->mutex);
    g->waiting++;
    (void)pthread_cond_broadcast(&g->changed);
    while (!g->open) {
        (void)pthread_cond_wait(&g->changed, &g->mutex);
    }
    (void)pthread_mutex_unlock(&g->mutex);
    atomic_fetch_add(&runs, 1);
}

static void wait_until_waiting(struct gate *g, int count)
{
    (void)pthread_mutex_lock(&g->mutex);
    while (g->waiting < count) {
        (void)pthread_cond_wait(&g->changed, &g->mutex);
    }
    (void)pthread_mutex_unlock(&g->mutex);
}

static void open_gate(struct gate *g)
{
    (void)pthread_mutex_lock(&g->mutex);
    g->open = true;
    (void)pthread_cond_broadcast(&g->changed);
    (void)pthread_mutex_unlock(&g->mutex);
}

static void test_every_job_runs_once(void **unused)
{
    (void)unused;
    struct error e = {0};
    struct thread_pool *pool = NULL;
    assert_int_equal(thread_pool_create(4, 8, &pool, &e), ST_OK);
    for (int round = 1; round <= 3; round++) {
        atomic_store(&runs, 0);
        for (int i = 0; i < 1000; i++) {
            assert_int_equal(thread_pool_submit_waiting(pool, count_run, NULL, &e), ST_OK);
        }
        thread_pool_drain(pool);
        assert_int_equal(atomic_load(&runs), 1000);
    }
    thread_pool_destroy(pool);
    thread_pool_destroy(NULL);
    assert_true(thread_pool_processors() >= 1);
}

static void test_a_full_queue_refuses(void **unused)
{
    (void)unused;
    struct error e = {0};
    struct thread_pool *pool = NULL;
    struct gate g = {.mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};
    atomic_store(&runs, 0);
    assert_int_equal(thread_pool_create(2, 3, &pool, &e), ST_OK);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(thread_pool_submit(pool, wait_at_gate, &g, &e), ST_OK);
    }
    wait_until_waiting(&g, 2);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(thread_pool_submit(pool, count_run, NULL, &e), ST_OK);
    }
    assert_int_equal(thread_pool_submit(pool, count_run, NULL, &e), ST_TOO_LARGE);
    open_gate(&g);
    thread_pool_drain(pool);
    assert_int_equal(atomic_load(&runs), 5);
    thread_pool_destroy(pool);
}

// A place in the queue is free as soon as a job is taken from it, not only when one is done.
static void test_waiting_for_room_ends_when_a_job_is_taken(void **unused)
{
    (void)unused;
    struct error e = {0};
    struct thread_pool *pool = NULL;
    struct gate g = {.mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};
    assert_int_equal(thread_pool_create(2, 1, &pool, &e), ST_OK);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(thread_pool_submit_waiting(pool, wait_at_gate, &g, &e), ST_OK);
    }
    open_gate(&g);
    thread_pool_destroy(pool);
}

static void test_destroying_finishes_what_is_queued(void **unused)
{
    (void)unused;
    struct error e = {0};
    struct thread_pool *pool = NULL;
    struct gate g = {.mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};
    atomic_store(&runs, 0);
    assert_int_equal(thread_pool_create(1, 100, &pool, &e), ST_OK);
    assert_int_equal(thread_pool_submit(pool, wait_at_gate, &g, &e), ST_OK);
    for (int i = 0; i < 50; i++) {
        assert_int_equal(thread_pool_submit(pool, count_run, NULL, &e), ST_OK);
    }
    open_gate(&g);
    thread_pool_destroy(pool);
    assert_int_equal(atomic_load(&runs), 51);
}

static void submit_to_pool(void *argument)
{
    struct error e = {0};
    // Either there is room, or the pool is ending and says so.
    status result = thread_pool_submit(argument, count_run, NULL, &e);
    if (result == ST_OK || result == ST_CANCELLED) {
        atomic_fetch_add(&runs, 1);
    }
}

struct niceness {
    _Atomic int lowered; // jobs that saw low priority after they had asked for it
    _Atomic int begun_low;
};

static void step_back(void *argument)
{
    struct niceness *n = argument;
    if (getpriority(PRIO_PROCESS, (id_t)syscall(SYS_gettid)) >= 10) {
        atomic_fetch_add(&n->begun_low, 1);
    }
    thread_pool_step_back();
    thread_pool_step_back();
    if (getpriority(PRIO_PROCESS, (id_t)syscall(SYS_gettid)) >= 10) {
        atomic_fetch_add(&n->lowered, 1);
    }
}

// Fresh threads take the place of those whose job was long, as soon as there is more to do.
static void test_long_jobs_step_back_alone(void **unused)
{
    (void)unused;
    struct thread_pool *pool = NULL;
    struct error e = {0};
    struct niceness n = {0};
    int before = getpriority(PRIO_PROCESS, 0);
    assert_int_equal(thread_pool_create(3, 64, &pool, &e), ST_OK);
    for (int i = 0; i < 200; i++) {
        assert_int_equal(thread_pool_submit(pool, step_back, &n, &e), ST_OK);
        thread_pool_drain(pool); // all that stepped back are told
    }
    thread_pool_drain(pool);
    assert_int_equal(atomic_load(&n.lowered), 200);
    // The one that a job went to just before it was replaced may have had it at low priority.
    assert_true(before >= 10 || atomic_load(&n.begun_low) < 150);
    for (int i = 0; i < 300; i++) {
        assert_int_equal(thread_pool_submit_waiting(pool, step_back, &n, &e), ST_OK);
    }
    thread_pool_destroy(pool);
    assert_int_equal(atomic_load(&n.lowered), 500);
    thread_pool_step_back(); // outside a pool: nothing
    assert_int_equal(getpriority(PRIO_PROCESS, 0), before);
}

static void test_jobs_may_submit_jobs(void **unused)
{
    (void)unused;
    struct error e = {0};
    struct thread_pool *pool = NULL;
    atomic_store(&runs, 0);
    assert_int_equal(thread_pool_create(0, 64, &pool, &e), ST_OK); // at least one thread
    for (int i = 0; i < 10; i++) {
        assert_int_equal(thread_pool_submit(pool, submit_to_pool, pool, &e), ST_OK);
    }
    thread_pool_drain(pool);
    assert_int_equal(atomic_load(&runs), 20);
    thread_pool_destroy(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_job_runs_once),
        cmocka_unit_test(test_a_full_queue_refuses),
        cmocka_unit_test(test_waiting_for_room_ends_when_a_job_is_taken),
        cmocka_unit_test(test_destroying_finishes_what_is_queued),
        cmocka_unit_test(test_long_jobs_step_back_alone),
        cmocka_unit_test(test_jobs_may_submit_jobs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
