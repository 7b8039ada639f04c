// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The parameters of a query, in order.
///
/// In envelope mode the host joins the values of a repeated parameter with commas (host contract §7.2), so they arrive
/// as one value there.
public struct QueryParameters: Sendable {
    package let pairs: [(name: String, value: String)]

    /// Reads the query of a request target.
    package init(target: String) {
        guard let start = target.firstIndex(of: "?") else {
            pairs = []
            return
        }
        let query = target[target.index(after: start)...].prefix { $0 != "#" }
        pairs = query.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decode(parts[0]), parts.count > 1 ? Self.decode(parts[1]) : "")
        }
    }

    init(_ element: JSONElement?) {
        pairs = element?.members?.map { ($0.name, $0.value.string ?? "") } ?? []
    }

    /// The first value of a parameter; nil when it is absent.
    ///
    /// Names compare exactly.
    public subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// All values of a parameter in order.
    ///
    /// - Parameter name: The parameter's name.
    /// - Returns: The values, or none.
    public func values(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// `application/x-www-form-urlencoded`: a plus is a space; text that does not decode stays as it is.
    private static func decode(_ text: Substring) -> String {
        let spaced = String(text.map { $0 == "+" ? " " : $0 })
        return PercentEncoding.decode(spaced) ?? spaced
    }
}
