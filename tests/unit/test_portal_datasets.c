// SPDX-License-Identifier: Apache-2.0
// Datasets as they stood at each commit (rule A6), read from the store's metadata; and the
// catalogue's copy of them, filled again after whatever came between.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "portal/ingest.h"
#include "portal/metadata_json.h"

#define DAY ((moment)86400000)
#define T0  ((moment)1500000000000)

struct portal_fixture {
    char folder[64];
    struct portal *portal;
    struct snapshot *snapshot;
    struct arena arena;
    struct error error;
    int files;
};

static void take_snapshot(struct portal_fixture *f)
{
    snapshot_release(f->snapshot);
    f->snapshot = NULL;
    assert_int_equal(store_snapshot(f->portal->store, &f->snapshot, &f->error), ST_OK);
}

static void open_again(struct portal_fixture *f)
{
    snapshot_release(f->snapshot);
    f->snapshot = NULL;
    portal_close(f->portal);
    f->portal = NULL;
    error_clear(&f->error);
    if (portal_open(f->folder, &f->portal, &f->error) != ST_OK) {
        fail_msg("%s", f->error.message);
    }
    take_snapshot(f);
}

static int set_up(void **state)
{
    struct portal_fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    (void)snprintf(f->folder, sizeof f->folder, "/tmp/vitrine-portal-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    arena_init(&f->arena, 0);
    assert_int_equal(
        portal_init(f->folder, "The Museum", true, SV("{\"description\":\"A museum\"}"), &f->error),
        ST_OK);
    open_again(f);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct portal_fixture *f = *state;
    snapshot_release(f->snapshot);
    portal_close(f->portal);
    arena_release(&f->arena);
    assert_int_equal(folder_remove(f->folder, &f->error), ST_OK);
    free(f);
    return 0;
}

// --- what is done ----------------------------------------------------------------------------

// Gives the commit; 0 when nothing changed.
static uint32_t set_metadata(struct portal_fixture *f, const char *slug, const char *json,
                             moment at)
{
    uint32_t commit = 0;
    error_clear(&f->error);
    status result = portal_set_metadata(f->portal, sv_from(slug), sv_from(json), "Ada", "Words", at,
                                        &commit, &f->error);
    if (result != ST_OK && result != ST_UNCHANGED) {
        fail_msg("%s: %s", json, f->error.message);
    }
    take_snapshot(f);
    return result == ST_OK ? commit : 0;
}

static void ingest(struct portal_fixture *f, const char *slug, const char *table, const char *csv,
                   moment at)
{
    char path[128];
    const char *paths[] = {path};
    struct ingest_outcome outcome;
    (void)snprintf(path, sizeof path, "%s/%d.csv", f->folder, f->files++);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(csv, file) >= 0);
    assert_int_equal(fclose(file), 0);
    struct ingest_request request = {
        .dataset = sv_from(slug),
        .table = sv_from(table),
        .paths = paths,
        .path_count = 1,
        .settle_later = true,
        .delimiter = -1,
        .quote = -1,
        .import = {.key_field = "id", .at = at, .author = "Ada", .message = "Rows"},
    };
    error_clear(&f->error);
    if (portal_ingest(f->portal, &request, &outcome, &f->error) != ST_OK) {
        fail_msg("%s", f->error.message);
    }
    take_snapshot(f);
}

static const struct dataset *read_dataset(struct portal_fixture *f, uint32_t commit,
                                          const char *slug)
{
    const struct dataset_view *view = NULL;
    assert_int_equal(portal_datasets(f->portal, f->snapshot, commit, &f->arena, &view, &f->error),
                     ST_OK);
    return dataset_find(view->datasets, view->count, sv_from(slug));
}

static void assert_title(struct portal_fixture *f, uint32_t commit, const char *slug,
                         const char *title)
{
    const struct dataset *d = read_dataset(f, commit, slug);
    if (d == NULL || !sv_equal(d->title, sv_from(title))) {
        fail_msg("at commit %u %s is called " SV_FORMAT ", not %s", commit, slug,
                 SV_ARGUMENT(d == NULL ? SV("nothing") : d->title), title);
    }
}

// --- datasets --------------------------------------------------------------------------------

