// SPDX-License-Identifier: Apache-2.0
// Asks, and reads what the registry says of a failure.
#include "portal/datacite_client.h"

#include "base/utf8.h"
#include "remote/exchange.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#define ANSWER_SECONDS 15 // who stops the server waits no longer

static void keep_words(const char *words, struct datacite_answer *out)
{
    size_t length = MIN(strlen(words), sizeof out->words - 1);
    memcpy(out->words, words, length);
    out->words[utf8_check((string_view){words, length})] = '\0';
}

// Of a JSON:API error: its title, and what it is of.
static void read_words(const struct buffer *answer, struct datacite_answer *out)
{
    json_t *root = answer->length == 0 ? NULL : json_loadb(answer->bytes, answer->length, 0, NULL);
    const json_t *first = json_array_get(json_object_get(root, "errors"), 0);
    const char *title = json_string_value(json_object_get(first, "title"));
    const char *source = json_string_value(json_object_get(first, "source"));
    char words[sizeof out->words];
    if (title != NULL) {
        (void)snprintf(words, sizeof words, "%s%s%s", source == NULL ? "" : source,
                       source == NULL ? "" : ": ", title);
        out->taken = out->status == 422 && strstr(title, "already been taken") != NULL;
    } else {
        (void)snprintf(words, sizeof words, "HTTP status %d", out->status);
    }
    keep_words(words, out);
    json_decref(root);
}

void datacite_ask(const struct datacite_account *account, const char *method, string_view path,
                  string_view body, struct datacite_answer *out)
{
    const struct exchange_header type = {"Content-Type", SV("application/vnd.api+json")};
    struct exchange_answer answer;
    struct error e = {0};
    char address[2048];
    *out = (struct datacite_answer){.status = 0};
    int length = snprintf(address, sizeof address, SV_FORMAT SV_FORMAT, SV_ARGUMENT(account->api),
                          SV_ARGUMENT(path));
    const struct exchange_request request = {
        .method = method,
        .address = {address, MIN((size_t)length, sizeof address - 1)},
        .headers = &type,
        .header_count = 1,
        .body = body,
        .user = account->repository,
        .password = account->password,
        .seconds = ANSWER_SECONDS,
        .private_too = true, // the house itself said where
    };
    if (exchange_run(&request, &answer, &e) != ST_OK) {
        keep_words(e.message, out);
        return;
    }
    out->status = (int)answer.status;
    out->retry_after = answer.retry_seconds > 0 ? (uint64_t)answer.retry_seconds : 0;
    if (out->status >= 300) {
        read_words(&answer.body, out);
    }
    exchange_answer_release(&answer);
}
