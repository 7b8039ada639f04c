// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The answer to one GET, as far as the validator cares.
public struct FetchedDocument: Sendable {
    /// The HTTP status.
    public var status: Int
    /// The `Content-Type` field, if any.
    public var contentType: String?
    /// The `Retry-After` field in seconds, if any.
    public var retryAfter: Int?
    /// The body; empty unless the status is 200.
    public var body: [UInt8]

    /// Creates an answer.
    ///
    /// - Parameters:
    ///   - status: The HTTP status.
    ///   - contentType: The `Content-Type` field.
    ///   - retryAfter: The `Retry-After` field in seconds.
    ///   - body: The body.
    public init(status: Int, contentType: String? = nil, retryAfter: Int? = nil, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.retryAfter = retryAfter
        self.body = body
    }
}
