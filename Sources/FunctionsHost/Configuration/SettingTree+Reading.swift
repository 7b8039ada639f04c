// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

extension SettingTree {
    func bool(_ path: String) -> Bool? { self[path].flatMap { Bool($0.lowercased()) } }

    /// A time above zero; nil when absent.
    func duration(_ path: String) throws(InvalidSetting) -> Duration? {
        guard let text = self[path] else { return nil }
        guard let duration = TimeSpan.parse(text), duration > .zero else {
            throw InvalidSetting(path, "\(path) of host.json is \"\(text)\"; write it as \"00:05:00\".")
        }
        return duration
    }

    /// A whole number of a range; nil when absent.
    func number(_ path: String, in range: ClosedRange<Int>) throws(InvalidSetting) -> Int? {
        guard let text = self[path] else { return nil }
        guard let number = Int(text), range ~= number else {
            throw InvalidSetting(
                path, "\(path) of host.json is \"\(text)\"; it must be \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    /// The texts of an array; one text that is a JSON array of texts wins over the elements (host contract §1.2).
    func list(_ path: String) -> [String] {
        if let texts = self[path].flatMap(Self.texts) { return texts }
        var texts: [String] = []
        while let text = self["\(path):\(texts.count)"] { texts.append(text) }
        return texts
    }

    /// How many elements an array of objects has.
    func count(_ path: String) -> Int {
        var count = 0
        while hasSection("\(path):\(count)") { count += 1 }
        return count
    }

    /// The elements of a JSON array of texts, else nil.
    static func texts(_ json: String) -> [String]? {
        guard let array = (try? JSONValue(parsing: Array(json.utf8)))?.array else { return nil }
        let texts = array.compactMap(\.string)
        return texts.count == array.count ? texts : nil
    }
}
