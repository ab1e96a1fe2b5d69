// SPDX-License-Identifier: Apache-2.0
//
// Replays saved inputs through a fuzz target, for compilers without libFuzzer and for ctest.
// Knows nothing of what the target does: it is linked once with each fuzz/fuzz_*.c.
//
// Arguments are files or folders (read to one level). Every file is one input and one line of
// TAP; a target reports a fault by ending the process, so all lines printed are "ok".

#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PATH_LIMIT = 4096, INPUT_LIMIT = 64 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay_file(const char *path, off_t size, int *count)
{
    if (size > INPUT_LIMIT) {
        fprintf(stderr, "%s: larger than an input may be\n", path);
        return 1;
    }
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return 1;
    }
    // An exact allocation, so that a read past the input is a read past the block.
    size_t length = (size_t)size;
    uint8_t *data = malloc(length > 0 ? length : 1);
    int failed = data == NULL || fread(data, 1, length, file) != length;
    fclose(file);
    if (failed) {
        fprintf(stderr, "%s: cannot be read\n", path);
    } else {
        (void)LLVMFuzzerTestOneInput(data, length);
        *count += 1;
        printf("ok %d - %s\n", *count, path);
        fflush(stdout);
    }
    free(data);
    return failed;
}

static int replay_folder(const char *path, int *count)
{
    struct dirent **entries = NULL;
    int found = scandir(path, &entries, NULL, alphasort);
    if (found < 0) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return 1;
    }
    int failed = 0;
    for (int i = 0; i < found; i++) {
        char child[PATH_LIMIT];
        struct stat facts;
        int length = snprintf(child, sizeof child, "%s/%s", path, entries[i]->d_name);
        if (length > 0 && length < PATH_LIMIT && stat(child, &facts) == 0 &&
            S_ISREG(facts.st_mode)) {
            failed |= replay_file(child, facts.st_size, count);
        }
        free(entries[i]);
    }
    free(entries);
    return failed;
}

int main(int argc, char **argv)
{
    int count = 0;
    int failed = 0;
    for (int i = 1; i < argc; i++) {
        struct stat facts;
        if (stat(argv[i], &facts) != 0) {
            fprintf(stderr, "%s: %s\n", argv[i], strerror(errno));
            failed = 1;
        } else if (S_ISDIR(facts.st_mode)) {
            failed |= replay_folder(argv[i], &count);
        } else {
            failed |= replay_file(argv[i], facts.st_size, &count);
        }
    }
    printf("1..%d\n", count);
    return failed;
}
