// SPDX-License-Identifier: Apache-2.0
// Gender, declension and a stock of epithets; see latin.h.
#include "latin.h"

#include <string.h>

static const char *const COMMON[] = {
    "alb-us",       "alpin-us",      "ambigu-us",      "angustat-us",   "apric-us",
    "arenari-us",   "argente-us",    "armat-us",       "asp-er",        "aterrim-us",
    "attenuat-us",  "aure-us",       "aurantiac-us",   "bicolor",       "boreal-is",
    "brev-is",      "caerule-us",    "campestr-is",    "candid-us",     "carinat-us",
    "castane-us",   "ciliat-us",     "cinere-us",      "coccine-us",    "collin-us",
    "commun-is",    "concinn-us",    "concolor",       "confus-us",     "congener",
    "conspicu-us",  "contract-us",   "cornut-us",      "crass-us",      "cristat-us",
    "cupre-us",     "decor-us",      "dens-us",        "dentat-us",     "depress-us",
    "difform-is",   "dilatat-us",    "discolor",       "distinct-us",   "dubi-us",
    "elegans",      "elongat-us",    "exigu-us",       "eximi-us",      "fallax",
    "ferrugine-us", "festiv-us",     "flav-us",        "formos-us",     "fulv-us",
    "fusc-us",      "gigante-us",    "glab-er",        "glauc-us",      "globos-us",
    "gracil-is",    "grand-is",      "granulat-us",    "hirsut-us",     "humil-is",
    "imbricat-us",  "incert-us",     "insign-is",      "intermedi-us",  "laet-us",
    "laevigat-us",  "lat-us",        "lineat-us",      "litoral-is",    "longipes",
    "lucid-us",     "lurid-us",      "lute-us",        "maculat-us",    "marginat-us",
    "marin-us",     "medi-us",       "micans",         "min-or",        "minim-us",
    "minut-us",     "mirabil-is",    "modest-us",      "montan-us",     "multiplex",
    "mutabil-is",   "neglect-us",    "nemoral-is",     "nig-er",        "nitid-us",
    "nival-is",     "nobil-is",      "notat-us",       "obliqu-us",     "obscur-us",
    "obtus-us",     "occidental-is", "oriental-is",    "ornat-us",      "pallid-us",
    "palustr-is",   "parv-us",       "paucidentat-us", "perplex-us",    "pict-us",
    "plan-us",      "praecox",       "pratens-is",     "princeps",      "propinqu-us",
    "pulchell-us",  "pulch-er",      "pumil-us",       "punctat-us",    "purpure-us",
    "quadrat-us",   "radiat-us",     "rar-us",         "reticulat-us",  "rivular-is",
    "robust-us",    "rosace-us",     "rotundat-us",    "rub-er",        "ruf-us",
    "rugos-us",     "rupestr-is",    "sanguine-us",    "scab-er",       "serrat-us",
    "silvatic-us",  "simil-is",      "simplex",        "solitari-us",   "sordid-us",
    "spinos-us",    "splendid-us",   "striat-us",      "subtil-is",     "sulcat-us",
    "tenu-is",      "tenell-us",     "trist-is",       "tuberculat-us", "turbid-us",
    "undulat-us",   "uniform-is",    "vagans",         "variabil-is",   "variegat-us",
    "velox",        "venust-us",     "vicin-us",       "virid-is",      "vittat-us",
    "vulgar-is",    "zonat-us",
};
static const char *const PLANT[] = {
    "acaul-is",       "acuminat-us",    "adpress-us",    "angustifoli-us", "asperul-us",
    "axillar-is",     "barbat-us",      "bracteos-us",   "brevifoli-us",   "bulbifer-us",
    "canescens",      "capillar-is",    "capitat-us",    "cespitos-us",    "cordifoli-us",
    "coriace-us",     "corymbos-us",    "crenat-us",     "crispat-us",     "debil-is",
    "decumbens",      "divaricat-us",   "effus-us",      "elliptic-us",    "erect-us",
    "filiform-is",    "folios-us",      "fragrans",      "fruticos-us",    "glandulos-us",
    "glomerat-us",    "graminifoli-us", "grandiflor-us", "hispid-us",      "incan-us",
    "integrifoli-us", "lanceolat-us",   "lanuginos-us",  "lax-us",         "leptophyll-us",
    "linear-is",      "longifoli-us",   "macrophyll-us", "microcarp-us",   "microphyll-us",
    "moll-is",        "multiflor-us",   "nutans",        "odorat-us",      "ovat-us",
    "paniculat-us",   "parviflor-us",   "patens",        "pauciflor-us",   "pedunculat-us",
    "pinnat-us",      "platyphyll-us",  "polyanth-us",   "procumbens",     "prostrat-us",
    "pubescens",      "racemos-us",     "repens",        "rigid-us",       "rotundifoli-us",
    "scandens",       "scopari-us",     "serice-us",     "sessiliflor-us", "spicat-us",
    "squarros-us",    "stolonifer-us",  "strict-us",     "suaveolens",     "tenuifoli-us",
    "tomentos-us",    "trifoliat-us",   "uliginos-us",   "umbros-us",      "uniflor-us",
    "venos-us",       "verticillat-us", "villos-us",     "viscos-us",      "volubil-is",
};
static const char *const ANIMAL[] = {
    "acuticoll-is",
    "aenescens",
    "aene-us",
    "albicans",
    "albipenn-is",
    "angulat-us",
    "annulipes",
    "annulat-us",
    "apical-is",
    "atricapill-us",
    "atricorn-is",
    "auricom-us",
    "basal-is",
    "bifasciat-us",
    "bimaculat-us",
    "binotat-us",
    "bipunctat-us",
    "brachypter-us",
    "brevicaud-us",
    "brevicorn-is",
    "brunnicorn-is",
    "callid-us",
    "capistrat-us",
    "chrysocephal-us",
    "cingulat-us",
    "clavicorn-is",
    "clypeat-us",
    "costal-is",
    "cruciger-us",
    "curvirostr-is",
    "dichro-us",
    "dorsal-is",
    "erythrocephal-us",
    "fasciat-us",
    "femoral-is",
    "femorat-us",
    "flavipes",
    "flavicoll-is",
    "frontal-is",
    "fugax",
    "fulgid-us",
    "fulvipes",
    "fumipenn-is",
    "fuscipes",
    "gibbos-us",
    "gutturos-us",
    "haemorrhoidal-is",
    "hyalipenn-is",
    "impress-us",
    "inquilin-us",
    "laevicoll-is",
    "lateral-is",
    "laticeps",
    "latifrons",
    "leucogaster",
    "leucopter-us",
    "longicaud-us",
    "longicorn-is",
    "longirostr-is",
    "lunat-us",
    "luridipenn-is",
    "macrocephal-us",
    "macrour-us",
    "melanocephal-us",
    "melanogaster",
    "metallic-us",
    "microps",
    "nigriceps",
    "nigricorn-is",
    "nigripes",
    "nigripenn-is",
    "nubil-us",
    "ocellat-us",
    "octopunctat-us",
    "pallidipes",
    "parallel-us",
    "pectoral-is",
    "pellucens",
    "pilos-us",
    "platycephal-us",
    "plumipes",
    "quadrimaculat-us",
    "rapax",
    "rubripes",
    "rufipes",
    "ruficoll-is",
    "rufiventr-is",
    "scutellat-us",
    "setiger-us",
    "sexguttat-us",
    "signat-us",
    "spars-us",
    "spinipes",
    "tarsal-is",
    "tibial-is",
    "timid-us",
    "tricolor",
    "trimaculat-us",
    "tripunctat-us",
    "unicolor",
    "unifasciat-us",
    "ventral-is",
    "vidu-us",
    "virescens",
    "xanthopus",
};
static const char *const FOSSIL[] = {
    "acut-us",      "aequivalv-is",     "antiqu-us",    "arcuat-us",     "bisulcat-us",
    "catenat-us",   "compress-us",      "convolut-us",  "corrugat-us",   "costat-us",
    "costulat-us",  "crassicostat-us",  "cuneat-us",    "cylindric-us",  "decussat-us",
    "discoidal-is", "evolut-us",        "excavat-us",   "gibberul-us",   "inflat-us",
    "interrupt-us", "involut-us",       "lamellos-us",  "lenticular-is", "magnific-us",
    "mammillat-us", "nodos-us",         "obes-us",      "orbicular-is",  "ovoides",
    "pachyderm-us", "planulat-us",      "plicat-us",    "plicatil-is",   "prisc-us",
    "proavus",      "quinquecostat-us", "rostrat-us",   "scalar-is",     "semistriat-us",
    "spirat-us",    "subcarinat-us",    "subglobos-us", "sublaev-is",    "sulcifer-us",
    "tetragon-us",  "triangular-is",    "trigonal-is",  "tumid-us",      "vetust-us",
};

