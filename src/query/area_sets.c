// SPDX-License-Identifier: Apache-2.0
// The sets of a folder, kept in memory until the folder changes.
// Must not know: records, who brings sets in.
#include "query/area_sets.h"

#include "base/array.h"
#include "base/file.h"
#include "base/fold.h"
#include "query/area_set_file.h"
#include "query/near_names.h"
#include "query/query_tree.h"

#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define FILE_ENDING ".areas"

static struct {
    pthread_mutex_t mutex;
    char folder[PATH_SIZE];       // "": none
    struct area_set_file **files; // owned, by name
    size_t count;
    size_t capacity;
    struct timespec changed; // the folder, when it was read
    bool known;
} sets = {.mutex = PTHREAD_MUTEX_INITIALIZER};

// --- the folder ------------------------------------------------------------------------------

static void forget(void)
{
    for (size_t i = 0; i < sets.count; i++) {
        area_set_file_close(sets.files[i]);
    }
    sets.count = 0;
    sets.known = false;
}

void area_sets_use(const char *folder)
{
    (void)pthread_mutex_lock(&sets.mutex);
    forget();
    free(sets.files);
    sets.files = NULL;
    sets.capacity = 0;
    (void)snprintf(sets.folder, sizeof sets.folder, "%s", folder == NULL ? "" : folder);
    (void)pthread_mutex_unlock(&sets.mutex);
}

static int compare_files(const void *a, const void *b)
{
    return sv_compare((*(struct area_set_file *const *)a)->name,
                      (*(struct area_set_file *const *)b)->name);
}

static status read_folder(DIR *folder, struct error *e)
{
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        char path[PATH_SIZE];
        if (entry->d_name[0] == '.' || !sv_ends_with(sv_from(entry->d_name), SV(FILE_ENDING))) {
            continue;
        }
        TRY(path_join(path, sizeof path, sets.folder, entry->d_name, e));
        if (!ARRAY_RESERVE(sets.files, sets.capacity, sets.count, (size_t)10000)) {
            return error_set(e, ST_NO_MEMORY, "no memory for the sets of areas");
        }
        TRY(area_set_file_open(path, &sets.files[sets.count], e));
        sets.count++;
    }
    if (sets.count > 0) {
        qsort((void *)sets.files, sets.count, sizeof *sets.files, compare_files);
    }
    return ST_OK;
}

// A folder changed within the last seconds may change again without showing it.
static bool is_as_known(const struct stat *now)
{
    struct timespec clock = {0};
    (void)clock_gettime(CLOCK_REALTIME, &clock);
    return sets.known && now->st_mtim.tv_sec == sets.changed.tv_sec &&
           now->st_mtim.tv_nsec == sets.changed.tv_nsec && clock.tv_sec > now->st_mtim.tv_sec + 2;
}

// Brings what is known up to date; with the mutex held.
static status refresh(struct error *e)
{
    struct stat now;
    if (sets.folder[0] == '\0' || stat(sets.folder, &now) != 0) {
        forget();
        return ST_OK;
    }
    if (is_as_known(&now)) {
        return ST_OK;
    }
    forget();
    DIR *folder = opendir(sets.folder);
    if (folder == NULL) {
        return error_set_errno(e, "cannot read %s", sets.folder);
    }
    status result = read_folder(folder, e);
    (void)closedir(folder);
    if (result != ST_OK) {
        forget();
        return result;
    }
    sets.changed = now.st_mtim;
    sets.known = true;
    return ST_OK;
}

status area_sets_list(struct arena *arena, const struct area_set **out, size_t *count,
                      struct error *e)
{
    (void)pthread_mutex_lock(&sets.mutex);
    status result = refresh(e);
    struct area_set *list = NULL;
    if (result == ST_OK) {
        list = arena_array(arena, struct area_set, sets.count + 1);
        result = list == NULL ? query_no_memory(e) : ST_OK;
    }
    for (size_t i = 0; result == ST_OK && i < sets.count; i++) {
        const struct area_set_file *f = sets.files[i];
        list[i] = (struct area_set){arena_copy(arena, f->name), arena_copy(arena, f->category),
                                    arena_copy(arena, f->source), f->count};
    }
    if (result == ST_OK) {
        *out = list;
        *count = sets.count;
    }
    (void)pthread_mutex_unlock(&sets.mutex);
    return result;
}

// --- looking up ------------------------------------------------------------------------------

