// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// How the calling client proved itself to Entra: `azpacr` or `appidacr`.
public enum ClientAuthentication: String, Sendable, Hashable {
    /// It did not: a public client.
    case none = "0"
    /// With a client secret.
    case secret = "1"
    /// With a certificate.
    case certificate = "2"
}
