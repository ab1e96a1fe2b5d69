// SPDX-License-Identifier: Apache-2.0
// Stored zip archives; see zip.h.
#include "zip.h"

#include <string.h>

// CRC-32 as zip uses it (polynomial edb88320), eight bytes at a step.
static uint32_t crc32_of(const char *data, size_t length)
{
    static uint32_t table[8][256];
    static bool ready;
    if (!ready) {
        for (uint32_t i = 0; i < 256; i++) {
            uint32_t crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc >> 1) ^ (0xedb88320U & (0U - (crc & 1)));
            }
            table[0][i] = crc;
        }
        for (int k = 1; k < 8; k++) {
            for (int i = 0; i < 256; i++) {
                table[k][i] = (table[k - 1][i] >> 8) ^ table[0][table[k - 1][i] & 0xff];
            }
        }
        ready = true;
    }
    const uint8_t *at = (const uint8_t *)data;
    uint32_t crc = 0xffffffffU;
    for (; length >= 8; length -= 8, at += 8) {
        uint32_t low = crc ^ ((uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 |
                              (uint32_t)at[3] << 24);
        crc = table[7][low & 0xff] ^ table[6][(low >> 8) & 0xff] ^ table[5][(low >> 16) & 0xff] ^
              table[4][low >> 24] ^ table[3][at[4]] ^ table[2][at[5]] ^ table[1][at[6]] ^
              table[0][at[7]];
    }
    for (; length > 0; length--, at++) {
        crc = (crc >> 8) ^ table[0][(crc ^ *at) & 0xff];
    }
    return ~crc;
}

static void add_u16(struct text *text, uint32_t value)
{
    text_add_char(text, (char)(value & 0xff));
    text_add_char(text, (char)(value >> 8 & 0xff));
}

static void add_u32(struct text *text, uint32_t value)
{
    add_u16(text, value & 0xffff);
    add_u16(text, value >> 16);
}

enum {
    ZIP_VERSION = 20,
    ZIP_UTF8 = 1 << 11,
    ZIP_DATE = (2017 - 1980) << 9 | 8 << 5 | 30, // the day the museum's history begins
};

// The fields that the local header and the directory share, from "version needed" on.
static void add_common(struct text *text, uint32_t crc, size_t length, size_t name_length)
{
    add_u16(text, ZIP_VERSION);
    add_u16(text, ZIP_UTF8);
    add_u16(text, 0); // stored
    add_u16(text, 0);
    add_u16(text, ZIP_DATE);
    add_u32(text, crc);
    add_u32(text, (uint32_t)length);
    add_u32(text, (uint32_t)length);
    add_u16(text, (uint32_t)name_length);
    add_u16(text, 0);
}

void zip_add(struct zip *zip, const char *name, const char *data, size_t length)
{
    size_t offset = zip->bytes.length;
    size_t name_length = strlen(name);
    if (length > UINT32_MAX - 1024 || offset > UINT32_MAX - 1024 - length) {
        fatal("%s: too large for a plain zip archive; use a smaller --scale", name);
    }
    uint32_t crc = crc32_of(data, length);
    add_u32(&zip->bytes, 0x04034b50);
    add_common(&zip->bytes, crc, length, name_length);
    text_add_bytes(&zip->bytes, name, name_length);
    text_add_bytes(&zip->bytes, data, length);

    add_u32(&zip->directory, 0x02014b50);
    add_u16(&zip->directory, ZIP_VERSION);
    add_common(&zip->directory, crc, length, name_length);
    add_u16(&zip->directory, 0); // comment
    add_u16(&zip->directory, 0); // disk
    add_u16(&zip->directory, 0); // internal attributes
    add_u32(&zip->directory, 0); // external attributes
    add_u32(&zip->directory, (uint32_t)offset);
    text_add_bytes(&zip->directory, name, name_length);
    zip->entries++;
}

void zip_finish(struct zip *zip, const char *path)
{
    size_t offset = zip->bytes.length;
    text_add_bytes(&zip->bytes, zip->directory.data, zip->directory.length);
    add_u32(&zip->bytes, 0x06054b50);
    add_u32(&zip->bytes, 0);
    add_u16(&zip->bytes, zip->entries);
    add_u16(&zip->bytes, zip->entries);
    add_u32(&zip->bytes, (uint32_t)zip->directory.length);
    add_u32(&zip->bytes, (uint32_t)offset);
    add_u16(&zip->bytes, 0);
    write_file(path, zip->bytes.data, zip->bytes.length);
    text_release(&zip->bytes);
    text_release(&zip->directory);
    zip->entries = 0;
}
