// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

/// Writes function.json of every trigger, input and output, with defaults and with all options.
///
/// `ParityTool manifest --output FOLDER` serves the golden files and the comparison with the Python library.
@main
struct ParityTool {
    static let app = FunctionApp {
        httpSamples
        storageSamples
        messagingSamples
        databaseSamples
        kafkaSamples
        signalRSamples
        daprSamples
        durableSamples
        assistantSamples
        genericSamples
    }

    static func main() async {
        await app.run()
    }
}
