// SPDX-License-Identifier: Apache-2.0
// XML, EML and licences.
#include "formats/dataset_metadata.h"
#include "formats/licence.h"
#include "formats/xml_read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void assert_eml(const char *content, const char *expected)
{
    struct buffer xml;
    struct buffer out;
    struct error e = {0};
    buffer_init(&xml, 1 << 20);
    buffer_init(&out, 1 << 20);
    buffer_print(&xml,
                 "<eml:eml xmlns:eml='eml://ecoinformatics.org/eml-2.1.1' packageId='p/v1' "
                 "xml:lang='en'><dataset>%s</dataset></eml:eml>",
                 content);
    if (eml_read(buffer_view(&xml), &out, &e) != ST_OK) {
        fail_msg("%s", e.message);
    }
    buffer_append_byte(&out, '\0');
    assert_string_equal(out.bytes, expected);
    buffer_release(&xml);
    buffer_release(&out);
}

static void test_texts(void **state)
{
    (void)state;
    assert_eml("", "{\"language\":\"en\",\"identifier\":\"p/v1\"}");
    assert_eml("<title> </title><title xml:lang='en'> A\n  title </title><abstract><para>One "
               "<emphasis>and</emphasis>\n more.</para><section><title>T</title><para>Two.</para>"
               "</section><para/></abstract><pubDate>\n 2020-01-02 \n</pubDate>"
               "<language>fre</language><maintenance><maintenanceUpdateFrequency>monthly"
               "</maintenanceUpdateFrequency></maintenance>",
               "{\"title\":\"A title\",\"description\":\"One and more.\\n\\nT\\n\\nTwo.\","
               "\"published\":\"2020-01-02\",\"language\":\"fre\",\"identifier\":\"p/v1\","
               "\"updateFrequency\":\"monthly\"}");
    assert_eml("<abstract>no paragraph \"here\"</abstract><maintenance><maintenanceUpdateFrequency>"
               "unkown</maintenanceUpdateFrequency></maintenance>",
               "{\"description\":\"no paragraph \\\"here\\\"\",\"language\":\"en\","
               "\"identifier\":\"p/v1\"}");
}

// Rule I1: personal addresses are not handed on; role mailboxes are.
static void test_rule_i1_people(void **state)
{
    (void)state;
    assert_eml(
        "<creator><individualName><givenName>Ada</givenName><givenName>B.</givenName>"
        "<surName>Cole</surName></individualName><organizationName>Museum</organizationName>"
        "<electronicMailAddress>ada@museum.example</electronicMailAddress>"
        "<userId directory='http://orcid.org/'>0000-0002-1825-0097</userId></creator>"
        "<creator><organizationName>Society</organizationName>"
        "<userId>https://orcid.org/0000-0002-1825-0098</userId></creator><creator/>"
        "<contact><positionName>Curator</positionName>"
        "<electronicMailAddress>info@museum.example</electronicMailAddress></contact>"
        "<associatedParty><individualName><surName>Dee</surName></individualName>"
        "<role>contentProvider</role></associatedParty>",
        "{\"authors\":[{\"name\":\"Ada B. Cole\",\"given\":\"Ada B.\",\"family\":\"Cole\","
        "\"orcid\":\"https://orcid.org/0000-0002-1825-0097\",\"affiliation\":\"Museum\"},"
        "{\"name\":\"Society\"}],\"contacts\":[{\"role\":\"contact\",\"name\":\"Curator\","
        "\"email\":\"info@museum.example\"},{\"role\":\"contentProvider\",\"name\":\"Dee\"}],"
        "\"organisation\":\"Museum\",\"language\":\"en\",\"identifier\":\"p/v1\"}");
}

static void test_coverage_and_tags(void **state)
{
    (void)state;
    assert_eml(
        "<keywordSet><keyword>Occurrence</keyword><keywordThesaurus>GBIF Dataset Type Vocabulary"
        "</keywordThesaurus></keywordSet><keywordSet><keyword>bees</keyword><keyword>bees</keyword>"
        "<keyword>be</keyword><keyword/></keywordSet>"
        "<coverage><geographicCoverage><geographicDescription>A</geographicDescription>"
        "<boundingCoordinates><westBoundingCoordinate>-10.50</westBoundingCoordinate>"
        "<eastBoundingCoordinate>+1</eastBoundingCoordinate><northBoundingCoordinate>60"
        "</northBoundingCoordinate><southBoundingCoordinate>5e1</southBoundingCoordinate>"
        "</boundingCoordinates></geographicCoverage><geographicCoverage><geographicDescription>B"
        "</geographicDescription><boundingCoordinates><westBoundingCoordinate>-190"
        "</westBoundingCoordinate></boundingCoordinates></geographicCoverage>"
        "<temporalCoverage><rangeOfDates><beginDate><calendarDate>1903-07-05</calendarDate>"
        "</beginDate><endDate><calendarDate>2010</calendarDate></endDate></rangeOfDates>"
        "</temporalCoverage><temporalCoverage><singleDateTime><calendarDate>1850</calendarDate>"
        "</singleDateTime></temporalCoverage></coverage>",
        "{\"tags\":[\"bees\",\"be\"],\"temporal\":{\"start\":\"1850\",\"end\":\"2010\"},"
        "\"spatial\":{\"west\":-10.5,\"south\":50,\"east\":1,\"north\":60,\"description\":\"A; "
        "B\"},"
        "\"language\":\"en\",\"identifier\":\"p/v1\"}");
}

