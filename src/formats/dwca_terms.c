// SPDX-License-Identifier: Apache-2.0
// Lists of names, looked through from their start: archives ask once for each field.
#include "formats/dwca_terms.h"

// --- the terms, by their namespaces ----------------------------------------------------------

#define DC         "http://purl.org/dc/elements/1.1/"
#define DCTERMS    "http://purl.org/dc/terms/"
#define DWC        "http://rs.tdwg.org/dwc/terms/"
#define AC         "http://rs.tdwg.org/ac/terms/"
#define XMP        "http://ns.adobe.com/xap/1.0/"
#define XMP_RIGHTS "http://ns.adobe.com/xap/1.0/rights/"
#define PHOTOSHOP  "http://ns.adobe.com/photoshop/1.0/"
#define IPTC       "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
#define MO         "http://purl.org/ontology/mo/"
#define EXIF       "http://ns.adobe.com/exif/1.0/"
#define GEO        "http://www.w3.org/2003/01/geo/wgs84_pos#"
#define OBIS       "http://rs.iobis.org/obis/terms/"
#define MIXS       "https://w3id.org/mixs/"
#define GBIF       "http://rs.gbif.org/terms/"
#define GGBN       "http://data.ggbn.org/schemas/ggbn/terms/"
#define MIQE       "http://rs.gbif.org/terms/miqe/"
#define GBIF_1     "http://rs.gbif.org/terms/1.0/"
#define IUCN       "http://iucn.org/terms/"

