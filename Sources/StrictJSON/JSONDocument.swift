// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A parsed JSON text (RFC 8259): UTF-8 only, no byte order mark, no duplicate member names, within limits.
///
/// The text is read once; values are views into it and decode when asked for.
public struct JSONDocument: Sendable {
    let storage: JSONStorage

    /// The top value.
    public var root: JSONElement { JSONElement(storage: storage, index: 0) }

    /// What happens to an object in which a name comes twice.
    public enum DuplicateMembers: Sendable {
        /// The whole text is refused.
        case refused
        /// The object is marked (``JSONElement/hasDuplicateMembers``), for texts whose parts are judged one by one.
        case marked
    }

    /// Parses a text.
    ///
    /// - Parameters:
    ///   - text: The whole text.
    ///   - limits: What the text may cost.
    ///   - duplicates: What happens to an object in which a name comes twice.
    /// - Throws: ``JSONError`` with the first broken rule and its place.
    public init(
        parsing text: [UInt8], limits: JSONLimits = .default, duplicates: DuplicateMembers = .refused
    ) throws(JSONError) {
        var parser = JSONParser(limits: limits, duplicates: duplicates, capacity: text.count / 8)
        try parser.parse(text.span)
        storage = JSONStorage(text: text, unescaped: parser.unescaped, nodes: parser.nodes)
    }
}
