// SPDX-License-Identifier: Apache-2.0
// Kind and encoding by first bytes; the dialect by trying each on the sample and comparing how well
// the rows come out.
#include "formats/sniff.h"

#include "base/utf8.h"
#include "formats/text_decode.h"

#include <string.h>

#define TRIED_BYTES ((size_t)128 * 1024) // of the sample, for each dialect
#define TRIED_ROWS  ((size_t)1000)

static const struct {
    const char *bytes;
    size_t length;
    const char *reason;
} refused[] = {
    {"\xd0\xcf\x11\xe0", 4, "is an old Excel or Word file; save it as CSV (UTF-8)"},
    {"PAR1", 4, "is a Parquet file; convert it to CSV"},
    {"%PDF", 4, "is a PDF; give the data as CSV"},
    {"\x89PNG", 4, "is a picture; give the data as CSV"},
    {"\xff\xd8\xff", 3, "is a picture; give the data as CSV"},
    {"SQLite format 3", 15, "is an SQLite database; export its table as CSV"},
    {"\x1f\x8b", 2, "is packed by gzip twice; unpack it once"},
    {"BZh", 3, "is packed by bzip2; pack it with gzip, or unpack it"},
    {"\xfd"
     "7zXZ",
     5, "is packed by xz; pack it with gzip, or unpack it"},
    {"\x28\xb5\x2f\xfd", 4, "is packed by zstd; pack it with gzip, or unpack it"},
    {"7z\xbc\xaf", 4, "is a 7-Zip archive; pack it as zip"},
    {"Rar!", 4, "is a RAR archive; pack it as zip"},
};

static bool is_tar(string_view sample)
{
    return sample.length >= 512 && memcmp(sample.bytes + 257, "ustar", 5) == 0;
}

static const char *find_refused(string_view sample)
{
    for (size_t i = 0; i < ARRAY_LENGTH(refused); i++) {
        if (sample.length >= refused[i].length &&
            memcmp(sample.bytes, refused[i].bytes, refused[i].length) == 0) {
            return refused[i].reason;
        }
    }
    return NULL;
}

enum file_kind sniff_kind(string_view sample, const char **reason)
{
    *reason = NULL;
    if (sample.length == 0) {
        return FILE_EMPTY;
    }
    if (sv_starts_with(sample, SV("PK\x03\x04")) || sv_starts_with(sample, SV("PK\x05\x06"))) {
        return FILE_ZIP;
    }
    if (is_tar(sample)) {
        return FILE_TAR;
    }
    *reason = find_refused(sample);
    return *reason == NULL ? FILE_TEXT : FILE_OTHER;
}

// Text in UTF-16 has a zero in every other byte where it is in Latin letters.
static enum text_encoding guess_utf16(string_view sample)
{
    size_t zeros[2] = {0};
    size_t pairs = sample.length / 2;
    for (size_t i = 0; i < pairs * 2; i++) {
        zeros[i % 2] += sample.bytes[i] == '\0' ? 1 : 0;
    }
    if (zeros[1] > pairs / 3 && zeros[0] < pairs / 20) {
        return ENCODING_UTF16_LE;
    }
    return zeros[0] > pairs / 3 && zeros[1] < pairs / 20 ? ENCODING_UTF16_BE : ENCODING_DETECT;
}

// Bytes that Windows-1252 leaves open; Latin-1 has a (control) character for each.
static bool has_undefined_1252(string_view sample)
{
    for (size_t i = 0; i < sample.length; i++) {
        unsigned char byte = (unsigned char)sample.bytes[i];
        if (byte >= 0x80 && byte < 0xa0 && windows1252_high[byte - 0x80] == 0) {
            return true;
        }
    }
    return false;
}

void sniff_byte_order_mark(string_view sample, enum text_encoding *encoding)
{
    if (sv_starts_with(sample, SV("\xef\xbb\xbf"))) {
        *encoding = ENCODING_UTF8;
    } else if (sv_starts_with(sample, SV("\xff\xfe"))) {
        *encoding = ENCODING_UTF16_LE;
    } else if (sv_starts_with(sample, SV("\xfe\xff"))) {
        *encoding = ENCODING_UTF16_BE;
    }
}

enum text_encoding sniff_encoding(string_view sample)
{
    enum text_encoding wide = guess_utf16(sample);
    sniff_byte_order_mark(sample, &wide);
    if (wide != ENCODING_DETECT) {
        return wide;
    }
    size_t good = 0;
    size_t bad = 0;
    for (size_t at = 0; at < sample.length;) {
        size_t start = at;
        int32_t character = utf8_next(sample, &at);
        good += character >= 0x80 ? 1 : 0;
        // The last bytes may be a character that the sample's end cuts.
        bad += character < 0 && start + 4 <= sample.length ? 1 : 0;
    }
    if (bad == 0 || (good > 0 && good >= bad)) {
        return ENCODING_UTF8;
    }
    return has_undefined_1252(sample) ? ENCODING_LATIN1 : ENCODING_WINDOWS1252;
}

