// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What an invocation's success means for what triggered it, written together with its outputs.
typealias Acknowledgement = @Sendable (inout StoreTransaction) throws -> Void
