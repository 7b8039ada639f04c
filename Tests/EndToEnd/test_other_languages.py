# SPDX-License-Identifier: Apache-2.0
"""Handlers in Python and Node, written by the public contract alone, behind the emulated host."""

import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time

import pytest
import requests

from conftest import Process

HANDLERS = pathlib.Path(__file__).parent / "handlers"
MODES = {"envelope": {}, "forwarding": {"enableForwardingHttpRequest": True}, "proxying": {"enableProxyingHttpRequest": True}}
FUNCTIONS = {
    "hello": [
        {"type": "httpTrigger", "direction": "in", "name": "req", "authLevel": "function", "route": "hello/{id}"},
        {"type": "http", "direction": "out", "name": "res"},
    ],
    "tick": [{"type": "timerTrigger", "direction": "in", "name": "timer", "schedule": "0 0 0 1 1 *"}],
}


def make_app(folder, handler, mode="envelope"):
    folder.mkdir(parents=True)
    custom = {"description": {"defaultExecutablePath": handler}, **MODES[mode]}
    (folder / "host.json").write_text(json.dumps({"version": "2.0", "customHandler": custom}))
    shutil.copy(HANDLERS / handler, folder / handler)
    for name, bindings in FUNCTIONS.items():
        (folder / name).mkdir()
        (folder / name / "function.json").write_text(json.dumps({"bindings": bindings}))
    return folder


@pytest.fixture
def start(binaries, tmp_path):
    hosts = []

    def run(handler, *arguments, mode="envelope"):
        number = len(hosts)
        app = make_app(tmp_path / f"app{number}", handler, mode)
        hosts.append(Process(
            tmp_path / f"host{number}", binaries,
            ["start", "--no-watch", "--no-tenant", "--port", "0", "--app", str(app), *arguments]))
        hosts[-1].app = app
        return hosts[-1]

    yield run
    for host in hosts:
        host.stop()


def wait_until(condition, seconds=20):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def is_alive(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("handler", ["handler.py", "handler.js"])
def test_a_handler_in_another_language_works_in_every_transport(start, handler, mode):
    if handler.endswith(".js") and not shutil.which("node"):
        print("node is not installed: the handler in Node is left out")
        pytest.skip("node is not installed")
    host = start(handler, mode=mode)
    answer = requests.post(host.url + "/api/hello/7?name=Tim", data="text", timeout=30)
    assert answer.status_code == 201, host.log
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["X-Language"] == {"handler.py": "python", "handler.js": "node"}[handler]
    body = answer.json()
    assert body.pop("pid") > 0
    assert body == {"mode": "envelope" if mode == "envelope" else "plain", "id": "7", "name": "Tim", "body": "text"}
    # What is not plain HTTP comes by envelope in every mode.
    assert requests.post(host.url + "/admin/functions/tick", json={}, timeout=30).status_code == 202
    wait_until(lambda: "called /tick True" in host.log)
    assert ("greeted" in host.log) == (mode == "envelope")
    assert "Executed 'Functions.hello' (Succeeded, Id=" in host.log


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_killing_the_host_leaves_no_handler_behind(start):
    host = start("handler.py")
    pid = requests.get(host.url + "/api/hello/1", timeout=30).json()["pid"]
    assert is_alive(pid)
    host.process.send_signal(signal.SIGKILL)
    host.process.wait()
    wait_until(lambda: not is_alive(pid))


def test_a_host_that_ends_in_order_ends_its_handler(start):
    for arguments in [[], ["--kill-like-azure"]]:
        host = start("handler.py", *arguments)
        pid = requests.get(host.url + "/api/hello/1", timeout=30).json()["pid"]
        assert host.stop() == 0, host.log
        assert not is_alive(pid)


def test_a_handler_started_by_hand_is_attached(start):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    host = start("handler.py", "--attach", str(port))
    handler = subprocess.Popen(
        [str(host.app / "handler.py")], env={**os.environ, "FUNCTIONS_CUSTOMHANDLER_PORT": str(port)})
    try:
        # The request waits for the handler, however late it comes.
        assert requests.get(host.url + "/api/hello/1", timeout=60).json()["pid"] == handler.pid
    finally:
        handler.kill()
        handler.wait()


def test_keys_are_made_kept_and_asked_for(start):
    host = start("handler.py", "--enable-auth")
    key = json.loads((host.app / ".swift-func" / "keys.json").read_text())["functionKeys"]["default"]
    assert key in host.log
    assert requests.get(host.url + "/api/hello/1", timeout=30).status_code == 401
    assert requests.get(host.url + "/api/hello/1", headers={"x-functions-key": key}, timeout=30).status_code == 201
    assert requests.get(host.url + "/api/hello/1", params={"code": key}, timeout=30).status_code == 201
    assert (host.app / ".swift-func" / "keys.json").stat().st_mode & 0o777 == 0o600


def test_payloads_are_shown_without_secrets(start):
    host = start("handler.py", "--trace-payloads")
    answer = requests.get(
        host.url + "/api/hello/1?name=visible&code=hidden1", headers={"Authorization": "Bearer hidden2"}, timeout=30)
    assert answer.status_code == 201
    wait_until(lambda: "<- 200" in host.log)
    assert "visible" in host.log and '"Authorization"' in host.log
    assert "hidden1" not in host.log and "hidden2" not in host.log
