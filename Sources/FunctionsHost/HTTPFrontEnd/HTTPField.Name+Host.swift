// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes

extension HTTPField.Name {
    /// The header that carries a function's key (host contract §6.2).
    static var functionsKey: Self { Self(parsed: "x-functions-key") ?? .authorization }
    /// Keeps other pages from holding on to a window.
    static var crossOriginOpenerPolicy: Self { Self(parsed: "cross-origin-opener-policy") ?? .server }
    /// What of this page's address others get to see.
    static var referrerPolicy: Self { Self(parsed: "referrer-policy") ?? .server }
}