// Rule D1: a URI where the licence is recognised, else its words; nothing defaults to CC0.
static void test_rule_d1_licence_of_a_dataset(void **state)
{
    (void)state;
    assert_eml("<intellectualRights><para>Under <ulink url='http://creativecommons.org/licenses/by/"
               "4.0/legalcode'><citetitle>x</citetitle></ulink>.</para></intellectualRights>",
               "{\"licence\":\"https://creativecommons.org/licenses/by/4.0/\",\"language\":\"en\","
               "\"identifier\":\"p/v1\"}");
    assert_eml("<licensed><licenseName>CC0 1.0</licenseName></licensed>",
               "{\"licence\":\"https://creativecommons.org/publicdomain/zero/1.0/\","
               "\"language\":\"en\",\"identifier\":\"p/v1\"}");
    assert_eml(
        "<intellectualRights><para>Ask us.</para><para>Please.</para></intellectualRights>",
        "{\"licence\":\"Ask us.\\n\\nPlease.\",\"language\":\"en\",\"identifier\":\"p/v1\"}");
}

static void test_dois(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"https://doi.org/10.15468/b63cw6", "\"doi\":\"10.15468/b63cw6\","},
        {"DOI:10.5886/E5td29f6", "\"doi\":\"10.5886/E5td29f6\","},
        {"10.1/", ""},
        {"10.15468", ""},
        {"urn:x", ""},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        char content[128];
        char expected[128];
        (void)snprintf(content, sizeof content, "<alternateIdentifier>%s</alternateIdentifier>",
                       cases[i][0]);
        (void)snprintf(expected, sizeof expected, "{\"language\":\"en\",%s\"identifier\":\"p/v1\"}",
                       cases[i][1]);
        assert_eml(content, expected);
    }
}

