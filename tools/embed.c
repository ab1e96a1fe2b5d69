// SPDX-License-Identifier: Apache-2.0
//
// Host tool of the build: `embed DIST OUT.c` writes the files below DIST as one C file that
// defines web_assets[] (src/api/web_assets.h). A missing DIST gives an empty list, so that the
// server can be built without node. Files are visited in byte order of their paths and the
// output depends on nothing else, so equal inputs give equal bytes.

#include <errno.h>
#include <ftw.h>
#include <libdeflate.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

enum { FILES_LIMIT = 10000, GZIP_LEVEL = 12, LINE_BYTES = 96 };

struct file_list {
    char *paths[FILES_LIMIT];
    size_t count;
};

// nftw passes no context to its callback.
static struct file_list files;

static void fail(const char *path, const char *reason)
{
    fprintf(stderr, "embed: %s: %s\n", path, reason);
    exit(1);
}

static int collect(const char *path, const struct stat *facts, int kind, struct FTW *place)
{
    (void)facts;
    (void)place;
    if (kind != FTW_F) {
        return 0;
    }
    if (files.count == FILES_LIMIT) {
        fail(path, "too many files");
    }
    char *copy = strdup(path);
    if (copy == NULL) {
        fail(path, "out of memory");
    }
    files.paths[files.count++] = copy;
    return 0;
}

static int compare_paths(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

static const char *media_type(const char *path)
{
    static const struct {
        const char *extension;
        const char *media_type;
    } known[] = {
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".geojson", "application/geo+json"},
        {".webmanifest", "application/manifest+json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".webp", "image/webp"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
        {".xml", "application/xml"},
        {".map", "application/json"},
        {".pbf", "application/x-protobuf"},
        {".wasm", "application/wasm"},
    };
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot != NULL && i < sizeof known / sizeof known[0]; i++) {
        if (strcmp(dot, known[i].extension) == 0) {
            return known[i].media_type;
        }
    }
    return "application/octet-stream";
}

static unsigned char *read_file(const char *path, size_t *length)
{
    struct stat facts;
    FILE *file = fopen(path, "rb");
    if (file == NULL || fstat(fileno(file), &facts) != 0) {
        fail(path, strerror(errno));
        return NULL;
    }
    *length = (size_t)facts.st_size;
    unsigned char *bytes = malloc(*length + 1);
    if (bytes == NULL || fread(bytes, 1, *length, file) != *length) {
        fail(path, "cannot be read");
    }
    fclose(file);
    return bytes;
}

// Writes a string literal: printable bytes as they are, others as three-digit octal escapes,
// which cannot run into a digit that follows.
static void write_literal(FILE *out, const unsigned char *bytes, size_t length)
{
    fputs("    \"", out);
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && i % LINE_BYTES == 0) {
            fputs("\"\n    \"", out);
        }
        unsigned char byte = bytes[i];
        if (byte == '"' || byte == '\\' || byte == '?') {
            fprintf(out, "\\%c", byte);
        } else if (byte >= ' ' && byte < 0x7f) {
            fputc(byte, out);
        } else {
            fprintf(out, "\\%03o", byte);
        }
    }
    fputs("\"", out);
}

static void write_array(FILE *out, const char *name, size_t index, const unsigned char *bytes,
                        size_t length)
{
    // One byte more than the file, for the literal's own end.
    fprintf(out, "static const unsigned char %s_%zu[%zu] =\n", name, index, length + 1);
    write_literal(out, bytes, length);
    fputs(";\n", out);
}

// Compresses to one gzip member; NULL where that saves nothing.
static unsigned char *compress(const unsigned char *bytes, size_t length, size_t *packed_length)
{
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(GZIP_LEVEL);
    unsigned char *packed = malloc(length > 0 ? length : 1);
    if (compressor == NULL || packed == NULL) {
        fail("gzip", "out of memory");
    }
    *packed_length = libdeflate_gzip_compress(compressor, bytes, length, packed, length);
    libdeflate_free_compressor(compressor);
    if (*packed_length == 0) {
        free(packed);
        return NULL;
    }
    return packed;
}

// Writes one file's arrays and, into rows, its line of the table.
static void write_file(FILE *out, FILE *rows, size_t index, const char *root)
{
    const char *path = files.paths[index];
    size_t length = 0;
    size_t packed_length = 0;
    unsigned char *bytes = read_file(path, &length);
    unsigned char *packed = compress(bytes, length, &packed_length);
    XXH128_hash_t hash = XXH3_128bits(bytes, length);

    write_array(out, "bytes", index, bytes, length);
    if (packed != NULL) {
        write_array(out, "gzip", index, packed, packed_length);
    }
    const char *name = path + strlen(root) + 1;
    fputs("    {\n", rows);
    write_literal(rows, (const unsigned char *)name, strlen(name));
    fprintf(rows, ",\n    \"%s\", bytes_%zu, %zu, ", media_type(path), index, length);
    if (packed != NULL) {
        fprintf(rows, "gzip_%zu, %zu,\n", index, packed_length);
    } else {
        fputs("NULL, 0,\n", rows);
    }
    fprintf(rows, "    \"\\\"%016llx%016llx\\\"\"},\n", (unsigned long long)hash.high64,
            (unsigned long long)hash.low64);
    free(packed);
    free(bytes);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: embed DIST OUT.c\n");
        return 2;
    }
    const char *root = argv[1];
    if (access(root, R_OK) == 0 && nftw(root, collect, 16, FTW_PHYS) != 0) {
        fail(root, strerror(errno));
    }
    qsort(files.paths, files.count, sizeof files.paths[0], compare_paths);

    char *table = NULL;
    size_t table_length = 0;
    FILE *rows = open_memstream(&table, &table_length);
    FILE *out = fopen(argv[2], "wb");
    if (rows == NULL || out == NULL) {
        fail(argv[2], strerror(errno));
        return 1;
    }
    fputs("// Written by tools/embed.c from web/dist. Do not edit.\n\n"
          "#include \"api/web_assets.h\"\n\n",
          out);
    for (size_t i = 0; i < files.count; i++) {
        write_file(out, rows, i, root);
    }
    fclose(rows);
    fprintf(out, "const struct web_asset web_assets[] = {\n%s", table);
    // An array of no elements is not C: an empty list has one that the count leaves out.
    fputs(files.count == 0 ? "    {0},\n" : "", out);
    fprintf(out, "};\nconst size_t web_assets_count = %zu;\n", files.count);
    bool failed = ferror(out) != 0;
    failed |= fclose(out) != 0;
    if (failed) {
        fail(argv[2], "cannot be written");
    }
    free(table);
    for (size_t i = 0; i < files.count; i++) {
        free(files.paths[i]);
    }
    return 0;
}
