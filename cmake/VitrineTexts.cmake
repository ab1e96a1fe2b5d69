# SPDX-License-Identifier: Apache-2.0
#
# The program's own texts, carried by the binary: src/api/texts/*.md become a C file.
# As a script (cmake -DINPUTS=... -DOUTPUT=... -P this file) it writes that file.

if(CMAKE_SCRIPT_MODE_FILE)
    set(arrays "")
    set(table "")
    set(number 0)
    file(GLOB inputs ${FOLDER}/*.md)
    list(SORT inputs)
    foreach(input IN LISTS inputs)
        get_filename_component(name ${input} NAME)
        string(REGEX REPLACE "[.]md$" "" name ${name})
        file(READ ${input} bytes HEX)
        string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
        string(APPEND arrays "static const unsigned char text_${number}[] = {${bytes}};\n")
        string(APPEND table "    {\"${name}\", text_${number}, sizeof text_${number}},\n")
        math(EXPR number "${number} + 1")
    endforeach()
    file(WRITE ${OUTPUT} "#include \"api/page_texts.h\"\n\n${arrays}\n"
        "const struct page_text page_texts[] = {\n${table}};\n"
        "const size_t page_text_count = ${number};\n")
    return()
endif()

set(texts_folder ${PROJECT_SOURCE_DIR}/src/api/texts)
set(texts_source ${CMAKE_BINARY_DIR}/page_texts.c)
file(GLOB texts_inputs CONFIGURE_DEPENDS ${texts_folder}/*.md)
if(texts_inputs)
    add_custom_command(OUTPUT ${texts_source}
        COMMAND ${CMAKE_COMMAND} -DFOLDER=${texts_folder} -DOUTPUT=${texts_source}
            -P ${CMAKE_CURRENT_LIST_FILE}
        DEPENDS ${texts_inputs} ${CMAKE_CURRENT_LIST_FILE}
        COMMENT "Embedding src/api/texts" VERBATIM)
    add_library(vitrine_page_texts STATIC ${texts_source})
    target_include_directories(vitrine_page_texts PUBLIC ${PROJECT_SOURCE_DIR}/src)
    if(TARGET vitrine_api)
        target_link_libraries(vitrine_api PUBLIC vitrine_page_texts)
    endif()
endif()
