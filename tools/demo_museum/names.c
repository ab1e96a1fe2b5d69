// SPDX-License-Identifier: Apache-2.0
// The parts that the demo's people are named with. Family names are put together from two parts and
// belong to nobody; given names are real ones. It knows nothing of persons.
#include "people.h"

#define COUNTED(list) list, sizeof(list) / sizeof((list)[0])
#define PARTS(particle, culture)                                                                   \
    {                                                                                              \
        particle, COUNTED(culture##_HEADS), COUNTED(culture##_TAILS), COUNTED(culture##_MEN),      \
            COUNTED(culture##_WOMEN)                                                               \
    }

static const char *const ENGLISH_HEADS[] = {
    "Thorn",   "Harrow", "Pell",    "Wren",   "Fen",     "Brack",  "Marl",   "Gorse",
    "Hazel",   "Sedge",  "Lark",    "Elder",  "Quill",   "Rook",   "Teal",   "Tarn",
    "Vetch",   "Yarrow", "Bramble", "Cinder", "Dunlin",  "Fallow", "Gander", "Heron",
    "Kestrel", "Linnet", "Mallow",  "Nettle", "Otter",   "Plover", "Rush",   "Sorrel",
    "Thistle", "Umber",  "Whin",    "Corn",   "Bilbert", "Tansy",  "Curlew", "Snipe",
};
static const char *const ENGLISH_TAILS[] = {
    "quay",  "mere", "grave", "combe", "thwaite", "garth", "holme", "sted",    "worthy", "march",
    "penny", "gill", "lathe", "drake", "fleet",   "rigg",  "sall",  "tarrant", "vane",   "sike",
};
static const char *const ENGLISH_MEN[] = {
    "Ambrose", "Barnaby", "Cuthbert", "Desmond",  "Edmund",   "Frederick", "Gilbert", "Hugh",
    "Ivor",    "Jasper",  "Kenelm",   "Lionel",   "Montague", "Nathaniel", "Oswald",  "Percival",
    "Quentin", "Rupert",  "Silas",    "Thaddeus", "Wilfred",  "Alistair",  "Rowan",   "Tobias",
};
static const char *const ENGLISH_WOMEN[] = {
    "Agatha",   "Beatrix",   "Cecily",  "Dorothea", "Edith",    "Frances", "Georgiana", "Harriet",
    "Isolde",   "Josephine", "Kitty",   "Lavinia",  "Marianne", "Nora",    "Ottilie",   "Philippa",
    "Rosamund", "Sybil",     "Tabitha", "Winifred", "Imogen",   "Freya",
};
static const char *const FRENCH_HEADS[] = {
    "Vaubr", "Montc",  "Beauvr", "Rouff", "Cham",   "Morv",  "Brel",    "Guilv",
    "Larqu", "Perrav", "Fonten", "Harv",  "Clérig", "Sauvr", "Tressan", "Orm",
};
static const char *const FRENCH_TAILS[] = {
    "elle",  "ault",  "igny",   "ouzac", "eneau",  "andier",
    "oisel", "uchet", "ieuvre", "arède", "ombard", "inquet",
};
static const char *const FRENCH_MEN[] = {
    "Anatole", "Bastien", "Célestin", "Émile",    "Fulgence", "Gaston", "Honoré",
    "Isidore", "Jules",   "Léopold",  "Marcelin", "Octave",   "Rémi",   "Théodore",
};
static const char *const FRENCH_WOMEN[] = {
    "Adélaïde", "Berthe",   "Clémence", "Delphine", "Élodie",   "Geneviève",
    "Hortense", "Léontine", "Mathilde", "Solange",  "Victoire",
};
static const char *const GERMAN_HEADS[] = {
    "Brandel", "Eichen", "Falken", "Grünwe", "Hasel", "Kirsch", "Lerchen", "Moos",    "Nebel",
    "Quellen", "Reiher", "Schilf", "Tannen", "Uhlen", "Weiden", "Zeisig",  "Ginster", "Ottern",
};
static const char *const GERMAN_TAILS[] = {
    "brecht", "hauer", "knecht", "lieb",  "rath",   "schlag",
    "stett",  "wieg",  "zapf",   "trapp", "fänger", "moser",
};
static const char *const GERMAN_MEN[] = {
    "Albrecht", "Bernhard", "Conrad",  "Dietrich", "Eberhard", "Friedrich", "Gottlieb",
    "Heinrich", "Leopold",  "Ottokar", "Reinhold", "Theobald", "Ulrich",    "Wolfram",
};
static const char *const GERMAN_WOMEN[] = {
    "Adelheid", "Brunhilde", "Charlotte", "Dorothee",  "Elfriede", "Gisela",
    "Hedwig",   "Irmgard",   "Leonore",   "Mechthild", "Roswitha", "Ursel",
};
static const char *const DUTCH_HEADS[] = {
    "Rietz",   "Zwaan", "Hagel",   "Kraan", "Lepel",  "Ooier",
    "Spreeuw", "Turf",  "Vlinder", "Grutt", "Duinen", "Elzen",
};
static const char *const DUTCH_TAILS[] = {
    "dyck", "hoeve", "stra", "velde", "wijker", "kampen", "zicht", "ema", "orst", "baan",
};
static const char *const DUTCH_MEN[] = {
    "Adriaan", "Bartholomeus", "Cornelis", "Dirk",    "Evert",  "Floris",
    "Gerrit",  "Hendrik",      "Joost",    "Maarten", "Pieter", "Willem",
};
static const char *const DUTCH_WOMEN[] = {
    "Aleida",   "Brechtje", "Cornelia", "Dieuwke", "Geertruida",
    "Hendrika", "Johanna",  "Maaike",   "Saskia",  "Wilhelmina",
};
static const char *const NORDIC_HEADS[] = {
    "Ask", "Bjerke", "Fjell", "Gran",   "Havre", "Kråke", "Lomme",
    "Myr", "Ravne",  "Skogs", "Tjäder", "Ulve",  "Tranå", "Rype",
};
static const char *const NORDIC_TAILS[] = {
    "vassel", "gaardel", "tindsen", "markeld", "brinkel",
    "vikne",  "holtz",   "tveter",  "råsen",   "kvarn",
};
static const char *const NORDIC_MEN[] = {
    "Anders", "Birger", "Carsten", "Erland", "Folke",  "Gunnar",  "Halvard",
    "Ivar",   "Ketil",  "Leif",    "Olof",   "Sigurd", "Torvald",
};
static const char *const NORDIC_WOMEN[] = {
    "Astrid",  "Birgit",   "Dagny",    "Elin",  "Frida",   "Gudrun",
    "Hjördis", "Ingeborg", "Ragnhild", "Signe", "Solveig",
};
static const char *const SLAVIC_HEADS[] = {
    "Berezo", "Choro", "Dubro",  "Golubi", "Ivolo", "Kalino", "Lasto",
    "Orlen",  "Rybo",  "Sokoli", "Vrabo",  "Zhuro", "Ryabi",  "Kosa",
};
static const char *const SLAVIC_TAILS[] = {
    "nitsky", "chenko", "vitsin", "linov",  "ryshkin",
    "tovic",  "lenko",  "shorov", "vatsky", "browski",
};
static const char *const SLAVIC_MEN[] = {
    "Afanasy", "Bogdan",    "Czesław", "Dmitri",   "Evgeny",  "Fyodor",   "Gleb",
    "Igor",    "Kazimierz", "Lubomír", "Mstislav", "Porfiry", "Vsevolod",
};
static const char *const SLAVIC_WOMEN[] = {
    "Agafya", "Božena",  "Darya",  "Evdokia", "Galina", "Jadwiga",
    "Ksenia", "Ludmila", "Milena", "Tamara",  "Zofia",
};
static const char *const ITALIAN_HEADS[] = {
    "Bel",  "Cala", "Fiamma", "Grano", "Lupo",  "Merla",
    "Orto", "Pala", "Rondi",  "Selva", "Trifo", "Vespa",
};
static const char *const ITALIAN_TAILS[] = {
    "brandi", "donico",  "ferrini", "gnani", "luscetti",
    "mazzi",  "nardini", "tori",    "vanti", "zeglio",
};
static const char *const ITALIAN_MEN[] = {
    "Achille",  "Baldassare", "Cesare", "Ettore",   "Fausto",
    "Giacinto", "Leandro",    "Orazio", "Raimondo", "Ulisse",
};
static const char *const ITALIAN_WOMEN[] = {
    "Allegra", "Beatrice", "Costanza", "Ersilia",  "Fiorella",
    "Ginevra", "Lucrezia", "Ottavia",  "Serafina",
};
static const char *const SPANISH_HEADS[] = {
    "Alcor", "Borra", "Carde", "Enci",  "Golon", "Jarama",
    "Lente", "Mirla", "Olme",  "Pinza", "Quiru", "Rome",
};
static const char *const SPANISH_TAILS[] = {
    "nalde", "londo", "ñuela", "guera", "goza", "ntero", "sillo", "verde", "zábal", "rrañaga",
};
static const char *const SPANISH_MEN[] = {
    "Anselmo", "Baltasar", "Casimiro",  "Evaristo", "Fermín",   "Gonzalo",
    "Hilario", "Leandro",  "Marcelino", "Nicanor",  "Olegario", "Saturnino",
};
static const char *const SPANISH_WOMEN[] = {
    "Amparo", "Blanca",   "Consuelo", "Dolores",  "Esperanza", "Inés",
    "Leonor", "Milagros", "Pilar",    "Remedios", "Ximena",
};
static const char *const PORTUGUESE_HEADS[] = {
    "Arrai",  "Bico",   "Coruj",  "Figuei", "Garça", "Jaca",
    "Lagari", "Mangue", "Palmei", "Sabiá",  "Tucan",
};
static const char *const PORTUGUESE_TAILS[] = {
    "nhedo", "ralva", "brandão", "selhas", "landim", "monteal", "vedra", "zinha", "tinga",
};
static const char *const PORTUGUESE_MEN[] = {
    "Afonso",    "Bernardo", "Caetano", "Duarte",  "Estêvão",
    "Frederico", "Gaspar",   "Heitor",  "Jacinto", "Tomé",
};
static const char *const PORTUGUESE_WOMEN[] = {
    "Aurora", "Benedita", "Conceição", "Eulália",   "Filomena",
    "Graça",  "Iracema",  "Luzia",     "Teresinha",
};
static const char *const INDIAN_HEADS[] = {
    "Amra",  "Bhara", "Chandra", "Deva",  "Gulmo", "Jala",  "Kadam",
    "Megha", "Nila",  "Palasha", "Suvar", "Vana",  "Shala",
};
static const char *const INDIAN_TAILS[] = {
    "dhara", "gopan", "kantal", "lingam", "mukhi", "nathoor", "prabhan", "valkar", "varkar", "wala",
};
static const char *const INDIAN_MEN[] = {
    "Anand",     "Balakrishna", "Chintamani", "Dinesh",  "Ganesh", "Harish",
    "Jagannath", "Madhav",      "Narayan",    "Prakash", "Suresh", "Vasudev",
};
static const char *const INDIAN_WOMEN[] = {
    "Ambika",  "Chitra", "Devika", "Gayatri",  "Indira", "Kamala",
    "Lakshmi", "Malati", "Padma",  "Sarojini", "Uma",
};
static const char *const JAPANESE_HEADS[] = {
    "Akatsu",  "Fujinu", "Hanamo", "Ishimu", "Kusano",
    "Matsuga", "Nogiku", "Sawaru", "Takemo", "Yamabu",
};
static const char *const JAPANESE_TAILS[] = {
    "mori", "oka", "shiro", "taki", "wara", "zaki", "hama", "numa", "kura",
};
static const char *const JAPANESE_MEN[] = {
    "Akio", "Eiji", "Goro", "Hideki", "Ichiro", "Kenzo", "Masao", "Noboru", "Ryoichi", "Tadashi",
};
static const char *const JAPANESE_WOMEN[] = {
    "Akiko", "Chiyo", "Fumiko", "Hanae", "Kazuko", "Michiko", "Reiko", "Sachiko", "Yuki",
};
static const char *const CHINESE_HEADS[] = {
    "Sang", "He", "Qing", "Bai", "Lu", "Zhu", "Shui", "Lin", "Feng", "Yun",
};
static const char *const CHINESE_TAILS[] = {
    "muren", "yuanzhi", "shiwei", "heting", "mingao", "linqu", "quanshe", "xijia",
};
static const char *const CHINESE_MEN[] = {
    "Bo-wen", "Chang-lin", "De-ming", "Guo-dong", "Hai-feng", "Jian-hua", "Ren-jie", "Wei-guo",
};
static const char *const CHINESE_WOMEN[] = {
    "Ai-lian", "Chun-hua", "Hui-fang", "Jing-yi", "Mei-ling", "Shu-fen", "Xiao-yan", "Yu-lan",
};
static const char *const ARABIC_HEADS[] = {
    "Nakh", "Wadr", "Jabr", "Sahb", "Zahr", "Rimal", "Ghaz", "Tamr", "Nawr", "Sidr",
};
static const char *const ARABIC_TAILS[] = {
    "iroun", "aweh", "ouzi", "azem", "ibani", "elloun", "oudari",
};
static const char *const ARABIC_MEN[] = {
    "Abbas", "Bashir", "Farid", "Hisham", "Idris", "Khalil", "Munir", "Rashid", "Tariq", "Yusuf",
};
static const char *const ARABIC_WOMEN[] = {
    "Amina", "Dalia", "Farida", "Huda", "Karima", "Layla", "Nadia", "Samira", "Zaynab",
};
static const char *const AFRICAN_HEADS[] = {
    "Mba",  "Oko",   "Nyasa", "Wanja", "Tembo", "Kiru",
    "Adje", "Mwani", "Chisa", "Bolu",  "Ngiri", "Kwame",
};
static const char *const AFRICAN_TAILS[] = {
    "ngari", "lwande", "mutia", "bari", "kesso", "ntwa", "wole", "diru", "zimba", "rembe",
};
static const char *const AFRICAN_MEN[] = {
    "Absalom", "Barnabas", "Chege",    "Ezekiel", "Femi",     "Josphat",
    "Kofi",    "Moses",    "Olusegun", "Tendai",  "Wycliffe",
};
static const char *const AFRICAN_WOMEN[] = {
    "Abena",  "Blessing", "Chipo", "Esther",   "Grace",
    "Makena", "Ngozi",    "Pendo", "Thandiwe", "Wanjiru",
};
static const char *const MALAY_HEADS[] = {
    "Rimba", "Gunung", "Melati", "Nuri", "Teluk", "Pandan", "Rotan", "Cendana", "Bakau", "Merpa",
};
static const char *const MALAY_TAILS[] = {
    "kesuma", "sari", "din", "putra", "yandra", "suri", "jaya", "ningrat",
};
static const char *const MALAY_MEN[] = {
    "Ahmad", "Bambang", "Cahya", "Hasan", "Iskandar", "Jamal", "Rahim", "Slamet", "Tuan", "Wira",
};
static const char *const MALAY_WOMEN[] = {
    "Aisyah", "Dewi", "Endang", "Fatimah", "Kartini", "Melor", "Puteri", "Ratna", "Siti",
};

const struct name_parts NAME_PARTS[CULTURE_COUNT] = {
    [CULTURE_ENGLISH] = PARTS("", ENGLISH),       [CULTURE_FRENCH] = PARTS("", FRENCH),
    [CULTURE_GERMAN] = PARTS("", GERMAN),         [CULTURE_DUTCH] = PARTS("van ", DUTCH),
    [CULTURE_NORDIC] = PARTS("", NORDIC),         [CULTURE_SLAVIC] = PARTS("", SLAVIC),
    [CULTURE_ITALIAN] = PARTS("", ITALIAN),       [CULTURE_SPANISH] = PARTS("", SPANISH),
    [CULTURE_PORTUGUESE] = PARTS("", PORTUGUESE), [CULTURE_INDIAN] = PARTS("", INDIAN),
    [CULTURE_JAPANESE] = PARTS("", JAPANESE),     [CULTURE_CHINESE] = PARTS("", CHINESE),
    [CULTURE_ARABIC] = PARTS("al-", ARABIC),      [CULTURE_AFRICAN] = PARTS("", AFRICAN),
    [CULTURE_MALAY] = PARTS("", MALAY),
};
