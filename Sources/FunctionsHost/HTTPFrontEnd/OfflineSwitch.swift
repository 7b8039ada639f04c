// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// `app_offline.htm` in the app's folder takes the app off the air, and is what clients see meanwhile
/// (host contract §3.5, §6.1).
struct OfflineSwitch: Sendable {
    private let path: String

    init(appRoot: String) {
        path = appRoot + "/app_offline.htm"
    }

    /// One system call, since every request asks.
    var isOffline: Bool { access(path, F_OK) == 0 }

    /// What clients get; nil while the app is on the air.
    var answer: HTTPAnswer? {
        guard isOffline, let page = FileManager.default.contents(atPath: path) else { return nil }
        guard !page.isEmpty else { return .text("Function host is not running.", status: 503) }
        return .text(String(decoding: page, as: UTF8.self), status: 503, type: "text/html; charset=utf-8")
    }

    /// Takes the app off the air or back.
    ///
    /// - Returns: Whether the file could be changed.
    func set(_ isOffline: Bool) -> Bool {
        if isOffline { return FileManager.default.createFile(atPath: path, contents: Data()) }
        return !self.isOffline || (try? FileManager.default.removeItem(atPath: path)) != nil
    }
}
