// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A key as the store holds it at one moment.
struct HeldKey: Sendable {
    let key: SigningKey
    /// The cloud that the metadata names, if any.
    let cloudInstanceName: [UInt8]?
    /// The tenant that the metadata names; nil where it names a template.
    let tenant: TenantID?
    /// The generation of the key set.
    let generation: UInt64
}
