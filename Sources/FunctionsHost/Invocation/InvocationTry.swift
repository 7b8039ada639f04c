// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// One try of an invocation; a repeated one has an id of its own (host contract §9).
struct InvocationTry: Sendable {
    /// A GUID in lower case.
    let id: String
    /// Nil without a retry policy.
    let retry: RetryState?
}
