# SPDX-License-Identifier: Apache-2.0
#
# The programs: vitrine, demo-museum, those that tests run, and the benchmarks.

if(EXISTS ${PROJECT_SOURCE_DIR}/src/cli/main.c)
    add_executable(vitrine ${PROJECT_SOURCE_DIR}/src/cli/main.c)
    target_link_libraries(vitrine PRIVATE vitrine_flags)
    foreach(layer IN ITEMS cli api portal usage http catalogue query store formats base)
        if(TARGET vitrine_${layer})
            target_link_libraries(vitrine PRIVATE vitrine_${layer})
        endif()
    endforeach()
endif()

file(GLOB demo_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tools/demo_museum/*.c)
if(demo_sources)
    add_executable(demo-museum ${demo_sources})
    target_link_libraries(demo-museum PRIVATE vitrine_flags m)
    if(TARGET vitrine_base)
        target_link_libraries(demo-museum PRIVATE vitrine_base)
    endif()
endif()

# Small programs that tests run: tools/print_rows -> build/tools/print-rows.
foreach(tool IN ITEMS print_rows print_records check_facets)
    set(source ${PROJECT_SOURCE_DIR}/tools/${tool}/main.c)
    if(EXISTS ${source})
        string(REPLACE "_" "-" name ${tool})
        add_executable(${name} ${source})
        vitrine_link_included(${name} ${source})
        target_link_libraries(${name} PRIVATE m)
        set_target_properties(${name} PROPERTIES
            RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tools)
    endif()
endforeach()

file(GLOB bench_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/bench/*.c)
foreach(source IN LISTS bench_sources)
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} ${source})
    vitrine_link_included(${name} ${source})
    target_link_libraries(${name} PRIVATE m)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bench)
endforeach()
