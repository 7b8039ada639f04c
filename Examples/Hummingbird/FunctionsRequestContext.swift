// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import Hummingbird
import Logging

/// What Hummingbird's handlers know about a request that came through the Functions host.
struct FunctionsRequestContext: RequestContext {
    typealias Source = FunctionsRequestSource

    var coreContext: CoreRequestContextStorage

    init(source: FunctionsRequestSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}

/// Hands the invocation's logger on, with the id that Hummingbird looks for.
struct FunctionsRequestSource: RequestContextSource {
    let logger: Logger

    init(_ context: InvocationContext) {
        var logger = context.logger
        logger[metadataKey: "hb.request.id"] = "\(context.invocationID)"
        self.logger = logger
    }
}
