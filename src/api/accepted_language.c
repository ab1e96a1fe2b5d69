// SPDX-License-Identifier: Apache-2.0
// Chooses among the languages by their weights.
#include "api/accepted_language.h"

#include "http/negotiate.h"

const struct language *accepted_language(const struct http_request *request)
{
    string_view header = http_request_header(request, "Accept-Language");
    const struct language *best = NULL;
    int best_weight = accept_language_weight(header, SV("en"));
    for (size_t i = 0; i < language_count; i++) {
        int weight = accept_language_weight(header, sv_from(languages[i].code));
        if (weight > best_weight) {
            best = &languages[i];
            best_weight = weight;
        }
    }
    return best;
}
