// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// Whether the tenant of the settings can be reached, and its clock agrees with this machine's.
struct TenantCheck: DoctorCheck {
    private static let name = "tenant"
    /// What validation forgives, and where even that is not enough.
    private static let tolerance = 60.0
    private static let limit = 300.0

    func run(_ scene: DoctorScene) async -> [Finding] {
        guard let tenant = scene.settings["AzureAd__TenantId"] ?? scene.settings["AZTENANTID"], !tenant.isEmpty else {
            return []
        }
        var instance = scene.settings["AzureAd__Instance"] ?? "https://login.microsoftonline.com/"
        while instance.hasSuffix("/") { instance.removeLast() }
        let text = "\(instance)/\(tenant)/v2.0/.well-known/openid-configuration"
        guard let address = HTTPAddress(text) else {
            return [
                .failed(Self.name, "\(text) is not an address.", "Correct AzureAd__Instance and AzureAd__TenantId.")
            ]
        }
        let isLocal = ["localhost", "127.0.0.1", "::1"].contains(address.host)
        var caller = scene.caller
        if isLocal {
            let authority = scene.settings["AzureAd__CertificateAuthorityFile"] ?? scene.stateDirectory + "/ca.pem"
            if FileManager.default.fileExists(atPath: authority) { caller.certificateAuthority = authority }
        }
        do throws(HTTPCallError) {
            let reply = try await caller.send(HTTPCall(address: address))
            return [Self.metadata(reply, address)] + Self.clock(reply, now: scene.now())
        } catch {
            if isLocal, error.kind == .refused {
                return [.warning(Self.name, "The local tenant does not run.", "\"swift-func start\" starts it.")]
            }
            return [
                .failed(
                    Self.name, error.description,
                    isLocal
                        ? "End what uses its port, or \"swift-func tenant\"."
                        : "Check the network, a proxy, AzureAd__Instance.")
            ]
        }
    }

    static func metadata(_ reply: HTTPReply, _ address: HTTPAddress) -> Finding {
        guard reply.status == 200, let json = try? JSONValue(parsing: reply.body), let issuer = json["issuer"]?.string,
            json["jwks_uri"]?.string != nil
        else {
            return .failed(
                name, "\(address.origin) answered \(reply.status) for the tenant's metadata.",
                "Check AzureAd__TenantId and AzureAd__Instance.")
        }
        return .ok(name, "issuer \(issuer)")
    }

    static func clock(_ reply: HTTPReply, now: Double) -> [Finding] {
        guard let date = reply.value("Date").flatMap(HTTPDate.parse) else { return [] }
        let skew = now - date
        let seconds = Int(skew.magnitude.rounded())
        let text = "This machine's clock is \(seconds) s \(skew > 0 ? "ahead of" : "behind") the tenant's."
        let advice = "Set the clock: \"timedatectl set-ntp true\"."
        if skew.magnitude >= limit { return [.failed("clock", text + " Good tokens are refused.", advice)] }
        if skew.magnitude >= tolerance { return [.warning("clock", text, advice)] }
        return [.ok("clock", "agrees with the tenant's within \(seconds + 1) s")]
    }
}
