// SPDX-License-Identifier: Apache-2.0
// The sets of a folder, kept in memory until the folder changes.
// Must not know: records of people's tables, who brings sets in.
#include "query/area_sets.h"

#include "base/array.h"
#include "base/file.h"
#include "base/fold.h"
#include "base/hash.h"
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

#define MOST_FILES ((size_t)100000)

static struct {
    pthread_mutex_t mutex;
    char folder[PATH_SIZE];       // "": none
    struct store *store;          // tells which files must be there; may be NULL
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

void area_sets_use(const char *folder, struct store *store)
{
    (void)pthread_mutex_lock(&sets.mutex);
    forget();
    free(sets.files);
    sets.files = NULL;
    sets.capacity = 0;
    sets.store = store;
    (void)snprintf(sets.folder, sizeof sets.folder, "%s", folder == NULL ? "" : folder);
    (void)pthread_mutex_unlock(&sets.mutex);
}

static int compare_files(const void *a, const void *b)
{
    const struct area_set_file *x = *(struct area_set_file *const *)a;
    const struct area_set_file *y = *(struct area_set_file *const *)b;
    int order = sv_compare(x->name, y->name);
    return order != 0 ? order : sv_compare(x->file, y->file);
}

static status read_folder(DIR *folder, struct error *e)
{
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        char path[PATH_SIZE];
        if (entry->d_name[0] == '.' ||
            !sv_ends_with(sv_from(entry->d_name), SV(AREA_FILE_ENDING))) {
            continue;
        }
        TRY(path_join(path, sizeof path, sets.folder, entry->d_name, e));
        if (!ARRAY_RESERVE(sets.files, sets.capacity, sets.count, MOST_FILES)) {
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

// --- what counts -----------------------------------------------------------------------------

static status no_file(string_view file, struct error *e)
{
    return error_set(e, ST_CORRUPT,
                     "areas/" SV_FORMAT ": is missing, a version of a set of areas; import the set "
                     "again, or bring the file back from a backup",
                     SV_ARGUMENT(file));
}

static const struct area_set_file *find_file(string_view file)
{
    for (size_t i = 0; i < sets.count; i++) {
        if (sv_equal(sets.files[i]->file, file)) {
            return sets.files[i];
        }
    }
    return NULL;
}

static bool is_unversioned(const struct area_set_file *f)
{
    return sv_find(f->file, AREA_FILE_MARK) == f->file.length;
}

// The file of a set from before sets had versions; NULL: none.
static const struct area_set_file *unversioned(string_view set)
{
    for (size_t i = 0; i < sets.count; i++) {
        if (sv_equal(sets.files[i]->name, set) && is_unversioned(sets.files[i])) {
            return sets.files[i];
        }
    }
    return NULL;
}

// The sets of which a commit tells, whether or not their files are there, and those of files from
// before sets had versions: in order, in `arena`.
static status set_names(struct snapshot *s, struct arena *arena, const string_view **out,
                        size_t *count, struct error *e)
{
    const string_view *told = NULL;
    size_t told_count = 0;
    size_t at = 0;
    TRY(area_versions_sets(s, arena, &told, &told_count, e));
    string_view *names = arena_array(arena, string_view, told_count + sets.count + 1);
    if (names == NULL) {
        return query_no_memory(e);
    }
    *count = 0;
    for (size_t i = 0; i < sets.count; i++) {
        string_view name = sets.files[i]->name;
        while (at < told_count && sv_compare(told[at], name) < 0) {
            names[(*count)++] = told[at++];
        }
        bool is_told = at < told_count && sv_equal(told[at], name);
        if (!is_told && is_unversioned(sets.files[i])) {
            names[(*count)++] = name;
        }
    }
    while (at < told_count) {
        names[(*count)++] = told[at++];
    }
    *out = names;
    return ST_OK;
}

// Whoever asks what counts: the file of each set as of a commit.
typedef status see_file(void *argument, const struct area_set_file *f, struct error *e);

static status see_in_force(struct snapshot *s, string_view set, uint32_t commit,
                           struct arena *arena, see_file *see, void *argument, struct error *e)
{
    const struct area_set_version *versions = NULL;
    const struct area_set_file *before = unversioned(set);
    size_t count = 0;
    TRY(area_versions_read(s, set, arena, &versions, &count, e));
    string_view file =
        area_versions_file(versions, count, commit, before == NULL ? SV("") : before->file);
    if (file.length == 0) {
        return ST_OK;
    }
    const struct area_set_file *f = find_file(file);
    return f == NULL ? no_file(file, e) : see(argument, f, e);
}

static status each_in_force(struct snapshot *s, uint32_t commit, see_file *see, void *argument,
                            struct error *e)
{
    struct arena arena;
    const string_view *names = NULL;
    size_t count = 0;
    arena_init(&arena, 0);
    status result = set_names(s, &arena, &names, &count, e);
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        result = see_in_force(s, names[i], commit, &arena, see, argument, e);
    }
    arena_release(&arena);
    return result;
}

// The first file of a category that a version of a set names and that is not there is ST_CORRUPT.
static status check_category(struct snapshot *s, string_view category, struct arena *arena,
                             struct error *e)
{
    const string_view *names = NULL;
    size_t count = 0;
    TRY(area_versions_sets(s, arena, &names, &count, e));
    for (size_t i = 0; i < count; i++) {
        const struct area_set_version *versions = NULL;
        size_t version_count = 0;
        TRY(area_versions_read(s, names[i], arena, &versions, &version_count, e));
        for (size_t k = 0; k < version_count; k++) {
            if (sv_equal(versions[k].category, category) && find_file(versions[k].file) == NULL) {
                return no_file(versions[k].file, e);
            }
        }
    }
    return ST_OK;
}

// Asked only where an area is not found, so that a lost file is not taken for a wrong name.
static status check_files(string_view category, struct error *e)
{
    struct snapshot *s = NULL;
    struct arena arena;
    if (sets.store == NULL) {
        return ST_OK;
    }
    TRY(store_snapshot(sets.store, &s, e));
    arena_init(&arena, 0);
    status result = check_category(s, category, &arena, e);
    arena_release(&arena);
    snapshot_release(s);
    return result;
}

// --- listing ---------------------------------------------------------------------------------

struct listing {
    struct snapshot *snapshot;
    struct arena *arena;
    struct area_set_version *list; // owned
    size_t count;
    size_t capacity;
};

static status add_version(struct listing *l, const struct area_set_version *v, struct error *e)
{
    if (!ARRAY_RESERVE(l->list, l->capacity, l->count, (size_t)1 << 24)) {
        return query_no_memory(e);
    }
    l->list[l->count++] = *v;
    return ST_OK;
}

static status add_unversioned(struct listing *l, const struct area_set_file *f, uint32_t until,
                              struct error *e)
{
    const struct area_set_version v = {.name = arena_copy(l->arena, f->name),
                                       .category = arena_copy(l->arena, f->category),
                                       .source = arena_copy(l->arena, f->source),
                                       .file = arena_copy(l->arena, f->file),
                                       .areas = f->count,
                                       .until = until};
    return add_version(l, &v, e);
}

static status list_versions(struct listing *l, string_view set, uint32_t commit, struct error *e)
{
    const struct area_set_version *versions = NULL;
    const struct area_set_file *before = unversioned(set);
    size_t count = 0;
    string_view first = before == NULL ? SV("") : before->file;
    TRY(area_versions_read(l->snapshot, set, l->arena, &versions, &count, e));
    string_view counts = area_versions_file(versions, count, commit, first);
    bool taken = count > 0 && sv_equal(versions[0].file, first); // when it was removed
    if (first.length > 0 && !taken && (commit == 0 || sv_equal(counts, first))) {
        TRY(add_unversioned(l, before, count == 0 ? UINT32_MAX : versions[0].from, e));
    }
    for (size_t i = 0; i < count; i++) {
        bool stands = versions[i].from <= commit && commit < versions[i].until;
        bool early = i == 0 && first.length == 0 && commit < versions[i].from;
        if (commit == 0 || stands || early) {
            TRY(add_version(l, &versions[i], e));
        }
    }
    return ST_OK;
}

status area_sets_list(struct snapshot *s, uint32_t commit, struct arena *arena,
                      const struct area_set_version **out, size_t *count, struct error *e)
{
    struct listing l = {.snapshot = s, .arena = arena};
    (void)pthread_mutex_lock(&sets.mutex);
    const string_view *names = NULL;
    size_t name_count = 0;
    status result = refresh(e);
    if (result == ST_OK) {
        result = set_names(s, arena, &names, &name_count, e);
    }
    for (size_t i = 0; result == ST_OK && i < name_count; i++) {
        result = list_versions(&l, names[i], commit, e);
    }
    (void)pthread_mutex_unlock(&sets.mutex);
    struct area_set_version *list = arena_array(arena, struct area_set_version, l.count);
    if (result == ST_OK && list == NULL) {
        result = query_no_memory(e);
    }
    if (result == ST_OK) {
        if (l.count > 0) {
            memcpy(list, l.list, l.count * sizeof *list);
        }
        *out = list;
        *count = l.count;
    }
    free(l.list);
    return result;
}

// --- looking up ------------------------------------------------------------------------------

// An area asked by category and name, among some files.
struct area_wanted {
    string_view category;
    string_view name;
    struct buffer folded;
    struct near_names near;
    bool any; // a file is of the category
    const struct area_line *line;
};

static void wanted_init(struct area_wanted *w, string_view category, string_view name)
{
    *w = (struct area_wanted){.category = category, .name = name};
    buffer_init(&w->folded, 16 * QUERY_LIMIT_TEXT);
    fold_case(name, &w->folded);
    near_names_init(&w->near, name);
}

static void wanted_release(struct area_wanted *w)
{
    near_names_release(&w->near);
    buffer_release(&w->folded);
}

static status see_area(void *argument, const struct area_set_file *f, struct error *e)
{
    (void)e;
    struct area_wanted *w = argument;
    if (w->line != NULL || !sv_equal(f->category, w->category)) {
        return ST_OK;
    }
    w->any = true;
    w->line = area_set_file_find(f, buffer_view(&w->folded));
    for (size_t i = 0; w->line == NULL && i < f->count; i++) {
        near_names_offer(&w->near, f->areas[i].name);
    }
    return ST_OK;
}

static status not_found(struct area_wanted *w, struct error *e)
{
    char list[NEAR_NAMES_TEXT];
    near_names_print(&w->near, list);
    if (!w->any) {
        return error_set_field(e, ST_INVALID, "geo_named_area",
                               "this portal has no areas of the category " SV_FORMAT
                               ": countries ship with it, other sets are brought in with "
                               "`vitrine areas import`",
                               SV_ARGUMENT(query_excerpt(w->category, 60)));
    }
    return error_set_field(e, ST_INVALID, "geo_named_area",
                           "there is no area \"" SV_FORMAT "\" of the category " SV_FORMAT "%s%s",
                           SV_ARGUMENT(query_excerpt(w->name, 60)), SV_ARGUMENT(w->category),
                           list[0] == '\0' ? "" : "; near names: ", list);
}

status area_sets_look_up(struct snapshot *s, uint32_t commit, struct arena *arena,
                         string_view category, string_view name,
                         const struct query_polygon **polygons, size_t *count, struct error *e)
{
    struct area_wanted w;
    wanted_init(&w, category, name);
    (void)pthread_mutex_lock(&sets.mutex);
    status result = refresh(e);
    if (result == ST_OK) {
        result = each_in_force(s, commit, see_area, &w, e);
    }
    if (result == ST_OK) {
        result = w.line == NULL ? not_found(&w, e)
                                : area_line_polygons(w.line, arena, polygons, count, e);
    }
    (void)pthread_mutex_unlock(&sets.mutex);
    wanted_release(&w);
    return result;
}

status area_sets_check(string_view category, string_view name, struct error *e)
{
    struct area_wanted w;
    wanted_init(&w, category, name);
    (void)pthread_mutex_lock(&sets.mutex);
    status result = refresh(e);
    for (size_t i = 0; result == ST_OK && i < sets.count; i++) {
        result = see_area(&w, sets.files[i], e);
    }
    if (result == ST_OK && w.line == NULL) {
        result = check_files(category, e);
    }
    if (result == ST_OK && w.line == NULL) {
        result = not_found(&w, e);
    }
    (void)pthread_mutex_unlock(&sets.mutex);
    wanted_release(&w);
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

static status make_path(const char *file, char path[PATH_SIZE], struct error *e)
{
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

// Whether the file is there as it was written.
static bool is_whole(const char *path)
{
    struct area_set_file *f = NULL;
    struct error ignored = {0};
    status result = area_set_file_open(path, &f, &ignored);
    if (result == ST_OK) {
        area_set_file_close(f);
    }
    return result == ST_OK;
}

status area_sets_keep(string_view set, string_view bytes, char file[AREA_SET_FILE], bool *written,
                      struct error *e)
{
    char path[PATH_SIZE];
    char hex[65];
    struct sha256 hash;
    if (!is_set_name(set)) {
        return error_set_field(e, ST_INVALID, "set",
                               "a set's name is 1 to %zu of a to z, 0 to 9, - and _",
                               AREA_SET_NAME);
    }
    sha256_of(bytes.bytes, bytes.length, &hash);
    sha256_to_hex(&hash, hex);
    (void)snprintf(file, AREA_SET_FILE, SV_FORMAT "%c%.*s" AREA_FILE_ENDING, SV_ARGUMENT(set),
                   AREA_FILE_MARK, AREA_FILE_DIGITS, hex);
    TRY(make_path(file, path, e));
    *written = !is_whole(path);
    return *written ? file_replace(path, bytes.bytes, bytes.length, e) : ST_OK;
}
