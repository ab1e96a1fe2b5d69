// SPDX-License-Identifier: Apache-2.0
// Media files of the data folder, by content.
#include "portal/media.h"

#include "base/hash.h"

#include <stdio.h>
#include <string.h>

#define DIGITS 64

static const struct {
    const char *extension;
    const char *type;
} types[] = {
    // https://www.iana.org/assignments/media-types
    {"jpg", "image/jpeg"},       {"jpeg", "image/jpeg"}, {"png", "image/png"},
    {"gif", "image/gif"},        {"webp", "image/webp"}, {"avif", "image/avif"},
    {"svg", "image/svg+xml"},    {"wav", "audio/wav"},   {"mp3", "audio/mpeg"},
    {"flac", "audio/flac"},      {"ogg", "audio/ogg"},   {"m4a", "audio/mp4"},
    {"mp4", "video/mp4"},        {"webm", "video/webm"}, {"pdf", "application/pdf"},
    {"stl", "model/stl"},        {"obj", "model/obj"},   {"glb", "model/gltf-binary"},
    {"ply", "model/ply"}, // not registered, as the others are, but what is written
    {"gltf", "model/gltf+json"},
};

static string_view extension_of(string_view name)
{
    size_t at = name.length;
    while (at > 0 && name.bytes[at - 1] != '.' && name.bytes[at - 1] != '/') {
        at--;
    }
    bool found = at > 0 && name.bytes[at - 1] == '.';
    return found ? sv_slice(name, at, SIZE_MAX) : SV("");
}

static size_t type_number(string_view name)
{
    string_view extension = extension_of(name);
    for (size_t i = 0; i < ARRAY_LENGTH(types); i++) {
        if (sv_equal_ignore_case(extension, sv_from(types[i].extension))) {
            return i;
        }
    }
    return SIZE_MAX;
}

const char *media_type_of(string_view name)
{
    size_t number = type_number(name);
    return number == SIZE_MAX ? NULL : types[number].type;
}

// Digits, a point, an extension in lower case: nothing else is a name, so no path leads out.
static bool is_name(string_view name)
{
    size_t number = type_number(name);
    if (number == SIZE_MAX || name.length <= DIGITS + 1 || name.length >= MEDIA_NAME_SIZE ||
        name.bytes[DIGITS] != '.') {
        return false;
    }
    struct sha256 hash;
    return sha256_from_hex(sv_slice(name, 0, DIGITS), &hash) &&
           sv_equal(sv_slice(name, DIGITS + 1, SIZE_MAX), sv_from(types[number].extension));
}

static status medium_path(const struct portal *p, const char *name, char out[PATH_SIZE],
                          struct error *e)
{
    char folder[PATH_SIZE];
    TRY(path_join(folder, sizeof folder, p->folder, "media", e));
    return path_join(out, PATH_SIZE, folder, name, e);
}

static status keep(const struct portal *p, const struct mapped_file *file, const char *extension,
                   struct medium_file *out, struct error *e)
{
    struct sha256 hash;
    char digits[DIGITS + 1];
    char path[PATH_SIZE];
    sha256_of(file->bytes, file->length, &hash);
    sha256_to_hex(&hash, digits);
    (void)snprintf(out->name, sizeof out->name, "%s.%s", digits, extension);
    out->bytes = file->length;
    TRY(path_join(path, sizeof path, p->folder, "media", e));
    TRY(folder_make(path, e));
    TRY(medium_path(p, out->name, path, e));
    // Files come whole or not at all, so one that is there is the same.
    out->new = !file_exists(path);
    return out->new ? file_replace(path, file->bytes, file->length, e) : ST_OK;
}

status portal_add_medium(const struct portal *p, const char *path, struct medium_file *out,
                         struct error *e)
{
    struct mapped_file file;
    size_t number = type_number(sv_from(path));
    if (number == SIZE_MAX) {
        return error_set(e, ST_BAD_DATA, "%s: not a kind of media file that is served", path);
    }
    if (!file_exists(path)) {
        return error_set(e, ST_BAD_DATA, "%s: there is no such file", path);
    }
    TRY(file_map(path, &file, e));
    status result = ST_OK;
    if (file.length == 0 || file.length > MEDIA_FILE_BYTES) {
        result = error_set(e, ST_BAD_DATA, "%s: %s", path,
                           file.length == 0 ? "the file is empty" : "the file is over 256 MiB");
    } else {
        result = keep(p, &file, types[number].extension, out, e);
    }
    file_unmap(&file);
    return result;
}

struct adding {
    const struct portal *portal;
    const char *folder;
    struct error *e;
};

static status add_entry(const char *entry, void *argument)
{
    struct adding *a = argument;
    struct medium_file added;
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, a->folder, entry, a->e));
    return portal_add_medium(a->portal, path, &added, a->e);
}

status portal_add_media_folder(const struct portal *p, const char *folder, struct error *e)
{
    struct adding a = {p, folder, e};
    if (!file_exists(folder)) {
        return error_set(e, ST_BAD_DATA, "%s: there is no such folder", folder);
    }
    return folder_list(folder, add_entry, &a, e);
}

struct listing {
    const struct portal *portal;
    medium_visit *visit;
    void *argument;
    struct error *e;
};

// What is no medium, such as a file half written when a machine stopped, is passed by.
static status list_entry(const char *entry, void *argument)
{
    const struct listing *l = argument;
    struct mapped_file mapped;
    if (!is_name(sv_from(entry))) {
        return ST_OK;
    }
    TRY(portal_map_medium(l->portal, sv_from(entry), &mapped, l->e));
    struct medium_file file = {.bytes = mapped.length};
    (void)snprintf(file.name, sizeof file.name, "%s", entry);
    file_unmap(&mapped);
    return l->visit(&file, l->argument);
}

status portal_list_media(const struct portal *p, medium_visit *visit, void *argument,
                         struct error *e)
{
    struct listing l = {p, visit, argument, e};
    char folder[PATH_SIZE];
    TRY(path_join(folder, sizeof folder, p->folder, "media", e));
    return file_exists(folder) ? folder_list(folder, list_entry, &l, e) : ST_OK;
}

status portal_map_medium(const struct portal *p, string_view name, struct mapped_file *out,
                         struct error *e)
{
    char text[MEDIA_NAME_SIZE];
    char path[PATH_SIZE];
    if (!is_name(name)) {
        return error_set(e, ST_NOT_FOUND, "there is no such media file");
    }
    memcpy(text, name.bytes, name.length);
    text[name.length] = '\0';
    TRY(medium_path(p, text, path, e));
    if (!file_exists(path)) {
        return error_set(e, ST_NOT_FOUND, "there is no such media file");
    }
    return file_map(path, out, e);
}
