// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import Logging

/// Says in the log what happens to the keys; nothing in it comes from a token.
struct KeyStoreLog {
    let logger: Logger

    func record(_ event: KeyStoreEvent) {
        switch event {
        case .refreshed(let keys, let added, let dropped, let skipped):
            logger.log(
                level: added + dropped > 0 ? .info : .debug, "Signing keys are up to date.",
                metadata: ["keys": "\(keys)", "added": "\(added)", "dropped": "\(dropped)"])
            if let count = skipped[.privateMaterial] {
                logger.error("The authority publishes private key material.", metadata: ["keys": "\(count)"])
            }
            for (reason, count) in skipped where reason != .keyType && reason != .privateMaterial {
                logger.warning("Keys are skipped.", metadata: ["reason": "\(reason.rawValue)", "keys": "\(count)"])
            }
        case .replaced(let keyID):
            logger.warning("A key identifier came back with another key.", metadata: ["kid": "\(keyID)"])
        case .algorithmNotListed:
            logger.warning("The authority does not list RS256, the only algorithm that is accepted.")
        case .failed(let error, let held):
            logger.log(
                level: held > 0 ? .warning : .error, "Signing keys cannot be fetched.",
                metadata: ["reason": "\(error)", "keys.held": "\(held)"])
        }
    }
}
