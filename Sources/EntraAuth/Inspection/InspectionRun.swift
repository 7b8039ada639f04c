// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// Collects the outcomes of one inspection.
struct InspectionRun {
    private var outcomes: [InspectedCheck.Name: InspectedCheck.Outcome] = [:]
    var header: JSONElement?
    var payload: JSONElement?

    /// Whether nothing has failed so far.
    ///
    /// Closures of the app are asked only then, so that they never see claims that nobody vouches for.
    private(set) var isClean = true

    /// Records a step of the validator; nil when it throws.
    mutating func check<Value>(
        _ name: InspectedCheck.Name, _ step: @autoclosure () throws(AuthError) -> Value
    ) -> Value? {
        do throws(AuthError) {
            let value = try step()
            outcomes[name] = .passed
            return value
        } catch {
            fail(name, error)
            return nil
        }
    }

    /// Records a step that may wait; nil when it throws.
    mutating func check<Value: Sendable>(
        _ name: InspectedCheck.Name, waitingFor step: @autoclosure () async throws(AuthError) -> Value
    ) async -> Value? {
        do throws(AuthError) {
            let value = try await step()
            outcomes[name] = .passed
            return value
        } catch {
            fail(name, error)
            return nil
        }
    }

    mutating func fail(_ name: InspectedCheck.Name, _ error: AuthError) {
        outcomes[name] = .failed(error)
        isClean = false
    }

    /// The checks in order; what nobody came to is not checked.
    func checks(leavingOut names: Set<InspectedCheck.Name>) -> [InspectedCheck] {
        InspectedCheck.Name.all.filter { !names.contains($0) }.map {
            InspectedCheck(name: $0, outcome: outcomes[$0] ?? .notChecked)
        }
    }
}
