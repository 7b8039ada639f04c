// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import StrictJSON

/// A way in which the server of metadata and keys misbehaves.
///
/// Every fault ends when the client leaves or the tenant shuts down.
public struct ServerFault: Sendable, CustomStringConvertible {
    enum Kind: Sendable {
        case refuse
        case status(Int, retryAfter: Int?)
        case stall
        case drip(bytesPerSecond: Int)
        case redirect(to: String)
        case endlessBody
        case announcedLength(Int)
        case contentEncoding(String)
        case compressionBomb
        case headerFlood
        case htmlPage
        case truncated
        case emptyBody
        case invalidUTF8
        case keySet(KeySetFault)
        case metadata(MetadataFault)
    }

    /// The fault's name and what it was given.
    public let description: String
    let kind: Kind

    /// Closes the connection instead of answering.
    public static let refuse = ServerFault(description: "refuse", kind: .refuse)

    /// Answers a status without a document.
    ///
    /// - Parameters:
    ///   - code: 200 to 599; others become the nearest of these.
    ///   - retryAfter: The field `Retry-After` in seconds, or nil for none.
    /// - Returns: The fault.
    public static func status(_ code: Int, retryAfter: Int? = nil) -> ServerFault {
        ServerFault(description: "status \(code)", kind: .status(min(max(code, 200), 599), retryAfter: retryAfter))
    }

    /// Accepts the request and never answers.
    public static let stall = ServerFault(description: "stall", kind: .stall)

    /// Sends the document slowly, ten pieces per second at most.
    ///
    /// - Parameter bytesPerSecond: The speed; at least 1.
    /// - Returns: The fault.
    public static func drip(bytesPerSecond: Int) -> ServerFault {
        ServerFault(description: "drip \(bytesPerSecond)", kind: .drip(bytesPerSecond: max(1, bytesPerSecond)))
    }

    /// Answers 302 with another address; give the tenant's own for a loop.
    ///
    /// - Parameter location: The field `Location`.
    /// - Returns: The fault.
    public static func redirect(to location: String) -> ServerFault {
        ServerFault(description: "redirect", kind: .redirect(to: location))
    }

    /// Sends spaces without end, chunked.
    public static let endlessBody = ServerFault(description: "endless body", kind: .endlessBody)

    /// Announces a length, sends the document, and then nothing more.
    ///
    /// - Parameter bytes: The field `Content-Length`.
    /// - Returns: The fault.
    public static func announcedLength(_ bytes: Int) -> ServerFault {
        ServerFault(description: "announced length \(bytes)", kind: .announcedLength(max(0, bytes)))
    }

    /// Names a content encoding that the request did not accept; the document itself is plain.
    ///
    /// - Parameter name: The field `Content-Encoding`.
    /// - Returns: The fault.
    public static func contentEncoding(_ name: String) -> ServerFault {
        ServerFault(description: "content encoding \(name)", kind: .contentEncoding(name))
    }

    /// Sends gzip without end that grows about a hundred and fifty times when it is unpacked.
    public static let compressionBomb = ServerFault(description: "compression bomb", kind: .compressionBomb)

    /// Sends 10,000 header fields before the document.
    public static let headerFlood = ServerFault(description: "header flood", kind: .headerFlood)

    /// Answers 200 with a page, as captive portals do.
    public static let htmlPage = ServerFault(description: "html page", kind: .htmlPage)

    /// Announces the document's length, sends half of it and closes the connection.
    public static let truncated = ServerFault(description: "truncated", kind: .truncated)

    /// Answers 200 with nothing.
    public static let emptyBody = ServerFault(description: "empty body", kind: .emptyBody)

    /// Sends the document with a member that is not UTF-8.
    public static let invalidUTF8 = ServerFault(description: "invalid UTF-8", kind: .invalidUTF8)
}

extension ServerFault {
    /// Answers one key of the set at a time, the next one with each request; for ``LocalTenant/Document/keys``.
    public static let thinSets = ServerFault(description: "thin sets", kind: .keySet(.thinSets))

    /// Publishes another key under the id of the key that signs, too; for ``LocalTenant/Document/keys``.
    public static let duplicateKid = ServerFault(description: "duplicate kid", kind: .keySet(.duplicateKid))

    /// Publishes keys that no API may use beside the good ones: `oct`, EC, OKP, 1,024 bits, e = 3, private members, for
    /// encryption; for ``LocalTenant/Document/keys``.
    public static let unusableKeys = ServerFault(description: "unusable keys", kind: .keySet(.unusableKeys))

    /// Publishes no key; for ``LocalTenant/Document/keys``.
    public static let emptyKeySet = ServerFault(description: "empty key set", kind: .keySet(.empty))

    /// Names the issuer of another tenant; for ``LocalTenant/Document/metadata``.
    public static let foreignIssuer = ServerFault(description: "foreign issuer", kind: .metadata(.foreignIssuer))

    /// Names a key server on another host; for ``LocalTenant/Document/metadata``.
    public static let foreignKeyServer = ServerFault(
        description: "foreign key server",
        kind: .metadata(.member("jwks_uri", "https://keys.attacker.example/discovery/v2.0/keys")))

    /// Changes a member of the document; for ``LocalTenant/Document/metadata``.
    ///
    /// - Parameters:
    ///   - name: The member, such as `id_token_signing_alg_values_supported`.
    ///   - value: The value, or nil for none.
    /// - Returns: The fault.
    public static func metadataMember(_ name: String, _ value: JSONValue?) -> ServerFault {
        ServerFault(description: "metadata member \(name)", kind: .metadata(.member(name, value)))
    }

    /// The only document that the fault is about, or nil when any server can have it.
    var onlyDocument: LocalTenant.Document? {
        switch kind {
        case .keySet: .keys
        case .metadata: .metadata
        default: nil
        }
    }
}
