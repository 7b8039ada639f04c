// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// The few pages that the tenant shows.
enum Pages {
    /// The field of the sign-in name.
    static let loginField = "login"
    /// The field of the password.
    static let passwordField = "passwd"

    static func signIn(
        directory: TenantDirectory, action: String, parameters: FormParameters, login: String?, refused: Bool
    ) -> String {
        let chosen = login.flatMap(directory.user)
        let users = directory.users.map { user in
            """
            <label><input type="radio" name="\(loginField)" value="\(HTML.escape(user.userPrincipalName))" required\
            \(user == chosen ? " checked" : "")> \(HTML.escape(user.name)) \
            <small>\(HTML.escape(user.userPrincipalName))</small></label>
            """
        }.joined(separator: "\n")
        let kept = parameters.all.filter { ![loginField, passwordField].contains($0.name) }
        return HTML.page(
            "Sign in",
            """
            <h1>Sign in</h1>
            <p>Local tenant <strong>\(HTML.escape(directory.domain))</strong>, for development only. Never type a real
            password here; the passwords of these users stand in the tenant's directory file.</p>
            \(refused ? "<p class=\"error\">\(HTML.escape(SignIn.refusal))</p>" : "")
            <form method="post" action="\(HTML.escape(action))">
            \(HTML.hidden(kept))
            \(users)
            <label>Password <input type="password" name="\(passwordField)" autocomplete="off" required></label>
            <button type="submit">Sign in</button>
            </form>
            """)
    }

    static func formPost(_ answer: FormParameters, to redirectURI: String, scriptNonce: String) -> String {
        HTML.page(
            "Working",
            """
            <form method="post" action="\(HTML.escape(redirectURI))">
            \(HTML.hidden(answer.all))
            <button type="submit">Continue</button>
            </form>
            <script nonce="\(scriptNonce)">document.forms[0].submit()</script>
            """)
    }

    static func error(_ error: OAuthError, _ trace: Trace) -> String {
        HTML.page(
            "Sign in failed",
            """
            <h1>Sign in failed</h1>
            <p class="error">\(HTML.escape(error.description(of: trace)))</p>
            """)
    }

    static let signedOut = HTML.page("Signed out", "<h1>You signed out</h1><p>You can close this page.</p>")
}
