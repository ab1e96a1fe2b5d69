// SPDX-License-Identifier: Apache-2.0
// Erasing by law among the media (rule F5): a picture, sound or model in whose bytes an erased
// value stands, as in its EXIF, goes whole; one that what was erased named may show what cannot be
// searched for, and a person has to look at it. Must not know: how the store erases.
#pragma once

#include "formats/mentions.h"
#include "portal/portal.h"

struct erased_media {
    const string_view *removed; // names in DATA/media
    size_t removed_count;
    const string_view *named; // that no record names any more
    size_t named_count;
};

// `texts` are the values, of which those of at least six bytes are looked for in media. Lists lie
// in `arena`; `out` is zeroed before the first call, and gathers what further ones remove. With
// `look` nothing goes.
NODISCARD status erase_media(struct portal *p, const string_view *texts, size_t count, bool look,
                             struct arena *arena, struct erased_media *out, struct error *e);
