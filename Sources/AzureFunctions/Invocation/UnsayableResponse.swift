// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// An HTTP answer that an envelope cannot carry (host contract §8.4).
enum UnsayableResponse: Error, CustomStringConvertible {
    case binaryBody, severalCookies

    var description: String {
        let what =
            switch self {
            case .binaryBody: "A body that is not UTF-8 text"
            case .severalCookies: "More than one Set-Cookie field"
            }
        return what
            + " cannot be sent in envelope mode; set customHandler.enableForwardingHttpRequest to true in host.json."
    }
}
