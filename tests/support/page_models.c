// SPDX-License-Identifier: Apache-2.0
// An invented museum, as rule L1 asks: institution DEMO, invented people.

#include "support/page_models.h"
#include "api/pages/flags.h"

#define TIME_2019 1551700800000 // 2019-03-04T12:00:00Z
#define TIME_2021 1623758400000 // 2021-06-15T12:00:00Z
#define TIME_2024 1711108800000 // 2024-03-22T12:00:00Z
#define TIME_2026 1780315200000 // 2026-06-01T12:00:00Z

// A view in a static initializer, where SV is not constant.
#define TEXT(literal)                                                                              \
    {                                                                                              \
        "" literal, sizeof(literal) - 1                                                            \
    }
#define COUNT(array) (array), ARRAY_LENGTH(array)

static const struct holdings holdings = {
    {{KIND_SPECIMENS, 172404}, {KIND_INDEX_LOTS, 18210}, {KIND_RESEARCH, 9876}}, 3};

// Holdings of one kind, in an initializer.
#define ONE_KIND(kind, count)                                                                      \
    {                                                                                              \
        {{kind, count}}, 1                                                                         \
    }

static const struct home_collection collections[] = {
    {TEXT("Entomology"), TEXT("/search?dataset=entomology"),
     TEXT("Beetles, butterflies, bees and what they were pinned with."), TEXT("entomology"),
     KIND_SPECIMENS, 78210},
    {TEXT("Botany"), TEXT("/search?dataset=botany"),
     TEXT("Herbarium sheets of ferns and flowering plants."), TEXT("botany"), KIND_SPECIMENS,
     41033},
    {TEXT("Palaeontology"), TEXT("/search?dataset=palaeontology"),
     TEXT("Ammonites, fishes and plants of the Mesozoic."), TEXT("palaeontology"), KIND_SPECIMENS,
     22480},
    {TEXT("Mineralogy"), TEXT("/search?dataset=mineralogy"), TEXT("Minerals, ores and meteorites."),
     TEXT("mineralogy"), KIND_SPECIMENS, 11940},
    {TEXT("Birds"), TEXT("/search?dataset=birds"), TEXT("Skins, eggs and nests."), TEXT("birds"),
     KIND_SPECIMENS, 9702},
    {TEXT("Fishes"), TEXT("/search?dataset=fishes"), TEXT("In spirit, from three oceans."),
     TEXT("fishes"), KIND_SPECIMENS, 9039},
    {TEXT("Index lots"), TEXT("/search?dataset=index-lots"),
     TEXT("One entry for each species in a drawer."), TEXT("lots"), KIND_INDEX_LOTS, 18210},
    {TEXT("Tissues and DNA"), TEXT("/search?dataset=tissues"), TEXT("Frozen samples and extracts."),
     TEXT("dna"), KIND_PREPARATIONS, 3120},
};

static const struct home_dataset newest[] = {
    {TEXT("Wing lengths of moorland bees, 1987 to 2019"), TEXT("moorland-bees"),
     TEXT("Quillfeather M., Ombro T."), ONE_KIND(KIND_RESEARCH, 412), TIME_2026},
    {TEXT("Ammonite ribs: a measured series from the Upper Lias"), TEXT("ammonite-ribs"),
     TEXT("Dunmarrow P."), ONE_KIND(KIND_RESEARCH, 96), TIME_2024},
    {TEXT("Checklist of the fungi of Wexcombe Forest"), TEXT("wexcombe-fungi"),
     TEXT("The Demo Museum; Talloway R., Brisk A. & Umberfield J."), ONE_KIND(KIND_CHECKLIST, 1204),
     TIME_2021},
};

static const struct page_link examples[] = {
    {TEXT("Bombus"), TEXT("/search?q=Bombus"), 0},
    {TEXT("holotypes"), TEXT("/search?typeStatus=Holotype"), 0},
    {TEXT("Norway, 1850 to 1900"), TEXT("/search?country=Norway&year=1850..1900"), 0}};

#define GROWN(time, records)                                                                       \
    {                                                                                              \
        time, records,                                                                             \
        {                                                                                          \
            "/search?kind=specimens", 22                                                           \
        }                                                                                          \
    }
