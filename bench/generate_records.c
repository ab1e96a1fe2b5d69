// SPDX-License-Identifier: Apache-2.0
// Invented specimen records for measuring: 42 fields, names and places as skewed as real ones, the
// same bytes for the same numbers on every machine. Everything is worked out from a record's
// number, so that rows can be written in any order and nothing is kept in memory.
//
//     generate_records --rows N                    a CSV table on standard output
//     generate_records --rows N --archive DIR      a Darwin Core Archive in the folder DIR: core in
//                                                  random order, two extensions of N rows each in
//                                                  another
#include "base/buffer.h"
#include "base/file.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FLUSH_BYTES ((size_t)1 << 20)
#define STRIDE      UINT64_C(2654435761) // prime: multiples of it meet every number below N once

// How many different ones there are.
enum {
    CLASSES = 45,
    ORDERS = 180,
    FAMILIES = 800,
    GENERA = 30000,
    SPECIES = 400000,
    PEOPLE = 120000,
    COUNTRIES = 200,
    PROVINCES = 2000,
    COUNTIES = 6000,
    LOCALITIES = 900000,
    WORDS = 60000,
};

// --- numbers -------------------------------------------------------------------------------------

// SplitMix64: a well mixed number for every (what, index).
static uint64_t mix(uint64_t what, uint64_t index)
{
    uint64_t z = index * UINT64_C(0x9E3779B97F4A7C15) + what * UINT64_C(0xD1342543DE82EF95);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

// A stream of numbers for one thing.
struct dice {
    uint64_t what;
    uint64_t rolls;
};

static struct dice dice_for(uint64_t kind, uint64_t index)
{
    return (struct dice){mix(kind, index), 0};
}

static double roll(struct dice *d)
{
    return (double)(mix(d->what, ++d->rolls) >> 11) * 0x1p-53;
}

static uint32_t roll_below(struct dice *d, uint32_t bound)
{
    return (uint32_t)((mix(d->what, ++d->rolls) >> 32) * bound >> 32);
}

static bool roll_under(struct dice *d, uint32_t per_hundred)
{
    return roll_below(d, 100) < per_hundred;
}

// Of `count` things the first are met far more often than the last, as with names and places:
// `skew` 1 is even, 3 gives the first hundredth a fifth of all.
static uint32_t roll_skewed(struct dice *d, uint32_t count, double skew)
{
    return MIN((uint32_t)(count * pow(roll(d), skew)), count - 1);
}

// The kinds of things that numbers are drawn for.
enum {
    OF_RECORD = 1,
    OF_IDENTIFIER,
    OF_WORD,
    OF_CLASS,
    OF_ORDER,
    OF_FAMILY,
    OF_GENUS,
    OF_SPECIES,
    OF_AUTHOR,
    OF_PERSON,
    OF_COUNTRY,
    OF_PROVINCE,
    OF_COUNTY,
    OF_LOCALITY,
    OF_MULTIMEDIA,
    OF_IDENTIFICATION,
};

// --- words ---------------------------------------------------------------------------------------

// A pronounceable word of its own for every (kind, index).
static void add_word(struct buffer *out, uint64_t kind, uint64_t index, bool capital)
{
    static const char *const consonants[] = {"b",  "c",  "d",  "f",  "g",  "l", "m",
                                             "n",  "p",  "r",  "s",  "t",  "v", "st",
                                             "tr", "pl", "ch", "ph", "br", "cr"};
    static const char *const vowels[] = {"a", "e", "i", "o", "u", "a", "i", "o", "ae", "ia"};
    struct dice d = dice_for(kind, index);
    size_t start = out->length;
    uint32_t syllables = 2 + roll_below(&d, 3);
    for (uint32_t i = 0; i < syllables; i++) {
        buffer_append_view(out, sv_from(consonants[roll_below(&d, ARRAY_LENGTH(consonants))]));
        buffer_append_view(out, sv_from(vowels[roll_below(&d, ARRAY_LENGTH(vowels))]));
    }
    if (roll_under(&d, 4)) {
        buffer_append_view(out, SV("\xC3\xA9"));
    }
    if (capital && out->length > start) {
        out->bytes[start] = (char)(out->bytes[start] - 'a' + 'A');
    }
}

static void add_named(struct buffer *out, uint64_t kind, uint64_t index, const char *ending)
{
    add_word(out, kind, index, true);
    buffer_append_view(out, sv_from(ending));
}

static void add_person(struct buffer *out, uint32_t person)
{
    struct dice d = dice_for(OF_PERSON, person);
    buffer_print(out, "%c. ", 'A' + (int)roll_below(&d, 26));
    if (roll_under(&d, 50)) {
        buffer_print(out, "%c. ", 'A' + (int)roll_below(&d, 26));
    }
    add_word(out, OF_PERSON, person, true);
    if (roll_under(&d, 8)) {
        buffer_append_view(out, SV(" & "));
        add_word(out, OF_PERSON, roll_below(&d, PEOPLE), true);
    }
}

// Words as they come in localities and remarks: a few that everybody uses, and many rare ones.
static void add_text_words(struct buffer *out, struct dice *d, uint32_t count)
{
    static const char *const common[] = {
        "river",  "near",  "road",  "north",  "km",      "mountain",  "of",     "south", "forest",
        "lake",   "east",  "west",  "island", "valley",  "creek",     "bay",    "coast", "hill",
        "park",   "along", "bank",  "slope",  "beach",   "reef",      "camp",   "upper", "lower",
        "county", "town",  "swamp", "desert", "plateau", "limestone", "quarry", "mine",  "miles"};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t word = roll_skewed(d, WORDS, 4);
        if (i > 0) {
            buffer_append_byte(out, ' ');
        }
        if (word < 12 * ARRAY_LENGTH(common)) {
            buffer_append_view(out, sv_from(common[word % ARRAY_LENGTH(common)]));
        } else {
            add_word(out, OF_WORD, word, false);
        }
    }
}

