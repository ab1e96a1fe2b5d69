# SPDX-License-Identifier: Apache-2.0
#
# The libraries from the distribution, by pkg-config (packages.txt lists their packages).

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

foreach(module IN ITEMS libzstd libdeflate zlib libxxhash expat libarchive jansson sqlite3
                        libcrypto libmicrohttpd libcmark libcurl libjpeg libpng)
    pkg_check_modules(${module} REQUIRED IMPORTED_TARGET ${module})
endforeach()

if(BUILD_TESTING)
    pkg_check_modules(cmocka REQUIRED IMPORTED_TARGET cmocka)
    # Oracles that tests compare our own code with; a test without its oracle skips.
    pkg_check_modules(libutf8proc IMPORTED_TARGET libutf8proc)
    find_library(VITRINE_ROARING roaring)
endif()

# What each layer may link beside the layers below it.
set(vitrine_links_base PkgConfig::libxxhash PkgConfig::libcrypto Threads::Threads m)
set(vitrine_links_formats PkgConfig::expat PkgConfig::libarchive PkgConfig::zlib PkgConfig::libzstd
    PkgConfig::libdeflate PkgConfig::jansson)
set(vitrine_links_remote PkgConfig::libcurl)
set(vitrine_links_images PkgConfig::libjpeg PkgConfig::libpng)
set(vitrine_links_store PkgConfig::libzstd)
set(vitrine_links_query PkgConfig::jansson)
set(vitrine_links_library PkgConfig::jansson)
set(vitrine_links_database PkgConfig::sqlite3)
set(vitrine_links_catalogue PkgConfig::sqlite3)
set(vitrine_links_portal PkgConfig::jansson)
set(vitrine_links_usage PkgConfig::sqlite3 PkgConfig::jansson)
set(vitrine_links_http PkgConfig::libmicrohttpd PkgConfig::libdeflate PkgConfig::zlib)
set(vitrine_links_api PkgConfig::jansson PkgConfig::libcmark)
set(vitrine_links_cli PkgConfig::jansson)
