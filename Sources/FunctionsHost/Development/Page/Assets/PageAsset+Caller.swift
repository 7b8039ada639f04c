// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension PageAsset {
    /// The form that calls a function.
    static let caller = script(
        "call.js",
        #"""
        import { badge, block, byID, make, options, pretty, problem, reveal } from "./elements.js";
        import { post } from "./host.js";
        import { diagnose } from "./doctor.js";

        const allMethods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
        let list = [];

        const chosen = () => list.find((entry) => entry.name === byID("call-function").value);

        export function choose(name, hasFocus = false) {
          byID("call-function").value = name;
          const entry = chosen();
          if (!entry) return;
          const isHTTP = entry.route !== undefined;
          byID("call-http").hidden = !isHTTP;
          byID("call-method-box").hidden = !isHTTP;
          byID("call-body-label").textContent = isHTTP ? "Body" : "Input: text or JSON";
          if (isHTTP) {
            options(byID("call-method"), (entry.methods.length ? entry.methods : allMethods).map((name) => [name, name]));
            byID("call-path").value = entry.route;
          }
          if (hasFocus) reveal(byID("call"), byID(isHTTP ? "call-path" : "call-body"));
        }

        function headers() {
          const lines = byID("call-headers").value.split("\n").map((line) => line.trim()).filter(Boolean);
          const result = lines.map((line) => {
            const colon = line.indexOf(":");
            if (colon < 1) throw new Error(`“${line}” is no header. Write “Name: value”.`);
            return { name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() };
          });
          const authorization = byID("call-authorization").value.trim();
          return authorization ? [...result, { name: "Authorization", value: authorization }] : result;
        }

        function request(entry) {
          const body = byID("call-body").value;
          const hasKey = !byID("call-key-box").hidden && byID("call-key").checked;
          if (entry.route !== undefined) {
            const target = encodeURI(byID("call-path").value.trim()).replaceAll("%25", "%");
            return { method: byID("call-method").value, target, headers: headers(), body, hasKey };
          }
          const type = [{ name: "Content-Type", value: "application/json" }];
          const target = `/admin/functions/${encodeURIComponent(entry.name)}`;
          return { method: "POST", target, headers: type, body: JSON.stringify({ input: body }), hasKey };
        }

        function show(answer, entry) {
          const kind = answer.status < 400 ? "ok" : "failed";
          const size = `${answer.milliseconds} ms, ${answer.size} ${answer.size === 1 ? "byte" : "bytes"}`;
          const line = make("p", { class: "line" }, badge(`${answer.status} ${answer.reason ?? ""}`.trim(), kind), size);
          const note = entry.route === undefined && answer.status === 202
            ? make("p", { class: "hint" }, "Accepted. What becomes of it is shown under Invocations.") : null;
          const cut = answer.isCut ? make("p", { class: "hint" }, "Only the first part is shown.") : null;
          const broken = answer.problem ? make("p", {}, badge(answer.problem, "failed")) : null;
          const fields = answer.headers.map((header) => `${header.name}: ${header.value}`).join("\n");
          const body = answer.text !== undefined ? pretty(answer.text) : `(base64) ${answer.base64}`;
          byID("call-answer").replaceChildren(line, ...[note, cut, broken].filter(Boolean),
            ...(answer.size ? block("Body of the answer", body) : []), ...block("Headers of the answer", fields));
        }

        /** Changes one letter in the middle of the signature. */
        function spoil() {
          const field = byID("call-authorization");
          const dot = field.value.lastIndexOf(".");
          const index = dot + Math.ceil((field.value.length - dot) / 2);
          if (dot < 0 || index >= field.value.length) return;
          const letter = field.value[index] === "A" ? "B" : "A";
          field.value = field.value.slice(0, index) + letter + field.value.slice(index + 1);
        }

        export function startCalls(app) {
          list = app.functions.filter((entry) => !entry.isDisabled);
          const before = byID("call-function").value;
          options(byID("call-function"), list.map((entry) => [entry.name, entry.name]));
          byID("call-key-box").hidden = !app.needsKeys;
          if (list.length) choose(list.some((entry) => entry.name === before) ? before : list[0].name);
        }

        byID("call-function").addEventListener("change", (event) => choose(event.target.value));
        byID("call-spoil").addEventListener("click", spoil);
        byID("call-diagnose").addEventListener("click", () => diagnose(byID("call-authorization").value));
        byID("call-form").addEventListener("submit", async (event) => {
          event.preventDefault();
          const entry = chosen();
          if (!entry) return;
          byID("call-answer").replaceChildren(make("p", { class: "line" }, badge("Waiting …", "waiting")));
          try {
            show(await post("page/call", request(entry)), entry);
          } catch (error) {
            problem(byID("call-answer"), error);
          }
        });

        """#)
}
