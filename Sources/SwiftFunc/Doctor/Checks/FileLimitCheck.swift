// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Whether the host may hold as many connections as it serves.
struct FileLimitCheck: DoctorCheck {
    /// 4,096 connections, as many again to the handler's side, and room for the rest.
    private static let wanted: UInt64 = 8_448

    func run(_ scene: DoctorScene) async -> [Finding] {
        let limit = sysconf(Int32(_SC_OPEN_MAX))
        return limit < 0 ? [] : [Self.finding(UInt64(limit))]
    }

    static func finding(_ limit: UInt64) -> Finding {
        guard limit >= wanted else {
            return .warning(
                "open files", "This shell allows \(limit) open files, fewer than the host can use under load.",
                "\"ulimit -n 16384\" before \"swift-func start\".")
        }
        return .ok("open files", "\(limit) are allowed")
    }
}
