// SPDX-License-Identifier: Apache-2.0
// Puts a record together; its parts are in record_taxon.c, record_place.c, record_event.c,
// record_object.c and record_earth.c. See record.h.
#include "record.h"

#include <string.h>

void record_begin(struct record *record)
{
    record->open = record->bytes.length;
}

void record_end(struct record *record, enum column column)
{
    record->start[column] = record->open;
    record->length[column] = record->bytes.length - record->open;
}

void record_set(struct record *record, enum column column, const char *value)
{
    if (value == NULL) {
        return;
    }
    record_begin(record);
    text_add(&record->bytes, value);
    record_end(record, column);
}

void record_set_number(struct record *record, enum column column, long value)
{
    record_begin(record);
    text_format(&record->bytes, "%ld", value);
    record_end(record, column);
}

const char *department_code(enum department department)
{
    static const char *const CODES[DEPARTMENT_COUNT] = {"BOT", "BMNH(E)", "ZOO", "PAL", "MIN"};
    return CODES[department];
}

static void set_day(struct record *record, enum column column, int32_t day, int second)
{
    record_begin(record);
    text_add_moment(&record->bytes, (int64_t)day * 86400 + second);
    record_end(record, column);
}

static void record_identity(struct record *record)
{
    static const char *const BASES[DEPARTMENT_COUNT] = {"PreservedSpecimen", "PreservedSpecimen",
                                                        "PreservedSpecimen", "FossilSpecimen",
                                                        "MaterialSample"};
    const struct specimen *specimen = record->specimen;
    enum department department = specimen_department(specimen);
    char uuid[37];
    demo_uuid(record->museum->seed, "occurrence", record->index, uuid);
    record_set(record, COL_OCCURRENCE_ID, uuid);
    record_set(record, COL_CATALOG_NUMBER, specimen->catalogue);
    record_begin(record);
    text_format(&record->bytes, "DEMO:ecatalogue:%zu", 1000000 + record->index * 7);
    record_end(record, COL_OTHER_CATALOG_NUMBERS);
    record_set(record, COL_INSTITUTION_CODE, "DEMO");
    record_set(record, COL_COLLECTION_CODE, department_code(department));
    record_set(record, COL_BASIS_OF_RECORD, BASES[department]);
    int second = 18000 + (int)(record->index * 131 % 50000);
    set_day(record, COL_CREATED, specimen->added, second);
    set_day(record, COL_MODIFIED, specimen->modified, second);
    record_set(record, COL_LICENSE, LICENCE_CC0);
    record_set(record, COL_RIGHTS_HOLDER, RIGHTS_HOLDER);
}

void record_make(struct record *record, const struct museum *museum, size_t index)
{
    record->museum = museum;
    record->index = index;
    record->specimen = &museum->specimens[index];
    record->event = &museum->events[record->specimen->event];
    memset(record->length, 0, sizeof(record->length));
    text_clear(&record->bytes);
    record_identity(record);
    record_taxon(record);
    record_place(record);
    record_event(record);
    record_object(record);
    record_earth(record);
}

void record_release(struct record *record)
{
    text_release(&record->bytes);
}
