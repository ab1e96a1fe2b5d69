// SPDX-License-Identifier: Apache-2.0
// The progress line: phase, a bar, rows, rows a second, time left. Must not know: what is done.
#include "cli/cli.h"

#include "base/clock.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define NANOSECONDS   UINT64_C(1000000000)
#define BETWEEN_LINES (NANOSECONDS / 10)
#define BAR_CELLS     12
#define BAR_BYTES     32
#define LEFT_BYTES    32
#define LINE_BYTES    128
#define USUAL_COLUMNS 80
#define MOST_SECONDS  (99 * 3600.0)

void progress_start(struct progress_bar *p)
{
    *p = (struct progress_bar){.shown = isatty(STDERR_FILENO) == 1};
}

// The columns that the terminal has.
static size_t terminal_columns(void)
{
    struct winsize size;
    bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : USUAL_COLUMNS;
}

static void print_time_left(double seconds, char out[LEFT_BYTES])
{
    unsigned whole = (unsigned)MIN(seconds, MOST_SECONDS);
    if (whole >= 3600) {
        (void)snprintf(out, LEFT_BYTES, "  %u:%02u:%02u left", whole / 3600, whole / 60 % 60,
                       whole % 60);
    } else if (whole >= 60) {
        (void)snprintf(out, LEFT_BYTES, "  %u:%02u left", whole / 60, whole % 60);
    } else {
        (void)snprintf(out, LEFT_BYTES, "  %u s left", whole);
    }
}

// "[####........]  37 %"
static void print_bar(uint64_t done, uint64_t total, char bar[BAR_BYTES])
{
    double share = MIN((double)done / (double)total, 1);
    char cells[BAR_CELLS + 1] = "............";
    memset(cells, '#', (size_t)(share * BAR_CELLS));
    (void)snprintf(bar, BAR_BYTES, "[%s] %3.0f %%", cells, share * 100);
}

void progress_show(struct progress_bar *p, const char *phase, uint64_t rows, uint64_t done,
                   uint64_t total)
{
    uint64_t now = clock_ticks();
    if (p->phase != phase) {
        *p = (struct progress_bar){p->shown, phase, now, rows, done, now};
    }
    if (!p->shown || now - p->last < BETWEEN_LINES) {
        return;
    }
    p->last = now;
    double seconds = (double)(now - p->started) / (double)NANOSECONDS;
    char bar[BAR_BYTES] = "";
    char left[LEFT_BYTES] = "";
    char line[LINE_BYTES];
    if (total > 0) {
        print_bar(done, total, bar);
    }
    if (done > p->first_done && done < total) {
        double speed = (double)(done - p->first_done) / seconds;
        print_time_left((double)(total - done) / speed, left);
    }
    (void)snprintf(line, sizeof line, "%-10s %s %9" PRIu64 " rows %8.0f rows/s%s", phase, bar, rows,
                   (double)(rows - p->first_rows) / seconds, left);
    (void)fprintf(stderr, "\r\033[K%.*s", (int)MIN(terminal_columns() - 1, sizeof line), line);
}

void progress_end(struct progress_bar *p)
{
    if (p->shown && p->last != 0) {
        (void)fprintf(stderr, "\r\033[K");
    }
}
