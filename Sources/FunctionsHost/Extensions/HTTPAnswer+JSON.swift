// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

extension HTTPAnswer {
    static func json(_ value: JSONValue, status: Int = 200) -> HTTPAnswer {
        .text(
            String(decoding: value.serialized(), as: UTF8.self), status: status, type: "application/json; charset=utf-8"
        )
    }

    /// An answer that says what is wrong.
    static func problem(_ status: Int, _ message: String) -> HTTPAnswer {
        .json(["error": .string(message)], status: status)
    }

    /// The answer for a store that refused.
    static func problem(_ error: StoreError) -> HTTPAnswer {
        let status =
            switch error.kind {
            case .tooLarge: 413
            case .conflict: 409
            case .invalid: 400
            case .full: 507
            case .broken: 500
            }
        return problem(status, error.message)
    }
}
