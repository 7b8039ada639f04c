// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// A real handler process: notes its starts and its environment, and does what the test says.
enum PythonHandler {
    /// A script for a file named `handler`.
    ///
    /// - Parameter behaviour: Python that runs with `server` ready to serve and `starts` counted.
    /// - Returns: The script.
    static func script(_ behaviour: String) -> String {
        """
        #!/usr/bin/env python3
        import http.server, json, os, signal, sys
        with open("starts", "a") as file: file.write("x")
        starts = os.path.getsize("starts")
        with open("environment.json", "w") as file: json.dump(dict(os.environ), file)
        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self, body):
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            def do_GET(self): self.answer(b"")
            def do_POST(self): self.answer(b'{"Outputs":{"res":{"body":"ok"}}}')
            def log_message(self, *arguments): pass
        port = int(os.environ["FUNCTIONS_CUSTOMHANDLER_PORT"])
        http.server.HTTPServer.allow_reuse_address = True
        server = http.server.HTTPServer(("127.0.0.1", port), Handler)
        \(behaviour)

        """
    }
}
