// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import HTTPTypes
import StrictJSON

extension FunctionRequest {
    /// Who the platform says is calling: those of the envelope, and the one of `X-MS-CLIENT-PRINCIPAL`.
    ///
    /// What the platform asserts, not a verified token; see ``CallerIdentity``.
    public var identities: [CallerIdentity] {
        let listed = identityList?.elements?.compactMap { CallerIdentity(envelope: $0) } ?? []
        let field = HTTPField.Name("X-MS-CLIENT-PRINCIPAL").flatMap { values(of: $0).first }
        return listed + [field.flatMap { CallerIdentity(field: $0) }].compactMap(\.self)
    }
}
