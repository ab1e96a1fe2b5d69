// SPDX-License-Identifier: Apache-2.0
// JPEG by libjpeg, which leaves by a jump where it can go no further: each jump goes to a function
// of its own that holds nothing which needs to be given back.
#include "images/picture.h"

#include <stdio.h> // jpeglib.h needs it

#include <jerror.h>
#include <jpeglib.h>
#include <setjmp.h>
#include <stdlib.h>

#define SCANS_MOST  100 // of progressive files; cameras and programs make about ten
#define QUALITY     85
#define MARKER_XMP  (JPEG_APP0 + 1)
#define MARKER_ICC  (JPEG_APP0 + 2)
#define SEGMENT     ((size_t)65533) // most of one
#define XMP_NAME    "http://ns.adobe.com/xap/1.0/"
#define SCALES_MOST 8u

struct jumper {
    struct jpeg_error_mgr errors;
    jmp_buf back;
    bool cut; // data are missing, or make no sense: libjpeg would go on with grey
};

struct reading {
    struct jpeg_decompress_struct d;
    struct jumper jumper;
    struct jpeg_progress_mgr progress;
    const struct shrink_limits *limits;
    struct pixels *out;
    struct averaging averaging;
    uint32_t longest;
    enum shrunk how;
    bool no_memory;
};

struct writing {
    struct jpeg_compress_struct c;
    struct jumper jumper;
    unsigned char *bytes; // libjpeg's, by malloc
    unsigned long length;
};

static _Noreturn void leave(j_common_ptr c)
{
    struct jumper *j = (struct jumper *)c->err;
    longjmp(j->back, 1);
}

static void hear(j_common_ptr c, int level)
{
    struct jumper *j = (struct jumper *)c->err;
    int code = c->err->msg_code;
    j->cut = j->cut || (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER ||
                                      code == JWRN_HUFF_BAD_CODE));
}

static void say_nothing(j_common_ptr c)
{
    (void)c;
}

static struct jpeg_error_mgr *prepare(struct jumper *j)
{
    (void)jpeg_std_error(&j->errors);
    j->errors.error_exit = leave;
    j->errors.emit_message = hear;
    j->errors.output_message = say_nothing;
    return &j->errors;
}

// A small file may hold thousands of scans of a large picture.
static void watch(j_common_ptr c)
{
    struct reading *r = c->client_data;
    if (r->d.input_scan_number > SCANS_MOST) {
        r->how = SHRUNK_TOO_MUCH;
        leave(c);
    }
}

// libjpeg makes it smaller by itself, by eighths, as far as it is still large enough.
static void choose_scale(struct reading *r)
{
    uint32_t most = MAX(r->d.image_width, r->d.image_height);
    r->d.scale_num = 1;
    for (r->d.scale_denom = SCALES_MOST; r->d.scale_denom > 1; r->d.scale_denom /= 2) {
        if (most / r->d.scale_denom >= r->longest) {
            break;
        }
    }
}

static bool is_readable(struct reading *r)
{
    bool grey = r->d.jpeg_color_space == JCS_GRAYSCALE;
    if (!grey && r->d.jpeg_color_space != JCS_YCbCr && r->d.jpeg_color_space != JCS_RGB) {
        r->how = SHRUNK_OTHER_KIND;
        return false;
    }
    if ((uint64_t)r->d.image_width * r->d.image_height > r->limits->pixels) {
        r->how = SHRUNK_TOO_MUCH;
        return false;
    }
    r->d.out_color_space = grey ? JCS_GRAYSCALE : JCS_RGB;
    r->d.dct_method = JDCT_ISLOW;
    return true;
}

static bool begin(struct reading *r)
{
    uint32_t width = 0;
    uint32_t height = 0;
    if (!shrunk_sides(r->d.image_width, r->d.image_height, r->longest, &width, &height)) {
        r->how = SHRUNK_NOT_LARGER;
        return false;
    }
    if (!is_readable(r)) {
        return false;
    }
    choose_scale(r);
    (void)jpeg_start_decompress(&r->d);
    width = MIN(width, r->d.output_width);
    height = MIN(height, r->d.output_height);
    r->no_memory = !pixels_make(r->out, width, height, (unsigned)r->d.output_components) ||
                   !averaging_begin(&r->averaging, r->d.output_width, r->d.output_height, r->out);
    return !r->no_memory;
}

