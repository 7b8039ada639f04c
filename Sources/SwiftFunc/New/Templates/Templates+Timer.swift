// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Templates {
    static let timer = #"""
        import AzureFunctions

        /// What the app does by the clock.
        func maintenance() -> Blueprint {
            Blueprint {
                TimerFunction("tick", schedule: "0 */5 * * * *") { tick, context in
                    context.logger.info("Five minutes have passed.", metadata: ["timer.pastDue": "\(tick.isPastDue)"])
                }
            }
        }

        """#

    static func timerTests(module: String) -> String {
        #"""
        import AzureFunctions
        import AzureFunctionsTesting
        import Testing

        @testable import \#(module)

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

        """#
    }
}
