// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// `/_dev/api/blobs`, `/_dev/api/blobs/CONTAINER` and `/_dev/api/blobs/CONTAINER/PATH`.
struct BlobData {
    let store: LocalStore

    func answer(_ request: ExtensionRequest, _ path: [String]) async throws(StoreError) -> HTTPAnswer? {
        if path.isEmpty {
            guard request.method == "GET" else { return nil }
            return .json(["containers": .array(store.blobs.containers().map(JSONValue.string))])
        }
        if path.count == 1 {
            guard request.method == "GET" else { return nil }
            let files = BlobName.isContainer(path[0]) ? store.blobs.list(path[0]) : []
            return .json(["container": .string(path[0]), "blobs": .array(files.prefix(1_000).map(json))])
        }
        let name = try BlobName(container: path[0], path: path.dropFirst().joined(separator: "/"))
        switch request.method {
        case "GET":
            guard let file = store.blobs.stat(name), let bytes = try store.blobs.read(name) else {
                return .problem(404, "There is no blob '\(name)'.")
            }
            let type = try await store.read { try $0.description(of: file)?.contentType }
            return HTTPAnswer(
                status: 200,
                headers: [
                    HTTPAnswer.Header(name: "Content-Type", value: type ?? "application/octet-stream"),
                    HTTPAnswer.Header(name: "ETag", value: file.etag),
                    // A blob must not become a page of this host.
                    HTTPAnswer.Header(name: "Content-Disposition", value: "attachment"),
                    HTTPAnswer.Header(name: "X-Content-Type-Options", value: "nosniff"),
                ], body: bytes)
        case "PUT":
            try store.blobs.write(request.body, to: name)
            guard let file = store.blobs.stat(name) else { throw StoreError(.broken, "'\(name)' has vanished.") }
            let type = request.header("content-type") ?? "application/octet-stream"
            var metadata: JSONObject = [:]
            for header in request.headers where header.name.lowercased().hasPrefix("x-ms-meta-") {
                metadata[String(header.name.dropFirst(10))] = .string(header.value)
            }
            try await store.write { [metadata] in try $0.describe(file, contentType: type, metadata: metadata) }
            return .json(json(file), status: 201)
        case "DELETE":
            return store.blobs.remove(name) ? HTTPAnswer(status: 204) : .problem(404, "There is no blob '\(name)'.")
        default:
            return nil
        }
    }

    private func json(_ file: BlobFile) -> JSONValue {
        [
            "path": .string(file.name.path), "size": .integer(Int64(file.size)), "etag": .string(file.etag),
            "modifiedAt": .string(HostDate.milliseconds(file.modified)),
        ]
    }
}
