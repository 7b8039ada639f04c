// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The name of a new app: that of its folder and its package.
struct AppName: Equatable, Sendable {
    private static let maximumLength = 64

    let text: String

    /// Letters, digits, `-` and `_`, beginning with a letter.
    ///
    /// - Throws: ``CommandError`` that says what a name looks like.
    init(_ text: String) throws {
        guard text.wholeMatch(of: /[A-Za-z][A-Za-z0-9_\-]*/) != nil, text.utf8.count <= Self.maximumLength else {
            throw CommandError(
                "\"\(text)\" cannot name an app. Use up to \(Self.maximumLength) letters, digits, - and _, beginning with a letter."
            )
        }
        // Two packages, or two executables, of one name cannot be told apart: SwiftPM builds the wrong one.
        guard !PackageReference.takenNames.contains(text.lowercased()) else {
            throw CommandError("\"\(text)\" is a name of \(PackageReference.name) itself. Choose another one.")
        }
        self.text = text
    }
}