// --- fields --------------------------------------------------------------------------------------

// Rows go through one buffer to a file.
struct table {
    FILE *file;
    struct buffer text;
    bool first; // field of the row
};

static void begin_field(struct table *t)
{
    if (!t->first) {
        buffer_append_byte(&t->text, ',');
    }
    t->first = false;
}

// Ends a field begun at `start`: quotes it when it needs quotes. Our texts have no quotes inside.
static void end_text(struct table *t, size_t start)
{
    size_t length = t->text.length - start;
    if (length > 0 && memchr(t->text.bytes + start, ',', length) != NULL &&
        buffer_reserve(&t->text, 2)) {
        memmove(t->text.bytes + start + 1, t->text.bytes + start, length);
        t->text.bytes[start] = '"';
        t->text.bytes[start + length + 1] = '"';
        t->text.length += 2;
    }
}

static void add_text(struct table *t, const char *text)
{
    begin_field(t);
    size_t start = t->text.length;
    buffer_append_view(&t->text, sv_from(text));
    end_text(t, start);
}

static void add_nothing(struct table *t)
{
    begin_field(t);
}

static void add_number(struct table *t, uint64_t number)
{
    begin_field(t);
    buffer_append_uint(&t->text, number);
}

static void add_name(struct table *t, uint64_t kind, uint64_t index, const char *ending)
{
    begin_field(t);
    add_named(&t->text, kind, index, ending);
}

static void add_person_field(struct table *t, struct dice *d, uint32_t per_hundred)
{
    uint32_t person = roll_skewed(d, PEOPLE, 3);
    begin_field(t);
    if (roll_under(d, per_hundred)) {
        add_person(&t->text, person);
    }
}

static void add_identifier(struct table *t, uint64_t record)
{
    uint64_t high = mix(OF_IDENTIFIER, 2 * record);
    uint64_t low = mix(OF_IDENTIFIER, 2 * record + 1);
    begin_field(t);
    buffer_print(&t->text, "%08" PRIx64 "-%04" PRIx64 "-4%03" PRIx64 "-%04" PRIx64 "-%012" PRIx64,
                 high >> 32, high >> 16 & 0xFFFF, high & 0xFFF, (low >> 48 & 0x3FFF) | 0x8000,
                 low & UINT64_C(0xFFFFFFFFFFFF));
}

