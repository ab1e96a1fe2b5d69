// SPDX-License-Identifier: Apache-2.0
// The files of a folder.
#include "formats/folder_survey.h"

#include "base/array.h"
#include "base/file.h"
#include "formats/archive_unpack.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define DEEPEST_FOLDER 4

struct surveying {
    struct folder_survey *survey;
    struct arena *memory;
    const char *folder;
    const char *inside; // the folder at hand, relative; "" at the top
    size_t depth;
    struct error *e;
};

const char *base_name(const char *name)
{
    const char *slash = strrchr(name, '/');
    return slash == NULL ? name : slash + 1;
}

static status add_file(struct surveying *s, const char *name)
{
    struct folder_survey *survey = s->survey;
    if (!ARRAY_RESERVE(survey->names, survey->capacity, survey->count, SURVEY_MOST_FILES)) {
        return error_set(s->e, ST_BAD_DATA, "there are more than %zu files", SURVEY_MOST_FILES);
    }
    survey->names[survey->count++] = name;
    return ST_OK;
}

static status visit(const char *name, void *argument);

static status survey_inside(struct surveying *s, const char *inside, const char *path)
{
    if (s->depth == DEEPEST_FOLDER) {
        return ST_OK;
    }
    const char *outer = s->inside;
    s->inside = inside;
    s->depth++;
    status result = folder_list(path, visit, s, s->e);
    s->depth--;
    s->inside = outer;
    return result;
}

static status visit(const char *name, void *argument)
{
    struct surveying *s = argument;
    if (is_junk_name(name)) {
        return ST_OK;
    }
    const char *separator = s->inside[0] == '\0' ? "" : "/";
    const char *copy = arena_print(s->memory, "%s%s%s", s->inside, separator, name).bytes;
    if (copy[0] == '\0') {
        return error_set(s->e, ST_NO_MEMORY, "out of memory for a list of files");
    }
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, s->folder, copy, s->e));
    struct stat facts;
    if (lstat(path, &facts) != 0) {
        return error_set_errno(s->e, "cannot look at %s", path);
    }
    if (S_ISDIR(facts.st_mode)) {
        return survey_inside(s, copy, path);
    }
    return S_ISREG(facts.st_mode) ? add_file(s, copy) : ST_OK;
}

status folder_survey(const char *folder, struct arena *memory, struct folder_survey *out,
                     struct error *e)
{
    *out = (struct folder_survey){0};
    struct surveying s = {.survey = out, .memory = memory, .folder = folder, .inside = "", .e = e};
    status result = folder_list(folder, visit, &s, e);
    if (result != ST_OK) {
        folder_survey_release(out);
    }
    return result;
}

void folder_survey_release(struct folder_survey *s)
{
    free(s->names);
    *s = (struct folder_survey){0};
}
