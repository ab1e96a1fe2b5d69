// SPDX-License-Identifier: Apache-2.0
// Any bytes as what counting reads: months of another source, a table of networks, a visit, a file
// of events; refused with a sentence, or read. The first byte chooses which.
#include "folder.h"
#include "usage/event_file.h"
#include "usage/exchange.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void try_months(string_view text)
{
    struct arena arena;
    struct usage_source_month *months = NULL;
    struct error e = {0};
    size_t count = 0;
    arena_init(&arena, 0);
    if (usage_months_read(text, &arena, &months, &count, &e) == ST_OK) {
        for (size_t i = 0; i < count; i++) {
            char name[USAGE_MONTH_TEXT];
            int32_t again = 0;
            usage_month_to_text(months[i].month, name);
            require(usage_month_from_text(sv_from(name), &again) && again == months[i].month);
        }
    } else {
        require(e.message[0] != '\0');
    }
    arena_release(&arena);
}

static void try_networks(string_view text)
{
    struct networks *networks = NULL;
    struct network_address address = {{0x20, 0x01, 0x0d, 0xb8}};
    struct error e = {0};
    if (networks_read(text, &networks, &e) == ST_OK) {
        struct network_facts facts = networks_find(networks, &address);
        require((facts.country[0] == '\0') == (facts.country[1] == '\0'));
    } else {
        require(e.message[0] != '\0');
    }
    networks_close(networks);
}

static void try_visit(string_view text)
{
    struct arena arena;
    struct usage_visit visit;
    struct error e = {0};
    arena_init(&arena, 0);
    if (usage_visit_read(text, &arena, &visit, &e) == ST_OK) {
        require(visit.kind < USAGE_TALLY);
    } else {
        require(e.message[0] != '\0');
    }
    arena_release(&arena);
}

static status see_name(void *argument, enum usage_name kind, string_view text, struct error *e)
{
    (void)argument;
    (void)e;
    require(kind >= NAME_DATASET && kind <= NAME_PERSON && text.bytes != NULL);
    return ST_OK;
}

static status see_event(void *argument, const struct usage_event *event, struct error *e)
{
    unsigned char bytes[USAGE_EVENT_BYTES];
    struct usage_event again;
    (void)argument;
    (void)e;
    usage_event_encode(event, bytes);
    require(usage_event_decode(bytes, &again) && again.rows == event->rows);
    require(usage_line_of(event) < USAGE_LINES || event->kind >= USAGE_TALLY);
    return ST_OK;
}

static status see_frame(void *argument, uint64_t offset, struct error *e)
{
    (void)e;
    require(offset <= *(size_t *)argument);
    return ST_OK;
}

static void try_file(const uint8_t *data, size_t size)
{
    const struct event_visitor visitor = {see_name, see_event, see_frame, &size};
    char path[PATH_SIZE];
    struct error e = {0};
    uint64_t end = 0;
    fuzz_put("events", data, size, path);
    if (event_file_read(path, 0, &visitor, &end, &e) == ST_OK) {
        require(end <= size);
    } else {
        require(e.message[0] != '\0');
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) {
        return 0;
    }
    string_view text = {(const char *)data + 1, size - 1};
    switch (data[0] % 4) {
    case 0:
        try_months(text);
        break;
    case 1:
        try_networks(text);
        break;
    case 2:
        try_visit(text);
        break;
    default:
        try_file(data + 1, size - 1);
        break;
    }
    return 0;
}
