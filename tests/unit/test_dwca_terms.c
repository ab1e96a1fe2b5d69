// SPDX-License-Identifier: Apache-2.0
// Terms of archives: fields to URIs and back, lists to extensions (rule H1).
#include "formats/dwca_terms.h"

#include "support/views.h"

static void assert_term(const struct dwca_row_type *type, const char *field, const char *uri)
{
    struct dwca_term term;
    assert_true(dwca_term_find(type, sv_from(field), &term));
    assert_true(sv_starts_with(sv_from(uri), term.space));
    assert_true(sv_equal(sv_slice(sv_from(uri), term.space.length, SIZE_MAX), term.end));
}

static void rule_h1_fields_have_terms_whatever_their_letters(void **state)
{
    (void)state;
    struct dwca_term term;
    const struct dwca_row_type *occurrence = &dwca_cores[DWCA_OCCURRENCE];
    assert_term(occurrence, "scientificName", "http://rs.tdwg.org/dwc/terms/scientificName");
    assert_term(occurrence, "SCIENTIFICNAME", "http://rs.tdwg.org/dwc/terms/scientificName");
    assert_term(occurrence, "license", "http://purl.org/dc/terms/license");
    assert_term(occurrence, "type", "http://purl.org/dc/elements/1.1/type");
    assert_true(dwca_term_find(occurrence, SV("RecordedBY"), &term));
    assert_view(term.name, "recordedBy");
    assert_false(dwca_term_find(occurrence, SV("shelf"), &term));
    assert_false(dwca_term_find(occurrence, SV(""), &term));
    assert_false(dwca_term_find(&dwca_cores[DWCA_TAXON], SV("recordedBy"), &term));
}

static void rule_h1_lists_are_extensions(void **state)
{
    (void)state;
    static const char *const lists[] = {
        "multimedia",     "identification",   "measurementOrFact", "resourceRelationship",
        "dnaDerivedData", "vernacularName",   "distribution",      "description",
        "speciesProfile", "typesAndSpecimen", "reference",         "occurrence"};
    for (size_t i = 0; i < ARRAY_LENGTH(lists); i++) {
        assert_non_null(dwca_extension(sv_from(lists[i]), false));
    }
    assert_string_equal(dwca_extension(SV("multimedia2"), false)->uri,
                        "http://rs.gbif.org/terms/1.0/Multimedia");
    assert_string_equal(dwca_extension(SV("multimedia"), true)->uri,
                        "http://rs.tdwg.org/ac/terms/Multimedia");
    assert_string_equal(dwca_extension(SV("description"), true)->uri,
                        "http://rs.gbif.org/terms/1.0/Description");
    assert_null(dwca_extension(SV("shelves"), false));
    assert_null(dwca_extension(SV("123"), false));
    assert_null(dwca_extension(SV(""), false));
}

static void numbers_of_mixs_have_names(void **state)
{
    (void)state;
    assert_view(dwca_term_name(SV("https://w3id.org/mixs/0000044")), "target_gene");
    assert_view(dwca_term_name(SV("http://rs.gbif.org/terms/dna_sequence")), "DNA_sequence");
    assert_view(dwca_term_name(SV("https://w3id.org/mixs/9999999")), "");
    assert_view(dwca_term_name(SV("http://rs.tdwg.org/dwc/terms/sex")), "");
    assert_term(dwca_extension(SV("dnaDerivedData"), false), "target_gene",
                "https://w3id.org/mixs/0000044");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rule_h1_fields_have_terms_whatever_their_letters),
        cmocka_unit_test(rule_h1_lists_are_extensions),
        cmocka_unit_test(numbers_of_mixs_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
