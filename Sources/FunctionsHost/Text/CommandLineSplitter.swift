// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Splits a command line as .NET does on Unix: at white space, with double quotes (host contract §1.4).
enum CommandLineSplitter {
    static func split(_ line: String) -> [String] {
        var arguments: [String] = []
        var current = ""
        var isQuoted = false
        var hasCurrent = false
        var characters = Array(line)[...]
        while let character = characters.popFirst() {
            switch character {
            case "\\" where characters.first == "\"":
                current.append("\"")
                hasCurrent = true
                characters.removeFirst()
            case "\"":
                isQuoted.toggle()
                hasCurrent = true
            case " ", "\t":
                if isQuoted {
                    current.append(character)
                } else if hasCurrent {
                    arguments.append(current)
                    current = ""
                    hasCurrent = false
                }
            default:
                current.append(character)
                hasCurrent = true
            }
        }
        if hasCurrent { arguments.append(current) }
        return arguments
    }
}
