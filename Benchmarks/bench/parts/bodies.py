# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""Bodies from 1 kB to 100 MB: the processor time of the handler for each, and what it holds in memory meanwhile."""

import socket

from .. import builds, machine
from ..goals import at_most
from ..process import Running
from ..summary import median

SIZES = [1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]
# The cost of a byte may differ this much between 10 and 100 MB, which no processor's cache holds.
LINEAR = 1.25
# MiB that a streamed body may take beyond what the handler has: buffers, not the body.
BUFFERS = 16


def measure(run):
    sizes = SIZES[:-1] if run.is_quick else SIZES
    target = run.builds.bench_app("ours, bodies", {"Bench__Streaming": "true", **builds.PROXYING})
    figures = {}
    with Running(target, run.environment(target), run.log(target), machine.CORES[:1]) as item:
        for path in ("streamed", "whole"):
            figures[path] = [one(run, item, path, size) for size in sizes]
    run.figures["bodies"] = figures
    streamed = figures["streamed"]
    small, large = streamed[-2], streamed[-1]
    each = ", ".join(f"{size:,} B: {row['cpu'] * 1e6:,.0f} µs" for size, row in zip(sizes, streamed))
    return [
        at_most(
            6, f"cost linear in the body up to {large['size'] // 1_000_000} MB",
            large["cpu"] / large["size"] / (small["cpu"] / small["size"]), LINEAR, " × the time per byte", each),
        at_most(
            6, f"no copy of a streamed body of {large['size'] // 1_000_000} MB in memory", large["memory"], BUFFERS,
            " MiB", f"a body that is read whole: {figures['whole'][-1]['memory']:.0f} MiB"),
    ]


def one(run, item, path, size):
    """Processor seconds of one call, and MiB beyond what was held before."""
    count = max(2, min(200, 2_000_000 // size))
    post(item.port, path, size, 1)
    before, peak = item.memory(), 0.0
    times = []
    for _ in range(3):
        item.forget_peak()
        began = item.cpu_seconds
        post(item.port, path, size, count)
        times.append((item.cpu_seconds - began) / count)
        peak = max(peak, item.memory("VmHWM"))
    run.say(f"bodies: {path}, {size:,} bytes")
    return {"size": size, "cpu": median(times), "memory": max(0.0, peak - before)}


def post(port, path, size, count):
    """Posts a body so many times on one connection; each answer is the number of its bytes."""
    head = f"POST /api/{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {size}\r\n\r\n".encode()
    piece = b"x" * min(size, 1 << 20)
    with socket.create_connection(("127.0.0.1", port), 60) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for _ in range(count):
            connection.sendall(head)
            for sent in range(0, size, len(piece)):
                connection.sendall(piece[:size - sent])
            expect(connection, size)


def expect(connection, size):
    """Reads one answer and its body."""
    received = b""
    while b"\r\n\r\n" not in received:
        received += more(connection)
    head, body = received.split(b"\r\n\r\n", 1)
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
    while len(body) < int(fields[b"content-length"]):
        body += more(connection)
    if b" 200 " not in head.split(b"\r\n")[0] or int(body) != size:
        raise RuntimeError(f"a body of {size} bytes was answered by {head[:60]!r} {body[:60]!r}")


def more(connection):
    chunk = connection.recv(65_536)
    if not chunk:
        raise RuntimeError("the handler closed the connection")
    return chunk
