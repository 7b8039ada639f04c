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
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        // Named, because a clone's folder can have any name.
        .package(name: "swift-azure-functions", path: ".."),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.0"),
        // Its default trait is a memory allocator of its own, whose counts read 0.
        .package(url: "https://github.com/ordo-one/benchmark.git", from: "1.38.0", traits: []),
    ],
    targets: [
        .target(
            name: "BenchmarkSupport",
            dependencies: [
                .product(name: "EntraAuth", package: "swift-azure-functions"),
                .product(name: "StrictJSON", package: "swift-azure-functions"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            path: "BenchmarkSupport",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "Runtime",
            dependencies: [
                .product(name: "AzureFunctions", package: "swift-azure-functions"),
                .product(name: "AzureFunctionsTesting", package: "swift-azure-functions"),
                .product(name: "StrictJSON", package: "swift-azure-functions"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/Runtime",
            // A user's settings: the suite is written as a user's app is.
            swiftSettings: [.swiftLanguageMode(.v6)],
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        ),
        .executableTarget(
            name: "Validator",
            dependencies: [
                "BenchmarkSupport",
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/Validator",
            swiftSettings: settings,
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        ),
    ]
)
