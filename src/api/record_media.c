// SPDX-License-Identifier: Apache-2.0
// Reads media from a record's lists and texts.
#include "api/record_media.h"

#include "api/page_text.h"

#define OWN_PREFIX  SV("/media/")
#define PIXELS_MOST 1000000

const char *const record_media_fields[] = {"associatedMedia", "multimedia", "simpleMultimedia",
                                           "audiovisual",     "image",      "images",
                                           "media",           NULL};

struct gathered {
    struct arena *arena;
    string_view origin;
    string_view notice; // of the whole record
    struct record_medium *media;
    size_t count;
    size_t most;
    size_t total;
};

static bool begins_ignoring_case(string_view text, string_view start)
{
    return sv_equal_ignore_case(sv_slice(text, 0, start.length), start);
}

// --- addresses -------------------------------------------------------------------------------

// What browsers would read as something else: they take a backslash for a slash and drop blanks.
static bool is_plain_address(string_view text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        if (byte <= ' ' || byte == 0x7f || byte == '\\' || byte == '"' || byte == '<' ||
            byte == '>') {
            return false;
        }
    }
    return true;
}

static bool is_web_address(string_view text)
{
    size_t scheme = begins_ignoring_case(text, SV("https://"))  ? 8
                    : begins_ignoring_case(text, SV("http://")) ? 7
                                                                : 0;
    return scheme > 0 && text.length > scheme && is_plain_address(text);
}

