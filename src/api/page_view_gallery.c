// SPDX-License-Identifier: Apache-2.0
// Fills the gallery: a page of the records that have media, in the order asked, with what each has.
#include "api/page_media.h"
#include "api/page_views.h"
#include "api/pages/view_gallery.h"
#include "api/pages/views.h"
#include "query/query_tree.h"

#define RECORDS_SHOWN ((size_t)36)
#define MEDIA_SHOWN   ((size_t)4) // of a record
#define CAPTION       ((size_t)120)

static const char *const order_names[GALLERY_ORDER_COUNT] = {"", "type", "taxon"};

// Kinds of types, the most telling first; statuses are told by how they begin.
static const char *const type_ranks[][7] = {
    {"holotype"},
    {"lectotype", "neotype"},
    {"syntype", "cotype"},
    {"isotype", "isolectotype", "isoneotype", "isosyntype"},
    {"allotype", "paratype", "para-type", "paralectotype", "paraneotype"},
};
// Behind them: any other status, and none.
#define RANKS (ARRAY_LENGTH(type_ranks) + 2)

struct gallery {
    struct search_filling *f;
    struct view_gallery *view;
    struct search_request request; // of the records with media
    struct record_reader reader;
    struct gallery_tile *tiles;
    string_view name_field; // by which the wall is grouped; empty for none
};

// --- queries ---------------------------------------------------------------------------------

static const struct query *group_of(struct gallery *g, enum query_kind kind, const struct query *a,
                                    const struct query *b, const struct query *c)
{
    const struct query **members =
        (const struct query **)arena_alloc_array(g->f->arena, 3, sizeof *members);
    size_t count = 0;
    if (members == NULL) {
        return NULL;
    }
    const struct query *all[] = {a, b, c};
    for (size_t i = 0; i < 3; i++) {
        if (all[i] != NULL) {
            members[count++] = all[i];
        }
    }
    return query_tree_group(g->f->arena, kind, members, count);
}

// One of the statuses of the ranks from `first` up to `last`.
static const struct query *has_status(struct gallery *g, size_t first, size_t last)
{
    static const string_view field = {"typeStatus", 10};
    struct query_list list = {0};
    for (size_t rank = first; rank < last; rank++) {
        for (size_t i = 0; i < ARRAY_LENGTH(type_ranks[0]) && type_ranks[rank][i] != NULL; i++) {
            struct query *term = query_tree_term(g->f->arena, QUERY_PREFIX, &field, 1);
            if (term == NULL) {
                return NULL;
            }
            term->text = sv_from(type_ranks[rank][i]);
            if (query_list_add(g->f->arena, &list, term, NULL) != ST_OK) {
                return NULL;
            }
        }
    }
    return query_tree_group(g->f->arena, QUERY_OR, list.items, list.count);
}

// The records of a rank, which none before it has.
static status rank_query(struct gallery *g, size_t rank, const struct query *base,
                         const struct query **out, struct error *e)
{
    static const string_view field = {"typeStatus", 10};
    size_t named = MIN(rank, ARRAY_LENGTH(type_ranks));
    const struct query *exists = query_tree_term(g->f->arena, QUERY_EXISTS, &field, 1);
    const struct query *here = rank < ARRAY_LENGTH(type_ranks) ? has_status(g, rank, rank + 1)
                               : rank + 1 == RANKS ? group_of(g, QUERY_NOT, exists, NULL, NULL)
                                                   : exists;
    const struct query *before = NULL;
    if (named > 0) {
        before = group_of(g, QUERY_NOT, has_status(g, 0, named), NULL, NULL);
    }
    *out = group_of(g, QUERY_AND, base, here, before);
    return *out == NULL ? query_no_memory(e) : ST_OK;
}

// --- tiles -----------------------------------------------------------------------------------

static const char *kind_label(enum media_kind kind)
{
    static const char *const labels[] = {
        [MEDIA_IMAGE] = "Picture",  [MEDIA_SOUND] = "Sound",       [MEDIA_FILM] = "Film",
        [MEDIA_MODEL] = "3D model", [MEDIA_DOCUMENT] = "Document", [MEDIA_OTHER] = "Medium"};
    return labels[kind];
}

