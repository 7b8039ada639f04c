// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension PageAsset {
    /// The icon of the page's tab.
    static let icon = PageAsset(
        name: "icon.svg", type: "image/svg+xml",
        text: #"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5cad"/>
            <path d="M18 3 8 18h6l-2 11 12-16h-7l3-10z" fill="#ffd166"/></svg>

            """#)
}
