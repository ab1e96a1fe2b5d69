// SPDX-License-Identifier: Apache-2.0
// Counts the instructions that searches take, so that a check can hold them to bounds on a machine
// whose clock says nothing:
//
//     counted_work STORE_FOLDER < BODIES
//
// Each line of standard input is the body of a search (vitrine_search_json). For each of them a
// line of output says how many instructions the calling thread took, once warm. A parent steps a
// child through them one by one with ptrace(2), which containers allow where they hide the
// processor's own counters. Exit code 77: this machine cannot be counted on (no ptrace, no x86-64
// with AVX2, whose loops the bounds are made for).
#include "base/buffer.h"
#include "vitrine/vitrine.h"

#include <inttypes.h>
#include <linux/perf_event.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define SKIPPED    77
#define WARM_UPS   2
#define MOST_STEPS UINT64_C(50000000) // some minutes

static int fail(const char *message)
{
    fprintf(stderr, "counted_work: %s\n", message);
    return 1;
}

// --- the child -----------------------------------------------------------------------------------

static bool run_search(struct vitrine_snapshot *snapshot, string_view body,
                       struct vitrine_buffer *out, struct vitrine_error *error)
{
    vitrine_buffer_clear(out);
    return vitrine_search_json(snapshot, body.bytes, body.length, out, error) == VITRINE_OK;
}

// Stops before and behind what is to be counted; the parent lets it go on.
static bool run_counted(struct vitrine_snapshot *snapshot, string_view body,
                        struct vitrine_buffer *out, struct vitrine_error *error)
{
    for (int i = 0; i < WARM_UPS; i++) {
        if (!run_search(snapshot, body, out, error)) {
            return false;
        }
    }
    (void)raise(SIGSTOP);
    bool good = run_search(snapshot, body, out, error);
    (void)raise(SIGSTOP);
    return good;
}

static int run_child(const char *folder)
{
    struct vitrine_error *error = vitrine_error_create();
    struct vitrine_buffer *out = vitrine_buffer_create(0);
    struct vitrine_store *store = NULL;
    struct vitrine_snapshot *snapshot = NULL;
    char *line = NULL;
    size_t size = 0;
    bool good = ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0 &&
                vitrine_store_open(folder, &store, error) == VITRINE_OK &&
                vitrine_snapshot_take(store, &snapshot, error) == VITRINE_OK;
    while (good) {
        ssize_t length = getline(&line, &size, stdin);
        if (length <= 0) {
            break;
        }
        good = run_counted(snapshot, (string_view){line, (size_t)length}, out, error);
    }
    free(line);
    int code = good ? 0 : fail(vitrine_error_message(error));
    vitrine_snapshot_release(snapshot);
    vitrine_store_close(store);
    vitrine_buffer_destroy(out);
    vitrine_error_destroy(error);
    return code;
}

// --- the parent ----------------------------------------------------------------------------------

// The processor's counter of a child's instructions outside the kernel; -1: there is none for us.
static int open_counter(pid_t child)
{
    struct perf_event_attr what = {.type = PERF_TYPE_HARDWARE,
                                   .size = sizeof what,
                                   .config = PERF_COUNT_HW_INSTRUCTIONS,
                                   .disabled = 1,
                                   .exclude_kernel = 1,
                                   .exclude_hv = 1};
    return (int)syscall(SYS_perf_event_open, &what, child, -1, -1, PERF_FLAG_FD_CLOEXEC);
}

// Lets the child run until it stops itself again.
static bool count_by_counter(pid_t child, int counter, int *state, uint64_t *out)
{
    bool good = ioctl(counter, PERF_EVENT_IOC_RESET, 0) == 0 &&
                ioctl(counter, PERF_EVENT_IOC_ENABLE, 0) == 0 &&
                ptrace(PTRACE_CONT, child, NULL, NULL) == 0 && waitpid(child, state, 0) == child &&
                WIFSTOPPED(*state) && ioctl(counter, PERF_EVENT_IOC_DISABLE, 0) == 0;
    return good && WSTOPSIG(*state) == SIGSTOP && read(counter, out, sizeof *out) == sizeof *out;
}

// Steps the child until it stops itself again.
static bool count_steps(pid_t child, int *state, uint64_t *out)
{
    uint64_t steps = 0;
    do {
        if (ptrace(PTRACE_SINGLESTEP, child, NULL, NULL) != 0 ||
            waitpid(child, state, 0) != child || !WIFSTOPPED(*state)) {
            return false;
        }
        steps++;
    } while (WSTOPSIG(*state) == SIGTRAP && steps < MOST_STEPS);
    *out = steps;
    return WSTOPSIG(*state) == SIGSTOP;
}

static int watch_child(pid_t child)
{
    int state = 0;
    int counter = open_counter(child);
    for (;;) {
        uint64_t steps = 0;
        if (waitpid(child, &state, 0) != child) {
            return fail("the child went away");
        }
        if (WIFEXITED(state)) {
            return WEXITSTATUS(state);
        }
        bool counted = WIFSTOPPED(state) && WSTOPSIG(state) == SIGSTOP;
        if (counted && !(counter >= 0 ? count_by_counter(child, counter, &state, &steps)
                                      : count_steps(child, &state, &steps))) {
            (void)kill(child, SIGKILL);
            return fail("a search took more instructions than can be counted, or ended badly");
        }
        if (counted) {
            printf("%" PRIu64 "\n", steps);
        } else if (!WIFSTOPPED(state)) {
            return fail("the child was killed");
        }
        if (ptrace(PTRACE_CONT, child, NULL, NULL) != 0) {
            return fail("the child cannot go on");
        }
    }
}

// Whether a child may be traced here.
static bool can_trace(void)
{
    int state = 0;
    pid_t child = fork();
    if (child == 0) {
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0) {
            _exit(1);
        }
        (void)raise(SIGSTOP);
        _exit(0);
    }
    if (child < 0 || waitpid(child, &state, 0) != child || !WIFSTOPPED(state)) {
        return false;
    }
    bool good = ptrace(PTRACE_SINGLESTEP, child, NULL, NULL) == 0 &&
                waitpid(child, &state, 0) == child && WIFSTOPPED(state);
    (void)kill(child, SIGKILL);
    (void)waitpid(child, &state, 0);
    return good;
}

int main(int argument_count, char **arguments)
{
    if (argument_count != 2) {
        return fail("usage: counted_work STORE_FOLDER < BODIES");
    }
#if defined(__x86_64__)
    bool known = __builtin_cpu_supports("avx2");
#else
    bool known = false;
#endif
    if (!known || !can_trace()) {
        return SKIPPED;
    }
    // A repeated string instruction would count once a byte: let the C library use its loops.
    static const char tunables[] = "glibc.cpu.x86_rep_movsb_threshold=0x7fffffff:"
                                   "glibc.cpu.x86_rep_stosb_threshold=0x7fffffff";
    const char *set = getenv("GLIBC_TUNABLES");
    if (set == NULL || strcmp(set, tunables) != 0) {
        (void)setenv("GLIBC_TUNABLES", tunables, 1);
        (void)execv("/proc/self/exe", arguments);
    }
    // On one processor a step is some microseconds; between two it is several times that.
    cpu_set_t one;
    CPU_ZERO(&one);
    int processor = sched_getcpu();
    CPU_SET((size_t)MAX(processor, 0), &one);
    (void)sched_setaffinity(0, sizeof one, &one);
    pid_t child = fork();
    if (child < 0) {
        return fail("no child could be made");
    }
    return child == 0 ? run_child(arguments[1]) : watch_child(child);
}
