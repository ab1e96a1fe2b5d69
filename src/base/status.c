// SPDX-License-Identifier: Apache-2.0
// Errors as values: setting and prefixing messages.
#include "base/status.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// The analyzer's stand-ins.
#undef error_set
#undef error_set_field
#undef error_set_errno

// Drops the last character where a message that was cut ends within it.
static void drop_torn_character(char *text)
{
    size_t end = strlen(text);
    size_t start = end;
    while (start > 0 && end - start < 4 && ((unsigned char)text[start - 1] & 0xc0) == 0x80) {
        start--;
    }
    if (start == 0) {
        return;
    }
    unsigned char first = (unsigned char)text[start - 1];
    size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
    if (end - (start - 1) < length) {
        text[start - 1] = '\0';
    }
}

PRINTF_LIKE(4, 0)
static void write_message(struct error *e, status code, const char *field, const char *format,
                          va_list arguments)
{
    if (e == NULL || e->code != ST_OK) {
        return;
    }
    e->code = code;
    e->field[0] = '\0';
    if (field != NULL) {
        (void)snprintf(e->field, sizeof e->field, "%s", field);
    }
    (void)vsnprintf(e->message, sizeof e->message, format, arguments);
    drop_torn_character(e->message);
}

status error_set(struct error *e, status code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    write_message(e, code, NULL, format, arguments);
    va_end(arguments);
    return code;
}

status error_set_field(struct error *e, status code, const char *field, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    write_message(e, code, field, format, arguments);
    va_end(arguments);
    return code;
}

status error_set_errno(struct error *e, const char *format, ...)
{
    int saved = errno;
    status code = saved == ENOMEM ? ST_NO_MEMORY : ST_IO;
    if (e == NULL || e->code != ST_OK) {
        return code;
    }
    va_list arguments;
    va_start(arguments, format);
    write_message(e, code, NULL, format, arguments);
    va_end(arguments);
    char reason[128] = "";
    const char *text = strerror_r(saved, reason, sizeof reason);
    size_t length = strlen(e->message);
    (void)snprintf(e->message + length, sizeof e->message - length, ": %s", text);
    return code;
}

void error_prefix(struct error *e, const char *format, ...)
{
    if (e == NULL || e->code == ST_OK) {
        return;
    }
    char old[ERROR_MESSAGE_SIZE];
    memcpy(old, e->message, sizeof old);
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(e->message, sizeof e->message, format, arguments);
    va_end(arguments);
    size_t length = strlen(e->message);
    (void)snprintf(e->message + length, sizeof e->message - length, ": %s", old);
    drop_torn_character(e->message);
}

void error_clear(struct error *e)
{
    if (e != NULL) {
        *e = (struct error){0};
    }
}

const char *status_text(status code)
{
    static const char *const texts[] = {
#define X(name, text) text,
        STATUS_LIST(X)
#undef X
    };
    return (size_t)code < ARRAY_LENGTH(texts) ? texts[code] : "unknown status";
}
