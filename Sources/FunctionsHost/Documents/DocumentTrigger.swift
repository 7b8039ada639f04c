// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// What a `cosmosDBTrigger` gives to its function (host contract §7.10).
struct DocumentTrigger: Sendable {
    let container: String
    let binding: FunctionBinding

    init?(_ binding: FunctionBinding) {
        guard let container = CosmosContainer(trigger: binding) else { return nil }
        self.container = container.text
        self.binding = binding
    }

    func input(_ documents: [JSONValue], now: Date) -> TriggerInput {
        let text = String(decoding: JSONValue.array(documents).serialized(), as: UTF8.self)
        let name = container.split(separator: "/").last.map(String.init) ?? container
        return TriggerInput(
            data: WireValue.encode(.string(text)),
            reason: "New changes on container \(name) at \(HostDate.ticks(now))")
    }
}
