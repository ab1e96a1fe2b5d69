// SPDX-License-Identifier: Apache-2.0
// Two adjectives and an animal, as the museum's slugs have them: some millions of names, none of
// whose words is rude or hard to spell.
#include "api/slug_words.h"

#include "base/uuid.h"

#include <string.h>

static const char *const adjectives[] = {
    "able",    "agile",    "alert",    "alpine",   "amber",    "ample",     "apt",     "aquatic",
    "arctic",  "ardent",   "autumn",   "azure",    "balmy",    "beaded",    "bold",    "brave",
    "brief",   "bright",   "brisk",    "broad",    "bronze",   "bushy",     "calm",    "candid",
    "canny",   "careful",  "chalky",   "cheery",   "clear",    "clever",    "coastal", "cobalt",
    "cool",    "copper",   "coral",    "cosy",     "crested",  "crimson",   "crisp",   "curious",
    "curly",   "dapper",   "daring",   "deep",     "deft",     "dewy",      "downy",   "dusky",
    "eager",   "early",    "earthy",   "eastern",  "easy",     "elder",     "even",    "exact",
    "fabled",  "fair",     "fallow",   "famed",    "fancy",    "feathered", "fern",    "fine",
    "first",   "fleet",    "floral",   "fluted",   "fond",     "forest",    "frank",   "free",
    "fresh",   "frosty",   "gallant",  "gentle",   "giant",    "gilded",    "glad",    "glossy",
    "golden",  "good",     "grand",    "granite",  "grassy",   "great",     "green",   "happy",
    "hardy",   "hazel",    "hidden",   "high",     "hollow",   "honest",    "humble",  "icy",
    "idle",    "indigo",   "inland",   "ivory",    "jade",     "jolly",     "jovial",  "keen",
    "kind",    "large",    "late",     "leafy",    "level",    "light",     "lilac",   "limber",
    "little",  "lively",   "lofty",    "lone",     "long",     "loud",      "loyal",   "lucid",
    "lucky",   "lunar",    "lush",     "maple",    "marble",   "marine",    "meadow",  "mellow",
    "merry",   "mighty",   "mild",     "misty",    "modest",   "mossy",     "mottled", "native",
    "neat",    "nimble",   "noble",    "northern", "novel",    "oaken",     "ochre",   "olive",
    "opal",    "open",     "orange",   "pale",     "patient",  "pearly",    "pebbled", "plain",
    "playful", "pleasant", "polar",    "polite",   "prime",    "proud",     "pure",    "purple",
    "quaint",  "quick",    "quiet",    "rapid",    "rare",     "ready",     "regal",   "rich",
    "rippled", "robust",   "rocky",    "rosy",     "round",    "royal",     "ruddy",   "rugged",
    "russet",  "rustic",   "sable",    "saffron",  "sandy",    "scarlet",   "serene",  "shady",
    "sharp",   "shiny",    "silent",   "silken",   "silver",   "simple",    "sleek",   "slender",
    "slow",    "small",    "smart",    "smooth",   "snowy",    "snug",      "soft",    "solar",
    "solid",   "sound",    "southern", "spare",    "speckled", "spiral",    "spotted", "sprightly",
    "spry",    "starry",   "stately",  "steady",   "stellar",  "still",     "stony",   "stout",
    "striped", "strong",   "sturdy",   "subtle",   "sunny",    "supple",    "sure",    "swift",
    "tall",    "tame",     "tangled",  "tawny",    "tender",   "tidal",     "tidy",    "tiny",
    "topaz",   "tranquil", "true",     "twilit",   "umber",    "upland",    "upright", "valiant",
    "vast",    "velvet",   "verdant",  "vernal",   "vivid",    "warm",      "wary",    "western",
    "white",   "whole",    "wild",     "windy",    "winged",   "wintry",    "wise",    "witty",
    "woody",   "woolly",   "worthy",   "yellow",   "young",    "zesty",
};
static const char *const animals[] = {
    "adder",     "agouti",      "albatross",  "alpaca",    "ammonite",   "anchovy",    "ant",
    "anteater",  "antelope",    "armadillo",  "auk",       "avocet",     "axolotl",    "badger",
    "barbel",    "barnacle",    "bat",        "beaver",    "bee",        "beetle",     "bison",
    "bittern",   "blenny",      "boar",       "bobcat",    "bream",      "bullfinch",  "bumblebee",
    "bunting",   "bustard",     "buzzard",    "caiman",    "camel",      "canary",     "capybara",
    "caracal",   "cardinal",    "caribou",    "carp",      "cassowary",  "catfish",    "chaffinch",
    "chameleon", "chamois",     "cheetah",    "chickadee", "chinchilla", "chipmunk",   "chough",
    "cicada",    "civet",       "clam",       "coati",     "cockatoo",   "cockle",     "cod",
    "condor",    "conger",      "coot",       "cormorant", "cow",        "cowrie",     "coyote",
    "crab",      "crane",       "crayfish",   "cricket",   "crocodile",  "crow",       "cuckoo",
    "curlew",    "cuttlefish",  "damselfly",  "deer",      "dingo",      "dipper",     "dolphin",
    "dormouse",  "dotterel",    "dove",       "dragonfly", "duck",       "dugong",     "dunlin",
    "dunnock",   "eagle",       "earwig",     "echidna",   "eel",        "egret",      "eider",
    "eland",     "elephant",    "elk",        "ermine",    "falcon",     "ferret",     "fieldfare",
    "finch",     "firefly",     "flamingo",   "flounder",  "flycatcher", "fox",        "frog",
    "fulmar",    "gannet",      "gazelle",    "gecko",     "gerbil",     "gibbon",     "giraffe",
    "gnat",      "gnu",         "goat",       "godwit",    "goldfinch",  "goose",      "gopher",
    "goshawk",   "grebe",       "greenfinch", "grouper",   "grouse",     "gull",       "guppy",
    "haddock",   "hake",        "halibut",    "hamster",   "hare",       "harrier",    "hawk",
    "hedgehog",  "heron",       "herring",    "hippo",     "hobby",      "hoopoe",     "hornbill",
    "horse",     "hyena",       "ibex",       "ibis",      "iguana",     "impala",     "jackal",
    "jackdaw",   "jaguar",      "jay",        "jellyfish", "kangaroo",   "kestrel",    "kingfisher",
    "kite",      "kiwi",        "koala",      "krill",     "kudu",       "ladybird",   "lamprey",
    "lapwing",   "lark",        "lemming",    "lemur",     "leopard",    "limpet",     "linnet",
    "lion",      "lizard",      "llama",      "lobster",   "locust",     "loon",       "lynx",
    "macaw",     "mackerel",    "magpie",     "mallard",   "manatee",    "mantis",     "marlin",
    "marmoset",  "marmot",      "marten",     "martin",    "mayfly",     "meerkat",    "merlin",
    "minnow",    "mole",        "mongoose",   "moose",     "moth",       "mouse",      "mule",
    "mullet",    "mussel",      "narwhal",    "newt",      "nightjar",   "numbat",     "nuthatch",
    "ocelot",    "octopus",     "okapi",      "opossum",   "orca",       "oriole",     "oryx",
    "osprey",    "ostrich",     "otter",      "ouzel",     "owl",        "ox",         "oyster",
    "panda",     "pangolin",    "panther",    "parrot",    "partridge",  "peacock",    "pelican",
    "penguin",   "perch",       "petrel",     "pheasant",  "pigeon",     "pika",       "pike",
    "pipit",     "plaice",      "platypus",   "plover",    "pochard",    "polecat",    "pony",
    "porcupine", "porpoise",    "prawn",      "ptarmigan", "puffin",     "puma",       "quail",
    "quokka",    "rabbit",      "raccoon",    "rail",      "ram",        "raven",      "ray",
    "razorbill", "redpoll",     "redshank",   "redstart",  "reindeer",   "robin",      "roller",
    "rook",      "ruff",        "salamander", "salmon",    "sanderling", "sardine",    "scallop",
    "scoter",    "seahorse",    "seal",       "serval",    "shark",      "shearwater", "sheep",
    "shelduck",  "shoveler",    "shrew",      "shrike",    "shrimp",     "siskin",     "skate",
    "skink",     "skua",        "skylark",    "sloth",     "smelt",      "snail",      "snipe",
    "sparrow",   "spider",      "spoonbill",  "springbok", "squid",      "squirrel",   "stag",
    "starfish",  "starling",    "stilt",      "stingray",  "stoat",      "stonechat",  "stork",
    "sturgeon",  "swallow",     "swan",       "swift",     "tanager",    "tapir",      "tarsier",
    "teal",      "tern",        "terrapin",   "thrush",    "tiger",      "toad",       "tortoise",
    "toucan",    "treecreeper", "trilobite",  "trout",     "tuna",       "turbot",     "turkey",
    "turnstone", "turtle",      "urchin",     "vole",      "vulture",    "wagtail",    "wallaby",
    "walrus",    "warbler",     "wasp",       "waxwing",   "weasel",     "weevil",     "whale",
    "wheatear",  "whelk",       "whimbrel",   "whinchat",  "wigeon",     "wildcat",    "wolf",
    "wolverine", "wombat",      "woodcock",   "woodlark",  "woodpecker", "wren",       "wryneck",
    "yak",       "zebra",
};

status slug_words(struct arena *arena, string_view *out, struct error *e)
{
    struct uuid random;
    uint32_t number[2];
    TRY(uuid_random(&random, e));
    memcpy(&number[0], random.bytes, 4);
    memcpy(&number[1], random.bytes + 12, 4);
    const char *first = adjectives[number[0] % ARRAY_LENGTH(adjectives)];
    const char *second =
        adjectives[number[0] / ARRAY_LENGTH(adjectives) % ARRAY_LENGTH(adjectives)];
    *out =
        arena_print(arena, "%s-%s-%s", first, second, animals[number[1] % ARRAY_LENGTH(animals)]);
    return out->length > 0 ? ST_OK : error_set(e, ST_NO_MEMORY, "no memory for a name");
}
