// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// An HTTP answer that an envelope cannot carry (host contract §8.2, §8.4).
enum UnsayableResponse: Error, CustomStringConvertible {
    case binaryBody, severalCookies, streamedBody
    /// The host would print the text in another form.
    case dateBody
    case dateField(String)

    var description: String {
        let what =
            switch self {
            case .binaryBody: "A body that is not UTF-8 text"
            case .severalCookies: "More than one Set-Cookie field"
            case .streamedBody: "A streamed body"
            case .dateBody: "A body that is nothing but a date"
            case .dateField(let name): "The date in the field \(name)"
            }
        return what
            + " cannot be sent in envelope mode; set customHandler.enableForwardingHttpRequest to true in host.json."
    }
}
