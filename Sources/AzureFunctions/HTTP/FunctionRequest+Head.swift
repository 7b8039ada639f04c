// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import HTTPTypes

extension FunctionRequest {
    /// The request without its body, for applications that work on the ecosystem's types.
    ///
    /// In envelope mode the host hands over a decoded path; it is encoded again, so that `%2F` and `/` cannot be told
    /// apart there (host contract §5.2).
    public var head: HTTPRequest {
        let (scheme, authority, target) = Self.parts(of: url)
        let fields = headers
        return HTTPRequest(
            method: method, scheme: scheme ?? "http",
            authority: authority ?? HTTPField.Name("Host").flatMap { fields[$0] },
            path: scheme == nil ? target : Self.encoded(target), headerFields: fields)
    }

    /// Scheme and authority of an absolute URL, and what comes after them.
    private static func parts(of url: String) -> (scheme: String?, authority: String?, target: String) {
        guard let mark = url.firstRange(of: "://"), !url[..<mark.lowerBound].contains("/") else {
            return (nil, nil, url.isEmpty ? "/" : url)
        }
        let rest = url[mark.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let target = rest.dropFirst(authority.count)
        return (
            String(url[..<mark.lowerBound]), String(authority),
            target.isEmpty ? "/" : target.first == "?" ? "/" + target : String(target)
        )
    }

    /// Encodes what must not stand in a request target; what is encoded already stays.
    private static func encoded(_ target: String) -> String {
        var encoded: [UInt8] = []
        for byte in target.utf8 {
            if 0x21...0x7E ~= byte, !#"<>"\^`{|}"#.utf8.contains(byte) {
                encoded.append(byte)
            } else {
                encoded += "%".utf8
                for digit in [byte >> 4, byte & 15] { encoded.append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
