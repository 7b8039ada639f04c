// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import StrictJSON

let pack = Function("pack", on: .durableActivity(of: Order.self), returning: .returnValue) { order, _ in
    Receipt(order: order.id, total: 9.5)
}

let shipping = Function("shipping", on: .durableOrchestration(), returning: .returnValue) { step, _ in
    let answer: JSONValue = ["isDone": true, "actions": [], "output": .string(try step.input())]
    return answer
}

let counter = Function("counter", on: .durableEntity(of: JSONValue.self), returning: .returnValue) { batch, _ in
    batch
}
