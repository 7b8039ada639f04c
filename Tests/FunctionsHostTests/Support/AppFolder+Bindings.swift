// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension AppFolder {
    /// A function.json with these bindings, each the members of an object.
    static func function(_ bindings: String...) -> String {
        #"{"bindings":[\#(bindings.map { "{\($0)}" }.joined(separator: ","))]}"#
    }

    static func queueTrigger(_ queue: String, _ more: String = "") -> String {
        #""type":"queueTrigger","direction":"in","name":"msg","queueName":"\#(queue)","connection":"S"\#(more)"#
    }

    static func queueOutput(_ queue: String, name: String = "out") -> String {
        #""type":"queue","direction":"out","name":"\#(name)","queueName":"\#(queue)","connection":"S""#
    }

    /// host.json with these members of `extensions`.
    static func hostJSON(extensions: String) -> String {
        #"{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"handler"}},"extensions":{\#(extensions)}}"#
    }
}
