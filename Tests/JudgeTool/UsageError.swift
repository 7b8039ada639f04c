// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The tool is used in a way that it does not understand.
struct UsageError: Error, CustomStringConvertible {
    let description: String
}
