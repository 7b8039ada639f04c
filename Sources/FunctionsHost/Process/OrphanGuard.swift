// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

import Subprocess
import SystemPackage

/// Sees to it that no handler outlives the host, also when the host itself is killed.
///
/// A small shell holds the other end of a pipe of the host. The pipe ends with the host, whatever ended it, and the
/// shell then kills the handler's process group. A parent-death signal would not do: it follows the thread that
/// started the process, and the platform library leaves no place to ask for it.
enum OrphanGuard {
    private static let script = #"read -r line || kill -s KILL -- "-$0""#
    private static let forever = Duration.seconds(86_400)

    /// Guards a process group until the task is cancelled, which must be before the leader is reaped.
    static func run(processGroup: Int) async {
        var options = PlatformOptions()
        options.processGroupID = 0
        _ = try? await Subprocess.run(
            .path("/bin/sh"), arguments: ["-c", script, "\(processGroup)"], platformOptions: options,
            input: .inputWriter, output: .discarded, error: .discarded
        ) { execution in
            while !Task.isCancelled { try? await Task.sleep(for: forever) }
            // Before the pipe ends: the handler may be taking its time.
            try? execution.send(signal: .kill)
        }
    }
}
