// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import StrictJSON

/// A refusal in the words of OAuth and with the number that Entra gives it (`AADSTS…`).
struct OAuthError: Error, Sendable {
    /// The error of RFC 6749 §4.1.2.1 or §5.2, or one that Entra adds.
    let error: String
    /// Entra's number.
    let number: Int
    /// What is wrong and what to do, without secrets and tokens.
    let message: String
    var status: HTTPResponse.Status = .badRequest

    init(_ error: String, _ number: Int, _ message: String, status: HTTPResponse.Status = .badRequest) {
        self.error = error
        self.number = number
        self.message = message
        self.status = status
    }

    static func missing(_ name: String) -> OAuthError {
        OAuthError("invalid_request", 900_144, "The request body must contain the following parameter: '\(name)'.")
    }

    /// The text that Entra puts into `error_description`.
    func description(of trace: Trace) -> String {
        "AADSTS\(number): \(message) Trace ID: \(trace.id) Correlation ID: \(trace.correlationID) "
            + "Timestamp: \(trace.timestamp)"
    }

    func body(_ trace: Trace) -> JSONValue {
        [
            "error": .string(error),
            "error_description": .string(description(of: trace)),
            "error_codes": [.integer(Int64(number))],
            "timestamp": .string(trace.timestamp),
            "trace_id": .string(trace.id),
            "correlation_id": .string(trace.correlationID),
        ]
    }
}

extension OAuthError {
    init(_ problem: FormParameters.Problem) {
        switch problem {
        case .tooLong: self.init("invalid_request", 90_015, "Requested query string is too long.")
        case .malformed: self.init("invalid_request", 90_014, "A parameter is not percent-encoded UTF-8.")
        case .repeated(let name):
            self.init("invalid_request", 90_014, "The parameter '\(Trace.printable(name))' is given more than once.")
        }
    }
}
