// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What the Durable extension tells a function that starts or manages orchestrations.
///
/// The addresses are called by HTTP; `{functionName}`, `{instanceId}` and the like in them are to be replaced.
public struct DurableClient: Sendable, Hashable, Decodable {
    /// The task hub.
    public var taskHubName: String?
    /// Addresses that start an orchestration, such as `createNewInstancePostUri`.
    public var creationURLs: [String: String]
    /// Addresses that ask and manage, such as `statusQueryGetUri`.
    public var managementURLs: [String: String]
    /// The address below which the extension's own protocol is served; nil where the host has none.
    public var rpcBaseURL: String?

    /// Creates a description, for tests.
    ///
    /// - Parameters:
    ///   - taskHubName: The task hub.
    ///   - creationURLs: Addresses that start an orchestration.
    ///   - managementURLs: Addresses that ask and manage.
    ///   - rpcBaseURL: The address below which the extension's own protocol is served.
    public init(
        taskHubName: String? = nil, creationURLs: [String: String] = [:], managementURLs: [String: String] = [:],
        rpcBaseURL: String? = nil
    ) {
        self.taskHubName = taskHubName
        self.creationURLs = creationURLs
        self.managementURLs = managementURLs
        self.rpcBaseURL = rpcBaseURL
    }

    private enum CodingKeys: String, CodingKey {
        case taskHubName
        case creationURLs = "creationUrls"
        case managementURLs = "managementUrls"
        case rpcBaseURL = "rpcBaseUrl"
    }

    /// Reads a description, of which anything may be missing.
    ///
    /// - Parameter decoder: The description's JSON.
    /// - Throws: `DecodingError` when it is not an object; the invocation then fails.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            taskHubName: try? values.decode(String.self, forKey: .taskHubName),
            creationURLs: (try? values.decode([String: String].self, forKey: .creationURLs)) ?? [:],
            managementURLs: (try? values.decode([String: String].self, forKey: .managementURLs)) ?? [:],
            rpcBaseURL: try? values.decode(String.self, forKey: .rpcBaseURL))
    }
}
