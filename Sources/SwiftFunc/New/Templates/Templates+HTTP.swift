// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Templates {
    static let http = #"""
        import AzureFunctions

        /// Greets whoever asks.
        func greetings() -> Blueprint {
            Blueprint(authLevel: .anonymous) {
                HTTPFunction("hello", route: "hello/{name?}", methods: [.get]) { request, context in
                    let name = request.parameters["name"] ?? "world"
                    context.logger.info("Somebody is greeted.", metadata: ["greeting.name": "\(name)"])
                    return try .json(["message": "Hello, \(name)!"])
                }
            }
        }

        """#

    static func httpTests(module: String) -> String {
        ##"""
        import AzureFunctions
        import AzureFunctionsTesting
        import Testing

        @testable import \##(module)

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

        """##
    }
}
