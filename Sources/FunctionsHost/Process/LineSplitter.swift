// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Cuts a stream of bytes into lines; a line that is too long is cut.
struct LineSplitter {
    private static let maximumLength = 64 << 10

    private var pending: [UInt8] = []

    /// The lines that are complete with these bytes.
    mutating func add(_ bytes: UnsafeRawBufferPointer) -> [String] {
        var lines: [String] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") || pending.count >= Self.maximumLength {
                lines.append(take())
                if byte == UInt8(ascii: "\n") { continue }
            }
            pending.append(byte)
        }
        return lines
    }

    /// What is left at the end of the stream.
    mutating func finish() -> String? { pending.isEmpty ? nil : take() }

    private mutating func take() -> String {
        if pending.last == UInt8(ascii: "\r") { pending.removeLast() }
        defer { pending.removeAll(keepingCapacity: true) }
        return String(decoding: pending, as: UTF8.self)
    }
}