static void end_row(struct table *t)
{
    buffer_append_byte(&t->text, '\n');
    t->first = true;
    if (t->text.length >= FLUSH_BYTES) {
        (void)fwrite(t->text.bytes, 1, t->text.length, t->file);
        buffer_clear(&t->text);
    }
}

// --- the record ----------------------------------------------------------------------------------

static const char *const record_fields[] = {"occurrenceID",
                                            "catalogNumber",
                                            "collectionCode",
                                            "institutionCode",
                                            "basisOfRecord",
                                            "kingdom",
                                            "phylum",
                                            "class",
                                            "order",
                                            "family",
                                            "genus",
                                            "specificEpithet",
                                            "scientificName",
                                            "scientificNameAuthorship",
                                            "taxonRank",
                                            "sex",
                                            "lifeStage",
                                            "typeStatus",
                                            "individualCount",
                                            "recordedBy",
                                            "recordNumber",
                                            "identifiedBy",
                                            "continent",
                                            "country",
                                            "countryCode",
                                            "stateProvince",
                                            "county",
                                            "locality",
                                            "decimalLatitude",
                                            "decimalLongitude",
                                            "coordinateUncertaintyInMeters",
                                            "minimumElevationInMeters",
                                            "eventDate",
                                            "year",
                                            "month",
                                            "day",
                                            "preparations",
                                            "otherCatalogNumbers",
                                            "rightsHolder",
                                            "associatedMediaCount",
                                            "occurrenceRemarks",
                                            "modified"};

static const char *const collections[] = {"ENT", "BOT", "ZOO", "PAL", "MIN"};

static void add_object(struct table *t, uint64_t record, uint32_t collection)
{
    begin_field(t);
    buffer_print(&t->text, "%s-%010" PRIu64, collections[collection],
                 record * STRIDE % 10000000019);
    add_text(t, collections[collection]);
    add_text(t, "NHMX");
    add_text(t, collection == 3   ? "FossilSpecimen"
                : collection == 4 ? "MaterialSample"
                                  : "PreservedSpecimen");
}

static void add_taxon(struct table *t, struct dice *d, uint32_t species)
{
    static const char *const kingdoms[] = {"Animalia", "Plantae", "Fungi"};
    struct dice s = dice_for(OF_SPECIES, species);
    uint32_t genus = roll_skewed(&s, GENERA, 2);
    uint32_t family = (uint32_t)(mix(OF_GENUS, genus) % FAMILIES);
    uint32_t order = (uint32_t)(mix(OF_FAMILY, family) % ORDERS);
    uint32_t class = order % CLASSES;
    add_text(t, kingdoms[class % 5 / 2]);
    add_name(t, OF_CLASS, class % 20, "phyta");
    add_name(t, OF_CLASS, class, "opsida");
    add_name(t, OF_ORDER, order, "ales");
    add_name(t, OF_FAMILY, family, "idae");
    add_name(t, OF_GENUS, genus, "a");
    begin_field(t);
    add_word(&t->text, OF_SPECIES, species, false);
    begin_field(t);
    add_named(&t->text, OF_GENUS, genus, "a ");
    add_word(&t->text, OF_SPECIES, species, false);
    begin_field(t);
    size_t start = t->text.length;
    add_word(&t->text, OF_AUTHOR, roll_below(&s, 4000), true);
    buffer_print(&t->text, ", %" PRIu32, 1758 + roll_below(&s, 240));
    end_text(t, start);
    add_text(t, species % 9 == 0 ? "subspecies" : "species");
    uint32_t sex = roll_below(d, 100);
    add_text(t, sex < 10 ? "male" : sex < 19 ? "female" : "");
    add_text(t, roll_under(d, 30) ? (roll_under(d, 70) ? "adult" : "juvenile") : "");
    add_text(t, roll_under(d, 4) ? (roll_under(d, 60) ? "Holotype" : "Paratype") : "");
}

static void add_collecting(struct table *t, struct dice *d)
{
    if (roll_under(d, 60)) {
        add_number(t, 1 + (uint64_t)(1 / (roll(d) + 0.02)));
    } else {
        add_nothing(t);
    }
    add_person_field(t, d, 78);
    if (roll_under(d, 35)) {
        add_number(t, 1 + roll_below(d, 20000));
    } else {
        add_nothing(t);
    }
    add_person_field(t, d, 45);
}

