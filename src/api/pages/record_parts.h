// SPDX-License-Identifier: Apache-2.0
// The sections of a record page. Must not know: the page's frame.
#pragma once

#include "api/pages/layout.h"

// Fields under the titles of their groups; a group without values is left out.
void record_write_groups(struct page *p, const struct record_page *record);
// Nested lists, a table each.
void record_write_lists(struct page *p, const struct record_page *record);
// Why a record was removed, and what took its place; nothing where nobody said.
void record_write_reason(struct page *p, string_view reason);
void record_write_successor(struct page *p, const struct removal_row *removal);
// Versions, the page as of a date, and what changed between two versions.
void record_write_history(struct page *p, const struct record_page *record);
// Each of these writes nothing where there is nothing to write.
void record_write_media(struct page *p, const struct record_page *record);
void record_write_place(struct page *p, const struct record_page *record);
void record_write_flags(struct page *p, const struct record_page *record);
void record_write_determinations(struct page *p, const struct record_page *record);
void record_write_related(struct page *p, const struct record_page *record);
void record_write_external(struct page *p, const struct record_page *record);
