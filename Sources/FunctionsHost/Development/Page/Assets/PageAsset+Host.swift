// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension PageAsset {
    /// Asks the host.
    static let host = script(
        "host.js",
        #"""
        const key = document.querySelector("meta[name=page-key]").content;

        async function send(path, init) {
          let response;
          try {
            response = await fetch(path, {
              ...init, headers: { "X-Page-Key": key, ...init.headers }, cache: "no-store", credentials: "omit",
            });
          } catch {
            throw new Error("The host does not answer.");
          }
          if (response.ok || response.status === 304) return response;
          const body = await response.json().catch(() => ({}));
          throw new Error(body.error ?? `The host answered ${response.status}.`);
        }

        export const get = async (path, headers = {}) => send(`/_dev/${path}`, { headers });

        export async function post(path, body) {
          const headers = { "Content-Type": "application/json" };
          return (await send(`/_dev/${path}`, { method: "POST", headers, body: JSON.stringify(body) })).json();
        }

        """#)
}
