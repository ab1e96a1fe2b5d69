// SPDX-License-Identifier: Apache-2.0
// The listening socket. Must not know: HTTP.
#pragma once

#include "base/status.h"

#include <stdint.h>

// Opens a socket that listens on "127.0.0.1:8080", "[::1]:8080", "localhost:8080", ":8080" (every
// address) or port 0 (the system chooses). *port is the port in use.
NODISCARD status listen_open(const char *address, int *descriptor, uint16_t *port, struct error *e);
