// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import StrictJSON

/// A function as discovered (host contract §5.1).
struct FunctionMetadata: Sendable {
    /// What an `httpTrigger` says.
    struct HTTP: Sendable {
        /// In upper case; empty means all.
        let methods: [String]
        /// Without prefix; nil means the function's name.
        let route: String?
        let authLevel: AuthLevel
        let template: RouteTemplate
    }

    /// What a `timerTrigger` says.
    struct Timer: Sendable {
        let schedule: TimerSchedule
        let isConstant: Bool
        let runsOnStartup: Bool
        let isMonitored: Bool
    }

    enum Trigger: Sendable {
        case http(HTTP)
        case timer(Timer)
        /// A trigger that this host does not fire by itself.
        case other
    }

    let name: String
    let bindings: [FunctionBinding]
    let triggerBinding: FunctionBinding
    let trigger: Trigger
    let isDisabled: Bool
    /// The function's own policy; it wins over the one of host.json.
    let retry: RetryPolicy?
    let json: JSONValue

    var http: HTTP? { if case .http(let http) = trigger { http } else { nil } }
    var timer: Timer? { if case .timer(let timer) = trigger { timer } else { nil } }

    /// Exactly one `httpTrigger` and nothing but one `http` output: only these may be forwarded (host contract §4.1).
    var isHTTPInAndOut: Bool {
        http != nil && bindings.filter { $0.direction == .in }.count == 1
            && bindings.filter { $0.direction != .in }.count == 1 && bindings.contains(where: \.isHTTPOutput)
    }
}
