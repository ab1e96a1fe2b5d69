// SPDX-License-Identifier: Apache-2.0
// A Darwin Core Archive as a source of rows: the core alone as a stream, or joined with extensions.
#include "formats/dwca_source.h"

#include "base/file.h"
#include "formats/dwca_join.h"
#include "formats/field_name.h"

#include <stdlib.h>
#include <string.h>

#define META_MOST_BYTES  ((size_t)16 << 20)
#define META_MOST_MEMORY ((size_t)512 << 20)

struct dwca_source {
    struct row_source source;
    struct arena memory; // meta.xml, columns, names of lists
    struct dwca_meta meta;
    struct source_options options;
    char *folder;      // owned
    char *work_folder; // owned; made here when the caller gave none
    bool made_work_folder;
    struct dwca_table core;
    struct dwca_table *extensions; // in the arena
    size_t extension_count;
    struct dwca_list *lists; // in the arena
    struct dwca_join *join;  // NULL without extensions
    struct node *nodes;      // in the arena
};

static void destroy_dwca(struct row_source *s)
{
    struct dwca_source *d = (struct dwca_source *)s;
    dwca_join_destroy(d->join);
    dwca_table_release(&d->core);
    for (size_t i = 0; i < d->extension_count; i++) {
        dwca_table_release(&d->extensions[i]);
    }
    if (d->made_work_folder) {
        status result = folder_remove(d->work_folder, NULL);
        (void)result; // what is left lies in the system's folder for temporary files
    }
    name_table_destroy(d->source.names);
    arena_release(&d->memory);
    free(d->work_folder);
    free(d->folder);
    free(d);
}

static status read_meta(struct dwca_source *d, struct error *e)
{
    char path[PATH_SIZE];
    struct buffer xml;
    TRY(path_join(path, sizeof path, d->folder, "meta.xml", e));
    buffer_init(&xml, META_MOST_BYTES);
    status result = file_read(path, META_MOST_BYTES, &xml, e);
    if (result == ST_TOO_LARGE) {
        error_clear(e);
        result = error_set(e, ST_BAD_DATA, "meta.xml is larger than 16 MiB");
    }
    if (result == ST_OK) {
        result = dwca_meta_read(buffer_view(&xml), &d->memory, &d->meta, e);
    }
    buffer_release(&xml);
    return result;
}

static bool is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

// MeasurementOrFact: measurementOrFact; DNADerivedData: dnaDerivedData.
static void to_lower_camel_case(struct buffer *name)
{
    for (size_t i = 0; i < name->length && is_upper(name->bytes[i]); i++) {
        bool begins_word = i > 0 && i + 1 < name->length && !is_upper(name->bytes[i + 1]);
        if (begins_word) {
            break;
        }
        name->bytes[i] = (char)(name->bytes[i] | 0x20);
    }
}

// Whether the record has a field or an earlier list of that name.
static bool name_is_taken(const struct dwca_source *d, size_t list_count, uint32_t name)
{
    for (size_t i = 0; i < d->core.column_count; i++) {
        if (d->core.columns[i].name == name) {
            return true;
        }
    }
    for (size_t i = 0; i < list_count; i++) {
        if (d->lists[i].name == name) {
            return true;
        }
    }
    return false;
}

static status name_list(struct dwca_source *d, size_t number, struct buffer *name, struct error *e)
{
    string_view row_type = d->meta.extensions[number].row_type;
    TRY(field_name_clean(term_local_name(row_type), number + 1, name, e));
    to_lower_camel_case(name);
    TRY(name_table_add(d->source.names, buffer_view(name), &d->lists[number].name, e));
    size_t length = name->length;
    for (unsigned copy = 2; name_is_taken(d, number, d->lists[number].name); copy++) {
        name->length = length;
        buffer_append_uint(name, copy);
        TRY(buffer_check(name, "a row type in meta.xml", e));
        TRY(name_table_add(d->source.names, buffer_view(name), &d->lists[number].name, e));
    }
    return ST_OK;
}

static status open_extension(struct dwca_source *d, size_t number, struct error *e)
{
    struct buffer name;
    buffer_init(&name, LIMIT_NAME_BYTES + 64);
    status result = name_list(d, number, &name, e);
    buffer_release(&name);
    if (result != ST_OK) {
        return result;
    }
    TRY(dwca_table_init(&d->extensions[number], &d->meta.extensions[number], d->folder, &d->options,
                        d->source.names, &d->memory, NULL, e));
    d->lists[number].table = &d->extensions[number];
    d->source.bytes_total += d->extensions[number].bytes_total;
    d->extension_count++;
    return ST_OK;
}

static status make_work_folder(struct dwca_source *d, struct error *e)
{
    if (d->options.work_folder != NULL) {
        d->work_folder = strdup(d->options.work_folder);
    } else {
        const char *parent = getenv("TMPDIR");
        char path[PATH_SIZE];
        parent = parent != NULL && parent[0] != '\0' ? parent : "/tmp";
        TRY(path_join(path, sizeof path, parent, "join-XXXXXX", e));
        if (mkdtemp(path) == NULL) {
            return error_set_errno(e, "cannot make a folder in %s", parent);
        }
        d->made_work_folder = true;
        d->work_folder = strdup(path);
    }
    return d->work_folder != NULL ? ST_OK : error_set(e, ST_NO_MEMORY, "out of memory");
}

