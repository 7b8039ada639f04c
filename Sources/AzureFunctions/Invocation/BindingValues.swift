// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The values of an envelope by name: `Data` or `Metadata` (host contract §7).
///
/// Empty for a request that came as plain HTTP.
public struct BindingValues: Sendable {
    private let object: JSONElement?

    init(_ object: JSONElement?) {
        self.object = object
    }

    /// A value; nil when there is none of this name.
    ///
    /// Names compare exactly.
    public subscript(_ name: String) -> BindingValue? { object?[name].map { BindingValue($0) } }

    /// All names in the order of the host.
    public var names: [String] { object?.members?.map(\.name) ?? [] }
}
