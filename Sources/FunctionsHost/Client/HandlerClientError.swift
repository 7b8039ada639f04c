// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore

/// Why a call to the handler failed.
struct HandlerClientError: Error, Sendable, Hashable {
    enum Kind: Sendable { case refused, closed, invalidResponse, timedOut, tooLarge }

    let kind: Kind
    let message: String

    static let closed = HandlerClientError(
        kind: .closed, message: "The handler closed the connection before its answer was complete.")
    static let timedOut = HandlerClientError(kind: .timedOut, message: "The handler did not answer in time.")
    static let tooLarge = HandlerClientError(kind: .tooLarge, message: "The handler's answer is too large.")

    static func refused(_ port: Int, _ error: any Error) -> HandlerClientError {
        HandlerClientError(kind: .refused, message: "No connection could be made to 127.0.0.1:\(port): \(error)")
    }

    static func invalid(_ error: any Error) -> HandlerClientError {
        HandlerClientError(kind: .invalidResponse, message: "The handler's answer is not HTTP: \(error)")
    }

    static func of(_ error: any Error) -> HandlerClientError {
        switch error {
        case let error as HandlerClientError: error
        case is ChannelError, is IOError: .closed
        default: .invalid(error)
        }
    }
}