static const struct growth_point growth[] = {
    GROWN(TIME_2019, 43000),     GROWN(1567000000000, 48100),  GROWN(1583000000000, 71700),
    GROWN(1599000000000, 72400), GROWN(TIME_2021, 101900),     GROWN(1660000000000, 131000),
    GROWN(TIME_2024, 139800),    GROWN(1740000000000, 160100), GROWN(TIME_2026, 172404)};

static const struct facet_value family_values[] = {{TEXT("Carabidae"), {0}, 1204, true},
                                                   {TEXT("Apidae"), {0}, 803, false},
                                                   {TEXT("Nymphalidae"), {0}, 411, false},
                                                   {TEXT("Curculionidae"), {0}, 96, false},
                                                   {TEXT("Lycaenidae"), {0}, 12, false}};
static const struct facet_value country_values[] = {{TEXT("Norway"), {0}, 640, false},
                                                    {TEXT("Sweden"), {0}, 201, false},
                                                    {TEXT("Côte d’Ivoire"), {0}, 33, false}};
static const struct facet_value type_values[] = {{TEXT("Holotype"), {0}, 4, false},
                                                 {TEXT("Paratype"), {0}, 31, false}};
static const struct facet_value group_values[] = {{TEXT("A&B <c>"), {0}, 9, false}};
static const struct facet_panel facets[] = {
    {TEXT("family"), TEXT("family"), {0}, COUNT(family_values), 12, 214, true, false, false, {0}},
    {TEXT("country"), TEXT("country"), {0}, COUNT(country_values), 4, 0, false, false, false, {0}},
    {TEXT("typeStatus"),
     TEXT("typeStatus"),
     {0},
     COUNT(type_values),
     0,
     0,
     false,
     false,
     false,
     {0}},
    {TEXT("facet"),
     TEXT("field.facet"),
     TEXT("Facet (a field)"),
     COUNT(group_values),
     0,
     0,
     false,
     false,
     false,
     {0}}};

static const struct sort_choice sorts[] = {{TEXT("scientificName"), TEXT("Scientific name")},
                                           {TEXT("-year"), TEXT("Year, newest first")}};

static const struct value_label labels[] = {
    {TEXT("family"), TEXT("Carabidae"), TEXT("ground beetles")}};

static const string_view facet_choices[] = {TEXT("genus"), TEXT("recordedBy"), TEXT("sex"),
                                            TEXT("lifeStage"), TEXT("associatedMedia.category")};

static const struct result_column columns[] = {
    {TEXT("scientificName"), {0}, 1, true}, {TEXT("catalogNumber"), {0}, 0, true},
    {TEXT("family"), {0}, 0, true},         {TEXT("typeStatus"), {0}, 0, true},
    {TEXT("country"), {0}, 0, true},        {TEXT("locality"), {0}, 0, true},
    {TEXT("recordedBy"), {0}, 0, true},     {TEXT("year"), {0}, 0, true}};

#define CELL(text, name, code)                                                                     \
    {                                                                                              \
        TEXT(text), name, code, false                                                              \
    }
#define ROW(name, number, family, type, country, place, person, year)                              \
    {                                                                                              \
        CELL(name, true, false), CELL(number, false, true), CELL(family, false, false),            \
            CELL(type, false, false), CELL(country, false, false), CELL(place, false, false),      \
            CELL(person, false, false), CELL(year, false, false)                                   \
    }

static const struct result_cell cells[][8] = {
    ROW("Carabus auratus", "DEMO-E-000123", "Carabidae", "", "Norway", "Bygdøy, Oslo",
        "Quillfeather, M.", "1887"),
    ROW("Carabus coriaceus", "DEMO-E-000124", "Carabidae", "Paratype", "Sweden",
        "Hedlanda, in leaf litter under hazel", "Ombro, T.", "1861"),
    ROW("Carabus granulatus", "DEMO-E-002210", "Carabidae", "", "Norway", "", "Dunmarrow, P.",
        "1890"),
    ROW("Carabus hortensis", "DEMO-E-009981", "Carabidae", "Holotype", "Norway", "Lilleby, 240 m",
        "Dunmarrow, P.", "1899"),
    ROW("Carabus <script>alert(1)</script>", "DEMO-E-\"x\"", "Carabidae", "", "", "", "", ""),
};

