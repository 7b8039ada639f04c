// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// `/_dev/api/…`: what is in the local store, for the development page, tests and people (docs/local-data.md).
struct DevelopmentAPI: Sendable {
    let store: LocalStore?
    let eventGridFunctions: [String]
    let clock: any HostClock

    /// Only this machine may ask, by one of its own names, and no page of another.
    func answer(_ request: ExtensionRequest) async -> HTTPAnswer {
        guard request.isLocal, !request.isForeign, LoopbackName.isLoopback(authority: request.header("host") ?? "")
        else { return .problem(403, "The local data is for this machine only.") }
        let segments = request.segments.dropFirst(2)
        let kind = segments.first?.lowercased() ?? ""
        let rest = Array(segments.dropFirst())
        guard let store else {
            return .problem(404, "This app has no triggers or bindings that need the local store.")
        }
        do throws(StoreError) {
            let answer: HTTPAnswer? =
                switch kind {
                case "data" where rest.isEmpty && request.method == "GET":
                    .json(try await store.read { try $0.overview(containers: store.blobs.containers()) })
                case "queues", "servicebus":
                    try await MailboxData(store: store, now: clock.now).answer(request, kind: kind, rest)
                case "eventhubs", "kafka":
                    try await StreamData(store: store, now: clock.now).answer(request, kind: kind, rest)
                case "eventgrid" where rest.isEmpty && request.method == "POST":
                    try await publish(request, store)
                case "blobs": try await BlobData(store: store).answer(request, rest)
                case "documents": try await DocumentData(store: store).answer(request, rest)
                case "tables": try await TableData(store: store).answer(request, rest)
                default: nil
                }
            return answer ?? .problem(404, "There is no \(request.method) \(request.path).")
        } catch {
            return .problem(error)
        }
    }

    /// Gives events to every Event Grid function.
    private func publish(_ request: ExtensionRequest, _ store: LocalStore) async throws(StoreError) -> HTTPAnswer {
        let json = try RequestJSON.parse(request)
        let events = json.array ?? [json]
        guard !events.isEmpty, events.allSatisfy({ $0.object != nil }) else {
            throw StoreError(.invalid, "Send an event, or a list of events, as JSON objects.")
        }
        for event in events { try StoreLimits.check(event.serialized().count, StoreLimits.event, "The event") }
        let (functions, now) = (eventGridFunctions, clock.now)
        try await store.write { transaction in
            for event in events {
                for function in functions {
                    let message = NewMessage(body: event.serialized(), timeToLive: .seconds(86_400))
                    try transaction.add(message, to: .eventGrid(function), now: now)
                }
            }
        }
        return .json(["functions": .array(functions.map(JSONValue.string))], status: 202)
    }
}
