// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension PageAsset {
    /// The local queues, streams and blobs.
    static let storage = script(
        "data.js",
        #"""
        import { badge, byID, make, problem } from "./elements.js";
        import { get, post } from "./host.js";

        let last = "";

        function rows(data) {
          const queues = data.queues.map((queue) =>
            [queue.kind, queue.name, `${queue.messages} messages${queue.invisible ? `, ${queue.invisible} taken` : ""}`]);
          const events = (kind, list) => list.map((stream) => [kind, stream.name, `${stream.events} events`]);
          return [
            ...queues, ...events("event hub", data.eventHubs), ...events("Kafka topic", data.kafka),
            ...data.containers.map((name) => ["blob container", name, ""]),
            ...data.documents.map((entry) => ["documents", entry.container, `${entry.documents} documents`]),
            ...data.tables.map((table) => ["table", table.name, `${table.entities} entities`]),
            ...data.timers.map((timer) => ["timer", timer.function, `next ${new Date(timer.next).toLocaleString()}`]),
          ];
        }

        export function startData(app) {
          byID("data").hidden = !app.hasStore;
          byID("data-link").hidden = !app.hasStore;
          const names = app.functions.filter((entry) => entry.source && entry.trigger !== "timerTrigger");
          byID("data-names").replaceChildren(...names.map((entry) => make("option", { value: entry.source })));
        }

        export async function refreshData() {
          if (byID("data").hidden) return;
          const text = await (await get("api/data")).text();
          if (text === last) return;
          last = text;
          const list = rows(JSON.parse(text));
          byID("data-none").hidden = list.length > 0;
          byID("data-rows").replaceChildren(...list.map((cells) => make("tr", {}, ...cells.map((cell) => make("td", {}, cell)))));
        }

        byID("data-form").addEventListener("submit", async (event) => {
          event.preventDefault();
          const name = byID("data-name").value.trim();
          const path = name.split("/").map(encodeURIComponent).join("/");
          try {
            await post(`api/${byID("data-kind").value}/${path}`, { text: byID("data-text").value });
            byID("data-answer").replaceChildren(badge("Done", "ok"), ` Put into ${name}.`);
            await refreshData();
          } catch (error) {
            problem(byID("data-answer"), error);
          }
        });

        """#)
}
