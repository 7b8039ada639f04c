// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import ArgumentParser
import EntraTenant
import FoundationEssentials
import StrictJSON

/// `swift-func invoke`.
struct InvokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoke", abstract: "Calls a function of a running host.",
        discussion: """
            An HTTP function is called at its route. A function of any other trigger is called as the portal does it: the \
            data is its message, and what becomes of it is in the host's log. The body goes to standard output, the rest \
            to standard error.

            EXIT CODES
              0 the status was below 400, 1 it was not, or there was no answer, 64 wrong arguments

            EXAMPLES
              swift-func invoke hello --param name=Ada
              swift-func invoke whoami --as adele
              swift-func invoke orders --method PUT --data @order.json --header 'If-Match: "5"' --verbose
              swift-func invoke fulfil --data '{"id":5}'
              swift-func invoke clean-up --url https://demo.azurewebsites.net --key "$MASTER_KEY"
            """)

    @Argument(help: "The function's name.")
    var name: String

    @OptionGroup var stateOptions: StateOptions

    @Option(help: ArgumentHelp("The app's folder, for the port in local.settings.json.", valueName: "dir"))
    var app = "."

    @Option(help: ArgumentHelp("The host (default: the one on this machine).", valueName: "url"))
    var url: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("The body, or @FILE, or - for standard input.", valueName: "text"))
    var data: String?

    @Option(name: .shortAndLong, help: "The method (default: POST with data, else GET, if the function has it).")
    var method: String?

    @Option(
        name: [.customShort("H"), .customLong("header")],
        help: ArgumentHelp("A header field; may come several times.", valueName: "name: value"))
    var headers: [HeaderOption] = []

    @Option(
        name: [.short, .customLong("query")],
        help: ArgumentHelp("A query parameter; may come several times.", valueName: "name=value"))
    var query: [PairOption] = []

    @Option(
        name: [.short, .customLong("param")],
        help: ArgumentHelp("A parameter of the route; may come several times.", valueName: "name=value"))
    var parameters: [PairOption] = []

    @Option(help: "A function key or the master key.")
    var key: String?

    @Option(name: .customLong("as"), help: "Call with a token of the local tenant for this user.")
    var user: String?

    @Option(name: .customLong("scope"), help: "A scope of that token; may come several times.")
    var scopes: [String] = []

    @Flag(name: .shortAndLong, help: "Show the answer's headers.")
    var verbose = false

    @Flag(help: "Print one JSON object with status, headers, body and duration.")
    var json = false

    func validate() throws {
        if !scopes.isEmpty, user == nil { throw ValidationError("--scope goes with --as only.") }
        if user != nil, headers.contains(where: { $0.name.lowercased() == "authorization" }) {
            throw ValidationError("--as and an Authorization header exclude each other.")
        }
        if let method, method.wholeMatch(of: /[A-Za-z]{1,32}/) == nil {
            throw ValidationError("\"\(method)\" is not a method.")
        }
        if let url, HTTPAddress(url) == nil { throw ValidationError("\"\(url)\" is not an http or https address.") }
        guard name.wholeMatch(of: /[A-Za-z][A-Za-z0-9_\-]{0,127}/) != nil else {
            throw ValidationError("\"\(name)\" is not a function's name.")
        }
    }

    func run() async throws {
        let body = try InvokeData.bytes(data)
        let caller = FunctionCaller(baseURL: baseURL, key: key, caller: HTTPCaller(timeout: .seconds(300)))
        let function = try await caller.function(name)
        let start = ContinuousClock.now
        let reply: HTTPReply
        if function.methods == nil {
            try refuseHTTPOptions(function)
            reply = try await caller.trigger(function, input: body)
        } else {
            reply = try await caller.send(
                try target(function), method: method?.uppercased() ?? function.method(hasBody: data != nil),
                headers: try fields(body), body: body)
        }
        show(InvokeReport(reply: reply, duration: start.duration(to: .now)), function)
        if reply.status >= 400 { throw ExitCode.failure }
    }

    private var baseURL: String {
        guard let url else { return "http://localhost:\(LocalPort.of(folder: app))" }
        var text = url
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }

    private func target(_ function: DeployedFunction) throws -> String {
        let values = Dictionary(parameters.map { ($0.name, $0.value) }) { $1 }
        var parts = URLComponents()
        parts.queryItems = query.map { URLQueryItem(name: $0.name, value: $0.value) }
        // A plus sign would be read as a space.
        let text = (parts.percentEncodedQuery ?? "").replacing("+", with: "%2B")
        return try RouteFilling.path(function.route, values) + (text.isEmpty ? "" : "?" + text)
    }

    private func fields(_ body: [UInt8]) throws -> [(name: String, value: String)] {
        var fields = headers.map { (name: $0.name, value: $0.value) }
        func has(_ name: String) -> Bool { fields.contains { $0.name.lowercased() == name } }
        if !body.isEmpty, !has("content-type") {
            let isJSON = (try? JSONValue(parsing: body)) != nil
            fields.append(("Content-Type", isJSON ? "application/json" : "text/plain; charset=utf-8"))
        }
        if let user {
            let token = try LocalTokens(stateOptions).token(user: user, scopes: scopes).compact
            fields.append(("Authorization", "Bearer " + token))
        }
        return fields
    }

    private func refuseHTTPOptions(_ function: DeployedFunction) throws {
        guard method == nil, headers.isEmpty, query.isEmpty, parameters.isEmpty, user == nil else {
            throw ValidationError("\"\(name)\" has a \(function.trigger): only --data goes with it.")
        }
    }

    private func show(_ report: InvokeReport, _ function: DeployedFunction) {
        if json { return print(report.json) }
        let isColored =
            Terminal.isStandardErrorTerminal
            && Terminal.showsColors(environment: ProcessInfo.processInfo.environment, isTerminal: true)
        StandardError.write(report.head(isVerbose: verbose, isColored: isColored))
        if function.methods == nil, report.reply.status == 202 {
            StandardError.write("\(function.name) was called; what became of it is in the host's log.")
        }
        StandardOutput.write(report.reply.body)
        if Terminal.isStandardOutputTerminal, let last = report.reply.body.last, last != UInt8(ascii: "\n") {
            print("")
        }
    }
}
