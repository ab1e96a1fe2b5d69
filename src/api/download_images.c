// SPDX-License-Identifier: Apache-2.0
// The images of records as a package: the originals that the portal holds and may give out (rule
// D3), as they are or made smaller, and images.csv, which lists all images of the records found,
// those that are not in the package with the reason. The records are walked through twice, for the
// files and for the list, so that neither is held.
#include "api/download_format.h"
#include "api/narrow.h"
#include "api/page_text.h"
#include "api/record_media.h"
#include "api/scan_lines.h"
#include "formats/csv_write.h"
#include "formats/licence.h"
#include "formats/xml_write.h"
#include "images/shrink.h"
#include "portal/media.h"
#include "query/row_columns.h"

#include <stdatomic.h>
#include <stdio.h>
#include <sys/stat.h>

#define IMAGES_MOST   ((uint64_t)20000) // files of a package
#define MEDIA_FEW     ((size_t)32)
#define MEDIA_MOST    ((size_t)10000) // of a record, as LIMIT_LIST_ELEMENTS
#define MOST_TEXT     ((size_t)64 << 20)
#define KEY_MOST      ((size_t)100) // bytes of a key in a file's name
#define LIST_FILE     "images.csv"
#define LIST_ROW      ((uint64_t)250)  // bytes, about
#define MEASURED      ((uint64_t)2000) // images that an estimate looks at
#define REASON_MANY   "this package has its 20,000 images: ask for fewer records"
#define REASON_ELSE   "held elsewhere"
#define REASON_GONE   "not held any more"
#define REASON_RIGHTS "no open licence"
#define REASON_NOTICE "content notice"
#define SMALL_MOST    ((size_t)32 << 20) // bytes of an image made smaller
#define SMALL_SHARE   5u                 // pixels that a byte of one tells, about

struct image_walk {
    const struct download *download;
    const struct search_input *input;
    const struct site *site;
    struct package *package; // takes files; NULL: none are wanted
    csv_sink *list;          // takes rows; NULL: none are wanted
    void *list_argument;
    uint64_t rows_most;         // after so many it is enough; 0: all
    const string_view *notices; // of content, by dataset
    struct buffer *outcomes; // a byte (enum shrunk) for each file taken, by the first walk; NULL:
                             // none is made smaller
    struct buffer small;     // an image made smaller
    uint64_t packed;         // or at least taken to be
    uint64_t files;          // that the list tells of, and
    uint64_t smaller;
    uint64_t unreadable; // taken, but not packed
    uint64_t bytes;
    uint64_t rows;
    atomic_uint_fast64_t records; // looked into
    struct buffer row;
};

// --- images on their way ---------------------------------------------------------------------
// Threads write for each image five texts that end with NUL, which stands in no value: its name in
// the portal (empty: it is not to be packed), its file's name, its row but for the ends, the
// reason, and what one made smaller says of itself.

static void put_field(string_view text, struct buffer *out)
{
    buffer_append_view(out, text);
    buffer_append_byte(out, '\0');
}

