# SPDX-License-Identifier: Apache-2.0
#
# The front end: npm builds web/ into web/dist, tools/embed.c turns web/dist into one C file,
# and the server carries it. Without node, or before the first build, the list is empty.

add_executable(embed ${PROJECT_SOURCE_DIR}/tools/embed.c)
target_link_libraries(embed PRIVATE vitrine_flags PkgConfig::libdeflate PkgConfig::libxxhash)

set(web_source ${PROJECT_SOURCE_DIR}/web)
set(web_dist ${web_source}/dist)
set(web_stamp ${CMAKE_BINARY_DIR}/web.stamp)
set(assets_source ${CMAKE_BINARY_DIR}/web_assets.c)

find_program(VITRINE_NPM npm)
if(VITRINE_NPM AND EXISTS ${web_source}/package-lock.json)
    # Not one recursive glob over web/, which would walk node_modules before every build.
    file(GLOB web_settings CONFIGURE_DEPENDS ${web_source}/*.mjs ${web_source}/*.json)
    file(GLOB_RECURSE web_inputs CONFIGURE_DEPENDS
        ${web_source}/src/* ${web_source}/basemap/* ${web_source}/plates/*)
    add_custom_command(OUTPUT ${web_stamp}
        COMMAND ${PROJECT_SOURCE_DIR}/tools/build-web
        COMMAND ${CMAKE_COMMAND} -E touch ${web_stamp}
        DEPENDS ${web_settings} ${web_inputs} ${PROJECT_SOURCE_DIR}/tools/build-web
        WORKING_DIRECTORY ${web_source}
        COMMENT "Building the front end"
        USES_TERMINAL VERBATIM)
    add_custom_target(web DEPENDS ${web_stamp})
elseif(VITRINE_WEB)
    message(WARNING "npm or web/package-lock.json is missing: the server embeds what is in "
        "web/dist, if anything")
endif()

if(VITRINE_WEB AND TARGET web)
    set(assets_inputs ${web_stamp})
else()
    file(GLOB_RECURSE assets_inputs CONFIGURE_DEPENDS ${web_dist}/*)
endif()
add_custom_command(OUTPUT ${assets_source}
    COMMAND embed ${web_dist} ${assets_source}
    DEPENDS embed ${assets_inputs}
    COMMENT "Embedding web/dist" VERBATIM)
add_library(vitrine_web_assets STATIC ${assets_source})
target_include_directories(vitrine_web_assets PUBLIC ${PROJECT_SOURCE_DIR}/src)
if(TARGET vitrine_api)
    target_link_libraries(vitrine_api PUBLIC vitrine_web_assets)
endif()
