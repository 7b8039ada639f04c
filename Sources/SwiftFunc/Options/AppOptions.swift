// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser

/// Which app, and which executable of it.
struct AppOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The app's folder, with host.json and functions/.", valueName: "dir"))
    var app = "."

    @Option(
        help: ArgumentHelp(
            "The app's executable (default: what host.json names, else the one in .build/debug).", valueName: "path"))
    var handler: String?
}
