// swift-tools-version:6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// A package of its own, because everything in it is built with -sanitize=fuzzer: see scripts/fuzz.
let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v26)],
    dependencies: [
        // Named, because a clone's folder can have any name.
        .package(name: "swift-azure-functions", path: "../.."),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.0"),
    ],
    targets: [
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                .product(name: "EntraAuth", package: "swift-azure-functions"),
                .product(name: "StrictJSON", package: "swift-azure-functions"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: [
                // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
                .enableUpcomingFeature("ExistentialAny"),
                // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
                .enableUpcomingFeature("MemberImportVisibility"),
                // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
                .enableUpcomingFeature("InternalImportsByDefault"),
                .swiftLanguageMode(.v6),
            ]
        )
    ]
)
