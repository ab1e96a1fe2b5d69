// SPDX-License-Identifier: Apache-2.0
// What the files that read EML share.
// Must not know: who asks.
#pragma once

#include "base/buffer.h"
#include "formats/xml_read.h"

struct eml_reader {
    const struct xml_node *root;
    const struct xml_node *dataset;
    struct arena *memory;
    struct buffer *out;
};

// Writes the members "authors", "contacts" and "organisation".
void eml_write_people(struct eml_reader *r);

// Writes the members "temporal" and "spatial".
void eml_write_coverage(struct eml_reader *r);
