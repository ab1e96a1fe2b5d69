// SPDX-License-Identifier: Apache-2.0
// Texts go as Base64, so that no line is too long and none begins with a dot.
#include "remote/mail.h"

#include "formats/base64.h"
#include "remote/handle.h"

#include <stdio.h>
#include <stdlib.h>

#define MOST_ADDRESS ((size_t)254)
#define MOST_SUBJECT ((size_t)500)
#define MOST_TEXT    ((size_t)1 << 20)
#define MOST_MAIL    ((size_t)2 << 20)
#define LINE         ((size_t)57) // bytes that make 76 of Base64
#define WORD         ((size_t)36) // of a subject, in one encoded word (RFC 2047, section 2)
#define SECONDS      60u

// --- checks ----------------------------------------------------------------------------------

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool is_local(string_view text)
{
    static const char others[] = ".!#$%&'*+/=?^_`{|}~-";
    for (size_t i = 0; i < text.length; i++) {
        if (!is_letter(text.bytes[i]) && memchr(others, text.bytes[i], sizeof others - 1) == NULL) {
            return false;
        }
    }
    return text.length > 0;
}

static bool is_domain(string_view text)
{
    string_view rest = text;
    string_view label;
    bool any = false;
    while (sv_split(&rest, '.', &label)) {
        if (label.length == 0 || label.length > 63 || label.bytes[0] == '-' ||
            label.bytes[label.length - 1] == '-') {
            return false;
        }
        for (size_t i = 0; i < label.length; i++) {
            if (!is_letter(label.bytes[i]) && label.bytes[i] != '-') {
                return false;
            }
        }
        any = true;
    }
    return any && text.bytes[text.length - 1] != '.';
}

bool mail_is_address(string_view text)
{
    size_t at = sv_find(text, '@');
    return text.length <= MOST_ADDRESS && at < text.length && is_local(sv_slice(text, 0, at)) &&
           is_domain(sv_slice(text, at + 1, SIZE_MAX));
}

static bool is_one_line(string_view text)
{
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.bytes[i] < 0x20) {
            return false;
        }
    }
    return true;
}

static status check(const struct mail_server *server, const struct mail *mail, struct error *e)
{
    if (!mail_is_address(server->from) || !mail_is_address(mail->to)) {
        return error_set(e, ST_INVALID, "\"" SV_FORMAT "\" is no address to mail to or from",
                         SV_ARGUMENT(mail_is_address(mail->to) ? server->from : mail->to));
    }
    if (!is_one_line(mail->subject) || mail->subject.length > MOST_SUBJECT) {
        return error_set(e, ST_INVALID, "a mail's subject is one line of at most %zu bytes",
                         MOST_SUBJECT);
    }
    if (!is_local(mail->id) || !is_one_line(mail->unsubscribe) ||
        sv_find(mail->unsubscribe, '>') < mail->unsubscribe.length) {
        return error_set(e, ST_INVALID, "a mail's identifier or its link to end it is malformed");
    }
    if (mail->text.length > MOST_TEXT) {
        return error_set(e, ST_TOO_LARGE, "a mail has at most %zu bytes of text", MOST_TEXT);
    }
    return ST_OK;
}

// --- writing ---------------------------------------------------------------------------------

static void write_encoded(struct buffer *out, string_view bytes)
{
    char text[BASE64_SIZE(LINE)];
    base64_write(bytes.bytes, bytes.length, text);
    buffer_append_view(out, sv_from(text));
}

// Words end between characters (RFC 2047, section 5).
static void write_subject(struct buffer *out, string_view subject)
{
    buffer_append_view(out, SV("Subject:"));
    while (subject.length > 0) {
        size_t length = MIN(WORD, subject.length);
        while (length > 1 && length < subject.length &&
               ((unsigned char)subject.bytes[length] & 0xC0) == 0x80) {
            length--;
        }
        buffer_append_view(out, SV(" =?UTF-8?B?"));
        write_encoded(out, sv_slice(subject, 0, length));
        subject = sv_slice(subject, length, SIZE_MAX);
        buffer_append_view(out, subject.length > 0 ? SV("?=\r\n") : SV("?="));
    }
    buffer_append_view(out, SV("\r\n"));
}

// "Mon, 23 Nov 2026 10:14:23 +0000"
static void write_date(struct buffer *out, moment time)
{
    static const char days[] = "ThuFriSatSunMonTueWed"; // 1970-01-01 was a Thursday
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    int64_t seconds = MAX(time, 0) / 1000;
    int64_t day = seconds / 86400;
    struct civil_date date = civil_from_days(day);
    buffer_print(out, "Date: %.3s, %02u %.3s %04d %02d:%02d:%02d +0000\r\n", days + day % 7 * 3,
                 (unsigned)date.day, months + ((size_t)date.month - 1) * 3, (int)date.year,
                 (int)(seconds / 3600 % 24), (int)(seconds / 60 % 60), (int)(seconds % 60));
}

