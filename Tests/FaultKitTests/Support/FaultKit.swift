// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Testing

/// All tests of this target, one after the other: each runs servers and makes keys, and some measure waits.
@Suite("The fault kit and the validator", .serialized, .timeLimit(.minutes(5)))
enum FaultKit {}
