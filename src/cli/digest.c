// SPDX-License-Identifier: Apache-2.0
// `vitrine digest`: the digest of records at a version, and whether one recorded before was of the
// same (rules F4 and F5).
#include "cli/asking_search.h"
#include "cli/cli.h"

#include "query/search_digest.h"

#include <inttypes.h>

static const char *dataset;
static const char *table_slug;
static const char *query_json;
static const char *version;
static const char *equals;
static bool is_equal = true; // to that digest, or none was asked

static const struct option options[] = {
    {"dataset", OPTION_TEXT, &dataset, "SLUG", "of this dataset's tables only"},
    {"table", OPTION_TEXT, &table_slug, "SLUG", "of this table only"},
    {"query", OPTION_TEXT, &query_json, "JSON",
     "a query as the API takes it; instead of arguments"},
    {"version", OPTION_TEXT, &version, "MOMENT", "as it stood then"},
    {"equals", OPTION_TEXT, &equals, "HEX", "compare with this digest, recorded before"},
};

static void print_erased(const struct search_digest *d, struct buffer *b)
{
    char first[25];
    char last[25];
    const char *s = d->erased.rows == 1 ? "" : "s";
    if (d->erased.rows == 0) {
        buffer_append_view(b, SV("nothing was erased of them since they were written\n"));
        return;
    }
    moment_to_text(d->erased.first, first);
    moment_to_text(d->erased.last, last);
    char hex[65];
    sha256_to_hex(&d->now, hex);
    buffer_print(b,
                 "%" PRIu64 " record%s lost values by law, first at %s, last at %s: the digest is "
                 "over the hashes kept of them\n%s of the records as they are now\n",
                 d->erased.rows, s, first, last, hex);
}

static void print_words(const struct search_digest *d, struct buffer *b)
{
    char hex[65];
    sha256_to_hex(&d->digest, hex);
    buffer_print(b, "%s of %" PRIu64 " record%s (" SEARCH_DIGEST_DEFINITION ")\n", hex, d->rows,
                 d->rows == 1 ? "" : "s");
    print_erased(d, b);
    if (d->comparison != DIGEST_NOT_COMPARED) {
        search_digest_describe(d, b);
        buffer_append_byte(b, '\n');
    }
}

static status tell(struct asking *a, int count, char **arguments, struct buffer *b, struct error *e)
{
    struct search_request request = {.commit = a->commit};
    struct search_digest digest;
    struct sha256 recorded;
    if (equals != NULL && !sha256_from_hex(sv_from(equals), &recorded)) {
        return error_set_field(e, ST_INVALID, "equals", "--equals takes 64 hexadecimal digits");
    }
    if (query_json != NULL && count > 0) {
        return error_set(e, ST_INVALID, "--query stands instead of words and fields");
    }
    TRY(asking_query(a, query_json, count, arguments, &request, e));
    TRY(asking_tables(a, dataset, table_slug, &request, e));
    TRY(search_digest_make(a->snapshot, &scope_public, &a->arena, &request,
                           equals == NULL ? NULL : &recorded, &digest, e));
    is_equal = digest.comparison != DIGEST_DIFFERENT && digest.comparison != DIGEST_CANNOT_BE_TOLD;
    if (option_json) {
        buffer_print(b, "{\"version\":%" PRId64 ",", snapshot_commit(a->snapshot, a->commit)->time);
        search_digest_print(&digest, &recorded, b);
        buffer_append_view(b, SV("}\n"));
    } else {
        print_words(&digest, b);
    }
    return ST_OK;
}

static status answer(int count, char **arguments, struct buffer *out, struct error *e)
{
    return asking_do(option_data, version, tell, count, arguments, out, e);
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    int code = command_answer(answer, count, arguments);
    return code == EXIT_DONE && !is_equal ? EXIT_FAILED : code;
}

const struct command command_digest = {
    .name = "digest",
    .summary = "tell the digest of records at a version",
    .arguments = "[WORD...] [FIELD=VALUE...]",
    .description =
        "The digest is one SHA-256 over tables, keys and hashes of the records that a search "
        "finds (all without one),\nwhatever their order; docs/digest.md tells how to work it out "
        "without this program. How many records\nlost values by law since stands beside it. With "
        "--equals the answer is equal, equal but for erased\nrecords, or different; the exit code "
        "is 1 where it is different or cannot be told.",
    .examples = "  vitrine digest --dataset bees\n"
                "  vitrine digest --version 2024-05-31 family=Apidae year=1900..1950\n"
                "  vitrine digest --dataset bees --equals RECORDED",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .most_arguments = 200,
    .run = run,
};
