// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Problem {
    /// What is wrong with a part of a declaration, before function and place are known.
    struct Draft: Sendable {
        let code: Code
        let message: String

        init(_ code: Code, _ message: String) {
            self.code = code
            self.message = message
        }

        func problem(of function: String, at site: DeclarationSite) -> Problem {
            Problem(code, "\(function): \(message)", at: site)
        }
    }
}
