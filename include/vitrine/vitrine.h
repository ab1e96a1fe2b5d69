// SPDX-License-Identifier: Apache-2.0
// libvitrine: a versioned record store and query engine for natural-history collections. This
// header brings in all others; base.h says what holds in all of them.
#ifndef VITRINE_H
#define VITRINE_H

#include "vitrine/base.h"
#include "vitrine/search.h"
#include "vitrine/store.h"
#include "vitrine/summary.h"
#include "vitrine/write.h"

#endif
