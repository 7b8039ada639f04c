import AzureFunctions
import AzureFunctionsTesting
import Testing

@testable import TemplateExample

@Suite("Greetings")
struct GreetingsTests {
    @Test(
        "Somebody is greeted by name, and the world without one",
        arguments: [("/api/hello/Ada", "Ada"), ("/api/hello", "world")])
    func greeting(path: String, name: String) async throws {
        try await FunctionApp { greetings() }.test { client in
            let response = try await client.get(path)
            #expect(response.status == .ok)
            #expect(String(decoding: response.body, as: UTF8.self) == #"{"message":"Hello, \#(name)!"}"#)
        }
    }
}
