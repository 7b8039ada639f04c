// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import CryptoExtras
import EntraAuth
import Foundation

/// A signed token, whole for the validator and cut up for the raw operation.
struct SampleToken: Sendable {
    let text: String
    let token: BearerToken
    let signingInput: [UInt8]
    let signature: [UInt8]

    init(_ number: Int, header: [UInt8], keys: SampleKeys) throws {
        let input = "\(base64URL(header)).\(base64URL(SampleTexts.payload(number)))"
        signingInput = Array(input.utf8)
        signature = try keys.sign(input)
        text = "\(input).\(base64URL(signature))"
        token = BearerToken(text)
    }

    /// Makes tokens that differ, on all processors, because a signature takes long.
    static func make(_ count: Int, keys: SampleKeys) async throws -> [SampleToken] {
        let header = SampleTexts.header(keyID: keys.keyID)
        let width = 8
        return try await withThrowingTaskGroup(of: [SampleToken].self) { group in
            for part in 0..<width {
                group.addTask {
                    try stride(from: part, to: count, by: width).map {
                        try SampleToken($0, header: header, keys: keys)
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    /// The same token with the last byte of its signature changed.
    func withBrokenSignature() -> BearerToken {
        var bytes = signature
        bytes[bytes.count - 1] ^= 1
        return BearerToken("\(String(decoding: signingInput, as: UTF8.self)).\(base64URL(bytes))")
    }
}
