// swift-tools-version:6.2
// SPDX-License-Identifier: Apache-2.0
// A handler without dependencies, so that a test can build it in seconds.

import PackageDescription

let package = Package(
    name: "tiny",
    products: [.executable(name: "handler", targets: ["Handler"])],
    targets: [.executableTarget(name: "Handler")]
)
