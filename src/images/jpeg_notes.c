// SPDX-License-Identifier: Apache-2.0
// The segments of a JPEG before its first scan (ITU-T T.81, annex B), as far as they tell how it is
// to be looked at.
#include "images/picture.h"

#define MARKER_SCAN 0xDA
#define MARKER_EXIF 0xE1 // APP1
#define MARKER_ICC  0xE2 // APP2
#define ORIENTATION 0x0112u
#define SHORT       3u

// Numbers of EXIF's TIFF (CIPA DC-008, 4.5.2), of either order; 0 past the end.
struct exif {
    string_view bytes;
    bool little;
};

static unsigned byte_at(string_view bytes, size_t at)
{
    return at < bytes.length ? (unsigned char)bytes.bytes[at] : 0;
}

static unsigned short_at(const struct exif *x, size_t at)
{
    unsigned first = byte_at(x->bytes, at);
    unsigned second = byte_at(x->bytes, at + 1);
    return x->little ? second << 8 | first : first << 8 | second;
}

static size_t long_at(const struct exif *x, size_t at)
{
    size_t first = short_at(x, at);
    size_t second = short_at(x, at + 2);
    return x->little ? second << 16 | first : first << 16 | second;
}

static unsigned orientation_of(string_view tiff)
{
    const struct exif x = {tiff, byte_at(tiff, 0) == 'I'};
    size_t at = long_at(&x, 4);
    if (at + 2 > tiff.length) {
        return 1;
    }
    size_t count = short_at(&x, at);
    for (size_t i = 0; i < count; i++) {
        size_t entry = at + 2 + i * 12;
        if (entry + 12 > tiff.length) {
            return 1;
        }
        if (short_at(&x, entry) == ORIENTATION && short_at(&x, entry + 2) == SHORT) {
            unsigned told = short_at(&x, entry + 8);
            return told >= 1 && told <= 8 ? told : 1;
        }
    }
    return 1;
}

static void read_segment(unsigned marker, string_view segment, struct jpeg_notes *out)
{
    static const char exif[] = "Exif\0";     // with its NULs
    static const char icc[] = "ICC_PROFILE"; // likewise
    string_view exif_name = {exif, sizeof exif};
    string_view icc_name = {icc, sizeof icc};
    if (marker == MARKER_EXIF && sv_starts_with(segment, exif_name)) {
        out->orientation = orientation_of(sv_slice(segment, exif_name.length, SIZE_MAX));
    } else if (marker == MARKER_ICC && sv_starts_with(segment, icc_name) &&
               out->profile_count < ARRAY_LENGTH(out->profile)) {
        out->profile[out->profile_count].bytes = (const uint8_t *)segment.bytes;
        out->profile[out->profile_count++].length = segment.length;
    }
}

bool is_jpeg(string_view bytes)
{
    return sv_starts_with(bytes, SV("\xff\xd8\xff"));
}

void jpeg_notes_read(string_view bytes, struct jpeg_notes *out)
{
    size_t at = 2;
    *out = (struct jpeg_notes){.orientation = 1};
    while (at + 4 <= bytes.length && byte_at(bytes, at) == 0xFF) {
        unsigned marker = byte_at(bytes, at + 1);
        size_t length = (size_t)byte_at(bytes, at + 2) << 8 | byte_at(bytes, at + 3);
        if (marker == 0xFF) {
            at++; // may stand before a marker
            continue;
        }
        if (marker == MARKER_SCAN || length < 2 || at + 2 + length > bytes.length) {
            return;
        }
        read_segment(marker, sv_slice(bytes, at + 4, length - 2), out);
        at += 2 + length;
    }
}