static const struct dwca_term_group occurrence_terms[] = {
    {DWC, "acceptedNameUsage acceptedNameUsageID associatedMedia associatedOccurrences "
          "associatedOrganisms associatedReferences associatedSequences associatedTaxa "
          "basisOfRecord bed behavior caste catalogNumber causeOfDeath class collectionCode "
          "collectionID continent coordinatePrecision coordinateUncertaintyInMeters country "
          "countryCode county cultivarEpithet dataGeneralizations datasetID datasetName "
          "dateIdentified day decimalLatitude decimalLongitude degreeOfEstablishment "
          "digitalSpecimenID discipline disposition dynamicProperties earliestAgeOrLowestStage "
          "earliestEonOrLowestEonothem earliestEpochOrLowestSeries earliestEraOrLowestErathem "
          "earliestPeriodOrLowestSystem endDayOfYear establishmentMeans eventDate eventID "
          "eventRemarks eventTime eventType family feedbackURL fieldNotes fieldNumber "
          "footprintSRS footprintSpatialFit footprintWKT formation fundingAttributionID "
          "genericName genus geodeticDatum geologicalContextID georeferenceProtocol "
          "georeferenceRemarks georeferenceSources georeferenceVerificationStatus georeferencedBy "
          "georeferencedDate group habitat higherClassification higherGeography higherGeographyID "
          "highestBiostratigraphicZone identificationID identificationQualifier "
          "identificationReferences identificationRemarks identificationVerificationStatus "
          "identifiedBy identifiedByID individualCount informationWithheld infragenericEpithet "
          "infraspecificEpithet institutionCode institutionID island islandGroup kingdom "
          "latestAgeOrHighestStage latestEonOrHighestEonothem latestEpochOrHighestSeries "
          "latestEraOrHighestErathem latestPeriodOrHighestSystem lifeStage "
          "lithostratigraphicTerms locality locationAccordingTo locationID locationRemarks "
          "lowestBiostratigraphicZone materialEntityID materialEntityRemarks materialEntityType "
          "materialSampleID maximumDepthInMeters maximumDistanceAboveSurfaceInMeters "
          "maximumElevationInMeters member minimumDepthInMeters "
          "minimumDistanceAboveSurfaceInMeters minimumElevationInMeters month municipality "
          "nameAccordingTo nameAccordingToID namePublishedIn namePublishedInID "
          "namePublishedInYear nomenclaturalCode nomenclaturalStatus occurrenceID "
          "occurrenceRemarks occurrenceStatus order organismID organismName organismQuantity "
          "organismQuantityType organismRemarks organismScope originalNameUsage "
          "originalNameUsageID otherCatalogNumbers ownerInstitutionCode parentEventID "
          "parentNameUsage parentNameUsageID pathway phylum pointRadiusSpatialFit preparations "
          "previousIdentifications projectID projectTitle recordNumber recordedBy recordedByID "
          "reproductiveCondition sampleSizeUnit sampleSizeValue samplingEffort samplingProtocol "
          "scientificName scientificNameAuthorship scientificNameID sex specificEpithet "
          "startDayOfYear stateProvince subfamily subgenus subtribe superfamily taxonConceptID "
          "taxonID taxonRank taxonRemarks taxonomicStatus tribe typeStatus typifiedName "
          "verbatimCoordinateSystem verbatimCoordinates verbatimDepth verbatimElevation "
          "verbatimEventDate verbatimIdentification verbatimLabel verbatimLatitude "
          "verbatimLocality verbatimLongitude verbatimSRS verbatimTaxonRank vernacularName "
          "verticalDatum vitality waterBody year"},
    {DC, "language type"},
    {DCTERMS, "accessRights bibliographicCitation license modified references rightsHolder"},
    {AC, "fundingAttribution"},
};
static const struct dwca_term_group taxon_terms[] = {
    {DWC, "acceptedNameUsage acceptedNameUsageID class cultivarEpithet datasetID datasetName "
          "family genericName genus higherClassification informationWithheld infragenericEpithet "
          "infraspecificEpithet institutionCode institutionID kingdom nameAccordingTo "
          "nameAccordingToID namePublishedIn namePublishedInID namePublishedInYear "
          "nomenclaturalCode nomenclaturalStatus order originalNameUsage originalNameUsageID "
          "parentNameUsage parentNameUsageID phylum scientificName scientificNameAuthorship "
          "scientificNameID specificEpithet subfamily subgenus subtribe superfamily "
          "taxonConceptID taxonID taxonRank taxonRemarks taxonomicStatus tribe verbatimTaxonRank "
          "vernacularName"},
    {DCTERMS, "accessRights bibliographicCitation license modified references rightsHolder"},
    {DC, "language"},
};
static const struct dwca_term_group event_terms[] = {
    {DWC, "bed continent coordinatePrecision coordinateUncertaintyInMeters country countryCode "
          "county dataGeneralizations datasetID datasetName day decimalLatitude decimalLongitude "
          "dynamicProperties earliestAgeOrLowestStage earliestEonOrLowestEonothem "
          "earliestEpochOrLowestSeries earliestEraOrLowestErathem earliestPeriodOrLowestSystem "
          "endDayOfYear eventDate eventID eventRemarks eventTime eventType fieldNotes fieldNumber "
          "footprintSRS footprintSpatialFit footprintWKT formation geodeticDatum "
          "geologicalContextID georeferenceProtocol georeferenceRemarks georeferenceSources "
          "georeferencedBy georeferencedDate group habitat higherGeography higherGeographyID "
          "highestBiostratigraphicZone informationWithheld institutionCode institutionID island "
          "islandGroup latestAgeOrHighestStage latestEonOrHighestEonothem "
          "latestEpochOrHighestSeries latestEraOrHighestErathem latestPeriodOrHighestSystem "
          "lithostratigraphicTerms locality locationAccordingTo locationID locationRemarks "
          "lowestBiostratigraphicZone maximumDepthInMeters maximumDistanceAboveSurfaceInMeters "
          "maximumElevationInMeters member minimumDepthInMeters "
          "minimumDistanceAboveSurfaceInMeters minimumElevationInMeters month municipality "
          "ownerInstitutionCode parentEventID pointRadiusSpatialFit sampleSizeUnit "
          "sampleSizeValue samplingEffort samplingProtocol startDayOfYear stateProvince "
          "verbatimCoordinateSystem verbatimCoordinates verbatimDepth verbatimElevation "
          "verbatimEventDate verbatimLatitude verbatimLocality verbatimLongitude verbatimSRS "
          "verticalDatum waterBody year"},
    {DC, "language type"},
    {DCTERMS, "accessRights bibliographicCitation license modified references rightsHolder"},
};
static const struct dwca_term_group multimedia_terms[] = {
    {DWC, "datasetID"},
    {DCTERMS,
     "audience contributor created creator description format identifier license publisher "
     "references rightsHolder source title type"},
};
static const struct dwca_term_group audiovisual_terms[] = {
    {DWC, "continent coordinatePrecision coordinateUncertaintyInMeters country countryCode county "
          "dateIdentified decimalLatitude decimalLongitude footprintSRS footprintSpatialFit "
          "footprintWKT geodeticDatum georeferenceProtocol georeferenceRemarks "
          "georeferenceSources georeferenceVerificationStatus georeferencedBy higherGeography "
          "higherGeographyID identificationQualifier identifiedBy island islandGroup lifeStage "
          "locality locationAccordingTo locationID locationRemarks maximumDepthInMeters "
          "maximumDistanceAboveSurfaceInMeters maximumElevationInMeters minimumDepthInMeters "
          "minimumDistanceAboveSurfaceInMeters minimumElevationInMeters municipality "
          "nameAccordingTo pointRadiusSpatialFit preparations scientificName scientificNameID sex "
          "stateProvince verbatimCoordinateSystem verbatimCoordinates verbatimElevation "
          "verbatimLatitude verbatimLocality verbatimLongitude verbatimSRS vernacularName "
          "waterBody"},
    {DCTERMS, "available creator description format identifier language modified rights source "
              "temporal title type"},
    {AC, "IDofContainingCollection accessURI associatedObservationReference "
         "associatedSpecimenReference attributionLinkURL attributionLogoURL caption "
         "captureDevice commenter commenterLiteral comments derivedFrom digitizationDate endTime "
         "endTimestamp frameRate freqHigh freqLow fundingAttribution furtherInformationURL "
         "hasROI hasServiceAccessPoint hashFunction hashValue heightFrac isROIOf licenseLogoURL "
         "licensingException mediaDuration mediaSpeed metadataCreator metadataCreatorLiteral "
         "metadataLanguage metadataLanguageLiteral metadataProvider metadataProviderLiteral "
         "otherScientificName physicalSetting provider providerID providerLiteral "
         "providerManagedID radius relatedResourceID resourceCreationTechnique reviewer "
         "reviewerComments reviewerLiteral serviceExpectation startTime startTimestamp "
         "subjectCategoryVocabulary subjectOrientation subjectOrientationLiteral subjectPart "
         "subjectPartLiteral subtype subtypeLiteral tag taxonCount taxonCoverage timeOfDay "
         "variant variantDescription variantLiteral widthFrac xFrac yFrac"},
    {XMP, "CreateDate MetadataDate Rating"},
    {XMP_RIGHTS, "Owner UsageTerms WebStatement"},
    {PHOTOSHOP, "Credit"},
    {IPTC, "CVterm City CountryCode CountryName LocationCreated LocationShown ProvinceState "
           "Sublocation WorldRegion"},
    {MO, "sample_rate"},
    {EXIF, "PixelXDimension PixelYDimension"},
};
static const struct dwca_term_group image_terms[] = {
    {DWC, "datasetID"},
    {DCTERMS,
     "audience contributor created creator description format identifier license publisher "
     "references rightsHolder spatial title"},
    {GEO, "latitude longitude"},
};
static const struct dwca_term_group identification_terms[] = {
    {DWC, "acceptedNameUsage acceptedNameUsageID class cultivarEpithet dateIdentified family "
          "genericName genus higherClassification identificationID identificationQualifier "
          "identificationReferences identificationRemarks identificationVerificationStatus "
          "identifiedBy identifiedByID infragenericEpithet infraspecificEpithet kingdom "
          "nameAccordingTo nameAccordingToID namePublishedIn namePublishedInID "
          "namePublishedInYear nomenclaturalCode nomenclaturalStatus order originalNameUsage "
          "originalNameUsageID parentNameUsage parentNameUsageID phylum scientificName "
          "scientificNameAuthorship scientificNameID specificEpithet subfamily subgenus subtribe "
          "superfamily taxonConceptID taxonID taxonRank taxonRemarks taxonomicStatus tribe "
          "typeStatus verbatimIdentification verbatimTaxonRank vernacularName"},
};
static const struct dwca_term_group measurement_terms[] = {
    {DWC, "measurementAccuracy measurementDeterminedBy measurementDeterminedDate measurementID "
          "measurementMethod measurementRemarks measurementType measurementUnit measurementValue "
          "parentMeasurementID verbatimMeasurementType"},
};
static const struct dwca_term_group extended_measurement_terms[] = {
    {DWC, "measurementAccuracy measurementDeterminedBy measurementDeterminedDate measurementID "
          "measurementMethod measurementRemarks measurementType measurementUnit measurementValue "
          "occurrenceID"},
    {OBIS, "measurementTypeID measurementUnitID measurementValueID"},
};
static const struct dwca_term_group relationship_terms[] = {
    {DWC, "relatedResourceID relationshipAccordingTo relationshipEstablishedDate "
          "relationshipOfResource relationshipOfResourceID relationshipRemarks resourceID "
          "resourceRelationshipID"},
};
static const struct dwca_term_group dna_terms[] = {
    {DWC, "occurrenceID"},
    {MIXS, "_16s_recover=0000065 _16s_recover_software=0000066 adapters=0000048 annot=0000059 "
           "assembly_name=0000057 assembly_qual=0000056 assembly_software=0000058 "
           "bin_param=0000077 bin_software=0000078 biotic_relationship=0000028 "
           "chimera_check=0000052 compl_appr=0000071 compl_score=0000069 compl_software=0000070 "
           "contam_score=0000072 contam_screen_input=0000005 contam_screen_param=0000073 "
           "decontam_software=0000074 detec_type=0000084 encoded_traits=0000034 "
           "env_broad_scale=0000012 env_local_scale=0000013 env_medium=0000014 "
           "estimated_size=0000024 experimental_factor=0000008 extrachrom_elements=0000023 "
           "feat_pred=0000061 host_disease_stat=0000031 host_pred_appr=0000088 "
           "host_pred_est_acc=0000089 host_spec_range=0000030 isol_growth_condt=0000003 "
           "lib_layout=0000041 lib_reads_seqd=0000040 lib_screen=0000043 lib_size=0000039 "
           "lib_vector=0000042 mag_cov_software=0000080 mid=0000047 neg_cont_type=0001321 "
           "nucl_acid_amp=0000038 nucl_acid_ext=0000037 num_replicons=0000022 "
           "number_contig=0000060 otu_class_appr=0000085 otu_db=0000087 otu_seq_comp_appr=0000086 "
           "pathogenicity=0000027 pcr_cond=0000049 pcr_primers=0000046 ploidy=0000021 "
           "pos_cont_type=0001322 pred_genome_struc=0000083 pred_genome_type=0000082 "
           "project_name=0000092 propagation=0000033 reassembly_bin=0000079 "
           "ref_biomaterial=0000025 ref_db=0000062 rel_to_oxygen=0000015 "
           "samp_collec_device=0000002 samp_collec_method=0001225 samp_mat_process=0000016 "
           "samp_name=0001107 samp_size=0000001 samp_taxon_id=0001320 samp_vol_we_dna_ext=0000111 "
           "seq_meth=0000050 seq_quality_check=0000051 sim_search_meth=0000063 "
           "single_cell_lysis_appr=0000076 single_cell_lysis_prot=0000054 size_frac=0000017 "
           "sop=0000090 sort_tech=0000075 source_mat_id=0000026 source_uvig=0000035 "
           "specific_host=0000029 subspecf_gen_lin=0000020 target_gene=0000044 "
           "target_subfragment=0000045 tax_class=0000064 tax_ident=0000053 "
           "trna_ext_software=0000068 trnas=0000067 trophic_level=0000032 url=0000091 "
           "vir_ident_software=0000081 virus_enrich_appr=0000036 wga_amp_appr=0000055 "
           "wga_amp_kit=0000006"},
    {GBIF, "DNA_sequence=dna_sequence pcr_primer_forward pcr_primer_name_forward "
           "pcr_primer_name_reverse pcr_primer_reference pcr_primer_reverse"},
    {GGBN, "concentration concentrationUnit methodDeterminationConcentrationAndRatios "
           "ratioOfAbsorbance260_230 ratioOfAbsorbance260_280"},
    {MIQE, "ampliconSize amplificationReactionVolume amplificationReactionVolumeUnit annealingTemp "
           "annealingTempUnit automaticBaselineValue automaticThresholdQuantificationCycle "
           "baselineValue contaminationAssessment estimatedNumberOfCopies experimentalVariance "
           "partitionVolume partitionVolumeUnit pcr_analysis_software pcr_primer_lod "
           "pcr_primer_loq probeQuencher probeReporter quantificationCycle "
           "thresholdQuantificationCycle"},
};
static const struct dwca_term_group vernacular_terms[] = {
    {DWC, "countryCode datasetID lifeStage locality locationID sex taxonRemarks vernacularName"},
    {DCTERMS, "language source temporal"},
    {GBIF_1, "isPlural isPreferredName organismPart"},
};
static const struct dwca_term_group distribution_terms[] = {
    {DWC, "countryCode datasetID degreeOfEstablishment endDayOfYear establishmentMeans eventDate "
          "lifeStage locality locationID occurrenceRemarks occurrenceStatus pathway "
          "startDayOfYear"},
    {IUCN, "threatStatus"},
    {GBIF_1, "appendixCITES"},
    {DCTERMS, "source"},
};
static const struct dwca_term_group description_terms[] = {
    {DWC, "datasetID"},
    {DCTERMS,
     "audience contributor created creator description language license rightsHolder source "
     "type"},
};
static const struct dwca_term_group profile_terms[] = {
    {DWC, "datasetID habitat sex"},
    {GBIF_1, "ageInDays isExtinct isFreshwater isHybrid isInvasive isMarine isTerrestrial lifeForm "
             "livingPeriod massInGrams sizeInMillimeters"},
    {DCTERMS, "source"},
};
static const struct dwca_term_group types_terms[] = {
    {DWC, "catalogNumber collectionCode collectionID datasetID institutionCode institutionID "
          "locality occurrenceID recordedBy scientificName sex taxonRank typeStatus "
          "verbatimEventDate verbatimLatitude verbatimLongitude"},
    {GBIF_1, "typeDesignatedBy typeDesignationType verbatimLabel"},
    {DCTERMS, "bibliographicCitation source"},
};
static const struct dwca_term_group reference_terms[] = {
    {DWC, "datasetID taxonRemarks"},
    {DCTERMS, "bibliographicCitation creator date description identifier language rights source "
              "subject title type"},
};
static const struct dwca_term_group identifier_terms[] = {
    {DWC, "datasetID"},
    {DCTERMS, "format identifier subject title"},
};

