// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// How `swift build` is called for an executable that is deployed: its size is read at each cold start.
enum DeploymentBuild {
    /// Swift inside the executable, without what only a plug-in or an unused function would need.
    ///
    /// Position independence, read-only relocations and a stack that is not executable stay. An SDK has a linking of its
    /// own, so these arguments are not for it.
    static var arguments: [String] {
        #if os(Linux)
        ["--static-swift-stdlib"] + sections + linker
        #else
        ["--static-swift-stdlib"]
        #endif
    }

    /// A section for each function and variable, so that the linker can leave out those without a user.
    private static let sections =
        option("-Xswiftc", ["-Xfrontend", "-function-sections"])
        + option("-Xcc", ["-ffunction-sections", "-fdata-sections"])

    /// No exported symbols, which the static standard library asks for and which keep everything; equal functions once,
    /// except where somebody may compare their addresses.
    private static let linker = option("-Xlinker", ["--no-export-dynamic", "--icf=safe"])

    private static func option(_ name: String, _ values: [String]) -> [String] { values.flatMap { [name, $0] } }
}
