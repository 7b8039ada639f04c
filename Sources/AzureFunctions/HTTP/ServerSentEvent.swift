// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// One event of `text/event-stream` (WHATWG HTML, server-sent events).
public struct ServerSentEvent: Sendable, Hashable {
    /// The text; each of its lines becomes a `data` line.
    public var data: String
    /// The kind of event; `message` at the client when nil.
    public var event: String?
    /// What the client sends as `Last-Event-ID` when it connects again.
    public var id: String?
    /// How long the client waits before it connects again, in milliseconds.
    public var retry: Int?

    /// Creates an event.
    ///
    /// - Parameters:
    ///   - data: The text.
    ///   - event: The kind of event.
    ///   - id: What the client sends as `Last-Event-ID` when it connects again.
    ///   - retry: How long the client waits before it connects again, in milliseconds.
    public init(data: String, event: String? = nil, id: String? = nil, retry: Int? = nil) {
        self.data = data
        self.event = event
        self.id = id
        self.retry = retry
    }

    /// The event's lines; no value can begin a field of its own.
    var text: String {
        var text = ""
        if let event { text += "event: \(Self.singleLine(event))\n" }
        if let id { text += "id: \(Self.singleLine(id))\n" }
        if let retry { text += "retry: \(retry)\n" }
        for line in Self.lines(data) { text += "data: \(line)\n" }
        return text + "\n"
    }

    /// CR LF, LF and CR all end a line; in Swift CR LF is one character.
    private static func lines(_ text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\n" || $0 == "\r" }
    }

    private static func singleLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" && $0 != "\n" && $0 != "\0" }))
    }
}