static void test_a_dataset_is_made(void **state)
{
    struct portal_fixture *f = *state;
    uint32_t commit = set_metadata(f, "bees", "{\"category\":\"Collections\",\"x\":null}", T0);
    const struct dataset *d = read_dataset(f, commit, "bees");
    assert_non_null(d);
    char uuid[37];
    uuid_to_text(&d->uuid, uuid);
    assert_ptr_equal(read_dataset(f, commit, uuid), d);
    assert_true(sv_equal(d->title, SV("bees"))); // until it has one
    assert_true(sv_equal(d->category, SV("Collections")));
    assert_int_equal(d->modified, commit);
    assert_int_equal(d->modified_at, T0);
    assert_int_equal(d->records, 0);
    assert_int_equal(d->resource_count, 0);
    assert_null(read_dataset(f, commit - 1, "bees"));
    assert_null(read_dataset(f, commit, "wasps"));
    // The same name gives the same UUID, so that two who make it at once make one.
    struct uuid expected;
    uuid_from_name(SV("dataset/bees"), &expected);
    assert_int_equal(uuid_compare(&expected, &d->uuid), 0);
}

static void test_rule_A6_every_change_is_a_commit_and_stays(void **state)
{
    struct portal_fixture *f = *state;
    uint32_t first = set_metadata(f, "bees", "{\"title\":\"Bees\",\"licence\":\"CC0 1.0\"}", T0);
    uint32_t second = set_metadata(f, "wasps", "{\"title\":\"Wasps\"}", T0 + DAY);
    uint32_t third = set_metadata(f, "bees", "{\"title\":\"Wild bees\"}", T0 + 2 * DAY);
    uint32_t fourth = set_metadata(f, "bees", "{\"licence\":null}", T0 + 3 * DAY);
    assert_int_equal(set_metadata(f, "bees", "{\"title\":\"Wild bees\"}", T0 + 4 * DAY), 0);
    assert_int_equal(snapshot_last_commit(f->snapshot), fourth);
    assert_true(first < second && second < third && third < fourth);
    for (int turn = 0; turn < 2; turn++) {
        assert_title(f, first, "bees", "Bees");
        assert_title(f, second, "bees", "Bees");
        assert_title(f, third, "bees", "Wild bees");
        assert_title(f, fourth, "bees", "Wild bees");
        assert_null(read_dataset(f, first, "wasps"));
        assert_title(f, fourth, "wasps", "Wasps");
        assert_int_equal(read_dataset(f, second, "bees")->modified, first);
        assert_int_equal(read_dataset(f, fourth, "bees")->modified, fourth);
        assert_int_equal(read_dataset(f, fourth, "wasps")->modified, second);
        string_view before = read_dataset(f, third, "bees")->json;
        string_view after = read_dataset(f, fourth, "bees")->json;
        assert_non_null(memmem(before.bytes, before.length, "licence", 7));
        assert_null(memmem(after.bytes, after.length, "licence", 7));
        open_again(f); // and read anew
    }
    const struct commit *c = snapshot_commit(f->snapshot, third);
    assert_true(sv_equal(c->author, SV("Ada")) && sv_equal(c->message, SV("Words")));
    assert_int_equal(c->time, T0 + 2 * DAY);
}

static void test_datasets_come_by_title(void **state)
{
    static const char *const order[] = {"c", "a", "d", "b"};
    struct portal_fixture *f = *state;
    const struct dataset_view *view = NULL;
    set_metadata(f, "a", "{\"title\":\"Äpfel\"}", T0);
    set_metadata(f, "b", "{\"title\":\"zebras\"}", T0 + 1);
    set_metadata(f, "c", "{\"title\":\"Acorns\"}", T0 + 2);
    uint32_t last = set_metadata(f, "d", "{\"title\":\"Moths\"}", T0 + 3);
    assert_int_equal(portal_datasets(f->portal, f->snapshot, last, &f->arena, &view, &f->error),
                     ST_OK);
    assert_int_equal(view->count, ARRAY_LENGTH(order));
    for (size_t i = 0; i < view->count; i++) {
        assert_true(sv_equal(view->datasets[i].slug, sv_from(order[i])));
    }
}

