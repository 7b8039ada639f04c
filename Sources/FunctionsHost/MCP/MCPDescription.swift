// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import StrictJSON

/// What tools, resources and prompts may say of themselves beyond their own members.
enum MCPDescription {
    /// Adds `icons` and `_meta`, each a text that holds JSON; what is none is left out.
    static func add(_ trigger: FunctionBinding, to json: inout JSONObject) {
        if let icons = parse(trigger, "icons")?.array { json["icons"] = .array(icons) }
        if let metadata = parse(trigger, "metadata")?.object { json["_meta"] = .object(metadata) }
    }

    private static func parse(_ trigger: FunctionBinding, _ name: String) -> JSONValue? {
        guard let value = trigger.json[name], let text = value.string else { return trigger.json[name] }
        return try? JSONValue(parsing: Array(text.utf8))
    }
}
