// SPDX-License-Identifier: Apache-2.0
// Kept files, by content.
#include "portal/kept_files.h"

#include "base/hash.h"
#include "portal/media.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DIGITS ((size_t)64)

static const struct {
    const char *extension;
    const char *type;
} types[] = {
    // https://www.iana.org/assignments/media-types
    {"csv", "text/csv"},
    {"tsv", "text/tab-separated-values"},
    {"txt", "text/plain"},
    {"md", "text/markdown"},
    {"json", "application/json"},
    {"jsonl", "application/jsonl"}, // not registered, but what is written
    {"ndjson", "application/x-ndjson"},
    {"geojson", "application/geo+json"},
    {"xml", "application/xml"},
    {"zip", "application/zip"},
    {"gz", "application/gzip"},
    {"tgz", "application/gzip"},
    {"parquet", "application/vnd.apache.parquet"},
    {"gpkg", "application/geopackage+sqlite3"},
    {"fasta", "text/x-fasta"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {"odt", "application/vnd.oasis.opendocument.text"},
};

// In lower case; "bin" where there is none that could stand in a name.
static void extension_of(const char *path, char out[KEPT_EXTENSION + 1])
{
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    const char *point = strrchr(name, '.');
    size_t length = point == NULL ? 0 : strlen(point + 1);
    bool good = length > 0 && length <= KEPT_EXTENSION;
    for (size_t i = 0; good && i < length; i++) {
        good = isalnum((unsigned char)point[1 + i]) && (unsigned char)point[1 + i] < 128;
        out[i] = (char)tolower((unsigned char)point[1 + i]);
    }
    if (!good) {
        memcpy(out, "bin", 3);
        length = 3;
    }
    out[length] = '\0';
}

const char *kept_media_type(string_view name)
{
    size_t at = name.length;
    while (at > 0 && name.bytes[at - 1] != '.') {
        at--;
    }
    string_view extension = sv_slice(name, at, SIZE_MAX);
    for (size_t i = 0; at > 0 && i < ARRAY_LENGTH(types); i++) {
        if (sv_equal_ignore_case(extension, sv_from(types[i].extension))) {
            return types[i].type;
        }
    }
    const char *medium = media_type_of(name);
    return medium == NULL ? "application/octet-stream" : medium;
}

bool kept_is_name(string_view name)
{
    struct sha256 hash;
    if (name.length <= DIGITS + 1 || name.length > DIGITS + 1 + KEPT_EXTENSION ||
        name.bytes[DIGITS] != '.' || !sha256_from_hex(sv_slice(name, 0, DIGITS), &hash)) {
        return false;
    }
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        if (i != DIGITS && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z')) {
            return false;
        }
    }
    return true;
}

// --- into the folder ---------------------------------------------------------------------------

static status check_plain(const char *path, struct stat *facts, struct error *e)
{
    if (stat(path, facts) != 0) {
        return error_set(e, ST_BAD_DATA, "%s: there is no such file", path);
    }
    if (!S_ISREG(facts->st_mode)) {
        return error_set(e, ST_BAD_DATA, "%s: not a plain file", path);
    }
    if ((uint64_t)facts->st_size > KEPT_BYTES) {
        return error_set(e, ST_BAD_DATA, "%s: the file is over 64 GiB", path);
    }
    return ST_OK;
}

static status hash_copy(struct kept_file *file, struct error *e)
{
    struct mapped_file copy;
    struct sha256 hash;
    TRY(file_map(file->staged, &copy, e));
    sha256_of(copy.bytes, copy.length, &hash);
    sha256_to_hex(&hash, file->digits);
    file->bytes = copy.length;
    file_unmap(&copy);
    return ST_OK;
}

status kept_file_stage(const char *path, const char *folder, size_t number, struct kept_file *out,
                       struct error *e)
{
    char name[32];
    char extension[KEPT_EXTENSION + 1];
    struct stat facts;
    *out = (struct kept_file){0};
    TRY(check_plain(path, &facts, e));
    (void)snprintf(name, sizeof name, "kept-%zu", number);
    TRY(path_join(out->staged, sizeof out->staged, folder, name, e));
    TRY(file_copy(path, out->staged, e));
    TRY(hash_copy(out, e));
    extension_of(path, extension);
    (void)snprintf(out->name, sizeof out->name, "%s.%s", out->digits, extension);
    return ST_OK;
}

static status files_folder(const struct portal *p, char out[PATH_SIZE], struct error *e)
{
    return path_join(out, PATH_SIZE, p->folder, "files", e);
}

status kept_files_lock(const struct portal *p, int *lock, struct error *e)
{
    char folder[PATH_SIZE];
    char path[PATH_SIZE];
    TRY(files_folder(p, folder, e));
    TRY(folder_make(folder, e));
    TRY(path_join(path, sizeof path, folder, "lock", e));
    return file_lock(path, lock, e);
}

status kept_file_place(const struct portal *p, struct kept_file *file, struct error *e)
{
    char path[PATH_SIZE];
    if (!kept_file_path(p, sv_from(file->name), path)) {
        return error_set(e, ST_TOO_LARGE, "the data folder's path is too long");
    }
    if (file_exists(path)) {
        return ST_OK; // files come whole or not at all, so it is the same
    }
    file->placed = true;
    return file_move(file->staged, path, e);
}

void kept_file_discard(const struct portal *p, struct kept_file *file)
{
    char path[PATH_SIZE];
    if (file->placed && kept_file_path(p, sv_from(file->name), path)) {
        (void)unlink(path);
        file->placed = false;
    }
}

// --- out of the folder -------------------------------------------------------------------------

bool kept_file_path(const struct portal *p, string_view name, char out[PATH_SIZE])
{
    char folder[PATH_SIZE];
    char text[KEPT_NAME_SIZE];
    if (!kept_is_name(name)) {
        return false;
    }
    memcpy(text, name.bytes, name.length);
    text[name.length] = '\0';
    return files_folder(p, folder, NULL) == ST_OK &&
           path_join(out, PATH_SIZE, folder, text, NULL) == ST_OK;
}

bool kept_file_exists(const struct portal *p, string_view name)
{
    char path[PATH_SIZE];
    return kept_file_path(p, name, path) && file_exists(path);
}

status kept_file_map(const struct portal *p, string_view name, struct mapped_file *out,
                     struct error *e)
{
    char path[PATH_SIZE];
    if (!kept_file_path(p, name, path) || !file_exists(path)) {
        return error_set(e, ST_NOT_FOUND, "there is no such file");
    }
    return file_map(path, out, e);
}
