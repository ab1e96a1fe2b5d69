// SPDX-License-Identifier: Apache-2.0
// Numbered steps of the catalogue's schema.
#pragma once

int migrations_count(void);
const char *migrations_step(int number); // SQL of step 1 .. count
