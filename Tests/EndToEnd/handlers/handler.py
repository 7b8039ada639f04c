#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A custom handler by the public samples' contract: envelopes, and plain requests when the host passes them on."""
import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def greet(self, mode, number, query, body):
        text = json.dumps({"mode": mode, "id": number, "name": query.get("name"), "body": body, "pid": os.getpid()})
        return 201, {"Content-Type": "application/json", "X-Language": "python"}, text

    def send(self, status, headers, text):
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(text.encode()))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text.encode())

    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        url = urlsplit(self.path)
        if url.path.startswith("/api/hello/"):
            return self.send(*self.greet("plain", url.path.split("/")[3], dict(parse_qsl(url.query)), body))
        if url.path != "/hello":
            print(f"called {url.path} {len(body) > 0}", flush=True)
            return self.send(200, {"Content-Type": "application/json"}, "{}")
        request = json.loads(body)["Data"]["req"]
        status, headers, text = self.greet("envelope", request["Params"]["id"], request["Query"], request.get("Body", ""))
        output = {"statusCode": status, "headers": headers, "body": text}
        self.send(200, {"Content-Type": "application/json"}, json.dumps({"Outputs": {"res": output}, "Logs": ["greeted"]}))

    do_POST = do_GET


ThreadingHTTPServer(("127.0.0.1", int(os.environ["FUNCTIONS_CUSTOMHANDLER_PORT"])), Handler).serve_forever()