static void test_what_is_no_eml(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", "no element found"},
        {"<a><b></a>", "line 1: mismatched tag"},
        {"<a/>", "no <dataset>"},
        {"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "declares entities"},
        {"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "declares entities"},
        {"<!DOCTYPE a [<!ENTITY % b 'c'>]><a/>", "declares entities"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct buffer out;
        struct error e = {0};
        buffer_init(&out, 1 << 16);
        status expected = strstr(cases[i][0], "ENTITY") == NULL ? ST_BAD_DATA : ST_REFUSED;
        assert_int_equal(eml_read(sv_from(cases[i][0]), &out, &e), expected);
        if (strstr(e.message, cases[i][1]) == NULL) {
            fail_msg("case %zu: %s", i, e.message);
        }
        assert_int_equal(out.length, 0);
        buffer_release(&out);
    }
}

// Rule A8: depth and size of XML are bounded.
static void test_rule_a8_deep_and_large_xml(void **state)
{
    (void)state;
    struct buffer xml;
    struct buffer out;
    struct error e = {0};
    buffer_init(&xml, (size_t)64 << 20);
    buffer_init(&out, 1 << 16);
    for (int i = 0; i < 100000; i++) {
        buffer_append_view(&xml, SV("<a>"));
    }
    assert_int_equal(eml_read(buffer_view(&xml), &out, &e), ST_BAD_DATA);
    assert_non_null(strstr(e.message, "nested too deep"));
    buffer_clear(&xml);
    error_clear(&e);
    while (xml.length <= XML_MOST_BYTES) {
        buffer_append_view(&xml,
                           SV("<!-- a comment that says nothing at all, again and again -->"));
    }
    assert_int_equal(eml_read(buffer_view(&xml), &out, &e), ST_BAD_DATA);
    assert_non_null(strstr(e.message, "larger than 16 MiB"));
    buffer_release(&xml);
    buffer_release(&out);
}

static void test_encodings_of_xml(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
    } cases[] = {
#define BYTES(literal) {literal, sizeof(literal) - 1}
        BYTES("<a>\xc3\xa9</a>"),
        BYTES("\xef\xbb\xbf<?xml version='1.0'?><a>\xc3\xa9</a>"),
        BYTES("\n <?xml version='1.0' encoding='ISO-8859-1'?><a>\xe9</a>"),
        BYTES("<?xml version='1.0' encoding='windows-1252'?><a>\xe9</a>"),
        BYTES("<?xml version='1.0' encoding='utf-8'?><a>\xc3\xa9</a>"),
        BYTES("\xff\xfe<\0a\0>\0\xe9\0<\0/\0a\0>\0"),
        BYTES("\xfe\xff\0<\0a\0>\0\xe9\0<\0/\0a\0>"),
#undef BYTES
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct arena memory;
        struct error e = {0};
        const struct xml_node *root = NULL;
        arena_init(&memory, 0);
        string_view xml = {cases[i].bytes, cases[i].length};
        if (xml_read(xml, &memory, &root, &e) != ST_OK) {
            fail_msg("case %zu: %s", i, e.message);
        }
        assert_true(sv_equal(xml_text(root, &memory), SV("\xc3\xa9")));
        arena_release(&memory);
    }
}

// Rule D1: spellings as they are met in data files.
static void test_rule_d1_spellings(void **state)
{
    (void)state;
#define CC "https://creativecommons.org/"
    static const char *const cases[][2] = {
        {"CC0", CC "publicdomain/zero/1.0/"},
        {"cc0", CC "publicdomain/zero/1.0/"},
        {"CC0_1_0", CC "publicdomain/zero/1.0/"},
        {"CC0-1.0", CC "publicdomain/zero/1.0/"},
        {"CC-0 1.0", CC "publicdomain/zero/1.0/"},
        {"cc-zero", CC "publicdomain/zero/1.0/"},
        {"CC0 1.0 (Public-domain)", CC "publicdomain/zero/1.0/"},
        {"Public Domain (CC0 1.0)", CC "publicdomain/zero/1.0/"},
        {"http://creativecommons.org/publicdomain/zero/1.0/legalcode", CC "publicdomain/zero/1.0/"},
        {"http://creativecommons.org/publicdomain/mark/1.0/", CC "publicdomain/mark/1.0/"},
        {"CC_BY_4_0", CC "licenses/by/4.0/"},
        {"CC-BY", CC "licenses/by/4.0/"},
        {"cc by 3.0", CC "licenses/by/3.0/"},
        {"CC-BY-NC 4.0", CC "licenses/by-nc/4.0/"},
        {"by-nc", CC "licenses/by-nc/4.0/"},
        {"CC BY-NC-ND 2.5", CC "licenses/by-nc-nd/2.5/"},
        {"CreativeCommons - Attribution Non-Commercial Share-Alike", CC "licenses/by-nc-sa/4.0/"},
        {"Creative Commons Attribution (CC-BY) 4.0 License", CC "licenses/by/4.0/"},
        {"Creative Commons Attribution-NoDerivatives 4.0 International", CC "licenses/by-nd/4.0/"},
        {"creativecommons.org/licenses/by-nc/4.0/", CC "licenses/by-nc/4.0/"},
        {"http://creativecommons.org/licences/by-nc-sa/3.0/legalcode", CC "licenses/by-nc-sa/3.0/"},
        {"https://creativecommons.org/licenses/by-nc/3.0/au/", CC "licenses/by-nc/3.0/au/"},
        {"Released under CC BY-SA [http://creativecommons.org/licenses/by-sa/4.0/]. Credit us.",
         CC "licenses/by-sa/4.0/"},
        {"See http://creativecommons.org/licenses/by/4.0.", CC "licenses/by/4.0/"},
        {"OGL v3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"},
        {"ODbL", "https://opendatacommons.org/licenses/odbl/1-0/"},
        {"", NULL},
        {"by", NULL},
        {"zero", NULL},
        {"Public Domain", NULL},
        {"CreativeCommons", NULL},
        {"All rights reserved", NULL},
        {"not-for-profit use only", NULL},
        {"CC-BY-SA-ND", NULL},
        {"CC0 4.0", NULL},
        {"CC BY 4.0 or CC0", NULL},
        {"CC BY-NC 3.26", NULL},
        {"CC-BY-SA 3.0CC-BY-NC-SA 3.0", NULL},
        {"(c) Field Museum of Natural History - CC BY-NC", NULL},
        {"http://creativecommons.org/licenses/by/4.0/ and "
         "http://creativecommons.org/licenses/by-nc/4.0/",
         NULL},
        {"http://creativecommons.org/licenses/by/9.9/", NULL},
    };
#undef CC
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        char uri[LICENCE_URI_SIZE] = "untouched";
        bool found = licence_uri(sv_from(cases[i][0]), uri);
        const char *expected = cases[i][1] == NULL ? "untouched" : cases[i][1];
        if (found != (cases[i][1] != NULL) || strcmp(uri, expected) != 0) {
            fail_msg("%s: %s", cases[i][0], uri);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_rule_i1_people),
        cmocka_unit_test(test_coverage_and_tags),
        cmocka_unit_test(test_rule_d1_licence_of_a_dataset),
        cmocka_unit_test(test_dois),
        cmocka_unit_test(test_what_is_no_eml),
        cmocka_unit_test(test_rule_a8_deep_and_large_xml),
        cmocka_unit_test(test_encodings_of_xml),
        cmocka_unit_test(test_rule_d1_spellings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
