// SPDX-License-Identifier: Apache-2.0
// The progress line: phase, rows, rows a second, time left.
#include "cli/cli.h"

#include "base/clock.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#define NANOSECONDS   UINT64_C(1000000000)
#define BETWEEN_LINES (NANOSECONDS / 10)

void progress_start(struct progress_bar *p)
{
    *p = (struct progress_bar){.shown = isatty(STDERR_FILENO) == 1, .started = clock_ticks()};
}

void progress_show(struct progress_bar *p, const char *phase, uint64_t rows, uint64_t done,
                   uint64_t total)
{
    uint64_t now = clock_ticks();
    if (!p->shown || now - p->last < BETWEEN_LINES) {
        return;
    }
    p->last = now;
    double seconds = (double)(now - p->started) / (double)NANOSECONDS;
    double share = total == 0 ? 0 : (double)done / (double)total;
    char left[32] = "";
    if (share > 0.01 && share < 1) {
        (void)snprintf(left, sizeof left, ", %.0f s left", seconds / share - seconds);
    }
    (void)fprintf(stderr, "\r\033[K%-10s %10" PRIu64 " rows  %8.0f rows/s  %3.0f %%%s", phase, rows,
                  seconds > 0 ? (double)rows / seconds : 0, share * 100, left);
}

void progress_end(struct progress_bar *p)
{
    if (p->shown && p->last != 0) {
        (void)fprintf(stderr, "\r\033[K");
    }
}
