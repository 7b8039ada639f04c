// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import EntraAuth

/// What a token is judged by.
struct InspectOptions: ParsableArguments {
    @OptionGroup var state: StateOptions

    @Option(help: ArgumentHelp("A key set saved from the authority (JWKS).", valueName: "file"))
    var keys: String?

    @Option(help: ArgumentHelp("The tenant whose tokens are accepted.", valueName: "guid"))
    var tenant: String?

    @Option(name: .customLong("client-id"), help: ArgumentHelp("The API's client id, the audience.", valueName: "guid"))
    var clientID: String?

    @Option(help: ArgumentHelp("The authority (default: https://login.microsoftonline.com).", valueName: "url"))
    var instance: String?

    @Option(
        name: .customLong("audience"),
        help: ArgumentHelp("A further accepted audience; may come several times.", valueName: "audience"))
    var audiences: [String] = []

    @Option(
        name: .customLong("scope"),
        help: ArgumentHelp(
            "A scope that would do; may come several times (default: the local API's first one, else access_as_user).",
            valueName: "scope"))
    var scopes: [String] = []

    @Option(
        name: .customLong("app-role"),
        help: ArgumentHelp("An app role that would do for an application; may come several times.", valueName: "role"))
    var appRoles: [String] = []

    @Option(
        help: ArgumentHelp("Judge as of this time, in seconds since 1970 (default: the present).", valueName: "time"))
    var at: Int64?

    func validate() throws {
        if let at, !(0...Timestamp.last ~= at) { throw ValidationError("--at must be 0 to \(Timestamp.last).") }
    }

    /// Whether the local tenant says what is not said otherwise.
    var usesLocalTenant: Bool { state.state != nil || (keys == nil && tenant == nil && instance == nil) }
}