static status not_found(string_view category, string_view name, struct error *e)
{
    struct near_names near;
    bool any = false;
    near_names_init(&near, name);
    for (size_t i = 0; i < sets.count; i++) {
        const struct area_set_file *f = sets.files[i];
        bool of_category = sv_equal(f->category, category);
        any = any || of_category;
        for (size_t k = 0; of_category && k < f->count; k++) {
            near_names_offer(&near, f->areas[k].name);
        }
    }
    char list[NEAR_NAMES_TEXT];
    near_names_print(&near, list);
    near_names_release(&near);
    if (!any) {
        return error_set_field(e, ST_INVALID, "geo_named_area",
                               "this portal has no areas of the category " SV_FORMAT
                               ": countries ship with it, other sets are brought in with "
                               "`vitrine areas import`",
                               SV_ARGUMENT(query_excerpt(category, 60)));
    }
    return error_set_field(e, ST_INVALID, "geo_named_area",
                           "there is no area \"" SV_FORMAT "\" of the category " SV_FORMAT "%s%s",
                           SV_ARGUMENT(query_excerpt(name, 60)), SV_ARGUMENT(category),
                           list[0] == '\0' ? "" : "; near names: ", list);
}

// With the mutex held.
static status find_line(string_view category, string_view name, const struct area_line **out,
                        struct error *e)
{
    struct buffer folded;
    TRY(refresh(e));
    buffer_init(&folded, 16 * QUERY_LIMIT_TEXT);
    fold_case(name, &folded);
    *out = NULL;
    for (size_t i = 0; i < sets.count && *out == NULL; i++) {
        if (sv_equal(sets.files[i]->category, category)) {
            *out = area_set_file_find(sets.files[i], buffer_view(&folded));
        }
    }
    buffer_release(&folded);
    return *out == NULL ? not_found(category, name, e) : ST_OK;
}

status area_sets_look_up(struct arena *arena, string_view category, string_view name,
                         const struct query_polygon **polygons, size_t *count, struct error *e)
{
    const struct area_line *line = NULL;
    (void)pthread_mutex_lock(&sets.mutex);
    status result = find_line(category, name, &line, e);
    if (result == ST_OK) {
        result = area_line_polygons(line, arena, polygons, count, e);
    }
    (void)pthread_mutex_unlock(&sets.mutex);
    return result;
}

status area_sets_check(string_view category, string_view name, struct error *e)
{
    const struct area_line *line = NULL;
    (void)pthread_mutex_lock(&sets.mutex);
    status result = find_line(category, name, &line, e);
    (void)pthread_mutex_unlock(&sets.mutex);
    return result;
}

// --- files -----------------------------------------------------------------------------------

static bool is_set_name(string_view name)
{
    bool good = name.length > 0 && name.length <= AREA_SET_NAME;
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        good = good && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                        (i > 0 && (c == '-' || c == '_')));
    }
    return good;
}

status area_sets_path(string_view name, char path[PATH_SIZE], struct error *e)
{
    char file[AREA_SET_NAME + sizeof FILE_ENDING];
    if (!is_set_name(name)) {
        return error_set_field(e, ST_INVALID, "set",
                               "a set's name is 1 to %zu of a to z, 0 to 9, - and _",
                               AREA_SET_NAME);
    }
    (void)snprintf(file, sizeof file, SV_FORMAT FILE_ENDING, SV_ARGUMENT(name));
    (void)pthread_mutex_lock(&sets.mutex);
    status result = sets.folder[0] == '\0'
                        ? error_set(e, ST_INVALID, "no folder of areas is in use")
                        : path_join(path, PATH_SIZE, sets.folder, file, e);
    if (result == ST_OK && mkdir(sets.folder, 0777) != 0 && errno != EEXIST) {
        result = error_set_errno(e, "cannot make %s", sets.folder);
    }
    sets.known = false;
    (void)pthread_mutex_unlock(&sets.mutex);
    return result;
}

status area_sets_remove(string_view name, struct error *e)
{
    char path[PATH_SIZE];
    TRY(area_sets_path(name, path, e));
    if (unlink(path) != 0) {
        return errno == ENOENT ? error_set_field(e, ST_NOT_FOUND, "set",
                                                 "there is no set of areas \"" SV_FORMAT "\"",
                                                 SV_ARGUMENT(name))
                               : error_set_errno(e, "cannot remove %s", path);
    }
    return ST_OK;
}
