// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension Trigger where Payload: Decodable & Sendable {
    /// A skill that an assistant of the Azure OpenAI extension calls.
    ///
    /// What the function returns by ``Output/returnValue`` is told to the assistant.
    ///
    /// - Parameters:
    ///   - description: What the skill does, for the model that chooses it.
    ///   - name: The skill's name; the function's when nil.
    ///   - parameters: A JSON text that describes the argument.
    ///   - argument: What the assistant passes: `String` for its text, else its JSON.
    /// - Returns: The trigger.
    public static func assistantSkill(
        _ description: String, name: String? = nil, parameters: String? = nil, of argument: Payload.Type = Payload.self
    ) -> Trigger {
        Trigger(
            "assistantSkillTrigger", "argument",
            ["functionDescription": description, "functionName": name, "parameterDescriptionJson": parameters],
            problems: [BindingRules.name(description, "description")]
        ) { try $0.decode(Payload.self) }
    }
}
