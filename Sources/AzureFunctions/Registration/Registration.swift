// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Functions and problems, collected while an app's declarations are walked.
public struct Registration: Sendable {
    private(set) var functions: [FunctionDefinition] = []
    private(set) var problems: [Problem] = []
    private(set) var components: [any AppComponent] = []
    private var blueprints: [Int: DeclarationSite] = [:]

    mutating func add(_ function: FunctionDefinition) { functions.append(function) }

    mutating func report(_ problem: Problem) { problems.append(problem) }

    mutating func use(_ step: GuardStep, by function: String, at site: DeclarationSite) {
        for text in step.problems { report(Problem(.guardPolicy, "\(function): \(text)", at: site)) }
        for component in step.components where !components.contains(where: { $0 === component }) {
            components.append(component)
        }
    }

    /// Notes a blueprint, or says that it came before.
    mutating func enter(_ blueprint: Int, at site: DeclarationSite) -> Bool {
        if blueprints.updateValue(site, forKey: blueprint) == nil { return true }
        report(
            Problem(.duplicateBlueprint, "This blueprint is registered twice; register it once.", at: site))
        return false
    }
}
