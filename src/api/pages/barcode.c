// SPDX-License-Identifier: Apache-2.0
// A barcode of a catalogue number, as specimens carry one: Code 128 (ISO/IEC 15417), code set B.

#include "api/pages/drawing.h"

enum {
    START_B = 104,
    CHECK_MODULUS = 103,
    TEXT_MAX = 32, // longer ones would be too wide for the label
};

// Widths of bar, space, bar, space, bar, space of each symbol value, in modules.
static const char symbols[][7] = {
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212",
    "221213", "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221",
    "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221",
    "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
    "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131",
    "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131",
    "311123", "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111",
    "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
    "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242",
    "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232",
};

static const char stop_symbol[] = "2331112";

static int append_symbol(struct buffer *d, const char *widths, int x)
{
    for (size_t i = 0; widths[i] != '\0'; i++) {
        int width = widths[i] - '0';
        if (i % 2 == 0) {
            buffer_print(d, "M%d 0h%dv10h-%dz", x, width, width);
        }
        x += width;
    }
    return x;
}

void draw_barcode(struct page *p, string_view text)
{
    if (text.length == 0 || text.length > TEXT_MAX) {
        return;
    }
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] < ' ' || text.bytes[i] > '~') {
            return;
        }
    }
    struct buffer d;
    buffer_init(&d, 1 << 14);
    int x = append_symbol(&d, symbols[START_B], 0);
    unsigned check = START_B;
    for (size_t i = 0; i < text.length; i++) {
        unsigned value = (unsigned)(text.bytes[i] - ' ');
        check += value * (unsigned)(i + 1);
        x = append_symbol(&d, symbols[value], x);
    }
    x = append_symbol(&d, symbols[check % CHECK_MODULUS], x);
    x = append_symbol(&d, stop_symbol, x);
    HTML(&p->w,
         "<svg class=\"barcode\" aria-hidden=\"true\" viewBox=\"0 0 {} 10\" "
         "preserveAspectRatio=\"none\"><path d=\"{}\"/></svg>\n",
         html_number(x), html_text(buffer_view(&d)));
    buffer_release(&d);
}
