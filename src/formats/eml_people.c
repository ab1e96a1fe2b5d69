// SPDX-License-Identifier: Apache-2.0
// People and organisations in EML: creators, contacts, the publishing organisation.
#include "formats/eml_parts.h"

#include "formats/json_write.h"

#include <string.h>

#define ORCID_LENGTH 19

struct agent {
    string_view given;
    string_view family;
    string_view name; // the whole person's name, else the position's or organisation's
    string_view organisation;
    string_view email; // of a role only
    char orcid[48];    // address, or ""
};

// The check digit of ISO 7064, 11-2, over 0000-0000-0000-000X.
static bool is_orcid(string_view text)
{
    unsigned total = 0;
    if (text.length != ORCID_LENGTH) {
        return false;
    }
    for (size_t i = 0; i < ORCID_LENGTH; i++) {
        char byte = text.bytes[i];
        bool is_hyphen_place = i % 5 == 4;
        if (is_hyphen_place != (byte == '-')) {
            return false;
        }
        if (is_hyphen_place || i == ORCID_LENGTH - 1) {
            continue;
        }
        if (byte < '0' || byte > '9') {
            return false;
        }
        total = (total + (unsigned)(byte - '0')) * 2;
    }
    unsigned digit = (12 - total % 11) % 11;
    char last = text.bytes[ORCID_LENGTH - 1];
    return digit == 10 ? last == 'X' || last == 'x' : last == (char)('0' + digit);
}

static void read_orcid(const struct xml_node *party, struct arena *memory, struct agent *out)
{
    for (const struct xml_node *id = xml_child(party, "userId"); id != NULL; id = xml_again(id)) {
        string_view text = xml_text(id, memory);
        string_view digits =
            sv_slice(text, text.length - MIN(text.length, (size_t)ORCID_LENGTH), SIZE_MAX);
        if (is_orcid(digits)) {
            static const char address[] = "https://orcid.org/";
            memcpy(out->orcid, address, sizeof address - 1);
            memcpy(out->orcid + sizeof address - 1, digits.bytes, ORCID_LENGTH);
            return;
        }
    }
}

// Whether an address is of a role and not of a person: info@, data@, collections@ ...
static bool is_role_mailbox(string_view email)
{
    static const char *const roles[] = {
        "info",     "data",     "contact",  "admin",   "office",      "collection",
        "museum",   "herbar",   "curator",  "library", "support",     "help",
        "enquir",   "inquir",   "gbif",     "ipt",     "portal",      "webmaster",
        "secretar", "database", "mail",     "biodiv",  "informatics", "zoology",
        "botany",   "entomol",  "specimen", "digit",   "reception",   "team",
    };
    string_view local = sv_slice(email, 0, sv_find(email, '@'));
    for (size_t i = 0; i < ARRAY_LENGTH(roles); i++) {
        string_view role = sv_from(roles[i]);
        if (sv_equal_ignore_case(sv_slice(local, 0, role.length), role)) {
            return true;
        }
    }
    return false;
}

static void read_agent(const struct xml_node *party, struct arena *memory, struct agent *out)
{
    *out = (struct agent){.email = SV("")};
    const struct xml_node *person = xml_child(party, "individualName");
    string_view position = xml_text(xml_child(party, "positionName"), memory);
    string_view email = xml_text(xml_child(party, "electronicMailAddress"), memory);
    out->organisation = xml_text(xml_child(party, "organizationName"), memory);
    out->family = xml_text(xml_child(person, "surName"), memory);
    struct buffer given;
    buffer_init(&given, XML_MOST_BYTES);
    for (const struct xml_node *n = xml_child(person, "givenName"); n != NULL; n = xml_again(n)) {
        string_view part = xml_text(n, memory);
        buffer_append_view(&given, given.length > 0 && part.length > 0 ? SV(" ") : SV(""));
        buffer_append_view(&given, part);
    }
    out->given = arena_copy(memory, buffer_view(&given));
    buffer_release(&given);
    bool is_person = out->family.length > 0 || out->given.length > 0;
    if (is_person) {
        const char *space = out->given.length > 0 && out->family.length > 0 ? " " : "";
        out->name = arena_print(memory, SV_FORMAT "%s" SV_FORMAT, SV_ARGUMENT(out->given), space,
                                SV_ARGUMENT(out->family));
    } else {
        out->name = out->organisation.length > 0 ? out->organisation : position;
    }
    if (is_role_mailbox(email)) {
        out->email = email;
    }
    read_orcid(party, memory, out);
}

static void write_author(struct eml_reader *r, const struct xml_node *party)
{
    struct agent a;
    read_agent(party, r->memory, &a);
    if (a.name.length == 0) {
        return;
    }
    buffer_append_byte(r->out, '{');
    json_write_member(r->out, SV("name"), a.name);
    json_write_member(r->out, SV("given"), a.given);
    json_write_member(r->out, SV("family"), a.family);
    json_write_member(r->out, SV("orcid"), sv_from(a.orcid));
    json_write_member(r->out, SV("affiliation"),
                      sv_equal(a.name, a.organisation) ? SV("") : a.organisation);
    json_write_member(r->out, SV("email"), a.email);
    buffer_append_byte(r->out, '}');
}

static void write_contact(struct eml_reader *r, const struct xml_node *party)
{
    struct agent a;
    string_view role = xml_text(xml_child(party, "role"), r->memory);
    read_agent(party, r->memory, &a);
    if (a.name.length == 0) {
        return;
    }
    buffer_append_byte(r->out, '{');
    json_write_member(r->out, SV("role"), role.length > 0 ? role : sv_from(party->name));
    json_write_member(r->out, SV("name"), a.name);
    json_write_member(r->out, SV("organisation"), a.organisation);
    json_write_member(r->out, SV("email"), a.email);
    buffer_append_byte(r->out, '}');
}

// Writes a list of all parties of the given element names; nothing when there is none.
static void write_parties(struct eml_reader *r, const char *member, const char *const *names,
                          size_t name_count,
                          void (*write)(struct eml_reader *, const struct xml_node *))
{
    size_t before = r->out->length;
    json_write_name(r->out, sv_from(member));
    buffer_append_byte(r->out, '[');
    size_t start = r->out->length;
    for (size_t i = 0; i < name_count; i++) {
        const struct xml_node *party = xml_child(r->dataset, names[i]);
        for (; party != NULL; party = xml_again(party)) {
            size_t here = r->out->length;
            if (here > start) {
                buffer_append_byte(r->out, ',');
            }
            size_t content = r->out->length;
            write(r, party);
            if (r->out->length == content) {
                r->out->length = here; // a party without a name
            }
        }
    }
    if (r->out->length == start) {
        r->out->length = before;
    } else {
        buffer_append_byte(r->out, ']');
    }
}

static void write_organisation(struct eml_reader *r)
{
    static const char *const names[] = {"publisher", "creator", "contact", "metadataProvider"};
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        const struct xml_node *party = xml_child(r->dataset, names[i]);
        for (; party != NULL; party = xml_again(party)) {
            string_view name = xml_text(xml_child(party, "organizationName"), r->memory);
            if (name.length > 0) {
                json_write_member(r->out, SV("organisation"), name);
                return;
            }
        }
    }
}

void eml_write_people(struct eml_reader *r)
{
    static const char *const authors[] = {"creator"};
    static const char *const contacts[] = {"contact", "metadataProvider", "associatedParty"};
    write_parties(r, "authors", authors, ARRAY_LENGTH(authors), write_author);
    write_parties(r, "contacts", contacts, ARRAY_LENGTH(contacts), write_contact);
    write_organisation(r);
}
