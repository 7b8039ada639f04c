// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost

/// The list of functions as Core Tools prints it (host contract §11.3), and a call to paste.
struct FunctionList {
    let functions: [HostedFunction]
    let baseURL: String
    let tenant: String?
    let stateDirectory: String?
    let keys: HostKeys?

    var text: String {
        let enabled = functions.filter { !$0.isDisabled }
        var lines = ["", "Functions:", ""]
        for function in enabled {
            guard let http = function.http else { continue }
            let methods = http.methods.isEmpty ? "" : "[\(http.methods.joined(separator: ","))]"
            lines += ["\t\(function.name): \(methods) \(baseURL)/\(http.route)", ""]
        }
        for function in enabled where function.http == nil { lines += ["\t\(function.name): \(function.trigger)", ""] }
        for function in functions where function.isDisabled { lines.append("Function \(function.name) is disabled.") }
        if functions.isEmpty {
            lines += ["No functions found. Write functions/<name>/function.json with \"swift-func manifest\".", ""]
        }
        lines.append("Development page: \(baseURL)/_dev")
        if let tenant { lines.append("Local Entra tenant: \(tenant)") }
        if let keys { lines += ["Function key: \(keys.function)", "Master key:   \(keys.master)"] }
        if let call = call(enabled) { lines.append("Try: \(call)") }
        lines.append("For detailed output, run swift-func with --verbose flag.")
        return lines.joined(separator: "\n")
    }

    private func call(_ functions: [HostedFunction]) -> String? {
        let callable = functions.first { function in
            guard let http = function.http else { return false }
            return (http.methods.isEmpty || http.methods.contains("GET")) && !http.route.contains("{")
        }
        guard let route = callable?.http?.route else { return nil }
        let state = stateDirectory.map { " --state '\($0)'" } ?? ""
        let key = keys.map { "-H 'x-functions-key: \($0.function)' " } ?? ""
        let header = tenant == nil ? "" : "-H \"Authorization: Bearer $(swift-func token\(state))\" "
        return "curl -i \(key)\(header)\(baseURL)/\(route)"
    }
}
