# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""Cold starts: exec to the first answer, and to the first authorized one, which needs the keys."""

import random

from .. import builds, machine, requests
from ..start import start
from ..summary import median
from . import verdicts


def measure(run):
    rounds = 5 if run.is_quick else 21
    corpus = run.authority.corpus
    authorized = requests.closing(requests.envelope_request(corpus.envelope(corpus.tokens[0])))
    targets = [run.builds.deployed] + [peer for peer in run.peers if peer.language not in ("swift", "nginx")]
    starts = {}
    # Each start follows one of another program, so that none finds the processor's caches as it left them.
    kinds = [
        (target, work) for target in targets for work in ("hello", "auth")
        if work[0] in target.works and not (work == "auth" and target.is_limit)]
    for number in range(rounds):
        for target, work in random.sample(kinds, len(kinds)):
            run.wait_until_quiet()
            hello = requests.closing(f"GET {target.hello} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
            request, needle = (hello, b"") if work == "hello" else (authorized, b"Test successful")
            found = start(target, run.environment(target), request, needle, machine.CORES[:1])
            if found is None:
                run.say(f"left out: {target.name} gave no good first answer")
                continue
            starts.setdefault(target.name, {}).setdefault(work, []).append(found)
        run.say(f"cold starts: round {number + 1} of {rounds}")
    rows = {name: row(found) for name, found in starts.items()}
    if set(rows.get(builds.DEPLOYED, {})) < {"hello", "auth"}:
        raise RuntimeError("the handler as deployed gave no first answer")
    run.figures["cold"] = rows
    return verdicts.cold(rows, run.no_peers)


def row(found):
    figures = {}
    for work, starts in sorted(found.items(), reverse=True):
        figures[work] = median([start.answered for start in starts])
        figures[work + "_best"] = min(start.answered for start in starts)
        # After an authorized answer, where there is one: the keys are then in memory.
        figures["memory"] = median([start.memory for start in starts])
    return figures
