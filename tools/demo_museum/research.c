// SPDX-License-Identifier: Apache-2.0
#include "history.h"
void history_research(struct history *history)
{
    (void)history;
}
