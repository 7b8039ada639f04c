// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser

/// What the blueprint of a new app shows.
enum TemplateFeature: String, CaseIterable, ExpressibleByArgument, Sendable {
    case http, timer, queue

    /// The function that makes the blueprint.
    var blueprint: String {
        switch self {
        case .http: "greetings"
        case .timer: "maintenance"
        case .queue: "orders"
        }
    }

    /// The name of its source file.
    var file: String { blueprint.prefix(1).uppercased() + blueprint.dropFirst() }

    /// The blueprint's source.
    var source: String {
        switch self {
        case .http: Templates.http
        case .timer: Templates.timer
        case .queue: Templates.queue
        }
    }

    /// The source of its tests.
    func tests(module: String) -> String {
        switch self {
        case .http: Templates.httpTests(module: module)
        case .timer: Templates.timerTests(module: module)
        case .queue: Templates.queueTests(module: module)
        }
    }
}
