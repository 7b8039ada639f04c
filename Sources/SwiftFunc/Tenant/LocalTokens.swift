// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import FoundationEssentials

/// Makes tokens of the local tenant from its files, whether it runs or not.
struct LocalTokens {
    let directory: TenantDirectory
    let keys: TenantKeys
    let mint: TokenMint

    /// Opens the tenant's state.
    ///
    /// - Parameters:
    ///   - options: Where the state is.
    ///   - age: How many seconds ago the tokens shall have been made.
    /// - Throws: ``CommandError`` when no tenant has run with that state.
    init(_ options: StateOptions, age: Int64 = 0) throws {
        let folder = options.directory
        // Opening the state would make one.
        guard FileManager.default.fileExists(atPath: folder + "/endpoint.json") else {
            throw CommandError("No tenant has run with the state in \(folder). Run \"swift-func start\" first.")
        }
        directory = try options.tenantDirectory()
        let state = try TenantState(directory: folder)
        guard let baseURL = try state.loadEndpoint() else {
            throw CommandError("The state in \(folder) knows no tenant. Run \"swift-func start\" first.")
        }
        keys = state.keys
        let clock = WallClock { Int64(Date().timeIntervalSince1970) - age }
        mint = TokenMint(directory: directory, keys: state.keys, baseURL: baseURL, clock: clock)
    }

    /// A user's token.
    ///
    /// - Parameters:
    ///   - user: Name or sign-in name; the first user when nil.
    ///   - api: Name, client id or App ID URI; the first API when nil.
    ///   - scopes: The scopes; the API's first one when empty.
    /// - Returns: The token.
    /// - Throws: ``CommandError`` when the tenant knows no such user, API or scope.
    func token(user: String?, api: String? = nil, scopes: [String] = []) throws -> MintedToken {
        guard let name = user ?? directory.users.first?.userPrincipalName else {
            throw CommandError("The tenant has no user. Use --daemon, or add one to the tenant's file.")
        }
        do {
            return try mint.mintForUser(name, api: api, scopes: scopes.isEmpty ? nil : scopes)
        } catch let error as MintError {
            throw CommandError(error.message)
        }
    }
}
