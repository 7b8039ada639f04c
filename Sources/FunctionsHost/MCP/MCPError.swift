// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// An error of JSON-RPC 2.0.
struct MCPError: Error, Sendable, Hashable {
    let code: Int64
    let message: String

    static func invalidRequest(_ message: String) -> MCPError { MCPError(code: -32_600, message: message) }
    static func unknownMethod(_ name: String) -> MCPError {
        MCPError(code: -32_601, message: "Method '\(name)' is not available.")
    }
    static func invalidParameters(_ message: String) -> MCPError { MCPError(code: -32_602, message: message) }
    static func internalError(_ message: String) -> MCPError { MCPError(code: -32_603, message: message) }
    static func notFound(_ message: String) -> MCPError { MCPError(code: -32_002, message: message) }
}
