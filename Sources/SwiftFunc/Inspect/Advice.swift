// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth

/// What to change so that a check passes: in the API's app registration, in the client, or here.
enum Advice {
    static func text(
        on name: InspectedCheck.Name, _ code: AuthError.Code, _ target: InspectionTarget, _ facts: TokenFacts
    ) -> String? {
        switch name {
        case .issuer, .keyIssuer, .tenant, .version, .audience: origin(name, code, target, facts)
        case .time, .requiredClaims, .kind: claims(name, code)
        case .policy: policy(code, target)
        default: token(name, code, target, facts)
        }
    }

    private static func token(
        _ name: InspectedCheck.Name, _ code: AuthError.Code, _ target: InspectionTarget, _ facts: TokenFacts
    ) -> String? {
        switch (name, code) {
        case (.credentials, _): "Send one header, \"Authorization: Bearer <token>\", and nothing else in it."
        case (_, .tokenTooLarge):
            "Let the API's registration emit fewer groups: Token configuration, \"Groups assigned to the application\"."
        case (_, .tokenEncrypted): "Remove the token encryption certificate from the API's registration."
        case (.segments, _), (.encoding, _):
            "Copy the token whole, without quotes or line breaks; it must be the access token of the token answer."
        case (.algorithm, _): "Entra signs with RS256 only. The token is from somewhere else, or was changed."
        case (.type, _): "Send the access token, not another kind of token."
        case (.key, .keyNotFound):
            "Keys rotate: save \(target.keySetURL) again. If the API has claims mapping, add ?appid=<its client id>. Else the "
                + "token is from another authority: see --instance and --tenant."
        case (.key, _): "Save \(target.keySetURL) to a file and name it with --keys."
        case (.signature, _):
            facts.hasNonce
                ? "The client asked for Microsoft Graph. It must ask for \(scopeURI(target)) instead."
                : "Ask for a new token and copy it whole. If it still fails, it was changed, or signed by somebody else."
        case (.header, _), (.parameters, _), (.keyID, _), (.payload, _):
            "Entra does not write such tokens. The token is from somewhere else, or was changed."
        default: nil
        }
    }

    private static func origin(
        _ name: InspectedCheck.Name, _ code: AuthError.Code, _ target: InspectionTarget, _ facts: TokenFacts
    ) -> String? {
        switch name {
        case .version:
            "In the manifest of the API's registration, set \"requestedAccessTokenVersion\" to 2 (section \"api\")."
        case .audience where facts.audience?.hasPrefix("api://") == true:
            "If this is the API's App ID URI, set requestedAccessTokenVersion to 2, or accept it with --audience here and "
                + "AzureAd__Audience there. Else the client must ask for \(scopeURI(target))."
        case .audience: "The client must ask for \(scopeURI(target)); scopes of another API give another audience."
        case .tenant, .issuer:
            "The client must get its token from \(target.authority.origin)/\(target.tenant); if its own authority is right, "
                + "change AzureAd__Instance or AzureAd__TenantId of the app (--instance, --tenant here)."
        default:
            "The key is published for another tenant or cloud: the token is a forgery, or --keys is of another authority."
        }
    }

    private static func claims(_ name: InspectedCheck.Name, _ code: AuthError.Code) -> String? {
        switch (name, code) {
        case (.time, .tokenExpired): "Ask for a new token; a client may keep one until exp, and no longer."
        case (.time, .tokenNotYetValid): "Set the clock of this machine (NTP); Entra's clocks are right."
        case (.requiredClaims, _):
            "Add it in the API's registration: Token configuration, optional claim, access token."
        case (.kind, .tokenKindInvalid): "Send \"access_token\" of the token answer, not \"id_token\"."
        default: "Entra always sends it this way. The token is from somewhere else, or was changed."
        }
    }

    private static func policy(_ code: AuthError.Code, _ target: InspectionTarget) -> String? {
        switch code {
        case .insufficientScope:
            "The API's registration must expose the scope (Expose an API), the client needs consent to it (API permissions) "
                + "and must ask for \(scopeURI(target))."
        case .insufficientRole:
            "Define the app role in the API's registration, and assign it to the caller (enterprise application)."
        case .delegatedRequired:
            "The client called for itself (client credentials). Sign a user in, or use on-behalf-of; for daemons guard the "
                + "function with app roles."
        case .appRequired: "The function is for daemons: use client credentials with an app role."
        default: nil
        }
    }

    private static func scopeURI(_ target: InspectionTarget) -> String {
        let scope = target.scopes.first ?? ".default"
        return scope.contains("/") ? scope : "api://\(target.audiences[0])/\(scope)"
    }
}
