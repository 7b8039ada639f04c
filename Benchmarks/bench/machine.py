# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""This machine: its cores, and who else is using them."""

import os
import pathlib
import platform
import re
import time

TICKS = os.sysconf("SC_CLK_TCK")
CORES = sorted(os.sched_getaffinity(0))
# The core that a program under measurement has, and the one of everything else.
SERVER_CORE, OTHER_CORE = CORES[0], CORES[-1]


def busy_seconds():
    """CPU seconds that all cores together have worked since boot."""
    fields = pathlib.Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    user, nice, system, _, _, interrupt, soft = map(int, fields[:7])
    return (user + nice + system + interrupt + soft) / TICKS


def wait_until_quiet(patience, limit=0.15, window=0.2):
    """Waits while others use more than `limit` of a core, up to `patience` seconds; returns the seconds it took."""
    start = time.monotonic()
    while time.monotonic() - start < patience:
        before, began = busy_seconds(), time.monotonic()
        time.sleep(window)
        if (busy_seconds() - before) / (time.monotonic() - began) < limit:
            break
    return time.monotonic() - start


def description():
    model = re.search(r"model name\s*:\s*(.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return f"{len(CORES)} cores, {model.group(1) if model else platform.machine()}, Linux {platform.release()}"
