// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Tells whether other hosts use a store; the system lets go when the process ends, however it ends.
final class StoreLock: Sendable {
    private let descriptor: FileDescriptor
    /// Whether no other host used the store when this one came.
    let isAlone: Bool

    init(path: String) throws(Errno) {
        do {
            descriptor = try FileDescriptor.open(
                FilePath(path), .readWrite, options: [.create, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
        } catch {
            throw error as? Errno ?? .ioError
        }
        isAlone = flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0
        // Waits for a host that is putting the store in order at this moment.
        if !isAlone { while flock(descriptor.rawValue, LOCK_SH) != 0, errno == EINTR {} }
    }

    /// Lets other hosts in.
    func share() { _ = flock(descriptor.rawValue, LOCK_SH) }

    deinit { try? descriptor.close() }
}
