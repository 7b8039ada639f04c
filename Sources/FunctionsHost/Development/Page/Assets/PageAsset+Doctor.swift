// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension PageAsset {
    /// The token doctor.
    static let doctor = script(
        "doctor.js",
        #"""
        import { badge, byID, make, problem, reveal } from "./elements.js";
        import { post } from "./host.js";

        const outcomes = { ok: ["✓ passed", "ok"], failed: ["✗ failed", "failed"], not_checked: ["– not checked", ""] };
        const names = (text) => text.replaceAll(/([a-z])([A-Z])/g, "$1 $2").replaceAll(/[_-]/g, " ").toLowerCase();

        function row(check) {
          const [word, kind] = outcomes[check.outcome] ?? [check.outcome, ""];
          return make("tr", {},
            make("th", { scope: "row" }, names(check.name)),
            make("td", {}, badge(word, kind)),
            make("td", {},
              check.fact ? make("p", {}, check.fact) : null,
              check.problem ? make("p", {}, make("strong", {}, check.problem)) : null,
              check.advice ? make("p", {}, check.advice) : null));
        }

        function show(report) {
          const words = {
            accepted: ["Accepted", "ok", "Every check passed."],
            refused: ["Refused", "failed", `The app answers ${report.status} ${report.code}: ${report.message}.`],
            unproven: ["Unproven", "waiting", "There are no keys to check the signature with."],
          };
          const [word, kind, text] = words[report.verdict] ?? [report.verdict, "", ""];
          const failures = report.checks.filter((check) => check.outcome === "failed").map((check) => names(check.name));
          const list = failures.length ? ` Failed: ${failures.join(", ")}.` : "";
          byID("doctor-answer").replaceChildren(
            make("p", { class: "line", id: "doctor-verdict" }, badge(word, kind), make("span", {}, text + list)),
            make("div", { class: "scroll" }, make("table", { class: "checks" },
              make("caption", { class: "hidden" }, "Checks in the order of the validator"),
              make("thead", {}, make("tr", {}, ...["Check", "Outcome", "What the token says"].map((title) =>
                make("th", { scope: "col" }, title)))),
              make("tbody", {}, ...report.checks.map(row)))));
        }

        export async function diagnose(token) {
          byID("doctor-token").value = token;
          reveal(byID("doctor"), byID("doctor-token"));
          await examine();
        }

        async function examine() {
          try {
            show(await post("page/inspect", { token: byID("doctor-token").value }));
          } catch (error) {
            problem(byID("doctor-answer"), error);
          }
        }

        byID("doctor-form").addEventListener("submit", async (event) => {
          event.preventDefault();
          await examine();
        });

        """#)
}
