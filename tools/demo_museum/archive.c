// SPDX-License-Identifier: Apache-2.0
// Darwin Core Archives; see archive.h.
#include "archive.h"

#include <string.h>

#include "zip.h"

#define DWC "http://rs.tdwg.org/dwc/terms/"
#define DC  "http://purl.org/dc/terms/"

enum { FIELD_LIMIT = 16 };

// An extension: its file, its row type and the terms of its columns after the core's id.
struct extension {
    const char *file;
    const char *row_type;
    const char *terms[FIELD_LIMIT];
};

static const struct extension MEDIA = {
    "multimedia",
    "http://rs.gbif.org/terms/1.0/Multimedia",
    {DC "identifier", DC "type", DC "format", DC "title", DC "creator", DC "created", DC "license",
     DC "rightsHolder", "https://vitrine.example.org/terms/assetID",
     "https://vitrine.example.org/terms/category", "http://ns.adobe.com/exif/1.0/PixelXDimension",
     "http://ns.adobe.com/exif/1.0/PixelYDimension",
     "http://rs.tdwg.org/ac/terms/thumbnailAccessURI", NULL},
};
static const struct extension IDENTIFICATIONS = {
    "identification",
    DWC "Identification",
    {DWC "identificationID", DWC "scientificName", DWC "scientificNameAuthorship", DWC "taxonRank",
     DWC "identifiedBy", DWC "dateIdentified", DWC "typeStatus", DWC "identificationRemarks", NULL},
};

static char department_letter(enum department department)
{
    return "BEZPM"[department];
}

static bool has_column(const struct archive *archive, size_t column)
{
    return strchr(COLUMNS[column].departments, department_letter(archive->department)) != NULL;
}

static void add_field(const struct archive *archive, struct text *text, const char *value,
                      bool first)
{
    if (!first) {
        text_add_char(text, archive->quoted ? ',' : '\t');
    }
    if (archive->quoted) {
        text_add_csv(text, value);
    } else {
        text_add(text, value);
    }
}

static void add_heading(const struct archive *archive, struct text *text,
                        const struct extension *extension)
{
    add_field(archive, text, "coreid", true);
    for (size_t i = 0; extension->terms[i] != NULL; i++) {
        add_field(archive, text, strrchr(extension->terms[i], '/') + 1, false);
    }
    text_add_char(text, '\n');
}

void archive_begin(struct archive *archive, const struct museum *museum, enum department department,
                   bool quoted)
{
    *archive = (struct archive){.museum = museum, .department = department, .quoted = quoted};
    bool first = true;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (has_column(archive, i)) {
            add_field(archive, &archive->core, COLUMNS[i].name, first);
            first = false;
        }
    }
    text_add_char(&archive->core, '\n');
    add_heading(archive, &archive->media, &MEDIA);
    add_heading(archive, &archive->identifications, &IDENTIFICATIONS);
}

static void add_core(struct archive *archive, struct record *record)
{
    struct text value = {0};
    bool first = true;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (!has_column(archive, i)) {
            continue;
        }
        text_clear(&value);
        text_add_bytes(&value, record->length[i] == 0 ? "" : record->bytes.data + record->start[i],
                       record->length[i]);
        add_field(archive, &archive->core, value.data, first);
        first = false;
    }
    text_add_char(&archive->core, '\n');
    text_release(&value);
}

struct picture {
    const char *category;
    const char *title; // of a view, or NULL
    enum plate_view view;
};

static struct picture picture_of(const struct specimen *specimen, size_t number)
{
    static const struct picture SHEET[] = {{"Specimen", NULL, PLATE_WHOLE},
                                           {"Label", "label", PLATE_LABEL}};
    static const struct picture INSECT[] = {{"Specimen", "dorsal view", PLATE_WHOLE},
                                            {"Label", "labels", PLATE_LABEL},
                                            {"Specimen", "detail", PLATE_DETAIL}};
    static const struct picture OTHER[] = {{"Specimen", NULL, PLATE_WHOLE},
                                           {"Specimen", "detail", PLATE_DETAIL},
                                           {"Label", "label", PLATE_LABEL},
                                           {"Register", "register page", PLATE_REGISTER}};
    switch (specimen_department(specimen)) {
    case BOTANY:
        return SHEET[number % 2];
    case ENTOMOLOGY:
        return INSECT[number % 3];
    default:
        return OTHER[number % 4];
    }
}

