// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import Testing

@testable import ParityTool

/// `ParityTool manifest --output Tests/AzureFunctionsTests/Manifest/Golden` writes the files anew.
@Suite struct `Golden function.json files` {
    private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden").path()

    @Test func `Every trigger and binding is written byte by byte as agreed, with defaults and with all options`()
        throws
    {
        let files = try Manifest(ParityTool.app.registry(host: nil)).files
        for file in files {
            let data = FileManager.default.contents(atPath: "\(folder)/\(file.name)/function.json")
            let golden = String(decoding: data ?? Data(), as: UTF8.self)
            #expect(String(decoding: file.bytes, as: UTF8.self) == golden, "\(file.name)")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(names) == Set(files.map(\.name)))
        #expect(names.count > 100)
    }
}
