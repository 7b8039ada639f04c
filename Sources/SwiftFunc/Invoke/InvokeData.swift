// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// The body of a call: text, `@FILE`, or `-` for standard input.
enum InvokeData {
    private static let maximumSize = 100 << 20

    static func bytes(_ argument: String?) throws -> [UInt8] {
        guard let argument else { return [] }
        if argument == "-" { return Array(StandardInput.text(limit: maximumSize).utf8) }
        guard argument.hasPrefix("@") else { return Array(argument.utf8) }
        let path = String(argument.dropFirst())
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandError("\(path) cannot be read.")
        }
        guard data.count <= maximumSize else { throw CommandError("\(path) is larger than 100 MiB.") }
        return Array(data)
    }
}
