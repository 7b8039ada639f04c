import AzureFunctions
import AzureFunctionsTesting
import Testing

@testable import TemplateExample

@Suite("Orders")
struct OrdersTests {
    @Test("An order becomes a receipt")
    func receipt() async throws {
        try await FunctionApp { orders() }.test { client in
            let outcome = try await client.invoke("fulfil", with: Order(id: 5, item: "tea"))
            #expect(try outcome.decode(Receipt.self) == Receipt(order: 5, text: "One tea, with thanks"))
        }
    }

    @Test("What is no order fails, so that the message comes again")
    func unreadable() async throws {
        try await FunctionApp { orders() }.test { client in
            await #expect(throws: InvocationFailure.self) { try await client.invoke("fulfil", with: "tea") }
        }
    }
}
