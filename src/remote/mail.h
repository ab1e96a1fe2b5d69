// SPDX-License-Identifier: Apache-2.0
// One plain-text mail over SMTP (RFC 5321, 5322). Thread-safe; a call waits. Must not know: why
// it is sent.
#pragma once

#include "base/buffer.h"
#include "base/clock.h"

struct mail_server {
    string_view address; // "smtp://mail.museum.example:587" or "smtps://..."
    string_view user;    // empty for none
    string_view password;
    string_view from; // the sender's address
    bool plain;       // may go without TLS: a relay on this machine
};

struct mail {
    string_view to;      // one address
    string_view subject; // UTF-8, one line
    string_view text;    // UTF-8
    moment time;         // of its Date
    string_view id;      // of its Message-ID: any unique word of letters, digits and '-'
    // Where the reader stops further ones (RFC 8058); empty for none.
    string_view unsubscribe;
};

// Whether a text can be one address of a mail: as browsers judge <input type=email>, at most 254
// bytes.
bool mail_is_address(string_view text);
// The mail as it is sent, lines end in CRLF. ST_INVALID names what cannot stand in one.
NODISCARD status mail_write(const struct mail_server *server, const struct mail *mail,
                            struct buffer *out, struct error *e);
// ST_IO names the server and why it did not take the mail.
NODISCARD status mail_send(const struct mail_server *server, const struct mail *mail,
                           struct error *e);
