// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Files that only their owner may read, written as a whole or not at all.
enum PrivateFile {
    static let maximumSize = 1 << 20

    /// Makes a folder with mode 0700, and those above it.
    static func makeDirectory(_ path: String) throws(TenantStateError) {
        var partial = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            partial += partial.isEmpty || partial.hasSuffix("/") ? "\(part)" : "/\(part)"
            guard mkdir(partial, 0o700) != 0, errno != EEXIST else { continue }
            let cause = reason()
            // A folder above that is there but not writable fails with another number than EEXIST.
            if access(partial, F_OK) == 0 { continue }
            throw TenantStateError(.fileUnwritable, "folder \(partial) cannot be made: \(cause)")
        }
    }

    /// The bytes of a file, or nil when there is none.
    static func read(_ path: String) throws(TenantStateError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw TenantStateError(.fileUnreadable, "\(path) cannot be opened: \(reason())")
        }
        defer { _ = close(descriptor) }
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = unistdRead(descriptor, &chunk)
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw TenantStateError(.fileUnreadable, "\(path) cannot be read: \(reason())")
            }
            if count == 0 { return content }
            content += chunk.prefix(count)
            guard content.count <= maximumSize else {
                throw TenantStateError(.fileUnreadable, "\(path) is larger than \(maximumSize) bytes")
            }
        }
    }

    /// Writes a file in place of the one that may be there.
    static func replace(_ path: String, with content: [UInt8]) throws(TenantStateError) {
        let temporary = try writeTemporary(for: path, content)
        guard rename(temporary, path) == 0 else {
            let cause = reason()
            unlink(temporary)
            throw TenantStateError(.fileUnwritable, "\(path) cannot be replaced: \(cause)")
        }
    }

    /// Writes a file unless there is one already, also when several processes try at once.
    ///
    /// - Returns: Whether this call made the file.
    static func create(_ path: String, with content: [UInt8]) throws(TenantStateError) -> Bool {
        let temporary = try writeTemporary(for: path, content)
        defer { unlink(temporary) }
        if link(temporary, path) == 0 { return true }
        if errno == EEXIST { return false }
        throw TenantStateError(.fileUnwritable, "\(path) cannot be made: \(reason())")
    }

    private static func writeTemporary(for path: String, _ content: [UInt8]) throws(TenantStateError) -> String {
        let temporary = "\(path).\(RandomSource.system.guid()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw TenantStateError(.fileUnwritable, "\(temporary) cannot be made: \(reason())")
        }
        defer { _ = close(descriptor) }
        var rest = content[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let cause = reason()
                unlink(temporary)
                throw TenantStateError(.fileUnwritable, "\(temporary) cannot be written: \(cause)")
            }
            rest = rest.dropFirst(count)
        }
        _ = fsync(descriptor)
        return temporary
    }

    private static func unistdRead(_ descriptor: Int32, _ chunk: inout [UInt8]) -> Int {
        chunk.withUnsafeMutableBytes { buffer in
            #if canImport(Glibc)
            Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
            Musl.read(descriptor, buffer.baseAddress, buffer.count)
            #else
            Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
        }
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}
