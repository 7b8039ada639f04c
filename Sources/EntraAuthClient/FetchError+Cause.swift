// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import NIOCore
import NIOSSL

extension FetchError {
    /// What a failed exchange is to the key store.
    init(_ error: any Error, _ url: String, _ limits: FetchLimits) {
        switch error {
        case let error as FetchError:
            self.init(error.code, error.message.hasPrefix(url) ? error.message : "\(url): \(error.message)")
        case ChannelError.connectTimeout:
            self.init(.timeout, "\(url) cannot be reached within 2 seconds.")
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
            self.init(.tls, "The https connection to \(url) failed: is its certificate trusted? \(error)")
        default:
            self.init(.connection, "\(url) cannot be fetched: \(error)")
        }
    }
}
