// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import Synchronization

/// Hands a request's body over from its connection to its function, at the function's pace.
final class RequestStream: Sendable {
    private typealias Reader = CheckedContinuation<[UInt8]?, any Error>

    private enum Step {
        case bytes([UInt8], resumes: Bool)
        case end((any Error)?)
        case wait(isFirst: Bool)
    }

    private struct State {
        var buffers = CircularBuffer<ByteBuffer>()
        var size = 0
        var isSuspended = false
        var hasStarted = false
        var hasEnded = false
        var error: (any Error)?
        var reader: Reader?

        mutating func step(_ limits: ConnectionLimits) -> Step {
            defer { hasStarted = true }
            guard let first = buffers.popFirst() else { return hasEnded ? .end(error) : .wait(isFirst: !hasStarted) }
            var bytes = Array(first.readableBytesView)
            while let next = buffers.first, bytes.count + next.readableBytes <= RequestStream.gatheredSize {
                bytes.append(contentsOf: next.readableBytesView)
                buffers.removeFirst()
            }
            size -= bytes.count
            let resumes = isSuspended && size <= limits.lowWaterMark
            if resumes { isSuspended = false }
            return .bytes(bytes, resumes: resumes)
        }
    }

    /// Small parts are put together up to this many bytes.
    private static let gatheredSize = 16 << 10

    private let limits: ConnectionLimits
    private let onDemand: @Sendable () -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - limits: The marks at which the connection stops and goes on.
    ///   - onDemand: The function wants bytes: for the first time, or again after the connection was stopped.
    init(limits: ConnectionLimits, onDemand: @escaping @Sendable () -> Void) {
        self.limits = limits
        self.onDemand = onDemand
    }

    /// Takes bytes from the connection.
    ///
    /// - Returns: Whether the connection may read on.
    func push(_ buffer: ByteBuffer) -> Bool {
        let (reader, mayRead) = state.withLock { state -> (Reader?, Bool) in
            guard !state.hasEnded, buffer.readableBytes > 0 else { return (nil, !state.isSuspended) }
            if let reader = state.reader.take() { return (reader, true) }
            state.buffers.append(buffer)
            state.size += buffer.readableBytes
            if state.size >= limits.highWaterMark { state.isSuspended = true }
            return (nil, !state.isSuspended)
        }
        reader?.resume(returning: Array(buffer.readableBytesView))
        return mayRead
    }

    /// No more bytes will come; with an error, the body is not complete.
    func finish(_ error: (any Error)? = nil) {
        let reader = state.withLock { state -> Reader? in
            guard !state.hasEnded else { return nil }
            state.hasEnded = true
            state.error = error
            return state.reader.take()
        }
        if let error { reader?.resume(throwing: error) } else { reader?.resume(returning: nil) }
    }

    /// The next bytes; nil at the end.
    func next() async throws -> [UInt8]? {
        switch state.withLock({ $0.step(limits) }) {
        case .bytes(let bytes, let resumes):
            if resumes { onDemand() }
            return bytes
        case .end(let error):
            if let error { throw error }
            return nil
        case .wait(let isFirst):
            if isFirst { onDemand() }
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { park($0) }
            } onCancel: {
                state.withLock { $0.reader.take() }?.resume(throwing: CancellationError())
            }
        }
    }

    private func park(_ reader: Reader) {
        let step = state.withLock { state -> Step? in
            let step = state.step(limits)
            guard case .wait = step else { return step }
            if Task.isCancelled { return .end(CancellationError()) }
            if state.reader != nil { return .end(RequestBodyError.alreadyRead) }
            state.reader = reader
            return nil
        }
        switch step {
        case .bytes(let bytes, let resumes):
            reader.resume(returning: bytes)
            if resumes { onDemand() }
        case .end(let error?):
            reader.resume(throwing: error)
        case .end(nil):
            reader.resume(returning: nil)
        case .wait, nil:
            break
        }
    }
}
