// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import Hummingbird
import NIOCore
import StrictJSON

extension FrontEnd {
    /// Everything below `/_dev`: without CORS, since it is for no other site.
    func development(_ request: Request, path: String, query: String, _ context: HostRequestContext) async -> Response {
        // Blobs may be larger than anything of the page.
        let limit = ExtensionEndpoints.owns(path) ? nil : DevelopmentPage.maximumBody
        guard let body = await collect(request, upTo: limit) else { return Response(status: .contentTooLarge) }
        let asked = extensionRequest(request, path: path, query: query, body: body, context)
        var answer = await page.answer(asked) { await self.call($0, asked, context) }
        if answer == nil, ExtensionEndpoints.owns(path) { answer = await extensions.answer(asked) }
        var response = Self.response(answer ?? HTTPAnswer(status: 404))
        for header in PageAsset.headers where response.headers[header.name] == nil { response.headers.append(header) }
        return response
    }

    /// Calls the host as a client on this machine would.
    private func call(
        _ call: PageCall, _ asked: ExtensionRequest, _ context: HostRequestContext
    ) async -> JSONValue {
        let head = call.head(authority: asked.header("host") ?? "localhost", key: keys.hostKeys.master)
        let start = ContinuousClock.now
        let request = Request(head: head, body: RequestBody(buffer: call.body))
        let response = await respond(to: request, context: context, holding: nil)
        return await PageCallReply.json(response, since: start)
    }
}
