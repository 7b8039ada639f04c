// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import CostKit

/// Finding a path's route among many of one prefix, half of them with parameters.
enum RouteCosts {
    static let sizes = [1, 10, 100, 1_000, 10_000]

    static func all() throws -> [Cost] { try sizes.map(cost) }

    private static func cost(_ size: Int) throws -> Cost {
        let table = RouteTable(
            try (0..<size).map { number in
                let template = number % 2 == 0 ? "api/things-\(number)/list" : "api/things-\(number)/{id}/parts/{part?}"
                return (try RouteTemplate(template), ["GET"], number)
            })
        // As many paths whatever the size, spread over the table, so that only the table differs.
        let paths = (0..<64).map { step in
            let number = step * size / 64
            return (number, number % 2 == 0 ? "/api/things-\(number)/list" : "/api/things-\(number)/42/parts/7")
        }
        return Cost("routes", size: size) { count in
            for index in 0..<count {
                let (number, path) = paths[index % paths.count]
                guard table.match(method: "GET", path: path)?.value == number else {
                    throw UnexpectedOutcome("\(path) is not found.")
                }
            }
        }
    }
}
