// SPDX-License-Identifier: Apache-2.0
// The chart's stages, oldest first, and finding one by a name of any rank; see geology.h.
#include "geology.h"

#include <string.h>

// clang-format off
const struct stage STAGES[] = {
    {"Archean", "Eoarchean", NULL, NULL, NULL, 4031},
    {"Proterozoic", "Paleoproterozoic", "Orosirian", NULL, NULL, 2050},
    {"Proterozoic", "Mesoproterozoic", "Stenian", NULL, NULL, 1200},
    {"Proterozoic", "Neoproterozoic", "Ediacaran", NULL, NULL, 635},
    {"Phanerozoic", "Paleozoic", "Cambrian", "Terreneuvian", "Fortunian", 538.8},
    {"Phanerozoic", "Paleozoic", "Cambrian", "Terreneuvian", "Cambrian Stage 2", 529},
    {"Phanerozoic", "Paleozoic", "Cambrian", "Cambrian Series 2", "Cambrian Stage 3", 521},
    {"Phanerozoic", "Paleozoic", "Cambrian", "Cambrian Series 2", "Cambrian Stage 4", 514},
    {"Phanerozoic", "Paleozoic", "Cambrian", "Miaolingian", "Wuliuan", 509},
    {"Phanerozoic", "Paleozoic", "Cambrian", "Miaolingian", "Drumian", 504.5},
    {"Phanerozoic", "Paleozoic", "Cambrian", "Miaolingian", "Guzhangian", 500.5},
    {"Phanerozoic", "Paleozoic", "Cambrian", "Furongian", "Paibian", 497},
    {"Phanerozoic", "Paleozoic", "Cambrian", "Furongian", "Jiangshanian", 494},
    {"Phanerozoic", "Paleozoic", "Cambrian", "Furongian", "Cambrian Stage 10", 489.5},
    {"Phanerozoic", "Paleozoic", "Ordovician", "Lower Ordovician", "Tremadocian", 485.4},
    {"Phanerozoic", "Paleozoic", "Ordovician", "Lower Ordovician", "Floian", 477.7},
    {"Phanerozoic", "Paleozoic", "Ordovician", "Middle Ordovician", "Dapingian", 470},
    {"Phanerozoic", "Paleozoic", "Ordovician", "Middle Ordovician", "Darriwilian", 467.3},
    {"Phanerozoic", "Paleozoic", "Ordovician", "Upper Ordovician", "Sandbian", 458.4},
    {"Phanerozoic", "Paleozoic", "Ordovician", "Upper Ordovician", "Katian", 453},
    {"Phanerozoic", "Paleozoic", "Ordovician", "Upper Ordovician", "Hirnantian", 445.2},
    {"Phanerozoic", "Paleozoic", "Silurian", "Llandovery", "Rhuddanian", 443.8},
    {"Phanerozoic", "Paleozoic", "Silurian", "Llandovery", "Aeronian", 440.8},
    {"Phanerozoic", "Paleozoic", "Silurian", "Llandovery", "Telychian", 438.5},
    {"Phanerozoic", "Paleozoic", "Silurian", "Wenlock", "Sheinwoodian", 433.4},
    {"Phanerozoic", "Paleozoic", "Silurian", "Wenlock", "Homerian", 430.5},
    {"Phanerozoic", "Paleozoic", "Silurian", "Ludlow", "Gorstian", 427.4},
    {"Phanerozoic", "Paleozoic", "Silurian", "Ludlow", "Ludfordian", 425.6},
    {"Phanerozoic", "Paleozoic", "Silurian", "Pridoli", NULL, 423},
    {"Phanerozoic", "Paleozoic", "Devonian", "Lower Devonian", "Lochkovian", 419.2},
    {"Phanerozoic", "Paleozoic", "Devonian", "Lower Devonian", "Pragian", 410.8},
    {"Phanerozoic", "Paleozoic", "Devonian", "Lower Devonian", "Emsian", 407.6},
    {"Phanerozoic", "Paleozoic", "Devonian", "Middle Devonian", "Eifelian", 393.3},
    {"Phanerozoic", "Paleozoic", "Devonian", "Middle Devonian", "Givetian", 387.7},
    {"Phanerozoic", "Paleozoic", "Devonian", "Upper Devonian", "Frasnian", 382.7},
    {"Phanerozoic", "Paleozoic", "Devonian", "Upper Devonian", "Famennian", 372.2},
    {"Phanerozoic", "Paleozoic", "Carboniferous", "Mississippian", "Tournaisian", 358.9},
    {"Phanerozoic", "Paleozoic", "Carboniferous", "Mississippian", "Visean", 346.7},
    {"Phanerozoic", "Paleozoic", "Carboniferous", "Mississippian", "Serpukhovian", 330.9},
    {"Phanerozoic", "Paleozoic", "Carboniferous", "Pennsylvanian", "Bashkirian", 323.2},
    {"Phanerozoic", "Paleozoic", "Carboniferous", "Pennsylvanian", "Moscovian", 315.2},
    {"Phanerozoic", "Paleozoic", "Carboniferous", "Pennsylvanian", "Kasimovian", 307},
    {"Phanerozoic", "Paleozoic", "Carboniferous", "Pennsylvanian", "Gzhelian", 303.7},
    {"Phanerozoic", "Paleozoic", "Permian", "Cisuralian", "Asselian", 298.9},
    {"Phanerozoic", "Paleozoic", "Permian", "Cisuralian", "Sakmarian", 293.52},
    {"Phanerozoic", "Paleozoic", "Permian", "Cisuralian", "Artinskian", 290.1},
    {"Phanerozoic", "Paleozoic", "Permian", "Cisuralian", "Kungurian", 283.5},
    {"Phanerozoic", "Paleozoic", "Permian", "Guadalupian", "Roadian", 273.01},
    {"Phanerozoic", "Paleozoic", "Permian", "Guadalupian", "Wordian", 266.9},
    {"Phanerozoic", "Paleozoic", "Permian", "Guadalupian", "Capitanian", 264.28},
    {"Phanerozoic", "Paleozoic", "Permian", "Lopingian", "Wuchiapingian", 259.51},
    {"Phanerozoic", "Paleozoic", "Permian", "Lopingian", "Changhsingian", 254.14},
    {"Phanerozoic", "Mesozoic", "Triassic", "Lower Triassic", "Induan", 251.902},
    {"Phanerozoic", "Mesozoic", "Triassic", "Lower Triassic", "Olenekian", 251.2},
    {"Phanerozoic", "Mesozoic", "Triassic", "Middle Triassic", "Anisian", 247.2},
    {"Phanerozoic", "Mesozoic", "Triassic", "Middle Triassic", "Ladinian", 242},
    {"Phanerozoic", "Mesozoic", "Triassic", "Upper Triassic", "Carnian", 237},
    {"Phanerozoic", "Mesozoic", "Triassic", "Upper Triassic", "Norian", 227},
    {"Phanerozoic", "Mesozoic", "Triassic", "Upper Triassic", "Rhaetian", 208.5},
    {"Phanerozoic", "Mesozoic", "Jurassic", "Lower Jurassic", "Hettangian", 201.4},
    {"Phanerozoic", "Mesozoic", "Jurassic", "Lower Jurassic", "Sinemurian", 199.5},
    {"Phanerozoic", "Mesozoic", "Jurassic", "Lower Jurassic", "Pliensbachian", 192.9},
    {"Phanerozoic", "Mesozoic", "Jurassic", "Lower Jurassic", "Toarcian", 184.2},
    {"Phanerozoic", "Mesozoic", "Jurassic", "Middle Jurassic", "Aalenian", 174.7},
    {"Phanerozoic", "Mesozoic", "Jurassic", "Middle Jurassic", "Bajocian", 170.9},
    {"Phanerozoic", "Mesozoic", "Jurassic", "Middle Jurassic", "Bathonian", 168.2},
    {"Phanerozoic", "Mesozoic", "Jurassic", "Middle Jurassic", "Callovian", 165.3},
    {"Phanerozoic", "Mesozoic", "Jurassic", "Upper Jurassic", "Oxfordian", 161.5},
    {"Phanerozoic", "Mesozoic", "Jurassic", "Upper Jurassic", "Kimmeridgian", 154.8},
    {"Phanerozoic", "Mesozoic", "Jurassic", "Upper Jurassic", "Tithonian", 149.2},
    {"Phanerozoic", "Mesozoic", "Cretaceous", "Lower Cretaceous", "Berriasian", 145},
    {"Phanerozoic", "Mesozoic", "Cretaceous", "Lower Cretaceous", "Valanginian", 139.8},
    {"Phanerozoic", "Mesozoic", "Cretaceous", "Lower Cretaceous", "Hauterivian", 132.6},
    {"Phanerozoic", "Mesozoic", "Cretaceous", "Lower Cretaceous", "Barremian", 125.77},
    {"Phanerozoic", "Mesozoic", "Cretaceous", "Lower Cretaceous", "Aptian", 121.4},
    {"Phanerozoic", "Mesozoic", "Cretaceous", "Lower Cretaceous", "Albian", 113},
    {"Phanerozoic", "Mesozoic", "Cretaceous", "Upper Cretaceous", "Cenomanian", 100.5},
    {"Phanerozoic", "Mesozoic", "Cretaceous", "Upper Cretaceous", "Turonian", 93.9},
    {"Phanerozoic", "Mesozoic", "Cretaceous", "Upper Cretaceous", "Coniacian", 89.8},
    {"Phanerozoic", "Mesozoic", "Cretaceous", "Upper Cretaceous", "Santonian", 86.3},
    {"Phanerozoic", "Mesozoic", "Cretaceous", "Upper Cretaceous", "Campanian", 83.6},
    {"Phanerozoic", "Mesozoic", "Cretaceous", "Upper Cretaceous", "Maastrichtian", 72.1},
    {"Phanerozoic", "Cenozoic", "Paleogene", "Paleocene", "Danian", 66},
    {"Phanerozoic", "Cenozoic", "Paleogene", "Paleocene", "Selandian", 61.6},
    {"Phanerozoic", "Cenozoic", "Paleogene", "Paleocene", "Thanetian", 59.2},
    {"Phanerozoic", "Cenozoic", "Paleogene", "Eocene", "Ypresian", 56},
    {"Phanerozoic", "Cenozoic", "Paleogene", "Eocene", "Lutetian", 47.8},
    {"Phanerozoic", "Cenozoic", "Paleogene", "Eocene", "Bartonian", 41.2},
    {"Phanerozoic", "Cenozoic", "Paleogene", "Eocene", "Priabonian", 37.71},
    {"Phanerozoic", "Cenozoic", "Paleogene", "Oligocene", "Rupelian", 33.9},
    {"Phanerozoic", "Cenozoic", "Paleogene", "Oligocene", "Chattian", 27.82},
    {"Phanerozoic", "Cenozoic", "Neogene", "Miocene", "Aquitanian", 23.03},
    {"Phanerozoic", "Cenozoic", "Neogene", "Miocene", "Burdigalian", 20.44},
    {"Phanerozoic", "Cenozoic", "Neogene", "Miocene", "Langhian", 15.98},
    {"Phanerozoic", "Cenozoic", "Neogene", "Miocene", "Serravallian", 13.82},
    {"Phanerozoic", "Cenozoic", "Neogene", "Miocene", "Tortonian", 11.63},
    {"Phanerozoic", "Cenozoic", "Neogene", "Miocene", "Messinian", 7.246},
    {"Phanerozoic", "Cenozoic", "Neogene", "Pliocene", "Zanclean", 5.333},
    {"Phanerozoic", "Cenozoic", "Neogene", "Pliocene", "Piacenzian", 3.6},
    {"Phanerozoic", "Cenozoic", "Quaternary", "Pleistocene", "Gelasian", 2.58},
    {"Phanerozoic", "Cenozoic", "Quaternary", "Pleistocene", "Calabrian", 1.8},
    {"Phanerozoic", "Cenozoic", "Quaternary", "Pleistocene", "Chibanian", 0.774},
    {"Phanerozoic", "Cenozoic", "Quaternary", "Pleistocene", "Upper Pleistocene", 0.129},
    {"Phanerozoic", "Cenozoic", "Quaternary", "Holocene", "Greenlandian", 0.0117},
    {"Phanerozoic", "Cenozoic", "Quaternary", "Holocene", "Meghalayan", 0.0042},
};
// clang-format on

const size_t STAGE_COUNT = sizeof(STAGES) / sizeof(STAGES[0]);

static bool is_called(const char *interval, const char *name)
{
    return interval != NULL && strcmp(interval, name) == 0;
}

bool stages_find(const char *name, size_t *first, size_t *last)
{
    bool found = false;
    for (size_t i = 0; i < STAGE_COUNT; i++) {
        const struct stage *stage = &STAGES[i];
        if (is_called(stage->eon, name) || is_called(stage->era, name) ||
            is_called(stage->period, name) || is_called(stage->epoch, name) ||
            is_called(stage->name, name)) {
            *last = i;
            if (!found) {
                *first = i;
            }
            found = true;
        }
    }
    return found;
}
