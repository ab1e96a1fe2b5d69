// SPDX-License-Identifier: Apache-2.0
// Texts as content or attribute values of XML 1.0 (section 2.2), whatever they hold. Must not know:
// what the elements mean.
#pragma once

#include "base/buffer.h"

// Appends the text with & < > " and CR as references. Characters that no XML can hold (those below
// U+0020 but tab, LF and CR; U+FFFE, U+FFFF) become U+FFFD. Valid UTF-8 in, valid UTF-8 out.
void xml_write_text(struct buffer *out, string_view text);