static status open_extensions(struct dwca_source *d, struct error *e)
{
    size_t count = d->meta.extension_count;
    d->extensions = arena_array(&d->memory, struct dwca_table, count);
    d->lists = arena_array(&d->memory, struct dwca_list, count);
    if (d->extensions == NULL || d->lists == NULL) {
        return error_set(e, ST_NO_MEMORY, "out of memory for extensions");
    }
    for (size_t i = 0; i < count; i++) {
        TRY(open_extension(d, i, e));
    }
    TRY(make_work_folder(d, e));
    return dwca_join_create(&d->core, d->lists, count, d->source.names, &d->options, d->work_folder,
                            &d->join, e);
}

static status check_has_rows(struct dwca_source *d, struct error *e)
{
    bool more = false;
    TRY(dwca_table_has_more(&d->core, &more, e));
    if (!more) {
        return error_set(e, ST_BAD_DATA,
                         "the core file %.200s has no rows; give an archive with records",
                         d->meta.core.locations[0]);
    }
    return ST_OK;
}

// Follows a key field that the caller may have changed.
static void find_key(struct dwca_source *d)
{
    uint32_t name = NO_NAME;
    d->core.key_index = NO_INDEX;
    if (d->source.key_field == NULL ||
        !name_table_find(d->source.names, sv_from(d->source.key_field), &name)) {
        return;
    }
    for (size_t i = 0; i < d->core.column_count; i++) {
        if (d->core.columns[i].name == name) {
            d->core.key_index = d->core.columns[i].index;
        }
    }
}

static status next_core(struct dwca_source *d, struct source_row *row, bool *more, struct error *e)
{
    struct csv_row fields;
    const char *file = NULL;
    TRY(dwca_table_next(&d->core, &fields, &file, more, e));
    if (*more) {
        size_t count = table_fill_nodes(d->nodes, d->core.columns, d->core.column_count,
                                        fields.fields, fields.count);
        *row =
            (struct source_row){.document = {d->nodes, count}, .file = file, .line = fields.line};
    }
    return ST_OK;
}

static status next_dwca(struct row_source *s, struct source_row *row, bool *more, struct error *e)
{
    struct dwca_source *d = (struct dwca_source *)s;
    find_key(d);
    TRY(d->join == NULL ? next_core(d, row, more, e) : dwca_join_next(d->join, row, more, e));
    s->bytes_done = dwca_table_bytes_done(&d->core);
    for (size_t i = 0; i < d->extension_count; i++) {
        s->bytes_done += dwca_table_bytes_done(&d->extensions[i]);
    }
    return ST_OK;
}

static status open_dwca(struct dwca_source *d, const char *folder, struct source_facts *facts,
                        struct error *e)
{
    uint32_t id_name = NO_NAME;
    d->folder = strdup(folder);
    d->source.names = name_table_create();
    if (d->folder == NULL || d->source.names == NULL) {
        return error_set(e, ST_NO_MEMORY, "out of memory");
    }
    TRY(read_meta(d, e));
    TRY(dwca_table_init(&d->core, &d->meta.core, d->folder, &d->options, d->source.names,
                        &d->memory, &id_name, e));
    d->source.bytes_total = d->core.bytes_total;
    d->nodes = arena_array(&d->memory, struct node, d->core.column_count + 1);
    if (d->nodes == NULL) {
        return error_set(e, ST_NO_MEMORY, "out of memory");
    }
    if (d->meta.extension_count > 0) {
        TRY(open_extensions(d, e));
    }
    TRY(check_has_rows(d, e));
    facts->format = FORMAT_DARWIN_CORE_ARCHIVE;
    facts->encoding = d->meta.core.encoding;
    facts->sorted_by_id = d->join != NULL;
    if (id_name != NO_NAME) {
        facts->id_field = name_table_get(d->source.names, id_name).bytes;
        d->source.key_field = facts->id_field;
    }
    return ST_OK;
}

status dwca_source_open(const char *folder, const struct source_options *options,
                        struct row_source **out, struct source_facts *facts, const char **metadata,
                        struct error *e)
{
    struct dwca_source *d = calloc(1, sizeof *d);
    if (d == NULL) {
        return error_set(e, ST_NO_MEMORY, "out of memory opening an archive");
    }
    d->source = (struct row_source){.next = next_dwca, .destroy = destroy_dwca};
    d->options = *options;
    arena_init(&d->memory, META_MOST_MEMORY);
    status result = open_dwca(d, folder, facts, e);
    if (result != ST_OK) {
        destroy_dwca(&d->source);
        return result;
    }
    *metadata = d->meta.metadata;
    *out = &d->source;
    return ST_OK;
}
