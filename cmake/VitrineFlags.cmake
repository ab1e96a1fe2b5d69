# SPDX-License-Identifier: Apache-2.0
#
# Compiler and linker flags for the project's own code. Everything links vitrine_flags.

include(CheckCCompilerFlag)

add_library(vitrine_flags INTERFACE)

# Warnings are errors. A name is left out only where a compiler does not know it.
# -Wjump-misses-init is not here: it speaks up at every `goto out` over a declaration, which is
# our one way out of a function; reading what was jumped over is -Wmaybe-uninitialized's to find.
set(warnings
    -Wall -Wextra -Wpedantic -Werror
    -Wshadow -Wconversion -Wsign-conversion -Wdouble-promotion
    -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition
    -Wwrite-strings -Wvla -Wundef -Wformat=2 -Wpointer-arith
    -Wnull-dereference -Wimplicit-fallthrough
    -Wcast-align=strict -Wlogical-op -Wduplicated-cond)
foreach(warning IN LISTS warnings)
    string(MAKE_C_IDENTIFIER "VITRINE_HAS${warning}" known)
    # clang accepts an unknown -W with a mere warning; -Werror makes the probe tell the truth.
    set(CMAKE_REQUIRED_FLAGS "-Werror")
    check_c_compiler_flag(${warning} ${known})
    unset(CMAKE_REQUIRED_FLAGS)
    if(${known})
        target_compile_options(vitrine_flags INTERFACE ${warning})
    endif()
endforeach()

# gnu17 comes from the C standard properties below; _GNU_SOURCE opens the Linux interfaces.
set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS ON)
target_compile_definitions(vitrine_flags INTERFACE
    _GNU_SOURCE
    VITRINE_VERSION="${PROJECT_VERSION}"
    $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
target_compile_options(vitrine_flags INTERFACE -fno-common -fstack-protector-strong)
target_link_options(vitrine_flags INTERFACE -Wl,-z,relro,-z,now)
target_include_directories(vitrine_flags INTERFACE
    ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include)

if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    # POPCNT and SSE4.2 everywhere; wider instructions are chosen at run time by function.
    target_compile_options(vitrine_flags INTERFACE -march=x86-64-v2 -fcf-protection)
endif()

if(CMAKE_C_COMPILER_ID MATCHES "Clang")
    # clang speaks up at INFINITY and NAN, which the C library makes floats; gcc knows better.
    # A variadic macro without arguments is gnu17, which is what we write. And long texts in
    # tables go on in the next line, which clang takes for a missing comma.
    target_compile_options(vitrine_flags INTERFACE
        -Wno-double-promotion -Wno-gnu-zero-variadic-macro-arguments -Wno-string-concatenation)
endif()

set(CMAKE_C_FLAGS_RELEASE "-O2 -g")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g -fno-omit-frame-pointer")
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(VITRINE_LTO)
    set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
endif()

if(VITRINE_SANITIZE)
    # Lines are enough for a report; what debuggers want beyond them, links of 150 programs pay for.
    target_compile_options(vitrine_flags INTERFACE
        -g1 -fsanitize=${VITRINE_SANITIZE} -fno-sanitize-recover=all)
    target_link_options(vitrine_flags INTERFACE -fsanitize=${VITRINE_SANITIZE})
    include(CheckLinkerFlag)
    check_linker_flag(C -fuse-ld=gold VITRINE_HAS_GOLD)
    if(VITRINE_HAS_GOLD)
        target_link_options(vitrine_flags INTERFACE -fuse-ld=gold) # in half the time
    endif()
    if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
        # gcc's flow analysis sees the branches that the instrumentation adds and warns of
        # paths that the program does not have; the plain builds keep these as errors.
        target_compile_options(vitrine_flags INTERFACE
            -Wno-null-dereference -Wno-maybe-uninitialized -Wno-stringop-overflow
            -Wno-format-truncation -Wno-array-bounds -Wno-stringop-truncation
            -Wno-format-overflow)
    endif()
endif()

if(VITRINE_COVERAGE)
    target_compile_options(vitrine_flags INTERFACE --coverage -O0)
    target_link_options(vitrine_flags INTERFACE --coverage)
endif()

if(VITRINE_FUZZ)
    if(NOT CMAKE_C_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "VITRINE_FUZZ needs clang: cmake --preset fuzz")
    endif()
    # Coverage counters for every file; only the fuzz programs link the driver itself.
    target_compile_options(vitrine_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
