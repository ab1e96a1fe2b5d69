// SPDX-License-Identifier: Apache-2.0
// How fast the parts are that an ingest calls for every value: the sorter, folding, finding types,
// cutting tokens.
//
//     bench_base [FOLDER]        FOLDER takes the sorter's runs (default: the present one)
#include "base/bitset.h"
#include "base/clock.h"
#include "base/fold.h"
#include "base/sorter.h"
#include "store/token.h"
#include "store/value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAIRS   4500000u
#define PAYLOAD 450
#define MEMORY  ((size_t)192 << 20)
#define ROUNDS  5000000

static double seconds_since(uint64_t ticks)
{
    return (double)(clock_ticks() - ticks) / 1e9;
}

static void give_up(const struct error *e)
{
    (void)fprintf(stderr, "bench_base: %s\n", e->message);
    exit(1);
}

// Binary keys, so that making them costs next to nothing.
static void bench_sorter(const char *folder, bool sorted)
{
    static char payload[PAYLOAD];
    struct error e = {0};
    struct sorter *s = NULL;
    char key[20] = {0};
    uint64_t state = 88172645463325252u;
    if (sorter_create(folder, MEMORY, &s, &e) != ST_OK) {
        give_up(&e);
    }
    uint64_t start = clock_ticks();
    for (uint32_t i = 0; i < PAIRS; i++) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        uint64_t number = sorted ? __builtin_bswap64(i) : state;
        memcpy(key, &number, sizeof number);
        if (sorter_add(s, (string_view){key, sizeof key}, (string_view){payload, PAYLOAD}, &e) !=
            ST_OK) {
            give_up(&e);
        }
    }
    if (sorter_finish(s, &e) != ST_OK) {
        give_up(&e);
    }
    double adding = seconds_since(start);
    start = clock_ticks();
    bool more = true;
    while (more) {
        string_view a;
        string_view b;
        if (sorter_next(s, &a, &b, &more, &e) != ST_OK) {
            give_up(&e);
        }
    }
    double merging = seconds_since(start);
    sorter_destroy(s);
    printf("sorter, %-7s keys      add %6.2f million pairs/s   merge %6.2f million pairs/s\n",
           sorted ? "sorted" : "random", PAIRS / adding / 1e6, PAIRS / merging / 1e6);
}

static void bench_fold(const char *name, const char *text)
{
    struct buffer source;
    struct buffer folded;
    buffer_init(&source, 1 << 20);
    buffer_init(&folded, 1 << 22);
    while (source.length < 100000) {
        buffer_append_view(&source, sv_from(text));
    }
    double rates[2];
    for (int full = 0; full < 2; full++) {
        uint64_t start = clock_ticks();
        for (int i = 0; i < 1000; i++) {
            buffer_clear(&folded);
            (full ? fold_full : fold_case)(buffer_view(&source), &folded);
        }
        rates[full] = (double)source.length * 1000 / seconds_since(start) / 1e6;
    }
    printf("fold, %-20s case %6.0f MB/s              folded %6.0f MB/s\n", name, rates[0],
           rates[1]);
    buffer_release(&source);
    buffer_release(&folded);
}

static void bench_compare(const char *a, const char *b)
{
    string_view left = sv_from(a);
    string_view right = sv_from(b);
    long sum = 0;
    uint64_t start = clock_ticks();
    for (int i = 0; i < ROUNDS; i++) {
        __asm__ volatile("" : : "r"(&left), "r"(&right) : "memory");
        sum += fold_compare(left, right);
    }
    printf("fold_compare              %6.1f ns   '%s' '%s' (%s)\n",
           seconds_since(start) * 1e9 / ROUNDS, a, b, sum < 0 ? "before" : "behind");
}

static void bench_value(const char *text)
{
    string_view value = sv_from(text);
    struct value_facts facts = {0};
    uint64_t start = clock_ticks();
    for (int i = 0; i < ROUNDS; i++) {
        __asm__ volatile("" : : "r"(&value) : "memory");
        value_analyse(VALUE_STRING, value, &facts);
    }
    printf("value_analyse             %6.1f ns   '%s' (class %d)\n",
           seconds_since(start) * 1e9 / ROUNDS, text, (int)facts.class);
}

static void bench_token(const char *text)
{
    struct token_cutter c;
    struct error e = {0};
    token_cutter_init(&c);
    uint64_t start = clock_ticks();
    for (int i = 0; i < ROUNDS / 5; i++) {
        if (token_cut(&c, sv_from(text), &e) != ST_OK) {
            give_up(&e);
        }
    }
    printf("token_cut                 %6.1f ns   '%s' (%zu tokens)\n",
           seconds_since(start) * 1e9 / (ROUNDS / 5.0), text, c.count);
    token_cutter_release(&c);
}

static void bench_bitset(void)
{
    struct bitset a;
    struct bitset b;
    struct error e = {0};
    if (bitset_init(&a, PAIRS, &e) != ST_OK || bitset_init(&b, PAIRS, &e) != ST_OK) {
        give_up(&e);
    }
    bitset_set_range(&a, 1000, PAIRS);
    bitset_set_range(&b, 0, PAIRS / 2);
    size_t members = 0;
    uint64_t start = clock_ticks();
    for (int i = 0; i < 1000; i++) {
        bitset_and(&a, &b);
        members += bitset_count(&a);
    }
    printf("bitset_and, bitset_count  %6.1f us   over %u rows (%zu members)\n",
           seconds_since(start) * 1e3, PAIRS, members / 1000);
    bitset_release(&a);
    bitset_release(&b);
}

int main(int count, char **arguments)
{
    const char *folder = count > 1 ? arguments[1] : ".";
    bench_value("Panthera leo");
    bench_value("Felidae");
    bench_value("1850");
    bench_value("51.4967");
    bench_value("1985-06-12");
    bench_compare("Panthera leo", "Panthera leo persica");
    bench_compare("Felis catus", "Panthera leo");
    bench_compare("G\u00f6teborg", "G\u00d6TEBORG");
    bench_fold("ASCII", "Museum of Comparative Zoology ");
    bench_fold("Latin with accents", "\u00c6r\u00f8sk\u00f8bing, Jard\u00edn Bot\u00e1nico ");
    bench_fold("Cyrillic",
               "\u0417\u043e\u043e\u043b\u043e\u0433\u0438\u0447\u0435\u0441\u043a\u0438\u0439 ");
    bench_fold("Han", "\u56fd\u7acb\u79d1\u5b66\u535a\u7269\u9928\u6a19\u672c");
    bench_fold("decomposed", "Jardi\u0301n Bota\u0301nico ");
    bench_token("Panthera leo (Linnaeus, 1758)");
    bench_token("2f3a7c4e-1b2d-4c5e-8f90-123456789abc");
    bench_bitset();
    bench_sorter(folder, false);
    bench_sorter(folder, true);
    return 0;
}
