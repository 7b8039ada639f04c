# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""The whole job: authorized calls over 64 connections to one core, all programs in turn, many short windows.

On a shared machine, whose speed changes from second to second, all programs then meet the same weather; medians are
compared. Forms of our handler: RSA each time, the verified-token cache, plain HTTP, and two cores.
"""

import contextlib
import random

from .. import load, machine, requests
from ..process import DidNotStart, Running
from ..summary import medians
from . import verdicts

CONNECTIONS = 64
FIELDS = ["rate", "cpu", "p50", "p99", "server_share", "generator_share", "foreign_share"]


def measure(run):
    rounds, seconds = (3, 1) if run.is_quick else (15, 1)
    for form in ("envelope", "plain"):
        requests.write(run.requests_file(form), requests.authorized(run.authority.corpus, form))
    targets = [target for target in run.builds.handlers() + run.peers if "a" in target.works]
    with contextlib.ExitStack() as stack:
        running = started(run, targets, stack)
        windows = {item.target.name: [] for item in running}
        for item in running:
            take(run, item, seconds)
        for number in range(rounds):
            for item in random.sample(running, len(running)):
                windows[item.target.name].append(take(run, item, seconds))
            run.say(f"load: round {number + 1} of {rounds}")
        rows = {name: row(found) for name, found in windows.items() if found}
        for item in running:
            rows[item.target.name]["memory"] = item.memory()
    run.figures["job"] = rows
    return verdicts.job(rows, run.no_peers)


def started(run, targets, stack):
    """Those that start and answer rightly."""
    found = []
    for target in targets:
        cores = machine.CORES[:2] if target.cores == 2 else machine.CORES[:1]
        try:
            item = stack.enter_context(Running(target, run.environment(target), run.log(target), cores))
        except DidNotStart as error:
            if target.is_ours:
                raise
            run.say(f"left out: {error}")
            continue
        wrong = requests.wrong_answers(item, run.authority.corpus)
        if wrong and target.is_ours:
            raise load.LoadFailed(f"{target.name} answers wrongly: {wrong}")
        if wrong and not target.is_limit:
            run.say(f"left out: {target.name} answers wrongly: {wrong}")
            continue
        found.append(item)
    return found


def take(run, item, seconds):
    """A window; once more when somebody else was at work meanwhile, as long as patience lasts."""
    for _ in range(3):
        both = item.target.cores == 2
        window = load.window(
            item, run.requests_file(item.target.form), CONNECTIONS, seconds,
            core=None if both else machine.OTHER_CORE)
        if window.foreign_share < 0.15 or run.patience <= 0:
            break
        run.wait_until_quiet()
    return window


def row(windows):
    return {**medians(windows, FIELDS), "windows": len(windows)}

