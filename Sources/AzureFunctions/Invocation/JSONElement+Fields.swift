// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// An object of header fields, as envelopes have them.
extension JSONElement {
    /// The values of the members whose name is this one, ignoring case.
    ///
    /// - Parameter name: In lower case.
    /// - Returns: The values in order.
    func fields(named name: String) -> [JSONElement] {
        guard let members else { return [] }
        var found: [JSONElement] = []
        for member in members where member.isNamed(name) { found.append(member.value) }
        return found
    }

    /// The first of them.
    func field(named name: String) -> JSONElement? { members?.first { $0.isNamed(name) }?.value }
}

extension JSONMembers.Member {
    fileprivate func isNamed(_ name: String) -> Bool {
        let bytes = nameUTF8
        guard bytes.count == name.utf8.count else { return false }
        var index = bytes.startIndex
        for wanted in name.utf8 {
            guard bytes[index].lowercasedASCII == wanted else { return false }
            index += 1
        }
        return true
    }
}
