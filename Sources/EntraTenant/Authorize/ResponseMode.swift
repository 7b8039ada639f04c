// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// How an authorization response travels (OAuth 2.0 Multiple Response Type Encoding Practices, and Form Post).
enum ResponseMode: String, Sendable {
    case query
    case fragment
    case formPost = "form_post"
}
