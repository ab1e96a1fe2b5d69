// SPDX-License-Identifier: Apache-2.0
// Names of members against those that are known.
#include "portal/member_names.h"

#include "query/near_names.h"

static bool is_known(const char *name, const char *known)
{
    string_view rest = sv_from(known);
    string_view one = {0};
    while (sv_split(&rest, ' ', &one)) {
        if (sv_equal(one, sv_from(name))) {
            return true;
        }
    }
    return false;
}

static status unknown(const char *name, const char *known, const char *what, struct error *e)
{
    struct near_names near;
    char list[NEAR_NAMES_TEXT];
    string_view rest = sv_from(known);
    string_view one = {0};
    near_names_init(&near, sv_from(name));
    while (sv_split(&rest, ' ', &one)) {
        near_names_offer(&near, one);
    }
    near_names_print(&near, list);
    near_names_release(&near);
    bool none = list[0] == '\0';
    return error_set_field(e, ST_BAD_DATA, name, "%s has no member \"%.60s\"; %s: %s", what, name,
                           none ? "it may have" : "near names", none ? known : list);
}

status member_names_check(json_t *object, const char *known, const char *what, bool may_remove,
                          struct error *e)
{
    const char *name = NULL;
    json_t *value = NULL;
    json_object_foreach(object, name, value)
    {
        if (!(may_remove && json_is_null(value)) && !is_known(name, known)) {
            return unknown(name, known, what, e);
        }
    }
    return ST_OK;
}
