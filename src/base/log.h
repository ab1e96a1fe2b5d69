// SPDX-License-Identifier: Apache-2.0
// One line a happening on standard error: time, level, message. Thread-safe. Never logs addresses
// in full or search words (rule E4): callers pass what may be kept.
#pragma once

#include "base/base.h"

enum log_level { LOG_ERROR, LOG_WARNING, LOG_INFO, LOG_DEBUG };

void log_set_level(enum log_level level);
void log_message(enum log_level level, const char *format, ...) PRINTF_LIKE(2, 3);
