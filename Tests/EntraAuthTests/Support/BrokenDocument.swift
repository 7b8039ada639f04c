// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Testing

/// An answer that must not be believed.
struct BrokenDocument: Sendable, CustomTestStringConvertible {
    let id: String
    let answer: ScriptedTransport.Answer

    init(_ id: String, _ answer: ScriptedTransport.Answer) {
        self.id = id
        self.answer = answer
    }

    var testDescription: String { id }
}
