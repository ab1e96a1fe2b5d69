// SPDX-License-Identifier: Apache-2.0
// What of a citation goes. Digests, UUIDs and numbers are no words that somebody wrote: they stay.
#include "portal/erase_identifiers.h"

#include "portal/citing.h"
#include "portal/deposits.h"

#include <jansson.h>
#include <string.h>

#define ERASED_TEXT SV("[erased]")

struct looking {
    const struct mentions *values;
    struct erased_identifiers *out;
    moment now;
    bool look; // count, change nothing
};

// --- looking ---------------------------------------------------------------------------------

// Strings, as whoever asked wrote them. The tree is of canonical JSON, whose depth is bounded.
// NOLINTNEXTLINE(misc-no-recursion)
static status look_in_tree(const struct mentions *values, const json_t *tree, bool *found,
                           struct error *e)
{
    if (json_is_string(tree)) {
        return mentions_in_words(
            values, (string_view){json_string_value(tree), json_string_length(tree)}, found, e);
    }
    for (size_t i = 0; i < json_array_size(tree); i++) {
        TRY(look_in_tree(values, json_array_get(tree, i), found, e));
    }
    json_t *object = (json_t *)(uintptr_t)tree;
    const char *name = NULL;
    json_t *value = NULL;
    json_object_foreach(object, name, value)
    {
        TRY(look_in_tree(values, value, found, e));
    }
    return ST_OK;
}

static status look_in_query(const struct mentions *values, string_view query, bool *found,
                            struct error *e)
{
    TRY(mentions_in_words(values, query, found, e)); // numbers, and names of fields
    json_t *tree = json_loadb(query.bytes, query.length, JSON_DECODE_ANY, NULL);
    status result = look_in_tree(values, tree, found, e);
    json_decref(tree);
    return result;
}

static status look_in_search(const struct mentions *values, const struct cited *c, bool *found,
                             struct error *e)
{
    for (size_t i = 0; i < c->search_count; i++) {
        TRY(mentions_in_words(values, c->search[i].value, found, e));
    }
    TRY(mentions_in_words(values, c->words, found, e));
    return look_in_query(values, c->query, found, e);
}

// --- blanking --------------------------------------------------------------------------------

static status blank(const struct mentions *values, string_view *text, bool *changed,
                    struct error *e)
{
    bool found = false;
    TRY(mentions_in_words(values, *text, &found, e));
    if (found) {
        *text = ERASED_TEXT;
        *changed = true;
    }
    return ST_OK;
}

static status blank_creator(const struct mentions *values, struct cited_creator *a, bool *changed,
                            struct error *e)
{
    bool here = false;
    string_view *texts[] = {&a->name, &a->family, &a->given, &a->orcid};
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        TRY(blank(values, texts[i], &here, e));
    }
    if (here) {
        *a = (struct cited_creator){.name = ERASED_TEXT};
        *changed = true;
    }
    return ST_OK;
}

// Lists of what was read are this file's own to write to.
static status blank_texts(const struct mentions *values, struct cited *c, bool *changed,
                          struct error *e)
{
    struct cited_dataset *datasets = (struct cited_dataset *)(uintptr_t)c->datasets;
    struct cited_table *tables = (struct cited_table *)(uintptr_t)c->tables;
    struct cited_creator *creators = (struct cited_creator *)(uintptr_t)c->creators;
    TRY(blank(values, &c->title, changed, e));
    TRY(blank(values, &c->description, changed, e));
    TRY(blank(values, &c->publisher, changed, e));
    for (size_t i = 0; i < c->dataset_count; i++) {
        TRY(blank(values, &datasets[i].title, changed, e));
        TRY(blank(values, &datasets[i].slug, changed, e));
        TRY(blank(values, &datasets[i].licence, changed, e));
    }
    for (size_t i = 0; i < c->table_count; i++) {
        TRY(blank(values, &tables[i].slug, changed, e));
    }
    for (size_t i = 0; i < c->creator_count; i++) {
        TRY(blank_creator(values, &creators[i], changed, e));
    }
    return ST_OK;
}

static void withdraw(struct looking *l, struct identifier *one, struct cited *c,
                     struct arena *arena)
{
    char day[25];
    moment_to_text(l->now, day);
    c->query = SV("{}");
    c->search = NULL;
    c->search_count = 0;
    c->words = arena_print(arena, "what was asked was erased by law on %.10s", day);
    one->state = IDENTIFIER_WITHDRAWN;
    l->out->withdrawn++;
}

// What a registry may have of it, also where it has just been asked and has not answered yet.
static void tell_registry(struct looking *l, struct identifier *one, enum identifier_state before)
{
    bool there = one->doi.length > 0 && (before != IDENTIFIER_LOCAL || one->wanted.length > 0);
    if (one->state != IDENTIFIER_WITHDRAWN) {
        if (there && one->wanted.length == 0) {
            deposit_want(one, identifier_state_names[before], l->now);
        }
    } else if (there) {
        deposit_want(one, before == IDENTIFIER_DRAFT ? "draft" : "hidden", l->now);
    } else {
        one->wanted = SV("");
        one->trouble = SV("");
    }
}

static status erase_one(void *argument, struct identifier *one, struct arena *arena, bool *changed,
                        struct error *e)
{
    struct looking *l = argument;
    struct cited cited;
    struct buffer record;
    bool asked = false;
    bool named = false;
    enum identifier_state before = one->state;
    TRY(cited_read(one->record, arena, &cited, e));
    TRY(look_in_search(l->values, &cited, &asked, e));
    TRY(mentions_in_name(l->values, one->name, &named, e));
    TRY(blank_texts(l->values, &cited, changed, e));
    TRY(blank(l->values, &one->trouble, changed, e));
    if (asked || named) {
        withdraw(l, one, &cited, arena);
        one->name = named ? SV("") : one->name;
        *changed = true;
    } else if (*changed) {
        l->out->blanked++;
    }
    *changed = *changed && !l->look;
    if (!*changed) {
        return ST_OK;
    }
    cited.erased = l->now;
    tell_registry(l, one, before);
    buffer_init(&record, CITED_LIMIT_BYTES);
    status result = cited_write(&cited, &record, e);
    one->record = arena_copy(arena, buffer_view(&record));
    buffer_release(&record);
    return result;
}

status erase_identifiers(const char *folder, const struct mentions *values, bool look,
                         struct erased_identifiers *out, struct error *e)
{
    struct identifier_register *r = NULL;
    struct looking l = {.values = values, .out = out, .now = clock_now(), .look = look};
    TRY(identifiers_open(folder, &r, e));
    status result = identifiers_rewrite(r, erase_one, &l, e);
    identifiers_close(r);
    return result;
}
