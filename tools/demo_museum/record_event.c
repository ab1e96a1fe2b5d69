// SPDX-License-Identifier: Apache-2.0
// Who collected a record's specimen, when and how; see record.h.
#include "record.h"

void record_event(struct record *record)
{
    const struct event *event = record->event;
    const struct person *persons = record->museum->people.persons;
    struct rng rng = rng_make(record->museum->seed, "recorded by", record->specimen->event);
    record_begin(record);
    if (event->year < 1790 && rng_chance(&rng, 0.3)) {
        text_add(&record->bytes, "[unknown]");
    } else {
        text_add_person_variant(&record->bytes, &rng, &persons[event->leader]);
        for (size_t i = 0; i < event->companion_count; i++) {
            text_format(&record->bytes, " | %s", persons[event->companions[i]].name);
        }
    }
    record_end(record, COL_RECORDED_BY);
    enum department department = specimen_department(record->specimen);
    if (department == BOTANY && rng_chance(&rng, 0.8)) {
        record_set_number(record, COL_RECORD_NUMBER, (long)record->specimen->number);
    }
    if (department != BOTANY && department != MINERALOGY && rng_chance(&rng, 0.12)) {
        record_begin(record);
        text_format(&record->bytes, "%.2s/%d/%u", persons[event->leader].family, event->year % 100,
                    record->specimen->number);
        record_end(record, COL_FIELD_NUMBER);
    }
    if (event->date.year != 0) {
        record_begin(record);
        text_add_date(&record->bytes, event->date);
        record_end(record, COL_EVENT_DATE);
        record_set_number(record, COL_YEAR, event->date.year);
    }
    if (event->date.month != 0) {
        record_set_number(record, COL_MONTH, event->date.month);
    }
    if (event->date.day != 0) {
        record_set_number(record, COL_DAY, event->date.day);
    }
    record_set(record, COL_HABITAT, event->habitat);
    record_set(record, COL_SAMPLING_PROTOCOL, event->method);
    record_set(record, COL_EXPEDITION, event->expedition);
    record_set(record, COL_VESSEL, event->vessel);
}
