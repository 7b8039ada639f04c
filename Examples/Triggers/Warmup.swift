// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let warmUp = Function("warmup", on: .warmup) { _, context in
    context.logger.info("An instance is getting ready.")
}
