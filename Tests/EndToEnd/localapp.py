# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""Function apps in Python, run by swift-func: the host from outside, whatever language the handler has."""

import json
import os
import pathlib
import sys

import requests

from conftest import Process

# A handler of the public samples' contract. It notes each run on the disk before it answers, and ends with its host.
HANDLER = '''#!{python}
import http.server, json, os, threading, time

host = os.getppid()
folder = {folder!r}

def end_with_host():
    while os.getppid() == host:
        time.sleep(0.02)
    os._exit(1)

threading.Thread(target=end_with_host, daemon=True).start()

def note(name, text):
    file = os.open(os.path.join(folder, name), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.write(file, (text + "\\n").encode())
    os.fsync(file)
    os.close(file)

{functions}

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer(200, b"")

    def do_POST(self):
        envelope = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        try:
            result = globals()[self.path[1:].replace("-", "_")](envelope["Data"], envelope["Metadata"])
            self.answer(200, json.dumps(result or {{}}).encode())
        except Exception as error:
            print(repr(error), flush=True)
            self.answer(500, b"{{}}")

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass

class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

server = Server(("127.0.0.1", int(os.environ["FUNCTIONS_CUSTOMHANDLER_PORT"])), Handler)
with open(os.path.join(folder, "handler.pid"), "w") as file:
    file.write(str(os.getpid()))
server.serve_forever()
'''


class LocalApp:
    """An app's folder; `functions` is Python with one function for each name in `bindings`."""

    def __init__(self, folder, binaries, bindings, functions, host=None):
        self.folder = folder
        self.binaries = binaries
        folder.mkdir(parents=True, exist_ok=True)
        configuration = {
            "version": "2.0", "customHandler": {"description": {"defaultExecutablePath": "handler"}}, **(host or {})}
        (folder / "host.json").write_text(json.dumps(configuration))
        (folder / "local.settings.json").write_text(json.dumps({"IsEncrypted": False, "Values": {}}))
        for name, list_of_bindings in bindings.items():
            (folder / "functions" / name).mkdir(parents=True, exist_ok=True)
            (folder / "functions" / name / "function.json").write_text(json.dumps({"bindings": list_of_bindings}))
        handler = folder / "handler"
        handler.write_text(HANDLER.format(python=sys.executable, folder=str(folder), functions=functions))
        handler.chmod(0o755)
        self.starts = 0
        self.host = None

    def start(self):
        self.starts += 1
        self.host = Process(
            self.folder / f"host-{self.starts}", self.binaries,
            ["start", "--no-watch", "--no-tenant", "--port", "0", "--app", str(self.folder)])
        self.url = self.host.url.rstrip("/")
        return self

    def kill_host(self):
        self.host.process.kill()
        self.host.process.wait()

    def handler_pid(self):
        file = self.folder / "handler.pid"
        text = file.read_text().strip() if file.exists() else ""
        return int(text) if text else None

    def lines(self, name):
        file = self.folder / name
        return file.read_text().split() if file.exists() else []

    def get(self, path, **options):
        answer = requests.get(f"{self.url}/_dev/api/{path}", timeout=20, **options)
        answer.raise_for_status()
        return answer.json()

    def put(self, path, body):
        answer = requests.post(f"{self.url}/_dev/api/{path}", json=body, timeout=20)
        answer.raise_for_status()
        return answer.json()