static void test_tables_and_their_records_are_counted_as_of_a_commit(void **state)
{
    struct portal_fixture *f = *state;
    ingest(f, "bees", "bees-labels", "id,reading\n1,Kew\n", T0);
    uint32_t labels = snapshot_last_commit(f->snapshot);
    ingest(f, "bees", "", "id,sex\n1,male\n2,female\n3,\n", T0 + DAY);
    uint32_t rows = snapshot_last_commit(f->snapshot);
    set_metadata(f, "wasps", "{}", T0 + 2 * DAY);
    ingest(f, "bees", "", "id,sex\n3,male\n4,male\n", T0 + 3 * DAY);
    uint32_t more = snapshot_last_commit(f->snapshot);
    const struct dataset *d = read_dataset(f, more, "bees");
    assert_int_equal(d->resource_count, 2);
    // The table of the dataset's own slug is the first, whenever it came.
    assert_true(sv_equal(d->resources[0].slug, SV("bees")));
    assert_int_equal(d->resources[0].records, 4);
    assert_int_equal(d->resources[1].records, 1);
    assert_int_equal(d->records, 5);
    assert_int_equal(d->modified, more);
    assert_int_equal(d->modified_at, T0 + 3 * DAY);
    assert_int_equal(read_dataset(f, rows, "bees")->records, 4);
    d = read_dataset(f, labels, "bees");
    assert_int_equal(d->resource_count, 1);
    assert_true(sv_equal(d->resources[0].slug, SV("bees-labels")));
    assert_int_equal(d->modified_at, T0);
    const struct dataset_view *view = NULL;
    const struct dataset *owner = NULL;
    assert_int_equal(portal_datasets(f->portal, f->snapshot, more, &f->arena, &view, &f->error),
                     ST_OK);
    const struct store_table *table = snapshot_table_by_slug(f->snapshot, SV("bees-labels"));
    assert_non_null(table);
    const struct resource *found = dataset_view_resource(view, &table->table, &owner);
    assert_true(found != NULL && sv_equal(found->slug, SV("bees-labels")));
    assert_true(owner != NULL && sv_equal(owner->slug, SV("bees")));
}

// What was read before shortens the way and changes nothing.
static void test_what_is_known_is_copied(void **state)
{
    struct portal_fixture *f = *state;
    const struct dataset *known = NULL;
    const struct dataset *quick = NULL;
    const struct dataset *slow = NULL;
    size_t known_count = 0;
    size_t quick_count = 0;
    size_t slow_count = 0;
    ingest(f, "bees", "", "id,sex\n1,male\n", T0);
    set_metadata(f, "wasps", "{\"title\":\"Wasps\"}", T0 + DAY);
    assert_int_equal(datasets_read(f->snapshot, &scope_public, snapshot_last_commit(f->snapshot),
                                   NULL, 0, &f->arena, &known, &known_count, &f->error),
                     ST_OK);
    set_metadata(f, "bees", "{\"title\":\"Wild bees\"}", T0 + 2 * DAY);
    ingest(f, "bees", "", "id,sex\n2,male\n", T0 + 3 * DAY);
    for (uint32_t commit = 0; commit <= snapshot_last_commit(f->snapshot); commit++) {
        assert_int_equal(datasets_read(f->snapshot, &scope_public, commit, known, known_count,
                                       &f->arena, &quick, &quick_count, &f->error),
                         ST_OK);
        assert_int_equal(datasets_read(f->snapshot, &scope_public, commit, NULL, 0, &f->arena,
                                       &slow, &slow_count, &f->error),
                         ST_OK);
        assert_int_equal(quick_count, slow_count);
        for (size_t i = 0; i < slow_count; i++) {
            assert_true(sv_equal(quick[i].json, slow[i].json));
            assert_true(sv_equal(quick[i].title, slow[i].title));
            assert_int_equal(quick[i].records, slow[i].records);
            assert_int_equal(quick[i].modified_at, slow[i].modified_at);
            assert_int_equal(quick[i].resource_count, slow[i].resource_count);
        }
    }
}

