// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import StrictJSON
import Testing

@Suite struct `Rules of bindings` {
    private func problems(_ app: FunctionApp) -> [Problem] {
        do throws(ConfigurationError) {
            _ = try app.registry(host: nil)
            return []
        } catch {
            return error.problems
        }
    }

    private func problems<Payload>(_ trigger: Trigger<Payload>) -> [Problem] {
        problems(FunctionApp { Function("f", on: trigger) { _, _ in } })
    }

    private func problems(_ output: Output<String>) -> [Problem] {
        problems(FunctionApp { Function("f", on: .queue("q", of: String.self), returning: output) { text, _ in text } })
    }

    @Test(arguments: [
        "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=k==", "Endpoint=sb://a.servicebus.windows.net/",
        "AccountEndpoint=https://a", "Server=tcp:a", "https://a.queue.core.windows.net", "a;b", "SharedAccessKey=x",
    ])
    func `A connection string in place of a setting's name is refused, and not repeated`(text: String) throws {
        let found =
            problems(Trigger.queue("q", connection: text, of: String.self))
            + problems(Trigger.serviceBusQueue("q", connection: text, of: String.self))
            + problems(Trigger.eventHub("h", connection: text, of: String.self))
            + problems(Trigger.blob("c/b", connection: text, of: String.self))
            + problems(Trigger.cosmosDB("c", database: "d", connection: text, of: String.self))
            + problems(Trigger.sql("t", connection: text, of: String.self))
            + problems(Trigger.signalR(hub: "h", message: "m", connection: text))
            + problems(Output.queue("q", connection: text)) + problems(Output.eventGrid(connection: text))
        #expect(found.map(\.code) == Array(repeating: .connection, count: 9))
        #expect(found.allSatisfy { !$0.message.contains(text) })
    }

    @Test(arguments: ["Storage", "Storage__queue", "AzureWebJobsStorage", "My-Setting", "a.b"])
    func `A setting's name is none`(name: String) {
        #expect(problems(Trigger.queue("q", connection: name, of: String.self)).isEmpty)
    }

    @Test(arguments: ["", " ", "\t"])
    func `An empty name is refused everywhere`(name: String) {
        let found =
            problems(Trigger.queue(name, of: String.self)) + problems(Trigger.blob(name, of: String.self))
            + problems(Trigger.serviceBusTopic("t", subscription: name, connection: "B", of: String.self))
            + problems(Trigger.eventHub(name, connection: "H", of: String.self))
            + problems(Trigger.eventHub("h", connection: "H", of: String.self, consumerGroup: name))
            + problems(Trigger.cosmosDB("c", database: name, connection: "C", of: String.self))
            + problems(Trigger.kafka("t", brokers: [name], of: String.self))
            + problems(Trigger.kafka("t", brokers: [], of: String.self))
            + problems(Trigger.signalR(hub: name, message: "m")) + problems(Trigger.mcpTool(name))
            + problems(Trigger.queue("q", connection: name, of: String.self)) + problems(Output.blob(name))
            + problems(Output.kafka(name, brokers: ["b"])) + problems(Output.daprState("s", key: name))
        #expect(found.map(\.code) == Array(repeating: .binding, count: 14))
    }

    @Test func `A time that the host cannot be told is refused`() {
        func delay(_ delay: Duration) -> [Problem.Code] {
            problems(Trigger.cosmosDB("c", database: "d", connection: "C", of: String.self, pollDelay: delay)).map(
                \.code)
        }
        #expect(delay(.milliseconds(1)).isEmpty)
        #expect(delay(.zero).isEmpty)
        #expect(delay(.microseconds(1)) == [.binding])
        #expect(delay(.seconds(-1)) == [.binding])
        #expect(delay(.seconds(3_000_000)) == [.binding])
        #expect(delay(Duration(secondsComponent: .max, attosecondsComponent: 0)) == [.binding])
    }

    @Test func `Two bindings of one name are refused, ignoring case`() {
        let app = FunctionApp {
            Function(
                "f", on: .queue("q", of: String.self), reading: .blob("c/b", of: String.self).named("Message"),
                returning: .all(.queue("a").named("x"), .queue("b").named("X"))
            ) { text, _, _ in (text, text) }
        }
        #expect(problems(app).map(\.code) == [.duplicateBinding, .duplicateBinding])
    }

    @Test(arguments: ["", "1a", "a-b", "a_b", "a b", "$return", "ä", String(repeating: "a", count: 129)])
    func `A binding name that the host does not accept is refused`(name: String) {
        #expect(problems(Output.queue("q").named(name)).map(\.code) == [.bindingName])
        #expect(problems(Trigger.generic(type: "xTrigger", name: name, of: String.self)).map(\.code) == [.bindingName])
    }

    @Test func `A warm-up function is called warmup, and there is one`() {
        let misnamed = FunctionApp { Function("heat", on: .warmup) { _, _ in } }
        #expect(problems(misnamed).map(\.code) == [.warmup])
        let two = FunctionApp {
            Function("warmup", on: .warmup) { _, _ in }
            Function("Warmup", on: .warmup) { _, _ in }
        }
        #expect(Set(problems(two).map(\.code)) == [.warmup, .duplicateName])
        #expect(problems(FunctionApp { Function("warmup", on: .warmup) { _, _ in } }).isEmpty)
    }

    @Test func `Secrets and keys in code are refused`() {
        let tls = KafkaTLS(keyPEM: "-----BEGIN PRIVATE KEY-----")
        let security = KafkaSecurity(tls: tls)
        #expect(problems(Output.kafka("t", brokers: ["b"], security: security)).map(\.code) == [.connection])
        #expect(problems(Output.sendGrid(apiKey: "SG.abc")).map(\.code) == [.connection])
    }

    @Test func `Options that contradict each other or mean nothing are refused`() {
        #expect(problems(Trigger.generic(type: "queue", of: String.self)).map(\.code) == [.binding])
        #expect(problems(Trigger.mcpResource("orders", name: "n")).map(\.code) == [.binding])
        #expect(
            problems(Trigger.mcpTool("t", properties: [MCPToolProperty("a"), MCPToolProperty("a")])).map(\.code)
                == [.binding])
        #expect(
            problems(
                Trigger.cosmosDB(
                    "c", database: "d", connection: "C", of: String.self, startsFromBeginning: true,
                    startTime: .distantPast)
            ).map(\.code) == [.binding])
    }

    @Test func `All problems of one declaration come at once with its place`() throws {
        let line: UInt = #line + 2
        let app = FunctionApp {
            Function("f", on: .queue("", connection: "a;b", of: String.self), returning: .blob("").named("1")) {
                text, _ in
                text
            }
        }
        let found = problems(app)
        #expect(Set(found.map(\.code)) == [.binding, .connection, .bindingName])
        #expect(found.count == 4)
        #expect(found.allSatisfy { $0.site?.line == line && $0.message.hasPrefix("f: ") })
    }
}
