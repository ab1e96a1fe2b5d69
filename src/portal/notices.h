// SPDX-License-Identifier: Apache-2.0
// How this portal tells people and programs elsewhere, in the data folder's SITE:
//   DATA/site/notices.json  {"address", "smtp", "from", "user", "password", "plainMail",
//                            "privateNetworks"}, every member optional
// Read once, when a server starts. Must not know: what is told, to whom.
#pragma once

#include "base/arena.h"
#include "remote/mail.h"

struct notices {
    string_view address; // of the portal, as others call it: "https://data.museum.example"
    struct mail_server mail;
    bool sends_mail;  // smtp, from and address are there
    bool private_too; // webhooks may lie in private networks
};

// Empty where the file is not there; texts lie in `arena`. ST_BAD_DATA names what to change.
NODISCARD status notices_open(const char *folder, struct arena *arena, struct notices *out,
                              struct error *e);
