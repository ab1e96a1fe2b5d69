// SPDX-License-Identifier: Apache-2.0
// The process's threads for work inside one query. A query asks them for help and goes on without
// when they are busy (store/parallel.h), so that one query uses all processors of an idle machine
// and its own thread of a busy one. Must not know: what is worked on. Thread-safe.
#pragma once

#include "store/parallel.h"

// Made when it is first asked for, one thread less than there are processors; NULL when there is
// but one processor, or no thread to be had: parallel_run takes that too.
struct thread_pool *query_pool(void);
