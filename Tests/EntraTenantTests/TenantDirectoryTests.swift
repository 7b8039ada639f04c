// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraTenant
import StrictJSON
import Testing

@Suite("Directory file")
struct TenantDirectoryTests {
    @Test("What is written is read back")
    func roundTrip() throws {
        let text = Fixture.extended.json.serialized(.pretty)
        #expect(try TenantDirectory(json: text) == Fixture.extended)
    }

    @Test("The built-in tenant has two users, a web app with a secret and a daemon")
    func standard() {
        let directory = TenantDirectory.standard
        #expect(directory.users.map(\.name) == ["Adele Vance", "Megan Bowen"])
        #expect(directory.client(Fixture.webAppID)?.authenticationClass == "1")
        #expect(directory.client(Fixture.daemonID)?.permissions.first?.roles == ["Task.Run"])
        #expect(directory.api(Fixture.api)?.scopes == ["access_as_user", "profile.read"])
        #expect(directory.user("MEGAN")?.objectID == "bbbbbbbb-1111-2222-3333-cccccccccccc")
        #expect(directory.user("a") == nil)
    }

    @Test("Broken JSON is reported with its place")
    func syntax() throws {
        let error = #expect(throws: TenantDirectoryError.self) {
            try TenantDirectory(json: Array("{\n  \"tenantId\": ?\n}".utf8), file: "t.json")
        }
        #expect(error?.description.hasPrefix("t.json:2:15: not valid JSON") == true)
    }

    @Test("Every problem is reported at once, each at its line and column")
    func problems() throws {
        let text = """
            {
              "tenantId": "not-a-guid",
              "domain": 5,
              "extra": {"a": [1, "}"]},
              "apis": [
                {"name": "A", "clientId": "00001111-aaaa-2222-bbbb-3333cccc4444", "scopes": ["with space"],
                 "requestedAccessTokenVersion": 3}
              ],
              "clients": [
                {"name": "W", "clientId": "00001111-AAAA-2222-bbbb-3333cccc4444", "secret": "",
                 "redirectUris": ["http://example.com"],
                 "permissions": [{"api": "00001111-aaaa-2222-bbbb-3333cccc4444", "scopes": ["nothing"]},
                                 {"api": "99991111-aaaa-2222-bbbb-3333cccc4444"}]}
              ],
              "users": [{"name": "U", "objectId": "x", "userPrincipalName": "u@x"}]
            }
            """
        let error = try #require(
            #expect(throws: TenantDirectoryError.self) { try TenantDirectory(json: Array(text.utf8), file: "t.json") })
        let found = error.problems.map { "\($0.line):\($0.column) \($0.message.prefix { $0 != " " })" }
        #expect(
            found == [
                "2:15 tenantId", "3:13 domain", "4:12 extra", "6:81 scopes", "7:37 requestedAccessTokenVersion",
                "10:31 clientId", "10:81 secret", "11:22 redirectUris", "12:80 nothing", "13:30 api",
                "15:13 password", "15:39 objectId",
            ])
        #expect(error.description.split(separator: "\n").allSatisfy { $0.hasPrefix("t.json:") })
    }

    @Test("Only an object with members will do", arguments: ["[]", "5", "{}", "\"x\"", "{\"apis\": {}}"])
    func shapes(text: String) {
        #expect(throws: TenantDirectoryError.self) { try TenantDirectory(json: Array(text.utf8)) }
    }

    @Test("A file is written for its owner only and read back; a missing one is named")
    func files() throws {
        try TemporaryFolder.with { folder in
            let path = "\(folder)/tenant.json"
            try TenantDirectory.standard.write(to: path)
            #expect(try TenantDirectory(contentsOf: path) == .standard)
            #expect(TemporaryFolder.mode(of: path) == 0o600)
            let error = #expect(throws: TenantStateError.self) { try TenantDirectory(contentsOf: path + "x") }
            #expect(error?.message.contains("tenant.jsonx") == true)
        }
    }
}
