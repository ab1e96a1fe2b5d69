// SPDX-License-Identifier: Apache-2.0
// Which types a text can be written as; numbers, bits and runs of Parquet's pages are proved by its
// readers (test_download_parquet.py).
#include "query/column_types.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void tells_the_types_of_texts(void **state)
{
    enum { T = 1, I = T | 2, R = T | 4, N = I | R, B = T | 8 };
    static const struct {
        const char *text;
        unsigned types;
    } cases[] = {
        {"", T},
        {"0", N},
        {"12", N},
        {"-12", N},
        {"-0", T},
        {"+1", T},
        {"00123", T},
        {"-012", T},
        {"1-2", T},
        {"MAR1", T},
        {" 1", T},
        {"999999999999999", N},
        {"9999999999999999", I},
        {"9223372036854775807", I},
        {"9223372036854775808", T},
        {"-9223372036854775808", I},
        {"1.5", R},
        {"-0.5", R},
        {"1.50", R},
        {"1.", T},
        {".5", T},
        {"1.5.2", T},
        {"1e5", T},
        {"0.123456789012345", T},
        {"NaN", T},
        {"true", B},
        {"false", B},
        {"TRUE", T},
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_int_equal(column_types_of(sv_from(cases[i].text)), cases[i].types);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(tells_the_types_of_texts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
