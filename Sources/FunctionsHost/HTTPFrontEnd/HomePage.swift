// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// What the host shows at `/` (host contract §5.2).
enum HomePage {
    static let answer = HTTPAnswer.text(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Your Functions 4.0 app is up and running</title></head>
        <body><main><h1>Your Functions 4.0 app is up and running</h1>
        <p>This is a local emulator of the Azure Functions host.</p></main></body>
        </html>

        """, type: "text/html; charset=utf-8")
}
