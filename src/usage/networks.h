// SPDX-License-Identifier: Apache-2.0
// What a museum knows of networks: whose they are, and which country they are in. Addresses are
// looked up and not kept (rule E4).
//   DATA/site/networks.csv: network,what - "192.0.2.0/24,NO", "2001:db8::/32,staff"; `what` is an
//   ISO 3166-1 alpha-2 code, staff, aggregator or health; the longest network that holds an
//   address says the country, and the longest of the others the surface
// Immutable once open. Must not know: requests.
#pragma once

#include "usage/event.h"

struct networks;

#define NETWORKS_LIMIT_FILE ((size_t)64 << 20)

// IPv4 addresses stand as ::ffff:a.b.c.d.
struct network_address {
    unsigned char bytes[16];
};

NODISCARD status networks_open(const char *folder, struct networks **out, struct error *e);
void networks_close(struct networks *n); // NULL is fine

// An address in words; false when it is none.
NODISCARD bool network_address_from_text(string_view text, struct network_address *out);

struct network_facts {
    char country[2]; // NULs where not known
    bool has_surface;
    enum usage_surface surface;
};
struct network_facts networks_find(const struct networks *n, const struct network_address *address);

// The table from a file's text, for networks_open and tests of it. ST_BAD_DATA naming the line.
NODISCARD status networks_read(string_view text, struct networks **out, struct error *e);
