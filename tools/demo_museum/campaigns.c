// SPDX-License-Identifier: Apache-2.0
// What curators do to records once they are there: country names brought up to date, coordinates
// found, names corrected after a revision, images added, records withdrawn. See history.h.
#include <stdlib.h>
#include <string.h>

#include "history.h"

enum campaign_kind {
    CAMPAIGN_COUNTRIES,
    CAMPAIGN_GEOREFERENCES,
    CAMPAIGN_REVISION,
    CAMPAIGN_TRANSFER,
    CAMPAIGN_IMAGES,
    CAMPAIGN_WITHDRAWAL,
    CAMPAIGN_RETURN,
};

struct campaign {
    struct date date;
    enum campaign_kind kind;
    const char *target; // ISO codes, a family, or what a withdrawal is about
    enum group group;   // GROUP_COUNT: any
    size_t limit;
    const char *message; // "%" stands for the number of records
};

static const struct campaign CAMPAIGNS[] = {
    {{2018, 2, 14},
     CAMPAIGN_COUNTRIES,
     "MM LK TH VN MY ID IN TW",
     GROUP_COUNT,
     4000,
     "Write % records' Asian countries by their present names"},
    {{2018, 6, 20},
     CAMPAIGN_COUNTRIES,
     "GH MW ZW ZM TZ NA ET BW LS SZ CD ZA CI",
     GROUP_COUNT,
     4000,
     "Write % records' African countries by their present names"},
    {{2018, 11, 7},
     CAMPAIGN_COUNTRIES,
     "GB DE CZ NL CH RU",
     GROUP_COUNT,
     6000,
     "Write % records' European countries by their present names"},
    {{2019, 2, 27},
     CAMPAIGN_COUNTRIES,
     "US GY SR BZ BR IR IQ VU",
     GROUP_COUNT,
     4000,
     "Write the remaining % records' countries by their present names"},
    {{2018, 9, 12},
     CAMPAIGN_GEOREFERENCES,
     "KE TZ UG",
     GROUP_COUNT,
     1600,
     "Georeference % specimens from East Africa"},
    {{2019, 3, 20},
     CAMPAIGN_GEOREFERENCES,
     "MY ID BN SG",
     GROUP_COUNT,
     1600,
     "Georeference % specimens from Borneo, Java and Sumatra"},
    {{2019, 11, 5},
     CAMPAIGN_GEOREFERENCES,
     "GB IE",
     GROUP_COUNT,
     2200,
     "Georeference % British and Irish specimens from Ordnance Survey maps"},
    {{2020, 4, 21},
     CAMPAIGN_GEOREFERENCES,
     "IN LK",
     GROUP_COUNT,
     1800,
     "Georeference % specimens from India and Sri Lanka, by volunteers at home"},
    {{2020, 7, 8},
     CAMPAIGN_GEOREFERENCES,
     "US CA",
     GROUP_COUNT,
     1500,
     "Georeference % North American specimens, by volunteers at home"},
    {{2020, 11, 18},
     CAMPAIGN_GEOREFERENCES,
     "ZA NA",
     GROUP_COUNT,
     1400,
     "Georeference % specimens from southern Africa"},
    {{2021, 3, 10},
     CAMPAIGN_GEOREFERENCES,
     "BR GY",
     GROUP_COUNT,
     1400,
     "Georeference % specimens from Brazil and Guyana"},
    {{2022, 6, 15},
     CAMPAIGN_GEOREFERENCES,
     "AU PG NZ",
     GROUP_COUNT,
     1700,
     "Georeference % Australasian specimens"},
    {{2023, 2, 22},
     CAMPAIGN_GEOREFERENCES,
     "PE EC CO BO",
     GROUP_COUNT,
     1300,
     "Georeference % specimens from the Andes"},
    {{2024, 5, 14},
     CAMPAIGN_GEOREFERENCES,
     "FR ES IT GR PT",
     GROUP_COUNT,
     1300,
     "Georeference % specimens from the Mediterranean"},
    {{2018, 5, 23},
     CAMPAIGN_REVISION,
     "Sphingidae",
     GROUP_LEPIDOPTERA,
     260,
     "Re-determine % hawkmoths after a revision"},
    {{2018, 12, 4},
     CAMPAIGN_REVISION,
     "Pteridaceae",
     GROUP_FERNS,
     180,
     "Re-determine % maidenhair and lip ferns"},
    {{2019, 9, 17},
     CAMPAIGN_REVISION,
     "Apidae",
     GROUP_HYMENOPTERA,
     300,
     "Re-determine % bees from their barcodes"},
    {{2020, 2, 11},
     CAMPAIGN_REVISION,
     "Carabidae",
     GROUP_COLEOPTERA,
     340,
     "Re-determine % ground beetles"},
    {{2021, 6, 22},
     CAMPAIGN_REVISION,
     "Muridae",
     GROUP_MAMMALS,
     200,
     "Re-determine % mice and rats from skull measurements"},
    {{2021, 10, 12},
     CAMPAIGN_REVISION,
     "Poaceae",
     GROUP_FLOWERING_PLANTS,
     420,
     "Re-determine % grasses for the flora account"},
    {{2022, 9, 6}, CAMPAIGN_REVISION, "Conidae", GROUP_MOLLUSCS, 160, "Re-determine % cone shells"},
    {{2023, 5, 30},
     CAMPAIGN_REVISION,
     "Gryphaeidae",
     GROUP_FOSSIL_INVERTEBRATES,
     140,
     "Re-determine % Jurassic oysters"},
    {{2023, 11, 21},
     CAMPAIGN_REVISION,
     "Culicidae",
     GROUP_DIPTERA,
     150,
     "Re-determine % mosquitoes"},
    {{2024, 10, 2},
     CAMPAIGN_REVISION,
     "Pottiaceae",
     GROUP_BRYOPHYTES,
     120,
     "Re-determine % mosses of walls and dunes"},
    {{2019, 1, 22}, CAMPAIGN_TRANSFER, NULL, GROUP_BIRDS, 250, NULL},
    {{2020, 9, 15}, CAMPAIGN_TRANSFER, NULL, GROUP_FLOWERING_PLANTS, 250, NULL},
    {{2022, 2, 8}, CAMPAIGN_TRANSFER, NULL, GROUP_COLEOPTERA, 250, NULL},
    {{2023, 8, 15}, CAMPAIGN_TRANSFER, NULL, GROUP_MOLLUSCS, 250, NULL},
    {{2024, 3, 19}, CAMPAIGN_TRANSFER, NULL, GROUP_REPTILES, 250, NULL},
    {{2025, 2, 4}, CAMPAIGN_TRANSFER, NULL, GROUP_LICHENS, 250, NULL},
    {{2018, 7, 11},
     CAMPAIGN_IMAGES,
     NULL,
     GROUP_MAMMALS,
     900,
     "Add images of % mammals and their labels"},
    {{2019, 5, 28},
     CAMPAIGN_IMAGES,
     NULL,
     GROUP_HYMENOPTERA,
     1200,
     "Add images of % bees, wasps and ants"},
    {{2021, 1, 19},
     CAMPAIGN_IMAGES,
     NULL,
     GROUP_FOSSIL_INVERTEBRATES,
     1200,
     "Add images of % fossil invertebrates"},
    {{2022, 11, 15},
     CAMPAIGN_IMAGES,
     NULL,
     GROUP_LEPIDOPTERA,
     1500,
     "Add images of % butterflies and moths"},
    {{2023, 10, 10}, CAMPAIGN_IMAGES, NULL, GROUP_BIRDS, 900, "Add images of % bird skins"},
    {{2018, 3, 28},
     CAMPAIGN_WITHDRAWAL,
     "duplicates",
     GROUP_COUNT,
     64,
     "Remove % records that were entered twice"},
    {{2020, 1, 15},
     CAMPAIGN_WITHDRAWAL,
     "PG",
     GROUP_COUNT,
     112,
     "Withdraw % records of specimens returned to Papua New Guinea"},
    {{2022, 11, 30},
     CAMPAIGN_WITHDRAWAL,
     "water",
     GROUP_WORMS,
     38,
     "Withdraw % records of spirit specimens lost when a store flooded"},
    {{2024, 7, 24},
     CAMPAIGN_WITHDRAWAL,
     "duplicates",
     GROUP_COUNT,
     27,
     "Remove % records that were entered twice"},
    {{2020, 6, 10},
     CAMPAIGN_RETURN,
     "PG",
     GROUP_COUNT,
     9,
     "Restore % records withdrawn in error: the specimens stayed"},
};

