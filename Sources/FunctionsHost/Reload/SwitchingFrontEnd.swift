// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Hummingbird

/// Hands each request to the generation of its moment, which goes on until the answer has been sent.
struct SwitchingFrontEnd: HTTPResponder {
    let slot: GenerationSlot

    func respond(to request: Request, context: HostRequestContext) async -> Response {
        let (generation, token) = slot.enter()
        defer { withExtendedLifetime(token) {} }
        return await generation.frontEnd.respond(to: request, context: context, holding: token)
    }
}
