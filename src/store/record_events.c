// SPDX-License-Identifier: Apache-2.0
// Tells a record's history from the lives of its rows.
#include "store/record_events.h"

const char *const record_change_names[] = {
    [RECORD_ADDED] = "added",
    [RECORD_CHANGED] = "changed",
    [RECORD_REMOVED] = "removed",
    [RECORD_RETURNED] = "returned",
};

status record_events(const struct record_version *rows, size_t count, uint32_t commit,
                     struct arena *arena, struct record_event **out, size_t *event_count,
                     struct error *e)
{
    struct record_event *events = arena_array(arena, struct record_event, 2 * count + 1);
    uint32_t next = commit + 1; // commit at which the row after this one begins
    size_t used = 0;
    if (events == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the history of a record");
    }
    for (size_t i = count; i-- > 0; next = rows[i].from) {
        bool returned = i > 0 && rows[i - 1].until < rows[i].from;
        enum record_change change = i == 0 ? RECORD_ADDED : RECORD_CHANGED;
        if (rows[i].until < next) {
            events[used++] = (struct record_event){rows[i].until, RECORD_REMOVED, NULL, &rows[i]};
        }
        events[used++] = (struct record_event){rows[i].from, returned ? RECORD_RETURNED : change,
                                               &rows[i], NULL};
    }
    *out = events;
    *event_count = used;
    return ST_OK;
}
