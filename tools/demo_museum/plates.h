// SPDX-License-Identifier: Apache-2.0
// The museum's media: drawn plates of specimens, labels and registers (SVG), a few calls (WAV) and
// two models of shells (binary glTF), all computed, so that nobody's rights are in them. Species
// share a plate; the files are few and small. They are named by their content (content_name.h). It
// must not know records.
#pragma once

#include "taxonomy.h"

enum plate_view {
    PLATE_WHOLE,
    PLATE_DETAIL,
    PLATE_LABEL,
    PLATE_REGISTER,
};

enum {
    PLATE_WIDTH = 1200,
    PLATE_HEIGHT = 800,
    PLATE_VARIANTS = 8, // of a group
    PLATE_VIEWS = 4,
    CALL_SECONDS = 3,
};

enum model { MODEL_SNAIL, MODEL_AMMONITE, MODEL_COUNT };

struct plates {
    const char *names[GROUP_COUNT][PLATE_VARIANTS][PLATE_VIEWS];
    const char *calls[GROUP_COUNT]; // NULL for the silent
    const char *models[MODEL_COUNT];
    const char *posters[MODEL_COUNT]; // drawings of them
};

// Writes the files into `folder` and fills the names.
void plates_make(struct plates *plates, struct pool *pool, uint64_t seed, const char *folder);

// --- parts (plate_shapes.c, calls.c, models.c)
// Appends what lies in the middle of a plate: within 300 of (0, 0), y downward.
void plate_draw(struct text *svg, enum group group, struct rng *rng);
// A call as a WAV file (RIFF, 16-bit PCM, one channel); false for a silent group.
bool call_write(struct text *wav, enum group group, struct rng *rng);
// A shell as binary glTF, and the same drawn as a plate is.
void model_write(struct text *glb, enum model model);
void model_draw(struct text *svg, enum model model);
