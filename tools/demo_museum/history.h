// SPDX-License-Identifier: Apache-2.0
// Eight years of cataloguing: what is entered when, what is corrected, and every commit that says
// so. The parts write their source files and add their lines to the plan.
#pragma once

#include "archive.h"
#include "plan.h"

enum { STAFF_COUNT = 8 };

struct history {
    struct museum *museum;
    struct plan *plan;
    const char *folder;        // the plan's
    size_t staff[STAFF_COUNT]; // persons
    struct metadata specimens; // of the specimens' dataset, as it stands now
    size_t archives;           // written so far
};

// Specimens by their index.
struct selection {
    uint32_t *specimens;
    size_t count;
    size_t capacity;
};

void selection_add(struct selection *selection, size_t specimen);
void selection_release(struct selection *selection);

// What happens on one day to the specimens.
struct campaign;
struct step {
    int32_t day;
    size_t order;
    struct selection additions;      // entered that day; or
    const struct campaign *campaign; // what is corrected
    const char *message;             // of the additions
    bool first_load;
};

struct steps {
    struct step *steps;
    size_t count;
    size_t capacity;
};
void steps_add(struct steps *steps, struct step step);

// Runs the whole history: specimens, lots, preparations, research.
void history_run(struct museum *museum, struct plan *plan, const char *folder);

// Which specimens are entered when (digitisation.c).
void digitisation_plan(struct history *history, struct steps *steps);
// The corrections' dates, and carrying one out (campaigns.c).
void campaigns_plan(struct steps *steps);
void campaign_run(struct history *history, const struct step *step);
// The tables beside the specimens (lots.c, preparations.c) and the research datasets (research.c).
void history_lots(struct history *history);
void history_preparations(struct history *history);
void history_research(struct history *history);

const struct person *staff_person(const struct history *history, size_t number);
// "Agatha Thornquay"
const char *staff_name(const struct history *history, size_t number);
// 1,204
void text_add_count(struct text *text, size_t count);
// Morning of a day, in seconds since 1970.
int64_t morning(int32_t day);

// Upserts the selection into the specimens' table as one commit, an archive for each department,
// and marks it changed that day.
void commit_specimens(struct history *history, int32_t day, const struct selection *selection,
                      size_t staff, const char *message);
// Metadata of the specimens' dataset, without rows.
void commit_metadata(struct history *history, int32_t day, size_t staff, const char *message);
