// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What standard output and standard error are.
enum Terminal {
    /// Whether colours are welcome: on a terminal, and not with `NO_COLOR` (no-color.org).
    static func showsColors(
        environment: [String: String], isTerminal: Bool = isatty(STDOUT_FILENO) == 1
    ) -> Bool {
        isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// Whether lines on standard error may be rewritten.
    static var isStandardErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether somebody looks at standard output.
    static var isStandardOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}
