// SPDX-License-Identifier: Apache-2.0
// The store first, then what lies beside it.
#include "portal/erase.h"

#include "base/file.h"
#include "formats/json_write.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FILE_LIMIT ((size_t)1 << 30)

struct scrubbing {
    const struct erase_request *request;
    const struct erase_result *result;
    struct buffer *spelled; // of each text, as JSON spells it; then of the key's member
    struct buffer key_member;
    char folder[PATH_SIZE];
    uint64_t lines;
};

static bool holds(string_view line, string_view text)
{
    return text.length > 0 && memmem(line.bytes, line.length, text.bytes, text.length) != NULL;
}

static bool is_about(const struct scrubbing *x, string_view line)
{
    for (size_t i = 0; i < x->result->text_count; i++) {
        if (holds(line, x->result->texts[i]) || holds(line, buffer_view(&x->spelled[i]))) {
            return true;
        }
    }
    return holds(line, buffer_view(&x->key_member));
}

// Writes a file of lines anew without those that tell of the record.
static status scrub_lines(struct scrubbing *x, const char *path, struct error *e)
{
    struct buffer old;
    struct buffer kept;
    string_view line = {0};
    uint64_t gone = 0;
    buffer_init(&old, FILE_LIMIT);
    buffer_init(&kept, FILE_LIMIT);
    status result = file_read(path, FILE_LIMIT, &old, e);
    string_view rest = buffer_view(&old);
    while (result == ST_OK && sv_split(&rest, '\n', &line)) {
        if (line.length > 0 && is_about(x, line)) {
            buffer_append_view(&kept, SV("{\"reason\":\"erased\"}\n"));
            gone++;
        } else if (line.length > 0) {
            buffer_append_view(&kept, line);
            buffer_append_byte(&kept, '\n');
        }
    }
    if (result == ST_OK) {
        result = buffer_check(&kept, path, e);
    }
    if (result == ST_OK && gone > 0) {
        result = file_replace(path, kept.bytes, kept.length, e);
    }
    x->lines += gone;
    buffer_release(&old);
    buffer_release(&kept);
    return result;
}

static status scrub_report(const char *name, void *argument)
{
    struct scrubbing *x = argument;
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, x->folder, name, NULL));
    return scrub_lines(x, path, NULL);
}

static status spell(struct scrubbing *x, struct error *e)
{
    x->spelled = calloc(MAX(x->result->text_count, (size_t)1), sizeof *x->spelled);
    if (x->spelled == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to erase");
    }
    for (size_t i = 0; i < x->result->text_count; i++) {
        struct buffer quoted;
        buffer_init(&quoted, FILE_LIMIT);
        buffer_init(&x->spelled[i], FILE_LIMIT);
        json_write_string(&quoted, x->result->texts[i]);
        if (!quoted.failed && quoted.length > 2) {
            buffer_append(&x->spelled[i], quoted.bytes + 1, quoted.length - 2);
        }
        status result = buffer_check(&quoted, "an erased value", e);
        buffer_release(&quoted);
        TRY(result);
        TRY(buffer_check(&x->spelled[i], "an erased value", e));
    }
    buffer_append_view(&x->key_member, SV("\"key\":"));
    json_write_string(&x->key_member, x->request->key);
    return buffer_check(&x->key_member, "a key", e);
}

static status scrub_files(struct scrubbing *x, const struct portal *p, struct error *e)
{
    char path[PATH_SIZE];
    TRY(spell(x, e));
    TRY(path_join(x->folder, sizeof x->folder, p->folder, "reports", e));
    if (file_exists(x->folder)) {
        struct error ignored = {0};
        status result = folder_list(x->folder, scrub_report, x, &ignored);
        if (result != ST_OK) {
            return error_set(e, result,
                             "a report in %s could not be written without what was "
                             "erased",
                             x->folder);
        }
    }
    TRY(path_join(path, sizeof path, p->folder, "replayed", e));
    if (file_exists(path)) {
        TRY(scrub_lines(x, path, e));
    }
    // A catalogue that was moved aside is of no use that would weigh up what it may hold.
    TRY(path_join(path, sizeof path, p->folder, "catalogue.sqlite" CATALOGUE_DAMAGED, e));
    return unlink(path) == 0 || errno == ENOENT ? ST_OK
                                                : error_set_errno(e, "cannot remove %s", path);
}

// The copy is made anew where it held the values, and SQLite gives no freed page back unwiped.
static status scrub_catalogue(const struct scrubbing *x, struct portal *p, struct error *e)
{
    struct snapshot *s = NULL;
    if (uuid_compare(&x->request->table, &metadata_table) == 0) {
        TRY(catalogue_copy(p->catalogue, 0, NULL, 0, e));
    }
    TRY(store_snapshot(p->store, &s, e));
    status result = portal_fill_catalogue(p, s, e);
    snapshot_release(s);
    TRY(result);
    return catalogue_erase(p->catalogue, x->result->texts, x->result->text_count, e);
}

status portal_erase(struct portal *p, const struct erase_request *r, struct arena *arena,
                    struct portal_erasure *out, struct error *e)
{
    struct thread_pool *pool = NULL;
    struct scrubbing x = {.request = r, .result = &out->store};
    *out = (struct portal_erasure){0};
    TRY(portal_check_writable(p, e));
    TRY(thread_pool_create(thread_pool_processors(), 256, &pool, e));
    status result = store_erase(p->store, r, pool, arena, &out->store, e);
    thread_pool_destroy(pool);
    bool nothing_left = result == ST_UNCHANGED; // of an erasure that did not come to its end
    if (result != ST_OK && !nothing_left) {
        return result;
    }
    buffer_init(&x.key_member, (size_t)1 << 20);
    result = scrub_files(&x, p, e);
    if (result == ST_OK) {
        result = scrub_catalogue(&x, p, e);
    }
    for (size_t i = 0; x.spelled != NULL && i < out->store.text_count; i++) {
        buffer_release(&x.spelled[i]);
    }
    free(x.spelled);
    buffer_release(&x.key_member);
    out->report_lines = x.lines;
    return result == ST_OK && nothing_left ? ST_UNCHANGED : result;
}
