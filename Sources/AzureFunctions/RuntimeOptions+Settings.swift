// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension RuntimeOptions {
    /// These options with what the settings override.
    ///
    /// - `FUNCTIONS_REQUEST_BODY_SIZE_LIMIT` (bytes, default 104857600): the host's limit for a request's body.
    /// - `Handler__MaximumConcurrentInvocations` (number from 1, default 4096): how many invocations run at once.
    /// - `Handler__MaximumWaitingInvocations` (number from 0, default 4096): how many more wait for their turn.
    /// - `Handler__DrainSeconds` (seconds from 0, default 25): how long invocations may take to end after SIGTERM.
    ///
    /// - Parameters:
    ///   - settings: The app settings.
    ///   - problems: Gets one for each value that is none; the option is kept then.
    /// - Returns: The options.
    func overridden(by settings: AppSettings, _ problems: inout [Problem]) -> RuntimeOptions {
        var options = self
        func number(_ name: String, from minimum: Int, to maximum: Int) -> Int? {
            guard let text = settings[name] else { return nil }
            if let value = Int(text), minimum...maximum ~= value { return value }
            problems.append(
                Problem(.setting, "\(name) is \"\(text)\", which is not a number from \(minimum) to \(maximum)."))
            return nil
        }
        let many = 1_000_000
        if let value = number("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", from: 0, to: .max) {
            options.maximumBodySize = value
        }
        if let value = number("Handler__MaximumConcurrentInvocations", from: 1, to: many) {
            options.maximumConcurrentInvocations = value
        }
        if let value = number("Handler__MaximumWaitingInvocations", from: 0, to: many) {
            options.maximumWaitingInvocations = value
        }
        if let value = number("Handler__DrainSeconds", from: 0, to: 86_400) { options.drainTime = .seconds(value) }
        return options
    }
}
