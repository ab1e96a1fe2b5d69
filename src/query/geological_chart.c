// SPDX-License-Identifier: Apache-2.0
// Finds intervals by name: a sorted list of all names in folded form, made once.
// Must not know: records, queries.
#include "query/geological_chart.h"

#include "base/buffer.h"
#include "base/fold.h"
#include "query/near_names.h"
#include "query/query_tree.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_NAME 64u
#define MOST_NAMES   1024u

struct folded_name {
    char text[LONGEST_NAME];
    uint16_t interval;
};

static struct folded_name names[MOST_NAMES];
static size_t name_count;
static pthread_once_t names_made = PTHREAD_ONCE_INIT;

// False when it is too long for a name.
static bool fold_name(string_view name, char out[LONGEST_NAME])
{
    struct buffer folded;
    buffer_init(&folded, (size_t)1 << 20);
    fold_full(name, &folded);
    bool fits = !folded.failed && folded.length > 0 && folded.length < LONGEST_NAME;
    if (fits) {
        memcpy(out, folded.bytes, folded.length);
        out[folded.length] = '\0';
    }
    buffer_release(&folded);
    return fits;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(((const struct folded_name *)a)->text, ((const struct folded_name *)b)->text);
}

static void add_name(const char *name, uint16_t interval)
{
    if (name_count < MOST_NAMES && fold_name(sv_from(name), names[name_count].text)) {
        names[name_count++].interval = interval;
    }
}

static void make_names(void)
{
    for (size_t i = 0; i < geological_interval_count; i++) {
        add_name(geological_intervals[i].name, (uint16_t)i);
    }
    for (size_t i = 0; i < geological_name_count; i++) {
        add_name(geological_names[i].name, geological_names[i].interval);
    }
    qsort(names, name_count, sizeof *names, compare_names);
}

const char *geological_rank_name(enum geological_rank rank)
{
    static const char *const ranks[] = {"super-eon",  "eon",   "era", "period",
                                        "sub-period", "epoch", "age"};
    return ranks[rank];
}

// Takes the last word away when it is a rank's.
static bool cut_rank(struct folded_name *sought)
{
    static const char *const words[] = {"eon",    "eonothem", "era",    "erathem", "period",
                                        "system", "epoch",    "series", "age",     "stage"};
    char *last = strrchr(sought->text, ' ');
    for (size_t i = 0; last != NULL && i < ARRAY_LENGTH(words); i++) {
        if (strcmp(last + 1, words[i]) == 0) {
            *last = '\0';
            return true;
        }
    }
    return false;
}

static string_view without_doubt(string_view name)
{
    name = sv_trim(name);
    while (name.length > 0 && name.bytes[0] == '?') {
        name = sv_trim(sv_slice(name, 1, name.length));
    }
    while (sv_ends_with(name, SV("?"))) {
        name = sv_trim(sv_slice(name, 0, name.length - 1));
    }
    return name;
}

const struct geological_interval *geological_find(string_view name)
{
    struct folded_name sought = {0};
    (void)pthread_once(&names_made, make_names);
    if (!fold_name(without_doubt(name), sought.text)) {
        return NULL;
    }
    const struct folded_name *found =
        bsearch(&sought, names, name_count, sizeof *names, compare_names);
    if (found == NULL && cut_rank(&sought)) {
        found = bsearch(&sought, names, name_count, sizeof *names, compare_names);
    }
    return found == NULL ? NULL : &geological_intervals[found->interval];
}

status geological_look_up(string_view name, const struct geological_interval **out, struct error *e)
{
    const struct geological_interval *found = geological_find(name);
    if (found != NULL) {
        *out = found;
        return ST_OK;
    }
    struct near_names near;
    near_names_init(&near, name);
    for (size_t i = 0; i < geological_interval_count; i++) {
        near_names_offer(&near, sv_from(geological_intervals[i].name));
    }
    for (size_t i = 0; i < geological_name_count; i++) {
        near_names_offer(&near, sv_from(geological_names[i].name));
    }
    char list[NEAR_NAMES_TEXT];
    near_names_print(&near, list);
    near_names_release(&near);
    return error_set_field(
        e, ST_INVALID, "name", "there is no geological interval \"" SV_FORMAT "\"%s%s",
        SV_ARGUMENT(query_excerpt(name, 60)), list[0] == '\0' ? "" : "; near names: ", list);
}
