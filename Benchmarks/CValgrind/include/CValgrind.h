// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

// Asks valgrind's callgrind to count a part of a run (valgrind manual, "The Client Request mechanism"). Without
// valgrind the instructions do nothing.

#ifndef C_VALGRIND_H
#define C_VALGRIND_H

#include <stdbool.h>

/// Whether the program runs on valgrind.
bool valgrind_is_running(void);
/// Counts from here on, from zero.
void callgrind_start(void);
/// Stops, and writes what was counted under a name.
void callgrind_stop(const char *name);

#endif
