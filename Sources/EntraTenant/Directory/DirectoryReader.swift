// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Reads members of one object of a directory file and notes what is wrong.
struct DirectoryReader {
    /// A problem and the path of the value that has it.
    typealias Note = (path: String, message: String)

    let element: JSONElement
    let path: String
    private(set) var notes: [Note] = []

    init(_ element: JSONElement, at path: String, allowing names: [String]) {
        self.element = element
        self.path = path
        guard let members = element.members else {
            notes.append((path, "must be an object"))
            return
        }
        for member in members where !names.contains(member.name) {
            note(member.name, "is not a known member; known are \(names.joined(separator: ", "))")
        }
    }

    mutating func note(_ name: String, _ message: String) {
        notes.append((path.isEmpty ? name : "\(path).\(name)", "\(name) \(message)"))
    }

    mutating func add(_ other: [Note]) { notes += other }

    mutating func text(_ name: String) -> String {
        guard let value = optionalText(name) else {
            if element[name] == nil { note(name, "is missing; give a text") }
            return ""
        }
        return value
    }

    mutating func optionalText(_ name: String) -> String? {
        guard let value = element[name] else { return nil }
        guard let text = value.string, !text.isEmpty, !text.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
            note(name, "must be a text that is not empty and has no control characters")
            return nil
        }
        return text
    }

    mutating func guid(_ name: String) -> String {
        let text = text(name)
        if !text.isEmpty, !GUID.isValid(text) {
            note(name, "must be a GUID such as \(TenantDirectory.standard.tenantID)")
        }
        return text.lowercased()
    }

    mutating func bool(_ name: String) -> Bool {
        guard let value = element[name] else { return false }
        guard let bool = value.bool else {
            note(name, "must be true or false")
            return false
        }
        return bool
    }

    /// Names that go into the claims `scp` and `roles`: no spaces (RFC 6749 §3.3).
    mutating func names(_ name: String) -> [String] {
        let texts = texts(name)
        for text in texts where !text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
            note(name, "holds \"\(text)\"; write printable ASCII without spaces, quotes and backslashes")
        }
        return texts
    }

    mutating func texts(_ name: String) -> [String] {
        guard let value = element[name] else { return [] }
        guard let elements = value.elements else {
            note(name, "must be an array of texts")
            return []
        }
        let texts = elements.compactMap { $0.string }.filter { !$0.isEmpty }
        if texts.count != elements.count { note(name, "must hold texts only, none empty") }
        return texts
    }

    /// Reads every object of an array.
    mutating func objects<T>(_ name: String, _ read: (JSONElement, String) -> (T, [Note])) -> [T] {
        guard let value = element[name] else { return [] }
        guard let elements = value.elements else {
            note(name, "must be an array of objects")
            return []
        }
        return elements.enumerated().map { index, element in
            let (value, problems) = read(element, "\(path.isEmpty ? "" : path + ".")\(name)[\(index)]")
            notes += problems
            return value
        }
    }
}
