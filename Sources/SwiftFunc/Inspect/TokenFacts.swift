// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON

/// What the token says where a check looks; never the token itself, its signature, or who the user is by name.
struct TokenFacts {
    private let header: JSONElement?
    private let payload: JSONElement?
    private let size: Int
    private let target: InspectionTarget
    private let now: Int64

    init(_ inspection: TokenInspection, _ input: TokenInput, _ target: InspectionTarget, now: Int64) {
        header = inspection.unverifiedHeader
        payload = inspection.unverifiedPayload
        size = input.size
        self.target = target
        self.now = now
    }

    /// The fact for a check, or nil when there is nothing to say.
    subscript(_ name: InspectedCheck.Name) -> String? {
        switch name {
        case .size: "\(size) bytes of at most \(16 << 10)"
        case .algorithm, .type, .keyID: text(header?[name.rawValue])
        case .version, .issuer: text(payload?[name.rawValue])
        case .tenant: text(payload?["tid"])
        case .audience: text(payload?["aud"]).map { "\($0), accepted: \(target.audiences.joined(separator: ", "))" }
        case .time: times
        case .kind: kind
        case .policy: permissions
        default: nil
        }
    }

    /// Whether the header has the `nonce` of a Microsoft Graph token.
    var hasNonce: Bool { header?["nonce"] != nil }

    /// `aud`, as it stands.
    var audience: String? { payload?["aud"]?.string }

    private var times: String? {
        let claims = [("issued", "iat"), ("valid from", "nbf"), ("expires", "exp")]
        let texts = claims.compactMap { word, name -> String? in
            guard let element = payload?[name] else { return nil }
            guard let time = Timestamp(element.int64) else { return text(element).map { "\(word) \($0)" } }
            let isOver = name == "exp" && time.seconds <= now
            return "\(isOver ? "expired" : word) \(time.text) (\(time.relative(to: now)))"
        }
        return texts.isEmpty ? nil : texts.joined(separator: ", ")
    }

    private var kind: String? {
        let parts = ["idtyp", "azp", "appid", "oid"].compactMap { name in
            text(payload?[name]).map { "\(name) \($0)" }
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private var permissions: String? {
        guard payload != nil else { return nil }
        let held = ["scp", "roles"].compactMap { name in text(payload?[name]).map { "\(name) \($0)" } }
        var wanted: [String] = []
        if !target.scopes.isEmpty { wanted.append("scope \(target.scopes.joined(separator: " or "))") }
        if !target.appRoles.isEmpty { wanted.append("app role \(target.appRoles.joined(separator: " or "))") }
        return (held.isEmpty ? "neither scp nor roles" : held.joined(separator: ", "))
            + "; wanted: \(wanted.joined(separator: ", or "))"
    }

    /// Printable ASCII only, so that a claim cannot write to the terminal, and not much of it.
    private func text(_ element: JSONElement?) -> String? {
        guard let element else { return nil }
        let bytes = element.utf8.map(Array.init) ?? element.serialized
        let letters = bytes.prefix(120).map { 0x20...0x7E ~= $0 ? $0 : UInt8(ascii: "?") }
        return String(decoding: letters, as: UTF8.self) + (bytes.count > 120 ? "..." : "")
    }
}