// What was not read when it leaves stays damaged, or over a limit.
static void read_all(struct reading *r, string_view bytes)
{
    if (setjmp(r->jumper.back) != 0) {
        int code = r->jumper.errors.msg_code;
        if (code == JERR_NO_BACKING_STORE || code == JERR_OUT_OF_MEMORY) {
            r->how = SHRUNK_TOO_MUCH;
        }
        return;
    }
    jpeg_create_decompress(&r->d);
    r->d.client_data = r;
    r->d.progress = &r->progress;
    r->d.mem->max_memory_to_use = (long)r->limits->memory;
    jpeg_mem_src(&r->d, (const unsigned char *)bytes.bytes, bytes.length);
    (void)jpeg_read_header(&r->d, TRUE);
    if (!begin(r)) {
        return;
    }
    JSAMPARRAY row = r->d.mem->alloc_sarray(
        (j_common_ptr)&r->d, JPOOL_IMAGE, r->d.output_width * (unsigned)r->d.output_components, 1);
    while (r->d.output_scanline < r->d.output_height) {
        (void)jpeg_read_scanlines(&r->d, row, 1);
        averaging_row(&r->averaging, row[0]);
    }
    r->how = r->jumper.cut ? SHRUNK_DAMAGED : SHRUNK;
}

status jpeg_read(string_view bytes, uint32_t longest, const struct shrink_limits *limits,
                 struct pixels *out, enum shrunk *how, struct error *e)
{
    struct reading *r = calloc(1, sizeof *r);
    if (r == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a picture");
    }
    r->limits = limits;
    r->longest = longest;
    r->out = out;
    r->how = SHRUNK_DAMAGED;
    r->d.err = prepare(&r->jumper);
    r->progress.progress_monitor = watch;
    read_all(r, bytes);
    jpeg_destroy_decompress(&r->d);
    averaging_end(&r->averaging);
    *how = r->how;
    bool no_memory = r->no_memory;
    free(r);
    return no_memory ? error_set(e, ST_NO_MEMORY, "no memory for a picture") : ST_OK;
}

static void write_xmp(struct writing *w, string_view xmp)
{
    static const char name[] = XMP_NAME; // with its NUL
    if (xmp.length == 0 || xmp.length + sizeof name > SEGMENT) {
        return;
    }
    jpeg_write_m_header(&w->c, MARKER_XMP, (unsigned)(sizeof name + xmp.length));
    for (size_t i = 0; i < sizeof name; i++) {
        jpeg_write_m_byte(&w->c, name[i]);
    }
    for (size_t i = 0; i < xmp.length; i++) {
        jpeg_write_m_byte(&w->c, (unsigned char)xmp.bytes[i]);
    }
}

static bool write_all(struct writing *w, const struct pixels *p, const struct jpeg_notes *notes,
                      string_view xmp)
{
    if (setjmp(w->jumper.back) != 0) {
        return false;
    }
    jpeg_create_compress(&w->c);
    jpeg_mem_dest(&w->c, &w->bytes, &w->length);
    w->c.image_width = p->width;
    w->c.image_height = p->height;
    w->c.input_components = (int)p->channels;
    w->c.in_color_space = p->channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&w->c);
    jpeg_set_quality(&w->c, QUALITY, TRUE);
    w->c.dct_method = JDCT_ISLOW;
    w->c.optimize_coding = TRUE;
    jpeg_start_compress(&w->c, TRUE);
    write_xmp(w, xmp);
    for (size_t i = 0; notes != NULL && i < notes->profile_count; i++) {
        jpeg_write_marker(&w->c, MARKER_ICC, notes->profile[i].bytes,
                          (unsigned)notes->profile[i].length);
    }
    while (w->c.next_scanline < w->c.image_height) {
        JSAMPROW row = p->samples + (size_t)w->c.next_scanline * p->width * p->channels;
        (void)jpeg_write_scanlines(&w->c, &row, 1);
    }
    jpeg_finish_compress(&w->c);
    return true;
}

status jpeg_write(const struct pixels *p, const struct jpeg_notes *notes, string_view xmp,
                  struct buffer *out, struct error *e)
{
    struct writing *w = calloc(1, sizeof *w);
    if (w == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a picture");
    }
    w->c.err = prepare(&w->jumper);
    bool written = write_all(w, p, notes, xmp);
    if (written) {
        buffer_append(out, w->bytes, w->length);
    }
    jpeg_destroy_compress(&w->c);
    free(w->bytes);
    free(w);
    return written ? buffer_check(out, "a picture", e)
                   : error_set(e, ST_NO_MEMORY, "no memory for a picture");
}
