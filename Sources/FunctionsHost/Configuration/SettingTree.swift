// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// host.json as .NET's configuration sees it: texts by path, without case, with overrides from the environment
/// (host contract §1.2).
struct SettingTree: Sendable {
    private static let prefix = "azurefunctionsjobhost__"

    private var values: [String: String] = [:]
    private var sections: Set<String> = []

    init(_ json: JSONValue, environment: [String: String]) {
        add(json, at: "")
        for (name, value) in environment where name.lowercased().hasPrefix(Self.prefix) {
            set(value, at: name.dropFirst(Self.prefix.count).lowercased().replacing("__", with: ":"))
        }
    }

    /// A text; nil when absent.
    subscript(_ path: String) -> String? { values[path.lowercased()] }

    func bool(_ path: String) -> Bool? { self[path].flatMap { Bool($0.lowercased()) } }

    func hasSection(_ path: String) -> Bool { sections.contains(path.lowercased()) }

    /// The texts of an array; one text that is a JSON array of texts wins over the elements.
    func list(_ path: String) -> [String] {
        if let text = self[path], let array = (try? JSONValue(parsing: Array(text.utf8)))?.array {
            let texts = array.compactMap(\.string)
            if texts.count == array.count { return texts }
        }
        return (0..<values.count).lazy.map { self["\(path):\($0)"] }.prefix { $0 != nil }.compactMap { $0 }
    }

    /// How many elements an array of objects has.
    func count(_ path: String) -> Int {
        (0...sections.count).first { !hasSection("\(path):\($0)") } ?? 0
    }

    /// Sets a text unless there is one.
    mutating func setDefault(_ value: String, at path: String) {
        if self[path] == nil { set(value, at: path.lowercased()) }
    }

    private mutating func set(_ value: String, at path: String) {
        values[path] = value
        var section = path[...]
        while let colon = section.lastIndex(of: ":") {
            section = section[..<colon]
            sections.insert(String(section))
        }
    }

    private mutating func add(_ json: JSONValue, at path: String) {
        func child(_ name: String) -> String { (path.isEmpty ? name : path + ":" + name).lowercased() }
        switch json {
        case .object(let object):
            sections.insert(path)
            for member in object { add(member.value, at: child(member.name)) }
        case .array(let elements):
            sections.insert(path)
            for (index, element) in elements.enumerated() { add(element, at: child(String(index))) }
        default:
            values[path] = DotNetText.of(json)
        }
    }
}
