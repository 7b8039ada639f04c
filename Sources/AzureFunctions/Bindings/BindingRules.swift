// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What is checked of a single option of a binding.
enum BindingRules {
    /// `%SETTING%` and `{expression}` stand for anything; what is left must not be empty.
    static func name(_ value: String, _ option: String) -> Problem.Draft? {
        guard value.allSatisfy(\.isWhitespace) else { return nil }
        return Problem.Draft(.binding, "\(option) is empty.")
    }

    /// The name of a setting, or the prefix of an identity-based connection's settings (host contract §6.5), never the
    /// secret itself.
    static func connection(_ value: String?, _ option: String = "connection") -> Problem.Draft? {
        guard let value else { return nil }
        if let problem = name(value, option) { return problem }
        let lowered = value.lowercased()
        let marks = ["accountkey=", "sharedaccesskey=", "accountendpoint=", "endpoint=", "://", "password=", "server="]
        guard marks.contains(where: lowered.contains) || value.contains(";") else { return nil }
        return Problem.Draft(
            .connection,
            "\(option) holds a connection string; put it into an app setting and name the setting here.")
    }

    /// A whole number within bounds.
    static func number(_ value: Int?, _ option: String, in range: ClosedRange<Int>) -> Problem.Draft? {
        guard let value, !range.contains(value) else { return nil }
        return Problem.Draft(.binding, "\(option) is \(value); it must be \(range.lowerBound) to \(range.upperBound).")
    }

    /// A time that is written in whole milliseconds.
    static func milliseconds(_ value: Duration?, _ option: String) -> Problem.Draft? {
        guard let value else { return nil }
        guard value >= .zero, value <= .milliseconds(Int32.max), value == .milliseconds(value.milliseconds) else {
            return Problem.Draft(.binding, "\(option) is \(value); it must be whole milliseconds, 0 to \(Int32.max).")
        }
        return nil
    }

    /// A key or a password, which belongs into an app setting that is named here, as `%SETTING%` where the host resolves
    /// that.
    static func secret(_ value: String?, _ option: String) -> Problem.Draft? {
        guard let value, value.contains("-----BEGIN") else { return nil }
        return Problem.Draft(
            .connection, "\(option) holds the secret itself; put it into an app setting and write %SETTING% here.")
    }

    /// The name of a binding (host contract §5.1).
    static func bindingName(_ value: String) -> Problem.Draft? {
        let isLetter = { (byte: UInt8) in (byte | 0x20) &- 0x61 < 26 }
        let isValid =
            (value.utf8.first.map(isLetter) ?? false) && value.utf8.count <= 128
            && value.utf8.allSatisfy { isLetter($0) || 0x30...0x39 ~= $0 }
        guard !isValid else { return nil }
        return Problem.Draft(
            .bindingName, "The binding name \"\(value)\" is not allowed: a letter, then up to 127 letters or digits.")
    }
}
