// SPDX-License-Identifier: Apache-2.0
// The texts of each language, a file each. Must not know: how they are looked up.
#pragma once

#include "api/pages/language.h"

extern const struct language_text german_texts[];
extern const size_t german_text_count;

// Messages of the layers below (pages/messages.h), in any order.
extern const struct language_text german_messages[];
extern const size_t german_message_count;

// Intervals of geological time, by the bytes of their English names.
extern const struct language_text german_countries[];
extern const size_t german_country_count;

extern const struct language_text german_times[];
extern const size_t german_time_count;
