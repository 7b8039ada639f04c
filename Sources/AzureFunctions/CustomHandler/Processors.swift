// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials

/// The processors that this process may run on.
enum Processors {
    /// Whether there is only one: then two event loops would do nothing but take turns.
    ///
    /// NIO counts those of a container; a mask of the process (`taskset`) stands in Linux's list alone.
    static var isSingle: Bool {
        #if os(Linux)
        isSingle(status: FileManager.default.contents(atPath: "/proc/self/status") ?? Data())
        #else
        false
        #endif
    }

    static func isSingle(status: Data) -> Bool {
        let name = "Cpus_allowed_list:"
        for line in status.split(separator: UInt8(ascii: "\n")) where line.starts(with: name.utf8) {
            let list = line.dropFirst(name.utf8.count + 1)
            return !list.isEmpty && list.allSatisfy { 0x30...0x39 ~= $0 }
        }
        return false
    }
}
