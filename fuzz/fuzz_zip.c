// SPDX-License-Identifier: Apache-2.0
// Any bytes as a file given to ingest, above all zip and tar: refused with a sentence, or rows; and
// in any case nothing is left in the work folder or beside it.
#include "base/file.h"
#include "formats/row_source.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char outer[64]; // temporary; holds nothing but:
static char inner[80]; // the work folder

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

static void remove_folders(void)
{
    status result = folder_remove(outer, NULL);
    (void)result;
}

static void make_folders(void)
{
    if (outer[0] == '\0') {
        const char *parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
        (void)snprintf(outer, sizeof outer, "%s/fuzz-zip-XXXXXX", parent);
        require(mkdtemp(outer) != NULL);
        (void)snprintf(inner, sizeof inner, "%s/work", outer);
        require(folder_make(inner, NULL) == ST_OK);
        (void)atexit(remove_folders);
    }
}

static size_t count_entries(const char *path)
{
    DIR *folder = opendir(path);
    size_t count = 0;
    require(folder != NULL);
    while (readdir(folder) != NULL) {
        count++;
    }
    (void)closedir(folder);
    return count;
}

static void read_input(const char *path)
{
    struct source_options options;
    struct source_facts facts;
    struct row_source *source = NULL;
    struct error error = {0};
    source_options_init(&options);
    options.work_folder = inner;
    options.memory_limit = (size_t)1 << 20;
    if (source_open(path, &options, &source, &facts, &error) != ST_OK) {
        require(error.message[0] != '\0');
        return;
    }
    struct source_row row;
    bool more = true;
    while (source->next(source, &row, &more, &error) == ST_OK && more) {
        require(row.document.count > 0);
    }
    row_source_destroy(source);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    make_folders();
    int descriptor = memfd_create("input", 0);
    require(descriptor >= 0);
    require(file_write_all(descriptor, data, size, "input", NULL) == ST_OK);
    char path[64];
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    read_input(path);
    (void)close(descriptor);
    require(count_entries(inner) == 2 && count_entries(outer) == 3); // with . and ..
    return 0;
}
