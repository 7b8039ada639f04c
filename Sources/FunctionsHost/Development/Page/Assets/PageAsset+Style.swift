// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension PageAsset {
    /// Colours and type, light and dark.
    static let style = PageAsset(
        name: "style.css", type: "text/css",
        text: #"""
            :root {
              color-scheme: light dark;
              --page: #f3f4f7; --card: #ffffff; --ink: #1c2230; --soft: #566074; --line: #d5d9e2; --field: #ffffff;
              --accent: #0b5cad; --on-accent: #ffffff; --good: #17663a; --good-back: #dff3e6; --bad: #a31621;
              --bad-back: #fbe4e5; --wait: #7a4a00; --wait-back: #fdf0d6; --code: #f6f7fa;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --page: #12151c; --card: #1b202a; --ink: #e7eaf1; --soft: #a3adc0; --line: #363e4d; --field: #12161e;
                --accent: #7db8f7; --on-accent: #0b1a2b; --good: #86dba6; --good-back: #173524; --bad: #ff9c9f;
                --bad-back: #41191d; --wait: #f2c26b; --wait-back: #3a2c11; --code: #141922;
              }
            }
            * { box-sizing: border-box; }
            html { scroll-behavior: smooth; }
            body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); }
            h1 { font-size: 1.35rem; margin: 0; }
            h2 { font-size: 1.05rem; margin: 0 0 .6rem; }
            h3 { font-size: .95rem; margin: 0 0 .2rem; }
            a { color: var(--accent); }
            code, pre, .code { font: 13px/1.5 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; }
            label { display: block; margin: .55rem 0 .15rem; font-weight: 600; font-size: .87rem; }
            label.inline { display: inline-block; margin: 0; font-weight: 400; }
            input:not([type=checkbox]), select, textarea {
              width: 100%; padding: .38rem .5rem; border: 1px solid var(--soft); border-radius: .35rem; color: inherit;
              background: var(--field); font-size: .9rem;
            }
            input:not(.code), select { font-family: inherit; }
            textarea { resize: vertical; overflow-wrap: anywhere; }
            button {
              font: inherit; font-size: .87rem; padding: .35rem .8rem; border: 1px solid var(--accent); border-radius: .35rem;
              color: var(--accent); background: transparent; cursor: pointer;
            }
            button.main { margin-top: .7rem; color: var(--on-accent); background: var(--accent); font-weight: 600; }
            button.small { padding: .1rem .5rem; font-size: .8rem; }
            button:hover { filter: brightness(1.1); text-decoration: underline; }
            :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
            section:focus { outline: none; }
            section:focus-visible { outline: 3px solid var(--accent); }
            table { border-collapse: collapse; width: 100%; font-size: .88rem; }
            th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-top: 1px solid var(--line); }
            thead th { border-top: 0; color: var(--soft); font-weight: 600; }
            pre {
              margin: .3rem 0 .7rem; padding: .55rem .7rem; max-height: 20rem; overflow: auto; white-space: pre-wrap;
              overflow-wrap: anywhere; background: var(--code); border: 1px solid var(--line); border-radius: .35rem;
            }
            .hint { color: var(--soft); font-size: .85rem; margin: .25rem 0; }
            .badge {
              display: inline-block; padding: 0 .5rem; border-radius: 1rem; font-size: .8rem; font-weight: 600; white-space: nowrap;
              color: var(--soft); border: 1px solid var(--line);
            }
            .ok { color: var(--good); background: var(--good-back); border-color: transparent; }
            .failed { color: var(--bad); background: var(--bad-back); border-color: transparent; }
            .waiting { color: var(--wait); background: var(--wait-back); border-color: transparent; }
            @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } * { transition: none !important; } }
            @media (forced-colors: active) { .badge { border-color: currentColor; } }

            """#)
}
