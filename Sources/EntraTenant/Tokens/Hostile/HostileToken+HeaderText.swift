// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// HDR: the header as JSON (RFC 7515 §4, RFC 8259).
extension HostileToken {
    static let headerTexts: [HostileToken] =
        [
            HostileToken("HDR-62", "kid twice", .tokenMalformed) {
                try $0.token(headerText: #"{"alg":"RS256","kid":"nope","kid":"\#($0.key.keyID)"}"#)
            },
            HostileToken("HDR-65", "a header that is cut off", .tokenMalformed) {
                try $0.token(headerText: String(HostileMint.text($0.header).dropLast()))
            },
        ]
        + family("HDR-67", "bytes after the header", .tokenMalformed, texts: ["x", "{}", "\u{0}"]) {
            try $0.token(headerText: HostileMint.text($0.header) + $1)
        }
        + family(
            "HDR-69", "invalid UTF-8", .tokenMalformed,
            [("FF FE", [0xFF, 0xFE]), ("overlong", [0xC0, 0xAF]), ("surrogate", [0xED, 0xA0, 0x80])]
        ) { (mint: HostileMint, bytes: [UInt8]) in
            let text = Array(#"{"alg":"RS256","x":""#.utf8) + bytes + Array(#"","kid":"\#(mint.key.keyID)"}"#.utf8)
            return try mint.token(headerBytes: text)
        }
        + [
            HostileToken("HDR-70", "a lone surrogate", .tokenMalformed) {
                try $0.token(headerText: #"{"alg":"RS256","kid":"\ud800"}"#)
            },
            HostileToken("HDR-72", "a huge number in an unknown parameter: accepted, and nothing traps", nil) {
                try $0.token(headerMembers: #""x":1e300"#)
            },
        ]
        + numbers("HDR-73", "not a JSON number", .tokenMalformed, ["00", "01", "1.", ".5", "+1", "0x10"])
        + numbers(
            "HDR-73", "an odd JSON number in an unknown parameter: accepted", nil, ["1e400", "-0", "1E+2"], from: 7)
        + [
            HostileToken("HDR-74", "10,000 parameters; a server may refuse the header field first", .tokenTooLarge) {
                try $0.token(headerMembers: (0..<10_000).map { "\"m\($0)\":0" }.joined(separator: ","))
            },
            HostileToken("HDR-75", "the parameters __proto__ and constructor: accepted", nil) {
                try $0.token(headerMembers: #""__proto__":{"alg":"none"},"constructor":{}"#)
            },
        ]

    private static func numbers(
        _ id: String, _ summary: String, _ refusal: Refusal?, _ texts: [String], from first: Int = 1
    ) -> [HostileToken] {
        texts.enumerated().map { index, text in
            HostileToken("\(id)/\(first + index)", "\(summary): \(text)", refusal) {
                try $0.token(headerMembers: "\"x\":\(text)")
            }
        }
    }
}
