// SPDX-License-Identifier: Apache-2.0
// A body that says what is wished for and who is to be told: JSON, or a form. Must not know: what
// is wished for.
#pragma once

#include "api/api.h"

struct wishes {
    string_view subject; // the address of what is meant, as it came
    string_view webhook; // an http or https address; may be empty
    string_view email;   // a mail address; may be empty
};

// `subject_name` is the subject's member or field. ST_INVALID names a part that is malformed, and
// a mail address where the portal sends no mail.
NODISCARD status wishes_read(const struct api *api, struct http_request *request,
                             const char *subject_name, struct wishes *out, struct error *e);
