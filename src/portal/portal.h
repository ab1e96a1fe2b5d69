// SPDX-License-Identifier: Apache-2.0
// The data folder: the store and the catalogue in it, opened together, and the datasets at a
// commit, kept for readers.
//   DATA/store/...   DATA/catalogue.sqlite   DATA/files/   DATA/media/   DATA/reports/
//   DATA/kept/...   DATA/downloads/...
// Thread-safe. Must not know: HTTP.
#pragma once

#include "catalogue/catalogue.h"
#include "portal/datasets.h"
#include "store/import.h"

struct portal {
    char folder[4096];
    struct store *store;
    struct catalogue *catalogue;
    struct dataset_cache *cache;
};

// Makes an empty data folder; its name, demo mark and further facts (a JSON object, or empty)
// become the portal's metadata record. Without a name (NULL) that of the facts is taken, else
// "Vitrine".
NODISCARD status portal_init(const char *folder, const char *name, bool demo, string_view facts,
                             struct error *e);
// ST_IO, with what to do, when the folder is a file, lies below one, or may not be looked into;
// that it is not there is nothing yet.
NODISCARD status portal_check_folder(const char *folder, struct error *e);
NODISCARD status portal_open(const char *folder, struct portal **out, struct error *e);
void portal_close(struct portal *p);
// ST_IO, in words, when the data folder cannot be written: it can still be asked.
NODISCARD status portal_check_writable(const struct portal *p, struct error *e);

// Everything about datasets at a commit, shared and kept; valid until `arena` is released.
struct dataset_view {
    uint32_t commit;
    struct portal_facts portal;
    const struct dataset *datasets; // by title
    size_t count;
};
NODISCARD status portal_datasets(struct portal *p, struct snapshot *s, uint32_t commit,
                                 struct arena *arena, const struct dataset_view **out,
                                 struct error *e);
// Of a view: the dataset and resource of a table's UUID; NULL when none.
const struct resource *dataset_view_resource(const struct dataset_view *v, const struct uuid *table,
                                             const struct dataset **dataset);

// Whether the folder is marked as a demo (rule L1).
NODISCARD status portal_is_demo(struct portal *p, bool *out, struct error *e);

// Fills the catalogue's copy again when it is behind the snapshot. Harmless at any time.
NODISCARD status portal_fill_catalogue(struct portal *p, struct snapshot *s, struct error *e);
