// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension PageAsset {
    /// The live list of invocations.
    static let invocations = script(
        "invocations.js",
        #"""
        import { badge, block, byID, make, problem } from "./elements.js";
        import { get } from "./host.js";

        const kinds = { running: "waiting", succeeded: "ok", failed: "failed" };
        const rows = new Map();
        let tag = "";

        function time(text) {
          return new Date(text).toLocaleTimeString([], { hour12: false });
        }

        function summary(entry) {
          return [
            make("time", { datetime: entry.start }, time(entry.start)),
            make("span", { class: "name" }, entry.function),
            make("span", { class: "trigger" }, entry.trigger),
            badge(entry.state, kinds[entry.state]),
            make("span", { class: "number" }, entry.milliseconds === undefined ? "" : `${entry.milliseconds} ms`),
          ];
        }

        async function fill(row) {
          try {
            const entry = await (await get(`page/invocations/${row.entry.id}`)).json();
            const lines = entry.lines.map((line) => `${line.level.padEnd(8)}${line.text}`);
            if (entry.lostLines) lines.push(`(${entry.lostLines} more lines)`);
            row.details.replaceChildren(
              make("p", { class: "hint" }, `${entry.reason} Id ${entry.id}`),
              ...(entry.failure ? [make("p", {}, badge("Failed", "failed"), ` ${entry.failure}`)] : []),
              ...(entry.input ? block("To the handler", entry.input) : []),
              ...(lines.length ? block("Log", lines.join("\n")) : []),
              ...(entry.output ? block("From the handler", entry.output) : []));
            row.shown = entry.state;
          } catch (error) {
            problem(row.details, error);
          }
        }

        function newRow(entry) {
          const row = { entry, shown: "", head: make("summary"), details: make("div", { class: "details" }) };
          const box = make("details", { ontoggle: () => { if (box.open) fill(row); } }, row.head, row.details);
          row.box = box;
          row.item = make("li", { class: "call-row" }, box);
          return row;
        }

        /** Changes only what has changed, so that focus and open rows stay. */
        function show(list) {
          const known = new Set(list.map((entry) => entry.id));
          for (const [id, row] of rows) if (!known.has(id)) { row.item.remove(); rows.delete(id); }
          const ended = [];
          for (const entry of list.toReversed()) {
            let row = rows.get(entry.id);
            if (!row) {
              row = newRow(entry);
              rows.set(entry.id, row);
              byID("invocation-list").prepend(row.item);
            }
            if (row.state === entry.state) continue;
            if (entry.state !== "running") ended.push(entry);
            row.entry = entry;
            row.state = entry.state;
            row.head.replaceChildren(...summary(entry));
            if (row.box.open) fill(row);
          }
          byID("invocation-none").hidden = list.length > 0;
          return ended;
        }

        /** One sentence for a screen reader, however many there are. */
        function announce(ended) {
          if (!ended.length) return;
          const last = ended.at(-1);
          const more = ended.length > 1 ? ` and ${ended.length - 1} more` : "";
          byID("invocation-news").textContent = `${last.function} ${last.state} in ${last.milliseconds} ms${more}`;
        }

        /** Asks for news; costs the host nothing when there are none. */
        export async function refreshInvocations() {
          if (byID("invocation-pause").checked) return;
          const isFirst = tag === "";
          const response = await get("page/invocations", tag ? { "If-None-Match": tag } : {});
          if (response.status === 304) return;
          const { invocations } = await response.json();
          tag = response.headers.get("ETag") ?? "";
          const ended = show(invocations);
          if (!isFirst) announce(ended);
        }

        """#)
}
