// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension AppTemplate {
    /// What somebody must know who finds the app's folder.
    var readme: String {
        """
        # \(name.text)

        A function app in Swift for Azure Functions.

        ```sh
        swift-func start       # builds, runs, and goes over to what you change
        swift test             # calls the functions in process
        swift-func doctor      # what is wrong with settings, ports, files
        swift-func package     # the zip to deploy: \(name.text).zip
        ```

        While it runs:

        ```sh
        \(calls.joined(separator: "\n"))
        ```

        Functions are declared in `Sources/App`. `swift-func start` writes `functions/<name>/function.json` from them:
        commit these files, and check them with `swift-func manifest --check`. `local.settings.json` holds the settings of
        this machine and is not committed; in Azure they are app settings.

        """
    }

    /// Calls to paste.
    var calls: [String] {
        let one = features.map { feature in
            switch feature {
            case .http: "curl http://localhost:7071/api/hello/Swift"
            case .timer: "swift-func invoke tick"
            case .queue: #"swift-func invoke fulfil --data '{"id":5,"item":"tea"}'"#
            }
        }
        return one + (usesEntra ? ["swift-func invoke whoami --as adele"] : [])
    }
}
