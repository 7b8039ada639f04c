// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A prompt that a client of the Model Context Protocol asks for.
public struct MCPPromptCall: Sendable, Hashable {
    /// The prompt.
    public var name: String
    /// What the client filled in, by the arguments' names.
    public var arguments: [String: String]
    /// The client's session; nil when it has none.
    public var sessionID: String?

    /// Creates a call, for tests.
    ///
    /// - Parameters:
    ///   - name: The prompt.
    ///   - arguments: What the client filled in.
    ///   - sessionID: The client's session.
    public init(name: String, arguments: [String: String] = [:], sessionID: String? = nil) {
        self.name = name
        self.arguments = arguments
        self.sessionID = sessionID
    }

    init(_ value: BindingValue) {
        self.init(
            name: value["name"]?.textIfPresent ?? "", arguments: value["arguments"]?.texts ?? [:],
            sessionID: value["sessionid"]?.textIfPresent)
    }
}

extension MCPPromptCall: Encodable {
    private enum CodingKeys: String, CodingKey {
        case name, arguments
        case sessionID = "sessionid"
    }
}
