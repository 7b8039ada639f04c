// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Checks names and passwords of the directory's users.
struct SignIn: Sendable {
    /// Entra's one text for a wrong name and a wrong password.
    static let refusal = "Error validating credentials due to invalid username or password."

    let directory: TenantDirectory

    func user(name: String, password: String) -> DirectoryUser? {
        directory.user(name).flatMap { ConstantTime.equal($0.password, password) ? $0 : nil }
    }
}
