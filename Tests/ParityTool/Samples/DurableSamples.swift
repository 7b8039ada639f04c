// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import StrictJSON

let durableSamples = Blueprint {
    Function("orchestrationTrigger", on: .durableOrchestration(), returning: .returnValue) { step, _ in
        JSONValue.object(["isDone": .bool(!step.isReplaying)])
    }
    Function("orchestrationTrigger-all", on: .durableOrchestration("Ship"), returning: .returnValue) { _, _ in
        JSONValue.null
    }
    Function("activityTrigger", on: .durableActivity(of: String.self), returning: .returnValue) { city, _ in city }
    Function("activityTrigger-all", on: .durableActivity("Pack", of: String.self), returning: .returnValue) { city, _ in
        city
    }
    Function("entityTrigger", on: .durableEntity(of: JSONValue.self), returning: .returnValue) { batch, _ in batch }
    Function("entityTrigger-all", on: .durableEntity("Counter", of: JSONValue.self), returning: .returnValue) {
        batch, _ in
        batch
    }
    HTTPFunction("durableClientInput", reading: .durableClient()) { _, client, _ in try .json(client.managementURLs) }
    HTTPFunction(
        "durableClientInput-all", reading: .durableClient(taskHub: "hub", connection: "Storage")
    ) { _, client, _ in try .json(client.managementURLs) }
}
