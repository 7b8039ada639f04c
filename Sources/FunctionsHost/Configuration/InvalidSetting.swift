// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A member of host.json with which no host would start.
struct InvalidSetting: Error, Sendable, Hashable {
    /// The member's path, such as `customHandler:port`.
    let path: String
    let message: String

    init(_ path: String, _ message: String) {
        self.path = path
        self.message = message
    }

    /// The error with its place: the variable that set the member, or else the line in the file.
    ///
    /// - Parameters:
    ///   - file: The file's path.
    ///   - text: The file's text, known to be valid JSON.
    ///   - variable: The environment variable that set the member, if one did.
    /// - Returns: An error that names a place.
    func error(in file: String, text: [UInt8], variable: String?) -> HostError {
        if let variable { return HostError(.hostConfiguration, "\(variable): \(message)") }
        let elements = path.split(separator: ":").map { Int($0) == nil ? ".\($0)" : "[\($0)]" }
        let place = JSONLocations(validText: text).location(of: String(elements.joined().drop { $0 == "." }))
        return HostError(.hostConfiguration, "\(file):\(place.line): \(message)")
    }
}
