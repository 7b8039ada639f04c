// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// How metadata and keys are fetched; the network side is `EntraAuthClient`, tests bring their own.
///
/// One call is one GET: no redirects, no retries, no decompression.
public protocol DocumentTransport: Sendable {
    /// Fetches one document.
    ///
    /// - Parameters:
    ///   - url: An absolute URL.
    ///   - limits: Bounds that hold while the answer arrives.
    /// - Returns: The answer, whatever its status; the body only where the status is 200.
    /// - Throws: ``FetchError``; the key store keeps what it has and tries again later.
    func get(_ url: String, limits: FetchLimits) async throws(FetchError) -> FetchedDocument
}
