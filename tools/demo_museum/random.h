// SPDX-License-Identifier: Apache-2.0
// Seeded randomness of the generator's own: the same seed gives the same museum everywhere.
// Streams are made from the seed, a label and a number, so that a change in one part of the
// generator leaves the others as they were. It must not know what is drawn.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A stream: SplitMix64 (Steele, Lea and Flood 2014).
struct rng {
    uint64_t state;
};

struct rng rng_make(uint64_t seed, const char *label, uint64_t number);
uint64_t rng_next(struct rng *rng);
// In [0, limit); limit > 0.
uint32_t rng_below(struct rng *rng, uint32_t limit);
// In [low, high].
int rng_between(struct rng *rng, int low, int high);
// In [0, 1).
double rng_unit(struct rng *rng);
bool rng_chance(struct rng *rng, double probability);
double rng_normal(struct rng *rng, double mean, double deviation);
// Normal, drawn again until it lies in [low, high].
double rng_normal_within(struct rng *rng, double mean, double deviation, double low, double high);
double rng_lognormal(struct rng *rng, double median, double sigma);
// Zipf's law over ranks: the weight of rank `rank` (from 0) with exponent `exponent`.
double zipf_weight(size_t rank, double exponent);

// Weighted choice by running sums.
struct weights {
    double *sums;
    size_t count;
    size_t capacity;
};

void weights_add(struct weights *weights, double weight);
size_t weights_pick(const struct weights *weights, struct rng *rng);
void weights_release(struct weights *weights);

// One of the parts of a list written "a;b;c".
const char *rng_word(struct rng *rng, const char *const *words, size_t count);
#define RNG_WORD(rng, words) rng_word((rng), (words), sizeof(words) / sizeof((words)[0]))

// A UUID of version 8 (RFC 9562, section 5.8) in the demo's own namespace: its first four bytes
// are de305eed, the rest comes from the seed, the label and the number. `out` takes 37 bytes.
void demo_uuid(uint64_t seed, const char *label, uint64_t number, char out[37]);
