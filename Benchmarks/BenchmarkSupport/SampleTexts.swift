// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The JSON texts of one call, as large as Entra and the Functions host make them.
public enum SampleTexts {
    static let tenant = "11111111-1111-4111-8111-111111111111"
    static let api = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"
    static let origin = "https://login.microsoftonline.com"
    static let now: Int64 = 1_800_000_000

    /// A token's header.
    public static func header(keyID: String = "nOo3ZDrODXEK1jKWhXslHR_KXEg") -> [UInt8] {
        Array(#"{"typ":"JWT","alg":"RS256","kid":"\#(keyID)"}"#.utf8)
    }

    /// The payload of a user's v2.0 token; numbers make them differ.
    public static func payload(_ number: Int = 0) -> [UInt8] {
        let object: JSONObject = [
            "aud": .string(api), "iss": .string("\(origin)/\(tenant)/v2.0"), "iat": .integer(now - 300),
            "nbf": .integer(now - 300), "exp": .integer(now + 3_600),
            "aio": "AWQAm/8ZAAAADy6pUBfPDVVnkHVGw1W8pCPNEBAUzcFCGFOHSyBNQT9KJ1vhFC8dSDr+EyK0nQ9Qc3Jr7q0VbPPzHfQ=",
            "azp": "c1c1c1c1-c1c1-4c1c-8c1c-c1c1c1c1c1c1", "azpacr": "0", "name": "Adele Vance",
            "oid": "0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b", "preferred_username": "adele@contoso.onmicrosoft.com",
            "rh": "1.AXQA3q2-7wAAAAAAwAAAAAAAAACqqqqqqqqqqqqqqqqqqqq0AAB0AA.", "scp": "access_as_user",
            "sid": "005c9e1f-6d5c-4b52-a3f0-3f0b7d3a9e11", "sub": "kT4sZb3jYqvW0mJc2o1r8xN5uLd7aQfEhPgR6iVtBwY",
            "tid": .string(tenant), "uti": .string("u\(number)-Gq8RkS2aE0mB5tWcXyZ1AA"), "ver": "2.0",
        ]
        return JSONValue.object(object).serialized()
    }

    /// What the host posts for one HTTP call with a bearer token.
    public static func envelope(token: String) -> [UInt8] {
        let query: JSONObject = ["name": "Adele"]
        let headers: JSONObject = [
            "Accept": ["*/*"], "Host": ["localhost:7071"], "User-Agent": ["benchmark/1.0"],
            "Authorization": [.string("Bearer \(token)")], "Content-Type": ["application/json"],
        ]
        let request: JSONObject = [
            "Url": "http://localhost:7071/api/auth-test?name=Adele", "Method": "GET", "Query": .object(query),
            "Headers": .object(headers), "Params": [:], "Identities": [], "Body": "",
        ]
        let method: JSONObject = [
            "MethodName": "auth-test", "UtcNow": "2027-01-15T08:00:00.0000000Z", "RandGuid": .string(tenant),
        ]
        let metadata: JSONObject = ["Query": .object(query), "Headers": .object(headers), "sys": .object(method)]
        let envelope: JSONObject = ["Data": ["req": .object(request)], "Metadata": .object(metadata)]
        return JSONValue.object(envelope).serialized()
    }
}
