// SPDX-License-Identifier: Apache-2.0
// Calls as sounds: whistles, croaks and chirps made of a few sines.
#include "plates.h"

#include <math.h>

enum { RATE = 16000 };

static void add_number(struct text *wav, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        text_add_char(wav, (char)(value >> (8 * i) & 0xff));
    }
}

// Canonical RIFF header of PCM (Multimedia Programming Interface 1.0, 1991).
static void add_header(struct text *wav, uint32_t samples)
{
    text_add_bytes(wav, "RIFF", 4);
    add_number(wav, 36 + samples * 2, 4);
    text_add_bytes(wav, "WAVEfmt ", 8);
    add_number(wav, 16, 4);
    add_number(wav, 1, 2);
    add_number(wav, 1, 2);
    add_number(wav, RATE, 4);
    add_number(wav, RATE * 2, 4);
    add_number(wav, 2, 2);
    add_number(wav, 16, 2);
    text_add_bytes(wav, "data", 4);
    add_number(wav, samples * 2, 4);
}

struct voice {
    double low; // hertz
    double high;
    double length; // of one syllable, seconds
    double pause;
    double buzz; // pulses a second within a syllable; 0 for a pure whistle
};

static bool voice_of(enum group group, struct voice *out)
{
    switch (group) {
    case GROUP_BIRDS:
        *out = (struct voice){2200, 4300, 0.14, 0.11, 0};
        return true;
    case GROUP_AMPHIBIANS:
        *out = (struct voice){520, 900, 0.42, 0.35, 38};
        return true;
    case GROUP_ORTHOPTEROIDS:
        *out = (struct voice){4600, 4800, 0.5, 0.2, 55};
        return true;
    default:
        return false;
    }
}

bool call_write(struct text *wav, enum group group, struct rng *rng)
{
    struct voice voice;
    if (!voice_of(group, &voice)) {
        return false;
    }
    uint32_t samples = RATE * CALL_SECONDS;
    double phase = 0;
    double start = 0.15;
    double from = voice.low;
    double to = voice.high;
    add_header(wav, samples);
    for (uint32_t i = 0; i < samples; i++) {
        double at = ((double)i / RATE - start) / voice.length;
        double sample = rng_unit(rng) * 0.01 - 0.005;
        if (at >= 1) {
            start += voice.length + voice.pause;
            from = voice.low + (voice.high - voice.low) * rng_unit(rng);
            to = voice.low + (voice.high - voice.low) * rng_unit(rng);
        } else if (at >= 0) {
            double shape = sin(M_PI * at);
            double pulse = voice.buzz > 0 ? 0.5 + 0.5 * sin(2 * M_PI * voice.buzz * i / RATE) : 1;
            phase += 2 * M_PI * (from + (to - from) * at) / RATE;
            sample += 0.55 * shape * pulse * (sin(phase) + 0.2 * sin(2 * phase)) / 1.2;
        }
        add_number(wav, (uint16_t)(int16_t)lrint(sample * 32000), 2);
    }
    return true;
}
