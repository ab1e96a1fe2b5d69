// SPDX-License-Identifier: Apache-2.0
// Reads the account.
#include "portal/datacite_account.h"

#include "base/file.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define ACCOUNT_BYTES ((size_t)64 << 10)
#define TEST_PREFIX   SV("10.5072")

static status wrong(const char *member, const char *what, struct error *e)
{
    return error_set_field(e, ST_BAD_DATA, member, "datacite.json: \"%s\" %s", member, what);
}

static string_view text_of(struct arena *arena, const json_t *root, const char *name,
                           const char *normal)
{
    const char *text = json_string_value(json_object_get(root, name));
    return arena_copy(arena, sv_from(text == NULL ? normal : text));
}

static bool is_prefix(string_view text)
{
    return sv_starts_with(text, SV("10.")) && text.length > 6 && text.length < 40 &&
           sv_find(text, '/') == text.length && sv_find(text, ' ') == text.length;
}

static bool is_of_this_machine(string_view api)
{
    static const char *const hosts[] = {"http://127.0.0.1", "http://localhost", "http://[::1]"};
    for (size_t i = 0; i < ARRAY_LENGTH(hosts); i++) {
        string_view host = sv_from(hosts[i]);
        string_view rest = sv_slice(api, host.length, SIZE_MAX);
        if (sv_starts_with(api, host) &&
            (rest.length == 0 || rest.bytes[0] == ':' || rest.bytes[0] == '/')) {
            return true;
        }
    }
    return false;
}

static bool is_suffix(string_view text)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
        if (!fits) {
            return false;
        }
    }
    return text.length <= 40;
}

static string_view without_slash(string_view text)
{
    while (text.length > 0 && text.bytes[text.length - 1] == '/') {
        text.length--;
    }
    return text;
}

static status check(struct datacite_account *a, bool production, struct error *e)
{
    if (!is_prefix(a->prefix)) {
        return wrong("prefix", "is the account's, such as 10.5519", e);
    }
    if (a->repository.length == 0) {
        return wrong("repository", "is the account's name, such as ABCD.PORTAL", e);
    }
    if (!sv_starts_with(a->site, SV("https://")) && !is_of_this_machine(a->site)) {
        return wrong("site", "is where identifiers lead to: https://...", e);
    }
    if (!sv_starts_with(a->api, SV("https://")) && !is_of_this_machine(a->api)) {
        return wrong("api", "must be https://, as a password is sent there", e);
    }
    if (!is_suffix(a->suffix)) {
        return wrong("suffix", "has small letters, digits, full stops and dashes", e);
    }
    bool tests = sv_equal(a->prefix, TEST_PREFIX) ||
                 sv_starts_with(a->api, SV("https://api.test.datacite.org"));
    a->real = production && !tests;
    return ST_OK;
}

static status read(const json_t *root, struct arena *arena, struct datacite_account *out,
                   struct error *e)
{
    string_view system = text_of(arena, root, "system", "test");
    bool production = sv_equal(system, SV("production"));
    if (!production && !sv_equal(system, SV("test"))) {
        return wrong("system", "is production or test", e);
    }
    const char *password = getenv("VITRINE_DATACITE_PASSWORD");
    const json_t *wait = json_object_get(root, "firstWait");
    double seconds = json_is_number(wait) ? json_number_value(wait) : 60;
    if (!(seconds >= 0.01 && seconds <= 86400)) {
        return wrong("firstWait", "is a number of seconds", e);
    }
    *out = (struct datacite_account){
        .there = true,
        .api = without_slash(
            text_of(arena, root, "api",
                    production ? "https://api.datacite.org" : "https://api.test.datacite.org")),
        .prefix = text_of(arena, root, "prefix", ""),
        .suffix = text_of(arena, root, "suffix", "qd."),
        .repository = text_of(arena, root, "repository", ""),
        .password = arena_copy(arena, sv_from(password == NULL ? "" : password)),
        .site = without_slash(text_of(arena, root, "site", "")),
        .ror = text_of(arena, root, "ror", ""),
        .first_wait = (uint64_t)(seconds * 1000),
    };
    return check(out, production, e);
}

status datacite_account_open(const char *folder, struct arena *arena, struct datacite_account *out,
                             struct error *e)
{
    char path[PATH_SIZE];
    string_view text = {0};
    *out = (struct datacite_account){.there = false};
    TRY(path_join(path, sizeof path, folder, "datacite.json", e));
    if (!file_exists(path)) {
        return ST_OK;
    }
    TRY(file_read_in_arena(path, ACCOUNT_BYTES, arena, &text, e));
    json_t *root = json_loadb(text.bytes, text.length, JSON_REJECT_DUPLICATES, NULL);
    status result = json_is_object(root)
                        ? read(root, arena, out, e)
                        : error_set(e, ST_BAD_DATA, "%s must be a JSON object", path);
    json_decref(root);
    return result;
}
