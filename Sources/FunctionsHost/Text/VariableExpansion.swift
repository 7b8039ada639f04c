// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// `%NAME%` in texts (host contract §1.3, §6.5).
enum VariableExpansion {
    /// Puts values in the place of names.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - value: The value of a name; nil leaves the name with its signs as it is.
    /// - Returns: The text with values.
    static func expand(_ text: String, _ value: (String) -> String?) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "%") {
            result += rest[..<start]
            let name = rest[rest.index(after: start)...].prefix { $0 != "%" }
            guard name.endIndex < rest.endIndex else {
                return result + rest[start...]
            }
            if !name.isEmpty, let found = value(String(name)) {
                result += found
                rest = rest[rest.index(after: name.endIndex)...]
            } else {
                // The closing sign may open the next name.
                result += "%" + name
                rest = rest[name.endIndex...]
            }
        }
        return result + rest
    }
}
