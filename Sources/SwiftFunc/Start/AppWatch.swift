// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FunctionsHost

/// Prepares the app anew whenever it changes, and gives it to the running host.
struct AppWatch: Sendable {
    let preparation: AppPreparation
    let stages: StageKeeper
    let say: @Sendable (String) -> Void

    private var watcher: SourceWatcher { SourceWatcher(paths: preparation.watchedPaths) }

    /// The files at this moment.
    func snapshot() -> SourceSnapshot { watcher.snapshot() }

    /// Makes the first stage, if need be after the mistakes in it have been corrected.
    ///
    /// - Parameter load: Takes the stage; what it throws is told like a failed build.
    /// - Returns: What was loaded, and the files from before the build.
    /// - Throws: `CancellationError` when the task is cancelled.
    func first<Loaded>(_ load: (Stage) throws -> Loaded) async throws -> (Loaded, SourceSnapshot) {
        var snapshot = snapshot()
        while true {
            do {
                let stage = try await preparation.stage()
                stages.add(stage)
                return (try load(stage), snapshot)
            } catch let error where Self.isCorrectable(error) {
                say(Self.message(error))
                say("Waiting for a change…")
            }
            (snapshot, _) = try await watcher.change(since: snapshot)
        }
    }

    /// Reloads the host after each change, until the task is cancelled.
    func run(since first: SourceSnapshot, _ reload: (Stage) async throws -> [HostedFunction]) async throws {
        var snapshot = first
        while true {
            let changes: [String]
            (snapshot, changes) = try await watcher.change(since: snapshot)
            let more = changes.count > 1 ? " and \(changes.count - 1) more" : ""
            let name = changes.first.map { $0.replacing(preparation.app.path + "/", with: "") } ?? "A file"
            say("\(name)\(more) changed.")
            do {
                let stage = try await preparation.stage()
                stages.add(stage)
                let count = try await reload(stage).count
                say("Reloaded: \(count) function\(count == 1 ? "" : "s").")
            } catch let error where Self.isCorrectable(error) {
                say(Self.message(error))
                say("The app of before goes on. Waiting for a change…")
            }
        }
    }

    private static func isCorrectable(_ error: any Error) -> Bool { error is CommandError || error is HostError }

    private static func message(_ error: any Error) -> String { (error as? HostError)?.message ?? "\(error)" }
}
