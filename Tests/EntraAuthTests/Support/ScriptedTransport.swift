// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import EntraAuth
import StrictJSON
import Synchronization

/// Answers as the test says and counts what is fetched.
final class ScriptedTransport: DocumentTransport {
    /// What a document's server does.
    enum Answer: Sendable {
        case document(FetchedDocument)
        case failure(FetchError)
        /// Answers when the gate opens.
        case held(Gate, FetchedDocument)

        static func json(_ body: [UInt8]) -> Answer {
            .document(FetchedDocument(status: 200, contentType: "application/json; charset=utf-8", body: body))
        }

        static func status(_ status: Int, retryAfter: Int? = nil) -> Answer {
            .document(FetchedDocument(status: status, retryAfter: retryAfter, body: []))
        }
    }

    private struct State {
        var metadata: Answer
        var keySet: Answer
        var metadataFetches = 0
        var keySetFetches = 0
        var lastKeySetURL = ""
        var lastMetadataURL = ""
    }

    private let state: Mutex<State>

    init(metadata: Answer = .json(Documents.metadata()), keySet: Answer) {
        state = Mutex(State(metadata: metadata, keySet: keySet))
    }

    var metadata: Answer {
        get { state.withLock { $0.metadata } }
        set { state.withLock { $0.metadata = newValue } }
    }

    var keySet: Answer {
        get { state.withLock { $0.keySet } }
        set { state.withLock { $0.keySet = newValue } }
    }

    var metadataFetches: Int { state.withLock { $0.metadataFetches } }
    var keySetFetches: Int { state.withLock { $0.keySetFetches } }
    var lastKeySetURL: String { state.withLock { $0.lastKeySetURL } }
    var lastMetadataURL: String { state.withLock { $0.lastMetadataURL } }

    func get(_ url: String, limits: FetchLimits) async throws(FetchError) -> FetchedDocument {
        let answer = state.withLock { state in
            if url.hasSuffix("/openid-configuration") {
                state.metadataFetches += 1
                state.lastMetadataURL = url
                return state.metadata
            }
            state.keySetFetches += 1
            state.lastKeySetURL = url
            return state.keySet
        }
        switch answer {
        case .document(let document): return document
        case .failure(let error): throw error
        case .held(let gate, let document):
            await gate.wait()
            return document
        }
    }
}