// A file of this host, without steps that lead elsewhere.
static bool is_own_path(string_view path)
{
    string_view rest = sv_slice(path, OWN_PREFIX.length, SIZE_MAX);
    if (!sv_starts_with(path, OWN_PREFIX) || rest.length == 0) {
        return false;
    }
    for (size_t i = 0; i < rest.length; i++) {
        char byte = rest.bytes[i];
        bool word = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                    (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
        if (!word && (byte != '.' || i == 0)) {
            return false;
        }
    }
    return true;
}

// An own address as its path, a web address as it is; empty for all else.
static string_view usable_address(const struct gathered *g, string_view text, bool *own)
{
    text = sv_trim(text);
    string_view path = text;
    if (g->origin.length > 0 && sv_starts_with(text, g->origin)) {
        path = sv_slice(text, g->origin.length, SIZE_MAX);
    }
    *own = is_own_path(path);
    if (*own) {
        return path;
    }
    return is_web_address(text) ? text : SV("");
}

// --- kinds -----------------------------------------------------------------------------------

// The end of the address's path, without what asks: "jpg" of ".../a.JPG?size=2".
static string_view extension_of(string_view address)
{
    address = sv_slice(address, 0, MIN(sv_find(address, '?'), sv_find(address, '#')));
    size_t at = address.length;
    while (at > 0 && address.bytes[at - 1] != '.' && address.bytes[at - 1] != '/') {
        at--;
    }
    bool found = at > 0 && address.bytes[at - 1] == '.';
    return found ? sv_slice(address, at, SIZE_MAX) : SV("");
}

struct kind_word {
    const char *word;
    enum media_kind kind;
};

static bool kind_by_word(const struct kind_word *words, size_t count, string_view text,
                         enum media_kind *out)
{
    for (size_t i = 0; i < count; i++) {
        if (sv_equal_ignore_case(text, sv_from(words[i].word))) {
            *out = words[i].kind;
            return true;
        }
    }
    return false;
}

// DCMI types, with or without their namespace, and words that people write.
static bool kind_of_type(string_view type, enum media_kind *out)
{
    static const struct kind_word words[] = {
        {"StillImage", MEDIA_IMAGE}, {"Image", MEDIA_IMAGE},    {"Photograph", MEDIA_IMAGE},
        {"Photo", MEDIA_IMAGE},      {"Sound", MEDIA_SOUND},    {"Audio", MEDIA_SOUND},
        {"MovingImage", MEDIA_FILM}, {"Video", MEDIA_FILM},     {"3D", MEDIA_MODEL},
        {"3DModel", MEDIA_MODEL},    {"3D model", MEDIA_MODEL}, {"Model", MEDIA_MODEL},
        {"Mesh", MEDIA_MODEL},       {"Text", MEDIA_DOCUMENT},
    };
    size_t at = type.length;
    while (at > 0 && type.bytes[at - 1] != '/' && type.bytes[at - 1] != ':') {
        at--;
    }
    return kind_by_word(words, ARRAY_LENGTH(words), sv_slice(type, at, SIZE_MAX), out);
}

static bool kind_of_format(string_view format, enum media_kind *out)
{
    static const struct kind_word tops[] = {
        {"image", MEDIA_IMAGE}, {"audio", MEDIA_SOUND},   {"video", MEDIA_FILM},
        {"model", MEDIA_MODEL}, {"text", MEDIA_DOCUMENT},
    };
    string_view top = sv_slice(format, 0, sv_find(format, '/'));
    if (sv_equal_ignore_case(format, SV("application/pdf"))) {
        *out = MEDIA_DOCUMENT;
        return true;
    }
    return kind_by_word(tops, ARRAY_LENGTH(tops), top, out);
}

static bool kind_of_extension(string_view extension, enum media_kind *out)
{
    static const struct kind_word words[] = {
        {"jpg", MEDIA_IMAGE},    {"jpeg", MEDIA_IMAGE}, {"png", MEDIA_IMAGE},
        {"gif", MEDIA_IMAGE},    {"svg", MEDIA_IMAGE},  {"webp", MEDIA_IMAGE},
        {"avif", MEDIA_IMAGE},   {"tif", MEDIA_IMAGE},  {"tiff", MEDIA_IMAGE},
        {"jp2", MEDIA_IMAGE},    {"wav", MEDIA_SOUND},  {"mp3", MEDIA_SOUND},
        {"flac", MEDIA_SOUND},   {"ogg", MEDIA_SOUND},  {"oga", MEDIA_SOUND},
        {"m4a", MEDIA_SOUND},    {"mp4", MEDIA_FILM},   {"webm", MEDIA_FILM},
        {"mov", MEDIA_FILM},     {"avi", MEDIA_FILM},   {"glb", MEDIA_MODEL},
        {"gltf", MEDIA_MODEL},   {"stl", MEDIA_MODEL},  {"ply", MEDIA_MODEL},
        {"obj", MEDIA_MODEL},    {"nxs", MEDIA_MODEL},  {"pdf", MEDIA_DOCUMENT},
        {"txt", MEDIA_DOCUMENT},
    };
    return kind_by_word(words, ARRAY_LENGTH(words), extension, out);
}

// The format says more than the type: models are "InteractiveResource" or "PhysicalObject" there.
static enum media_kind kind_of(string_view type, string_view format, string_view address,
                               enum media_kind normal)
{
    enum media_kind kind = normal;
    if (kind_of_format(format, &kind) || kind_of_type(type, &kind) ||
        kind_of_extension(extension_of(address), &kind)) {
        return kind;
    }
    return normal;
}

// --- one medium ------------------------------------------------------------------------------

static bool is_known(const struct gathered *g, string_view address)
{
    for (size_t i = 0; i < g->count; i++) {
        if (sv_equal(g->media[i].address, address)) {
            return true;
        }
    }
    return false;
}

static void add(struct gathered *g, const struct record_medium *medium)
{
    if (is_known(g, medium->address)) {
        return;
    }
    g->total++;
    if (g->count < g->most) {
        g->media[g->count++] = *medium;
    }
}

// The value of the first of these members that has one, whatever its case.
static string_view member(const struct record_tree *t, const struct node *object,
                          const char *const *names)
{
    for (; *names != NULL; names++) {
        for (const struct node *m = object + 1; m < node_next(object); m = node_next(m)) {
            string_view text = sv_trim(node_text(m));
            if (text.length > 0 && sv_equal_ignore_case(node_name(t, m), sv_from(*names))) {
                return text;
            }
        }
    }
    return SV("");
}
#define MEMBER(...) member(t, object, (const char *const[]){__VA_ARGS__, NULL})

// Addresses in the order of how near they come to what a reader would look at.
static bool choose_address(const struct gathered *g, const struct record_tree *t,
                           const struct node *object, struct record_medium *out)
{
    static const char *const names[] = {
        "accessURI", "goodQualityAccessURI", "identifier", "bestQualityAccessURI", "url", "uri",
        "@id"};
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        bool own = false;
        string_view address = usable_address(g, MEMBER(names[i]), &own);
        if (address.length > 0 && (own || out->address.length == 0)) {
            out->address = address;
            out->own = own;
        }
        if (own) {
            break;
        }
    }
    return out->address.length > 0;
}

static uint32_t pixels(string_view text)
{
    uint64_t number = 0;
    return sv_to_uint64(text, &number) && number <= PIXELS_MOST ? (uint32_t)number : 0;
}