// --- kinds of rows ---------------------------------------------------------------------------

#define TERMS(groups) groups, ARRAY_LENGTH(groups)

const char *const dwca_core_names[DWCA_CORES] = {"occurrence", "taxon", "event"};
const struct dwca_row_type dwca_cores[DWCA_CORES] = {
    {"http://rs.tdwg.org/dwc/terms/Occurrence", "", TERMS(occurrence_terms)},
    {"http://rs.tdwg.org/dwc/terms/Taxon", "", TERMS(taxon_terms)},
    {"http://rs.tdwg.org/dwc/terms/Event", "", TERMS(event_terms)},
};

static const struct dwca_row_type extensions[] = {
    {"http://rs.tdwg.org/dwc/terms/Occurrence", "occurrence occurrences", TERMS(occurrence_terms)},
    {"http://rs.gbif.org/terms/1.0/Multimedia", "multimedia associatedMedia media",
     TERMS(multimedia_terms)},
    {"http://rs.gbif.org/terms/1.0/Image", "image", TERMS(image_terms)},
    {"http://rs.tdwg.org/dwc/terms/Identification",
     "identification identifications identificationHistory", TERMS(identification_terms)},
    {"http://rs.tdwg.org/dwc/terms/MeasurementOrFact",
     "measurementOrFact measurementsOrFacts measurements", TERMS(measurement_terms)},
    {"http://rs.iobis.org/obis/terms/ExtendedMeasurementOrFact", "extendedMeasurementOrFact",
     TERMS(extended_measurement_terms)},
    {"http://rs.tdwg.org/dwc/terms/ResourceRelationship",
     "resourceRelationship resourceRelationships", TERMS(relationship_terms)},
    {"http://rs.gbif.org/terms/1.0/DNADerivedData", "dnaDerivedData", TERMS(dna_terms)},
    {"http://rs.gbif.org/terms/1.0/VernacularName", "vernacularName vernacularNames",
     TERMS(vernacular_terms)},
    {"http://rs.gbif.org/terms/1.0/Distribution", "distribution distributions",
     TERMS(distribution_terms)},
    {"http://rs.gbif.org/terms/1.0/Description", "description descriptions",
     TERMS(description_terms)},
    {"http://rs.gbif.org/terms/1.0/SpeciesProfile", "speciesProfile", TERMS(profile_terms)},
    {"http://rs.gbif.org/terms/1.0/TypesAndSpecimen", "typesAndSpecimen", TERMS(types_terms)},
    {"http://rs.gbif.org/terms/1.0/Reference", "reference references", TERMS(reference_terms)},
    {"http://rs.gbif.org/terms/1.0/Identifier", "identifier identifiers", TERMS(identifier_terms)},
};
static const struct dwca_row_type audiovisual_core = {"http://rs.tdwg.org/ac/terms/Multimedia", "",
                                                      TERMS(audiovisual_terms)};

