// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import StrictJSON

/// A content block of the Model Context Protocol.
public struct MCPContent: Sendable, Hashable {
    let json: JSONValue

    /// Text.
    ///
    /// - Parameter text: The text.
    /// - Returns: The block.
    public static func text(_ text: String) -> MCPContent { MCPContent(json: ["type": "text", "text": .string(text)]) }

    /// An image.
    ///
    /// - Parameters:
    ///   - bytes: The image.
    ///   - mimeType: Its type, such as `image/png`.
    /// - Returns: The block.
    public static func image(_ bytes: [UInt8], mimeType: String) -> MCPContent { media("image", bytes, mimeType) }

    /// Sound.
    ///
    /// - Parameters:
    ///   - bytes: The sound.
    ///   - mimeType: Its type, such as `audio/mpeg`.
    /// - Returns: The block.
    public static func audio(_ bytes: [UInt8], mimeType: String) -> MCPContent { media("audio", bytes, mimeType) }

    /// A resource that the client may read.
    ///
    /// - Parameters:
    ///   - uri: Its address.
    ///   - name: Its name.
    /// - Returns: The block.
    public static func resourceLink(_ uri: String, name: String) -> MCPContent {
        MCPContent(json: ["type": "resource_link", "uri": .string(uri), "name": .string(name)])
    }

    /// A resource with its text.
    ///
    /// - Parameters:
    ///   - uri: Its address.
    ///   - text: Its text.
    ///   - mimeType: Its type.
    /// - Returns: The block.
    public static func resource(_ uri: String, text: String, mimeType: String = "text/plain") -> MCPContent {
        let resource: JSONValue = ["uri": .string(uri), "mimeType": .string(mimeType), "text": .string(text)]
        return MCPContent(json: ["type": "resource", "resource": resource])
    }

    private static func media(_ type: String, _ bytes: [UInt8], _ mimeType: String) -> MCPContent {
        let data = Data(bytes).base64EncodedString()
        return MCPContent(json: ["type": .string(type), "data": .string(data), "mimeType": .string(mimeType)])
    }
}
