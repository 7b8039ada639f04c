// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

/// Whether this C library lets a program stand in for its allocator; without, every count is 0.
int allocation_count_is_supported(void);

/// Starts to count from 0, on all threads.
void allocation_count_start(void);

/// Stops, and returns how many blocks were asked for since the start; one that is made larger in place counts too.
long allocation_count_stop(void);

#endif