static void add_coordinates(struct table *t, struct dice *d, const struct dice *locality)
{
    if (!roll_under(d, 40)) {
        add_nothing(t);
        add_nothing(t);
        add_nothing(t);
        return;
    }
    struct dice there = *locality;
    double latitude = -60 + 130 * roll(&there) + 0.02 * roll(d);
    double longitude = -175 + 350 * roll(&there) + 0.02 * roll(d);
    begin_field(t);
    buffer_print(&t->text, "%.5f", latitude);
    begin_field(t);
    buffer_print(&t->text, "%.5f", longitude);
    if (roll_under(d, 50)) {
        add_number(t, (1 + (uint64_t)roll_below(d, 50)) * 100);
    } else {
        add_nothing(t);
    }
}

static void add_place(struct table *t, struct dice *d)
{
    static const char *const continents[] = {
        "Europe", "Africa", "Asia", "North America", "South America", "Oceania", "Antarctica"};
    uint32_t locality = roll_skewed(d, LOCALITIES, 1.6);
    struct dice l = dice_for(OF_LOCALITY, locality);
    uint32_t country = roll_skewed(&l, COUNTRIES, 3);
    uint32_t province = country * (PROVINCES / COUNTRIES) + roll_below(&l, PROVINCES / COUNTRIES);
    add_text(t, continents[country % ARRAY_LENGTH(continents)]);
    add_name(t, OF_COUNTRY, country, country % 3 == 0 ? "land" : "ia");
    begin_field(t);
    buffer_print(&t->text, "%c%c", 'A' + (int)(country / 26), 'A' + (int)(country % 26));
    if (roll_under(d, 80)) {
        add_name(t, OF_PROVINCE, province, "");
    } else {
        add_nothing(t);
    }
    if (roll_under(d, 40)) {
        add_name(t, OF_COUNTY, mix(OF_COUNTY, locality) % COUNTIES, "shire");
    } else {
        add_nothing(t);
    }
    begin_field(t);
    if (roll_under(d, 90)) {
        size_t start = t->text.length;
        add_text_words(&t->text, &l, 2 + roll_below(&l, 4));
        buffer_append_view(&t->text, SV(", "));
        add_text_words(&t->text, &l, 1 + roll_below(&l, 6));
        end_text(t, start);
    }
    add_coordinates(t, d, &l);
    if (roll_under(d, 18)) {
        add_number(t, roll_below(d, 3500));
    } else {
        add_nothing(t);
    }
}

static void add_dates(struct table *t, struct dice *d)
{
    if (!roll_under(d, 88)) {
        for (size_t i = 0; i < 4; i++) {
            add_nothing(t);
        }
        return;
    }
    uint32_t year = 1750 + (uint32_t)(275 * pow((roll(d) + roll(d) + roll(d)) / 3, 0.75));
    uint32_t month = 1 + roll_below(d, 12);
    uint32_t day = 1 + roll_below(d, 28);
    uint32_t parts = 1 + (uint32_t)roll_under(d, 70) + (uint32_t)roll_under(d, 50);
    begin_field(t);
    buffer_print(&t->text, "%04" PRIu32, year);
    if (parts > 1) {
        buffer_print(&t->text, "-%02" PRIu32, month);
    }
    if (parts > 2) {
        buffer_print(&t->text, "-%02" PRIu32, day);
    }
    add_number(t, year);
    const uint32_t rest[] = {month, day};
    for (uint32_t i = 0; i < 2; i++) {
        if (parts > i + 1) {
            add_number(t, rest[i]);
        } else {
            add_nothing(t);
        }
    }
}

static void add_keeping(struct table *t, struct dice *d)
{
    static const char *const kept[] = {"pinned", "alcohol 70%", "dried", "herbarium sheet",
                                       "slide",  "skeleton",    "skin",  "fluid, IMS 80%"};
    add_text(t, roll_under(d, 70) ? kept[roll_skewed(d, ARRAY_LENGTH(kept), 2)] : "");
    begin_field(t);
    buffer_print(&t->text, "REG.%" PRIu32 ".%" PRIu32, 1850 + roll_below(d, 170),
                 roll_below(d, 100000));
    add_person_field(t, d, 30);
    add_number(t, roll_under(d, 75) ? 0 : 1 + roll_skewed(d, 12, 3));
    begin_field(t);
    if (roll_under(d, 35)) {
        add_text_words(&t->text, d, 3 + roll_below(d, 12));
    }
    begin_field(t);
    buffer_print(&t->text, "%" PRIu32 "-%02" PRIu32 "-%02" PRIu32 " %02" PRIu32 ":%02" PRIu32,
                 2015 + roll_below(d, 10), 1 + roll_below(d, 12), 1 + roll_below(d, 28),
                 roll_below(d, 24), roll_below(d, 60));
}

