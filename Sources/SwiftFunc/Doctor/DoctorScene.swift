// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// What the checks look at.
struct DoctorScene: Sendable {
    let app: FunctionAppFolder
    let environment: [String: String]
    /// The executable, when there is one.
    let handler: String?
    /// The folder of the local tenant's state.
    let stateDirectory: String
    let caller: HTTPCaller
    /// Seconds since 1970.
    let now: @Sendable () -> Double

    /// host.json, when it can be read.
    let hostJSON: JSONValue?
    /// Settings as the handler will see them: the environment wins over local.settings.json (host contract §11.1).
    let settings: [String: String]
    /// The bindings of each function.json, by function, sorted.
    let functions: [(name: String, bindings: [JSONValue])]

    init(
        app: FunctionAppFolder, environment: [String: String], handler: String?, stateDirectory: String,
        caller: HTTPCaller = HTTPCaller(timeout: .seconds(10)),
        now: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 }
    ) {
        self.app = app
        self.environment = environment
        self.handler = handler
        self.stateDirectory = stateDirectory
        self.caller = caller
        self.now = now
        hostJSON = Self.json(app.path + "/host.json")
        let local = Self.json(app.path + "/local.settings.json")
        var settings: [String: String] = [:]
        for entry in local?["Values"]?.object ?? [:] { settings[entry.name] = Self.text(entry.value) }
        for entry in local?["ConnectionStrings"]?.object ?? [:] {
            settings["ConnectionStrings:" + entry.name] = entry.value.string ?? entry.value["ConnectionString"]?.string
        }
        self.settings = settings.merging(environment) { $1 }
        functions = Stage.functions(app).map { name, folder in
            (name, Self.json(folder + "/function.json")?["bindings"]?.array ?? [])
        }
    }

    /// A file's JSON; nil when there is none, or it is broken.
    static func json(_ path: String) -> JSONValue? {
        FileManager.default.contents(atPath: path).flatMap { try? JSONValue(parsing: Array($0)) }
    }

    private static func text(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .null, .array, .object: nil
        }
    }
}