// The museum's own media lie with the portal: their addresses are paths of its host.
static void add_medium(struct archive *archive, const struct record *record, const char *id,
                       const char *name, const char *type, const char *format, const char *title,
                       const char *category, size_t number)
{
    const struct specimen *specimen = record->specimen;
    struct text *text = &archive->media;
    struct text value = {0};
    struct rng rng = rng_make(archive->museum->seed, "picture", record->index * 16 + number);
    add_field(archive, text, id, true);
    text_format(&value, "/media/%s", name);
    add_field(archive, text, value.data, false);
    add_field(archive, text, type, false);
    add_field(archive, text, format, false);
    text_clear(&value);
    text_add(&value, specimen->catalogue);
    if (title != NULL) {
        text_format(&value, ", %s", title);
    }
    add_field(archive, text, value.data, false);
    add_field(archive, text, ORGANISATION, false);
    text_clear(&value);
    text_add_date(&value, date_of(specimen->imaged - rng_between(&rng, 1, 25)));
    add_field(archive, text, value.data, false);
    add_field(archive, text, LICENCE_CC_BY, false);
    add_field(archive, text, RIGHTS_HOLDER, false);
    text_clear(&value);
    text_format(&value, "%zu", 3000000 + record->index * 16 + number);
    add_field(archive, text, value.data, false);
    add_field(archive, text, category, false);
    text_release(&value);
}

static void add_picture(struct archive *archive, const struct record *record, const char *id,
                        size_t number)
{
    const struct specimen *specimen = record->specimen;
    struct picture picture = picture_of(specimen, number);
    size_t variant =
        (specimen->species == NO_SPECIES ? record->index : specimen->species) % PLATE_VARIANTS;
    const char *name = archive->museum->plates.names[specimen->group][variant][picture.view];
    struct text value = {0};
    add_medium(archive, record, id, name, "StillImage", "image/svg+xml", picture.title,
               picture.category, number);
    text_format(&value, "%d", PLATE_WIDTH);
    add_field(archive, &archive->media, value.data, false);
    text_clear(&value);
    text_format(&value, "%d", PLATE_HEIGHT);
    add_field(archive, &archive->media, value.data, false);
    add_field(archive, &archive->media, "", false);
    text_add_char(&archive->media, '\n');
    text_release(&value);
}

// Of the kinds that call, the call of one in four that were photographed.
static void add_call(struct archive *archive, const struct record *record, const char *id)
{
    const char *name = archive->museum->plates.calls[record->specimen->group];
    if (name == NULL || record->index % 4 != 0) {
        return;
    }
    add_medium(archive, record, id, name, "Sound", "audio/wav", "call", "Recording", 15);
    add_field(archive, &archive->media, "", false);
    add_field(archive, &archive->media, "", false);
    add_field(archive, &archive->media, "", false);
    text_add_char(&archive->media, '\n');
}

// The shell that the specimen's kind has; MODEL_COUNT for none.
static enum model model_of(const struct museum *museum, uint32_t species)
{
    if (species == NO_SPECIES) {
        return MODEL_COUNT;
    }
    const struct family_entry *family = species_family(&museum->taxonomy, species)->entry;
    return strcmp(family->class_name, "Gastropoda") == 0 ? MODEL_SNAIL
           : strcmp(family->order, "Ammonitida") == 0    ? MODEL_AMMONITE
                                                         : MODEL_COUNT;
}

// Of snails and ammonites, the scan of one in three that were photographed.
static void add_model(struct archive *archive, const struct record *record, const char *id)
{
    const struct plates *plates = &archive->museum->plates;
    enum model model = model_of(archive->museum, record->specimen->species);
    if (model == MODEL_COUNT || record->index % 3 != 0) {
        return;
    }
    struct text value = {0};
    add_medium(archive, record, id, plates->models[model], "InteractiveResource",
               "model/gltf-binary", "surface model", "Model", 14);
    add_field(archive, &archive->media, "", false);
    add_field(archive, &archive->media, "", false);
    text_format(&value, "/media/%s", plates->posters[model]);
    add_field(archive, &archive->media, value.data, false);
    text_add_char(&archive->media, '\n');
    text_release(&value);
}

static void add_identification(struct archive *archive, const struct record *record, const char *id,
                               uint32_t at)
{
    const struct museum *museum = archive->museum;
    const struct determination *determination = &museum->determinations[at];
    const struct species *species = &museum->taxonomy.species[determination->species];
    struct text *text = &archive->identifications;
    struct text value = {0};
    char uuid[37];
    demo_uuid(museum->seed, "identification", at, uuid);
    add_field(archive, text, id, true);
    add_field(archive, text, uuid, false);
    text_add_determined(&value, museum, determination);
    add_field(archive, text, value.data, false);
    bool to_species = determination->rank == RANK_SPECIES;
    add_field(archive, text, to_species ? species->authorship : "", false);
    add_field(archive, text,
              to_species                          ? "species"
              : determination->rank == RANK_GENUS ? "genus"
                                                  : "family",
              false);
    add_field(archive, text,
              determination->person == NO_PERSON
                  ? ""
                  : museum->people.persons[determination->person].name,
              false);
    text_clear(&value);
    text_add(&value, "");
    text_add_date(&value, determination->date);
    add_field(archive, text, value.data, false);
    const char *status = type_status_name(record->specimen->type);
    bool type = status != NULL && at == record->specimen->determination;
    add_field(archive, text, type ? status : "", false);
    add_field(archive, text, determination->remarks == NULL ? "" : determination->remarks, false);
    text_add_char(text, '\n');
    text_release(&value);
}

