// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What an HTTP function streams instead of keeping it whole in memory.
///
/// Streaming needs plain HTTP: `customHandler.enableProxyingHttpRequest` in host.json streams from end to end;
/// `enableForwardingHttpRequest` works too, but there the host itself keeps both bodies whole (host contract §4.3, §4.4).
/// With neither, the app does not start, because an envelope holds a body as one text.
public struct Streaming: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8

    /// Creates a set from bits.
    ///
    /// - Parameter rawValue: The bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The function starts when the request's head has arrived, and reads the body with ``RequestBody/chunks``.
    public static let request = Streaming(rawValue: 1)
    /// The function answers with ``FunctionResponse/stream(status:contentType:headers:_:)`` or
    /// ``FunctionResponse/events(_:)``.
    public static let response = Streaming(rawValue: 2)
}
