# SPDX-License-Identifier: Apache-2.0
#
# The description of the API, carried by the binary: src/api/openapi.json becomes a C file.
# As a script (cmake -DINPUT=... -DOUTPUT=... -P this file) it writes that file.

if(CMAKE_SCRIPT_MODE_FILE)
    file(READ ${INPUT} bytes HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
    string(REGEX REPLACE "((0x..,)(0x..,)(0x..,)(0x..,)(0x..,)(0x..,)(0x..,)(0x..,))" "\\1\n" bytes
        "${bytes}")
    file(WRITE ${OUTPUT} "#include \"api/description.h\"\n\n"
        "const unsigned char api_description_text[] = {\n${bytes}};\n"
        "const size_t api_description_length = sizeof api_description_text;\n")
    return()
endif()

set(description_input ${PROJECT_SOURCE_DIR}/src/api/openapi.json)
set(description_source ${CMAKE_BINARY_DIR}/api_description.c)
if(EXISTS ${description_input})
    add_custom_command(OUTPUT ${description_source}
        COMMAND ${CMAKE_COMMAND} -DINPUT=${description_input} -DOUTPUT=${description_source}
            -P ${CMAKE_CURRENT_LIST_FILE}
        DEPENDS ${description_input} ${CMAKE_CURRENT_LIST_FILE}
        COMMENT "Embedding src/api/openapi.json" VERBATIM)
    add_library(vitrine_api_description STATIC ${description_source})
    target_include_directories(vitrine_api_description PUBLIC ${PROJECT_SOURCE_DIR}/src)
    if(TARGET vitrine_api)
        target_link_libraries(vitrine_api PUBLIC vitrine_api_description)
    endif()
endif()
