// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import Testing

@Suite("Authorities")
struct AuthorityTests {
    @Test(
        "Only the loopback of this machine is a development authority",
        arguments: [
            ("http://localhost:8080", "http://localhost:8080"), ("https://localhost:8443/", "https://localhost:8443"),
            ("https://127.0.0.1", "https://127.0.0.1"), ("https://[::1]:8443", "https://[::1]:8443"),
            ("https://localhost.evil.example:8443", nil), ("https://[::1].evil.example", nil),
            ("https://[::1]evil:1", nil),
            ("https://127.0.0.1.evil.example", nil), ("https://127.0.0.2", nil), ("https://evil.example", nil),
            ("https://localhost@evil.example", nil), ("https://evil.example#localhost", nil), ("ftp://localhost", nil),
            ("https://localhost/path", nil), ("https://localhost?x", nil), ("localhost:8080", nil), ("", nil),
            ("https://", nil), ("https://LOCALHOST", nil), ("https://localhost\\@evil.example", nil),
            ("https://localhost:8443:1", nil), ("https://localhost:port", nil), ("https://localhost:", nil),
        ] as [(String, String?)])
    func loopback(text: String, origin: String?) {
        #expect(Authority.loopback(text)?.origin == origin)
    }
}
