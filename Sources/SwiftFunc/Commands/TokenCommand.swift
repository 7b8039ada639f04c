// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import EntraTenant
import FoundationEssentials

/// `swift-func token`.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Prints a token of the local tenant, and nothing else.",
        discussion: """
            Works while the tenant runs and while it does not.

            EXAMPLES
              curl -H "Authorization: Bearer $(swift-func token)" http://localhost:7071/api/auth-test
              swift-func token --user megan --scope access_as_user
              swift-func token --daemon
              swift-func token --expired
              swift-func token --claim 'tid="99999999-0000-cccc-1111-dddd2222eeee"'      to see it refused
              swift-func token --hostile list                     the tokens of the attack catalogue
              swift-func token --hostile HDR-02
            """)

    /// Longer than any token lives.
    private static let expiredAge: Int64 = 3 * 3_600

    @OptionGroup var stateOptions: StateOptions

    @Option(help: "The user who signed in: name, or sign-in name (default: the first one).")
    var user: String?

    @Flag(help: "A token for the daemon itself, without a user.")
    var daemon = false

    @Option(name: .customLong("scope"), help: "A scope; may come several times (default: the API's first one).")
    var scopes: [String] = []

    @Option(help: "The API: name, client id or App ID URI (default: the first one).")
    var api: String?

    @Flag(help: "A token that has expired already.")
    var expired = false

    @Option(
        name: .customLong("claim"),
        help: ArgumentHelp(
            "A claim as it shall be, in JSON, or null for none; may come several times.", valueName: "name=json"))
    var claims: [String] = []

    @Option(help: ArgumentHelp("A token of the attack catalogue, or \"list\" for all of them.", valueName: "id"))
    var hostile: String?

    func validate() throws {
        if hostile != nil, daemon || expired || !scopes.isEmpty || !claims.isEmpty {
            throw ValidationError("--hostile goes with --user and --api only.")
        }
        if daemon, user != nil || !scopes.isEmpty {
            throw ValidationError("--daemon goes with neither --user nor --scope.")
        }
    }

    func run() async throws {
        if hostile == "list" {
            for row in HostileToken.catalogue() { print(Self.line(row)) }
            return
        }
        let folder = stateOptions.directory
        // Opening the state would make one.
        guard FileManager.default.fileExists(atPath: folder + "/endpoint.json") else {
            throw CommandError("No tenant has run with the state in \(folder). Run \"swift-func start\" first.")
        }
        let directory = try stateOptions.tenantDirectory()
        let state = try TenantState(directory: folder)
        guard let baseURL = try state.loadEndpoint() else {
            throw CommandError("The state in \(folder) knows no tenant. Run \"swift-func start\" first.")
        }
        let age = expired ? Self.expiredAge : 0
        let clock = WallClock { Int64(Date().timeIntervalSince1970) - age }
        let mint = TokenMint(directory: directory, keys: state.keys, baseURL: baseURL, clock: clock)
        do {
            if let hostile {
                print(try hostileToken(hostile, mint))
                return
            }
            print(try ClaimChanges(claims).applied(to: token(mint, directory).compact, key: state.keys.current))
        } catch let error as MintError {
            throw CommandError(error.message)
        }
    }

    private func hostileToken(_ id: String, _ mint: TokenMint) throws -> String {
        guard let row = HostileToken.named(id) else {
            throw CommandError("The catalogue has no \(id). \"swift-func token --hostile list\" shows what it has.")
        }
        return try row.mint(by: HostileMint(mint, user: user, api: api))
    }

    /// Id, status, code, endpoint and summary, with tabs between.
    private static func line(_ row: HostileToken) -> String {
        let fields = [row.id, "\(row.expectedStatus)", row.expectedCode ?? "accepted", "\(row.route)", row.summary]
        return fields.joined(separator: "\t")
    }

    private func token(_ mint: TokenMint, _ directory: TenantDirectory) throws -> MintedToken {
        if daemon { return try mint.mintForDaemon(api: api) }
        guard let name = user ?? directory.users.first?.userPrincipalName else {
            throw CommandError("The tenant has no user. Use --daemon, or add one to the tenant's file.")
        }
        return try mint.mintForUser(name, api: api, scopes: scopes.isEmpty ? nil : scopes)
    }
}
