// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsEntra

/// The function app of this repository.
@main
struct Handler {
    static func main() async {
        let entra = EntraID(settings: .environment)
        let app = FunctionApp {
            identity(entra)
            maintenance(entra)
        }
        await app.run()
    }
}
