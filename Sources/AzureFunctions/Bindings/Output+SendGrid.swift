// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Output where Value: Encodable & Sendable {
    /// Mails by SendGrid: one for a value, several for an array, none for nil.
    ///
    /// Each is a JSON object as SendGrid's API takes it, with what is not given here: `personalizations`, `content`,
    /// `subject`.
    ///
    /// - Parameters:
    ///   - apiKey: The setting with the API key; `AzureWebJobsSendGridApiKey` when nil.
    ///   - to: The receiver's address.
    ///   - from: The sender's address.
    ///   - subject: The subject; `{expression}` is replaced.
    ///   - text: The text; `{expression}` is replaced.
    /// - Returns: The output.
    public static func sendGrid(
        apiKey: String? = nil, to: String? = nil, from: String? = nil, subject: String? = nil, text: String? = nil
    ) -> Output {
        Output(
            "sendGrid", ["apiKey": apiKey, "to": to, "from": from, "subject": subject, "text": text], as: .objects,
            problems: [
                BindingRules.connection(apiKey, "apiKey"),
                apiKey?.hasPrefix("SG.") == true
                    ? Problem.Draft(
                        .connection,
                        "apiKey holds the key itself; put it into an app setting and name the setting here.")
                    : nil,
            ])
    }
}
