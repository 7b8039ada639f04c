#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// A custom handler by the public samples' contract: envelopes, and plain requests when the host passes them on.
const http = require("http");

function greet(mode, id, query, body) {
  const text = JSON.stringify({ mode, id, name: query.name, body, pid: process.pid });
  return { statusCode: 201, headers: { "Content-Type": "application/json", "X-Language": "node" }, body: text };
}

function answer(request, body) {
  const url = new URL(request.url, "http://localhost");
  if (url.pathname.startsWith("/api/hello/")) {
    return greet("plain", url.pathname.split("/")[3], Object.fromEntries(url.searchParams), body);
  }
  const json = { "Content-Type": "application/json" };
  if (url.pathname !== "/hello") {
    console.log(`called ${url.pathname} ${body.length > 0 ? "True" : "False"}`);
    return { statusCode: 200, headers: json, body: "{}" };
  }
  const req = JSON.parse(body).Data.req;
  const res = greet("envelope", req.Params.id, req.Query, req.Body ?? "");
  return { statusCode: 200, headers: json, body: JSON.stringify({ Outputs: { res }, Logs: ["greeted"] }) };
}

http
  .createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const result = answer(request, Buffer.concat(chunks).toString());
      response.writeHead(result.statusCode, result.headers).end(result.body);
    });
  })
  .listen(Number(process.env.FUNCTIONS_CUSTOMHANDLER_PORT), "127.0.0.1");
