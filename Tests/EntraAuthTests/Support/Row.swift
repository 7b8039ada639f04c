// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import Testing

/// One line of the attack catalogue, or one variant of it.
struct Row: Sendable, CustomTestStringConvertible {
    let id: String
    /// Any of these; empty when the token must be accepted.
    let codes: [AuthError.Code]
    /// Key sets fetched after the store is warm.
    let fetches: Int
    let policy: AuthorizationPolicy
    let bench: @Sendable () -> Bench
    let authorization: @Sendable () throws -> [String]

    /// A row about a token.
    init(
        _ id: String, _ codes: AuthError.Code..., fetches: Int = 0,
        policy: AuthorizationPolicy = .scope("access_as_user"),
        on bench: @escaping @Sendable () -> Bench = { Bench() }, token: @escaping @Sendable () throws -> String
    ) {
        self.id = id
        self.codes = codes
        self.fetches = fetches
        self.policy = policy
        self.bench = bench
        authorization = { ["Bearer \(try token())"] }
    }

    /// A row about a token, with the codes as a list.
    init(
        _ id: String, _ codes: [AuthError.Code], policy: AuthorizationPolicy,
        token: @escaping @Sendable () throws -> String
    ) {
        self.id = id
        self.codes = codes
        fetches = 0
        self.policy = policy
        bench = { Bench() }
        authorization = { ["Bearer \(try token())"] }
    }

    /// A row about header lines.
    init(_ id: String, _ codes: AuthError.Code..., lines: @escaping @Sendable () throws -> [String]) {
        self.id = id
        self.codes = codes
        fetches = 0
        policy = .scope("access_as_user")
        bench = { Bench() }
        authorization = lines
    }

    var testDescription: String { id }

    /// Presents the token and checks the outcome, what it cost, and that nothing leaks.
    func check(hasQueryToken: Bool = false) async throws {
        let bench = bench()
        try? await bench.store.refresh()
        let fetches = bench.transport.keySetFetches
        let lines = try authorization()
        do throws(AuthError) {
            let token = try BearerToken(authorization: lines, hasQueryToken: hasQueryToken)
            _ = try await bench.validator.validate(token, policy: policy)
            #expect(codes.isEmpty, "\(id) is accepted")
        } catch {
            let codes = codes
            #expect(codes.contains(error.code), "\(id) gives \(error.code): \(error.diagnostic)")
            try Disclosure.check(error, of: lines, scopes: policy.requiredScopes)
        }
        #expect(bench.transport.keySetFetches - fetches == self.fetches, "\(id) fetches")
        if !hasQueryToken { await checkInspection(lines) }
    }
}
