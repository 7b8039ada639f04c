// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Which functions may stream (host contract §4.1, §8.4).
enum StreamingRules {
    static func problems(of functions: [FunctionDefinition], _ host: HostConfiguration) -> [Problem] {
        functions.compactMap { function in
            guard let http = function.http, !http.transport.streaming.isEmpty else { return nil }
            if !http.isHTTPInAndOut {
                return Problem(
                    .streaming,
                    "\(function.name) streams, but with bindings beside the HTTP request and answer the host calls it by "
                        + "envelope, which cannot; drop the bindings or the streaming.", at: function.site)
            }
            guard host.httpMode == .envelope else { return nil }
            return Problem(
                .streaming,
                "\(function.name) streams, but the host calls it by envelope, which cannot; set "
                    + "customHandler.enableProxyingHttpRequest to true in host.json.", at: function.site)
        }
    }
}
