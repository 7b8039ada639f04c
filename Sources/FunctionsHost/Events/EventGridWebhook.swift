// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// `/runtime/webhooks/eventgrid?functionName=NAME`, where Event Grid delivers (host contract §7.9).
struct EventGridWebhook: Sendable {
    let functions: [FunctionMetadata]
    let invoker: Invoker

    func answer(_ request: ExtensionRequest) async -> HTTPAnswer {
        let name = request.parameter("functionName") ?? ""
        let known = functions.filter { $0.triggerBinding.type.lowercased() == "eventgridtrigger" }
        guard let function = known.first(where: { $0.name.lowercased() == name.lowercased() }) else {
            return .text(
                "cannot find function: '\(name)', available function names: ["
                    + known.map(\.name).joined(separator: ", ") + "]", status: 404)
        }
        if request.method == "OPTIONS" { return handshake(request) }
        guard request.method == "POST" else { return HTTPAnswer(status: 405) }
        let type = request.header("aeg-event-type")?.lowercased()
        if type == "unsubscribe" { return HTTPAnswer(status: 202) }
        guard let json = try? JSONValue(parsing: request.body) else { return HTTPAnswer(status: 400) }
        let events = json.array ?? [json]
        guard events.allSatisfy({ $0.object != nil }) else { return HTTPAnswer(status: 400) }
        if type == "subscriptionvalidation" {
            guard let code = events.first?["data"]?["validationCode"]?.string else { return HTTPAnswer(status: 400) }
            return .json(["validationResponse": .string(code)])
        }
        let isCloudEvent = request.header("content-type")?.lowercased().contains("cloudevents") == true
        guard type == "notification" || isCloudEvent || type == nil && events.first?["specversion"] != nil else {
            return HTTPAnswer(status: 400)
        }
        return HTTPAnswer(status: await deliver(events, to: function) ? 202 : 500)
    }

    /// The question of CloudEvents whether this endpoint wants events.
    private func handshake(_ request: ExtensionRequest) -> HTTPAnswer {
        guard let origin = request.header("webhook-request-origin") else { return HTTPAnswer(status: 400) }
        return HTTPAnswer(
            status: 200,
            headers: [
                HTTPAnswer.Header(name: "WebHook-Allowed-Origin", value: origin),
                HTTPAnswer.Header(name: "WebHook-Allowed-Rate", value: "*"),
            ])
    }

    /// Whether every invocation succeeded.
    private func deliver(_ events: [JSONValue], to function: FunctionMetadata) async -> Bool {
        let trigger = EventGridTrigger(binding: function.triggerBinding)
        let batches = TriggerValue.isMany(function.triggerBinding) ? [events] : events.map { [$0] }
        return await withTaskGroup(of: Bool.self) { group in
            for batch in batches where !batch.isEmpty {
                group.addTask {
                    if case .succeeded = await invoker.trigger(function, trigger.input(batch)) { true } else { false }
                }
            }
            return await group.reduce(true) { $0 && $1 }
        }
    }
}
