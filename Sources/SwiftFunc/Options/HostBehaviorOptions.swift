// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import FunctionsHost

/// How closely the host follows the one in Azure, and what it shows.
struct HostBehaviorOptions: ParsableArguments {
    @Flag(help: "Ask callers for keys, as in Azure; the keys are made once, kept in .swift-func, and printed.")
    var enableAuth = false

    @Flag(help: "End the handler with SIGKILL at once, as Azure does, in place of SIGTERM and some patience.")
    var killLikeAzure = false

    @Option(
        help: ArgumentHelp(
            "Start no handler: wait for one on this port of 127.0.0.1, for instance under a debugger. Run it with "
                + "FUNCTIONS_CUSTOMHANDLER_PORT set to the port.", valueName: "port"))
    var attach: UInt16?

    @Flag(help: "Print every envelope and answer; tokens, keys and cookies are left out.")
    var tracePayloads = false

    /// Puts the flags into a host's options.
    func apply(to options: inout HostOptions) {
        options.enableAuth = enableAuth
        options.killsLikeAzure = killLikeAzure
        options.tracesPayloads = tracePayloads
        if let attach { options.handler = .attached(port: Int(attach)) }
    }
}
