# SPDX-License-Identifier: Apache-2.0
#
# Tests, by label: unit (cmocka), threads (those of them that start threads; the TSan build
# runs these), integration (the real binary, Python), fuzz (replay of the saved corpus),
# web and browser (node; the second with headless Chromium). All of them print TAP, which
# tools/summarise-tests adds.

if(NOT BUILD_TESTING)
    return()
endif()

find_package(Python3 REQUIRED COMPONENTS Interpreter)

# ---- unit ------------------------------------------------------------------------------------

file(GLOB support_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/support/*.c)
if(support_sources)
    add_library(vitrine_support STATIC ${support_sources})
    vitrine_link_included(vitrine_support ${support_sources})
    target_include_directories(vitrine_support PUBLIC ${PROJECT_SOURCE_DIR}/tests)
endif()

# Sanitizers slow a test several times, and a busy machine again.
set(unit_seconds 120)
if(VITRINE_SANITIZE)
    set(unit_seconds 480)
endif()

set(unit_environment
    CMOCKA_MESSAGE_OUTPUT=TAP
    VITRINE_SOURCE_DIR=${PROJECT_SOURCE_DIR})

# The programs that the label threads runs, and no others.
add_custom_target(thread-tests)

file(GLOB unit_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/test_*.c)
foreach(source IN LISTS unit_sources)
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} ${source})
    vitrine_link_included(${name} ${source})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${name} PRIVATE PkgConfig::cmocka m)
    target_compile_definitions(${name} PRIVATE
        VITRINE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" $<$<BOOL:${VITRINE_ROARING}>:HAVE_ROARING>
        $<$<BOOL:${libutf8proc_FOUND}>:HAVE_UTF8PROC>)
    if(VITRINE_ROARING)
        target_link_libraries(${name} PRIVATE ${VITRINE_ROARING})
    endif()
    if(libutf8proc_FOUND)
        target_link_libraries(${name} PRIVATE PkgConfig::libutf8proc)
    endif()
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    # Unit tests run in the other builds: the release's are made by name alone.
    if(VITRINE_PROGRAMS_ALONE)
        set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL ON)
    endif()

    set(labels unit)
    file(STRINGS ${source} threaded
        REGEX "pthread_create|thread_pool|pool_create|source_hashing|store_import")
    if(threaded)
        list(APPEND labels threads)
        add_dependencies(thread-tests ${name})
    endif()
    add_test(NAME unit/${name} COMMAND ${name} WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
    set_tests_properties(unit/${name} PROPERTIES
        LABELS "${labels}" TIMEOUT ${unit_seconds} ENVIRONMENT "${unit_environment}")
endforeach()
# What a test of the finished program needs to find it.
set(program_environment
    VITRINE_BINARY=${CMAKE_BINARY_DIR}/vitrine
    VITRINE_DEMO_MUSEUM=${CMAKE_BINARY_DIR}/demo-museum
    VITRINE_PRINT_ROWS=${CMAKE_BINARY_DIR}/tools/print-rows
    VITRINE_PRINT_RECORDS=${CMAKE_BINARY_DIR}/tools/print-records
    VITRINE_CHECK_FACETS=${CMAKE_BINARY_DIR}/tools/check-facets
    VITRINE_SOURCE_DIR=${PROJECT_SOURCE_DIR})

# ---- integration -----------------------------------------------------------------------------

file(GLOB integration_sources CONFIGURE_DEPENDS
    ${PROJECT_SOURCE_DIR}/tests/integration/test_*.py)
foreach(source IN LISTS integration_sources)
    get_filename_component(name ${source} NAME_WE)
    add_test(NAME integration/${name}
        COMMAND ${Python3_EXECUTABLE} -B ${PROJECT_SOURCE_DIR}/tools/tap-unittest ${source}
        WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}/tests/integration)
    set_tests_properties(integration/${name} PROPERTIES
        LABELS integration TIMEOUT 1200
        ENVIRONMENT "${program_environment}")
endforeach()

# The longest begin first, so that none of them ends alone.
set_tests_properties(
    integration/test_facet_counts integration/test_formats_real integration/test_faults
    integration/test_ingest_real integration/test_cli_terminal integration/test_histories
    PROPERTIES COST 60)

# ---- fuzz ------------------------------------------------------------------------------------

file(GLOB fuzz_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fuzz/fuzz_*.c)
foreach(source IN LISTS fuzz_sources)
    get_filename_component(target ${source} NAME_WE)
    string(REGEX REPLACE "^fuzz_" "" name ${target})
    if(VITRINE_FUZZ)
        add_executable(${target} ${source})
        target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    else()
        add_executable(${target} ${source} ${PROJECT_SOURCE_DIR}/fuzz/replay_main.c)
    endif()
    vitrine_link_included(${target} ${source})
    target_link_libraries(${target} PRIVATE m)
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
    if(IS_DIRECTORY ${PROJECT_SOURCE_DIR}/tests/fuzz-corpus/${name})
        # libFuzzer, too, reads all of a folder before its first run of its own, of which none.
        add_test(NAME fuzz/${name}
            COMMAND ${target} $<$<BOOL:${VITRINE_FUZZ}>:-runs=0>
                ${PROJECT_SOURCE_DIR}/tests/fuzz-corpus/${name}
            COMMAND_EXPAND_LISTS)
        set_tests_properties(fuzz/${name} PROPERTIES LABELS fuzz TIMEOUT 120)
    endif()
endforeach()

# ---- browser ---------------------------------------------------------------------------------

# web/test holds the front end's own unit tests, web/e2e the walks through the real pages.
find_program(VITRINE_NODE node nodejs)
function(vitrine_add_node_test kind source)
    get_filename_component(name ${source} NAME_WE)
    add_test(NAME ${kind}/${name}
        COMMAND ${VITRINE_NODE} --test --test-reporter=tap ${source}
        WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}/web)
    set_tests_properties(${kind}/${name} PROPERTIES
        LABELS ${kind} TIMEOUT 600 ENVIRONMENT "${program_environment}")
endfunction()

if(VITRINE_NODE AND IS_DIRECTORY ${PROJECT_SOURCE_DIR}/web/node_modules)
    file(GLOB web_tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/web/test/*.test.mjs)
    foreach(source IN LISTS web_tests)
        vitrine_add_node_test(web ${source})
    endforeach()
    # The museum is made once; each test serves a copy.
    list(APPEND program_environment VITRINE_DEMO_DATA=${CMAKE_BINARY_DIR}/browser-museum)
    vitrine_add_node_test(browser ${PROJECT_SOURCE_DIR}/web/e2e/museum.mjs)
    set_tests_properties(browser/museum PROPERTIES FIXTURES_SETUP browser_museum)
    file(GLOB browser_tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/web/e2e/*.test.mjs)
    foreach(source IN LISTS browser_tests)
        vitrine_add_node_test(browser ${source})
        get_filename_component(name ${source} NAME_WE)
        set_tests_properties(browser/${name} PROPERTIES FIXTURES_REQUIRED browser_museum)
    endforeach()
    set_tests_properties(
        browser/charts browser/looks browser/map browser/views PROPERTIES COST 60)
endif()
