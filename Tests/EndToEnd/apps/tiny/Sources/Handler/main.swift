// SPDX-License-Identifier: Apache-2.0
// Answers every envelope with one text; "manifest --output DIR" writes its function.json files.

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { exit(74) }
    fputs(text, file)
    fclose(file)
}

func isComplete(_ request: [UInt8]) -> Bool {
    let end = request.indices.first { request[$0...].starts(with: [13, 10, 13, 10]) }
    guard let end else { return false }
    let lines = String(decoding: request[..<end], as: UTF8.self).lowercased().split(whereSeparator: \.isNewline)
    let length = lines.first { $0.hasPrefix("content-length:") }.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    return request.count >= end + 4 + length
}

if CommandLine.arguments.dropFirst().first == "manifest" {
    let folder = CommandLine.arguments[3]
    let isCheck = CommandLine.arguments.contains("--check")
    var isDifferent = false
    for name in functionNames {
        let path = "\(folder)/\(name)/function.json"
        if access(path, R_OK) != 0 {
            isDifferent = true
            print("missing: \(path)")
        }
        guard !isCheck else { continue }
        mkdir(folder, 0o755)
        mkdir("\(folder)/\(name)", 0o755)
        write(
            #"{"bindings":[{"type":"httpTrigger","direction":"in","name":"req","authLevel":"anonymous"},"#
                + #"{"type":"http","direction":"out","name":"res"}]}"#, to: path)
    }
    exit(isCheck && isDifferent ? 1 : 0)
}

guard let port = getenv("FUNCTIONS_CUSTOMHANDLER_PORT").flatMap({ UInt16(String(cString: $0)) }) else { exit(78) }
#if canImport(Darwin)
let server = socket(AF_INET, SOCK_STREAM, 0)
#else
let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
#endif
var yes: Int32 = 1
setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
var address = sockaddr_in()
address.sin_family = sa_family_t(AF_INET)
address.sin_port = port.bigEndian
address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
let isBound = withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
    }
}
guard isBound, listen(server, 128) == 0 else { exit(69) }

while true {
    let connection = accept(server, nil, nil)
    guard connection >= 0 else { continue }
    var request: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    // A request is complete when its head and as many bytes as that says are there.
    while !isComplete(request) {
        let count = read(connection, &buffer, buffer.count)
        guard count > 0 else { break }
        request += buffer.prefix(count)
    }
    let body = #"{"Outputs":{"res":{"body":"\#(answer)"}}}"#
    let reply =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
        + "Connection: close\r\n\r\n\(body)"
    _ = reply.withCString { send(connection, $0, strlen($0), 0) }
    close(connection)
}
