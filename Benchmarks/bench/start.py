# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""One cold start: from just before fork and exec to the first good answer."""

import dataclasses
import os
import pathlib
import re
import shutil
import signal
import socket
import time

from .process import free_port


@dataclasses.dataclass
class Start:
    """Milliseconds; memory in MiB a while after the first answer."""

    connected: float
    answered: float
    memory: float


def start(target, environment, request, needle, cores, patience=20.0, rest=0.3):
    """Starts a program once, waits until a request is answered with status 200 and the needle in it, and ends it.

    Returns None when that does not happen. The caller stays off the program's cores, where there are others.
    """
    port = free_port()
    environment = {**os.environ, **environment, **target.environment, "FUNCTIONS_CUSTOMHANDLER_PORT": str(port)}
    path = shutil.which(target.command[0])
    null = os.open(os.devnull, os.O_RDWR)
    own = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    began = time.perf_counter()
    pid = os.posix_spawn(
        path, target.words(port), environment, setsid=True,
        file_actions=[(os.POSIX_SPAWN_DUP2, null, number) for number in (0, 1, 2)])
    os.sched_setaffinity(0, own - set(cores) or own)
    try:
        return watch(pid, port, began, request, needle, patience, rest)
    finally:
        end(pid)
        os.close(null)
        os.sched_setaffinity(0, own)


def watch(pid, port, began, request, needle, patience, rest):
    connected = None
    while time.perf_counter() - began < patience:
        with socket.socket() as client:
            client.settimeout(5)
            if client.connect_ex(("127.0.0.1", port)) != 0:
                if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                    return None
                time.sleep(0.0002)
                continue
            connected = connected or time.perf_counter()
            if is_answered(client, request, needle):
                answered = time.perf_counter()
                time.sleep(rest)
                return Start((connected - began) * 1e3, (answered - began) * 1e3, memory(pid))
        time.sleep(0.0002)
    return None


def is_answered(client, request, needle):
    received = b""
    try:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        client.sendall(request)
        while needle not in received or b"\r\n\r\n" not in received:
            chunk = client.recv(65_536)
            if not chunk:
                return False
            received += chunk
            if len(received) >= 12 and not received.startswith(b"HTTP/1.1 200"):
                return False
        return True
    except OSError:
        return False


def memory(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found.group(1)) / 1_024 if found else 0.0



def end(pid):
    """The whole session: SIGTERM first, so that a host ends its handler."""
    os.killpg(pid, signal.SIGTERM)
    for _ in range(100):
        if os.waitpid(pid, os.WNOHANG)[0]:
            break
        time.sleep(0.02)
    else:
        os.killpg(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
