// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where the tenant gets unpredictable bytes from.
public struct RandomSource: Sendable {
    private let fill: @Sendable (Int) -> [UInt8]

    /// Creates a source.
    ///
    /// - Parameter fill: Returns as many bytes as it is asked for.
    public init(_ fill: @escaping @Sendable (Int) -> [UInt8]) {
        self.fill = fill
    }

    /// The machine's cryptographic source.
    public static let system = RandomSource { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// Unpredictable bytes.
    ///
    /// - Parameter count: How many.
    /// - Returns: That many bytes.
    public func bytes(_ count: Int) -> [UInt8] { fill(count) }

    /// An unpredictable name of 32 bytes, base64url.
    func handle() -> String { Base64URL.encode(bytes(32)) }

    /// A random GUID in its usual lower-case form.
    func guid() -> String { GUID.format(bytes(16)) }

    /// A number from the range, drawn evenly enough for ranges far below 2³².
    func integer(in range: ClosedRange<Int64>) -> Int64 {
        let drawn = bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return range.lowerBound + Int64(drawn % UInt64(range.upperBound - range.lowerBound + 1))
    }
}
