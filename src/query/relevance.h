// SPDX-License-Identifier: Apache-2.0
// Rows by how well they answer the words asked (BM25: S. Robertson and H. Zaragoza, The
// Probabilistic Relevance Framework, Foundations and Trends in Information Retrieval 3, 2009;
// k1 = 1.2, b = 0.75). Must not know: pages, who asks.
#pragma once

#include "query/search_rows.h"
#include "query/sort_order.h"

// A record's score is the sum, over the words of the query's search and of its string_contains over
// all text that stand under no "not", each once, of
//   ln(1 + (N - n + 0.5) / (n + 0.5)) * f * 2.2 / (f + 1.2 * (0.25 + 0.75 * length / average))
// where N is the records visible at the commit in the tables asked, n those of them that hold the
// word, f how often it stands in the record, length the record's words and average that of the N.
// Scores are rounded to millionths before they order; ties go by the default order.
// A score follows from the rows visible at the commit alone, whatever runs beside it: lengths and
// counts are whole numbers, each record is scored by one thread, and its words are added in the
// order of the normalised query.
struct relevance_subject {
    struct snapshot *snapshot;
    const struct scope *scope;
    const struct search_request *request; // its tables
    const struct query *query;            // normalised; NULL: all
    const struct search_rows *rows;
    const struct cancellation *cancellation;
};
// The rows in places [first, first + count) and their scores in millionths.
NODISCARD status relevance_select(const struct relevance_subject *s, uint64_t first, size_t count,
                                  struct arena *scratch, struct ordered_row *out, int64_t *scores,
                                  size_t *written, struct error *e);
