// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension PageAsset {
    /// Makes elements; text is only ever put in as text.
    static let elements = script(
        "elements.js",
        #"""
        export const byID = (id) => document.getElementById(id);

        /** An element with attributes or properties, and children that are elements or plain text. */
        export function make(tag, attributes = {}, ...children) {
          const element = document.createElement(tag);
          for (const [name, value] of Object.entries(attributes)) {
            if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
            else if (value === true) element.setAttribute(name, "");
            else if (value !== false && value !== undefined) element.setAttribute(name, value);
          }
          element.append(...children.filter((child) => child !== undefined && child !== null));
          return element;
        }

        export const badge = (text, kind = "") => make("span", { class: `badge ${kind}` }, text);

        /** A heading and a text that can be scrolled with the keyboard. */
        export function block(title, text) {
          return [make("h3", {}, title), make("pre", { tabindex: "0", role: "region", "aria-label": title }, text)];
        }

        export function options(select, list) {
          select.replaceChildren(...list.map(([value, text]) => make("option", { value }, text)));
        }

        /** Shows what went wrong in place of an answer. */
        export function problem(place, error) {
          place.replaceChildren(make("p", {}, badge("Problem", "failed"), ` ${error.message}`));
        }

        /** JSON laid out; anything else as it is. */
        export function pretty(text) {
          try {
            const value = JSON.parse(text);
            return typeof value === "object" && value !== null ? JSON.stringify(value, null, 2) : text;
          } catch {
            return text;
          }
        }

        export function reveal(section, field) {
          section.scrollIntoView({ block: "nearest" });
          field.focus();
        }

        """#)
}
