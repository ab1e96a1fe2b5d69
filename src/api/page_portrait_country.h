// SPDX-License-Identifier: Apache-2.0
// What a country's page asks for: its code, since names are spelled in many ways, and beside it
// the records without a code that spell the name as records with it do.
// Must not know: how it looks.
#pragma once

#include "api/page_views.h"
#include "api/pages/portrait.h"

// Of a code, a name in English, or a spelling whose records mostly have one code: adds the search
// to f->state and fills the page's title and path. Where there are no codes the name alone counts.
NODISCARD status portrait_country(struct search_filling *f, string_view name,
                                  struct portrait_page *page, struct error *e);
// Once the search was run: how the records spell it.
NODISCARD status portrait_spellings(struct search_filling *f, struct portrait_page *page,
                                    struct error *e);
