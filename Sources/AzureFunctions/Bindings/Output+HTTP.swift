// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Output where Value == FunctionResponse {
    /// The answer of an HTTP function.
    public static var http: Output {
        Output([BindingDeclaration(type: "http", name: "res")]) { response, _, outcome in
            outcome.response = response
        }
    }
}