void campaigns_plan(struct steps *steps)
{
    for (size_t i = 0; i < sizeof(CAMPAIGNS) / sizeof(CAMPAIGNS[0]); i++) {
        struct date date = CAMPAIGNS[i].date;
        steps_add(steps, (struct step){.day = day_of(date.year, date.month, date.day),
                                       .campaign = &CAMPAIGNS[i]});
    }
}

// The message with its number of records.
static const char *message_of(struct museum *museum, const struct campaign *campaign, size_t count)
{
    struct text text = {0};
    size_t before = strcspn(campaign->message, "%");
    text_add_bytes(&text, campaign->message, before);
    text_add_count(&text, count);
    text_add(&text, campaign->message + before + 1);
    const char *message = pool_copy(&museum->pool, text.data);
    text_release(&text);
    return message;
}

static bool is_in(const struct museum *museum, const struct specimen *specimen, const char *codes)
{
    const char *iso = event_country(museum, &museum->events[specimen->event]);
    return iso != NULL && strstr(codes, iso) != NULL;
}

static bool is_entered(const struct specimen *specimen)
{
    return specimen->added != 0 && !specimen->removed;
}

static bool change_country(const struct museum *museum, struct specimen *specimen,
                           const struct campaign *campaign)
{
    if (!specimen->old_country || !is_in(museum, specimen, campaign->target) ||
        event_old_country(museum, specimen->event).length == 0) {
        return false;
    }
    specimen->old_country = false;
    return true;
}

