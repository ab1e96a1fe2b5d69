// SPDX-License-Identifier: Apache-2.0
// demo-museum --seed N --out DIR [--scale F]: invents a museum and writes its history, from which
// `vitrine replay DIR/plan.jsonl` makes a portal. docs/demo.md tells what is in it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "history.h"

struct options {
    uint64_t seed;
    double scale;
    const char *folder;
};

static void usage(FILE *file)
{
    fputs("usage: demo-museum --out DIR [--seed N] [--scale F]\n"
          "  --out DIR    write plan.jsonl, portal.json and sources/ there\n"
          "  --seed N     the museum's seed (1): the same seed gives the same bytes\n"
          "  --scale F    so many times the collections of the usual museum (1)\n"
          "example: demo-museum --seed 1 --out /tmp/museum\n",
          file);
}

static struct options options_read(int argc, char **argv)
{
    struct options options = {.seed = 1, .scale = 1};
    for (int i = 1; i < argc; i += 2) {
        const char *value = i + 1 < argc ? argv[i + 1] : NULL;
        char *end = NULL;
        if (strcmp(argv[i], "--help") == 0) {
            usage(stdout);
            exit(0);
        } else if (strcmp(argv[i], "--seed") == 0 && value != NULL) {
            options.seed = strtoull(value, &end, 10);
        } else if (strcmp(argv[i], "--scale") == 0 && value != NULL) {
            options.scale = strtod(value, &end);
        } else if (strcmp(argv[i], "--out") == 0 && value != NULL) {
            options.folder = value;
        } else {
            usage(stderr);
            exit(2);
        }
        if (end != NULL && (end == value || *end != '\0')) {
            usage(stderr);
            exit(2);
        }
    }
    if (options.folder == NULL || !(options.scale > 0) || options.scale > 40) {
        usage(stderr);
        exit(2);
    }
    return options;
}

// The portal's own facts, with the holdings the museum believes it has (rule C4).
static void portal_write(struct museum *museum, const char *folder)
{
    static const char PORTAL[] =
        "{\"name\":\"Vitrine Demo Museum\",\"demo\":true,"
        "\"description\":\"An invented museum: every record, person and number in it is made up "
        "to show what the portal does.\",\"collections\":["
        "{\"name\":\"Botany\",\"code\":\"BOT\",\"estimatedHoldings\":5300000},"
        "{\"name\":\"Entomology\",\"code\":\"BMNH(E)\",\"estimatedHoldings\":34000000},"
        "{\"name\":\"Zoology\",\"code\":\"ZOO\",\"estimatedHoldings\":29000000},"
        "{\"name\":\"Palaeontology\",\"code\":\"PAL\",\"estimatedHoldings\":7000000},"
        "{\"name\":\"Mineralogy\",\"code\":\"MIN\",\"estimatedHoldings\":500000}]}\n";
    write_file(pool_format(&museum->pool, "%s/portal.json", folder), PORTAL, strlen(PORTAL));
}

static void museum_release(struct museum *museum)
{
    taxonomy_release(&museum->taxonomy);
    geography_release(&museum->geography);
    people_release(&museum->people);
    free(museum->events);
    free(museum->specimens);
    free(museum->determinations);
    pool_release(&museum->pool);
}

int main(int argc, char **argv)
{
    struct options options = options_read(argc, argv);
    struct museum museum = {.seed = options.seed, .scale = options.scale};
    struct plan plan = {0};
    make_folder(options.folder);
    geography_make(&museum.geography);
    taxonomy_make(&museum.taxonomy, &museum.pool, &museum.people, &museum.geography, museum.seed);
    museum_collect(&museum);
    museum_choose_types(&museum);
    museum_register(&museum);
    plates_make(&museum.plates, &museum.pool, museum.seed,
                pool_format(&museum.pool, "%s/sources/media", options.folder));
    history_run(&museum, &plan, options.folder);
    plan_write(&plan, pool_format(&museum.pool, "%s/plan.jsonl", options.folder));
    portal_write(&museum, options.folder);
    size_t rows = 0;
    for (size_t i = 0; i < plan.count; i++) {
        rows += plan.lines[i].rows;
    }
    printf("%zu specimens, %zu commits, %zu rows in all sources\n", museum.specimen_count,
           plan.count, rows);
    plan_release(&plan);
    museum_release(&museum);
    return 0;
}
