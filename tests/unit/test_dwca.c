// SPDX-License-Identifier: Apache-2.0
// Darwin Core Archives: meta.xml, the join of core and extensions, and what must be refused (rule
// A8).
#include "support/source_fixture.h"

#include "formats/dwca_meta.h"

#define DWC  "http://rs.tdwg.org/dwc/terms/"
#define GBIF "http://rs.gbif.org/terms/1.0/"

#define CORE_OF(attributes, location, fields)                                                      \
    "<core rowType='" DWC "Occurrence' " attributes "><files><location>" location                  \
    "</location></files>" fields "</core>"

static void write_meta(const struct reading *r, const char *content)
{
    struct buffer xml;
    buffer_init(&xml, 1 << 20);
    buffer_print(&xml,
                 "<archive xmlns='http://rs.tdwg.org/dwc/text/' metadata='about.xml'>%s</archive>",
                 content);
    write_bytes(r, "meta.xml", xml.bytes, xml.length);
    buffer_release(&xml);
}

static const char star[] =
    "<core rowType='" DWC "Occurrence' ignoreHeaderLines='1'>"
    "<files><location>occurrence.csv</location></files><id index='0'/>"
    "<field index='1' term='" DWC "scientificName'/></core>"
    "<extension rowType='" GBIF "Multimedia' ignoreHeaderLines='1' fieldsTerminatedBy='\\t'>"
    "<files><location>media.txt</location></files><coreid index='1'/>"
    "<field index='0' term='http://purl.org/dc/terms/title'/>"
    "<field index='2' term='http://purl.org/dc/terms/identifier'/></extension>"
    "<extension rowType='" DWC "MeasurementOrFact'>"
    "<files><location>facts.csv</location></files><coreid index='0'/>"
    "<field index='1' term='" DWC "measurementValue'/></extension>";

// ---- meta.xml -------------------------------------------------------------------------------

static void read_meta(struct arena *memory, const char *xml, struct dwca_meta *out)
{
    struct error e = {0};
    if (dwca_meta_read(sv_from(xml), memory, out, &e) != ST_OK) {
        fail_msg("%s", e.message);
    }
}

static void test_every_attribute_of_meta_xml(void **state)
{
    (void)state;
    struct arena memory;
    struct dwca_meta meta;
    arena_init(&memory, 0);
    read_meta(&memory,
              "<archive metadata=' eml.xml '><core encoding='latin1' fieldsTerminatedBy='\\t' "
              "linesTerminatedBy='|' fieldsEnclosedBy='&quot;' ignoreHeaderLines=' 2 ' "
              "dateFormat='DD/MM/YYYY' rowType=' " DWC "Taxon '><files><location> a.txt </location>"
              "<location>./b.txt</location></files><id index='3'/>"
              "<field index='0' term='" DWC "scientificName' default='x' vocabulary='http://v' "
              "delimitedBy='\\t|'/><field term='" DWC "kingdom' default='Animalia'/>"
              "<field term='" DWC "nothing'/></core></archive>",
              &meta);
    assert_string_equal(meta.metadata, "eml.xml");
    assert_int_equal(meta.core.encoding, ENCODING_WINDOWS1252);
    assert_int_equal(meta.core.delimiter, '\t');
    assert_int_equal(meta.core.quote, '"');
    assert_int_equal(meta.core.line_end, '|');
    assert_int_equal(meta.core.header_lines, 2);
    assert_true(sv_equal(meta.core.date_format, SV("DD/MM/YYYY")));
    assert_true(sv_equal(meta.core.row_type, SV(DWC "Taxon")));
    assert_int_equal(meta.core.location_count, 2);
    assert_string_equal(meta.core.locations[0], "a.txt");
    assert_string_equal(meta.core.locations[1], "b.txt");
    assert_int_equal(meta.core.id_index, 3);
    assert_int_equal(meta.core.field_count, 2); // one without index and default says nothing
    assert_int_equal(meta.core.fields[0].index, 0);
    assert_true(sv_equal(meta.core.fields[0].vocabulary, SV("http://v")));
    assert_true(sv_equal(meta.core.fields[0].delimited_by, SV("\t|")));
    assert_int_equal(meta.core.fields[1].index, DWCA_NO_INDEX);
    assert_true(sv_equal(meta.core.fields[1].default_value, SV("Animalia")));
    arena_release(&memory);
}

