# SPDX-License-Identifier: Apache-2.0
"""The handler under load: functions that fail, clients that hang up, an end in the middle."""

import asyncio
import base64
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time
import uuid

import pytest

HERE = pathlib.Path(__file__).resolve().parent


class Handler:
    """The app of Tests/LoadTool, started as the host would start it."""

    def __init__(self, folder, binaries):
        (folder / "host.json").write_text(json.dumps({
            "version": "2.0",
            "extensionBundle": {"id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "[4.*, 5.0.0)"},
        }))
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self.log = open(folder / "log", "wb")
        self.process = subprocess.Popen(
            [str(pathlib.Path(binaries) / "LoadTool")], stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL,
            env={**os.environ, "FUNCTIONS_CUSTOMHANDLER_PORT": str(self.port), "FUNCTIONS_APP_ROOT_PATH": str(folder),
                 "LOG_LEVEL": "critical"})
        deadline = time.monotonic() + 30
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                assert self.process.poll() is None and time.monotonic() < deadline, "the handler did not start"
                time.sleep(0.02)

    @property
    def resident(self):
        """Resident memory in KiB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


@pytest.fixture
def handler(tmp_path, request):
    handler = Handler(tmp_path, request.config.getoption("--bin"))
    yield handler
    handler.process.kill()
    handler.process.wait()
    handler.log.close()


def envelope(function, number):
    body = json.dumps({"Data": {"message": json.dumps(json.dumps({"number": number}))}, "Metadata": {}}).encode()
    head = (
        f"POST /{function} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"X-Azure-Functions-InvocationId: {uuid.uuid4()}\r\nContent-Length: {len(body)}\r\n\r\n")
    return head.encode() + body


async def answer(reader):
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    fields = dict(line.lower().split(": ", 1) for line in lines[1:] if line)
    return int(lines[0].split()[1]), await reader.readexactly(int(fields["content-length"])), fields


def doubled(body):
    return json.loads(base64.b64decode(json.loads(body)["Outputs"]["output"]))["number"]


async def client(port, first, count, stop):
    """Calls "slow"; hangs up in one call of ten, checks every other answer. Returns (answered, hung up, refused)."""
    answered = hung = 0
    reader = writer = None
    for number in range(first, first + count):
        if stop.is_set():
            break
        try:
            if writer is None:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(envelope("slow", number))
            await writer.drain()
            if number % 10 == 0:
                writer.transport.abort()
                writer = None
                hung += 1
                continue
            status, body, fields = await answer(reader)
        except (ConnectionError, asyncio.IncompleteReadError):
            # Only a request that the closing server never began may end without an answer.
            assert stop.is_set(), f"call {number} got no answer"
            break
        assert status == 200 and doubled(body) == number * 2, (status, body)
        answered += 1
        if fields.get("connection") == "close":
            writer.close()
            writer = None
    return answered, hung


def test_clients_that_hang_up_harm_nobody_and_sigterm_leaves_no_call_without_an_answer(handler):
    async def run():
        stop = asyncio.Event()
        clients = [asyncio.create_task(client(handler.port, index * 100_000, 100_000, stop)) for index in range(64)]
        await asyncio.sleep(3)
        assert not any(task.done() for task in clients), "a client ended early"
        # In the middle: calls are under way on all connections.
        stop.set()
        handler.process.send_signal(signal.SIGTERM)
        return await asyncio.gather(*clients)

    results = asyncio.run(run())
    assert handler.process.wait(30) == 0
    answered, hung = (sum(column) for column in zip(*results))
    print(f"answered {answered}, hung up {hung}")
    assert answered > 64 * 5 and hung >= 64


@pytest.mark.skipif(shutil.which("wrk") is None, reason="wrk is not installed")
def test_a_function_that_fails_in_one_call_of_ten_leaves_the_others_right_and_memory_flat(handler, request):
    seconds = request.config.getoption("--load-seconds")
    resident = []
    for part in range(2):
        output = subprocess.run(
            ["wrk", "-t2", "-c64", f"-d{max(seconds // 2, 1)}s", "-s", str(HERE / "load.lua"),
             f"http://127.0.0.1:{handler.port}"],
            capture_output=True, text=True, check=True, timeout=seconds + 60).stdout
        totals = json.loads(output.split("totals ", 1)[1])
        resident.append(handler.resident)
        print(totals, f"resident {resident[-1]} KiB")
        assert totals["wrong"] == 0 and totals["socketErrors"] == 0
        finished = totals["right"] + totals["failed"]
        assert finished > 1_000
        # What is under way when the time is up is not counted.
        assert totals["sent"] - finished <= 2 * 64
        assert abs(totals["failed"] - totals["sent"] / 10) <= 2 * 64
    assert resident[1] < resident[0] * 1.05 + 1_024
    handler.process.send_signal(signal.SIGTERM)
    assert handler.process.wait(30) == 0
