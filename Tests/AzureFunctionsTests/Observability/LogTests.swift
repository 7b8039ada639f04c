// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import HTTPTypes
import InMemoryLogging
import Logging
import Testing

@Suite struct `Log lines` {
    private func lines(_ body: (Logger) -> Void) -> [(text: String, isError: Bool)] {
        let probe = Probe<(text: String, isError: Bool)>()
        let logger = Logger(label: "app") { label in
            HostLogHandler(label: label, level: .info) { bytes, isError in
                let text = String(decoding: bytes, as: UTF8.self)
                probe.record((text: text, isError: isError))
            }
        }
        body(logger)
        return probe.values
    }

    @Test func `A line names level, label and message, then the metadata in order`() throws {
        let line = try #require(lines { $0.info("Ready.", metadata: ["b": "2", "a": "1"]) }.first)
        #expect(line.text == "[info] app: Ready. a=1 b=2\n")
        #expect(!line.isError)
    }

    @Test(arguments: [Logger.Level.info, .notice]) func `Information goes to standard output`(level: Logger.Level) {
        #expect(lines { $0.log(level: level, "m") }.map(\.isError) == [false])
    }

    @Test func `A warning goes to standard error and says so, because the host looks for the word`() throws {
        let line = try #require(lines { $0.warning("Low on disk.") }.first)
        #expect(line.isError)
        #expect(line.text.hasPrefix("[warning] "))
    }

    @Test(arguments: [Logger.Level.error, .critical])
    func `An error goes to standard error and is not taken for a warning`(level: Logger.Level) throws {
        let line = try #require(lines { $0.log(level: level, "Lost.") }.first)
        #expect(line.isError)
        #expect(!line.text.lowercased().contains("warn"))
    }

    @Test func `What is less severe than the level is not written`() {
        #expect(lines { $0.debug("m") }.isEmpty)
    }

    @Test func `An entry stays one line, whatever a value holds`() throws {
        let hostile = "a\r\nb\u{1B}[31m\u{0}\u{85}\u{2028}\u{2029}\u{202E}c"
        let line = try #require(lines { $0.info("\(hostile)", metadata: ["k": "\(hostile)"]) }.first).text
        #expect(line.hasSuffix("\n"))
        #expect(!line.dropLast().contains { $0.isNewline })
        #expect(line.unicodeScalars.dropLast().allSatisfy { $0.properties.generalCategory != .control })
        #expect(line.contains(#"a\u{d}\u{a}b\u{1b}[31m\u{0}\u{85}\u{2028}\u{2029}\u{202e}c"#))
    }

    @Test func `Text of other scripts is left alone`() {
        #expect(lines { $0.info("Zoë 😀 日本") }.map(\.text) == ["[info] app: Zoë 😀 日本\n"])
    }

    @Test func `A function's logger names function and invocation`() async throws {
        let log = TestLog()
        let app = FunctionApp {
            HTTPFunction("hello") { _, context in
                context.logger.info("here")
                return .status(.ok)
            }
        }
        _ = try await Door(app, logger: log.logger).invoke("hello", EnvelopeSamples.h1)
        let entry = try #require(log.entries.first { $0.message == "here" })
        #expect(entry.metadata["function"] == "hello")
        #expect(entry.metadata["invocation.id"] == "\(Door.invocationID)")
    }
}
