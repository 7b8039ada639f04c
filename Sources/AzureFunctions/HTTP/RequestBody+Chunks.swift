// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension RequestBody {
    /// The body in parts, in order; each part has at least one byte.
    ///
    /// Of a function that declares `streaming: .request` the parts come as the client sends them, at the pace at which
    /// they are taken: what is not taken is not read from the connection. It can be read once. Of any other function the
    /// body has come already and is one part.
    public var chunks: Chunks { Chunks(body: self) }

    /// Reads the whole body into memory.
    ///
    /// - Parameter limit: The most that is accepted, in bytes.
    /// - Returns: A body whose `bytes`, `text` and `decode` work.
    /// - Throws: ``Rejection`` with status 413 of a larger body, which is the answer unless it is caught;
    ///   ``RequestBodyError`` when the body was read before or the client went away; `CancellationError`.
    public func collect(upTo limit: Int) async throws -> RequestBody {
        guard isStreamed else {
            if let size = knownSize, size > limit { throw Rejection.payloadTooLarge }
            return self
        }
        var bytes: [UInt8] = []
        for try await chunk in chunks {
            guard chunk.count <= limit - bytes.count else { throw Rejection.payloadTooLarge }
            bytes.append(contentsOf: chunk)
        }
        return RequestBody(bytes)
    }

    /// The parts of a body.
    public struct Chunks: AsyncSequence, Sendable {
        /// Some bytes.
        public typealias Element = [UInt8]
        /// ``Rejection``, ``RequestBodyError`` or `CancellationError`.
        public typealias Failure = any Error

        let body: RequestBody

        /// Starts to read.
        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(source: body.source) }

        /// Reads one part after another.
        public struct AsyncIterator: AsyncIteratorProtocol {
            private enum Source {
                case whole([UInt8])
                case untouched(StreamedBody)
                case reading(StreamedBody, remaining: Int)
                case ended
            }

            private var source: Source

            init(source: RequestBody.Source) {
                self.source =
                    switch source {
                    case .whole(let bytes): .whole(bytes)
                    case .streamed(let body): .untouched(body)
                    }
            }

            /// The next part; nil at the end.
            ///
            /// - Throws: ``Rejection`` with status 413 when the body is larger than the function accepts;
            ///   ``RequestBodyError`` when the body was read before or the client went away; `CancellationError`. What
            ///   is left uncaught ends the invocation.
            public mutating func next() async throws -> [UInt8]? {
                switch source {
                case .ended:
                    return nil
                case .whole(let bytes):
                    source = .ended
                    return bytes.isEmpty ? nil : bytes
                case .untouched(let body):
                    source = .ended
                    try body.take()
                    return try await read(body, remaining: body.limit)
                case .reading(let body, let remaining):
                    return try await read(body, remaining: remaining)
                }
            }

            private mutating func read(_ body: StreamedBody, remaining: Int) async throws -> [UInt8]? {
                source = .ended
                guard let bytes = try await body.next() else { return nil }
                guard bytes.count <= remaining else { throw Rejection.payloadTooLarge }
                source = .reading(body, remaining: remaining - bytes.count)
                return bytes
            }
        }
    }
}
