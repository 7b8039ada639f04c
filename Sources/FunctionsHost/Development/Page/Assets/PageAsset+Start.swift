// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension PageAsset {
    /// Starts the page and keeps it up to date.
    static let start = script(
        "page.js",
        #"""
        import { byID } from "./elements.js";
        import { get } from "./host.js";
        import { startCalls } from "./call.js";
        import { refreshData, startData } from "./data.js";
        import { showFunctions } from "./functions.js";
        import { refreshInvocations } from "./invocations.js";
        import { startTokens } from "./tokens.js";

        const every = 1000;
        const atRest = 5000;
        let known = "";

        /** The app changes when it is built anew. */
        async function refreshApp() {
          const text = await (await get("page/app")).text();
          if (text === known) return;
          known = text;
          const app = JSON.parse(text);
          showFunctions(app);
          startCalls(app);
          startTokens(app);
          startData(app);
        }

        async function refresh() {
          const notice = byID("connection");
          try {
            await refreshApp();
            await refreshInvocations();
            await refreshData();
            notice.hidden = true;
          } catch (error) {
            if (notice.hidden) {
              notice.textContent = `${error.message} The page goes on trying.`;
              notice.hidden = false;
            }
          }
          setTimeout(refresh, document.hidden ? atRest : every);
        }

        refresh();

        """#)
}
