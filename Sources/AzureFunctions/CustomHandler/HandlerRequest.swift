// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

package import NIOHTTP1

/// A request as it came over the wire.
package struct HandlerRequest: Sendable {
    /// The next bytes of a body that arrives while the function runs; nil at the end.
    ///
    /// It has one reader.
    package typealias BodySource = @Sendable () async throws -> [UInt8]?

    package let method: HTTPMethod
    package let target: String
    package let headers: HeaderFields
    /// The whole body; empty when it is streamed.
    package let body: [UInt8]
    /// The body, when it is streamed.
    package let stream: BodySource?
    /// When the head arrived.
    package let arrival: ContinuousClock.Instant

    /// A request that did not come over the wire.
    package init(
        method: HTTPMethod, target: String, headers: HTTPHeaders, body: [UInt8], stream: BodySource? = nil
    ) {
        self.init(method, target, HeaderFields(headers), body, stream, arrival: .now)
    }

    init(
        _ method: HTTPMethod, _ target: String, _ headers: HeaderFields, _ body: [UInt8], _ stream: BodySource?,
        arrival: ContinuousClock.Instant
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.stream = stream
        self.arrival = arrival
    }

    /// The host's id of the invocation, for correlation only: a client of plain HTTP can send one too.
    ///
    /// Anything but letters, digits and dashes is not one.
    var invocationID: String? {
        guard let id = headers.value(of: "X-Azure-Functions-InvocationId"), 1...64 ~= id.count,
            id.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 | 0x20 || $0 == 0x2D })
        else { return nil }
        return String(decoding: id, as: UTF8.self)
    }
}
