// SPDX-License-Identifier: Apache-2.0
// Notes of steps without a commit. A line that is not whole, of a crash, is no note: its step is
// brought in again and changes nothing again.
#include "portal/replay_notes.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#define NOTES_LIMIT ((size_t)256 << 20)
#define HEX_LENGTH  64

status replay_notes_read(const struct portal *p, struct replay_notes *out, struct error *e)
{
    buffer_init(&out->text, NOTES_LIMIT);
    TRY(path_join(out->path, sizeof out->path, p->folder, "replayed", e));
    return file_exists(out->path) ? file_read(out->path, NOTES_LIMIT, &out->text, e) : ST_OK;
}

void replay_notes_release(struct replay_notes *n)
{
    buffer_release(&n->text);
}

bool replay_notes_have(const struct replay_notes *n, const struct sha256 *step,
                       const struct snapshot *s)
{
    string_view rest = buffer_view(&n->text);
    string_view line = {0};
    char hex[HEX_LENGTH + 1];
    sha256_to_hex(step, hex);
    while (sv_split(&rest, '\n', &line)) {
        uint64_t commit = 0;
        if (line.length > HEX_LENGTH + 1 && line.bytes[HEX_LENGTH] == ' ' &&
            sv_starts_with(line, sv_from(hex)) &&
            sv_to_uint64(sv_slice(line, HEX_LENGTH + 1, line.length), &commit) &&
            commit <= snapshot_last_commit(s)) {
            return true;
        }
    }
    return false;
}

static status append(const char *path, string_view text, struct error *e)
{
    int descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0) {
        return error_set_errno(e, "cannot write %s", path);
    }
    status result = file_write_all(descriptor, text.bytes, text.length, path, e);
    if (result == ST_OK) {
        result = file_sync(descriptor, path, e);
    }
    (void)close(descriptor);
    return result;
}

status replay_notes_add(struct replay_notes *n, const struct sha256 *step, uint32_t commit,
                        struct error *e)
{
    char hex[HEX_LENGTH + 1];
    char note[HEX_LENGTH + 32];
    string_view known = buffer_view(&n->text);
    bool torn = known.length > 0 && known.bytes[known.length - 1] != '\n';
    sha256_to_hex(step, hex);
    (void)snprintf(note, sizeof note, "%s%s %" PRIu32 "\n", torn ? "\n" : "", hex, commit);
    TRY(append(n->path, sv_from(note), e));
    buffer_append_view(&n->text, sv_from(note));
    return buffer_check(&n->text, "the notes of replays", e);
}
