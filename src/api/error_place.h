// SPDX-License-Identifier: Apache-2.0
// Where a request names what an error is of, a parameter or a JSON pointer into the body.
#pragma once

#include "http/router.h"

// As http_service.place_error.
void api_place_error(const struct http_request *request, struct error *e);
