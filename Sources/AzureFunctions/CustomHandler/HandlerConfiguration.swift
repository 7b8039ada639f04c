// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What the host tells the handler through its environment (host contract §2.2).
struct HandlerConfiguration: Sendable {
    let port: Int
    let host: HostConfiguration

    init(_ settings: AppSettings) throws(ConfigurationError) {
        let name = "FUNCTIONS_CUSTOMHANDLER_PORT"
        var problems: [Problem] = []
        var port: Int?
        if let text = settings[name] ?? settings["FUNCTIONS_HTTPWORKER_PORT"] {
            port = Int(text).flatMap { 0...65_535 ~= $0 ? $0 : nil }
            if port == nil { problems.append(Problem(.setting, "\(name) is \"\(text)\", which is not a port.")) }
        } else {
            problems.append(
                Problem(
                    .setting,
                    "\(name) is not set: start this program through the Functions host, with \"swift-func start\" or "
                        + "\"func start\"."))
        }
        var host = HostConfiguration()
        do throws(ConfigurationError) {
            host = try HostConfiguration.load(from: settings["FUNCTIONS_APP_ROOT_PATH"] ?? ".", settings: settings)
        } catch {
            problems += error.problems
        }
        if let error = ConfigurationError(problems) { throw error }
        self.port = port ?? 0
        self.host = host
    }
}
