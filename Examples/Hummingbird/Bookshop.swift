// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Hummingbird

/// An application as Hummingbird's users write it; it knows nothing of the Functions host but its route prefix.
func bookshop() -> Router<FunctionsRequestContext> {
    let router = Router(context: FunctionsRequestContext.self)
    let books = router.group("api/books")
    books.get(":id") { _, context in
        let id = try context.parameters.require("id", as: Int.self)
        return "Book \(id)"
    }
    books.post { request, _ in
        let title = try await request.body.collect(upTo: 1 << 20)
        return Response(
            status: .created, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: title))
    }
    return router
}
