// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What a document and all views into it share: the text, the tape, and the unescaped strings.
final class JSONStorage: Sendable {
    let text: [UInt8]
    let unescaped: [UInt8]
    let nodes: [JSONNode]

    init(text: [UInt8], unescaped: [UInt8], nodes: [JSONNode]) {
        self.text = text
        self.unescaped = unescaped
        self.nodes = nodes
    }

    /// The content of a string node, or the text of a number node.
    func bytes(of node: JSONNode) -> ArraySlice<UInt8> {
        let range = Int(node.start)..<Int(node.start) + Int(node.count)
        return node.kind == .string && node.flag ? unescaped[range] : text[range]
    }

    /// Whether a string node's content is these bytes.
    func isEqual(_ node: JSONNode, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(node.count) == wanted.count else { return false }
        let source = node.flag ? unescaped : text
        let start = Int(node.start)
        for offset in wanted.indices where source[start + offset] != wanted[offset] { return false }
        return true
    }
}
