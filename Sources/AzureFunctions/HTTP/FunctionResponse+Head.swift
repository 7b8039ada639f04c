// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import HTTPTypes

extension FunctionResponse {
    /// An answer from the ecosystem's types.
    ///
    /// - Parameters:
    ///   - head: Status and header fields.
    ///   - body: The body.
    public init(_ head: HTTPResponse, body: [UInt8] = []) {
        self.init(status: head.status, headers: head.headerFields, body: body)
    }

    /// An answer from the ecosystem's types whose body is written while it is sent, in plain HTTP only; see
    /// ``Streaming``.
    ///
    /// - Parameters:
    ///   - head: Status and header fields.
    ///   - produce: Writes the body; what it throws breaks the connection off.
    public init(_ head: HTTPResponse, produce: @escaping Producer) {
        self.init(head)
        producer = produce
    }
}
