// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsEntra
import EntraAuth
import StrictJSON

/// The app that scripts/bench loads: the guarded function of this repository, with what the settings ask for.
///
/// - `Bench__TokenCache` (number): keeps so many verified tokens; none unless set.
/// - `Bench__Streaming` (`true`): adds functions that take bodies, which needs plain HTTP.
///
/// A tenant on this machine is accepted in development only; the settings of the guard alone say development, so that
/// the runtime is measured as it runs in Azure.
@main
struct BenchApp {
    static func main() async {
        let settings = AppSettings.environment
        var options = EntraOptions()
        if let count = settings["Bench__TokenCache"].flatMap({ Int($0) }) {
            options.cache = VerifiedTokenCache(count: count)
        }
        let entra = EntraID(
            settings: settings.setting("AZURE_FUNCTIONS_ENVIRONMENT", to: "Development"), options: options)
        let app = FunctionApp {
            authorized(entra)
            if settings.bool("Bench__Streaming") == true { bodies() }
        }
        await app.run()
    }
}
