// SPDX-License-Identifier: Apache-2.0
// One table of hashes with the moments after which they mean nothing.
#include "usage/sessions.h"

#include "base/hash.h"
#include "base/uuid.h"

#include <stdlib.h>
#include <string.h>

#define HOUR_MILLISECONDS INT64_C(3600000)
#define DAY_MILLISECONDS  INT64_C(86400000)
#define FIRST_ROOM        ((size_t)1 << 12)
#define MOST_ROOM         ((size_t)1 << 22) // slots, of 16 bytes

struct seen {
    uint64_t hash;  // 0 is free
    moment forgets; // at this moment
};

struct sessions {
    struct seen *seen;
    size_t room; // a power of two
    size_t used; // slots, forgotten ones included
    int64_t day;
    struct uuid salt[2];
};

status sessions_create(struct sessions **out, struct error *e)
{
    struct sessions *s = calloc(1, sizeof *s);
    if (s != NULL) {
        s->seen = calloc(FIRST_ROOM, sizeof *s->seen);
    }
    if (s == NULL || s->seen == NULL) {
        sessions_destroy(s);
        return error_set(e, ST_NO_MEMORY, "no memory for sessions");
    }
    s->room = FIRST_ROOM;
    s->day = INT64_MIN;
    *out = s;
    return ST_OK;
}

void sessions_destroy(struct sessions *s)
{
    if (s != NULL) {
        memset(s->salt, 0, sizeof s->salt);
        free(s->seen);
        free(s);
    }
}

// --- the table -------------------------------------------------------------------------------

static struct seen *slot_of(struct seen *seen, size_t room, uint64_t hash)
{
    size_t at = (size_t)hash & (room - 1);
    while (seen[at].hash != 0 && seen[at].hash != hash) {
        at = (at + 1) & (room - 1);
    }
    return &seen[at];
}

static size_t count_alive(const struct sessions *s, moment now)
{
    size_t count = 0;
    for (size_t i = 0; i < s->room; i++) {
        count += s->seen[i].hash != 0 && s->seen[i].forgets >= now;
    }
    return count;
}

// Drops what is forgotten; where that is not enough the table grows, and at its bound it is
// emptied.
static void make_room(struct sessions *s, moment now)
{
    size_t alive = count_alive(s, now);
    size_t room = s->room;
    while (room < MOST_ROOM && alive > room / 4) {
        room *= 2;
    }
    struct seen *seen = calloc(room, sizeof *seen);
    if (seen == NULL || alive > room / 2) {
        free(seen);
        memset(s->seen, 0, s->room * sizeof *s->seen);
        s->used = 0;
        return;
    }
    for (size_t i = 0; i < s->room; i++) {
        if (s->seen[i].hash != 0 && s->seen[i].forgets >= now) {
            *slot_of(seen, room, s->seen[i].hash) = s->seen[i];
        }
    }
    free(s->seen);
    s->seen = seen;
    s->room = room;
    s->used = alive;
}

// Whether the hash is known now; it is from here on until `forgets`, when `remember`.
static bool see(struct sessions *s, moment now, uint64_t hash, moment forgets, bool remember)
{
    hash |= 1;
    struct seen *slot = slot_of(s->seen, s->room, hash);
    bool known = slot->hash != 0 && slot->forgets >= now;
    if (!remember) {
        return known;
    }
    if (slot->hash == 0 && s->used >= s->room / 4 * 3) {
        make_room(s, now);
        slot = slot_of(s->seen, s->room, hash);
    }
    s->used += slot->hash == 0;
    *slot = (struct seen){hash, MAX(forgets, known ? slot->forgets : forgets)};
    return known;
}

// --- users -----------------------------------------------------------------------------------

static status change_salt(struct sessions *s, int64_t day, struct error *e)
{
    TRY(uuid_random(&s->salt[0], e));
    TRY(uuid_random(&s->salt[1], e));
    s->day = day;
    return ST_OK;
}

status sessions_user(struct sessions *s, moment time, string_view address, string_view agent,
                     struct session_user *out, struct error *e)
{
    unsigned char text[sizeof s->salt + 64 + 512 + 2];
    struct sha256 hash;
    size_t length = sizeof s->salt;
    if (time / DAY_MILLISECONDS != s->day) {
        TRY(change_salt(s, time / DAY_MILLISECONDS, e));
    }
    address = sv_slice(address, 0, 64);
    agent = sv_slice(agent, 0, 512);
    memcpy(text, s->salt, sizeof s->salt);
    text[length++] = (unsigned char)address.length;
    if (address.length > 0) {
        memcpy(text + length, address.bytes, address.length);
    }
    length += address.length;
    if (agent.length > 0) {
        memcpy(text + length, agent.bytes, agent.length);
    }
    sha256_of(text, length + agent.length, &hash);
    memcpy(&out->user, hash.bytes, sizeof out->user);
    uint64_t parts[2] = {out->user, (uint64_t)(time / HOUR_MILLISECONDS)};
    out->session = hash_bytes(parts, sizeof parts);
    return ST_OK;
}

static uint64_t mix(uint64_t who, uint64_t what, uint64_t purpose)
{
    uint64_t parts[3] = {who, what, purpose};
    return hash_bytes(parts, sizeof parts);
}

bool sessions_double_click(struct sessions *s, moment time, const struct session_user *user,
                           uint64_t address)
{
    return see(s, time, mix(user->user, address, 1), time + DOUBLE_CLICK_MILLISECONDS, true);
}

bool sessions_first(struct sessions *s, moment time, const struct session_user *user, uint64_t what)
{
    moment end = (time / HOUR_MILLISECONDS + 1) * HOUR_MILLISECONDS - 1;
    return !see(s, time, mix(user->session, what, 2), end, true);
}

bool sessions_today(struct sessions *s, moment time, const struct session_user *user, uint64_t what,
                    bool remember)
{
    moment end = (time / DAY_MILLISECONDS + 1) * DAY_MILLISECONDS - 1;
    return see(s, time, mix(user->user, what, 3), end, remember);
}
