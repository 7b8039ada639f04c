// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Why one function cannot be loaded; the others go on (host contract §5.1).
struct FunctionInError: Error, Sendable, Hashable {
    let message: String
    /// The member of function.json that is wrong, such as `bindings[0].route`; nil when it is not in the file.
    let path: String?

    init(_ message: String, at path: String? = nil) {
        self.message = message
        self.path = path
    }

    /// The same with the file and the line.
    func located(in file: String, text: [UInt8]) -> FunctionInError {
        guard let path else { return self }
        return FunctionInError("\(message) (\(file):\(JSONLocations(validText: text).location(of: path).line))")
    }
}