void archive_add(struct archive *archive, size_t specimen)
{
    struct record *record = &archive->record;
    char id[37];
    record_make(record, archive->museum, specimen);
    demo_uuid(archive->museum->seed, "occurrence", specimen, id);
    add_core(archive, record);
    for (size_t i = 0; record->specimen->imaged != 0 && i < record->specimen->images; i++) {
        add_picture(archive, record, id, i);
    }
    if (record->specimen->imaged != 0 && record->specimen->images > 0) {
        add_call(archive, record, id);
        add_model(archive, record, id);
    }
    for (uint32_t at = record->specimen->determination; at != NO_DETERMINATION;
         at = archive->museum->determinations[at].earlier) {
        add_identification(archive, record, id, at);
    }
    archive->rows++;
}

static void add_table_meta(const struct archive *archive, struct text *text, const char *element,
                           const char *row_type)
{
    text_format(text,
                "  <%s encoding=\"UTF-8\" fieldsTerminatedBy=\"%s\" linesTerminatedBy=\"\\n\" "
                "fieldsEnclosedBy=\"%s\" ignoreHeaderLines=\"1\" rowType=\"%s\">\n",
                element, archive->quoted ? "," : "\\t", archive->quoted ? "&quot;" : "", row_type);
}

static void add_file_meta(struct text *text, const char *name, bool quoted)
{
    text_format(text, "    <files><location>%s.%s</location></files>\n", name,
                quoted ? "csv" : "txt");
}

static void add_extension_meta(const struct archive *archive, struct text *text,
                               const struct extension *extension)
{
    add_table_meta(archive, text, "extension", extension->row_type);
    add_file_meta(text, extension->file, archive->quoted);
    text_add(text, "    <coreid index=\"0\"/>\n");
    for (size_t i = 0; extension->terms[i] != NULL; i++) {
        text_format(text, "    <field index=\"%zu\" term=\"%s\"/>\n", i + 1, extension->terms[i]);
    }
    text_add(text, "  </extension>\n");
}

static void add_meta(const struct archive *archive, struct text *text)
{
    text_add(text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<archive xmlns=\"http://rs.tdwg.org/dwc/text/\" metadata=\"eml.xml\">\n");
    add_table_meta(archive, text, "core", DWC "Occurrence");
    add_file_meta(text, "occurrence", archive->quoted);
    text_add(text, "    <id index=\"0\"/>\n");
    size_t index = 0;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (has_column(archive, i)) {
            const char *list = i == COL_RECORDED_BY ? " delimitedBy=\" | \"" : "";
            text_format(text, "    <field index=\"%zu\" term=\"%s%s\"%s/>\n", index++,
                        COLUMNS[i].vocabulary, COLUMNS[i].name, list);
        }
    }
    // A constant of the whole table, as the text guide allows.
    text_add(text, "    <field term=\"" DWC "occurrenceStatus\" default=\"present\"/>\n");
    text_add(text, "  </core>\n");
    add_extension_meta(archive, text, &MEDIA);
    add_extension_meta(archive, text, &IDENTIFICATIONS);
    text_add(text, "</archive>\n");
}

static void add_table(struct zip *zip, struct text *table, const char *name, bool quoted)
{
    struct text file = {0};
    text_format(&file, "%s.%s", name, quoted ? "csv" : "txt");
    zip_add(zip, file.data, table->data, table->length);
    text_release(&file);
    text_release(table);
}

void archive_finish(struct archive *archive, const char *path, const struct metadata *metadata,
                    struct date published)
{
    struct zip zip = {0};
    struct text xml = {0};
    add_meta(archive, &xml);
    zip_add(&zip, "meta.xml", xml.data, xml.length);
    text_clear(&xml);
    text_add_eml(&xml, metadata, published);
    zip_add(&zip, "eml.xml", xml.data, xml.length);
    add_table(&zip, &archive->core, "occurrence", archive->quoted);
    add_table(&zip, &archive->media, MEDIA.file, archive->quoted);
    add_table(&zip, &archive->identifications, IDENTIFICATIONS.file, archive->quoted);
    zip_finish(&zip, path);
    text_release(&xml);
    record_release(&archive->record);
}
