// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import FoundationEssentials
import Logging
import StrictJSON

/// `/admin/host/…` apart from keys (host contract §6.3).
struct HostEndpoints: Sendable {
    let hosted: HostedApp
    let instanceID: String
    let start: Date

    /// The answer; nil for a path or a method that is none of these.
    func answer(_ method: String, _ path: String, body: [UInt8]) -> HTTPAnswer? {
        switch (method, path) {
        case ("GET", "ping"), ("POST", "ping"):
            return HTTPAnswer(status: 200)
        case ("GET", "status"):
            return .json(status)
        case ("GET", "config"):
            return hosted.configuration.json.map { .json($0) } ?? .notFound
        case ("POST", "synctriggers"):
            return .json(["status": "success"])
        case ("POST", "restart"):
            hosted.invoker.supervisor.restartInOrder()
            return HTTPAnswer(status: 200)
        case ("GET", "drain/status"):
            return .json(drainStatus)
        case ("POST", "drain"):
            hosted.drain.set(true)
            return HTTPAnswer(status: 202)
        case ("POST", "resume"):
            hosted.drain.set(false)
            return .json(["state": "Running"])
        case ("PUT", "state"):
            return setState(body)
        case ("POST", "log"):
            return write(body)
        default:
            return nil
        }
    }

    private var status: JSONValue {
        var status: JSONObject = [
            "id": .string(instanceID.split(separator: "-").joined()),
            "state": .string(hosted.offline.isOffline ? "Offline" : "Running"),
            "version": .string(HostHeaders.version),
            "versionDetails": .string(HostHeaders.version),
            "instanceId": .string(instanceID),
            "computerName": .string(ProcessInfo.processInfo.hostName),
            "processUptime": .integer(Int64(max(0, hosted.clock.now.timeIntervalSince(start) * 1_000))),
            "functionAppContentEditingState": "NotAllowed",
        ]
        if !hosted.errors.isEmpty { status["errors"] = .array(hosted.errors.map(JSONValue.string)) }
        if let bundle = hosted.configuration.extensionBundle {
            status["extensionBundle"] = ["id": .string(bundle.id), "version": .string(bundle.version)]
        }
        return .object(status)
    }

    private var drainStatus: JSONValue {
        let count = hosted.invoker.activity.count
        let state = !hosted.drain.isDraining ? "Disabled" : count == 0 ? "Completed" : "InProgress"
        return ["state": .string(state), "outstandingInvocations": .integer(Int64(count)), "outstandingRetries": 0]
    }

    /// A JSON text, of which only two are states that can be asked for.
    private func setState(_ body: [UInt8]) -> HTTPAnswer {
        switch (try? JSONValue(parsing: body))?.string?.lowercased() {
        case "offline": hosted.offline.set(true) ? HTTPAnswer(status: 202) : HTTPAnswer(status: 500)
        case "running": hosted.offline.set(false) ? HTTPAnswer(status: 202) : HTTPAnswer(status: 500)
        default: HTTPAnswer(status: 400)
        }
    }

    private func write(_ body: [UInt8]) -> HTTPAnswer {
        guard let entries = (try? JSONValue(parsing: body))?.array else {
            return .text("An array of log entry objects is expected.", status: 400)
        }
        for entry in entries {
            let level: Logger.Level =
                switch entry["level"].map({ $0.string?.lowercased() ?? "\($0.int64 ?? 3)" }) {
                case "error", "1": .error
                case "warning", "2": .warning
                case "verbose", "4": .debug
                default: .info
                }
            let message = entry["message"]?.string ?? ""
            if let function = entry["functionName"]?.string, !function.isEmpty {
                hosted.invoker.log.function(function, level, message)
            } else {
                hosted.invoker.log.host(level, message)
            }
        }
        return HTTPAnswer(status: 200)
    }
}
