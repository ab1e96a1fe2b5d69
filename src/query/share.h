// SPDX-License-Identifier: Apache-2.0
// The share of some values among some others, with all that is beside them (rule C5: sex share =
// female / (female + male); unsexed, mixed and doubtful are shown, never in the denominator).
// Must not know: groups, how rows are walked.
#pragma once

#include "query/summary_subject.h"

struct share {
    struct vocabulary terms; // given, or made of the values asked
    const uint8_t *term_of;  // by value
    uint64_t part;           // a bit for each term that the share counts
    uint64_t base;           // ... and that it is of
    size_t term_count;
};

// Lies in the scratch arena. Without a vocabulary the terms are the values asked, each read as
// string_equals has it, with "missing", "several" and "other" behind them.
NODISCARD status share_make(const struct summary_subject *s, const struct measure_request *asked,
                            const struct field_paths *paths, const struct field_values *values,
                            struct share *out, struct error *e);
// What a record with these values, each once, counts as.
size_t share_term(const struct share *s, const uint32_t *values, size_t count);
// Share and counts from the records of each term.
NODISCARD status share_tell(const struct share *s, const uint64_t *counts, struct arena *arena,
                            struct measure *out, struct error *e);
// Wilson's score interval at 95 % (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927, 209) of `part` among
// `base`, which is not 0.
void share_interval(uint64_t part, uint64_t base, double *low, double *high);
