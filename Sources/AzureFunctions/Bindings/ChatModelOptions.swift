// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// How the Azure OpenAI extension asks a chat model; what is nil is left to the extension.
public struct ChatModelOptions: Sendable, Hashable {
    /// The model or deployment.
    public var model: String?
    /// How freely it answers, 0 to 2, or an `{expression}`.
    public var temperature: String?
    /// The share of likely words that it chooses from, 0 to 1, or an `{expression}`.
    public var topP: String?
    /// The longest answer in tokens, or an `{expression}`.
    public var maximumTokens: String?
    /// Whether it is a reasoning model, which takes neither temperature nor share.
    public var isReasoningModel: Bool?

    /// Creates options.
    ///
    /// - Parameters:
    ///   - model: The model or deployment.
    ///   - temperature: How freely it answers, 0 to 2.
    ///   - topP: The share of likely words that it chooses from, 0 to 1.
    ///   - maximumTokens: The longest answer in tokens.
    ///   - isReasoningModel: Whether it is a reasoning model.
    public init(
        model: String? = nil, temperature: String? = nil, topP: String? = nil, maximumTokens: String? = nil,
        isReasoningModel: Bool? = nil
    ) {
        self.model = model
        self.temperature = temperature
        self.topP = topP
        self.maximumTokens = maximumTokens
        self.isReasoningModel = isReasoningModel
    }

    var fields: BindingFields {
        [
            "chatModel": model, "temperature": temperature, "topP": topP, "maxTokens": maximumTokens,
            "isReasoningModel": isReasoningModel,
        ]
    }
}
