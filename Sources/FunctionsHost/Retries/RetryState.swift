// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Where a repeated invocation stands; present on the first try as well (host contract §7.1).
struct RetryState: Sendable {
    /// 0 on the first try.
    let count: Int
    /// Nil means for ever.
    let maximumCount: Int?
    /// Why the try before failed.
    let failure: InvocationFailure?

    /// `RetryContext` of the metadata.
    var json: JSONValue {
        [
            "RetryCount": .integer(Int64(count)),
            "MaxRetryCount": .integer(Int64(maximumCount ?? -1)),
            "Exception": failure.map(Self.exception) ?? .null,
            "Instance": nil,
            "State": [:],
        ]
    }

    /// An exception as .NET serialises it; what only .NET knows is null.
    private static func exception(_ failure: InvocationFailure) -> JSONValue {
        [
            "ClassName": "System.Net.Http.HttpRequestException",
            "Message": .string(failure.message),
            "Data": nil,
            "InnerException": nil,
            "HelpURL": nil,
            "StackTraceString": nil,
            "RemoteStackTraceString": nil,
            "RemoteStackIndex": 0,
            "ExceptionMethod": nil,
            "HResult": -2_146_233_088,
            "Source": "FunctionsHost",
            "WatsonBuckets": nil,
        ]
    }
}
