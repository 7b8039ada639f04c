// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Parameters of a query or of a form (`application/x-www-form-urlencoded`), each at most once.
struct FormParameters: Sendable {
    /// Why parameters cannot be read.
    enum Problem: Error, Equatable {
        case tooLong
        case malformed
        case repeated(String)
    }

    static let maximumLength = 65_536
    private(set) var all: [(name: String, value: String)] = []

    init() {}

    init(parsing text: some Collection<UInt8>) throws(Problem) {
        guard text.count <= Self.maximumLength else { throw .tooLong }
        var names: Set<String> = []
        for pair in text.split(separator: UInt8(ascii: "&")) {
            let cut = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            guard let name = PercentCoding.decode(pair[..<cut], plusIsSpace: true),
                let value = PercentCoding.decode(pair[cut...].dropFirst(), plusIsSpace: true)
            else { throw .malformed }
            // RFC 6749 §3.1: parameters must not come more than once.
            guard names.insert(name).inserted else { throw .repeated(name) }
            all.append((name, value))
        }
    }

    /// The value of a parameter; one without a value counts as absent (RFC 6749 §3.1).
    subscript(_ name: String) -> String? {
        all.first { $0.name.utf8.elementsEqual(name.utf8) }.flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    mutating func append(_ name: String, _ value: String?) {
        if let value { all.append((name, value)) }
    }

    /// The parameters as a query.
    var encoded: String {
        all.map { "\(PercentCoding.encode($0.name))=\(PercentCoding.encode($0.value))" }.joined(separator: "&")
    }
}
