// SPDX-License-Identifier: Apache-2.0
// Which texts of the literature were erased by law, as digests of their folded form, so that no
// source brings them back: whoever has a text can tell that it was erased, and nobody can read one
// from the digest.
#include "catalogue/literature_private.h"

#include "base/fold.h"
#include "base/hash.h"

#define FOLDED_MOST (32 * LITERATURE_LIMIT_TEXT)

static status digest_of(string_view text, struct sha256 *out, struct error *e)
{
    struct buffer folded;
    buffer_init(&folded, FOLDED_MOST);
    fold_full(text, &folded);
    sha256_of(folded.bytes, folded.length, out);
    status result = buffer_check(&folded, "a text of the literature", e);
    buffer_release(&folded);
    return result;
}

status literature_note_erased(struct literature *l, string_view text, struct error *e)
{
    struct sha256 digest;
    sqlite3_stmt *s = NULL;
    if (text.length == 0) {
        return ST_OK;
    }
    TRY(digest_of(text, &digest, e));
    TRY(database_prepare(&l->file.database, "INSERT OR IGNORE INTO erased VALUES (?)", &s, e));
    (void)sqlite3_bind_blob(s, 1, digest.bytes, sizeof digest.bytes, SQLITE_TRANSIENT);
    return database_finish(&l->file.database, s, "be written", e);
}

status literature_is_erased(struct literature *l, string_view text, bool *out, struct error *e)
{
    struct sha256 digest;
    sqlite3_stmt *s = NULL;
    *out = false;
    if (text.length == 0) {
        return ST_OK;
    }
    TRY(digest_of(text, &digest, e));
    TRY(database_prepare(&l->file.database, "SELECT 1 FROM erased WHERE digest = ?", &s, e));
    (void)sqlite3_bind_blob(s, 1, digest.bytes, sizeof digest.bytes, SQLITE_TRANSIENT);
    int code = sqlite3_step(s);
    *out = code == SQLITE_ROW;
    status result = code == SQLITE_ROW || code == SQLITE_DONE
                        ? ST_OK
                        : database_error(&l->file.database, "be read", e);
    (void)sqlite3_finalize(s);
    return result;
}

status literature_leave_out_erased(struct literature *l, string_view *text, struct error *e)
{
    bool erased = false;
    TRY(literature_is_erased(l, *text, &erased, e));
    *text = erased ? SV("") : *text;
    return ST_OK;
}
