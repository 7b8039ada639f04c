# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""Size of the executable, memory when idle and after many calls."""

import subprocess
import time

from .. import builds, load, machine, requests
from ..goals import Goal, at_most
from ..process import Running

CALLS, FEW_CALLS = 1_000_000, 100_000


def measure(run):
    target = run.builds.deployed
    binary = run.builds.app / "handler"
    size = binary.stat().st_size / 1e6
    requests.write(run.requests_file("envelope"), requests.authorized(run.authority.corpus, "envelope"))
    with Running(target, run.environment(target), run.log(target), machine.CORES[:1]) as item:
        if wrong := requests.wrong_answers(item, run.authority.corpus):
            raise load.LoadFailed(f"{target.name} answers wrongly: {wrong}")
        # Not a wait for something: memory is idle memory once nothing has been asked for a while.
        time.sleep(1)
        idle = item.memory()
        calls = FEW_CALLS if run.is_quick else CALLS
        warm = after(run, item, calls // 10)
        end = after(run, item, calls - calls // 10)
    run.figures["memory"] = {
        "size": size, "idle": idle, "warm": warm, "end": end, "calls": calls,
        "sizes": {peer.name: megabytes for peer in run.peers if (megabytes := executable_size(peer))},
    }
    change = (end / warm - 1) * 100
    return [
        at_most(4, "handler at most 20 MB stripped", size, 20, " MB"),
        without_icu(binary),
        at_most(4, "idle memory at most 16 MB", idle * 1.048576, 16, " MB", "resident, keys fetched"),
        at_most(
            4, f"memory after {calls:,} calls within 5 % of that after {calls // 10:,}", abs(change), 5, " %",
            f"{warm * 1.048576:.1f} MB, then {end * 1.048576:.1f} MB"),
    ]


def after(run, item, calls):
    """Memory after so many more calls."""
    done = 0
    while done < calls:
        window = load.window(item, run.requests_file("envelope"), 64, 2 if run.is_quick else 5, machine.OTHER_CORE)
        done += window.requests
        run.say(f"memory: {done:,} of {calls:,} calls, {item.memory():.1f} MiB")
    return item.memory()


def without_icu(binary):
    text = subprocess.run(["strings", "-a", binary], check=True, capture_output=True, text=True).stdout
    has_icu = "icudt" in text.lower()
    return Goal(4, "no ICU data in it", "ICU data" if has_icu else "none", not has_icu, "about 44 MB")


def executable_size(peer):
    """MB without symbols of a peer that is one executable; None for a script."""
    if peer.command[0] == "node" or "python" in peer.command[0] or peer.command[0].endswith(".sh"):
        return None
    return builds.stripped_size(peer.command[0])
