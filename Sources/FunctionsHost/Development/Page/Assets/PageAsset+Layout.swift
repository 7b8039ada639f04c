// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension PageAsset {
    /// Where things stand.
    static let layout = PageAsset(
        name: "layout.css", type: "text/css",
        text: #"""
            body > header, main, footer, .notice { max-width: 82rem; margin-inline: auto; padding-inline: 1.2rem; }
            body > header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem 1rem; padding-block: 1rem .8rem; }
            #app-summary { margin: 0; color: var(--soft); }
            nav { margin-left: auto; }
            nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1rem; list-style: none; margin: 0; padding: 0; }
            nav a { text-decoration: none; font-size: .9rem; }
            nav a:hover { text-decoration: underline; }
            main { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
            section {
              padding: 1rem 1.1rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
              scroll-margin-top: .5rem; min-width: 0;
            }
            footer { padding-block: .8rem 2rem; color: var(--soft); font-size: .85rem; }
            .notice { padding-block: .6rem; border-radius: .4rem; }
            .plain { list-style: none; margin: 0; padding: 0; }
            .row { display: flex; flex-wrap: wrap; gap: 0 .8rem; }
            .grow { flex: 1 1 11rem; min-width: 0; }
            #call-method-box { flex: 0 0 8rem; }
            .columns { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); }
            .scroll { overflow-x: auto; }
            .function { display: flex; flex-wrap: wrap; align-items: center; gap: .1rem .6rem; padding: .5rem 0; border-top: 1px solid var(--line); }
            .function:first-child { border-top: 0; padding-top: 0; }
            .function strong { overflow-wrap: anywhere; }
            .function button { margin-left: auto; }
            .function .where { flex-basis: 100%; overflow-wrap: anywhere; }
            .hidden, .skip:not(:focus) {
              position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
            }
            .skip:focus { position: absolute; left: 1rem; top: .5rem; padding: .4rem .8rem; background: var(--card); z-index: 1; }
            .line { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem .7rem; margin: .9rem 0 .3rem; }
            .call-row { border-top: 1px solid var(--line); }
            .call-row:first-child { border-top: 0; }
            .call-row summary {
              display: grid; grid-template-columns: 1rem 6.5rem minmax(6rem, 1fr) minmax(6rem, 12rem) 7rem 5rem; gap: .7rem;
              align-items: center; padding: .4rem .2rem; cursor: pointer; list-style: none; font-size: .9rem;
            }
            .call-row summary::-webkit-details-marker { display: none; }
            .call-row summary::before { content: "▸"; color: var(--soft); }
            .call-row details[open] summary::before { content: "▾"; }
            .call-row summary .badge { justify-self: start; }
            .call-row summary .name { font-weight: 600; overflow-wrap: anywhere; }
            .call-row summary .number { text-align: right; font-variant-numeric: tabular-nums; }
            .call-row .details { padding: .2rem .2rem .6rem 1.9rem; }
            .call-row .details h3, #call-answer h3 { margin-top: .5rem; }
            .checks td:first-child, .checks th { white-space: nowrap; }
            .checks p { margin: 0; }
            @media (max-width: 40rem) {
              .call-row summary { grid-template-columns: 1rem 5.5rem minmax(0, 1fr) auto; }
              .call-row summary .trigger, .call-row summary .number { display: none; }
              nav { margin-left: 0; }
            }
            @media (min-width: 62rem) {
              main { grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); grid-template-rows: auto 1fr; align-items: start; }
              #call { grid-column: 2; grid-row: 1 / span 2; }
              #functions, #tokens { grid-column: 1; }
              #doctor, .wide { grid-column: 1 / -1; }
              .columns { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
            }

            """#)
}
