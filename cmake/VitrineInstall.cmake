# SPDX-License-Identifier: Apache-2.0
#
# What `cmake --install` puts on a machine: the binary, libvitrine with its headers, the manual
# pages, the licence.

include(GNUInstallDirs)

if(TARGET vitrine)
    install(TARGETS vitrine RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/README.md
    DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(EXISTS ${PROJECT_SOURCE_DIR}/include/vitrine)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/vitrine
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
endif()

# The manual pages, from the texts of the program's help and the headers. A program with a sanitizer
# in it is slow to ask.
if(TARGET vitrine AND NOT VITRINE_SANITIZE AND NOT VITRINE_FUZZ)
    file(GLOB public_headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/vitrine/*.h)
    set(manual ${PROJECT_SOURCE_DIR}/tools/manual)
    add_custom_command(OUTPUT vitrine.1
        COMMAND ${manual} program ${PROJECT_VERSION} $<TARGET_FILE:vitrine> > vitrine.1
        DEPENDS vitrine ${manual} VERBATIM)
    add_custom_command(OUTPUT vitrine.3
        COMMAND ${manual} library ${PROJECT_VERSION} > vitrine.3
        DEPENDS ${public_headers} ${manual} VERBATIM)
    add_custom_target(manual ALL DEPENDS vitrine.1 vitrine.3)
    install(FILES ${CMAKE_BINARY_DIR}/vitrine.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    install(FILES ${CMAKE_BINARY_DIR}/vitrine.3 DESTINATION ${CMAKE_INSTALL_MANDIR}/man3)
endif()

# libvitrine: base, formats, store, query and library, for programs that embed the store. Of the
# shared one only what include/vitrine/ declares is seen; the static one is a single object whose
# other names are local, so that a program's own are free.
set(library_objects "")
set(library_links "")
foreach(layer IN ITEMS base formats store query library)
    if(TARGET vitrine_${layer})
        list(APPEND library_objects $<TARGET_OBJECTS:vitrine_${layer}>)
        list(APPEND library_links ${vitrine_links_${layer}})
    endif()
endforeach()
list(REMOVE_DUPLICATES library_links)

# Instrumented objects have names that no shared library carries.
if(NOT VITRINE_SANITIZE AND NOT VITRINE_FUZZ)

set(library_exports ${PROJECT_SOURCE_DIR}/cmake/libvitrine.map)
add_library(libvitrine_shared SHARED ${library_objects})
set_target_properties(libvitrine_shared PROPERTIES
    OUTPUT_NAME vitrine LINKER_LANGUAGE C VERSION ${PROJECT_VERSION} SOVERSION 0
    LINK_DEPENDS ${library_exports})
target_link_libraries(libvitrine_shared PRIVATE vitrine_flags ${library_links})
target_link_options(libvitrine_shared PRIVATE
    -Wl,--version-script=${library_exports} -Wl,--no-undefined)

add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/libvitrine.o
    COMMAND ${CMAKE_C_COMPILER} -r -nostdlib -o libvitrine.o $<TARGET_OBJECTS:vitrine_base>
        $<TARGET_OBJECTS:vitrine_formats> $<TARGET_OBJECTS:vitrine_store>
        $<TARGET_OBJECTS:vitrine_query> $<TARGET_OBJECTS:vitrine_library>
    COMMAND ${CMAKE_OBJCOPY} --wildcard --keep-global-symbol=vitrine_* libvitrine.o
    DEPENDS ${library_objects}
    WORKING_DIRECTORY ${CMAKE_BINARY_DIR}
    COMMAND_EXPAND_LISTS VERBATIM)
set_source_files_properties(${CMAKE_BINARY_DIR}/libvitrine.o PROPERTIES
    EXTERNAL_OBJECT ON GENERATED ON)
add_library(libvitrine STATIC ${CMAKE_BINARY_DIR}/libvitrine.o)
set_target_properties(libvitrine PROPERTIES OUTPUT_NAME vitrine LINKER_LANGUAGE C)

install(TARGETS libvitrine_shared libvitrine
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
# From where vitrine.pc lies to the prefix, so that an installed tree can be moved.
file(RELATIVE_PATH library_prefix /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
configure_file(${PROJECT_SOURCE_DIR}/cmake/vitrine.pc.in ${CMAKE_BINARY_DIR}/vitrine.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/vitrine.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

endif()
