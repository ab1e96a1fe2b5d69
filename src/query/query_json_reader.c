// SPDX-License-Identifier: Apache-2.0
// Where the reader of a query stands, and the plain values of terms.
// Must not know: which terms there are.
#include "query/query_json_reader.h"

#include "query/query_tree.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// --- where we are ----------------------------------------------------------------------------

size_t reader_enter(struct query_reader *r, const char *name)
{
    size_t before = r->pointer.length;
    buffer_append_byte(&r->pointer, '/');
    for (const char *at = name; *at != '\0'; at++) {
        if (*at == '~' || *at == '/') {
            buffer_append(&r->pointer, *at == '~' ? "~0" : "~1", 2);
        } else {
            buffer_append_byte(&r->pointer, *at);
        }
    }
    return before;
}

size_t reader_enter_index(struct query_reader *r, size_t index)
{
    size_t before = r->pointer.length;
    buffer_append_byte(&r->pointer, '/');
    buffer_append_uint(&r->pointer, index);
    return before;
}

void reader_leave(struct query_reader *r, size_t before)
{
    r->pointer.length = before;
}

// Sets the trouble at the place where the reader stands, and names the place in the sentence too.
status reader_fail(struct query_reader *r, const char *format, ...)
{
    char sentence[ERROR_MESSAGE_SIZE - 128];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    char pointer[sizeof r->e->field];
    query_copy_pointer(buffer_view(&r->pointer), pointer, sizeof pointer);
    return error_set_field(r->e, ST_INVALID, pointer, "query%s: %s", pointer, sentence);
}

// --- plain values ----------------------------------------------------------------------------

static bool listed(const char *names, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = names; *at != '\0';) {
        size_t word = strcspn(at, " ");
        if (word == length && memcmp(at, name, length) == 0) {
            return true;
        }
        at += word + (at[word] == ' ');
    }
    return false;
}

// An object whose members all stand in `names` (words with one blank between).
status reader_check_object(struct query_reader *r, json_t *value, const char *names)
{
    if (!json_is_object(value)) {
        return reader_fail(r, "expected an object with %s", names);
    }
    const char *name = NULL;
    json_t *member = NULL;
    json_object_foreach(value, name, member)
    {
        if (!listed(names, name)) {
            (void)reader_enter(r, name);
            return reader_fail(r, "no member of this name is known here; there are: %s", names);
        }
    }
    return ST_OK;
}

status reader_text(struct query_reader *r, json_t *object, const char *name, string_view *out)
{
    json_t *value = json_object_get(object, name);
    size_t before = reader_enter(r, name);
    if (!json_is_string(value)) {
        return reader_fail(r, "%s", value == NULL ? "is needed, a text" : "expected a text");
    }
    if (json_string_length(value) > QUERY_LIMIT_TEXT) {
        return reader_fail(r, "the text is longer than %zu bytes", QUERY_LIMIT_TEXT);
    }
    *out = arena_copy(r->arena, (string_view){json_string_value(value), json_string_length(value)});
    reader_leave(r, before);
    return out->bytes == NULL ? query_no_memory(r->e) : ST_OK;
}

status reader_number(struct query_reader *r, json_t *object, const char *name, double low,
                     double high, double *out)
{
    json_t *value = json_object_get(object, name);
    size_t before = reader_enter(r, name);
    if (!json_is_number(value)) {
        return reader_fail(r, "%s", value == NULL ? "is needed, a number" : "expected a number");
    }
    double number = json_number_value(value);
    if (!(number >= low && number <= high)) {
        return reader_fail(r, "%g is not from %g to %g", number, low, high);
    }
    *out = number;
    reader_leave(r, before);
    return ST_OK;
}

status reader_truth(struct query_reader *r, json_t *object, const char *name, bool *out)
{
    json_t *value = json_object_get(object, name);
    if (value == NULL) {
        return ST_OK;
    }
    size_t before = reader_enter(r, name);
    if (!json_is_boolean(value)) {
        return reader_fail(r, "expected true or false");
    }
    *out = json_is_true(value);
    reader_leave(r, before);
    return ST_OK;
}

static status check_field(struct query_reader *r, json_t *value)
{
    if (!json_is_string(value)) {
        return reader_fail(r, "expected a field's name");
    }
    if (json_string_length(value) == 0 || json_string_length(value) > QUERY_LIMIT_TEXT) {
        return reader_fail(r, "a field's name has 1 to %zu bytes", QUERY_LIMIT_TEXT);
    }
    return ST_OK;
}

static int compare_names(const void *a, const void *b)
{
    return sv_compare(*(const string_view *)a, *(const string_view *)b);
}

static bool has_repeats(struct arena *arena, const string_view *names, size_t count,
                        string_view *repeated)
{
    string_view *sorted = arena_array(arena, string_view, count);
    if (sorted == NULL) {
        return false;
    }
    memcpy(sorted, names, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, compare_names);
    for (size_t i = 1; i < count; i++) {
        if (sv_equal(sorted[i - 1], sorted[i])) {
            *repeated = sorted[i];
            return true;
        }
    }
    return false;
}

status reader_fields(struct query_reader *r, json_t *object, size_t least, struct query *q)
{
    json_t *value = json_object_get(object, "fields");
    size_t before = reader_enter(r, "fields");
    size_t count = json_array_size(value);
    if (!json_is_array(value) || count < least) {
        return reader_fail(r, "expected a list of %s field names",
                           least == 0 ? "none, one or more" : "one or more");
    }
    if (count > QUERY_LIMIT_FIELDS) {
        return reader_fail(r, "%zu fields, at most %zu", count, QUERY_LIMIT_FIELDS);
    }
    string_view *fields = arena_array(r->arena, string_view, count + 1);
    if (fields == NULL) {
        return query_no_memory(r->e);
    }
    for (size_t i = 0; i < count; i++) {
        json_t *name = json_array_get(value, i);
        size_t inner = reader_enter_index(r, i);
        TRY(check_field(r, name));
        reader_leave(r, inner);
        fields[i] =
            arena_copy(r->arena, (string_view){json_string_value(name), json_string_length(name)});
        if (fields[i].bytes == NULL) {
            return query_no_memory(r->e);
        }
    }
    string_view repeated = {NULL, 0};
    if (has_repeats(r->arena, fields, count, &repeated)) {
        return reader_fail(r, "the field " SV_FORMAT " is named twice",
                           SV_ARGUMENT(query_excerpt(repeated, 60)));
    }
    q->fields = fields;
    q->field_count = count;
    reader_leave(r, before);
    return ST_OK;
}

status reader_match(struct query_reader *r, json_t *object, bool *within)
{
    *within = false;
    if (json_object_get(object, "match") == NULL) {
        return ST_OK;
    }
    string_view match;
    TRY(reader_text(r, object, "match", &match));
    *within = sv_equal(match, SV("within"));
    if (!*within && !sv_equal(match, SV("overlap"))) {
        (void)reader_enter(r, "match");
        return reader_fail(r, "expected overlap or within");
    }
    return ST_OK;
}