// Letters, digits and a few signs as they are, other bytes as "%2F"; what is too long ends with a
// checksum.
static void put_key(string_view key, struct buffer *out)
{
    size_t start = out->length;
    for (size_t i = 0; i < key.length; i++) {
        char c = key.bytes[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                     c == '-' || c == '_' || c == '.';
        if (plain) {
            buffer_append_byte(out, c);
        } else {
            buffer_print(out, "%%%02X", (unsigned)(unsigned char)c);
        }
    }
    if (out->length - start > KEY_MOST) {
        out->length = start + KEY_MOST;
        buffer_print(out, "%%%016llx", (unsigned long long)hash_bytes(key.bytes, key.length));
    }
}

// "images/birds/b1-2.jpg"
static void put_file(const struct row_identity *row, size_t number, string_view name,
                     struct buffer *out)
{
    size_t at = name.length;
    while (at > 0 && name.bytes[at - 1] != '.') {
        at--;
    }
    buffer_append_view(out, SV("images/"));
    put_key(row->table->slug, out);
    buffer_append_byte(out, '/');
    put_key(row->key, out);
    buffer_print(out, "-%zu." SV_FORMAT, number, SV_ARGUMENT(sv_slice(name, at, SIZE_MAX)));
    buffer_append_byte(out, '\0');
}

static bool is_held(const struct image_walk *w, string_view name)
{
    struct mapped_file file;
    if (portal_map_medium(w->download->portal, name, &file, NULL) != ST_OK) {
        return false;
    }
    file_unmap(&file);
    return true;
}

// Why it is not in the package; NULL: it is.
static const char *reason_of(const struct image_walk *w, const struct record_medium *m,
                             string_view notice, string_view name)
{
    return !m->own                                ? REASON_ELSE
           : !licence_is_open(m->licence_address) ? REASON_RIGHTS
           : m->notice.length + notice.length > 0 ? REASON_NOTICE
           : !is_held(w, name)                    ? REASON_GONE
                                                  : NULL;
}

static void put_row(const struct image_walk *w, const struct row_identity *row, size_t number,
                    const struct record_medium *m, struct buffer *out)
{
    string_view licence = m->licence_address.length > 0 ? m->licence_address : m->licence;
    csv_write_cell(row->table->dataset_slug, ',', out);
    csv_write_cell(row->table->slug, ',', out);
    csv_write_cell(row->key, ',', out);
    buffer_print(out, "%lld,%zu,", (long long)row->version, number);
    csv_write_cell(licence, ',', out);
    csv_write_cell(m->rights_holder, ',', out);
    csv_write_cell(m->creator, ',', out);
    csv_write_cell(m->title, ',', out);
    buffer_append_view(out, m->own ? w->site->origin : SV("")); // has nothing to quote
    csv_write_cell(m->address, ',', out);
    buffer_append_byte(out, '\0');
}

static void put_member(string_view text, const char *before, const char *after, struct buffer *out)
{
    if (text.length > 0) {
        buffer_append_view(out, sv_from(before));
        xml_write_text(out, text);
        buffer_append_view(out, sv_from(after));
    }
}

// Rule D3: who made it, whose it is, its licence, where it comes from (XMP specification, part 1,
// 8.3 and 8.5; part 2, 2.2).
static void put_xmp(const struct image_walk *w, const struct record_medium *m, struct buffer *out)
{
    buffer_append_view(out, SV("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                               "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                               "<rdf:Description rdf:about=\"\" "
                               "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                               "xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\">"));
    put_member(m->title, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">",
               "</rdf:li></rdf:Alt></dc:title>", out);
    put_member(m->creator, "<dc:creator><rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq></dc:creator>",
               out);
    put_member(m->rights_holder, "<xmpRights:Owner><rdf:Bag><rdf:li>",
               "</rdf:li></rdf:Bag></xmpRights:Owner>", out);
    put_member(m->licence_address, "<xmpRights:WebStatement>", "</xmpRights:WebStatement>", out);
    buffer_append_view(out, SV("<dc:source>"));
    xml_write_text(out, m->own ? w->site->origin : SV(""));
    xml_write_text(out, m->address);
    buffer_append_view(out, SV("</dc:source></rdf:Description></rdf:RDF></x:xmpmeta>"));
}

static void put_image(const struct image_walk *w, const struct row_identity *row, size_t number,
                      const struct record_medium *m, string_view notice, struct buffer *out)
{
    string_view name = m->own ? sv_slice(m->address, sizeof "/media/" - 1, SIZE_MAX) : SV("");
    const char *reason = reason_of(w, m, notice, name);
    put_field(reason == NULL ? name : SV(""), out);
    put_file(row, number, name, out);
    put_row(w, row, number, m, out);
    put_field(sv_from(reason == NULL ? "" : reason), out);
    if (reason == NULL && w->download->image_side > 0) {
        put_xmp(w, m, out);
    }
    buffer_append_byte(out, '\0');
}

static status put_images(const struct image_walk *w, const struct row_identity *row,
                         string_view json, struct arena *arena, struct buffer *out, struct error *e)
{
    struct record_reader reader;
    struct record_tree tree;
    struct record_medium *media = NULL;
    const struct dataset *d = NULL;
    size_t count = 0;
    size_t total = 0;
    size_t number = 0;
    TRY(record_reader_init(&reader, arena, e));
    TRY(record_read(&reader, json, &tree, e));
    TRY(record_media(arena, &tree, w->site->origin, MEDIA_FEW, &media, &count, &total, e));
    if (total > count) {
        TRY(record_media(arena, &tree, w->site->origin, MEDIA_MOST, &media, &count, &total, e));
    }
    (void)dataset_view_resource(w->site->data, &row->table->table, &d);
    string_view notice = d == NULL ? SV("") : w->notices[d - w->site->data->datasets];
    for (size_t i = 0; i < count; i++) {
        if (media[i].kind == MEDIA_IMAGE) {
            put_image(w, row, ++number, &media[i], notice, out);
        }
    }
    return ST_OK;
}

static status write_record_images(void *argument, const struct search_hit *hit,
                                  struct buffer *scratch, struct buffer *out, struct error *e)
{
    struct image_walk *w = argument;
    struct snapshot *s = w->input->view.snapshot;
    const struct commit *made = snapshot_commit(s, hit->from);
    const struct row_identity row = {.table = snapshot_table_by_uuid(s, &hit->table),
                                     .key = hit->key,
                                     .version = made == NULL ? 0 : made->time};
    struct arena arena;
    if (row.table == NULL) {
        return error_set(e, ST_INTERNAL, "a row belongs to no table");
    }
    buffer_clear(scratch);
    atomic_fetch_add(&w->records, 1);
    TRY(snapshot_write_record(s, &hit->version, false, scratch, e));
    arena_init(&arena, 0);
    status result = put_images(w, &row, buffer_view(scratch), &arena, out, e);
    arena_release(&arena);
    return result;
}

// --- in their order --------------------------------------------------------------------------

static string_view take_field(string_view *rest)
{
    size_t length = sv_find(*rest, '\0');
    string_view field = sv_slice(*rest, 0, length);
    *rest = sv_slice(*rest, length + 1, SIZE_MAX);
    return field;
}

// One image on its way.
struct image_taken {
    string_view name;
    string_view file;
    string_view row;
    string_view reason;
    string_view xmp;
};

// Its file's name, which tells what it has become; in the walk's memory, until the next row.
static void put_file_name(const struct image_taken *image, enum shrunk how, struct buffer *out)
{
    string_view name = image->file;
    if (how == SHRUNK) {
        while (name.length > 0 && name.bytes[name.length - 1] != '.') {
            name.length--;
        }
    }
    buffer_append_view(out, name);
    buffer_append_view(out, how == SHRUNK ? SV("jpg") : SV(""));
}

static bool is_packed(enum shrunk how)
{
    return how == SHRUNK || how == SHRUNK_NOT_LARGER || how == SHRUNK_OTHER_KIND;
}

// Its bytes as they are packed: `original`, or those made smaller.
static status make_small(struct image_walk *w, const struct image_taken *image,
                         string_view original, enum shrunk *how, string_view *out, struct error *e)
{
    buffer_clear(&w->small);
    TRY(image_shrink(original, w->download->image_side, image->xmp, &shrink_limits, &w->small, how,
                     e));
    *out = *how == SHRUNK ? buffer_view(&w->small) : original;
    buffer_append_byte(w->outcomes, (char)*how);
    return buffer_check(w->outcomes, "a package of images", e);
}

static status pack_bytes(struct image_walk *w, const struct image_taken *image,
                         string_view original, struct error *e)
{
    enum shrunk how = SHRUNK_NOT_LARGER;
    string_view bytes = original;
    if (w->outcomes != NULL) {
        TRY(make_small(w, image, original, &how, &bytes, e));
    }
    if (!is_packed(how)) {
        return ST_OK;
    }
    buffer_clear(&w->row);
    put_file_name(image, how, &w->row);
    TRY(buffer_check(&w->row, "the name of an image", e));
    return package_file_stored(w->package, buffer_view(&w->row), bytes, e);
}

// Before it is made: a small image has a byte for some pixels.
static uint64_t expected_bytes(const struct image_walk *w, uint64_t original)
{
    uint64_t side = w->download->image_side;
    return side == 0 ? original : MIN(original, side * side / SMALL_SHARE);
}

static status take_file(struct image_walk *w, const struct image_taken *image, struct error *e)
{
    struct mapped_file mapped;
    TRY(portal_map_medium(w->download->portal, image->name, &mapped, e));
    const string_view bytes = {(const char *)mapped.bytes, mapped.length};
    w->bytes += expected_bytes(w, bytes.length);
    status result = w->package == NULL ? ST_OK : pack_bytes(w, image, bytes, e);
    file_unmap(&mapped);
    return result;
}

// What became of the file that was taken as number `number`, from 1.
static enum shrunk outcome_of(const struct image_walk *w, uint64_t number)
{
    return w->outcomes == NULL || number > w->outcomes->length
               ? SHRUNK_NOT_LARGER
               : (enum shrunk)w->outcomes->bytes[number - 1];
}

// Nothing here has anything to quote.
static void add_row(struct image_walk *w, const struct image_taken *image, bool taken)
{
    static const char *const reasons[SHRUNK_COUNT] = {
        [SHRUNK_TOO_MUCH] = "too many pixels: it could not be made smaller",
        [SHRUNK_DAMAGED] = "damaged: it could not be made smaller",
    };
    static const char *const forms[SHRUNK_COUNT] = {
        [SHRUNK] = "smaller",
        [SHRUNK_NOT_LARGER] = "as it came: not larger",
        [SHRUNK_OTHER_KIND] = "as it came: neither JPEG nor PNG in grey or RGB",
    };
    enum shrunk how = taken ? outcome_of(w, w->packed) : SHRUNK_COUNT;
    bool packed = taken && is_packed(how);
    string_view reason = taken                    ? sv_from(packed ? "" : reasons[how])
                         : image->name.length > 0 ? SV(REASON_MANY)
                                                  : image->reason;
    if (packed) {
        put_file_name(image, how, &w->row);
    }
    buffer_append_byte(&w->row, ',');
    w->files += packed;
    w->smaller += packed && how == SHRUNK;
    w->unreadable += taken && !packed;
    buffer_append_view(&w->row, image->row);
    buffer_append_view(&w->row, reason);
    if (w->outcomes != NULL) {
        buffer_append_byte(&w->row, ',');
        buffer_append_view(&w->row, sv_from(packed ? forms[how] : ""));
    }
    buffer_append_view(&w->row, SV("\r\n"));
}

static struct image_taken take_image(string_view *rest)
{
    struct image_taken image;
    image.name = take_field(rest);
    image.file = take_field(rest);
    image.row = take_field(rest);
    image.reason = take_field(rest);
    image.xmp = take_field(rest);
    return image;
}

static status take_images(void *argument, string_view bytes, struct error *e)
{
    struct image_walk *w = argument;
    buffer_clear(&w->row);
    while (bytes.length > 0) {
        const struct image_taken image = take_image(&bytes);
        bool taken = image.name.length > 0 && w->packed < IMAGES_MOST;
        w->packed += taken;
        w->rows++;
        if (w->list != NULL) {
            add_row(w, &image, taken);
        } else if (taken) {
            TRY(take_file(w, &image, e));
        }
    }
    TRY(buffer_check(&w->row, "a list of images", e));
    if (w->rows_most > 0 && w->rows >= w->rows_most) {
        return ST_UNCHANGED; // enough
    }
    return w->list == NULL ? ST_OK : w->list(w->list_argument, buffer_view(&w->row), e);
}

// --- tables ----------------------------------------------------------------------------------

static status find_fields(struct snapshot *s, const struct search_request *request,
                          struct arena *arena, string_view out[MEDIA_FIELDS_MOST], size_t *count,
                          struct error *e)
{
    struct extent extent;
    *count = 0;
    TRY(extent_create(s, &scope_public, request->tables, request->table_count, request->commit,
                      arena, &extent, e));
    for (size_t i = 0; record_media_fields[i] != NULL; i++) {
        struct field_paths paths;
        out[*count] = sv_from(record_media_fields[i]);
        TRY(field_paths_look(&extent, out[*count], arena, &paths, e));
        *count += paths.count > 0;
    }
    return ST_OK;
}

static status is_offered(struct snapshot *s, const struct search_request *request,
                         struct arena *arena, bool *out, struct error *e)
{
    string_view fields[MEDIA_FIELDS_MOST];
    size_t count = 0;
    TRY(find_fields(s, request, arena, fields, &count, e));
    *out = count > 0;
    return ST_OK;
}

static status narrow(const struct download *d, struct search_request *request, struct arena *arena,
                     struct error *e)
{
    string_view fields[MEDIA_FIELDS_MOST];
    size_t count = 0;
    TRY(find_fields(d->input.view.snapshot, request, arena, fields, &count, e));
    return narrow_to_fields(request, fields, count, arena, e);
}

// --- the package -----------------------------------------------------------------------------

static status read_notices(struct image_walk *w, struct arena *arena, struct error *e)
{
    const struct dataset_view *data = w->site->data;
    string_view *notices = arena_array(arena, string_view, data->count + 1);
    if (notices == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a package of images");
    }
    for (size_t i = 0; i < data->count; i++) {
        notices[i] = json_text(json_in_arena(arena, data->datasets[i].json), "contentNotice");
    }
    w->notices = notices;
    return ST_OK;
}

static status run(struct image_walk *w, struct error *e)
{
    struct search_input narrowed = w->download->input;
    const struct line_writer lines = {write_record_images, w};
    struct arena arena;
    arena_init(&arena, 0);
    buffer_init(&w->row, MOST_TEXT);
    buffer_init(&w->small, SMALL_MOST);
    w->input = &narrowed;
    status result = read_notices(w, &arena, e);
    if (result == ST_OK) {
        result = narrow(w->download, &narrowed.request, &arena, e);
    }
    if (result == ST_OK) {
        result = scan_lines_with(&narrowed, &lines, take_images, w, e);
    }
    w->input = &w->download->input;
    buffer_release(&w->row);
    buffer_release(&w->small);
    arena_release(&arena);
    return result;
}

static status write_list(struct image_walk *w, struct package *p, struct error *e)
{
    TRY(package_file_begin(p, SV(LIST_FILE), e));
    TRY(package_write(p,
                      SV("file,_dataset,_table,_key,_version,number,license,rightsHolder,creator,"
                         "title,address,reason"),
                      e));
    TRY(package_write(p, w->outcomes == NULL ? SV("\r\n") : SV(",form\r\n"), e));
    TRY(run(w, e));
    return package_file_end(p, e);
}

static status write_all(const struct download *d, struct package_notes *notes, struct package *p,
                        struct buffer *outcomes, struct arena *arena, struct error *e)
{
    struct image_walk files = {
        .download = d, .site = notes->site, .package = p, .outcomes = outcomes};
    struct image_walk list = {.download = d,
                              .site = notes->site,
                              .list = package_write,
                              .list_argument = p,
                              .outcomes = outcomes};
    TRY(run(&files, e));
    TRY(write_list(&list, p, e));
    notes->more = arena_print(arena, "\"images\":{\"packed\":%llu,\"listed\":%llu",
                              (unsigned long long)list.files, (unsigned long long)list.rows);
    if (outcomes != NULL) {
        notes->more = arena_print(
            arena, SV_FORMAT ",\"size\":%u,\"smaller\":%llu,\"unreadable\":%llu,\"form\":%d",
            SV_ARGUMENT(notes->more), d->image_side, (unsigned long long)list.smaller,
            (unsigned long long)list.unreadable, SHRINK_FORMAT);
    }
    notes->more = arena_print(arena, SV_FORMAT "}", SV_ARGUMENT(notes->more));
    return ST_OK;
}

static status pack(const struct download *d, struct package_notes *notes, struct package *p,
                   struct arena *arena, struct error *e)
{
    struct buffer outcomes;
    buffer_init(&outcomes, IMAGES_MOST);
    status result = write_all(d, notes, p, d->image_side > 0 ? &outcomes : NULL, arena, e);
    buffer_release(&outcomes);
    return result;
}

// Of the first images, as many times as there are more records.
static status measure(const struct download *d, const struct site *site, uint64_t records,
                      uint64_t *bytes, bool *sampled, struct error *e)
{
    struct image_walk w = {.download = d, .site = site, .rows_most = MEASURED};
    status result = run(&w, e);
    uint64_t seen = MAX(atomic_load(&w.records), (uint64_t)1);
    double share = w.rows < MEASURED ? 1 : (double)records / (double)MIN(seen, MAX(records, 1u));
    double files = (double)w.packed * share;
    share = files > (double)IMAGES_MOST ? (double)IMAGES_MOST / (double)w.packed : share;
    *bytes = (uint64_t)((double)w.bytes * share) + (uint64_t)((double)w.rows * share) * LIST_ROW;
    *sampled = w.rows >= MEASURED || d->image_side > 0; // smaller ones are not made beforehand
    return result == ST_UNCHANGED ? ST_OK : result;
}

// Files come and go without a commit: their folder's time tells.
static void print_state(const struct download *d, struct buffer *out)
{
    char path[PATH_SIZE];
    struct stat found = {0};
    if (path_join(path, sizeof path, d->portal->folder, "media", NULL) == ST_OK) {
        (void)stat(path, &found);
    }
    buffer_print(out, "%lld %ld %d\n", (long long)found.st_mtim.tv_sec, found.st_mtim.tv_nsec,
                 SHRINK_FORMAT);
}

const struct download_format download_images = {
    .name = "images",
    .extension = "zip",
    .label = "Images",
    .media_type = "application/zip",
    .options = OPTION_SIZE,
    .offered = is_offered,
    .none = "no table of this search has images, in a field such as "
            "associatedMedia or multimedia",
    .narrow = narrow,
    .measure = measure,
    .print_state = print_state,
    .pack = pack,
};
