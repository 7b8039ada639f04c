// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Output where Value: Encodable & Sendable {
    /// A new assistant of the Azure OpenAI extension: a JSON object with `id` and `instructions`; none for nil.
    public static var assistantCreate: Output { Output("assistantCreate", [:], as: .objects) }

    /// Embeddings in a vector store of the Azure OpenAI extension: a JSON object with the `title`; none for nil.
    ///
    /// - Parameters:
    ///   - input: What is embedded: the text itself, or an address by `inputType`; `{expression}` is replaced.
    ///   - inputType: What `input` is.
    ///   - storeConnection: The setting of the vector store.
    ///   - collection: The collection or index.
    ///   - aiConnection: The prefix of the settings of the model's endpoint; the extension's default when nil.
    ///   - model: The model or deployment; the extension's default when nil.
    ///   - maximumChunkLength: The longest piece in characters; 8,192 when nil.
    ///   - maximumOverlap: Characters that neighbouring pieces share; 128 when nil.
    /// - Returns: The output.
    public static func embeddingsStore(
        _ input: String, inputType: EmbeddingsInputType, storeConnection: String, collection: String,
        aiConnection: String? = nil, model: String? = nil, maximumChunkLength: Int? = nil, maximumOverlap: Int? = nil
    ) -> Output {
        Output(
            "embeddingsStore",
            [
                "input": input, "inputType": inputType.rawValue, "storeConnectionName": storeConnection,
                "collection": collection, "aiConnectionName": aiConnection, "embeddingsModel": model,
                "maxChunkLength": maximumChunkLength, "maxOverlap": maximumOverlap,
            ], as: .objects,
            problems: [
                BindingRules.name(input, "input"), BindingRules.name(collection, "collection"),
                BindingRules.connection(storeConnection, "storeConnection"),
                BindingRules.connection(aiConnection, "aiConnection"),
                BindingRules.number(maximumChunkLength, "maximumChunkLength", in: 1...Int(Int32.max)),
                BindingRules.number(maximumOverlap, "maximumOverlap", in: 0...Int(Int32.max)),
            ])
    }
}