static bool change_georeference(struct rng *rng, const struct museum *museum,
                                struct specimen *specimen, const struct campaign *campaign)
{
    if (specimen->georeferenced || !is_in(museum, specimen, campaign->target) ||
        !rng_chance(rng, 0.6)) {
        return false;
    }
    specimen->georeferenced = true;
    return true;
}

// Another species of the genus, described by then and living in the same realm.
static uint32_t relative_of(const struct museum *museum, struct rng *rng, uint32_t species)
{
    const struct taxonomy *taxonomy = &museum->taxonomy;
    for (int attempt = 0; attempt < 8; attempt++) {
        uint32_t other = species + rng_below(rng, 13) - 6;
        if (other != species && other < taxonomy->species_count &&
            taxonomy->species[other].genus == taxonomy->species[species].genus &&
            taxonomy->species[other].realm == taxonomy->species[species].realm) {
            return other;
        }
    }
    return species;
}

static bool change_name(struct rng *rng, struct museum *museum, struct specimen *specimen,
                        const struct campaign *campaign)
{
    if (specimen->group != campaign->group || specimen->type != TYPE_NONE) {
        return false;
    }
    const struct family *family = species_family(&museum->taxonomy, specimen->species);
    if (strcmp(family->entry->family, campaign->target) != 0 || !rng_chance(rng, 0.5)) {
        return false;
    }
    uint32_t species = relative_of(museum, rng, specimen->species);
    if (species == specimen->species && specimen->rank == RANK_SPECIES) {
        return false;
    }
    specimen->species = species;
    specimen->rank = RANK_SPECIES;
    specimen->doubtful = false;
    struct determination determination = {
        .species = species,
        .person = determiner_pick(museum, rng, campaign->group, campaign->date.year),
        .date = campaign->date,
        .remarks = "revision of the family"};
    determination.date.day = 0;
    specimen_determine(museum, specimen, determination);
    return true;
}

static bool change_images(struct specimen *specimen, const struct campaign *campaign, int32_t day)
{
    if (specimen->group != campaign->group || specimen->imaged != 0) {
        return false;
    }
    if (specimen->images == 0) {
        if (specimen->type == TYPE_NONE && specimen->number % 5 != 0) {
            return false;
        }
        specimen->images = 2;
    }
    specimen->imaged = day;
    return true;
}

// Applies the campaign to one specimen; false where it does not concern it.
static bool change(struct history *history, struct rng *rng, const struct step *step,
                   struct specimen *specimen)
{
    struct museum *museum = history->museum;
    switch (step->campaign->kind) {
    case CAMPAIGN_COUNTRIES:
        return change_country(museum, specimen, step->campaign);
    case CAMPAIGN_GEOREFERENCES:
        return change_georeference(rng, museum, specimen, step->campaign);
    case CAMPAIGN_REVISION:
        return change_name(rng, museum, specimen, step->campaign);
    case CAMPAIGN_IMAGES:
        return change_images(specimen, step->campaign, step->day);
    default:
        return false;
    }
}

