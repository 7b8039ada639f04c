// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension TokenValidator {
    /// Looks at a token check by check, going on after a failure where the next check still makes sense.
    ///
    /// For a person at a desk, not for a request: it does the work twice, looks at claims that nobody has signed, and
    /// asks revocation and predicates a second time (and only when everything before them holds).
    ///
    /// - Parameters:
    ///   - token: As presented.
    ///   - policy: What the route demands.
    /// - Returns: Every check, and the validator's own verdict.
    public func inspect(_ token: BearerToken, policy: AuthorizationPolicy) async -> TokenInspection {
        await inspect(token, policy, InspectionRun(), leavingOut: [.credentials])
    }

    /// Looks at the token of a request check by check.
    ///
    /// - Parameters:
    ///   - fieldValues: The value of every `Authorization` field line, in order, not joined.
    ///   - policy: What the route demands.
    /// - Returns: Every check, and the validator's own verdict.
    public func inspect(authorization fieldValues: [String], policy: AuthorizationPolicy) async -> TokenInspection {
        var run = InspectionRun()
        do throws(AuthError) {
            let token = try BearerToken(authorization: fieldValues)
            _ = run.check(.credentials, ())
            return await inspect(token, policy, run, leavingOut: [])
        } catch {
            run.fail(.credentials, error)
            return TokenInspection(
                checks: run.checks(leavingOut: inapplicable), verdict: .failure(error), unverifiedHeader: nil,
                unverifiedPayload: nil)
        }
    }

    private func inspect(
        _ token: BearerToken, _ policy: AuthorizationPolicy, _ start: InspectionRun,
        leavingOut names: Set<InspectedCheck.Name>
    ) async -> TokenInspection {
        var run = start
        if let jws = run.split(token) {
            let held = await run.verify(jws, keys: keys)
            if let claims = run.claims(of: jws),
                let principal = await run.judge(claims, rules, held, now: time.unixTime())
            {
                await authorize(principal, policy, &run)
            }
        }
        return TokenInspection(
            checks: run.checks(leavingOut: names.union(inapplicable)), verdict: await verdict(on: token, policy),
            unverifiedHeader: run.header, unverifiedPayload: run.payload)
    }

    private func authorize(
        _ principal: Principal, _ policy: AuthorizationPolicy, _ run: inout InspectionRun
    ) async {
        if run.isClean, revocation != nil {
            _ = await run.check(.revocation, waitingFor: try await checkRevocation(principal))
        }
        if run.isClean {
            _ = await run.check(.policy, waitingFor: try await policy.authorize(principal))
        } else {
            _ = run.check(.policy, try policy.checkDemands(principal))
        }
    }

    private func verdict(on token: BearerToken, _ policy: AuthorizationPolicy) async -> Result<Principal, AuthError> {
        do throws(AuthError) {
            return .success(try await validate(token, policy: policy))
        } catch {
            return .failure(error)
        }
    }

    private var inapplicable: Set<InspectedCheck.Name> {
        var names: Set<InspectedCheck.Name> = []
        if rules.issuers.isForB2C { names.formUnion([.version, .keyIssuer]) }
        if rules.configuration.requiredClaims.isEmpty { names.insert(.requiredClaims) }
        if revocation == nil { names.insert(.revocation) }
        return names
    }
}