static void add_tile(struct gallery *g, const struct record_medium *m,
                     const struct gallery_tile *of_record, string_view dataset_notice)
{
    struct gallery_tile *tile = &g->tiles[g->view->tile_count++];
    *tile = *of_record;
    tile->kind = kind_label(m->kind);
    tile->thumbnail = m->thumbnail;
    tile->address = m->address;
    tile->width = m->width;
    tile->height = m->height;
    tile->caption = excerpt(g->f->arena, m->title.length > 0 ? m->title : m->category, CAPTION);
    tile->credit =
        excerpt(g->f->arena, m->creator.length > 0 ? m->creator : m->rights_holder, CAPTION);
    tile->licence = excerpt(g->f->arena, m->licence, CAPTION);
    tile->licence_address = m->licence_address;
    tile->notice = m->notice.length > 0 ? m->notice : dataset_notice;
    g->view->has_notices = g->view->has_notices || tile->notice.length > 0;
}

static status add_record(struct gallery *g, const struct search_hit *hit, struct error *e)
{
    struct search_filling *f = g->f;
    struct record_tree tree;
    struct record_medium *media = NULL;
    size_t count = 0;
    size_t total = 0;
    const struct store_table *table = snapshot_table_by_uuid(f->site.view.snapshot, &hit->table);
    if (table == NULL) {
        return error_set(e, ST_INTERNAL, "a row belongs to no table");
    }
    TRY(page_read_hit(f, &g->reader, hit, &tree, e));
    TRY(record_media(f->arena, &tree, f->site.origin, MEDIA_SHOWN, &media, &count, &total, e));
    struct record_title title = record_title(f->arena, &tree, hit->key);
    string_view notice = page_dataset_notice(f, &hit->table);
    struct gallery_tile of_record = {
        .title = excerpt(f->arena, title.text, CAPTION),
        .title_is_name = title.is_name,
        .record = record_address(f->arena, table->slug, hit->key, site_pinned(&f->site)),
        .type_status = excerpt(f->arena, record_value(f->arena, &tree, "typeStatus"), CAPTION),
        .plate = table_kind(&f->site, &hit->table),
    };
    if (g->name_field.length > 0) {
        of_record.group =
            excerpt(f->arena, record_values_joined(f->arena, &tree, g->name_field, 1), CAPTION);
    }
    for (size_t i = 0; i < count; i++) {
        of_record.left_out = i + 1 == count ? total - count : 0;
        add_tile(g, &media[i], &of_record, notice);
    }
    return ST_OK;
}

// --- pages -----------------------------------------------------------------------------------

// The records of one search from `offset` on, as many as there is room for.
static status add_records(struct gallery *g, const struct query *query, uint64_t offset,
                          uint64_t *total, struct error *e)
{
    struct search_request request = g->request;
    struct search_result result = {0};
    request.query = query;
    request.offset = offset;
    request.limit = (size_t)(g->view->limit - g->view->shown);
    TRY(search_run(g->f->site.view.snapshot, &scope_public, g->f->arena, &request, &result, e));
    for (size_t i = 0; i < result.hit_count; i++) {
        TRY(add_record(g, &result.hits[i], e));
        g->view->shown++;
    }
    *total = result.total;
    return ST_OK;
}

// Rank after rank, as if all of them were one list.
static status add_by_type(struct gallery *g, struct error *e)
{
    uint64_t passed = 0;
    for (size_t rank = 0; rank < RANKS && g->view->shown < g->view->limit; rank++) {
        const struct query *query = NULL;
        uint64_t total = 0;
        uint64_t offset = g->view->offset > passed ? g->view->offset - passed : 0;
        TRY(rank_query(g, rank, g->request.query, &query, e));
        TRY(add_records(g, query, offset, &total, e));
        passed += total;
    }
    return ST_OK;
}

static string_view with(const struct search_filling *f, const char *name, string_view value,
                        bool first_page)
{
    struct address *target = arena_new(f->arena, struct address);
    if (target == NULL) {
        return SV("");
    }
    *target = f->state;
    if (first_page) {
        address_remove(target, SV("offset"));
    }
    address_set(target, sv_from(name), value);
    return address_print(target, f->arena);
}

