// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import Testing

@Suite("Route templates")
struct RouteTemplateTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let template: String
        let path: String
        let values: [String]?
        var testDescription: String { "\(template) \(path)" }

        init(_ template: String, _ path: String, _ values: [String]?) {
            self.template = template
            self.path = path
            self.values = values
        }
    }

    static let rows = [
        Row("", "/", []), Row("", "/a", nil), Row("api/items", "/API/Items", []), Row("api/items", "api/items/", []),
        Row("api/items", "/api", nil), Row("api/items", "/api/items/1", nil), Row("/api/items/", "/api/items", []),
        Row("a/b", "/a//b", nil), Row("a/{b}", "/a//", nil),
        Row("items/{id}", "/items/Ab", ["id=Ab"]), Row("items/{id}", "/items", nil),
        Row("items/{id?}", "/items", ["id"]), Row("items/{id?}", "/items/7", ["id=7"]),
        Row("items/{id=5}", "/items", ["id=5"]), Row("items/{id=5}", "/items/6", ["id=6"]),
        Row("{*rest}", "/", ["rest"]), Row("{*rest}", "/a/b/c", ["rest=a/b/c"]), Row("{**rest}", "/a/b", ["rest=a/b"]),
        Row("a/{*rest}", "/a", ["rest"]), Row("a/{*rest}", "/b", nil),
        Row("{name}", "/a%20b", ["name=a b"]), Row("{name}", "/a%2Fb", ["name=a%2Fb"]),
        Row("{name}", "/%zz", ["name=%zz"]),
        Row("{name}.{ext}", "/a.b.c", ["name=a.b", "ext=c"]), Row("{name}.{ext}", "/.c", nil),
        Row("{name}.{ext}", "/a.", nil), Row("{name}.{ext?}", "/a", ["name=a"]), Row("{name}.{ext?}", "/a.", nil),
        Row("{name}.{ext?}", "/a.b", ["name=a", "ext=b"]),
        Row("v{n:int}", "/V12", ["n=12"]), Row("v{n:int}", "/vx", nil), Row("v{n}", "/v", nil),
        Row("v{n}", "/xv1", nil),
        Row("{a}-{b}-{c}", "/1-2-3-4", ["a=1-2", "b=3", "c=4"]), Row("{a}/{b?}/{c?}", "/1", ["a=1", "b", "c"]),
    ]

    @Test("A path matches, or not, with the parameters of the host", arguments: rows)
    func match(row: Row) throws {
        let values = try RouteTemplate(row.template).match(row.path)
        #expect(values.map { $0.map { $0.value == nil ? $0.name : "\($0.name)=\($0.value ?? "")" } } == row.values)
    }

    static let constraints: [(constraint: String, good: [String], bad: [String])] = [
        ("int", ["0", "-5", "2147483647"], ["2147483648", "1.0", "x"]),
        ("long", ["2147483648"], ["9223372036854775808"]),
        ("bool", ["true", "FALSE"], ["1"]), ("guid", ["6bd4d1b7-0b0a-4f1c-9d2c-0a5d3a5f9e10"], ["6bd4"]),
        ("alpha", ["Abc"], ["a1", "a-b"]), ("decimal", ["1.5", "-2"], ["x"]), ("double", ["1e3"], ["x"]),
        ("datetime", ["2024-10-24", "2024-10-24T10:11:12Z"], ["soon"]), ("length(3)", ["abc"], ["ab", "abcd"]),
        ("length(2,3)", ["ab", "abc"], ["a", "abcd"]), ("minlength(2)", ["ab"], ["a"]),
        ("maxlength(2)", ["ab"], ["abc"]),
        ("min(5)", ["5"], ["4", "x"]), ("max(5)", ["5"], ["6"]), ("range(1,3)", ["1", "3"], ["0", "4"]),
        (#"regex(^\d{{2}}$)"#, ["12"], ["1", "123", "ab"]), ("regex(b+)", ["ABBA"], ["a"]), ("required", ["a"], []),
        ("int:min(3):max(5)", ["4"], ["2", "6", "x"]),
    ]

    @Test("Constraints accept and refuse as the host's", arguments: constraints)
    func constraint(constraint: String, good: [String], bad: [String]) throws {
        let template = try RouteTemplate("x/{value:\(constraint)}")
        for text in good { #expect(template.match("/x/\(text)")?["VALUE"] == text, "\(text)") }
        for text in bad { #expect(template.match("/x/\(text)") == nil, "\(text)") }
    }

    @Test(
        "What the host would not load is an error",
        arguments: [
            "{", "}", "{}", "a//b", "{a}{b}", "{a}/{A}", "{*rest}/more", "x{*rest}", "a?b", "{a:nothing}", "{a:length}",
            "{a:int(}",
            "{a:regex([)}", "{a?}/b", "{a?=5}", "~/a", "{a/b}",
        ])
    func invalid(template: String) {
        #expect(throws: RouteTemplateError.self) { try RouteTemplate(template) }
    }

    @Test("A long text in a segment with several parameters costs no time")
    func hostileText() throws {
        let template = try RouteTemplate("{a}-{b}-{c}-{d}-{e}x")
        #expect(template.match("/" + String(repeating: "-", count: 1_000)) == nil)
    }

    @Test("Parameters are named in order")
    func names() throws {
        #expect(try RouteTemplate("a/{b}/{c?}.{d?}").parameterNames == ["b", "c", "d"])
    }
}
