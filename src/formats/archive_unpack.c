// SPDX-License-Identifier: Apache-2.0
// Unpacking by libarchive.
#include "formats/archive_unpack.h"

#include "base/file.h"
#include "formats/expansion.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define BLOCK_SIZE ((size_t)256 * 1024)

struct unpacking {
    struct archive *archive;
    const char *name;
    const char *folder;
    uint64_t packed;   // size of the archive as it lies
    uint64_t unpacked; // bytes so far
    size_t entries;
    unsigned char block[BLOCK_SIZE];
};

bool is_safe_name(const char *name)
{
    if (name[0] == '\0' || name[0] == '/' || strchr(name, '\\') != NULL || strstr(name, "://") ||
        (name[0] != '\0' && name[1] == ':')) {
        return false;
    }
    string_view rest = sv_from(name);
    string_view part = SV("");
    while (sv_split(&rest, '/', &part)) {
        if (sv_equal(part, SV(".."))) {
            return false;
        }
    }
    return true;
}

bool is_junk_name(const char *name)
{
    string_view rest = sv_from(name);
    string_view part = SV("");
    while (sv_split(&rest, '/', &part)) {
        if (sv_equal(part, SV("__MACOSX")) || sv_starts_with(part, SV("._")) ||
            sv_equal(part, SV(".DS_Store")) || sv_equal_ignore_case(part, SV("Thumbs.db")) ||
            sv_equal_ignore_case(part, SV("desktop.ini"))) {
            return true;
        }
    }
    return false;
}

static status damaged(const struct unpacking *u, struct error *e)
{
    const char *why = archive_error_string(u->archive);
    return error_set(e, ST_BAD_DATA, "%s is cut off or damaged (%s); fetch it again", u->name,
                     why == NULL ? "unknown trouble" : why);
}

static status copy_data(struct unpacking *u, struct file_writer *w, struct error *e)
{
    for (;;) {
        la_ssize_t got = archive_read_data(u->archive, u->block, BLOCK_SIZE);
        if (got < 0) {
            return damaged(u, e);
        }
        if (got == 0) {
            return ST_OK;
        }
        u->unpacked += (uint64_t)got;
        TRY(expansion_check(u->packed, u->unpacked, u->name, e));
        TRY(file_writer_add(w, u->block, (size_t)got, e));
    }
}

static status make_parent(char *path, struct error *e)
{
    char *slash = strrchr(path, '/');
    if (slash == NULL) {
        return ST_OK;
    }
    *slash = '\0';
    status result = folder_make(path, e);
    *slash = '/';
    return result;
}

static status write_entry(struct unpacking *u, const char *entry_name, struct error *e)
{
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, u->folder, entry_name, e));
    TRY(make_parent(path, e));
    if (file_exists(path)) {
        return error_set(e, ST_BAD_DATA, "%s holds %.200s twice; make it again", u->name,
                         entry_name);
    }
    struct file_writer w;
    TRY(file_writer_open(&w, path, e));
    status result = copy_data(u, &w, e);
    if (result != ST_OK) {
        file_writer_abandon(&w);
        return result;
    }
    return file_writer_close(&w, false, e);
}

// The name in UTF-8 where the archive says what it is, else its bytes.
static const char *name_of(struct archive_entry *entry)
{
    const char *name = archive_entry_pathname_utf8(entry);
    return name != NULL ? name : archive_entry_pathname(entry);
}

static status unpack_entry(struct unpacking *u, struct archive_entry *entry, struct error *e)
{
    if (++u->entries > EXPANSION_MOST_ENTRIES) {
        return error_set(e, ST_BAD_DATA, "%s holds more than %zu files; leave out what is no data",
                         u->name, EXPANSION_MOST_ENTRIES);
    }
    const char *name = name_of(entry);
    if (name == NULL) {
        return error_set(e, ST_BAD_DATA, "%s holds a file whose name cannot be read; rename it",
                         u->name);
    }
    while (name[0] == '.' && name[1] == '/') {
        name += 2;
    }
    mode_t type = archive_entry_filetype(entry);
    bool is_link = archive_entry_hardlink(entry) != NULL || archive_entry_symlink(entry) != NULL;
    if (name[0] != '\0' && !is_safe_name(name)) {
        return error_set(e, ST_BAD_DATA,
                         "%s holds '%.200s', which points outside of it; make it again with plain "
                         "names",
                         u->name, name);
    }
    if (is_link || (type != S_IFREG && type != S_IFDIR)) {
        return error_set(e, ST_BAD_DATA,
                         "%s holds '%.200s', which is a link or a device; put the file itself in",
                         u->name, name);
    }
    if (type == S_IFDIR || name[0] == '\0' || is_junk_name(name)) {
        return ST_OK;
    }
    return write_entry(u, name, e);
}

static status open_archive(struct unpacking *u, const char *path, struct error *e)
{
    // Zip is read by its directory only: one that is cut off has none, and is not half read.
    if (archive_read_support_format_zip_seekable(u->archive) != ARCHIVE_OK ||
        archive_read_support_format_tar(u->archive) != ARCHIVE_OK ||
        archive_read_support_filter_gzip(u->archive) != ARCHIVE_OK) {
        return error_set(e, ST_INTERNAL, "cannot prepare for reading archives");
    }
    struct stat facts;
    if (stat(path, &facts) != 0) {
        return error_set_errno(e, "cannot read the size of %s", u->name);
    }
    u->packed = (uint64_t)facts.st_size;
    if (archive_read_open_filename(u->archive, path, BLOCK_SIZE) != ARCHIVE_OK) {
        return damaged(u, e);
    }
    return ST_OK;
}

static status unpack_all(struct unpacking *u, const char *path, struct error *e)
{
    TRY(open_archive(u, path, e));
    for (;;) {
        struct archive_entry *entry = NULL;
        int answer = archive_read_next_header(u->archive, &entry);
        if (answer == ARCHIVE_EOF) {
            break;
        }
        // A warning says that a name could not be turned into the locale's encoding.
        if (answer != ARCHIVE_OK && answer != ARCHIVE_WARN) {
            return damaged(u, e);
        }
        TRY(unpack_entry(u, entry, e));
    }
    if (u->entries == 0) {
        return error_set(e, ST_BAD_DATA, "%s is empty; give an archive with data", u->name);
    }
    return ST_OK;
}

status archive_unpack(const char *path, const char *name, const char *folder, struct error *e)
{
    struct unpacking *u = calloc(1, sizeof *u);
    struct archive *archive = archive_read_new();
    if (u == NULL || archive == NULL) {
        free(u);
        (void)archive_read_free(archive);
        return error_set(e, ST_NO_MEMORY, "out of memory unpacking %s", name);
    }
    u->archive = archive;
    u->name = name;
    u->folder = folder;
    status result = unpack_all(u, path, e);
    (void)archive_read_free(archive);
    free(u);
    return result;
}