static void change_many(struct history *history, const struct step *step)
{
    struct museum *museum = history->museum;
    const struct campaign *campaign = step->campaign;
    struct rng rng = rng_make(museum->seed, "campaign", (uint64_t)step->day);
    struct selection changed = {0};
    size_t limit = (size_t)((double)campaign->limit * (museum->scale < 1 ? museum->scale : 1)) + 1;
    // Begin anywhere, so that a limit does not always stop at the same drawers.
    size_t start = rng_below(&rng, (uint32_t)museum->specimen_count);
    for (size_t i = 0; i < museum->specimen_count && changed.count < limit; i++) {
        size_t at = (start + i) % museum->specimen_count;
        struct specimen *specimen = &museum->specimens[at];
        if (is_entered(specimen) && change(history, &rng, step, specimen)) {
            selection_add(&changed, at);
        }
    }
    if (changed.count > 0) {
        commit_specimens(history, step->day, &changed, step->order,
                         message_of(museum, campaign, changed.count));
    }
    selection_release(&changed);
}

// The species of a group with the most specimens entered, below the campaign's limit.
static uint32_t species_to_move(const struct museum *museum, const struct campaign *campaign)
{
    uint32_t *counts = array_zero(museum->taxonomy.species_count, sizeof(uint32_t));
    uint32_t best = NO_SPECIES;
    for (size_t i = 0; i < museum->specimen_count; i++) {
        const struct specimen *specimen = &museum->specimens[i];
        if (specimen->group == campaign->group && is_entered(specimen) &&
            specimen->rank == RANK_SPECIES) {
            counts[specimen->species]++;
        }
    }
    for (uint32_t id = 0; id < museum->taxonomy.species_count; id++) {
        if (counts[id] > 0 && counts[id] <= campaign->limit &&
            (best == NO_SPECIES || counts[id] > counts[best])) {
            best = id;
        }
    }
    free(counts);
    return best;
}

// The same species in another genus of its family; NO_SPECIES where there is none.
static uint32_t species_transfer(struct museum *museum, uint32_t from)
{
    struct taxonomy *taxonomy = &museum->taxonomy;
    struct species moved = taxonomy->species[from];
    for (uint32_t genus = 0; genus < taxonomy->genus_count; genus++) {
        const struct genus *candidate = &taxonomy->genera[genus];
        if (genus == moved.genus || candidate->family != taxonomy->genera[moved.genus].family ||
            (candidate->realms & moved.realm) == 0) {
            continue;
        }
        const char *epithet = epithet_decline(&museum->pool, moved.stem, candidate->gender);
        if (genus_has_epithet(taxonomy, genus, epithet)) {
            continue;
        }
        moved.genus = genus;
        moved.epithet = epithet;
        moved.infraspecific = NULL;
        moved.moved = true;
        taxonomy->species = array_grow(taxonomy->species, &taxonomy->species_capacity,
                                       taxonomy->species_count + 1, sizeof(moved));
        taxonomy->species[taxonomy->species_count++] = moved;
        return (uint32_t)taxonomy->species_count - 1;
    }
    return NO_SPECIES;
}

static void transfer(struct history *history, const struct step *step)
{
    struct museum *museum = history->museum;
    const struct campaign *campaign = step->campaign;
    struct rng rng = rng_make(museum->seed, "campaign", (uint64_t)step->day);
    uint32_t from = species_to_move(museum, campaign);
    uint32_t to = from == NO_SPECIES ? NO_SPECIES : species_transfer(museum, from);
    if (to == NO_SPECIES) {
        return;
    }
    size_t person = determiner_pick(museum, &rng, campaign->group, campaign->date.year);
    species_set_authorship(&museum->taxonomy, &museum->pool, &museum->people, to,
                           person == NO_PERSON ? history->staff[1] : person);
    struct text message = {0};
    text_add(&message, "Transfer ");
    text_add_species(&message, &museum->taxonomy, from);
    text_format(&message, " to %s (%s)", species_genus(&museum->taxonomy, to)->name,
                species_family(&museum->taxonomy, to)->entry->family);
    struct selection changed = {0};
    for (size_t i = 0; i < museum->specimen_count; i++) {
        struct specimen *specimen = &museum->specimens[i];
        if (specimen->species != from || specimen->group != campaign->group ||
            specimen->rank != RANK_SPECIES) {
            continue;
        }
        specimen->species = to;
        struct determination determination = {
            .species = to,
            .person = person,
            .date = {campaign->date.year, campaign->date.month, 0},
            .remarks = "new combination"};
        specimen_determine(museum, specimen, determination);
        if (is_entered(specimen)) {
            selection_add(&changed, i);
        }
    }
    commit_specimens(history, step->day, &changed, step->order,
                     pool_copy(&museum->pool, message.data));
    selection_release(&changed);
    text_release(&message);
}