// How rows came out under one dialect.
struct trial {
    size_t width;  // fields of the first row
    size_t rows;   // behind it
    size_t even;   // of these, as wide as the first
    size_t narrow; // of these, narrower
    size_t wider;  // of these, wider by one
    size_t faults; // of these, with a quote that is never closed
};

// Rows needed to believe that a header leaves out a name.
#define ROW_NAMES_ROWS ((size_t)3)

static void count_row(struct trial *t, const struct csv_row *row)
{
    bool is_good = row->fault != CSV_UNCLOSED_QUOTE;
    t->rows++;
    t->faults += is_good ? 0 : 1;
    t->even += is_good && row->count == t->width ? 1 : 0;
    t->narrow += is_good && row->count < t->width ? 1 : 0;
    t->wider += is_good && row->count == t->width + 1 ? 1 : 0;
}

static status try_dialect(string_view sample, const struct csv_dialect *dialect,
                          struct trial *trial, struct error *e)
{
    struct byte_source *source = NULL;
    struct csv_parser *parser = NULL;
    *trial = (struct trial){0};
    TRY(byte_source_from_memory(sample, "sample", &source, e));
    TRY(csv_parser_create(source, dialect, &parser, e));
    status result = ST_OK;
    for (size_t i = 0; i <= TRIED_ROWS && result == ST_OK; i++) {
        struct csv_row row;
        bool more = false;
        result = csv_parser_next(parser, &row, &more, e);
        if (result != ST_OK || !more) {
            break;
        }
        if (i == 0) {
            trial->width = row.count;
            continue;
        }
        struct csv_row kept = {.fault = row.fault, .count = row.count};
        result = csv_parser_has_more(parser, &more, e);
        // The last row may be cut by the sample's end, and counts only when it is the only one.
        if (result == ST_OK && (more || (i == 1 && kept.fault == CSV_FINE))) {
            count_row(trial, &kept);
        }
    }
    csv_parser_destroy(parser);
    return result;
}

// From 0 to 1: how even the rows are, and a little for more columns, so that a delimiter which
// happens to stand once in each row loses against the one that makes ten columns.
static double score(const struct trial *t)
{
    double even = 1.0;
    if (t->rows > 0) {
        size_t uneven = t->rows - t->even - t->narrow;
        even = ((double)t->even + (double)t->narrow / 4 + (double)uneven / 16) / (double)t->rows;
    }
    if (t->width < 2) {
        return even / 1000; // one column: best with a delimiter that stands in no row
    }
    double columns = 1.0 - 1.0 / (double)t->width;
    return even * even * columns;
}

static size_t count_byte(string_view text, char byte)
{
    size_t count = 0;
    const char *at = text.bytes;
    const char *end = text.bytes + text.length;
    while (at < end && (at = memchr(at, byte, (size_t)(end - at))) != NULL) {
        count++;
        at++;
    }
    return count;
}

// Counts quotes that stand where fields begin and where they end.
static void count_quotes(string_view sample, char delimiter, char quote, size_t *opened,
                         size_t *closed)
{
    *opened = sample.length > 0 && sample.bytes[0] == quote ? 1 : 0;
    *closed = 0;
    for (size_t i = 0; i + 1 < sample.length; i++) {
        char byte = sample.bytes[i];
        char next = sample.bytes[i + 1];
        bool begins = byte == delimiter || byte == '\n' || byte == '\r';
        bool ends = next == delimiter || next == '\n' || next == '\r';
        *opened += begins && next == quote ? 1 : 0;
        *closed += byte == quote && ends ? 1 : 0;
    }
}

// Whether about as many quotes open fields as close them, so that they are meant as quotes.
static bool quotes_are_paired(size_t opened, size_t closed)
{
    return opened >= 2 && closed * 10 >= opened * 9 && opened * 10 >= closed * 9;
}

char sniff_newline(string_view sample)
{
    bool has_line_feed = memchr(sample.bytes, '\n', sample.length) != NULL;
    bool has_return = memchr(sample.bytes, '\r', sample.length) != NULL;
    return has_return && !has_line_feed ? '\r' : '\n';
}

