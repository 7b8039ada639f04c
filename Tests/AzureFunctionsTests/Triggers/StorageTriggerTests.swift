// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import StrictJSON
import Testing

private struct Order: Codable, Sendable, Equatable {
    let id: Int
}

@Suite struct `Storage triggers` {
    @Test func `A queue message is text, bytes or JSON`() async throws {
        #expect(try await Fired.payload(.queue("q", of: String.self), #""\"HelloWorld\"""#) == "HelloWorld")
        #expect(try await Fired.payload(.queue("q", of: String.self), #""\"{\\\"id\\\":5}\"""#) == #"{"id":5}"#)
        #expect(try await Fired.payload(.queue("q", of: [UInt8].self), #""AP8=""#) == [0, 255])
        #expect(try await Fired.payload(.queue("q", of: Order.self), #""\"{\\\"id\\\":5}\"""#) == Order(id: 5))
        #expect(try await Fired.payload(.queue("q", of: JSONValue.self), #""\"[1,null]\"""#) == [1, nil])
    }

    @Test(arguments: ["null", "4", "true", "[1]", #"{"a":1}"#, "\"quoted\"", "", "AP8=", "2024-10-24T10:11:12"])
    func `A text arrives as it was sent, whatever it looks like`(text: String) async throws {
        let wire = String(decoding: JSONValue.string(text).serialized(), as: UTF8.self)
        let twice = String(decoding: JSONValue.string(wire).serialized(), as: UTF8.self)
        #expect(try await Fired.payload(.queue("q", of: String.self), twice) == text)
    }

    @Test func `A message that is something else fails the invocation`() async {
        await #expect(throws: Fired.Refused.self) {
            _ = try await Fired.payload(.queue("q", of: Order.self), #""\"no JSON\"""#)
        }
        await #expect(throws: Fired.Refused.self) {
            _ = try await Fired.payload(.queue("q", of: [UInt8].self), #""***""#)
        }
    }

    @Test func `A blob is taken out of base64 in every form`() async throws {
        #expect(try await Fired.payload(.blob("c/{n}", of: [UInt8].self), #""AP8=""#) == [0, 255])
        #expect(try await Fired.payload(.blob("c/{n}", of: String.self), #""aGk=""#) == "hi")
        #expect(try await Fired.payload(.blob("c/{n}", of: String.self), #""""#) == "")
        #expect(try await Fired.payload(.blob("c/{n}", of: Order.self), #""eyJpZCI6NX0=""#) == Order(id: 5))
        #expect(try await Fired.payload(.blob("c/{n}", of: JSONValue.self), #""eyJpZCI6NX0=""#) == ["id": 5])
    }

    @Test func `A blob that the host sends as text is read too`() async throws {
        #expect(try await Fired.payload(.blob("c/{n}", of: String.self), #""\"hi there\"""#) == "hi there")
        #expect(try await Fired.payload(.blob("c/{n}", of: Order.self), #""\"{\\\"id\\\":5}\"""#) == Order(id: 5))
    }

    @Test func `A blob of other bytes than text fails where text is declared`() async {
        await #expect(throws: Fired.Refused.self) {
            _ = try await Fired.payload(.blob("c/{n}", of: String.self), #""AP8=""#)
        }
        await #expect(throws: Fired.Refused.self) {
            _ = try await Fired.payload(.blob("c/{n}", of: Order.self), #""AP8=""#)
        }
    }
}
