# SPDX-License-Identifier: Apache-2.0
#
# What `cmake --install` puts on a machine: one binary, the licence, the public headers.

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

# libvitrine: base, formats, store, query and library in one archive, for programs that embed the store.
set(library_objects "")
foreach(layer IN ITEMS base formats store query library)
    if(TARGET vitrine_${layer})
        list(APPEND library_objects $<TARGET_OBJECTS:vitrine_${layer}>)
    endif()
endforeach()
if(library_objects AND EXISTS ${PROJECT_SOURCE_DIR}/include/vitrine)
    add_library(libvitrine STATIC ${library_objects})
    set_target_properties(libvitrine PROPERTIES OUTPUT_NAME vitrine LINKER_LANGUAGE C)
    install(TARGETS libvitrine ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
    configure_file(${PROJECT_SOURCE_DIR}/cmake/vitrine.pc.in ${CMAKE_BINARY_DIR}/vitrine.pc @ONLY)
    install(FILES ${CMAKE_BINARY_DIR}/vitrine.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endif()
