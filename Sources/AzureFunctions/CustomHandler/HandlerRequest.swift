// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

package import NIOHTTP1

/// A request as it came over the wire, complete.
package struct HandlerRequest: Sendable {
    package let method: HTTPMethod
    package let target: String
    package let headers: HTTPHeaders
    package let body: [UInt8]

    package init(method: HTTPMethod, target: String, headers: HTTPHeaders, body: [UInt8]) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }

    /// The target without query.
    var path: Substring { target.prefix { $0 != "?" } }

    /// The host's id of the invocation; anything but letters, digits and dashes is not one.
    var invocationID: String? {
        guard let id = headers.first(name: "X-Azure-Functions-InvocationId"), 1...64 ~= id.utf8.count,
            id.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 | 0x20 || $0 == 0x2D })
        else { return nil }
        return id
    }
}
