# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""Windows of load by wrk."""

import dataclasses
import json
import os
import pathlib
import resource
import subprocess
import time

from . import machine

# Names in answers make them differ by this much; a refusal differs by more.
ANSWER_TOLERANCE = 0.12
SCRIPT = pathlib.Path(__file__).with_name("load.lua")


class LoadFailed(Exception):
    """The load generator said something unexpected."""


@dataclasses.dataclass
class Window:
    """What one window showed. Times are in microseconds, shares are of one core."""

    requests: int
    rate: float
    cpu: float
    p50: float
    p99: float
    server_share: float
    generator_share: float
    foreign_share: float


def window(running, requests, connections, seconds, core=None, threads=1):
    """Loads a program for some seconds; `core` pins the generator."""
    command = ["taskset", "-c", str(core)] if core is not None else []
    command += [
        "wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", str(SCRIPT),
        f"http://127.0.0.1:{running.port}/",
    ]
    own, busy, cpu, began = generator_seconds(), machine.busy_seconds(), running.cpu_seconds, time.monotonic()
    done = subprocess.run(
        command, env={**os.environ, "BENCH_REQUESTS": str(requests)}, capture_output=True, text=True)
    cpu, elapsed = running.cpu_seconds - cpu, time.monotonic() - began
    own, busy = generator_seconds() - own, machine.busy_seconds() - busy
    report = next((line[3:] for line in done.stdout.splitlines() if line.startswith("@@ ")), None)
    if report is None:
        raise LoadFailed(done.stdout + done.stderr)
    if (code := running.process.poll()) is not None:
        raise LoadFailed(f"{running.target.name} ended with {code} under load; see {running.log.name}")
    report = json.loads(report)
    check(running, report)
    count = report["requests"]
    return Window(
        requests=count, rate=count / (report["microseconds"] / 1e6), cpu=cpu / count * 1e6, p50=report["p50"],
        p99=report["p99"], server_share=cpu / elapsed, generator_share=own / elapsed,
        foreign_share=max(0.0, (busy - own - cpu) / elapsed))


def check(running, report):
    """Fails unless every call was answered, by as many bytes as a right answer has."""
    errors = {kind: report[kind] for kind in ("connect", "read", "write", "status", "timeout") if report[kind]}
    if errors or not report["requests"]:
        raise LoadFailed(f"{running.target.name}: {errors or 'no calls'} in {report['requests']} calls")
    size = report["bytes"] / report["requests"]
    if running.answer_size and abs(size / running.answer_size - 1) > ANSWER_TOLERANCE:
        raise LoadFailed(
            f"{running.target.name}: answers of {size:.0f} bytes under load, but {running.answer_size} is a right one's")


def generator_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
