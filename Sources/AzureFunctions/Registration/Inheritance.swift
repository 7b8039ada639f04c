// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What functions take over from the blueprints around them.
public struct Inheritance: Sendable {
    var routePrefix = ""
    var namePrefix = ""
    var authLevel: AuthLevel
    var guards: [GuardStep] = []
    var middleware = MiddlewareChain()
    var execution: Execution?
}
