// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

struct Order: Codable, Sendable {
    var id: Int
    var sku: String
}

struct Receipt: Codable, Sendable {
    var order: Int
    var total: Double
}

struct Price: Codable, Sendable {
    var amount: Double
}

struct Customer: Codable, Sendable {
    var id: String
    var name: String?
}

struct Reading: Codable, Sendable {
    var device: String
    var celsius: Double
}
