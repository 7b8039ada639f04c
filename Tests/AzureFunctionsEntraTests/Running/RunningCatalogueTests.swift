// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsEntra
import AzureFunctionsTesting
import EntraAuth
import EntraTenant
import HTTPTypes
import Logging
import StrictJSON
import Testing

@Suite("A running app under the whole attack catalogue", .timeLimit(.minutes(5)))
struct RunningCatalogueTests {
    @Test(
        "Every token is answered as the catalogue says, and no part of one is told or logged (LEAK-03)",
        arguments: [false, true])
    func catalogue(isDevelopment: Bool) async throws {
        let log = AppLog()
        let tenant = LocalTenant(state: try TenantState(inMemoryAt: .system), usesTLS: false, logger: .silent)
        try await tenant.withRunning { endpoint in
            let mint = try HostileMint(await tenant.mint())
            let documents = try await RememberedDocuments(of: endpoint)
            let entra = EntraID(settings: Self.settings(endpoint), logger: log.logger) { _ throws(FetchError) in
                documents
            }
            let settings: AppSettings = ["AZURE_FUNCTIONS_ENVIRONMENT": isDevelopment ? "Development" : "Production"]
            try await Self.app(entra).withServer(
                settings: settings, hostJSON: ["customHandler": ["enableForwardingHttpRequest": true]],
                logger: log.logger
            ) { port in
                let good = try await tenant.mint().mintForUser("adele").compact
                #expect(try await Self.send(good, to: .userScope, port).status == 200)
                var tokens = [good]
                for hostile in HostileToken.catalogue() {
                    let token = try hostile.mint(by: mint)
                    let answer = try await Self.send(token, to: hostile.route, port)
                    // Bytes that cannot stand in a field, and heads that are too long, end in the parser.
                    let isParsed = HostileToken.fitsHeaderField(token) && token.utf8.count < 60_000
                    let statuses = isParsed ? [hostile.expectedStatus] : [400, 431]
                    #expect(statuses.contains(answer.status ?? 0), "\(hostile): \(answer.text.prefix(200))")
                    #expect(TextWindows(answer.text).firstShared(with: token) == nil, "\(hostile)")
                    tokens.append(token)
                }
                let logged = TextWindows(log.text)
                #expect(log.text.contains("signature_invalid") && log.text.contains("audience_invalid"))
                for token in tokens { #expect(logged.firstShared(with: token) == nil) }
                #expect(tokens.count > 150)
                #expect(try await Self.send(good, to: .userScope, port).status == 200)
            }
        }
    }

    private static func send(_ token: String, to route: HostileToken.Route, _ port: Int) async throws -> WireAnswer {
        try await Wire.exchange(Wire.get("/api/\(route)", "Authorization: Bearer \(token)"), port: port)
    }

    private static func app(_ entra: EntraID) -> FunctionApp {
        FunctionApp(authLevel: .anonymous) {
            function(.userScope, entra)
            function(.knownClient, entra)
            function(.membersOnly, entra)
            function(.authenticationContext, entra)
            function(.userRole, entra)
            function(.appRole, entra)
        }
    }

    private static func function(_ route: HostileToken.Route, _ entra: EntraID) -> HTTPFunction {
        HTTPFunction("\(route)", methods: [.get], guardedBy: entra.require(policy(of: route))) { _, _, _ in .text("in")
        }
    }

    private static func policy(of route: HostileToken.Route) -> AuthorizationPolicy {
        let scope = AuthorizationPolicy.scope("access_as_user")
        return switch route {
        case .knownClient: scope.clients(["11112222-bbbb-3333-cccc-4444dddd5555"])
        case .membersOnly: scope.membersOnly()
        case .authenticationContext: scope.authenticationContext("c1")
        case .userRole: .userRoles(anyOf: ["Task.Run"])
        case .appRole: .appRoles(anyOf: ["Task.Run"])
        default: scope
        }
    }

    private static func settings(_ endpoint: TenantEndpoint) -> AppSettings {
        [
            "AZURE_FUNCTIONS_ENVIRONMENT": "Development", "AzureAd__Instance": endpoint.baseURL,
            "AzureAd__TenantId": endpoint.tenantID, "AzureAd__ClientId": "00001111-aaaa-2222-bbbb-3333cccc4444",
        ]
    }
}