static void add_record(struct table *t, uint64_t record)
{
    struct dice d = dice_for(OF_RECORD, record);
    uint32_t species = roll_skewed(&d, SPECIES, 3);
    static const unsigned char shares[] = {0, 0, 0, 1, 1, 1, 1, 2, 3, 4};
    add_identifier(t, record);
    add_object(t, record, shares[mix(OF_SPECIES, species) % ARRAY_LENGTH(shares)]);
    add_taxon(t, &d, species);
    add_collecting(t, &d);
    add_place(t, &d);
    add_dates(t, &d);
    add_keeping(t, &d);
    end_row(t);
}

// --- extensions ----------------------------------------------------------------------------------

static const char *const multimedia_fields[] = {"coreid", "identifier", "type",   "format",
                                                "title",  "creator",    "license"};
static const char *const identification_fields[] = {"coreid", "identifiedBy", "dateIdentified",
                                                    "scientificName", "identificationRemarks"};

static void add_multimedia(struct table *t, uint64_t row, uint64_t core)
{
    struct dice d = dice_for(OF_MULTIMEDIA, row);
    add_identifier(t, core);
    begin_field(t);
    buffer_print(&t->text, "https://images.example.org/%016" PRIx64 ".jpg",
                 mix(OF_MULTIMEDIA, row));
    add_text(t, "StillImage");
    add_text(t, "image/jpeg");
    begin_field(t);
    add_text_words(&t->text, &d, 2 + roll_below(&d, 4));
    add_person_field(t, &d, 60);
    add_text(t, "http://creativecommons.org/licenses/by/4.0/legalcode");
    end_row(t);
}

static void add_identification(struct table *t, uint64_t row, uint64_t core)
{
    struct dice d = dice_for(OF_IDENTIFICATION, row);
    uint32_t species = roll_skewed(&d, SPECIES, 3);
    add_identifier(t, core);
    add_person_field(t, &d, 90);
    add_number(t, 1850 + roll_below(&d, 175));
    begin_field(t);
    add_named(&t->text, OF_GENUS, species % GENERA, "a ");
    add_word(&t->text, OF_SPECIES, species, false);
    begin_field(t);
    if (roll_under(&d, 20)) {
        add_text_words(&t->text, &d, 2 + roll_below(&d, 6));
    }
    end_row(t);
}

// --- files ---------------------------------------------------------------------------------------

static void begin_table(struct table *t, FILE *file, const char *const *fields, size_t count)
{
    *t = (struct table){.file = file, .first = true};
    buffer_init(&t->text, FLUSH_BYTES * 4);
    for (size_t i = 0; i < count; i++) {
        add_text(t, fields[i]);
    }
    end_row(t);
}

// False, with a message, when something could not be written.
static bool end_table(struct table *t)
{
    bool good = !t->text.failed &&
                fwrite(t->text.bytes, 1, t->text.length, t->file) == t->text.length &&
                fflush(t->file) == 0 && ferror(t->file) == 0;
    buffer_release(&t->text);
    if (!good) {
        (void)fprintf(stderr, "generate_records: the rows could not be written\n");
    }
    return good;
}

static FILE *open_file(const char *folder, const char *name)
{
    char path[PATH_SIZE];
    struct error e = {0};
    FILE *file = NULL;
    if (path_join(path, sizeof path, folder, name, &e) == ST_OK) {
        file = fopen(path, "wb");
    }
    if (file == NULL) {
        (void)fprintf(stderr, "generate_records: cannot write %s in %s\n", name, folder);
    }
    return file;
}

