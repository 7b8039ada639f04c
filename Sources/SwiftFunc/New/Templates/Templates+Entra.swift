// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Templates {
    static let identity = #"""
        import AzureFunctions
        import AzureFunctionsEntra

        /// Who the caller is, as Microsoft Entra ID vouches for it.
        func identity(_ entra: EntraID) -> Blueprint {
            Blueprint(authLevel: .anonymous) {
                HTTPFunction("whoami", methods: [.get], guardedBy: entra.scope("access_as_user")) { _, principal, _ in
                    try .json(["name": principal.name ?? "unknown", "objectId": principal.objectID])
                }
            }
        }

        """#

    static func identityTests(module: String) -> String {
        #"""
        import AzureFunctions
        import AzureFunctionsEntra
        import AzureFunctionsTesting
        import Testing

        @testable import \#(module)

        @Suite("Identity")
        struct IdentityTests {
            /// A tenant on this machine that nobody runs: no test asks it for keys.
            private let settings: AppSettings = [
                "AZURE_FUNCTIONS_ENVIRONMENT": "Development",
                "AzureAd__Instance": "https://localhost:8443/",
                "AzureAd__TenantId": "aaaabbbb-0000-cccc-1111-dddd2222eeee",
                "AzureAd__ClientId": "00001111-aaaa-2222-bbbb-3333cccc4444",
            ]

            @Test("A call without a token is refused, with a challenge")
            func withoutToken() async throws {
                let entra = EntraID(settings: settings)
                try await FunctionApp { identity(entra) }.test(settings: settings) { client in
                    let response = try await client.get("/api/whoami")
                    #expect(response.status == .unauthorized)
                    #expect(response.headers[.wwwAuthenticate]?.hasPrefix("Bearer ") == true)
                }
            }
        }

        """#
    }
}
