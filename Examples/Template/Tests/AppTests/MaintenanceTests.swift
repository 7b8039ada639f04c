import AzureFunctions
import AzureFunctionsTesting
import Testing

@testable import TemplateExample

@Suite("Maintenance")
struct MaintenanceTests {
    @Test("The timer's function ends well, also when its moment is past")
    func tick() async throws {
        try await FunctionApp { maintenance() }.test { client in
            try await client.invoke("tick")
            try await client.invoke("tick", timer: TimerTick(isPastDue: true))
        }
    }
}
