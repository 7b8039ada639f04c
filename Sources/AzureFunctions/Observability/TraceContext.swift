// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where an invocation belongs in a distributed trace (W3C Trace Context).
public struct TraceContext: Sendable, Hashable {
    /// `traceparent` as it came.
    public let parent: String
    /// `tracestate` as it came.
    public let state: String?

    /// Creates a trace context, for tests.
    ///
    /// - Parameters:
    ///   - parent: `traceparent`.
    ///   - state: `tracestate`.
    public init(parent: String, state: String? = nil) {
        self.parent = parent
        self.state = state
    }

    /// The 32 hexadecimal digits of the trace; nil when `traceparent` is malformed.
    public var traceID: String? {
        let parts = parent.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[1].utf8.count == 32, parts[1].allSatisfy(\.isHexDigit) else { return nil }
        return String(parts[1])
    }
}
