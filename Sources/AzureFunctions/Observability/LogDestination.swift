// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Where entries up to `notice` of a running function go; warnings and errors always go to stderr at once.
public enum LogDestination: String, Sendable {
    /// To stdout at once, with the invocation's id; also seen when the process is killed in the middle.
    case console
    /// Into the invocation's result: the host shows them as the function's own lines, tied to the invocation. When the
    /// invocation fails they go to stdout before the failure is told, because the host then drops the result (host
    /// contract §8.6). Plain HTTP has no result, so there this is the same as ``console``.
    case result
}
