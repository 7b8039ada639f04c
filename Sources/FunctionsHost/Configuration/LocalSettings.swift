// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// local.settings.json by the rules of Core Tools (host contract §11.1).
struct LocalSettings: Sendable {
    /// Environment variables, among them the connection strings.
    private(set) var values: [String: String] = [:]
    private(set) var port: Int?
    private(set) var corsOrigins: [String] = []
    private(set) var hasCORSCredentials = false
    private(set) var warnings: [String] = []

    /// Reads the file of a folder; a missing or broken file gives no settings and a warning.
    ///
    /// - Throws: ``HostError`` for encrypted settings and for a forbidden name.
    static func load(folder: String) throws(HostError) -> LocalSettings {
        let path = folder + "/local.settings.json"
        var settings = LocalSettings()
        guard let data = FileManager.default.contents(atPath: path) else {
            settings.warnings = ["local.settings.json file not found. Path searched: \(path)"]
            return settings
        }
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: Array(data))
        } catch {
            settings.warnings = [
                "\(path):\(error.line):\(error.column): \(error.code); no local setting is used until it is corrected."
            ]
            return settings
        }
        try settings.read(json, path: path)
        return settings
    }

    init() {}

    mutating func read(_ json: JSONValue, path: String) throws(HostError) {
        guard let root = json.object else {
            warnings.append("\(path) is not a JSON object; no local setting is used.")
            return
        }
        let entries = Self.member(root, "Values")?.object ?? [:]
        guard entries.allSatisfy({ $0.value.object == nil && $0.value.array == nil }) else {
            warnings.append("\(path): \"Values\" must be flat texts; no local setting is used.")
            return
        }
        // A file that does not say is encrypted.
        if !entries.isEmpty, Self.member(root, "IsEncrypted")?.bool ?? true {
            throw HostError(
                .localSettings,
                "Failed to decrypt settings. Encrypted settings only be edited through 'func settings add'. "
                    + "Set \"IsEncrypted\": false in \(path) and write the values in plain text.")
        }
        for entry in entries { try add(entry.name, entry.value) }
        for entry in Self.member(root, "ConnectionStrings")?.object ?? [:] {
            if let text = entry.value.string ?? entry.value["ConnectionString"]?.string {
                values["ConnectionStrings:\(entry.name)"] = text
            }
        }
        guard let host = Self.member(root, "Host")?.object else { return }
        port = Self.member(host, "LocalHttpPort").flatMap { $0.int64 ?? $0.string.flatMap(Int64.init) }
            .flatMap(Int.init(exactly:)).flatMap { 0...65_535 ~= $0 ? $0 : nil }
        corsOrigins = (Self.member(host, "CORS")?.string ?? "").split(separator: ",").map { origin in
            String(origin.drop { $0 == " " }.prefix { $0 != " " })
        }
        hasCORSCredentials = Self.member(host, "CORSCredentials")?.bool ?? false
    }

    private mutating func add(_ name: String, _ value: JSONValue) throws(HostError) {
        guard name != "CONTAINER_NAME" else {
            throw HostError(.localSettings, "CONTAINER_NAME is not allowed in local.settings.json; remove it.")
        }
        if name.isEmpty || value.isNull {
            warnings.append("Skipping '\(name)' from local settings: its \(name.isEmpty ? "name" : "value") is empty.")
        } else if case .bool(let flag) = value {
            values[name] = flag ? "true" : "false"
        } else {
            values[name] = DotNetText.of(value)
        }
    }

    private static func member(_ object: JSONObject, _ name: String) -> JSONValue? {
        object[name] ?? object.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}
