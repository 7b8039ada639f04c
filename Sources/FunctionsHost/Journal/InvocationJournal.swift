// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import Synchronization

/// The last 200 invocations in memory, with what went in, what was logged and what came back, each cut at 16 KiB.
final class InvocationJournal: Sendable {
    /// Which way a payload goes.
    enum Side: Sendable {
        case input, output
    }

    static let maximumRecords = 200
    static let maximumText = 16 << 10

    private struct State {
        /// Oldest first.
        var order: [String] = []
        var records: [String: JournalRecord] = [:]
        var revision = 0
    }

    private let state = Mutex(State())
    /// Tells the journals of two hosts apart.
    private let name = String(UInt64.random(in: .min ... .max), radix: 36)

    /// Opens a record; the oldest one makes room.
    func begin(_ record: JournalRecord) {
        state.withLock { state in
            if state.records.updateValue(record, forKey: record.id) == nil { state.order.append(record.id) }
            if state.order.count > Self.maximumRecords { state.records[state.order.removeFirst()] = nil }
            state.revision += 1
        }
    }

    /// Notes a payload that has been redacted; another one on the same side, as after a redirect, takes its place.
    func note(_ text: String, _ side: Side, of id: String) {
        let text = Self.cut(text)
        change(id) { record in
            switch side {
            case .input: record.input = text
            case .output: record.output = text
            }
        }
    }

    /// Notes a line of the log.
    func note(_ level: Logger.Level, _ line: String, of id: String) {
        // A line that has no room need not be read.
        let isFull = state.withLock { ($0.records[id]?.lostLines ?? 1) > 0 }
        let text = isFull ? "" : Redaction.text(line)
        change(id) { record in
            guard !isFull, record.lineBytes + text.utf8.count <= Self.maximumText else {
                record.lostLines += 1
                return
            }
            record.lineBytes += text.utf8.count
            record.lines.append(JournalRecord.Line(level: level, text: text))
        }
    }

    /// Closes a record.
    ///
    /// - Parameters:
    ///   - id: The invocation.
    ///   - duration: How long it took.
    ///   - failure: Why it failed; nil when it succeeded.
    func end(_ id: String, after duration: Duration, failure: String? = nil) {
        let failure = failure.map { Self.cut(Redaction.text($0)) }
        change(id) { record in
            record.state = failure == nil ? .succeeded : .failed
            record.duration = duration
            record.failure = failure
        }
    }

    /// Every record, youngest first, and a tag that changes whenever one of them does.
    var snapshot: (tag: String, records: [JournalRecord]) {
        state.withLock { state in
            ("\"\(name)-\(state.revision)\"", state.order.reversed().compactMap { state.records[$0] })
        }
    }

    /// One record, while it is remembered.
    subscript(_ id: String) -> JournalRecord? { state.withLock { $0.records[id] } }

    private func change(_ id: String, _ body: (inout JournalRecord) -> Void) {
        state.withLock { state in
            // In place: a record is not small.
            guard let index = state.records.index(forKey: id) else { return }
            body(&state.records.values[index])
            state.revision += 1
        }
    }

    private static func cut(_ text: String) -> String {
        let bytes = text.utf8
        guard bytes.count > maximumText else { return text }
        return String(decoding: bytes.prefix(maximumText), as: UTF8.self)
            + "… (\(bytes.count - maximumText) more bytes)"
    }
}
