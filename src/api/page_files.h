// SPDX-License-Identifier: Apache-2.0
// Fills what a dataset's page tells of its files (portal/file_records.h). Must not know: how they
// look.
#pragma once

#include "api/page_site.h"

// The files of a dataset at the page's version, the newest first; in `arena`.
NODISCARD status page_files(const struct portal *portal, const struct site *site,
                            const struct dataset *d, struct arena *arena,
                            const struct file_row **out, size_t *count, struct error *e);
