// swift-tools-version:6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let settings: [SwiftSetting] = [
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    .enableUpcomingFeature("InternalImportsByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0337-support-incremental-migration-to-concurrency-checking.md
    .swiftLanguageMode(.v6),
]

let package = Package(
    name: "swift-azure-functions",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "StrictJSON", targets: ["StrictJSON"]),
        .library(name: "EntraAuth", targets: ["EntraAuth"]),
        .library(name: "EntraAuthClient", targets: ["EntraAuthClient"]),
        .library(name: "AzureFunctions", targets: ["AzureFunctions"]),
        .library(name: "AzureFunctionsEntra", targets: ["AzureFunctionsEntra"]),
        .library(name: "AzureFunctionsTesting", targets: ["AzureFunctionsTesting"]),
        .library(name: "FunctionsHost", targets: ["FunctionsHost"]),
        .library(name: "EntraTenant", targets: ["EntraTenant"]),
        .executable(name: "swift-func", targets: ["SwiftFunc"]),
        .executable(name: "handler", targets: ["Handler"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing.git", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.0", traits: []),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.0", traits: []),
        .package(url: "https://github.com/vapor/jwt-kit.git", from: "5.7.0"),
    ],
    targets: [
        .target(name: "StrictJSON", swiftSettings: settings),
        .target(
            name: "EntraAuth",
            dependencies: [
                "StrictJSON",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "EntraAuthClient",
            dependencies: [
                "EntraAuth",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "AzureFunctions",
            dependencies: [
                "StrictJSON",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "AzureFunctionsEntra",
            dependencies: [
                "AzureFunctions",
                "EntraAuth",
                "EntraAuthClient",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "AzureFunctionsTesting",
            dependencies: [
                "AzureFunctions",
                "FunctionsHost",
                "StrictJSON",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "FunctionsHost",
            dependencies: [
                "AzureFunctions",
                "StrictJSON",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "EntraTenant",
            dependencies: [
                "StrictJSON",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "SwiftFunc",
            dependencies: [
                "EntraAuth",
                "EntraTenant",
                "FunctionsHost",
                "StrictJSON",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "Handler",
            dependencies: ["AzureFunctions", "AzureFunctionsEntra", "EntraAuth", "StrictJSON"],
            // A user's settings, not ours: what the README shows must compile as it is shown.
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
        .executableTarget(
            name: "GreetingsExample",
            dependencies: ["AzureFunctions", "AzureFunctionsEntra"],
            path: "Examples/Greetings",
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
        // What "swift-func new" writes, compiled and tested.
        .executableTarget(
            name: "TemplateExample",
            dependencies: ["AzureFunctions", "AzureFunctionsEntra"],
            path: "Examples/Template/Sources/App",
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
        .testTarget(
            name: "TemplateExampleTests",
            dependencies: ["AzureFunctions", "AzureFunctionsEntra", "AzureFunctionsTesting", "TemplateExample"],
            path: "Examples/Template/Tests/AppTests",
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
        .executableTarget(
            name: "HummingbirdExample",
            dependencies: [
                "AzureFunctions",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            path: "Examples/Hummingbird",
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
        .executableTarget(
            name: "LoadTool",
            dependencies: ["AzureFunctions"],
            path: "Tests/LoadTool",
            swiftSettings: settings
        ),
        // Benchmarks/Package.swift has the same sources; here they share the release build of the handler.
        .target(
            name: "BenchmarkSupport",
            dependencies: [
                "EntraAuth",
                "StrictJSON",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            path: "Benchmarks/BenchmarkSupport",
            swiftSettings: settings
        ),
        // Talks to valgrind, which counts instructions.
        .target(name: "CValgrind", path: "Benchmarks/CValgrind"),
        // Stands in for malloc where the C library allows it, so that it is in programs that count only.
        .target(name: "AllocationCount", path: "Benchmarks/AllocationCount"),
        .target(
            name: "CostKit", dependencies: ["AllocationCount", "CValgrind"], path: "Benchmarks/CostKit",
            swiftSettings: settings),
        .executableTarget(
            name: "ValidatorCost",
            dependencies: ["BenchmarkSupport", "CostKit"],
            path: "Benchmarks/ValidatorCost",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "RuntimeCost",
            dependencies: [
                "AzureFunctions",
                "BenchmarkSupport",
                "CostKit",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            path: "Benchmarks/RuntimeCost",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "BenchApp",
            dependencies: ["AzureFunctions", "AzureFunctionsEntra", "EntraAuth", "StrictJSON"],
            path: "Benchmarks/BenchApp",
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
        .executableTarget(
            name: "TriggersExample",
            dependencies: ["AzureFunctions", "StrictJSON"],
            path: "Examples/Triggers",
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
        .executableTarget(
            name: "JudgeTool",
            dependencies: ["EntraAuth", "StrictJSON", .product(name: "JWTKit", package: "jwt-kit")],
            path: "Tests/JudgeTool",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "ParityTool",
            dependencies: ["AzureFunctions", "StrictJSON"],
            path: "Tests/ParityTool",
            // A user's settings: what is declared here is what a user would write.
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
        .executableTarget(
            name: "ServerFuzz",
            dependencies: [
                "AzureFunctions",
                "AzureFunctionsTesting",
                "StrictJSON",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            path: "Tests/ServerFuzz",
            swiftSettings: settings
        ),
        .testTarget(
            name: "AzureFunctionsEntraTests",
            dependencies: [
                "AzureFunctions",
                "AzureFunctionsEntra",
                "AzureFunctionsTesting",
                "EntraAuth",
                "EntraAuthClient",
                "EntraTenant",
                "StrictJSON",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "AzureFunctionsTests",
            dependencies: [
                "AzureFunctions",
                "AzureFunctionsTesting",
                "FunctionsHost",
                "ParityTool",
                "ServerFuzz",
                "StrictJSON",
                "TriggersExample",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "MetricsTestKit", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "ServiceLifecycleTestKit", package: "swift-service-lifecycle"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ],
            exclude: ["Manifest/Golden"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ExamplesTests",
            dependencies: [
                "AzureFunctions",
                "AzureFunctionsTesting",
                "HummingbirdExample",
                "StrictJSON",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "ReadmeTests", swiftSettings: settings),
        .testTarget(
            name: "EntraTenantTests",
            dependencies: [
                "EntraTenant",
                "StrictJSON",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "FaultKitTests",
            dependencies: [
                "EntraAuth",
                "EntraAuthClient",
                "EntraTenant",
                "StrictJSON",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "FunctionsHostTests",
            dependencies: [
                "AzureFunctions",
                "AzureFunctionsTesting",
                "FunctionsHost",
                "StrictJSON",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SwiftFuncTests",
            dependencies: [
                "EntraAuth",
                "EntraTenant",
                "FunctionsHost",
                "StrictJSON",
                "SwiftFunc",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "StrictJSONTests", dependencies: ["StrictJSON"], swiftSettings: settings),
        .testTarget(
            name: "EntraAuthClientTests",
            dependencies: [
                "EntraAuth",
                "EntraAuthClient",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "EntraAuthTests",
            dependencies: [
                "EntraAuth",
                "StrictJSON",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"),
            ],
            swiftSettings: settings
        ),
    ]
)