static void choose_order(struct gallery *g)
{
    static const char *const names[] = {"scientificName", "currentScientificName"};
    struct search_filling *f = g->f;
    string_view asked = address_value(&f->state, SV("gallery.sort"));
    string_view field = {0};
    for (size_t i = 0; i < ARRAY_LENGTH(names) && field.length == 0; i++) {
        field = field_spelling(&f->fields, sv_from(names[i]));
    }
    bool had[GALLERY_ORDER_COUNT] = {true, field_spelling(&f->fields, SV("typeStatus")).length > 0,
                                     field.length > 0};
    size_t order = 0;
    while (order < GALLERY_ORDER_COUNT &&
           !(had[order] && sv_equal(asked, sv_from(order_names[order])))) {
        order++;
    }
    if (order == GALLERY_ORDER_COUNT) {
        search_page_ignore(f, SV("gallery.sort"), "the gallery has no such order here");
        order = GALLERY_ORDER_DEFAULT;
    }
    for (size_t i = 0; i < GALLERY_ORDER_COUNT; i++) {
        g->view->orders[i] =
            had[i] ? with(f, "gallery.sort", sv_from(order_names[i]), true) : SV("");
    }
    g->view->order = (enum gallery_order)order;
    g->name_field = order == GALLERY_ORDER_TAXON ? field : SV("");
}

static void choose_notices(struct gallery *g)
{
    struct search_filling *f = g->f;
    string_view asked = address_value(&f->state, SV("gallery.notices"));
    g->view->notices_shown = sv_equal(asked, SV("shown"));
    if (asked.length > 0 && !g->view->notices_shown) {
        search_page_ignore(f, SV("gallery.notices"), "it is \"shown\" or not there");
    }
    g->view->notices_address =
        with(f, "gallery.notices", g->view->notices_shown ? SV("") : SV("shown"), false);
}

static string_view without_address(const struct search_filling *f)
{
    string_view fields[MEDIA_FIELDS_MOST];
    struct address *target = arena_new(f->arena, struct address);
    if (target == NULL) {
        return SV("");
    }
    view_address(&f->state, VIEW_TABLE, target);
    size_t count = page_media_fields(f, fields);
    for (size_t i = 0; i < count; i++) {
        address_set(target, parameter_of_field(f->arena, fields[i]), SV("!*"));
    }
    return address_print(target, f->arena);
}

static status count_with_media(struct gallery *g, struct error *e)
{
    struct search_request request = g->request;
    struct search_result result = {0};
    request.count_only = true;
    request.limit = 0;
    TRY(search_run(g->f->site.view.snapshot, &scope_public, g->f->arena, &request, &result, e));
    g->view->with_media = result.total;
    g->view->without_media = g->f->result.total - MIN(result.total, g->f->result.total);
    return ST_OK;
}

static status fill_wall(struct gallery *g, struct error *e)
{
    struct search_filling *f = g->f;
    struct search_sort *sort = arena_new(f->arena, struct search_sort);
    uint64_t offset = 0;
    uint64_t total = 0;
    g->tiles = arena_array(f->arena, struct gallery_tile, RECORDS_SHOWN * MEDIA_SHOWN);
    if (g->tiles == NULL || sort == NULL) {
        return search_page_no_memory(e);
    }
    bool asked = sv_to_uint64(address_value(&f->state, SV("offset")), &offset);
    g->view->offset = asked ? MIN(offset, g->view->with_media) : 0;
    g->view->limit = RECORDS_SHOWN;
    g->view->tiles = g->tiles;
    TRY(record_reader_init(&g->reader, f->arena, e));
    if (g->view->order == GALLERY_ORDER_TYPE) {
        return add_by_type(g, e);
    }
    if (g->name_field.length > 0) {
        sort->field = g->name_field;
        g->request.sorts = sort;
        g->request.sort_count = 1;
    }
    return add_records(g, g->request.query, g->view->offset, &total, e);
}

status view_fill_gallery(struct search_filling *f, struct error *e)
{
    struct gallery g = {.f = f, .request = f->input.request};
    bool found = false;
    g.view = arena_new(f->arena, struct view_gallery);
    if (g.view == NULL) {
        return search_page_no_memory(e);
    }
    f->page.gallery = g.view;
    g.request.facet_count = 0;
    TRY(page_media_query(f, g.request.query, &g.request.query, &found, e));
    g.view->without_media = f->result.total;
    if (!found) {
        return ST_OK;
    }
    TRY(count_with_media(&g, e));
    choose_order(&g);
    choose_notices(&g);
    g.view->without_address = without_address(f);
    return g.view->with_media == 0 ? ST_OK : fill_wall(&g, e);
}
