// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes

/// A file of the development page, held in the executable so that it can be moved.
struct PageAsset: Sendable {
    private static let all = [
        style, layout, icon, start, elements, host, functions, caller, tokens, doctor, invocations, storage,
    ]

    let name: String
    let type: String
    let text: String

    static func named(_ name: String) -> PageAsset? { all.first { $0.name == name } }

    /// Every file of the page.
    static var names: [String] { all.map(\.name) }

    var answer: HTTPAnswer { .text(text, type: type + "; charset=utf-8") }

    /// The page itself, which holds the key of its requests.
    static func page(key: String) -> HTTPAnswer {
        .text(markup.replacing("PAGE-KEY", with: key), type: "text/html; charset=utf-8")
    }

    static func script(_ name: String, _ text: String) -> PageAsset {
        PageAsset(name: name, type: "text/javascript", text: text)
    }

    /// Nothing from elsewhere, nothing inline, no frame around it, no opener, nothing kept.
    static let headers: HTTPFields = [
        .contentSecurityPolicy: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
        .xContentTypeOptions: "nosniff",
        .cacheControl: "no-store",
        .crossOriginResourcePolicy: "same-origin",
        .crossOriginOpenerPolicy: "same-origin",
        .referrerPolicy: "no-referrer",
    ]
}
