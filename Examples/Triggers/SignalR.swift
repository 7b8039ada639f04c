// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let chat = Function(
    "chat", on: .signalR(hub: "chat", message: "send"), returning: .signalR(hub: "chat")
) { call, _ in
    SignalRMessage(target: "received", arguments: [.string(try call.argument(0))], groupName: "everyone")
}

let negotiate = HTTPFunction(
    "negotiate", methods: [.post], reading: .signalRConnectionInfo(hub: "chat", userID: "{headers.x-user}")
) { _, info, _ in
    try .json(info)
}
