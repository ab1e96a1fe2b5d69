// SPDX-License-Identifier: Apache-2.0
// Finds and reads vocabulary files.
// Must not know: what they are used for.
#include "portal/vocabularies.h"

#include "base/file.h"

#include <stdio.h>

// Names are parts of file names: letters, digits, - and _ alone.
static bool is_name(string_view name)
{
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
            return false;
        }
    }
    return name.length > 0 && name.length <= 60;
}

status portal_vocabulary(const struct portal *p, string_view name, struct arena *arena,
                         const struct vocabulary **out, struct error *e)
{
    char path[sizeof p->folder + 96];
    string_view text = vocabulary_built_in(name);
    struct vocabulary *made = arena_new(arena, struct vocabulary);
    if (made == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a vocabulary");
    }
    if (is_name(name)) {
        (void)snprintf(path, sizeof path, "%s/vocabularies/" SV_FORMAT ".tsv", p->folder,
                       SV_ARGUMENT(name));
        if (file_exists(path)) {
            TRY(file_read_in_arena(path, VOCABULARY_BYTES, arena, &text, e));
        }
    }
    if (text.bytes == NULL) {
        return error_set_field(e, ST_INVALID, "vocabulary",
                               "there is no vocabulary \"" SV_FORMAT
                               "\": there are sex, lifeStage and typeStatus, and the files of "
                               "vocabularies/ in the data folder",
                               SV_ARGUMENT(sv_slice(name, 0, 60)));
    }
    struct error inner = {0};
    status result = vocabulary_parse(arena, text, made, &inner);
    if (result != ST_OK) {
        return error_set_field(e, result, "vocabulary", "the vocabulary \"" SV_FORMAT "\": %s",
                               SV_ARGUMENT(sv_slice(name, 0, 60)), inner.message);
    }
    *out = made;
    return ST_OK;
}
