// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A path that belongs to the development page.
enum PagePath: Sendable, Equatable {
    case page
    /// A file of the page, by its name.
    case asset(String)
    /// What the page asks for, by the path's parts after `/_dev/page`.
    case data([String])

    /// Nil for a path that is none of the page's.
    init?(_ segments: [String]) {
        guard segments.first == "_dev" else { return nil }
        switch segments.dropFirst().first {
        case nil: self = .page
        case "assets" where segments.count == 3: self = .asset(segments[2])
        case "page" where segments.count > 2: self = .data(Array(segments.dropFirst(2)))
        default: return nil
        }
    }
}
