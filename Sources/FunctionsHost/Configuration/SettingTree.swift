// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// host.json as .NET's configuration sees it: texts by path, without case, with overrides from the environment
/// (host contract §1.2).
struct SettingTree: Sendable {
    private static let prefix = "azurefunctionsjobhost__"
    /// The lists that one variable with a JSON array may set.
    private static let lists = ["arguments", "workerarguments"].flatMap { name in
        ["customhandler:description:\(name)", "httpworker:description:\(name)"]
    }

    private var values: [String: String] = [:]
    private var names: [String: String] = [:]
    private var sections: Set<String> = []
    /// The variables by the paths that they set.
    private var variables: [String: String] = [:]
    /// What the user should know.
    private(set) var warnings: [String] = []

    init(_ json: JSONValue, environment: [String: String]) {
        add(json, at: "")
        for (name, value) in environment.sorted(by: { $0.key < $1.key })
        where name.lowercased().hasPrefix(Self.prefix) {
            let original = name.dropFirst(Self.prefix.count).replacing("__", with: ":")
            let path = original.lowercased()
            set(value, at: path)
            names[path] = String(original.split(separator: ":").last ?? "")
            variables[path] = name
            if Self.lists.contains(path), Self.texts(value) == nil {
                warnings.append(
                    "\(name) is not a JSON array of texts: the host ignores it without a word. Write it as "
                        + #"["--a","--b"]."#)
            }
        }
    }

    /// A text; nil when absent.
    subscript(_ path: String) -> String? { values[path.lowercased()] }

    func hasSection(_ path: String) -> Bool { sections.contains(path.lowercased()) }

    /// The environment variable that sets a path, if one does.
    func variable(for path: String) -> String? { variables[path.lowercased()] }

    /// The texts directly below a path with their names as written, sorted.
    func children(of path: String) -> [(name: String, value: String)] {
        let root = path.lowercased() + ":"
        return values.filter { $0.key.hasPrefix(root) && !$0.key.dropFirst(root.count).contains(":") }
            .sorted { $0.key < $1.key }.map { (names[$0.key] ?? $0.key, $0.value) }
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
            for member in object {
                names[child(member.name)] = member.name
                add(member.value, at: child(member.name))
            }
        case .array(let elements):
            sections.insert(path)
            for (index, element) in elements.enumerated() { add(element, at: child(String(index))) }
        default:
            values[path] = DotNetText.of(json)
        }
    }
}
