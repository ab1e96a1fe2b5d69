// SPDX-License-Identifier: Apache-2.0
// The house's own part of the folded form; see letters.c.
#pragma once

#include <stdbool.h>
#include <stdint.h>

// Whether the folded form leaves a mark out.
bool letter_is_stripped(uint32_t character);
// UTF-8 that stands for a case-folded letter in the folded form, or NULL.
const char *letter_replacement(uint32_t character);
// Whether a letter or mark belongs to a script written without spaces.
bool letter_is_unspaced(uint32_t character);
