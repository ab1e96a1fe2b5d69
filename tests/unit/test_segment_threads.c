// SPDX-License-Identifier: Apache-2.0
// Segments under threads: a pool builds the same segment as one thread does, and many threads read
// one freshly opened segment at once (TSan looks at the once-only flags).
#include "base/thread_pool.h"
#include "store/parallel.h"
#include "store/segment.h"
#include "unit/segment_fixture.h"

#include <pthread.h>
#include <stdatomic.h>

#define READERS 4

static void make_segment(struct segment_fixture *f, struct thread_pool *pool, uint32_t rows)
{
    struct fixture_random random = {4};
    fixture_begin(f, pool);
    for (uint32_t i = 0; i < rows; i++) {
        char key[16];
        char json[256];
        (void)snprintf(key, sizeof key, "%08" PRIu32, i);
        (void)snprintf(json, sizeof json,
                       "{\"id\":\"BM-%" PRIu32 "\",\"name\":\"name %" PRIu32
                       "\",\"year\":\"%" PRIu32 "\",\"decimalLatitude\":\"%" PRIu32
                       ".5\",\"decimalLongitude\":\"3\","
                       "\"l\":[{\"a\":\"w%" PRIu32 "\"},{\"b\":%" PRIu32 "}]}",
                       i, fixture_below(&random, 500), 1800 + fixture_below(&random, 200),
                       fixture_below(&random, 80), fixture_below(&random, 20000), i);
        fixture_add(f, 1, key, json);
    }
    fixture_finish(f);
}

static void test_a_pool_builds_the_same_segment(void **state)
{
    (void)state;
    struct thread_pool *pool = NULL;
    struct segment_fixture f;
    struct error error = {0};
    assert_int_equal(thread_pool_create(3, 8, &pool, &error), ST_OK);
    make_segment(&f, pool, 70000);
    ASSERT_OK(&f, segment_verify(f.segment, &f.error));
    struct buffer out;
    buffer_init(&out, 4096);
    for (uint32_t row = 0; row < f.count; row += 97) {
        buffer_clear(&out);
        ASSERT_OK(&f, segment_write_record(f.segment, row, true, &out, &f.error));
        assert_int_equal(out.length, f.rows[row].length);
        assert_memory_equal(out.bytes, f.rows[row].json, out.length);
    }
    buffer_release(&out);
    fixture_end(&f);
    thread_pool_destroy(pool);
}

static void *read_everything(void *argument)
{
    struct segment_fixture *f = argument;
    struct error error = {0};
    struct buffer out;
    struct bitset rows;
    buffer_init(&out, 65536);
    status result = bitset_init(&rows, segment_rows(f->segment), &error);
    for (uint32_t row = 0; result == ST_OK && row < f->count; row += 13) {
        buffer_clear(&out);
        result = segment_write_record(f->segment, row, true, &out, &error);
        if (result == ST_OK && (out.length != f->rows[row].length ||
                                memcmp(out.bytes, f->rows[row].json, out.length) != 0)) {
            result = ST_INTERNAL;
        }
    }
    if (result == ST_OK) {
        result = segment_rows_with_token(f->segment, SV("name"), &rows, &error);
    }
    if (result == ST_OK && bitset_count(&rows) != f->count) {
        result = ST_INTERNAL;
    }
    bitset_release(&rows);
    buffer_release(&out);
    return result == ST_OK ? NULL : f;
}

static void test_many_threads_read_one_segment(void **state)
{
    (void)state;
    struct segment_fixture f;
    pthread_t threads[READERS];
    make_segment(&f, NULL, 3000);
    for (size_t i = 0; i < READERS; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, read_everything, &f), 0);
    }
    for (size_t i = 0; i < READERS; i++) {
        void *failed = NULL;
        assert_int_equal(pthread_join(threads[i], &failed), 0);
        assert_null(failed);
    }
    fixture_end(&f);
}

// --- sharing work --------------------------------------------------------------------------------

struct counted {
    atomic_uint done[1000];
    size_t fail_at;
};

static status count_task(void *argument, size_t index, struct error *e)
{
    struct counted *c = argument;
    atomic_fetch_add(&c->done[index], 1);
    return index == c->fail_at ? error_set(e, ST_IO, "task %zu", index) : ST_OK;
}

static void test_every_task_runs_once(void **state)
{
    (void)state;
    struct thread_pool *pool = NULL;
    struct error error = {0};
    struct counted *c = calloc(1, sizeof *c);
    assert_non_null(c);
    c->fail_at = SIZE_MAX;
    assert_int_equal(thread_pool_create(2, 1, &pool, &error), ST_OK);
    for (unsigned turn = 1; turn <= 50; turn++) {
        assert_int_equal(parallel_run(pool, 1000, count_task, c, &error), ST_OK);
        for (size_t i = 0; i < 1000; i++) {
            assert_int_equal(atomic_load(&c->done[i]), turn);
        }
    }
    thread_pool_destroy(pool);
    free(c);
}

static void test_the_first_failure_is_given(void **state)
{
    (void)state;
    struct thread_pool *pool = NULL;
    struct error error = {0};
    struct counted *c = calloc(1, sizeof *c);
    assert_non_null(c);
    c->fail_at = 10;
    assert_int_equal(thread_pool_create(2, 4, &pool, &error), ST_OK);
    assert_int_equal(parallel_run(pool, 1000, count_task, c, &error), ST_IO);
    assert_string_equal(error.message, "task 10");
    thread_pool_destroy(pool);
    // On one thread it is sure which tasks were left out.
    error_clear(&error);
    unsigned before = atomic_load(&c->done[11]);
    assert_int_equal(parallel_run(NULL, 1000, count_task, c, &error), ST_IO);
    assert_string_equal(error.message, "task 10");
    assert_int_equal(atomic_load(&c->done[11]), before);
    free(c);
}

// The caller may be a thread of the pool, even its only one.
struct nested {
    struct thread_pool *pool;
    struct counted *counted;
    status result;
};

static void run_nested(void *argument)
{
    struct nested *n = argument;
    struct error error = {0};
    n->result = parallel_run(n->pool, 100, count_task, n->counted, &error);
}

static void test_a_thread_of_the_pool_may_share_its_work(void **state)
{
    (void)state;
    struct error error = {0};
    struct nested n = {.counted = calloc(1, sizeof(struct counted)), .result = ST_INTERNAL};
    assert_non_null(n.counted);
    n.counted->fail_at = SIZE_MAX;
    assert_int_equal(thread_pool_create(1, 4, &n.pool, &error), ST_OK);
    assert_int_equal(thread_pool_submit(n.pool, run_nested, &n, &error), ST_OK);
    thread_pool_drain(n.pool);
    assert_int_equal(n.result, ST_OK);
    assert_int_equal(atomic_load(&n.counted->done[99]), 1);
    thread_pool_destroy(n.pool);
    free(n.counted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_pool_builds_the_same_segment),
        cmocka_unit_test(test_many_threads_read_one_segment),
        cmocka_unit_test(test_every_task_runs_once),
        cmocka_unit_test(test_the_first_failure_is_given),
        cmocka_unit_test(test_a_thread_of_the_pool_may_share_its_work),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