// Tries one delimiter with one quote; keeps it when it is better than the best so far.
static status consider(string_view sample, char delimiter, char quote, double *best,
                       struct csv_dialect *dialect, size_t *faults, struct error *e)
{
    struct csv_dialect tried = {delimiter, quote, dialect->newline, false};
    struct trial trial;
    TRY(try_dialect(sample, &tried, &trial, e));
    if (trial.rows >= ROW_NAMES_ROWS && trial.wider == trial.rows && trial.width > 1) {
        tried.has_row_names = true;
        trial.even = trial.rows;
    }
    *faults = trial.faults;
    double points = score(&trial);
    if (points > *best) {
        *best = points;
        *dialect = tried;
    }
    return ST_OK;
}

// Tries the quotes that may be meant with one delimiter.
static status consider_quotes(string_view sample, char delimiter, double *best,
                              struct csv_dialect *dialect, struct error *e)
{
    size_t opened = 0;
    size_t closed = 0;
    size_t faults = 0;
    count_quotes(sample, delimiter, '"', &opened, &closed);
    TRY(consider(sample, delimiter, '"', best, dialect, &faults, e));
    // A few that are not closed among many that are, are mistakes; otherwise they may be no quotes.
    if (opened > 0 && (!quotes_are_paired(opened, closed) || faults * 20 > opened)) {
        TRY(consider(sample, delimiter, '\0', best, dialect, &faults, e));
    }
    // Apostrophes are quotes only where most lines have them; names begin with them too.
    count_quotes(sample, delimiter, '\'', &opened, &closed);
    size_t lines = count_byte(sample, '\n') + count_byte(sample, '\r') + 1;
    if (quotes_are_paired(opened, closed) && opened * 2 >= lines) {
        TRY(consider(sample, delimiter, '\'', best, dialect, &faults, e));
    }
    return ST_OK;
}

static status choose_dialect(string_view sample, int delimiter, int quote,
                             struct csv_dialect *dialect, struct error *e)
{
    static const char delimiters[] = {',', '\t', ';', '|'};
    string_view tried = sv_slice(sample, 0, TRIED_BYTES);
    dialect->newline = sniff_newline(sample);
    dialect->delimiter = delimiter >= 0 ? (char)delimiter : ',';
    dialect->quote = quote >= 0 ? (char)quote : '"';
    double best = 0.0;
    size_t faults = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(delimiters); i++) {
        char one = delimiter >= 0 ? (char)delimiter : delimiters[i];
        TRY(quote >= 0 ? consider(tried, one, (char)quote, &best, dialect, &faults, e)
                       : consider_quotes(tried, one, &best, dialect, e));
        if (delimiter >= 0) {
            break;
        }
    }
    return ST_OK;
}

static string_view first_line(string_view sample)
{
    string_view rest = sample;
    string_view line = SV("");
    while (sv_split(&rest, '\n', &line)) {
        line = sv_trim(line);
        if (line.length > 0) {
            return line;
        }
    }
    return SV("");
}

// Control characters that no text holds and no table has between its fields.
static size_t count_controls(string_view text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        count += byte == 0 || (byte > 1 && byte < '\t') || (byte > '\r' && byte < 0x1a) ? 1 : 0;
    }
    return count;
}

static status check_text(string_view sample, struct error *e)
{
    string_view line = first_line(sample);
    if (line.length == 0) {
        return error_set(e, ST_BAD_DATA, "it is empty; give a file with rows");
    }
    if (count_controls(sample) > sample.length / 40 + 2) { // random bytes have twice as many
        return error_set(e, ST_BAD_DATA,
                         "it is no text, with so many NUL and other control characters; give CSV, "
                         "JSON Lines or a Darwin Core Archive");
    }
    if (sv_starts_with(line, SV("<?xml")) || sv_starts_with(line, SV("<!DOCTYPE")) ||
        sv_starts_with(line, SV("<html")) || sv_starts_with(line, SV("<archive"))) {
        return error_set(e, ST_BAD_DATA,
                         "it is XML or HTML; of an archive give the zip file or the folder with "
                         "meta.xml, else give CSV or JSON Lines");
    }
    if (sv_equal(line, SV("{")) || sv_equal(line, SV("[")) || sv_starts_with(line, SV("[{"))) {
        return error_set(e, ST_BAD_DATA,
                         "it is one JSON document over several lines; write one object a line "
                         "(jq -c '.[]' does)");
    }
    return ST_OK;
}

status sniff_text(string_view sample, int delimiter, int quote, enum source_format *format,
                  struct csv_dialect *dialect, struct error *e)
{
    if (*format == FORMAT_DETECT) {
        TRY(check_text(sample, e));
        bool is_json = first_line(sample).bytes[0] == '{';
        *format = is_json ? FORMAT_JSON_LINES : FORMAT_CSV;
    }
    return *format == FORMAT_CSV ? choose_dialect(sample, delimiter, quote, dialect, e) : ST_OK;
}
