// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import StrictJSON

/// Makes a function of a function.json (host contract §5.1).
struct FunctionReader {
    let settings: [String: String]
    let routePrefix: String

    func read(name: String, directory: String) throws(FunctionInError) -> FunctionMetadata {
        guard let data = FileManager.default.contents(atPath: directory + "/function.json") else {
            throw FunctionInError("function.json cannot be read.")
        }
        let text = Array(data)
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: text)
        } catch {
            throw FunctionInError(
                "Unable to parse function.json: \(directory)/function.json:\(error.line):\(error.column): \(error.code)."
            )
        }
        do throws(FunctionInError) {
            if let script = json["scriptFile"]?.string, !script.isEmpty,
                !FileManager.default.fileExists(atPath: directory + "/" + script)
            {
                throw FunctionInError(
                    "Invalid script file name configuration. The 'scriptFile' property is set to a file that does not exist.",
                    at: "scriptFile")
            }
            return try function(name: name, json: json)
        } catch {
            throw error.located(in: directory + "/function.json", text: text)
        }
    }

    func function(name: String, json: JSONValue) throws(FunctionInError) -> FunctionMetadata {
        guard Identifier.isValid(name, and: "_-"), name.lowercased() != "host" else {
            throw FunctionInError("'\(name)' is not a valid function name.")
        }
        var bindings: [FunctionBinding] = []
        for (index, binding) in (json["bindings"]?.array ?? []).enumerated() {
            let path = "bindings[\(index)]"
            do throws(FunctionInError) {
                bindings.append(try FunctionBinding(binding, path: path, settings: settings))
            } catch {
                throw FunctionInError(error.message, at: error.path ?? path)
            }
        }
        guard !bindings.isEmpty else {
            throw FunctionInError("At least one binding must be declared.", at: "bindings")
        }
        var names: Set<String> = []
        for binding in bindings where !names.insert(binding.name.lowercased()).inserted {
            throw FunctionInError(
                "Multiple bindings with name '\(binding.name)' discovered. Binding names must be unique.",
                at: "bindings")
        }
        let triggers = bindings.filter(\.isTrigger)
        guard let trigger = triggers.first else {
            throw FunctionInError(
                "No trigger binding specified. A function must have a trigger input binding.", at: "bindings")
        }
        guard triggers.count == 1 else {
            throw FunctionInError(
                "Multiple trigger bindings defined. A function can only have a single trigger binding.",
                at: "bindings")
        }
        let path = "bindings[\(bindings.firstIndex(where: \.isTrigger) ?? 0)]"
        let function = FunctionMetadata(
            name: name, bindings: bindings, triggerBinding: trigger, trigger: try self.trigger(trigger, name, path),
            isDisabled: isDisabled(name, json), retry: try retry(json), json: json)
        try MCPCatalog.check(function)
        return function
    }

    private func retry(_ json: JSONValue) throws(FunctionInError) -> RetryPolicy? {
        guard let retry = json["retry"], !retry.isNull else { return nil }
        do throws(InvalidRetryPolicy) {
            return try RetryPolicy { name in retry[name].map(DotNetText.of) }
        } catch {
            throw FunctionInError(error.message, at: "retry." + error.member)
        }
    }

    private func trigger(
        _ binding: FunctionBinding, _ name: String, _ path: String
    ) throws(FunctionInError) -> FunctionMetadata.Trigger {
        switch binding.type.lowercased() {
        case "httptrigger": .http(try http(binding.json, name, path))
        case "timertrigger": .timer(try timer(binding.json, path))
        default: try other(binding, path)
        }
    }

    private func other(
        _ binding: FunctionBinding, _ path: String
    ) throws(FunctionInError) -> FunctionMetadata.Trigger {
        do throws(FunctionInError) {
            try TriggerRules.check(binding)
        } catch {
            throw FunctionInError(error.message, at: error.path ?? path)
        }
        return .other
    }

    private func http(
        _ json: JSONValue, _ name: String, _ path: String
    ) throws(FunctionInError) -> FunctionMetadata.HTTP {
        let route = json["route"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        let text = (route ?? name).drop { $0 == "/" }
        guard !text.lowercased().hasPrefix("admin"), !text.lowercased().hasPrefix("runtime") else {
            throw FunctionInError(
                "The specified route conflicts with one or more built in routes.", at: path + ".route")
        }
        let level = json["authLevel"]?.string ?? "function"
        guard let authLevel = AuthLevel(rawValue: level.lowercased()) else {
            throw FunctionInError("'\(level)' is not a valid authLevel.", at: path + ".authLevel")
        }
        do throws(RouteTemplateError) {
            return FunctionMetadata.HTTP(
                methods: (json["methods"]?.array ?? []).compactMap { $0.string?.uppercased() }, route: route,
                authLevel: authLevel, template: try RouteTemplate(Self.join(routePrefix, String(text))))
        } catch {
            throw FunctionInError("The route '\(route ?? name)' is not valid: \(error.message)", at: path + ".route")
        }
    }

    private func timer(_ json: JSONValue, _ path: String) throws(FunctionInError) -> FunctionMetadata.Timer {
        let text = try BindingSettings.expand(json["schedule"]?.string ?? "", settings: settings)
        do throws(TimerScheduleError) {
            let schedule = try TimerSchedule(text)
            return FunctionMetadata.Timer(
                schedule: schedule, isConstant: text.contains(":"),
                runsOnStartup: json["runOnStartup"]?.bool ?? false,
                isMonitored: json["useMonitor"]?.bool ?? true && !schedule.firesMoreThanOncePerMinute)
        } catch {
            throw FunctionInError(
                "The schedule expression '\(text)' was not recognized: \(error.message)", at: path + ".schedule")
        }
    }

    private func isDisabled(_ name: String, _ json: JSONValue) -> Bool {
        let values = ["AzureWebJobs.\(name).Disabled", "AzureWebJobs_\(name)_Disabled"].compactMap { settings[$0] }
        return json["disabled"]?.bool == true || values.contains { ["true", "1"].contains($0.lowercased()) }
    }

    static func join(_ prefix: String, _ route: String) -> String {
        let outer = prefix.split(separator: "/").joined(separator: "/")
        return outer.isEmpty ? route : outer + "/" + route
    }
}
