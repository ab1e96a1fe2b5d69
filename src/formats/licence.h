// SPDX-License-Identifier: Apache-2.0
// Licences as people spell them, to one URI each (rule D1). What is not recognised stays as it was
// written; nothing defaults to CC0. Must not know: what the licence is of.
#pragma once

#include "base/string_view.h"

#define LICENCE_URI_SIZE 96

// Writes the URI and a NUL and answers true when the text names one licence and nothing else stands
// in doubt: a Creative Commons address (in any text that holds only one), or a spelling such as
// "CC-BY-NC 4.0", "CC0_1_0", "cc-zero", "Creative Commons Attribution 4.0 International License",
// "OGL v3.0". Creative Commons licences without a number are taken as 4.0 (CC0 as 1.0), as GBIF
// does.
bool licence_uri(string_view text, char out[LICENCE_URI_SIZE]);
// Whether an address that licence_uri gave is of an open licence (opendefinition.org, 2.1): for
// anyone and any use, also of changed copies. Non-commercial ones and those that allow no changes
// are none.
bool licence_is_open(string_view uri);
