// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Dispatch
import EntraAuth
import Synchronization

/// Validates a token that counts only when it is the good one.
func judge(_ token: [UInt8], _ material: Material) {
    if outcome(token, material.validator) == nil { require(token == material.token, "an unsigned token is accepted") }
}

/// Looks at every check, so that claims are judged although nobody signed them.
func inspect(_ token: [UInt8], _ material: Material) {
    let text = BearerToken(String(decoding: token, as: UTF8.self))
    let isAccepted = wait {
        let inspection = await material.validator.inspect(text, policy: Material.policy)
        return if case .success = inspection.verdict { true } else { false }
    }
    if isAccepted { require(token == material.token, "an unsigned token is accepted") }
}

/// Lets a store read hostile documents on behalf of the good token.
func fetch(metadata: [UInt8], keySet: [UInt8], _ material: Material) {
    guard let validator = try? Material.validator(metadata: metadata, keySet: keySet) else { return }
    _ = outcome(material.token, validator)
}

/// The code of a refusal; nil when the token is accepted.
func outcome(_ token: [UInt8], _ validator: TokenValidator) -> AuthError.Code? {
    let text = BearerToken(String(decoding: token, as: UTF8.self))
    return wait {
        do throws(AuthError) {
            _ = try await validator.validate(text, policy: Material.policy)
            return nil
        } catch {
            return error.code
        }
    }
}

/// Ends the run, so that libFuzzer keeps the input.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { fatalError(message()) }
}

/// Blocks until the work is done: libFuzzer's callback is not asynchronous.
private func wait<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
    let box = Box<Value>()
    let done = DispatchSemaphore(value: 0)
    // Runs here and now as far as it need not wait for anybody, which saves two hops per input.
    Task.immediate {
        let value = await work()
        box.value.withLock { $0 = value }
        done.signal()
    }
    done.wait()
    guard let value = box.value.withLock({ $0 }) else { fatalError("the work has no result") }
    return value
}

private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
}
