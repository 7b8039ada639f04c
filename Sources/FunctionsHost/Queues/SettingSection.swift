// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A section of host.json, whose values are checked when they are read.
struct SettingSection: Sendable {
    private let tree: SettingTree
    private let path: String

    init(_ tree: SettingTree, path: String) {
        self.tree = tree
        self.path = path
    }

    func number(_ name: String, in range: ClosedRange<Int>) throws(InvalidSetting) -> Int? {
        guard let text = tree["\(path):\(name)"] else { return nil }
        guard let number = Int(text), range ~= number else {
            throw failure(name, text, "must be \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func duration(_ name: String) throws(InvalidSetting) -> Duration? {
        guard let text = tree["\(path):\(name)"] else { return nil }
        guard let duration = TimeSpan.parse(text), duration >= .zero else {
            throw failure(name, text, "must be a time such as \"00:00:30\"")
        }
        return duration
    }

    func flag(_ name: String) throws(InvalidSetting) -> Bool? {
        guard let text = tree["\(path):\(name)"] else { return nil }
        guard let flag = Bool(text.lowercased()) else { throw failure(name, text, "must be true or false") }
        return flag
    }

    func choice(_ name: String, _ choices: [String]) throws(InvalidSetting) -> String? {
        guard let text = tree["\(path):\(name)"] else { return nil }
        guard choices.contains(text.lowercased()) else {
            throw failure(name, text, "must be one of \(choices.joined(separator: ", "))")
        }
        return text.lowercased()
    }

    private func failure(_ name: String, _ text: String, _ rule: String) -> InvalidSetting {
        InvalidSetting("\(path):\(name)", "\(path):\(name) of host.json is \"\(text)\"; it \(rule).")
    }
}
