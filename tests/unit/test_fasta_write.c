// SPDX-License-Identifier: Apache-2.0
// What is a sequence, what becomes of it and of its name.
#include "formats/fasta_write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void takes_sequences_alone(void **state)
{
    (void)state;
    assert_true(fasta_is_sequence(SV("ACGTACGT")));
    assert_true(fasta_is_sequence(SV(" acgu acgu\n--..??NNNRYSWKMBDHV ")));
    assert_false(fasta_is_sequence(SV("")));
    assert_false(fasta_is_sequence(SV("ACGTACG")));
    assert_false(fasta_is_sequence(SV("NNNNNNNNNNNN")));
    assert_false(fasta_is_sequence(SV("none")));
    assert_false(fasta_is_sequence(SV("see GenBank ACGTACGT")));
    assert_false(fasta_is_sequence((string_view){"ACGTACGT\0", 9}));
    assert_false(fasta_is_sequence(SV("ACGTACGT\xC3\xBC")));
}

static void writes(void (*write)(string_view text, struct buffer *out), string_view text,
                   const char *wanted)
{
    struct buffer out;
    buffer_init(&out, 1000);
    write(text, &out);
    buffer_append_byte(&out, '\0');
    assert_false(out.failed);
    assert_string_equal(out.bytes, wanted);
    buffer_release(&out);
}

#define TEN "ACGTACGTAC"

static void cuts_lines_at_eighty_letters(void **state)
{
    (void)state;
    writes(fasta_write_sequence, SV("acgT ?-\r\nG"), "acgTN-G\n");
    writes(fasta_write_sequence, SV(TEN TEN TEN TEN TEN TEN TEN TEN),
           TEN TEN TEN TEN TEN TEN TEN TEN "\n");
    writes(fasta_write_sequence, SV(TEN TEN TEN TEN TEN TEN TEN TEN " A"),
           TEN TEN TEN TEN TEN TEN TEN TEN "\nA\n");
}

static void names_cannot_break_their_line(void **state)
{
    struct buffer out;
    (void)state;
    writes(fasta_write_id, SV("a b|c\n>d\xC3\xBC"), "a_b_c_>d\xC3\xBC");
    buffer_init(&out, 1000);
    fasta_write_note("key", SV("a]\n>[b"), &out);
    fasta_write_note("none", SV(""), &out);
    buffer_append_byte(&out, '\0');
    assert_string_equal(out.bytes, " [key=a) >(b]");
    buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_sequences_alone),
        cmocka_unit_test(cuts_lines_at_eighty_letters),
        cmocka_unit_test(names_cannot_break_their_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