static bool ends_with(const char *string, const char *ending)
{
    size_t length = strlen(string);
    size_t tail = strlen(ending);
    return length >= tail && strcmp(string + length - tail, ending) == 0;
}

static bool ends_with_any(const char *string, const char *const *endings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (ends_with(string, endings[i])) {
            return true;
        }
    }
    return false;
}

enum gender genus_gender(const char *genus, char mark)
{
    static const char *const NEUTERS[] = {"um",   "on",    "ceras",  "soma",  "stoma",
                                          "nema", "derma", "gramma", "myrma", "therium"};
    static const char *const FEMININES[] = {"a", "e", "is", "ys", "o", "opsis", "aspis"};
    if (mark != '\0') {
        return mark == 'f' ? FEMININE : mark == 'n' ? NEUTER : MASCULINE;
    }
    if (ends_with_any(genus, NEUTERS, sizeof(NEUTERS) / sizeof(NEUTERS[0]))) {
        return NEUTER;
    }
    if (ends_with_any(genus, FEMININES, sizeof(FEMININES) / sizeof(FEMININES[0]))) {
        return FEMININE;
    }
    return MASCULINE;
}

const char *epithet_decline(struct pool *pool, const char *stem, enum gender gender)
{
    // What the masculine ends in, then the three genders.
    static const char *const ENDINGS[][4] = {
        {"us", "us", "a", "um"},
        {"is", "is", "is", "e"},
        {"er", "er", "ra", "rum"},
        {"or", "or", "or", "us"},
    };
    size_t length = strlen(stem);
    if (length > 0 && stem[length - 1] == '!') {
        return pool_format(pool, "%.*s", (int)(length - 1), stem);
    }
    const char *hyphen = strchr(stem, '-');
    if (hyphen == NULL) {
        return pool_copy(pool, stem);
    }
    const char *whole = pool_format(pool, "%.*s%s", (int)(hyphen - stem), stem, hyphen + 1);
    for (size_t i = 0; i < sizeof(ENDINGS) / sizeof(ENDINGS[0]); i++) {
        if (ends_with(whole, ENDINGS[i][0])) {
            int kept = (int)(strlen(whole) - strlen(ENDINGS[i][0]));
            const char *ending = ENDINGS[i][1 + gender];
            if (i == 2 && strcmp(whole, "asper") == 0 && gender != MASCULINE) {
                return pool_copy(pool, gender == FEMININE ? "aspera" : "asperum");
            }
            return pool_format(pool, "%.*s%s", kept, whole, ending);
        }
    }
    return whole;
}

