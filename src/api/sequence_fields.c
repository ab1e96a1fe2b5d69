// SPDX-License-Identifier: Apache-2.0
// A list of names, and walks over records by it.
#include "api/sequence_fields.h"

#include "api/narrow.h"
#include "formats/json_walk.h"
#include "query/query_tree.h"
#include "query/row_columns.h"

// MIxS and GBIF's DNA-derived data, GGBN's amplification, Darwin Core's data package, BOLD's
// tables.
const char *const sequence_fields[] = {
    "dna_sequence",
    "DNA_sequence",
    "dnaSequence",
    "nucleotideSequence",
    "consensusSequence",
    "barcodeSequence",
    "nuc",
    "dnaDerivedData.dna_sequence",
    "dnaDerivedData.DNA_sequence",
    "dnaDerivedData.dnaSequence",
    "amplification.consensusSequence",
    "amplification.barcodeSequence",
    "nucleotideSequence.sequence",
};
const size_t sequence_field_count = ARRAY_LENGTH(sequence_fields);

// What says these things, the first that does.
static const char *const markers[] = {"target_gene", "targetGene", "marker_code", "marker", NULL};
static const char *const identifiers[] = {"occurrenceID", "materialSampleID", NULL};
static const char *const names[] = {"scientificName", "currentScientificName", "acceptedNameUsage",
                                    "identification", NULL};

// --- tables ----------------------------------------------------------------------------------

status sequence_fields_find(struct snapshot *s, const struct search_request *request,
                            struct arena *arena, const string_view **out, size_t *count,
                            struct error *e)
{
    struct extent extent;
    string_view *list = arena_array(arena, string_view, sequence_field_count);
    *out = list;
    *count = 0;
    if (list == NULL) {
        return query_no_memory(e);
    }
    TRY(extent_create(s, &scope_public, request->tables, request->table_count, request->commit,
                      arena, &extent, e));
    for (size_t i = 0; i < sequence_field_count; i++) {
        struct field_paths paths;
        string_view name = sv_from(sequence_fields[i]);
        bool seen = false;
        TRY(field_paths_look(&extent, name, arena, &paths, e));
        if (paths.count > 0 && paths.has_leaf) {
            TRY(row_columns_have(s, &scope_public, request, name, arena, &seen, e));
        }
        list[*count] = name;
        *count += seen;
    }
    return ST_OK;
}

status sequence_fields_narrow(struct snapshot *s, struct search_request *request,
                              struct arena *arena, struct error *e)
{
    const string_view *fields = NULL;
    size_t count = 0;
    TRY(sequence_fields_find(s, request, arena, &fields, &count, e));
    return narrow_to_fields(request, fields, count, arena, e);
}

// --- records ---------------------------------------------------------------------------------

static bool is_text(string_view value)
{
    return value.length > 2 && value.bytes[0] == '"';
}

static bool is_plain(string_view value)
{
    return value.length > 0 && value.bytes[0] != '{' && value.bytes[0] != '[' &&
           !sv_equal(value, SV("null")) && !sv_equal(value, SV("\"\""));
}

// The value of the first of the names that the object says.
static string_view value_of(string_view object, const char *const *list)
{
    for (size_t i = 0; list[i] != NULL; i++) {
        string_view value = json_walk_find(object, sv_from(list[i]));
        if (is_plain(value)) {
            return value;
        }
    }
    return SV("");
}

// Whether a field of the record, or of the elements of its list `list`, may hold a sequence.
static bool holds_sequence(string_view list, string_view member)
{
    for (size_t i = 0; i < sequence_field_count; i++) {
        string_view name = sv_from(sequence_fields[i]);
        size_t dot = sv_find(name, '.');
        string_view before = dot < name.length ? sv_slice(name, 0, dot) : SV("");
        string_view after = dot < name.length ? sv_slice(name, dot + 1, SIZE_MAX) : name;
        if (sv_equal_ignore_case(before, list) && sv_equal_ignore_case(after, member)) {
            return true;
        }
    }
    return false;
}

struct sequence_walk {
    struct sequence_found found;
    string_view record_marker;
    sequence_see *see;
    void *argument;
};

// Whether the object has the same text before, under another spelling of a field's name.
static bool stands_before(string_view list, string_view object, string_view text)
{
    struct json_walk members = json_walk_into(object);
    string_view name;
    string_view value;
    while (json_walk_next(&members, &name, &value) && value.bytes != text.bytes) {
        if (value.length == text.length && is_text(value) && holds_sequence(list, name) &&
            sv_equal_ignore_case(value, text)) {
            return true;
        }
    }
    return false;
}

static void see_members(struct sequence_walk *w, string_view list, string_view object)
{
    struct json_walk members = json_walk_into(object);
    string_view name;
    string_view value;
    while (json_walk_next(&members, &name, &value)) {
        if (!is_text(value) || !holds_sequence(list, name) || stands_before(list, object, value)) {
            continue;
        }
        string_view marker = value_of(object, markers);
        w->found.text = value;
        w->found.marker = marker.length > 0 ? marker : w->record_marker;
        w->found.number++;
        w->see(w->argument, &w->found);
    }
}

// A list of objects, or one object.
static void see_list(struct sequence_walk *w, string_view list, string_view value)
{
    struct json_walk elements = json_walk_into(value);
    string_view name;
    string_view element;
    if (value.bytes[0] == '{') {
        see_members(w, list, value);
        return;
    }
    while (json_walk_next(&elements, &name, &element)) {
        see_members(w, list, element);
    }
}

void sequence_fields_each(string_view record, sequence_see *see, void *argument)
{
    struct sequence_walk w = {
        .record_marker = value_of(record, markers), .see = see, .argument = argument};
    w.found.identifier = value_of(record, identifiers);
    w.found.name = value_of(record, names);
    see_members(&w, SV(""), record);
    struct json_walk members = json_walk_into(record);
    string_view name;
    string_view value;
    while (json_walk_next(&members, &name, &value)) {
        if (value.length > 2 && (value.bytes[0] == '{' || value.bytes[0] == '[')) {
            see_list(&w, name, value);
        }
    }
}
