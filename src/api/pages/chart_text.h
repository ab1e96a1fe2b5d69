// SPDX-License-Identifier: Apache-2.0
// Text in pictures: how wide it will be, and the start of it that fits. Nobody measures letters
// here: widths are guessed from kinds of characters, rather too wide than too narrow. Pure. Must
// not know: charts.
#pragma once

#include "base/arena.h"
#include "base/string_view.h"

// The width of a text set in a sans serif face of that size, in the units of the size.
double chart_text_width(string_view text, double size);
// The text on one line, free of control characters, or its start and "…" where it is wider than
// `most`; isolated where it could turn its neighbours (base/bidi.h). *cut tells which; it may be
// NULL. In the arena; empty where not even one character fits.
string_view chart_text_fit(struct arena *arena, string_view text, double size, double most,
                           bool *cut);
