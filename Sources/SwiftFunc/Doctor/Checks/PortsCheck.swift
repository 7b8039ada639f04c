// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import NIOCore
import NIOPosix
import StrictJSON

/// Whether the ports of host, tenant and handler are free.
struct PortsCheck: DoctorCheck {
    let tenantPort: Int

    func run(_ scene: DoctorScene) async -> [Finding] {
        let host = LocalPort.of(folder: scene.app.path)
        var findings = [
            await finding(
                host, "host", "/admin/host/status", secure: false, scene,
                "--port, or Host.LocalHttpPort in local.settings.json"),
            await finding(tenantPort, "tenant", "/", secure: true, scene, "--tenant-port"),
        ]
        if let port = scene.hostJSON?["customHandler"]?["port"]?.int64, 1...65_535 ~= port {
            findings.append(
                await finding(Int(port), "handler", "/", secure: false, scene, "customHandler.port of host.json"))
        }
        return findings
    }

    private func finding(
        _ port: Int, _ owner: String, _ path: String, secure: Bool, _ scene: DoctorScene, _ option: String
    ) async -> Finding {
        let name = "ports"
        if await Self.isFree(port) { return .ok(name, "\(port) is free for the \(owner)") }
        var caller = scene.caller
        if secure { caller.certificateAuthority = scene.stateDirectory + "/ca.pem" }
        let address = HTTPAddress("\(secure ? "https" : "http")://localhost:\(port)\(path)")
        if owner != "handler", let address, let reply = try? await caller.send(HTTPCall(address: address)),
            reply.status == 200
        {
            return .ok(name, "\(port): the \(owner) runs there")
        }
        return .failed(
            name, "Port \(port) of the \(owner) is in use.", "End what uses it, or choose another with \(option).")
    }

    static func isFree(_ port: Int) async -> Bool {
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        guard let channel = try? await bootstrap.bind(host: "127.0.0.1", port: port).get() else { return false }
        try? await channel.close().get()
        return true
    }
}
