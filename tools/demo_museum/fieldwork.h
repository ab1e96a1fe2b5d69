// SPDX-License-Identifier: Apache-2.0
// How things are collected: seasons, methods, habitats, vessels, hosts and quantities, each as it
// suits the group, the place and the year.
#pragma once

#include "museum.h"

// How much of a group comes from the sea.
double marine_share(enum group group);
bool has_host(enum group group);
// What the family lives on, and of which order only (NULL: any).
enum group host_group(const struct family *family, const char **order);
uint16_t individuals_draw(struct rng *rng, enum group group);
uint8_t images_draw(struct rng *rng, enum group group);
// The trip's expedition and vessel, where it has them.
void expedition_make(struct museum *museum, struct rng *rng, struct event *event, size_t size);
// From when on collectors reached the country, the sea, the formation or the mine.
int first_year_of(const struct museum *museum, const struct event *event);
// A day of the event's year in the season for it.
int32_t season_day(const struct museum *museum, struct rng *rng, const struct event *event);
// Habitat, method, elevation or depth.
void circumstances_make(const struct museum *museum, struct rng *rng, struct event *event);
