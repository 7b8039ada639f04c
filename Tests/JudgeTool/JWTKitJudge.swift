// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import JWTKit

/// jwt-kit with the claims that its users check: `exp`, `nbf`, `aud`, `iss`.
struct JWTKitJudge: Judge {
    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func code(_ sample: Case) async -> String {
        do {
            let keys = JWTKeyCollection()
            try await keys.add(jwksJSON: String(decoding: sample.keySet, as: UTF8.self))
            let claims = try await keys.verify(sample.token, as: Claims.self)
            try claims.check(options, now: Date(timeIntervalSince1970: Double(sample.now)))
            return "accepted"
        } catch let error as JWTError {
            return error.errorType.description
        } catch {
            return "\(type(of: error))"
        }
    }
}

private struct Claims: JWTPayload {
    let exp: ExpirationClaim
    let nbf: NotBeforeClaim
    let aud: AudienceClaim
    let iss: IssuerClaim

    /// Time is judged by ``check(_:now:)``, with the sample's clock.
    func verify(using algorithm: some JWTAlgorithm) async throws {}

    /// Allows the minute that the other judges allow.
    func check(_ options: Options, now: Date) throws {
        try exp.verifyNotExpired(currentDate: now.addingTimeInterval(-60))
        try nbf.verifyNotBefore(currentDate: now.addingTimeInterval(60))
        try aud.verifyIntendedAudience(includes: options.audience)
        guard iss.value == options.issuer else {
            throw JWTError.claimVerificationFailure(failedClaim: iss, reason: "another issuer")
        }
    }
}
