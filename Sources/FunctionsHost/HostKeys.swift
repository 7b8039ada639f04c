// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The keys of an app (host contract §6.2).
public struct HostKeys: Sendable, Hashable {
    /// The master key, which opens everything.
    public let master: String
    /// The key for functions of the level `function`.
    public let function: String

    /// Creates keys.
    ///
    /// - Parameters:
    ///   - master: The master key, which opens everything.
    ///   - function: The key for functions of the level `function`.
    public init(master: String, function: String) {
        self.master = master
        self.function = function
    }

    /// New random keys.
    ///
    /// - Returns: Two different keys of 256 bits.
    public static func random() -> HostKeys { HostKeys(master: randomKey(), function: randomKey()) }

    static func randomKey() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<32).map { _ in
            let byte = UInt8.random(in: .min ... .max, using: &generator)
            return (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
