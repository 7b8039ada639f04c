// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the swift-azure-functions authors

extension PageAsset {
    /// The page, with `PAGE-KEY` where the key goes.
    static let markup = #"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="page-key" content="PAGE-KEY">
        <title>Development page</title>
        <link rel="icon" href="/_dev/assets/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/_dev/assets/style.css">
        <link rel="stylesheet" href="/_dev/assets/layout.css">
        <script type="module" src="/_dev/assets/page.js"></script>
        </head>
        <body>
        <a class="skip" href="#functions">Skip to the functions</a>
        <header>
        <h1>Development page</h1>
        <p id="app-summary">Loading …</p>
        <nav aria-label="Sections"><ul>
        <li><a href="#functions">Functions</a></li><li><a href="#tokens">Tokens</a></li>
        <li><a href="#call">Call</a></li><li><a href="#doctor">Token doctor</a></li>
        <li><a href="#invocations">Invocations</a></li><li id="data-link" hidden><a href="#data">Local data</a></li>
        </ul></nav>
        </header>
        <noscript><p class="notice failed">This page needs JavaScript.</p></noscript>
        <p id="connection" class="notice failed" role="alert" hidden></p>
        <main>
        <section id="functions" aria-labelledby="functions-title" tabindex="-1">
        <h2 id="functions-title">Functions</h2>
        <div id="app-errors"></div>
        <ul id="function-list" class="plain"></ul>
        </section>

        <section id="tokens" aria-labelledby="tokens-title" tabindex="-1">
        <h2 id="tokens-title">Get a token as …</h2>
        <p id="token-none" hidden>No local tenant runs with this host. Start it without <code>--no-tenant</code>.</p>
        <form id="token-form" hidden>
        <p class="hint">Local tenant <code id="token-tenant"></code></p>
        <div class="row">
        <div class="grow"><label for="token-user">Who</label><select id="token-user"></select></div>
        <div class="grow"><label for="token-api">For the API</label><select id="token-api"></select></div>
        </div>
        <div id="token-scope-box"><label for="token-scope">Scope</label><select id="token-scope"></select></div>
        <p><label class="inline"><input type="checkbox" id="token-expired"> Already expired</label></p>
        <button type="submit" class="main">Get a token</button>
        </form>
        <p id="token-answer" role="status"></p>
        </section>

        <section id="call" aria-labelledby="call-title" tabindex="-1">
        <h2 id="call-title">Call a function</h2>
        <form id="call-form">
        <div class="row">
        <div class="grow"><label for="call-function">Function</label><select id="call-function"></select></div>
        <div id="call-method-box"><label for="call-method">Method</label><select id="call-method"></select></div>
        </div>
        <div id="call-http">
        <label for="call-path">Path and query</label>
        <input id="call-path" class="code" autocomplete="off" spellcheck="false" placeholder="/api/hello?name=Adele">
        <label for="call-authorization">Authorization</label>
        <textarea id="call-authorization" class="code" rows="3" autocomplete="off" spellcheck="false"
        aria-describedby="call-authorization-hint"></textarea>
        <p id="call-authorization-hint" class="hint">A token, or nothing.
        <button type="button" id="call-spoil" class="small">Spoil the token</button>
        <button type="button" id="call-diagnose" class="small">Ask the doctor</button></p>
        <label for="call-headers">Other headers, one a line</label>
        <textarea id="call-headers" class="code" rows="2" autocomplete="off" spellcheck="false"></textarea>
        </div>
        <label for="call-body" id="call-body-label">Body</label>
        <textarea id="call-body" class="code" rows="3" autocomplete="off" spellcheck="false"></textarea>
        <p id="call-key-box" hidden><label class="inline"><input type="checkbox" id="call-key" checked>
        Send the host’s master key</label></p>
        <button type="submit" class="main">Send</button>
        </form>
        <div id="call-answer" role="status" aria-label="Answer"></div>
        </section>

        <section id="doctor" aria-labelledby="doctor-title" tabindex="-1">
        <h2 id="doctor-title">Token doctor</h2>
        <form id="doctor-form">
        <label for="doctor-token">Token, or a whole Authorization header</label>
        <textarea id="doctor-token" class="code" rows="3" autocomplete="off" spellcheck="false"></textarea>
        <button type="submit" class="main">Check the token</button>
        </form>
        <div id="doctor-answer" role="status" aria-label="Report"></div>
        </section>

        <section id="invocations" class="wide" aria-labelledby="invocations-title" tabindex="-1">
        <h2 id="invocations-title">Invocations</h2>
        <p class="hint">The last 200, youngest first. Tokens, keys and cookies are not shown.
        <label class="inline"><input type="checkbox" id="invocation-pause"> Pause</label></p>
        <p id="invocation-news" class="hidden" role="status"></p>
        <p id="invocation-none">Nothing has run yet.</p>
        <ol id="invocation-list" class="plain" aria-label="Invocations, youngest first"></ol>
        </section>

        <section id="data" class="wide" aria-labelledby="data-title" tabindex="-1" hidden>
        <h2 id="data-title">Local data</h2>
        <div class="columns">
        <div class="scroll" tabindex="0" role="region" aria-label="Queues, streams and containers">
        <table><thead><tr><th scope="col">What</th><th scope="col">Name</th><th scope="col">Content</th></tr></thead>
        <tbody id="data-rows"></tbody></table>
        <p id="data-none">Everything is empty.</p>
        </div>
        <form id="data-form">
        <h3>Put a message</h3>
        <div class="row">
        <div class="grow"><label for="data-kind">Into</label><select id="data-kind">
        <option value="queues">Storage queue</option><option value="servicebus/queues">Service Bus queue</option>
        <option value="servicebus/topics">Service Bus topic</option><option value="eventhubs">Event hub</option>
        <option value="kafka">Kafka topic</option></select></div>
        <div class="grow"><label for="data-name">Name</label><input id="data-name" list="data-names" required
        autocomplete="off" spellcheck="false"><datalist id="data-names"></datalist></div>
        </div>
        <label for="data-text">Text</label>
        <textarea id="data-text" class="code" rows="3" spellcheck="false"></textarea>
        <button type="submit" class="main">Put</button>
        <p id="data-answer" role="status"></p>
        </form>
        </div>
        </section>
        </main>
        <footer><p>Served by the local Functions host, for this machine only.
        <a href="https://learn.microsoft.com/azure/azure-functions/" rel="noreferrer">Azure Functions documentation</a></p></footer>
        </body>
        </html>

        """#
}