static const struct result_row rows[] = {
    {TEXT("/record/entomology/DEMO-E-000123"), TEXT("Carabus auratus"), cells[0]},
    {TEXT("/record/entomology/DEMO-E-000124"), TEXT("Carabus coriaceus"), cells[1]},
    {TEXT("/record/entomology/DEMO-E-002210"), TEXT("Carabus granulatus"), cells[2]},
    {TEXT("/record/entomology/DEMO-E-009981"), TEXT("Carabus hortensis"), cells[3]},
    {TEXT("/record/entomology/a%2Fb%3Fc"), TEXT("odd"), cells[4]},
};

static const struct holdings search_matches = {{{KIND_SPECIMENS, 1192}, {KIND_INDEX_LOTS, 12}}, 2};

static const struct matching_dataset search_datasets[] = {
    {TEXT("Entomology"), TEXT("entomology"), TEXT("The Demo Museum"),
     TEXT("Pinned insects, from the first drawers of 1836 to the traps of last summer."), 1192,
     ONE_KIND(KIND_SPECIMENS, 78210)},
    {TEXT("Ground beetles of the northern valleys"), TEXT("ground-beetles"), TEXT("Ombro T."),
     TEXT("Pitfall counts of Carabidae along four valleys, 1994 to 2003."), 0,
     ONE_KIND(KIND_RESEARCH, 620)},
};

static const struct search_alternative without[] = {
    {TEXT("Year: 1850..1900"), TEXT("/search?family=Carabidae&country=Peru"), 312, KIND_COUNT,
     true},
    {TEXT("Country: Peru"), TEXT("/search?family=Carabidae&year=1850..1900"), 96, KIND_SPECIMENS,
     false}};

static const struct datasets_row dataset_rows[] = {
    {TEXT("Entomology"),
     TEXT("entomology"),
     TEXT("The Demo Museum"),
     TEXT("Pinned insects, from the first drawers of 1836 to the traps of last summer."),
     TEXT("CC BY 4.0"),
     TEXT("Collections"),
     KIND_SPECIMENS,
     {{{KIND_SPECIMENS, 78210}, {KIND_RESEARCH, 1290}}, 2},
     TIME_2026},
    {TEXT("Wing lengths of moorland bees, 1987 to 2019"), TEXT("moorland-bees"),
     TEXT("Quillfeather M., Ombro T."), TEXT("Left and right forewing, measured from photographs."),
     TEXT("CC0 1.0"), TEXT("Research"), KIND_RESEARCH, ONE_KIND(KIND_RESEARCH, 412), TIME_2024},
    {TEXT("Checklist of the fungi of Wexcombe Forest"),
     TEXT("wexcombe-fungi"),
     TEXT("Talloway R., Brisk A. & Umberfield J."),
     {0},
     TEXT("CC BY 4.0"),
     TEXT("Checklists"),
     KIND_CHECKLIST,
     ONE_KIND(KIND_CHECKLIST, 1204),
     TIME_2021}};

static const struct facet_value kind_values[] = {{TEXT("specimens"), TEXT("Specimens"), 9, false},
                                                 {TEXT("research"), TEXT("Research"), 165, false}};
static const struct facet_panel dataset_facets[] = {
    {TEXT("kind"), TEXT("kind"), TEXT("Kind"), COUNT(kind_values), 0, 0, false, false, false, {0}}};

static const struct author_row authors[] = {{TEXT("Quillfeather, Mina"),
                                             TEXT("https://orcid.org/0000-0002-1825-0097"),
                                             TEXT("The Demo Museum")},
                                            {TEXT("Ombro, Tilde"), {0}, {0}}};

static const struct page_pair facts[] = {
    {TEXT("Licence"), TEXT("CC BY 4.0"), TEXT("https://creativecommons.org/licenses/by/4.0/")},
    {TEXT("Published by"), TEXT("The Demo Museum"), {0}},
    {TEXT("Category"), TEXT("Collections"), {0}},
    {TEXT("Time covered"), TEXT("1836 to 2025"), {0}},
    {TEXT("Updated"), TEXT("monthly"), {0}},
    {TEXT("Odd link"), TEXT("not followed"), TEXT("javascript:alert(1)")}};

static const string_view tags[] = {TEXT("beetles"), TEXT("bees & wasps"), TEXT("pinned")};

static const struct resource_row tables[] = {{TEXT("entomology"),
                                              TEXT("Specimens"),
                                              TEXT("One row for each <specimen>"),
                                              TEXT("/search?table=entomology"),
                                              KIND_SPECIMENS,
                                              78210,
                                              {{0}}},
                                             {TEXT("entomology-labels"),
                                              TEXT("Label readings"),
                                              {0},
                                              TEXT("/search?table=entomology-labels"),
                                              KIND_RESEARCH,
                                              1290,
                                              {{0}}}};

