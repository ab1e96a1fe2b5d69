// SPDX-License-Identifier: Apache-2.0
// The catalogue's schema, one numbered step after another. A step that was released is never
// changed; the next change is a new step.
#include "catalogue/migrations.h"

#include "base/base.h"

static const char *const steps[] = {
    // 1: the searchable copy of datasets, and jobs.
    "CREATE TABLE copy_state (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), commit_number "
    "INTEGER NOT NULL) STRICT;"
    "INSERT INTO copy_state VALUES (1, 0);"
    "CREATE VIRTUAL TABLE dataset_text USING fts5(uuid UNINDEXED, slug, title, description, "
    "authors, tags, "
    "organisation, category, fields, tokenize = \"unicode61 remove_diacritics 2\");"
    "CREATE TABLE job (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, dataset TEXT NOT NULL, state "
    "INTEGER NOT NULL, "
    "started INTEGER NOT NULL, ended INTEGER NOT NULL DEFAULT 0, rows_read INTEGER NOT NULL "
    "DEFAULT 0, "
    "bad_rows INTEGER NOT NULL DEFAULT 0, commit_number INTEGER NOT NULL DEFAULT 0, message TEXT "
    "NOT NULL DEFAULT '', "
    "report TEXT NOT NULL DEFAULT '') STRICT;",
};

int migrations_count(void)
{
    return (int)ARRAY_LENGTH(steps);
}

const char *migrations_step(int number)
{
    return steps[number - 1];
}
