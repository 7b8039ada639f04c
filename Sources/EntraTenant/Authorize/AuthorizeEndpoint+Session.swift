// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import Hummingbird
import Synchronization

/// The browser's sign-in session, so that a second app needs no second sign-in.
extension AuthorizeEndpoint {
    static let cookieName = "LocalTenantSession"
    private static let life: Int64 = 24 * 3_600

    func startSession(of user: DirectoryUser) -> String {
        let name = core.random.handle()
        let now = core.clock.now
        core.grants.withLock { $0.sessions.insert(user.objectID, named: name, expires: now + Self.life, now: now) }
        return Self.cookie(name, isSecure: core.isSecure, maximumAge: Self.life)
    }

    func sessionUser(_ request: Request) -> DirectoryUser? {
        guard let name = Self.session(request.headers) else { return nil }
        let now = core.clock.now
        let objectID = core.grants.withLock { $0.sessions.value(named: name, now: now) }
        return core.directory.users.first { $0.objectID == objectID }
    }

    /// `SameSite=None` lets a browser client renew its tokens in a frame; browsers allow that over https only.
    static func cookie(_ value: String, isSecure: Bool, maximumAge: Int64) -> String {
        "\(cookieName)=\(value); Path=/; Max-Age=\(maximumAge); HttpOnly; "
            + (isSecure ? "Secure; SameSite=None" : "SameSite=Lax")
    }

    static func session(_ headers: HTTPFields) -> String? {
        for header in headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let pair = pair.drop { $0 == " " }
                if pair.hasPrefix("\(cookieName)=") { return String(pair.dropFirst(cookieName.count + 1)) }
            }
        }
        return nil
    }
}
