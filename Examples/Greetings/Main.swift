// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsEntra

@main
struct Main {
    static func main() async {
        let entra = EntraID(settings: .environment)
        let app = FunctionApp {
            greetings()
            guardedGreeting(entra)
        }
        await app.run()
    }
}

func guardedGreeting(_ entra: EntraID) -> HTTPFunction {
    HTTPFunction("greet-me", methods: [.get], guardedBy: entra.scope("access_as_user")) { _, principal, _ in
        .text("Hello, \(principal.name ?? "you")!")
    }
}
