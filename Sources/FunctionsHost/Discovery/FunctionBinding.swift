// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// A binding of a function.json (host contract §5.1).
struct FunctionBinding: Sendable {
    enum Direction: String, Sendable { case `in`, out, `inout` }

    let name: String
    let type: String
    let direction: Direction
    let json: JSONValue
    /// The properties that are texts, by lower-case name, with the values of settings.
    private let texts: [String: String]

    var isTrigger: Bool { type.lowercased().hasSuffix("trigger") }
    var isHTTPOutput: Bool { direction == .out && type.lowercased() == "http" }
    var isReturn: Bool { name == "$return" }
    /// Whether strings that look like base64 stay strings (host contract §8.3).
    var isBinary: Bool { json["dataType"]?.string?.lowercased() == "binary" }

    /// A property that is a text and not empty, by name without case, with the values of settings (host contract §6.5).
    func text(_ property: String) -> String? { texts[property.lowercased()].flatMap { $0.isEmpty ? nil : $0 } }

    /// A property that is true or false, also as a text.
    func flag(_ property: String) -> Bool? {
        let value = json.object?.first { $0.name.lowercased() == property.lowercased() }?.value
        return value?.bool ?? value?.string.flatMap { Bool($0.lowercased()) }
    }

    /// - Parameters:
    ///   - json: An element of `bindings`.
    ///   - path: Its place in the file.
    ///   - settings: Values for `%NAME%`.
    /// - Throws: ``FunctionInError``, which leaves the function out.
    init(_ json: JSONValue, path: String, settings: [String: String] = [:]) throws(FunctionInError) {
        let name = json["name"]?.string ?? ""
        guard let type = json["type"]?.string, !type.isEmpty else {
            throw FunctionInError("The binding \"\(name)\" has no type.", at: path)
        }
        let text = json["direction"]?.string ?? "in"
        guard let direction = Direction(rawValue: text.lowercased()) else {
            throw FunctionInError("'\(text)' is not a valid binding direction.", at: path + ".direction")
        }
        guard name == "$return" || Identifier.isValid(name) else {
            throw FunctionInError(
                "The binding name \(name) is invalid. Please assign a valid name to the binding.", at: path + ".name")
        }
        self.name = name
        self.type = type
        self.direction = direction
        self.json = json
        let isHTTP = ["http", "httptrigger", "timertrigger"].contains(type.lowercased())
        texts = isHTTP ? [:] : try BindingSettings.resolve(json, settings: settings)
    }
}