// Letters of the names that people.c makes, without their marks (ICZN 32.5.2, ICN 60.7).
static const char *plain_letter(const char *at, size_t *length)
{
    static const char *const MARKS[][2] = {
        {"á", "a"}, {"à", "a"},  {"ã", "a"},  {"â", "a"}, {"ä", "ae"}, {"å", "a"},  {"ç", "c"},
        {"é", "e"}, {"è", "e"},  {"ê", "e"},  {"í", "i"}, {"ñ", "n"},  {"ó", "o"},  {"ô", "o"},
        {"õ", "o"}, {"ö", "oe"}, {"ø", "oe"}, {"ú", "u"}, {"ü", "ue"}, {"æ", "ae"}, {"č", "c"},
        {"ř", "r"}, {"š", "s"},  {"ž", "z"},  {"ō", "o"}, {"ū", "u"},  {"É", "e"},  {"Ø", "oe"},
    };
    for (size_t i = 0; i < sizeof(MARKS) / sizeof(MARKS[0]); i++) {
        if (strncmp(at, MARKS[i][0], strlen(MARKS[i][0])) == 0) {
            *length = strlen(MARKS[i][0]);
            return MARKS[i][1];
        }
    }
    return NULL;
}

const char *epithet_of_person(struct pool *pool, const char *family, bool woman)
{
    struct text text = {0};
    for (const char *at = family; *at != '\0';) {
        size_t length = 1;
        const char *plain = plain_letter(at, &length);
        if (plain != NULL) {
            text_add(&text, plain);
        } else if (*at >= 'A' && *at <= 'Z') {
            text_add_char(&text, (char)(*at - 'A' + 'a'));
        } else if (*at >= 'a' && *at <= 'z') {
            text_add_char(&text, *at);
        }
        at += length;
    }
    if (text.length == 0) {
        fatal("%s: no letter to make an epithet of", family);
    }
    char last = text.data[text.length - 1];
    if (woman) {
        text_add(&text, last == 'a' ? "e" : "ae");
    } else {
        text_add(&text, last == 'a' ? "e" : "i");
    }
    const char *epithet = pool_copy(pool, text.data);
    text_release(&text);
    return epithet;
}

const char *epithet_pick(struct rng *rng, enum epithet_kind kind)
{
    if (rng_chance(rng, 0.45)) {
        return RNG_WORD(rng, COMMON);
    }
    switch (kind) {
    case EPITHETS_PLANT:
        return RNG_WORD(rng, PLANT);
    case EPITHETS_FOSSIL:
        return RNG_WORD(rng, FOSSIL);
    case EPITHETS_ANIMAL:
        break;
    }
    return RNG_WORD(rng, ANIMAL);
}
