// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant

/// A tenant and what an app must know of it.
struct TenantSetup: Sendable {
    let service: LocalTenant
    let directory: TenantDirectory
    let certificateAuthorityPath: String?
    let state: StateOptions

    /// Tokens for the development page.
    func tokens(_ endpoint: TenantEndpoint) -> TenantTokens {
        TenantTokens(directory: directory, baseURL: endpoint.baseURL, state: state)
    }

    /// The settings with which an app trusts this tenant.
    func settings(_ endpoint: TenantEndpoint) -> [String: String] {
        var settings = [
            "AzureAd__Instance": endpoint.baseURL + "/",
            "AzureAd__TenantId": directory.tenantID,
            "AZURE_FUNCTIONS_ENVIRONMENT": "Development",
        ]
        settings["AzureAd__ClientId"] = directory.apis.first?.clientID
        settings["AzureAd__CertificateAuthorityFile"] = certificateAuthorityPath
        return settings
    }
}
