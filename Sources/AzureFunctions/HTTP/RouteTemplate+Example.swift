// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension RouteTemplate {
    /// A path that the template matches, with values that hardly another template's constraints accept; nil when none
    /// of the usual values satisfies a constraint.
    var examplePath: String? {
        var path: [String] = []
        for segment in segments {
            var text = ""
            for part in segment.parts {
                switch part {
                case .literal(let literal): text += literal
                case .parameter(let parameter):
                    guard let value = Self.examples.first(where: parameter.accepts) else { return nil }
                    text += value
                }
            }
            path.append(text)
        }
        return "/" + path.joined(separator: "/")
    }

    private static let examples = [
        "~any~", "anything", "7", "true", "2024-10-24", "0f8fad5b-d9cb-469f-a165-70867728950e", "file.txt", "a", "ab",
        "abc", "abcd", "abcdefgh", "100", "1000",
    ]
}
