// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import Hummingbird
import NIOCore

extension HTTPApplication {
    /// Mounts a Hummingbird router.
    ///
    /// - Parameters:
    ///   - name: The function's name.
    ///   - router: The application's routes, the host's route prefix included.
    ///   - streaming: Which bodies are streamed; needs plain HTTP.
    init(_ name: String, router: Router<FunctionsRequestContext>, streaming: Streaming = []) {
        let responder = router.buildResponder()
        self.init(name, authLevel: .anonymous, streaming: streaming) { head, body, context in
            let request = Request(
                head: head, body: Hummingbird.RequestBody(asyncSequence: body.chunks.map { ByteBuffer(bytes: $0) }))
            let response = try await responder.respond(
                to: request, context: FunctionsRequestContext(source: FunctionsRequestSource(context)))
            guard streaming.contains(.response) else {
                let collected = CollectedBody()
                try await response.body.write(CollectingWriter(body: collected))
                return FunctionResponse(response.head, body: collected.bytes)
            }
            return FunctionResponse(response.head) { try await response.body.write(StreamingWriter(writer: $0)) }
        }
    }
}
