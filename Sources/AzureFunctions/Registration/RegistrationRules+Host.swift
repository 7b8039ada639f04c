// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The rules that depend on the app's host.json.
extension RegistrationRules {
    /// What the host brings along; every other type comes with the extension bundle (host contract §1.5).
    private static let builtInTypes: Set = ["httpTrigger", "http", "timerTrigger", "warmupTrigger"]

    static func extensionProblems(_ functions: [FunctionDefinition], _ host: HostConfiguration) -> [Problem] {
        guard host.lacksExtensions else { return [] }
        return functions.compactMap { function in
            guard let type = function.bindings.map(\.type).first(where: { !builtInTypes.contains($0) }) else {
                return nil
            }
            return Problem(
                .extensionBundle,
                "\(function.name): host.json names no extension bundle, so the host does not know \"\(type)\". Add "
                    + #""extensionBundle": {"id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "[4.*, 5.0.0)"}."#,
                at: function.site)
        }
    }

    /// Functions that no request reaches, because the host takes the first match in the order of names
    /// (host contract §5.2).
    static func hiddenRoutes(_ functions: [FunctionDefinition]) -> [Problem] {
        let routed = functions.sorted { $0.name.lowercased() < $1.name.lowercased() }.compactMap { function in
            (function.http?.route).flatMap { try? RouteTemplate($0) }.map { (function: function, template: $0) }
        }
        let index = RouteIndex(routed.map(\.template))
        return routed.indices.compactMap { place -> Problem? in
            let (function, template) = routed[place]
            guard let path = template.examplePath,
                let earlier = index.first(
                    RouteTemplate.segments(of: path), before: place, where: { covers(routed[$0].function, function) })
            else { return nil }
            let other = routed[earlier.index]
            return Problem(
                .hiddenRoute,
                "\(function.name): no request reaches the route \"\(template.text)\", because \"\(other.template.text)\" "
                    + "of \(other.function.name) (\(other.function.site)) matches first: the host goes by the order of "
                    + "names.", at: function.site)
        }
    }

    /// Whether one function takes every method of another.
    private static func covers(_ first: FunctionDefinition, _ second: FunctionDefinition) -> Bool {
        guard let all = first.http?.methods, let wanted = second.http?.methods else { return false }
        return all.isEmpty || (!wanted.isEmpty && Set(wanted).isSubset(of: all))
    }
}
