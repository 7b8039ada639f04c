// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import Hummingbird
import NIOCore

/// Reads the form of a request, within a size and a time.
enum RequestForm {
    static let maximumBytes = FormParameters.maximumLength
    static let deadline = Duration.seconds(10)

    static func read(_ request: Request) async throws -> FormParameters {
        let type = request.headers[.contentType]?.split(separator: ";").first?.lowercased() ?? ""
        guard type.utf8.elementsEqual("application/x-www-form-urlencoded".utf8) else {
            throw OAuthError(
                "invalid_request", 900_144, "Send the parameters as application/x-www-form-urlencoded in the body.")
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > maximumBytes { throw tooLarge }
        let bytes = try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
            group.addTask { try await collect(request.body) }
            group.addTask {
                try await Task.sleep(for: deadline)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
        guard let bytes else {
            throw OAuthError("invalid_request", 90_014, "The body did not arrive in time.", status: .requestTimeout)
        }
        do {
            return try FormParameters(parsing: bytes)
        } catch {
            throw OAuthError(error)
        }
    }

    private static func collect(_ body: RequestBody) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in body {
            bytes += buffer.readableBytesView
            guard bytes.count <= maximumBytes else { throw tooLarge }
        }
        return bytes
    }

    private static var tooLarge: OAuthError {
        OAuthError(
            "invalid_request", 90_015, "The body is larger than \(maximumBytes) bytes.", status: .contentTooLarge)
    }
}
