// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension FunctionBinding {
    /// A property with the values of this invocation; nil when the binding has none.
    func resolved(_ property: String, _ expression: BindingExpression) throws(StoreError) -> String? {
        guard let text = text(property) else { return nil }
        do throws(InvocationFailure) {
            return try expression.resolve(text)
        } catch {
            throw StoreError(.invalid, error.message)
        }
    }

    /// A property that a binding must have.
    func required(_ property: String, _ expression: BindingExpression) throws(StoreError) -> String {
        guard let value = try resolved(property, expression), !value.isEmpty else {
            throw StoreError(.invalid, "The binding '\(name)' (\(type)) has no \(property).")
        }
        return value
    }
}
