// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Input where Value: Decodable {
    /// What a chat model of the Azure OpenAI extension answers.
    ///
    /// - Parameters:
    ///   - prompt: The prompt; `{expression}` is replaced.
    ///   - aiConnection: The prefix of the settings of the model's endpoint; the extension's default when nil.
    ///   - chat: How the model is asked.
    ///   - answer: The shape of the answer's JSON, which has `content` and `totalTokens`.
    /// - Returns: The input.
    public static func textCompletion(
        _ prompt: String, aiConnection: String? = nil, chat: ChatModelOptions = ChatModelOptions(),
        of answer: Value.Type = Value.self
    ) -> Input {
        openAI(
            "textCompletion", ["prompt": prompt, "aiConnectionName": aiConnection], chat.fields,
            [BindingRules.name(prompt, "prompt"), BindingRules.connection(aiConnection, "aiConnection")])
    }

    /// The state of an assistant of the Azure OpenAI extension.
    ///
    /// - Parameters:
    ///   - id: The assistant; `{expression}` is replaced.
    ///   - since: The moment from which messages are read, in ISO 8601; `{expression}` is replaced.
    ///   - storageConnection: The setting of the storage of chats; `AzureWebJobsStorage` when nil.
    ///   - collection: The table of chats; `ChatState` when nil.
    ///   - state: The shape of the state's JSON, which has `id`, `status` and `recentMessages`.
    /// - Returns: The input.
    public static func assistantQuery(
        id: String, since: String, storageConnection: String? = nil, collection: String? = nil,
        of state: Value.Type = Value.self
    ) -> Input {
        openAI(
            "assistantQuery",
            [
                "id": id, "timestampUtc": since, "chatStorageConnectionSetting": storageConnection,
                "collectionName": collection,
            ], [:],
            [
                BindingRules.name(id, "id"), BindingRules.name(since, "since"),
                BindingRules.connection(storageConnection, "storageConnection"),
            ])
    }

    /// A message to an assistant of the Azure OpenAI extension, and what it answers.
    ///
    /// - Parameters:
    ///   - id: The assistant; `{expression}` is replaced.
    ///   - message: The message of the user; `{expression}` is replaced.
    ///   - aiConnection: The prefix of the settings of the model's endpoint; the extension's default when nil.
    ///   - chat: How the model is asked.
    ///   - storageConnection: The setting of the storage of chats; `AzureWebJobsStorage` when nil.
    ///   - collection: The table of chats; `ChatState` when nil.
    ///   - state: The shape of the state's JSON, which has `id`, `status` and `recentMessages`.
    /// - Returns: The input.
    public static func assistantPost(
        id: String, message: String, aiConnection: String? = nil, chat: ChatModelOptions = ChatModelOptions(),
        storageConnection: String? = nil, collection: String? = nil, of state: Value.Type = Value.self
    ) -> Input {
        openAI(
            "assistantPost",
            [
                "id": id, "userMessage": message, "aiConnectionName": aiConnection,
                "chatStorageConnectionSetting": storageConnection, "collectionName": collection,
            ], chat.fields,
            [
                BindingRules.name(id, "id"), BindingRules.name(message, "message"),
                BindingRules.connection(aiConnection, "aiConnection"),
                BindingRules.connection(storageConnection, "storageConnection"),
            ])
    }

    /// Embeddings of a text or a document.
    ///
    /// - Parameters:
    ///   - input: What is embedded: the text itself, or an address by `inputType`; `{expression}` is replaced.
    ///   - inputType: What `input` is.
    ///   - aiConnection: The prefix of the settings of the model's endpoint; the extension's default when nil.
    ///   - model: The model or deployment; the extension's default when nil.
    ///   - maximumChunkLength: The longest piece in characters; 8,192 when nil.
    ///   - maximumOverlap: Characters that neighbouring pieces share; 128 when nil.
    ///   - result: The shape of the result's JSON, which has `request` and `response`.
    /// - Returns: The input.
    public static func embeddings(
        _ input: String, inputType: EmbeddingsInputType, aiConnection: String? = nil, model: String? = nil,
        maximumChunkLength: Int? = nil, maximumOverlap: Int? = nil, of result: Value.Type = Value.self
    ) -> Input {
        openAI(
            "embeddings",
            [
                "input": input, "inputType": inputType.rawValue, "aiConnectionName": aiConnection,
                "embeddingsModel": model, "maxChunkLength": maximumChunkLength, "maxOverlap": maximumOverlap,
            ], [:],
            [
                BindingRules.name(input, "input"), BindingRules.connection(aiConnection, "aiConnection"),
                BindingRules.number(maximumChunkLength, "maximumChunkLength", in: 1...Int(Int32.max)),
                BindingRules.number(maximumOverlap, "maximumOverlap", in: 0...Int(Int32.max)),
            ])
    }

    /// What a chat model answers from documents of a vector store.
    ///
    /// - Parameters:
    ///   - query: The question; `{expression}` is replaced.
    ///   - searchConnection: The setting of the vector store.
    ///   - collection: The collection or index.
    ///   - aiConnection: The prefix of the settings of the model's endpoint; the extension's default when nil.
    ///   - embeddingsModel: The model for embeddings; the extension's default when nil.
    ///   - chat: How the chat model is asked.
    ///   - systemPrompt: What the model is told before; the extension's default when nil.
    ///   - maximumKnowledgeCount: The most documents that the model gets; 1 when nil.
    ///   - answer: The shape of the answer's JSON, which has `Response`.
    /// - Returns: The input.
    public static func semanticSearch(
        _ query: String?, searchConnection: String, collection: String, aiConnection: String? = nil,
        embeddingsModel: String? = nil, chat: ChatModelOptions = ChatModelOptions(), systemPrompt: String? = nil,
        maximumKnowledgeCount: Int? = nil, of answer: Value.Type = Value.self
    ) -> Input {
        openAI(
            "semanticSearch",
            [
                "query": query, "searchConnectionName": searchConnection, "collection": collection,
                "aiConnectionName": aiConnection, "embeddingsModel": embeddingsModel, "systemPrompt": systemPrompt,
                "maxKnowledgeCount": maximumKnowledgeCount,
            ], chat.fields,
            [
                BindingRules.connection(searchConnection, "searchConnection"),
                BindingRules.name(collection, "collection"),
                BindingRules.connection(aiConnection, "aiConnection"),
                BindingRules.number(maximumKnowledgeCount, "maximumKnowledgeCount", in: 1...Int(Int32.max)),
            ])
    }

    private static func openAI(
        _ type: String, _ fields: BindingFields, _ chat: BindingFields, _ problems: [Problem.Draft?]
    ) -> Input { Input(type, fields.merging(chat), problems: problems) }
}
