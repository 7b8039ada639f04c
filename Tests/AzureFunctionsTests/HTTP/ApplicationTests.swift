// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import AzureFunctionsTesting
import HTTPTypes
import StrictJSON
import Testing

@Suite struct `Whole applications on a catch-all route` {
    private let app = FunctionApp {
        HTTPApplication("web") { head, body, _ in
            var response = HTTPResponse(status: .accepted)
            response.headerFields[.server] = "mine"
            let text = [
                head.method.rawValue, head.path ?? "", head.authority ?? "", head.headerFields[.accept] ?? "",
                body.text,
            ]
            return FunctionResponse(response, body: Array(text.joined(separator: " ").utf8))
        }
    }

    @Test(arguments: [[:], ["customHandler": ["enableForwardingHttpRequest": true]]] as [JSONValue])
    func `Every method and path arrives with query and body`(host: JSONValue) async throws {
        try await app.test(hostJSON: host) { client in
            for method in HTTPApplication.allMethods where method != .head {
                let answer = try await client.send(
                    method: method, path: "/api/a%20b/c?x=1&y=%C3%A9", headers: [.accept: "text/x"],
                    body: method == .get ? [] : Array("body".utf8))
                #expect(answer.status == .accepted)
                #expect(answer.headers[.server] == "mine")
                let body = method == .get ? "" : "body"
                let text = String(decoding: answer.body, as: UTF8.self)
                #expect(text == "\(method.rawValue) /api/a%20b/c?x=1&y=%C3%A9 localhost text/x \(body)")
            }
        }
    }

    @Test func `A guard stands before the whole application`() async throws {
        let app = FunctionApp {
            HTTPApplication("web", guardedBy: NotingGuard("g", Probe(), refuses: true)) { _, _, _, _ in
                FunctionResponse(HTTPResponse(status: .ok))
            }
        }
        try await app.test { client in
            let answer = try await client.get("/api/any/thing")
            #expect(answer.status == .forbidden)
        }
    }
}
