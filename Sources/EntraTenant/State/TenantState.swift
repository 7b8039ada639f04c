// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What a tenant keeps between runs: signing keys, its certificate authority, its https certificate, its address.
///
/// The folder is made with mode 0700, its files with 0600: `keys.json` (all private keys), `ca.pem` (the authority's certificate,
/// for clients to trust) and `endpoint.json` (where the tenant was last reached).
public struct TenantState: Sendable {
    /// The folder, or nil of a state that lives in memory only.
    public let directory: String?
    /// The authority's certificate in PEM.
    public let certificateAuthorityPEM: String
    let secrets: TenantSecrets

    /// Makes a state that is never written.
    ///
    /// - Parameter clock: The time of day.
    /// - Throws: ``TenantStateError`` when a key cannot be made.
    public init(inMemoryAt clock: WallClock = .system) throws(TenantStateError) {
        try self.init(directory: nil, secrets: TenantSecrets(generatingAt: clock))
    }

    /// Opens a folder, makes what is missing, and renews certificates that are about to expire.
    ///
    /// - Parameters:
    ///   - directory: The folder; made when it is not there.
    ///   - clock: The time of day.
    /// - Throws: ``TenantStateError`` when a file cannot be used; its message names the file.
    public init(directory: String, clock: WallClock = .system) throws(TenantStateError) {
        try PrivateFile.makeDirectory(directory)
        let file = "\(directory)/keys.json"
        var secrets: TenantSecrets
        if let text = try PrivateFile.read(file) {
            secrets = try TenantSecrets(json: text, file: file)
            if try secrets.renew(at: clock.now) { try PrivateFile.replace(file, with: Self.text(of: secrets)) }
        } else {
            secrets = try TenantSecrets(generatingAt: clock)
            if try !PrivateFile.create(file, with: Self.text(of: secrets)), let text = try PrivateFile.read(file) {
                secrets = try TenantSecrets(json: text, file: file)
            }
        }
        try self.init(directory: directory, secrets: secrets)
        if let path = certificateAuthorityPath {
            let pem = Array(certificateAuthorityPEM.utf8)
            if try PrivateFile.read(path) != pem { try PrivateFile.replace(path, with: pem) }
        }
    }

    private init(directory: String?, secrets: TenantSecrets) throws(TenantStateError) {
        self.directory = directory
        self.secrets = secrets
        do {
            certificateAuthorityPEM = try secrets.authority.certificatePEM
        } catch {
            throw TenantStateError(.fileInvalid, "the development certificate cannot be encoded: \(error)")
        }
    }

    /// The keys that sign tokens.
    public var keys: TenantKeys { secrets.keys }

    /// The file with the authority's certificate, for `AzureAd__CertificateAuthorityFile` and `curl --cacert`.
    public var certificateAuthorityPath: String? { directory.map { "\($0)/ca.pem" } }

    /// Writes the signing keys in place of those that the folder holds; nothing happens for a state in memory.
    ///
    /// - Parameter keys: The keys.
    /// - Throws: ``TenantStateError`` when the file cannot be written.
    func save(_ keys: TenantKeys) throws(TenantStateError) {
        guard let directory else { return }
        var secrets = secrets
        secrets.keys = keys
        try PrivateFile.replace("\(directory)/keys.json", with: Self.text(of: secrets))
    }

    /// Writes where the tenant is reached; nothing happens for a state in memory.
    ///
    /// - Parameter baseURL: Scheme, host and port, without a slash at the end.
    /// - Throws: ``TenantStateError`` when the file cannot be written.
    public func saveEndpoint(baseURL: String) throws(TenantStateError) {
        guard let directory else { return }
        let value: JSONValue = ["baseURL": .string(baseURL)]
        try PrivateFile.replace("\(directory)/endpoint.json", with: value.serialized() + [UInt8(ascii: "\n")])
    }

    /// Reads where the tenant was last reached.
    ///
    /// - Returns: Scheme, host and port, or nil when no tenant has run with this state.
    /// - Throws: ``TenantStateError`` when the file is damaged.
    public func loadEndpoint() throws(TenantStateError) -> String? {
        guard let directory, let text = try PrivateFile.read("\(directory)/endpoint.json") else { return nil }
        guard let baseURL = (try? JSONValue(parsing: text))?["baseURL"]?.string else {
            throw TenantStateError(
                .fileInvalid, "\(directory)/endpoint.json lacks baseURL; delete it and start the tenant again")
        }
        return baseURL
    }

    private static func text(of secrets: TenantSecrets) throws(TenantStateError) -> [UInt8] {
        do {
            return try secrets.json()
        } catch {
            throw TenantStateError(.keyGeneration, "the keys cannot be encoded: \(error)")
        }
    }
}
