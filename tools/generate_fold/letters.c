// SPDX-License-Identifier: Apache-2.0
// What the folded form does beyond Unicode's own tables: which marks it strips, and what stands for
// letters that do not decompose. A choice of ours; changing it changes orders and matches, and so
// the format of the store.
#include "letters.h"

#include <stddef.h>

struct range {
    uint32_t first;
    uint32_t last;
};

// Marks of scripts in which a word without them is still that word. Vowel signs, nuktas and viramas
// of Indic scripts, voicing marks of kana and tone marks of Thai are letters to their readers: they
// stay.
static const struct range stripped[] = {
    {0x0300, 0x036f}, // Latin, Greek, Cyrillic: accents
    {0x0483, 0x0489}, // Cyrillic: numerals' and old letters' marks
    {0x0591, 0x05c7}, // Hebrew: accents and points
    {0x0610, 0x061a}, // Arabic: signs
    {0x064b, 0x065f}, // Arabic: harakat, hamza and madda above and below
    {0x0670, 0x0670}, // Arabic: superscript alef
    {0x06d6, 0x06ed}, // Arabic: Quranic signs
    {0x0711, 0x0711}, // Syriac: superscript alaph
    {0x0730, 0x074a}, // Syriac: points
    {0x0898, 0x089f}, // Arabic: signs
    {0x08ca, 0x08ff}, // Arabic: signs
    {0x1ab0, 0x1aff}, // phonetic marks
    {0x1dc0, 0x1dff}, // phonetic marks
    {0x20d0, 0x20f0}, // marks for symbols
    {0x2de0, 0x2dff}, // Cyrillic letters above
    {0xa66f, 0xa672}, // Cyrillic: marks
    {0xa674, 0xa67d}, // Cyrillic: letters above
    {0xa69e, 0xa69f}, // Cyrillic: letters above
    {0xfb1e, 0xfb1e}, // Hebrew: varika
    {0xfe20, 0xfe2f}, // half marks
};

struct letter {
    uint32_t from; // case-folded
    const char *to;
};

static const struct letter letters[] = {
    // Latin, Latin-1 and Extended-A
    {0x00e6, "ae"},
    {0x00f0, "d"},
    {0x00f8, "o"},
    {0x00fe, "th"},
    {0x0111, "d"},
    {0x0127, "h"},
    {0x0131, "i"},
    {0x0138, "k"},
    {0x0142, "l"},
    {0x014b, "n"},
    {0x0153, "oe"},
    {0x0167, "t"},
    // Latin Extended-B
    {0x0180, "b"},
    {0x0183, "b"},
    {0x0188, "c"},
    {0x018c, "d"},
    {0x0192, "f"},
    {0x0195, "hv"},
    {0x0199, "k"},
    {0x019a, "l"},
    {0x019e, "n"},
    {0x01a3, "gh"},
    {0x01a5, "p"},
    {0x01ab, "t"},
    {0x01ad, "t"},
    {0x01b4, "y"},
    {0x01b6, "z"},
    {0x01dd, "e"},
    {0x01e5, "g"},
    {0x0221, "d"},
    {0x0223, "ou"},
    {0x0225, "z"},
    {0x0234, "l"},
    {0x0235, "n"},
    {0x0236, "t"},
    {0x0237, "j"},
    {0x0238, "db"},
    {0x0239, "qp"},
    {0x023c, "c"},
    {0x023f, "s"},
    {0x0240, "z"},
    {0x0247, "e"},
    {0x0249, "j"},
    {0x024b, "q"},
    {0x024d, "r"},
    {0x024f, "y"},
    // IPA letters that languages are written with
    {0x0253, "b"},
    {0x0254, "o"},
    {0x0256, "d"},
    {0x0257, "d"},
    {0x0259, "a"}, // Azerbaijani: Gencə is Ganja
    {0x025b, "e"},
    {0x0260, "g"},
    {0x0268, "i"},
    {0x0269, "i"},
    {0x026b, "l"},
    {0x0272, "n"},
    {0x0275, "o"},
    {0x027d, "r"},
    {0x0288, "t"},
    {0x0289, "u"},
    {0x028a, "u"},
    {0x028b, "v"},
    {0x0292, "z"},
    // Modifier letters that romanisations write for ayn, hamza, okina and soft signs
    {0x02b9, ""},
    {0x02ba, ""},
    {0x02bb, ""},
    {0x02bc, ""},
    {0x02bd, ""},
    {0x02be, ""},
    {0x02bf, ""},
    // Latin Extended-C and -D
    {0x1d7d, "p"},
    {0x2c61, "l"},
    {0x2c65, "a"},
    {0x2c66, "t"},
    {0x2c68, "h"},
    {0x2c6a, "k"},
    {0x2c6c, "z"},
    {0xa733, "aa"},
    {0xa735, "ao"},
    {0xa737, "au"},
    {0xa739, "av"},
    {0xa73d, "ay"},
    {0xa741, "k"},
    {0xa749, "l"},
    {0xa74b, "o"},
    {0xa74d, "o"},
    {0xa74f, "oo"},
    {0xa751, "p"},
    {0xa761, "vy"},
    {0xa7a1, "g"},
    {0xa7a3, "k"},
    {0xa7a5, "n"},
    {0xa7a7, "r"},
    {0xa7a9, "s"},
    // Cyrillic letters with a stroke, hook or descender
    {0x0491, "\u0433"},
    {0x0493, "\u0433"},
    {0x0495, "\u0433"},
    {0x0497, "\u0436"},
    {0x0499, "\u0437"},
    {0x049b, "\u043a"},
    {0x049d, "\u043a"},
    {0x049f, "\u043a"},
    {0x04a1, "\u043a"},
    {0x04a3, "\u043d"},
    {0x04a5, "\u043d"},
    {0x04ab, "\u0441"},
    {0x04ad, "\u0442"},
    {0x04af, "\u0443"},
    {0x04b1, "\u0443"},
    {0x04b3, "\u0445"},
    {0x04b7, "\u0447"},
    {0x04b9, "\u0447"},
    {0x04e9, "\u043e"},
    // Arabic letters that differ by keyboard and language only
    {0x0629, "\u0647"}, // teh marbuta
    {0x0640, ""},       // tatweel
    {0x0649, "\u064a"}, // alef maksura
    {0x0671, "\u0627"}, // alef wasla
    {0x06a9, "\u0643"}, // keheh
    {0x06c1, "\u0647"}, // heh goal
    {0x06cc, "\u064a"}, // Farsi yeh
};

