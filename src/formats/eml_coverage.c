// SPDX-License-Identifier: Apache-2.0
// When and where a dataset is from, as its EML says.
#include "formats/eml_parts.h"

#include "formats/json_write.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct box {
    bool is_set;
    double west, south, east, north;
};

// Dates in ISO 8601 order as text does; the longest span that all of them make.
struct span {
    string_view start;
    string_view end;
};

static void stretch(struct span *span, string_view start, string_view end)
{
    if (start.length > 0 && (span->start.length == 0 || sv_compare(start, span->start) < 0)) {
        span->start = start;
    }
    if (end.length > 0 && (span->end.length == 0 || sv_compare(end, span->end) > 0)) {
        span->end = end;
    }
}

static string_view calendar_date(const struct xml_node *parent, struct arena *memory)
{
    return xml_text(xml_child(parent, "calendarDate"), memory);
}

static void write_temporal(struct eml_reader *r, const struct xml_node *coverage)
{
    struct span span = {0};
    const struct xml_node *c = xml_child(coverage, "temporalCoverage");
    for (; c != NULL; c = xml_again(c)) {
        const struct xml_node *range = xml_child(c, "rangeOfDates");
        for (; range != NULL; range = xml_again(range)) {
            stretch(&span, calendar_date(xml_child(range, "beginDate"), r->memory),
                    calendar_date(xml_child(range, "endDate"), r->memory));
        }
        const struct xml_node *single = xml_child(c, "singleDateTime");
        for (; single != NULL; single = xml_again(single)) {
            string_view date = calendar_date(single, r->memory);
            stretch(&span, date, date);
        }
    }
    if (span.start.length > 0 || span.end.length > 0) {
        json_write_name(r->out, SV("temporal"));
        buffer_append_byte(r->out, '{');
        json_write_member(r->out, SV("start"), span.start);
        json_write_member(r->out, SV("end"), span.end);
        buffer_append_byte(r->out, '}');
    }
}

static bool read_degrees(const struct xml_node *bounds, const char *name, double most,
                         struct arena *memory, double *out)
{
    string_view text = xml_text(xml_child(bounds, name), memory);
    char *end = NULL;
    if (text.length == 0 || text.length > 40) {
        return false;
    }
    double value = strtod(text.bytes, &end); // xml_text ends in a NUL
    if (end != text.bytes + text.length || !isfinite(value) || fabs(value) > most) {
        return false;
    }
    *out = value;
    return true;
}

static void add_box(struct box *box, const struct xml_node *bounds, struct arena *memory)
{
    struct box b = {.is_set = true};
    if (!read_degrees(bounds, "westBoundingCoordinate", 180, memory, &b.west) ||
        !read_degrees(bounds, "eastBoundingCoordinate", 180, memory, &b.east) ||
        !read_degrees(bounds, "southBoundingCoordinate", 90, memory, &b.south) ||
        !read_degrees(bounds, "northBoundingCoordinate", 90, memory, &b.north)) {
        return;
    }
    if (box->is_set) {
        b.west = MIN(b.west, box->west);
        b.east = MAX(b.east, box->east);
        b.south = MIN(b.south, box->south);
        b.north = MAX(b.north, box->north);
    }
    *box = b;
}

static void write_degrees(struct buffer *out, const char *name, double value)
{
    json_write_name(out, sv_from(name));
    char text[40];
    (void)snprintf(text, sizeof text, "%.10g", value);
    buffer_append_view(out, sv_from(text));
}

static void write_spatial(struct eml_reader *r, const struct xml_node *coverage)
{
    struct box box = {0};
    struct buffer description;
    buffer_init(&description, XML_MOST_BYTES * 3);
    const struct xml_node *c = xml_child(coverage, "geographicCoverage");
    for (; c != NULL; c = xml_again(c)) {
        string_view text = xml_text(xml_child(c, "geographicDescription"), r->memory);
        buffer_append_view(&description,
                           description.length > 0 && text.length > 0 ? SV("; ") : SV(""));
        buffer_append_view(&description, text);
        add_box(&box, xml_child(c, "boundingCoordinates"), r->memory);
    }
    if (box.is_set || description.length > 0) {
        json_write_name(r->out, SV("spatial"));
        buffer_append_byte(r->out, '{');
        if (box.is_set) {
            write_degrees(r->out, "west", box.west);
            write_degrees(r->out, "south", box.south);
            write_degrees(r->out, "east", box.east);
            write_degrees(r->out, "north", box.north);
        }
        json_write_member(r->out, SV("description"), buffer_view(&description));
        buffer_append_byte(r->out, '}');
    }
    buffer_release(&description);
}

void eml_write_coverage(struct eml_reader *r)
{
    const struct xml_node *coverage = xml_child(r->dataset, "coverage");
    write_temporal(r, coverage);
    write_spatial(r, coverage);
}
