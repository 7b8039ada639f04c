// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Lets a decoder see that a type is an optional of something decodable.
protocol OptionalPayload {
    static func decode(_ value: BindingValue) throws(UnreadableValue) -> Self
}

extension Optional: OptionalPayload where Wrapped: Decodable {
    static func decode(_ value: BindingValue) throws(UnreadableValue) -> Self {
        value.isNull ? nil : try PayloadDecoder.decode(Wrapped.self, from: value)
    }
}
