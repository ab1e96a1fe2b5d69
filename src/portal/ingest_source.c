// SPDX-License-Identifier: Apache-2.0
// One or several files as one row source.
#include "portal/ingest_source.h"

#include <stdlib.h>
#include <string.h>

#define WATCH_ROWS 4096

// Rows of several sources, their names translated into one table.
struct chain {
    struct row_source base; // first, so that a pointer to it is one to the chain
    struct row_source **parts;
    size_t count;
    size_t at;
    uint32_t *translation; // of the part at hand: its name -> ours
    size_t translated;
    size_t translation_capacity;
    struct node *nodes;
    size_t node_capacity;
};

static status translate_names(struct chain *c, const struct name_table *names, struct error *e)
{
    size_t count = name_table_count(names);
    if (count > c->translation_capacity) {
        uint32_t *grown = realloc(c->translation, count * 2 * sizeof *grown);
        if (grown == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory to read several files");
        }
        c->translation = grown;
        c->translation_capacity = count * 2;
    }
    for (; c->translated < count; c->translated++) {
        TRY(name_table_add(c->base.names, name_table_get(names, (uint32_t)c->translated),
                           &c->translation[c->translated], e));
    }
    return ST_OK;
}

static status translate_row(struct chain *c, struct source_row *row, struct error *e)
{
    const struct document *d = &row->document;
    TRY(translate_names(c, c->parts[c->at]->names, e));
    if (d->count > c->node_capacity) {
        struct node *grown = realloc(c->nodes, d->count * 2 * sizeof *grown);
        if (grown == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory to read several files");
        }
        c->nodes = grown;
        c->node_capacity = d->count * 2;
    }
    memcpy(c->nodes, d->nodes, d->count * sizeof *c->nodes);
    for (size_t i = 0; i < d->count; i++) {
        if (c->nodes[i].name != NO_NAME) {
            c->nodes[i].name = c->translation[c->nodes[i].name];
        }
    }
    row->document.nodes = c->nodes;
    return ST_OK;
}

static status chain_next(struct row_source *s, struct source_row *row, bool *more, struct error *e)
{
    struct chain *c = (struct chain *)s;
    uint64_t done = 0;
    for (*more = false; c->at < c->count; c->at++, c->translated = 0) {
        TRY(c->parts[c->at]->next(c->parts[c->at], row, more, e));
        if (*more) {
            break;
        }
    }
    for (size_t i = 0; i < c->count; i++) {
        done += c->parts[i]->bytes_done;
    }
    s->bytes_done = done;
    return *more ? translate_row(c, row, e) : ST_OK;
}

static void chain_destroy(struct row_source *s)
{
    struct chain *c = (struct chain *)s;
    for (size_t i = 0; i < c->count; i++) {
        // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): count parts are there
        row_source_destroy(c->parts[i]);
    }
    name_table_destroy(c->base.names);
    free(c->parts);
    free(c->translation);
    free(c->nodes);
    free(c);
}

static struct chain *chain_create(size_t count)
{
    struct chain *c = calloc(1, sizeof *c);
    if (c == NULL) {
        return NULL;
    }
    c->base = (struct row_source){
        .next = chain_next, .destroy = chain_destroy, .names = name_table_create()};
    c->parts = calloc(count, sizeof(struct row_source *));
    if (c->base.names == NULL || c->parts == NULL) {
        chain_destroy(&c->base);
        return NULL;
    }
    return c;
}

static status open_chain(const char *const *paths, size_t count,
                         const struct source_options *options, struct ingest_source *out,
                         struct error *e)
{
    struct chain *c = chain_create(count);
    status result =
        c == NULL ? error_set(e, ST_NO_MEMORY, "no memory to read several files") : ST_OK;
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        struct source_facts facts;
        result = source_open(paths[i], options, &c->parts[i], &facts, e);
        if (result == ST_OK) {
            c->count++;
            c->base.bytes_total += c->parts[i]->bytes_total;
            out->facts = i == 0 ? facts : out->facts;
            out->facts.sorted_by_id = false; // one file's rows follow another's
        }
    }
    if (result == ST_OK) {
        out->rows = &c->base;
    } else if (c != NULL) {
        chain_destroy(&c->base);
    }
    return result;
}

status ingest_source_open(const char *const *paths, size_t count,
                          const struct source_options *options, struct ingest_source *out,
                          struct error *e)
{
    *out = (struct ingest_source){0};
    if (count == 0) {
        return error_set(e, ST_INVALID, "no file was given");
    }
    if (count > 1) {
        return open_chain(paths, count, options, out, e);
    }
    return source_open(paths[0], options, &out->rows, &out->facts, e);
}

// --- peeking -----------------------------------------------------------------------------------

// Gives a row that was looked at already, then what its source gives.
struct peeked {
    struct row_source base; // first
    struct row_source *inner;
    struct source_row row;
    bool more;
    bool pending;
};

static status peeked_next(struct row_source *s, struct source_row *row, bool *more, struct error *e)
{
    struct peeked *p = (struct peeked *)s;
    p->inner->key_field = s->key_field;
    if (p->pending) {
        p->pending = false;
        *row = p->row;
        *more = p->more;
        return ST_OK;
    }
    status result = p->inner->next(p->inner, row, more, e);
    s->bytes_done = p->inner->bytes_done;
    return result;
}

static void peeked_destroy(struct row_source *s)
{
    row_source_destroy(((struct peeked *)s)->inner);
    free(s);
}

status ingest_source_peek(struct ingest_source *s, struct source_row *row, bool *more,
                          struct error *e)
{
    struct peeked *p = calloc(1, sizeof *p);
    if (p == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to read the first row");
    }
    status result = s->rows->next(s->rows, &p->row, &p->more, e);
    if (result != ST_OK) {
        free(p);
        return result;
    }
    p->base = *s->rows;
    p->base.next = peeked_next;
    p->base.destroy = peeked_destroy;
    p->inner = s->rows;
    p->pending = true;
    s->rows = &p->base;
    *row = p->row;
    *more = p->more;
    return ST_OK;
}

// --- watching ----------------------------------------------------------------------------------

// Gives what its source gives, as long as it may go on.
struct watched {
    struct row_source base; // first
    struct row_source *inner;
    struct ingest_watch watch;
    uint64_t rows;
};

static status watched_next(struct row_source *s, struct source_row *row, bool *more,
                           struct error *e)
{
    struct watched *w = (struct watched *)s;
    if (++w->rows % WATCH_ROWS == 0 &&
        !w->watch.go_on(w->watch.argument, w->rows, s->bytes_done, s->bytes_total)) {
        return error_set(e, ST_CANCELLED, "reading the files was cancelled");
    }
    w->inner->key_field = s->key_field;
    status result = w->inner->next(w->inner, row, more, e);
    s->bytes_done = w->inner->bytes_done;
    return result;
}

static void watched_destroy(struct row_source *s)
{
    row_source_destroy(((struct watched *)s)->inner);
    free(s);
}

status ingest_source_watch(struct ingest_source *s, const struct ingest_watch *watch,
                           struct error *e)
{
    struct watched *w = calloc(1, sizeof *w);
    if (w == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to read the files");
    }
    w->base = *s->rows;
    w->base.next = watched_next;
    w->base.destroy = watched_destroy;
    w->inner = s->rows;
    w->watch = *watch;
    s->rows = &w->base;
    return ST_OK;
}

void ingest_source_close(struct ingest_source *s)
{
    row_source_destroy(s->rows);
    *s = (struct ingest_source){0};
}
