// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A behaviour of the host that surprises people: reproduced here, and named when it happens.
struct Quirk: Sendable, Hashable {
    /// A short name, as in docs/host-quirks.md.
    let name: String

    static let chunkedBodyLost = Quirk(name: "chunked-body-lost")
    static let chunkedRequestNotForwarded = Quirk(name: "chunked-request-not-forwarded")
    static let binaryBodyCorrupted = Quirk(name: "binary-body-corrupted")
    static let redirectFollowed = Quirk(name: "redirect-followed")
    static let emptyAnswerHangs = Quirk(name: "empty-answer-hangs")
    static let logsLost = Quirk(name: "logs-lost")
    static let dateRewritten = Quirk(name: "date-rewritten")
    static let base64Decoded = Quirk(name: "base64-decoded")
    static let indentedJSON = Quirk(name: "indented-json")
    static let headerArray = Quirk(name: "header-array")
    static let statusIgnored = Quirk(name: "status-ignored")
    static let outputMissing = Quirk(name: "output-missing")
    static let outputUnknown = Quirk(name: "output-unknown")
    static let returnValueIgnored = Quirk(name: "return-value-ignored")
    static let plainTextJSON = Quirk(name: "plain-text-json")
    static let contentHeaderLost = Quirk(name: "content-header-lost")
    static let queryRebuilt = Quirk(name: "query-rebuilt")
    static let forwardedHeadersOverwritten = Quirk(name: "forwarded-headers-overwritten")
    static let upgradeNotProxied = Quirk(name: "upgrade-not-proxied")
    static let notRetried = Quirk(name: "not-retried")
    static let frontEndLimit = Quirk(name: "front-end-limit")
    static let percentRemoved = Quirk(name: "percent-removed")
    static let argumentSplit = Quirk(name: "argument-split")
    static let exitZero = Quirk(name: "exit-zero")
}
