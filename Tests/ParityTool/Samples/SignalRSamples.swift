// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions

let signalRSamples = Blueprint {
    Function("signalRTrigger", on: .signalR(hub: "chat", message: "send"), returning: .returnValue) { _, _ in "sent" }
    Function(
        "signalRTrigger-all",
        on: .signalR(hub: "chat", message: "send", parameters: ["text", "room"], connection: "SignalR")
    ) { _, _ in }
    Function("signalRTrigger-connected", on: .signalR(hub: "chat", on: .connected)) { _, _ in }
    HTTPFunction("signalRConnectionInfoInput", reading: .signalRConnectionInfo(hub: "chat")) { _, info, _ in
        try .json(info)
    }
    HTTPFunction(
        "signalRConnectionInfoInput-all",
        reading: .signalRConnectionInfo(
            hub: "chat", userID: "{headers.x-user}", idToken: "{headers.authorization}", claimTypes: ["name"],
            connection: "SignalR")
    ) { _, info, _ in try .json(info) }
    Function(
        "signalROutput", on: .queue("orders", of: String.self), returning: .signalR(hub: "chat")
    ) { text, _ in SignalRMessage(target: "news", arguments: [.string(text)]) }
    Function(
        "signalROutput-all", on: .queue("orders", of: String.self),
        returning: .signalR(hub: "chat", connection: "SignalR")
    ) { user, _ in SignalRGroupAction.add(userID: user, to: "buyers") }
}
