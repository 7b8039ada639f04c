// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

public import FoundationEssentials
public import StrictJSON

/// What the host knows about the blob of a trigger; nil or empty for what it did not send.
public struct BlobProperties: Sendable, Hashable {
    /// The blob's address.
    public var uri: String?
    /// The type of its content.
    public var contentType: String?
    /// Its length in bytes.
    public var length: Int?
    /// When it was last changed.
    public var lastModified: Date?
    /// The identifier of this version.
    public var eTag: String?
    /// What was attached to the blob.
    public var metadata: [String: String]
    /// All properties, as the host names them.
    public var properties: JSONObject

    init(_ values: BindingValues) {
        let reader = MetadataReader(values: values, index: nil)
        let known = values["Properties"]
        uri = reader.text("Uri")
        contentType = known?["ContentType"]?.textIfPresent
        length = (known?["ContentLength"] ?? known?["Length"])?.integer
        lastModified = known?["LastModified"]?.date
        eTag = known?["ETag"]?.textIfPresent
        metadata = values["Metadata"]?.texts ?? [:]
        properties = reader.object("Properties")
    }
}
