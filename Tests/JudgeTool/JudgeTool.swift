// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Judges tokens for the comparison with other implementations: `{"token": "…", "jwks": {…}, "now": 1800000000}` per line
/// of standard input, `{"code": "accepted"}` per line of standard output.
///
/// `--tenant ID` and `--audience ID` say whose tokens for what are good; with `--jwtkit` jwt-kit is the judge.
@main
struct JudgeTool {
    static func main() async throws {
        let options = try Options(CommandLine.arguments.dropFirst())
        let judge: any Judge = options.usesJWTKit ? JWTKitJudge(options) : try EntraJudge(options)
        while let line = readLine() {
            let code = await judge.code(try Case(line))
            let answer: JSONValue = ["code": .string(code)]
            print(String(decoding: answer.serialized(), as: UTF8.self))
            // What is answered counts even when the next token kills the judge.
            fflush(nil)
        }
    }
}
