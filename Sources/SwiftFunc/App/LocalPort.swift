// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// The port of an app's host on this machine (host contract §11.1).
enum LocalPort {
    static let standard = 7_071

    /// What local.settings.json says, else 7071.
    static func of(folder: String) -> Int {
        guard let data = FileManager.default.contents(atPath: folder + "/local.settings.json"),
            let json = try? JSONValue(parsing: Array(data)),
            let port = json["Host"]?["LocalHttpPort"].flatMap({ $0.int64 ?? $0.string.flatMap(Int64.init) }),
            1...65_535 ~= port
        else { return standard }
        return Int(port)
    }
}
