// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// An app whose declarations passed every rule: what the manifest is written from and what calls are dispatched by.
///
/// It knows no transport.
package struct FunctionRegistry: Sendable {
    /// Sorted by name as the host sorts them: ordinal, ignoring case (host contract §5.1).
    let functions: [FunctionDefinition]
    package let components: [any AppComponent]
    /// What does not keep the app from starting, but is hardly meant.
    package let warnings: [Problem]
    private let byName: [String: FunctionDefinition]

    init(functions: [FunctionDefinition], components: [any AppComponent], warnings: [Problem]) {
        self.functions = functions
        self.components = components
        self.warnings = warnings
        byName = Dictionary(functions.map { ($0.name.lowercased(), $0) }) { first, _ in first }
    }

    /// The function of a name, ignoring the case of ASCII letters: names have no others, and U+212A must not pass for K.
    func function(named name: String) -> FunctionDefinition? {
        name.utf8.allSatisfy { $0 < 0x80 } ? byName[name.lowercaseForm] : nil
    }

    /// The same functions, counted.
    func observed(by observation: Observation) -> FunctionRegistry {
        FunctionRegistry(
            functions: functions.map { $0.observed(by: observation) }, components: components, warnings: warnings)
    }
}
