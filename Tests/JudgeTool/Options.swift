// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Whose tokens for what are good, and who judges.
struct Options: Sendable {
    private(set) var tenant = ""
    private(set) var audience = ""
    private(set) var usesJWTKit = false

    init(_ arguments: some Sequence<String>) throws {
        var iterator = arguments.makeIterator()
        while let argument = iterator.next() {
            switch argument {
            case "--tenant": tenant = iterator.next() ?? ""
            case "--audience": audience = iterator.next() ?? ""
            case "--jwtkit": usesJWTKit = true
            default: throw UsageError(description: "unknown argument \(argument)")
            }
        }
        guard !tenant.isEmpty, !audience.isEmpty else {
            throw UsageError(description: "usage: JudgeTool --tenant ID --audience ID [--jwtkit] < LINES")
        }
    }

    var issuer: String { "https://login.microsoftonline.com/\(tenant)/v2.0" }
}
