// SPDX-License-Identifier: Apache-2.0
// What a field's name, without the lists around it, says of its values.
#include "api/interpret.h"

#include "formats/licence.h"
#include "query/cell_texts.h"
#include "query/query_tree.h"
#include "store/value.h"

#include <string.h>

enum reading {
    READ_TRIMMED = 1,
    READ_SEX, // and the other vocabularies, in their order
    READ_LIFE_STAGE,
    READ_TYPE_STATUS,
    READ_LICENCE,
    READ_DATE,
    READ_NUMBER,
    READ_CODE, // of letters that stand in capitals
};

static const char *const vocabulary_names[] = {"sex", "lifeStage", "typeStatus"};

static const struct {
    const char *name;
    enum reading reading;
} fields[] = {
    {"sex", READ_SEX},
    {"lifeStage", READ_LIFE_STAGE},
    {"typeStatus", READ_TYPE_STATUS},
    {"license", READ_LICENCE},
    {"eventDate", READ_DATE},
    {"dateIdentified", READ_DATE},
    {"georeferencedDate", READ_DATE},
    {"measurementDeterminedDate", READ_DATE},
    {"relationshipEstablishedDate", READ_DATE},
    {"modified", READ_DATE},
    {"created", READ_DATE},
    {"year", READ_NUMBER},
    {"month", READ_NUMBER},
    {"day", READ_NUMBER},
    {"startDayOfYear", READ_NUMBER},
    {"endDayOfYear", READ_NUMBER},
    {"individualCount", READ_NUMBER},
    {"decimalLatitude", READ_NUMBER},
    {"decimalLongitude", READ_NUMBER},
    {"coordinateUncertaintyInMeters", READ_NUMBER},
    {"coordinatePrecision", READ_NUMBER},
    {"minimumElevationInMeters", READ_NUMBER},
    {"maximumElevationInMeters", READ_NUMBER},
    {"minimumDepthInMeters", READ_NUMBER},
    {"maximumDepthInMeters", READ_NUMBER},
    {"minimumDistanceAboveSurfaceInMeters", READ_NUMBER},
    {"maximumDistanceAboveSurfaceInMeters", READ_NUMBER},
    {"countryCode", READ_CODE},
};

static bool is_digits(string_view text)
{
    bool digits = text.length > 0;
    for (size_t i = 0; i < text.length && digits; i++) {
        digits = text.bytes[i] >= '0' && text.bytes[i] <= '9';
    }
    return digits;
}

// The last part of a dotted name; the number of an exploded list's value is none.
static string_view last_part(string_view name)
{
    for (int tries = 0; tries < 2; tries++) {
        size_t at = name.length;
        while (at > 0 && name.bytes[at - 1] != '.') {
            at--;
        }
        string_view part = sv_slice(name, at, SIZE_MAX);
        if (at == 0 || !is_digits(part)) {
            return part;
        }
        name = sv_slice(name, 0, at - 1);
    }
    return name;
}

static unsigned reading_of(const void *argument, string_view name)
{
    string_view part = last_part(name);
    (void)argument;
    for (size_t i = 0; i < ARRAY_LENGTH(fields); i++) {
        if (sv_equal_ignore_case(part, sv_from(fields[i].name))) {
            return fields[i].reading;
        }
    }
    return READ_TRIMMED;
}

// --- values ----------------------------------------------------------------------------------

// A day, or a month or year where the written date is one: as written. Else both ends in full.
static void write_date(string_view text, struct buffer *out)
{
    struct date_interval read;
    char start[25];
    char end[25];
    if (!date_interval_from_text(text, &read)) {
        buffer_append_view(out, text);
        return;
    }
    moment_to_text(read.start, start);
    moment_to_text(read.end, end);
    bool interval = sv_find(text, '/') < text.length;
    if (!interval && !read.has_time) {
        buffer_append_view(out, text);
    } else if (!interval) {
        buffer_append_view(out, sv_from(start));
    } else {
        size_t length = read.has_time ? 24 : 10;
        buffer_append_view(out, sv_slice(sv_from(start), 0, length));
        buffer_append_byte(out, '/');
        buffer_append_view(out, sv_slice(sv_from(end), 0, length));
    }
}

static void write_number(string_view text, struct buffer *out)
{
    struct value_facts facts;
    value_analyse(VALUE_STRING, text, &facts);
    if (facts.is_integer) {
        buffer_append_int(out, facts.integer);
    } else if (facts.is_number) {
        query_print_number(facts.number, out);
    } else {
        buffer_append_view(out, text);
    }
}

static void write_term(const struct vocabulary *v, string_view text, struct buffer *out)
{
    size_t term = 0;
    struct error ignored = {0};
    bool read = vocabulary_read(v, text, &term, &ignored) == ST_OK;
    if (read && term < v->term_count && term != v->other) {
        buffer_append_view(out, v->terms[term]);
    } else {
        buffer_append_view(out, text);
    }
}

static void write_licence(string_view text, struct buffer *out)
{
    char uri[LICENCE_URI_SIZE];
    buffer_append_view(out, licence_uri(text, uri) ? sv_from(uri) : text);
}

static void write_code(string_view text, struct buffer *out)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        buffer_append_byte(out, c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
    }
}

static void write_one(const struct interpretation *x, enum reading reading, string_view text,
                      struct buffer *out)
{
    text = sv_trim(text);
    switch (reading) {
    case READ_SEX:
    case READ_LIFE_STAGE:
    case READ_TYPE_STATUS:
        write_term(x->vocabularies[reading - READ_SEX], text, out);
        break;
    case READ_LICENCE:
        write_licence(text, out);
        break;
    case READ_DATE:
        write_date(text, out);
        break;
    case READ_NUMBER:
        write_number(text, out);
        break;
    case READ_CODE:
        write_code(text, out);
        break;
    case READ_TRIMMED:
        buffer_append_view(out, text);
        break;
    }
}

static void write_reading(const void *argument, unsigned reading, string_view text,
                          struct buffer *out)
{
    string_view joint = SV(CELL_LIST_SEPARATOR);
    if (text.length == 0) {
        return;
    }
    for (;;) { // each value of a list that is joined
        const char *at = memmem(text.bytes, text.length, joint.bytes, joint.length);
        size_t length = at == NULL ? text.length : (size_t)(at - text.bytes);
        write_one(argument, (enum reading)reading, sv_slice(text, 0, length), out);
        if (at == NULL) {
            return;
        }
        buffer_append_view(out, joint);
        text = sv_slice(text, length + joint.length, SIZE_MAX);
    }
}

// --- vocabularies ----------------------------------------------------------------------------

status interpretation_open(const struct portal *p, struct arena *arena, struct interpretation *out,
                           struct error *e)
{
    for (size_t i = 0; i < ARRAY_LENGTH(vocabulary_names); i++) {
        TRY(portal_vocabulary(p, sv_from(vocabulary_names[i]), arena, &out->vocabularies[i], e));
    }
    out->reading = (struct cell_reading){reading_of, write_reading, out};
    return ST_OK;
}

void interpretation_print(const struct interpretation *x, struct buffer *out)
{
    for (size_t i = 0; i < ARRAY_LENGTH(vocabulary_names); i++) {
        buffer_print(out, "%016llx\n", (unsigned long long)x->vocabularies[i]->check);
    }
}