#define DIGITS "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
static const struct file_row files[] = {{TEXT("specimens <2025>.csv"),
                                         TEXT("/files/" DIGITS ".csv"), FILE_LOST, TEXT("text/csv"),
                                         TEXT(DIGITS), TEXT("entomology"), 10482112, TIME_2024},
                                        {TEXT("specimens.csv"),
                                         {0},
                                         FILE_ERASED,
                                         TEXT("text/csv"),
                                         TEXT(DIGITS),
                                         TEXT("entomology"),
                                         1,
                                         TIME_2019}};

static const struct field_row fields[] = {
    {TEXT("scientificName"), TEXT("entomology"), TEXT("text"),
     TEXT("Carabus auratus Linnaeus, 1761"), 78210, 78210, NULL, 0, 0, PLOT_NONE, NULL, 0, 0},
    {TEXT("catalogNumber"), TEXT("entomology"), TEXT("text"), TEXT("DEMO-E-000123"), 78209, 78210,
     NULL, 0, 0, PLOT_NONE, NULL, 0, 0},
    {TEXT("eventDate"), TEXT("entomology"), TEXT("date"), TEXT("1887-06-12"), 60120, 78210, NULL, 0,
     0, PLOT_NONE, NULL, 0, 0},
    {TEXT("decimalLatitude"), TEXT("entomology"), TEXT("number"), TEXT("59.9047"), 31002, 78210,
     NULL, 0, 0, PLOT_NONE, NULL, 0, 0},
    {TEXT("associatedMedia.identifier"),
     TEXT("entomology"),
     TEXT("text"),
     {0},
     120,
     78210,
     NULL,
     0,
     0,
     PLOT_NONE,
     NULL,
     0,
     0},
    {TEXT("reading"), TEXT("entomology-labels"), TEXT("text"), TEXT("Bygdø 12.vi.87"), 1290, 1290,
     NULL, 0, 0, PLOT_NONE, NULL, 0, 0}};

static const struct commit_row commits[] = {
    {.time = TIME_2026,
     .author = TEXT("Mina Quillfeather"),
     .message = TEXT("Monthly export of the collections system"),
     .added = 1204,
     .changed = 312,
     .removed = 3,
     .address = TEXT("/search?dataset=entomology&version=1780315200000"),
     .report_address = TEXT("/api/v1/datasets/entomology/commits/9/report")},
    {.time = TIME_2024,
     .author = TEXT("Tilde Ombro"),
     .message = TEXT("New description and licence"),
     .metadata = true},
    {.time = TIME_2019,
     .author = TEXT("import"),
     .message = TEXT("First publication"),
     .added = 76900,
     .address = TEXT("/search?dataset=entomology&version=1551700800000")}};

#define FIELD(name_, text)                                                                         \
    {                                                                                              \
        .name = TEXT(name_), .values = (const string_view[]){TEXT(text)}, .value_count = 1         \
    }
#define LINKED(name_, text)                                                                        \
    {                                                                                              \
        .name = TEXT(name_), .values = (const string_view[]){TEXT(text)}, .value_count = 1,        \
        .addresses = (const string_view[])                                                         \
        {                                                                                          \
            TEXT("/search?" name_ "=" text)                                                        \
        }                                                                                          \
    }

