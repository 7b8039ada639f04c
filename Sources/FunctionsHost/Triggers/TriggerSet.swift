// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Everything that triggers the functions of one app, but for HTTP.
struct TriggerSet: Sendable {
    let functions: [FunctionMetadata]
    let timers: [TimerRunner]
    let listeners: [any TriggerListener]
    private let manual: ManualTriggers

    init(_ discovery: FunctionDiscovery, invoker: Invoker, store: LocalStore?) {
        functions = discovery.functions.filter { !$0.isDisabled }
        timers = discovery.functions.compactMap { TimerRunner($0, invoker: invoker, store: store) }
        let factory = ListenerFactory(invoker: invoker, store: store)
        listeners = functions.flatMap(factory.listeners)
        manual = ManualTriggers(functions: discovery.functions, timers: timers, invoker: invoker, store: store)
    }

    /// Whether functions need the local store.
    static func needsStore(_ functions: [FunctionMetadata]) -> Bool {
        functions.contains { function in
            function.bindings.contains { !["http", "httptrigger"].contains($0.type.lowercased()) }
        }
    }

    /// The types of trigger that fire here by themselves.
    static func isEmulated(_ type: String) -> Bool {
        [
            "httptrigger", "timertrigger", "queuetrigger", "servicebustrigger", "eventhubtrigger", "kafkatrigger",
            "eventgridtrigger", "blobtrigger", "cosmosdbtrigger", "warmuptrigger", "mcptooltrigger",
            "mcpresourcetrigger", "mcpprompttrigger",
        ].contains(type.lowercased())
    }

    /// Fires timers and listens until the task is cancelled; takes nothing more once the host shuts down.
    func run() async {
        await withDiscardingTaskGroup { group in
            for timer in timers { group.addTask { await timer.run() } }
            for listener in listeners { group.addTask { await listener.run() } }
        }
    }

    /// The work of `POST /admin/functions/NAME` (host contract §6.3); nil for a function that has none.
    ///
    /// - Parameters:
    ///   - name: The function's name, without case.
    ///   - input: The member `input` of the request.
    /// - Returns: The work, not begun.
    func invocation(of name: String, input: String?) -> (@Sendable () async -> Void)? {
        manual.invocation(of: name, input: input)
    }
}
