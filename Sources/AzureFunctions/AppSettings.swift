// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// App settings: environment variables in Azure and locally, a dictionary in tests.
///
/// Names compare exactly.
public struct AppSettings: Sendable, ExpressibleByDictionaryLiteral {
    private let values: [String: String]

    /// The process environment, read now.
    public static var environment: AppSettings { AppSettings(ProcessInfo.processInfo.environment) }

    /// Settings from a dictionary.
    ///
    /// - Parameter values: Names and values.
    public init(_ values: [String: String]) {
        self.values = values
    }

    /// Settings from a literal; where a name comes twice, the last value wins.
    public init(dictionaryLiteral elements: (String, String)...) {
        values = Dictionary(elements) { $1 }
    }

    /// A setting's value without white space around it; nil when absent or blank.
    public subscript(_ name: String) -> String? {
        guard let value = values[name], let start = value.firstIndex(where: { !$0.isWhitespace }),
            let end = value.lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return String(value[start...end])
    }

    /// All names with their values.
    package var all: [String: String] { values }

    /// These settings with one more, or with one changed.
    package func setting(_ name: String, to value: String) -> AppSettings {
        AppSettings(values.merging([name: value]) { $1 })
    }

    /// A setting that is `true`, `false`, `1` or `0` in any case; nil for anything else.
    ///
    /// - Parameter name: The setting's name.
    /// - Returns: The boolean, or nil.
    public func bool(_ name: String) -> Bool? {
        switch self[name]?.lowercased() {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }

    /// Whether `AZURE_FUNCTIONS_ENVIRONMENT` is `Development`, as Core Tools and the local host set it.
    public var isDevelopment: Bool { self["AZURE_FUNCTIONS_ENVIRONMENT"]?.lowercased() == "development" }
}