static const string_view collectors[] = {TEXT("Quillfeather, M."), TEXT("Ombro, T.")};
static const struct value_row record_fields[] = {
    FIELD("occurrenceID", "urn:demo:entomology:000123"),
    FIELD("scientificName", "Carabus auratus"),
    FIELD("scientificNameAuthorship", "Linnaeus, 1761"),
    LINKED("kingdom", "Animalia"),
    LINKED("phylum", "Arthropoda"),
    LINKED("class", "Insecta"),
    LINKED("order", "Coleoptera"),
    LINKED("family", "Carabidae"),
    LINKED("genus", "Carabus"),
    FIELD("specificEpithet", "auratus"),
    LINKED("country", "Norway"),
    FIELD("stateProvince", "Oslo"),
    {.name = TEXT("locality"),
     .values = (const string_view[]){TEXT("Bygdøy, under stones by the shore")},
     .value_count = 1,
     .corrected = true},
    FIELD("decimalLatitude", "59.9047"),
    FIELD("decimalLongitude", "10.6849"),
    FIELD("coordinateUncertaintyInMeters", "80000"),
    FIELD("geodeticDatum", "WGS84"),
    {.name = TEXT("recordedBy"),
     .values = collectors,
     .value_count = ARRAY_LENGTH(collectors),
     .addresses = (const string_view[]){TEXT("/search?recordedBy=Quillfeather%2C%20M."), {0}}},
    FIELD("eventDate", "1887-06-12"),
    LINKED("year", "1887"),
    FIELD("habitat", "shore <meadow> & stones"),
    FIELD("identifiedBy", "Dunmarrow, P."),
    FIELD("typeStatus", "Holotype"),
    FIELD("catalogNumber", "DEMO-E-000123"),
    FIELD("collectionCode", "DEMO(E)"),
    FIELD("preservative", "pinned"),
    FIELD("sex", "♀"),
    FIELD("institutionCode", "DEMO"),
    FIELD("basisOfRecord", "PreservedSpecimen"),
    FIELD("references", "https://demo.example/specimen/000123"),
    FIELD("drawerTemperature", "17.5"),
    FIELD("emptyField", ""),
};

static const string_view list_columns[] = {TEXT("relationshipOfResource"),
                                           TEXT("relatedResourceID")};
static const string_view list_cells[] = {TEXT("parasite of"), TEXT("urn:demo:entomology:000007")};
static const struct value_list lists[] = {
    {TEXT("resourceRelationship"), COUNT(list_columns), list_cells, 1}};

static const struct medium_row media[] = {
    {.kind = MEDIUM_IMAGE,
     .address = TEXT("/media/ab.svg"),
     .own = true,
     .thumbnail = TEXT("/media/ab.svg"),
     .title = TEXT("habitus, \"dorsal\""),
     .creator = TEXT("Ombro, T."),
     .rights_holder = TEXT("The Demo Museum"),
     .licence = TEXT("CC BY-NC 4.0"),
     .licence_address = TEXT("https://creativecommons.org/licenses/by-nc/4.0/"),
     .created = TEXT("2019-05-02"),
     .category = TEXT("Specimen")},
    {.kind = MEDIUM_SOUND, .address = TEXT("/media/cd.wav"), .own = true, .title = TEXT("call")},
    {.kind = MEDIUM_MODEL,
     .address = TEXT("https://other.example/files/1.glb"),
     .format = TEXT("model/gltf-binary")}};
static const struct determination_row determinations[] = {
    {.name = TEXT("Carabus auratus"),
     .authorship = TEXT("Linnaeus, 1761"),
     .by = TEXT("Dunmarrow, P."),
     .by_address = TEXT("/search?identifiedBy=Dunmarrow%2C%20P."),
     .date = TEXT("1931"),
     .type = TEXT("Holotype"),
     .current = true},
    {.name = TEXT("Carabus aureus"), .by = TEXT("Ombro, T."), .date = TEXT("1888")}};
static const int flags[] = {FLAG_ZERO_COORDINATE, FLAG_RECORDED_DATE_MISMATCH};
static const struct page_link related_records[] = {
    {TEXT("Carabus hortensis, DEMO-E-000125"), TEXT("/record/entomology/DEMO-E-000125"), 0}};
static const struct related_group related[] = {
    {RELATION_GATHERING, TEXT("/search?eventID=e1"), 2, true, false, COUNT(related_records)},
    {RELATION_PARTS, TEXT("/search?associatedOccurrences=x"), 1204, false, false, NULL, 0},
    {RELATION_NUMBER, TEXT("/search?catalogNumber=x"), 0, true, true, NULL, 0}};
static const struct page_link external[] = {
    {TEXT("ORCID 0000-0002-1825-0097"), TEXT("https://orcid.org/0000-0002-1825-0097"), 0}};
static const struct page_link citation_links[PAGE_CITATIONS] = {
    {TEXT("Text"), TEXT("/cite?format=text"), 0},
    {TEXT("BibTeX"), TEXT("/cite?format=bibtex"), 0},
    {TEXT("RIS"), TEXT("/cite?format=ris"), 0},
    {TEXT("CSL-JSON"), TEXT("/cite?format=csl"), 0}};