bool letter_is_stripped(uint32_t character)
{
    for (size_t i = 0; i < sizeof stripped / sizeof stripped[0]; i++) {
        if (character >= stripped[i].first && character <= stripped[i].last) {
            return true;
        }
    }
    return false;
}

const char *letter_replacement(uint32_t character)
{
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
        if (letters[i].from == character) {
            return letters[i].to;
        }
    }
    return NULL;
}

// Scripts written without spaces between words: Han and kana, the South-East Asian ones, Yi.
static const struct range unspaced[] = {
    {0x0e01, 0x0e3a},   // Thai
    {0x0e40, 0x0e4e},   // Thai
    {0x0e81, 0x0ecd},   // Lao
    {0x1000, 0x103f},   // Myanmar
    {0x1050, 0x109d},   // Myanmar
    {0x1780, 0x17d3},   // Khmer
    {0x1950, 0x19df},   // Tai Le, New Tai Lue
    {0x1a20, 0x1aad},   // Tai Tham
    {0x2e80, 0x2fdf},   // radicals
    {0x3005, 0x3007},   // Han iteration mark, closing mark, zero
    {0x3021, 0x3029},   // Hangzhou numerals
    {0x3031, 0x3035},   // kana repeat marks
    {0x3038, 0x303c},   // Hangzhou numerals and others
    {0x3041, 0x30ff},   // Hiragana, Katakana
    {0x3105, 0x312f},   // Bopomofo
    {0x31a0, 0x31bf},   // Bopomofo
    {0x31f0, 0x31ff},   // Katakana
    {0x3400, 0x4dbf},   // Han
    {0x4e00, 0xa48c},   // Han, Yi
    {0xa980, 0xa9c0},   // Javanese
    {0xa9e0, 0xa9fe},   // Myanmar
    {0xaa60, 0xaa7f},   // Myanmar
    {0xaa80, 0xaadf},   // Tai Viet
    {0xf900, 0xfad9},   // Han
    {0x16fe0, 0x18cff}, // Tangut, Khitan
    {0x1aff0, 0x1b2ff}, // kana, Nushu
    {0x20000, 0x323af}, // Han
};

bool letter_is_unspaced(uint32_t character)
{
    for (size_t i = 0; i < sizeof unspaced / sizeof unspaced[0]; i++) {
        if (character >= unspaced[i].first && character <= unspaced[i].last) {
            return true;
        }
    }
    return false;
}
