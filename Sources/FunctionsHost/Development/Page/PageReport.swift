// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import AzureFunctions
import FoundationEssentials
import Logging
import StrictJSON

/// What the development page is told, as JSON.
enum PageReport {
    /// The app: its functions, its errors, and what else the page can offer.
    static func app(_ page: DevelopmentPage) -> JSONValue {
        var object: JSONObject = [
            "functions": .array(page.hosted.functions.map(function)),
            "errors": .array(page.hosted.errors.map { .string(Redaction.text($0)) }),
            "hasStore": .bool(page.hasStore),
            "needsKeys": .bool(page.needsKeys),
            "version": .string(HostHeaders.version),
        ]
        object["tenant"] = page.tokens?.tenant.json
        return .object(object)
    }

    private static func function(_ function: FunctionMetadata) -> JSONValue {
        var object: JSONObject = [
            "name": .string(function.name),
            "trigger": .string(function.triggerBinding.type),
            "isDisabled": .bool(function.isDisabled),
        ]
        if let http = function.http {
            object["route"] = .string("/" + http.template.text)
            object["methods"] = .array(http.methods.map(JSONValue.string))
            object["authLevel"] = .string("\(http.authLevel)")
        }
        for name in ["schedule", "queueName", "topicName", "path", "eventHubName", "topic", "toolName"] {
            if let text = function.triggerBinding.json[name]?.string { object["source"] = .string(text) }
        }
        return .object(object)
    }

    /// An invocation in the list.
    static func summary(_ record: JournalRecord) -> JSONValue { .object(object(record)) }

    /// An invocation with what went in, what was logged and what came back.
    static func details(_ record: JournalRecord) -> JSONValue {
        var object = object(record)
        object["reason"] = .string(record.reason)
        object["input"] = record.input.map(JSONValue.string)
        object["output"] = record.output.map(JSONValue.string)
        object["lines"] = .array(
            record.lines.map { ["level": .string($0.level.rawValue), "text": .string($0.text)] })
        object["lostLines"] = .integer(Int64(record.lostLines))
        return .object(object)
    }

    private static func object(_ record: JournalRecord) -> JSONObject {
        var object: JSONObject = [
            "id": .string(record.id), "function": .string(record.function), "trigger": .string(record.trigger),
            "start": .string(HostDate.milliseconds(record.start)), "state": .string(record.state.rawValue),
        ]
        object["milliseconds"] = record.duration.map { .integer(Int64($0 / .milliseconds(1))) }
        object["failure"] = record.failure.map(JSONValue.string)
        return object
    }
}