static const struct version_row versions[] = {
    {.time = TIME_2026,
     .previous = TIME_2024,
     .change = CHANGE_CHANGED,
     .author = TEXT("Mina Quillfeather"),
     .message = TEXT("Monthly export of the collections system"),
     .fields_changed = 3},
    {.time = TIME_2024,
     .previous = TIME_2021,
     .change = CHANGE_RETURNED,
     .author = TEXT("import"),
     .message = TEXT("Restored: the key came back")},
    {.time = TIME_2021,
     .previous = TIME_2019,
     .change = CHANGE_REMOVED,
     .author = TEXT("import"),
     .message = TEXT("No longer in the source"),
     .removal = {TIME_2021, TEXT("Lost in the move"), TEXT(""), TEXT("")}},
    {.time = TIME_2019,
     .change = CHANGE_ADDED,
     .author = TEXT("import"),
     .message = TEXT("First publication")}};

static const struct version_row removed_versions[] = {
    {.time = TIME_2024,
     .previous = TIME_2019,
     .change = CHANGE_REMOVED,
     .author = TEXT("import"),
     .message = TEXT("No longer in the source"),
     .removal = {TIME_2024, TEXT("Registered twice"), TEXT("DEMO-E-000124"),
                 TEXT("/record/entomology/DEMO-E-000124")}},
    {.time = TIME_2019,
     .change = CHANGE_ADDED,
     .author = TEXT("import"),
     .message = TEXT("First publication")}};

static const struct difference_row differences[] = {
    {TEXT("locality"), CHANGE_CHANGED, TEXT("Bygdø"), TEXT("Bygdøy, under stones by the shore")},
    {TEXT("coordinateUncertaintyInMeters"), CHANGE_ADDED, {0}, TEXT("80000")},
    {TEXT("eventRemarks"), CHANGE_REMOVED, TEXT("date on reverse <illegible>"), {0}}};

static const struct api_parameter parameters[] = {
    {TEXT("table"), TEXT("A table's slug."), TEXT("birds"), true, true},
    {TEXT("version"), TEXT("The <moment> to answer for."), {0}, false, false}};
static const struct api_endpoint endpoints[] = {{.method = TEXT("GET"),
                                                 .path = TEXT("/api/v1/records"),
                                                 .operation = TEXT("findRecords"),
                                                 .summary = TEXT("Records that match, with facets"),
                                                 .parameters = &parameters[1],
                                                 .parameter_count = 1},
                                                {.method = TEXT("POST"),
                                                 .path = TEXT("/api/v1/search"),
                                                 .operation = TEXT("search"),
                                                 .summary = TEXT("The same for a JSON query"),
                                                 .body_type = TEXT("application/json"),
                                                 .body = TEXT("{\"query\": {}}")},
                                                {.method = TEXT("GET"),
                                                 .path = TEXT("/api/v1/records/{table}"),
                                                 .operation = TEXT("getRecords"),
                                                 .summary = TEXT("The versions of a record"),
                                                 .parameters = parameters,
                                                 .parameter_count = ARRAY_LENGTH(parameters)}};

static void fill_site(struct page_models *m, string_view manifest)
{
    m->site = (struct page_site){
        .name = SV("The Demo Museum of Natural History"),
        .tagline = SV("Every label in the drawers, open to read"),
        .base_url = SV("https://data.demo.example"),
        .assets = manifest,
        .demo = true,
        .latest = TIME_2026,
    };
}

static void fill_home(struct page_models *m)
{
    m->home = (struct home_page){
        .site = &m->site,
        .holdings = holdings,
        .datasets = 174,
        .types = {SV("type specimens"), SV("/search?typeStatus=Holotype"), 1204},
        .with_images = {SV("specimens with media"), SV("/search?associatedMedia=*"), 48210},
        .with_coordinates = {SV("specimens with coordinates"), SV("/search?decimalLatitude=*"),
                             90233},
        .countries = {SV("countries"), SV("/search?facet=countryCode&facetLimit=143"), 143},
        .collections = collections,
        .collection_count = ARRAY_LENGTH(collections),
        .newest = newest,
        .newest_count = ARRAY_LENGTH(newest),
        .examples = examples,
        .example_count = ARRAY_LENGTH(examples),
        .growth = growth,
        .growth_count = ARRAY_LENGTH(growth),
        .growth_kind = KIND_SPECIMENS,
    };
}

