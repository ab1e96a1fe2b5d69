// SPDX-License-Identifier: Apache-2.0
// The encoding of a file by its beginning and by slices from all over it.
#include "formats/encoding_survey.h"

#include "base/file.h"
#include "formats/sniff.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SLICES      32
#define SLICE_BYTES ((size_t)64 * 1024)

static bool is_ascii(string_view text)
{
    unsigned char all = 0;
    for (size_t i = 0; i < text.length; i++) {
        all |= (unsigned char)text.bytes[i];
    }
    return all < 0x80;
}

// The whole lines in a slice, so that no character of it is cut.
static string_view whole_lines(string_view slice)
{
    const char *last = memrchr(slice.bytes, '\n', slice.length);
    size_t first = sv_find(slice, '\n');
    return last == NULL ? SV("") : sv_slice(slice, first, (size_t)(last - slice.bytes) - first + 1);
}

static void read_slices(int descriptor, off_t size, struct buffer *lines)
{
    char *slice = malloc(SLICE_BYTES);
    for (int i = 1; i <= SLICES && slice != NULL; i++) {
        ssize_t got = pread(descriptor, slice, SLICE_BYTES, size / (SLICES + 1) * i);
        if (got > 0) {
            buffer_append_view(lines, whole_lines((string_view){slice, (size_t)got}));
        }
    }
    free(slice);
}

enum text_encoding survey_encoding(const char *path, string_view sample)
{
    enum text_encoding encoding = sniff_encoding(sample);
    int descriptor = -1;
    struct stat facts;
    bool is_open = encoding == ENCODING_UTF8 && sample.length == SNIFF_SAMPLE_BYTES &&
                   is_ascii(sample) && file_open_read(path, &descriptor, NULL) == ST_OK;
    if (!is_open) {
        return encoding;
    }
    struct buffer lines;
    buffer_init(&lines, SLICES * SLICE_BYTES);
    char magic[2] = {0};
    bool is_plain = pread(descriptor, magic, sizeof magic, 0) == (ssize_t)sizeof magic &&
                    memcmp(magic, "\x1f\x8b", sizeof magic) != 0;
    if (is_plain && fstat(descriptor, &facts) == 0) {
        read_slices(descriptor, facts.st_size, &lines);
        encoding = sniff_encoding(buffer_view(&lines));
    }
    (void)close(descriptor);
    buffer_release(&lines);
    return encoding;
}
