// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A number as its exact JSON text, for values that a 64-bit integer does not hold.
public struct JSONNumber: Sendable, Hashable, CustomStringConvertible {
    /// The text, valid by RFC 8259 §6.
    public let description: String

    init(validText: String) {
        description = validText
    }

    /// The shortest text that reads back as this double.
    ///
    /// - Returns: nil for a value that JSON cannot say: an infinity or not a number.
    public init?(_ double: Double) {
        guard double.isFinite else { return nil }
        description = "\(double)"
    }

    /// The nearest double, or nil where the magnitude does not fit.
    public var double: Double? {
        guard let double = Double(description), double.isFinite else { return nil }
        return double
    }
}
