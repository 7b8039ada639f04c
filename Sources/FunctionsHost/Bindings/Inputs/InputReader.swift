// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// Reads one input of a function from the local store (host contract §7.6, §7.10, §7.15).
struct InputReader {
    private static let maximumItems = 1_000

    let binding: FunctionBinding
    let expression: BindingExpression
    let store: LocalStore?

    /// Whether an input of this type has a stand-in.
    var isEmulated: Bool { ["blob", "cosmosdb", "table", "mcptoolproperty"].contains(binding.type.lowercased()) }

    /// The value as it goes on the wire.
    func value() async throws(StoreError) -> JSONValue {
        switch binding.type.lowercased() {
        case "blob": return try blob()
        case "cosmosdb": return try await documents()
        case "table": return try await entities()
        case "mcptoolproperty":
            let arguments = expression.data["arguments"] ?? .null
            return WireValue.encode(arguments[binding.text("propertyName") ?? binding.name] ?? .null)
        default: return WireValue.encode(.null)
        }
    }

    private func blob() throws(StoreError) -> JSONValue {
        let name = try BlobName(binding.required("path", expression))
        guard let store, let bytes = try store.blobs.read(name) else {
            return WireValue.encode(.null)
        }
        let isBytes = binding.isBinary || binding.text("dataType")?.lowercased() == "stream"
        if isBytes { return .string(Data(bytes).base64EncodedString()) }
        return WireValue.encode(.string(String(decoding: bytes, as: UTF8.self)))
    }

    private func documents() async throws(StoreError) -> JSONValue {
        let container = try CosmosContainer(binding, expression).text
        if let id = try binding.resolved("id", expression) {
            let document = try await store?.read { try $0.document(id, in: container) }
            guard let document = document ?? nil else { return WireValue.encode(.null) }
            return WireValue.encode(.string(String(decoding: document.serialized(), as: UTF8.self)))
        }
        let all = try await store?.read { try $0.documents(in: container, limit: BlobFolder.maximumFiles) } ?? []
        guard let text = binding.text("sqlQuery") else {
            return WireValue.encode(.array(Array(all.prefix(Self.maximumItems))))
        }
        let query = try CosmosQuery(text) { name throws(StoreError) in
            do throws(InvocationFailure) {
                return try expression.resolve("{\(name)}")
            } catch {
                throw StoreError(.invalid, error.message)
            }
        }
        return WireValue.encode(.array(query.run(all)))
    }

    private func entities() async throws(StoreError) -> JSONValue {
        let table = try binding.required("tableName", expression).lowercased()
        let partitionKey = try binding.resolved("partitionKey", expression)
        if let partitionKey, let rowKey = try binding.resolved("rowKey", expression) {
            let entity = try await store?.read { try $0.entity(table, partitionKey: partitionKey, rowKey: rowKey) }
            return (entity ?? nil)?.json ?? WireValue.encode(.null)
        }
        let take = binding.json["take"]?.int64.flatMap(Int.init(exactly:)) ?? Self.maximumItems
        let filter = try TableFilter(binding.resolved("filter", expression) ?? "")
        let rows = try await store?.read {
            try $0.entities(table, partitionKey: partitionKey, limit: BlobFolder.maximumFiles)
        }
        let matching = (rows ?? []).map(\.json).filter(filter.matches)
        return WireValue.encode(.array(Array(matching.prefix(max(0, min(take, Self.maximumItems))))))
    }
}