static void fill_search(struct page_models *m)
{
    address_init(&m->search_state, SV("/search"));
    address_add(&m->search_state, SV("q"), SV("beetle & \"shore\""));
    address_add(&m->search_state, SV("family"), SV("Carabidae"));
    address_add(&m->search_state, SV("year"), SV("1850..1900"));
    address_add(&m->search_state, SV("recordedBy"), SV("Ombro, T."));
    address_add(&m->search_state, SV("sort"), SV("scientificName"));
    address_add(&m->search_state, SV("version"), SV("1711108800000"));
    m->search = (struct search_page){
        .site = &m->site,
        .state = &m->search_state,
        .by_rows = true,
        .total = 1204,
        .matches = search_matches,
        .kind_addresses = {SV("/search?table=entomology"), SV("")},
        .labels = labels,
        .label_count = ARRAY_LENGTH(labels),
        .version = TIME_2024,
        .as_of = true,
        .datasets = search_datasets,
        .dataset_count = ARRAY_LENGTH(search_datasets),
        .dataset_total = 5,
        .datasets_address = SV("/datasets?q=beetle"),
        .facets = facets,
        .facet_count = ARRAY_LENGTH(facets),
        .facet_choices = facet_choices,
        .facet_choice_count = ARRAY_LENGTH(facet_choices),
        .year_range = true,
        .sorts = sorts,
        .sort_count = ARRAY_LENGTH(sorts),
        .columns = columns,
        .column_count = ARRAY_LENGTH(columns),
        .rows = rows,
        .row_count = ARRAY_LENGTH(rows),
        .limit = 20,
        .offset = 200,
    };
    m->nothing = m->search;
    m->nothing.total = 0;
    m->nothing.matches.count = 0;
    m->nothing.dataset_count = 0;
    m->nothing.facet_count = 0;
    m->nothing.row_count = 0;
    m->nothing.offset = 0;
    m->nothing.without = without;
    m->nothing.without_count = ARRAY_LENGTH(without);
}

static void fill_datasets(struct page_models *m)
{
    address_init(&m->datasets_state, SV("/datasets"));
    m->datasets = (struct datasets_page){
        .site = &m->site,
        .state = &m->datasets_state,
        .facets = dataset_facets,
        .facet_count = ARRAY_LENGTH(dataset_facets),
        .rows = dataset_rows,
        .row_count = ARRAY_LENGTH(dataset_rows),
        .total = 174,
        .limit = 20,
    };
    m->dataset = (struct dataset_page){
        .site = &m->site,
        .slug = SV("entomology"),
        .title = SV("Entomology: the pinned collections"),
        .description = SV("Pinned insects, from the first drawers of 1836."),
        .description_markup =
            SV("<p>Pinned insects, from the first drawers of 1836 to the traps of last summer. "
               "Each record is one pin; what shares a pin shares a record.</p>"),
        .subject = SV("entomology"),
        .kind = KIND_SPECIMENS,
        .holdings = {{{KIND_SPECIMENS, 78210}, {KIND_RESEARCH, 1290}}, 2},
        .authors = authors,
        .author_count = ARRAY_LENGTH(authors),
        .facts = facts,
        .fact_count = ARRAY_LENGTH(facts),
        .tags = tags,
        .tag_count = ARRAY_LENGTH(tags),
        .has_extent = true,
        .west = -12.5,
        .south = 48.0,
        .east = 31.2,
        .north = 71.2,
        .tables = tables,
        .files = files,
        .file_count = ARRAY_LENGTH(files),
        .table_count = ARRAY_LENGTH(tables),
        .fields = fields,
        .field_count = ARRAY_LENGTH(fields),
        .commits = commits,
        .commit_count = ARRAY_LENGTH(commits),
        .commit_total = 12,
        .commits_address = SV("/api/v1/datasets/entomology/commits"),
        .citation = SV("Quillfeather M., Ombro T. (2026). Entomology: the pinned collections [Data "
                       "set]. Version 2026-06-01. The Demo Museum. Not registered."),
        .search_address = SV("/search?dataset=entomology"),
        .version = TIME_2026,
        .changed = TIME_2026,
    };
}

