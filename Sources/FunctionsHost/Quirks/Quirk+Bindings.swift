// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Quirk {
    static let inputNotEmulated = Quirk(name: "input-not-emulated")
    static let outputNotEmulated = Quirk(name: "output-not-emulated")
    static let sharedConsumerGroup = Quirk(name: "shared-consumer-group")
}
