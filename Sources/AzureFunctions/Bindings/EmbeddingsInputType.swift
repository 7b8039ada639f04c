// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What the Azure OpenAI extension makes embeddings of.
public enum EmbeddingsInputType: String, Sendable, Hashable {
    /// The text itself.
    case rawText
    /// The path of a file of the app.
    case filePath
    /// The address of a document.
    case url
}
