// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension PageAsset {
    /// The form that gets a token.
    static let tokens = script(
        "tokens.js",
        #"""
        import { badge, byID, options, problem } from "./elements.js";
        import { post } from "./host.js";

        let tenant;

        function showScopes() {
          const isUser = byID("token-user").value !== "";
          const api = tenant.apis.find((entry) => entry.clientId === byID("token-api").value);
          byID("token-scope-box").hidden = !isUser;
          options(byID("token-scope"), (api?.scopes ?? []).map((scope) => [scope, scope]));
        }

        export function startTokens(app) {
          byID("token-none").hidden = app.tenant !== undefined;
          byID("token-form").hidden = app.tenant === undefined;
          if (!app.tenant || JSON.stringify(app.tenant) === JSON.stringify(tenant)) return;
          tenant = app.tenant;
          byID("token-tenant").textContent = tenant.address;
          options(byID("token-user"), [
            ...tenant.users.map((user) => [user.signInName, `${user.name} (${user.signInName})`]),
            ["", "An app without a user (daemon)"],
          ]);
          options(byID("token-api"), tenant.apis.map((api) => [api.clientId, api.name]));
          showScopes();
        }

        byID("token-user").addEventListener("change", showScopes);
        byID("token-api").addEventListener("change", showScopes);
        byID("token-form").addEventListener("submit", async (event) => {
          event.preventDefault();
          const user = byID("token-user").value;
          const scope = byID("token-scope").value;
          try {
            const { token } = await post("page/token", {
              user: user || null, api: byID("token-api").value, scopes: user && scope ? [scope] : [],
              expired: byID("token-expired").checked,
            });
            byID("call-authorization").value = `Bearer ${token}`;
            byID("token-answer").replaceChildren(badge("Done", "ok"), " The token is in the field Authorization of the call.");
          } catch (error) {
            problem(byID("token-answer"), error);
          }
        });

        """#)
}
