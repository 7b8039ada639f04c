// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

/// A Hummingbird application behind the Functions host, unchanged.
@main
struct Main {
    static func main() async {
        let app = FunctionApp {
            HTTPApplication("web", router: bookshop())
        }
        await app.run()
    }
}
