# SPDX-License-Identifier: Apache-2.0
#
# One static library a layer. The lists say which layers a layer may use, and nothing more is
# linked, so that a call upward fails at link time as well as in tools/checksrc.

set(VITRINE_LAYERS base formats database remote store query library
    catalogue usage portal http api cli)

set(vitrine_uses_base "")
set(vitrine_uses_formats base)
set(vitrine_uses_database base)
set(vitrine_uses_remote formats base)
set(vitrine_uses_store formats base)
set(vitrine_uses_query store formats base)
set(vitrine_uses_library query store formats base)
set(vitrine_uses_catalogue database query store formats base)
set(vitrine_uses_usage database formats base)
set(vitrine_uses_portal usage remote catalogue query store formats base)
set(vitrine_uses_http formats base)
set(vitrine_uses_api remote portal usage http catalogue query store formats base)
set(vitrine_uses_cli api remote portal usage http catalogue query store formats base)

# Creates vitrine_LAYER for every folder that holds sources.
function(vitrine_add_layers)
    set(present "")
    foreach(layer IN LISTS VITRINE_LAYERS)
        file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${layer}/*.c)
        list(FILTER sources EXCLUDE REGEX "/src/cli/main\\.c$")
        if(NOT sources)
            continue()
        endif()
        add_library(vitrine_${layer} STATIC ${sources})
        target_link_libraries(vitrine_${layer} PUBLIC vitrine_flags ${vitrine_links_${layer}})
        foreach(lower IN LISTS vitrine_uses_${layer})
            if(TARGET vitrine_${lower})
                target_link_libraries(vitrine_${layer} PUBLIC vitrine_${lower})
            endif()
        endforeach()
        list(APPEND present ${layer})
    endforeach()
    set(VITRINE_PRESENT_LAYERS ${present} PARENT_SCOPE)
endfunction()

# Links a program with the layers that its sources include, themselves or through the headers of
# tests/support, so that a program for a low layer can be built while a higher one is being
# changed. What is scanned becomes an input of the configuration.
function(vitrine_link_included target)
    set(wanted "")
    set(waiting ${ARGN})
    set(scanned "")
    while(waiting)
        list(POP_FRONT waiting source)
        if(source IN_LIST scanned OR NOT EXISTS ${source})
            continue()
        endif()
        list(APPEND scanned ${source})
        set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY
            CMAKE_CONFIGURE_DEPENDS ${source})
        file(STRINGS ${source} includes REGEX "^#include \"")
        foreach(line IN LISTS includes)
            if(line MATCHES "^#include \"(support/[a-z_]+\\.h)\"")
                list(APPEND waiting ${PROJECT_SOURCE_DIR}/tests/${CMAKE_MATCH_1})
            endif()
            if(line MATCHES "^#include \"([a-z]+)/")
                list(APPEND wanted ${CMAKE_MATCH_1})
            endif()
        endforeach()
    endwhile()
    if("vitrine" IN_LIST wanted)
        list(APPEND wanted library)
    endif()
    target_link_libraries(${target} PRIVATE vitrine_flags)
    foreach(layer IN ITEMS support ${VITRINE_LAYERS})
        if(layer IN_LIST wanted AND TARGET vitrine_${layer}
                AND NOT target STREQUAL vitrine_${layer})
            target_link_libraries(${target} PRIVATE vitrine_${layer})
        endif()
    endforeach()
endfunction()