static void fill_record(struct page_models *m)
{
    m->record = (struct record_page){
        .site = &m->site,
        .table = SV("entomology"),
        .dataset = SV("entomology"),
        .dataset_title = SV("Entomology: the pinned collections"),
        .licence = SV("CC BY 4.0"),
        .licence_address = SV("https://creativecommons.org/licenses/by/4.0/"),
        .kind = KIND_SPECIMENS,
        .key = SV("DEMO-E-000123"),
        .path = SV("/record/entomology/DEMO-E-000123"),
        .title = SV("Carabus auratus"),
        .title_is_name = true,
        .authorship = SV("Linnaeus, 1761"),
        .catalog_number = SV("DEMO-E-000123"),
        .institution = SV("DEMO"),
        .collection = SV("DEMO(E)"),
        .type_status = SV("Holotype"),
        .summary = SV("Carabus auratus Linnaeus, 1761, holotype, Norway, Oslo, Bygdøy, 1887."),
        .fields = record_fields,
        .field_count = ARRAY_LENGTH(record_fields),
        .lists = lists,
        .list_count = ARRAY_LENGTH(lists),
        .has_point = true,
        .latitude = 59.9047,
        .longitude = 10.6849,
        .uncertainty_metres = 80000,
        .versions = versions,
        .version_count = ARRAY_LENGTH(versions),
        .version_total = ARRAY_LENGTH(versions),
        .version = TIME_2026,
        .newest = true,
        .has_difference = true,
        .from = TIME_2024,
        .to = TIME_2026,
        .differences = differences,
        .difference_count = ARRAY_LENGTH(differences),
        .citation = SV("DEMO DEMO-E-000123, Carabus auratus. In: Quillfeather M., Ombro T. (2026). "
                       "Entomology: the pinned collections [Data set]."),
        .citation_links = citation_links,
        .json_address = SV("/api/v1/records/entomology/DEMO-E-000123"),
        .linked_address = SV("/api/v1/records/entomology/DEMO-E-000123?format=jsonld"),
        .csv_address = SV("/api/v1/records/entomology/DEMO-E-000123?format=csv"),
        .permanent_address = SV("https://demo.example/record/entomology/DEMO-E-000123?version=1"),
        .media = media,
        .medium_count = ARRAY_LENGTH(media),
        .medium_total = ARRAY_LENGTH(media),
        .determinations = determinations,
        .determination_count = ARRAY_LENGTH(determinations),
        .flags = flags,
        .flag_count = ARRAY_LENGTH(flags),
        .related = related,
        .related_count = ARRAY_LENGTH(related),
        .external = external,
        .external_count = ARRAY_LENGTH(external),
        .place = {.search_address = SV("/search?family=Carabidae&offset=20"),
                  .previous =
                      SV("/record/entomology/DEMO-E-000122?search=family%3DCarabidae&at=20"),
                  .position = 22,
                  .total = 1204},
    };
    m->removed = m->record;
    m->removed.related_count = 0;
    m->removed.place = (struct search_place){0};
    m->removed.removed = true;
    m->removed.newest = true;
    m->removed.has_difference = false;
    m->removed.versions = removed_versions;
    m->removed.version_count = ARRAY_LENGTH(removed_versions);
    m->removed.version_total = ARRAY_LENGTH(removed_versions);
    m->removed.version = TIME_2019;
    m->removed.removal = removed_versions[0].removal;
    m->removed.longitude = 179.2;
    m->removed.latitude = -17.8;
    m->removed.uncertainty_metres = 0;
}

static const struct statistics_dataset largest[] = {
    {TEXT("Entomology & more"),
     TEXT("entomology"),
     {.kinds = {{KIND_SPECIMENS, 4000}}, .count = 1},
     4000},
};
static const struct statistics_month months[] = {{TIME_2024, 3, 1204, 12, 1}};

void page_models_fill(struct page_models *models, string_view manifest)
{
    fill_site(models, manifest);
    fill_home(models);
    fill_search(models);
    fill_datasets(models);
    fill_record(models);
    models->api = (struct api_page){&models->site, SV("https://data.demo.example"), endpoints,
                                    ARRAY_LENGTH(endpoints)};
    models->text = (struct text_page){.site = &models->site,
                                      .title = SV("Privacy & cookies"),
                                      .description = SV("What is kept."),
                                      .path = SV("/privacy"),
                                      .lead = SV("Nothing <much>"),
                                      .markup = SV("<h2>Cookies</h2>\n<p>None.</p>")};
    models->statistics = (struct statistics_page){.site = &models->site,
                                                  .holdings = holdings,
                                                  .datasets = 174,
                                                  .commits = 3,
                                                  .largest = largest,
                                                  .largest_count = ARRAY_LENGTH(largest),
                                                  .months = months,
                                                  .month_count = ARRAY_LENGTH(months)};
}
