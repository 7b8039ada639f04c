// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes

/// Notes that it ran; may refuse.
struct NotingGuard: RequestGuard {
    private let name: String
    private let order: Probe<String>
    private let refuses: Bool

    init(_ name: String, _ order: Probe<String>, refuses: Bool = false) {
        self.name = name
        self.order = order
        self.refuses = refuses
    }

    func check(_ request: FunctionRequest, _ context: InvocationContext) async throws(Rejection) -> String {
        order.record(name)
        guard !refuses else {
            throw Rejection(
                status: .forbidden, code: "no_entry", message: "No entry", diagnostic: "the door is locked",
                headers: [.wwwAuthenticate: "Bearer realm=\"\""])
        }
        return name
    }
}

/// Cannot work.
struct BrokenGuard: RequestGuard {
    var problems: [String] { ["no key is cut"] }

    func check(_ request: FunctionRequest, _ context: InvocationContext) async throws(Rejection) {}
}
