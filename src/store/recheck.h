// SPDX-License-Identifier: Apache-2.0
// Under the publication lock: compares what a writer prepared against its base snapshot with what
// others committed or merged since, and decides which rows end (DESIGN.md, Writers). Nothing of
// theirs is lost: a newer version of theirs is followed by ours, their corrections are laid over
// our new source, a record they changed is not removed by us. Must not know: how the rows were
// made.
#pragma once

#include "store/publish.h"

struct new_segment {
    char *path; // in the work folder, until it is moved into place
    char file[FILE_NAME_SIZE];
    uint32_t rows;
};

// A version of the base snapshot that the commit ends.
struct ended_row {
    uint32_t segment; // index in the base snapshot
    uint32_t row;
    bool removed; // the record goes; otherwise a new version follows
};

struct recheck {
    struct publication *publication; // with `segments` moved into place
    struct snapshot *base;
    const char *work_folder;
    const struct new_segment *segments;
    size_t segment_count;
    const struct ended_row *ended;
    size_t ended_count;
    struct commit_counts *counts; // corrected in place
    size_t count_tables;
    // ST_CONFLICT when another commit changed a record that this one changes; the writer starts
    // again.
    bool refuse_newer;
};

// Puts the closings (and, where corrections must be carried over, one more segment) into the
// publication.
NODISCARD status recheck_closings(struct recheck *r, struct error *e);
