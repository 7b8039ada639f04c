// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// `/_dev/api/documents/DATABASE/CONTAINER` and `/_dev/api/documents/DATABASE/CONTAINER/ID`.
struct DocumentData {
    let store: LocalStore

    func answer(_ request: ExtensionRequest, _ path: [String]) async throws(StoreError) -> HTTPAnswer? {
        guard 2...3 ~= path.count else { return nil }
        let container = path[0] + "/" + path[1]
        switch (request.method, path.count) {
        case ("GET", 2):
            let limit = RequestJSON.limit(request)
            return .json(["documents": .array(try await store.read { try $0.documents(in: container, limit: limit) })])
        case ("PUT", 2), ("POST", 2):
            guard let document = try RequestJSON.parse(request).object else {
                throw StoreError(.invalid, "A document is a JSON object.")
            }
            try await store.write { try $0.upsert(document, in: container) }
            return .json(.object(document), status: 201)
        case ("GET", 3):
            let document = try await store.read { try $0.document(path[2], in: container) }
            return document.map { .json($0) } ?? .problem(404, "There is no document '\(path[2])'.")
        case ("DELETE", 3):
            let wasThere = try await store.write { try $0.deleteDocument(path[2], in: container) }
            return wasThere ? HTTPAnswer(status: 204) : .problem(404, "There is no document '\(path[2])'.")
        default:
            return nil
        }
    }
}