// --- looking ---------------------------------------------------------------------------------

static bool has_word(const char *words, string_view word)
{
    string_view rest = sv_from(words);
    string_view one;
    while (sv_split(&rest, ' ', &one)) {
        if (sv_equal(one, word)) {
            return true;
        }
    }
    return false;
}

const struct dwca_row_type *dwca_extension(string_view list, bool audiovisual)
{
    while (list.length > 0 && list.bytes[list.length - 1] >= '0' &&
           list.bytes[list.length - 1] <= '9') {
        list.length--;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(extensions); i++) {
        if (has_word(extensions[i].lists, list)) {
            bool media = extensions[i].groups == multimedia_terms;
            return media && audiovisual ? &audiovisual_core : &extensions[i];
        }
    }
    return NULL;
}

static struct dwca_term term_of(string_view word, const char *space)
{
    size_t mark = sv_find(word, '=');
    string_view name = sv_slice(word, 0, mark);
    return (struct dwca_term){name, sv_from(space),
                              mark < word.length ? sv_slice(word, mark + 1, SIZE_MAX) : name};
}

bool dwca_term_find(const struct dwca_row_type *type, string_view field, struct dwca_term *out)
{
    for (size_t i = 0; i < type->group_count; i++) {
        string_view rest = sv_from(type->groups[i].names);
        string_view word;
        while (sv_split(&rest, ' ', &word)) {
            *out = term_of(word, type->groups[i].space);
            if (sv_equal_ignore_case(out->name, field)) {
                return true;
            }
        }
    }
    return false;
}

string_view dwca_term_name(string_view uri)
{
    for (size_t i = 0; i < ARRAY_LENGTH(dna_terms); i++) {
        string_view rest = sv_from(dna_terms[i].names);
        string_view word;
        if (!sv_starts_with(uri, sv_from(dna_terms[i].space))) {
            continue;
        }
        while (sv_split(&rest, ' ', &word)) {
            struct dwca_term term = term_of(word, dna_terms[i].space);
            if (!sv_equal(term.name, term.end) &&
                sv_equal(term.end, sv_slice(uri, term.space.length, SIZE_MAX))) {
                return term.name;
            }
        }
    }
    return SV("");
}
