// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The files of a new app.
struct AppTemplate: Sendable {
    struct File: Sendable {
        let path: String
        let text: String
    }

    let name: AppName
    let features: [TemplateFeature]
    let usesEntra: Bool
    let package: PackageReference
    /// The name of the app's module.
    var module = "App"

    /// All files, sorted by path.
    var files: [File] {
        var files = [
            File(path: "Package.swift", text: manifest), File(path: "Sources/App/Main.swift", text: main),
            File(path: "host.json", text: hostJSON), File(path: "local.settings.json", text: localSettings),
            File(path: ".gitignore", text: ".build/\n.swiftpm/\n.swift-func/\n*.zip\nlocal.settings.json\n"),
            File(path: "README.md", text: readme),
        ]
        for feature in features {
            files.append(File(path: "Sources/App/\(feature.file).swift", text: feature.source))
            files.append(
                File(path: "Tests/AppTests/\(feature.file)Tests.swift", text: feature.tests(module: module)))
        }
        if usesEntra {
            files.append(File(path: "Sources/App/Identity.swift", text: Templates.identity))
            files.append(
                File(
                    path: "Tests/AppTests/IdentityTests.swift", text: Templates.identityTests(module: module)))
        }
        return files.sorted { $0.path < $1.path }
    }

    private var manifest: String {
        func product(_ name: String) -> String {
            "                .product(name: \"\(name)\", package: \"\(package.identity)\"),\n"
        }
        let entra = usesEntra ? product("AzureFunctionsEntra") : ""
        return """
            // swift-tools-version:6.2

            import PackageDescription

            let package = Package(
                name: "\(name.text)",
                platforms: [.macOS(.v15)],
                products: [
                    // The Functions host starts this: host.json names it.
                    .executable(name: "\(name.text)", targets: ["App"])
                ],
                dependencies: [
                    \(package.declaration)
                ],
                targets: [
                    .executableTarget(
                        name: "App",
                        dependencies: [
            \(product("AzureFunctions"))\(entra)            ]
                    ),
                    .testTarget(
                        name: "AppTests",
                        dependencies: [
                            "App",
            \(product("AzureFunctions"))\(entra)\(product("AzureFunctionsTesting"))            ]
                    ),
                ]
            )

            """
    }

    private var main: String {
        let items = features.map { $0.blueprint + "()" } + (usesEntra ? ["identity(entra)"] : [])
        let lines = items.map { "            \($0)\n" }.joined()
        let setup = usesEntra ? "        let entra = EntraID(settings: .environment)\n" : ""
        return """
            import AzureFunctions
            \(usesEntra ? "import AzureFunctionsEntra\n" : "")
            @main
            struct Main {
                static func main() async {
            \(setup)        let app = FunctionApp {
            \(lines)        }
                    await app.run()
                }
            }

            """
    }

    private var hostJSON: String {
        """
        {
          "version": "2.0",
          "customHandler": {
            "description": {
              "defaultExecutablePath": "\(name.text)"
            },
            "enableForwardingHttpRequest": false
          },
          "extensionBundle": {
            "id": "Microsoft.Azure.Functions.ExtensionBundle",
            "version": "[4.*, 5.0.0)"
          },
          "logging": {
            "logLevel": {
              "default": "Information"
            }
          }
        }

        """
    }

    private var localSettings: String {
        let entra =
            usesEntra
            ? """
            ,
                "AzureAd__Instance": "https://localhost:8443/",
                "AzureAd__TenantId": "aaaabbbb-0000-cccc-1111-dddd2222eeee",
                "AzureAd__ClientId": "00001111-aaaa-2222-bbbb-3333cccc4444"
            """ : ""
        return """
            {
              "IsEncrypted": false,
              "Values": {
                "FUNCTIONS_WORKER_RUNTIME": "custom",
                "AzureWebJobsStorage": "UseDevelopmentStorage=true"\(entra)
              },
              "Host": {
                "LocalHttpPort": 7071
              }
            }

            """
    }
}
