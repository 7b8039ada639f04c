// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The rules that hold between declarations; those of one declaration alone stand where it registers.
enum RegistrationRules {
    static func problems(of functions: [FunctionDefinition]) -> [Problem] {
        guard !functions.isEmpty else {
            return [Problem(.noFunctions, "The app has no functions; the host would never start it.")]
        }
        return functions.flatMap(nameProblems) + duplicateNames(functions) + functions.flatMap(routeProblems)
            + duplicateRoutes(functions) + functions.flatMap(duplicateBindings) + warmupProblems(functions)
    }

    /// Binding names are unique within a function, ignoring case (host contract §5.1).
    private static func duplicateBindings(_ function: FunctionDefinition) -> [Problem] {
        var seen: Set<String> = []
        return function.bindings.filter { !seen.insert($0.name.lowercased()).inserted }.map { binding in
            Problem(
                .duplicateBinding,
                "\(function.name): two bindings are named \"\(binding.name)\"; give one another name by named(_:).",
                at: function.site)
        }
    }

    /// An app has one warm-up function at most, and its name is fixed (host contract §7.13).
    private static func warmupProblems(_ functions: [FunctionDefinition]) -> [Problem] {
        let warmups = functions.filter { $0.bindings.first?.type == "warmupTrigger" }
        return warmups.filter { $0.name.lowercased() != "warmup" }.map { function in
            Problem(.warmup, "\(function.name): a warm-up function must be called \"warmup\".", at: function.site)
        }
            + warmups.dropFirst().map { function in
                Problem(
                    .warmup,
                    "\(function.name): an app has one warm-up function at most; \(warmups[0].name) "
                        + "(\(warmups[0].site)) is one.", at: function.site)
            }
    }

    /// While plain HTTP is on, a client could post a forged invocation to a function whose invocation path one of the
    /// routes matches: the handler cannot tell the two apart, because the host copies the client's header fields.
    static func shadowingProblems(_ functions: [FunctionDefinition], _ host: HostConfiguration) -> [Problem] {
        guard host.httpMode != .envelope else { return [] }
        let plain = functions.compactMap { function -> (function: FunctionDefinition, template: RouteTemplate)? in
            guard let http = function.http, http.isHTTPInAndOut,
                let template = try? RouteTemplate(joinedRoute(host.routePrefix, http.route))
            else { return nil }
            return (function, template)
        }
        let index = RouteIndex(plain.map(\.template))
        var shadowed: [Int: [FunctionDefinition]] = [:]
        for other in functions where other.http?.isHTTPInAndOut != true {
            for place in index.all(RouteTemplate.segments(of: "/" + other.name)) {
                shadowed[place, default: []].append(other)
            }
        }
        return shadowed.sorted { $0.key < $1.key }.flatMap { place, others in
            others.map { other in
                let (function, template) = plain[place]
                return Problem(
                    .routeShadowsFunction,
                    "The route \"\(template.text)\" of \(function.name) also matches /\(other.name), the path by which the "
                        + "host calls \(other.name); give it another route or a route prefix, or turn forwarding and "
                        + "proxying off in host.json.", at: function.site)
            }
        }
    }

    private static func nameProblems(_ function: FunctionDefinition) -> [Problem] {
        let name = function.name
        let isValid =
            (name.utf8.first.map(isLetter) ?? false) && name.utf8.count <= 128
            && name.utf8.allSatisfy { isLetter($0) || 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x5F }
        guard isValid, name.lowercased() != "host" else {
            let message =
                "The function name \"\(name)\" is not allowed: a letter, then up to 127 letters, digits, - or _, and "
                + "not \"host\"."
            return [Problem(.functionName, message, at: function.site)]
        }
        return []
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static func duplicateNames(_ functions: [FunctionDefinition]) -> [Problem] {
        let groups = Dictionary(grouping: functions) { $0.name.lowercased() }
        return groups.values.flatMap { group in
            group.dropFirst().map { function in
                Problem(
                    .duplicateName,
                    "The name \"\(function.name)\" is taken by the function at \(group[0].site); names must differ "
                        + "by more than case.", at: function.site)
            }
        }
    }

    private static func routeProblems(_ function: FunctionDefinition) -> [Problem] {
        guard let route = function.http?.route else { return [] }
        var problems: [Problem] = []
        do throws(RouteTemplateError) {
            _ = try RouteTemplate(route)
        } catch {
            problems.append(
                Problem(
                    .routeTemplate, "\(function.name): the route \"\(route)\" is not a template: \(error.message)",
                    at: function.site))
        }
        let lowered = route.lowercased()
        if let word = ["admin", "runtime"].first(where: lowered.hasPrefix) {
            problems.append(
                Problem(
                    .reservedRoute,
                    "\(function.name): the host keeps every route that begins with \"\(word)\" for itself; "
                        + "\"\(route)\" would never be reached.", at: function.site))
        }
        return problems
    }

    private static func duplicateRoutes(_ functions: [FunctionDefinition]) -> [Problem] {
        let groups = Dictionary(grouping: functions.filter { $0.http != nil }) { $0.http?.route.lowercased() ?? "" }
        return groups.values.flatMap { group in
            group.indices.dropFirst().compactMap { index -> Problem? in
                let function = group[index]
                guard let other = group[..<index].first(where: { shareMethod($0, function) }) else { return nil }
                return Problem(
                    .duplicateRoute,
                    "\(function.name): the route \"\(function.http?.route ?? "")\" belongs to \(other.name) "
                        + "(\(other.site)) for the same method.", at: function.site)
            }
        }
    }

    private static func shareMethod(_ left: FunctionDefinition, _ right: FunctionDefinition) -> Bool {
        guard let left = left.http?.methods, let right = right.http?.methods else { return false }
        return left.isEmpty || right.isEmpty || !Set(left).isDisjoint(with: right)
    }
}
