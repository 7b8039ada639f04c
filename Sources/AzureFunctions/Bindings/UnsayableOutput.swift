// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// An output that the host would not carry unchanged, or not at all (host contract §8.3).
enum UnsayableOutput: Error, CustomStringConvertible {
    /// A text that the host would rewrite in the form of another culture.
    case date
    /// Bytes that are not text, where the host takes only text, or several binary items at once.
    case binary
    case notAnObject
    case encoding(String)
    /// The host copies the members of a returned object over the outputs (host contract §8.4).
    case returnedMember(String)

    var description: String {
        switch self {
        case .date:
            "A text that is nothing but a date cannot be sent here: the host rewrites it. Put it into a JSON object."
        case .binary:
            "Bytes that are not UTF-8 can be sent to queues, blobs and event hubs only, and one item at a time."
        case .notAnObject:
            "This output takes JSON objects: return a structure, a JSON object, or an array of them."
        case .encoding(let reason):
            "The value cannot be written as JSON: \(reason)"
        case .returnedMember(let name):
            "The returned object has a member \"\(name)\" like an output, which the host would overwrite; name the output "
                + "otherwise by named(_:)."
        }
    }
}
