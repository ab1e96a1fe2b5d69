// SPDX-License-Identifier: Apache-2.0
// Licences in words. Must not know: what is licensed.
#pragma once

#include "base/string_view.h"

// "CC BY 4.0" for a known URI (any scheme, with or without the last slash or "legalcode"),
// otherwise what was given.
string_view licence_name(string_view uri);
