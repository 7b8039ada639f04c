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
    static let expiredAge: Int64 = 3 * 3_600

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
        let tokens = try LocalTokens(stateOptions, age: expired ? Self.expiredAge : 0)
        do {
            if let hostile {
                print(try hostileToken(hostile, tokens.mint))
                return
            }
            print(try ClaimChanges(claims).applied(to: token(tokens).compact, key: tokens.keys.current))
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

    private func token(_ tokens: LocalTokens) throws -> MintedToken {
        daemon ? try tokens.mint.mintForDaemon(api: api) : try tokens.token(user: user, api: api, scopes: scopes)
    }
}
