// SPDX-License-Identifier: Apache-2.0
// Reads DATA/site/notices.json.
#include "portal/notices.h"

#include "base/file.h"

#include <jansson.h>

#define MOST_BYTES ((size_t)64 << 10)

static string_view text_of(const json_t *json, const char *name, struct arena *arena)
{
    const char *text = json_string_value(json_object_get(json, name));
    return text == NULL ? SV("") : arena_copy(arena, sv_from(text));
}

static status check(json_t *json, const char *path, struct error *e)
{
    char *address = NULL;
    char *smtp = NULL;
    char *from = NULL;
    char *user = NULL;
    char *password = NULL;
    int plain = 0;
    int private_too = 0;
    json_error_t trouble;
    if (json_unpack_ex(json, &trouble, JSON_STRICT, "{s?s, s?s, s?s, s?s, s?s, s?b, s?b}",
                       "address", &address, "smtp", &smtp, "from", &from, "user", &user, "password",
                       &password, "plainMail", &plain, "privateNetworks", &private_too) != 0) {
        return error_set(e, ST_BAD_DATA, "%s: %s", path, trouble.text);
    }
    if (from != NULL && !mail_is_address(sv_from(from))) {
        return error_set(e, ST_BAD_DATA, "%s: \"from\" is to be a mail address", path);
    }
    bool web = address == NULL || sv_starts_with(sv_from(address), SV("http://")) ||
               sv_starts_with(sv_from(address), SV("https://"));
    if (!web || (address != NULL && sv_ends_with(sv_from(address), SV("/")))) {
        return error_set(e, ST_BAD_DATA,
                         "%s: \"address\" is to be like https://data.museum.example, without a / "
                         "at its end",
                         path);
    }
    return smtp != NULL && (from == NULL || address == NULL)
               ? error_set(e, ST_BAD_DATA, "%s: \"smtp\" needs \"from\" and \"address\"", path)
               : ST_OK;
}

status notices_open(const char *folder, struct arena *arena, struct notices *out, struct error *e)
{
    char site[PATH_SIZE];
    char path[PATH_SIZE];
    string_view text;
    json_error_t trouble;
    *out = (struct notices){.address = SV("")};
    TRY(path_join(site, sizeof site, folder, "site", e));
    TRY(path_join(path, sizeof path, site, "notices.json", e));
    if (!file_exists(path)) {
        return ST_OK;
    }
    TRY(file_read_in_arena(path, MOST_BYTES, arena, &text, e));
    json_t *json = json_loadb(text.bytes, text.length, JSON_REJECT_DUPLICATES, &trouble);
    if (json == NULL) {
        return error_set(e, ST_BAD_DATA, "%s, line %d: %s", path, trouble.line, trouble.text);
    }
    status result = check(json, path, e);
    out->address = text_of(json, "address", arena);
    out->mail = (struct mail_server){
        .address = text_of(json, "smtp", arena),
        .user = text_of(json, "user", arena),
        .password = text_of(json, "password", arena),
        .from = text_of(json, "from", arena),
        .plain = json_is_true(json_object_get(json, "plainMail")),
    };
    out->sends_mail = out->mail.address.length > 0;
    out->private_too = json_is_true(json_object_get(json, "privateNetworks"));
    json_decref(json);
    return result;
}
