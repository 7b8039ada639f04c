// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension PageAsset {
    /// The list of functions.
    static let functions = script(
        "functions.js",
        #"""
        import { badge, byID, make } from "./elements.js";
        import { choose } from "./call.js";

        function row(entry) {
          const isOpenable = entry.route && !entry.route.includes("{") && !entry.isDisabled
            && (entry.methods.length === 0 || entry.methods.includes("GET"));
          const methods = entry.route ? (entry.methods.join(", ") || "all methods") : "";
          const route = entry.route && (isOpenable ? make("a", { href: entry.route }, entry.route) : entry.route);
          return make("li", { class: "function" },
            make("strong", {}, entry.name),
            badge(entry.trigger),
            entry.authLevel && entry.authLevel !== "anonymous" ? badge(`key: ${entry.authLevel}`) : null,
            entry.isDisabled ? badge("disabled", "waiting") : null,
            entry.isDisabled ? null : make("button", {
              type: "button", class: "small", "aria-label": `Call ${entry.name}`, onclick: () => choose(entry.name, true),
            }, "Call"),
            make("span", { class: "where code" }, ...(route ? [`${methods} `, route] : [entry.source ?? ""])));
        }

        export function showFunctions(app) {
          const count = app.functions.length;
          byID("app-summary").textContent =
            `${location.host} · ${count} ${count === 1 ? "function" : "functions"} · host ${app.version}`;
          byID("function-list").replaceChildren(...app.functions.map(row));
          byID("app-errors").replaceChildren(...app.errors.map((text) =>
            make("p", {}, badge("In error", "failed"), ` ${text}`)));
          if (count === 0) byID("function-list").append(make("li", {}, "There are no functions."));
        }

        """#)
}
