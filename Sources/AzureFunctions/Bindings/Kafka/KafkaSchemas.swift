// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// How the values and keys of Kafka events are serialized.
public struct KafkaSchemas: Sendable, Hashable {
    /// The type of keys.
    public enum KeyType: String, Sendable, Hashable {
        /// 32 bits.
        case int
        /// 64 bits.
        case long
        /// Text, the host's default.
        case string
        /// Bytes.
        case binary
    }

    /// The Avro schema of values, as JSON text; values are not Avro when nil.
    public var avro: String?
    /// The Avro schema of keys, as JSON text.
    public var keyAvro: String?
    /// The type of keys; text when nil.
    public var keyType: KeyType?
    /// The address of a schema registry, or `%SETTING%`.
    public var registryURL: String?
    /// The user at the registry, as `%SETTING%`.
    public var registryUsername: String?
    /// The password at the registry, as `%SETTING%`.
    public var registryPassword: String?

    /// Creates a description; without any the host takes values and keys for text.
    ///
    /// - Parameters:
    ///   - avro: The Avro schema of values, as JSON text.
    ///   - keyAvro: The Avro schema of keys, as JSON text.
    ///   - keyType: The type of keys.
    ///   - registryURL: The address of a schema registry, or `%SETTING%`.
    ///   - registryUsername: The user at the registry, as `%SETTING%`.
    ///   - registryPassword: The password at the registry, as `%SETTING%`.
    public init(
        avro: String? = nil, keyAvro: String? = nil, keyType: KeyType? = nil, registryURL: String? = nil,
        registryUsername: String? = nil, registryPassword: String? = nil
    ) {
        self.avro = avro
        self.keyAvro = keyAvro
        self.keyType = keyType
        self.registryURL = registryURL
        self.registryUsername = registryUsername
        self.registryPassword = registryPassword
    }

    var fields: BindingFields {
        [
            "avroSchema": avro, "keyAvroSchema": keyAvro, "keyDataType": keyType?.rawValue,
            "schemaRegistryUrl": registryURL, "schemaRegistryUsername": registryUsername,
            "schemaRegistryPassword": registryPassword,
        ]
    }
}