static void add_object(struct gathered *g, const struct record_tree *t, const struct node *object,
                       enum media_kind normal)
{
    struct record_medium m = {.kind = normal};
    bool own = false;
    if (!choose_address(g, t, object, &m)) {
        return;
    }
    m.format = MEMBER("format", "mimeType");
    m.kind = kind_of(MEMBER("type", "subtype"), m.format, m.address, normal);
    string_view thumbnail = usable_address(g, MEMBER("thumbnailAccessURI", "thumbnail"), &own);
    m.thumbnail = own ? thumbnail : m.own && m.kind == MEDIA_IMAGE ? m.address : SV("");
    m.page = usable_address(g, MEMBER("references", "furtherInformationURL"), &own);
    m.title = MEMBER("title", "caption");
    m.text = MEMBER("description", "comments");
    m.creator = MEMBER("creator", "photographer", "contributor");
    m.rights_holder = MEMBER("rightsHolder", "Owner", "publisher");
    m.licence = licence_label(g->arena, MEMBER("license", "WebStatement", "UsageTerms", "rights"),
                              &m.licence_address);
    m.created = MEMBER("created", "CreateDate");
    m.category = MEMBER("category", "subjectCategory");
    m.width = pixels(MEMBER("PixelXDimension", "width"));
    m.height = pixels(MEMBER("PixelYDimension", "height"));
    m.notice = MEMBER("contentNotice");
    m.notice = m.notice.length > 0 ? m.notice : g->notice;
    add(g, &m);
}

static void add_address(struct gathered *g, string_view text)
{
    struct record_medium m = {.kind = MEDIA_OTHER, .notice = g->notice};
    m.address = usable_address(g, text, &m.own);
    if (m.address.length > 0) {
        m.kind = kind_of(SV(""), SV(""), m.address, MEDIA_OTHER);
        m.thumbnail = m.own && m.kind == MEDIA_IMAGE ? m.address : SV("");
        add(g, &m);
    }
}

// Addresses with a bar between, as Darwin Core recommends; with a semicolon as well, which stands
// within an address only where no blank follows.
static void add_text(struct gathered *g, string_view text)
{
    string_view part = {0};
    while (sv_split(&text, '|', &part)) {
        string_view rest = part;
        size_t start = 0;
        for (size_t i = 0; i + 1 < rest.length; i++) {
            bool ends = (rest.bytes[i] == ';' || rest.bytes[i] == ',') && rest.bytes[i + 1] == ' ';
            if (ends) {
                add_address(g, sv_slice(rest, start, i - start));
                start = i + 1;
            }
        }
        add_address(g, sv_slice(rest, start, SIZE_MAX));
    }
}

// Members of a record that hold media, and what their entries are where nothing says it.
static bool holds_media(string_view name, enum media_kind *normal)
{
    for (size_t i = 0; record_media_fields[i] != NULL; i++) {
        if (sv_equal_ignore_case(name, sv_from(record_media_fields[i]))) {
            bool images = sv_equal_ignore_case(sv_slice(name, 0, 5), SV("image"));
            *normal = images ? MEDIA_IMAGE : MEDIA_OTHER;
            return true;
        }
    }
    return false;
}

bool record_holds_media(string_view name)
{
    enum media_kind normal = MEDIA_OTHER;
    return holds_media(name, &normal);
}

static void add_member(struct gathered *g, const struct record_tree *t, const struct node *member,
                       enum media_kind normal)
{
    if (member->kind == NODE_OBJECT) {
        add_object(g, t, member, normal);
    } else if (member->kind == NODE_LIST) {
        for (const struct node *n = member + 1; n < node_next(member); n = node_next(n)) {
            if (n->kind == NODE_OBJECT) {
                add_object(g, t, n, normal);
            } else {
                add_text(g, node_text(n));
            }
        }
    } else {
        add_text(g, node_text(member));
    }
}

status record_media(struct arena *arena, const struct record_tree *record, string_view origin,
                    size_t most, struct record_medium **out, size_t *count, size_t *total,
                    struct error *e)
{
    struct gathered g = {.arena = arena, .origin = origin, .most = most};
    g.notice = record_value(arena, record, "contentNotice");
    g.media = arena_array(arena, struct record_medium, most + 1);
    if (g.media == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the record's media");
    }
    const struct node *root = record->nodes;
    const struct node *end = record->count == 0 ? root : node_next(root);
    // Lists that describe come before bare addresses: what is known already is left out.
    for (int pass = 0; pass < 2; pass++) {
        for (const struct node *m = root + 1; record->count > 0 && m < end; m = node_next(m)) {
            enum media_kind normal = MEDIA_OTHER;
            bool bare = node_is_scalar(m);
            if (bare == (pass == 1) && holds_media(node_name(record, m), &normal)) {
                add_member(&g, record, m, normal);
            }
        }
    }
    *out = g.media;
    *count = g.count;
    *total = g.total;
    return ST_OK;
}