// Darwin Core text guide, section 2.2: the defaults.
static void test_defaults_of_meta_xml(void **state)
{
    (void)state;
    struct arena memory;
    struct dwca_meta meta;
    arena_init(&memory, 0);
    read_meta(&memory,
              " <archive>" CORE_OF("", "a.txt", "<field index='0' term='x'/>") "</archive>", &meta);
    assert_null(meta.metadata);
    assert_int_equal(meta.core.encoding, ENCODING_UTF8);
    assert_int_equal(meta.core.delimiter, ',');
    assert_int_equal(meta.core.quote, '"');
    assert_int_equal(meta.core.line_end, -1);
    assert_int_equal(meta.core.header_lines, 0);
    assert_true(sv_equal(meta.core.date_format, SV("YYYY-MM-DD")));
    assert_int_equal(meta.core.id_index, DWCA_NO_INDEX);
    arena_release(&memory);
}

static void test_bad_meta_xml(void **state)
{
    (void)state;
    static const struct {
        const char *xml;
        const char *words;
    } cases[] = {
        {"", "meta.xml: line 1"},
        {"<archive>", "line 1"},
        {"<archive/>", "no <core>"},
        {"<archive><core/></archive>", "names no <location>"},
        {"<archive>" CORE_OF("", "../x", "") "</archive>", "not a file inside"},
        {"<archive>" CORE_OF("", "http://x/y.txt", "") "</archive>", "not a file inside"},
        {"<archive>" CORE_OF("", "/etc/passwd", "") "</archive>", "not a file inside"},
        {"<archive>" CORE_OF("fieldsTerminatedBy='||'", "x", "") "</archive>", "one character"},
        {"<archive>" CORE_OF("fieldsTerminatedBy=''", "x", "") "</archive>", "one character"},
        {"<archive>" CORE_OF("fieldsEnclosedBy='ab'", "x", "") "</archive>", "one character"},
        {"<archive>" CORE_OF("linesTerminatedBy='ab'", "x", "") "</archive>", "linesTerminatedBy"},
        {"<archive>" CORE_OF("ignoreHeaderLines='-1'", "x", "") "</archive>", "no number"},
        {"<archive>" CORE_OF("encoding='EBCDIC'", "x", "") "</archive>", "\"EBCDIC\" is not read"},
        {"<archive>" CORE_OF("", "x", "<field index='0'/>") "</archive>", "has no term"},
        {"<archive>" CORE_OF("", "x", "<field index='4000' term='x'/>") "</archive>", "no number"},
        {"<archive>" CORE_OF("", "x",
                             "<field index='99999999999999999999' term='x'/>") "</archive>",
         "no number"},
        {"<archive>" CORE_OF("", "x", "") "<extension rowType='x'/></archive>", "no <id index"},
        {"<archive>" CORE_OF("", "x",
                             "<id index='0'/>") "<extension rowType='x'><files><location>y"
                                                "</location></files></extension></archive>",
         "no <coreid index"},
        {"<archive>" CORE_OF(
             "", "x",
             "<id index='0'/>") "<extension><files><location>y"
                                "</location></files><coreid index='0'/></extension></archive>",
         "no rowType"},
        {"<!DOCTYPE a [<!ENTITY x 'y'>]>\n<archive/>", "declares entities"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct arena memory;
        struct dwca_meta meta;
        struct error e = {0};
        arena_init(&memory, 0);
        assert_int_equal(dwca_meta_read(sv_from(cases[i].xml), &memory, &meta, &e), ST_BAD_DATA);
        if (strstr(e.message, cases[i].words) == NULL) {
            fail_msg("case %zu: %s", i, e.message);
        }
        arena_release(&memory);
    }
}

static void test_local_names_of_terms(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {DWC "scientificName", "scientificName"},
        {"http://x/y#z", "z"},
        {"http://x/y/", "y"},
        {"dwc:year", "year"},
        {"year", "year"},
        {"/", "/"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        string_view name = term_local_name(sv_from(cases[i][0]));
        assert_true(sv_equal(name, sv_from(cases[i][1])));
    }
}

// ---- the core alone -------------------------------------------------------------------------

static void test_core_alone(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    write_meta(&r, CORE_OF("ignoreHeaderLines='1'", "o.csv",
                           "<id index='0'/><field index='2' term='" DWC "year'/>"
                           "<field index='1' term='" DWC "family' default='Apidae'/>"
                           "<field term='" DWC "kingdom' default='Animalia'/>"
                           "<field index='3' term='http://purl.org/dc/terms/type'/>"
                           "<field index='4' term='http://purl.org/dc/elements/1.1/type'/>"));
    write_text(&r, "o.csv", "a,b,c,d,e,undeclared\nK1,,1850,x,y,no\nK2,Bombus,,x,y,no\nK3\n");
    write_text(&r, "about.xml", "<eml/>");
    reading_run(&r, "");
    assert_rows(&r, "{\"family\":\"Apidae\",\"id\":\"K1\",\"kingdom\":\"Animalia\",\"type\":\"x\","
                    "\"type (http://purl.org/dc/elements/1.1/type)\":\"y\",\"year\":\"1850\"}\n"
                    "{\"family\":\"Bombus\",\"id\":\"K2\",\"kingdom\":\"Animalia\",\"type\":\"x\","
                    "\"type (http://purl.org/dc/elements/1.1/type)\":\"y\",\"year\":\"\"}\n"
                    "{\"family\":\"Apidae\",\"id\":\"K3\",\"kingdom\":\"Animalia\"}\n");
    assert_string_equal(r.id_field, "id");
    assert_int_equal(r.facts.format, FORMAT_DARWIN_CORE_ARCHIVE);
    assert_false(r.facts.sorted_by_id);
    assert_true(sv_equal(buffer_view(&r.eml), SV("<eml/>")));
    reading_end(&r);
}

static void test_id_that_is_a_declared_field(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    write_meta(&r, CORE_OF("", "o.csv",
                           "<id index='1'/><field index='0' term='" DWC "year'/>"
                           "<field index='1' term='" DWC "occurrenceID'/>"));
    write_text(&r, "o.csv", "1850,K1\n");
    reading_run(&r, "");
    assert_rows(&r, "{\"occurrenceID\":\"K1\",\"year\":\"1850\"}\n");
    assert_string_equal(r.id_field, "occurrenceID");
    reading_end(&r);
}

static void test_several_locations_and_header_lines(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    write_meta(&r, "<core rowType='x' ignoreHeaderLines='3' fieldsEnclosedBy=''><files>"
                   "<location>1.txt</location><location>sub/2.txt</location></files>"
                   "<id index='0'/><field index='1' term='year'/></core>");
    write_text(&r, "1.txt", "one\n\n\"head\nK1,\"1\nK2,2\n");
    write_text(&r, "sub/2.txt", "\xef\xbb\xbfone\n\nhead\nK3,3");
    reading_run(&r, "");
    assert_rows(&r, "{\"id\":\"K1\",\"year\":\"\\\"1\"}\n{\"id\":\"K2\",\"year\":\"2\"}\n"
                    "{\"id\":\"K3\",\"year\":\"3\"}\n");
    assert_int_equal(r.problem_count, 0);
    reading_end(&r);
}

static void test_dialects_of_data_files(void **state)
{
    (void)state;
    static const struct {
        const char *attributes;
        const char *text;
    } cases[] = {
        {"", "K1,\"a,b\"\n"},
        {"fieldsTerminatedBy='\\t' linesTerminatedBy='\\n' fieldsEnclosedBy=''", "K1\ta,b\n"},
        {"fieldsTerminatedBy='\t'", "K1\ta,b\n"}, // a tab that XML makes a blank
        {"fieldsTerminatedBy='|' fieldsEnclosedBy=\"'\"", "K1|'a,b'\r\n"},
        {"fieldsTerminatedBy=';' linesTerminatedBy='\\r\\n'", "K1;a,b\n"},
        {"fieldsTerminatedBy=';' linesTerminatedBy='\\n'", "K1;a,b\r"},
        {"fieldsTerminatedBy=';' linesTerminatedBy='#'", "K1;a,b#"},
        {"encoding='UTF-8' fieldsTerminatedBy=';'", "\xff\xfeK\0"
                                                    "1\0;\0a\0,\0b\0\n\0"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct reading r;
        struct buffer core;
        reading_begin(&r);
        buffer_init(&core, 4096);
        buffer_print(&core,
                     "<core rowType='x' %s><files><location>o.csv</location></files>"
                     "<id index='0'/><field index='1' term='v'/></core>%c",
                     cases[i].attributes, '\0');
        write_meta(&r, core.bytes);
        size_t length = i == ARRAY_LENGTH(cases) - 1 ? 16 : strlen(cases[i].text);
        write_bytes(&r, "o.csv", cases[i].text, length);
        reading_run(&r, "");
        assert_rows(&r, "{\"id\":\"K1\",\"v\":\"a,b\"}\n");
        buffer_release(&core);
        reading_end(&r);
    }
}

static void test_an_archive_inside_a_folder_of_the_zip(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    static const struct packed_file files[] = {
        {"my archive/meta.xml", "<archive>" CORE_OF("", "o.csv", "<id index='0'/>") "</archive>",
         NULL},
        {"my archive/o.csv", "K1\nK2\n", NULL},
        {"my archive/eml.xml", "<eml/>", NULL},
        {"__MACOSX/my archive/._meta.xml", "rubbish", NULL},
    };
    write_archive(&r, "a.zip", true, files, ARRAY_LENGTH(files));
    reading_run(&r, "a.zip");
    assert_rows(&r, "{\"id\":\"K1\"}\n{\"id\":\"K2\"}\n");
    assert_true(sv_equal(buffer_view(&r.eml), SV("<eml/>")));
    reading_end(&r);
}

// ---- the join -------------------------------------------------------------------------------

static void test_extensions_become_lists(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    r.options.memory_limit = 1 << 20;
    write_meta(&r, star);
    write_text(&r, "occurrence.csv", "id,n\nK2,Bus\nK1,Aus\nK3,Cus\n");
    write_text(&r, "media.txt", "t\tid\tu\nzz\tK1\thttp://z\n\"a\"\tK1\thttp://a\n\tK2\t\n");
    write_text(&r, "facts.csv", "K3,5\nK1,7\nK3,5\nK3,10\n");
    reading_run(&r, "");
    assert_rows(
        &r,
        "{\"id\":\"K1\",\"measurementOrFact\":[{\"measurementValue\":\"7\"}],\"multimedia\":["
        "{\"identifier\":\"http://a\",\"title\":\"a\"},{\"identifier\":\"http://z\",\"title\":"
        "\"zz\"}],\"scientificName\":\"Aus\"}\n"
        "{\"id\":\"K2\",\"multimedia\":[{\"identifier\":\"\",\"title\":\"\"}],"
        "\"scientificName\":\"Bus\"}\n"
        "{\"id\":\"K3\",\"measurementOrFact\":[{\"measurementValue\":\"10\"},"
        "{\"measurementValue\":\"5\"},{\"measurementValue\":\"5\"}],\"scientificName\":\"Cus\"}\n");
    assert_true(r.facts.sorted_by_id);
    assert_int_equal(r.problem_count, 0);
    reading_end(&r);
}

// Rule A4: the order of rows and of extension rows makes no difference.
static void test_rule_a4_order_of_extension_rows(void **state)
{
    (void)state;
    static const char *const media[] = {
        "t\tid\tu\n1\tK1\tx\n2\tK1\tx\n10\tK1\tx\n1\tK2\tx\n",
        "t\tid\tu\n1\tK2\tx\n10\tK1\tx\n2\tK1\tx\n1\tK1\tx\n",
        "t\tid\tu\n2\tK1\tx\n1\tK2\tx\n1\tK1\tx\n10\tK1\tx\n",
    };
    char first[1024] = "";
    for (size_t i = 0; i < ARRAY_LENGTH(media); i++) {
        struct reading r;
        reading_begin(&r);
        write_meta(&r, star);
        write_text(&r, "occurrence.csv",
                   i == 0 ? "id,n\nK1,Aus\nK2,Bus\n" : "id,n\nK2,Bus\nK1,Aus\n");
        write_text(&r, "media.txt", media[i]);
        write_text(&r, "facts.csv", "");
        reading_run(&r, "");
        assert_int_equal(r.result, ST_OK);
        if (i == 0) {
            (void)snprintf(first, sizeof first, "%s", r.rows.bytes);
        }
        assert_string_equal(r.rows.bytes, first);
        reading_end(&r);
    }
}

// Rule A8: of rows with one key the last wins, and so it gets the extension rows, once.
static void test_rule_a8_last_of_duplicate_core_rows_gets_the_lists(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    write_meta(&r, star);
    write_text(&r, "occurrence.csv", "id,n\nK1,first\n,blank\nK1,last\n");
    write_text(&r, "media.txt", "t\tid\tu\n1\tK1\tx\n");
    write_text(&r, "facts.csv", "");
    reading_run(&r, "");
    assert_rows(&r, "{\"id\":\"\",\"scientificName\":\"blank\"}\n"
                    "{\"id\":\"K1\",\"scientificName\":\"first\"}\n"
                    "{\"id\":\"K1\",\"multimedia\":[{\"identifier\":\"x\",\"title\":\"1\"}],"
                    "\"scientificName\":\"last\"}\n");
    reading_end(&r);
}

static void test_orphans_are_reported(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    write_meta(&r, star);
    write_text(&r, "occurrence.csv", "id,n\nK2,Aus\n,blank\n");
    write_text(&r, "media.txt", "t\tid\tu\n1\tK1\tx\n2\tK2\tx\n3\tK3\tx\n4\t\tx\n");
    write_text(&r, "facts.csv", "K9,1\n");
    reading_run(&r, "");
    assert_int_equal(r.row_count, 2);
    assert_int_equal(r.problem_count, 4);
    assert_int_equal(r.unreadable_keys, 0);
    assert_problem(&r, "{\"file\":\"media.txt\",\"line\":2,\"reason\":\"its core id is in no row");
    assert_problem(&r, "{\"file\":\"media.txt\",\"line\":4,\"reason\":\"its core id is in no row");
    assert_problem(&r, "{\"file\":\"media.txt\",\"line\":5,\"reason\":\"the row has no core id");
    assert_problem(&r, "{\"file\":\"facts.csv\",\"line\":1,\"reason\":\"its core id is in no row");
    reading_end(&r);
}

static void test_names_of_lists(void **state)
{
    (void)state;
    struct reading r;
    struct buffer meta;
    reading_begin(&r);
    buffer_init(&meta, 1 << 16);
    buffer_append_view(&meta,
                       SV("<core rowType='x'><files><location>o.csv</location></files>"
                          "<id index='0'/><field index='1' term='" DWC "identifier'/></core>"));
    static const char *const types[] = {GBIF "Multimedia", GBIF "Multimedia",
                                        GBIF "Identifier", "http://x/DNADerivedData",
                                        "http://x#IUCN",   "MediaItem"};
    for (size_t i = 0; i < ARRAY_LENGTH(types); i++) {
        buffer_print(&meta,
                     "<extension rowType='%s'><files><location>e.csv</location></files>"
                     "<coreid index='0'/><field index='1' term='v'/></extension>",
                     types[i]);
    }
    buffer_append_byte(&meta, '\0');
    write_meta(&r, meta.bytes);
    write_text(&r, "o.csv", "K1,x\n");
    write_text(&r, "e.csv", "K1,1\n");
    reading_run(&r, "");
    assert_rows(&r, "{\"dnaDerivedData\":[{\"v\":\"1\"}],\"id\":\"K1\",\"identifier\":\"x\","
                    "\"identifier2\":[{\"v\":\"1\"}],\"iucn\":[{\"v\":\"1\"}],"
                    "\"mediaItem\":[{\"v\":\"1\"}],\"multimedia\":[{\"v\":\"1\"}],"
                    "\"multimedia2\":[{\"v\":\"1\"}]}\n");
    buffer_release(&meta);
    reading_end(&r);
}

// Rule A8: 10,000 elements a list.
static void test_rule_a8_limit_of_elements(void **state)
{
    (void)state;
    for (size_t extra = 0; extra < 2; extra++) {
        struct reading r;
        struct buffer facts;
        reading_begin(&r);
        buffer_init(&facts, 1 << 20);
        for (size_t i = 0; i < LIMIT_LIST_ELEMENTS + extra; i++) {
            buffer_print(&facts, "K1,%zu\n", i);
        }
        write_meta(&r, star);
        write_text(&r, "occurrence.csv", "id,n\nK1,Aus\nK2,Bus\n");
        write_text(&r, "media.txt", "t\tid\tu\n");
        write_bytes(&r, "facts.csv", facts.bytes, facts.length);
        reading_run(&r, "");
        assert_int_equal(r.result, ST_OK);
        assert_int_equal(r.row_count, 2 - extra);
        assert_int_equal(r.problem_count, extra);
        if (extra > 0) {
            assert_problem(&r, "{\"file\":\"occurrence.csv\",\"line\":2,\"reason\":\"one extension "
                               "has more than 10,000 rows for the record\",\"key\":\"K1\"}");
        }
        buffer_release(&facts);
        reading_end(&r);
    }
}

// Many rows through the sorters' runs on disk, compared with what is known of them.
enum { ROWS = 20000 };

// Core and one extension of ROWS rows each, in two orders.
static void write_large_archive(struct reading *r)
{
    struct buffer core;
    struct buffer media;
    buffer_init(&core, FIXTURE_MOST);
    buffer_init(&media, FIXTURE_MOST);
    buffer_append_view(&core, SV("id,n\n"));
    buffer_append_view(&media, SV("t\tid\tu\n"));
    for (unsigned i = 0; i < ROWS; i++) {
        // 7919 and 104729 are prime and share nothing with ROWS: two orders of all numbers.
        unsigned core_number = i * 7919 % ROWS;
        unsigned media_number = i * 104729 % ROWS;
        buffer_print(&core, "K%05u,name %u\n", core_number, core_number);
        buffer_print(&media, "%0100u\tK%05u\tu\n", media_number, media_number);
    }
    write_meta(r, star);
    write_bytes(r, "occurrence.csv", core.bytes, core.length);
    write_bytes(r, "media.txt", media.bytes, media.length);
    write_text(r, "facts.csv", "");
    buffer_release(&core);
    buffer_release(&media);
}

static void test_a_join_that_spills(void **state)
{
    (void)state;
    struct reading r;
    char work[PATH_SIZE];
    reading_begin(&r);
    reading_path(&r, "work", work);
    assert_int_equal(folder_make(work, NULL), ST_OK);
    r.options.work_folder = work;
    r.options.memory_limit = 1 << 20;
    write_large_archive(&r);
    reading_run(&r, "");
    assert_int_equal(r.result, ST_OK);
    assert_int_equal(r.row_count, ROWS);
    assert_int_equal(r.problem_count, 0);
    const char *at = r.rows.bytes;
    for (unsigned i = 0; i < ROWS; i++) {
        char expected[256];
        int length = snprintf(expected, sizeof expected,
                              "{\"id\":\"K%05u\",\"multimedia\":[{\"identifier\":\"u\",\"title\":"
                              "\"%0100u\"}],\"scientificName\":\"name %u\"}\n",
                              i, i, i);
        assert_memory_equal(at, expected, (size_t)length);
        at += length;
    }
    assert_int_equal(rmdir(work), 0); // the runs are gone
    reading_end(&r);
}

struct told {
    unsigned calls;
    unsigned most; // calls that may go on
    uint64_t bytes;
};

static bool tell(void *argument, uint64_t rows, uint64_t bytes_done, uint64_t bytes_total)
{
    struct told *told = argument;
    told->calls++;
    assert_true(rows <= 2 * (uint64_t)ROWS);
    assert_true(bytes_done <= bytes_total && bytes_done >= told->bytes);
    told->bytes = bytes_done;
    return told->calls <= told->most;
}

static void test_a_sort_tells_how_far_it_is_and_can_be_stopped(void **state)
{
    (void)state;
    static const unsigned cases[] = {UINT_MAX, 0};
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct reading r;
        struct told told = {.most = cases[i]};
        reading_begin(&r);
        r.options.progress = tell;
        r.options.progress_argument = &told;
        write_large_archive(&r);
        reading_run(&r, "");
        assert_int_equal(r.result, cases[i] == 0 ? ST_CANCELLED : ST_OK);
        assert_int_equal(r.row_count, cases[i] == 0 ? 0 : ROWS);
        assert_true(told.calls > 0 && told.bytes > 0);
        reading_end(&r);
    }
}

// ---- what must be refused -------------------------------------------------------------------

// Rule A8: wrong core file in meta.xml, files that are missing, a core without rows.
static void test_rule_a8_bad_archives(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    write_meta(&r, star);
    reading_run(&r, "");
    assert_bad_input(&r, "names the file 'occurrence.csv', which is not in the archive");
    write_text(&r, "occurrence.csv", "id,n\n");
    write_text(&r, "media.txt", "t\tid\tu\n");
    reading_run(&r, "");
    assert_bad_input(&r, "names the file 'facts.csv', which is not in the archive");
    write_text(&r, "facts.csv", "");
    reading_run(&r, "");
    assert_bad_input(&r, "the core file occurrence.csv has no rows");
    reading_run(&r, "occurrence.csv");
    assert_bad_input(&r, "a header and no rows");
    reading_run(&r, "meta.xml");
    assert_bad_input(&r, "XML or HTML");
    reading_end(&r);
}

// Rule A8: billion laughs.
static void test_rule_a8_billion_laughs(void **state)
{
    (void)state;
    struct reading r;
    struct buffer xml;
    reading_begin(&r);
    buffer_init(&xml, 1 << 16);
    buffer_append_view(&xml, SV("<?xml version='1.0'?>\n<!DOCTYPE archive [\n<!ENTITY a0 'ha'>\n"));
    for (int i = 1; i < 30; i++) {
        buffer_print(&xml, "<!ENTITY a%d '&a%d;&a%d;&a%d;'>\n", i, i - 1, i - 1, i - 1);
    }
    buffer_append_view(&xml, SV("]>\n<archive metadata='&a29;'/>"));
    write_bytes(&r, "meta.xml", xml.bytes, xml.length);
    reading_run(&r, "");
    assert_bad_input(&r, "meta.xml: line 3: the document declares entities");
    buffer_release(&xml);
    reading_end(&r);
}

// Rule A8: a bad row in any file of an archive goes to the report, the rest goes on.
static void test_rule_a8_bad_rows_in_archives(void **state)
{
    (void)state;
    struct reading r;
    reading_begin(&r);
    write_meta(&r, star);
    write_text(&r, "occurrence.csv", "id,n\nK1,\xff\nK2,Bus\nK3,x,y,z\n");
    write_text(&r, "media.txt", "t\tid\tu\n\xff\tK2\tx\nfine\tK2\tx\n");
    write_text(&r, "facts.csv", "K2,\"1\n");
    reading_run(&r, "");
    assert_rows(&r, "{\"id\":\"K2\",\"multimedia\":[{\"identifier\":\"x\",\"title\":\"fine\"}],"
                    "\"scientificName\":\"Bus\"}\n");
    assert_int_equal(r.problem_count, 4);
    assert_problem(
        &r, "\"file\":\"occurrence.csv\",\"line\":2,\"column\":2,\"field\":\"scientificName\"");
    assert_problem(&r, "\"key\":\"K1\"");
    assert_problem(&r, "\"key\":\"K3\"");
    assert_problem(&r, "\"file\":\"media.txt\",\"line\":2");
    assert_problem(&r, "\"file\":\"facts.csv\",\"line\":1");
    assert_int_equal(r.unreadable_keys, 1);
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_attribute_of_meta_xml),
        cmocka_unit_test(test_defaults_of_meta_xml),
        cmocka_unit_test(test_bad_meta_xml),
        cmocka_unit_test(test_local_names_of_terms),
        cmocka_unit_test(test_core_alone),
        cmocka_unit_test(test_id_that_is_a_declared_field),
        cmocka_unit_test(test_several_locations_and_header_lines),
        cmocka_unit_test(test_dialects_of_data_files),
        cmocka_unit_test(test_an_archive_inside_a_folder_of_the_zip),
        cmocka_unit_test(test_extensions_become_lists),
        cmocka_unit_test(test_rule_a4_order_of_extension_rows),
        cmocka_unit_test(test_rule_a8_last_of_duplicate_core_rows_gets_the_lists),
        cmocka_unit_test(test_orphans_are_reported),
        cmocka_unit_test(test_names_of_lists),
        cmocka_unit_test(test_rule_a8_limit_of_elements),
        cmocka_unit_test(test_a_join_that_spills),
        cmocka_unit_test(test_a_sort_tells_how_far_it_is_and_can_be_stopped),
        cmocka_unit_test(test_rule_a8_bad_archives),
        cmocka_unit_test(test_rule_a8_billion_laughs),
        cmocka_unit_test(test_rule_a8_bad_rows_in_archives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
