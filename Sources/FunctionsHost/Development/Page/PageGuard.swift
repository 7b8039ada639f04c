// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

/// Who may open the development page and ask for what it shows: this machine, and no page but itself.
///
/// A page of another site can make a browser send requests here, and a function's own answer runs as a page of this very
/// origin. So reading the page needs a person's navigation, and everything else a key that only the page holds.
struct PageGuard: Sendable {
    /// The header that carries the page's key.
    static let keyHeader = "x-page-key"

    /// What the page's own requests carry, other for each host.
    let key: String

    /// Why a request is refused; nil when it is not.
    func refusal(of request: ExtensionRequest, _ path: PagePath) -> String? {
        guard request.isLocal else { return "The development page is for this machine only." }
        // Another name for this machine may be an attacker's (DNS rebinding).
        guard let host = request.header("host"), LoopbackName.isLoopback(authority: host) else {
            return "Open the development page by a name of this machine, such as localhost."
        }
        if let origin = request.header("origin"), origin != "http://\(host)" {
            return "The development page serves no other site."
        }
        let site = request.header("sec-fetch-site") ?? "none"
        switch path {
        case .page:
            // A link elsewhere may lead here; a frame or a script may not.
            let destination = request.header("sec-fetch-dest") ?? "document"
            return destination == "document" ? nil : "The development page is to be opened, not to be read by a script."
        case .asset:
            return ["none", "same-origin"].contains(site) ? nil : "The development page serves no other site."
        case .data:
            guard ["none", "same-origin"].contains(site) else { return "The development page serves no other site." }
            guard let sent = request.header(Self.keyHeader), KeyRing.equal(sent, key) else {
                return
                    "Only the development page may ask for this. Has the host been started anew? Load the page again."
            }
            return nil
        }
    }
}
