# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""A running target: its life, its processor time and its memory."""

import http.client
import os
import pathlib
import re
import signal
import socket
import subprocess
import time


class DidNotStart(Exception):
    """The program ended, or did not answer in time."""


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


class Running:
    """Started on construction, in a session of its own, so that it ends with all that it started."""

    def __init__(self, target, environment, log, cores=(0,), patience=30):
        self.target, self.port = target, free_port()
        # Bytes of a right answer under load, once it is known.
        self.answer_size = None
        environment = {**os.environ, **environment, **target.environment,
                       "FUNCTIONS_CUSTOMHANDLER_PORT": str(self.port)}
        self.log = open(log, "ab")
        self.process = subprocess.Popen(
            ["taskset", "-c", ",".join(map(str, cores)), *target.words(self.port)], env=environment, cwd=target.folder,
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, start_new_session=True)
        deadline = time.monotonic() + patience
        while True:
            try:
                self.call("GET", target.hello)
                return
            except OSError:
                if self.process.poll() is None and time.monotonic() < deadline:
                    time.sleep(0.01)
                    continue
            code = self.process.poll()
            self.stop()
            raise DidNotStart(f"{target.name}: {'no answer' if code is None else f'exit code {code}'}; see {log}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def call(self, method, path, body=None, headers=None, timeout=10):
        """One call on a connection of its own: status and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def answer_bytes(self, request, timeout=10):
        """How many bytes answer a request."""
        received = b""
        with socket.create_connection(("127.0.0.1", self.port), timeout) as connection:
            connection.sendall(request)
            while not is_whole(received) and (chunk := connection.recv(65_536)):
                received += chunk
        return len(received)

    @property
    def pids(self):
        """Every process of the session."""
        found = []
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                try:
                    stat = pathlib.Path(f"/proc/{entry}/stat").read_text()
                except OSError:
                    continue
                if int(stat.rsplit(")", 1)[1].split()[3]) == self.process.pid:
                    found.append(int(entry))
        return found

    @property
    def cpu_seconds(self):
        """Processor time of all threads, to the nanosecond; that of ended threads is not in it."""
        total = 0
        for pid in self.pids:
            for file in pathlib.Path(f"/proc/{pid}/task").glob("*/schedstat"):
                try:
                    total += int(file.read_text().split()[0])
                except OSError:
                    pass
        return total / 1e9

    def memory(self, field="VmRSS"):
        """MiB of the session's processes together; `VmHWM` is the most so far."""
        total = 0
        for pid in self.pids:
            try:
                found = re.search(rf"{field}:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text())
            except OSError:
                continue
            total += int(found.group(1)) if found else 0
        return total / 1_024

    def forget_peak(self):
        """Sets `VmHWM` to what is resident now (proc(5), clear_refs)."""
        for pid in self.pids:
            pathlib.Path(f"/proc/{pid}/clear_refs").write_text("5")

    def stop(self):
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, number)
            except ProcessLookupError:
                pass
            try:
                self.process.wait(5)
                break
            except subprocess.TimeoutExpired:
                continue
        self.log.close()


def is_whole(answer):
    """Whether an answer has all bytes that its head announces."""
    head, separator, body = answer.partition(b"\r\n\r\n")
    length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.IGNORECASE)
    return bool(separator and length and len(body) >= int(length.group(1)))
