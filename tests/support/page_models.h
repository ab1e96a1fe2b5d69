// SPDX-License-Identifier: Apache-2.0
// Page models of an invented museum, for tests of the pages and for looking at them.
#pragma once

#include "api/pages/model.h"

struct page_models {
    struct page_site site;
    struct address search_state;
    struct address datasets_state;
    struct home_page home;
    struct search_page search;
    struct search_page nothing; // a search that matches nothing
    struct datasets_page datasets;
    struct dataset_page dataset;
    struct record_page record;
    struct record_page removed;
    struct api_page api;
    struct text_page text;
    struct statistics_page statistics;
};

// Fills all models; what they point to is static or part of `models`. `manifest` is the text of
// web/dist/manifest.txt, or empty.
void page_models_fill(struct page_models *models, string_view manifest);
