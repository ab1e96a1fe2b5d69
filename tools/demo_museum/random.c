// SPDX-License-Identifier: Apache-2.0
// Seeded random streams, distributions and identifiers; see random.h.
#include "random.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "support.h"

static uint64_t mix(uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

struct rng rng_make(uint64_t seed, const char *label, uint64_t number)
{
    uint64_t hash = 0xcbf29ce484222325U; // FNV-1a over the label
    for (const char *at = label; *at != '\0'; at++) {
        hash = (hash ^ (uint8_t)*at) * 0x100000001b3U;
    }
    return (struct rng){mix(mix(seed + 0x9e3779b97f4a7c15U) ^ hash) ^ mix(number * 2 + 1)};
}

uint64_t rng_next(struct rng *rng)
{
    rng->state += 0x9e3779b97f4a7c15U;
    return mix(rng->state);
}

uint32_t rng_below(struct rng *rng, uint32_t limit)
{
    return (uint32_t)(((rng_next(rng) >> 32) * limit) >> 32);
}

int rng_between(struct rng *rng, int low, int high)
{
    return low + (int)rng_below(rng, (uint32_t)(high - low + 1));
}

double rng_unit(struct rng *rng)
{
    return (double)(rng_next(rng) >> 11) * 0x1.0p-53;
}

bool rng_chance(struct rng *rng, double probability)
{
    return rng_unit(rng) < probability;
}

double rng_normal(struct rng *rng, double mean, double deviation)
{
    double sum = 0; // Irwin-Hall: close to normal, and plain additions give the same bits anywhere
    for (int i = 0; i < 12; i++) {
        sum += rng_unit(rng);
    }
    return mean + (sum - 6) * deviation;
}

double rng_normal_within(struct rng *rng, double mean, double deviation, double low, double high)
{
    for (int i = 0; i < 50; i++) {
        double value = rng_normal(rng, mean, deviation);
        if (value >= low && value <= high) {
            return value;
        }
    }
    return mean < low ? low : mean > high ? high : mean;
}

double rng_lognormal(struct rng *rng, double median, double sigma)
{
    return median * exp(rng_normal(rng, 0, sigma));
}

double zipf_weight(size_t rank, double exponent)
{
    return pow((double)rank + 1, -exponent);
}

void weights_add(struct weights *weights, double weight)
{
    weights->sums =
        array_grow(weights->sums, &weights->capacity, weights->count + 1, sizeof(double));
    double before = weights->count == 0 ? 0 : weights->sums[weights->count - 1];
    weights->sums[weights->count++] = before + weight;
}

size_t weights_pick(const struct weights *weights, struct rng *rng)
{
    if (weights->count == 0) {
        fatal("a choice among nothing");
    }
    double target = rng_unit(rng) * weights->sums[weights->count - 1];
    size_t low = 0;
    size_t high = weights->count - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (weights->sums[middle] > target) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

void weights_release(struct weights *weights)
{
    free(weights->sums);
    *weights = (struct weights){0};
}

const char *rng_word(struct rng *rng, const char *const *words, size_t count)
{
    return words[rng_below(rng, (uint32_t)count)];
}

void demo_uuid(uint64_t seed, const char *label, uint64_t number, char out[37])
{
    struct rng rng = rng_make(seed, label, number);
    uint64_t a = rng_next(&rng);
    uint64_t b = rng_next(&rng);
    snprintf(out, 37, "de305eed-%04x-8%03x-%04x-%012llx", (unsigned)(a & 0xffff),
             (unsigned)((a >> 16) & 0xfff), (unsigned)(0x8000 | ((a >> 28) & 0x3fff)),
             (unsigned long long)(b & 0xffffffffffffU));
}
