// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// How Kafka brokers are reached: protocol, certificates and credentials.
///
/// Secrets are named as `%SETTING%`, never written here.
public struct KafkaSecurity: Sendable, Hashable {
    /// The protocol between host and brokers.
    public enum BrokerProtocol: String, Sendable, Hashable {
        /// Neither encrypted nor authenticated.
        case plaintext
        /// TLS.
        case ssl
        /// Authenticated by SASL, not encrypted.
        case saslPlaintext
        /// TLS, authenticated by SASL.
        case saslSSL = "saslSsl"
    }

    /// The SASL mechanism.
    public enum AuthenticationMode: String, Sendable, Hashable {
        /// Kerberos.
        case gssapi
        /// User and password.
        case plain
        /// A salted challenge with SHA-256.
        case scramSHA256 = "scramSha256"
        /// A salted challenge with SHA-512.
        case scramSHA512 = "scramSha512"
        /// Tokens; see ``KafkaOAuthBearer``.
        case oAuthBearer = "oAuthBearer"
    }

    /// The protocol; the host's default when nil.
    public var brokerProtocol: BrokerProtocol?
    /// The SASL mechanism; the host's default when nil.
    public var authenticationMode: AuthenticationMode?
    /// The SASL user, as `%SETTING%`.
    public var username: String?
    /// The SASL password, as `%SETTING%`.
    public var password: String?
    /// Keys and certificates.
    public var tls: KafkaTLS
    /// Where tokens come from.
    public var oAuthBearer: KafkaOAuthBearer

    /// Creates a description; without any the host's defaults hold.
    ///
    /// - Parameters:
    ///   - brokerProtocol: The protocol.
    ///   - authenticationMode: The SASL mechanism.
    ///   - username: The SASL user, as `%SETTING%`.
    ///   - password: The SASL password, as `%SETTING%`.
    ///   - tls: Keys and certificates.
    ///   - oAuthBearer: Where tokens come from.
    public init(
        brokerProtocol: BrokerProtocol? = nil, authenticationMode: AuthenticationMode? = nil, username: String? = nil,
        password: String? = nil, tls: KafkaTLS = KafkaTLS(), oAuthBearer: KafkaOAuthBearer = KafkaOAuthBearer()
    ) {
        self.brokerProtocol = brokerProtocol
        self.authenticationMode = authenticationMode
        self.username = username
        self.password = password
        self.tls = tls
        self.oAuthBearer = oAuthBearer
    }

    var fields: BindingFields {
        let fields: BindingFields = [
            "protocol": brokerProtocol?.rawValue, "authenticationMode": authenticationMode?.rawValue,
            "username": username, "password": password,
        ]
        return fields.merging(tls.fields).merging(oAuthBearer.fields)
    }

    var problems: [Problem.Draft?] {
        [
            BindingRules.secret(tls.keyPEM, "keyPEM"),
            BindingRules.secret(tls.certificateAndKeyPEM, "certificateAndKeyPEM"),
        ]
    }
}