static void test_the_portals_own_facts(void **state)
{
    struct portal_fixture *f = *state;
    struct portal_facts facts;
    uint32_t last = snapshot_last_commit(f->snapshot);
    assert_int_equal(portal_read(f->snapshot, last, &f->arena, &facts, &f->error), ST_OK);
    assert_true(sv_equal(facts.name, SV("The Museum")));
    assert_true(facts.demo);
    assert_non_null(memmem(facts.json.bytes, facts.json.length, "A museum", 8));
    assert_int_equal(portal_read(f->snapshot, 0, &f->arena, &facts, &f->error), ST_OK);
    assert_true(sv_equal(facts.name, SV("Vitrine"))); // before the beginning
    assert_false(facts.demo);
}

// --- the catalogue's copy --------------------------------------------------------------------

static size_t found(struct portal_fixture *f, const char *text)
{
    struct uuid *list = NULL;
    size_t count = 0;
    assert_int_equal(portal_fill_catalogue(f->portal, f->snapshot, &f->error), ST_OK);
    assert_int_equal(catalogue_search(f->portal->catalogue, sv_from(text), 10, &f->arena, &list,
                                      &count, &f->error),
                     ST_OK);
    uint32_t copied = 0;
    assert_int_equal(catalogue_copied_commit(f->portal->catalogue, &copied, &f->error), ST_OK);
    assert_int_equal(copied, snapshot_last_commit(f->snapshot));
    return count;
}

// A commit is published, and the process ends before the copy: no call of this test fills it but
// found().
static void test_a_copy_that_is_behind_is_filled_again(void **state)
{
    struct portal_fixture *f = *state;
    set_metadata(f, "bees", "{\"title\":\"Bees\"}", T0);
    open_again(f);
    assert_int_equal(found(f, "bees"), 1);
    ingest(f, "bees", "", "id,wingLength\n1,2.5\n", T0 + DAY);
    open_again(f);
    assert_int_equal(found(f, "winglength"), 1); // a field of a table that was touched
    set_metadata(f, "bees", "{\"title\":\"Wild insects\"}", T0 + 2 * DAY);
    set_metadata(f, "wasps", "{\"title\":\"Wasps\"}", T0 + 3 * DAY);
    open_again(f);
    assert_int_equal(found(f, "insects"), 1);
    assert_int_equal(found(f, "wasps"), 1);
    assert_int_equal(found(f, "winglength"), 1);
}

// As after a store that was put back from a backup.
static void test_a_copy_that_is_ahead_is_filled_again(void **state)
{
    struct portal_fixture *f = *state;
    const struct catalogue_dataset other = {.title = SV("Something else")};
    set_metadata(f, "bees", "{\"title\":\"Bees\"}", T0);
    assert_int_equal(catalogue_copy(f->portal->catalogue, 4711, &other, 1, &f->error), ST_OK);
    assert_int_equal(found(f, "bees"), 1);
    assert_int_equal(found(f, "something"), 0);
}

static void test_a_lost_or_damaged_catalogue_is_made_and_filled(void **state)
{
    struct portal_fixture *f = *state;
    char path[128];
    (void)snprintf(path, sizeof path, "%s/catalogue.sqlite", f->folder);
    set_metadata(f, "bees", "{\"title\":\"Bees\"}", T0);
    assert_int_equal(found(f, "bees"), 1);
    portal_close(f->portal);
    f->portal = NULL;
    assert_int_equal(remove(path), 0);
    open_again(f);
    assert_int_equal(found(f, "bees"), 1);
    portal_close(f->portal);
    f->portal = NULL;
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs("no database", file) >= 0);
    assert_int_equal(fclose(file), 0);
    open_again(f);
    assert_int_equal(found(f, "bees"), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_a_dataset_is_made),
        TEST(test_rule_A6_every_change_is_a_commit_and_stays),
        TEST(test_datasets_come_by_title),
        TEST(test_tables_and_their_records_are_counted_as_of_a_commit),
        TEST(test_what_is_known_is_copied),
        TEST(test_the_portals_own_facts),
        TEST(test_a_copy_that_is_behind_is_filled_again),
        TEST(test_a_copy_that_is_ahead_is_filled_again),
        TEST(test_a_lost_or_damaged_catalogue_is_made_and_filled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