static const char *withdrawal_reason(const struct campaign *campaign)
{
    if (strcmp(campaign->target, "duplicates") == 0) {
        return "Duplicate of another record";
    }
    return strcmp(campaign->target, "water") == 0 ? "Specimen lost in a flooded store"
                                                  : "Specimen returned to its country of origin";
}

static bool is_withdrawn(const struct museum *museum, const struct campaign *campaign, size_t at,
                         struct rng *rng)
{
    const struct specimen *specimen = &museum->specimens[at];
    if (!is_entered(specimen) || specimen->type != TYPE_NONE) {
        return false;
    }
    if (strcmp(campaign->target, "duplicates") == 0) {
        const struct specimen *before = at == 0 ? NULL : &museum->specimens[at - 1];
        return before != NULL && is_entered(before) && before->event == specimen->event &&
               before->species == specimen->species && rng_chance(rng, 0.05);
    }
    if (strcmp(campaign->target, "water") == 0) {
        return specimen->group == campaign->group && rng_chance(rng, 0.3);
    }
    return is_in(museum, specimen, campaign->target) && rng_chance(rng, 0.25);
}

static void withdraw(struct history *history, const struct step *step)
{
    struct museum *museum = history->museum;
    const struct campaign *campaign = step->campaign;
    struct rng rng = rng_make(museum->seed, "campaign", (uint64_t)step->day);
    struct text rows = {0};
    text_add(&rows, "occurrenceID,institutionCode,catalogNumber,reason,replacedBy\n");
    size_t count = 0;
    size_t start = rng_below(&rng, (uint32_t)museum->specimen_count);
    for (size_t i = 0; i < museum->specimen_count && count < campaign->limit; i++) {
        size_t at = (start + i) % museum->specimen_count;
        if (!is_withdrawn(museum, campaign, at, &rng)) {
            continue;
        }
        char id[37];
        char other[37] = "";
        demo_uuid(museum->seed, "occurrence", at, id);
        if (strcmp(campaign->target, "duplicates") == 0) {
            demo_uuid(museum->seed, "occurrence", at - 1, other);
        }
        museum->specimens[at].removed = true;
        text_format(&rows, "%s,DEMO,", id);
        text_add_csv(&rows, museum->specimens[at].catalogue);
        text_format(&rows, ",%s,%s\n", withdrawal_reason(campaign), other);
        count++;
    }
    if (count > 0) {
        struct date date = campaign->date;
        const char *file =
            pool_format(&museum->pool, "sources/specimens/%04d-%02d-%02d-withdrawn.csv", date.year,
                        date.month, date.day);
        write_file(pool_format(&museum->pool, "%s/%s", history->folder, file), rows.data,
                   rows.length);
        plan_add(history->plan, (struct plan_line){.at = morning(step->day),
                                                   .dataset = history->specimens.slug,
                                                   .table = history->specimens.slug,
                                                   .kind = "specimens",
                                                   .files = {file},
                                                   .file_count = 1,
                                                   .mode = "delete",
                                                   .key = "occurrenceID",
                                                   .author = staff_name(history, 2),
                                                   .message = message_of(museum, campaign, count),
                                                   .rows = count});
    }
    text_release(&rows);
}

static void restore(struct history *history, const struct step *step)
{
    struct museum *museum = history->museum;
    struct selection restored = {0};
    for (size_t i = 0; i < museum->specimen_count && restored.count < step->campaign->limit; i++) {
        struct specimen *specimen = &museum->specimens[i];
        if (specimen->removed && is_in(museum, specimen, step->campaign->target)) {
            specimen->removed = false;
            selection_add(&restored, i);
        }
    }
    if (restored.count > 0) {
        commit_specimens(history, step->day, &restored, 2,
                         message_of(museum, step->campaign, restored.count));
    }
    selection_release(&restored);
}

void campaign_run(struct history *history, const struct step *step)
{
    switch (step->campaign->kind) {
    case CAMPAIGN_TRANSFER:
        transfer(history, step);
        break;
    case CAMPAIGN_WITHDRAWAL:
        withdraw(history, step);
        break;
    case CAMPAIGN_RETURN:
        restore(history, step);
        break;
    default:
        change_many(history, step);
    }
}
