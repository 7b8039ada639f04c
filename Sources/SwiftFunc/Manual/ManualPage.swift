// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// The manual page of a command line, in roff, from what the argument parser says of itself.
struct ManualPage {
    private var lines: [String] = []

    /// - Parameter help: The JSON of `--experimental-dump-help`.
    init(_ help: JSONValue) {
        guard let command = help["command"] else { return }
        let name = command["commandName"]?.string ?? ""
        let subcommands = (command["subcommands"]?.array ?? []).filter { $0["commandName"]?.string != "help" }
        lines = [
            ".TH \(name.uppercased()) 1", ".SH NAME",
            "\(Self.escaped(name)) \\- \(Self.escaped(command["abstract"]?.string ?? ""))", ".SH SYNOPSIS",
        ]
        for subcommand in subcommands { lines += [".B \(Self.escaped(name))", Self.synopsis(subcommand), ".br"] }
        addDiscussion(command)
        lines.append(".SH COMMANDS")
        for subcommand in subcommands { add(subcommand, of: name) }
        lines += [
            ".SH ENVIRONMENT", ".TP", "NO_COLOR", "Any value forbids colours, which appear on a terminal only.", ".TP",
            "CI",
            "Any value makes \"start\" say what the host itself does, too.", ".TP", "XDG_STATE_HOME",
            "Where the local tenant's keys are kept, below swift\\-func.", ".SH FILES", ".TP",
            "host.json, local.settings.json",
            "The configuration of the host, and the settings of this machine.", ".TP", "functions/<name>/function.json",
            "What functions there are; written by \"start\" and \"manifest\".",
        ]
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    private mutating func add(_ command: JSONValue, of parent: String) {
        lines += [
            ".SS \(Self.escaped(parent)) \(Self.synopsis(command))", Self.escaped(command["abstract"]?.string ?? ""),
        ]
        addDiscussion(command)
        for argument in command["arguments"]?.array ?? [] where argument["shouldDisplay"]?.bool ?? true {
            lines += [".TP", ".B " + Self.names(argument)]
            let text = [argument["abstract"]?.string, argument["defaultValue"]?.string.map { "(default: \($0))" }]
            lines.append(Self.escaped(text.compactMap(\.self).joined(separator: " ")))
        }
    }

    private mutating func addDiscussion(_ command: JSONValue) {
        guard let text = command["discussion"]?.string, !text.isEmpty else { return }
        // As it is: examples and tables live by their line breaks.
        lines +=
            [".PP", ".nf"]
            + text.split(separator: "\n", omittingEmptySubsequences: false).map { Self.escaped(String($0)) } + [".fi"]
    }

    private static func synopsis(_ command: JSONValue) -> String {
        let positional = (command["arguments"]?.array ?? []).filter { $0["kind"] == "positional" }
            .map { "<\($0["valueName"]?.string ?? "value")>" }
        return escaped(([command["commandName"]?.string ?? "", "[options]"] + positional).joined(separator: " "))
    }

    private static func names(_ argument: JSONValue) -> String {
        let value = argument["valueName"]?.string.map { "<\($0)>" }
        guard let names = argument["names"]?.array, !names.isEmpty else { return escaped(value ?? "") }
        let forms = names.compactMap { name in
            name["name"]?.string.map { (name["kind"] == "short" ? "-" : "--") + $0 }
        }.joined(separator: ", ")
        return escaped(argument["kind"] == "option" ? forms + " " + (value ?? "") : forms)
    }

    /// Text that roff takes as it is: a point at the start of a line would be a request.
    private static func escaped(_ text: String) -> String {
        let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
    }
}
