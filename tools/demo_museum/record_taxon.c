// SPDX-License-Identifier: Apache-2.0
// A record's taxon and its identification; see record.h.
#include <string.h>

#include "record.h"

const char *family_kingdom(const struct family *family)
{
    return strcmp(family->entry->phylum, "Ochrophyta") == 0 ? "Chromista"
                                                            : GROUPS[family->group].kingdom;
}

const char *type_status_name(enum type_status status)
{
    static const char *const NAMES[] = {NULL,      "Holotype",  "Paratype",
                                        "Syntype", "Lectotype", "Paralectotype",
                                        "Isotype", "Allotype",  "Topotype"};
    return NAMES[status];
}

// Not every ledger agrees on how to write it.
static const char *type_status_written(struct rng *rng, enum type_status status)
{
    if (rng_chance(rng, 0.9)) {
        return type_status_name(status);
    }
    switch (status) {
    case TYPE_HOLOTYPE:
        return rng_chance(rng, 0.5) ? "holotype" : "HOLOTYPE";
    case TYPE_PARATYPE:
        return rng_chance(rng, 0.5) ? "paratype" : "Para-type";
    case TYPE_SYNTYPE:
        return rng_chance(rng, 0.5) ? "Cotype" : "syntype";
    case TYPE_ISOTYPE:
        return "isotype";
    default:
        return type_status_name(status);
    }
}

void text_add_determined(struct text *text, const struct museum *museum,
                         const struct determination *determination)
{
    const struct taxonomy *taxonomy = &museum->taxonomy;
    switch (determination->rank) {
    case RANK_SPECIES:
        text_add_species(text, taxonomy, determination->species);
        break;
    case RANK_GENUS:
        text_add(text, species_genus(taxonomy, determination->species)->name);
        break;
    case RANK_FAMILY:
        text_add(text, species_family(taxonomy, determination->species)->entry->family);
        break;
    }
}

static void record_higher_taxa(struct record *record, const struct family *family)
{
    const struct family_entry *entry = family->entry;
    const char *kingdom = family_kingdom(family);
    record_set(record, COL_KINGDOM, kingdom);
    record_set(record, COL_PHYLUM, entry->phylum);
    record_set(record, COL_CLASS, entry->class_name);
    record_set(record, COL_ORDER, entry->order);
    record_set(record, COL_FAMILY, entry->family);
    record_begin(record);
    text_format(&record->bytes, "%s; %s; %s; %s; %s", kingdom, entry->phylum, entry->class_name,
                entry->order, entry->family);
    record_end(record, COL_HIGHER_CLASSIFICATION);
}

static void record_species(struct record *record, const struct species *species)
{
    record_set(record, COL_AUTHORSHIP, species->authorship);
    record_set(record, COL_SPECIFIC_EPITHET, species->epithet);
    record_set(record, COL_INFRASPECIFIC_EPITHET, species->infraspecific);
    bool plant = GROUPS[record->specimen->group].department == BOTANY;
    record_set(record, COL_TAXON_RANK,
               species->infraspecific == NULL ? "species"
               : plant                        ? "variety"
                                              : "subspecies");
    if (record->specimen->doubtful) {
        record_set(record, COL_IDENTIFICATION_QUALIFIER, record->index % 3 == 0 ? "aff." : "cf.");
    }
}

void record_taxon(struct record *record)
{
    const struct museum *museum = record->museum;
    const struct specimen *specimen = record->specimen;
    if (specimen->group == GROUP_MINERALS) {
        return;
    }
    const struct determination *latest = &museum->determinations[specimen->determination];
    const struct species *species = &museum->taxonomy.species[specimen->species];
    record_higher_taxa(record, species_family(&museum->taxonomy, specimen->species));
    record_begin(record);
    text_add_determined(&record->bytes, museum, latest);
    record_end(record, COL_SCIENTIFIC_NAME);
    if (specimen->rank != RANK_FAMILY) {
        record_set(record, COL_GENUS, species_genus(&museum->taxonomy, specimen->species)->name);
    }
    if (specimen->rank == RANK_SPECIES) {
        record_species(record, species);
    } else {
        record_set(record, COL_TAXON_RANK, specimen->rank == RANK_GENUS ? "genus" : "family");
    }
    if (specimen->type != TYPE_NONE) {
        struct rng rng = rng_make(museum->seed, "type spelling", record->index);
        record_set(record, COL_TYPE_STATUS, type_status_written(&rng, specimen->type));
    }
    if (latest->person != NO_PERSON) {
        record_set(record, COL_IDENTIFIED_BY, museum->people.persons[latest->person].name);
        record_begin(record);
        text_add_date(&record->bytes, latest->date);
        record_end(record, COL_DATE_IDENTIFIED);
    }
    if (specimen->host != NO_SPECIES) {
        record_begin(record);
        text_add(&record->bytes, "host: ");
        text_add_species(&record->bytes, &museum->taxonomy, specimen->host);
        record_end(record, COL_ASSOCIATED_TAXA);
    }
}
