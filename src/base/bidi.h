// SPDX-License-Identifier: Apache-2.0
// Texts whose direction could change that of what stands beside them: explicit directional
// controls and letters written from right to left (Unicode Standard Annex 9).
// Must not know: where texts are shown.
#pragma once

#include "base/arena.h"
#include "base/buffer.h"
#include "base/string_view.h"

// U+2068 FIRST STRONG ISOLATE and U+2069 POP DIRECTIONAL ISOLATE.
#define BIDI_ISOLATE "\xe2\x81\xa8"
#define BIDI_POP     "\xe2\x81\xa9"

// Whether a text must be isolated from its neighbours.
bool bidi_reaches_out(string_view text);
// Appends the text so that an isolate around it holds it, in whichever way the isolate is made:
// what would end it from within (a pop without its initiator, a separator of paragraphs) becomes
// U+FFFD, and isolates that the text leaves open are closed.
void bidi_contain(struct buffer *out, string_view text);
// The text for use inside a longer one: where it reaches out, contained between the two characters
// above, else as it is. The empty view when out of memory.
string_view bidi_isolate(struct arena *arena, string_view text);
