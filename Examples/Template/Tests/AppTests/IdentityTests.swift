import AzureFunctions
import AzureFunctionsEntra
import AzureFunctionsTesting
import Testing

@testable import TemplateExample

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
