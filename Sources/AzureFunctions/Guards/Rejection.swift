// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import HTTPTypes

/// A guard's refusal, rendered in one place as `{"error":…,"code":…,"correlationId":…}`.
public struct Rejection: Error, Sendable {
    /// The HTTP status.
    public var status: HTTPResponse.Status
    /// A stable name that a client can act on.
    public var code: String
    /// A fixed text for the client; nothing of the request.
    public var message: String
    /// What an operator needs to know; sent to a client in development only.
    public var diagnostic: String?
    /// Further header fields, such as a challenge.
    public var headers: HTTPFields

    /// Creates a refusal.
    ///
    /// - Parameters:
    ///   - status: The HTTP status.
    ///   - code: A stable name.
    ///   - message: A fixed text for the client.
    ///   - diagnostic: What an operator needs to know.
    ///   - headers: Further header fields.
    public init(
        status: HTTPResponse.Status, code: String, message: String, diagnostic: String? = nil,
        headers: HTTPFields = [:]
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.diagnostic = diagnostic
        self.headers = headers
    }
}
