// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Keys and certificates for Kafka brokers: as files of the app, or as text in settings.
public struct KafkaTLS: Sendable, Hashable {
    /// The path of the client's key.
    public var keyLocation: String?
    /// The path of the authorities' certificates.
    public var caLocation: String?
    /// The path of the client's certificate.
    public var certificateLocation: String?
    /// The password of the client's key, as `%SETTING%`.
    public var keyPassword: String?
    /// The client's certificate in PEM form, as `%SETTING%`.
    public var certificatePEM: String?
    /// The client's key in PEM form, as `%SETTING%`.
    public var keyPEM: String?
    /// The authorities' certificates in PEM form, as `%SETTING%`.
    public var caPEM: String?
    /// The client's certificate and key in PEM form, as `%SETTING%`.
    public var certificateAndKeyPEM: String?

    /// Creates a description.
    ///
    /// - Parameters:
    ///   - keyLocation: The path of the client's key.
    ///   - caLocation: The path of the authorities' certificates.
    ///   - certificateLocation: The path of the client's certificate.
    ///   - keyPassword: The password of the client's key, as `%SETTING%`.
    ///   - certificatePEM: The client's certificate in PEM form, as `%SETTING%`.
    ///   - keyPEM: The client's key in PEM form, as `%SETTING%`.
    ///   - caPEM: The authorities' certificates in PEM form, as `%SETTING%`.
    ///   - certificateAndKeyPEM: The client's certificate and key in PEM form, as `%SETTING%`.
    public init(
        keyLocation: String? = nil, caLocation: String? = nil, certificateLocation: String? = nil,
        keyPassword: String? = nil, certificatePEM: String? = nil, keyPEM: String? = nil, caPEM: String? = nil,
        certificateAndKeyPEM: String? = nil
    ) {
        self.keyLocation = keyLocation
        self.caLocation = caLocation
        self.certificateLocation = certificateLocation
        self.keyPassword = keyPassword
        self.certificatePEM = certificatePEM
        self.keyPEM = keyPEM
        self.caPEM = caPEM
        self.certificateAndKeyPEM = certificateAndKeyPEM
    }

    var fields: BindingFields {
        [
            "sslKeyLocation": keyLocation, "sslCaLocation": caLocation, "sslCertificateLocation": certificateLocation,
            "sslKeyPassword": keyPassword, "sslCertificatePem": certificatePEM, "sslKeyPem": keyPEM,
            "sslCaPem": caPEM, "sslCertificateAndKeyPem": certificateAndKeyPEM,
        ]
    }
}