status mail_write(const struct mail_server *server, const struct mail *mail, struct buffer *out,
                  struct error *e)
{
    TRY(check(server, mail, e));
    size_t at = sv_find(server->from, '@');
    write_date(out, mail->time);
    buffer_print(out, "From: <" SV_FORMAT ">\r\nTo: <" SV_FORMAT ">\r\n", SV_ARGUMENT(server->from),
                 SV_ARGUMENT(mail->to));
    buffer_print(out, "Message-ID: <" SV_FORMAT SV_FORMAT ">\r\n", SV_ARGUMENT(mail->id),
                 SV_ARGUMENT(sv_slice(server->from, at, SIZE_MAX)));
    write_subject(out, mail->subject);
    if (mail->unsubscribe.length > 0) {
        buffer_print(out, "List-Unsubscribe: <" SV_FORMAT ">\r\n", SV_ARGUMENT(mail->unsubscribe));
        buffer_append_view(out, SV("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    }
    buffer_append_view(out, SV("Auto-Submitted: auto-generated\r\n" // RFC 3834
                               "MIME-Version: 1.0\r\n"
                               "Content-Type: text/plain; charset=utf-8\r\n"
                               "Content-Transfer-Encoding: base64\r\n\r\n"));
    for (string_view rest = mail->text; rest.length > 0; rest = sv_slice(rest, LINE, SIZE_MAX)) {
        write_encoded(out, sv_slice(rest, 0, LINE));
        buffer_append_view(out, SV("\r\n"));
    }
    return buffer_check(out, "a mail", e);
}

// --- sending ---------------------------------------------------------------------------------

struct sending {
    struct remote_handle handle;
    struct buffer mail;
    size_t sent;
    struct buffer texts; // with NULs: address, user, password, from, to
};

static size_t give_bytes(char *out, size_t size, size_t count, void *argument)
{
    struct sending *s = argument;
    size_t length = MIN(size * count, s->mail.length - s->sent);
    if (length > 0) {
        memcpy(out, s->mail.bytes + s->sent, length);
    }
    s->sent += length;
    return length;
}

static void add_text(struct sending *s, size_t *place, string_view text)
{
    *place = s->texts.length;
    buffer_append_view(&s->texts, text);
    buffer_append_byte(&s->texts, 0);
}

static status set_options(struct sending *s, const struct mail_server *server, const char *user,
                          const char *password, const char *from, struct curl_slist *to,
                          struct error *e)
{
    CURL *curl = s->handle.curl;
    CURLcode set[] = {
        curl_easy_setopt(curl, CURLOPT_USE_SSL, server->plain ? CURLUSESSL_TRY : CURLUSESSL_ALL),
        user[0] == 0 ? CURLE_OK : curl_easy_setopt(curl, CURLOPT_USERNAME, user),
        user[0] == 0 ? CURLE_OK : curl_easy_setopt(curl, CURLOPT_PASSWORD, password),
        curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from),
        curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to),
        curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L),
        curl_easy_setopt(curl, CURLOPT_READFUNCTION, give_bytes),
        curl_easy_setopt(curl, CURLOPT_READDATA, s),
    };
    for (size_t i = 0; i < ARRAY_LENGTH(set); i++) {
        if (set[i] != CURLE_OK) {
            return error_set(e, ST_NO_MEMORY, "cannot mail: %s", curl_easy_strerror(set[i]));
        }
    }
    return ST_OK;
}

static status transfer(struct sending *s, const struct mail_server *server, const struct mail *mail,
                       struct error *e)
{
    size_t places[5];
    const string_view texts[] = {server->address, server->user, server->password, server->from,
                                 mail->to};
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        add_text(s, &places[i], texts[i]);
    }
    TRY(buffer_check(&s->texts, "a mail's addresses", e));
    const char *all = s->texts.bytes;
    TRY(remote_handle_begin(&s->handle, all + places[0], "smtp,smtps", SECONDS, e));
    struct curl_slist *to = curl_slist_append(NULL, all + places[4]);
    status result = to == NULL ? error_set(e, ST_NO_MEMORY, "no memory to mail")
                               : set_options(s, server, all + places[1], all + places[2],
                                             all + places[3], to, e);
    if (result == ST_OK) {
        result = remote_handle_run(&s->handle, server->address, e);
    }
    curl_slist_free_all(to);
    return result;
}

status mail_send(const struct mail_server *server, const struct mail *mail, struct error *e)
{
    struct sending s = {.handle = {.private_too = true}}; // the house's own server
    buffer_init(&s.mail, MOST_MAIL);
    buffer_init(&s.texts, (size_t)1 << 16);
    status result = mail_write(server, mail, &s.mail, e);
    if (result == ST_OK) {
        result = transfer(&s, server, mail, e);
    }
    remote_handle_end(&s.handle);
    buffer_release(&s.mail);
    buffer_release(&s.texts);
    return result;
}
