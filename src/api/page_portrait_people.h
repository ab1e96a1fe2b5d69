// SPDX-License-Identifier: Apache-2.0
// Fills what a person's page tells of others: who is named beside them on the records.
// Must not know: how it looks.
#pragma once

#include "api/page_views.h"
#include "api/pages/portrait.h"
#include "portal/people.h"

// Of a page whose search was run.
NODISCARD status portrait_companions(struct search_filling *f, const struct person *person,
                                     struct portrait_page *page, struct error *e);