static void describe_table(FILE *meta, bool core, const char *row_type, const char *name,
                           const char *const *fields, size_t count)
{
    const char *element = core ? "core" : "extension";
    (void)fprintf(meta,
                  " <%s encoding=\"UTF-8\" fieldsTerminatedBy=\",\" linesTerminatedBy=\"\\n\" "
                  "fieldsEnclosedBy='\"' ignoreHeaderLines=\"1\" rowType=\"%s\">\n"
                  "  <files><location>%s</location></files>\n  <%s index=\"0\"/>\n",
                  element, row_type, name, core ? "id" : "coreid");
    for (size_t i = core ? 0 : 1; i < count; i++) {
        (void)fprintf(meta, "  <field index=\"%zu\" term=\"http://rs.tdwg.org/dwc/terms/%s\"/>\n",
                      i, fields[i]);
    }
    (void)fprintf(meta, " </%s>\n", element);
}

static bool write_description(const char *folder)
{
    FILE *meta = open_file(folder, "meta.xml");
    if (meta == NULL) {
        return false;
    }
    (void)fprintf(meta, "<archive xmlns=\"http://rs.tdwg.org/dwc/text/\">\n");
    describe_table(meta, true, "http://rs.tdwg.org/dwc/terms/Occurrence", "occurrence.csv",
                   record_fields, ARRAY_LENGTH(record_fields));
    describe_table(meta, false, "http://rs.gbif.org/terms/1.0/Multimedia", "multimedia.csv",
                   multimedia_fields, ARRAY_LENGTH(multimedia_fields));
    describe_table(meta, false, "http://rs.tdwg.org/dwc/terms/Identification", "identification.csv",
                   identification_fields, ARRAY_LENGTH(identification_fields));
    (void)fprintf(meta, "</archive>\n");
    return fclose(meta) == 0;
}

static bool write_core(FILE *file, uint64_t rows, bool shuffled)
{
    struct table t;
    begin_table(&t, file, record_fields, ARRAY_LENGTH(record_fields));
    for (uint64_t i = 0; i < rows; i++) {
        add_record(&t, shuffled ? i * STRIDE % rows : i);
    }
    return end_table(&t);
}

// Rows of an extension belong to random records: some have none, some several.
static bool write_extension(const char *folder, const char *name, const char *const *fields,
                            size_t count, uint64_t rows,
                            void (*add)(struct table *t, uint64_t row, uint64_t core))
{
    struct table t;
    FILE *file = open_file(folder, name);
    if (file == NULL) {
        return false;
    }
    begin_table(&t, file, fields, count);
    for (uint64_t i = 0; i < rows; i++) {
        add(&t, i, mix(OF_IDENTIFIER + count, i) % rows);
    }
    bool good = end_table(&t);
    return fclose(file) == 0 && good;
}

static bool write_archive(const char *folder, uint64_t rows)
{
    struct error e = {0};
    if (folder_make(folder, &e) != ST_OK) {
        (void)fprintf(stderr, "generate_records: %s\n", e.message);
        return false;
    }
    FILE *core = open_file(folder, "occurrence.csv");
    if (core == NULL) {
        return false;
    }
    bool good = write_core(core, rows, true);
    good = fclose(core) == 0 && good;
    return good && write_description(folder) &&
           write_extension(folder, "multimedia.csv", multimedia_fields,
                           ARRAY_LENGTH(multimedia_fields), rows, add_multimedia) &&
           write_extension(folder, "identification.csv", identification_fields,
                           ARRAY_LENGTH(identification_fields), rows, add_identification);
}

int main(int count, char **arguments)
{
    uint64_t rows = 0;
    const char *folder = NULL;
    for (int i = 1; i + 1 < count; i += 2) {
        if (strcmp(arguments[i], "--rows") == 0) {
            rows = strtoull(arguments[i + 1], NULL, 10);
        } else if (strcmp(arguments[i], "--archive") == 0) {
            folder = arguments[i + 1];
        }
    }
    if (rows == 0 || rows % STRIDE == 0) {
        (void)fprintf(stderr, "usage: generate_records --rows N [--archive DIR]\n");
        return 2;
    }
    bool good = folder == NULL ? write_core(stdout, rows, false) : write_archive(folder, rows);
    return good ? 0 : 1;
}
