// SPDX-License-Identifier: Apache-2.0
// Messages of the layers below, which speak English, in the reader's language: what was refused,
// what is not there. A message is told by the literal parts of the sentence that made it; what
// stood in the gaps is kept, and is told likewise where it is a message itself, which nothing in
// quotes is. One that no sentence fits stays as it is. Must not know: who makes messages, and why.
#pragma once

#include "api/pages/language.h"

// In the arena; NULL is English.
string_view language_message(const struct language *language, struct arena *arena,
                             string_view message);
// For the page's reader, in its arena.
string_view say_message(struct page *p, string_view message);
