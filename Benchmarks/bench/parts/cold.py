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
    for number in range(rounds):
        for target in random.sample(targets, len(targets)):
            run.wait_until_quiet()
            for work, request, needle in (
                ("hello", requests.closing(f"GET {target.hello} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()), b""),
                ("auth", authorized, b"Test successful"),
            ):
                if work[0] not in target.works or (work == "auth" and target.is_limit):
                    continue
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
    for work, starts in found.items():
        figures[work] = median([start.answered for start in starts])
        figures[work + "_best"] = min(start.answered for start in starts)
        # After an authorized answer, where there is one: the keys are then in memory.
        figures["memory"] = median([start.memory for start in starts])
    return figures
