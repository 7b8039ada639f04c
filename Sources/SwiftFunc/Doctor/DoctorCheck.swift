// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Something that can be wrong with an app or a machine.
protocol DoctorCheck: Sendable {
    /// Looks, and says what it found; nothing when it does not apply.
    func run(_ scene: DoctorScene) async -> [Finding]
}
